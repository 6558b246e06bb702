package evidence

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

const tallied = `
klantreis: A
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv}
fasen:
  - fase: B
    stappen:
      - {stap: C, signalen: [{signaal: D, bron: kcc, woorden: [geld]}, {signaal: E, bron: kcc, woorden: [wanneer]}]}
      - {stap: F, signalen: [{signaal: G, bron: kcc, woorden: [brief]}]}
doorlooptijden: [{doorlooptijd: H, bron: kcc, van: ontvangen, tot: bevestigd, belofte: 5 werkdagen}]
`

// TestClaim books records that are alike at once, as push-down does, and one after the other.
func TestClaim(t *testing.T) {
	j, problems := journeys.Parse("a.yaml", []byte(tallied))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	atOnce, each := newBinder(j).newTally(), newBinder(j).newTally()
	for i, n := range []int{3, 1, 5} {
		atOnce.Claim(19000+i, true, "balie", 7.5, true, []int32{0, 1, 2}, n)
		for range n {
			each.Claim(19000+i, true, "balie", 7.5, true, []int32{0, 1, 2}, 1)
		}
	}
	if !reflect.DeepEqual(atOnce, each) {
		t.Errorf("at once %+v, each %+v", atOnce, each)
	}
	if s := atOnce.steps[0]; s.n != 9 || s.scores.n != 9 || atOnce.selectors[1].n != 9 || atOnce.claimed[0] != 9 {
		t.Errorf("%+v", atOnce)
	}
}

// TestScoreSums holds the sums against big.Float, in any order and grouping.
func TestScoreSums(t *testing.T) {
	var s, reversed, twice scoreSums
	scores := []float64{1, 10, 5.5, 7.3, 1.0000000000000002, 9.999999999999998, 0.999, 10.001, math.NaN(), math.Inf(1), 3.3, 3.3}
	for i := range scores {
		s.add(scores[i], 1)
		reversed.addAll(scoreSums{})
		reversed.add(scores[len(scores)-1-i], 1)
		twice.add(scores[i], 1<<40)
	}
	if s != reversed || s.n != 8 {
		t.Fatalf("%+v, reversed %+v", s, reversed)
	}
	sum, squares := new(big.Float).SetPrec(300), new(big.Float).SetPrec(300)
	for _, v := range scores {
		if v >= 1 && v <= 10 {
			x := new(big.Float).SetPrec(300).SetFloat64(v)
			sum.Add(sum, x)
			squares.Add(squares, x.Mul(x, x))
		}
	}
	total, _ := sum.Float64()
	sq, _ := squares.Float64()
	mean, variance := s.meanAndVariance()
	if math.Abs(mean-total/8) > 1e-15 || math.Abs(variance-(sq-total*total/8)/7) > 1e-12 {
		t.Errorf("mean %v, variance %v; want %v, %v", mean, variance, total/8, (sq-total*total/8)/7)
	}
	if m, _ := twice.meanAndVariance(); m != mean {
		t.Errorf("2⁴⁰ times as many have mean %v, not %v", m, mean)
	}
}

// TestTallyContinues counts a file in one go, and its tail into the Tally of its begin.
func TestTallyContinues(t *testing.T) {
	j, _ := journeys.Parse("a.yaml", []byte(tallied))
	const header = "tijdstip;kanaal;onderwerp;tekst;cijfer;ontvangen;bevestigd\n"
	var rows []string
	for i := range 200 {
		rows = append(rows, fmt.Sprintf("%d-0%d-15;%s;%s;%s;%d,%d;2022-05-0%d;2022-05-%d\n", 2020+i%3, 1+i%9, []string{"Balie", "", "chat"}[i%3],
			[]string{"Werk", "wérk", "Zorg"}[i%3], []string{"Wanneer geld", "brief", "niets", "een brief over geld"}[i%4], i%11, i%10, 1+i%9, 10+i%20))
	}
	count := func(tally *Tally, rows []string) *Tally {
		b := newBinder(j)
		if tally == nil {
			tally = b.newTally()
		}
		content := header
		for _, r := range rows {
			content += r
		}
		data, found := signals.Open(j, j.Sources[0], fstest.MapFS{"kcc.csv": {Data: []byte(content)}})
		if data == nil {
			t.Fatal(found)
		}
		data.Fold(chorusOf([]*readingPlan{b.plan("kcc", data)}), func(p signals.Part, _ int) { tally.merge(p.(*chorus).readings[0]) })
		return tally
	}
	whole := count(nil, rows)
	if whole.read != 200 || whole.unclaimed == 0 || len(whole.cases[0].kinds) == 0 || whole.steps[0].scores.n == 0 {
		t.Fatalf("the rows do not exercise everything: %+v", whole)
	}
	for _, cut := range []int{0, 1, 99, 199, 200} {
		if got := count(count(nil, rows[:cut]), rows[cut:]); !reflect.DeepEqual(got, whole) {
			t.Errorf("cut at %d: %+v, whole %+v", cut, got, whole)
		}
	}
}
