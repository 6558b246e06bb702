package render

import (
	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// lowest finds the step that feels worst, if any feels bad at all. What was measured goes before
// what was typed: first the step that the map flags. An owner reads first of the steps that the
// advice for this owner is about.
func (c *composer) lowest() *journeys.Step {
	steps := c.j.Steps()
	var advised []*journeys.Step
	if c.only != nil {
		for _, s := range steps {
			if len(c.adviceAt(s.ID)) > 0 {
				advised = append(advised, s)
			}
		}
	}
	for _, find := range []func() *journeys.Step{
		func() *journeys.Step { return c.worst(advised, evidence.Derived) },
		func() *journeys.Step { return c.ev.Hardest(steps) },
		func() *journeys.Step { return c.worst(steps, evidence.Derived) },
		func() *journeys.Step { return c.worst(advised, evidence.Typed) },
		func() *journeys.Step { return c.worst(steps, evidence.Typed) },
	} {
		if s := find(); s != nil {
			return s
		}
	}
	return nil
}

// worst is the first step with the lowest feeling of one kind, nil where none is below zero.
func (c *composer) worst(steps []*journeys.Step, kind evidence.EmotionKind) *journeys.Step {
	var found *journeys.Step
	value := 0.0
	for _, s := range steps {
		if e := c.ev.Step(s.ID).Emotion; e.Kind == kind && e.Value < value {
			found, value = s, e.Value
		}
	}
	return found
}

// hurts is the title above the step that lowest gave. What nobody measured says so, and a step that
// is only the worst of those that an owner gets advice about is not called the worst of all.
func (c *composer) hurts(s *journeys.Step) string {
	if c.ev.Step(s.ID).Emotion.Kind == evidence.Typed {
		return c.story.SaysTeam(c.story.HurtsMost)
	}
	if worst := c.ev.Hardest(c.j.Steps()); c.only != nil && worst != nil && worst != s {
		return c.story.HurtsYours()
	}
	return c.story.HurtsMost
}

// briefFeeling and briefClaim are feeling and claim for a page that is read at a glance: their margins
// stand with the moment itself.
func (c *composer) briefFeeling(s *journeys.Step) Claim {
	claim := c.feeling(s)
	if e := c.ev.Step(s.ID).Emotion; e.Kind == evidence.Derived {
		claim.Basis = c.w.BriefFeeling(e.N, c.lang.Number(e.Mark(), 1)) + c.w.ChosenScores(c.lang.Count(e.Chosen, evidence.MinGroup), e.Chosen)
	}
	return claim
}

func (c *composer) briefClaim(s evidence.Signal) Claim {
	claim := c.claim(s)
	claim.Basis = c.w.BriefBasis(c.rates().count(s.N, s.Sources), s.Sources, c.ev.Period)
	return claim
}
