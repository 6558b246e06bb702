package assist

import (
	"strings"

	"klantreis/journeys"
)

// Refusal is why something cannot be called otherwise.
type Refusal struct{ journeys.Reason }

// Error gives the Dutch words.
func (r Refusal) Error() string { return r.Dutch }

func refuse(dutch, english string) error {
	return Refusal{journeys.Reason{Dutch: dutch, English: english}}
}

// Renameable gives the word at a place that Rename can change, with the name that it stands for.
func Renameable(src []byte, place Place) (Range, string, bool) {
	d := open(src)
	t, word := d.thingAt(d.offset(place))
	if t == nil || t.fixed {
		return Range{}, "", false
	}
	return word, t.id, true
}

// Rename gives the edits that give another id or name to what is named or referred to at a place: where
// it is named, and all places that refer to it. A thing whose id follows from its title gets an id of its own. The
// error is a Refusal.
func Rename(src []byte, place Place, to string) ([]Edit, error) {
	d := open(src)
	t, _ := d.thingAt(d.offset(place))
	to = strings.TrimSpace(to)
	switch {
	case t == nil:
		return nil, refuse("Hier staat geen naam of id.", "There is no name or id here.")
	case t.fixed:
		return nil, refuse("Dit id volgt uit de titel. Pas de titel aan.", "This id follows from the title. Change the title.")
	case t.kind != journeys.ThingSource && t.kind != journeys.ThingChannel && (to == "" || journeys.Slug(to) != to):
		return nil, refuse("Gebruik voor een id kleine letters, cijfers en streepjes.", "Use lower case letters, digits and hyphens for an id.")
	case to == "" || strings.ContainsAny(to, "\n\r") || strings.HasPrefix(to, "x-"):
		return nil, refuse("Dit kan geen naam zijn.", "This cannot be a name.")
	case to == t.id:
		return nil, nil
	}
	for _, other := range d.things {
		if other.id == to && sameNames(other.kind, t.kind) {
			return nil, refuse("‘"+to+"’ bestaat al.", "‘"+to+"’ exists already.")
		}
	}
	name := plain(to)
	var edits []Edit
	switch {
	case !t.derived:
		edits = append(edits, Edit{d.rangeOf(t.from, t.to), name})
	case t.whole.flow:
		end := d.place(t.to)
		edits = append(edits, Edit{Range{end, end}, ", id: " + name})
	default:
		end := d.place(t.whole.entries[0].end())
		edits = append(edits, Edit{Range{end, end}, "\n" + strings.Repeat(" ", t.whole.column) + "id: " + name})
	}
	for _, n := range d.references(t) {
		edits = append(edits, Edit{d.rangeOf(n.from, n.to), name})
	}
	return edits, nil
}

// end is where the last word of an entry ends.
func (e entry) end() int {
	if e.value == nil || e.value.form == empty {
		return e.keyTo
	}
	return e.value.end()
}

// sameNames tells whether two kinds of things may not have the same id: see checkIDs of journeys.
func sameNames(a, b journeys.Thing) bool {
	return a == b || isReason(a) && isReason(b)
}

func isReason(t journeys.Thing) bool {
	switch t {
	case journeys.ThingSignal, journeys.ThingLeadTime, journeys.ThingArena, journeys.ThingMetric:
		return true
	}
	return false
}
