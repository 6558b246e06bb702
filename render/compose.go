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
	Narrow Figure   // the same on one sheet, for a narrow screen
	Flow   Figure
	Phases [][]Figure // the slides of each phase, in order
	Charts []Figure   // as Charts gave them, with their drawings
}

// Compose tells the story to all. On paper: what customers value, the moment that hurts most, what
// is asked and what it gives; the journey; each moment with its evidence and its advice; what is
// done already; what to talk about; and where all of it comes from. The deck shows the same, in
// slides.
func Compose(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang, pictures Pictures) Report {
	c := composer{j: j, ev: ev, lang: lang, w: lang.Report(), story: lang.Story(), pictures: pictures}
	return c.report(j.Owner)
}

// ComposeFor tells the story to one of the Owners: only the advice for this owner, the rest of the
// journey around it. Advice keeps the numbers that it has for all.
func ComposeFor(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang, pictures Pictures, owner Owner) Report {
	c := composer{j: j, ev: ev, lang: lang, w: lang.Report(), story: lang.Story(), pictures: pictures, only: &owner}
	return c.report(owner.Name)
}

// Head is a report without sections: to whom, from whom, about what.
func Head(j *journeys.Journey, lang words.Lang) Report {
	c := composer{j: j, lang: lang}
	return c.head(j.Owner)
}

// head is a report without sections.
func (c *composer) head(owner string) Report {
	j, period := c.j, c.j.Period
	if c.ev != nil {
		period = c.ev.Period
	}
	return Report{
		Lang: string(c.lang), ID: j.ID, Title: j.Title, Municipality: j.Municipality, Owner: owner, Author: j.Author,
		Date: c.lang.Date(j.Date), Period: c.lang.Period(period),
	}
}

func (c *composer) report(owner string) Report {
	r := c.head(owner)
	if c.only != nil && c.allRefused() {
		r.Sections = append(c.cover(), c.notTakenOver()...)
		return r
	}
	for _, part := range []func() []Section{
		c.cover, c.summary, c.onePage, c.persona, c.way, c.journey, c.hear, c.moments, c.arenas, c.advice, c.decided, c.done, c.course, c.board, c.talkInRoom, c.talk, c.appendix, c.effects, c.background,
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
	story    words.Story
	pictures Pictures
	only     *Owner // whose advice is shown; nil: everybody's
}

func (c *composer) rates() rates { return rates{c.ev, c.lang, c.w} }

func (c *composer) cover() []Section {
	return []Section{{ID: "voorblad", Title: c.j.Title, Kind: Cover, Blocks: c.prose(c.j.Summary)}}
}

func (c *composer) prose(text string) []Block {
	if text == "" {
		return nil
	}
	return []Block{Prose{Text: text}}
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
		if f := c.pictures.Narrow; len(f.Drawing.Items) > 0 {
			s.Narrow = &f
		}
		all = append(all, s)
	}
	if f := c.pictures.Flow; len(f.Drawing.Items) > 0 && len(c.j.Steps()) > 1 { // one step goes nowhere
		all = append(all, Section{ID: "stroom", Title: c.w.Flow, Kind: MapSection, Where: DeckOnly, Blocks: []Block{f}})
	}
	return all
}

// background is what the deck has behind its story, for when somebody asks further: every phase and every chart.
func (c *composer) background() []Section {
	all := append(c.phases(), c.figures()...)
	if len(all) == 0 {
		return nil
	}
	divider := Section{ID: "verdieping", Title: c.w.Background, Where: DeckOnly, Blocks: []Block{Prose{c.w.BackgroundIntro}}}
	return append([]Section{divider}, all...)
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

// figures are all charts, for the deck; on paper each stands where it is spoken of.
func (c *composer) figures() []Section {
	s := Section{ID: "cijfers", Title: c.w.Figures, Kind: EvidenceSection, Where: DeckOnly}
	for _, f := range c.pictures.Charts {
		if len(f.Drawing.Items) > 0 {
			s.Blocks = append(s.Blocks, f)
		}
	}
	s.Blocks = append(append(s.Blocks, c.lateCases(func(evidence.LeadTime) bool { return true })...), c.slowCases()...)
	if text := c.w.Unclaimed(c.ev); text != "" {
		s.Blocks = append(s.Blocks, Callout{Title: c.w.NowhereYet, Text: text, Tone: Attention})
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	return []Section{s}
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
