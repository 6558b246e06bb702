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
	extra    int
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
		text += " " + string(r.Cell(p.extra))
	}
	p.lines, p.at = append(p.lines, text), append(p.at, r.Line)
}

func (p *listPart) Reset() { p.lines, p.at = p.lines[:0], p.at[:0] }

// foldAndEach reads a source both ways and compares all that they give.
func foldAndEach(t *testing.T, j *journeys.Journey, folder fs.FS) (found journeys.Problems, records int) {
	t.Helper()
	return sameTwice(t, j, func() *Data {
		d, problems := Open(j, j.Sources[0], folder)
		if d == nil {
			t.Fatal(problems)
		}
		return d
	})
}

// sameTwice opens a source twice, for Each and for Fold.
func sameTwice(t *testing.T, j *journeys.Journey, open func() *Data) (found journeys.Problems, records int) {
	t.Helper()
	m := NewMatcher(j, "kcc")
	var want, got []string
	each := open()
	each.Each(func(s Signal, readable bool) {
		text := "unreadable"
		if readable {
			day := journeys.Date{}
			if s.Dated() {
				day = s.Date()
			}
			text = fmt.Sprintf("%v %s|%s %v %v %v %v", day, s.Channel, s.Topic, s.Score, s.Scored, s.Secret, m.Match(s))
			text += " " + s.Cells("extra")
		}
		want = append(want, fmt.Sprint(s.Line, " ", text))
	})
	fold := open()
	extra := fold.Column("extra")
	fold.Fold(func() Part { return &listPart{matching: m.NewMatching(), extra: extra} }, func(p Part, before int) {
		for i, text := range p.(*listPart).lines {
			got = append(got, fmt.Sprint(before+p.(*listPart).at[i], " ", text))
		}
	})
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("record %d: %s, want %s", i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d records, want %d", len(got), len(want))
	}
	if g, w := fmt.Sprint(fold.Found(), fold.Unreadable()), fmt.Sprint(each.Found(), each.Unreadable()); g != w {
		t.Errorf("found %s, want %s", g, w)
	}
	return fold.Found(), len(got)
}

// kccOf is a journey whose source has these lines of YAML.
func kccOf(t *testing.T, source string) *journeys.Journey {
	t.Helper()
	j, problems := journeys.Parse("a.yaml", []byte(strings.Replace(selectors, "{soort: telefoon, lijst: []}", "{soort: telefoon, "+source+"}", 1)))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return j
}

const kccColumns = "kolommen: {tijdstip: Datum, kanaal: Kanaal, onderwerp: Onderwerp, tekst: Vraag, cijfer: Cijfer, aard: Aard, vertrouwelijk: Geheim}"

// nastyCSV has all that can be wrong in a file, and several parts.
func nastyCSV(records int) string {
	var b strings.Builder
	b.WriteString("Datum;Kanaal;Onderwerp;Vraag;Cijfer;Aard;Geheim\n")
	for i := range records {
		switch {
		case i%1000 == 7:
			b.WriteString("\"nooit gesloten;1;2\n")
		case i%501 == 3:
			b.WriteString(";;;;;;\n\n")
		case i%333 == 5:
			fmt.Fprintf(&b, "31-02-2022;balie;Afval;Caf\xe9 %d;;;\n", i)
		case i%999 == 8:
			fmt.Fprintf(&b, "01-02-2022;balie;Afval;een;;;;te veel %d\n", i)
		case i%77 == 1:
			fmt.Fprintf(&b, "2022-06-30T22:30Z;;Énergie  toeslag;\"Een\r\n%d \"\"keer\"\" tw\xe9e\n\";7,5;KLACHT;ja\n", i)
		default:
			fmt.Fprintf(&b, "%02d-%02d-2022 12:%02d;BALIE;Afval;één twee niet %d%s;%d;vraag;nee\n", i%28+1, i%12+1, i%60, i, strings.Repeat(" woord", i%20), i%11)
		}
	}
	return b.String()
}

// TestFoldIsEach reads a file of several parts, with all that can be wrong in it, both ways.
func TestFoldIsEach(t *testing.T) {
	found, _ := foldAndEach(t, kccOf(t, "bestand: a.csv, "+kccColumns), one("a.csv", []byte(nastyCSV(40_000))))
	if len(found) != 1 || found[0].Code != "extra-kolommen" {
		t.Error(found)
	}
}

