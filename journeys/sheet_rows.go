package journeys

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// rowList tells whether a list has mappings only, as `naar`, `punten` and `noemer` have.
func rowList(n *yaml.Node) bool {
	return n.Kind == yaml.SequenceNode && len(n.Content) > 0 && n.Anchor == "" &&
		!slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return c.Kind != yaml.MappingNode || c.Anchor != "" })
}

// setRows makes a list of mappings another one: what both begin and end with stays, of the rest each mapping is
// changed key by key, and what is left is added or taken away.
func (s *sheet) setRows(path []string, want *yaml.Node, rows []any) error {
	list := func() *yaml.Node { return find(s.root, path) }
	equal := func(have, wanted int) bool { return sameTree(want.Content[wanted], list().Content[have], 0) }
	have := len(list().Content)
	first := 0
	for first < have && first < len(rows) && equal(first, first) {
		first++
	}
	last := 0
	for last < have-first && last < len(rows)-first && equal(have-1-last, len(rows)-1-last) {
		last++
	}
	over := min(have, len(rows)) - first - last
	for i := first; i < first+over; i++ {
		fields, ok := rows[i].([]Field)
		if !ok {
			return ErrLayout
		}
		if err := s.setMapping(append(slices.Clone(path), number(i)), list().Content[i], fields); err != nil {
			return err
		}
	}
	owner := func() *yaml.Node { return find(s.root, path[:len(path)-1]) }
	key := path[len(path)-1]
	for i := first + over; i < len(rows)-last; i++ {
		fields, ok := rows[i].([]Field)
		if !ok || !s.insertItem(owner(), key, i, nil, row(fields)) {
			return ErrLayout
		}
		if err := s.again(); err != nil {
			return err
		}
	}
	for range have - first - last - over {
		if _, ok := s.removeItem(owner(), key, first+over); !ok {
			return ErrLayout
		}
		if err := s.again(); err != nil {
			return err
		}
	}
	return nil
}
