package html

import (
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// MapPage is what the page with the interactive map shows. Pictures without items in their
// drawing are left out.
type MapPage struct {
	Lang         words.Lang
	Title        string
	Municipality string
	Owner        string
	Date         string // written out in Lang
	Period       string // written out in Lang
	// Pictures are the same journey looked at in different ways; the first is shown first, its
	// Data is the table below the map, and their Titles are what people choose from.
	Pictures []render.Figure
	Narrow   render.Figure // for screens as narrow as a phone; none: the pictures scroll there
	Backings []render.Backing
	Sources  render.Table
}

// mapPage is what the template writes.
type mapPage struct {
	MapPage
	Words    words.MapPage
	Policy   string
	Style    template.CSS
	Boot     template.JS
	Script   template.JS
	Pictures []mapPicture
	Data     render.Table
	Groups   []backingGroup
}

// backingGroup is all that belongs to one step.
type backingGroup struct {
	Title    string
	Backings []pageBacking
}

// pageBacking is a backing with its id on the page.
type pageBacking struct {
	render.Backing
	DOM string
}

// WriteMap writes the page with the map as klantreis.html. The bytes depend on the arguments
// only. It fails when w does.
func WriteMap(w io.Writer, m MapPage, t render.Theme) error {
	p := mapPage{MapPage: m, Words: m.Lang.MapPage(), Boot: template.JS(read("map-boot.js")), Script: template.JS("'use strict';\n" + read("map.js", "map-cards.js"))}
	if m.Lang != words.English {
		p.Lang = words.Dutch
	}
	dom := p.group()
	var places strings.Builder
	for i, f := range append([]render.Figure{m.Narrow}, m.Pictures...) {
		if len(f.Drawing.Items) == 0 {
			continue
		}
		if i > 0 && p.Data.Columns == nil {
			p.Data = f.Data
		}
		p.Pictures = append(p.Pictures, p.picture(f, i == 0, dom, &places))
	}
	p.Style = template.CSS(drawing.FontFaces(font.Faces()) + themeStyle(t, render.Report{}) + read("base.css", "map.css", "map-text.css") + places.String())
	p.Policy = policy(p.Style, []template.JS{p.Boot, p.Script}, false)
	tmpl, err := template.New("map.html").Funcs(template.FuncMap{
		"icon": icon,
		"head": columnTitle,
		"heads": func(t render.Table, i int) bool {
			return i == slices.IndexFunc(t.Columns, func(c render.Column) bool { return !c.Number })
		},
		"number": func(t render.Table, i int) bool { return i < len(t.Columns) && t.Columns[i].Number },
	}).ParseFS(files, "assets/map.html")
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return fill(w, tmpl, p)
}

// group puts the backings together by step, and gives the place of each by its id.
func (p *mapPage) group() map[string]pageBacking {
	dom := map[string]pageBacking{}
	last := ""
	for i, b := range p.Backings {
		title := b.Step
		if b.StepID == "" {
			title = p.Words.WholeJourney
		}
		if i == 0 || b.StepID != last {
			p.Groups = append(p.Groups, backingGroup{Title: title})
		}
		last = b.StepID
		v := pageBacking{b, "achter-" + strconv.Itoa(i+1)}
		g := &p.Groups[len(p.Groups)-1]
		g.Backings = append(g.Backings, v)
		if _, twice := dom[b.ID]; !twice {
			dom[b.ID] = v
		}
	}
	return dom
}

// Wide lists the pictures to choose from.
func (p mapPage) Wide() []mapPicture {
	var all []mapPicture
	for _, v := range p.Pictures {
		if !v.Narrow {
			all = append(all, v)
		}
	}
	return all
}

// HasNarrow tells whether phones get a picture of their own.
func (p mapPage) HasNarrow() bool { return len(p.Pictures) > 0 && p.Pictures[0].Narrow }
