package drawing

import (
	"math"
	"strings"

	"klantreis/render/font"
)

// shape reads one outline with its paint; nil is a shape that leaves no mark.
func (s *svgReader) shape(n *xmlNode, st style) (Item, error) {
	for _, child := range n.children {
		if child.name != "title" && child.name != "desc" {
			return nil, child.errorf("%s in %s is not supported", child.name, n.name)
		}
	}
	p, err := outline(n)
	if err != nil || st.hidden || len(p.Segs) == 0 {
		return nil, err
	}
	if p.Fill, err = s.paint(n, st, p.Segs); err != nil {
		return nil, err
	}
	if p.Stroke, err = st.strokeOf(n); err != nil {
		return nil, err
	}
	if st.strokeFirst && !p.Fill.None() && !p.Stroke.None() {
		return nil, n.errorf("a line under the fill (paint-order) is not supported, except of text")
	}
	if n.attrs["pathLength"] != "" && len(p.Stroke.Dash) > 0 {
		return nil, n.errorf("dashes measured by pathLength are not supported")
	}
	return p, nil
}

func outline(n *xmlNode) (Path, error) {
	switch n.name {
	case "path":
		segs, err := parsePath(n.attrs["d"])
		if err != nil {
			err = n.errorf("%v", err)
		}
		return Path{Segs: segs}, err
	case "polyline", "polygon":
		list, err := numbers(n.attrs["points"])
		if err != nil || len(list)%2 == 1 {
			return Path{}, n.errorf("points of %s: %.40q", n.name, n.attrs["points"])
		}
		var p Path
		for i := 0; i < len(list); i += 2 {
			op := LineTo
			if i == 0 {
				op = MoveTo
			}
			p.Segs = append(p.Segs, Seg{op, [3]Point{{list[i], list[i+1]}}})
		}
		if n.name == "polygon" && len(p.Segs) > 0 {
			p = p.Closed()
		}
		return p, nil
	case "line":
		v, err := n.lengths("x1", "y1", "x2", "y2")
		if err != nil {
			return Path{}, err
		}
		return Line(v[0], v[1], v[2], v[3]), nil
	case "circle":
		v, err := n.lengths("cx", "cy", "r")
		if err != nil || v[2] <= 0 {
			return Path{}, err
		}
		return Circle(v[0], v[1], v[2]), nil
	case "ellipse":
		v, err := n.lengths("cx", "cy", "rx", "ry")
		if err != nil || v[2] <= 0 || v[3] <= 0 {
			return Path{}, err
		}
		return Ellipse(v[0], v[1], v[2], v[3]), nil
	}
	return rectOutline(n)
}

func rectOutline(n *xmlNode) (Path, error) {
	v, err := n.lengths("x", "y", "width", "height", "rx", "ry")
	if err != nil || v[2] <= 0 || v[3] <= 0 {
		return Path{}, err
	}
	x, y, w, h, rx, ry := v[0], v[1], v[2], v[3], v[4], v[5]
	if _, given := n.attrs["ry"]; !given {
		ry = rx
	}
	if _, given := n.attrs["rx"]; !given {
		rx = ry
	}
	if rx <= 0 || ry <= 0 {
		return Rect(x, y, w, h, 0), nil
	}
	rx, ry = math.Min(rx, w/2), math.Min(ry, h/2)
	// Corners that are parts of ellipses are those of circles on a stretched box.
	k := ry / rx
	return Rect(x, y/k, w, h/k, rx).Transform(Matrix{A: 1, D: k}), nil
}

func (st style) strokeOf(n *xmlNode) (Stroke, error) {
	if strings.HasPrefix(st.stroke, "url(") {
		return Stroke{}, n.errorf("a stroke of gradient is not supported")
	}
	c, err := parseColor(st.stroke, st.color)
	if err != nil {
		return Stroke{}, n.errorf("stroke: %v", err)
	}
	c = c.faded(st.strokeAlpha * st.opacity)
	if c.A == 0 || st.width == 0 {
		return Stroke{}, nil
	}
	// A bevelled join is nearer to a round one; but round ends would close the gaps of dashes.
	round := st.lineCap == "round" || len(st.dash) == 0 && (st.lineJoin == "round" || st.lineJoin == "bevel")
	return Stroke{Color: c, Width: st.width, Dash: st.dash, Round: round}, nil
}

