package insight

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// record is a signal of a made-up source.
type record struct {
	day         int // since 1 January 2024
	topic, text string
}

func sourceOf(records []record) Source {
	return Source{Name: "proef", Kind: "telefoon", Each: func(visit func(signals.Signal, bool)) error {
		start := time.Date(2024, 1, 1, 10, 30, 0, 0, journeys.Amsterdam())
		for i, r := range records {
			visit(signals.Signal{Line: i + 2, Time: start.AddDate(0, 0, r.day), Channel: "telefoon", Topic: r.topic, Text: r.text,
				Cells: func(string) string { return "" }}, true)
		}
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

// TestNothingRises holds the promise of the false discovery rate on files in which nothing happens.
func TestNothingRises(t *testing.T) {
	const files = 60
	alarms, wavy := 0, 0
	for seed := range uint64(files) {
		if f := look(t, Options{}, waves(seed, 300)); len(f.Rises.Found) > 0 {
			wavy++
		}
		f := look(t, Options{}, noise(seed, 240, 6))
		if f.Rises.History == 0 || f.Rises.Tested < 20 {
			t.Fatalf("%d series in %d periods", f.Rises.Tested, f.Rises.History)
		}
		if len(f.Rises.Found) > 0 {
			alarms++
		}
	}
	if t.Logf("%d and %d alarms", alarms, wavy); alarms > files/20 || wavy > files/20 {
		t.Errorf("of %d files in which nothing happens %d give a rise, and %d of as many with busier and quieter months", files, alarms, wavy)
	}
}

// TestPlantedRise finds the word that was planted, with its topic, and little else.
func TestPlantedRise(t *testing.T) {
	records := noise(3, 240, 6)
	for d := 218; d < 240; d++ {
		for range 3 {
			records = append(records, record{d, "Parkeren", "de laadpaal doet het niet"})
		}
	}
	for d := 0; d < 240; d += 8 {
		records = append(records, record{d, "Parkeren", "is er een laadpaal"})
	}
	f := look(t, Options{}, records)
	var found []string
	for _, r := range f.Rises.Found {
		found = append(found, r.Text)
		if r.Text == "laadpaal" && (r.Topic != "Parkeren" || r.Ratio < 5 || r.Low < 2) {
			t.Errorf("laadpaal: %+v", r)
		}
	}
	if !slices.Contains(found, "laadpaal") || slices.Contains(found, "fiets") || slices.Contains(found, "Groen") {
		t.Errorf("found %v", found)
	}
}

// TestTooLittle says so instead of guessing.
func TestTooLittle(t *testing.T) {
	if f := look(t, Options{}, noise(1, 20, 6)); f.Rises.History != 0 {
		t.Errorf("twenty days give %d periods", f.Rises.History)
	}
	if f := look(t, Options{}, noise(1, 60, 6)); !f.Rises.Weeks {
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

// TestRiseChance is poisson.test(c(20, 100), c(1, 12), alternative = "greater") of R, in whole
// numbers: the binomial tail P(X ≥ 20), n = 120, p = 1/13.
func TestRiseChance(t *testing.T) {
	want := 0.0
	for k := 20; k <= 120; k++ {
		choose, _ := math.Lgamma(121)
		a, _ := math.Lgamma(float64(k) + 1)
		b, _ := math.Lgamma(float64(120-k) + 1)
		want += math.Exp(choose - a - b - float64(k)*math.Log(13) + float64(120-k)*math.Log(12.0/13))
	}
	if got := riseChance(20, 1, 100, 12, 1); math.Abs(got-want) > 1e-12 {
		t.Errorf("%g, want %g", got, want)
	}
	if riseChance(20, 1, 100, 12, 3) < 10*want {
		t.Error("overdispersion does not make a rise less certain")
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
	if got := fmt.Sprint(c.first.date(), c.last.date(), len(c.spans), c.spans[0].from.date(), c.spans[0].days(), c.spans[4].days(), len(c.months)); got != "2024-01-30 2024-07-03 5 2024-01-30 31 33 7" {
		t.Error(got)
	}
	if c.spanOf(at("2099-01-01")) != -1 || c.monthOf(at("1900-01-01")) != -1 || c.spanOf(at("2024-03-01")) != 1 {
		t.Error("days in the wrong period")
	}
}

// TestPersonalData plants data that must come out nowhere, examples included, except for names in them.
func TestPersonalData(t *testing.T) {
	records := noise(5, 200, 6)
	for i := range 30 {
		records = append(records, record{i * 3, "Groen", "Goedemorgen, mijn naam is Jansonius uit Dokkumerend, bel 06-12345678 of mail a.jansonius@voorbeeld.nl, bsn 111222333, NL91ABNA0417164300"})
		records = append(records, record{i * 3, "a.jansonius@voorbeeld.nl", "zaak 20240017 van 5 mei"})
	}
	for i := range 4 { // too few to be shown
		records = append(records, record{i, "Zeldzaam", "zwartelijster"})
	}
	var out bytes.Buffer
	for _, examples := range []bool{false, true} {
		if err := WriteJSON(&out, look(t, Options{Examples: examples}, records)); err != nil {
			t.Fatal(err)
		}
		text := strings.ToLower(out.String())
		for _, secret := range []string{"12345678", "voorbeeld.nl", "111222333", "abna0417", "20240017", "zwartelijster", "zeldzaam"} {
			if strings.Contains(text, secret) {
				t.Errorf("examples %v: %q comes out", examples, secret)
			}
		}
		for _, name := range []string{"jansonius", "dokkumerend"} {
			if !examples && strings.Contains(text, name) {
				t.Errorf("%q comes out", name)
			}
		}
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
	f := look(t, Options{Examples: true}, records)
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
	l := newLossy[int](50, func(t *pairTally) *int32 { return &t.n })
	dice := rand.New(rand.NewPCG(1, 1))
	for i := range 20_000 {
		l.add(1 << 30)
		l.add(dice.IntN(5000))
		if len(l.keys) > 50 {
			t.Fatalf("%d keys after %d", len(l.keys), i)
		}
	}
	if n := l.keys[1<<30].n; n != 20_000 {
		t.Errorf("the frequent key counts %d", n)
	}
}

// TestExample opens the raw file of the example, knowing nothing but the names of its columns.
func TestExample(t *testing.T) {
	const folder, file = "../../examples/energietoeslag", "signalen/kcc.csv"
	read := func(o Options) *Findings {
		content, err := os.ReadFile(folder + "/" + file)
		if err != nil {
			t.Fatal(err)
		}
		line, _, _ := strings.Cut(strings.TrimPrefix(string(content), "\ufeff"), "\n")
		src := journeys.Source{Name: "kcc", Kind: "telefoon", File: file, Columns: GuessColumns(strings.Split(strings.TrimSpace(line), ";"))}
		f, err := Read([]Source{{Name: "kcc", File: file, Each: func(visit func(signals.Signal, bool)) error {
			data, problems := signals.Open(&journeys.Journey{}, src, os.DirFS(folder))
			if data == nil {
				t.Fatal(problems)
			}
			data.Each(visit)
			return nil
		}}}, o)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	f := read(Options{})
	topic := f.Topics[0]
	if topic.Name != "Energietoeslag" || topic.N < 3500 {
		t.Fatalf("largest topic %s, %d", topic.Name, topic.N)
	}
	if first := topic.Themes[0]; !slices.Contains(first.Words, "wanneer") || !slices.Contains(first.Words, "uitbetaald") || first.N < 500 {
		t.Errorf("most asked: %+v", first.Words)
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
	var a, b bytes.Buffer
	for _, out := range []*bytes.Buffer{&a, &b} {
		if err := WriteJSON(out, read(Options{Examples: true})); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("twice the same file gives two answers")
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
