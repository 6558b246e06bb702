package evidence

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"klantreis/journeys"
)

var update = flag.Bool("update", false, "rewrite the wanted output in the archives")

// TestArchives reads archives that hold a journey, its data, and the wanted gegevens.json and
// problems: input and output in one readable file.
func TestArchives(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			folder := fstest.MapFS{}
			var source []byte
			want := map[string]string{}
			for _, f := range archive.Files {
				switch f.Name {
				case "klantreis.yaml":
					source = f.Data
				case "gegevens.json", "problems":
					want[f.Name] = string(f.Data)
				default:
					folder[f.Name] = &fstest.MapFile{Data: f.Data}
				}
			}
			j, problems := journeys.Parse("klantreis.yaml", source)
			ev, found := Bind(j, folder)
			var out, faults bytes.Buffer
			if err := WriteJSON(&out, j, ev); err != nil {
				t.Fatal(err)
			}
			for _, p := range append(problems, found...) {
				message, _ := p.Text("nl")
				fmt.Fprintf(&faults, "%s: %s: %s\n", p.Pos, p.Severity, message)
			}
			got := map[string]string{"gegevens.json": out.String(), "problems": faults.String()}
			if *update {
				for i, f := range archive.Files {
					if text, ok := got[f.Name]; ok {
						archive.Files[i].Data = []byte(text)
					}
				}
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for file, text := range want {
				if got[file] != text {
					t.Errorf("%s differs; got\n%s", file, got[file])
				}
			}
		})
	}
}

// TestWorkdays counts over the Dutch holidays of 2022: Good Friday 15 April, Easter Monday 18
// April, King's Day 27 April, Liberation Day 5 May, Ascension Day 26 May, Whit Monday 6 June.
func TestWorkdays(t *testing.T) {
	w := newWorkdays()
	day := func(s string) journeys.Date {
		d, ok := journeys.Moment(s)
		if !ok {
			t.Fatal(s)
		}
		return d
	}
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"2022-03-11", "2022-03-11", 0}, // Friday, the same day
		{"2022-03-11", "2022-03-14", 1}, // over a weekend
		{"2022-04-14", "2022-04-19", 1}, // Maundy Thursday to the Tuesday after Easter
		{"2022-04-26", "2022-04-28", 1},
		{"2022-05-04", "2022-05-06", 1},
		{"2022-06-03", "2022-06-07", 1},
		{"2022-12-23", "2023-01-02", 5}, // Christmas; New Year's Day is a Sunday
	} {
		if got := w.between(day(c.from), day(c.to)); got != c.want {
			t.Errorf("%s to %s: %d, want %d", c.from, c.to, got, c.want)
		}
	}
}

func TestPercentile(t *testing.T) {
	l := LeadTime{N: 10, Lengths: []Length{{0, 1}, {1, 2}, {2, 1}, {3, 1}, {4, 1}, {5, 1}, {8, 1}, {13, 1}, {40, 1}}}
	for percent, want := range map[int]float64{10: 0, 30: 1, 50: 3, 90: 13} {
		if got := l.percentile(percent); got != want {
			t.Errorf("P%d = %v, want %v", percent, got, want)
		}
	}
}
