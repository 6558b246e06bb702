package signals

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestNastyFiles reads what real exports have been seen to hold.
func TestNastyFiles(t *testing.T) {
	for name, c := range map[string]struct {
		csv  string
		want []string
	}{
		"encodings mixed in one column, and in one cell": {"tekst;onderwerp\ncaf\xe9;financi\xc3\xable\n\"\xe9\xe9n\nen \xc3\xa9\xc3\xa9n\";x\n",
			[]string{"2 - [telefoon|financiële|café]", "3 - [telefoon|x|één\nen één]"}},
		"NUL bytes": {"tekst;onderwerp\n" + strings.Repeat("vulling om voorbij het begin te zijn;x\n", 40) + "a\x00b;\x00\n\x00;\x00\n",
			append(numbered(2, 40, "- [telefoon|x|vulling om voorbij het begin te zijn]"),
				"42 - [telefoon|\x00|a\x00b]", "43 - [telefoon|\x00|\x00]")},
		"the first and the last year, and those around them": {"tijdstip;tekst\n01-01-1900;a\n31-12-2099 23:59;b\n31-12-1899;c\n2100-01-01;d\n0001-01-01T00:00:00;e\n",
			[]string{"2 1900-01-01T00:00 [telefoon||a]", "3 2099-12-31T23:59 [telefoon||b]", "4 !", "5 !", "6 !"}},
	} {
		t.Run(name, func(t *testing.T) { expect(t, read(t, "bestand: a.csv", one("a.csv", []byte(c.csv))), c.want...) })
	}
}

func numbered(from, n int, text string) (lines []string) {
	for i := range n {
		lines = append(lines, fmt.Sprint(from+i, " ", text))
	}
	return lines
}

// endless is a folder with a.csv: a begin, so many megabytes of one letter, and an end.
type endless struct {
	begin, end string
	megabytes  int
}

func (e endless) Open(name string) (fs.File, error) {
	file, err := one(name, nil).Open(name)
	all := []io.Reader{strings.NewReader(e.begin)}
	for range e.megabytes {
		all = append(all, bytes.NewReader(megabyte))
	}
	return endlessFile{file, io.MultiReader(append(all, strings.NewReader(e.end))...)}, err
}

var megabyte = bytes.Repeat([]byte{'x'}, 1<<20)

type endlessFile struct {
	fs.File
	r io.Reader
}

func (f endlessFile) Read(b []byte) (int, error) { return f.r.Read(b) }

// TestHugeField reads a field of a hundred megabytes: its record is unreadable, the others are not,
// and it is never held in memory.
func TestHugeField(t *testing.T) {
	for name, begin := range map[string]string{"plain": "tekst;b\nvoor;1\n", "quoted": "tekst;b\nvoor;1\n\""} {
		end := "\";2\nna;3\n"
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		j := kccOf(t, "bestand: a.csv")
		d, problems := Open(j, j.Sources[0], endless{begin, end, 100})
		if d == nil {
			t.Fatal(problems)
		}
		var got []string
		d.Fold(func() Part { return &listPart{matching: NewMatcher(j, "kcc").NewMatching(), extra: -1} }, func(p Part, line int) {
			for i, text := range p.(*listPart).lines {
				got = append(got, fmt.Sprint(line+p.(*listPart).at[i], " ", strings.HasPrefix(text, "unreadable")))
			}
		})
		runtime.ReadMemStats(&after)
		if want := []string{"2 false", "3 true", "4 false"}; !slices.Equal(got, want) || len(d.Unreadable()) != 1 || len(d.Found()) != 0 {
			t.Errorf("%s: %v, want %v; %v %v", name, got, want, d.Unreadable(), d.Found())
		}
		if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 40 {
			t.Errorf("%s: %d MB were asked for", name, grown)
		}
	}
}

// TestAnyProcessors gives the same, whatever the number of goroutines.
func TestAnyProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var b strings.Builder
	b.WriteString("id;tijdstip;tekst;extra\n")
	for i := range 60_000 {
		fmt.Fprintf(&b, "%d;%02d-03-2022;\"Wáár is\nhet %s?\";%d\n", i-i%7/6, i%40, strings.Repeat("geld ", i%9), i)
	}
	folder := fstest.MapFS{"a.csv": {Data: []byte(b.String())}}
	var first string
	for _, n := range []int{1, 2, 3, 16} {
		runtime.GOMAXPROCS(n)
		j := kccOf(t, "bestand: a.csv")
		d, _ := Open(j, j.Sources[0], folder)
		m, extra := NewMatcher(j, "kcc"), d.Column("extra")
		var all strings.Builder
		d.Fold(func() Part { return &listPart{matching: m.NewMatching(), extra: extra} }, func(p Part, before int) {
			for i, text := range p.(*listPart).lines {
				fmt.Fprintln(&all, before+p.(*listPart).at[i], text)
			}
		})
		fmt.Fprintln(&all, d.Found(), d.Unreadable())
		if first == "" {
			first = all.String()
		}
		if all.String() != first {
			t.Errorf("%d processors give something else", n)
		}
	}
}
