package statistics

import "math"

// Process is a process behaviour chart (XmR chart): values in the order of time, with the level and the
// limits of what is usual. Wheeler, Understanding Variation (1993); NHS England, Making Data Count.
type Process struct {
	Points []Point
	Parts  []Part // stretches with limits of their own, in order
}

// Point is a value, held against the part that it lies in.
type Point struct {
	Value float64
	Part  int
	Cause Cause
	Above bool // above the mean of its part
}

// Part is a stretch with one level. Limits are those of a single value.
type Part struct {
	From, To        int // points, To not included
	Base            int // the points From to Base set the level; those from Base to To are only held against it
	Mean, Low, High float64
	MovingRange     float64 // mean of the moving ranges that count
	Provisional     bool    // set by fewer than EnoughPoints
	Special         int     // points that chance does not explain
}

// Cause is the rule that makes a point special; the first that holds.
type Cause string

const (
	Common  Cause = ""
	Outside Cause = "buiten"   // outside a limit
	Shift   Cause = "reeks"    // one of seven or more on the same side of the mean
	Trend   Cause = "trend"    // one of seven or more that each rise, or each fall: six steps
	Near    Cause = "bij-rand" // one of two out of three in the outer third, all three on one side
)

const (
	runLength    = 7       // points, as in NHSRplotthedots: six are what many charts of healthcare used before
	limitFactor  = 2.66    // 3/d₂, d₂ = 1.128: from a mean moving range to three standard deviations
	screenFactor = 3.267   // Nelson 1982: a moving range above this many means is left out, once
	nearFactor   = 2 / 3.0 // of a limit

	// EnoughPoints make limits that later points hardly move (Making Data Count).
	EnoughPoints = 12
	// LeastPoints are needed to begin a part at all.
	LeastPoints = 5
)

// XmR holds values against their own history: the mean ± 2.66 times the mean moving range, without
// moving ranges over 3.267 times their mean (Nelson, J. Quality Technology 14, 1982), as
// NHSRplotthedots does. Starts are points at which limits begin anew. One before which fewer than LeastPoints lie
// is passed over; where fewer than that follow, the limits of the points before it go on over those after it,
// as with a baseline in Making Data Count, until there are enough. Limits stay at or above the floor, when it is a number. A value that is
// no number makes no chart.
func XmR(values []float64, floor float64, starts ...int) Process {
	var p Process
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return Process{}
		}
	}
	if len(values) < LeastPoints {
		return p
	}
	from, base := 0, len(values)
	for _, s := range starts {
		switch {
		case s-from < LeastPoints || s >= base:
		case len(values)-s >= LeastPoints:
			p.add(values, from, s, s, floor)
			from = s
		default:
			base = s
		}
	}
	p.add(values, from, base, len(values), floor)
	return p
}

// add measures one part, by its points up to base, and marks all its points.
func (p *Process) add(values []float64, from, base, to int, floor float64) {
	own, level := values[from:to], values[from:base]
	part := Part{From: from, Base: base, To: to, Mean: mean(level), Provisional: len(level) < EnoughPoints}
	var ranges []float64
	for i := 1; i < len(level); i++ {
		ranges = append(ranges, math.Abs(level[i]-level[i-1]))
	}
	usual := mean(ranges)
	kept := ranges[:0:0]
	for _, r := range ranges {
		if r < screenFactor*usual {
			kept = append(kept, r)
		}
	}
	part.MovingRange = mean(kept)
	if part.MovingRange == 0 {
		part.MovingRange = usual // all that moves was screened: limits of no width would call everything special
	}
	reach := limitFactor * part.MovingRange
	part.Low, part.High = part.Mean-reach, part.Mean+reach
	causes := causes(own, part)
	if part.Low < floor {
		part.Low = floor
	}
	for i, v := range own {
		if causes[i] != Common {
			part.Special++
		}
		p.Points = append(p.Points, Point{Value: v, Part: len(p.Parts), Cause: causes[i], Above: v > part.Mean})
	}
	p.Parts = append(p.Parts, part)
}

func mean(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// causes finds which points chance does not explain.
func causes(values []float64, p Part) []Cause {
	found := make([]Cause, len(values))
	mark := func(i int, c Cause) {
		if found[i] == Common {
			found[i] = c
		}
	}
	side, near := make([]int, len(values)), make([]bool, len(values))
	reach := p.High - p.Mean
	for i, v := range values {
		switch {
		case v > p.Mean:
			side[i] = 1
		case v < p.Mean:
			side[i] = -1
		}
		out := v > p.High || v < p.Low
		near[i] = !out && math.Abs(v-p.Mean) > reach*nearFactor
		if out {
			mark(i, Outside)
		}
	}
	for i := range values {
		run := 1
		for run < runLength && i+run < len(values) && side[i+run] == side[i] && side[i] != 0 {
			run++
		}
		climb := 1
		for climb < runLength && i+climb < len(values) && values[i+climb] != values[i+climb-1] &&
			(values[i+climb] > values[i+climb-1]) == (values[min(i+1, len(values)-1)] > values[i]) {
			climb++
		}
		for k := range runLength {
			if run >= runLength {
				mark(i+k, Shift)
			}
			if climb >= runLength {
				mark(i+k, Trend)
			}
		}
	}
	for i := 0; i+3 <= len(values); i++ {
		count := 0
		for k := i; k < i+3; k++ {
			if near[k] {
				count++
			}
		}
		if one := side[i]; count < 2 || one == 0 || side[i+1] != one || side[i+2] != one {
			continue
		}
		for k := i; k < i+3; k++ {
			if near[k] {
				mark(k, Near)
			}
		}
	}
	return found
}
