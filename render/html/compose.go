package html

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"klantreis/render"
	"klantreis/render/font"
	"klantreis/render/words"
)

// slide is one slide, ready to write: everything on it fits, or it is marked to scroll by the
// browser.
type slide struct {
	N, Total int
	Anchor   string // id of the title, for links to the section; empty on its later slides
	Title    string
	Part     string // "2 van 3" when the section needs several slides
	Name     string // what is announced
	Layout   string // class of the style sheet: cover, divider, flow, persona, figure
	Phase    bool   // belongs to a phase of the journey
	Long     bool   // the title does not fit on one line in its usual type
	Scale    string // class that enlarges the type, one of scales
	Accent   string // class that sets the colours of the phase
	Notes    string
	Lead     []render.Block // across the full width, above the rest
	Left     []render.Block
	Right    []render.Block
	Cards    [][]render.AdviceCard // by column
	WideCard bool                  // one card in the full width
	Figure   *figure
	Matrix   *matrixView
	Way      *wayView
	Legend   []render.MatrixCell
}

// IsPersona and LongTitle steer the template.
func (s slide) IsPersona() bool { return s.Layout == "persona" }

// LongTitle asks for smaller type on the cover.
func (s slide) LongTitle() bool { return lines(s.Title, font.Bold, 84, coverWidth) > 3 }

// tagged makes the type on the cover's tag smaller when the names on it are long.
func tagged(r render.Report) string {
	const inner, room = 390, 340
	tag := ruler{width: inner, scale: 1}
	h := 0.0
	for _, name := range []string{r.Owner, r.Author} {
		if name != "" {
			h += 50 + tag.text(name, font.SemiBold, 36, 44, 0)
		}
	}
	h += tag.text(r.Municipality, font.Regular, 26, 36, 0) + tag.text(r.Date, font.Regular, 26, 36, 0)
	if h > room {
		return "tag small-type"
	}
	return "tag"
}

// composer turns sections into slides.
type composer struct {
	words  words.Deck
	lang   string
	assets Assets
	ids    map[string]bool
	slides []slide
	now    slide   // what the slides of the current section share
	room   float64 // height of their body
}

// compose lays the report out as slides, the cover first.
func compose(r render.Report, lang words.Lang, assets Assets) []slide {
	w := lang.Deck()
	c := &composer{words: w, lang: string(lang), assets: assets, ids: map[string]bool{}}
	if len(r.Sections) == 0 || r.Sections[0].Kind != render.Cover {
		c.section(r, render.Section{ID: "omslag", Kind: render.Cover})
	}
	for _, s := range r.Sections {
		if s.Where == render.PaperOnly {
			continue
		}
		if s, ok := forScreen(s); ok {
			c.section(r, s)
		}
	}
	for i := range c.slides {
		s := &c.slides[i]
		s.N, s.Total = i+1, len(c.slides)
		s.Name = w.SlideName(s.N, s.Total, s.Title)
	}
	return c.slides
}

func (c *composer) section(r render.Report, s render.Section) {
	c.now = slide{Title: s.Title, Layout: "flow", Notes: s.Notes, Accent: accentClass(s.Accent), Phase: s.Kind == render.PhaseSection}
	if c.now.Title == "" {
		c.now.Title = cmp.Or(r.Title, c.words.SlideRole)
	}
	c.room = bodyHeight(c.now.Title + "  99 van 99")
	first := len(c.slides)
	switch s.Kind {
	case render.Cover:
		c.cover(s.Blocks)
	case render.PersonaSection:
		c.persona(s.Blocks)
	default:
		c.blocks(s.Blocks)
	}
	if first == len(c.slides) { // a title alone is still worth a slide
		c.add(slide{Layout: "divider"})
	}
	c.slides[first].Anchor = c.unique(s.ID)
	c.parts(first)
}

// parts numbers the slides of a section that needs several. The cover does not count.
func (c *composer) parts(first int) {
	if c.slides[first].Layout == "cover" {
		first++
	}
	total := len(c.slides) - first
	for i := first; i < len(c.slides) && total > 1; i++ {
		c.slides[i].Part = c.words.Part(i-first+1, total)
	}
}

