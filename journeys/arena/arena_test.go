package arena

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

const journey = `klantreis: Verhuizen   # van ons
fasen:
  - fase: Melden
    stappen:
      - stap: Meldt de verhuizing
        id: melden
      - stap: Wacht op bevestiging   # hier gaat het mis
        id: wachten
adviezen:
  - advies: Stuur een bevestiging
    stap: wachten
`

func plan(t testing.TB) Plan {
	j, problems := journeys.Parse("klantreis.yaml", []byte(journey))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	day, _ := journeys.Moment("2026-11-22")
	return PlanOf(j, day)
}

// full is a session through all rounds, with seven customers and two of staff.
func full(t testing.TB) *Room {
	r := New(plan(t))
	do := func(e Event) Event {
		t.Helper()
		out, _, err := r.Apply(e)
		if err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
		return out
	}
	for who := 1; who <= 9; who++ {
		role := Customer
		if who > 7 {
			role = Staff
		}
		do(Event{Kind: Join, Who: who, Role: role, Text: "Mevrouw Jansen"})
	}
	do(Event{Kind: Turn, Round: Telling})
	for who := 1; who <= 7; who++ {
		do(Event{Kind: Score, Who: who, Step: "wachten", Value: float64(-who % 3)})
		do(Event{Kind: Word, Who: who, Step: "wachten", Text: []string{"Lang", "lang", "Onzeker"}[who%3]})
	}
	do(Event{Kind: Score, Who: 1, Step: "melden", Value: 2})
	do(Event{Kind: Note, Who: 1, ID: "a", Step: "wachten", Nature: "klacht", Text: "De een wacht een dag, de ander weken."})
	do(Event{Kind: Note, Who: 2, ID: "b", Step: "wachten", Nature: "klacht", Text: "Bel mij op 06 12345678\nof niet"})
	do(Event{Kind: Note, Who: 3, ID: "c", Step: "melden", Nature: "compliment", Text: "=1+1 Ging snel!"})
	do(Event{Kind: Note, Who: 3, ID: "d", Step: "melden", Nature: "tip", Text: "<script>alert(1)</script>"})
	do(Event{Kind: Hide, Note: "d", Value: 1})
	do(Event{Kind: Group, ID: "g1", Notes: []string{"a", "b"}, Text: "Hoe lang het duurt"})
	do(Event{Kind: Turn, Round: Swapped})
	do(Event{Kind: Answer, Who: 8, ID: "e", Question: 3, Text: "Vandaag al een e-mail sturen"})
	do(Event{Kind: Turn, Round: Voting})
	for who := 1; who <= 7; who++ {
		do(Event{Kind: Vote, Who: who, Advice: "stuur-een-bevestiging", Value: 1})
	}
	do(Event{Kind: Vote, Who: 7, Advice: "stuur-een-bevestiging", Value: 0})
	do(Event{Kind: Turn, Round: Promising})
	do(Event{Kind: Promise, ID: "p1", Text: "Bevestiging per e-mail", Name: "Burgerzaken", Day: "2027-01-01"})
	do(Event{Kind: Turn, Round: Closing})
	for who := 1; who <= 7; who++ {
		do(Event{Kind: Mark, Who: who, Value: 6 + float64(who)/2})
	}
	return r
}

func TestView(t *testing.T) {
	v := full(t).View()
	wait := v.Steps[1]
	if v.Customers != 7 || v.Staff != 2 || !wait.Score.Known || wait.Score.N != 7 || wait.Notes != 2 {
		t.Errorf("%+v", v)
	}
	if start := v.Steps[0].Score; start.Known || start.N != 1 || start.Value != 0 {
		t.Errorf("the score of one person is shown: %+v", start)
	}
	if want := []Said{{"lang", 5}, {"onzeker", 2}}; !reflect.DeepEqual(wait.Words, want) {
		t.Errorf("words %v, want %v", wait.Words, want)
	}
	if len(v.Cards) != 4 || v.Cards[1].Text != "Bel mij op [telefoonnummer] of niet" || v.Cards[0].Group != "g1" {
		t.Errorf("%+v", v.Cards)
	}
	if v.Votes[0].N != 6 || v.Mark.Value != 8 || v.Groups[0].N != 2 {
		t.Errorf("%+v %+v %+v", v.Votes, v.Mark, v.Groups)
	}
	text, _ := json.Marshal(v)
	for _, secret := range []string{"Jansen", "12345678", "script"} {
		if strings.Contains(string(text), secret) {
			t.Errorf("%s is in what everybody sees", secret)
		}
	}
}

