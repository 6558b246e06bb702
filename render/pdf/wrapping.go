package pdf

import (
	"math"

	"klantreis/render"
	"klantreis/render/drawing"
)

// The wrapping paper, the ribbon and the bow. They are flat, so that they are the same on every
// printer, and they part by lightness too, so that they stay apart in grey.

// wrapping draws the gift: paper with the signs of customers down to the ribbon, a ribbon over both
// axes, and a bow where they cross.
func (p *provider) wrapping(middle float64, t render.Theme) {
	const band = 46.0
	w, h := p.page.width, p.page.height
	p.path(drawing.Rect(0, 0, w, h, 0).Filled(warmPaper(t)))
	p.raw("q %sW n", p.outline(drawing.Rect(0, 0, w, middle, 0).Segs))
	p.path(drawing.Rect(0, 0, w, middle, 0).Filled(t.Header))
	p.signs(drawing.Box{W: w, H: middle}, t)
	p.raw("Q")
	x := w * 0.735
	p.path(drawing.Rect(x-band/2-3, 0, band+6, middle, 0).Filled(t.Ink.Alpha(0.16)))
	p.ribbon(drawing.Box{X: x - band/2, W: band, H: middle}, true, t)
	p.path(drawing.Rect(0, middle-band/2-3, w, band+6, 0).Filled(t.Ink.Alpha(0.13)))
	p.ribbon(drawing.Box{Y: middle - band/2, W: w, H: band}, false, t)
	p.bow(x, middle, 0.92, t)
}

// warmPaper is a breath of the ribbon on the paper, as far as all text stays easy to read on it.
func warmPaper(t render.Theme) drawing.Color {
	for _, share := range []float64{0.055, 0.04, 0.025} {
		paper := t.Ribbon.Over(t.Paper, share)
		if drawing.Contrast(paper, t.InkSoft) >= 4.5 && drawing.Contrast(paper, t.Accent) >= 4.5 && drawing.Contrast(paper, t.Ink) >= 7 {
			return paper
		}
	}
	return t.Paper
}

// signs strews small line drawings over wrapping paper: what customers say, and where.
func (p *provider) signs(b drawing.Box, t render.Theme) {
	const across, down = 68.0, 62.0
	line, warm := t.OnHeader.Over(t.Header, 0.27), t.Ribbon.Over(t.Header, 0.8)
	for row := 0; float64(row)*down < b.H+down; row++ {
		for column := 0; float64(column)*across < b.W+across; column++ {
			n := (row*4 + column) % len(wrappingSigns)
			color := line
			if n == 0 {
				color = warm
			}
			turn := float64((row*5+column*3)%7-3) * 0.075
			sin, cos := math.Sincos(turn)
			at := drawing.Matrix{A: cos, B: sin, C: -sin, D: cos,
				E: b.X + float64(column)*across + float64(row%2)*across/2 + 4, F: b.Y + float64(row)*down + 30}
			for _, path := range wrappingSigns[n]() {
				path.Stroke = drawing.Stroke{Color: color, Width: 1.5, Round: true}
				p.path(path.Transform(at))
			}
		}
	}
}

// wrappingSigns are drawn around (0, 0), about 26 points high.
var wrappingSigns = [...]func() []drawing.Path{heartSign, balloonSign, letterSign, houseSign, flowerSign, phoneSign, starSign}

func heartSign() []drawing.Path {
	return []drawing.Path{drawing.Path{}.Move(0, 9).Cubic(-13, -1, -10, -11, -4.5, -10).Cubic(-2, -9.6, -0.6, -8, 0, -6).
		Cubic(0.6, -8, 2, -9.6, 4.5, -10).Cubic(10, -11, 13, -1, 0, 9).Closed()}
}

func balloonSign() []drawing.Path {
	outline := drawing.Path{}.Move(-9, -10).Line(9, -10).Cubic(12, -10, 13, -8.5, 13, -6).Line(13, 2).Cubic(13, 5, 11.5, 6, 9, 6).
		Line(-1, 6).Line(-7, 11.5).Line(-6.5, 6).Line(-9, 6).Cubic(-12, 6, -13, 5, -13, 2).Line(-13, -6).Cubic(-13, -8.5, -12, -10, -9, -10).Closed()
	return []drawing.Path{outline, drawing.Line(-7, -4.5, 7, -4.5), drawing.Line(-7, 0.5, 3, 0.5)}
}

func letterSign() []drawing.Path {
	return []drawing.Path{drawing.Rect(-13, -9, 26, 18, 2.5), drawing.Path{}.Move(-12, -7).Line(0, 2.5).Line(12, -7)}
}

func houseSign() []drawing.Path {
	front := drawing.Path{}.Move(-9, 12).Line(-9, -4).Line(-5.5, -4).Line(-5.5, -8).Line(-2, -8).Line(-2, -12).Line(2, -12).Line(2, -8).
		Line(5.5, -8).Line(5.5, -4).Line(9, -4).Line(9, 12).Closed()
	return []drawing.Path{front, drawing.Path{}.Move(-2.5, 12).Line(-2.5, 5).Line(2.5, 5).Line(2.5, 12), drawing.Line(-5, 0, -2, 0), drawing.Line(2, 0, 5, 0)}
}

