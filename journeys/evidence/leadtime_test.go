package evidence

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

// bound binds one source of cases, with the given head of the file.
func bound(t *testing.T, head, promise, rows string) LeadTime {
	t.Helper()
	j, problems := journeys.Parse("a.yaml", []byte("klantreis: A\n"+head+`
bronnen: {zaken: {soort: telefoon, bestand: zaken.csv}}
fasen: [{fase: A, stappen: [{stap: B}]}]
doorlooptijden: [{doorlooptijd: C, bron: zaken, van: ontvangen, tot: afgehandeld`+promise+"}]\n"))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	ev, problems := Bind(j, fstest.MapFS{"zaken.csv": {Data: []byte("kanaal;onderwerp;ontvangen;afgehandeld\n" + rows)}})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return ev.LeadTimes[0]
}

// Until when the open cases are followed.
func TestFollowed(t *testing.T) {
	const rows = ";;2022-03-01;2022-03-05\n;;2022-03-02;2022-04-20\n;;2022-03-03;\n"
	for _, c := range []struct{ head, want string }{
		{"", "2022-04-20"}, // the last day that the cases tell of
		{"periode: {van: 2022-01-01, tot: 2022-03-31}", "2022-04-20"},
		{"periode: {van: 2022-01-01, tot: 2022-06-30}", "2022-06-30"},
		{"opgesteld: 2022-04-10\nperiode: {van: 2022-01-01, tot: 2022-03-31}", "2022-03-31"}, // 20 April was still to come
		{"opgesteld: 2022-05-01\nperiode: {van: 2022-01-01, tot: 2022-06-30}", "2022-05-01"},
		{"opgesteld: 2022-04-10", "2022-03-05"},
	} {
		l := bound(t, c.head, ", belofte: 5 dagen", rows)
		if l.Followed.String() != c.want || l.N != 2 || l.Open != 1 {
			t.Errorf("%q: followed to %v, n %d, open %d, want %s", c.head, l.Followed, l.N, l.Open, c.want)
		}
	}
	l := bound(t, "periode: {van: 2022-01-01, tot: 2022-06-30}", ", belofte: 5 dagen", rows)
	if !slices.Equal(l.Waiting, []Length{{119, 1}}) || !slices.Equal(l.Late, []Length{{114, 1}}) || l.Overdue() != 1 {
		t.Error(l.Waiting, l.Late)
	}
	if l.P50 != 4 || l.Within.Value != 0.5 || !near(l.Spread.Within.Value, 1.0/3, 1e-9) || l.Spread.P50.Value != 49 || l.Spread.P90.Known || l.Spread.Longest != 119 {
		t.Errorf("closed %v %v, all %+v", l.P50, l.Within, l.Spread)
	}
}

// A promise of the same day is a promise, and one without cases has no share.
func TestPromiseOfNoDays(t *testing.T) {
	l := bound(t, "", ", belofte: 0 werkdagen", ";;2022-03-01 09:00;2022-03-01 16:00\n;;2022-03-05;2022-03-06\n;;2022-03-01;2022-03-02\n")
	if !l.Promised || l.Within.Value != 2.0/3 || !near(l.Spread.Within.Value, 2.0/3, 1e-9) {
		t.Errorf("%+v", l) // Saturday to Sunday is no working day
	}
	if l := bound(t, "", ", belofte: 0 dagen", ""); l.Spread.Within.Known || l.Spread.P50.Known || len(l.Months) > 0 {
		t.Errorf("%+v", l)
	}
	if l := bound(t, "", "", ";;2022-03-01;2022-03-02\n;;2022-03-01;\n"); l.Promised || l.Spread.Within.Known || l.Late != nil || l.Months != nil {
		t.Errorf("%+v", l)
	}
}

func TestPromisePerMonth(t *testing.T) {
	rows := strings.Repeat(";;2022-02-01;2022-02-02\n", 6) + strings.Repeat(";;2022-02-03;2022-02-20\n", 4) +
		strings.Repeat(";;2022-03-30;\n", 7) + strings.Repeat(";;2022-03-01;2022-03-01\n", 3)
	l := bound(t, "periode: {van: 2022-02-01, tot: 2022-03-31}", ", belofte: 5 dagen", rows)
	if len(l.Months) != 2 {
		t.Fatal(l.Months)
	}
	february, march := l.Months[0], l.Months[1]
	if february.N != 10 || february.Open != 0 || !near(february.Within.Value, 0.6, 1e-9) || !near(february.Within.Low, wilson(0.6, 10).Low, 1e-9) {
		t.Errorf("%+v", february)
	}
	// The seven that began on the last day but one are known for a day: nothing can be said of five.
	if march.N != 3 || march.Open != 7 || march.Within.Known || l.Overdue() != 0 {
		t.Errorf("%+v", march)
	}
}

