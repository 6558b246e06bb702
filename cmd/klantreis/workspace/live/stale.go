package live

import (
	"slices"
	"strings"

	"klantreis/cmd/klantreis/workspace/api"
)

// While a text has faults, the picture and the model are those of the last text without. Their lines are then
// moved to where the same lines stand now, so that a click still goes to the right place.

// moved gives the line of a new text for each line of an old one: what stands before or after all that
// changed stays what it was; in between a line goes to the only one that says the same, or else stands behind
// the line before it.
func moved(old, now string) func(line int) int {
	a, b := strings.Split(old, "\n"), strings.Split(now, "\n")
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	places := map[string][2][]int{} // of each line between them: in the old text, in the new one
	for i := head; i < len(a)-tail; i++ {
		p := places[a[i]]
		p[0] = append(p[0], i)
		places[a[i]] = p
	}
	for i := head; i < len(b)-tail; i++ {
		p := places[b[i]]
		p[1] = append(p[1], i)
		places[b[i]] = p
	}
	between := make([]int, len(a)-tail-head)
	at := head - 1
	for i := range between {
		if p := places[a[head+i]]; len(p[0]) == 1 && len(p[1]) == 1 {
			at = p[1][0]
		} else {
			at = max(0, min(at+1, len(b)-1))
		}
		between[i] = at + 1
	}
	return func(line int) int {
		switch {
		case line <= head:
			return line
		case line > len(a)-tail:
			return line + len(b) - len(a)
		}
		return between[line-1-head]
	}
}

// moveModel moves the lines of a model of which nobody else has hold.
func moveModel(m *api.Model, to func(int) int) {
	m.Persona.Line = to(m.Persona.Line)
	for i := range m.Sources {
		m.Sources[i].Line = to(m.Sources[i].Line)
	}
	for p := range m.Phases {
		m.Phases[p].Line = to(m.Phases[p].Line)
		for i := range m.Phases[p].Steps {
			s := &m.Phases[p].Steps[i]
			s.Line, s.EndLine = to(s.Line), to(s.EndLine)
			for k := range s.Signals {
				s.Signals[k].Line = to(s.Signals[k].Line)
			}
			for k := range s.Quotes {
				s.Quotes[k].Line = to(s.Quotes[k].Line)
			}
		}
	}
	for i := range m.Advice {
		m.Advice[i].Line = to(m.Advice[i].Line)
	}
}

// movedPlaces are places with their lines moved.
func movedPlaces(all []api.Spot, to func(int) int) []api.Spot {
	all = slices.Clone(all)
	for i := range all {
		all[i].Line = to(all[i].Line)
	}
	return all
}