// TestSave holds the journey that comes of a session: only lines more, no faults, and counts that evidence finds.
func TestSave(t *testing.T) {
	r := full(t)
	saved, err := r.Save("klantreis.yaml", []byte(journey), Choice{Bottlenecks: []Bottleneck{{ID: "g1"}, {ID: "c", Text: "Anders gezegd"}, {ID: "d"}}}, func(string) bool { return false })
	if err != nil {
		t.Fatal(err)
	}
	j, problems := journeys.Parse("klantreis.yaml", saved.Journey)
	if len(problems) > 0 {
		t.Errorf("%v\n%s", problems, saved.Journey)
	}
	for line := range strings.Lines(journey) {
		if !strings.Contains(string(saved.Journey), line) {
			t.Errorf("lost: %s", line)
		}
	}
	e, problems := evidence.Bind(j, fstest.MapFS{saved.File: {Data: saved.Signals}})
	if len(problems) > 0 {
		t.Errorf("%v\n%s", problems, saved.Signals)
	}
	// What seven customers felt is derived from the source again, as the room saw it; what one felt elsewhere is not there.
	wait, start := e.SignalsOf("wachten"), e.SignalsOf("melden")
	if len(wait) != 2 || len(start) != 1 || wait[0].N != 2 || wait[1].N != 7 || start[0].N != 1 || saved.Said != 4 || saved.Felt != 7 || saved.Outside {
		t.Errorf("%+v %d %d", e.Steps, saved.Said, saved.Felt)
	}
	if felt := e.Step("wachten").Emotion; felt.Kind != evidence.Derived || felt.N != 7 || math.Abs(felt.Value-r.View().Steps[1].Score.Value) > 1e-12 || e.Step("melden").Emotion.Kind != evidence.None {
		t.Errorf("%+v", felt)
	}
	a := j.Arenas[0]
	if a.Participants != 7 || a.Staff != 2 || *a.Mark != 8 || len(a.Bottlenecks) != 2 || a.Bottlenecks[0].Step != "wachten" || a.Bottlenecks[0].Text != "Hoe lang het duurt" ||
		a.Bottlenecks[1].Text != "Anders gezegd" || a.Promises[0].Who != "Burgerzaken" {
		t.Errorf("%+v", a)
	}
	csv := string(saved.Signals)
	if !strings.Contains(csv, ";'=1+1 Ging snel!") || strings.Contains(csv, "script") || strings.Contains(csv, "06") {
		t.Error(csv)
	}
	again, err := r.Save("klantreis.yaml", saved.Journey, Choice{}, func(f string) bool { return f == saved.File })
	if err != nil || again.Source != "arena-2026-11-22-2" {
		t.Errorf("%s %v", again.Source, err)
	}
	if _, err := New(plan(t)).Save("x.yaml", []byte(journey), Choice{}, func(string) bool { return false }); !errors.Is(err, ErrNothing) {
		t.Error(err)
	}
}

