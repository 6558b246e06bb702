package journeymap

import (
	"math"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/words"
)

// view is what one drawing shows of a journey: all steps, or those of one part.
type view struct {
	j     *journeys.Journey
	ev    *evidence.Evidence
	lang  words.Lang
	words words.Map
	logo  render.Logo

	id     string
	part   string // "Fase 2 van 4"; empty for the whole map
	beside bool   // another journey stands beside it: no ways lead out
	lens   Lens
	form   form
	air    air
	narrow float64 // the least width of the page
	steps  []stepView
	phases []phaseView

	all      []stepView // of the whole journey: neighbours and targets outside the part
	first    int        // index in all of steps[0]
	heard    int        // the most signals of any step: the full length of a bar
	heardTop int        // the most records of any one signal
}

// stepView is a step with what stands behind it.
type stepView struct {
	*journeys.Step
	number  int // from 1, over the whole journey
	phase   int // index in view.phases
	n       int // records
	counted bool
	emotion evidence.Emotion
	signals []evidence.Signal
	quotes  []render.Quote
	flows   []flowView
	exits   []journeys.Flow
	leads   []evidence.LeadTime
	arena   []journeys.Bottleneck
	advice  []adviceView
}

// flowView is a connection to another step, by its index in view.all.
type flowView struct {
	to      int
	share   float64 // 0 … 1, or −1: unknown
	stated  bool    // the share is in the file; otherwise it is what the others leave over
	when    string
	implied bool
}

type adviceView struct {
	number int
	advice journeys.Advice
	basis  evidence.Advice
}

// phaseView is a phase with the steps [from, to) of the view.
type phaseView struct {
	number   int // from 1
	title    string
	from, to int
	n        int
	counted  bool
}

func newView(in Input) *view {
	j, ev, lang, quotes := in.Journey, in.Evidence, in.Lang, in.Quotes
	if ev == nil {
		ev = &evidence.Evidence{}
	}
	v := &view{j: j, ev: ev, lang: lang, words: lang.Map(), logo: in.Theme.Logo, id: "klantreis", narrow: narrowest}
	index := map[string]int{}
	for p := range j.Phases {
		phase := phaseView{number: p + 1, title: j.Phases[p].Title, from: len(v.steps)}
		for s := range j.Phases[p].Steps {
			st := newStep(&j.Phases[p].Steps[s], ev)
			st.number, st.phase = len(v.steps)+1, len(v.phases)
			if quotes != nil {
				for _, q := range quotes(st.Step) {
					if strings.TrimSpace(clean(q.Text)) != "" {
						st.quotes = append(st.quotes, q)
					}
				}
			}
			if _, twice := index[st.ID]; !twice {
				index[st.ID] = len(v.steps)
			}
			if st.n >= smallest { // the total must not tell a small group
				phase.n += st.n
			}
			phase.counted = phase.counted || st.counted
			v.steps = append(v.steps, st)
		}
		phase.to = len(v.steps)
		if phase.to > phase.from {
			v.phases = append(v.phases, phase)
		}
	}
	for number, i := range render.AdviceOrder(j) {
		a := j.Advice[i]
		if at, ok := index[a.Step]; ok && a.Step != "" {
			v.steps[at].advice = append(v.steps[at].advice, adviceView{number + 1, a, ev.AdviceOf(a.ID)})
		}
	}
	for _, a := range j.Arenas {
		for _, b := range a.Bottlenecks {
			if at, ok := index[b.Step]; ok {
				v.steps[at].arena = append(v.steps[at].arena, b)
			}
		}
	}
	for i := range v.steps {
		v.steps[i].flows, v.steps[i].exits = flows(v.steps, i, index)
		v.heard = max(v.heard, v.steps[i].n)
		for _, s := range v.steps[i].signals {
			v.heardTop = max(v.heardTop, s.N)
		}
	}
	v.all = v.steps
	return v
}

func newStep(s *journeys.Step, ev *evidence.Evidence) stepView {
	found := ev.Step(s.ID)
	st := stepView{Step: s, n: found.N, emotion: found.Emotion, signals: ev.SignalsOf(s.ID)}
	st.counted = len(s.Selectors) > 0 && len(st.signals) > 0
	if s.Emotion != nil {
		st.emotion = evidence.Emotion{Kind: evidence.Typed, Value: *s.Emotion}
	}
	if !known(st.emotion) {
		st.emotion = evidence.Emotion{Kind: evidence.None}
	}
	for _, lt := range ev.LeadTimes {
		if lt.Step == s.ID && s.ID != "" {
			st.leads = append(st.leads, lt)
		}
	}
	return st
}

// known says whether an emotion has a value that can be drawn; it is bounded to the scale.
func known(e evidence.Emotion) bool {
	return (e.Kind == evidence.Typed || e.Kind == evidence.Derived) && !math.IsNaN(e.Value)
}

// flows reads where customers go after step i: the next step when nothing is said. What stated
// shares leave over goes on to the next step as well, because customers do not vanish.
func flows(steps []stepView, i int, index map[string]int) (on []flowView, exits []journeys.Flow) {
	rest, stated, next := 1.0, true, false
	for _, f := range steps[i].Next {
		share := -1.0
		if f.Share != nil {
			share = math.Max(0, math.Min(1, *f.Share))
			rest -= share
		} else {
			stated = false
		}
		if f.To == "" {
			exits = append(exits, f)
			continue
		}
		to, ok := index[f.To]
		if !ok {
			continue
		}
		next = next || to == i+1
		on = append(on, flowView{to: to, share: share, stated: share >= 0, when: f.When})
	}
	switch {
	case i+1 >= len(steps) || next:
	case len(steps[i].Next) == 0: // everybody goes on
		on = append(on, flowView{to: i + 1, share: 1, implied: true})
	case len(on) == 0 && !stated:
		on = append(on, flowView{to: i + 1, share: -1, implied: true})
	case stated && rest > 0.005:
		on = append(on, flowView{to: i + 1, share: rest, implied: true})
	}
	return on, exits
}

// cut keeps the steps [from, to) only.
func (v *view) cut(from, to int) {
	v.first, v.steps = from, v.all[from:to]
	var phases []phaseView
	for _, p := range v.phases {
		p.from, p.to = max(p.from, from)-from, min(p.to, to)-from
		if p.from < p.to {
			phases = append(phases, p)
		}
	}
	v.phases = phases
}

// count writes the size of a group; small groups stay hidden.
func (v *view) count(n int) string { return v.lang.Count(n, evidence.MinGroup) }

// total is the number of records that count at some step, each once.
func (v *view) total() int {
	n := 0
	for _, s := range v.ev.Sources {
		n += max(0, s.InUse()-s.Unclaimed)
	}
	return n
}

// apart keeps a text that runs from right to left from pulling the numbers behind it along.
func apart(s string) string {
	for _, r := range s {
		if r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC {
			return s + "\u200e"
		}
	}
	return s
}

// clean drops what steers text without being seen, so that no name can turn the direction of
// the numbers next to it.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200F, r == 0x200B, r == 0xFEFF, r == 0x00AD:
			return -1
		case r < 0x20, r >= 0x7F && r <= 0x9F:
			return ' '
		}
		return r
	}, s)
}
