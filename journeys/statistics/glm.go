// Package statistics holds the methods behind what is said of an effect: Poisson regression on counts,
// exact intervals of a rate ratio, the change of level in a series, and process behaviour charts. All
// functions are pure; none panics, whatever numbers it is given. Formulas name their source, and
// docs/methode.md tells them in words.
package statistics

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Faults of a model. None of them is a fault of the data: it only cannot tell what was asked.
var (
	ErrInput     = errors.New("counts must be zero or more, exposures more than zero, and there must be more counts than terms")
	ErrSingular  = errors.New("the terms of the model cannot be told apart")
	ErrDiverged  = errors.New("the counts have no finite estimate") // such as zero on one side of a change
	maxIteration = 60
)

// Fit is a Poisson model with a log link: log(expected count) = log(exposure) + design · Coefficients.
type Fit struct {
	Coefficients []float64
	// Dispersion is Pearson's chi-square over the degrees of freedom, as quasi-Poisson takes it: how
	// much more the counts vary than chance alone would make them. It may be below 1.
	Dispersion float64
	Freedom    int       // counts minus terms
	Residuals  []float64 // Pearson's: (count − expected) / √expected
	errors     []float64 // standard errors at a dispersion of 1
}

// Error is the standard error of a coefficient, at the given dispersion.
func (f Fit) Error(term int, dispersion float64) float64 {
	return f.errors[term] * math.Sqrt(dispersion)
}

// Poisson fits counts by iteratively reweighted least squares (McCullagh & Nelder, Generalized Linear
// Models, 1989, section 2.5), each step solved by a QR decomposition of the weighted design. Design has
// one row per count, all of the same length.
func Poisson(counts, exposure []float64, design [][]float64) (Fit, error) {
	n := len(counts)
	if n == 0 || len(exposure) != n || len(design) != n {
		return Fit{}, ErrInput
	}
	terms := len(design[0])
	if terms == 0 || n <= terms {
		return Fit{}, ErrInput
	}
	for i := range counts {
		if !(counts[i] >= 0) || math.IsInf(counts[i], 0) || !(exposure[i] > 0) || math.IsInf(exposure[i], 0) || len(design[i]) != terms {
			return Fit{}, ErrInput
		}
		for _, v := range design[i] {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return Fit{}, ErrInput
			}
		}
	}
	expected := make([]float64, n)
	for i, c := range counts {
		expected[i] = c + 0.5
	}
	beta, last := []float64(nil), math.Inf(1)
	for range maxIteration {
		next, _, err := weighted(counts, exposure, design, expected)
		if err != nil {
			return Fit{}, err
		}
		after, fitted := deviance(counts, exposure, design, next)
		for halvings := 0; beta != nil && !(after <= last+1e-9*(1+math.Abs(last))) && halvings < 30; halvings++ {
			for k := range next {
				next[k] = (next[k] + beta[k]) / 2
			}
			after, fitted = deviance(counts, exposure, design, next)
		}
		if math.IsNaN(after) || math.IsInf(after, 0) {
			return Fit{}, ErrDiverged
		}
		done := math.Abs(last-after) <= 1e-11*(math.Abs(after)+0.1)
		beta, last, expected = next, after, fitted
		if done {
			return finish(counts, exposure, design, beta, expected)
		}
	}
	return Fit{}, ErrDiverged
}

// finish derives dispersion and standard errors of the last step.
func finish(counts, exposure []float64, design [][]float64, beta, expected []float64) (Fit, error) {
	_, errs, err := weighted(counts, exposure, design, expected)
	if err != nil {
		return Fit{}, err
	}
	f := Fit{Coefficients: beta, Freedom: len(counts) - len(beta), errors: errs}
	chi := 0.0
	for i, c := range counts {
		r := (c - expected[i]) / math.Sqrt(expected[i])
		f.Residuals = append(f.Residuals, r)
		chi += r * r
	}
	f.Dispersion = chi / float64(f.Freedom)
	for k, b := range beta {
		// An expected count that goes to zero draws its coefficient to infinity, with an error to match.
		if math.IsNaN(b) || math.IsNaN(errs[k]) || math.IsInf(errs[k], 0) || errs[k] > 1e3 {
			return Fit{}, ErrDiverged
		}
	}
	if math.IsNaN(f.Dispersion) || math.IsInf(f.Dispersion, 0) {
		return Fit{}, ErrDiverged
	}
	return f, nil
}

// weighted is one step: the least squares solution with the expected counts as weights, and the
// standard errors that go with it.
func weighted(counts, exposure []float64, design [][]float64, expected []float64) (beta, errs []float64, err error) {
	n, terms := len(counts), len(design[0])
	x, z := mat.NewDense(n, terms, nil), mat.NewDense(n, 1, nil)
	for i, mu := range expected {
		if !(mu > 1e-300) || math.IsInf(mu, 0) {
			return nil, nil, ErrDiverged
		}
		w := math.Sqrt(mu)
		z.Set(i, 0, w*(math.Log(mu)-math.Log(exposure[i])+(counts[i]-mu)/mu))
		for k, v := range design[i] {
			x.Set(i, k, w*v)
		}
	}
	var qr mat.QR
	qr.Factorize(x)
	if !(qr.Cond() < 1e10) {
		return nil, nil, ErrSingular
	}
	var solution, r, inverse mat.Dense
	if qr.SolveTo(&solution, false, z) != nil {
		return nil, nil, ErrSingular
	}
	qr.RTo(&r)
	// The covariance is (RᵀR)⁻¹, so a variance is the squared length of a row of R⁻¹.
	if inverse.Inverse(r.Slice(0, terms, 0, terms)) != nil {
		return nil, nil, ErrSingular
	}
	for k := range terms {
		sum := 0.0
		for j := range terms {
			sum += inverse.At(k, j) * inverse.At(k, j)
		}
		beta, errs = append(beta, solution.At(k, 0)), append(errs, math.Sqrt(sum))
	}
	return beta, errs, nil
}

// deviance is that of the counts under the coefficients, with the counts that these expect.
func deviance(counts, exposure []float64, design [][]float64, beta []float64) (float64, []float64) {
	sum, expected := 0.0, make([]float64, len(counts))
	for i, c := range counts {
		eta := math.Log(exposure[i])
		for k, v := range design[i] {
			eta += v * beta[k]
		}
		expected[i] = math.Exp(eta)
		if c > 0 {
			sum += 2 * (c*(math.Log(c)-eta) - c + expected[i])
		} else {
			sum += 2 * expected[i]
		}
	}
	return sum, expected
}
