package pdf

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"klantreis/render/drawing"
	"klantreis/render/font"
)

// This file writes drawings as vectors. Every point is mapped to the page here, as
// drawing.Raster does, so that lines keep one width and gradients stay perpendicular.

// drawing draws d scaled by m, which maps its pixels to points on the page (y down).
func (p *provider) drawing(d drawing.Drawing, m drawing.Matrix) {
	if d.Background.A != 0 {
		p.path(drawing.Rect(0, 0, d.Width, d.Height, 0).Filled(d.Background).Transform(m))
	}
	p.items(d.Items, m)
}

func (p *provider) items(items []drawing.Item, m drawing.Matrix) {
	for _, it := range items {
		switch v := it.(type) {
		case drawing.Group:
			p.group(v, m.Mul(v.Matrix))
		case drawing.Path:
			v = v.Transform(m)
			v.Stroke.Width *= m.ScaleFactor()
			v.Stroke.Dash = scaled(v.Stroke.Dash, m.ScaleFactor())
			v.Fill = mapped(v.Fill, m)
			p.path(v)
		case drawing.Text:
			p.textAt(v, m)
		}
	}
}

func (p *provider) group(g drawing.Group, m drawing.Matrix) {
	if g.Clip == nil {
		p.items(g.Items, m)
		return
	}
	outline := p.outline(g.Clip.Transform(m).Segs)
	if outline == "" {
		return // nothing shows through an empty clip
	}
	p.raw("q %sW n", outline)
	p.items(g.Items, m)
	p.raw("Q")
}

func scaled(dash []float64, by float64) []float64 {
	out := make([]float64, len(dash))
	for i, v := range dash {
		out[i] = v * by
	}
	return out
}

func mapped(paint drawing.Paint, m drawing.Matrix) drawing.Paint {
	if g := paint.Gradient; g != nil {
		from, to := m.Apply(drawing.Point{X: g.X1, Y: g.Y1}), m.Apply(drawing.Point{X: g.X2, Y: g.Y2})
		paint.Gradient = &drawing.Gradient{X1: from.X, Y1: from.Y, X2: to.X, Y2: to.Y, Stops: g.Stops}
	}
	return paint
}

// path fills and strokes a path in page coordinates.
func (p *provider) path(path drawing.Path) {
	outline := p.outline(path.Segs)
	if outline == "" {
		return
	}
	fill, stroke := !path.Fill.None(), !path.Stroke.None()
	if fill && path.Fill.Gradient != nil {
		p.gradient(outline, path)
		fill = false
	}
	if !fill && !stroke {
		return
	}
	// Fill and line apart where either is see-through: together they would mix on the overlap
	// in the same way, and only one alpha can be set per operator pair.
	if fill {
		p.raw("q")
		p.alpha(path.Fill.Color)
		p.raw("%s rg %sf Q", rgb(path.Fill.Color), outline)
	}
	if stroke {
		p.raw("q")
		p.alpha(path.Stroke.Color)
		p.raw("%s RG %s%sS Q", rgb(path.Stroke.Color), lineStyle(path.Stroke), outline)
	}
}