func TestRefuses(t *testing.T) {
	for _, c := range []struct {
		e    Event
		want error
	}{
		{Event{Kind: Score, Who: 1, Step: "weg", Value: 1}, ErrUnknown},
		{Event{Kind: Score, Who: 1, Step: "melden", Value: 1}, ErrRound},
		{Event{Kind: Score, Who: 99, Step: "melden", Value: 1}, ErrUnknown},
		{Event{Kind: Note, Step: "melden", Nature: "klacht", ID: "z", Text: " \u200b "}, ErrEmpty},
		{Event{Kind: Note, Step: "melden", Nature: "klacht", ID: "z", Text: strings.Repeat("x", 400)}, ErrLong},
		{Event{Kind: Note, Step: "melden", Nature: "klacht", ID: "a", Text: "x"}, ErrUnknown},
		{Event{Kind: Note, Step: "melden", Nature: "boos", ID: "z", Text: "x"}, ErrValue},
		{Event{Kind: Mark, Who: 1, Value: 11}, ErrValue},
		{Event{Kind: Hide, Who: 1, Note: "a", Value: 1}, ErrUnknown},
		{Event{Kind: Turn, Who: 1, Round: Ended}, ErrUnknown},
		{Event{Kind: Join, Who: 4, Role: Customer}, ErrOrder},
		{Event{Kind: Undo, Undoes: 1}, ErrUnknown}, // who came in is in
		{Event{Kind: "dans"}, ErrUnknown},
		{Event{Kind: Score, Who: 10, Step: "melden", Value: 1}, ErrUnknown}, // was counted in by mistake
	} {
		r := full(t)
		r.Apply(Event{Kind: Turn, Round: Telling})
		r.Apply(Event{Kind: Join, Who: 10, Role: Customer, Typed: true})
		r.Apply(Event{Kind: Undo, Undoes: r.Last()})
		r.Apply(Event{Kind: Turn, Round: Closing})
		before := r.Last()
		if _, _, err := r.Apply(c.e); !errors.Is(err, c.want) || r.Last() != before {
			t.Errorf("%+v: %v", c.e, err)
		}
	}
}

