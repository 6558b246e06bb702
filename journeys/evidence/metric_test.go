package evidence

import (
	"math/rand/v2"
	"testing"

	"klantreis/journeys"
)

func scored(scale *journeys.Scale, points ...journeys.MetricPoint) Metric {
	return metric(journeys.Metric{Scale: scale, Points: points})
}

func TestMetricChange(t *testing.T) {
	ten := &journeys.Scale{From: 1, To: 10}
	nps := &journeys.Scale{From: -100, To: 100}
	point := func(value float64, n int) journeys.MetricPoint { return journeys.MetricPoint{Value: value, N: n} }
	for _, c := range []struct {
		what string
		m    Metric
		want ChangeKind
	}{
		{"without n", scored(ten, point(6.4, 0), point(8.6, 0)), NoSamples},
		{"n of one", scored(ten, point(6.4, 610), point(8.6, 0)), NoSamples},
		{"of the contract", scored(ten, point(6.4, 610), point(8.6, 590)), Higher},
		{"few", scored(ten, point(6.4, 10), point(8.6, 12)), Unsure},
		{"downwards", scored(ten, point(8.6, 590), point(6.4, 610)), Lower},
		{"equal", scored(ten, point(7, 100), point(7, 100)), Unsure},
		{"no scale", scored(nil, point(6.4, 610), point(8.6, 590)), NoScale},
		{"one point", scored(ten, point(6.4, 610)), NoChange},
		{"none", scored(ten), NoChange},
		{"net promoter score", scored(nps, point(-20, 200), point(35, 200)), Higher},
		{"off the scale", scored(ten, point(0, 100), point(11, 100)), NoScale},
	} {
		if c.m.Change.Kind != c.want {
			t.Errorf("%s: %+v, want %v", c.what, c.m, c.want)
		}
	}
	easy := scored(&journeys.Scale{From: 5, To: 1}, point(3.8, 300), point(2.1, 300))
	if easy.Change.Kind != Lower || !easy.LowIsBest || easy.Points[0].Low > 3.8 || easy.Points[0].High < 3.8 || easy.Points[0].Low < 1 || easy.Points[0].High > 5 {
		t.Errorf("%+v", easy)
	}
	// (6.4 − 1)/9 = 0.6 of 610: Wilson 0.5606 to 0.6381, times 9 and up 1.
	if p := scored(ten, point(6.4, 610)).Points[0]; !near(p.Low, 1+9*0.5606, 1e-3) || !near(p.High, 1+9*0.6381, 1e-3) {
		t.Errorf("%+v", p)
	}
	if c := scored(ten, point(5.9, 118), point(7, 97)).Change; !near(c.Enough, 1.1/(1.959964*0.137054), 1e-3) {
		t.Errorf("%+v", c)
	}
}

// Whatever people answer, the interval holds the true mean, and an absent change is found in at most one
// of twenty.
func TestMetricHoldsForEverySpread(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 4))
	for _, answers := range [][]float64{{1, 10}, {6, 7, 8}, {1, 7, 8, 10}, {10, 10, 10, 10, 1}, {-100, 0, 100}, {-100, 100, 100}} {
		scale, mean := &journeys.Scale{From: 1, To: 10}, 0.0
		for _, a := range answers {
			if a < 0 {
				scale = &journeys.Scale{From: -100, To: 100}
			}
			mean += a / float64(len(answers))
		}
		const rounds, n = 2000, 80
		held, changed := 0, 0
		for range rounds {
			var points []journeys.MetricPoint
			for range 2 {
				sum := 0.0
				for range n {
					sum += answers[random.IntN(len(answers))]
				}
				points = append(points, journeys.MetricPoint{Value: sum / n, N: n})
			}
			m := scored(scale, points...)
			if m.Points[0].Low <= mean && mean <= m.Points[0].High {
				held++
			}
			if k := m.Change.Kind; k == Higher || k == Lower {
				changed++
			}
		}
		// Wilson’s interval is right on average; of 80 tosses of a coin it holds the half in 94.3%.
		if held < rounds*93/100 || changed > rounds*6/100 {
			t.Errorf("%v: held %d, changed %d of %d", answers, held, changed, rounds)
		}
	}
}
