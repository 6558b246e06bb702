package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

func sample() render.Register {
	day := journeys.Date{Year: 2022, Month: 9, Day: 15}
	return render.Register{Lang: words.Dutch, Title: "Overzicht", AsOf: day, Lead: []string{"Waarom", "Peildatum"}, Tiles: []render.Fact{{Value: "3", Label: "adviezen", Note: "van 4"}},
		Sections: []render.RegisterSection{
			{ID: "anders", Title: "Anders", Sheet: "Anders", Columns: []render.RegisterColumn{{Title: "A", Width: 10}}, Rows: []render.RegisterRow{{Cells: []render.RegisterCell{{Text: "x"}}}}},
			{ID: "adviezen", Title: "Adviezen", Sheet: "Adviezen", Columns: []render.RegisterColumn{{Title: "Advies", Width: 40}, {Title: "Nr.", Kind: render.NumberCell, Width: 6}, {Title: "Sinds", Kind: render.DateCell, Width: 12}, {Title: "Verandering", Kind: render.ShareCell, Width: 12}},
				Rows: []render.RegisterRow{
					{Cells: []render.RegisterCell{{Text: `=HYPERLINK("http://x","klik")`}, {Text: "1.204", Number: 1204, Known: true}, {Text: "15-09-2022", Date: day}, {Text: "−38%", Number: -0.3812, Known: true}}},
					{Cells: []render.RegisterCell{{Text: "+1\x00\x0b" + strings.Repeat("a", 40_000)}, {}, {}, {}}},
				}},
			{ID: "zo-tellen-we", Title: "Uitleg", Sheet: "Uitleg", Columns: []render.RegisterColumn{{Title: "Kolom", Width: 20}, {Title: "Betekenis", Width: 90}}, Rows: []render.RegisterRow{{Cells: []render.RegisterCell{{Text: "Nr."}, {Text: "Het nummer"}}}}},
		}}
}

func TestWriteRegister(t *testing.T) {
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := WriteRegister(b, sample(), render.Stadskamer()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two runs differ")
	}
	f, err := excelize.OpenReader(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := fmt.Sprint(f.GetSheetList()); got != "[Adviezen Uitleg Anders]" {
		t.Errorf("sheets %s", got)
	}
	for at, want := range map[string]struct {
		kind excelize.CellType
		raw  string
	}{
		"A2": {excelize.CellTypeSharedString, `=HYPERLINK("http://x","klik")`},
		"B2": {excelize.CellTypeUnset, "1204"},
		"C2": {excelize.CellTypeUnset, "44819"}, // as Excel counts 15 September 2022
		"D2": {excelize.CellTypeUnset, "-0.3812"},
		"B3": {excelize.CellTypeUnset, ""},
	} {
		kind, _ := f.GetCellType("Adviezen", at)
		raw, _ := f.GetCellValue("Adviezen", at, excelize.Options{RawCellValue: true})
		if kind != want.kind || raw != want.raw {
			t.Errorf("%s: %v %q", at, kind, raw)
		}
		if formula, _ := f.GetCellFormula("Adviezen", at); formula != "" {
			t.Errorf("%s is a formula", at)
		}
	}
	if shown, _ := f.GetCellValue("Adviezen", "C2"); shown != "15-09-2022" {
		t.Errorf("the day is shown as %s", shown)
	}
	if shown, _ := f.GetCellValue("Adviezen", "D2"); shown != "-38%" {
		t.Errorf("the share is shown as %s", shown)
	}
	if long, _ := f.GetCellValue("Adviezen", "A3"); len([]rune(long)) != longest || !strings.HasPrefix(long, "+1  aa") {
		t.Errorf("a long text has %d letters: %.10s", len([]rune(long)), long)
	}
	if panes, _ := f.GetPanes("Adviezen"); !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v", panes)
	}
	if width, _ := f.GetColWidth("Adviezen", "A"); width != 40 {
		t.Errorf("width %v", width)
	}
	names := ""
	for _, n := range f.GetDefinedName() {
		names += n.Name + " " + n.RefersTo + "\n"
	}
	if !strings.Contains(names, "Adviezen'!$1:$1") {
		t.Errorf("names:\n%s", names)
	}
	z, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	filters := 0
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, _ := io.ReadAll(r)
		filters += strings.Count(string(content), "<autoFilter ")
	}
	if filters != 3 {
		t.Errorf("%d sheets have a filter", filters)
	}
}

func TestNothing(t *testing.T) {
	var b bytes.Buffer
	v := sample()
	v.AsOf = journeys.Date{}
	for i := range v.Sections {
		v.Sections[i].Rows = nil
	}
	if err := WriteRegister(&b, v, render.Stadskamer()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	if head, _ := f.GetCellValue("Adviezen", "A1"); head != "Advies" {
		t.Errorf("head %q", head)
	}
}

// TestWriteTables holds the workbook of one journey: a sheet for each table, values that are values, and
// headers that stay.
func TestWriteTables(t *testing.T) {
	folder := filepath.Join("..", "..", "examples", "verhuizen")
	j, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	ev, _ := evidence.Bind(j, os.DirFS(folder))
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := WriteTables(b, render.ComposeTables(j, ev, words.Dutch), render.Stadskamer()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two runs differ")
	}
	f, err := excelize.OpenReader(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := fmt.Sprint(f.GetSheetList()); got != "[Reis Bewijs Adviezen Bronnen Zo leest u dit]" {
		t.Errorf("sheets %s", got)
	}
	for _, sheet := range f.GetSheetList() {
		if panes, _ := f.GetPanes(sheet); !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: panes %+v", sheet, panes)
		}
	}
	for at, want := range map[string]struct {
		kind excelize.CellType
		raw  string
	}{
		"B2": {excelize.CellTypeUnset, "1"}, "C2": {excelize.CellTypeSharedString, "Maakt een lijst voor de verhuizing"},
		"H2": {excelize.CellTypeUnset, "0.412"}, "M2": {excelize.CellTypeUnset, "66"}, "P2": {excelize.CellTypeUnset, "43466"},
	} {
		kind, _ := f.GetCellType("Reis", at)
		raw, _ := f.GetCellValue("Reis", at, excelize.Options{RawCellValue: true})
		if kind != want.kind || raw != want.raw {
			t.Errorf("%s: %v %q", at, kind, raw)
		}
	}
}

// TestHouseStyle holds that a workbook takes the colours of a house and its typeface, when that can be a name.
func TestHouseStyle(t *testing.T) {
	for asked, want := range map[string]string{"Gemeente Sans": "Gemeente Sans", "": "Calibri", strings.Repeat("lang", 10): "Calibri"} {
		theme := render.Stadskamer()
		theme.Header, theme.Typeface = drawing.Color{R: 1, G: 2, B: 3, A: 255}, asked
		var out bytes.Buffer
		if err := WriteRegister(&out, sample(), theme); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		id, _ := f.GetCellStyle("Adviezen", "A1")
		look, err := f.GetStyle(id)
		if err != nil || look.Font.Family != want || fmt.Sprint(look.Fill.Color) != "[010203]" {
			t.Errorf("%q: %v, %+v %v", asked, err, look.Font, look.Fill.Color)
		}
		if usual, _ := f.GetDefaultFont(); usual != want {
			t.Errorf("%q: the usual typeface is %s", asked, usual)
		}
	}
}
