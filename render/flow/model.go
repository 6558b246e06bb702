package flow

import (
	"errors"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// MaxSteps and MaxLinks bound a picture; more would take too long to place, and nobody could
// read it.
const (
	MaxSteps = 200
	MaxLinks = 600
)

// ErrTooLarge is returned for a journey above MaxSteps or MaxLinks.
var ErrTooLarge = errors.New("flow: the journey has too many steps or lines for a picture")

// model is the journey as a graph. Steps are known by their index in the order of the file; the
// index after the last step is the end of the journey.
type model struct {
	steps  []step
	phases []string
	links  []link // by source, then in the file's order
	// touching lists, by step, the links that leave or reach it.
	touching [][]int
}

type step struct {
	id, title string
	phase     int // index into phases
	channels  []string
	signals   int
	dropOuts  []dropOut
	repeats   []repeat
}

// dropOut is a way out of the journey.
type dropOut struct {
	reason string
	share  *float64
}

// repeat is a line from a step to itself.
type repeat struct {
	when  string
	share *float64
}

type kind int

const (
	next   kind = iota // the way on
	choice             // one of several ways, or a way with a condition
	back               // to an earlier step
)

type link struct {
	from, to int
	kind     kind
	when     string
	share    *float64
	// rest marks the customers whom the file does not mention: it says how many take the other
	// ways, so these go on.
	rest bool
	// weight is the share that the width of the line shows; negative when not known.
	weight float64
	// main marks the way on that most customers take, of those from one step.
	main bool
}

// build reads a journey. Lines to steps that do not exist are left out.
func build(j *journeys.Journey, ev *evidence.Evidence) *model {
	m := &model{}
	all := j.Steps()
	index := make(map[string]int, len(all))
	for i, s := range all {
		if _, taken := index[s.ID]; !taken {
			index[s.ID] = i
		}
	}
	for p := range j.Phases {
		m.phases = append(m.phases, j.Phases[p].Title)
		for s := range j.Phases[p].Steps {
			at := &j.Phases[p].Steps[s]
			n := 0
			if ev != nil {
				n = ev.Step(at.ID).N
			}
			m.steps = append(m.steps, step{id: at.ID, title: at.Title, phase: p, channels: at.Channels, signals: n})
		}
	}
	for i, s := range all {
		m.leave(i, s.Next, index)
	}
	m.touching = make([][]int, len(m.steps)+1)
	for k, l := range m.links {
		m.touching[l.from] = append(m.touching[l.from], k)
		m.touching[l.to] = append(m.touching[l.to], k)
	}
	return m
}

// leave adds all ways out of step i.
func (m *model) leave(i int, flows []journeys.Flow, index map[string]int) {
	s := &m.steps[i]
	var links []link
	known, unknown := 0.0, 0 // the sum of the shares, and how many are not known
	for _, f := range flows {
		target, exists := index[f.To]
		if f.To != "" && !exists {
			continue
		}
		if f.Share == nil {
			unknown++
		} else {
			known += *f.Share
		}
		when := strings.TrimSpace(f.When)
		switch {
		case f.To == "":
			s.dropOuts = append(s.dropOuts, dropOut{strings.TrimSpace(f.DropOut), f.Share})
		case target == i:
			s.repeats = append(s.repeats, repeat{when, f.Share})
		default:
			l := link{from: i, to: target, kind: next, when: when, share: f.Share, weight: -1}
			if target < i {
				l.kind = back
			}
			if f.Share != nil {
				l.weight = *f.Share
			}
			if !slices.ContainsFunc(links, l.same) {
				links = append(links, l)
			}
		}
	}
	ways := 0
	for _, l := range links {
		if l.kind == next {
			ways++
		}
	}
	for k := range links {
		if l := &links[k]; l.kind == next && (ways > 1 || l.when != "") {
			l.kind = choice
		}
	}
	for k := range links {
		if l := &links[k]; l.share == nil && unknown == 1 {
			l.weight = max(0, 1-known)
		}
	}
	if rest, ok := others(links, i, known, unknown == 0); ok {
		links = append([]link{rest}, links...)
	}
	main := -1
	for k, l := range links {
		if l.kind != back && (main < 0 || l.weight > links[main].weight) {
			main = k
		}
	}
	if main >= 0 {
		links[main].main = true
	}
	m.links = append(m.links, links...)
}

// same reports whether two lines would be drawn alike.
func (l link) same(o link) bool {
	equal := l.share == o.share || l.share != nil && o.share != nil && *l.share == *o.share
	return l.from == o.from && l.to == o.to && l.when == o.when && equal
}

// others is the line to the next step of those customers whom no other line takes: all of them
// where no line to a step is given, and the rest where all shares are known and do not add up
// to 1.
func others(links []link, i int, known float64, complete bool) (link, bool) {
	rest := link{from: i, to: i + 1, kind: next, weight: -1, rest: len(links) > 0}
	if complete {
		rest.weight = 1 - known
	}
	switch {
	case len(links) == 0:
		return rest, !complete || rest.weight > 0.005
	case !complete || rest.weight < 0.005:
		return link{}, false
	}
	toNext := slices.ContainsFunc(links, func(l link) bool { return l.to == i+1 })
	return rest, !toNext
}

// hasEnd reports whether any way leads to the end of the journey.
func (m *model) hasEnd() bool {
	return len(m.touching[len(m.steps)]) > 0
}
