package signals

import (
	"encoding/binary"
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// The library makes room for as much as a file says that there is, before it looks. What a damaged or
// hostile file may say is bounded here; a lack of memory cannot be recovered from.

const (
	maxFooter      = 64 << 20
	maxThriftDepth = 32
)

// soundFooter tells whether the metadata at the end of a Parquet file fit into it, and hold no list
// that is longer than they are.
func soundFooter(at io.ReaderAt, size int64) bool {
	if size < 12 {
		return false
	}
	var end [8]byte // length of the metadata, PAR1
	if _, err := at.ReadAt(end[:], size-8); err != nil && err != io.EOF {
		return false
	}
	length := int64(binary.LittleEndian.Uint32(end[:4]))
	if string(end[4:]) != "PAR1" || length > min(size-12, maxFooter) {
		return false
	}
	footer := make([]byte, length)
	if _, err := at.ReadAt(footer, size-8-length); err != nil && err != io.EOF {
		return false
	}
	t := thrift{left: footer}
	return t.fields(0)
}

// soundCodecs refuses LZ4: on damaged pages the library doubles its buffer for ever.
func soundCodecs(file *parquet.File) bool {
	for _, g := range file.Metadata().RowGroups {
		for _, c := range g.Columns {
			if c.MetaData.Codec == format.Lz4Raw {
				return false
			}
		}
	}
	return true
}

// thrift walks through Thrift's compact protocol, in which the metadata are written.
type thrift struct{ left []byte }

func (t *thrift) take(n uint64) bool {
	if n > uint64(len(t.left)) {
		return false
	}
	t.left = t.left[n:]
	return true
}

func (t *thrift) byte() (b byte, ok bool) {
	if len(t.left) == 0 {
		return 0, false
	}
	b = t.left[0]
	return b, t.take(1)
}

func (t *thrift) number() (v uint64, ok bool) {
	v, n := binary.Uvarint(t.left)
	return v, n > 0 && t.take(uint64(n))
}

// fields goes past a struct: fields, each with a byte of type and distance, up to a zero.
func (t *thrift) fields(depth int) bool {
	for {
		head, ok := t.byte()
		if !ok || depth > maxThriftDepth {
			return false
		}
		if head == 0 {
			return true
		}
		if head>>4 == 0 { // the number of the field follows
			if _, ok := t.number(); !ok {
				return false
			}
		}
		if kind := head & 15; kind > 2 && !t.value(kind, depth) { // 1 and 2 are true and false
			return false
		}
	}
}

// value goes past a value of a type.
func (t *thrift) value(kind byte, depth int) bool {
	switch kind {
	case 1, 2, 3: // in a list, a boolean is a byte as well
		return t.take(1)
	case 4, 5, 6:
		_, ok := t.number()
		return ok
	case 7:
		return t.take(8)
	case 8:
		n, ok := t.number()
		return ok && t.take(n)
	case 9, 10:
		return t.list(depth)
	case 12:
		return t.fields(depth + 1)
	}
	return false // a map, which Parquet does not use, or no type at all
}

func (t *thrift) list(depth int) bool {
	head, ok := t.byte()
	n := uint64(head >> 4)
	if n == 15 {
		n, ok = t.number()
	}
	if !ok || n > uint64(len(t.left)) {
		return false
	}
	for range n {
		if !t.value(head&15, depth) {
			return false
		}
	}
	return true
}
