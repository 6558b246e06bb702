package pdf

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/consts/align"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// A postcard is a lying A6; four of them are a lying A4.
const (
	cardWidth  = 148 * 72 / 25.4
	cardHeight = 105 * 72 / 25.4
	cardColumn = 419 // the width of a card in whole points
	wordsLeft  = 206 // on a front, right of the picture's subject

	leastLetter = 9.0 // smaller ones only where words would not fit otherwise
)

// WriteCards writes every greeting as two pages of A6: the front with its picture and quote, and the
// back with what happened and room for an address. The report gives title, author and language.
func WriteCards(w io.Writer, r render.Report, cards []render.Greeting, t render.Theme) (warnings []string, err error) {
	c := newComposer(r, t, &warningList{})
	c.words.Subject = c.lang.Greeting().Subject
	paper := &pageFormat{width: cardWidth, height: cardHeight, bare: true}
	for i, g := range cards {
		s := c.cardSect(g)
		c.cardPage(paper, c.front(g, s, 0, 0, i, len(cards)), nil)
		c.cardPage(paper, c.back(g, s, 0, 0), nil)
	}
	if len(cards) == 0 {
		return nil, errNothing
	}
	return c.print(w, paginate(c.strips, a4()), false)
}

// WriteCardSheets writes the greetings four on a lying A4, fronts and backs on pages of their own,
// placed so that they meet when the sheet is turned over its short side, with marks where to cut.
func WriteCardSheets(w io.Writer, r render.Report, cards []render.Greeting, t render.Theme) (warnings []string, err error) {
	c := newComposer(r, t, &warningList{})
	c.words.Subject = c.lang.Greeting().Subject
	paper := &pageFormat{width: 841.89, height: 595.28, bare: true}
	for i := 0; i < len(cards); i += 4 {
		var fronts, backs []item
		for k, g := range cards[i:min(i+4, len(cards))] {
			s := c.cardSect(g)
			x, y := float64(k%2)*paper.width/2, float64(k/2)*paper.height/2
			fronts = append(fronts, c.front(g, s, x, y, i+k, len(cards))...)
			backs = append(backs, c.back(g, s, float64(1-k%2)*paper.width/2, y)...)
		}
		c.cardPage(paper, fronts, c.cutMarks)
		c.cardPage(paper, backs, c.cutMarks)
	}
	if len(cards) == 0 {
		return nil, errNothing
	}
	return c.print(w, paginate(c.strips, a4()), false)
}

func (c *composer) cardSect(g render.Greeting) *tag {
	s := c.doc.add("Sect")
	s.title = g.Quote
	return s
}

// cardPage is a page on which everything has its place.
func (c *composer) cardPage(paper *pageFormat, items []item, over func(p *provider, b drawing.Box)) {
	width, height := int(math.Ceil(paper.width)), paper.height
	end := c.onFormat(paper)
	if over != nil { // at the far right, so that it is drawn last
		items = append(items, item{x: width - 1, w: 1, h: height, comp: sketch{draw: func(p *provider, _ drawing.Box) {
			over(p, drawing.Box{W: p.page.width, H: p.page.height})
		}}})
	}
	c.add(strip{height: height, fresh: true, items: items})
	end()
}

// cutMarks are short lines at the edges where the sheet is cut.
func (c *composer) cutMarks(p *provider, b drawing.Box) {
	const long = 12
	x, y := b.W/2, b.H/2
	for _, l := range []drawing.Path{drawing.Line(x, 0, x, long), drawing.Line(x, b.H-long, x, b.H), drawing.Line(0, y, long, y), drawing.Line(b.W-long, y, b.W, y), drawing.Line(x-long, y, x+long, y), drawing.Line(x, y-long, x, y+long)} {
		p.path(l.Stroked(c.theme.InkSoft, 0.5, 2, 2))
	}
}

// front is the picture side of a card with its corner at (x0, y0).
func (c *composer) front(g render.Greeting, s *tag, x0, y0 float64, number, of int) []item {
	w := c.lang.Greeting()
	left := int(x0)
	head := s.add("H1")
	head.title = fmt.Sprintf(w.Front, c.lang.Int(number+1), c.lang.Int(of))
	art := s.add("Figure")
	if art.alt = w.Title; int(g.Motif) < len(w.Art) {
		art.alt = w.Art[g.Motif]
	}
	items := []item{{x: left, w: cardColumn, y: y0, h: cardHeight, comp: pictureOf(g.Art, 1, drawing.Point{X: x0 - float64(left)}, art)}}
	const room, padX = 196, 16
	x, y := left+wordsLeft, y0+26
	title, h := c.lines(w.Title, style{font.Bold, 16, 20, c.theme.Ink, align.Left}, head, x, room, y)
	items = append(items, title...)
	y += h + 8

	// The balloon is as high as the quote in the largest type that leaves the ground free.
	most := y0 + cardHeight - 22 - y
	var balloon []item
	height := 0.0
	for size := 17.0; ; size -= 0.5 {
		quote := &tag{role: "BlockQuote"}
		small := math.Min(size, leastLetter)
		kind, h1 := c.lines(g.Kind, style{font.SemiBold, small, small * 1.35, c.theme.Accent, align.Left}, s, x+padX, room-2*padX, y+12)
		kind = retag(kind, quote.add("P"))
		said, h2 := c.lines("“"+g.Quote+"”", style{font.Italic, size, size * 1.32, c.theme.Ink, align.Left}, quote.add("P"), x+padX, room-2*padX, y+12+h1+3)
		source, h3 := c.lines(g.Source, style{font.Regular, small, small * 1.35, c.theme.InkSoft, align.Left}, quote.add("P"), x+padX, room-2*padX, y+12+h1+3+h2+5)
		height = 12 + h1 + 3 + h2 + 5 + h3 + 11
		if height <= most || size <= 6.5 {
			s.kids = append(s.kids, kid{tag: quote})
			balloon = append(append(kind, said...), source...)
			break
		}
	}
	items = append(items, item{x: x, w: room, y: y, h: height, comp: sketch{draw: func(p *provider, b drawing.Box) {
		p.path(cardBalloon(drawing.Box{X: b.X + 1.5, Y: b.Y + 2.5, W: b.W, H: b.H}).Filled(c.theme.Ink.Alpha(0.10)))
		p.path(cardBalloon(b).Filled(c.theme.Paper))
	}}})
	return append(items, balloon...)
}

