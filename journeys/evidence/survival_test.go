package evidence

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func near(a, b, by float64) bool { return math.Abs(a-b) <= by }

// Remission of leukaemia in weeks, with 6-MP and with a placebo (Freireich and others 1963, Blood 21,
// 699–716), the example of most books on survival. The estimates and standard errors are those of
// survfit in R and of Kleinbaum and Klein, Survival Analysis, table 2.2.
func TestFreireich(t *testing.T) {
	closed := []Length{{6, 3}, {7, 1}, {10, 1}, {13, 1}, {16, 1}, {22, 1}, {23, 1}}
	open := []Length{{6, 1}, {9, 1}, {10, 1}, {11, 1}, {17, 1}, {19, 1}, {20, 1}, {25, 1}, {32, 2}, {34, 1}, {35, 1}}
	steps := survivalCurve(closed, open)
	want := map[int]struct {
		survival, deviation float64
		risk                int
	}{6: {0.8571, 0.0764, 21}, 7: {0.8067, 0.0869, 17}, 10: {0.7529, 0.0963, 15}, 13: {0.6902, 0.1068, 12},
		16: {0.6275, 0.1141, 11}, 22: {0.5378, 0.1282, 7}, 23: {0.4482, 0.1346, 6}}
	for _, s := range steps {
		w, event := want[s.days]
		if event && (!near(s.survival, w.survival, 5e-5) || !near(s.survival*math.Sqrt(s.greenwood), w.deviation, 5e-5) || s.risk != w.risk) {
			t.Errorf("after %d: %.4f, sd %.4f, n %d, want %v", s.days, s.survival, s.survival*math.Sqrt(s.greenwood), s.risk, w)
		}
		delete(want, s.days)
	}
	if len(want) > 0 {
		t.Error("missing", want)
	}
	if q := quantile(steps, 0.5); q != (Count{23, true}) {
		t.Error("median", q)
	}
	if q := quantile(steps, 0.25); q != (Count{13, true}) {
		t.Error("lower quartile", q)
	}
	if q := quantile(steps, 0.9); q.Known {
		t.Error("nine in ten were never done:", q)
	}
	within := doneWithin(steps, 12)
	if n := within.Value * (1 - within.Value) / (0.0963 * 0.0963); !near(within.Value, 1-0.7529, 5e-5) || !near(within.Low, wilson(within.Value, n).Low, 1e-3) {
		t.Error("within 12", within)
	}
	if doneWithin(steps, 36).Known {
		t.Error("nobody was followed for 36 weeks")
	}
	placebo := survivalCurve([]Length{{1, 2}, {2, 2}, {3, 1}, {4, 2}, {5, 2}, {8, 4}, {11, 2}, {12, 2}, {15, 1}, {17, 1}, {22, 1}, {23, 1}}, nil)
	if q := quantile(placebo, 0.5); q != (Count{8, true}) {
		t.Error("median with a placebo", q)
	}
}

// Where no case is open, percentiles are nearest-rank and the interval is Wilson's.
func TestNoneOpen(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 1))
	for range 2000 {
		var l LeadTime
		for days := range 40 {
			if n := random.IntN(30) - 20; n > 0 {
				l.Lengths, l.N = append(l.Lengths, Length{days, n}), l.N+n
			}
		}
		if l.N == 0 {
			continue
		}
		steps := survivalCurve(l.Lengths, nil)
		for percent := 1; percent < 100; percent++ {
			if q := quantile(steps, float64(percent)/100); !q.Known || q.Value != l.percentile(percent) {
				t.Fatalf("P%d of %v: %v, nearest rank %v", percent, l.Lengths, q, l.percentile(percent))
			}
		}
		days, within := random.IntN(45), 0
		for _, c := range l.Lengths {
			if c.Days <= days {
				within += c.N
			}
		}
		got, want := doneWithin(steps, days), wilson(float64(within)/float64(l.N), float64(l.N))
		if !got.Known || !near(got.Value, want.Value, 1e-9) || !near(got.Low, want.Low, 1e-9) || !near(got.High, want.High, 1e-9) {
			t.Fatalf("within %d of %v: %v, want %v", days, l.Lengths, got, want)
		}
	}
}

// Cases from a known distribution, cut off at a random day: the estimate must be right on average, and
// its interval must hold the truth about 95 times in a hundred. Those that are closed alone say too much.
func TestCensoredIsFair(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 2))
	const rounds, cases, promise = 2000, 120, 10
	truth := 1 - math.Exp(-float64(promise+1)/12)
	held, sum, closedOnly := 0, 0.0, 0.0
	for range rounds {
		closed, open := map[int]int{}, map[int]int{}
		kept, done := 0, 0
		for range cases {
			length, seen := int(random.ExpFloat64()*12), random.IntN(40)
			if length > seen {
				open[seen]++
				continue
			}
			closed[length]++
			if done++; length <= promise {
				kept++
			}
		}
		s := doneWithin(survivalCurve(lengths(closed), lengths(open)), promise)
		if s.Low <= truth && truth <= s.High {
			held++
		}
		sum, closedOnly = sum+s.Value/rounds, closedOnly+float64(kept)/float64(done)/rounds
	}
	if share := float64(held) / rounds; share < 0.94 || share > 0.965 {
		t.Errorf("the interval holds the truth in %.3f", share)
	}
	if !near(sum, truth, 0.005) || closedOnly < truth+0.03 {
		t.Errorf("mean %.3f, closed cases alone %.3f, truth %.3f", sum, closedOnly, truth)
	}
}

func lengths(counts map[int]int) []Length {
	var all []Length
	for days, n := range counts {
		all = append(all, Length{days, n})
	}
	slices.SortFunc(all, func(a, b Length) int { return a.Days - b.Days })
	return all
}

// Newcombe 1998, tables I and II: the shares 56/70 and 48/80.
func TestNewcombe(t *testing.T) {
	a, b := wilson(48.0/80, 80), wilson(56.0/70, 70)
	if low, high := newcombe(a, b); !near(low, 0.0524, 5e-5) || !near(high, 0.3339, 5e-5) {
		t.Errorf("%.4f to %.4f", low, high)
	}
	for _, c := range []struct{ share, n, low, high float64 }{
		{0.5, 10, 0.2366, 0.7634}, {0, 20, 0, 0.1611}, {1.0 / 29, 29, 0.0061, 0.1718}, {81.0 / 263, 263, 0.2553, 0.3662},
	} {
		if s := wilson(c.share, c.n); !near(s.Low, c.low, 5e-5) || !near(s.High, c.high, 5e-5) {
			t.Errorf("%v of %v: %.4f to %.4f", c.share, c.n, s.Low, s.High)
		}
	}
	if wilson(0.5, 0).Known {
		t.Error("a share of nothing")
	}
}

func TestNothingHappened(t *testing.T) {
	if s := doneWithin(survivalCurve(nil, []Length{{20, 8}}), 5); !s.Known || s.Value != 0 || !near(s.High, wilson(0, 8).High, 1e-12) {
		t.Error(s)
	}
	if s := doneWithin(survivalCurve(nil, []Length{{3, 8}}), 5); s.Known {
		t.Error("followed too short:", s)
	}
	if s := doneWithin(survivalCurve([]Length{{0, 9}}, []Length{{-3, 2}}), 0); !s.Known || s.Value != 1 {
		t.Error("one that was never followed counts:", s)
	}
	if s := doneWithin(nil, 5); s.Known {
		t.Error(s)
	}
}
