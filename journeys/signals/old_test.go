package signals

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

var border = journeys.Date{Year: 2022, Month: 1, Day: 1}

func ageJourney(t testing.TB, file, more string) (*journeys.Journey, journeys.Source) {
	t.Helper()
	j, ps := journeys.Parse("a.yaml", []byte("klantreis: A\nbronnen: {kcc: {soort: telefoon, bestand: "+file+more+"}}\nfasen: [{fase: A, stappen: [{stap: B}]}]\n"))
	if ps.HasErrors() {
		t.Fatal(ps)
	}
	return j, j.Sources[0]
}

func withoutOld(t testing.TB, file, more, content string) (string, Ages) {
	t.Helper()
	j, s := ageJourney(t, file, more)
	folder := fstest.MapFS{file: {Data: []byte(content)}}
	counted, ps := AgesOf(j, s, folder, border, Options{})
	if ps.HasErrors() || len(counted) != 1 {
		t.Fatal(ps)
	}
	if counted[0].Whole != "" {
		return content, counted[0]
	}
	var out bytes.Buffer
	gone, err := WithoutOld(j, s, folder, file, border, &out, Options{})
	gone.Several = counted[0].Several
	if err != nil || gone != counted[0] {
		t.Fatalf("%v: counted %+v, left out %+v", err, counted[0], gone)
	}
	return out.String(), gone
}

func TestWithoutOld(t *testing.T) {
	columns := ", kolommen: {tijdstip: Datum, tekst: Vraag}"
	for _, c := range []struct {
		name, file, more, in, want string
		records, old, undated      int
	}{
		{"plain", "a.csv", columns, "Datum;Vraag\n31-12-2021;weg\n01-01-2022;blijft\n", "Datum;Vraag\n01-01-2022;blijft\n", 2, 1, 0},
		{"byte-order mark, CRLF, quotes, no last line end", "a.csv", columns,
			"\ufeffsep=;\r\n\"Datum\";Vraag\r\n01-01-2021;\"weg;\r\nook \"\"dit\"\"\"\r\n\r\n02-01-2022;\"blijft\r\n\"\r\n03-01-2021;weg\r\n01-02-2023;\"x\r\ny\"",
			"\ufeffsep=;\r\n\"Datum\";Vraag\r\n\r\n02-01-2022;\"blijft\r\n\"\r\n01-02-2023;\"x\r\ny\"", 4, 2, 0},
		{"Windows-1252 and a title", "a.csv", columns, "Export\n\nDatum;Vraag\n01-01-2021;caf\xe9\n01-01-2023;ge\xefnd\x80\n", "Export\n\nDatum;Vraag\n01-01-2023;ge\xefnd\x80\n", 2, 1, 0},
		{"no date, impossible date, shifted", "a.csv", columns, "Datum;Vraag\n;a\n31-02-2021;b\n01-01-2021;c;d\n01-01-2021;e\n", "Datum;Vraag\n;a\n31-02-2021;b\n01-01-2021;c;d\n", 4, 1, 3},
		{"a quote that is not closed", "a.csv", columns, "Datum;Vraag\n01-01-2021;weg\n02-01-2021;\"blijft\n01-01-2021;weg\n", "Datum;Vraag\n02-01-2021;\"blijft\n", 3, 2, 1},
		{"all old", "a.csv", columns, "Datum;Vraag\r01-01-2021;a\r02-01-2021;b\r", "Datum;Vraag\r", 2, 2, 0},
		{"NDJSON", "a.ndjson", "", "\ufeff{\"tijdstip\": \"2021-01-01\", \"tekst\": \"weg\"}\r\n\r\n{\"tekst\":\"\\u00e9\" , \"tijdstip\":\"2022-05-01\"}\r\n{kapot\r\n{\"tijdstip\": \"2021-01-01\"}",
			"\ufeff\r\n{\"tekst\":\"\\u00e9\" , \"tijdstip\":\"2022-05-01\"}\r\n{kapot\r\n", 4, 2, 1},
	} {
		got, a := withoutOld(t, c.file, c.more, c.in)
		if got != c.want || a.Records != c.records || a.Old != c.old || a.Undated != c.undated || a.Whole != "" {
			t.Errorf("%s: %+v\n%q\nwant\n%q", c.name, a, got, c.want)
		}
	}
}

