package render

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

func (c *composer) advice() []Section {
	s := Section{ID: "advies", Title: c.w.Advice, Kind: AdviceSection, Where: DeckOnly}
	if len(c.j.Advice) == 0 {
		s.Blocks = []Block{Callout{Text: c.w.NoAdvice, Tone: Attention}}
		return []Section{s}
	}
	s.Blocks = append(s.Blocks, Prose{c.w.AdviceIntro})
	m := c.matrix()
	for _, n := range c.numbered() {
		if n.place() == nil {
			m.Loose = append(m.Loose, MatrixCell{Number: n.number, Title: n.Title, ID: n.ID})
		}
	}
	if len(m.Cells)+len(m.Loose) > 1 {
		s.Blocks = append(s.Blocks, m)
	}
	for _, n := range c.numbered() {
		if !n.Closed() { // what is done ends the deck
			s.Blocks = append(s.Blocks, c.card(n.number, n.Advice))
		}
	}
	return []Section{s}
}

// matrix places the shown advice whose gain and effort are given.
func (c *composer) matrix() Matrix {
	m := Matrix{Title: c.w.GainEffort, Alt: c.w.MatrixAlt, GainLabel: c.w.Gain, EffortLabel: c.w.Effort, Levels: c.w.Sizes}
	for _, n := range c.numbered() {
		if cell := n.place(); cell != nil {
			m.Cells = append(m.Cells, *cell)
		}
	}
	return m
}

func (c *composer) card(number int, a journeys.Advice) AdviceCard {
	ev := c.ev.AdviceOf(a.ID)
	card := AdviceCard{
		ID: a.ID, Number: number, Title: a.Title, Step: stepTitle(c.j, a.Step), Assumption: !ev.Evidence,
		Owner: a.Owner, Status: c.w.Statuses[a.Status], Done: a.Closed(), Expected: a.Expected, Reason: a.Reason,
		Feedback: c.w.Told(a.ReportedToKCC, a.ReportedToResidents), Measure: c.measure(a), Place: numbered{number, a}.place(),
	}
	if !a.Since.IsZero() {
		card.Status += ", " + c.w.Since(a.Since)
	}
	if gain := size(a.Gain); gain >= 0 {
		card.Gain = c.w.Sizes[gain]
	}
	if effort := size(a.Effort); effort >= 0 {
		card.Effort = c.w.Sizes[effort]
	}
	if ev.Evidence {
		var reasons []string
		for _, r := range ev.Reasons {
			reasons = append(reasons, r.Title+" ("+c.reasonSize(r)+")")
		}
		card.Basis = strings.Join(reasons, "; ")
		if counted := c.w.CountedIn(c.ev.Period); counted != "" && slices.ContainsFunc(ev.Reasons, func(r evidence.Reason) bool { return len(r.Sources) > 0 }) {
			card.Basis += " · " + counted
		}
	} else {
		card.Basis = c.w.BecauseNone()
	}
	if e := ev.Effect; e.Measured {
		card.Effect = c.w.Effect(e)
		if sig, ok := c.ev.Signal(e.Signal); ok {
			card.EffectBasis = words.Remarks(append([]string{c.w.Compared(sig.Title, e)}, c.w.Doubts(e.Doubts)...)...)
		}
	}
	return card
}

// reasonSize tells how much stands behind a reason: n with what was counted.
func (c *composer) reasonSize(r evidence.Reason) string {
	if r.N == 0 {
		return "n " + c.w.Unknown
	}
	n := c.lang.Count(r.N, evidence.MinGroup)
	if r.Of > 0 {
		return c.w.Counted(n, r.Of, r.Sources)
	}
	n = c.reasonCount(r) + " " + c.w.Reasons[r.Kind]
	if len(r.Sources) > 0 && !words.SaidAlready(c.w.Reasons[r.Kind], r.Sources) {
		n = c.w.From(n, r.Sources)
	}
	return n
}

// reasonCount is how much stands behind a reason, without of what it is a part.
func (c *composer) reasonCount(r evidence.Reason) string {
	switch n := c.lang.Count(r.N, evidence.MinGroup); {
	case r.N == 0:
		return "n " + c.w.Unknown
	case r.N < evidence.MinGroup:
		return "n " + n // "< 5"
	default:
		return "n = " + n
	}
}

// sentence ends a text with a full stop unless it ends one itself.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

func (c *composer) sourceTable() Table {
	w := c.w
	t := Table{Caption: w.Sources, Columns: []Column{{Title: w.ColSource}, {Title: w.ColKind}, {Title: c.lang.Grades().Title}, {Title: w.ColRead, Number: true}, {Title: w.ColUnreadable, Number: true},
		{Title: w.ColOutside, Number: true}, {Title: w.ColSecret, Number: true}, {Title: w.ColUnclaimed, Number: true}, {Title: w.ColDenominator, Number: true}}}
	for _, s := range c.ev.Sources {
		if s.Missing {
			t.Rows = append(t.Rows, []string{s.Name, c.lang.ChannelWord(s.Kind), w.NotRead, "", "", "", "", ""})
			continue
		}
		kind := c.lang.ChannelWord(s.Kind)
		if s.Typed {
			kind += ", " + w.TypedList
		}
		if s.Empty() {
			kind += ", " + c.lang.NothingIn(s.Read)
		}
		denominator := w.Denominator(s.Denominator, s.Exposure)
		unclaimed := c.lang.Count(s.Unclaimed, evidence.MinGroup)
		if s.Aside {
			unclaimed = "–"
		}
		t.Rows = append(t.Rows, []string{s.Name, kind, c.gradeCell(s), c.lang.Int(s.Read), c.lang.Int(s.Unreadable), c.lang.Int(s.OutsidePeriod), c.lang.Count(s.Confidential, evidence.MinGroup), unclaimed, denominator})
	}
	return t
}

func (c *composer) signalTable() Table {
	w := c.w
	t := Table{Caption: w.Heard, Columns: []Column{{Title: w.ColStep}, {Title: w.ColSignal}, {Title: w.ColSource}, {Title: w.ColN, Number: true}, {Title: w.ColPer1000, Number: true}}}
	for _, s := range c.ev.Signals {
		t.Rows = append(t.Rows, []string{stepTitle(c.j, s.Step), s.Title, strings.Join(s.Sources, ", "), c.lang.Count(s.N, evidence.MinGroup), rateCell(c.j, s, w)})
	}
	return t
}

func (c *composer) stepTable() Table {
	w := c.w
	t := Table{Caption: w.Journey, Columns: []Column{{Title: w.ColPhase}, {Title: w.ColStep}, {Title: w.ColEmotion, Number: true}, {Title: w.ColOrigin}, {Title: "n", Number: true}}}
	for _, p := range c.j.Phases {
		for _, s := range p.Steps {
			e := c.ev.Step(s.ID).Emotion
			row := []string{p.Title, s.Title, "–", w.Origins[string(e.Kind)], "–"}
			if e.Kind != evidence.None {
				row[2] = c.lang.Signed(e.Value, 1)
			}
			if e.Kind == evidence.Derived {
				row[4] = c.lang.Int(e.N)
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
