package render

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// TestComposeTables holds the tables of an example to a golden file, and to what may never stand in them.
func TestComposeTables(t *testing.T) {
	folder := filepath.Join("..", "examples", "verhuizen")
	j, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	ev, _ := evidence.Bind(j, os.DirFS(folder))
	for _, lang := range []words.Lang{words.Dutch, words.English} {
		v := ComposeTables(j, ev, lang)
		if !reflect.DeepEqual(v, ComposeTables(j, ev, lang)) {
			t.Error("two compositions differ")
		}
		var out bytes.Buffer
		for _, s := range v.Sections {
			fmt.Fprintf(&out, "# %s\n", s.Title)
			for _, row := range s.Rows {
				if len(row.Cells) != len(s.Columns) {
					t.Fatalf("%s: %d cells under %d columns", s.ID, len(row.Cells), len(s.Columns))
				}
				for i, c := range row.Cells {
					if c.Text != "" {
						fmt.Fprintf(&out, "%s: %s\n", s.Columns[i].Title, strings.ReplaceAll(c.Text, "\n", " / "))
					}
					if s.Columns[i].Kind == NumberCell && c.Known && c.Number == 0 && c.Text != "0" || s.Columns[i].Title == "" {
						t.Errorf("%s: a cell %+v under %q", s.ID, c, s.Columns[i].Title)
					}
				}
				out.WriteString("\n")
			}
		}
		golden(t, "tabellen-"+string(lang)+".txt", out.String())
		for _, s := range j.Steps() {
			for _, q := range s.Quotes {
				if !q.Approved && strings.Contains(out.String(), q.Text) {
					t.Errorf("a quote without approval: %s", q.Text)
				}
			}
		}
	}
}

// TestSmallGroups holds that no number from 1 to 4 of signals stands in a table as such.
func TestSmallGroups(t *testing.T) {
	j, problems := journeys.Parse("x.yaml", []byte("klantreis: x\nbronnen: {b: {soort: gesprek, lijst: [{tekst: een}, {tekst: twee}, {tekst: een}]}}\nfasen: [{fase: f, stappen: [{stap: s, signalen: [{signaal: z, bron: b, woorden: [een]}]}]}]\n"))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	ev, _ := evidence.Bind(j, os.DirFS(t.TempDir()))
	v := ComposeTables(j, ev, words.Dutch)
	if c := v.Sections[0].Rows[0].Cells[12]; c.Known || c.Text != "< 5" {
		t.Errorf("two signals of a step are shown as %+v", c)
	}
	if c := v.Sections[1].Rows[0].Cells[4]; c.Known || c.Text != "< 5" {
		t.Errorf("two records of a signal are shown as %+v", c)
	}
	for _, s := range v.Sections {
		for _, row := range s.Rows {
			for _, c := range row.Cells {
				if strings.Contains(c.Text, "twee") {
					t.Errorf("a text of a signal stands in a table: %s", c.Text)
				}
			}
		}
	}
}
