package signals

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

// listPart writes each record down, so that Fold can be held against Each.
type listPart struct {
	matching *Matching
	lines    []string
	at       []int
}

func (p *listPart) Visit(r *Record) {
	text := "unreadable"
	if r.Readable {
		day := journeys.Date{}
		if r.Dated {
			day = DateOf(r.Day)
		}
		text = fmt.Sprintf("%v %s|%s %v %v %v %v", day, r.Channel(), r.Topic(), r.Score, r.Scored, r.Secret, p.matching.Match(r))
	}
	p.lines, p.at = append(p.lines, text), append(p.at, r.Line)
}

func (p *listPart) Reset() { p.lines, p.at = p.lines[:0], p.at[:0] }

// TestFoldIsEach reads a file of several parts, with all that can be wrong in it, both ways.
func TestFoldIsEach(t *testing.T) {
	var b strings.Builder
	b.WriteString("Datum;Kanaal;Onderwerp;Vraag;Cijfer;Aard;Geheim\n")
	for i := range 40_000 {
		switch {
		case i%1000 == 7:
			b.WriteString("\"nooit gesloten;1;2\n")
		case i%501 == 3:
			b.WriteString(";;;;;;\n\n")
		case i%333 == 5:
			fmt.Fprintf(&b, "31-02-2022;balie;Afval;Caf\xe9 %d;;;\n", i)
		case i%77 == 1:
			fmt.Fprintf(&b, "2022-06-30T22:30Z;;Énergie  toeslag;\"Een\r\n%d \"\"keer\"\" tw\xe9e\n\";7,5;KLACHT;ja\n", i)
		default:
			fmt.Fprintf(&b, "%02d-%02d-2022 12:%02d;BALIE;Afval;één twee niet %d%s;%d;vraag;nee\n", i%28+1, i%12+1, i%60, i, strings.Repeat(" woord", i%20), i%11)
		}
	}
	j, problems := journeys.Parse("a.yaml", []byte(strings.Replace(selectors, "{soort: telefoon, lijst: []}",
		"{soort: telefoon, bestand: a.csv, kolommen: {tijdstip: Datum, kanaal: Kanaal, onderwerp: Onderwerp, tekst: Vraag, cijfer: Cijfer, aard: Aard, vertrouwelijk: Geheim}}", 1)))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	folder := fstest.MapFS{"a.csv": {Data: []byte(b.String())}}
	m := NewMatcher(j, "kcc")
	open := func() *Data {
		d, problems := Open(j, j.Sources[0], folder)
		if d == nil {
			t.Fatal(problems)
		}
		return d
	}
	var want, got []string
	each := open()
	if err := each.Each(func(s Signal, readable bool) {
		text := "unreadable"
		if readable {
			day := journeys.Date{}
			if s.Dated() {
				day = s.Date()
			}
			text = fmt.Sprintf("%v %s|%s %v %v %v %v", day, s.Channel, s.Topic, s.Score, s.Scored, s.Secret, m.Match(s))
		}
		want = append(want, fmt.Sprint(s.Line, " ", text))
	}); err != nil {
		t.Fatal(err)
	}
	fold := open()
	if err := fold.Fold(func() Part { return &listPart{matching: m.NewMatching()} }, func(p Part, before int) {
		for i, text := range p.(*listPart).lines {
			got = append(got, fmt.Sprint(before+p.(*listPart).at[i], " ", text))
		}
	}); err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Fatalf("%d records, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("record %d: %s, want %s", i, got[i], want[i])
		}
	}
	n, lines := fold.Long()
	if wantN, wantLines := each.Long(); n != wantN || fmt.Sprint(lines) != fmt.Sprint(wantLines) {
		t.Errorf("long rows %d %v, want %d %v", n, lines, wantN, wantLines)
	}
}

// failing is a file that cannot be read to its end.
type failing struct {
	fs.File
	io.Reader
}

func (f failing) Read(b []byte) (int, error) { return f.Reader.Read(b) }

// TestTruncated keeps what was read before a fault, without the record that it cut through.
func TestTruncated(t *testing.T) {
	fault := errors.New("cut off")
	for _, fold := range []bool{false, true} {
		text := "a;b\n" + strings.Repeat("1;2\n", 400_000) + "3;"
		r, err := readCSV(input{file: failing{Reader: io.MultiReader(strings.NewReader(text), brokenReader{fault})}})
		if err != nil {
			t.Fatal(err)
		}
		d := &Data{rows: r, binding: binding{column: map[string]int{}}, close: func() error { return nil }}
		n := 0
		if fold {
			err = d.Fold(func() Part { return &collector{} }, func(p Part, _ int) { n += len(p.(*collector).rows) })
		} else {
			err = d.Each(func(Signal, bool) { n++ })
		}
		if !errors.Is(err, fault) || n != 400_000 {
			t.Errorf("fold %v: %d records and %v", fold, n, err)
		}
	}
}

type brokenReader struct{ err error }

func (b brokenReader) Read([]byte) (int, error) { return 0, b.err }
