package statistics

import (
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// world draws a series: what the procedure has to be honest about.
type world struct {
	name          string
	before, after int     // bins
	years         float64 // of a bin
	mean          float64 // count of a bin
	dispersion    float64 // variance over mean; 1: Poisson, more: negative binomial
	season        float64 // amplitude, of the log
	growth        float64 // per year, of the log
	vary          float64 // of the exposure, ± this share
	correlation   float64 // between neighbouring bins, of what is beyond chance
	effect        float64 // ratio that is true; 0: nothing changed
}

// draw makes one series. A negative binomial count is a Poisson count with a gamma mean; the gamma values
// of neighbours are drawn together through a normal copula.
func (w world) draw(r *rand.Rand) []Bin {
	var bins []Bin
	z := r.NormFloat64()
	for i := range w.before + w.after {
		b := Bin{Middle: (float64(i) + 0.5) * w.years, Years: w.years, After: i >= w.before, Exposure: 30 * (1 + w.vary*(2*r.Float64()-1))}
		mean := w.mean * b.Exposure / 30 * math.Exp(w.season*math.Sin(2*math.Pi*b.Middle)+w.growth*b.Middle)
		if b.After && w.effect > 0 {
			mean *= w.effect
		}
		if w.dispersion > 1 {
			z = w.correlation*z + math.Sqrt(1-w.correlation*w.correlation)*r.NormFloat64()
			if w.correlation == 0 {
				shape := mean / (w.dispersion - 1)
				mean *= gamma(r, shape) / shape
			} else {
				spread := math.Sqrt(math.Log(1 + (w.dispersion-1)/mean))
				mean *= math.Exp(spread*z - spread*spread/2)
			}
		}
		b.Count = poisson(r, mean)
		bins = append(bins, b)
	}
	return bins
}

// gamma draws with scale 1 (Marsaglia & Tsang 2000).
func gamma(r *rand.Rand, shape float64) float64 {
	if shape < 1 {
		return gamma(r, shape+1) * math.Pow(r.Float64(), 1/shape)
	}
	d := shape - 1.0/3
	for c := 1 / math.Sqrt(9*d); ; {
		x := r.NormFloat64()
		v := 1 + c*x
		if v = v * v * v; v > 0 && math.Log(1-r.Float64()) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v
		}
	}
}

// poisson draws by multiplying until the product is too small (Knuth); a large mean is a sum of small ones.
func poisson(r *rand.Rand, mean float64) float64 {
	n := 0.0
	for ; mean > 30; mean -= 30 {
		n += poisson(r, 30)
	}
	product, least := r.Float64(), math.Exp(-mean)
	for ; product > least; n++ {
		product *= r.Float64()
	}
	return n
}

const simulated = 2000

// claims is the share of simulated series of which the procedure says that they fell or rose.
func (w world) claims(seed uint64) (claimed, fell float64) {
	r := rand.New(rand.NewPCG(2022, seed))
	for range simulated {
		c, ok := StepChange(w.draw(r))
		if ok && (c.High < 1 || c.Low > 1) {
			claimed++
			if c.High < 1 {
				fell++
			}
		}
	}
	return claimed / simulated, fell / simulated
}

// mostByChance is what 5% may become among 2,000 series: the upper 99.9% limit of a binomial share.
const mostByChance = 0.05 + 3.09*0.00487

