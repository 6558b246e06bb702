package render

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// hear is for paper: what is heard most in the whole journey, and what no step claims yet.
func (c *composer) hear() []Section {
	s := Section{ID: "horen", Title: c.story.Hear, Kind: EvidenceSection, Where: PaperOnly}
	s.Blocks = append(s.Blocks, c.chart("grafiek-signalen")...)
	if text := c.w.Unclaimed(c.ev); text != "" {
		s.Blocks = append(s.Blocks, Callout{Title: c.w.NowhereYet, Text: text, Tone: Attention})
	}
	s.Blocks = append(s.Blocks, c.leadTimes()...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return []Section{s}
}

// chart gives a chart by its id or the start of it, where it was drawn.
func (c *composer) chart(id string) []Block {
	var found []Block
	for _, f := range c.pictures.Charts {
		if (f.ID == id || strings.HasSuffix(id, "-") && strings.HasPrefix(f.ID, id)) && len(f.Drawing.Items) > 0 {
			found = append(found, f)
		}
	}
	return found
}

// moments are for paper: each step with advice to decide on as one whole, from what happens to what we
// advise. The other steps stand together in the appendix, or here where there is nothing else.
func (c *composer) moments() []Section {
	all, others := c.advisedAndOthers()
	if len(all) == 0 && len(others.Rows) > 0 {
		all = append(all, Section{ID: "momenten", Title: c.w.Moments, Kind: EvidenceSection, Where: PaperOnly, Blocks: []Block{others}})
	}
	return all
}

// otherMoments are the steps that no moment tells, for the appendix.
func (c *composer) otherMoments() []Block {
	advised, others := c.advisedAndOthers()
	if len(advised) == 0 || len(others.Rows) == 0 {
		return nil
	}
	return []Block{Heading{c.story.Others}, Prose{c.story.OthersIntro}, others}
}

// advisedAndOthers parts the steps. A step whose advice is all decided on or carried out is among the others,
// unless it still hurts most.
func (c *composer) advisedAndOthers() (all []Section, others Table) {
	others = Table{Columns: []Column{{Title: c.w.ColStep}, {Title: c.lang.ByTeam().Sees}, {Title: c.story.ColFeeling, Number: true}, {Title: c.story.ColSignals, Number: true}}}
	number, lowest := 0, c.lowest()
	for p := range c.j.Phases {
		phase := &c.j.Phases[p]
		for k := range phase.Steps {
			step := &phase.Steps[k]
			number++
			advice := c.adviceAt(step.ID)
			if !c.toDecide(advice) && (step != lowest || len(advice) == 0) {
				others.Rows = append(others.Rows, c.otherRow(number, step))
				continue
			}
			all = append(all, Section{
				ID: "stap-" + step.ID, Title: step.Title, Kind: MomentSection, Where: PaperOnly, Phase: p + 1,
				Over: c.story.Over(number, phase.Title), Blocks: c.moment(step, advice),
			})
		}
	}
	if advice := c.adviceAt(""); c.toDecide(advice) {
		all = append(all, Section{ID: "hele-reis", Title: c.story.WholeJourney, Kind: MomentSection, Where: PaperOnly, Over: c.story.WholeJourneyOver, Blocks: c.cards(advice)})
	}
	return all, others
}

// otherRow tells a step that no shown advice is about.
func (c *composer) otherRow(number int, s *journeys.Step) []string {
	var seen []string
	if len(s.GoesWell) > 0 {
		seen = append(seen, c.story.GoesWell(strings.Join(s.GoesWell, "; ")))
	}
	if len(s.PainPoints) > 0 {
		seen = append(seen, c.story.Chafes(strings.Join(s.PainPoints, "; ")))
	}
	if len(seen) == 0 && s.Does != "" {
		seen = append(seen, sentence(s.Does))
	}
	e := c.ev.Step(s.ID)
	feeling := "–"
	switch e.Emotion.Kind {
	case evidence.Typed:
		feeling = c.lang.Signed(e.Emotion.Value, 1) + " (" + c.w.Typed + ")"
	case evidence.Derived:
		feeling = c.lang.Signed(e.Emotion.Value, 1)
	}
	signals := "–" // nothing was looked for
	if len(s.Selectors) > 0 {
		signals = c.lang.Count(e.N, evidence.MinGroup)
	}
	return []string{c.lang.Int(number) + "  " + s.Title, strings.Join(seen, " "), feeling, signals}
}

// moment tells one step: what happens, how we know, in customers' words, what they wish, what we
// advise.
func (c *composer) moment(s *journeys.Step, advice []numbered) []Block {
	var blocks []Block
	var facts []Fact
	for _, f := range []Fact{
		{Label: c.story.Does, Value: s.Does}, {Label: c.story.Thinks, Value: s.Thinks},
		{Label: c.story.Backs, Value: strings.Join(s.Backstage, "; ")}, {Label: c.story.HumanContact, Value: s.HumanContact},
	} {
		if f.Value != "" {
			facts = append(facts, f)
		}
	}
	if len(facts) > 0 {
		blocks = append(blocks, Facts{facts})
	}
	if len(s.GoesWell) > 0 {
		blocks = append(blocks, List{Items: s.GoesWell, Tone: Positive, Over: c.lang.ByTeam().Said(c.lang.Map().GoesWell.Name)})
	}
	if len(s.PainPoints) > 0 {
		blocks = append(blocks, List{Items: s.PainPoints, Tone: Negative, Over: c.lang.ByTeam().Said(c.lang.Map().PainPoints.Name)})
	}
	blocks = append(append(blocks, Heading{c.story.Evidence}), c.proof(s)...)
	for _, q := range c.quotes(s) {
		blocks = append(blocks, q)
	}
	if wishes := c.wishes(s); len(wishes) > 0 {
		blocks = append(blocks, Facts{[]Fact{{Label: c.story.Wishes, Value: strings.Join(wishes, "; ")}}})
	}
	return append(append(blocks, Heading{c.story.OurAdvice}), c.cards(advice)...)
}

// proof is what stands behind a moment: the feeling, the signals, the lead times.
func (c *composer) proof(s *journeys.Step) []Block {
	var blocks []Block
	if e := c.ev.Step(s.ID).Emotion; e.Kind != evidence.None {
		claim := c.feeling(s)
		claim.Text = c.w.Feels
		blocks = append(blocks, claim)
	}
	heard := c.heard(s)
	if len(heard) == 1 {
		if claim, ok := heard[0].(Claim); ok {
			blocks, heard = append(blocks, claim), nil
		}
	}
	for _, l := range c.ev.LeadTimes {
		if l.Step == s.ID && l.N >= evidence.MinGroup {
			blocks = append(blocks, c.leadTime(l))
		}
	}
	blocks = append(blocks, heard...)
	if len(blocks) == 0 {
		return []Block{Callout{Text: c.story.NothingMeasured(), Tone: Attention}}
	}
	return blocks
}

// heard tells what signals say about a step: one as a claim, several as a table.
func (c *composer) heard(s *journeys.Step) []Block {
	var found []evidence.Signal
	for _, sig := range c.ev.SignalsOf(s.ID) {
		if sig.N > 0 {
			found = append(found, sig)
		}
	}
	switch len(found) {
	case 0:
		return nil
	case 1:
		return []Block{c.claim(found[0])}
	}
	w := c.w
	t := Table{Caption: w.Heard, Columns: []Column{{Title: w.ColSignal}, {Title: w.ColSource}, {Title: "n", Number: true},
		{Title: c.story.ColRange, Number: true}, {Title: c.story.ColOf, Number: true}}}
	if period := c.lang.Period(c.ev.Period); period != "" {
		t.Caption += ", " + period
	}
	for _, sig := range found {
		row := []string{sig.Title, strings.Join(sig.Sources, ", "), c.lang.Count(sig.N, evidence.MinGroup), "–", "–"}
		size := 0.0 // what is too small to be shown has no bar
		if sig.N >= evidence.MinGroup {
			size = float64(sig.N)
		}
		t.Columns[2].Bars = append(t.Columns[2].Bars, size)
		if r := sig.Rate(); r.Known && !gathersMarks(c.j, sig.ID) {
			row[4] = c.lang.Number(sig.Denominator.Value, 0)
			if sig.N >= evidence.MinGroup {
				row[3] = c.w.RateCell(r)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return []Block{t}
}

// wishes are the tips that customers gave at a step, as far as they may be shown.
func (c *composer) wishes(s *journeys.Step) []string {
	var all []string
	for _, sel := range s.Selectors {
		if sel.Nature != "tip" {
			continue
		}
		if sig, ok := c.ev.Signal(sel.ID); ok && sig.N > 0 {
			all = append(all, c.story.Tipped(sig.Title, c.lang.Count(sig.N, evidence.MinGroup)))
		}
	}
	return all
}
