package evidence

import (
	"math"

	"klantreis/journeys"
)

// Metric is a score over time, with what may be said of it.
type Metric struct {
	ID, Title string
	Points    []MetricPoint
	Change    Change
	Span      float64 // between the ends of its scale; 0: not known
	// LowIsBest: on its scale the best score is the lowest (schaal: {van: 5, tot: 1}).
	LowIsBest bool
}

// MetricPoint is one measurement. Low and High bound its 95% interval when Bounded.
type MetricPoint struct {
	When      string // as typed
	Value     float64
	N         int // answers; 0: not known
	Low, High float64
	Bounded   bool
}

// Change is the last point of a metric against its first.
type Change struct {
	Kind      ChangeKind
	By        float64
	Low, High float64 // 95% interval, when Kind is Higher, Lower or Unsure
	// Enough is the standard deviation between answers up to which the change is more than chance. It
	// tells how far the interval leans on not knowing the deviation. Known with Low and High.
	Enough float64
}

// ChangeKind is what may be said of a change.
type ChangeKind string

const (
	NoChange  ChangeKind = ""         // fewer than two points
	Higher    ChangeKind = "hoger"    // more than chance, however the answers were spread
	Lower     ChangeKind = "lager"    // the same, downwards
	Unsure    ChangeKind = "onzeker"  // may be chance; that depends on the spread
	NoSamples ChangeKind = "zonder-n" // how many people answered is not known
	NoScale   ChangeKind = "zonder-schaal"
)

// metric gives every point the widest interval that its scale allows. Of a score is known how many gave
// it and between which ends it lies, not how far the answers lie apart. With a mean μ on a scale from a
// to b the variance is at most (b − μ)(μ − a) (Bhatia and Davis 2000, American Mathematical Monthly 107,
// 353–357): that of people who all give the lowest or the highest mark. So a mean is as unsure, at most,
// as the share (μ − a)/(b − a) of n, and has Wilson's interval of that; a change has Newcombe's. A net
// promoter score (−100 to 100) is such a mean, of answers −100, 0 and 100. Where it says more than chance,
// that holds for every spread; the real interval is narrower.
func metric(m journeys.Metric) Metric {
	out := Metric{ID: m.ID, Title: m.Title}
	var low, high float64
	if m.Scale != nil {
		low, high = m.Scale.Ends()
		out.Span = high - low
		out.LowIsBest = m.Scale.From > m.Scale.To
	}
	shares := make([]Share, len(m.Points))
	for i, p := range m.Points {
		point := MetricPoint{When: p.When, Value: p.Value, N: p.N}
		if high > low && p.N > 0 && p.Value >= low && p.Value <= high {
			shares[i] = wilson((p.Value-low)/(high-low), float64(p.N))
			point.Low, point.High, point.Bounded = low+shares[i].Low*(high-low), low+shares[i].High*(high-low), true
		}
		out.Points = append(out.Points, point)
	}
	if len(m.Points) > 1 {
		first, last := 0, len(m.Points)-1
		out.Change = change(out.Points[first], out.Points[last], shares[first], shares[last], high-low)
	}
	return out
}

func change(first, last MetricPoint, a, b Share, span float64) Change {
	c := Change{By: last.Value - first.Value}
	switch {
	case first.N == 0 || last.N == 0:
		c.Kind = NoSamples
		return c
	case !a.Known || !b.Known:
		c.Kind = NoScale
		return c
	}
	c.Low, c.High = newcombe(a, b)
	c.Low, c.High = c.Low*span, c.High*span
	c.Enough = math.Abs(c.By) / (normalQuantile * math.Sqrt(1/float64(first.N)+1/float64(last.N)))
	switch {
	case c.Low > 0:
		c.Kind = Higher
	case c.High < 0:
		c.Kind = Lower
	default:
		c.Kind = Unsure
	}
	return c
}
