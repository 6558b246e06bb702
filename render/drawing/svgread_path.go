package drawing

import (
	"fmt"
	"math"
	"strings"
)

// scanner steps through the numbers and letters of path data, point lists and transforms.
type scanner struct {
	s string
	i int
}

func (c *scanner) skip() {
	for c.i < len(c.s) && strings.IndexByte(" \t\r\n,", c.s[c.i]) >= 0 {
		c.i++
	}
}

func (c *scanner) done() bool {
	c.skip()
	return c.i >= len(c.s)
}

// number reads the longest number at hand: "1-2" is two, ".5.5" too.
func (c *scanner) number() (float64, error) {
	c.skip()
	start, digits := c.i, 0
	run := func() {
		for c.i < len(c.s) && c.s[c.i] >= '0' && c.s[c.i] <= '9' {
			c.i++
			digits++
		}
	}
	c.sign()
	run()
	if c.i < len(c.s) && c.s[c.i] == '.' {
		c.i++
		run()
	}
	if digits > 0 && c.i < len(c.s) && (c.s[c.i] == 'e' || c.s[c.i] == 'E') {
		back := c.i
		c.i++
		c.sign()
		before := digits
		run()
		if digits == before {
			c.i = back
		}
	}
	if digits == 0 {
		return 0, fmt.Errorf("no number at %.20q", c.s[start:])
	}
	return number(c.s[start:c.i])
}

func (c *scanner) sign() {
	if c.i < len(c.s) && (c.s[c.i] == '+' || c.s[c.i] == '-') {
		c.i++
	}
}

// flag reads the 0 or 1 of an arc, which needs nothing behind it.
func (c *scanner) flag() (float64, error) {
	c.skip()
	if c.i < len(c.s) && (c.s[c.i] == '0' || c.s[c.i] == '1') {
		c.i++
		return float64(c.s[c.i-1] - '0'), nil
	}
	return 0, fmt.Errorf("no arc flag at %.20q", c.s[c.i:])
}

var pathArguments = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// parsePath reads path data into absolute moves, lines and cubics.
func parsePath(data string) ([]Seg, error) {
	b := pathBuilder{}
	c := scanner{s: data}
	var command byte
	for !c.done() {
		if letter := c.s[c.i]; letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z' {
			command = letter
			c.i++
		} else if command == 'Z' || command == 'z' || command == 0 {
			return nil, fmt.Errorf("path: no command at %.20q", c.s[c.i:])
		}
		upper := command &^ 0x20
		count, ok := pathArguments[upper]
		if !ok {
			return nil, fmt.Errorf("path: command %q is not supported", command)
		}
		if len(b.segs) == 0 && upper != 'M' {
			return nil, fmt.Errorf("path: %q comes before the first M", command)
		}
		var args [7]float64
		for i := range count {
			var err error
			if upper == 'A' && (i == 3 || i == 4) {
				args[i], err = c.flag()
			} else {
				args[i], err = c.number()
			}
			if err != nil {
				return nil, fmt.Errorf("path: %w", err)
			}
		}
		b.add(upper, command != upper, args)
		if upper == 'M' {
			command-- // to L or l: further pairs are lines
		}
	}
	for _, s := range b.segs {
		for _, p := range s.P {
			if math.Abs(p.X) > maxSVGNumber || math.Abs(p.Y) > maxSVGNumber {
				return nil, fmt.Errorf("path: leaves every reasonable size")
			}
		}
	}
	return b.segs, nil
}

type pathBuilder struct {
	segs      []Seg
	at, start Point
	handle    Point // the last handle, for S and T
	last      byte
}

func (b *pathBuilder) add(command byte, relative bool, a [7]float64) {
	at := func(i int) Point {
		p := Point{a[i], a[i+1]}
		if relative {
			p.X, p.Y = p.X+b.at.X, p.Y+b.at.Y
		}
		return p
	}
	// A shape that is continued after Z without an M starts where the closed one did.
	if b.last == 'Z' && command != 'M' && command != 'Z' {
		b.segs = append(b.segs, Seg{MoveTo, [3]Point{b.at}})
	}
	switch command {
	case 'M':
		b.at = at(0)
		b.start = b.at
		b.segs = append(b.segs, Seg{MoveTo, [3]Point{b.at}})
	case 'L':
		b.line(at(0))
	case 'H':
		x := a[0]
		if relative {
			x += b.at.X
		}
		b.line(Point{x, b.at.Y})
	case 'V':
		y := a[0]
		if relative {
			y += b.at.Y
		}
		b.line(Point{b.at.X, y})
	case 'C':
		b.cubic(at(0), at(2), at(4))
	case 'S':
		b.cubic(b.reflected("CS"), at(0), at(2))
	case 'Q':
		b.quad(at(0), at(2))
	case 'T':
		b.quad(b.reflected("QT"), at(0))
	case 'A':
		for _, c := range arcCubics(b.at, at(5), a[0], a[1], a[2], a[3] == 1, a[4] == 1) {
			b.cubic(c[0], c[1], c[2])
		}
		if end := at(5); a[0] == 0 || a[1] == 0 {
			b.line(end)
		}
	case 'Z':
		if b.last != 'Z' {
			b.segs = append(b.segs, Seg{Op: Close})
		}
		b.at = b.start
	}
	b.last = command
}

func (b *pathBuilder) line(p Point) {
	b.at = p
	b.segs = append(b.segs, Seg{LineTo, [3]Point{p}})
}

func (b *pathBuilder) cubic(c1, c2, end Point) {
	b.segs = append(b.segs, Seg{CubicTo, [3]Point{c1, c2, end}})
	b.handle, b.at = c2, end
}