// retag gives lines to another element.
func retag(items []item, t *tag) []item {
	for i := range items {
		if l, ok := items[i].comp.(textLine); ok {
			l.tag = t
			items[i].comp = l
		}
	}
	return items
}

// cardBalloon is a rounded box with a tail to the picture at its left.
func cardBalloon(b drawing.Box) drawing.Path {
	const r, k = 14.0, 14 * 0.4477
	x, y, right, bottom := b.X, b.Y, b.X+b.W, b.Y+b.H
	tail := math.Min(y+46, bottom-r-18)
	return drawing.Path{}.Move(x+r, y).Line(right-r, y).Cubic(right-k, y, right, y+k, right, y+r).
		Line(right, bottom-r).Cubic(right, bottom-k, right-k, bottom, right-r, bottom).
		Line(x+r, bottom).Cubic(x+k, bottom, x, bottom-k, x, bottom-r).
		Line(x, tail+14).Cubic(x-4, tail+12, x-11, tail+13, x-17, tail+17).Cubic(x-13, tail+10, x-5, tail+4, x, tail).
		Line(x, y+r).Cubic(x, y+k, x+k, y, x+r, y).Closed()
}

// back is the side to write on: what happened at the left, stamp and address at the right.
func (c *composer) back(g render.Greeting, s *tag, x0, y0 float64) []item {
	const margin, column = 20, 186
	w := c.lang.Greeting()
	left := int(math.Ceil(x0))
	items := []item{{x: left, w: cardColumn, y: y0, h: cardHeight, comp: sketch{draw: func(p *provider, _ drawing.Box) { p.cardBack(x0, y0, c.theme) }}}}
	x, y := left+margin, y0+26
	stamp, _ := c.lines(w.Stamp, style{font.Regular, leastLetter, 11, c.theme.InkSoft, align.Center}, s.add("P"), left+348, 54, y0+32)
	address, _ := c.lines(w.Address, style{font.SemiBold, leastLetter, 12, c.theme.InkSoft, align.Left}, s.add("P"), left+232, 60, y0+122)
	from := joined(" · ", g.From, c.report.Municipality, c.report.Date)
	room := cardHeight - 26 - 34
	for size := 11.5; ; size -= 0.5 {
		list := &tag{role: "L"}
		small := math.Max(size*0.8, math.Min(size, leastLetter))
		var lines []item
		at := 0.0
		for _, fact := range g.Lines {
			if strings.TrimSpace(fact.Value) == "" {
				continue
			}
			li := list.add("LI")
			label, h := c.lines(fact.Label, style{font.SemiBold, small, small * 1.4, c.theme.Accent, align.Left}, li.add("Lbl"), x, column, y+at)
			value, h2 := c.lines(fact.Value, style{font.Regular, size, size * 1.38, c.theme.Ink, align.Left}, li.add("LBody"), x, column, y+at+h)
			lines = append(append(lines, label...), value...)
			at += h + h2 + size*0.7
		}
		giver := &tag{role: "P"}
		if strings.TrimSpace(from) != "" {
			more, h := c.lines(w.From+": "+from, style{font.Regular, small, small * 1.35, c.theme.InkSoft, align.Left}, giver, x, column, y+at+3)
			lines = append(lines, more...)
			at += h + 3
		}
		if at <= room || size <= 5 {
			s.kids = append(s.kids, kid{tag: list}, kid{tag: giver})
			items = append(items, lines...)
			break
		}
	}
	return append(append(items, stamp...), address...)
}

// cardBack draws the furniture of a back: the stripes, the line down the middle, the place for a
// stamp and the lines for an address.
func (p *provider) cardBack(x, y float64, t render.Theme) {
	clip := drawing.Rect(x, y, cardWidth, cardHeight, 0)
	p.raw("q %sW n", p.outline(clip.Segs))
	p.path(clip.Filled(t.Paper))
	colors := []drawing.Color{t.Ribbon, t.Paper, t.Header, t.Paper}
	for i := -1; i < 44; i++ {
		left := x + float64(i)*11
		for _, top := range []float64{y, y + cardHeight - 9} {
			band := drawing.Polyline(drawing.Point{X: left + 6, Y: top}, drawing.Point{X: left + 17, Y: top}, drawing.Point{X: left + 11, Y: top + 9}, drawing.Point{X: left, Y: top + 9}).Closed()
			p.path(band.Filled(colors[(i+4)%4]))
		}
	}
	p.path(drawing.Line(x+218, y+26, x+218, y+cardHeight-26).Stroked(t.Line.Over(t.InkSoft, 0.5), 0.8))
	p.path(drawing.Rect(x+346, y+22, 58, 60, 3).Stroked(t.InkSoft, 0.8, 2.5, 2.5))
	p.bow(x+375, y+60, 0.13, t)
	for i := range 4 {
		line := y + 158 + float64(i)*28
		p.path(drawing.Line(x+232, line, x+400, line).Stroked(t.InkSoft, 0.5))
	}
	p.raw("Q")
}
