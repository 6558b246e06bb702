package insight

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"klantreis/journeys"
)

// TestNothingChanges holds the promise of the false discovery rate on files in which nothing happens.
func TestNothingChanges(t *testing.T) {
	const files = 60
	alarms, wavy := 0, 0
	for seed := range uint64(files) {
		if f := look(t, Options{}, waves(seed, 300)); len(f.Changes.Found) > 0 {
			wavy++
		}
		f := look(t, Options{}, noise(seed, 240, 6))
		if f.Changes.Units == 0 || f.Changes.Tested < 20 {
			t.Fatalf("%d series in %d months", f.Changes.Tested, f.Changes.Units)
		}
		if len(f.Changes.Found) > 0 {
			alarms++
		}
	}
	if t.Logf("%d and %d alarms", alarms, wavy); alarms > files/20 || wavy > files/20 {
		t.Errorf("of %d files in which nothing happens %d give a change, and %d of as many with busier and quieter months", files, alarms, wavy)
	}
}

// TestPlantedChanges finds the word that was planted, with its topic and its days, and little else: it
// rises in June, and falls in September.
func TestPlantedChanges(t *testing.T) {
	records := noise(3, 360, 6)
	for d := 0; d < 360; d++ {
		if d%8 == 0 {
			records = append(records, record{d, "Parkeren", "is er een laadpaal"})
		}
		if d >= 152 && d < 259 {
			records = append(records, record{d, "Parkeren", "de laadpaal doet het niet"})
		}
	}
	f := look(t, Options{}, records)
	var told []string
	for _, c := range f.Changes.Found {
		if c.Text == "laadpaal" {
			told = append(told, fmt.Sprint(c.Topic, " ", c.Since, " ", c.Rises))
			if c.Rises && (c.Ratio < 5 || c.Low < 3 || c.Before > 6 || c.After < 25) {
				t.Errorf("%+v", c)
			}
		}
		if c.Text == "fiets" || c.Text == "Groen" {
			t.Errorf("found %+v", c)
		}
	}
	if want := []string{"Parkeren 2024-06-01 true", "Parkeren 2024-09-16 false"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

// TestLastHalfMonth finds what rises in the last two weeks only.
func TestLastHalfMonth(t *testing.T) {
	records := noise(3, 244, 6) // up to 31 August
	for d := 229; d < 244; d++ {
		records = append(records, record{d, "Parkeren", "de laadpaal doet het niet"}, record{d, "Parkeren", "de laadpaal doet het niet"})
	}
	f := look(t, Options{}, records)
	if i := slices.IndexFunc(f.Changes.Found, func(c Change) bool { return c.Text == "laadpaal" && c.Rises && c.NBefore == 0 }); i < 0 {
		t.Errorf("found %+v", f.Changes.Found)
	}
}

// TestTooLittle says so instead of guessing.
func TestTooLittle(t *testing.T) {
	if f := look(t, Options{}, noise(1, 20, 6)); f.Changes.Units != 0 {
		t.Errorf("twenty days give %d units", f.Changes.Units)
	}
	if f := look(t, Options{}, noise(1, 60, 6)); !f.Changes.Weeks {
		t.Error("two months are not compared by week")
	}
	if f := look(t, Options{}, nil); f.N != 0 || len(f.Topics) != 0 || len(f.Proposals) != 0 {
		t.Errorf("nothing gives %+v", f)
	}
}

// TestBenjaminiHochberg is the example of the paper (1995, §3.2): of fifteen chances, the first four.
func TestBenjaminiHochberg(t *testing.T) {
	chances := []float64{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1}
	rejected := 0
	for i, q := range BenjaminiHochberg(chances) {
		if q <= 0.05 {
			if i != rejected {
				t.Errorf("rejects %d but not all before it", i)
			}
			rejected++
		}
	}
	if rejected != 4 {
		t.Errorf("%d rejected, want 4", rejected)
	}
}

// TestSplit is the deviance of a cut by hand, 2·Σ n·ln(n/expected), its dispersion, and the chance of
// chi-square: 10.83 is passed by one in a thousand.
func TestSplit(t *testing.T) {
	days := map[day]int{}
	at := func(s string) day { d, _ := journeys.Moment(s); return dayOf(d) }
	for d := at("2024-01-01"); d <= at("2024-12-31"); d++ {
		days[d] = 10
	}
	c := newCalendar(days)
	counts := make([]int32, len(c.spans))
	for i := range counts {
		counts[i] = 20
		if i >= 12 {
			counts[i] = 10
		}
	}
	got := c.best(counts, 0, len(counts), leastBefore)
	a, b := 360*182.0/366, 360*184.0/366
	want := 2 * (240*math.Log(240/a) + 120*math.Log(120/b))
	if got.at != 12 || math.Abs(got.score-want) > 1e-9 || got.phi > 0.3 {
		t.Errorf("%+v, want %g at 12", got, want)
	}
	if p := (split{at: 1, score: 10.828, phi: 0.5, tries: 1}).once(1); math.Abs(p-0.001) > 1e-5 {
		t.Errorf("chance %g", p)
	}
	if p, q := (split{at: 1, score: 10, phi: 0.5, tries: 1}).chance(1), (split{at: 1, score: 10, phi: 3, tries: 7}).chance(1); q < 10*p {
		t.Error("overdispersion and more tries do not make a change less certain")
	}
}

// TestCalendar joins short ends to their neighbours and passes over a mistyped year.
func TestCalendar(t *testing.T) {
	days := map[day]int{}
	at := func(s string) day { d, _ := journeys.Moment(s); return dayOf(d) }
	for d := at("2024-01-30"); d <= at("2024-07-03"); d++ {
		days[d] = 10
	}
	days[at("1900-01-01")], days[at("2099-01-01")] = 1, 2
	c := newCalendar(days)
	if got := fmt.Sprint(c.first.date(), c.last.date(), len(c.units), c.units[0].days(), c.units[4].days(), len(c.spans), c.spans[0].from.date(), c.spans[0].days(), c.spans[9-1].days(), len(c.months)); got != "2024-01-30 2024-07-03 5 31 33 10 2024-01-30 17 15 7" {
		t.Error(got)
	}
	if c.spanOf(at("2099-01-01")) != -1 || c.monthOf(at("1900-01-01")) != -1 || c.spanOf(at("2024-02-20")) != 1 || c.spanOf(at("2024-03-01")) != 2 {
		t.Error("days in the wrong period")
	}
}
