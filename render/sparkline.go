package render

import (
	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
)

// Size of a sparkline, in pixels.
const (
	sparkWidth, sparkHeight = 132.0, 28.0
	sparkGap                = 2.0
)

// Sparkline draws a course as bars from zero, the last one in the colour of the accent. Groups that
// are too small to be shown have one height, whatever their size.
func Sparkline(c Course, t Theme) drawing.Drawing {
	d := drawing.Drawing{Width: sparkWidth, Height: sparkHeight, Title: c.Alt}
	if len(c.Values) == 0 {
		return d
	}
	most := evidence.MinGroup
	for _, n := range c.Values {
		most = max(most, n)
	}
	step := (sparkWidth + sparkGap) / float64(len(c.Values))
	gap := min(sparkGap, step/3)
	for i, n := range c.Values {
		if small(n) {
			n = evidence.MinGroup / 2
		}
		height := float64(n) / float64(most) * (sparkHeight - 2)
		if n > 0 {
			height = max(height, 1.5)
		}
		bar := drawing.Rect(float64(i)*step, sparkHeight-1-height, step-gap, height, 0)
		bar.Fill = drawing.Solid(t.InkSoft)
		if i == len(c.Values)-1 {
			bar.Fill = drawing.Solid(t.Accent)
		}
		if c.Part(i) {
			bar.Fill = drawing.Solid(t.Line)
		}
		if n > 0 {
			d.Items = append(d.Items, bar)
		}
	}
	base := drawing.Rect(0, sparkHeight-1, sparkWidth, 1, 0)
	base.Fill = drawing.Solid(t.InkSoft)
	d.Items = append(d.Items, base)
	return d
}
