package journeymap

import (
	"fmt"
	"strconv"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
)

// painter turns placed things of one band into paths and text in the colours of a theme.
type painter struct {
	t render.Theme
	v *view
	l *layout
}

// draw makes the picture of a view. Backgrounds come first, then in reading order the header, and
// for each band the names of the lanes, the connections, the curve, and phase by phase its steps
// with all that belongs to them.
func draw(s *sheet, v *view, t render.Theme) drawing.Drawing {
	page := painter{t: t, v: v}
	ids := map[string]bool{}
	var items []drawing.Item
	for _, l := range s.bands {
		items = append(items, painter{t, l.v, l}.background(ids))
	}
	items = append(items, page.header(s), page.top(s))
	var spots, rooms []drawing.Spot
	for _, l := range s.bands {
		p := painter{t, l.v, l}
		items = append(items, p.labels(ids)...)
		if l.channels != nil {
			items = append(items, p.connections(ids))
		}
		if l.curve != nil && l.curve.grid {
			items = append(items, p.curve(ids))
		}
		for i := range l.phases {
			items = append(items, p.phase(i, ids))
		}
		spots = append(spots, l.spots(l.v)...)
		rooms = append(rooms, l.rooms()...)
	}
	items = append(items, page.footer(s))
	return drawing.Drawing{
		ID: v.id, Width: s.width, Height: s.height,
		Title: clean(v.title()), Desc: clean(v.tale()), Lang: string(v.lang), Background: t.Paper, Items: items, Spots: spots, Rooms: rooms, Heads: s.heads(),
	}
}

// spots gathers the places that stand for something measured, in reading order.
func (l *layout) spots(v *view) []drawing.Spot {
	var all []drawing.Spot
	for i := range v.steps {
		for _, ln := range l.lanes {
			for _, c := range ln.cards {
				if c.step == i {
					all = append(all, c.spots...)
				}
			}
		}
		if l.curve == nil {
			continue
		}
		for _, p := range l.curve.points {
			if p.step == i {
				all = append(all, drawing.Spot{For: render.BackingID(render.BackingEmotion, v.steps[i].ID), Box: p.box()})
			}
		}
	}
	return all
}

func (v *view) title() string {
	if v.part != "" {
		return v.j.Title + " · " + v.part + " · " + v.partTitle()
	}
	return v.j.Title
}

// color gives the colour of a role; phase matters to the number of a step only.
func (p painter) color(r role, phase int) drawing.Color {
	switch r {
	case soft:
		return p.t.InkSoft
	case onHeader:
		return p.t.OnHeader
	case onHeaderSoft:
		return p.t.OnHeader.Over(p.t.Header, 0.8)
	case onPhase:
		return p.t.Phase(phase).OnFill
	case accent:
		return p.t.Accent
	case good:
		return p.t.Good
	case bad:
		return p.t.Bad
	case warn:
		return p.t.Warn
	case typedShare:
		return p.t.InkSoft.Over(p.t.Paper, 0.55)
	case number:
		return p.t.Phase(phase).Fill
	case onBad:
		return p.t.Paper
	}
	return p.t.Ink
}

// slate is the colour of the main way through the channels: quieter than text, still at least
// 3:1 on white.
func (p painter) slate() drawing.Color { return p.t.InkSoft.Over(p.t.Paper, 0.78) }

func (p painter) block(b block, phase int) []drawing.Item {
	var items []drawing.Item
	for _, t := range b.texts() {
		t.Fill = p.color(b.role, phase)
		if b.halo {
			t.Halo, t.HaloWidth = p.t.Paper, 4
		}
		items = append(items, t)
	}
	return items
}

func (p painter) blocks(bs []block, phase int) []drawing.Item {
	var items []drawing.Item
	for _, b := range bs {
		items = append(items, p.block(b, phase)...)
	}
	return items
}

// background holds all that nobody needs to hear of: tints, grid lines, dividing lines.
func (p painter) background(ids map[string]bool) drawing.Item {
	l, t := p.l, p.t
	var items []drawing.Item
	for i, ph := range p.v.phases {
		x, w := l.grid.tint(ph.from, ph.to)
		items = append(items, drawing.Rect(x, l.tints[0], w, l.tints[1]-l.tints[0], 8).Filled(t.Phase(p.number(i)).Tint))
	}
	x1, x2 := l.grid.x+2, l.grid.x+l.grid.width()-2
	if c := l.channels; c != nil {
		for _, r := range c.rows {
			items = append(items, drawing.Line(x1, r.y, x2, r.y).Stroked(t.Line, 1, 1, 5))
		}
	}
	if c := l.curve; c != nil && c.grid {
		items = append(items, p.warmth(c)...)
		for _, value := range []float64{2, 1, 0, -1, -2} {
			y := c.zero - value*l.grid.mood
			width := 1.0
			color := t.Line
			if value == 0 {
				width, color = 1.5, t.InkSoft.Over(t.Paper, 0.45)
			}
			items = append(items, drawing.Line(x1, y, x2, y).Stroked(color, width))
		}
	}
	for _, d := range l.lines {
		items = append(items, drawing.Line(l.grid.x-2, d.y, x2+2, d.y).Stroked(t.Ink, 1.4, 7, 5))
	}
	return drawing.Group{ID: uniqueID(ids, "achtergrond"), Items: items}
}

// number is the position of a phase in the journey, from 0, by its position in the view.
func (p painter) number(phase int) int { return p.v.phases[phase].number - 1 }

