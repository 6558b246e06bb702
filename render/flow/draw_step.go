package flow

import (
	"klantreis/render/drawing"
	"klantreis/render/font"
)

const (
	discRadius    = 12
	diamondRadius = 8
	cardRound     = 9
)

func (a *artist) drawStep(i int) drawing.Item {
	s, c, card := a.steps[i], a.cells[i], a.cardBox(i)
	colors := a.theme.Phase(s.phase)
	var items []drawing.Item
	if c.repeat != nil {
		items = append(items, a.drawRepeat(i, card))
	}
	items = append(items, a.drawOuts(i, card)...)
	items = append(items,
		drawing.Rect(card.X, card.Y+2, card.W, card.H, cardRound).Filled(a.theme.Ink.Alpha(0.08)),
		drawing.Rect(card.X+0.5, card.Y+0.5, card.W-1, card.H-1, cardRound).Filled(a.theme.Paper).Stroked(colors.Fill.Over(a.theme.Paper, 0.5), 1),
		topRounded(card, cardRound, capHeight).Filled(colors.Fill))
	x, y := card.X+a.pad, card.Y+capHeight+6
	number := []line{{text: a.lang.Int(i + 1), face: font.Bold, size: a.small}}
	items = append(items, drawing.Circle(x+discRadius, y+discRadius, discRadius).Filled(colors.Fill))
	items = append(items, a.text(number, x+discRadius, y+discRadius-height(number)/2, drawing.Middle, colors.OnFill)...)
	if c.badge != "" {
		items = append(items, a.drawBadge(c.badge, a.badgeBox(i))...)
	}
	y += headRow
	items = append(items, a.text(c.title, x, y, drawing.Start, a.theme.Ink)...)
	items = append(items, a.text(c.channels, x, y+height(c.title)+3, drawing.Start, a.theme.InkSoft)...)
	if a.chooses(i) {
		items = append(items, diamond(card.X+card.W, card.Y+axisDepth, diamondRadius).Filled(a.theme.Paper).Stroked(a.theme.Ink, 2))
	}
	return drawing.Group{ID: a.id("stap-", s.id), Label: a.stepLabel(i, a.badgeText(i), a.lang), Data: map[string]string{"stap": s.id}, Items: items}
}

// topRounded is the coloured edge along the top of a card.
func topRounded(b drawing.Box, r, h float64) drawing.Path {
	const k = 0.45
	x, y, w := b.X, b.Y, b.W
	return drawing.Path{}.Move(x, y+r).Cubic(x, y+r*k, x+r*k, y, x+r, y).Line(x+w-r, y).
		Cubic(x+w-r*k, y, x+w, y+r*k, x+w, y+r).Line(x+w-0.5, y+h+1).Line(x+0.5, y+h+1).Closed()
}

// badgeText says in words what a badge shows.
func (a *artist) badgeText(i int) string {
	switch a.steps[i].signals {
	case 0:
		return ""
	case 1:
		return a.cells[i].badge + " " + a.lang.Flow().Signal
	}
	return a.cells[i].badge + " " + a.lang.Flow().Signals
}

const badgeIcon = 13

// badgeBox is the place of the number of signals at a step.
func (a *artist) badgeBox(i int) drawing.Box {
	card := a.cardBox(i)
	w, h := badgeSize(a.cells[i].badge, a.small)
	return drawing.Box{X: card.X + card.W - a.pad - w, Y: card.Y + capHeight + 6 + discRadius - h/2, W: w, H: h}
}

func badgeSize(text string, size float64) (w, h float64) {
	return font.Width(text, font.SemiBold, size) + badgeIcon + 18, size*leading + 4
}

// drawBadge draws the number of signals in a pill, behind a speech balloon.
func (a *artist) drawBadge(text string, b drawing.Box) []drawing.Item {
	words := []line{{text: text, face: font.SemiBold, size: a.small}}
	x, y := b.X+7, b.Y+b.H/2
	balloon := drawing.Path{}.Move(x+1, y-5).Line(x+11, y-5).Line(x+11, y+2.5).Line(x+6.5, y+2.5).Line(x+3.5, y+5.5).Line(x+3.5, y+2.5).Line(x+1, y+2.5).Closed()
	balloon.Stroke.Round = true
	items := []drawing.Item{
		drawing.Rect(b.X, b.Y, b.W, b.H, b.H/2).Filled(a.theme.Header),
		balloon.Stroked(a.theme.OnHeader, 1.4),
	}
	return append(items, a.text(words, x+badgeIcon+3, y-height(words)/2, drawing.Start, a.theme.OnHeader)...)
}

