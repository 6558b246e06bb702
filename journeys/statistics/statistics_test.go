package statistics

import (
	_ "embed"
	"encoding/csv"
	"math"
	"strconv"
	"strings"
	"testing"
)

//go:embed testdata/sicily.csv
var sicilyCSV string

type sicilyMonth struct{ month, count, population float64 }

func sicily(t *testing.T) []sicilyMonth {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(sicilyCSV)).ReadAll()
	if err != nil || len(rows) != 59 {
		t.Fatal(err, len(rows))
	}
	var all []sicilyMonth
	for _, row := range rows {
		var v [3]float64
		for k := range v {
			if v[k], err = strconv.ParseFloat(row[k+1], 64); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, sicilyMonth{v[0], v[1], v[2]})
	}
	return all
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: %.6f, want %v", what, got, want)
	}
}

// TestPoissonSicily holds the regression against the published analysis: ratio, interval (with normal
// quantiles, as R's ci.exp gives) and dispersion, without and with two pairs of harmonics.
func TestPoissonSicily(t *testing.T) {
	var counts, exposure []float64
	var plain, season [][]float64
	for i, m := range sicily(t) {
		after := 0.0
		if i >= 36 {
			after = 1
		}
		row := []float64{1, after, float64(i + 1)}
		counts, exposure, plain = append(counts, m.count), append(exposure, m.population), append(plain, row)
		for _, times := range []float64{1, 2} {
			sin, cos := math.Sincos(2 * math.Pi * times * m.month / 12)
			row = append(row, sin, cos)
		}
		season = append(season, row)
	}
	const normal = 1.959963984540054
	for _, c := range []struct {
		name                       string
		design                     [][]float64
		poisson                    bool
		ratio, low, high, variance float64
	}{
		{"poisson", plain, true, 0.8944, 0.8647, 0.9251, 3.5592},
		{"quasi-poisson", plain, false, 0.8944, 0.8392, 0.9532, 3.5592},
		{"quasi-poisson with season", season, false, 0.8851, 0.8394, 0.9332, 2.2622},
	} {
		f, err := Poisson(counts, exposure, c.design)
		if err != nil {
			t.Fatal(c.name, err)
		}
		dispersion := f.Dispersion
		if c.poisson {
			dispersion = 1
		}
		half := normal * f.Error(1, dispersion)
		near(t, c.name+" ratio", math.Exp(f.Coefficients[1]), c.ratio, 5e-5)
		near(t, c.name+" low", math.Exp(f.Coefficients[1]-half), c.low, 5e-5)
		near(t, c.name+" high", math.Exp(f.Coefficients[1]+half), c.high, 5e-5)
		near(t, c.name+" dispersion", f.Dispersion, c.variance, 5e-5)
	}
}

// TestStepSicily lets the procedure choose by itself: it takes the season and the rising course out, and
// finds the published ratio.
func TestStepSicily(t *testing.T) {
	var bins []Bin
	for i, m := range sicily(t) {
		bins = append(bins, Bin{Count: m.count, Exposure: m.population, Middle: (float64(i) + 0.5) / 12, Years: 1.0 / 12, After: i >= 36})
	}
	c, ok := StepChange(bins)
	if !ok || !c.Season || !c.Trend {
		t.Fatalf("%+v", c)
	}
	near(t, "ratio", c.Ratio, 0.8851, 5e-4)
	// Wider than the published interval: Student's t, and months that resemble their neighbours.
	if c.Low > 0.8394 || c.Low < 0.80 || c.High < 0.9332 || c.High > 0.98 || c.PerYear < 1.05 || c.PerYear > 1.07 {
		t.Errorf("%+v", c)
	}
}

// TestRateRatio holds the exact interval against R 4.2.2's poisson.test.
func TestRateRatio(t *testing.T) {
	for _, c := range []struct {
		a                int
		ta               float64
		b                int
		tb               float64
		ratio, low, high float64
	}{
		{137, 24.19893, 185, 17.93280, 0.5487832, 0.4367514, 0.6881724},
		{11, 800, 21, 3011, 1.971488, 0.8584264, 4.2772659},
	} {
		ratio, low, high := RateRatio(c.a, c.ta, c.b, c.tb, 1)
		near(t, "ratio", ratio, c.ratio, 2e-6)
		near(t, "low", low, c.low, 2e-6)
		near(t, "high", high, c.high, 2e-6)
	}
	_, low, high := RateRatio(100, 10, 100, 10, 4)
	_, narrowLow, narrowHigh := RateRatio(100, 10, 100, 10, 1)
	if math.Abs(math.Log(low)/math.Log(narrowLow)-2) > 1e-9 || math.Abs(math.Log(high)/math.Log(narrowHigh)-2) > 1e-9 {
		t.Error("a dispersion of 4 doubles the interval on the log scale")
	}
}

// TestStudentQuantile holds the quantile against the published table of Student's t.
func TestStudentQuantile(t *testing.T) {
	for freedom, want := range map[float64]float64{1: 12.706, 4: 2.776, 10: 2.228, 30: 2.042, 120: 1.980} {
		near(t, "t", StudentQuantile(0.05, freedom), want, 5e-4)
	}
}