func lineStyle(s drawing.Stroke) string {
	var b strings.Builder
	b.WriteString(coord(s.Width) + " w ")
	if s.Round {
		b.WriteString("1 J 1 j ")
	} else {
		b.WriteString("0 J 0 j 4 M ")
	}
	b.WriteByte('[')
	total := 0.0
	for _, v := range s.Dash {
		total += v
	}
	for i, v := range s.Dash {
		if total <= 0 {
			break // PDF forbids a pattern of zeros
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(coord(v))
	}
	b.WriteString("] 0 d ")
	return b.String()
}

// alpha sets the opacity for what follows; the caller has saved the graphics state.
func (p *provider) alpha(c drawing.Color) {
	if c.A != 255 {
		p.f.SetAlpha(float64(c.A)/255, "Normal")
	}
}

// outline writes segments as path construction operators, empty when there is nothing to draw.
func (p *provider) outline(segs []drawing.Seg) string {
	var b strings.Builder
	open := false
	point := func(q drawing.Point) {
		b.WriteString(coord(q.X))
		b.WriteByte(' ')
		b.WriteString(coord(p.page.height - q.Y))
		b.WriteByte(' ')
	}
	for _, s := range segs {
		if s.Op == drawing.MoveTo {
			open = true
			point(s.P[0])
			b.WriteString("m ")
			continue
		}
		if !open {
			continue // a segment before any MoveTo has no start
		}
		switch s.Op {
		case drawing.LineTo:
			point(s.P[0])
			b.WriteString("l ")
		case drawing.CubicTo:
			point(s.P[0])
			point(s.P[1])
			point(s.P[2])
			b.WriteString("c ")
		case drawing.Close:
			b.WriteString("h ")
		}
	}
	return b.String()
}

// textAt draws a drawing's line of text, mapped by m.
func (p *provider) textAt(t drawing.Text, m drawing.Matrix) {
	runs, replaced := p.runs(t)
	if len(runs) == 0 || t.Fill.A == 0 || t.Size <= 0 {
		return
	}
	if t.Rotate != 0 {
		sin, cos := math.Sincos(t.Rotate * math.Pi / 180)
		turn := drawing.Matrix{A: cos, B: sin, C: -sin, D: cos}
		m = m.Mul(drawing.Translate(t.X, t.Y)).Mul(turn).Mul(drawing.Translate(-t.X, -t.Y))
	}
	m = m.Mul(drawing.Translate(t.Left(), t.Y))
	p.setFont(t.Face, t.Size)
	p.raw("q %s %s %s %s %s %s cm", precise(m.A), precise(-m.B), precise(-m.C), precise(m.D), coord(m.E), coord(p.page.height-m.F))
	p.alpha(t.Fill)
	if t.HaloWidth > 0 && t.Halo.A != 0 {
		// The halo is drawn as letters too, which is far smaller than their outlines. Readers
		// that collect text drop a copy in the same place, as they do for shadows.
		p.raw("q %s RG %s1 Tr", rgb(t.Halo), lineStyle(drawing.Stroke{Width: t.HaloWidth, Round: true}))
		p.show(runs)
		p.raw("Q")
	}
	p.raw("%s rg", rgb(t.Fill))
	actual := ""
	if replaced {
		actual = t.S
	}
	p.span(actual, func() { p.show(runs) })
	p.raw("Q")
}

// text draws a line of text in page coordinates that is known to be drawable.
func (p *provider) text(t drawing.Text) {
	p.setFont(t.Face, t.Size)
	p.raw("%s rg", rgb(t.Fill))
	p.f.Text(t.Left(), t.Y, t.S)
}

// setFont selects a face. fpdf writes the choice every time, so graphics states that we save and
// restore behind its back cannot leave it with a wrong memory.
func (p *provider) setFont(face font.Face, size float64) {
	p.f.SetFont(family(face), "", size)
}

// run is a piece of a line at a distance from its start.
type run struct {
	dx float64
	s  string
}

// runs cuts a line where a character is replaced, because the line was measured with one em for
// it.
func (p *provider) runs(t drawing.Text) (runs []run, replaced bool) {
	t.S = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, t.S)
	if strings.TrimSpace(t.S) == "" {
		return nil, false
	}
	if _, originals := prepare(t.S, t.Face, p.warn); originals == nil {
		return []run{{s: t.S}}, false
	}
	x := 0.0
	current := run{}
	flush := func() {
		if current.s != "" {
			runs = append(runs, current)
		}
		current = run{dx: x}
	}
	for _, r := range t.S {
		width := font.Width(string(r), t.Face, t.Size)
		if t.Face.Has(r) {
			current.s += string(r)
			x += width
			continue
		}
		flush()
		if drawable, _ := font.Drawable(string(r), t.Face); drawable != "" {
			current.s = drawable
		}
		x += width
		flush()
	}
	flush()
	return runs, true
}

// show draws the runs at the origin of the current matrix.
func (p *provider) show(runs []run) {
	for _, r := range runs {
		p.f.Text(r.dx, p.page.height, r.s)
	}
}

// rgb needs five decimals: with three, readers that cut off show the next shade.
func rgb(c drawing.Color) string {
	channel := func(v uint8) string { return strconv.FormatFloat(float64(v)/255, 'f', 5, 64) }
	return channel(c.R) + " " + channel(c.G) + " " + channel(c.B)
}

func precise(v float64) string { return strconv.FormatFloat(v, 'f', 5, 64) }

// coord writes a length with two decimals, finer than a printer's dot, without needless zeros.
func coord(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
