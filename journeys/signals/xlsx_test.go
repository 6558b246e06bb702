package signals

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbookOf makes a workbook by excelize.
func workbookOf(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func put(f *excelize.File, sheet string, row int, values ...any) {
	for i, v := range values {
		cell, _ := excelize.CoordinatesToCellName(i+1, row)
		f.SetCellValue(sheet, cell, v)
	}
}

func TestXLSX(t *testing.T) {
	content := workbookOf(t, func(f *excelize.File) {
		f.SetCellValue("Sheet1", "A1", "Contacten 2022, uitgedraaid door KCC")
		put(f, "Sheet1", 3, "Datum", "Vraag", "Cijfer", "Geheim")
		put(f, "Sheet1", 4, time.Date(2022, 9, 15, 14, 3, 0, 0, time.UTC), "Wanneer <betaald> & hoe?", 7.5, false)
		put(f, "Sheet1", 5, time.Date(2022, 9, 16, 0, 0, 0, 0, time.UTC), "", 10, true)
		put(f, "Sheet1", 6, "17-09-2022 10:00", "tekst als datum", "6,5")
		f.SetCellRichText("Sheet1", "B8", []excelize.RichTextRun{{Text: "vet "}, {Text: "en schuin"}})
		f.SetCellValue("Sheet1", "A8", time.Date(2022, 12, 31, 23, 59, 59, 0, time.UTC))
		put(f, "Sheet1", 9, "#N/A", "fout in datum")
		f.SetCellFormula("Sheet1", "B10", "A4")
	})
	expect(t, read(t, "bestand: a.xlsx, kolommen: {tijdstip: Datum, tekst: Vraag, cijfer: Cijfer, vertrouwelijk: Geheim}", one("a.xlsx", content)),
		"4 2022-09-15T14:03 [telefoon||Wanneer <betaald> & hoe?|7.5]",
		"5 2022-09-16T00:00 [telefoon|||10|vertrouwelijk]",
		"6 2022-09-17T10:00 [telefoon||tekst als datum|6.5]",
		"8 2022-12-31T23:59 [telefoon||vet en schuin]",
		"9 !")
	if got := read(t, "bestand: a.xlsx", one("a.xlsx", content)); !strings.Contains(got, "kolommen: {tijdstip: Datum, tekst: Vraag, cijfer: Cijfer, vertrouwelijk: Geheim}") {
		t.Errorf("guess of a workbook: %s", got)
	}
}

func TestXLSXSheets(t *testing.T) {
	content := workbookOf(t, func(f *excelize.File) {
		f.NewSheet("Data")
		f.NewSheet("Toelichting")
		put(f, "Data", 1, "Tekst")
		put(f, "Data", 2, "a")
		f.SetSheetVisible("Data", true)
		f.SetActiveSheet(1)
		f.SetSheetVisible("Sheet1", false)
	})
	expect(t, read(t, "bestand: a.xlsx", one("a.xlsx", content)), "2 - [telefoon||a]",
		"waarschuwing xlsx-bladen: Van ‘a.xlsx’ is alleen het eerste blad gelezen, ‘Data’. Deze bladen tellen niet mee: Toelichting.")
}

// TestXLSXOracle reads random workbooks and holds every cell to excelize.
func TestXLSXOracle(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	words := []string{"", "a", " spatie ", "<&>\"'", "é😀", "regel\nregel", "_x000D_", "0012", "1e5", "true", "=1+1", strings.Repeat("lang ", 500)}
	for round := range 20 {
		content := workbookOf(t, func(f *excelize.File) {
			put(f, "Sheet1", 1, "a", "b", "c", "d", "e")
			for r := 2; r < 60; r++ {
				for c := range 5 {
					cell, _ := excelize.CoordinatesToCellName(c+1, r)
					switch rng.IntN(6) {
					case 0:
						f.SetCellValue("Sheet1", cell, rng.IntN(1000000)-500)
					case 1:
						f.SetCellValue("Sheet1", cell, float64(rng.IntN(1000))/8)
					case 2:
						f.SetCellValue("Sheet1", cell, rng.IntN(2) == 0)
					case 3, 4:
						f.SetCellStr("Sheet1", cell, words[rng.IntN(len(words))])
					}
				}
			}
		})
		book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		want, _ := book.GetRows("Sheet1")
		got := map[int][]string{}
		for _, r := range drain(t, readXLSX, content) {
			got[r.line] = r.cells
		}
		for i, cells := range want[1:] {
			for c, w := range cells {
				g := cellAt(got[i+2], c)
				if kind, _ := book.GetCellType("Sheet1", fmt.Sprintf("%c%d", 'A'+c, i+2)); kind == excelize.CellTypeBool {
					w = map[string]string{"1": "true", "0": "false", "TRUE": "true", "FALSE": "false"}[w]
				}
				if g != w && strings.TrimSpace(w) != "" {
					t.Fatalf("round %d, row %d column %d: %q, excelize has %q", round, i+2, c, g, w)
				}
			}
		}
	}
}

// TestExcelTime holds serial days to excelize and to what Excel shows around its 29 February 1900.
func TestExcelTime(t *testing.T) {
	for serial, want := range map[float64]string{
		1: "1900-01-01", 59: "1900-02-28", 61: "1900-03-01", 44819: "2022-09-15", 44819.5: "2022-09-15T12:00:00",
		44819.9999999: "2022-09-16", 0.25: "06:00:00", 73050: "2099-12-31",
	} {
		if got, ok := excelTime(serial, false); got != want || !ok {
			t.Errorf("%g is %s, want %s", serial, got, want)
		}
	}
	for _, from1904 := range []bool{false, true} {
		for serial := 61.0; serial < 60000; serial += 17.37 {
			want, _ := excelize.ExcelDateToTime(serial, from1904)
			got, _ := excelTime(serial, from1904)
			if rounded := strings.TrimSuffix(want.Round(time.Second).Format("2006-01-02T15:04:05"), "T00:00:00"); got != rounded {
				t.Fatalf("%g (1904: %v) is %s, excelize has %s", serial, from1904, got, rounded)
			}
		}
	}
	for _, serial := range []float64{-1, 3e6, 1e300} {
		if got, ok := excelTime(serial, false); ok {
			t.Errorf("%g is %s", serial, got)
		}
	}
}

func TestDateCodes(t *testing.T) {
	for code, want := range map[string]bool{
		"dd-mm-yyyy": true, "d/m/yy h:mm": true, "[$-413]dddd d mmmm yyyy": true, "jjjj": true, "General": false, "0.00": false,
		`0 "dagen"`: false, "[Red]0": false, `\d0`: false, "@": false, "[h]:mm": true, "": false, `"open`: false, "#,##0_d": false,
	} {
		if isDateCode(code) != want {
			t.Errorf("%q: %v", code, !want)
		}
	}
}

// bareWorkbook is the least that a workbook needs, with the sheet as given.
func bareWorkbook(sheet, shared string) []byte {
	return zipped(
		"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<x:workbook xmlns:x="y"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="A" r:id="r1"/></x:sheets></x:workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/s.xml"/>`+
			`<Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>`,
		"xl/sharedStrings.xml", shared, "xl/styles.xml", `<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
		"xl/worksheets/s.xml", sheet)
}

func TestXLSXForms(t *testing.T) {
	const head = `<row r="1"><c t="inlineStr"><is><t>tijdstip</t></is></c><c t="str"><v>tekst</v></c></row>`
	wrap := func(rows string) string {
		return `<?xml version="1.0"?><worksheet><!-- > --><sheetData>` + head + rows + `</sheetData></worksheet>`
	}
	shared := `<sst><si><t xml:space="preserve"> nul </t></si><si><r><rPr><b/></rPr><t>ee</t></r><r><t><![CDATA[n<]]></t></r><rPh sb="0"><t>kana</t></rPh></si><si/></sst>`
	for name, c := range map[string]struct{ sheet, shared, want string }{
		"1904":            {wrap(`<row><c s="1"><v>43357</v></c><c t="s"><v>0</v></c></row>`), shared, "2 2022-09-15T00:00 [telefoon||nul]"},
		"prefixes":        {strings.NewReplacer("<row", "<x:row", "</row", "</x:row", "<c ", "<x:c ", "</c>", "</x:c>", "<v>", "<x:v>", "</v>", "</x:v>").Replace(wrap(`<row><c s="1"><v>43357</v></c><c t="s"><v>1</v></c></row>`)), shared, "2 2022-09-15T00:00 [telefoon||een<]"},
		"iso date":        {wrap(`<row r="9"><c t="d"><v>2022-09-15T10:00:00</v></c></row>`), shared, "9 2022-09-15T10:00 [telefoon||]"},
		"sparse":          {wrap(`<row r="7"><c r="B7" t="str"><v>b&#x21;</v></c><c r="A7" s="1"><v>1</v></c></row>`), shared, "7 !"},
		"no such text":    {wrap(`<row><c s="1"><v>43357</v></c><c t="s"><v>9</v></c></row>`), shared, "2 !"},
		"quote in a tag":  {wrap(`<row spans="a>b"><c s="1"><v>43357</v></c></row>`), shared, "2 2022-09-15T00:00"},
		"error value":     {wrap(`<row><c t="e"><v>#DIV/0!</v></c></row>`), shared, "2 !"},
		"truncated sheet": {wrap(`<row><c s="1"><v>43357</v></c></row>`)[:len(head)+100], shared, "2 2022-09-15T00:00 [telefoon||]\nfout zip-kapot"},
		"document type":   {`<!DOCTYPE x [<!ENTITY a "b">]>` + wrap(""), shared, "fout xlsx-kapot"},
		"too far right":   {wrap(`<row><c r="ZZZZ1"><v>1</v></c></row>`), shared, "fout xlsx-kapot"},
		"too far down":    {wrap(`<row r="99999999"><c><v>1</v></c></row>`), shared, "fout xlsx-kapot"},
		"no cells":        {`<worksheet><sheetData/></worksheet>`, shared, "fout leeg-gegevensbestand"},
	} {
		if got := read(t, "bestand: a.xlsx", one("a.xlsx", bareWorkbook(c.sheet, c.shared))); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestXLSXRefused(t *testing.T) {
	whole := workbookOf(t, func(f *excelize.File) { put(f, "Sheet1", 1, "tekst") })
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"old":     {[]byte("\xd0\xcf\x11\xe0\xa1\xb1"), "xlsx-oud"},
		"csv":     {[]byte("tekst;a\n"), "xlsx-is-csv"},
		"half":    {whole[:len(whole)/2], "zip-kapot"},
		"no book": {zipped("a.txt", "b"), "xlsx-kapot"},
		"bomb":    {bomb(), "inpakbom"},
	} {
		if got := read(t, "bestand: a.xlsx", one("a.xlsx", c.content)); !strings.Contains(got, "fout "+c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// bomb is a workbook whose sheet is said, and packed, to be 300 MB of the same.
func bomb() []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	small, _ := zip.NewReader(bytes.NewReader(bareWorkbook("", "<sst/>")), int64(len(bareWorkbook("", "<sst/>"))))
	for _, f := range small.File {
		if out, _ := w.Create(f.Name); f.Name != "xl/worksheets/s.xml" {
			in, _ := f.Open()
			io.Copy(out, in)
		} else {
			for range 300 {
				out.Write(bytes.Repeat([]byte(" "), 1<<20))
			}
		}
	}
	w.Close()
	return b.Bytes()
}

func FuzzXLSX(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`, `<sst><si><t>a</t></si></sst>`)
	f.Add(`<worksheet><sheetData><row><c t="inlineStr"><is><t>a&amp;_x0041_</t></is></c></row><row><c s="1"><v>1.5</v></c></row>`, `<sst><si/>`)
	f.Fuzz(func(t *testing.T, sheet, shared string) { drain(t, readXLSX, bareWorkbook(sheet, shared)) })
}

func BenchmarkXLSX(b *testing.B) {
	content := workbookOf(b, func(f *excelize.File) {
		w, _ := f.NewStreamWriter("Sheet1")
		for r := 1; r <= 20000; r++ {
			values := make([]any, 20)
			for i := range values {
				values[i] = fmt.Sprintf("waarde %d van rij %d", i, r)
			}
			w.SetRow(fmt.Sprintf("A%d", r), values)
		}
		w.Flush()
	})
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		files := one("x", content)
		file, _ := files.Open("x")
		r, err := readXLSX(input{file, int64(len(content))})
		for err == nil {
			_, err = r.next()
		}
	}
}
