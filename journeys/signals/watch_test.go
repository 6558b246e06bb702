package signals

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
)

// countPart counts records, and can end the reading.
type countPart struct {
	n    int
	stop func()
}

func (p *countPart) Visit(*Record) {
	if p.n++; p.stop != nil {
		p.stop()
	}
}

func (p *countPart) Reset() { p.n = 0 }

// TestProgress follows a reading to its end, and holds what is told against the files.
func TestProgress(t *testing.T) {
	csv := "tekst;id\n" + strings.Repeat("waar blijft het;\n", 200_000)
	folder := fstest.MapFS{
		"a/1.csv": {Data: []byte(csv)}, "a/2.csv.gz": {Data: gzipped(csv)}, "b.ndjson": {Data: []byte(strings.Repeat("{\"tekst\": \"x\"}\n", 10_000))},
	}
	for _, c := range []struct {
		file string
		rows int
		size int
	}{
		{"a", 400_000, len(folder["a/1.csv"].Data) + len(folder["a/2.csv.gz"].Data)},
		{"b.ndjson", 8192, len(folder["b.ndjson"].Data)}, // what is left of the last 4096 is not told any more
	} {
		j := kccOf(t, "bestand: "+c.file)
		d, problems := Open(j, j.Sources[0], folder)
		if d == nil {
			t.Fatal(problems)
		}
		var all []Progress
		d.With(Options{Progress: func(p Progress) { all = append(all, p) }})
		d.Fold(func() Part { return &countPart{} }, func(Part, int) {})
		if found := d.Found(); len(found) > 0 || len(all) == 0 {
			t.Fatal(c.file, found, all)
		}
		for i, p := range all {
			if p.Source != "kcc" || p.Total != int64(c.size) || p.Read > p.Total || i > 0 && (p.Read < all[i-1].Read || p.Rows <= all[i-1].Rows) {
				t.Fatalf("%s, step %d: %+v", c.file, i, p)
			}
		}
		if last := all[len(all)-1]; last.Read != last.Total || last.Rows != c.rows {
			t.Errorf("%s: %+v at the end of %d records and %d bytes", c.file, last, c.rows, c.size)
		}
	}
}

// TestStopped ends the reading in the middle of a file of each sort, by Fold and by Each.
func TestStopped(t *testing.T) {
	csv := "tekst;b\n" + strings.Repeat("waar blijft het;"+strings.Repeat("x", 90)+"\n", 200_000)
	lines := strings.Repeat("{\"tekst\": \"waar blijft het\"}\n", 300_000)
	folder := fstest.MapFS{"a.csv": {Data: []byte(csv)}, "a.csv.gz": {Data: gzipped(csv)}, "a.ndjson": {Data: []byte(lines)}}
	for name := range folder {
		j := kccOf(t, "bestand: "+name)
		for _, way := range []string{"fold", "each"} {
			ctx, stop := context.WithCancel(context.Background())
			d, problems := Open(j, j.Sources[0], folder)
			if d == nil {
				t.Fatal(problems)
			}
			d.With(Options{Context: ctx})
			n := 0
			if way == "fold" {
				d.Fold(func() Part { return &countPart{stop: stop} }, func(p Part, _ int) { n += p.(*countPart).n })
			} else {
				d.Each(func(Signal, bool) { n++; stop() })
			}
			if found := d.Found(); !found.HasErrors() || len(found) != 1 || found[0].Code != "lezen-afgebroken" {
				t.Error(name, way, d.Found())
			}
			if n == 0 || n > 150_000 {
				t.Errorf("%s, %s: %d records were read", name, way, n)
			}
		}
	}
}
