package assist

import (
	"klantreis/journeys"
)

// Outline lists the parts of a journey in the order of the file: phases with their steps and the signals of
// those, sources, advice, and what else has a name.
func Outline(src []byte) []Symbol {
	d := open(src)
	return d.symbols(d.root)
}

func (d *document) symbols(n *node) []Symbol {
	var all []Symbol
	if n == nil {
		return nil
	}
	for i := range n.entries {
		e := &n.entries[i]
		below := d.symbols(e.value)
		s, ok := d.symbol(n, e)
		if !ok {
			all = append(all, below...)
			continue
		}
		s.Children = below
		all = append(all, s)
	}
	return all
}

// symbol makes one of an entry: an item that has a title, a source, a channel.
func (d *document) symbol(in *node, e *entry) (Symbol, bool) {
	for _, t := range d.things {
		if e.value == nil || t.whole != e.value {
			continue
		}
		from := e.value.from
		if in.form == mapping { // a source: its name is the key
			from = e.keyFrom
		}
		return Symbol{Thing: t.kind, ID: t.id, Title: t.title, Name: d.rangeOf(t.from, t.to), Whole: d.rangeOf(from, e.end())}, true
	}
	if e.value == nil || e.value.form != mapping || e.value.shape == nil {
		return Symbol{}, false
	}
	shape := e.value.shape.Is(journeys.KindMapping)
	if shape == nil || shape.Key("fase") == nil {
		return Symbol{}, false
	}
	for _, k := range e.value.entries {
		if k.key == "fase" && k.value != nil && k.value.form == scalar {
			return Symbol{Title: k.value.text, Name: d.rangeOf(k.value.from, k.value.to), Whole: d.rangeOf(e.value.from, e.end())}, true
		}
	}
	return Symbol{}, false
}
