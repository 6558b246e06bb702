package evidence

import (
	"sort"

	"klantreis/journeys"
)

// advice gathers what an advice rests on, and measures its effect.
func (b *binder) advice(a journeys.Advice, ev *Evidence) Advice {
	out := Advice{ID: a.ID}
	for _, id := range a.Because {
		r, holds, found := b.reason(id, ev)
		if found {
			out.Reasons = append(out.Reasons, r)
			out.Evidence = out.Evidence || holds
		}
	}
	if a.Effect != nil && !a.Since.IsZero() {
		if i, ok := b.selectorIndex[a.Effect.Signal]; ok {
			out.Effect = b.effect(i, a, ev)
		}
	}
	return out
}

// reason looks up an id of `omdat`; holds is false when nothing was found to stand behind it.
func (b *binder) reason(id string, ev *Evidence) (r Reason, holds, found bool) {
	if s, ok := ev.Signal(id); ok {
		return Reason{ID: id, Title: s.Title, Kind: "signaal", N: s.N, Sources: s.Sources, Of: ev.InUse(s.Sources)}, s.N > 0, true
	}
	for _, l := range ev.LeadTimes {
		if l.ID == id {
			return Reason{ID: id, Title: l.Title, Kind: "doorlooptijd", N: l.N, Sources: []string{l.Source}}, l.N > 0, true
		}
	}
	for _, a := range b.journey.Arenas {
		if a.ID == id {
			return Reason{ID: id, Title: a.Title, Kind: "arena", N: a.Participants}, true, true
		}
	}
	for _, m := range b.journey.Metrics {
		if m.ID == id {
			n := 0
			for _, p := range m.Points {
				n += p.N
			}
			return Reason{ID: id, Title: m.Title, Kind: "meting", N: n}, len(m.Points) > 0, true
		}
	}
	return Reason{}, false, false
}

// Busiest lists the signals by size, largest first, those that found nothing left out.
func (e *Evidence) Busiest() []Signal {
	var all []Signal
	for _, s := range e.Signals {
		if s.N > 0 {
			all = append(all, s)
		}
	}
	sort.SliceStable(all, func(i, k int) bool { return all[i].N > all[k].N })
	return all
}
