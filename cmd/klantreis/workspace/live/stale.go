package live

import (
	"slices"
	"strings"

	"klantreis/cmd/klantreis/workspace/api"
)

// While a text has faults, the picture and the model are those of the last text without. Their lines are then
// moved to where the same lines stand now, so that a click still goes to the right place.

// moved gives the line of a new text for each line of an old one: what stands before and after all that
// changed keeps its text, and a line in between goes to the begin of the change.
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
	return func(line int) int {
		switch {
		case line <= head:
			return line
		case line > len(a)-tail:
			return line + len(b) - len(a)
		}
		return min(line, max(head+1, len(b)-tail), len(b))
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
