// Package drawing is the middle of every picture. The journey map, the flow and the charts are
// each placed completely as one Drawing, a tree of groups, paths and single lines of text; the
// formats (SVG and PNG here, PDF in render/pdf) only write down what is already placed.
//
// Lengths are CSS pixels, y points down, angles do not occur. A Drawing is a value: nothing in
// it refers to a format, a clock or the machine.
package drawing

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"klantreis/render/font"
)

// Drawing is one finished picture.
type Drawing struct {
	ID            string // prefix of all element ids, unique on a page that holds several
	Width, Height float64
	Title         string // the accessible name
	Desc          string // the story of the picture in words
	Lang          string // BCP 47
	Background    Color  // zero: transparent
	Items         []Item
	Spots         []Spot
	Rooms         []Spot // of the parts that the picture is about, larger than Spots: whoever edits one points at it
	Heads         Heads
}

// Spot is a place on the picture of which more can be told: what stands behind a number. A page
// lets people point at it; formats that cannot, pass it over.
type Spot struct {
	For string // names what can be told, unique per thing and not per place
	Box Box
}

// Item is a Group, a Path or a Text.
type Item interface{ item() }

// Group holds items that belong together, in reading order. A group with a Label is announced
// to people who do not see the picture.
type Group struct {
	ID     string // unique within the drawing; empty: none
	Label  string
	Href   string            // makes the group a link
	Data   map[string]string // data-… attributes, for the interactive forms
	Matrix Matrix            // zero: identity
	Clip   *Path             // only its outline counts
	Items  []Item
}

// Path is an outline, filled and stroked.
type Path struct {
	Segs   []Seg
	Fill   Paint
	Stroke Stroke
}

// Text is one line; wrapping has happened before.
type Text struct {
	X, Y      float64 // the anchor on the baseline
	S         string
	Size      float64
	Face      font.Face
	Anchor    Anchor
	Fill      Color
	Halo      Color // drawn around the letters so that they stay legible on lines
	HaloWidth float64
	Rotate    float64 // degrees clockwise around (X, Y)
}

func (Group) item() {}
func (Path) item()  {}
func (Text) item()  {}

// Anchor says which part of a text stands at its X.
type Anchor int

const (
	Start Anchor = iota
	Middle
	End
)

// Width is the length of the text in pixels.
func (t Text) Width() float64 { return font.Width(t.S, t.Face, t.Size) }

// Left is the x of the first letter's left side.
func (t Text) Left() float64 {
	switch t.Anchor {
	case Middle:
		return t.X - t.Width()/2
	case End:
		return t.X - t.Width()
	}
	return t.X
}

// Color is sRGB with straight alpha. The zero value is "none".
type Color struct{ R, G, B, A uint8 }

// Hex reads #rgb or #rrggbb; it panics on anything else and is meant for constants.
func Hex(s string) Color {
	c, err := ParseHex(s)
	if err != nil {
		panic(err)
	}
	return c
}

// ParseHex reads #rgb, #rrggbb or #rrggbbaa.
func ParseHex(s string) (Color, error) {
	digits, found := strings.CutPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	if len(digits) == 6 {
		digits += "ff"
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	if !found || len(digits) != 8 || err != nil {
		return Color{}, fmt.Errorf("drawing: %q is no hex colour", s)
	}
	return Color{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}, nil
}

// Hex writes the colour as #rrggbb, without its alpha.
func (c Color) Hex() string {
	const digits = "0123456789abcdef"
	return string([]byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]})
}

// Alpha returns the colour with another opacity, 0 to 1.
func (c Color) Alpha(a float64) Color {
	c.A = uint8(math.Round(255 * math.Max(0, math.Min(1, a))))
	return c
}

// Over mixes the colour onto an opaque background, as a share from 0 (background) to 1.
func (c Color) Over(background Color, share float64) Color {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*share + float64(b)*(1-share))) }
	return Color{mix(c.R, background.R), mix(c.G, background.G), mix(c.B, background.B), 255}
}

// Contrast is the WCAG 2 contrast ratio of two opaque colours, 1 to 21.
func Contrast(a, b Color) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

func luminance(c Color) float64 {
	rgb := c.linear()
	return 0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2]
}

// Paint is one colour or, when Gradient is set, a linear gradient. The zero value paints nothing.
type Paint struct {
	Color    Color
	Gradient *Gradient
}

// None reports whether the paint leaves no mark.
func (p Paint) None() bool { return p.Gradient == nil && p.Color.A == 0 }

// Solid paints in one colour.
func Solid(c Color) Paint { return Paint{Color: c} }

// Gradient runs linearly from (X1, Y1) to (X2, Y2), in the coordinates of the path it fills.
type Gradient struct {
	X1, Y1, X2, Y2 float64
	Stops          []Stop
}

// Stop is a colour at an offset from 0 to 1.
type Stop struct {
	Offset float64
	Color  Color
}

// Stroke is the line along a path. Width zero is no line.
type Stroke struct {
	Color Color
	Width float64
	Dash  []float64
	Round bool // round caps and joins; otherwise butt caps and miter joins
}

// None reports whether the stroke leaves no mark.
func (s Stroke) None() bool { return s.Width <= 0 || s.Color.A == 0 }

// Matrix maps (x, y) to (A·x + C·y + E, B·x + D·y + F). The zero value is the identity.
type Matrix struct{ A, B, C, D, E, F float64 }

// IsIdentity holds for the zero value and for the written-out identity.
func (m Matrix) IsIdentity() bool {
	return m == Matrix{} || m == Matrix{A: 1, D: 1}
}

func (m Matrix) normal() Matrix {
	if m == (Matrix{}) {
		return Matrix{A: 1, D: 1}
	}
	return m
}

// Translate moves by (x, y).
func Translate(x, y float64) Matrix { return Matrix{A: 1, D: 1, E: x, F: y} }

// Scale multiplies both axes by s.
func Scale(s float64) Matrix { return Matrix{A: s, D: s} }

// Mul returns the matrix that applies n first and then m.
func (m Matrix) Mul(n Matrix) Matrix {
	m, n = m.normal(), n.normal()
	return Matrix{
		A: m.A*n.A + m.C*n.B, B: m.B*n.A + m.D*n.B,
		C: m.A*n.C + m.C*n.D, D: m.B*n.C + m.D*n.D,
		E: m.A*n.E + m.C*n.F + m.E, F: m.B*n.E + m.D*n.F + m.F,
	}
}

// Apply maps one point.
func (m Matrix) Apply(p Point) Point {
	m = m.normal()
	return Point{m.A*p.X + m.C*p.Y + m.E, m.B*p.X + m.D*p.Y + m.F}
}

// ScaleFactor is the mean factor by which the matrix changes lengths.
func (m Matrix) ScaleFactor() float64 {
	m = m.normal()
	return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C))
}
