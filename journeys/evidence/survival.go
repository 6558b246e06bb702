package evidence

import "math"

// survivalStep is the state of the cases after so many days.
type survivalStep struct {
	days      int
	survival  float64 // share that is not done yet, by Kaplan and Meier
	greenwood float64 // Σ d / (n (n − d)) up to here: variance of survival over its square
	risk      int     // cases known to be open when the day began
	beyond    int     // of those, cases known to be open after it
	done      int     // cases closed up to here
}

// survivalCurve is the product-limit estimate of Kaplan and Meier (1958, Journal of the American
// Statistical Association 53, 457–481) for closed cases and cases that were still open when they were
// last seen. Of cases of as many days the closed ones come first. Both lists ascend; a length below
// zero, of a case that was never followed, says nothing. Steps are at each of the days that occur.
func survivalCurve(closed, open []Length) []survivalStep {
	risk := 0
	for _, l := range closed {
		risk += l.N
	}
	for len(open) > 0 && open[0].Days < 0 {
		open = open[1:]
	}
	for _, l := range open {
		risk += l.N
	}
	var steps []survivalStep
	now := survivalStep{survival: 1}
	for len(closed) > 0 || len(open) > 0 {
		done, left := 0, 0
		switch {
		case len(open) == 0 || len(closed) > 0 && closed[0].Days <= open[0].Days:
			now.days = closed[0].Days
		default:
			now.days = open[0].Days
		}
		if len(closed) > 0 && closed[0].Days == now.days {
			done, closed = closed[0].N, closed[1:]
		}
		if len(open) > 0 && open[0].Days == now.days {
			left, open = open[0].N, open[1:]
		}
		now.risk, now.beyond = risk, risk-done-left
		now.done += done
		now.survival *= float64(risk-done) / float64(risk)
		now.greenwood += float64(done) / (float64(risk) * float64(risk-done))
		risk = now.beyond
		steps = append(steps, now)
	}
	return steps
}

// rounding is what a product of shares may be off.
const rounding = 1e-9

// quantile is the smallest number of days within which at least that share (0 … 1) of the cases is
// done. It is not known where too many cases were still open.
func quantile(steps []survivalStep, share float64) Count {
	for _, s := range steps {
		if 1-s.survival >= share-rounding {
			return Count{Value: float64(s.days), Known: true}
		}
	}
	return Count{}
}

// doneWithin is the share of the cases that is done within so many days, with its 95% interval: that of
// Wilson for as many cases as have Greenwood's variance without censoring (Rothman 1978, Journal of
// Chronic Diseases 31, 557–560). When no case was open that is Wilson's interval itself. It is not known
// when the cases still open were followed for less than so many days.
func doneWithin(steps []survivalStep, days int) Share {
	at, followed := survivalStep{survival: 1}, false
	for _, s := range steps {
		if s.days > days {
			followed = true
			break
		}
		at, followed = s, s.beyond > 0 || s.days == days || s.survival == 0
	}
	if !followed {
		return Share{}
	}
	share := 1 - at.survival
	if at.risk == 0 { // nothing happened yet: all cases are beyond
		return wilson(0, float64(steps[0].risk))
	}
	n := 0.0
	switch variance := at.survival * at.survival * at.greenwood; {
	case at.survival <= rounding:
		share, n = 1, float64(at.done)
	case share <= rounding:
		share, n = 0, float64(at.risk)
	default:
		n = share * (1 - share) / variance
	}
	return wilson(share, n)
}

// Share is a part of a whole, 0 … 1, with its 95% interval.
type Share struct {
	Value, Low, High float64
	Known            bool
}

// normalQuantile is the 97.5% quantile of the normal distribution.
const normalQuantile = 1.959963984540054

// wilson gives a share of n with the score interval of Wilson (1927, Journal of the American
// Statistical Association 22, 209–212), which stays between 0 and 1 and has a width at both.
func wilson(share, n float64) Share {
	if !(n > 0) {
		return Share{}
	}
	const z2 = normalQuantile * normalQuantile
	middle := (share + z2/(2*n)) / (1 + z2/n)
	half := normalQuantile / (1 + z2/n) * math.Sqrt(share*(1-share)/n+z2/(4*n*n))
	s := Share{Value: share, Low: math.Max(0, middle-half), High: math.Min(1, middle+half), Known: true}
	if share == 0 {
		s.Low = 0
	}
	if share == 1 {
		s.High = 1
	}
	return s
}

// newcombe is the 95% interval of b − a for two independent shares, from their own intervals (Newcombe
// 1998, Statistics in Medicine 17, 873–890, method 10).
func newcombe(a, b Share) (low, high float64) {
	difference := b.Value - a.Value
	low = difference - math.Hypot(b.Value-b.Low, a.High-a.Value)
	high = difference + math.Hypot(b.High-b.Value, a.Value-a.Low)
	return low, high
}
