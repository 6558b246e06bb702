package connect

import (
	"bufio"
	"bytes"
	"io"
)

// tabs reads ClickHouse's format TabSeparated.
type tabs struct {
	lines *bufio.Reader
	long  []byte // a line that the reader's buffer cannot hold
	cells [][]byte
}

// next gives the cells of the next line, without escapes, valid until the following call; after
// the last one io.EOF.
func (t *tabs) next() ([][]byte, error) {
	line, err := t.lines.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		t.long = t.long[:0]
		for err == bufio.ErrBufferFull {
			t.long = append(t.long, line...)
			line, err = t.lines.ReadSlice('\n')
		}
		t.long = append(t.long, line...)
		line = t.long
	}
	if err == io.EOF && len(line) > 0 {
		err = nil
	}
	if err != nil {
		return nil, err
	}
	line = bytes.TrimSuffix(line, []byte{'\n'})
	t.cells = t.cells[:0]
	for more := true; more; {
		var cell []byte
		cell, line, more = bytes.Cut(line, []byte{'\t'})
		t.cells = append(t.cells, plain(cell))
	}
	return t.cells, nil
}

// plain undoes the escapes of a cell, in its own bytes. NULL becomes empty.
func plain(cell []byte) []byte {
	at := bytes.IndexByte(cell, '\\')
	if at < 0 {
		return cell
	}
	if string(cell) == `\N` {
		return nil
	}
	out := cell[:at]
	for i := at; i < len(cell); i++ {
		c := cell[i]
		if c == '\\' && i+1 < len(cell) {
			i++
			switch c = cell[i]; c {
			case 't':
				c = '\t'
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case 'v':
				c = '\v'
			case 'a':
				c = '\a'
			case '0':
				c = 0
			}
		}
		out = append(out, c)
	}
	return out
}
