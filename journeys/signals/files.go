package signals

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"klantreis/journeys"
)

// fault is what is wrong with a file of signals: a code of the catalogue, and the arguments that
// come after the file's name.
type fault struct {
	code string
	args []any
}

func (f fault) Error() string { return f.code + " " + fmt.Sprint(f.args...) }

// problemOf tells what keeps (the rest of) a file from being read.
func problemOf(folder fs.FS, s journeys.Source, name string, err error) journeys.Problem {
	at := s.At("bestand")
	var f fault
	switch {
	case errors.As(err, &f):
		return journeys.Problem{Pos: at, Code: f.code, Args: append([]any{name}, f.args...)}
	case errors.Is(err, errBinary):
		return journeys.Problem{Pos: at, Code: "geen-csv", Args: []any{name}}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return journeys.Problem{Pos: at, Code: "bestand-afgekapt", Args: []any{name}}
	}
	return journeys.FileProblem(folder, name, at, err)
}

// pressed are the ways in which a file can be compressed, by its last ending.
var pressed = []struct {
	ending string
	open   func(io.Reader) (io.ReadCloser, error)
}{
	{".gz", func(r io.Reader) (io.ReadCloser, error) { return gzip.NewReader(r) }},
	{".zst", func(r io.Reader) (io.ReadCloser, error) {
		d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	}},
}

// endingOf is the ending of a file's name that tells its format, without that of compression.
func endingOf(name string) string {
	name = strings.ToLower(name)
	for _, p := range pressed {
		name = strings.TrimSuffix(name, p.ending)
	}
	return path.Ext(name)
}

// unpack lays the decompression over a file whose name asks for it. The size of what comes out
// is not known before the end: -1.
func unpack(name string, in input) (input, error) {
	for _, p := range pressed {
		if !strings.HasSuffix(strings.ToLower(name), p.ending) {
			continue
		}
		packed := &counter{r: in.file}
		r, err := p.open(packed)
		if err != nil {
			return in, packedFault(err)
		}
		return input{file: &unpacked{file: in.file, r: r, packed: packed}, size: -1}, nil
	}
	return in, nil
}

// packedFault tells a file that is cut short or damaged from one that cannot be read.
func packedFault(err error) error {
	var pathErr *fs.PathError
	switch {
	case err == io.EOF, errors.Is(err, io.ErrUnexpectedEOF):
		return io.ErrUnexpectedEOF
	case errors.As(err, &pathErr):
		return err
	}
	return fault{code: "inpakfout"}
}

// unpacked is a compressed file, read as what is in it. It gives a stream only.
type unpacked struct {
	file   fs.File
	r      io.ReadCloser
	packed *counter
	out    int64
}

// A bomb gives more than bombFloor bytes, and more than bombRatio times what it takes.
const (
	bombFloor = 256 << 20
	bombRatio = 500
)

func isBomb(out, packed int64) bool { return out > bombFloor && out > bombRatio*packed }

func (u *unpacked) Stat() (fs.FileInfo, error) { return u.file.Stat() }

func (u *unpacked) Read(b []byte) (int, error) {
	n, err := u.r.Read(b)
	u.out += int64(n)
	if isBomb(u.out, u.packed.n) {
		return n, fault{code: "inpakbom"}
	}
	if err != nil && err != io.EOF {
		err = packedFault(err)
	}
	return n, err
}

func (u *unpacked) Close() error {
	u.r.Close()
	return u.file.Close()
}

// counter counts what is read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}

// maxHeld bounds a compressed file of a format that has to be in memory to be read.
const maxHeld = 512 << 20

// random gives a file for reading at any place, as zip and Parquet need it.
func (in input) random() (io.ReaderAt, int64, error) {
	if at, ok := in.file.(io.ReaderAt); ok && in.size >= 0 {
		return at, in.size, nil
	}
	all, err := io.ReadAll(io.LimitReader(in.file, maxHeld+1))
	if err != nil {
		return nil, 0, err
	}
	if len(all) > maxHeld {
		return nil, 0, fault{"ingepakt-te-groot", []any{maxHeld >> 20}}
	}
	return bytes.NewReader(all), int64(len(all)), nil
}

// textOf reads text as UTF-8: without a byte-order mark, and out of UTF-16 when it has that one.
func textOf(r io.Reader) (io.Reader, error) {
	var head [3]byte
	n, err := io.ReadFull(r, head[:])
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	if err == io.ErrUnexpectedEOF {
		// Of less than three bytes; a file that is cut short says so again at the next read.
		err = nil
	}
	all := io.MultiReader(bytes.NewReader(head[:n]), r)
	switch {
	case bytes.HasPrefix(head[:n], []byte{0xEF, 0xBB, 0xBF}):
		return r, nil
	case bytes.HasPrefix(head[:n], []byte{0xFF, 0xFE}), bytes.HasPrefix(head[:n], []byte{0xFE, 0xFF}):
		return transform.NewReader(all, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()), nil
	}
	return all, nil
}

// fingerprint is what tells whether a file was changed.
type fingerprint struct {
	size     int64
	modified time.Time
}

func fingerprintOf(f fs.File) (fingerprint, error) {
	info, err := f.Stat()
	if err != nil {
		return fingerprint{}, err
	}
	return fingerprint{info.Size(), info.ModTime()}, nil
}
