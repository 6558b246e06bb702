package statistics

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// RateRatio is (a/ta)/(b/tb) with the exact 95% interval of two Poisson rates (conditional binomial
// with Clopper–Pearson limits, as R's poisson.test gives), widened on the log scale by the square root
// of the dispersion.
func RateRatio(a int, ta float64, b int, tb, dispersion float64) (ratio, low, high float64) {
	ratio, low, high = Exact(float64(a), ta, float64(b), tb)
	widen := math.Sqrt(dispersion)
	if low > 0 && !math.IsInf(ratio, 1) {
		low = ratio * math.Pow(low/ratio, widen)
	}
	if ratio > 0 && !math.IsInf(high, 1) {
		high = ratio * math.Pow(high/ratio, widen)
	}
	return ratio, low, high
}

// Exact is (a/ta)/(b/tb) with its exact 95% interval. Counts that vary more than chance can be given
// divided by their dispersion, as if there were fewer of them; they need not be whole. A count of
// zero has a limit on the other side.
func Exact(a, ta, b, tb float64) (ratio, low, high float64) {
	odds := func(p float64) float64 { return p / (1 - p) * tb / ta }
	ratio = math.Inf(1)
	if b > 0 {
		ratio = a / ta / (b / tb)
	}
	low, high = 0, math.Inf(1)
	if a > 0 {
		low = odds(mathext.InvRegIncBeta(a, b+1, 0.025))
	}
	if b > 0 {
		high = odds(mathext.InvRegIncBeta(a+1, b, 0.975))
	}
	return ratio, low, high
}

// PoissonInterval is the exact 95% interval of a count (Garwood 1936), as R's poisson.test gives.
func PoissonInterval(n int) (low, high float64) {
	if n > 0 {
		low = mathext.GammaIncRegInv(float64(n), 0.025)
	}
	return low, mathext.GammaIncRegInv(float64(n+1), 0.975)
}

// StudentQuantile is the quantile of Student's t that leaves a chance of tail outside on both sides
// together, by the inverse of the regularised incomplete beta function (Abramowitz and Stegun 26.7.1).
func StudentQuantile(tail, freedom float64) float64 {
	x := mathext.InvRegIncBeta(freedom/2, 0.5, tail)
	return math.Sqrt(freedom * (1 - x) / x)
}
