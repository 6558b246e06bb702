package assist

import (
	"klantreis/journeys"
)

// document is a file with what the format says of each part, and the things that it names.
type document struct {
	text
	root   *node
	things []thing
}

// thing is a part of the journey that others can refer to.
type thing struct {
	kind      journeys.Thing
	id, title string
	name      *node // what holds the id; of a source or channel nil
	from, to  int   // of that
	derived   bool  // the id follows from the title
	fixed     bool  // and cannot be set apart from it
	whole     *node
}

func open(src []byte) *document {
	d := &document{text: newText(src), root: read(src)}
	shape := journeys.FileShape()
	d.mark(d.root, &shape)
	return d
}

// mark gives each part its shape, and collects things.
func (d *document) mark(n *node, shape *journeys.Shape) {
	if n == nil || shape == nil {
		return
	}
	n.shape = shape
	switch n.form {
	case mapping:
		d.markKeys(n, shape)
	case list:
		if s := shape.Is(journeys.KindList); s != nil {
			for _, e := range n.entries {
				d.mark(e.value, s.Items)
			}
		}
	}
}

func (d *document) markKeys(n *node, shape *journeys.Shape) {
	if s := shape.Is(journeys.KindNames); s != nil {
		for _, e := range n.entries {
			d.mark(e.value, s.Items)
			if s.Names != "" && e.colon {
				d.things = append(d.things, thing{kind: s.Names, id: e.key, title: e.key, from: e.keyFrom, to: e.keyTo, whole: e.value})
			}
		}
		return
	}
	s := shape.Is(journeys.KindMapping)
	if s == nil {
		return
	}
	var title, id *entry
	var named journeys.Thing
	withID := false
	for _, k := range s.Keys {
		withID = withID || k.Shape.ID
	}
	for i := range n.entries {
		e := &n.entries[i]
		if e.def = s.Key(e.key); e.def == nil || !e.colon {
			continue
		}
		if e.def.Shape.Names != "" {
			title, named = e, e.def.Shape.Names
		}
		if e.def.Shape.ID {
			id = e
		}
	}
	if title != nil && title.value.form == scalar {
		t := thing{kind: named, title: title.value.text, id: journeys.Slug(title.value.text), name: title.value, derived: true, fixed: !withID, whole: n}
		if id != nil && id.value.form == scalar && id.value.text != "" {
			t.id, t.name, t.derived = id.value.text, id.value, false
		}
		t.from, t.to = t.name.from, t.name.to
		d.things = append(d.things, t)
	}
	for i := range n.entries {
		if e := &n.entries[i]; e.def != nil {
			d.mark(e.value, &e.def.Shape)
		}
	}
}

// find gives the thing of one of some kinds that has an id.
func (d *document) find(kinds []journeys.Thing, id string) *thing {
	for _, kind := range kinds {
		for i := range d.things {
			if t := &d.things[i]; t.kind == kind && t.id == id {
				return t
			}
		}
	}
	return nil
}

// step is one part on the way from the top of the file to a place.
type step struct {
	in    *node
	entry *entry
	onKey bool
}

// path gives the way to a place; its last step is the closest.
func (d *document) path(at int) []step {
	var way []step
	for n := d.root; n != nil; {
		var next *node
		for i := range n.entries {
			e := &n.entries[i]
			switch {
			case n.form == mapping && e.keyFrom <= at && at <= e.keyTo:
				return append(way, step{n, e, true})
			case e.value != nil && e.value.from <= at && at <= e.value.end():
				way = append(way, step{n, e, false})
				next = e.value
			}
		}
		n = next
	}
	return way
}

// end is where the last word of a part ends.
func (n *node) end() int {
	if n.flow || len(n.entries) == 0 {
		return n.to
	}
	last := n.entries[len(n.entries)-1]
	if last.value == nil || last.value.form == empty {
		return last.keyTo
	}
	return max(last.keyTo, last.value.end())
}

// each visits all parts that hold one value.
func (n *node) each(visit func(*node)) {
	if n == nil {
		return
	}
	if n.form == scalar {
		visit(n)
	}
	for _, e := range n.entries {
		e.value.each(visit)
	}
}
