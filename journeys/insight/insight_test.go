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
	"testing/fstest"

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
	src := journeys.Source{Name: "kcc", Kind: "telefoon", File: file}
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
	var b strings.Builder // of several parts
	b.WriteString("tijdstip;onderwerp;tekst\n")
	for i, r := range noise(8, 400, 120) {
		fmt.Fprintf(&b, "%s 09:%02d;%s;%s, %s en nog %s\n", journeys.Date{Year: 2023, Month: 1, Day: 1}.AddDays(r.day), i%60, r.topic, r.text, fillers[i%7], fillers[i%11])
	}
	folder := fstest.MapFS{"a.csv": {Data: []byte(b.String())}}
	big := Source{Name: "big", Read: func(use func(*signals.Data)) error {
		data, problems := signals.Open(&journeys.Journey{}, journeys.Source{Name: "big", Kind: "telefoon", File: "a.csv"}, folder)
		if data == nil {
			return problems
		}
		use(data)
		return nil
	}}
	if b.Len() < 3<<20 {
		t.Fatalf("only %d bytes", b.Len())
	}
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

// BenchmarkFile looks at a file of 100,000 records of 30 topics, each of five sentences, as a contact centre has
// them. The goal is 12 seconds of processor per million of these, which is 1.2 s for one round on one core.
func BenchmarkFile(b *testing.B) {
	dice := rand.New(rand.NewPCG(3, 3))
	var file bytes.Buffer
	file.WriteString("tijdstip;onderwerp;tekst\n")
	for i := range 100_000 {
		fmt.Fprintf(&file, "%s 09:%02d;Onderwerp %d;", journeys.Date{Year: 2023, Month: 1, Day: 1}.AddDays(i%400), i%60, dice.IntN(30))
		for range 5 {
			word := func() string { return fillers[dice.IntN(len(fillers))] }
			fmt.Fprintf(&file, "Wanneer komt de %s bij de %s naast het %s? ", word(), word(), word())
		}
		file.WriteString("\n")
	}
	folder := fstest.MapFS{"a.csv": {Data: file.Bytes()}}
	src := Source{Name: "a", Read: func(use func(*signals.Data)) error {
		data, problems := signals.Open(&journeys.Journey{}, journeys.Source{Name: "a", Kind: "telefoon", File: "a.csv"}, folder)
		if data == nil {
			return problems
		}
		use(data)
		return nil
	}}
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read([]Source{src}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
