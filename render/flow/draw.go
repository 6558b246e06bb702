// Package flow draws the stream of customers through a journey: the steps, the ways between
// them with the share of customers who take them, and where customers drop out. Graphviz places
// the steps and routes the lines (render/flow/graphviz); sizes come from our own measuring of
// text, and the drawing is our own.
package flow

import (
	"context"
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/flow/graphviz"
	"klantreis/render/font"
	"klantreis/render/words"
)

// Draw makes the flow picture of a journey, about as wide as twice its height. It fails with
// ErrTooLarge, or when the context ends. ev may be nil.
func Draw(ctx context.Context, engine *graphviz.Engine, j *journeys.Journey, ev *evidence.Evidence, t render.Theme, lang words.Lang) (drawing.Drawing, error) {
	m := build(j, ev)
	if len(m.steps) > MaxSteps || len(m.links) > MaxLinks {
		return drawing.Drawing{}, ErrTooLarge
	}
	p := newPlanner(m, lang)
	title := lang.Flow().Title + ": " + j.Title
	g, err := p.layout(ctx, engine, title, m.summary(lang))
	if err != nil {
		return drawing.Drawing{}, err
	}
	a := artist{page: g, theme: t, ids: map[string]bool{}}
	return drawing.Drawing{
		ID: "stroom", Width: g.w, Height: g.h,
		Title: title, Desc: m.story(lang), Lang: string(lang),
		Background: t.Paper, Items: a.draw(),
	}, nil
}

// artist turns positions into shapes.
type artist struct {
	*page
	theme render.Theme
	ids   map[string]bool // in use
}

func (a *artist) draw() []drawing.Item {
	items := []drawing.Item{a.drawHeader()}
	for _, pan := range a.panels {
		items = append(items, a.drawPanel(pan))
	}
	for _, b := range a.bands {
		for k := range a.links {
			if b.holds(a.links[k].from) && !a.jumps[k] {
				items = append(items, a.drawLink(k))
			}
		}
	}
	for _, b := range a.bands {
		for i := b.first; i < b.last; i++ {
			items = append(items, a.drawStep(b, i))
		}
		if b.holds(len(a.steps)) {
			items = append(items, a.drawEnd(b.cells[len(a.steps)]))
		}
	}
	return append(items, a.drawLegend())
}

// text sets lines below each other; y is the top of the first.
func (a *artist) text(lines []line, x, y float64, anchor drawing.Anchor, color drawing.Color) []drawing.Item {
	var items []drawing.Item
	for _, l := range lines {
		baseline := y + l.size*(leading/2+(font.Ascent-font.Descent)/2)
		fill := color
		if l.soft {
			fill = a.theme.InkSoft
		}
		items = append(items, drawing.Text{X: x, Y: baseline, S: l.text, Size: l.size, Face: l.face, Anchor: anchor, Fill: fill})
		y += l.size * leading
	}
	return items
}

func (a *artist) drawHeader() drawing.Item {
	items := []drawing.Item{drawing.Rect(0, 0, a.w, a.top, 0).Filled(a.theme.Header)}
	items = append(items, a.text(a.header, pageMargin, 20, drawing.Start, a.theme.OnHeader)...)
	items = append(items, a.text(a.sub, pageMargin, 24+height(a.header), drawing.Start, a.theme.OnHeader.Over(a.theme.Header, 0.85))...)
	return drawing.Group{ID: "kop", Items: items}
}

func (a *artist) drawPanel(pan panel) drawing.Item {
	colors := a.theme.Phase(pan.phase)
	b := pan.box
	items := []drawing.Item{
		drawing.Rect(b.X, b.Y, b.W, b.H, 10).Filled(colors.Tint),
		topRounded(b.X, b.Y, b.W, pan.head, 10).Filled(colors.Fill),
	}
	items = append(items, a.text(pan.title, b.X+panelPad, b.Y+(pan.head-height(pan.title))/2, drawing.Start, colors.OnFill)...)
	return drawing.Group{Items: items, Label: a.phaseTitle(pan)}
}

// topRounded is a box of which only the upper corners are round.
func topRounded(x, y, w, h, r float64) drawing.Path {
	const k = 1 - 0.5522847498
	return drawing.Path{}.Move(x, y+h).Line(x, y+r).Cubic(x, y+r*k, x+r*k, y, x+r, y).
		Line(x+w-r, y).Cubic(x+w-r*k, y, x+w, y+r*k, x+w, y+r).Line(x+w, y+h).Closed()
}

