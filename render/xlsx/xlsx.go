// Package xlsx writes the overview of all journeys, and one journey with its evidence, as workbooks: what an
// organisation goes on reckoning with. Numbers, dates and shares are values and not text; texts are never
// formulas.
package xlsx

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/office"
	"klantreis/render/words"
)

// WriteRegister writes the overview as overzicht.xlsx: the advice, then an explanation, then a sheet
// for every other table, each with a header that stays and a filter. The bytes depend on the arguments
// only. It fails when w does.
func WriteRegister(w io.Writer, v render.Register, t render.Theme) error {
	b := newBook(t)
	defer b.file.Close()
	for _, s := range inOrder(v.Sections) {
		rows := s.Rows
		if s.ID == "zo-tellen-we" {
			rows = slices.Concat(about(v), rows)
		}
		b.sheet(s, rows)
	}
	return b.finish(w, v.Title, v.Lang, v.AsOf)
}

// WriteTables writes one journey with its evidence, a sheet for each table; one without rows is left out,
// but for the first. The bytes depend on the arguments only. It fails when w does.
func WriteTables(w io.Writer, v render.Tables, t render.Theme) error {
	b := newBook(t)
	defer b.file.Close()
	for i, s := range v.Sections {
		if i == 0 || len(s.Rows) > 0 {
			b.sheet(s, s.Rows)
		}
	}
	return b.finish(w, v.Title, v.Lang, v.Date)
}

// ours is the typeface of workbooks where a house asks for none.
const ours = "Calibri"

// newBook begins a workbook in the colours and the typeface of a house.
func newBook(t render.Theme) *book {
	b := &book{file: excelize.NewFile(), styles: map[style]int{}, theme: t, typeface: office.TypefaceOf(t.Typeface, ours)}
	b.do(b.file.SetDefaultFont(b.typeface))
	return b
}

// finish gives the workbook its properties and writes it. Its day is that of the data, never that of the
// clock; without one it is a fixed day.
func (b *book) finish(w io.Writer, title string, lang words.Lang, day journeys.Date) error {
	if lang != words.English {
		lang = words.Dutch
	}
	if day.IsZero() {
		day = journeys.Date{Year: 2000, Month: 1, Day: 1}
	}
	stamp := day.String() + "T00:00:00Z"
	b.do(b.file.SetDocProps(&excelize.DocProperties{Title: clean(title), Creator: "Klantreis", LastModifiedBy: "Klantreis", Language: string(lang), Created: stamp, Modified: stamp}))
	if b.err != nil {
		return fmt.Errorf("xlsx: %w", b.err)
	}
	return b.file.Write(w)
}

// inOrder puts the explanation second; sections without a sheet or without anything in it are left out.
func inOrder(all []render.RegisterSection) []render.RegisterSection {
	rank := func(s render.RegisterSection) int {
		switch s.ID {
		case "adviezen":
			return 0
		case "zo-tellen-we":
			return 1
		}
		return 2
	}
	some := slices.DeleteFunc(slices.Clone(all), func(s render.RegisterSection) bool {
		return s.Sheet == "" || len(s.Rows) == 0 && s.ID != "adviezen"
	})
	slices.SortStableFunc(some, func(a, b render.RegisterSection) int { return rank(a) - rank(b) })
	return some
}

// book is a workbook being made; the first fault stays.
type book struct {
	file     *excelize.File
	styles   map[style]int
	theme    render.Theme
	typeface string
	sheets   int
	err      error
}

// style is what cells can look like.
type style struct {
	head, wrap, right bool
	format            string
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) style(s style) int {
	if id, known := b.styles[s]; known {
		return id
	}
	made := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: s.wrap || s.head}}
	if s.wrap { // not against the number on its left
		made.Alignment.Horizontal, made.Alignment.Indent = "left", 1
	}
	if s.right { // over the numbers
		made.Alignment.Horizontal = "right"
	}
	if s.head {
		made.Font = &excelize.Font{Bold: true, Color: office.Hex(b.theme.OnHeader), Family: b.typeface, Size: 11}
		made.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{office.Hex(b.theme.Header)}}
		made.Alignment.Vertical = "center"
	}
	if s.format != "" {
		made.CustomNumFmt = &s.format
	}
	id, err := b.file.NewStyle(made)
	b.do(err)
	b.styles[s] = id
	return id
}

