package connect

import (
	"bufio"
	"io"
	"strings"
	"testing"
)

func TestTabs(t *testing.T) {
	long := strings.Repeat("lang ", 100)
	in := "a\tb\\tc\t\\N\n\\\\N\t\\'x\\0\\n\n\n" + long + "\t" + long + "\nlaatste"
	want := []string{"a|b\tc|", `\N|'x` + "\x00\n", "", long + "|" + long, "laatste"}
	r := tabs{lines: bufio.NewReaderSize(strings.NewReader(in), 32)}
	for _, w := range want {
		cells, err := r.next()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range cells {
			got = append(got, string(c))
		}
		if s := strings.Join(got, "|"); s != w {
			t.Errorf("%q, want %q", s, w)
		}
	}
	if _, err := r.next(); err != io.EOF {
		t.Errorf("after the last line: %v", err)
	}
}

// FuzzTabs holds that no bytes of a server make the reader panic or loop, and that what is written
// in the format is read back.
func FuzzTabs(f *testing.F) {
	f.Add("a\tb", "\\N\\")
	f.Add("", "\\")
	f.Fuzz(func(t *testing.T, cell, raw string) {
		written := strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`, "\x00", `\0`).Replace(cell)
		r := tabs{lines: bufio.NewReaderSize(strings.NewReader(written+"\t"+written+"\n"), 16)}
		cells, err := r.next()
		if cell != "" && (err != nil || len(cells) != 2 || string(cells[0]) != cell || string(cells[1]) != cell) {
			t.Errorf("%q came back as %q", cell, cells)
		}
		r = tabs{lines: bufio.NewReaderSize(strings.NewReader(raw), 16)}
		for n := 0; ; n++ {
			if _, err := r.next(); err != nil {
				break
			} else if n > len(raw) {
				t.Fatal("more lines than bytes")
			}
		}
	})
}