func (p painter) header(s *sheet) drawing.Item {
	h := s.header
	items := []drawing.Item{drawing.Rect(0, 0, s.width, h.box.H, 0).Filled(p.t.Header)}
	items = append(append(items, p.blocks(h.blocks, 0)...), logoOn(h.logo, p.t.Logo, p.t.Paper)...)
	return drawing.Group{ID: "kop", Label: clean(p.v.title()), Items: items}
}

func (p painter) top(s *sheet) drawing.Item {
	var items []drawing.Item
	if c := s.persona; c != nil {
		items = append(items, drawing.Group{ID: "klant", Label: p.v.words.Customer, Items: p.card(*c, 0)})
	}
	if c := s.key; c != nil {
		items = append(items, drawing.Group{ID: "legenda", Label: p.v.words.Legend, Items: p.card(*c, 0)})
	}
	return drawing.Group{ID: "bovenaan", Items: items}
}

// labels are the names of the lanes in the left column.
func (p painter) labels(ids map[string]bool) []drawing.Item {
	var items []drawing.Item
	put := func(name string, c card, extra ...drawing.Item) {
		items = append(items, drawing.Group{ID: uniqueID(ids, "baan-"+name), Items: append(p.card(c, 0), extra...)})
	}
	for _, ln := range p.l.lanes {
		put(ln.name, ln.label)
	}
	if c := p.l.channels; c != nil {
		var rows []drawing.Item
		for _, r := range c.rows {
			rows = append(rows, p.channelSign(r.channel, drawing.Box{X: pageMargin + 16, Y: r.y - 10, W: 20, H: 20}, p.channelColor(r.channel))...)
			rows = append(rows, p.block(r.text, 0)...)
		}
		put("kanalen", c.label, rows...)
	}
	if c := p.l.curve; c != nil {
		put("beleving", c.label, p.blocks(c.axis, 0)...)
	}
	for _, d := range p.l.lines {
		items = append(items, drawing.Group{ID: uniqueID(ids, "lijn-"+d.name), Items: p.block(d.text, 0)})
	}
	return items
}

// phase is the arrow of a phase with all its steps.
func (p painter) phase(i int, ids map[string]bool) drawing.Item {
	b, ph := p.l.phases[i], p.v.phases[i]
	at := p.number(i)
	items := []drawing.Item{arrowBox(b).Filled(p.t.Phase(at).Fill)}
	items = append(items, p.block(b.title, at)...)
	items = append(items, p.block(b.meta, at)...)
	for s := ph.from; s < ph.to; s++ {
		items = append(items, p.step(s, at, ids))
	}
	label := fmt.Sprintf("%s: %s", fmt.Sprintf(p.v.words.PhaseOf, ph.number, len(p.v.j.Phases)), ph.title)
	return drawing.Group{ID: uniqueID(ids, "fase-"+strconv.Itoa(ph.number)), Label: clean(label), Items: items}
}

// arrowBox is a phase's arrow: a notch at its tail, unless it is the first.
func arrowBox(b phaseBox) drawing.Path {
	x, y, w, h := b.box.X, b.box.Y, b.box.W, b.box.H
	n := phaseNotch
	a := drawing.Path{}
	if b.first {
		const r = 6.0
		a = a.Move(x+r, y).Line(x+w, y).Line(x+w+n-4, y+h/2).Line(x+w, y+h).Line(x+r, y+h).
			Cubic(x+r/2, y+h, x, y+h-r/2, x, y+h-r).Line(x, y+r).Cubic(x, y+r/2, x+r/2, y, x+r, y)
	} else {
		a = a.Move(x, y).Line(x+w, y).Line(x+w+n-4, y+h/2).Line(x+w, y+h).Line(x, y+h).Line(x+n-4, y+h/2)
	}
	return a.Closed()
}

// step is all that stands at one step, from top to bottom.
func (p painter) step(i, phase int, ids map[string]bool) drawing.Item {
	s := p.v.steps[i]
	var items []drawing.Item
	cards := func(lanes []lane) {
		for _, ln := range lanes {
			for _, c := range ln.cards {
				if c.step == i {
					items = append(items, p.card(c, phase)...)
				}
			}
		}
	}
	lanes := p.l.lanes
	front := 0 // lanes in front of the channels come first in reading order
	for front < len(lanes) && (p.l.channels == nil || lanes[front].box.Y < p.l.channels.box.Y) && (p.l.curve == nil || lanes[front].box.Y < p.l.curve.box.Y) {
		front++
	}
	cards(lanes[:front])
	items = append(items, p.nodes(i)...)
	items = append(items, p.moment(i, phase)...)
	cards(lanes[front:])
	id := journeys.Slug(s.ID)
	if id == "" {
		id = strconv.Itoa(s.number)
	}
	return drawing.Group{
		ID: uniqueID(ids, "stap-"+id), Label: clean(p.v.story(i)), Items: items,
		Data: map[string]string{"stap": s.ID, "nummer": strconv.Itoa(s.number)},
	}
}

// uniqueID keeps ids apart where a journey uses one twice.
func uniqueID(ids map[string]bool, id string) string {
	name := id
	for n := 2; ids[name]; n++ {
		name = id + "-" + strconv.Itoa(n)
	}
	ids[name] = true
	return name
}

func (p painter) footer(s *sheet) drawing.Item {
	f := s.footer
	items := []drawing.Item{drawing.Line(pageMargin, f.rule, s.width-pageMargin, f.rule).Stroked(p.t.Line, 1)}
	for _, m := range f.gifts {
		items = append(items, p.mark(m, 0)...)
	}
	return drawing.Group{ID: "voet", Label: p.v.words.Sources, Items: append(items, p.blocks(f.blocks, 0)...)}
}
