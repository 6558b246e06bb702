package journeymap

import "math"

const (
	wideRatio  = 1.62   // between 3 to 2 and 16 to 9: flatter sheets have smaller type
	wideHeight = 2150.0 // of the whole map of a usual journey; where the search for a width begins
	wideSteps  = 32     // beyond it a wide sheet has bands

	posterColumn   = 150.0 // the narrowest columns of a poster
	posterBands    = 5
	posterNarrow   = 820.0 // the smallest page that is enlarged to fill the paper
	posterAir      = 46.0  // the most room that is added between two lanes
	smallestNotice = 0.004 // share of a page's width below which a search goes no further
)

// planWide chooses the width of the columns so that a sheet comes near 16 to 9.
func planWide(v *view) *sheet {
	v.form = wideForm
	bands := v.inBands((len(v.steps) + wideSteps - 1) / wideSteps)
	n := float64(len(bands))
	low, high := math.Max(narrowest, widthFor(bands, columnWidth)), math.Max(narrowest, widthFor(bands, v.widestColumn()))
	width := clamp(wideRatio*wideHeight*n, low, high)
	for pass := 0; ; pass++ {
		s := planSheet(v, onWidth(bands, width))
		ratio := s.width / s.height
		// What stands on a sheet takes about the same area at any width.
		next := clamp(width*math.Sqrt(wideRatio/ratio), low, high)
		near := ratio > 1.53 && ratio < 1.72
		if pass == 3 || near || math.Abs(next-width) < 0.02*width {
			return s
		}
		width = next
	}
}

// widestColumn grows where there are few steps, so that those fill a sheet as well.
func (v *view) widestColumn() float64 { return 330 + 45*math.Max(0, 9-float64(len(v.steps))) }

// planPoster fills a page of the given ratio of width to height with type as large as possible.
func planPoster(v *view, ratio float64) *sheet {
	v.form = posterForm
	var bands []*view
	best := math.Inf(1)
	for most := 1; most <= min(posterBands, max(1, len(v.steps)/4)); most++ {
		divided := v.inBands(most)
		if len(divided) < most {
			continue
		}
		if width := narrowestPage(v, divided, ratio, best); width < best {
			best, bands = width, divided
		}
	}
	return fill(v, onWidth(bands, best), ratio)
}

// narrowestPage is the smallest width with which a page of the given ratio holds everything. A
// page as wide as limit is of no use and ends the search; the answer is then limit.
func narrowestPage(v *view, bands []*view, ratio, limit float64) float64 {
	// short is how much too narrow a page is for its height to hold everything, below zero when it
	// has room to spare. It falls as the page grows, because the height does.
	short := func(width float64) float64 {
		s := planSheet(v, onWidth(bands, width))
		lack := s.height*ratio - width
		if s.width > width+0.5 {
			lack = math.Max(lack, s.width-width)
		}
		return lack
	}
	low := math.Max(posterNarrow, widthFor(bands, posterColumn))
	if low >= limit || !math.IsInf(limit, 1) && short(limit) > 0 {
		return limit
	}
	lack := short(low)
	if lack <= 0 {
		return low
	}
	high, spare := low+lack, 0.0
	for pass := 0; ; pass++ { // one pass, unless more width makes a lane higher
		if spare = short(high); spare <= 0 || pass == 8 {
			break
		}
		high *= 1.1
	}
	for range 6 { // false position, kept away from the ends
		if high-low < smallestNotice*high {
			break
		}
		next := low + (high-low)*clamp(lack/(lack-spare), 0.15, 0.85)
		if s := short(next); s > 0 {
			low, lack = next, s
		} else {
			high, spare = next, s
		}
	}
	return math.Min(high, limit)
}

// fill spreads the room that a poster leaves over its lanes.
func fill(v *view, bands []*view, ratio float64) *sheet {
	s := planSheet(v, bands)
	height := s.width / ratio
	room := height - s.height
	rows, curves := 0.0, 0.0
	for _, l := range s.bands {
		if l.channels != nil {
			rows += float64(len(l.channels.rows))
		}
		if l.curve != nil && l.curve.grid {
			curves++
		}
	}
	more := air{mood: math.Min(26, room*0.3/math.Max(1, 4*curves)), row: math.Min(16, room*0.25/math.Max(1, rows))}
	if more.mood > 1 || more.row > 1 {
		for _, b := range bands {
			b.air = more
		}
		if airy := planSheet(v, bands); airy.height <= height && airy.width <= s.width {
			s = airy
		}
	}
	s.fillTo(height)
	return s
}

// fillTo makes a sheet exactly as high as asked for: more room between the lanes, and what is
// left then above and below them.
func (s *sheet) fillTo(height float64) {
	room := math.Max(0, height-s.height)
	gaps := len(s.bands) - 1
	for _, l := range s.bands {
		gaps += len(l.gaps())
	}
	each := math.Min(posterAir, room/math.Max(1, float64(gaps)))
	rest := room - each*float64(gaps)
	down := rest / 2
	for i, l := range s.bands {
		l.shift(down)
		at := l.gaps()
		for k := len(at) - 1; k >= 0; k-- {
			l.open(at[k], each)
		}
		down += each * float64(len(at))
		if i+1 < len(s.bands) {
			down += each
		}
	}
	last := s.bands[len(s.bands)-1]
	s.footer.shift(height - s.height)
	if rest < posterAir {
		last.tints[1] = math.Max(last.tints[1], s.footer.rule-14)
	}
	s.height = height
}

func clamp(x, low, high float64) float64 { return math.Max(low, math.Min(high, x)) }
