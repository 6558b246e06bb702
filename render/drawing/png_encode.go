package drawing

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"image"
	"io"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// stripRows is the number of rows that are compressed as one piece. It is fixed, so that the
// bytes do not depend on the number of processors.
const stripRows = 128

// encodePNG writes an opaque image as 8-bit RGB. The standard encoder takes longer for a poster
// than all drawing together, because it tries five filters on each row and compresses on one
// processor; flat colours need no filter, and strips compress side by side (each ends in a sync
// flush, as RFC 1951 allows).
func encodePNG(w io.Writer, img *image.RGBA) error {
	size := img.Bounds().Size()
	strips := make([]bytes.Buffer, (size.Y+stripRows-1)/stripRows)
	sums := make([]uint32, len(strips))
	lengths := make([]int, len(strips))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range strips {
		group.Go(func() error {
			raw := rgbRows(img, i*stripRows, min((i+1)*stripRows, size.Y))
			sums[i], lengths[i] = adler32.Checksum(raw), len(raw)
			deflate, err := flate.NewWriter(&strips[i], 5)
			if err != nil {
				return err
			}
			if _, err := deflate.Write(raw); err != nil {
				return err
			}
			if i == len(strips)-1 {
				return deflate.Close()
			}
			return deflate.Flush()
		})
	}
	if err := group.Wait(); err != nil {
		return fmt.Errorf("drawing: png: %w", err)
	}
	header := make([]byte, 13)
	binary.BigEndian.PutUint32(header, uint32(size.X))
	binary.BigEndian.PutUint32(header[4:], uint32(size.Y))
	header[8], header[9] = 8, 2 // bits, RGB
	var out bytes.Buffer
	out.WriteString("\x89PNG\r\n\x1a\n")
	pngChunk(&out, "IHDR", header)
	pngChunk(&out, "IDAT", []byte{0x78, 0x5e}) // zlib: deflate, 32 kB window
	sum := uint32(1)
	for i := range strips {
		pngChunk(&out, "IDAT", strips[i].Bytes())
		sum = combineAdler(sum, sums[i], lengths[i])
	}
	pngChunk(&out, "IDAT", binary.BigEndian.AppendUint32(nil, sum))
	pngChunk(&out, "IEND", nil)
	_, err := w.Write(out.Bytes())
	return err
}

// rgbRows gives rows of an image as PNG scanlines: a zero (no filter), then three bytes a pixel.
func rgbRows(img *image.RGBA, from, to int) []byte {
	width := img.Bounds().Dx()
	raw := make([]byte, 0, (to-from)*(1+3*width))
	for y := from; y < to; y++ {
		raw = append(raw, 0)
		row := img.Pix[y*img.Stride : y*img.Stride+4*width]
		for x := 0; x < len(row); x += 4 {
			raw = append(raw, row[x], row[x+1], row[x+2])
		}
	}
	return raw
}

func pngChunk(out *bytes.Buffer, kind string, data []byte) {
	out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	start := out.Len()
	out.WriteString(kind)
	out.Write(data)
	out.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(out.Bytes()[start:])))
}

// combineAdler gives the Adler-32 of two pieces put together, as zlib's adler32_combine.
func combineAdler(first, second uint32, secondLength int) uint32 {
	const mod = 65521
	a1, b1 := uint64(first&0xffff), uint64(first>>16)
	a2, b2 := uint64(second&0xffff), uint64(second>>16)
	n := uint64(secondLength) % mod
	a := (a1 + a2 + mod - 1) % mod
	b := (b1 + b2 + n*(a1+mod-1)) % mod
	return uint32(b<<16 | a)
}
