package drawing

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"io"
	"math"
	"runtime"
	"sort"

	"github.com/srwiley/rasterx"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/sync/errgroup"

	"klantreis/render/font"
)

// MaxPixels bounds a raster picture, so that no drawing can ask for more memory than a laptop
// has (four bytes a pixel).
const MaxPixels = 120 << 20

// WritePNG draws the drawing width pixels wide, in proportion.
func WritePNG(w io.Writer, d Drawing, width int) error {
	img, err := Raster(d, width)
	if err != nil {
		return err
	}
	return encodePNG(w, img)
}

// bands is the number of parts in which a raster is made side by side. It is fixed, so that the
// bytes do not depend on the number of processors.
const bands = 4

// Raster draws the drawing into an image width pixels wide, on white where it has no background.
func Raster(d Drawing, width int) (*image.RGBA, error) { return rasterIn(d, width, bands) }

func rasterIn(d Drawing, width, bands int) (*image.RGBA, error) {
	if d.Width <= 0 || d.Height <= 0 || width <= 0 {
		return nil, fmt.Errorf("drawing: cannot draw %v × %v at %d pixels wide", d.Width, d.Height, width)
	}
	scale := float64(width) / d.Width
	height := int(math.Ceil(d.Height*scale - 0.05)) // a twentieth of a pixel is no row
	if float64(width)*float64(height) > MaxPixels {
		return nil, fmt.Errorf("drawing: %d × %d pixels is more than %d", width, height, MaxPixels)
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	background := Color{255, 255, 255, 255}
	if d.Background.A != 0 {
		background = d.Background
	}
	draw.Draw(img, img.Bounds(), image.NewUniform(background.nrgba()), image.Point{}, draw.Src)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range bands {
		band := img.SubImage(image.Rect(0, height*i/bands, width, height*(i+1)/bands)).(*image.RGBA)
		if band.Bounds().Empty() {
			continue
		}
		group.Go(func() error {
			r := rasterer{img: band, bounds: band.Bounds(), scanner: newInkScanner(band)}
			for _, it := range d.Items {
				r.item(it, Scale(scale))
			}
			return nil
		})
	}
	return img, group.Wait()
}

func (c Color) nrgba() color.NRGBA { return color.NRGBA(c) }

type rasterer struct {
	img     *image.RGBA
	bounds  image.Rectangle
	scanner *inkScanner
	glyphs  sfnt.Buffer
}

func (r *rasterer) item(it Item, m Matrix) {
	switch v := it.(type) {
	case Group:
		r.group(v, m.Mul(v.Matrix))
	case Path:
		r.path(v, m)
	case Text:
		r.text(v, m)
	}
}

// group draws a clipped group on a layer of its own and copies it through the clip's mask.
func (r *rasterer) group(g Group, m Matrix) {
	if g.Clip == nil {
		for _, it := range g.Items {
			r.item(it, m)
		}
		return
	}
	layer := image.NewRGBA(r.bounds)
	inner := rasterer{img: layer, bounds: r.bounds, scanner: newInkScanner(layer)}
	for _, it := range g.Items {
		inner.item(it, m)
	}
	mask := image.NewRGBA(r.bounds)
	cut := rasterer{img: mask, bounds: r.bounds, scanner: newInkScanner(mask)}
	outline := Path{Segs: g.Clip.Segs}.Filled(Color{0, 0, 0, 255})
	cut.path(outline, m)
	draw.DrawMask(r.img, r.bounds, layer, r.bounds.Min, mask, r.bounds.Min, draw.Over)
}

func (r *rasterer) path(p Path, m Matrix) {
	shape := p.Transform(m)
	if r.misses(shape.Segs, p.Stroke.Width*m.ScaleFactor()) {
		return
	}
	if !p.Fill.None() {
		filler := rasterx.NewFiller(r.bounds.Dx(), r.bounds.Dy(), r.scanner)
		setPaint(r.scanner, p.Fill, m)
		addSegs(filler, shape.Segs)
		paint(filler)
	}
	if !p.Stroke.None() {
		r.stroke(shape.Segs, p.Stroke, m.ScaleFactor())
	}
}

// misses reports whether a shape lies above or below this band, strokes and miters included.
func (r *rasterer) misses(segs []Seg, stroke float64) bool {
	low, high := math.Inf(1), math.Inf(-1)
	for _, s := range segs {
		points := s.P[:1]
		switch s.Op {
		case CubicTo:
			points = s.P[:]
		case Close:
			points = nil
		}
		for _, p := range points {
			low, high = math.Min(low, p.Y), math.Max(high, p.Y)
		}
	}
	margin := 4*stroke + 1
	return high+margin < float64(r.bounds.Min.Y) || low-margin > float64(r.bounds.Max.Y)
}

// paint fills what has been added, and forgets it.
func paint(d interface {
	Draw()
	Clear()
}) {
	d.Draw()
	d.Clear()
}

func (r *rasterer) stroke(segs []Seg, s Stroke, scale float64) {
	stroker := rasterx.NewStroker(r.bounds.Dx(), r.bounds.Dy(), r.scanner)
	width := math.Round(s.Width * scale * 64)
	lineCap, gap, join := rasterx.CapFunc(rasterx.ButtCap), rasterx.GapFunc(rasterx.FlatGap), rasterx.Miter
	if s.Round {
		lineCap, gap, join = rasterx.RoundCap, rasterx.RoundGap, rasterx.Round
	}
	stroker.SetStroke(fixed.Int26_6(width), 4<<6, lineCap, nil, gap, join)
	r.scanner.SetColor(s.Color.nrgba())
	for from := 0; from < len(segs); { // one line after the other: they may lie on each other
		to := from + 1
		for to < len(segs) && segs[to].Op != MoveTo {
			to++
		}
		addSegs(stroker, dashed(segs[from:to], s.Dash, scale))
		r.scanner.endPart()
		from = to
	}
	paint(stroker)
}

func (r *rasterer) text(t Text, m Matrix) {
	if t.Rotate != 0 {
		sin, cos := math.Sincos(t.Rotate * math.Pi / 180)
		turn := Translate(t.X, t.Y).Mul(Matrix{cos, sin, -sin, cos, 0, 0}).Mul(Translate(-t.X, -t.Y))
		m = m.Mul(turn)
	}
	room := Rect(t.Left(), t.Y-2*t.Size, t.Width(), 3*t.Size, 0).Transform(m)
	if r.misses(room.Segs, t.Size) {
		return
	}
	var outline []Seg
	x := t.Left()
	for _, char := range t.S {
		if font.Width(string(char), t.Face, 1) == 0 {
			continue
		}
		// Outlines are loaded far larger than they are shown, because their points are rounded.
		const em = 1024
		segs, advance, err := font.Outline(char, t.Face, em, &r.glyphs)
		if err != nil {
			continue // an outline that cannot be loaded leaves a space, never a crash
		}
		place := m.Mul(Translate(x, t.Y)).Mul(Scale(t.Size / em))
		outline = appendGlyph(outline, segs, place)
		x += math.Max(advance*t.Size/em, font.Width(string(char), t.Face, t.Size))
	}
	if t.HaloWidth > 0 && t.Halo.A != 0 {
		r.stroke(outline, Stroke{Color: t.Halo, Width: t.HaloWidth, Round: true}, m.ScaleFactor())
	}
	filler := rasterx.NewFiller(r.bounds.Dx(), r.bounds.Dy(), r.scanner)
	r.scanner.SetColor(t.Fill.nrgba())
	addSegs(filler, outline)
	paint(filler)
}

func appendGlyph(segs []Seg, glyph []font.Segment, m Matrix) []Seg {
	point := func(p fixed.Point26_6) Point { return Point{float64(p.X) / 64, float64(p.Y) / 64} }
	var at Point
	open := false
	for _, g := range glyph {
		switch g.Op {
		case sfnt.SegmentOpMoveTo:
			if open {
				segs = append(segs, Seg{Op: Close})
			}
			open = true
			at = point(g.Args[0])
			segs = append(segs, Seg{MoveTo, [3]Point{m.Apply(at)}})
		case sfnt.SegmentOpLineTo:
			at = point(g.Args[0])
			segs = append(segs, Seg{LineTo, [3]Point{m.Apply(at)}})
		case sfnt.SegmentOpQuadTo:
			q, end := point(g.Args[0]), point(g.Args[1])
			c1 := Point{at.X + (q.X-at.X)*2/3, at.Y + (q.Y-at.Y)*2/3}
			c2 := Point{end.X + (q.X-end.X)*2/3, end.Y + (q.Y-end.Y)*2/3}
			segs = append(segs, Seg{CubicTo, [3]Point{m.Apply(c1), m.Apply(c2), m.Apply(end)}})
			at = end
		case sfnt.SegmentOpCubeTo:
			at = point(g.Args[2])
			segs = append(segs, Seg{CubicTo, [3]Point{m.Apply(point(g.Args[0])), m.Apply(point(g.Args[1])), m.Apply(at)}})
		}
	}
	if open {
		segs = append(segs, Seg{Op: Close})
	}
	return segs
}

func addSegs(a rasterx.Adder, segs []Seg) {
	fix := func(p Point) fixed.Point26_6 {
		return fixed.Point26_6{X: fixed.Int26_6(math.Round(p.X * 64)), Y: fixed.Int26_6(math.Round(p.Y * 64))}
	}
	open := false
	for _, s := range segs {
		switch s.Op {
		case MoveTo:
			if open {
				a.Stop(false)
			}
			a.Start(fix(s.P[0]))
			open = true
		case LineTo:
			a.Line(fix(s.P[0]))
		case CubicTo:
			a.CubeBezier(fix(s.P[0]), fix(s.P[1]), fix(s.P[2]))
		case Close:
			if open {
				a.Stop(true)
			}
			open = false
		}
	}
	if open {
		a.Stop(false)
	}
}

func setPaint(s *inkScanner, p Paint, m Matrix) {
	if p.Gradient == nil {
		s.SetColor(p.Color.nrgba())
		return
	}
	g := p.Gradient
	from, to := m.Apply(Point{g.X1, g.Y1}), m.Apply(Point{g.X2, g.Y2})
	dx, dy := to.X-from.X, to.Y-from.Y
	length := dx*dx + dy*dy
	s.SetColor(rasterx.ColorFunc(func(x, y int) color.Color {
		t := 0.0
		if length > 0 {
			t = ((float64(x)+0.5-from.X)*dx + (float64(y)+0.5-from.Y)*dy) / length
		}
		return g.at(t).nrgba()
	}))
}

// at is the gradient's colour at offset t, mixed between the stops around it.
func (g *Gradient) at(t float64) Color {
	if len(g.Stops) == 0 {
		return Color{}
	}
	i := sort.Search(len(g.Stops), func(i int) bool { return g.Stops[i].Offset >= t })
	if i == 0 {
		return g.Stops[0].Color
	}
	if i == len(g.Stops) {
		return g.Stops[i-1].Color
	}
	a, b := g.Stops[i-1], g.Stops[i]
	share := (t - a.Offset) / (b.Offset - a.Offset)
	mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*share)) }
	return Color{mix(a.Color.R, b.Color.R), mix(a.Color.G, b.Color.G), mix(a.Color.B, b.Color.B), mix(a.Color.A, b.Color.A)}
}

// bounds is a box around all points and handles.
func bounds(segs []Seg) Box {
	low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, s := range segs {
		n := 1
		switch s.Op {
		case CubicTo:
			n = 3
		case Close:
			n = 0
		}
		for _, p := range s.P[:n] {
			low = Point{math.Min(low.X, p.X), math.Min(low.Y, p.Y)}
			high = Point{math.Max(high.X, p.X), math.Max(high.Y, p.Y)}
		}
	}
	if low.X > high.X {
		return Box{}
	}
	return Box{low.X, low.Y, high.X - low.X, high.Y - low.Y}
}