func (c *composer) add(s slide) {
	s.Title, s.Notes, s.Accent, s.Phase = c.now.Title, c.now.Notes, c.now.Accent, c.now.Phase
	if f := s.Figure; s.Phase && f != nil && f.Title != "" && f.Title != s.Title {
		s.Title += " · " + f.Title // what of the phase it tells
	}
	s.Long = s.Phase && s.Figure != nil && lines(s.Title+"  99 van 99", font.Bold, titleSize, phaseTitleWidth) > 1
	if s.Layout == "" {
		s.Layout = c.now.Layout
	}
	c.slides = append(c.slides, s)
}

// unique makes an id that no other element of the page has.
func (c *composer) unique(id string) string {
	base := anchor(id)
	id = base
	for n := 2; c.ids[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	c.ids[id] = true
	return id
}

func (c *composer) cover(blocks []render.Block) {
	r := ruler{width: coverWidth, scale: 1, words: c.words}
	room := coverRoom - r.text(c.now.Title, font.Bold, 84, 94, 0)
	if isText(blocks) && r.stack(blocks) <= room {
		c.add(slide{Layout: "cover", Left: blocks})
		return
	}
	c.add(slide{Layout: "cover"})
	c.blocks(blocks)
}

// persona puts who it is on the left and what is said on the right, when that fits.
func (c *composer) persona(blocks []render.Block) {
	const portrait, padding = 320, 96
	var left, right []render.Block
	for _, b := range blocks {
		if _, ok := b.(render.Facts); ok {
			left = append(left, b)
		} else {
			right = append(right, b)
		}
	}
	r := ruler{width: columnWidth - padding, scale: 1.15, words: c.words}
	said := func(r ruler) float64 { return r.stack(right) }
	if !isText(blocks) || len(blocks) == 0 || r.stack(left)+portrait+padding > c.room ||
		said(ruler{width: columnWidth, scale: 1, words: c.words}) > c.room {
		c.blocks(blocks)
		return
	}
	c.add(slide{Layout: "persona", Left: left, Right: right, Scale: c.scale(said, columnWidth)})
}

// scale is the largest type in which what is measured fits on the slide.
func (c *composer) scale(height func(ruler) float64, width float64) string {
	for _, s := range scales {
		if height(ruler{width: width, scale: s.factor, words: c.words}) <= c.room {
			return s.class
		}
	}
	return ""
}

// scales are the enlargements that a slide with little on it gets; see assets/stage.css.
var scales = [...]struct {
	class  string
	factor float64
}{{"huge", 1.5}, {"larger", 1.3}, {"large", 1.15}, {"", 1}}

// isText holds when no block needs a slide of its own.
func isText(blocks []render.Block) bool {
	for _, b := range blocks {
		if needsSlide(b) {
			return false
		}
	}
	return true
}

// needsSlide tells which blocks do not stand in a column of text.
func needsSlide(b render.Block) bool {
	switch v := b.(type) {
	case render.Figure, render.Matrix, render.Way, render.AdviceCard, render.PageBreak:
		return true
	case render.Table:
		return len(v.Rows) > 8 || tableWidth(v) > columnWidth
	}
	return false
}

// blocks cuts a section at its page breaks and at the blocks that need a slide of their own.
func (c *composer) blocks(blocks []render.Block) {
	var text []render.Block
	for i := 0; i < len(blocks); i++ {
		switch v := blocks[i].(type) {
		case render.PageBreak:
			c.flow(text)
			text = nil
		case render.Figure:
			after := textAfter(blocks, i, text)
			c.figure(v, text, after)
			i += len(after)
			text = nil
		case render.Matrix:
			c.matrix(v, c.lead(text, 0.2))
			text = nil
		case render.Way:
			c.flow(text)
			text = nil
			c.add(slide{Layout: "way", Way: c.newWay(v)})
		case render.AdviceCard:
			n := i + 1
			cards := []render.AdviceCard{v}
			for ; n < len(blocks); n++ {
				next, ok := blocks[n].(render.AdviceCard)
				if !ok {
					break
				}
				cards = append(cards, next)
			}
			c.cards(cards, c.lead(text, 0.25))
			text, i = nil, n-1
		case render.Table:
			if !needsSlide(v) {
				text = append(text, v)
				break
			}
			c.table(v, c.lead(text, 0.3))
			text = nil
		default:
			text = append(text, v)
		}
	}
	c.flow(text)
}

// textAfter finds the text that belongs to the figure at i because it follows it: up to the next
// heading, when the figure itself opens the section, follows its heading or is the last one.
func textAfter(blocks []render.Block, i int, before []render.Block) []render.Block {
	n := i + 1
	for ; n < len(blocks); n++ {
		if isHeading(blocks[n]) || needsSlide(blocks[n]) || hasSubject(blocks[n]) {
			break
		}
	}
	if _, figureNext := at(blocks, n).(render.Figure); figureNext && !onlyHeadings(before) {
		return nil // the text introduces the next figure, as this one's text did
	}
	return blocks[i+1 : n]
}

// hasSubject tells what is not about the picture before it: a box with a title of its own.
func hasSubject(b render.Block) bool {
	box, ok := b.(render.Callout)
	return ok && box.Title != ""
}

func at(blocks []render.Block, i int) render.Block {
	if i < len(blocks) {
		return blocks[i]
	}
	return nil
}

func onlyHeadings(blocks []render.Block) bool {
	for _, b := range blocks {
		if !isHeading(b) {
			return false
		}
	}
	return true
}

// lead keeps text above a block that follows when it takes no more than share of the slide, and
// otherwise gives it slides of its own.
func (c *composer) lead(text []render.Block, share float64) []render.Block {
	r := ruler{width: bodyWidth, scale: 1, words: c.words}
	if r.stack(text) <= c.room*share {
		return text
	}
	c.flow(text)
	return nil
}

// below is the room that a lead leaves.
func (c *composer) below(lead []render.Block) float64 {
	if len(lead) == 0 {
		return c.room
	}
	r := ruler{width: bodyWidth, scale: 1, words: c.words}
	return c.room - r.stack(lead) - blockGap
}

func (c *composer) table(t render.Table, lead []render.Block) {
	r := ruler{width: bodyWidth, scale: 1, words: c.words}
	for room := c.below(lead); r.table(t) > room; room = c.room {
		head, rest, ok := r.split(t, room)
		if !ok {
			break // one row higher than a slide: the browser lets it scroll
		}
		c.add(slide{Lead: slices.Concat(lead, []render.Block{head})})
		t, lead = rest.(render.Table), nil
	}
	all := slices.Concat(lead, []render.Block{t})
	c.add(slide{Lead: all, Scale: c.scale(func(r ruler) float64 { return r.stack(all) }, bodyWidth)})
}

// cards sets advice cards in two columns, in one size on all their slides.
func (c *composer) cards(cards []render.AdviceCard, lead []render.Block) {
	r := ruler{width: columnWidth, scale: 1, words: c.words}
	var made []slide
	for len(cards) > 0 {
		room := c.below(lead)
		s := slide{Lead: lead}
		if r.cards(cards[:1]) > room { // a very long one gets the whole width
			s.WideCard, s.Cards = true, [][]render.AdviceCard{cards[:1]}
			cards = cards[1:]
		}
		for len(s.Cards) < 2 && len(cards) > 0 && !s.WideCard {
			n := 0
			for n < len(cards) && r.cards(cards[:n+1]) <= room {
				n++
			}
			if n == 0 {
				break // the long one is next
			}
			if n == len(cards) && len(s.Cards) == 0 {
				n = (n + 1) / 2 // what is left shares the slide
			}
			s.Cards = append(s.Cards, cards[:n])
			cards = cards[n:]
		}
		made = append(made, s)
		lead = nil
	}
	scale := c.scale(func(r ruler) float64 {
		highest := 0.0
		for _, s := range made {
			above := ruler{width: bodyWidth, scale: r.scale, words: c.words}.stack(s.Lead)
			for _, column := range s.Cards {
				highest = max(highest, above+blockGap+r.cards(column))
			}
			if s.WideCard {
				return math.Inf(1)
			}
		}
		return highest
	}, columnWidth)
	for _, s := range made {
		s.Scale = scale
		c.add(s)
	}
}
