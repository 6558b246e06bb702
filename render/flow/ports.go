package flow

import (
	"cmp"
	"math"
	"slices"

	"klantreis/render/font"
)

// way is how a line runs.
type way int

const (
	absent  way = iota // it is no line of this band, or is not drawn through
	across             // to the right, within a band
	over               // back, within a band: through the roof above the steps
	leaving            // to another band
	coming             // from another band
)

func (p *planner) way(b *band, k int) way {
	l := p.links[k]
	from, to := b.holds(l.from), b.holds(l.to)
	switch {
	case p.jumps[k] || !from && !to:
		return absent
	case from && to && l.kind == back:
		return over
	case from && to:
		return across
	case from:
		return leaving
	}
	return coming
}

// port is where a line meets a step.
type port struct {
	top bool    // at the upper side of the card, otherwise at the right (leaving) or left (arriving)
	at  float64 // from the left side of the card when top, else from the axis downwards
}

// ends are the ports of a line, and its texts there.
type ends struct {
	out, in port
	side    *label // at its source, right of the card; nil when it stands in the roof
	roof    *label
	tag     *label // at its target, when it comes from afar
}

const (
	portGap   = 5 // between what stands at neighbouring ports
	topPitch  = 26
	topInset  = 18
	upperPort = upperDepth - axisDepth
)

// texts makes the texts of line k in band b, at most as wide as the room.
func (p *planner) texts(b *band, k int, room float64) (at ends) {
	l, w := p.links[k], p.lang.Flow()
	pill := ""
	if l.share != nil {
		pill = p.lang.Percent(*l.share)
	}
	reason := wrap(l.when, font.Regular, p.small, room, p.lines)
	if l.rest {
		reason = wrap(w.Others, font.Regular, p.small, room, p.lines)
	}
	way := p.way(b, k)
	far := way == leaving || way == over && b.at(l.from)-b.at(l.to) > farColumns
	switch {
	case far && l.kind == back:
		reason = append(reason, line{text: "← " + w.BackTo + " " + p.lang.Int(l.to+1), face: font.SemiBold, size: p.small})
	case far:
		reason = append(reason, line{text: "→ " + w.OnTo + " " + p.lang.Int(l.to+1), face: font.SemiBold, size: p.small})
	case l.kind == back && pill != "":
		pill = "← " + pill
	case l.kind == back:
		pill = "←"
	}
	text := newLabel(reason, pill, p.small, l.weight)
	if way == over && b.at(l.to) < b.at(l.from) {
		at.roof, at.side = text, newLabel(nil, "", p.small, l.weight)
	} else {
		at.side = text
	}
	if far {
		at.tag = newLabel(nil, w.ComesFrom+" "+p.lang.Int(l.from+1), p.small, l.weight)
	}
	return at
}

// farColumns is how many columns a line back may span before it says where it leads.
const farColumns = 3

// labelRoom is the width of the text at a line. A loop to the column before has little room.
func (p *planner) labelRoom(b *band, k int) float64 {
	if p.way(b, k) != over {
		return p.sizes.label
	}
	if l := p.links[k]; b.at(l.from)-b.at(l.to) < 2 {
		return 0.58 * p.card
	}
	return p.card - 8
}

// fit makes the cards high enough for the ports of all their lines, and decides how high the steps
// are above and below their axes.
func (g *page) fit() {
	g.ends = make([]ends, len(g.links))
	for _, b := range g.bands {
		for k, l := range g.links {
			if b.holds(l.from) && !g.jumps[k] {
				g.ends[k] = g.texts(b.band, k, g.labelRoom(b.band, k))
			}
		}
	}
	for _, b := range g.bands {
		for i := b.first; i < b.last; i++ {
			g.fitStep(i)
		}
	}
}

func (g *page) fitStep(i int) {
	c := g.cells[i]
	c.cardHeight = c.textHeight

	c.up, c.down = axisDepth, 0
	out, in := 0.0, 0.0
	for _, k := range g.touching[i] {
		l, e := g.links[k], g.ends[k]
		switch {
		case g.jumps[k]:
		case l.from == i && l.main:
			c.up = math.Max(c.up, e.side.up)
			out += e.side.down
			c.down = math.Max(c.down, e.side.down)
		case l.from == i:
			out += portGap + e.side.up + e.side.down
			c.down = math.Max(c.down, e.side.down)
		case g.mainIn(i) == k:
			in += entryHalf(e, l)
		default:
			in += portGap + 2*entryHalf(e, l)
		}
	}
	c.cardHeight = math.Ceil(math.Max(c.cardHeight, axisDepth+math.Max(out, in)+cornerRoom))
	c.up = math.Ceil(math.Max(c.up, axisDepth+c.above)) + 1
	c.down = math.Ceil(c.cardHeight-axisDepth+c.below) + 1
}

// entryHalf is half the height that a line takes at the left side of a card.
func entryHalf(e ends, l link) float64 {
	half := headHalf(lineWidth(l.weight))
	if e.tag != nil {
		half = math.Max(half, e.tag.pillHeight()/2)
	}
	return half
}

// mainIn is the line on which most customers come to step i, which meets it at its axis, or −1.
func (p *planner) mainIn(i int) int {
	best := -1
	for _, k := range p.touching[i] {
		l := p.links[k]
		if l.to != i || l.kind == back || p.jumps[k] {
			continue
		}
		if best < 0 || rank(l) > rank(p.links[best]) {
			best = k
		}
	}
	return best
}

// rank orders the lines that come to a step: the way on from the step before it goes before
// others of the same share.
func rank(l link) float64 {
	r := l.weight
	if l.main {
		r += 2
	}
	if l.to == l.from+1 {
		r += 0.01
	}
	return r
}