// TestWhole: what cannot be taken apart is counted and left as it is.
func TestWhole(t *testing.T) {
	for _, c := range []struct {
		file, content string
		want          Whole
	}{
		{"a.json", `[{"tijdstip": "2021-01-01", "tekst": "a"}, {"tijdstip": "2022-01-01", "tekst": "b"}]`, WholeJSON},
		{"a.json", `{"count": 2, "results": [{"tijdstip": "2021-01-01", "tekst": "a"}, {"tijdstip": "2022-01-01", "tekst": "b"}]}`, WholeJSON},
		{"a.csv", "\xff\xfet\x00i\x00j\x00d\x00s\x00t\x00i\x00p\x00;\x00t\x00e\x00k\x00s\x00t\x00\n\x002\x000\x002\x001\x00-\x000\x001\x00-\x000\x001\x00;\x00a\x00\n\x002\x000\x002\x002\x00-\x000\x001\x00-\x000\x001\x00;\x00b\x00\n\x00", WholeUTF16},
		{"a.csv", "tekst;onderwerp\na;b\nc;d\n", WholeColumns},
	} {
		_, a := withoutOld(t, c.file, "", c.content)
		old, undated := 1, 0
		if c.want == WholeColumns {
			old, undated = 0, 2
		}
		if a.Whole != c.want || a.Records != 2 || a.Old != old || a.Undated != undated {
			t.Errorf("%s: %+v", c.file, a)
		}
	}
}

// TestWithoutOldLarge: records on the seams of what is read at once, compressed as well.
func TestWithoutOldLarge(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 4))
	var in, want strings.Builder
	in.WriteString("tijdstip;tekst\r\n")
	want.WriteString("tijdstip;tekst\r\n")
	for i := range 30000 {
		year := 2020 + chance.IntN(4)
		line := fmt.Sprintf("%d-05-01;\"%s \"\"x\"\"\r\n%d\"\r\n", year, strings.Repeat("lang ", chance.IntN(20)), i)
		in.WriteString(line)
		if year >= 2022 {
			want.WriteString(line)
		}
	}
	if got, _ := withoutOld(t, "a.csv", "", in.String()); got != want.String() {
		t.Error("a large file differs")
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, in.String())
	z.Close()
	got, _ := withoutOld(t, "a.csv.gz", "", packed.String())
	r, err := gzip.NewReader(strings.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := io.ReadAll(r); err != nil || string(plain) != want.String() {
		t.Errorf("a compressed file differs: %v", err)
	}
	j, s := ageJourney(t, "a.csv.gz", "")
	if _, ps := AgesOf(j, s, fstest.MapFS{"a.csv.gz": {Data: packed.Bytes()[:packed.Len()-30]}}, border, Options{}); !ps.HasErrors() {
		t.Error("a file that is cut short was taken for whole")
	}
}

// FuzzWithoutOld: what is written is what was read without some of its records, in order, and reading
// it again finds none that is old.
func FuzzWithoutOld(f *testing.F) {
	f.Add([]byte("tijdstip;tekst\n2021-01-01;\"a\nb\"\n2022-01-01;c\n;d\n"), false)
	f.Add([]byte("{\"tijdstip\": \"2021-01-01\"}\n{\"tijdstip\": \"2022-01-01\"}\n"), true)
	f.Fuzz(func(t *testing.T, content []byte, lines bool) {
		file := "a.csv"
		if lines {
			file = "a.ndjson"
		}
		j, s := ageJourney(t, file, ", kolommen: {tijdstip: tijdstip}")
		var out bytes.Buffer
		folder := fstest.MapFS{file: {Data: content}}
		counted, ps := AgesOf(j, s, folder, border, Options{})
		if ps.HasErrors() || counted[0].Whole != "" {
			return
		}
		gone, err := WithoutOld(j, s, folder, file, border, &out, Options{})
		if err != nil || gone.Old != counted[0].Old {
			t.Fatalf("%v %+v %+v", err, gone, counted[0])
		}
		if gone.Old == 0 && !bytes.Equal(out.Bytes(), content) {
			t.Fatalf("nothing is old in %q, which became %q", content, out.Bytes())
		}
		rest := content
		for _, c := range out.Bytes() { // a subsequence
			i := bytes.IndexByte(rest, c)
			if i < 0 {
				t.Fatalf("%q is not in %q", out.Bytes(), content)
			}
			rest = rest[i+1:]
		}
		if gone.Records-gone.Old == 0 || lines {
			return // nothing is left to read, or the other lines may have other keys
		}
		again, ps := AgesOf(j, s, fstest.MapFS{file: {Data: out.Bytes()}}, border, Options{})
		if !ps.HasErrors() && again[0].Whole == "" && (again[0].Old != 0 || again[0].Records != gone.Records-gone.Old) {
			t.Fatalf("%q became %q: %+v", content, out.Bytes(), again[0])
		}
	})
}
