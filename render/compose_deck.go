package render

import (
	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// mostTalked is the number of bottlenecks that a talk has time for.
const mostTalked = 5

// way is for the deck: the journey step by step, each with its evidence and its customer's voice.
func (c *composer) way() []Section {
	w := c.lang.InRoom()
	way := Way{ID: "reis", Title: w.Way, Scale: w.Scale, Key: c.lang.ByTeam().KeyLoose}
	notes := ""
	for p := range c.j.Phases {
		phase := &c.j.Phases[p]
		for k := range phase.Steps {
			step := &phase.Steps[k]
			way.Stops = append(way.Stops, c.stop(step, phase.Title))
			if step.Notes != "" {
				notes += step.Title + ": " + step.Notes + "\n"
			}
		}
	}
	if len(way.Stops) == 0 {
		return nil
	}
	for _, s := range []*journeys.Step{c.best(), c.lowest()} {
		if s == nil {
			continue
		}
		claim := c.briefFeeling(s)
		if claim.Tone == Positive {
			claim.Text = c.story.BestMoment + ": " + claim.Text
		} else {
			claim.Text = c.hurts(s) + ": " + claim.Text
		}
		way.Whole = append(way.Whole, claim)
	}
	way.Alt = w.WayAlt(len(way.Stops), len(c.j.Phases))
	return []Section{{ID: "de-reis", Title: w.Way, Kind: WaySection, Where: DeckOnly, Notes: notes, Blocks: []Block{way}}}
}

func (c *composer) stop(s *journeys.Step, phase string) Stop {
	out := Stop{Title: s.Title, Phase: phase, Does: s.Does}
	if e := c.ev.Step(s.ID).Emotion; e.Kind != evidence.None {
		out.Value, out.Known, out.Typed = e.Value, true, e.Kind == evidence.Typed
		claim := c.briefFeeling(s)
		claim.Text = c.w.Feels
		out.Claims = append(out.Claims, claim)
	}
	if heard := c.heardAt(s); heard != nil {
		out.Claims = append(out.Claims, *heard)
	}
	if quotes := c.quotes(s); len(quotes) > 0 {
		out.Voice = &quotes[0]
	}
	return out
}

// heardAt is the signal that is heard most at a step; nil when none may be shown.
func (c *composer) heardAt(s *journeys.Step) *Claim {
	for _, sig := range shown(c.ev) {
		if sig.Step == s.ID {
			claim := c.briefClaim(sig)
			return &claim
		}
	}
	return nil
}

// best is the moment that feels best by what was measured; nil when none feels good beyond doubt.
func (c *composer) best() *journeys.Step {
	var best *journeys.Step
	value := 0.5
	for _, s := range c.j.Steps() {
		if e := c.ev.Step(s.ID).Emotion; e.Kind == evidence.Derived && e.Pleases() && e.Value >= value {
			best, value = s, e.Value
		}
	}
	return best
}

// talkInRoom asks the department one question per bottleneck, each on a slide of its own with what
// customers say there.
func (c *composer) talkInRoom() []Section {
	var all []Section
	for i, s := range c.bottlenecks(mostTalked) {
		section := Section{ID: "gesprek", Title: c.w.Talk, Where: DeckOnly, Notes: s.Notes,
			Blocks: []Block{Heading{c.w.Asking(i, s.Title, s.PainPoints[0])}}}
		if i == 0 {
			section.Blocks = append(section.Blocks, Prose{c.w.TalkIntro})
		} else {
			section.ID += "-" + c.lang.Int(i+1)
		}
		if heard := c.heardAt(s); heard != nil {
			section.Blocks = append(section.Blocks, *heard)
		}
		if quotes := c.quotes(s); len(quotes) > 0 {
			section.Blocks = append(section.Blocks, quotes[0])
		}
		all = append(all, section)
	}
	return all
}

// effects end the story of the deck: what was carried out, and what could be measured of it.
func (c *composer) effects() []Section {
	s := Section{ID: "gemeten", Title: c.story.Done, Kind: EvidenceSection, Where: DeckOnly}
	for _, n := range c.numbered() {
		if n.Closed() {
			s.Blocks = append(s.Blocks, c.card(n.number, n.Advice))
		}
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	s.Blocks = append([]Block{Prose{c.story.DoneIntro}}, s.Blocks...)
	return []Section{s}
}
