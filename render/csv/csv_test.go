package csv

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/words"
)

// TestWrite holds what a Dutch Excel needs, and that no text is a formula.
func TestWrite(t *testing.T) {
	formulas := []string{`=HYPERLINK("http://x";"klik")`, "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "＝1", "|x", "%0A=1", "\n=1"}
	s := render.RegisterSection{Columns: []render.RegisterColumn{{Title: "Stap"}, {Title: "n", Kind: render.NumberCell}, {Title: "Dag", Kind: render.DateCell}}}
	add := func(text string, number float64, known bool, shown string) {
		s.Rows = append(s.Rows, render.RegisterRow{Cells: []render.RegisterCell{{Text: text}, {Text: shown, Number: number, Known: known}, {Date: journeys.Date{Year: 2022, Month: 9, Day: 5}}}})
	}
	add(`Wacht; "lang"`, -1.25, true, "−1,25")
	add("één\ntwee", 1204, true, "1.204")
	add("", 0, false, "< 5")
	for _, f := range formulas {
		add(f, 0, false, f)
	}
	var out, again bytes.Buffer
	if err := Write(&out, s, words.Dutch); err != nil {
		t.Fatal(err)
	}
	if err := Write(&again, s, words.Dutch); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("two writings differ", err)
	}
	want := "\ufeffStap;n;Dag\r\n\"Wacht; \"\"lang\"\"\";-1,25;05-09-2022\r\n\"één\r\ntwee\";1204;05-09-2022\r\n;< 5;05-09-2022\r\n"
	if !strings.HasPrefix(out.String(), want) {
		t.Errorf("wrote\n%q, not\n%q", out.String()[:len(want)], want)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows[4:] {
		for _, cell := range row[:2] {
			if !strings.HasPrefix(cell, "'") {
				t.Errorf("%q became %q, which a spreadsheet may run", formulas[i], cell)
			}
		}
	}
	out.Reset()
	if err := Write(&out, s, words.English); err != nil || !strings.Contains(out.String(), ";-1.25;") {
		t.Errorf("in English: %s", out.String())
	}
}
