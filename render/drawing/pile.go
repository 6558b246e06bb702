package drawing

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/math/fixed"
)

// The rasterizer adds up what the outlines of a path cover. Where several of them lie on each
// other, as the lines of a box and its whiskers do, and the hundreds of cases of a lead time,
// their soft edges add up to a hard, thick one. Such piles are filled part by part, and the most
// that any of them covers of a pixel counts.

// part is a piece of a path that may lie on another one: a closed loop of an area, or a line.
type part struct {
	from, to int // points
	box      fixed.Rectangle26_6
	turn     int // direction of a loop, 1 or -1; 0 for a line, which has loops in both
}

// endPart makes what was added since the last one a part.
func (s *inkScanner) endPart() {
	from := 0
	if n := len(s.parts); n > 0 {
		from = s.parts[n-1].to
	}
	if from < len(s.points) {
		s.parts = append(s.parts, s.part(from, len(s.points)))
	}
}

func (s *inkScanner) part(from, to int) part {
	p := part{from: from, to: to, box: nowhere()}
	for _, point := range s.points[from:to] {
		p.box = around(p.box, point.at)
	}
	return p
}

// loops makes each closed loop that has been added a part.
func (s *inkScanner) loops() (loops []part) {
	from := 0
	for i := 1; i <= len(s.points); i++ {
		if i < len(s.points) && !s.points[i].start {
			continue
		}
		loop := s.part(from, i)
		area := int64(0)
		for k := from; k < i; k++ {
			p, q := s.points[k].at, s.points[from].at
			if k+1 < i {
				q = s.points[k+1].at
			}
			area += int64(p.X)*int64(q.Y) - int64(q.X)*int64(p.Y)
		}
		loop.turn = 1
		if area < 0 {
			loop.turn = -1
		}
		loops = append(loops, loop)
		from = i
	}
	return loops
}

// piled says whether parts lie on each other. Loops of both directions cut holes, so that they
// must be added up.
func piled(parts []part) bool {
	const few = 64 // lines of a path that are compared with each other; more of them are taken to lie so
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts {
		if p.turn != parts[0].turn {
			return false
		}
	}
	if len(parts) > few && parts[0].turn == 0 {
		return true
	}
	for i, p := range parts {
		for _, q := range parts[max(0, i-few):i] {
			if shared := p.box.Intersect(q.box); 2*size(shared) > min(size(p.box), size(q.box)) {
				return true
			}
		}
	}
	return false
}

func size(r fixed.Rectangle26_6) int64 {
	return int64(r.Max.X-r.Min.X) * int64(r.Max.Y-r.Min.Y)
}

// drawPile fills part by part.
func (s *inkScanner) drawPile(parts []part, box image.Rectangle) {
	mask := image.NewAlpha(box)
	s.raster.DrawOp = draw.Src
	for _, p := range parts {
		room := s.pixels(p.box)
		if room.Empty() {
			continue
		}
		s.load(s.points[p.from:p.to], room)
		one := image.NewAlpha(room)
		s.raster.Draw(one, room, image.Opaque, image.Point{})
		for y := room.Min.Y; y < room.Max.Y; y++ {
			into := mask.Pix[mask.PixOffset(room.Min.X, y):]
			for x, v := range one.Pix[one.PixOffset(room.Min.X, y):][:room.Dx()] {
				into[x] = max(into[x], v)
			}
		}
	}
	draw.DrawMask(s.img, box, s.source, box.Min, mask, box.Min, draw.Over)
}

func nowhere() fixed.Rectangle26_6 {
	return fixed.Rectangle26_6{
		Min: fixed.Point26_6{X: math.MaxInt32, Y: math.MaxInt32},
		Max: fixed.Point26_6{X: math.MinInt32, Y: math.MinInt32},
	}
}

// around is the box with p in it.
func around(box fixed.Rectangle26_6, p fixed.Point26_6) fixed.Rectangle26_6 {
	box.Min.X, box.Max.X = min(box.Min.X, p.X), max(box.Max.X, p.X)
	box.Min.Y, box.Max.Y = min(box.Min.Y, p.Y), max(box.Max.Y, p.Y)
	return box
}
