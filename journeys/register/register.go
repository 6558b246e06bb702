// Package register looks at all journeys of an organisation together: what became of every advice,
// what nobody answered, which themes return, and which department received what. It only adds up and
// compares; what one journey may claim is decided by package evidence.
package register

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/history"
)

// Entry is one journey with what is known of it.
type Entry struct {
	Journey  *journeys.Journey
	Evidence *evidence.Evidence
	History  []history.Change
	Passed   Passed
}

// wished tells whether the journey is how it should be; what it has in common with the journey of today
// says nothing.
func (e Entry) wished() bool { return e.Journey.Variant == "gewenst" }

// Register is the outcome. Its slices follow the order of the entries unless they say otherwise.
type Register struct {
	Entries []Entry
	AsOf    Dated // the day on which is reckoned; zero when no file gives a date
	Advice  []Advice
	Totals  Totals
	Owners  []Owner
	Themes  []Theme
	Passed  []Department
	// Promises are what was undertaken in klantarenas, by the day before which it would be done.
	Promises []Promise
	// PassedFew is the number of departments that are not in Passed, because they received fewer than
	// evidence.MinGroup signals.
	PassedFew int
	// PassedUncounted names the sources behind a connection, whose records were not looked at for this.
	PassedUncounted []string
}

// Dated is a day with the file that gives it.
type Dated struct {
	Day  journeys.Date
	File string // empty: the user gave it
}

// Advice is one advice of one journey.
type Advice struct {
	journeys.Advice
	Entry, Index int    // in Register.Entries and in its Journey.Advice
	Owner        string // its own, or else that of the journey
	Effect       evidence.Effect
	Evidence     bool // false: an assumption
	Offered      journeys.Date
	Waited       int // days from Offered to the day of the register; -1: not known
	History      []history.Change
}

// Answered tells whether anybody reacted: it was discussed at least.
func (a Advice) Answered() bool { return a.Status != "" && a.Status != "aangeboden" }

// Improved tells whether a realised advice has a measured decrease of the signal that it names, and nothing
// was found that could explain that otherwise.
func (a Advice) Improved() bool {
	return a.Closed() && a.Effect.Verdict == evidence.Decrease && a.Effect.Explained() == ""
}

// Doubtful tells whether a realised advice has a measured decrease that something else could explain.
func (a Advice) Doubtful() bool { return a.Closed() && a.Effect.Explained() != "" }

// Told tells whether both the contact centre and residents heard what was done.
func (a Advice) Told() bool { return !a.ReportedToKCC.IsZero() && !a.ReportedToResidents.IsZero() }

// Patience is the number of days after which an advice without an answer is named.
const Patience = 60

// Late tells whether nobody answered for too long.
func (a Advice) Late() bool { return !a.Answered() && a.Waited >= Patience }

// Totals are the figures at the top.
type Totals struct {
	Journeys, Wished                 int
	Empty                            int // journeys of today without any advice
	Advice, Answered, TakenOver      int
	Realised, Judged, Improved, Rose int // Judged: of the realised, with a verdict that is not too early
	Doubtful                         int // of the judged: a decrease that something else could explain
	ToldBoth, ToldOne, Late, Undated int // told: of the realised; Undated: no answer, and no day to count from
}

