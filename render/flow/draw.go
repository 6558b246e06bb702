// Package flow draws the stream of customers through a journey: the steps, the ways between
// them with the share of customers who take them, and where customers drop out. Graphviz places
// the steps, row by row (render/flow/graphviz); sizes come from our own measuring of text, and the
// lines and the drawing are our own.
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
	title := lang.Flow().Title + ": " + j.Title
	g, err := layout(ctx, engine, m, lang, title, m.summary(lang))
	if err != nil {
		return drawing.Drawing{}, err
	}
	a := artist{page: g, theme: t, ids: map[string]bool{}}
	return drawing.Drawing{
		ID: "stroom", Width: g.w, Height: g.h,
		Title: title, Desc: m.story(lang), Lang: string(lang),
		Background: t.Paper, Items: a.draw(), Spots: a.spots(), Rooms: a.rooms(),
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
	items = append(items, a.drawLines())
	for i := range a.steps { // people who do not see the picture hear each step, then the ways from it
		items = append(items, a.drawStep(i))
		for k, l := range a.links {
			if l.from == i && !a.jumps[k] {
				items = append(items, a.drawTexts(k))
			}
		}
	}
	if a.hasEnd() {
		items = append(items, a.drawEnd())
	}
	return append(items, a.drawLegend())
}

// text sets lines below each other; y is the top of the first.
func (a *artist) text(lines []line, x, y float64, anchor drawing.Anchor, color drawing.Color) []drawing.Item {
	var items []drawing.Item
	for _, l := range lines {
		baseline := y + l.size*(leading/2+(font.Ascent-font.Descent)/2)
		items = append(items, drawing.Text{X: x, Y: baseline, S: l.text, Size: l.size, Face: l.face, Anchor: anchor, Fill: color})
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

// drawPanel draws the ground of a phase, with its title on a chip that leaves the wires free.
func (a *artist) drawPanel(pan panel) drawing.Item {
	colors := a.theme.Phase(pan.phase)
	b, c := pan.box, pan.chip
	const r = 12
	chip := drawing.Path{}.Move(c.X, c.Y+c.H).Line(c.X, c.Y+r).Cubic(c.X, c.Y+r*0.45, c.X+r*0.45, c.Y, c.X+r, c.Y).
		Line(c.X+c.W, c.Y).Line(c.X+c.W, c.Y+c.H-r).Cubic(c.X+c.W, c.Y+c.H-r*0.45, c.X+c.W-r*0.45, c.Y+c.H, c.X+c.W-r, c.Y+c.H).Closed()
	items := []drawing.Item{
		drawing.Rect(b.X, b.Y, b.W, b.H, r).Filled(colors.Tint).Stroked(colors.Fill.Over(a.theme.Paper, 0.22), 1),
		chip.Filled(colors.Fill),
	}
	items = append(items, a.text(pan.title, c.X+panelPad, c.Y+(c.H-height(pan.title))/2, drawing.Start, colors.OnFill)...)
	return drawing.Group{Items: items, Label: a.phaseTitle(pan)}
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

// spots gathers the badges of the steps, in reading order.
func (a *artist) spots() []drawing.Spot {
	var all []drawing.Spot
	for i, s := range a.steps {
		if a.cells[i].badge != "" {
			all = append(all, drawing.Spot{For: render.BackingID(render.BackingStep, s.id), Box: a.badgeBox(i)})
		}
	}
	return all
}

// rooms are those of the phases, as far as they stand in one row, and of the steps in them.
func (a *artist) rooms() []drawing.Spot {
	var all []drawing.Spot
	for _, pan := range a.panels {
		all = append(all, drawing.Spot{For: render.PhaseRoom(pan.phase + 1), Box: pan.chip})
	}
	for i, s := range a.steps {
		all = append(all, drawing.Spot{For: render.StepRoom(s.id), Box: a.cardBox(i)})
	}
	return all
}
