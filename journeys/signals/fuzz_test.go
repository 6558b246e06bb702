package signals

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"klantreis/journeys"
)

// collector is a Part that keeps all cells as text.
type collector struct {
	columns int
	lines   []string
	rows    []row
}

func (c *collector) Visit(r *Record) {
	out := row{line: r.Line, broken: !r.Readable}
	for i := range r.csv.cells {
		text, _ := r.csv.value(r.csv.cells[i], nil)
		out.cells = append(out.cells, string(text))
	}
	c.rows = append(c.rows, out)
}

func (c *collector) Reset() { c.rows = c.rows[:0] }

// inParallel reads a file in small parts on several goroutines.
func inParallel(t *testing.T, data []byte, size int) (header []string, records []row) {
	f, err := openCSV(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	none := fields{width: len(f.header), time: -1, channel: -1, topic: -1, text: -1, nature: -1, secret: -1, score: -1, id: -1}
	err = newParts(f, size).fold(&none, &remarks{}, func() Part { return &collector{} }, func(p Part, before int) {
		for _, r := range p.(*collector).rows {
			r.line += before
			records = append(records, r)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return f.header, records
}

func show(header []string, records []row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q\n", header)
	for _, r := range records {
		if r.broken {
			r.cells = nil
		}
		fmt.Fprintf(&b, "%d %v %q\n", r.line, r.broken, r.cells)
	}
	return b.String()
}

// FuzzCSV holds the parts against the plain way, and against encoding/csv where that reads the
// same language.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{
		"Datum;Vraag\r\n01-02-2022;\"Hoi\r\ndaar\"\r\n", "a,b\n\"open,1\n2,3\n", "sep=;\n\xff\xfe", "a;b\n\"x\"\"y\";1\n\r\n;\n\"\"\"\";\"", "a\n\"\"\n\"\n\"\"\"\n\"",
		"\xff\xfea\x00,\x00b\x00\n\x001\x00", "a;b\r1;2\r\"3\r\";4\r\n5", " ", "a,b\n\"abc\n\"\",1\n\"\"x", strings.Repeat("a;\"b\nc;d\"\n", 40), "a;b\n" + strings.Repeat("\"x;1\n", 30),
	} {
		f.Add([]byte(s), byte(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, size byte) {
		if isBinary(data) {
			return
		}
		header, records := slowRead(data)
		if _, err := openCSV(bytes.NewReader(data)); errors.As(err, &fault{}) {
			if len(header) < 2 || len(records) == 0 || len(records[0].cells) > 1 {
				t.Errorf("refused, with %q above %v: %v", header, records, err)
			}
			return
		}
		want := show(header, records)
		if got := show(all(data, 1+int(size))); got != want {
			t.Errorf("one by one:\n%s\nwant\n%s", got, want)
		}
		if got := show(inParallel(t, data, 1+int(size))); got != want {
			t.Errorf("in parallel:\n%s\nwant\n%s", got, want)
		}
		holdAgainstStandard(t, data)
	})
}

// holdAgainstStandard compares with encoding/csv. That keeps CR within a line, and blank cells, and
// calls an error what is read here.
func holdAgainstStandard(t *testing.T, data []byte) {
	if bytes.ContainsAny(data, "\r") || bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}) || bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return
	}
	s := scanner{data: data}
	s.detectComma()
	standard := csv.NewReader(bytes.NewReader(data[s.at:]))
	standard.Comma = rune(s.comma)
	standard.FieldsPerRecord = -1
	records, err := standard.ReadAll()
	if err != nil {
		return
	}
	var want [][]string
	for _, r := range records {
		for i, c := range r {
			r[i] = string(appendDecoded(nil, []byte(c)))
		}
		if !blank(r) {
			want = append(want, r)
		}
	}
	header, rows := all(data, 7)
	var got [][]string
	if header != nil {
		got = append(got, header)
		for i, h := range want[0] {
			want[0][i] = strings.TrimSpace(h)
		}
	}
	for _, r := range rows {
		got = append(got, r.cells)
	}
	if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestLongRecords reads records around the largest size, and quotes that never close.
func TestLongRecords(t *testing.T) {
	long := func(n int) string { return strings.Repeat("x", n) }
	for name, data := range map[string]string{
		"just fits":         "a;b\n1;\"" + long(maxRecord-4) + "\"\n2;3\n",
		"one too many":      "a;b\n1;\"" + long(maxRecord-3) + "\"\n2;3\n",
		"plain, just fits":  "a;b\n1;" + long(maxRecord-2) + "\n2;3\n",
		"plain, too many":   "a;b\n1;" + long(maxRecord-1) + "\n2;3\n",
		"nine times":        "a;b\n1;\"" + long(9*maxRecord) + "\"\n2;3\n",
		"with lines":        "a;b\n1;\"" + strings.Repeat(long(99999)+"\n", 12) + "\"\n2;3\n",
		"many quotes":       "a;b\n" + strings.Repeat("\"open;"+long(9000)+"\n", 130),
		"quotes at an edge": "a;b\n\"" + long(maxRecord-3) + strings.Repeat("\"", 5) + ";1\n2;3\n",
	} {
		want := show(slowRead([]byte(data)))
		for _, size := range []int{partSize, 300_000} {
			if got := show(all([]byte(data), size)); got != want {
				t.Errorf("%s, one by one in parts of %d: %.300s\nwant %.300s", name, size, got, want)
			}
			if got := show(inParallel(t, []byte(data), size)); got != want {
				t.Errorf("%s, in parts of %d: %.300s\nwant %.300s", name, size, got, want)
			}
		}
	}
}

// FuzzMatch holds the matcher against the plain one. Words stand apart by |, selectors by lines.
func FuzzMatch(f *testing.F) {
	f.Add("wanneer betaald|uitbeta*\nid|€ 50|-x\nno !een|twee", "Wanneer  wordt UITBETAALD? € 50 id een")
	f.Add("a|aa|a b|ω*\nstraße|'s", "aaa a\tb Ω STRASSE 's é e\u0301 a’b")
	f.Add("c++|c#*|a-b\nab*|abc d", "C++ c#x A-B abc\u00a0d")
	f.Add("kan niet inloggen|a bcd*\nkan  niet inlog*|ω abc|e-mail van de gemeente", "Ikan niet inloggen, KAN\tniet \n inloggen: éa bcd ωω abc E-mail van de gemeenten")
	f.Add("niet inloggen|in de wijk\nde wijk", "niet inloggen")
	f.Fuzz(func(t *testing.T, words, text string) {
		var selectors []compiled
		for i, line := range strings.Split(words, "\n") {
			line, not, _ := strings.Cut(line, "!")
			selectors = append(selectors, compiled{index: i, words: patterns(strings.Split(line, "|")), without: patterns(strings.Split(not, "|"))})
		}
		if len(selectors) > 200 {
			return
		}
		got, want := newMatcher(selectors).Match(Signal{Text: text}), naive(selectors, Signal{Text: text})
		if !slices.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	})
}

// TestManySelectors matches with more selectors than a machine word has bits, with conditions of
// all sorts.
func TestManySelectors(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	vocabulary := strings.Fields("wanneer betaald toeslag betaling uitbetaling waar id a afval paspoort bezwaar één niet 12 x-y € CAFÉ wie")
	phrase := func(most int) string {
		var words []string
		for range 1 + random.IntN(most) {
			words = append(words, vocabulary[random.IntN(len(vocabulary))])
		}
		return strings.Join(words, pick(" ", " ", "  ", ", ", "\n"))
	}
	for round := range 50 {
		var selectors []compiled
		for i := range 20 * (round % 10) {
			c := compiled{index: 3 * i, channel: pick("", "", "balie", "telefoon"), nature: pick("", "", "klacht"), topic: pick("", "", "afval", "paspoort")}
			for range random.IntN(4) {
				c.words = append(c.words, patterns([]string{phrase(3) + pick("", "*")})...)
			}
			for range random.IntN(2) {
				c.without = append(c.without, patterns([]string{phrase(1)})...)
			}
			if random.IntN(4) == 0 {
				from := float64(random.IntN(10))
				c.score = &journeys.ScoreRange{From: &from}
			}
			selectors = append(selectors, c)
		}
		m := newMatcher(selectors)
		for range 100 {
			s := Signal{Channel: pick("balie", "telefoon", "chat"), Nature: pick("", "klacht"), Topic: pick("Afval", "PASPOORT", "x"),
				Text: phrase(12), Score: float64(random.IntN(11)), Scored: random.IntN(3) > 0}
			if got, want := m.Match(s), naive(selectors, s); !slices.Equal(got, want) {
				t.Fatalf("%+v: %v, want %v", s, got, want)
			}
		}
	}
}

// FuzzDay holds the fast reading of moments against journeys.ParseTime.
func FuzzDay(f *testing.F) {
	for _, s := range []string{"2022-09-15", "15-09-2022 14:03", "1/2/2022", "2022-03-27T00:59:59Z", "2022-10-30T23:30:00.123+00:00", "2099-12-31T23:59:60Z", "2024-02-29 7:05",
		"29-02-2023", "2022-06-30T22:00Z", "1-1-1997 0:00", "2050-03-27T22:30-0130", "2022/01/01", "31-12-2022T23:59:59,9", "15 maart 2024", "vr 15-mrt-24 7:05", "1. Dec. 2023, 23:59"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, ok := journeys.ParseTime(s)
		if m, fast := plainMoment([]byte(s)); fast && (!ok || DateOf(m.day()) != journeys.DateOf(want) || m.time() != want) {
			t.Errorf("%q: %v, want %v %v", s, m.time(), want, ok)
		}
		got, gotOK := ParseDay([]byte(s))
		if gotOK != ok || ok && DateOf(got) != journeys.DateOf(want) {
			t.Errorf("%q: %v %v, want %v %v", s, DateOf(got), gotOK, want, ok)
		}
	})
}

