package journeymap

import (
	"fmt"

	"klantreis/journeys"
	"klantreis/journeys/difference"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// What happened to a step, as a colour of the theme; each has a sign and a word of its own too.
const (
	roleNew     = good
	roleGone    = bad
	roleMoved   = accent
	roleChanged = warn
	roleSame    = soft
)

func (p *pair) lanesAbove() []laneSpec {
	return []laneSpec{
		{"stappen", p.words.Steps, false, perStep(p.stepCard)},
		{"verandert", p.w.ChangeLane, true, perStep(p.changeCard)},
		{"kanalen", p.w.ChannelLane, true, perStep(p.channelCard)},
	}
}

func (p *pair) lanesBelow() []laneSpec {
	lists := func(name string, lane words.MapLane, k kind, icon icon, h [3]string, of func(*journeys.Step) []string) laneSpec {
		return laneSpec{name, lane, true, perStep(func(_ *view, i int, c *card) bool {
			c.kind = k
			return p.listCard(i, c, of, icon, h)
		})}
	}
	work := [3]string{p.w.Added, p.w.Stays, p.w.Removed}
	return []laneSpec{
		{"pijnpunten", p.w.PainLane, true, perStep(p.painCard)},
		lists("gaat-goed", p.w.GoodLane, doesCard, iconCheck, [3]string{p.w.NewGood, p.w.Stays, p.w.Lost}, func(s *journeys.Step) []string { return s.GoesWell }),
		lists("achter-de-schermen", p.w.BackstageLane, doesCard, iconGear, work, func(s *journeys.Step) []string { return s.Backstage }),
		lists("systemen", p.w.SystemLane, doesCard, iconSystem, work, func(s *journeys.Step) []string { return s.Systems }),
		{"cadeautjes", p.w.AdviceLane, true, perStep(p.adviceCard)},
	}
}

// states lists what happened to a step: at least one word, with its colour.
func (p *pair) states(s render.ComparedStep) (names []string, roles []role) {
	add := func(name string, r role) { names, roles = append(names, name), append(roles, r) }
	switch {
	case s.State == difference.Added:
		add(p.w.New, roleNew)
	case s.State == difference.Removed:
		add(p.w.Gone, roleGone)
	case s.Same():
		add(p.w.Same, roleSame)
	}
	if s.Moved {
		add(p.w.Moved, roleMoved)
	}
	if s.State == difference.Kept && s.Changed() {
		add(p.w.Changed, roleChanged)
	}
	return names, roles
}

// wasAt tells where a removed or moved step stood; empty when there is nothing to tell.
func (p *pair) wasAt(s render.ComparedStep) string {
	switch {
	case s.Moved && s.Step.Before.Phase != s.Step.After.Phase:
		return fmt.Sprintf(p.w.WasStepIn, s.Step.Before.Number, s.Step.Before.Phase)
	case s.Moved, s.State == difference.Removed:
		return fmt.Sprintf(p.w.WasStep, s.Step.Before.Number)
	}
	return ""
}

// stepCard is the step: its number, what happened to it, its title and where it was.
func (p *pair) stepCard(_ *view, i int, c *card) bool {
	s := p.c.Steps[i]
	c.kind = stepCard
	c.gap(4)
	text := ink
	if s.State == difference.Removed {
		text = soft
	} else {
		c.blocks = append(c.blocks, oneLine(cardPadX, c.box.H+1, 40, twoDigits(s.Step.After.Number), valueText, number, drawing.Start))
	}
	names, roles := p.states(s)
	for k, name := range names {
		if k > 0 {
			c.gap(badgeHeight + 4)
		}
		c.badges = append(c.badges, newBadge(c.box.W-9, c.box.H, name, roles[k]))
	}
	c.gap(badgeHeight + 6)
	c.add(s.Title(), cardTitle, text, cardPadX, cardPadX)
	if at := p.wasAt(s); at != "" {
		c.gap(3)
		c.add(at, note, soft, cardPadX, cardPadX)
	}
	return true
}

// ownLane says which fields have a lane of their own.
func ownLane(key string) bool {
	switch key {
	case "kanalen", "emotie", "pijnpunten", "gaat-goed", "achter-de-schermen", "systemen", "fase":
		return true
	}
	return false
}

// changeCard tells field by field what a step was and becomes.
func (p *pair) changeCard(_ *view, i int, c *card) bool {
	s := p.c.Steps[i]
	c.kind = doesCard
	if s.State == difference.Added {
		for _, f := range []struct{ key, text string }{{"doet", s.After.Does}, {"denkt", s.After.Thinks}} {
			if f.text != "" {
				p.fieldName(c, p.w.Field(f.key))
				c.add(f.text, body, ink, cardPadX, cardPadX)
			}
		}
		return len(c.blocks) > 0
	}
	for _, f := range s.Changes {
		if ownLane(f.Key) {
			continue
		}
		p.fieldName(c, f.Name)
		switch {
		case f.Hidden:
			c.add(p.w.NotShown, note, soft, cardPadX, cardPadX)
		case len(f.Removed)+len(f.Added)+len(f.Edited) > 0:
			withSign(c, f.Removed, signMinus, soft, soft)
			withSign(c, f.Added, signPlus, good, ink)
			withSign(c, f.Edited, signPencil, warn, ink)
		default:
			if f.From != "" {
				c.add(p.w.Was+": "+f.From, note, soft, cardPadX, cardPadX)
			}
			becomes := f.To
			if becomes == "" {
				becomes = p.w.Nothing
			}
			c.add(p.w.Becomes+": "+becomes, body, ink, cardPadX, cardPadX)
		}
	}
	return len(c.blocks) > 0
}

// fieldName heads a part of a card.
func (p *pair) fieldName(c *card, name string) {
	if len(c.blocks) > 0 {
		c.gap(7)
	}
	c.add(name, noteStrong, ink, cardPadX, cardPadX)
}

// withSign puts texts at the card's end, each with a sign before it.
func withSign(c *card, items []string, sign icon, mk, text role) {
	for _, item := range items {
		y, before := c.box.H, len(c.blocks)
		c.add(item, body, text, cardPadX+20, cardPadX)
		if len(c.blocks) > before {
			c.marks = append(c.marks, mark{icon: sign, box: drawing.Box{X: cardPadX, Y: y + 1, W: 14, H: 14}, role: mk})
		}
	}
}

// group is a part of a list: what came, what stays or what left.
type group struct {
	name       string
	items      []string
	sign       icon
	mark, text role
}

// groups puts the parts of a list in a card. Where everything stays as it is, that needs no name.
func (p *pair) groups(c *card, all ...group) bool {
	named := 0
	for _, g := range all {
		if len(g.items) > 0 && g.name != p.w.Stays {
			named++
		}
	}
	for _, g := range all {
		if len(g.items) == 0 {
			continue
		}
		if named > 0 {
			p.fieldName(c, g.name)
		}
		withSign(c, g.items, g.sign, g.mark, g.text)
	}
	return len(c.blocks) > 0
}

// parts divides a list of a step into what came, what stays and what left.
func parts(s render.ComparedStep, of func(*journeys.Step) []string) (added, stays, removed []string) {
	var was, becomes []string
	if s.Before != nil {
		was = of(s.Before)
	}
	if s.After != nil {
		becomes = of(s.After)
	}
	removed, added = difference.Items(was, becomes)
	_, stays = difference.Items(added, becomes)
	return added, stays, removed
}

// listCard shows a list with headings for what came, what stays and what left.
func (p *pair) listCard(i int, c *card, of func(*journeys.Step) []string, ic icon, heads [3]string) bool {
	s := p.c.Steps[i]
	added, stays, removed := parts(s, of)
	left := heads[2]
	if s.State == difference.Removed {
		left = p.w.LeftWithStep
	}
	return p.groups(c, group{heads[0], added, signPlus, good, ink}, group{heads[1], stays, ic, soft, ink}, group{left, removed, signMinus, bad, soft})
}

func (p *pair) painCard(_ *view, i int, c *card) bool {
	s := p.c.Steps[i]
	added, stays, removed := parts(s, func(s *journeys.Step) []string { return s.PainPoints })
	solved := group{p.w.Solved, removed, iconCheck, good, ink}
	c.kind = wellCard
	switch {
	case len(added)+len(stays) > 0:
		c.kind = painCard
	case s.State == difference.Removed:
		c.kind = doesCard
	}
	if s.State == difference.Removed {
		solved = group{p.w.LeftWithStep, removed, signMinus, soft, soft}
	}
	return p.groups(c, solved, group{p.w.Stays, stays, iconPain, bad, ink}, group{p.w.NewPain, added, iconPain, bad, ink})
}

// channelCard shows the channels with their icons behind the sign of what happened to each.
func (p *pair) channelCard(_ *view, i int, c *card) bool {
	c.kind = doesCard
	s := p.c.Steps[i]
	added, stays, removed := parts(s, func(s *journeys.Step) []string { return s.Channels })
	put := func(heading string, names []string, sign icon, mk, text role) {
		if len(names) > 0 && heading != "" {
			p.fieldName(c, heading)
		}
		for _, name := range names {
			y, before := c.box.H, len(c.blocks)
			left := cardPadX + 22.0
			if sign != "" {
				left += 20
			}
			c.add(p.words.Channel(name), body, text, left, cardPadX)
			if len(c.blocks) == before {
				continue
			}
			c.marks = append(c.marks, mark{icon: p.channelIcon(name), box: drawing.Box{X: left - 22, Y: y, W: 16, H: 16}, role: text})
			if sign != "" {
				c.marks = append(c.marks, mark{icon: sign, box: drawing.Box{X: cardPadX, Y: y + 1, W: 14, H: 14}, role: mk})
			}
		}
	}
	stay, left := "", p.w.Removed
	if len(added)+len(removed) > 0 {
		stay = p.w.Stays
	}
	if s.State == difference.Removed {
		left = p.w.LeftWithStep
	}
	put(p.w.Added, added, signPlus, good, ink)
	put(stay, stays, "", soft, ink)
	put(left, removed, signMinus, bad, soft)
	return len(c.blocks) > 0
}

// channelIcon is the picture of a channel of either journey.
func (p *pair) channelIcon(name string) icon {
	if isIcon(icon(name)) {
		return icon(name)
	}
	for _, j := range []*journeys.Journey{p.c.Wished, p.c.Current} {
		for _, own := range j.OwnChannels {
			if own.Name == name && isIcon(icon(own.Icon)) {
				return icon(own.Icon)
			}
		}
	}
	return iconGeneric
}

// adviceCard shows the advice that belongs to the step, with its status.
func (p *pair) adviceCard(_ *view, i int, c *card) bool {
	c.kind = adviceCard
	statuses := p.lang.Report().Statuses
	for k, a := range p.steps[i].advice {
		if k > 0 {
			c.gap(10)
		}
		y := c.box.H
		text := "+"
		if a.number > 0 {
			text = p.lang.Int(a.number)
		}
		c.marks = append(c.marks, mark{icon: iconGift, box: drawing.Box{X: cardPadX - 1, Y: y, W: 30, H: 30}, role: accent, text: text})
		c.add(a.advice.Title, bodyStrong, ink, cardPadX+44, cardPadX)
		line := p.basis(a)
		if a.advice.Status != "" {
			line = statuses[a.advice.Status] + " · " + line
		}
		if a.number == 0 {
			line = p.w.AdviceNew + " · " + line
		}
		c.add(line, note, soft, cardPadX+44, cardPadX)
		c.box.H = max(c.box.H, y+30)
	}
	return len(c.marks) > 0
}
