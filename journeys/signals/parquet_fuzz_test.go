package signals

import (
	"bytes"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
)

// smallParquet is a file of a few rows and columns, so that a change anywhere in it is likely to
// matter.
func smallParquet(f *testing.F, codec compress.Codec) []byte {
	type call struct {
		At   time.Time `parquet:"t,timestamp(microsecond)"`
		Text *string   `parquet:"x,optional"`
		Tags []string  `parquet:"l,list"`
	}
	text := "Geld"
	var b bytes.Buffer
	w := parquet.NewGenericWriter[call](&b, parquet.Compression(codec))
	if _, err := w.Write([]call{{Text: &text, Tags: []string{"a", "b"}}, {}}); err != nil {
		f.Fatal(err)
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	return b.Bytes()
}

// FuzzParquet reads files in which bytes were changed: whatever the library makes of them, it is a
// fault or rows, of which none is wider than the header.
func FuzzParquet(f *testing.F) {
	f.Add(smallParquet(f, &parquet.Uncompressed))
	f.Add(smallParquet(f, &parquet.Snappy))
	f.Add(smallParquet(f, &parquet.Gzip))
	f.Add([]byte("PAR1\xff\xff\xff\x7fPAR1")) // metadata of two gigabytes
	f.Fuzz(func(t *testing.T, content []byte) {
		r, err := readParquet(input{openIn(t, content), int64(len(content))})
		if err != nil {
			return
		}
		for range 100_000 {
			rec, err := r.next()
			if err != nil {
				return
			}
			if len(rec.cells) > len(r.header) {
				t.Fatal("more cells than columns")
			}
		}
	})
}
