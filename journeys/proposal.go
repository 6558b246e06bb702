package journeys

import (
	"cmp"
	"slices"

	"gopkg.in/yaml.v3"
)

// Placing is where a group put an advice on the board of the presentation. Empty: as it was.
type Placing struct {
	Node
	ID     string
	Title  string // as the presentation had it, for people
	Gain   string // winst: one of Sizes
	Effort string // moeite: the same
}

// Placed is an advice that a proposal gives another place.
type Placed struct {
	Index             int    // in Journey.Advice
	Gain, GainWas     string // equal: only the effort moves
	Effort, EffortWas string
}

// ParseProposal reads what the board of a presentation gives: `adviezen:` with the id of each that was moved,
// its winst and its moeite. It tells every fault at once.
func ParseProposal(name string, src []byte) ([]Placing, Problems) {
	d := &decoder{file: name}
	root := d.document(src)
	if root == nil {
		return nil, d.problems.Sorted()
	}
	var all []Placing
	d.mapping(root, "het voorstel", must("adviezen", func(n *yaml.Node) {
		d.list(n, "adviezen", func(n *yaml.Node) {
			var p Placing
			p.Node = d.mapping(n, "een advies",
				must("id", d.text("id", &p.ID)),
				may("advies", d.text("advies", &p.Title)),
				may("winst", d.choice("winst", &p.Gain, Sizes())),
				may("moeite", d.choice("moeite", &p.Effort, Sizes())))
			all = append(all, p)
		})
	}))
	return all, d.problems.Sorted().atMost(maxProblems)
}

// PlaceAdvice takes a proposal over in a journey file: winst and moeite of the advice with the same id, and
// nothing else, by as few bytes as it can. It gives the file, and what changes, in the order of the proposal. An
// id that the journey does not have, or that comes twice, is a fault; an advice of another title is a warning,
// because an id that follows from a title can have become another's. With faults there is no file.
func PlaceAdvice(name string, src []byte, proposal []Placing) (out []byte, changes []Placed, problems Problems, err error) {
	j, _ := Parse(name, src)
	var ids []string
	for _, a := range j.Advice {
		ids = append(ids, a.ID)
	}
	seen := map[string]bool{}
	out = src
	for _, p := range proposal {
		at := slices.Index(ids, p.ID)
		switch {
		case at < 0:
			problems.add(p.At("id"), Error, "voorstel-onbekend", shorten(p.ID), suggest(p.ID, ids))
			continue
		case seen[p.ID]:
			problems.add(p.At("id"), Error, "voorstel-dubbel", shorten(p.ID))
			continue
		case p.Title != "" && FoldSpace(p.Title) != FoldSpace(j.Advice[at].Title):
			problems.add(p.At("advies"), Warning, "voorstel-titel", shorten(p.ID), shorten(j.Advice[at].Title), shorten(p.Title))
		}
		seen[p.ID] = true
		a := j.Advice[at]
		c := Placed{Index: at, Gain: cmp.Or(p.Gain, a.Gain), GainWas: a.Gain, Effort: cmp.Or(p.Effort, a.Effort), EffortWas: a.Effort}
		var fields []Field
		if c.Gain != c.GainWas {
			fields = append(fields, Field{"winst", c.Gain})
		}
		if c.Effort != c.EffortWas {
			fields = append(fields, Field{"moeite", c.Effort})
		}
		if len(fields) == 0 {
			continue
		}
		if out, _, err = SetFields(name, out, Item{Kind: AdviceItem, Index: at}, fields); err != nil {
			return nil, nil, problems, err
		}
		changes = append(changes, c)
	}
	if problems.HasErrors() {
		return nil, nil, problems.Sorted(), nil
	}
	return out, changes, problems.Sorted(), nil
}
