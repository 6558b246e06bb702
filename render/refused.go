package render

// allRefused tells whether all of the shown advice was answered with no.
func (c *composer) allRefused() bool {
	all := c.numbered()
	for _, n := range all {
		if n.Status != "niet-overgenomen" {
			return false
		}
	}
	return len(all) > 0
}

// notTakenOver is all that an owner gets who answered no: what was advised and why not, thanks, what
// customers value, and room to write. There is nothing to decide, so the journey stays in the whole report.
func (c *composer) notTakenOver() []Section {
	s := Section{ID: "niet-overgenomen", Title: c.story.WeAdvised(), Kind: EvidenceSection, Where: PaperOnly}
	all := c.numbered()
	s.Blocks = append(s.Blocks, Prose{c.story.NothingAsked(len(all))})
	for _, n := range all {
		s.Blocks = append(s.Blocks, c.card(n.number, n.Advice))
	}
	if valued := c.valuedClaims(); len(valued) > 0 {
		s.Blocks = append(s.Blocks, Heading{c.story.Valued})
		for _, claim := range valued {
			s.Blocks = append(s.Blocks, claim)
		}
	}
	s.Blocks = append(s.Blocks, c.others(all)...)
	s.Blocks = append(s.Blocks, Prose{c.story.ShortBasis(c.sourceList(), c.lang.Period(c.ev.Period))}, WriteOn{Prompt: c.story.Thoughts, Lines: 4})
	return []Section{s}
}