// TestDays goes through a century of half hours around the changes of the clock.
func TestDays(t *testing.T) {
	for day := dayNumber(1996, 12, 25); day < dayNumber(2100, 1, 5); day++ {
		date := DateOf(day)
		if DayOf(date) != day {
			t.Fatalf("%v is day %d, not %d", date, DayOf(date), day)
		}
		for _, clock := range []string{"", "T00:30", "T22:30Z", "T23:15:00Z", "T23:59:59+0000", "T00:30+02:00", "T00:30-01:00"} {
			text := date.String() + clock
			want, ok := journeys.ParseTime(text)
			if got, gotOK := ParseDay([]byte(text)); gotOK != ok || ok && DateOf(got) != journeys.DateOf(want) {
				t.Fatalf("%s: %v %v, want %v %v", text, DateOf(got), gotOK, want, ok)
			}
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"7,5", "-3", ".5", "5.", "123456789012345,6", "0.000000000000001", "1e5", "", "+1", "1.2.3", " 4 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, ok := journeys.ParseNumber(s)
		if got, gotOK := ParseNumber([]byte(s)); gotOK != ok || math.Float64bits(got) != math.Float64bits(want) {
			t.Errorf("%q: %v %v, want %v %v", s, got, gotOK, want, ok)
		}
	})
}
