package html

import (
	"math"

	"klantreis/render"
	"klantreis/render/drawing"
)

const (
	leastType  = 24   // on a screen of 1920 × 1080; less cannot be read from the back of a room
	zoomWidth  = 1870 // of a picture that fills its slide
	zoomHeight = 876
	aboveChart = 62 // the title of a chart
)

// legible tells whether all type of a drawing is large enough when it fills a box of the stage.
func legible(d drawing.Drawing, width, height float64) bool {
	least := smallest(d.Items, 1)
	return least*min(width/d.Width, height/d.Height) >= leastType-1e-6
}

// smallest is the size of the smallest type; infinite without any.
func smallest(items []drawing.Item, scale float64) float64 {
	least := math.Inf(1)
	for _, it := range items {
		switch v := it.(type) {
		case drawing.Text:
			least = min(least, v.Size*scale)
		case drawing.Group:
			by := scale
			if m := v.Matrix; !m.IsIdentity() {
				by *= math.Sqrt(math.Abs(m.A*m.D - m.B*m.C))
			}
			least = min(least, smallest(v.Items, by))
		}
	}
	return least
}

// forScreen leaves out of a section the pictures that nobody can read from a chair: a map of all that is
// known of a journey is a poster, or a page to look into, not a slide. What it tells stands on the others.
func forScreen(s render.Section) (render.Section, bool) {
	if s.Kind != render.MapSection {
		return s, true
	}
	var kept []render.Block
	dropped := false
	for _, b := range s.Blocks {
		if f, ok := b.(render.Figure); ok && f.Drawing.Width > 0 && f.Drawing.Height > 0 && !legible(f.Drawing, zoomWidth, zoomHeight) {
			dropped = true
			continue
		}
		kept = append(kept, b)
	}
	s.Blocks = kept
	return s, !dropped || len(kept) > 0
}

// lower takes the lower form of a chart where the higher one would have type too small beside its caption.
// It is a still one: the labels of the interactive form are placed for the height of the other.
func (c *composer) lower(f render.Figure) render.Figure {
	caption := ruler{width: bodyWidth - 260, scale: 1, words: c.words}
	height := c.room - aboveChart - 12 - caption.under(f.Caption, 0)
	if f.Chart != nil && len(f.Low.Items) > 0 && !legible(f.Drawing, bodyWidth, height) {
		f.Drawing = f.Low
	}
	return f
}
