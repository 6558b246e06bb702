package render

import (
	"fmt"
	"sort"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/render/words"
)

// Pictures are the figures that a report shows, drawn before it is composed. A figure without
// items in its drawing is left out.
type Pictures struct {
	Map    Figure
	Pages  []Figure // the map again, downwards: each fills a page of paper
	Flow   Figure
	Phases [][]Figure // the slides of each phase, in order
	Charts []Figure   // as Charts gave them, with their drawings
}

// Compose tells the story: what customers value, the moment that hurts most, what is asked; then
// the journey, the moments with their evidence, the figures, the advice, and where all of it
// comes from.
func Compose(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang, pictures Pictures) Report {
	c := composer{j: j, ev: ev, lang: lang, w: lang.Report(), pictures: pictures}
	r := Report{
		Lang: string(lang), ID: j.ID, Title: j.Title, Municipality: j.Municipality, Owner: j.Owner, Author: j.Author,
		Date: lang.Date(j.Date), Period: lang.Period(j.Period),
	}
	for _, part := range []func() []Section{
		c.cover, c.summary, c.persona, c.journey, c.phases, c.moments, c.figures, c.arenas, c.advice, c.talk, c.appendix,
	} {
		r.Sections = append(r.Sections, part()...)
	}
	return r
}

type composer struct {
	j        *journeys.Journey
	ev       *evidence.Evidence
	lang     words.Lang
	w        words.Report
	pictures Pictures
}

func (c *composer) rates() rates { return rates{c.ev, c.lang, c.w} }

// Quotes gives what may be shown of a step's quotes: the approved ones, with personal data
// taken out.
func Quotes(s *journeys.Step) []Quote {
	var all []Quote
	for _, q := range s.Quotes {
		if q.Approved {
			all = append(all, Quote{Text: language.Redact(q.Text), Source: q.Source})
		}
	}
	return all
}

func (c *composer) cover() []Section {
	return []Section{{ID: "voorblad", Title: c.j.Title, Kind: Cover, Blocks: c.prose(c.j.Summary)}}
}

func (c *composer) prose(text string) []Block {
	if text == "" {
		return nil
	}
	return []Block{Prose{Text: text}}
}

