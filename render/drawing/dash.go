package drawing

import "math"

// dashed cuts outlines into the pieces that a dash pattern leaves, its lengths multiplied by
// scale; without a pattern it returns them whole. Rasterx has dashes too, but rounds each to a
// 64th of a pixel and so comes out of step on a long line.
func dashed(segs []Seg, dash []float64, scale float64) []Seg {
	total := 0.0
	for _, v := range dash {
		total += v * scale
	}
	length := 0.0
	lines := flattened(segs)
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			length += math.Hypot(line[i].X-line[i-1].X, line[i].Y-line[i-1].Y)
		}
	}
	const most = 200_000                                            // pieces; a finer pattern would look like a line anyway
	if !(total > 0) || !(length/total*float64(len(dash)) <= most) { // also when it is infinite
		return segs
	}
	var out []Seg
	for _, line := range lines {
		out = append(out, pieces(line, dash, scale)...)
	}
	return out
}

// pieces cuts one line of points.
func pieces(line []Point, dash []float64, scale float64) (out []Seg) {
	// shortest keeps a dot, a dash of no length with round ends, from vanishing in rounding.
	const shortest = 1.0 / 16
	k, on, left := 0, true, dash[0]*scale
	out = append(out, Seg{MoveTo, [3]Point{line[0]}})
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if length == 0 {
			continue
		}
		along := func(at float64) [3]Point { return [3]Point{{a.X + (b.X-a.X)*at/length, a.Y + (b.Y-a.Y)*at/length}} }
		at := 0.0
		for length-at > left {
			at += left
			if on {
				out = append(out, Seg{LineTo, along(at + math.Max(0, shortest-dash[k%len(dash)]*scale))})
			} else {
				out = append(out, Seg{MoveTo, along(at)})
			}
			k, on = k+1, !on
			left = dash[k%len(dash)] * scale
		}
		left -= length - at
		if on {
			out = append(out, Seg{LineTo, [3]Point{b}})
		}
	}
	return out
}

// flattened turns outlines into points on them, close enough together for curves to look round.
func flattened(segs []Seg) (lines [][]Point) {
	var line []Point
	flush := func() {
		if len(line) > 1 {
			lines = append(lines, line)
		}
		line = nil
	}
	for _, s := range segs {
		if s.Op != MoveTo && len(line) == 0 {
			continue // as addSegs: a segment before any MoveTo has no start
		}
		switch s.Op {
		case MoveTo:
			flush()
			line = append(line, s.P[0])
		case LineTo:
			line = append(line, s.P[0])
		case CubicTo:
			a := line[len(line)-1]
			around := math.Hypot(s.P[0].X-a.X, s.P[0].Y-a.Y) + math.Hypot(s.P[1].X-s.P[0].X, s.P[1].Y-s.P[0].Y) + math.Hypot(s.P[2].X-s.P[1].X, s.P[2].Y-s.P[1].Y)
			n := int(math.Min(400, math.Ceil(2*math.Sqrt(around))+1))
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				u := 1 - t
				at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
				line = append(line, Point{at(a.X, s.P[0].X, s.P[1].X, s.P[2].X), at(a.Y, s.P[0].Y, s.P[1].Y, s.P[2].Y)})
			}
		case Close:
			line = append(line, line[0])
			start := line[0]
			flush()
			line = []Point{start}
		}
	}
	flush()
	return lines
}