// New makes the register. Without a day, it is the latest one that the journeys and their histories
// give: when they were drawn up, when a change went live or was told.
func New(entries []Entry, asOf journeys.Date) *Register {
	r := &Register{Entries: entries, AsOf: Dated{Day: asOf}}
	if asOf.IsZero() {
		r.AsOf = latest(entries)
	}
	for i, e := range entries {
		for k, a := range e.Journey.Advice {
			ev := e.Evidence.AdviceOf(a.ID)
			one := Advice{Advice: a, Entry: i, Index: k, Owner: tidy(a.Owner), Effect: ev.Effect, Evidence: ev.Evidence, Offered: e.Journey.Date, Waited: -1, History: history.Of(e.History, a.ID)}
			if one.Owner == "" {
				one.Owner = tidy(e.Journey.Owner)
			}
			if !one.Offered.IsZero() && !r.AsOf.Day.IsZero() {
				one.Waited = max(0, one.Offered.Days(r.AsOf.Day))
			}
			r.Advice = append(r.Advice, one)
		}
	}
	r.Totals = r.totals()
	r.Owners = r.owners()
	r.Themes = r.themes()
	r.departments()
	r.Promises = r.promises()
	return r
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// latest is the last day that any file gives.
func latest(entries []Entry) (last Dated) {
	see := func(d journeys.Date, file string) {
		if last.Day.Before(d) {
			last = Dated{d, file}
		}
	}
	for _, e := range entries {
		see(e.Journey.Date, e.Journey.Path)
		for _, a := range e.Journey.Arenas {
			see(a.When, e.Journey.Path)
		}
		for _, a := range e.Journey.Advice {
			see(a.Since, e.Journey.Path)
			see(a.ReportedToKCC, e.Journey.Path)
			see(a.ReportedToResidents, e.Journey.Path)
		}
		for _, c := range e.History {
			see(c.On, history.Path(e.Journey.Path))
		}
	}
	return last
}

func (r *Register) totals() (t Totals) {
	for _, e := range r.Entries {
		t.Journeys++
		switch {
		case e.wished():
			t.Wished++
		case len(e.Journey.Advice) == 0:
			t.Empty++
		}
	}
	for _, a := range r.Advice {
		t.Advice++
		switch {
		case a.Answered():
			t.Answered++
		case a.Waited < 0:
			t.Undated++
		case a.Late():
			t.Late++
		}
		switch a.Status {
		case "overgenomen", "deels-overgenomen", "in-uitvoering":
			t.TakenOver++
		}
		if !a.Closed() {
			continue
		}
		t.Realised++
		switch a.Effect.Verdict {
		case evidence.Decrease:
			t.Judged++
			if a.Doubtful() {
				t.Doubtful++
			} else {
				t.Improved++
			}
		case evidence.Increase:
			t.Judged++
			t.Rose++
		case evidence.NoDifference:
			t.Judged++
		}
		switch {
		case a.Told():
			t.ToldBoth++
		case !a.ReportedToKCC.IsZero() || !a.ReportedToResidents.IsZero():
			t.ToldOne++
		}
	}
	return t
}

// Owner is who receives advice, with what became of it.
type Owner struct {
	Name                                         string // empty: nobody was named
	Journeys                                     []int  // entries, ascending
	Advice, Answered, Realised, Improved, Refuse int
	Late                                         int
}

// owners are sorted by the number of advice, most first, and then by name. Names that differ in case,
// accents or spaces only are one, spelled as first met.
func (r *Register) owners() []Owner {
	var all []Owner
	at := map[string]int{}
	for _, a := range r.Advice {
		key := journeys.FoldSpace(a.Owner)
		i, known := at[key]
		if !known {
			i = len(all)
			at[key] = i
			all = append(all, Owner{Name: a.Owner})
		}
		o := &all[i]
		if n := len(o.Journeys); n == 0 || o.Journeys[n-1] != a.Entry {
			o.Journeys = append(o.Journeys, a.Entry)
		}
		o.Advice++
		for _, c := range []struct {
			holds bool
			count *int
		}{{a.Answered(), &o.Answered}, {a.Closed(), &o.Realised}, {a.Improved(), &o.Improved}, {a.Status == "niet-overgenomen", &o.Refuse}, {a.Late(), &o.Late}} {
			if c.holds {
				*c.count++
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Owner) int {
		if a.Advice != b.Advice {
			return b.Advice - a.Advice
		}
		return strings.Compare(journeys.FoldSpace(a.Name), journeys.FoldSpace(b.Name))
	})
	return all
}
