package journeymap

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"klantreis/journeys"
	"klantreis/render/drawing"
)

const (
	rowHeight  = 37.0
	nodeRadius = 13.0
	nodeRing   = 14.5 // radius with the white ring around it
)

// channelLane is the row of channels with the way that customers take through them.
type channelLane struct {
	box    drawing.Box
	label  card
	rows   []channelRow
	nodes  []node
	spines []spine // join the channels of one step
	edges  []edge
}

// channel is how a channel looks, the same in every picture of the journey; name is empty for
// what the customer does alone.
type channel struct {
	name    string
	order   int // in the whole journey: it gives the colour
	icon    icon
	letters string // instead of an icon
}

// channelRow is one channel in its lane.
type channelRow struct {
	channel
	y    float64 // middle
	text block
}

// node is a step on one of its channels.
type node struct {
	step, row int
	x, y      float64
}

func (n node) box() drawing.Box {
	return drawing.Box{X: n.x - nodeRing, Y: n.y - nodeRing, W: 2 * nodeRing, H: 2 * nodeRing}
}

type spine struct {
	step           int
	x, top, bottom float64
}

// planChannels places the lane at 0; nil when the journey knows neither channels nor flow.
func planChannels(v *view, g grid) *channelLane {
	names, used := v.channels(v.steps)
	if !used {
		return nil
	}
	l := &channelLane{label: labelFor(g, v.words.Channels, 0)}
	top := l.label.box.H - 5 // the rows bring their own room; fit makes more where ways need it
	all, _ := v.channels(v.all)
	slices.SortFunc(names, func(a, b string) int { return slices.Index(all, a) - slices.Index(all, b) }) // as in every other band
	for i, name := range names {
		r := channelRow{channel: v.channel(name, all), y: top + g.row*(float64(i)+0.5)}
		title := v.words.OwnDoing
		if name != "" {
			title = v.words.Channel(name)
		}
		r.text = block{x: pageMargin + 46, w: g.label - 56, lines: wrapped(title, bodyStrong, g.label-56), style: bodyStrong}
		r.text.y = r.y - r.text.height()/2
		l.rows = append(l.rows, r)
	}
	spread(l.rows, l.label.box.H-6)
	for i, s := range v.steps {
		var rows []int
		for r, row := range l.rows {
			if row.name != "" && slices.Contains(s.Channels, row.name) || row.name == "" && len(s.Channels) == 0 {
				rows = append(rows, r)
				l.nodes = append(l.nodes, node{i, r, g.centre(i), row.y})
			}
		}
		if len(rows) > 1 {
			l.spines = append(l.spines, spine{i, g.centre(i), l.rows[rows[0]].y, l.rows[rows[len(rows)-1]].y})
		}
	}
	last := l.rows[len(l.rows)-1]
	bottom := math.Max(last.y+g.row/2, last.text.y+last.text.height()) + 8
	l.box = drawing.Box{X: g.x, Y: 0, W: g.width(), H: bottom}
	rt := router{lane: l, v: v, g: g}
	rt.route()
	l.label.shift(pageMargin, 0)
	l.label.box.H = l.box.H
	return l
}

// spread moves rows down where the name of a channel needs more than one row's height; free is
// where the first may begin.
func spread(rows []channelRow, free float64) {
	for i := range rows {
		if short := free - rows[i].text.y; short > 0 {
			for k := i; k < len(rows); k++ {
				rows[k].y += short
				rows[k].text.y += short
			}
		}
		free = rows[i].text.y + rows[i].text.height() + 6
	}
}

// channels lists the channels that steps use, in the order of where they are used on average, with
// the customer alone last. That order makes the way run from the upper left to the lower right,
// with few crossings.
func (v *view) channels(steps []stepView) (names []string, used bool) {
	alone, flows := false, false
	for _, s := range steps {
		for _, c := range s.Channels {
			if !slices.Contains(names, c) {
				names = append(names, c)
			}
		}
		alone = alone || len(s.Channels) == 0
		flows = flows || len(s.Next) > 0
	}
	if len(names) == 0 && !flows {
		return nil, false
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(meanColumn(steps, a), meanColumn(steps, b)) })
	if alone {
		names = append(names, "")
	}
	return names, true
}

// meanColumn says where among steps a channel is used, on average.
func meanColumn(steps []stepView, channel string) float64 {
	sum, n := 0.0, 0
	for i, s := range steps {
		if slices.Contains(s.Channels, channel) {
			sum, n = sum+float64(i), n+1
		}
	}
	return sum / float64(n)
}

// channel tells how a channel looks; all are those of the whole journey.
func (v *view) channel(name string, all []string) channel {
	c := channel{name: name, order: hue(name, all), icon: v.channelIcon(name)}
	if c.icon == iconGeneric {
		c.letters = v.letters(name, all)
	}
	return c
}

// hue is the place of a channel among the colours: for a known channel the same in every journey,
// as long as no two of one journey share it.
func hue(name string, all []string) int {
	const hues = 8 // of a theme
	taken := map[int]bool{}
	for _, c := range all {
		at := max(0, slices.Index(journeys.Channels(), c)) % hues
		for n := 0; taken[at] && n < hues; n++ {
			at = (at + 1) % hues
		}
		if c == name {
			return at
		}
		taken[at] = true
	}
	return 0
}

func (v *view) channelIcon(name string) icon {
	if name == "" {
		return iconPerson
	}
	for _, own := range v.j.OwnChannels {
		if own.Name == name && isIcon(icon(own.Icon)) {
			return icon(own.Icon)
		}
	}
	if isIcon(icon(name)) {
		return icon(name)
	}
	return iconGeneric
}

// letters are the first letter of a channel without an icon and, where another such channel
// begins alike, the first letter in which they differ.
func (v *view) letters(name string, all []string) string {
	own := []rune(v.words.Channel(name))
	text := string(unicode.ToUpper(own[0]))
	for _, other := range all {
		if other == name || other == "" || v.channelIcon(other) != iconGeneric {
			continue
		}
		theirs := []rune(v.words.Channel(other))
		if unicode.ToUpper(theirs[0]) != unicode.ToUpper(own[0]) {
			continue
		}
		for i := 1; i < len(own); i++ {
			if unicode.IsLetter(own[i]) && (i >= len(theirs) || theirs[i] != own[i]) {
				return text + string(unicode.ToLower(own[i]))
			}
		}
	}
	return text
}

// move shifts the whole lane down.
func (l *channelLane) move(dy float64) {
	l.box.Y += dy
	l.label.shift(0, dy)
	l.shift(dy)
}

// shift moves everything in the lane but its label.
func (l *channelLane) shift(dy float64) {
	for i := range l.rows {
		l.rows[i].y += dy
		l.rows[i].text.y += dy
	}
	for i := range l.nodes {
		l.nodes[i].y += dy
	}
	for i := range l.spines {
		l.spines[i].top += dy
		l.spines[i].bottom += dy
	}
	for i := range l.edges {
		l.edges[i].shift(dy)
	}
}
