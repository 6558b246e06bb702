package journeymap

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
)

// A phase is told on slides: how the customer lives through it, what the customer does and thinks,
// what is heard of it, and what the municipality does. slide_curve.go places the first, slide_parts.go
// makes what stands on the others, slide_columns.go places those, and slide_draw.go draws all of them.
// Slides are laid out small, with the type of the map, and then enlarged as a whole.

// The size of a slide's drawing, in pixels: what the title leaves on a screen of 1920 × 1080.
const (
	SlideWidth  = 1870.0
	SlideHeight = 876.0
)

const (
	leastScale = 2.2  // makes 24 pixels of the smallest type
	slideFace  = 17.0 // radius of the faces
	slideAir   = 8.0  // around what stands on a slide, and between it
)

// scales are the enlargements to choose from, largest first.
func scales() []float64 { return []float64{3.2, 2.9, 2.6, 2.4, leastScale} }

// Slide tells one thing about a phase.
type Slide struct {
	Title   string          // what it tells: Wat we horen
	Drawing drawing.Drawing // SlideWidth × SlideHeight; no type below 24 pixels
	Data    render.Table    // the steps of the phase as Describe gives them; on its first slide only
}

// Slides makes the slides of one phase, which counts from zero: as few as hold it, none for a
// phase without steps or a number outside the journey.
func Slides(in Input, phase int) []Slide {
	v := newView(in)
	var slides []Slide
	for i, p := range v.phases {
		if p.number != phase+1 {
			continue
		}
		for k, sc := range v.scenes(i) {
			s := Slide{Title: sc.title, Drawing: sc.draw(in.Theme, fmt.Sprintf("fase-%d-dia-%d", p.number, k+1))}
			if k == 0 {
				part := *v
				part.cut(p.from, p.to)
				_, s.Data = describe(&part)
			}
			slides = append(slides, s)
		}
	}
	return slides
}

// scene is a slide with everything placed and nothing coloured.
type scene struct {
	board
	phase   int // index in the view's phases
	title   string
	columns []column
	curve   *layout // of the steps on the slide only; nil: none
	foot    block
}

// column is what stands of one step, its head first.
type column struct {
	step    int // index in the journey
	again   bool
	entries []entry
}

// board is the page on which a slide is laid out.
type board struct {
	v     *view // the whole journey
	t     *tall // builds tiles
	scale float64
	w, h  float64
}

func newBoard(v *view, scale float64) board {
	names, _ := v.channels(v.all)
	return board{v: v, t: &tall{v: v, names: names}, scale: scale, w: SlideWidth / scale, h: SlideHeight / scale}
}

// scenes tells a phase.
func (v *view) scenes(phase int) []scene {
	p := v.phases[phase]
	words, name, serves := v.lang.Slide(), clean(v.j.Persona.Name), v.lang.Serves().Title(true, false, false)
	shown := v.feelings(phase)
	all := shown.scenes
	for k := range all {
		all[k].title = words.Lives(name)
	}
	for _, idea := range []struct {
		title string
		parts func(i int) []part
		heads bool // also steps of which there is nothing to tell, when they stand nowhere yet
	}{
		{words.Does(name), func(i int) []part {
			if shown.texts {
				return nil
			}
			return v.doingParts(i)
		}, true},
		{words.Hears, func(i int) []part { return v.hearingParts(i, shown.quotes[i]) }, false},
		{serves, v.servingParts, false},
	} {
		var piles []pile
		title := words.Steps
		for i := p.from; i < p.to; i++ {
			parts := idea.parts(i)
			if len(parts) > 0 {
				title = idea.title
			}
			if len(parts) > 0 || idea.heads && !shown.steps[i] {
				piles = append(piles, pile{i, parts})
			}
		}
		for _, sc := range v.columns(piles) {
			sc.phase, sc.title = phase, title
			if title == serves {
				sc.title = v.served(sc.columns)
			}
			all = append(all, sc)
		}
	}
	return all
}

// footnote explains numbers that need it: small groups, and percentages that nobody measured.
func (b board) footnote(columns []column, curve *layout) block {
	words := b.v.lang.Slide()
	small, shares, dashed := false, false, false
	look := func(blocks ...block) {
		for _, bl := range blocks {
			for _, line := range bl.lines {
				small = small || strings.Contains(line, b.v.count(1))
			}
		}
	}
	for _, c := range columns {
		for _, e := range c.entries {
			look(e.blocks...)
			for _, badge := range e.badges {
				look(badge.text)
			}
			shares = shares || e.typed
		}
	}
	if curve != nil {
		look(curve.curve.origins...)
		dashed = slices.ContainsFunc(curve.curve.pieces, func(p piece) bool { return p.dashed })
	}
	var texts []string
	if small {
		texts = append(texts, words.SmallGroups)
	}
	if shares {
		texts = append(texts, words.TypedShares)
	}
	if dashed {
		texts = append(texts, b.v.lang.ByTeam().KeyDashed+".")
	}
	lines := wrapped(strings.Join(texts, " "), note, b.w-4*slideAir)
	return block{x: 2 * slideAir, y: b.h - 3 - float64(len(lines))*note.leading(), w: b.w - 4*slideAir, style: note, role: soft, lines: lines}
}

// footRoom is what a footnote may take: about small groups, and what else it may have to say.
func (b board) footRoom(also string) float64 {
	return 3 + note.leading()*float64(len(wrapped(b.v.lang.Slide().SmallGroups+" "+also, note, b.w-4*slideAir)))
}

// headOf asks for the head of a step.
type headOf struct {
	step  int
	w     float64
	again bool
}

// heads makes the heads of a slide, all as high as the highest. Titles stand beside the numbers,
// or below them where that is lower.
func (b board) heads(wanted []headOf) (heads []tile, height float64) {
	height = math.Inf(1)
	for _, beside := range []bool{true, false} {
		var all []tile
		highest := 0.0
		for _, h := range wanted {
			all = append(all, b.head(h.step, h.w, h.again, beside))
			highest = math.Max(highest, all[len(all)-1].box.H)
		}
		if highest < height {
			heads, height = all, highest
		}
	}
	for i := range heads {
		heads[i].box.H = height
	}
	return heads, height
}

// head is the card of a step at the top of its column: number, title, signals and channels.
func (b board) head(i int, w float64, again, beside bool) tile {
	v, s := b.v, b.v.steps[i]
	c := newCard(stepCard, i, 1, w)
	c.gap(4)
	y := c.box.H
	c.blocks = append(c.blocks, oneLine(cardPadX, y+1, 40, twoDigits(s.number), valueText, number, drawing.Start))
	left, right := valueText.width(twoDigits(s.number))+cardPadX+8, float64(cardPadX)
	if s.counted && !again {
		badge := newBadge(w-9, y, v.count(s.n), onHeader)
		c.badges = append(c.badges, badge)
		c.spots = append(c.spots, drawing.Spot{For: render.BackingID(render.BackingStep, s.ID), Box: badge.box})
		right = w - badge.box.X + 8
	}
	title := s.Title
	if again {
		title = v.lang.Narrow().Again(apart(clean(title)))
	}
	if !beside {
		left, right = cardPadX, cardPadX
		c.gap(badgeHeight + 3)
	}
	c.add(title, slideStep, ink, left, right)
	c.box.H = math.Max(c.box.H, y+badgeHeight)
	tl := tile{what: "step"}
	if !again {
		tl.chips, c.box.H = b.t.chips(s, cardPadX, w-cardPadX, c.box.H+6)
		if len(tl.chips) == 0 {
			c.box.H -= 6
		}
	}
	tl.card = c.end()
	return tl
}
