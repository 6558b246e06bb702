package html

import (
	"fmt"
	"html/template"
	"io"
	"strconv"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// registerPage is what the template writes.
type registerPage struct {
	render.Register
	Words    words.Register
	Policy   string
	Style    template.CSS
	Script   template.JS
	Sections []registerSection
}

// registerSection is a section with the columns that a page has room for.
type registerSection struct {
	ID, Title, Empty, More string
	Notes                  []string
	Heads                  []registerHead
	Rows                   []registerRow
	Choice                 bool
}

type registerHead struct {
	render.RegisterColumn
	Choose bool
}

type registerRow struct {
	render.RegisterRow
	Cells []registerCell
}

// registerCell is a cell with what it sorts by.
type registerCell struct {
	render.RegisterCell
	Head, Sort  string
	Number, Day bool
	Main        bool // the details of the row stand here
}

// WriteRegister writes the overview of all journeys as overzicht.html. Everything can be read without
// scripts; the one on it sorts, filters and counts. The bytes depend on the arguments only. It fails
// when w does.
func WriteRegister(w io.Writer, v render.Register, t render.Theme) error {
	if v.Lang != words.English {
		v.Lang = words.Dutch
	}
	p := registerPage{Register: v, Words: v.Lang.Register(), Script: template.JS(read("register.js"))}
	for _, s := range v.Sections {
		if s.Title != "" {
			p.Sections = append(p.Sections, pageSection(s))
		}
	}
	p.Style = template.CSS(drawing.FontFaces(font.Faces()) + themeStyle(t, render.Report{}) + darkStyle(t, render.Report{}) + read("base.css", "register.css", "register-table.css"))
	p.Policy = policy(p.Style, []template.JS{p.Script}, false)
	tmpl, err := template.New("register.html").Funcs(template.FuncMap{"tone": toneClass}).ParseFS(files, "assets/register.html")
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return fill(w, tmpl, p)
}

func pageSection(s render.RegisterSection) registerSection {
	if s.Hint != "" && len(s.Rows) > 0 {
		s.Notes = append(s.Notes[:len(s.Notes):len(s.Notes)], s.Hint)
	}
	out := registerSection{ID: s.ID, Title: s.Title, Empty: s.Empty, Notes: s.Notes, More: s.More, Choice: len(s.Choose) > 0}
	choose := map[int]bool{}
	for _, i := range s.Choose {
		choose[i] = true
	}
	for i, c := range s.Columns {
		if !c.Extra {
			out.Heads = append(out.Heads, registerHead{c, choose[i]})
		}
	}
	for _, r := range s.Visible() {
		row := registerRow{RegisterRow: r}
		main := 0 // the longest of the columns of text tells what the row is about
		for i, c := range s.Columns {
			if c.Width > s.Columns[main].Width && c.Kind == render.TextCell && !c.Extra {
				main = i
			}
		}
		for i, cell := range r.Cells {
			c := s.Columns[i]
			if c.Extra {
				continue
			}
			one := registerCell{RegisterCell: cell, Head: c.Title, Number: c.Kind == render.NumberCell, Day: c.Kind == render.DateCell, Main: i == main && len(r.Details)+len(r.Timeline) > 0}
			switch {
			case c.Kind == render.DateCell:
				one.Sort = cell.Date.String()
			case cell.Known:
				one.Sort = strconv.FormatFloat(cell.Number, 'f', -1, 64)
			}
			row.Cells = append(row.Cells, one)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
