package signals

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"klantreis/journeys"
)

// counting is a Part that counts the records it is shown.
type counting struct{ n int }

func (c *counting) Visit(*Record) { c.n++ }
func (c *counting) Reset()        { c.n = 0 }

// TestFoldKept shows a caller only the records that came after what it keeps, and tells the same of
// the file as when it is read from its begin.
func TestFoldKept(t *testing.T) {
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	source := journeys.Source{Name: "kcc", Kind: "telefoon", File: "kcc.csv"}
	var row strings.Builder
	for i := range 400 {
		fmt.Fprintf(&row, "%d;2022-05-01;\"Een vraag\nover %d\"\n", i, i)
	}
	for _, header := range []string{"id", "nummer"} {
		content := header + ";tijdstip;tekst\n" + row.String()
		var kept *Kept
		read := func(content string, at time.Time) (visits int, known bool, found journeys.Problems) {
			t.Helper()
			folder := fstest.MapFS{"kcc.csv": {Data: []byte(content), ModTime: at}}
			data, problems := OpenWith(&journeys.Journey{}, source, folder, Memory{Started: day.Add(24 * time.Hour), Recall: func(string, bool) *Kept { return kept }})
			if data == nil {
				t.Fatal(problems)
			}
			data.FoldKept(func() Part { return &counting{} }, func(_ string, k bool) func(Part, int) {
				known = k
				return func(p Part, _ int) { visits += p.(*counting).n }
			}, func(_ string, k *Kept) {
				if k != nil {
					kept = k
				}
			})
			return visits, known, data.Found()
		}
		for _, c := range []struct {
			what, content string
			day           int
			known         bool
			visits        int
		}{
			{"for the first time", content, 0, false, 400},
			{"again", content, 0, true, 0},
			{"touched", content, 1, true, 0},
			{"grown, with a double and a wrong row", content + "1;2022-05-02;nog een\nx;y;z\n500;2022-05-02;en nog een;te veel\n", 2, true, map[string]int{"id": 2, "nummer": 3}[header]},
			{"and once more", content + "1;2022-05-02;nog een\nx;y;z\n500;2022-05-02;en nog een;te veel\n501;2022-05-02;\n502;x;\n", 3, true, 2},
			{"changed in its begin", strings.Replace(content, "vraag", "brief", 1) + "600;2022-05-02;\n", 4, false, 401},
			{"without an end of line", content + "600;2022-05-02;a", 5, false, 401},
			{"which then came", content + "600;2022-05-02;ab\n", 6, false, 401},
			{"with an open quote", content + "600;2022-05-02;ab\n601;2022-05-02;\"b\n", 7, true, 1},
			{"which then was closed", content + "600;2022-05-02;ab\n601;2022-05-02;\"b\n\"\n", 8, false, 402},
		} {
			visits, known, found := read(c.content, day.Add(time.Duration(c.day)*time.Minute))
			if visits != c.visits || known != c.known {
				t.Errorf("%s, %s: %d records are shown, known %v; want %d, %v", header, c.what, visits, known, c.visits, c.known)
			}
			plain, problems := Open(&journeys.Journey{}, source, fstest.MapFS{"kcc.csv": {Data: []byte(c.content)}})
			if plain == nil {
				t.Fatal(problems)
			}
			plain.Fold(noPart, noMerge)
			if fmt.Sprint(found) != fmt.Sprint(plain.Found()) {
				t.Errorf("%s, %s: found %v, want %v", header, c.what, found, plain.Found())
			}
		}
	}
}
