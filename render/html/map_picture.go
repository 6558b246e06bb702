package html

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
)

// mapPicture is one drawing with its spots.
type mapPicture struct {
	ID     string
	Name   string
	Narrow bool
	Shape  string // class of the sheet of paper that it fills best
	SVG    template.HTML
	Spots  []mapSpot
	Heads  []mapHead
}

// mapSpot is the button over a spot. Spots in a head move with it.
type mapSpot struct {
	ID, Backing, Label string
	N                  int // its place in reading order
	Step               int // counts the groups of spots, for the arrow keys
}

// mapHead is a copy of a part of the picture that stays in view.
type mapHead struct {
	ID, Side string // of the stage to which it sticks: top, left, or both
	SVG      template.HTML
	Spots    []mapSpot
}

// picture makes a drawing ready for the page and writes the style rules that place its spots: the
// policy of the page forbids style attributes. A spot of which nothing is known gets no button.
func (p *mapPage) picture(f render.Figure, narrow bool, dom map[string]pageBacking, places *strings.Builder) mapPicture {
	d := f.Drawing
	v := mapPicture{ID: "plaat-" + strconv.Itoa(len(p.Pictures)+1), Name: f.Title, Narrow: narrow, Shape: "landscape"}
	if d.Height > d.Width {
		v.Shape = "portrait"
	}
	v.SVG = inlineSVG(f, v.ID+"-beeld", string(p.Lang))
	fmt.Fprintf(places, "#%s .sheet{width:%.2fpx}\n", v.ID, d.Width)
	columns := &mapHead{}
	if !narrow {
		columns = v.heads(f, string(p.Lang), places)
	}
	step, last := 0, ""
	for _, s := range d.Spots {
		b, known := dom[s.For]
		if !known {
			continue
		}
		n := len(v.Spots) + len(columns.Spots)
		if n > 0 && b.StepID != last {
			step++
		}
		last = b.StepID
		spot := mapSpot{ID: v.ID + "-" + strconv.Itoa(n+1), Backing: b.DOM, Label: p.Words.Spot(b.Title, b.Value), N: n, Step: step}
		whole := drawing.Box{W: d.Width, H: d.Height}
		if columns.ID != "" && s.Box.Inside(d.Heads.Columns) {
			whole = d.Heads.Columns
			columns.Spots = append(columns.Spots, spot)
		} else {
			v.Spots = append(v.Spots, spot)
		}
		fmt.Fprintf(places, "#%s{left:%s;top:%s;--w:%s;--h:%s}\n", spot.ID, share(s.Box.X+s.Box.W/2-whole.X, whole.W),
			share(s.Box.Y+s.Box.H/2-whole.Y, whole.H), share(s.Box.W, whole.W), share(s.Box.H, whole.H))
	}
	return v
}

// heads copies the names of the columns, of the rows, and of the corner between them, and returns
// the first of these, or an empty one when the drawing has none.
func (v *mapPicture) heads(f render.Figure, lang string, places *strings.Builder) *mapHead {
	d := f.Drawing
	columns, rows := d.Heads.Columns, d.Heads.Rows
	if columns.W <= 0 || rows.H <= 0 {
		return &mapHead{}
	}
	corner := drawing.Box{X: rows.X, Y: columns.Y, W: rows.W, H: columns.H}
	for _, h := range []struct {
		side string
		box  drawing.Box
	}{{"columns", columns}, {"rows", rows}, {"corner", corner}} {
		head := mapHead{ID: v.ID + "-" + h.side, Side: h.side}
		part := render.Figure{Drawing: d.Crop(h.box)}
		part.Drawing.Title, part.Drawing.Desc = "", "" // the picture itself has them
		head.SVG = inlineSVG(part, head.ID+"-beeld", lang)
		v.Heads = append(v.Heads, head)
		// A head moves through all that lies below it and beside it.
		fmt.Fprintf(places, "#%s{top:%s}#%s>*{width:%s;height:%s}\n", head.ID, share(h.box.Y, d.Height),
			head.ID, share(h.box.W, d.Width), share(h.box.H, d.Height-h.box.Y))
	}
	return &v.Heads[0]
}

func share(part, whole float64) string { return strconv.FormatFloat(100*part/whole, 'f', 3, 64) + "%" }