func diamond(x, y, r float64) drawing.Path {
	return drawing.Polyline(drawing.Point{X: x - r, Y: y}, drawing.Point{X: x, Y: y - r}, drawing.Point{X: x + r, Y: y}, drawing.Point{X: x, Y: y + r}).Closed()
}

// chooses reports whether customers take different ways after a step.
func (a *artist) chooses(i int) bool {
	for _, k := range a.touching[i] {
		if l := a.links[k]; l.from == i && l.kind == choice {
			return true
		}
	}
	return false
}

// drawEnd draws the quiet last node.
func (a *artist) drawEnd() drawing.Item {
	box := a.cardBox(len(a.steps))
	x, y := box.X+box.W/2, box.Y+box.H/2
	word := []line{{text: a.lang.Flow().End, face: font.SemiBold, size: a.small}}
	items := []drawing.Item{drawing.Circle(x, y, endRadius-1).Filled(a.theme.Panel).Stroked(a.theme.InkSoft, 2)}
	items = append(items, a.text(word, x, y-height(word)/2, drawing.Middle, a.theme.Ink)...)
	return drawing.Group{ID: a.id("einde", ""), Label: a.lang.Flow().End, Items: items}
}

// drawOuts draws what hangs below a step: drop-outs, marked by a cross, and lines that do not run
// through.
func (a *artist) drawOuts(i int, card drawing.Box) []drawing.Item {
	var items []drawing.Item
	left, bottom := card.X+a.cells[i].outIndent, card.Y+card.H
	for _, o := range a.cells[i].outs {
		y, w := bottom+o.y+o.h/2, lineWidth(o.weight)
		fill, text, x := a.theme.BadSoft, "", left+outPad
		color, dash := a.theme.Bad, unknownDash(o.weight)
		if o.isJump {
			l := a.links[o.link]
			color, dash = a.style(l)
			fill, text = a.theme.Paper, a.linkText(l, a.lang)
		} else {
			text, x = a.outText(i, a.steps[i].dropOuts[o.out], a.lang), x+2*signR+5
		}
		from := drawing.Point{X: card.X + o.x, Y: bottom}
		corners := []drawing.Point{from, {X: from.X, Y: y}, {X: left, Y: y}}
		line, head := arrow(corners, w, 8)
		border := drawing.Rect(left, bottom+o.y, card.W-a.cells[i].outIndent, o.h, 7).Filled(fill).Stroked(color, 1.2)
		group := drawing.Group{Label: text, Items: []drawing.Item{line.Stroked(color, w, dash...), head.Filled(color), border}}
		if !o.isJump {
			group.ID = a.id("afhaak-", a.steps[i].id)
			group.Items = append(group.Items, a.cross(left+outPad+signR, y)...)
		}
		group.Items = append(group.Items, a.text(o.lines, x, y-height(o.lines)/2, drawing.Start, a.theme.Ink)...)
		items = append(items, group)
	}
	return items
}

// cross is the sign of a drop-out.
func (a *artist) cross(x, y float64) []drawing.Item {
	const c = 3.2
	return []drawing.Item{
		drawing.Circle(x, y, signR).Filled(a.theme.Bad),
		drawing.Path{}.Move(x-c, y-c).Line(x+c, y+c).Move(x-c, y+c).Line(x+c, y-c).Stroked(a.theme.Paper, 2),
	}
}

// repeatWeight is the share of all repeats of a step together, negative when none is known.
func (m *model) repeatWeight(i int) float64 {
	weight := -1.0
	for _, r := range m.steps[i].repeats {
		if r.share != nil {
			weight = max(weight, 0) + *r.share
		}
	}
	return weight
}

// drawRepeat draws the way from a step to itself, above the step.
func (a *artist) drawRepeat(i int, card drawing.Box) drawing.Item {
	text := a.cells[i].repeat
	weight := a.repeatWeight(i)
	w := lineWidth(weight)
	y := card.Y - repeatGap - text.down
	left, right := card.X+repeatInset+a.card*0.12, card.X+a.card*0.88
	line, head := arrow([]drawing.Point{{X: right, Y: card.Y}, {X: right, Y: y}, {X: left, Y: y}, {X: left, Y: card.Y}}, w, 12)
	color, dash := a.style(link{kind: back, weight: weight})
	items := append([]drawing.Item{line.Stroked(color, w, dash...), head.Filled(color)}, a.drawLabel(text, card.X+(repeatInset+card.W)/2, y, drawing.Middle, color)...)
	var says string
	for n, r := range a.steps[i].repeats {
		if n > 0 {
			says += " "
		}
		says += a.repeatText(i, r, a.lang)
	}
	return drawing.Group{Items: items, Label: says}
}
