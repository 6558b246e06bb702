package chart

import (
	"fmt"
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"

	"klantreis/render"
	"klantreis/render/font"
)

// uncertain tells whether a value has an interval to draw.
func uncertain(s render.Series, i int) bool {
	return s.Low != nil && !missing(s, i) && s.Low[i] < s.High[i]
}

func checkUncertain(s render.Series, finite func(float64) bool) error {
	n := len(s.Values)
	switch {
	case (s.Low != nil || s.High != nil) && (len(s.Low) != n || len(s.High) != n):
		return fmt.Errorf("%d values and %d to %d intervals", n, len(s.Low), len(s.High))
	case s.Open != nil && len(s.Open) != n:
		return fmt.Errorf("%d values and %d marks of open cases", n, len(s.Open))
	case s.Summary != nil && s.Summary.Beyond < 0:
		return fmt.Errorf("%d cases beyond the axis", s.Summary.Beyond)
	case s.Summary != nil && s.Summary.Quantiles != nil && len(s.Summary.Quantiles) != 5:
		return fmt.Errorf("a box of %d quantiles", len(s.Summary.Quantiles))
	}
	for i := range s.Low {
		if !missing(s, i) && (!finite(s.Low[i]) || !finite(s.High[i]) || s.Low[i] > s.High[i]) {
			return fmt.Errorf("interval %d is no interval", i)
		}
	}
	if s.Summary != nil {
		for i, q := range s.Summary.Quantiles {
			if !finite(q) || i > 0 && q < s.Summary.Quantiles[i-1] {
				return fmt.Errorf("quantile %d is out of order", i)
			}
		}
	}
	return nil
}

// addUncertainty draws the interval of every value as an upright line behind it.
func (p *plan) addUncertainty() {
	for i, s := range p.c.Series {
		lines := p.newLines(opts.LineStyle{Color: p.color(i).Hex(), Width: 4, Type: "solid"}, 1)
		lines.Label = &label{}
		for k := range s.Values {
			if uncertain(s, k) {
				lines.Data = append(lines.Data, []markPoint{{Coord: []float64{float64(k), s.Low[k]}}, {Coord: []float64{float64(k), s.High[k]}}})
			}
		}
		if len(lines.Data) > 0 {
			p.addLines(lines)
		}
	}
}

// aboveInterval places a value above the bar of its interval, or in its foot where there is no room.
func (p *plan) aboveInterval(s render.Series, k int) *label {
	perPixel := (*p.y[0].Max - *p.y[0].Min) / p.plotHeight()
	l := p.valueLabel("top")
	l.Distance = (s.High[k]-s.Values[k])/perPixel + 4
	if over := (s.High[k] - *p.y[0].Max) / perPixel; over > -labelSize {
		l.Position, l.Distance = "bottom", (s.Values[k]-s.Low[k])/perPixel+4
	}
	if slices.ContainsFunc(p.c.Marks, func(m render.Mark) bool { return m.At == k }) { // beside its line
		l.Align, l.Offset = "left", []float64{markGap, 0}
		if p.markX(k)+widest(p.valueText(s, k), font.SemiBold, labelSize)+markGap > p.width {
			l.Align, l.Offset = "right", []float64{-markGap, 0}
		}
	}
	return l
}
