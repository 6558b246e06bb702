package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/journeymap"
	"klantreis/render/words"
)

// TestEverySpotHasItsBacking: what a map marks can be told, in every example, lens and phase; and
// what is told holds no text of a signal, unless the author put the same words in a title or a quote.
func TestEverySpotHasItsBacking(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "examples", "*", "klantreis.yaml"))
	if err != nil || len(files) < 5 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	for _, file := range files {
		dir := filepath.Dir(file)
		id := filepath.Base(dir)
		j, _, problems, err := journeys.Load(file)
		if err != nil || problems.HasErrors() {
			t.Fatal(id, err, problems)
		}
		ev, _ := evidence.Bind(j, os.DirFS(dir))
		known, told := map[string]bool{}, ""
		for _, b := range render.Backings(j, ev, words.Dutch) {
			known[b.ID] = true
			told += fmt.Sprintf("%+v\n", b)
		}
		in := journeymap.Input{Journey: j, Evidence: ev, Theme: render.Stadskamer(), Lang: words.Dutch, Quotes: render.Quotes(j, words.Dutch)}
		var drawings []drawing.Drawing
		for _, lens := range journeymap.Lenses {
			drawings = append(drawings, journeymap.Wide(in, lens))
		}
		for i := range j.Phases {
			for _, s := range journeymap.Slides(in, i) {
				drawings = append(drawings, s.Drawing)
			}
		}
		marked := 0
		for _, d := range drawings {
			for _, s := range d.Spots {
				marked++
				if !known[s.For] {
					t.Errorf("%s: the map marks %s, of which nothing can be told", id, s.For)
				}
			}
		}
		if marked == 0 {
			t.Errorf("%s: the map marks nothing", id)
		}
		for _, text := range rawTexts(t, j, dir) {
			if strings.Contains(told, text) && !written(j, text) {
				t.Errorf("%s: a signal is repeated: %q", id, text)
			}
		}
	}
}

// rawTexts are the longer texts in the sources of a journey, of files and of lists.
func rawTexts(t *testing.T, j *journeys.Journey, dir string) []string {
	t.Helper()
	const long = 30 // shorter cells are topics and names
	var all []string
	seen := map[string]bool{}
	add := func(text string) {
		if len(text) >= long && !seen[text] {
			seen[text] = true
			all = append(all, text)
		}
	}
	for _, s := range j.Sources {
		for _, typed := range s.List {
			for _, f := range typed.Fields {
				add(f.Value)
			}
		}
		if !strings.HasSuffix(s.File, ".csv") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, s.File))
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(string(data)))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = ';', true, -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(s.File, err)
		}
		for _, row := range rows[1:] {
			for _, cell := range row {
				add(cell)
			}
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s: no texts to look for", j.ID)
	}
	return all
}

// written tells whether the author of the journey wrote a text where it may be shown.
func written(j *journeys.Journey, text string) bool {
	for _, s := range j.Steps() {
		for _, sel := range s.Selectors {
			if sel.Title == text {
				return true
			}
		}
		for _, q := range render.Quotes(j, words.Dutch)(s) {
			if strings.Contains(q.Text, text) {
				return true
			}
		}
	}
	return false
}
