package statistics

import "math"

// Bin is a stretch of time with what was counted in it.
type Bin struct {
	Count    float64
	Exposure float64 // days, or what the counts are a part of
	Middle   float64 // of its time, in years since any moment
	Years    float64 // how long it is
	After    bool    // it lies after the change
}

// Change is how many times as often something occurs after a change as before, with the 95% interval.
type Change struct {
	Ratio, Low, High float64
	Dispersion       float64 // by which the interval was widened, at least 1; the correlation included
	Correlation      float64 // between neighbouring bins, when it widened the interval; otherwise 0
	Season           bool    // the time of the year was taken out
	Trend            bool    // a course that was there already was taken out
	Doubt            bool    // there may be such a course: the interval holds with and without it
	PerYear          float64 // of that course: times as often after a year; 0: none was looked for or seen
	Drift            float64 // the course before the change, times as often after a year; 0: none that stands out
}

// What a series must have.
const (
	seasonYears     = 1.97 // 24 months; two of each month, but for a few days
	seasonBins      = 20
	trendBefore     = 0.97  // years before the change, besides seasonYears in all
	clearTrend      = 0.002 // a line with a smaller chance is there,
	noTrend         = 0.2   // one with a larger is not; in between it may be
	driftTail       = 0.05
	driftBins       = 6
	correlatedBins  = 12
	correlatedTail  = 1.645 // standard errors of a correlation, 1/√bins each: a one-sided chance of 5%
	mostCorrelation = 0.7
)

// StepChange measures the change of level between the bins before and after a change, by segmented
// quasi-Poisson regression (Lopez Bernal, Cummins & Gasparrini, Int. J. Epidemiology 46, 2017).
//
// The model is a level and a step. From 24 months on it has two pairs of harmonics of the year. If a year
// of those lies before the change, a straight line through all bins is tried: where it is clearly there
// (p < 0.002) it belongs to the model, where there is no sign of it (p > 0.2) it does not, and in between
// the interval covers both readings. On shorter series a line and the step explain each other away, so
// that it is not tried. A change of slope is no part of the model, because then there is no one ratio to tell.
// Without season and line the ratio is simply that of the two rates.
//
// The interval takes Student's t, because the dispersion is estimated from as many bins as there are; the
// dispersion counts as at least 1, and is multiplied by (1+r)/(1−r) where neighbouring bins resemble each
// other more than chance makes them (from twelve bins on). It is never narrower than the exact interval of two Poisson
// rates with counts divided by that dispersion, which matters for small counts. ok is false when either
// side has no exposure, when nothing was counted before, and for numbers beyond what floats can hold.
func StepChange(bins []Bin) (c Change, ok bool) {
	c, ok = stepChange(bins)
	const rounding = 1 + 1e-9
	if !(c.Low <= c.Ratio*rounding && c.Ratio <= c.High*rounding && c.Dispersion >= 1) || math.IsInf(c.Dispersion, 0) || math.IsInf(c.Ratio, 0) {
		return Change{}, false
	}
	return c, ok
}

func stepChange(bins []Bin) (c Change, ok bool) {
	var count, exposure [2]float64
	first, last := math.Inf(1), math.Inf(-1)
	before := 0.0
	for _, b := range bins {
		i := 0
		if b.After {
			i = 1
		} else {
			before += b.Years
		}
		if !(b.Exposure > 0) || !(b.Count >= 0) || math.IsInf(b.Count+b.Exposure, 0) || math.IsNaN(b.Middle+b.Years) || math.IsInf(b.Middle+b.Years, 0) {
			return Change{}, false
		}
		count[i], exposure[i] = count[i]+b.Count, exposure[i]+b.Exposure
		first, last = math.Min(first, b.Middle-b.Years/2), math.Max(last, b.Middle+b.Years/2)
	}
	if exposure[0] <= 0 || exposure[1] <= 0 || count[0] <= 0 || len(bins) < 3 {
		return Change{}, false
	}
	m := model{bins: bins, start: first, season: last-first >= seasonYears && len(bins) >= seasonBins}
	if count[1] == 0 {
		return m.exact(count, exposure), true
	}
	fit, err := m.fit()
	if err != nil && m.season {
		m.season = false
		fit, err = m.fit()
	}
	if err != nil {
		return m.exact(count, exposure), true
	}
	c = m.change(fit)
	if !m.season {
		_, low, high := Exact(count[1]/c.Dispersion, exposure[1], count[0]/c.Dispersion, exposure[0])
		c.Low, c.High = math.Min(c.Low, low), math.Max(c.High, high)
	}
	if m.season && before >= trendBefore {
		m.trend = true
		if line, err := m.fit(); err == nil && beyond(line, 2, noTrend) {
			with := m.change(line)
			if beyond(line, 2, clearTrend) {
				return with, true
			}
			c.Low, c.High, c.Doubt = math.Min(c.Low, with.Low), math.Max(c.High, with.High), true
			c.PerYear = with.PerYear
		}
	}
	c.Drift = m.drift()
	return c, true
}