func (b *pathBuilder) quad(q, end Point) {
	third := func(from Point) Point { return Point{from.X + (q.X-from.X)*2/3, from.Y + (q.Y-from.Y)*2/3} }
	b.cubic(third(b.at), third(end), end)
	b.handle = q
}

// reflected mirrors the last handle in the current point when the last command was of the same
// family.
func (b *pathBuilder) reflected(family string) Point {
	if b.last == 0 || strings.IndexByte(family, b.last) < 0 {
		return b.at
	}
	return Point{2*b.at.X - b.handle.X, 2*b.at.Y - b.handle.Y}
}

// arcCubics follows the implementation notes of SVG 1.1, appendix F.6: from the end points to
// the centre, and from there one cubic for at most a quarter turn. Radii of zero give none.
func arcCubics(from, to Point, rx, ry, turn float64, large, sweep bool) [][3]Point {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || from == to {
		return nil
	}
	sin, cos := math.Sincos(turn * math.Pi / 180)
	dx, dy := (from.X-to.X)/2, (from.Y-to.Y)/2
	x1, y1 := cos*dx+sin*dy, cos*dy-sin*dx
	if grow := math.Sqrt(x1*x1/(rx*rx) + y1*y1/(ry*ry)); grow > 1 {
		rx, ry = rx*grow, ry*grow
	}
	above := rx*rx*ry*ry - rx*rx*y1*y1 - ry*ry*x1*x1
	below := rx*rx*y1*y1 + ry*ry*x1*x1
	k := 0.0
	if above > 0 && below > 0 {
		k = math.Sqrt(above / below)
	}
	if large == sweep {
		k = -k
	}
	cx1, cy1 := k*rx*y1/ry, -k*ry*x1/rx
	start := math.Atan2((y1-cy1)/ry, (x1-cx1)/rx)
	sweepBy := math.Atan2((-y1-cy1)/ry, (-x1-cx1)/rx) - start
	switch {
	case sweep && sweepBy < 0:
		sweepBy += 2 * math.Pi
	case !sweep && sweepBy > 0:
		sweepBy -= 2 * math.Pi
	}
	unit := Matrix{cos * rx, sin * rx, -sin * ry, cos * ry,
		cos*cx1 - sin*cy1 + (from.X+to.X)/2, sin*cx1 + cos*cy1 + (from.Y+to.Y)/2}
	parts := max(1, int(math.Ceil(math.Abs(sweepBy)/(math.Pi/2)-1e-9)))
	step := sweepBy / float64(parts)
	handle := 4.0 / 3 * math.Tan(step/4)
	var cubics [][3]Point
	for i := range parts {
		s0, c0 := math.Sincos(start + float64(i)*step)
		s1, c1 := math.Sincos(start + float64(i+1)*step)
		cubics = append(cubics, [3]Point{
			unit.Apply(Point{c0 - handle*s0, s0 + handle*c0}),
			unit.Apply(Point{c1 + handle*s1, s1 - handle*c1}),
			unit.Apply(Point{c1, s1}),
		})
	}
	cubics[parts-1][2] = to
	return cubics
}

// transform reads the element's transform list.
func (n *xmlNode) transform() (Matrix, error) {
	c := scanner{s: n.attrs["transform"]}
	m := Matrix{}
	for !c.done() {
		name, rest, ok := strings.Cut(c.s[c.i:], "(")
		inside, _, closed := strings.Cut(rest, ")")
		if !ok || !closed {
			return m, n.errorf("transform %.40q", c.s[c.i:])
		}
		c.i += len(name) + 1 + len(inside) + 1
		list, err := numbers(inside)
		if err != nil {
			return m, n.errorf("transform: %v", err)
		}
		next, ok := transformation(strings.TrimSpace(name), list)
		if !ok {
			return m, n.errorf("transform %q with %d numbers is not supported", strings.TrimSpace(name), len(list))
		}
		if next.A*next.D-next.B*next.C == 0 {
			return m, n.errorf("a transform that flattens everything is not supported")
		}
		m = m.Mul(next)
		for _, v := range []float64{m.A, m.B, m.C, m.D, m.E, m.F} {
			if math.Abs(v) > maxSVGNumber {
				return m, n.errorf("transform leaves every reasonable size")
			}
		}
	}
	return m, nil
}

func transformation(name string, v []float64) (Matrix, bool) {
	radians := math.Pi / 180
	switch {
	case name == "translate" && len(v) == 1:
		return Translate(v[0], 0), true
	case name == "translate" && len(v) == 2:
		return Translate(v[0], v[1]), true
	case name == "scale" && len(v) == 1:
		return Scale(v[0]), true
	case name == "scale" && len(v) == 2:
		return Matrix{A: v[0], D: v[1]}, true
	case name == "rotate" && (len(v) == 1 || len(v) == 3):
		sin, cos := math.Sincos(v[0] * radians)
		m := Matrix{A: cos, B: sin, C: -sin, D: cos}
		if len(v) == 3 {
			m = Translate(v[1], v[2]).Mul(m).Mul(Translate(-v[1], -v[2]))
		}
		return m, true
	case name == "skewX" && len(v) == 1:
		return Matrix{A: 1, C: math.Tan(v[0] * radians), D: 1}, true
	case name == "skewY" && len(v) == 1:
		return Matrix{A: 1, B: math.Tan(v[0] * radians), D: 1}, true
	case name == "matrix" && len(v) == 6:
		return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, true
	}
	return Matrix{}, false
}
