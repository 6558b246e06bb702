package evidence

import "gonum.org/v1/gonum/mathext"

// RateRange bounds the rate per 1,000 of the denominator with 95% confidence, taking the count as
// one of a Poisson process: the exact interval of Garwood. Known is false where Rate is not known.
func (s Signal) RateRange() (low, high Count) {
	if !s.Rate().Known {
		return Count{}, Count{}
	}
	bound := func(shape, share float64) Count {
		if shape == 0 {
			return Count{Known: true}
		}
		n := mathext.GammaIncRegInv(shape, share)
		return Count{Value: n / s.Denominator.Value * 1000, Known: true}
	}
	return bound(float64(s.N), 0.025), bound(float64(s.N)+1, 0.975)
}