func flowerSign() []drawing.Path {
	cup := drawing.Path{}.Move(-6, -12).Line(-3, -8).Line(0, -12.5).Line(3, -8).Line(6, -12).Cubic(8, -5, 5, -1, 0, -1).Cubic(-5, -1, -8, -5, -6, -12).Closed()
	return []drawing.Path{cup, drawing.Line(0, -1, 0, 13), drawing.Path{}.Move(0, 11).Cubic(5, 9, 7, 5, 7, 2), drawing.Path{}.Move(0, 11).Cubic(-5, 9, -7, 5, -7, 2)}
}

func phoneSign() []drawing.Path {
	return []drawing.Path{drawing.Rect(-7, -12, 14, 24, 3), drawing.Line(-2, 8.5, 2, 8.5), drawing.Line(-7, 5, 7, 5)}
}

func starSign() []drawing.Path {
	return []drawing.Path{drawing.Line(0, -6, 0, 6), drawing.Line(-6, 0, 6, 0), drawing.Line(-3.2, -3.2, 3.2, 3.2), drawing.Line(-3.2, 3.2, 3.2, -3.2)}
}

// ribbon is a length of ribbon, upright or lying, with a lighter line along both edges.
func (p *provider) ribbon(b drawing.Box, upright bool, t render.Theme) {
	p.path(drawing.Rect(b.X, b.Y, b.W, b.H, 0).Filled(t.Ribbon))
	light := t.Ribbon.Over(t.Paper, 0.55)
	for _, share := range []float64{0.13, 0.87} {
		edge := drawing.Line(b.X, b.Y+b.H*share, b.X+b.W, b.Y+b.H*share)
		if upright {
			edge = drawing.Line(b.X+b.W*share, b.Y, b.X+b.W*share, b.Y+b.H)
		}
		p.path(edge.Stroked(light, 0.9))
	}
}

// bow draws two loops, two tails and a knot around (x0, y0): flat, its inside and its tails in the
// shade, with a line of light along the folds.
func (p *provider) bow(x0, y0, scale float64, t render.Theme) {
	dark, light := t.RibbonShade(), t.Ribbon.Over(t.Paper, 0.55)
	for _, side := range []float64{-1, 1} {
		m := drawing.Translate(x0, y0).Mul(drawing.Matrix{A: side * scale, D: scale})
		fill := func(path drawing.Path, c drawing.Color) { p.path(path.Filled(c).Transform(m)) }
		crease := func(path drawing.Path) {
			path.Stroke = drawing.Stroke{Color: light, Width: 1.1 * scale, Round: true}
			p.path(path.Transform(m))
		}
		tail := drawing.Path{}.Move(4, 6).Cubic(26, 40, 44, 74, 66, 128).Line(82, 104).Line(108, 116).Cubic(88, 66, 62, 30, 22, -4).Closed()
		fill(tail.Transform(drawing.Translate(2, 5)), t.Ink.Alpha(0.14))
		fill(tail, dark)
		crease(drawing.Path{}.Move(17, 9).Cubic(45, 38, 68, 76, 84, 102))
		loop := drawing.Path{}.Move(2, -4).Cubic(30, -64, 92, -104, 132, -82).Cubic(168, -62, 150, 6, 108, 22).Cubic(74, 34, 30, 22, 2, 8).Closed()
		fill(loop.Transform(drawing.Translate(2, 6)), t.Ink.Alpha(0.14))
		fill(loop, t.Ribbon)
		fill(drawing.Path{}.Move(26, -8).Cubic(56, -44, 96, -66, 116, -54).Cubic(134, -42, 120, -4, 92, 6).Cubic(70, 12, 44, 4, 26, -8).Closed(), dark)
		crease(drawing.Path{}.Move(14, -14).Cubic(44, -62, 94, -92, 128, -75).Cubic(150, -60, 141, -12, 112, 10))
		crease(drawing.Path{}.Move(16, 3).Cubic(46, 18, 76, 22, 100, 13))
	}
	m := drawing.Translate(x0, y0).Mul(drawing.Scale(scale))
	knot := drawing.Rect(-22, -20, 44, 40, 14)
	p.path(knot.Transform(drawing.Translate(1, 4)).Filled(t.Ink.Alpha(0.16)).Transform(m))
	p.path(knot.Filled(t.Ribbon).Stroked(dark, 1.2*scale).Transform(m))
	for _, x := range []float64{-9, 0, 9} {
		fold := drawing.Path{}.Move(x, -15).Cubic(x*0.6, -5, x*0.6, 5, x, 15)
		fold.Stroke = drawing.Stroke{Color: dark, Width: 1.2 * scale, Round: true}
		p.path(fold.Transform(m))
	}
}
