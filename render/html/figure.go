package html

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
)

// figure is a picture made ready for the page.
type figure struct {
	render.Figure
	DOM       string // id of the figure element, unique on the page
	ShowTitle bool   // a chart has a title of its own; other pictures hold theirs
	SVG       template.HTML
	Option    template.JS // the chart's option as JSON, or empty
	Zoom      bool        // can be enlarged and moved
	Width     string      // of the drawing, in CSS pixels
	Height    string
}

func (c *composer) newFigure(f render.Figure) *figure {
	v := &figure{Figure: f, DOM: c.unique("figuur-" + f.ID), ShowTitle: f.Chart != nil && f.Title != "" && f.Title != c.now.Title, Zoom: f.Chart == nil}
	if option, ok := c.assets.Options[f.ID]; ok && len(c.assets.ChartScript) > 0 {
		v.Option = scriptJSON(option)
	}
	v.Width, v.Height = strconv.FormatFloat(f.Drawing.Width, 'f', -1, 64), strconv.FormatFloat(f.Drawing.Height, 'f', -1, 64)
	v.SVG = inlineSVG(f, v.DOM+"-plaat", c.lang)
	return v
}

// inlineSVG writes the drawing of a figure for inside a page, with ids that begin with id.
func inlineSVG(f render.Figure, id, lang string) template.HTML {
	d := f.Drawing
	d.ID, d.Lang = id, lang
	if f.Title != "" {
		d.Title = f.Title
	}
	if f.Alt != "" {
		d.Desc = f.Alt
	}
	d.Items = withoutLinks(d.Items)
	var buf bytes.Buffer
	// A bytes.Buffer takes every write, so there is no error to hand on.
	_ = drawing.WriteSVG(&buf, d, drawing.SVGOptions{Inline: true})
	return template.HTML(buf.String())
}

// withoutLinks drops the links of a drawing: on a slide the picture is one image, and what is
// inside an image cannot be reached by those who do not see it.
func withoutLinks(items []drawing.Item) []drawing.Item {
	out := make([]drawing.Item, len(items))
	for i, it := range items {
		if g, ok := it.(drawing.Group); ok {
			g.Href = ""
			g.Items = withoutLinks(g.Items)
			it = g
		}
		out[i] = it
	}
	return out
}

// scriptJSON makes JSON safe inside a script element: no character in it can end the element.
func scriptJSON(raw []byte) template.JS {
	var buf bytes.Buffer
	json.HTMLEscape(&buf, raw)
	return template.JS(buf.String())
}

// check refuses assets that cannot stand in a page safely.
func (a Assets) check() error {
	script := strings.ToLower(string(a.ChartScript))
	for _, end := range []string{"</script", "<!--"} {
		if strings.Contains(script, end) {
			return fmt.Errorf("html: the chart script contains %q, which would end its element", end)
		}
	}
	for _, id := range sortedKeys(a.Options) {
		if !json.Valid(a.Options[id]) {
			return fmt.Errorf("html: the option of chart %q is not JSON", id)
		}
	}
	return nil
}

// anchor keeps of an id what is fit for an id and a fragment.
func anchor(id string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, id)
	clean = strings.Trim(clean, "-")
	if clean == "" || strings.HasPrefix(clean, "dia-") || reserved[clean] {
		return "deel-" + clean
	}
	return clean
}