// assignPorts gives each line in a band its ports, from top to bottom in the order of where they
// lead, so that neighbours do not cross.
func (g *page) assignPorts(b *placed) {
	for i := b.first; b.holds(i); i++ {
		var outs, ins []int
		free, tops := g.topRoom(b, i), 0
		for _, k := range g.touching[i] {
			l := g.links[k]
			back := g.way(b.band, k) == over && b.at(l.to) < b.at(l.from)
			switch {
			case g.jumps[k]:
			case back && tops < free:
				tops++
				g.topPort(b, k, i)
			case l.from == i && l.main:
				g.ends[k].out = port{}
			case l.from == i:
				outs = append(outs, k)
			case k == g.mainIn(i):
				g.ends[k].in = port{}
			default:
				ins = append(ins, k)
			}
		}
		g.spreadTop(b, i)
		g.spreadOuts(b, i, outs)
		g.spreadIns(b, i, ins)
	}
}

// topRoom is how many lines can meet a step at its upper side. A repeat leaves room for one.
func (g *page) topRoom(b *placed, i int) int {
	switch {
	case i == len(g.cells) || !b.topmost(g, i):
		return 0
	case g.cells[i].repeat != nil:
		return 1
	}
	return int((g.card - 2*topInset) / topPitch)
}

// topmost reports whether nothing stands above a step in its column.
func (b *placed) topmost(g *page, i int) bool {
	y := b.axis[i-b.first]
	for o, c := range b.column {
		if c == b.at(i) && b.axis[o] < y {
			return false
		}
	}
	for k, via := range b.via {
		l := g.links[k]
		if n := b.at(i) - b.at(l.from) - 1; n >= 0 && n < len(via) && via[n] < y {
			return false
		}
	}
	return true
}

func (g *page) topPort(b *placed, k, i int) {
	if g.links[k].from == i {
		g.ends[k].out.top = true
	} else {
		g.ends[k].in.top = true
	}
}

// spreadTop sets the ports at the upper side: lines that leave to the left of those that arrive,
// since they go left, and longer ones around shorter ones.
func (g *page) spreadTop(b *placed, i int) {
	var outs, ins []int
	for _, k := range g.touching[i] {
		switch l := g.links[k]; {
		case g.jumps[k]:
		case l.from == i && g.ends[k].out.top:
			outs = append(outs, k)
		case l.to == i && g.ends[k].in.top:
			ins = append(ins, k)
		}
	}
	far := func(k int) int { return g.links[k].from - g.links[k].to }
	slices.SortStableFunc(outs, func(a, o int) int { return cmp.Compare(far(a), far(o)) })
	slices.SortStableFunc(ins, func(a, o int) int { return cmp.Compare(far(a), far(o)) })
	if i < len(g.cells) && g.cells[i].repeat != nil {
		for _, k := range outs {
			g.ends[k].out.at = repeatInset / 2
		}
		for _, k := range ins {
			g.ends[k].in.at = repeatInset / 2
		}
		return
	}
	step := topPitch * 1.0
	if len(outs)+len(ins) <= 2 {
		step = g.card / 4
	}
	for n, k := range outs {
		g.ends[k].out.at = topInset + step/2 + float64(n)*step
	}
	for n, k := range ins {
		g.ends[k].in.at = g.card - topInset - step/2 - float64(n)*step
	}
}

// spreadOuts sets the ports below the axis at the right side.
func (g *page) spreadOuts(b *placed, i int, outs []int) {
	y := 0.0
	upper := true
	for _, k := range g.touching[i] {
		if l := g.links[k]; l.from == i && l.main && !g.jumps[k] {
			y = g.ends[k].side.down
			upper = g.ends[k].side.up <= -upperPort-10
		}
	}
	target := func(k int) float64 {
		switch g.way(b.band, k) {
		case over:
			return math.Inf(-1)
		case leaving:
			if g.links[k].kind == back {
				return math.Inf(-1)
			}
			return math.Inf(1)
		}
		if via := b.via[k]; len(via) > 0 {
			return via[0]
		}
		return b.axis[g.links[k].to-b.first]
	}
	slices.SortStableFunc(outs, func(a, o int) int { return cmp.Compare(target(a), target(o)) })
	for _, k := range outs {
		e := &g.ends[k]
		if upper && math.IsInf(target(k), -1) && e.side.up < 8 {
			e.out.at, upper = upperPort, false
			continue
		}
		upper = false
		y += portGap + e.side.up
		e.out.at = math.Round(y)
		y += e.side.down
	}
}

// spreadIns does the same at the left side.
func (g *page) spreadIns(b *placed, i int, ins []int) {
	y := 0.0
	upper := true
	if k := g.mainIn(i); k >= 0 {
		y = entryHalf(g.ends[k], g.links[k])
		upper = y <= 12
	}
	source := func(k int) float64 {
		l := g.links[k]
		switch g.way(b.band, k) {
		case over:
			return math.Inf(-1)
		case coming:
			if l.kind == back {
				return math.Inf(1)
			}
			return math.Inf(-1)
		}
		if via := b.via[k]; len(via) > 0 {
			return via[len(via)-1]
		}
		return b.axis[l.from-b.first] + g.ends[k].out.at
	}
	slices.SortStableFunc(ins, func(a, o int) int { return cmp.Compare(source(a), source(o)) })
	for _, k := range ins {
		e := &g.ends[k]
		half := entryHalf(*e, g.links[k])
		if upper && math.IsInf(source(k), -1) && half <= 11 {
			e.in.at, upper = upperPort, false
			continue
		}
		upper = false
		y += portGap + half
		e.in.at = math.Round(y)
		y += half
	}
}