func flat(before, after int, n func(i int) float64) []Bin {
	var bins []Bin
	for i := range before + after {
		bins = append(bins, Bin{Count: n(i), Exposure: 30, Middle: (float64(i) + 0.5) / 12, Years: 1.0 / 12, After: i >= before})
	}
	return bins
}

// TestStepIsTheRatioOfTheRates is what a reader can check by hand: without season and course the ratio is
// that of the two sums.
func TestStepIsTheRatioOfTheRates(t *testing.T) {
	bins := flat(5, 3, func(i int) float64 { return []float64{100, 90, 110, 105, 95, 60, 66, 54}[i] })
	bins[4].Exposure, bins[4].Count = 15, 50
	c, ok := StepChange(bins)
	if !ok || c.Season || c.Trend {
		t.Fatalf("%+v", c)
	}
	near(t, "ratio", c.Ratio, (180.0/90)/(455.0/135), 1e-9)
	if c.Low > 0.6 || c.High < 0.6 || c.High > 0.8 {
		t.Errorf("%+v", c)
	}
}

// TestStepAtTheEdges: nothing after, nothing before, one point on a side, huge and tiny counts.
func TestStepAtTheEdges(t *testing.T) {
	gone, ok := StepChange(flat(4, 4, func(i int) float64 { return []float64{20, 25, 15, 20, 0, 0, 0, 0}[i] }))
	if !ok || gone.Ratio != 0 || gone.Low != 0 || gone.High > 0.1 {
		t.Errorf("nothing after: %+v", gone)
	}
	rare, ok := StepChange(flat(4, 4, func(i int) float64 { return []float64{1, 0, 1, 1, 0, 0, 0, 0}[i] }))
	if !ok || rare.High < 1 {
		t.Errorf("three against none is no proof: %+v", rare)
	}
	if c, ok := StepChange(flat(4, 4, func(i int) float64 { return []float64{0, 0, 0, 0, 9, 9, 9, 9}[i] })); ok {
		t.Errorf("nothing to compare with: %+v", c)
	}
	if c, ok := StepChange(flat(6, 0, func(int) float64 { return 9 })); ok {
		t.Errorf("no after: %+v", c)
	}
	huge, ok := StepChange(flat(20, 20, func(i int) float64 { return 1e14 * (1 + 0.1*float64(i%3)) }))
	if !ok || huge.Low > 1 || huge.High < 1 || math.IsNaN(huge.Ratio) {
		t.Errorf("huge: %+v", huge)
	}
	for _, n := range []float64{1e4, 1e6, 1e8} {
		large, ok := StepChange(flat(4, 4, func(i int) float64 { return n * (1 + 0.1*float64(i%2)) }))
		if !ok || large.Low > 1 || large.High < 1 || large.Low < 0.8 || large.High > 1.2 {
			t.Errorf("%v a month: %+v", n, large)
		}
	}
	odd := flat(4, 4, func(int) float64 { return 5 })
	odd[2].Exposure = 0
	if _, ok := StepChange(odd); ok {
		t.Error("an exposure of nothing was taken")
	}
}

// TestPoissonFaults: what cannot be told is an error.
func TestPoissonFaults(t *testing.T) {
	one := []float64{1, 1, 1, 1}
	for name, c := range map[string]struct {
		counts, exposure []float64
		design           [][]float64
	}{
		"twice the same term": {[]float64{3, 4, 5, 6}, one, [][]float64{{1, 1}, {1, 1}, {1, 1}, {1, 1}}},
		"too few counts":      {[]float64{3, 4}, []float64{1, 1}, [][]float64{{1, 0}, {1, 1}}},
		"ragged":              {[]float64{3, 4, 5, 6}, one, [][]float64{{1, 0}, {1}, {1, 1}, {1, 1}}},
		"below zero":          {[]float64{3, -4, 5, 6}, one, [][]float64{{1}, {1}, {1}, {1}}},
		"no number":           {[]float64{3, math.NaN(), 5, 6}, one, [][]float64{{1}, {1}, {1}, {1}}},
		"zero on one side":    {[]float64{3, 4, 0, 0}, one, [][]float64{{1, 0}, {1, 0}, {1, 1}, {1, 1}}},
	} {
		if f, err := Poisson(c.counts, c.exposure, c.design); err == nil {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

// FuzzStepChange: no numbers make it panic, and what it tells is in order.
func FuzzStepChange(f *testing.F) {
	f.Add([]byte{3, 9, 8, 7, 1, 2, 1}, 30.0, 1.0)
	f.Add([]byte{12, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0}, 1e-300, 1e300)
	f.Fuzz(func(t *testing.T, counts []byte, exposure, scale float64) {
		if len(counts) < 2 || len(counts) > 80 {
			return
		}
		before := int(counts[0])
		var bins []Bin
		for i, n := range counts[1:] {
			bins = append(bins, Bin{Count: float64(n) * scale, Exposure: exposure, Middle: float64(i) / 12, Years: 1.0 / 12, After: i >= before})
		}
		c, ok := StepChange(bins)
		if ok && !(c.Low <= c.Ratio*(1+1e-9) && c.Ratio <= c.High*(1+1e-9) && c.Dispersion >= 1) {
			t.Errorf("%+v", c)
		}
		XmR([]float64{exposure, scale, exposure, scale, 1, 2, 3}, 0, 3)
	})
}