// fisher.test(matrix(c(3, 1, 1, 3), 2), alternative = "greater") of R, the lady tasting tea, and Fisher's
// twins of criminals (1935, 2 by 12 and 15 by 3), alternative = "less" turned round.
func TestFisher(t *testing.T) {
	for _, c := range []struct {
		hits, n, marked, whole int
		want                   float64
	}{{3, 4, 4, 8, 0.2428571}, {10, 12, 13, 30, 0.0004652}, {0, 5, 5, 10, 1}, {5, 5, 5, 5, 1}, {4, 4, 4, 8, 1.0 / 70}} {
		if got := fisher(c.hits, c.n, c.marked, c.whole); math.Abs(got-c.want) > 5e-7 {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// cases makes rows of which nothing sets the slow ones apart, but what the caller makes of them.
func caseRows(random *rand.Rand, n int, slow func(channel, topic string) float64) string {
	var rows strings.Builder
	for range n {
		channel := []string{"balie", "website", "telefoon"}[random.IntN(3)]
		topic := []string{"Verhuizen", "Paspoort", "Parkeren", "Afval", "Toeslag", "Trouwen"}[random.IntN(6)]
		begin := journeys.Date{Year: 2022, Month: 1, Day: 1}.AddDays(random.IntN(300))
		took := random.IntN(10)
		if random.Float64() < slow(channel, topic) {
			took += 20
		}
		end := begin.AddDays(took).String()
		if took > 25 && random.IntN(3) == 0 {
			end = ""
		}
		fmt.Fprintf(&rows, "%s;%s;%v;%s\n", channel, topic, begin, end)
	}
	return rows.String()
}

// Where nothing sets slow cases apart, something is found in at most one of twenty journeys; where the
// counter is slow, that is found and nothing else.
func TestSlowestIsFair(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 3))
	const rounds = 400
	found := 0
	for range rounds {
		l := bound(t, "periode: {van: 2022-01-01, tot: 2022-12-31}", "", caseRows(random, 300, func(string, string) float64 { return 0.09 }))
		if l.Slowest.N < 10 || l.Slowest.Compared < 15 || l.Slowest.Coarse {
			t.Fatalf("nothing was compared: %+v", l.Slowest)
		}
		if len(l.Slowest.Shared) > 0 {
			found++
		}
	}
	if share := float64(found) / rounds; share > 0.05 {
		t.Errorf("found something in %.3f of journeys without anything to find", share)
	}
	right := 0
	for range 50 {
		l := bound(t, "periode: {van: 2022-01-01, tot: 2022-12-31}", ", belofte: 5 werkdagen", caseRows(random, 300, func(channel, _ string) float64 {
			if channel == "balie" {
				return 0.25
			}
			return 0.01
		}))
		if s := l.Slowest; len(s.Shared) > 0 && s.Shared[0].Kind == ByChannel && s.Shared[0].Name == "balie" && s.Shared[0].N <= s.Shared[0].Of {
			right++
		}
	}
	if right < 48 {
		t.Errorf("found the slow counter %d times of 50", right)
	}
}

// Months that are too young for a slow case do not make older months look slow.
func TestYoungMonthsAreNoComparison(t *testing.T) {
	var rows strings.Builder
	for i := range 400 {
		begin := journeys.Date{Year: 2022, Month: 1, Day: 1}.AddDays(i * 360 / 400)
		end := begin.AddDays(1 + i%7)
		if i%8 == 0 {
			end = begin.AddDays(100)
		}
		text := end.String()
		if end.Year > 2022 {
			text = ""
		}
		fmt.Fprintf(&rows, ";;%v;%s\n", begin, text)
	}
	l := bound(t, "opgesteld: 2023-01-01\nperiode: {van: 2022-01-01, tot: 2022-12-31}", "", rows.String())
	if s := l.Slowest; len(s.Shared) > 0 || s.Than != 7 && s.Than != 100 {
		t.Errorf("%+v", s)
	}
	all := bound(t, "", "", strings.Repeat("balie;a;2022-01-01;2022-01-05\n", 50))
	if all.Slowest.N != 0 || len(all.Slowest.Shared) > 0 {
		t.Errorf("all alike: %+v", all.Slowest)
	}
}

// Numbers of persons and rare topics are no trait.
func TestTraitsAreNoPersons(t *testing.T) {
	rows := strings.Repeat("0612345678;zaak 123456789;2022-01-01;2022-03-01\n", 8) + strings.Repeat("balie;Afval;2022-01-02;2022-01-03\n", 92)
	l := bound(t, "", "", rows)
	for _, s := range l.Slowest.Shared {
		if s.Kind == ByTopic || s.Kind == ByChannel && s.Name != "overig" {
			t.Errorf("%+v", s)
		}
	}
	if len(l.Slowest.Shared) == 0 {
		t.Error("the other channel is not found")
	}
}
