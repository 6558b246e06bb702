package render

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// moments are for paper: each step that something is known of, with its evidence.
func (c *composer) moments() []Section {
	s := Section{ID: "momenten", Title: c.w.Moments, Kind: EvidenceSection, Where: PaperOnly, Blocks: []Block{Prose{c.w.MomentsIntro}}}
	if customer := c.customer(); len(customer) > 0 {
		s.Blocks = append(append(s.Blocks, Heading{c.w.Customer + ": " + c.customerName()}), customer...)
	}
	for _, step := range c.j.Steps() {
		if blocks := c.moment(step); len(blocks) > 0 {
			s.Blocks = append(append(s.Blocks, Heading{step.Title}), blocks...)
		}
	}
	if len(s.Blocks) == 1 {
		return nil // nothing but the introduction
	}
	return []Section{s}
}

func (c *composer) moment(s *journeys.Step) []Block {
	var blocks []Block
	var facts []Fact
	for _, f := range []Fact{
		{Label: c.w.Does, Value: s.Does}, {Label: c.w.Thinks, Value: s.Thinks},
		{Label: c.w.Backstage, Value: strings.Join(s.Backstage, "; ")}, {Label: c.w.HumanContact, Value: s.HumanContact},
	} {
		if f.Value != "" {
			facts = append(facts, f)
		}
	}
	if len(facts) > 0 {
		blocks = append(blocks, Facts{facts})
	}
	if len(s.GoesWell) > 0 {
		blocks = append(blocks, List{Items: s.GoesWell, Tone: Positive})
	}
	if len(s.PainPoints) > 0 {
		blocks = append(blocks, List{Items: s.PainPoints, Tone: Negative})
	}
	if e := c.ev.Step(s.ID).Emotion; e.Kind != evidence.None {
		claim := c.feeling(s)
		claim.Text = c.w.Feels
		blocks = append(blocks, claim)
	}
	blocks = append(blocks, c.heard(s)...)
	for _, l := range c.ev.LeadTimes {
		if l.Step == s.ID && l.N >= evidence.MinGroup {
			blocks = append(blocks, c.leadTime(l))
		}
	}
	for _, q := range Quotes(s) {
		blocks = append(blocks, q)
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
	t := Table{Caption: w.Heard, Columns: []Column{{Title: w.ColSignal}, {Title: w.ColSource}, {Title: "n", Number: true}, {Title: w.ColPer1000, Number: true}, {Title: w.ColDenominator, Number: true}}}
	if period := c.lang.Period(c.ev.Period); period != "" {
		t.Caption += ", " + period
	}
	for _, sig := range found {
		row := []string{sig.Title, strings.Join(sig.Sources, ", "), c.lang.Count(sig.N, evidence.MinGroup), "–", w.Unknown}
		if r := sig.Rate(); r.Known {
			row[4] = c.lang.Number(sig.Denominator.Value, 0)
			if sig.N >= evidence.MinGroup {
				row[3] = c.w.RateCell(r)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return []Block{t}
}

func (c *composer) leadTime(l evidence.LeadTime) Claim {
	claim := Claim{Text: l.Title + ". " + c.w.Spread(l.P50, l.P90, l.Working), Basis: c.w.Basis(l.Source, c.lang.Int(l.N), c.lang.Period(c.ev.Period), "")}
	if l.Open > 0 {
		claim.Basis += " · " + c.w.OpenCases(l.Open)
	}
	if l.Within.Known {
		claim.Value = c.lang.Percent(l.Within.Value)
		claim.Text += " " + c.w.Kept(l.Within.Value, c.w.PromiseText(l.Promise, l.Working))
	}
	return claim
}
