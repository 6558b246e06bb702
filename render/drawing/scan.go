package drawing

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// inkScanner fills outlines on an image. Rasterx brings one of its own, but that walks over the
// whole image for every path, which takes minutes on a poster; this one looks at the box around
// the path only.
type inkScanner struct {
	img    *image.RGBA
	raster vector.Rasterizer
	source image.Image
	points []scanPoint
	box    fixed.Rectangle26_6
}

// scanPoint is a corner of an outline; start begins a new one.
type scanPoint struct {
	at    fixed.Point26_6
	start bool
}

func newInkScanner(img *image.RGBA) *inkScanner {
	s := &inkScanner{img: img}
	s.Clear()
	return s
}

// Start begins an outline.
func (s *inkScanner) Start(a fixed.Point26_6) { s.add(a, true) }

// Line goes on with a straight line.
func (s *inkScanner) Line(b fixed.Point26_6) { s.add(b, false) }

func (s *inkScanner) add(p fixed.Point26_6, start bool) {
	s.points = append(s.points, scanPoint{p, start})
	s.box.Min.X, s.box.Max.X = min(s.box.Min.X, p.X), max(s.box.Max.X, p.X)
	s.box.Min.Y, s.box.Max.Y = min(s.box.Min.Y, p.Y), max(s.box.Max.Y, p.Y)
}

// Draw fills the outlines with the current colour.
func (s *inkScanner) Draw() {
	box := image.Rect(s.box.Min.X.Floor(), s.box.Min.Y.Floor(), s.box.Max.X.Ceil(), s.box.Max.Y.Ceil()).Intersect(s.img.Bounds())
	if len(s.points) == 0 || box.Empty() {
		return
	}
	s.raster.Reset(box.Dx(), box.Dy())
	for _, p := range s.points {
		x, y := float32(p.at.X)/64-float32(box.Min.X), float32(p.at.Y)/64-float32(box.Min.Y)
		if p.start {
			s.raster.MoveTo(x, y)
		} else {
			s.raster.LineTo(x, y)
		}
	}
	s.raster.DrawOp = draw.Over
	s.raster.Draw(s.img, box, s.source, box.Min)
}

// Clear forgets the outlines.
func (s *inkScanner) Clear() {
	s.points = s.points[:0]
	s.box = fixed.Rectangle26_6{
		Min: fixed.Point26_6{X: math.MaxInt32, Y: math.MaxInt32},
		Max: fixed.Point26_6{X: math.MinInt32, Y: math.MinInt32},
	}
}

// SetColor takes a color.Color or a rasterx.ColorFunc.
func (s *inkScanner) SetColor(c any) {
	switch v := c.(type) {
	case rasterx.ColorFunc:
		s.source = painted{v, s.img.Bounds()}
	case color.Color:
		s.source = image.NewUniform(v)
	}
}

// GetPathExtent is the box around the outlines.
func (s *inkScanner) GetPathExtent() fixed.Rectangle26_6 { return s.box }

// SetBounds, SetClip and SetWinding belong to the interface and change nothing: the image is the
// bound, and the winding is always non-zero.
func (s *inkScanner) SetBounds(int, int)      {}
func (s *inkScanner) SetClip(image.Rectangle) {}
func (s *inkScanner) SetWinding(bool)         {}

// painted is an image whose pixels are computed.
type painted struct {
	at     rasterx.ColorFunc
	bounds image.Rectangle
}

func (p painted) ColorModel() color.Model { return color.NRGBAModel }
func (p painted) Bounds() image.Rectangle { return p.bounds }
func (p painted) At(x, y int) color.Color { return p.at(x, y) }