func (s *svgReader) paint(n *xmlNode, st style, segs []Seg) (Paint, error) {
	if !strings.HasPrefix(st.fill, "url(") {
		c, err := parseColor(st.fill, st.color)
		if err != nil {
			return Paint{}, n.errorf("fill: %v", err)
		}
		return Solid(c.faded(st.fillOpacity * st.opacity)), nil
	}
	target, err := s.referred(n, st.fill, "linearGradient")
	if err != nil {
		return Paint{}, err
	}
	return readGradient(target, segs, st.fillOpacity*st.opacity)
}

var gradientEnds = [4]string{"x1", "y1", "x2", "y2"}

// readGradient brings a gradient into the coordinates of the outline that it fills.
func readGradient(n *xmlNode, segs []Seg, opacity float64) (Paint, error) {
	for _, name := range n.attrNames() {
		switch name {
		case "x1", "y1", "x2", "y2", "gradientUnits":
		default:
			if !harmless(name) {
				return Paint{}, n.errorf("attribute %q of linearGradient is not supported", name)
			}
		}
	}
	g := &Gradient{X2: 1}
	for i, to := range []*float64{&g.X1, &g.Y1, &g.X2, &g.Y2} {
		v, given := n.attrs[gradientEnds[i]]
		if !given {
			continue
		}
		v, percent := strings.CutSuffix(v, "%")
		f, err := number(v)
		if err != nil {
			return Paint{}, n.errorf("%v", err)
		}
		if percent {
			f /= 100
		}
		*to = f
	}
	if err := readStops(n, g, opacity); err != nil {
		return Paint{}, err
	}
	switch units := n.attrs["gradientUnits"]; units {
	case "userSpaceOnUse":
		for _, name := range gradientEnds {
			if v, given := n.attrs[name]; !given || strings.HasSuffix(v, "%") {
				return Paint{}, n.errorf("a gradient in user space needs %s in pixels", name)
			}
		}
	case "", "objectBoundingBox":
		box := tightBounds(segs)
		if box.W == 0 || box.H == 0 {
			return Paint{}, nil // as SVG has it: such a shape is not filled
		}
		g.mapped(Matrix{A: box.W, D: box.H, E: box.X, F: box.Y})
	default:
		return Paint{}, n.errorf("gradientUnits %q", units)
	}
	if len(g.Stops) == 0 {
		return Paint{}, nil
	}
	if last := g.Stops[len(g.Stops)-1].Color; len(g.Stops) == 1 || g.X1 == g.X2 && g.Y1 == g.Y2 {
		return Solid(last), nil
	}
	return Paint{Gradient: g}, nil
}

func readStops(n *xmlNode, g *Gradient, opacity float64) error {
	least := 0.0
	for _, child := range n.children {
		if child.name != "stop" {
			return child.errorf("%s in linearGradient is not supported", child.name)
		}
		values := map[string]string{"offset": "0", "stop-color": "#000000", "stop-opacity": "1"}
		set := func(name, value string) error {
			if _, known := values[name]; !known && !harmless(name) {
				return child.errorf("%q of stop is not supported", name)
			}
			values[name] = strings.TrimSpace(value)
			return nil
		}
		for _, name := range child.attrNames() {
			if name != "style" {
				if err := set(name, child.attrs[name]); err != nil {
					return err
				}
			}
		}
		for _, rule := range strings.Split(child.attrs["style"], ";") {
			if name, value, ok := strings.Cut(rule, ":"); ok {
				if err := set(strings.TrimSpace(name), value); err != nil {
					return err
				}
			}
		}
		offset, err := share(values["offset"])
		if err != nil {
			return child.errorf("offset: %v", err)
		}
		alpha, err := share(values["stop-opacity"])
		if err != nil {
			return child.errorf("stop-opacity: %v", err)
		}
		c, err := parseColor(values["stop-color"], "black")
		if err != nil {
			return child.errorf("stop-color: %v", err)
		}
		least = math.Max(least, offset) // offsets may not run back
		g.Stops = append(g.Stops, Stop{Offset: least, Color: c.faded(alpha * opacity)})
	}
	return nil
}

