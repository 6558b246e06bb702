package drawing

import (
	"image"
	"image/color"
	"image/draw"

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
	parts  []part // of a path that is drawn in parts, else none
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
	s.box = around(s.box, p)
}

// Draw fills the outlines with the current colour.
func (s *inkScanner) Draw() {
	box := s.pixels(s.box)
	if len(s.points) == 0 || box.Empty() {
		return
	}
	parts := s.parts
	if len(parts) == 0 {
		parts = s.loops()
	}
	if piled(parts) {
		s.drawPile(parts, box)
		return
	}
	s.load(s.points, box)
	s.raster.DrawOp = draw.Over
	s.raster.Draw(s.img, box, s.source, box.Min)
}

// load gives points to the rasterizer, for the pixels in box.
func (s *inkScanner) load(points []scanPoint, box image.Rectangle) {
	s.raster.Reset(box.Dx(), box.Dy())
	for _, p := range points {
		x, y := float32(p.at.X)/64-float32(box.Min.X), float32(p.at.Y)/64-float32(box.Min.Y)
		if p.start {
			s.raster.MoveTo(x, y)
		} else {
			s.raster.LineTo(x, y)
		}
	}
}

// pixels are those of the image that a box touches.
func (s *inkScanner) pixels(box fixed.Rectangle26_6) image.Rectangle {
	return image.Rect(box.Min.X.Floor(), box.Min.Y.Floor(), box.Max.X.Ceil(), box.Max.Y.Ceil()).Intersect(s.img.Bounds())
}

// Clear forgets the outlines.
func (s *inkScanner) Clear() {
	s.points, s.parts = s.points[:0], s.parts[:0]
	s.box = nowhere()
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
