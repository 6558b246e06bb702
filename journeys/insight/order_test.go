package insight

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// wordings are ways to write the same question: with a greeting, a number, a name, in capitals, without a mark.
func wordings(q string, i int) string {
	small := strings.ToLower(q[:1]) + q[1:]
	switch i % 7 {
	case 0:
		return "Goedemorgen, " + small
	case 1:
		return strings.TrimRight(q, "?.")
	case 2:
		return strings.ToUpper(q)
	case 3:
		return fmt.Sprintf("%s Mijn nummer is %d.", q, 1000+i)
	case 4:
		return q + "\nGroeten, Jan van der " + strings.ToUpper(fillers[i%len(fillers)])
	case 5:
		return strings.ReplaceAll(q, " ", ", ")
	}
	return q
}

// TestOrderOfRecords finds the same in the same records, in whatever order and parts they come: from a file, from the
// file in another order and with columns that move its parts, and from a table.
func TestOrderOfRecords(t *testing.T) {
	header := []string{"tijdstip", "onderwerp", "tekst", "kanaal", "pagina", "bezoeken", "uitstap", "vulling"}
	var rows [][]string
	start := journeys.Date{Year: 2023, Month: 1, Day: 1}
	add := func(day int, topic, text string) {
		i := len(rows)
		rows = append(rows, []string{start.AddDays(day).String() + "T10:30", topic, text, []string{"telefoon", "balie"}[i%2],
			[]string{"/Betalen", "/betalen", "/pas"}[i%3], "10", fmt.Sprint(i % 4), ""})
	}
	for i, q := range labelledQuestions(t) {
		for k := range 2 + i%9 {
			topic := q.topic
			if (i+k)%2 == 0 {
				topic = strings.ToUpper(topic)
			}
			add((7*i+31*k)%300, topic, wordings(q.text, i+3*k))
		}
	}
	for i := range 40 {
		add(i, []string{"Fiets", "fiets"}[i%2], "Waar staat mijn fiets?")
	}
	for _, r := range noise(3, 300, 40) {
		add(r.day, r.topic, r.text)
	}
	source := func(read func() (*signals.Data, journeys.Problems)) []Source {
		return []Source{{Name: "proef", Kind: "telefoon", File: "a.csv", Pages: &PageColumns{"pagina", "bezoeken", "uitstap"}, Read: func(use func(*signals.Data)) error {
			data, problems := read()
			if data == nil {
				return problems
			}
			use(data)
			return nil
		}}}
	}
	src := journeys.Source{Name: "proef", Kind: "telefoon", File: "a.csv"}
	file := func(rows [][]string) []Source {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = ';'
		w.WriteAll(append([][]string{header}, rows...))
		if b.Len() < 1<<20 {
			t.Fatalf("only %d bytes", b.Len())
		}
		folder := fstest.MapFS{"a.csv": {Data: b.Bytes()}}
		return source(func() (*signals.Data, journeys.Problems) { return signals.Open(&journeys.Journey{}, src, folder) })
	}
	table := func(rows [][]string) []Source {
		return source(func() (*signals.Data, journeys.Problems) {
			return signals.OpenTable(src, "", header, func(visit func([][]byte) error) error {
				for _, row := range rows {
					var cells [][]byte
					for _, c := range row {
						cells = append(cells, []byte(c))
					}
					if err := visit(cells); err != nil {
						return err
					}
				}
				return nil
			})
		})
	}
	told := func(sources []Source) []byte {
		t.Helper()
		f, err := Read(sources, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := WriteJSON(&out, f, ""); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	for i := range rows {
		rows[i][7] = strings.Repeat("x", 70)
	}
	want := told(file(rows))
	if !bytes.Contains(want, []byte("/betalen")) || bytes.Count(want, []byte(`"voorbeeld"`)) < 40 {
		t.Fatalf("too little to compare: %.3000s", want)
	}
	for seed := range uint64(3) {
		dice := rand.New(rand.NewPCG(seed, 5))
		other := slices.Clone(rows)
		for i, row := range other {
			other[i] = slices.Clone(row)
			other[i][7] = strings.Repeat("x", 70+dice.IntN(100))
		}
		check := func(what string, got []byte) {
			t.Helper()
			if !bytes.Equal(want, got) {
				t.Errorf("%s: %s", what, differing(want, got))
			}
		}
		check("other parts", told(file(other)))
		dice.Shuffle(len(other), func(i, k int) { other[i], other[k] = other[k], other[i] })
		check("another order", told(file(other)))
		check("a table", told(table(other)))
	}
}

// differing is the first line of two texts that is not the same, and what stands around it.
func differing(want, got []byte) string {
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			from := max(0, i-10)
			return fmt.Sprintf("line %d\n%s\nwant %s\ngot  %s", i+1, strings.Join(a[from:i], "\n"), a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(b), len(a))
}
