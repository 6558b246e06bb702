package evidence

import (
	"math"
	"testing"
)

// The bounds are those of R's poisson.test(n)$conf.int.
func TestRateRange(t *testing.T) {
	for _, c := range []struct {
		n         int
		low, high float64
	}{{0, 0, 3.688879}, {1, 0.02531781, 5.571643}, {10, 4.795389, 18.39036}, {137, 115.0196, 161.9540}} {
		low, high := Signal{N: c.n, Denominator: Count{Value: 1000, Known: true}}.RateRange()
		if !low.Known || !high.Known || math.Abs(low.Value-c.low) > 1e-3*max(1, c.low) || math.Abs(high.Value-c.high) > 1e-3*c.high {
			t.Errorf("n = %d: %v to %v, want %v to %v", c.n, low.Value, high.Value, c.low, c.high)
		}
	}
	if low, high := (Signal{N: 3}).RateRange(); low.Known || high.Known {
		t.Error("a range without a denominator")
	}
}
