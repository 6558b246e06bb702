package render

import "slices"

// toDecide tells whether there is something to decide on among advice for one place. An owner's own report
// tells all that is not done in full, and so does one in which everything is decided on.
func (c *composer) toDecide(advice []numbered) bool {
	return slices.ContainsFunc(advice, func(n numbered) bool { return n.asked() || !n.Closed() && !c.partlyDecided() })
}

// partlyDecided tells whether some of the advice of a report for all is to be decided on still.
func (c *composer) partlyDecided() bool {
	return c.only == nil && slices.ContainsFunc(c.numbered(), numbered.asked)
}

// decided is for paper: the advice that was taken over or refused, and is told in no moment. What was carried
// out has a section of its own.
func (c *composer) decided() []Section {
	s := Section{ID: "al-besloten", Title: c.story.Decided(), Kind: EvidenceSection, Where: PaperOnly, Blocks: []Block{Prose{c.story.DecidedIntro()}}}
	lowest := c.lowest()
	for _, n := range c.numbered() {
		at := c.adviceAt("")
		step := c.j.Step(n.Step)
		if step != nil {
			at = c.adviceAt(n.Step)
		}
		if !n.Closed() && !c.toDecide(at) && (step == nil || step != lowest) {
			s.Blocks = append(s.Blocks, c.card(n.number, n.Advice))
		}
	}
	if len(s.Blocks) == 1 {
		return nil
	}
	return []Section{s}
}
