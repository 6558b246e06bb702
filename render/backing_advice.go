package render

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// leadTimes are those of a step; nil: those of no step.
func (b *backer) leadTimes(s *journeys.Step) []Backing {
	var all []Backing
	for _, l := range b.ev.LeadTimes {
		if b.belongs(l.Step, s) {
			all = append(all, b.leadTimeOf(s, l))
		}
	}
	return all
}

// belongs tells whether what names a step belongs to s; without a step, whether it belongs nowhere.
func (b *backer) belongs(step string, s *journeys.Step) bool {
	if s == nil {
		return b.j.Step(step) == nil
	}
	return s.ID == step
}

func (b *backer) leadTimeOf(s *journeys.Step, l evidence.LeadTime) Backing {
	out := Backing{ID: BackingID(BackingLeadTime, l.ID), Kind: b.b.LeadTime, Title: l.Title}
	if s != nil {
		out.StepID, out.Step = s.ID, s.Title
	}
	source := Fact{Label: b.b.Source, Value: b.sources([]string{l.Source})}
	switch {
	case l.Missing != "" || l.N == 0:
		out.Value = b.lang.Map().NotMeasured
		out.Facts = []Fact{source}
	case l.N < evidence.MinGroup:
		out.Value, out.Note = b.b.FewCases, b.b.SmallGroup
		out.Facts = []Fact{source, b.period()}
	default:
		origin := b.b.Measured
		if b.source(l.Source).Typed {
			origin = b.b.MeasuredTyped
		}
		spread := l.Spread
		out.Value = b.b.HalfWithin(b.w.PromiseText(int(spread.P50.Value), l.Working))
		if !spread.P50.Known {
			out.Value = b.w.ShortSpread(spread, l.Working)
		}
		nine := b.w.NotReached(spread, l.Working)
		if spread.P90.Known {
			nine = b.w.PromiseText(int(spread.P90.Value), l.Working)
		}
		out.Facts = []Fact{
			{Label: b.b.Origin, Value: origin},
			source,
			{Label: b.b.Cases, Value: b.lang.Int(l.N)},
			b.period(),
			{Label: b.b.NineOfTen, Value: nine},
		}
		if l.Working {
			out.Note = sentence(b.w.WorkingDaysAre())
		}
		if l.Open > 0 {
			out.Facts = append(out.Facts, Fact{Label: b.b.Open, Value: b.count(l.Open), Note: b.w.OpenCases(l.Open, l.Followed)})
		}
	}
	if l.Promised {
		out.Facts = append(out.Facts, Fact{Label: b.b.Promise, Value: b.w.PromiseText(l.Promise, l.Working)})
	}
	if l.N < evidence.MinGroup {
		return out
	}
	if l.Spread.Within.Known {
		out.Facts = append(out.Facts, Fact{Label: b.b.Kept, Value: b.lang.Percent(l.Spread.Within.Value), Note: b.w.ShareRange(l.Spread.Within)})
	}
	if text := b.late(l); text != "" {
		out.Facts = append(out.Facts, Fact{Label: b.w.NowLate(), Value: text})
	}
	if l.Slowest.N >= evidence.MinGroup {
		out.Facts = append(out.Facts, Fact{Label: b.w.SlowestTitle(), Value: b.slow(l)})
	}
	return out
}

// advised is the advice for a step, in the order of its numbers; nil: the advice for no step.
func (b *backer) advised(s *journeys.Step) []Backing {
	var all []Backing
	for number, i := range AdviceOrder(b.j) {
		if a := b.j.Advice[i]; b.belongs(a.Step, s) {
			all = append(all, b.adviceOf(s, b.card(number+1, a)))
		}
	}
	return all
}

// adviceOf tells of an advice what its card in the report tells.
func (b *backer) adviceOf(s *journeys.Step, card AdviceCard) Backing {
	w := b.lang.Deck()
	out := Backing{
		ID: BackingID(BackingAdvice, card.ID), Kind: b.b.Advice, Title: card.Title,
		Value: b.b.AdviceNumber(card.Number), Typed: card.Assumption,
	}
	origin := b.b.FromEvidence
	if card.Assumption {
		origin, out.Note = b.w.Assumption, b.w.BecauseNone()
		card.Basis = ""
	}
	for _, f := range []Fact{
		{Label: b.b.Origin, Value: origin},
		{Label: w.Basis, Value: card.Basis},
		{Label: b.b.Period, Value: b.basisPeriod(card)},
		{Label: w.Expected, Value: card.Expected},
		{Label: w.Effect, Value: card.Effect},
		{Label: w.EffectBasis, Value: card.EffectBasis},
		{Label: w.Gain + ", " + strings.ToLower(w.Effort), Value: couple(card.Gain, card.Effort)},
		{Label: w.Owner, Value: card.Owner},
		{Label: w.Status, Value: card.Status},
		{Label: w.Reason, Value: card.Reason},
		{Label: w.Feedback, Value: card.Feedback},
	} {
		if f.Value != "" {
			out.Facts = append(out.Facts, f)
		}
	}
	if s != nil {
		out.StepID, out.Step, out.Quotes = s.ID, s.Title, b.quotes(s)
	}
	return out
}

// basisPeriod is the period of the evidence that an advice rests on.
func (b *backer) basisPeriod(card AdviceCard) string {
	if card.Assumption {
		return ""
	}
	return b.period().Value
}

// couple joins two sizes; nothing when one is not given.
func couple(a, c string) string {
	if a == "" || c == "" {
		return ""
	}
	return a + ", " + c
}
