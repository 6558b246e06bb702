package render

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// summary is the slide to decide on. What goes well comes first.
func (c *composer) summary() []Section {
	s := Section{ID: "in-een-oogopslag", Title: c.w.AtAGlance, Kind: Summary, Where: DeckOnly}
	s.Blocks = append(s.Blocks, c.saysTeam()...)
	if step := c.lowest(); step != nil {
		s.Blocks = append(s.Blocks, Heading{c.hurts(step)}, c.feeling(step))
		if quotes := c.quotes(step); len(quotes) > 0 {
			s.Blocks = append(s.Blocks, quotes[0])
		}
	}
	s.Blocks = append(s.Blocks, Heading{c.w.HeardMost})
	if top := shown(c.ev); len(top) > 0 {
		s.Blocks = append(s.Blocks, c.claim(top[0]))
	} else {
		s.Blocks = append(s.Blocks, Callout{Text: c.w.NoSignals, Tone: Attention})
	}
	if open := c.openAdvice(); len(open) > 0 {
		s.Blocks = append(s.Blocks, Heading{c.w.WeAsk}, List{Items: open[:min(len(open), 3)]})
	} else if len(c.j.Advice) == 0 {
		s.Blocks = append(s.Blocks, Heading{c.w.WeAsk}, Callout{Text: c.w.NoAdvice, Tone: Attention})
	}
	if better := c.better(); len(better) > 0 {
		s.Blocks = append(s.Blocks, Heading{c.w.AlreadyBetter}, List{Items: better, Tone: Positive})
	}
	return []Section{s}
}

// valued takes what goes well from the whole journey, one of each step before a second one.
func (c *composer) valued(most int) []string {
	var all []string
	for round := 0; len(all) < most; round++ {
		before := len(all)
		for _, s := range c.j.Steps() {
			if round < len(s.GoesWell) && len(all) < most {
				all = append(all, s.GoesWell[round])
			}
		}
		if len(all) == before {
			break
		}
	}
	return all
}

// feeling is the emotion of a step with its basis, as a claim that says whether it was measured.
func (c *composer) feeling(s *journeys.Step) Claim {
	e := c.ev.Step(s.ID).Emotion
	claim := Claim{Text: s.Title, Value: c.lang.Signed(e.Value, 1), Typed: e.Kind == evidence.Typed, Tone: feelingTone(e.Value)}
	claim.Scale = &Scale{From: -2, To: 2, Value: e.Value, Low: e.Value, High: e.Value}
	if e.Kind == evidence.Derived {
		claim.Scale.Low, claim.Scale.High = e.Low, e.High
	}
	if e.Kind == evidence.Typed {
		claim.Basis = c.w.FeelingTyped() + " · " + c.w.FeelingScale()
	} else {
		claim.Basis = c.w.FeelingDerived(e.N, c.lang.Number(e.Mark(), 1), c.lang.Signed(e.Low, 2), c.lang.Signed(e.High, 2)) + " · " + c.w.FeelingScale() + c.w.ChosenScores(c.lang.Count(e.Chosen, evidence.MinGroup), e.Chosen)
	}
	return claim
}

func feelingTone(v float64) Tone {
	switch {
	case v <= -0.5:
		return Negative
	case v >= 0.5:
		return Positive
	}
	return Neutral
}

// claim is a signal with its count and all that stands behind it.
func (c *composer) claim(s evidence.Signal) Claim {
	return Claim{Text: s.Title, Value: c.lang.Count(s.N, evidence.MinGroup) + "×", // a number alone could be anything
		Basis: c.w.Basis(strings.Join(s.Sources, ", "), c.rates().count(s.N, s.Sources), c.lang.Period(c.ev.Period), c.rates().basis(s))}
}

func (c *composer) openAdvice() []string {
	var open []string
	for _, n := range c.asked() {
		open = append(open, c.named(n))
	}
	return open
}

// better lists the realised advice after which its signal fell. What is done but not measured, or
// made no difference, is told on its card. A decrease that something else could explain comes last, and says so.
func (c *composer) better() []string {
	var measured, doubtful []string
	for _, n := range c.numbered() {
		a := n.Advice
		if !a.Closed() || a.Since.IsZero() {
			continue
		}
		if e := c.ev.AdviceOf(a.ID).Effect; e.Measured && e.Verdict == evidence.Decrease {
			text := a.Title + " (" + c.w.Since(a.Since) + "). " + c.w.Effect(e)
			if e.Explained() != "" {
				doubtful = append(doubtful, text+c.w.Doubtful())
			} else {
				measured = append(measured, text)
			}
		}
	}
	measured = append(measured, doubtful...)
	return measured[:min(len(measured), 2)]
}