// sheet writes one table.
func (b *book) sheet(s render.RegisterSection, rows []render.RegisterRow) {
	name := s.Sheet
	if b.sheets++; b.sheets == 1 {
		b.do(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.do(err)
	}
	for i, c := range s.Columns {
		column, _ := excelize.ColumnNumberToName(i + 1)
		b.do(b.file.SetColWidth(name, column, column, c.Width))
		b.do(b.file.SetCellStr(name, column+"1", clean(c.Title)))
		b.do(b.file.SetCellStyle(name, column+"1", column+"1", b.style(style{head: true, right: c.Kind == render.NumberCell || c.Kind == render.ShareCell})))
		for k, row := range rows {
			b.cell(name, fmt.Sprintf("%s%d", column, k+2), c, row.Cells[i])
		}
	}
	b.do(b.file.SetRowHeight(name, 1, 2*lineHeight+4))
	for k, row := range rows {
		b.do(b.file.SetRowHeight(name, k+2, lineHeight*float64(lines(s.Columns, row))+3))
	}
	b.do(b.file.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	last, _ := excelize.ColumnNumberToName(len(s.Columns))
	if len(rows) > 0 {
		b.do(b.file.AutoFilter(name, fmt.Sprintf("A1:%s%d", last, len(rows)+1), nil))
	}
	landscape, wide, tall := "landscape", 1, 0
	size := 9 // A4
	fit := true
	tab := "FF" + office.Hex(b.theme.Header) // with how opaque it is, as the standard asks
	b.do(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit, TabColorRGB: &tab}))
	b.do(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name}))
}

// lineHeight is that of the usual letter, in points.
const lineHeight = 15

// mostLines is as high as a row can be: 409 points.
const mostLines = 26

// lines is how many lines the longest text of a row takes. Not every program makes rows as high as they
// need when it opens a file.
func lines(columns []render.RegisterColumn, row render.RegisterRow) int {
	most := 1
	for i, cell := range row.Cells {
		if columns[i].Kind != render.TextCell {
			continue
		}
		n := 0
		for paragraph := range strings.SplitSeq(cell.Text, "\n") {
			n += linesOf(paragraph, int(columns[i].Width)-2)
		}
		most = max(most, n)
	}
	return min(most, mostLines)
}

// linesOf is how many lines of so many letters a text takes.
func linesOf(text string, room int) int {
	at, n := 0, 1
	for _, word := range strings.Fields(text) {
		long := utf8.RuneCountInString(word)
		if at > 0 && at+1+long > room {
			n, at = n+1, 0
		}
		at += long + 1
		n += at / (room + 2)
		at %= room + 2
	}
	return n
}

// about says at the top of the explanation what the page and the paper say first.
func about(v render.Register) []render.RegisterRow {
	var rows []render.RegisterRow
	add := func(what, text string) {
		rows = append(rows, render.RegisterRow{Cells: []render.RegisterCell{{Text: what}, {Text: text}}})
	}
	for i, l := range v.Lead {
		what := ""
		if i == 0 {
			what = v.Title
		}
		add(what, l)
	}
	for _, f := range v.Tiles {
		add(f.Label, strings.TrimSpace(f.Value+" "+f.Note))
	}
	for _, a := range v.Alerts {
		add("", a)
	}
	return rows
}

// cell writes one value as what it is.
func (b *book) cell(sheet, at string, c render.RegisterColumn, v render.RegisterCell) {
	look := style{wrap: c.Kind == render.TextCell}
	switch {
	case c.Kind == render.NumberCell && v.Known:
		b.do(b.file.SetCellFloat(sheet, at, v.Number, -1, 64))
	case c.Kind == render.ShareCell && v.Known:
		look.format = "+0%;-0%;0%"
		b.do(b.file.SetCellFloat(sheet, at, v.Number, 4, 64))
	case c.Kind == render.DateCell && !v.Date.IsZero():
		look.format = "dd-mm-yyyy"
		b.do(b.file.SetCellInt(sheet, at, int64(epoch.Days(v.Date))))
	case v.Text != "":
		b.do(b.file.SetCellStr(sheet, at, clean(v.Text)))
	}
	b.do(b.file.SetCellStyle(sheet, at, at, b.style(look)))
}

// epoch is the day from which Excel counts, its leap day of 1900 allowed for.
var epoch = journeys.Date{Year: 1899, Month: 12, Day: 30}

// longest is the number of letters that a cell can hold.
const longest = 32_767

// clean takes out what XML cannot hold, and what does not fit.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == utf8.RuneError || r == 0xfffe || r == 0xffff {
			return ' '
		}
		return r
	}, s)
	if letters := []rune(s); len(letters) > longest {
		s = string(letters[:longest-1]) + "…"
	}
	return s
}