// summary is the page to decide on. What goes well comes first.
func (c *composer) summary() []Section {
	s := Section{ID: "in-een-oogopslag", Title: c.w.AtAGlance, Kind: Summary}
	s.Blocks = append(s.Blocks, Heading{c.w.Valued})
	if good := c.valued(3); len(good) > 0 {
		s.Blocks = append(s.Blocks, List{Items: good, Tone: Positive})
	} else {
		s.Blocks = append(s.Blocks, Callout{Text: c.w.NothingValued, Tone: Attention})
	}
	if step := c.lowest(); step != nil {
		s.Blocks = append(s.Blocks, Heading{c.w.HurtsMost}, c.feeling(step))
		if quotes := Quotes(step); len(quotes) > 0 {
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

// lowest finds the step that feels worst, if any feels bad at all.
func (c *composer) lowest() *journeys.Step {
	var worst *journeys.Step
	value := 0.0
	for _, s := range c.j.Steps() {
		if e := c.ev.Step(s.ID).Emotion; e.Kind != evidence.None && e.Value < value {
			worst, value = s, e.Value
		}
	}
	return worst
}

// feeling is the emotion of a step with its basis, as a claim that says whether it was measured.
func (c *composer) feeling(s *journeys.Step) Claim {
	e := c.ev.Step(s.ID).Emotion
	claim := Claim{Text: s.Title, Value: c.lang.Signed(e.Value, 1), Typed: e.Kind == evidence.Typed, Tone: feelingTone(e.Value)}
	if e.Kind == evidence.Typed {
		claim.Basis = c.w.FeelingTyped() + " · " + c.w.FeelingScale()
	} else {
		claim.Basis = c.w.FeelingDerived(e.N, c.lang.Signed(e.Low, 2), c.lang.Signed(e.High, 2)) + " · " + c.w.FeelingScale()
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
	return Claim{Text: s.Title, Value: c.lang.Count(s.N, evidence.MinGroup),
		Basis: c.w.Basis(strings.Join(s.Sources, ", "), c.rates().count(s.N, s.Sources), c.lang.Period(c.ev.Period), c.rates().basis(s))}
}

func (c *composer) openAdvice() []string {
	var open []string
	for _, i := range AdviceOrder(c.j) {
		switch a := c.j.Advice[i]; a.Status {
		case "", "aangeboden", "besproken": // what is taken over or refused needs no asking
			open = append(open, a.Title)
		}
	}
	return open
}

// better lists the realised advice after which its signal fell. What is done but not measured, or
// made no difference, is told on its card.
func (c *composer) better() []string {
	var measured []string
	for _, a := range c.j.Advice {
		if !a.Closed() || a.Since.IsZero() {
			continue
		}
		if e := c.ev.AdviceOf(a.ID).Effect; e.Measured && e.Verdict == evidence.Decrease {
			measured = append(measured, a.Title+" ("+c.w.Since(a.Since)+"). "+c.effect(e))
		}
	}
	return measured[:min(len(measured), 2)]
}

// effect writes a measured effect as one sentence.
func (c *composer) effect(e evidence.Effect) string {
	change := func(ratio float64) string {
		if e.Verdict == evidence.Increase {
			return c.lang.Percent(ratio - 1)
		}
		return c.lang.Percent(1 - ratio)
	}
	low, high := change(e.High), change(e.Low)
	switch e.Verdict {
	case evidence.Increase:
		low, high = change(e.Low), change(e.High)
	case evidence.NoDifference:
		low, high = c.lang.Signed((e.Low-1)*100, 0)+"%", c.lang.Signed((e.High-1)*100, 0)+"%"
	}
	atLeast := ""
	if e.AtLeast > 0 {
		atLeast = c.lang.Percent(e.AtLeast)
	}
	return c.w.Measured(string(e.Verdict), change(e.Ratio), low, high, atLeast, 1-e.High >= e.AtLeast)
}

// persona is a slide of its own; on paper the customer opens the moments.
func (c *composer) persona() []Section {
	blocks := c.customer()
	if len(blocks) == 0 && c.j.Persona.Name == "" {
		return nil
	}
	return []Section{{ID: "klant", Title: c.customerName(), Kind: PersonaSection, Where: DeckOnly, Blocks: blocks}}
}

func (c *composer) customerName() string {
	if c.j.Persona.Name != "" {
		return c.j.Persona.Name
	}
	return c.w.Customer
}

func (c *composer) customer() []Block {
	p := c.j.Persona
	var blocks []Block
	var facts []Fact
	for _, f := range []Fact{{Label: c.w.Situation, Value: p.Situation}, {Label: c.w.Goal, Value: p.Goal}} {
		if f.Value != "" {
			facts = append(facts, f)
		}
	}
	if len(facts) > 0 {
		blocks = append(blocks, Facts{facts})
	}
	if p.Quote != "" {
		blocks = append(blocks, Quote{Text: language.Redact(p.Quote)})
	}
	return blocks
}

// journey shows the map whole on a screen and in parts on paper.
func (c *composer) journey() []Section {
	var all []Section
	if f := c.pictures.Map; len(f.Drawing.Items) > 0 {
		all = append(all, Section{ID: "klantreis", Title: c.w.Journey, Kind: MapSection, Where: DeckOnly, Blocks: []Block{f}})
	}
	if len(c.pictures.Pages) > 0 {
		s := Section{ID: "klantreis-delen", Title: c.w.Journey, Kind: MapPages, Where: PaperOnly}
		for _, f := range c.pictures.Pages {
			s.Blocks = append(s.Blocks, f)
		}
		all = append(all, s)
	}
	if f := c.pictures.Flow; len(f.Drawing.Items) > 0 {
		all = append(all, Section{ID: "stroom", Title: c.w.Flow, Kind: MapSection, Blocks: []Block{f}})
	}
	return all
}

// phases are for the deck: a few slides for each, with the presenter's notes.
func (c *composer) phases() []Section {
	var all []Section
	for i, p := range c.j.Phases {
		if i >= len(c.pictures.Phases) || len(c.pictures.Phases[i]) == 0 {
			continue
		}
		s := Section{ID: fmt.Sprintf("fase-%d", i+1), Title: p.Title, Kind: PhaseSection, Where: DeckOnly}
		for _, f := range c.pictures.Phases[i] {
			s.Blocks = append(s.Blocks, f)
		}
		var notes []string
		for k := range p.Steps {
			if n := p.Steps[k].Notes; n != "" {
				notes = append(notes, p.Steps[k].Title+": "+n)
			}
		}
		s.Notes = strings.Join(notes, "\n")
		all = append(all, s)
	}
	return all
}

func (c *composer) figures() []Section {
	s := Section{ID: "cijfers", Title: c.w.Figures, Kind: EvidenceSection}
	for _, f := range c.pictures.Charts {
		if len(f.Drawing.Items) > 0 {
			s.Blocks = append(s.Blocks, f)
		}
	}
	if text := c.w.Unclaimed(c.ev); text != "" {
		s.Blocks = append(s.Blocks, Callout{Title: c.w.NowhereYet, Text: text, Tone: Attention})
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	return []Section{s}
}

func (c *composer) arenas() []Section {
	var all []Section
	for _, a := range c.j.Arenas {
		s := Section{ID: "arena-" + a.ID, Title: c.w.Arena + ": " + a.Title, Kind: EvidenceSection}
		if strings.HasPrefix(journeys.Fold(a.Title), journeys.Fold(c.w.Arena)) {
			s.Title = a.Title // it says so itself
		}
		var who []string
		if a.Participants > 0 {
			who = append(who, c.lang.Int(a.Participants)+" "+c.w.Participants)
		}
		if a.Staff > 0 {
			who = append(who, c.lang.Int(a.Staff)+" "+c.w.Staff)
		}
		if !a.When.IsZero() {
			who = append(who, c.lang.Date(a.When))
		}
		if a.Mark != nil {
			s.Blocks = append(s.Blocks, Claim{Text: a.Title, Value: decimals(c.lang, *a.Mark), Basis: strings.Join(append(who, c.w.Typed), " · "), Typed: true})
		} else if len(who) > 0 {
			s.Blocks = append(s.Blocks, Prose{strings.Join(who, " · ")})
		}
		var found []string
		for _, b := range a.Bottlenecks {
			text := language.Redact(b.Text)
			if t := stepTitle(c.j, b.Step); t != "" {
				text = t + ": " + text
			}
			found = append(found, text)
		}
		if len(found) > 0 {
			s.Blocks = append(s.Blocks, List{Items: found, Tone: Negative})
		}
		if len(a.Promises) > 0 {
			t := Table{Caption: c.w.ArenaPromises, Columns: []Column{{Title: c.w.ColWhat}, {Title: c.w.ColWho}, {Title: c.w.ColWhen}}}
			for _, p := range a.Promises {
				t.Rows = append(t.Rows, []string{p.What, p.Who, c.lang.Date(p.When)})
			}
			s.Blocks = append(s.Blocks, t)
		}
		if len(s.Blocks) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// AdviceOrder gives the indices of the advice in the order of their numbers, the same on the map
// and in the report: most gain for least effort first; what is not sized comes last, equal ones
// keep the file's order.
func AdviceOrder(j *journeys.Journey) []int {
	order := make([]int, len(j.Advice))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		gain, effort := size(j.Advice[i].Gain), size(j.Advice[i].Effort)
		if gain < 0 || effort < 0 {
			return 100
		}
		return effort - gain
	}
	sort.SliceStable(order, func(a, b int) bool { return rank(order[a]) < rank(order[b]) })
	return order
}

// size is the position of klein, middel, groot; −1 when not given.
func size(s string) int {
	for i, v := range journeys.Sizes() {
		if v == s {
			return i
		}
	}
	return -1
}
