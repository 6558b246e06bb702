package journeymap

import "math"

const (
	widestColumn = 352.0
	wideRatio    = 16.0 / 9
	wideHeight   = 2150.0 // of the whole map of a usual journey; where the search for a width begins
	wideSteps    = 32     // beyond it a wide sheet has bands

	posterColumn   = 150.0 // the narrowest columns of a poster
	posterWidest   = 420.0
	posterBands    = 5
	posterNarrow   = 1280.0 // the smallest page that is enlarged to fill the paper
	posterAir      = 46.0   // the most room that is added between two lanes
	smallestNotice = 0.004  // share of a page's width below which a search goes no further
)

// planWide chooses the width of the columns so that a sheet comes near 16 to 9.
func planWide(v *view) *sheet {
	v.form = wideForm
	bands := v.inBands((len(v.steps) + wideSteps - 1) / wideSteps)
	n := float64(len(bands))
	low, high := math.Max(narrowest, widthFor(bands, columnWidth)), math.Max(narrowest, widthFor(bands, widestColumn))
	width := clamp(wideRatio*wideHeight*n, low, high)
	for pass := 0; ; pass++ {
		s := planSheet(v, onWidth(bands, width))
		ratio := s.width / s.height
		// What stands on a sheet takes about the same area at any width.
		next := clamp(width*math.Sqrt(wideRatio/ratio), low, high)
		near := ratio > 1.62 && ratio < 1.95
		if pass == 3 || near || math.Abs(next-width) < 0.02*width {
			return s
		}
		width = next
	}
}

// planPoster fills a page of the given ratio of width to height with type as large as possible.
func planPoster(v *view, ratio float64) *sheet {
	v.form = posterForm
	var bands []*view
	best := math.Inf(1)
	for most := 1; most <= min(posterBands, max(1, len(v.steps)/4)); most++ {
		divided := v.inBands(most)
		if most > 1 && len(divided) < most {
			continue
		}
		if width := narrowestPage(v, divided, ratio, best); width < best*(1-smallestNotice) {
			best, bands = width, divided
		}
	}
	return fill(v, onWidth(bands, best), ratio)
}

// narrowestPage is the smallest width with which a page of the given ratio holds everything; a
// page as wide as limit is of no use, and ends the search.
func narrowestPage(v *view, bands []*view, ratio, limit float64) float64 {
	low := math.Max(posterNarrow, widthFor(bands, posterColumn))
	high := math.Inf(1)
	width := low
	for range 9 {
		if width >= limit {
			return width
		}
		s := planSheet(v, onWidth(bands, width))
		need := s.height * ratio // as wide as this, the page would be high enough
		if need <= s.width {
			high = math.Min(high, width)
			if width == low {
				break
			}
		} else {
			low = width
		}
		next := math.Sqrt(width * need)
		if next <= low || next >= high {
			next = (low + math.Min(high, 2*low)) / 2
		}
		if high-low < smallestNotice*low {
			break
		}
		width = next
	}
	for math.IsInf(high, 1) { // very high lanes: make room until it is enough
		width *= 1.15
		if s := planSheet(v, onWidth(bands, width)); s.height*ratio <= s.width {
			high = width
		}
	}
	return high
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
	down := math.Min(posterAir, (room-each*float64(gaps))/2)
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
	last.tints[1] = math.Max(last.tints[1], s.footer.rule-14)
	s.height = height
}

func clamp(x, low, high float64) float64 { return math.Max(low, math.Min(high, x)) }