// mapped moves the gradient along with a transformed shape. Its lines of equal colour stay
// lines under any matrix, so that the result is exact: the offset is a linear function of the
// place, and its slope points the new way.
func (g *Gradient) mapped(m Matrix) {
	dx, dy := g.X2-g.X1, g.Y2-g.Y1
	length, det := dx*dx+dy*dy, m.A*m.D-m.B*m.C
	from := m.Apply(Point{g.X1, g.Y1})
	g.X1, g.Y1, g.X2, g.Y2 = from.X, from.Y, from.X, from.Y
	if length == 0 || det == 0 {
		return
	}
	slopeX, slopeY := (m.D*dx-m.B*dy)/det/length, (m.A*dy-m.C*dx)/det/length
	square := slopeX*slopeX + slopeY*slopeY
	g.X2, g.Y2 = from.X+slopeX/square, from.Y+slopeY/square
}

// tightBounds is the box around the outline itself, not around its handles.
func tightBounds(segs []Seg) Box {
	var touched []Seg
	var at Point
	for _, s := range segs {
		if s.Op == CubicTo {
			for _, t := range append(turns(at.X, s.P[0].X, s.P[1].X, s.P[2].X), turns(at.Y, s.P[0].Y, s.P[1].Y, s.P[2].Y)...) {
				u := 1 - t
				along := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
				touched = append(touched, Seg{LineTo, [3]Point{{along(at.X, s.P[0].X, s.P[1].X, s.P[2].X), along(at.Y, s.P[0].Y, s.P[1].Y, s.P[2].Y)}}})
			}
		}
		if s.Op != Close {
			at = s.End()
			touched = append(touched, Seg{LineTo, [3]Point{at}})
		}
	}
	return bounds(touched)
}

// turns gives the parameters strictly inside a cubic at which one coordinate turns back.
func turns(p0, p1, p2, p3 float64) []float64 {
	a, b, c := p3-3*p2+3*p1-p0, 2*(p2-2*p1+p0), p1-p0
	var found []float64
	keep := func(t float64) {
		if t > 0 && t < 1 {
			found = append(found, t)
		}
	}
	if math.Abs(a) < 1e-12 {
		if b != 0 {
			keep(-c / b)
		}
		return found
	}
	if disc := b*b - 4*a*c; disc >= 0 {
		keep((-b + math.Sqrt(disc)) / (2 * a))
		keep((-b - math.Sqrt(disc)) / (2 * a))
	}
	return found
}

// moveItem applies a matrix to an item where the item can take it up: moves, turns and even
// scales. It returns nil where only a group can hold the matrix.
func moveItem(it Item, m Matrix) Item {
	scale := m.ScaleFactor()
	even := math.Abs(m.A-m.D) < 1e-9*scale && math.Abs(m.B+m.C) < 1e-9*scale
	switch v := it.(type) {
	case Path:
		if !even && !v.Stroke.None() {
			return nil
		}
		v = v.Transform(m)
		if v.Fill.Gradient != nil {
			g := *v.Fill.Gradient
			g.mapped(m)
			v.Fill.Gradient = &g
		}
		v.Stroke.Width *= scale
		if scale != 1 && len(v.Stroke.Dash) > 0 {
			dash := make([]float64, len(v.Stroke.Dash))
			for i, d := range v.Stroke.Dash {
				dash[i] = d * scale
			}
			v.Stroke.Dash = dash
		}
		return v
	case Text:
		if !even {
			return nil
		}
		p := m.Apply(Point{v.X, v.Y})
		v.X, v.Y = p.X, p.Y
		v.Size *= scale
		v.HaloWidth *= scale
		if m.B != 0 || m.A < 0 {
			v.Rotate += math.Atan2(m.B, m.A) * 180 / math.Pi
		}
		return v
	}
	return nil
}

// baselineShift is how far below the anchor point the letters stand, as a share of the size.
func baselineShift(kind string) float64 {
	const xHeight = 0.5459 // of Inter
	switch kind {
	case "central":
		return (font.Ascent - font.Descent) / 2
	case "middle":
		return xHeight / 2
	case "hanging", "text-before-edge":
		return font.Ascent
	case "text-after-edge":
		return -font.Descent
	}
	return 0
}
