package insight

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// record is a signal of a made-up source.
type record struct {
	day         int // since 1 January 2024
	topic, text string
}

func sourceOf(records []record) Source {
	start := journeys.Date{Year: 2024, Month: 1, Day: 1}
	src := journeys.Source{Name: "proef", Kind: "telefoon"}
	for _, r := range records {
		src.List = append(src.List, journeys.TypedSignal{Fields: []journeys.FieldValue{{Field: "tijdstip", Value: start.AddDays(r.day).String() + "T10:30"},
			{Field: "onderwerp", Value: r.topic}, {Field: "tekst", Value: r.text}}})
	}
	return Source{Name: "proef", Kind: "telefoon", Read: func(use func(*signals.Data)) error {
		data, problems := signals.Open(&journeys.Journey{}, src, nil)
		if data == nil {
			return problems
		}
		use(data)
		return nil
	}}
}

func look(t *testing.T, o Options, records []record) *Findings {
	t.Helper()
	f, err := Read([]Source{sourceOf(records)}, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var fillers = strings.Fields("fiets lamp boom kraan stoep bank raam hek brug plein gracht haven dak trap kelder zolder gang muur poort tuin")

// waves is a file in which whole months are busier or quieter than others, by chance.
func waves(seed uint64, days int) []record {
	dice := rand.New(rand.NewPCG(seed, 9))
	var all []record
	busy := map[string]float64{}
	for d := range days {
		for i, topic := range []string{"Afval", "Parkeren", "Groen", "Paspoort", "Verhuizen", "Belasting"} {
			key := fmt.Sprint(d/30, topic)
			if busy[key] == 0 {
				busy[key] = math.Exp(0.35 * dice.NormFloat64())
			}
			for range 3 {
				if dice.Float64() < busy[key]/3 {
					all = append(all, record{d, topic, fmt.Sprintf("de %s en de %s", fillers[3*i+dice.IntN(3)], fillers[dice.IntN(len(fillers))])})
				}
			}
		}
	}
	return all
}

// noise is a file in which nothing happens: every day about as much of everything.
func noise(seed uint64, days, perDay int) []record {
	dice := rand.New(rand.NewPCG(seed, 7))
	var all []record
	for d := range days {
		for range perDay/2 + dice.IntN(perDay+1) {
			word := func() string { return fillers[dice.IntN(len(fillers))] }
			all = append(all, record{d, []string{"Afval", "Parkeren", "Groen"}[dice.IntN(3)], fmt.Sprintf("de %s bij de %s en de %s", word(), word(), word())})
		}
	}
	return all
}

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

// TestLogOdds is equations 16, 20 and 22 by hand: ln(13/137) − ln(8/242), variance 1/13 + 1/8.
func TestLogOdds(t *testing.T) {
	delta, z := LogOdds(10, 100, 5, 200, 3, 50)
	if math.Abs(delta-1.054469) > 1e-4 || math.Abs(z-2.34661) > 1e-4 {
		t.Errorf("%.6f, %.6f", delta, z)
	}
	if delta, z := LogOdds(20, 100, 20, 100, 3, 50); delta != 0 || z != 0 {
		t.Errorf("equal use gives %f, %f", delta, z)
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

// TestNearDuplicates groups what is nearly the same and keeps apart what is not; its proposal finds it.
func TestNearDuplicates(t *testing.T) {
	var records []record
	for i := range 40 {
		records = append(records, record{i, "Geld", []string{"Wanneer wordt mijn toeslag uitbetaald?", "Goedemorgen. Wanneer wordt mijn toeslag uitbetaald",
			"wanneer wordt de toeslag uitbetaald?!"}[i%3]})
		records = append(records, record{i, "Geld", "Waar vind ik het formulier op de website?"})
	}
	f := look(t, Options{}, records)
	if len(f.Topics) != 1 || len(f.Topics[0].Themes) != 2 {
		t.Fatalf("%+v", f.Topics)
	}
	for _, theme := range f.Topics[0].Themes {
		if theme.N != 40 {
			t.Errorf("%v: %d", theme.Words, theme.N)
		}
	}
	found := 0
	for _, p := range f.Proposals {
		if p.Theme && p.Precision() == 1 && p.Recall() == 1 {
			found++
		}
	}
	if found != 2 {
		t.Errorf("%d exact proposals: %+v", found, f.Proposals)
	}
}

// TestSketch estimates the Jaccard likeness of shingles.
func TestSketch(t *testing.T) {
	a, b := "wanneer wordt de toeslag uitbetaald ", "wanneer wordt het geld van de toeslag uitbetaald "
	set := func(s string) map[string]bool {
		m := map[string]bool{}
		for i := 0; i+shingleSize <= len(s); i++ {
			m[s[i:i+shingleSize]] = true
		}
		return m
	}
	both, all := 0, len(set(b))
	for s := range set(a) {
		if set(b)[s] {
			both++
		} else {
			all++
		}
	}
	x, y := sketchOf([]byte(a)), sketchOf([]byte(b))
	if got, want := x.alike(&y), float64(both)/float64(all); math.Abs(got-want) > 0.2 {
		t.Errorf("%.2f, want %.2f", got, want)
	}
	if x.alike(&x) != 1 {
		t.Error("a text is not like itself")
	}
}

// TestLossy keeps what is frequent and never counts too much.
func TestLossy(t *testing.T) {
	l := newLossy[int, times](50)
	dice := rand.New(rand.NewPCG(1, 1))
	for i := range 20_000 {
		for _, key := range []int{1 << 30, dice.IntN(5000)} {
			l.put(key, l.keys[key]+1)
		}
		if len(l.keys) > 50 {
			t.Fatalf("%d keys after %d", len(l.keys), i)
		}
	}
	if n := l.keys[1<<30]; n != 20_000 {
		t.Errorf("the frequent key counts %d", n)
	}
}

// TestTally holds the table against a map.
func TestTally(t *testing.T) {
	var fast tally
	dice := rand.New(rand.NewPCG(2, 2))
	for range 3 {
		slow := map[uint64]int32{}
		for range 20_000 {
			key := two(int32(dice.IntN(60)), int32(dice.IntN(60)))
			fast.add(key, 2)
			slow[key] += 2
		}
		if len(fast.keys) != len(slow) {
			t.Fatalf("%d keys, want %d", len(fast.keys), len(slow))
		}
		for i, key := range fast.keys {
			if fast.n[i] != slow[key] {
				t.Fatalf("%d: %d, want %d", key, fast.n[i], slow[key])
			}
		}
		fast.reset()
	}
}

// kcc is the raw file of the example, of which nothing is known but the names of its columns.
func kcc(t *testing.T) Source {
	const folder, file = "../../examples/energietoeslag", "signalen/kcc.csv"
	content, err := os.ReadFile(folder + "/" + file)
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(strings.TrimPrefix(string(content), "\ufeff"), "\n")
	src := journeys.Source{Name: "kcc", Kind: "telefoon", File: file, Columns: GuessColumns(strings.Split(strings.TrimSpace(line), ";"))}
	return Source{Name: "kcc", File: file, Read: func(use func(*signals.Data)) error {
		data, problems := signals.Open(&journeys.Journey{}, src, os.DirFS(folder))
		if data == nil {
			return problems
		}
		use(data)
		return nil
	}}
}

// TestExample tells the story of the example from its raw file alone: people ask when the allowance is
// paid, and less so since the middle of September, when the website told it (truth.WebsiteChange,
// truth.WhenPaidRatio).
func TestExample(t *testing.T) {
	f, err := Read([]Source{kcc(t)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	topic := f.Topics[0]
	if topic.Name != "Energietoeslag" || topic.N < 3500 {
		t.Fatalf("largest topic %s, %d", topic.Name, topic.N)
	}
	first := topic.Themes[0]
	if !slices.Contains(first.Words, "wanneer") || !slices.Contains(first.Words, "uitbetaald") || first.N < 500 || first.Example != "Wanneer wordt mijn toeslag uitbetaald?" {
		t.Errorf("most asked: %+v %q", first.Words, first.Example)
	}
	if topic.Pairs[0].Text != "wanneer uitbetaald" {
		t.Errorf("strongest pair %q", topic.Pairs[0].Text)
	}
	if o := topic.Openings[0]; o.Word != "wanneer" || o.With[0].Name != "uitbetaald" {
		t.Errorf("most usual opening %+v", o)
	}
	var words []string
	for _, w := range topic.Words {
		words = append(words, w.Text)
	}
	if !slices.Contains(words, "uitbetaling") || !slices.Contains(words, "gestort") {
		t.Errorf("words %v", words)
	}
	if len(f.Changes.Found) == 0 {
		t.Fatal("nothing changes")
	}
	for _, c := range f.Changes.Found {
		if c.Rises || c.Since.String() != "2022-09-16" && c.Since.String() != "2022-09-01" || c.N >= 50 && (c.Low > 0.6 || c.High < 0.5) {
			t.Errorf("%+v", c)
		}
	}
	if c := f.Changes.Found[0]; c.Kind != ChangingTheme || c.Text != first.Example || c.Low > 0.60 || c.High < 0.60 {
		t.Errorf("clearest change %+v", c)
	}
}

// TestSameOnAnyMachine gives the same bytes for any number of cores, and in parts that come in any order.
func TestSameOnAnyMachine(t *testing.T) {
	big := sourceOf(noise(8, 400, 30))
	var want []byte
	for _, cores := range []int{1, 2, 7} {
		before := runtime.GOMAXPROCS(cores)
		var out bytes.Buffer
		f, err := Read([]Source{kcc(t), big}, Options{})
		if err == nil {
			err = WriteJSON(&out, f, "")
		}
		runtime.GOMAXPROCS(before)
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = out.Bytes()
		}
		if !bytes.Equal(want, out.Bytes()) {
			t.Errorf("%d cores give another answer", cores)
		}
	}
}

// BenchmarkRead looks at 100,000 records, nearly all different.
func BenchmarkRead(b *testing.B) {
	records := noise(1, 1000, 100)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read([]Source{sourceOf(records)}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
