package signals

import (
	"hash/crc32"
	"io"
	"io/fs"
)

// Digest tells contents apart: two sums of 32 bits by different polynomials, which make one of 64
// bits against changes by accident, and which processors compute at the speed of memory. It is no
// protection against somebody who wants two contents to look alike; the files are the user's own.
type Digest struct {
	Size             int64
	Castagnoli, IEEE uint32
}

func (d *Digest) write(b []byte) {
	d.Size += int64(len(b))
	d.Castagnoli = crc32.Update(d.Castagnoli, crc32.MakeTable(crc32.Castagnoli), b)
	d.IEEE = crc32.Update(d.IEEE, crc32.IEEETable, b)
}

// then is a digest that another one has been added to.
func (d Digest) then(next Digest) Digest {
	var b [16]byte
	for i := range 8 {
		b[i] = byte(next.Size >> (8 * i))
	}
	for i := range 4 {
		b[8+i], b[12+i] = byte(next.Castagnoli>>(8*i)), byte(next.IEEE>>(8*i))
	}
	d.write(b[:])
	return d
}

// headSize is how much of a file has a digest of its own, which tells soon that a longer file is
// another one.
const headSize = 64 << 10

// digested is a file that takes the digest of what is read from it.
type digested struct {
	fs.File
	all    Digest
	head   Digest // of the first headSize bytes
	mark   int64  // a place in the file
	atMark Digest // of what comes before mark
	last   byte
}

func (d *digested) Read(b []byte) (int, error) {
	n, err := d.File.Read(b)
	d.note(b[:n])
	return n, err
}

func (d *digested) note(b []byte) {
	if len(b) == 0 {
		return
	}
	d.last = b[len(b)-1]
	if rest := headSize - d.head.Size; rest > 0 {
		d.head.write(b[:min(int64(len(b)), rest)])
	}
	if rest := d.mark - d.all.Size; rest >= 0 && rest <= int64(len(b)) {
		d.all.write(b[:rest])
		d.atMark = d.all
		b = b[rest:]
	}
	d.all.write(b)
}

// digestOf reads a whole file.
func digestOf(folder fs.FS, name string) (*digested, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d := &digested{File: f}
	return d, readAll(d)
}

// readAll reads to the end.
func readAll(r io.Reader) error {
	buffer := make([]byte, 256<<10)
	for {
		if _, err := r.Read(buffer); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