// TestFoldOfFiles reads several files both ways, compressed ones and other columns among them.
func TestFoldOfFiles(t *testing.T) {
	folder := fstest.MapFS{
		"s/1.csv":     {Data: []byte("tijdstip;onderwerp;tekst;extra\n01-01-2022;A;een;x\nmorgen;A;een;x\n")},
		"s/2.csv.gz":  {Data: gzipped("extra;tekst;onderwerp;tijdstip\n" + strings.Repeat("y;twee;B;01-02-2022\n", 200_000) + "y;twee;B;ooit\n")},
		"s/3.csv.zst": {Data: zstded("tekst;tijdstip\neen;01-03-2022\n")},
		"s/4.csv":     {Data: []byte("PK\x03\x04")},
		"s/5.csv.gz":  {Data: gzipped("tekst;tijdstip\n" + strings.Repeat("een;01-03-2022\n", 9000))[:60]},
		"s/6.csv":     {Data: []byte("onderwerp;tekst;tijdstip\nC;een;01-04-2022;te;veel\n")},
		"j/1.json":    {Data: []byte(`[{"id": 1, "tijdstip": "2022-01-01", "tekst": "een", "extra": 7}, {"id": 1, "tijdstip": "2022-01-01"}, {"id": 2, "tijdstip": "ooit"}]`)},
		"j/2.json":    {Data: []byte(`[{"extra": 7, "tekst": "een", "tijdstip": "2022-01-01", "id": 2}, {"id": 1, "tijdstip": "2022-01-01"}]`)},
		"k/1.csv":     {Data: []byte("startdatum;vraag;specifiekeVraag;gespreksresultaat;id\n01-01-2022;A;;x;1\n01-01-2022;A;een;x;1\n02-01-2022;B;een;x;2\n")},
	}
	if _, n := foldAndEach(t, kccOf(t, "bestand: s"), folder); n < 200_004 {
		t.Errorf("%d records", n)
	}
	if _, n := foldAndEach(t, kccOf(t, "bestand: j"), folder); n != 3 {
		t.Errorf("%d records of JSON", n)
	}
	if _, n := foldAndEach(t, kccOf(t, "bestand: k"), folder); n != 2 {
		t.Errorf("%d records of KISS", n)
	}
}

// TestFoldCountsIDsOnce has doubles within a part, in later parts and around places where a part was
// cut within quotes; unreadable records and records without an id are never double.
func TestFoldCountsIDsOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("id;tijdstip;tekst;extra\n")
	for i := range 60_000 {
		id := fmt.Sprint(i)
		day := "01-02-2022"
		switch {
		case i%50 == 1:
			id = fmt.Sprint(i - 1)
		case i%97 == 2:
			id = fmt.Sprint(i / 2)
		case i%101 == 0:
			id = ""
		case i%503 == 0:
			day = "ooit"
		}
		text := "een"
		if i%10_000 < 3000 {
			text = "\"" + strings.Repeat("een;twee;drie;vier\n", 20) + "\""
		}
		fmt.Fprintf(&b, " %s ;%s;%s;%d\n", id, day, text, i)
		if i%2011 == 0 {
			b.WriteString("\"nooit gesloten\n")
		}
	}
	found, n := foldAndEach(t, kccOf(t, "bestand: a.csv"), one("a.csv", []byte(b.String())))
	if len(found) != 1 || found[0].Code != "dubbele-ids" || n < 25_000 || n > 60_000 {
		t.Error(found, n)
	}
}

// failing gives files that cannot be read to their end.
type failing struct {
	fstest.MapFS
	fault error
}

func (f failing) Open(name string) (fs.File, error) {
	file, err := f.MapFS.Open(name)
	return failingFile{file, f.fault}, err
}

type failingFile struct {
	fs.File
	fault error
}

func (f failingFile) Read(b []byte) (int, error) {
	n, err := f.File.Read(b)
	if err == io.EOF {
		err = f.fault
	}
	return n, err
}

// TestTruncated keeps what was read before a fault, without the record that it cut through.
func TestTruncated(t *testing.T) {
	folder := failing{one("a.csv", []byte("tekst;b\n"+strings.Repeat("1;2\n", 400_000)+"3;")), errors.New("cut off")}
	found, n := foldAndEach(t, kccOf(t, "bestand: a.csv"), folder)
	if !found.HasErrors() || n != 400_000 {
		t.Errorf("%d records and %v", n, found)
	}
}