// id makes a name that is fit for an anchor and used once.
func (a *artist) id(prefix, name string) string {
	clean := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.' {
			return r
		}
		return '-'
	}, name)
	id := prefix + clean
	for n := 2; a.ids[id]; n++ {
		id = fmt.Sprintf("%s%s-%d", prefix, clean, n)
	}
	a.ids[id] = true
	return id
}

func (a *artist) drawStep(b *placed, i int) drawing.Item {
	s, c, card := a.steps[i], a.cells[i], a.cardBox(b, i)
	colors := a.theme.Phase(s.phase)
	var items []drawing.Item
	if c.repeat != nil {
		items = append(items, a.drawRepeat(c, b.cells[i], card))
	}
	items = append(items, a.drawOuts(i, card)...)
	items = append(items,
		drawing.Rect(card.X, card.Y, card.W, card.H, 9).Filled(a.theme.Paper).Stroked(colors.Fill, 1.4),
		topRounded(card.X, card.Y, card.W, barHeight+4, 9).Filled(colors.Fill),
		drawing.Rect(card.X+0.7, card.Y+barHeight, card.W-1.4, 8, 0).Filled(a.theme.Paper))
	x, y := card.X+a.inset(), card.Y+barHeight+a.pad/2+1
	items = append(items, drawing.Circle(x+discRadius, y+discRadius, discRadius).Filled(colors.Fill))
	number := []line{{text: a.lang.Int(i + 1), face: font.Bold, size: a.small}}
	items = append(items, a.text(number, x+discRadius, y+discRadius-height(number)/2, drawing.Middle, colors.OnFill)...)
	if c.badge != "" {
		w := width(badgeLine(c.badge, a.small)) + 16
		items = append(items, a.drawBadge(c.badge, card.X+card.W-a.inset()-w, y+discRadius)...)
	}
	y += 2*discRadius + a.pad/2
	items = append(items, a.text(c.title, x, y, drawing.Start, a.theme.Ink)...)
	items = append(items, a.text(c.channels, x, y+height(c.title)+4, drawing.Start, a.theme.InkSoft)...)
	if a.chooses(i) {
		items = append(items, diamond(card.X+card.W, card.Y+(card.H-backPort)/2, diamondRadius).Filled(a.theme.Paper).Stroked(a.theme.Accent, 2.2))
	}
	return drawing.Group{ID: a.id("stap-", s.id), Label: a.stepLabel(i, c.badge, a.lang), Data: map[string]string{"stap": s.id}, Items: items}
}

// drawBadge draws the number of signals in a pill; x is its left and y its middle.
func (a *artist) drawBadge(text string, x, y float64) []drawing.Item {
	badge := badgeLine(text, a.small)
	w := width(badge) + 16
	h := height(badge) + 5
	return append([]drawing.Item{drawing.Rect(x, y-h/2, w, h, h/2).Filled(a.theme.Header)},
		a.text(badge, x+w/2, y-height(badge)/2, drawing.Middle, a.theme.OnHeader)...)
}

func badgeLine(text string, size float64) []line {
	return []line{{text: text, face: font.SemiBold, size: size}}
}

const diamondRadius = 8

func diamond(x, y, r float64) drawing.Path {
	return drawing.Polyline(drawing.Point{X: x - r, Y: y}, drawing.Point{X: x, Y: y - r}, drawing.Point{X: x + r, Y: y}, drawing.Point{X: x, Y: y + r}).Closed()
}

// chooses reports whether customers take different ways after a step.
func (a *artist) chooses(i int) bool {
	for _, l := range a.links {
		if l.from == i && l.kind == choice {
			return true
		}
	}
	return false
}

// drawEnd draws the quiet last node.
func (a *artist) drawEnd(box drawing.Box) drawing.Item {
	x, y := box.X+box.W/2, box.Y+box.H/2
	word := []line{{text: a.lang.Flow().End, face: font.SemiBold, size: a.small}}
	items := []drawing.Item{drawing.Circle(x, y, endRadius).Filled(a.theme.Panel).Stroked(a.theme.InkSoft, 1.6)}
	items = append(items, a.text(word, x, y-height(word)/2, drawing.Middle, a.theme.Ink)...)
	return drawing.Group{ID: a.id("einde", ""), Label: a.lang.Flow().End, Items: items}
}