// model says which terms there are: a level, a step, then a line and the season.
type model struct {
	bins          []Bin
	start         float64
	season, trend bool
}

func (m model) row(b Bin) []float64 {
	row := []float64{1, 0}
	if b.After {
		row[1] = 1
	}
	if m.trend {
		row = append(row, b.Middle-m.start)
	}
	if m.season {
		for _, times := range []float64{1, 2} {
			sin, cos := math.Sincos(2 * math.Pi * times * b.Middle)
			row = append(row, sin, cos)
		}
	}
	return row
}

func (m model) fit() (Fit, error) {
	var counts, exposure []float64
	var design [][]float64
	for _, b := range m.bins {
		counts, exposure, design = append(counts, b.Count), append(exposure, b.Exposure), append(design, m.row(b))
	}
	return Poisson(counts, exposure, design)
}

// change reads the step off a fit.
func (m model) change(f Fit) Change {
	c := Change{Season: m.season, Trend: m.trend, Dispersion: math.Max(1, f.Dispersion)}
	if r := neighbours(f.Residuals); len(m.bins) >= correlatedBins && r > correlatedTail/math.Sqrt(float64(len(m.bins))) {
		c.Correlation = math.Min(r, mostCorrelation)
		c.Dispersion *= (1 + c.Correlation) / (1 - c.Correlation)
	}
	half := StudentQuantile(0.05, float64(f.Freedom)) * f.Error(1, c.Dispersion)
	c.Ratio, c.Low, c.High = math.Exp(f.Coefficients[1]), math.Exp(f.Coefficients[1]-half), math.Exp(f.Coefficients[1]+half)
	if m.trend {
		c.PerYear = math.Exp(f.Coefficients[2])
	}
	return c
}

// exact is the change where regression has no answer: nothing was counted after it.
func (m model) exact(count, exposure [2]float64) Change {
	chi, freedom := 0.0, 0
	for _, b := range m.bins {
		if b.After {
			continue
		}
		expected := count[0] * b.Exposure / exposure[0]
		chi += (b.Count - expected) * (b.Count - expected) / expected
		freedom++
	}
	c := Change{Dispersion: 1}
	if freedom > 1 {
		c.Dispersion = math.Max(1, chi/float64(freedom-1))
	}
	c.Ratio, c.Low, c.High = Exact(count[1]/c.Dispersion, exposure[1], count[0]/c.Dispersion, exposure[0])
	return c
}

// drift is the straight course of the bins before the change, when it is beyond chance.
func (m model) drift() float64 {
	early := model{start: m.start, trend: true}
	for _, b := range m.bins {
		if !b.After {
			early.bins = append(early.bins, b)
		}
	}
	if len(early.bins) < driftBins {
		return 0
	}
	var counts, exposure []float64
	var design [][]float64
	for _, b := range early.bins {
		counts, exposure, design = append(counts, b.Count), append(exposure, b.Exposure), append(design, []float64{1, b.Middle - m.start})
	}
	f, err := Poisson(counts, exposure, design)
	if err != nil || !beyond(f, 1, driftTail) {
		return 0
	}
	return math.Exp(f.Coefficients[1])
}

// beyond tells whether a coefficient differs from zero by more than chance makes it, at the given tail.
func beyond(f Fit, term int, tail float64) bool {
	return math.Abs(f.Coefficients[term]) > StudentQuantile(tail, float64(f.Freedom))*f.Error(term, math.Max(1, f.Dispersion))
}

// neighbours is the correlation of each residual with the next.
func neighbours(residuals []float64) float64 {
	sum, squares := 0.0, 0.0
	for i, r := range residuals {
		squares += r * r
		if i > 0 {
			sum += r * residuals[i-1]
		}
	}
	if squares == 0 {
		return 0
	}
	return sum / squares
}
