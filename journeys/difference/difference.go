// Package difference lays two journeys next to each other (the current and the wished one, or two
// versions of one file) and tells what was added, removed, moved and changed.
//
// Steps and advice are the same when their ids are; phases, which have no id, when their titles
// are or when most of their steps are. Nothing here knows of signals but Feel, which weighs two
// emotions. What may not be shown everywhere (quotes, notes) is named as changed and never
// repeated. A wish is not expected to have been measured: that it has no sources or signals is no
// difference.
package difference

import "klantreis/journeys"

// State tells on which side a thing stands.
type State string

const (
	Kept    State = "blijft"
	Added   State = "nieuw"
	Removed State = "vervalt"
)

// Difference is all that differs. Its phases and their steps stand in the order of the second
// journey; what was removed stands where it was.
type Difference struct {
	Before, After Side
	About         []Change // of the journey itself: klantreis, gemeente, klant.naam, bronnen, …
	Phases        []Phase
	Advice        []Advice // of the second journey in its order, then what was removed
}

// Side names one of the two journeys.
type Side struct {
	ID, Title, Variant string
}

// Phase is a phase on either side.
type Phase struct {
	State         State
	Before, After Place // Number 0: not on that side
	Steps         []Step
}

// Renamed says whether a phase that stayed has another title.
func (p Phase) Renamed() bool { return p.State == Kept && p.Before.Title != p.After.Title }

// Title is the phase's name, the wished one when there are two.
func (p Phase) Title() string {
	if p.State == Removed {
		return p.Before.Title
	}
	return p.After.Title
}

// Place is where a thing stands on one side.
type Place struct {
	Number int // from 1 over the whole journey; 0: not there
	Title  string
	Phase  string // title of the phase; empty for phases
}

// Step is a step on either side.
type Step struct {
	ID            string
	State         State
	Moved         bool // its place among the others changed, or its phase
	Before, After Place
	Changes       []Change
}

// Changed says whether a step that stayed says something else; where it stands does not count.
func (s Step) Changed() bool {
	for _, c := range s.Changes {
		if c.Field != fieldPhase {
			return true
		}
	}
	return false
}

// Same says whether nothing about the step differs.
func (s Step) Same() bool { return s.State == Kept && !s.Moved && len(s.Changes) == 0 }

// Change is one field that differs, by the name of its key in the file ("titel" stands for the
// text behind "stap:" or "advies:"). A text has From and To, of which one may be empty; a list has
// what left and what came, and of items with an id those whose content changed. All are empty
// where the content is not for everyone.
type Change struct {
	Field          string
	From, To       string
	Removed, Added []string
	Edited         []string
	Left, Came     []journeys.Flow // of naar: the ways that Removed and Added write out
}

// Advice is an advice on either side.
type Advice struct {
	ID, Title string
	State     State
	Changes   []Change
}

// Counts says how many steps are new, removed, moved, changed and the same. A step that both moved
// and changed counts in both.
type Counts struct {
	Added, Removed, Moved, Changed, Same int
}

// Compare lays two journeys next to each other. It changes neither.
func Compare(before, after *journeys.Journey) Difference {
	phases := matchPhases(before, after)
	return Difference{
		Before: Side{before.ID, before.Title, before.Variant},
		After:  Side{after.ID, after.Title, after.Variant},
		About:  aboutChanges(before, after),
		Phases: mergePhases(before, after, phases, matchSteps(before, after, phases)),
		Advice: compareAdvice(before, after),
	}
}

// Steps lists the steps of all phases, in order.
func (d Difference) Steps() []Step {
	var all []Step
	for _, p := range d.Phases {
		all = append(all, p.Steps...)
	}
	return all
}

// Counts counts the steps by what happened to them.
func (d Difference) Counts() Counts {
	var c Counts
	for _, s := range d.Steps() {
		switch {
		case s.State == Added:
			c.Added++
		case s.State == Removed:
			c.Removed++
		case s.Same():
			c.Same++
		}
		if s.Moved {
			c.Moved++
		}
		if s.State == Kept && s.Changed() {
			c.Changed++
		}
	}
	return c
}

// Same says whether the two journeys tell the same. Their ids and paths do not count.
func (d Difference) Same() bool {
	if len(d.About) > 0 {
		return false
	}
	for _, p := range d.Phases {
		if p.State != Kept || p.Renamed() {
			return false
		}
	}
	for _, a := range d.Advice {
		if a.State != Kept || len(a.Changes) > 0 {
			return false
		}
	}
	c := d.Counts()
	return c.Added+c.Removed+c.Moved+c.Changed == 0
}