var worlds = []world{
	{name: "Poisson, 6+6 maanden, 30 per maand", before: 6, after: 6, years: 1.0 / 12, mean: 30},
	{name: "Poisson, 5+3 maanden, 100 per maand", before: 5, after: 3, years: 1.0 / 12, mean: 100},
	{name: "Poisson, 8+4 maanden, 3 per maand", before: 8, after: 4, years: 1.0 / 12, mean: 3},
	{name: "spreiding 3x, 6+6 maanden, 60 per maand", before: 6, after: 6, years: 1.0 / 12, mean: 60, dispersion: 3},
	{name: "spreiding 3x, 3+3 maanden, 60 per maand", before: 3, after: 3, years: 1.0 / 12, mean: 60, dispersion: 3},
	{name: "spreiding 5x, 10+5 maanden, 200 per maand", before: 10, after: 5, years: 1.0 / 12, mean: 200, dispersion: 5},
	{name: "weken, 8+8, 10 per week, spreiding 2x", before: 8, after: 8, years: 7 / 365.25, mean: 10, dispersion: 2},
	{name: "weken, 12+8, 2 per week", before: 12, after: 8, years: 7 / 365.25, mean: 2},
	{name: "seizoen 30%, 18+12 maanden, 60 per maand", before: 18, after: 12, years: 1.0 / 12, mean: 60, season: 0.3},
	{name: "seizoen 30%, spreiding 3x, 24+12 maanden, 100 per maand", before: 24, after: 12, years: 1.0 / 12, mean: 100, season: 0.3, dispersion: 3},
	{name: "noemer wisselt ±50%, 6+6 maanden, 40 per maand", before: 6, after: 6, years: 1.0 / 12, mean: 40, vary: 0.5},
	{name: "noemer, spreiding 3x en seizoen, 20+10 maanden, 80 per maand", before: 20, after: 10, years: 1.0 / 12, mean: 80, vary: 0.5, dispersion: 3, season: 0.25},
	{name: "groei 25% per jaar, 24+12 maanden, 100 per maand", before: 24, after: 12, years: 1.0 / 12, mean: 100, growth: math.Log(1.25)},
}

// told compares a share with what docs/methode.md tells of it; column counts from the one after the name.
func told(t *testing.T, name string, column int, share float64) {
	t.Helper()
	page, err := os.ReadFile("../../docs/methode.md")
	if err != nil {
		t.Fatal(err)
	}
	_, row, found := strings.Cut(string(page), "| "+name+" | ")
	cells := strings.Split(strings.SplitN(row, "\n", 2)[0], "|")
	if !found || column >= len(cells) {
		t.Errorf("docs/methode.md does not tell of %q", name)
		return
	}
	text := strings.ReplaceAll(strings.Trim(cells[column], " %"), ",", ".")
	if v, err := strconv.ParseFloat(text, 64); err != nil || math.Abs(v-100*share) > 0.3 {
		t.Errorf("%s: docs/methode.md says %s%%, it is %.1f%%", name, text, 100*share)
	}
}

// TestCalibration: where nothing changed, at most 5% of the series are said to have changed, whatever else
// goes on in them.
func TestCalibration(t *testing.T) {
	for i, w := range worlds {
		claimed, fell := w.claims(uint64(i))
		t.Logf("%-62s %4.1f%% (daling %.1f%%)", w.name, 100*claimed, 100*fell)
		told(t, w.name, 0, claimed)
		if claimed > mostByChance {
			t.Errorf("%s: %.1f%% of the series without an effect claim one", w.name, 100*claimed)
		}
	}
}

// TestPower: a true fall by 30% is found as often as docs/methode.md says, within what chance does to
// 2,000 series, and hardly ever called a rise.
func TestPower(t *testing.T) {
	for i, w := range worlds {
		w.effect = 0.7
		claimed, fell := w.claims(uint64(100 + i))
		t.Logf("%-62s %4.1f%%", w.name, 100*fell)
		told(t, w.name, 1, fell)
		if claimed-fell > 0.02 {
			t.Errorf("%s: %.1f%% of the falls are called a rise", w.name, 100*(claimed-fell))
		}
	}
}

// TestLimits: docs/methode.md tells what the procedure cannot know.
func TestLimits(t *testing.T) {
	for i, w := range []world{
		{name: "seizoen 30%, 6+6 maanden", before: 6, after: 6, years: 1.0 / 12, mean: 60, season: 0.3},
		{name: "groei 25% per jaar, 6+6 maanden", before: 6, after: 6, years: 1.0 / 12, mean: 100, growth: math.Log(1.25)},
		{name: "groei 10% per jaar, spreiding 3x, 24+12 maanden", dispersion: 3, before: 24, after: 12, years: 1.0 / 12, mean: 100, growth: math.Log(1.1)},
		{name: "maanden lijken op elkaar (0,5), spreiding 3x, 12+12", before: 12, after: 12, years: 1.0 / 12, mean: 100, dispersion: 3, correlation: 0.5},
		{name: "maanden lijken op elkaar (0,5), spreiding 3x, 24+12", before: 24, after: 12, years: 1.0 / 12, mean: 100, dispersion: 3, correlation: 0.5},
	} {
		claimed, _ := w.claims(uint64(200 + i))
		t.Logf("%-62s %4.1f%%", w.name, 100*claimed)
		told(t, w.name, 0, claimed)
	}
}