// TestCounted: who was counted in by mistake goes with what was typed in that name; the others keep their numbers, and
// feelings of staff or of few customers are not kept.
func TestCounted(t *testing.T) {
	r := New(plan(t))
	do := func(e Event) int {
		t.Helper()
		if _, _, err := r.Apply(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
		return r.Last()
	}
	do(Event{Kind: Turn, Round: Telling})
	var third int
	for who := 1; who <= 9; who++ {
		n := do(Event{Kind: Join, Who: r.Next(), Role: []Role{Staff, Customer}[min(1, who/4)], Typed: true})
		if who == 4 {
			third = n
		}
		do(Event{Kind: Score, Who: who, Step: "wachten", Value: 1, Typed: true})
	}
	if got := r.CanUndo(99); len(got) != 19 {
		t.Errorf("%v", got)
	}
	do(Event{Kind: Undo, Undoes: third})
	customers, staff := r.People()
	if counted := r.Counted(); customers != 5 || staff != 3 || len(counted) != 8 || counted[3].Who != 5 || r.Next() != 10 || r.View().Steps[1].Score.N != 8 || len(r.CanUndo(99)) != 17 {
		t.Errorf("%d %d %+v", customers, staff, r.View())
	}
	for felt := 5; felt >= 4; felt-- {
		saved, err := r.Save("x.yaml", []byte("periode: {van: 2019-01-01, tot: 2019-12-31}\n"+journey), Choice{}, func(string) bool { return false })
		if felt == 5 && (err != nil || saved.Felt != 5 || !saved.Outside || strings.Contains(string(saved.Journey), "Gezegd")) || felt == 4 && !errors.Is(err, ErrNothing) {
			t.Errorf("%d: %+v %v", felt, saved, err)
		}
		do(Event{Kind: Undo, Undoes: r.CanUndo(1)[0]})
	}
}

// TestOnce: what a telephone sends twice counts once.
func TestOnce(t *testing.T) {
	r := full(t)
	first, known, err := r.Apply(Event{Kind: Note, ID: "x", Key: "k1", Step: "melden", Nature: "tip", Text: "Een keer"})
	if err != nil || known {
		t.Fatal(err)
	}
	second, known, err := r.Apply(Event{Kind: Note, ID: "x", Key: "k1", Step: "melden", Nature: "tip", Text: "Een keer"})
	if err != nil || !known || !reflect.DeepEqual(first, second) {
		t.Errorf("%+v %v %v", second, known, err)
	}
}

// random makes an event that may or may not be allowed.
func random(r *rand.Rand, room *Room) Event {
	step := []string{"melden", "wachten", "weg"}[r.IntN(3)]
	id := fmt.Sprint("n", r.IntN(30))
	who := r.IntN(room.people + 1)
	switch r.IntN(13) {
	case 0:
		return Event{Kind: Join, Who: room.people + 1, Role: []Role{Customer, Staff}[r.IntN(2)], Typed: r.IntN(2) == 0}
	case 1:
		return Event{Kind: Score, Who: who, Step: step, Value: float64(r.IntN(6) - 3)}
	case 2:
		return Event{Kind: Word, Who: who, Step: step, Text: []string{"lang", "Snel", ""}[r.IntN(3)]}
	case 3, 4, 5:
		return Event{Kind: Note, Who: who, ID: id, Step: step, Nature: natures[r.IntN(4)], Text: "Tekst " + id, Key: fmt.Sprint(r.IntN(50))}
	case 6:
		return Event{Kind: Turn, Round: Rounds()[r.IntN(7)]}
	case 7:
		return Event{Kind: Hide, Note: id, Value: float64(r.IntN(2))}
	case 8:
		return Event{Kind: Group, ID: fmt.Sprint("g", r.IntN(9)), Notes: []string{id, fmt.Sprint("n", r.IntN(30))}, Text: "Groep"}
	case 9:
		return Event{Kind: Undo, Undoes: 1 + r.IntN(room.Last()+1)}
	case 10:
		return Event{Kind: Vote, Who: who, Advice: "stuur-een-bevestiging", Value: float64(r.IntN(2))}
	case 11:
		return Event{Kind: Promise, ID: fmt.Sprint("p", r.IntN(4)), Text: "Wat", Name: "Wie"}
	}
	return Event{Kind: Mark, Who: who, Value: float64(1 + r.IntN(10))}
}

// TestReplay: a log gives the same room, wherever it was cut; and to undo what was done last is as if it never was.
func TestReplay(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		room := New(plan(t))
		for range 200 {
			before := room.View()
			e, known, err := room.Apply(random(r, room))
			if err != nil || known {
				continue
			}
			if undoable(e) {
				undone, err := Replay(room.Plan, room.Events(1))
				if err != nil {
					t.Fatal(err)
				}
				if _, _, err = undone.Apply(Event{Kind: Undo, Undoes: e.Number}); err != nil {
					t.Fatal(err)
				}
				after := undone.View()
				after.LastNumber = before.LastNumber
				if !reflect.DeepEqual(before, after) {
					t.Fatalf("seed %d: %+v undone:\n%+v\nwant\n%+v", seed, e, after, before)
				}
			}
		}
		again, err := Replay(room.Plan, room.Events(1))
		if err != nil || !reflect.DeepEqual(again.View(), room.View()) {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

// FuzzReplay: a log from outside gives a room or an error, and its view can always be made and saved.
func FuzzReplay(f *testing.F) {
	var all []Event
	all = full(f).Events(1)
	seed, _ := json.Marshal(all)
	f.Add(seed)
	f.Add([]byte(`[{"nr":1,"wat":"binnen","wie":1,"rol":"klant"},{"nr":2,"wat":"ronde","ronde":"stemmen"}]`))
	p := plan(f)
	f.Fuzz(func(t *testing.T, log []byte) {
		var events []Event
		if json.Unmarshal(log, &events) != nil {
			return
		}
		r, _ := Replay(p, events)
		v := r.View()
		for _, s := range v.Steps {
			if s.Score.Known && s.Score.N < evidence.MinGroup {
				t.Fatal("a small group is shown")
			}
		}
		saved, err := r.Save("x.yaml", []byte(journey), Choice{Bottlenecks: []Bottleneck{{ID: "a"}}}, func(string) bool { return false })
		if errors.Is(err, ErrNothing) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, problems := journeys.Parse("x.yaml", saved.Journey); problems.HasErrors() {
			t.Fatalf("%v\n%s", problems, saved.Journey)
		}
	})
}

func BenchmarkApply(b *testing.B) {
	r := New(plan(b))
	for who := 1; who <= 300; who++ {
		r.Apply(Event{Kind: Join, Who: who, Role: Customer})
	}
	r.Apply(Event{Kind: Turn, Round: Telling})
	n := 0
	for b.Loop() {
		n++
		r.Apply(Event{Kind: Score, Who: 1 + n%300, Step: "wachten", Value: float64(n%5 - 2)})
		if n%1000 == 0 {
			r.View()
		}
	}
}
