package render

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

func (c *composer) advice() []Section {
	s := Section{ID: "advies", Title: c.w.Advice, Kind: AdviceSection}
	if len(c.j.Advice) == 0 {
		s.Blocks = []Block{Callout{Text: c.w.NoAdvice, Tone: Attention}}
		return []Section{s}
	}
	s.Blocks = append(s.Blocks, Prose{c.w.AdviceIntro})
	matrix := Matrix{Title: c.w.GainEffort, Alt: c.w.MatrixAlt, GainLabel: c.w.Gain, EffortLabel: c.w.Effort, Levels: c.w.Sizes}
	var cards []Block
	for number, i := range AdviceOrder(c.j) {
		a := c.j.Advice[i]
		cards = append(cards, c.card(number+1, a))
		if gain, effort := size(a.Gain), size(a.Effort); gain >= 0 && effort >= 0 {
			matrix.Cells = append(matrix.Cells, MatrixCell{Number: number + 1, Gain: gain, Effort: effort, Title: a.Title})
		}
	}
	if len(matrix.Cells) > 1 {
		s.Blocks = append(s.Blocks, matrix)
	}
	s.Blocks = append(s.Blocks, cards...)
	return []Section{s}
}

func (c *composer) card(number int, a journeys.Advice) AdviceCard {
	ev := c.ev.AdviceOf(a.ID)
	card := AdviceCard{
		ID: a.ID, Number: number, Title: a.Title, Step: stepTitle(c.j, a.Step), Assumption: !ev.Evidence,
		Owner: a.Owner, Status: c.w.Statuses[a.Status], Done: a.Closed(), Expected: a.Expected, Reason: a.Reason,
		Feedback: c.w.Told(a.ReportedToKCC, a.ReportedToResidents),
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
		card.Effect = c.effect(e)
		if sig, ok := c.ev.Signal(e.Signal); ok {
			card.Effect += " " + c.w.BeforeAfter(sig.Title, e.Before, e.BeforeDays, e.After, e.AfterDays) + "."
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
	if r.N >= evidence.MinGroup {
		n = "= " + n
	}
	n = "n " + n + " " + c.w.Reasons[r.Kind]
	if len(r.Sources) > 0 {
		n = c.w.From(n, r.Sources)
	}
	return n
}

// talk makes a question of the pain points, those with most signals behind them first.
func (c *composer) talk() []Section {
	var items []string
	steps := c.j.Steps()
	used := make([]bool, len(steps))
	for len(items) < 5 {
		best := -1
		for i, s := range steps {
			if !used[i] && len(s.PainPoints) > 0 && (best < 0 || c.ev.Step(s.ID).N > c.ev.Step(steps[best].ID).N) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		used[best] = true
		items = append(items, c.w.Ask(steps[best].Title, sentence(steps[best].PainPoints[0])))
	}
	if len(items) == 0 {
		return nil
	}
	return []Section{{ID: "gesprek", Title: c.w.Talk, Blocks: []Block{Prose{c.w.TalkIntro}, List{Items: items}}}}
}

// sentence ends a text with a full stop unless it ends one itself.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

func (c *composer) appendix() []Section {
	s := Section{ID: "bronnen", Title: c.w.Sources, Kind: Appendix, Where: PaperOnly}
	if len(c.ev.Sources) > 0 {
		s.Blocks = append(s.Blocks, Prose{c.w.SourcesIntro}, c.sourceTable())
	} else {
		s.Blocks = append(s.Blocks, Callout{Text: c.w.NoSignals, Tone: Attention})
	}
	s.Blocks = append(s.Blocks, Heading{c.w.Method}, List{Items: c.w.MethodText}, Heading{c.w.Tables}, c.stepTable())
	if len(c.ev.Signals) > 0 {
		s.Blocks = append(s.Blocks, c.signalTable())
	}
	return []Section{s}
}

func (c *composer) sourceTable() Table {
	w := c.w
	t := Table{Caption: w.Sources, Columns: []Column{{Title: w.ColSource}, {Title: w.ColKind}, {Title: w.ColRead, Number: true}, {Title: w.ColUnreadable, Number: true},
		{Title: w.ColOutside, Number: true}, {Title: w.ColSecret, Number: true}, {Title: w.ColUnclaimed, Number: true}, {Title: w.ColDenominator, Number: true}}}
	for _, s := range c.ev.Sources {
		if s.Missing {
			t.Rows = append(t.Rows, []string{s.Name, s.Kind, w.NotRead, "", "", "", "", ""})
			continue
		}
		kind := s.Kind
		if s.Typed {
			kind += ", " + w.TypedList
		}
		denominator := w.Unknown
		if s.Denominator.Known {
			denominator = w.Denominator(s.Denominator, s.Exposure)
		}
		unclaimed := c.lang.Count(s.Unclaimed, evidence.MinGroup)
		if s.Aside {
			unclaimed = "–"
		}
		t.Rows = append(t.Rows, []string{s.Name, kind, c.lang.Int(s.Read), c.lang.Int(s.Unreadable), c.lang.Int(s.OutsidePeriod), c.lang.Count(s.Confidential, evidence.MinGroup), unclaimed, denominator})
	}
	return t
}

func (c *composer) signalTable() Table {
	w := c.w
	t := Table{Caption: w.Heard, Columns: []Column{{Title: w.ColStep}, {Title: w.ColSignal}, {Title: w.ColSource}, {Title: w.ColN, Number: true}, {Title: w.ColPer1000, Number: true}}}
	for _, s := range c.ev.Signals {
		rate := w.Unknown
		if r := s.Rate(); r.Known && (s.N == 0 || s.N >= evidence.MinGroup) {
			rate = c.w.RateCell(r)
		}
		t.Rows = append(t.Rows, []string{stepTitle(c.j, s.Step), s.Title, strings.Join(s.Sources, ", "), c.lang.Count(s.N, evidence.MinGroup), rate})
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
