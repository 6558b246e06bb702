package assist

import (
	"fmt"

	"klantreis/journeys"
)

// Hover explains the key or the value at a place, or what a reference there leads to.
func Hover(src []byte, place Place, o Options) (Help, bool) {
	d := open(src)
	way := d.path(d.offset(place))
	if len(way) == 0 {
		return Help{}, false
	}
	last := way[len(way)-1]
	if v := last.entry.value; !last.onKey && v != nil && v.form == scalar && v.shape != nil {
		if one := v.shape.Single(); one != nil && len(one.Refers) > 0 {
			if t := d.find(one.Refers, v.text); t != nil {
				return d.helpOn(t, d.rangeOf(v.from, v.to), o), true
			}
		}
	}
	for i := len(way) - 1; i >= 0; i-- { // an item of a list is explained by the key of the list
		s := way[i]
		if s.in.form != mapping {
			continue
		}
		shape := (*journeys.Shape)(nil)
		if s.in.shape != nil {
			shape = s.in.shape.Is(journeys.KindMapping, journeys.KindNames)
		}
		if shape == nil || !s.entry.colon {
			return Help{}, false
		}
		about := shape.Describe(s.entry.key)
		if about.Dutch == "" {
			return Help{}, false
		}
		if !s.onKey && i < len(way)-1 && way[i+1].in.form == mapping { // between the keys of a block
			return Help{}, false
		}
		h := Help{Title: s.entry.key, Text: about.In(o.Lang), Example: about.Example, Range: d.rangeOf(s.entry.keyFrom, s.entry.keyTo)}
		if v := last.entry.value; !last.onKey && v != nil {
			h.Range = d.rangeOf(v.from, v.end())
		}
		return h, true
	}
	return Help{}, false
}

// helpOn tells what a reference leads to.
func (d *document) helpOn(t *thing, r Range, o Options) Help {
	line := d.place(t.from).Line
	return Help{Range: r, Title: t.title, Text: fmt.Sprintf(pick(o, "%s ‘%s’, regel %d", "%s ‘%s’, line %d"), nameOf(t.kind, o), t.id, line)}
}

// nameOf is what a person calls a kind of thing.
func nameOf(kind journeys.Thing, o Options) string {
	if o.Lang == "en" {
		return map[journeys.Thing]string{journeys.ThingStep: "Step", journeys.ThingSignal: "Signal", journeys.ThingLeadTime: "Lead time",
			journeys.ThingArena: "Arena", journeys.ThingMetric: "Metric", journeys.ThingAdvice: "Advice", journeys.ThingSource: "Source",
			journeys.ThingChannel: "Channel"}[kind]
	}
	return map[journeys.Thing]string{journeys.ThingStep: "Stap", journeys.ThingSignal: "Signaal", journeys.ThingLeadTime: "Doorlooptijd",
		journeys.ThingArena: "Arena", journeys.ThingMetric: "Meting", journeys.ThingAdvice: "Advies", journeys.ThingSource: "Bron",
		journeys.ThingChannel: "Kanaal"}[kind]
}

// Definition gives the place of the name that the reference at a place leads to.
func Definition(src []byte, place Place) (Range, bool) {
	d := open(src)
	t, _ := d.thingAt(d.offset(place))
	if t == nil {
		return Range{}, false
	}
	return d.rangeOf(t.from, t.to), true
}

// References gives all places that lead to what is named or referred to at a place, its own name first.
func References(src []byte, place Place) []Range {
	d := open(src)
	t, _ := d.thingAt(d.offset(place))
	if t == nil {
		return nil
	}
	all := []Range{d.rangeOf(t.from, t.to)}
	for _, n := range d.references(t) {
		all = append(all, d.rangeOf(n.from, n.to))
	}
	return all
}

// thingAt gives what the word at a place names or refers to, with the word.
func (d *document) thingAt(at int) (*thing, Range) {
	for i := range d.things {
		if t := &d.things[i]; t.from <= at && at <= t.to {
			return t, d.rangeOf(t.from, t.to)
		}
	}
	way := d.path(at)
	if len(way) == 0 || way[len(way)-1].onKey {
		return nil, Range{}
	}
	v := way[len(way)-1].entry.value
	if v == nil || v.form != scalar || v.shape == nil {
		return nil, Range{}
	}
	one := v.shape.Single()
	if one == nil {
		return nil, Range{}
	}
	return d.find(one.Refers, v.text), d.rangeOf(v.from, v.to)
}

// references lists the values that refer to a thing.
func (d *document) references(t *thing) []*node {
	var all []*node
	d.root.each(func(n *node) {
		if n.shape == nil {
			return
		}
		if one := n.shape.Single(); one != nil && len(one.Refers) > 0 && n.text == t.id && d.find(one.Refers, n.text) == t {
			all = append(all, n)
		}
	})
	return all
}
