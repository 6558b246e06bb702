package render

import (
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// onePage is the page to decide on, for paper: what customers value, the moment that hurts most in
// their words, what we ask and what it gives, and what is better already.
func (c *composer) onePage() []Section {
	w := c.story
	s := Section{ID: "samenvatting", Title: c.w.AtAGlance, Kind: Summary, Where: PaperOnly}
	s.Blocks = append(s.Blocks, Prose{w.Lead(c.listened(), c.lang.Period(c.ev.Period))})
	valued := c.valuedClaims()
	if len(valued) > 0 {
		s.Blocks = append(s.Blocks, Heading{w.Valued})
	}
	for _, claim := range valued {
		s.Blocks = append(s.Blocks, claim)
	}
	if len(valued) == 0 {
		s.Blocks = append(s.Blocks, c.saysTeam()...)
	}
	s.Blocks = append(s.Blocks, c.pain()...)
	s.Blocks = append(s.Blocks, c.asks()...)
	if better := c.better(); len(better) > 0 {
		s.Blocks = append(s.Blocks, Heading{w.AlreadyBetter}, List{Items: better[:1], Tone: Positive})
	}
	return []Section{s}
}

// listened is the number of signals that could count.
func (c *composer) listened() (n int) {
	for _, s := range c.ev.Sources {
		if !s.Aside {
			n += s.InUse()
		}
	}
	return n
}

// valuedClaims are measured: the moment that feels best, and the compliment that is given most.
func (c *composer) valuedClaims() []Claim {
	var claims []Claim
	if best := c.best(); best != nil {
		claim := c.briefFeeling(best)
		claim.Text = c.story.BestMoment + ": " + best.Title
		claims = append(claims, claim)
	}
	for _, sig := range shown(c.ev) {
		if sel := c.selector(sig.ID); sel != nil && sel.Nature == "compliment" {
			claim := c.briefClaim(sig)
			claim.Tone = Positive
			return append(claims, claim)
		}
	}
	return claims
}

func (c *composer) selector(id string) *journeys.Selector {
	for _, s := range c.j.Steps() {
		for i := range s.Selectors {
			if s.Selectors[i].ID == id {
				return &s.Selectors[i]
			}
		}
	}
	return nil
}

// pain is the moment that hurts most with what is heard most there, in customers' words; without
// any, what is heard most of all.
func (c *composer) pain() []Block {
	step := c.lowest()
	if step == nil {
		if top := shown(c.ev); len(top) > 0 {
			return []Block{Heading{c.w.HeardMost}, c.briefClaim(top[0])}
		}
		return []Block{Heading{c.w.HeardMost}, Callout{Text: c.w.NoSignals, Tone: Attention}}
	}
	blocks := []Block{Heading{c.hurts(step)}, c.briefFeeling(step)}
	for _, sig := range shown(c.ev) {
		if sig.Step == step.ID {
			blocks = append(blocks, c.briefClaim(sig))
			break
		}
	}
	if quotes := c.quotes(step); len(quotes) > 0 {
		blocks = append(blocks, quotes[0])
	}
	return blocks
}

// mostAsked is the number of advices that the summary names.
const mostAsked = 4

// asks is what we ask and what it gives.
func (c *composer) asks() []Block {
	w := c.story
	all := c.numbered()
	if len(all) == 0 {
		return []Block{Heading{w.Asks}, Callout{Text: c.w.NoAdvice, Tone: Attention}}
	}
	open := c.asked()
	if len(open) == 0 {
		unknown, noBetter := c.helped(all)
		tone := Positive
		if unknown+noBetter > 0 {
			tone = Attention
		}
		return append([]Block{Heading{w.Asks}, Callout{Text: w.TakenUp(c.settled(all), unknown, noBetter), Tone: tone}}, c.others(all)...)
	}
	t := Table{Columns: []Column{{Title: w.ColAdvice}, {Title: w.ColGives}, {Title: w.ColSize}}}
	if c.only == nil {
		t.Columns = append(t.Columns, Column{Title: w.ColOwner})
	}
	for _, n := range open[:min(len(open), mostAsked)] {
		row := []string{c.lang.Int(n.number) + "  " + c.named(n), c.gives(n), c.sizes(n)}
		if c.only == nil {
			row = append(row, ownerOf(c.j, n.Advice))
		}
		t.Rows = append(t.Rows, row)
	}
	blocks := []Block{Heading{w.Asks}, Prose{w.Choose(len(open), c.only == nil)}, t}
	if rest := len(open) - mostAsked; rest > 0 {
		blocks = append(blocks, Prose{w.MoreAdvice(rest)})
	}
	return append(blocks, c.others(all)...)
}

// others tells that there is more advice than is shown to this owner.
func (c *composer) others(all []numbered) []Block {
	if n := len(c.j.Advice) - len(all); n > 0 {
		return []Block{Prose{c.story.OthersAdvice(n)}}
	}
	return nil
}

// settled tells whether none of the advice was refused.
func (c *composer) settled(all []numbered) bool {
	return !slices.ContainsFunc(all, func(n numbered) bool { return n.Status == "niet-overgenomen" })
}

// helped counts the advice that was taken over of which it is not known whether it helps, and that of which
// nothing got better.
func (c *composer) helped(all []numbered) (unknown, noBetter int) {
	for _, n := range all {
		switch effect := c.ev.AdviceOf(n.ID).Effect; {
		case n.Status == "niet-overgenomen":
		case !effect.Measured || effect.Verdict == evidence.TooEarly:
			unknown++
		case effect.Verdict != evidence.Decrease:
			noBetter++
		}
	}
	return unknown, noBetter
}

// sizes is gain against effort, in words.
func (c *composer) sizes(n numbered) string {
	word := func(s string) string {
		if i := size(s); i >= 0 {
			return c.w.Sizes[i]
		}
		return "–"
	}
	return word(n.Gain) + " / " + word(n.Effort)
}

// cards are the advice of a moment. What is done is told in full elsewhere.
func (c *composer) cards(advice []numbered) []Block {
	var done []string
	var blocks []Block
	for _, n := range advice {
		if n.Closed() {
			done = append(done, c.story.DoneItem(n.number, n.Title, n.Since))
			continue
		}
		card := c.card(n.number, n.Advice)
		card.Step = "" // the title above says it
		if !card.Assumption {
			card.Basis = c.restsOn(n.ID)
		}
		blocks = append(blocks, card)
	}
	if len(done) > 0 {
		blocks = append([]Block{List{Items: done, Tone: Positive}}, blocks...)
	}
	return blocks
}

// restsOn names what an advice rests on, with how much that is; of what it is a part, stands above it in its moment.
func (c *composer) restsOn(id string) string {
	var names []string
	for _, r := range c.ev.AdviceOf(id).Reasons {
		size := c.reasonSize(r)
		if sig, ok := c.ev.Signal(r.ID); ok && sig.Step == c.adviceStep(id) {
			size = c.reasonCount(r)
		}
		names = append(names, "‘"+r.Title+"’ ("+size+")")
	}
	return c.story.Join(names)
}

func (c *composer) adviceStep(id string) string {
	for _, a := range c.j.Advice {
		if a.ID == id {
			return a.Step
		}
	}
	return ""
}

// measure tells how it will be seen that an advice works.
func (c *composer) measure(a journeys.Advice) string {
	if a.Closed() || a.Status == "niet-overgenomen" {
		return ""
	}
	if a.Effect != nil {
		atLeast := ""
		if a.Effect.AtLeast > 0 {
			atLeast = c.lang.Percent(a.Effect.AtLeast)
		}
		if sig, ok := c.ev.Signal(a.Effect.Signal); ok {
			return c.story.MeasureGoal(sig.Title, atLeast)
		}
	}
	for _, r := range c.ev.AdviceOf(a.ID).Reasons {
		if r.Kind == "signaal" {
			return c.story.MeasureProposal(r.Title)
		}
	}
	return c.story.MeasureOpen()
}

// done is for paper: the advice that was carried out, with what it did.
func (c *composer) done() []Section {
	s := Section{ID: "al-gedaan", Title: c.story.Done, Kind: EvidenceSection, Where: PaperOnly, Blocks: []Block{Prose{c.story.DoneIntro}}}
	for _, n := range c.numbered() {
		if n.Closed() {
			s.Blocks = append(s.Blocks, c.card(n.number, n.Advice))
		}
	}
	if len(s.Blocks) == 1 {
		return nil
	}
	return []Section{s}
}

// board is for paper: all advice on one board.
func (c *composer) board() []Section {
	s := Section{ID: "alle-adviezen", Title: c.story.All, Kind: EvidenceSection, Where: PaperOnly}
	all := c.numbered()
	if len(all) == 0 {
		s.Title = c.w.Advice
		s.Blocks = []Block{Callout{Text: c.w.NoAdvice, Tone: Attention}}
		return []Section{s}
	}
	if len(all) == 1 {
		return nil // its card says it all
	}
	m := c.matrix()
	if len(m.Cells) == len(all) {
		for i, n := range all {
			m.Cells[i].Note = c.standing(n)
		}
		s.Blocks = append(s.Blocks, Prose{c.story.AllIntro}, m)
		return []Section{s}
	}
	if len(m.Cells) > 1 {
		s.Blocks = append(s.Blocks, Prose{c.story.AllIntro}, m)
	}
	t := Table{Columns: []Column{{Title: c.story.ColAdvice}, {Title: c.story.ColOwner}, {Title: c.story.ColStatus}}}
	for _, n := range all {
		t.Rows = append(t.Rows, []string{c.lang.Int(n.number) + "  " + n.Title, ownerOf(c.j, n.Advice), words.Unbroken(c.w.Statuses[n.Status])})
	}
	s.Blocks = append(s.Blocks, t)
	return []Section{s}
}

// standing is for whom an advice is, and how far it is.
func (c *composer) standing(n numbered) string {
	if owner := ownerOf(c.j, n.Advice); owner != "" {
		return owner + " · " + c.w.Statuses[n.Status]
	}
	return c.w.Statuses[n.Status]
}

// talk is for paper: it asks about the pain points, those with most signals behind them first, with
// room to write.
func (c *composer) talk() []Section {
	var items []string
	for i, s := range c.bottlenecks(4) {
		items = append(items, c.w.Asking(i, s.Title, s.PainPoints[0]))
	}
	paper := Section{ID: "samen-praten", Title: c.w.Talk, Kind: TalkSection, Where: PaperOnly, Blocks: []Block{Prose{c.story.TalkIntro}}}
	asked := items[:min(len(items), 4)]
	if unknown := c.unknownWishes(); unknown != "" {
		asked = append(slices.Clone(asked[:min(len(asked), 3)]), unknown)
	}
	for _, q := range asked {
		paper.Blocks = append(paper.Blocks, WriteOn{Prompt: q, Lines: 2})
	}
	if len(asked) == 0 {
		paper.Blocks = append(paper.Blocks, WriteOn{Prompt: c.story.Thoughts, Lines: 8})
	}
	paper.Blocks = append(paper.Blocks, Heading{c.story.Agreements}, WriteOn{Columns: []string{c.story.ColWhat, c.story.ColWho, c.story.ColBy}, Lines: 6})
	return []Section{paper}
}

// bottlenecks are the steps with pain points to talk about, in the order of ahead.
func (c *composer) bottlenecks(most int) []*journeys.Step {
	steps := slices.DeleteFunc(c.j.Steps(), func(s *journeys.Step) bool { return len(s.PainPoints) == 0 })
	slices.SortStableFunc(steps, func(a, b *journeys.Step) int {
		switch {
		case c.ahead(a, b):
			return -1
		case c.ahead(b, a):
			return 1
		}
		return 0
	})
	return steps[:min(len(steps), most)]
}

// ahead tells whether a step is to be asked about before another: where the shown advice is about
// it, then where more signals stand behind it.
func (c *composer) ahead(s, other *journeys.Step) bool {
	if c.only != nil {
		if a, b := len(c.adviceAt(s.ID)) > 0, len(c.adviceAt(other.ID)) > 0; a != b {
			return a
		}
	}
	return c.ev.Step(s.ID).N > c.ev.Step(other.ID).N
}

// unknownWishes asks what customers wish where advice is given and no tip tells it: at the two
// steps with most signals.
func (c *composer) unknownWishes() string {
	var steps []*journeys.Step
	for _, s := range c.j.Steps() {
		if len(c.adviceAt(s.ID)) > 0 && len(c.wishes(s)) == 0 {
			steps = append(steps, s)
		}
	}
	if len(steps) == 0 {
		return ""
	}
	slices.SortStableFunc(steps, func(a, b *journeys.Step) int { return c.ev.Step(b.ID).N - c.ev.Step(a.ID).N })
	var names []string
	for _, s := range steps[:min(len(steps), 2)] {
		names = append(names, "‘"+s.Title+"’")
	}
	return c.story.AskWishes(c.story.Join(names))
}
