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

// setRows makes a list of mappings another one, each changed key by key.
func (s *sheet) setRows(path []string, want *yaml.Node, rows []any) error {
	return s.setItems(path, len(rows), func(have *yaml.Node, i int) bool { return sameTree(want.Content[i], have, 0) },
		func(have *yaml.Node, i int) error {
			fields, ok := rows[i].([]Field)
			if !ok {
				return ErrLayout
			}
			return s.setMapping(append(slices.Clone(path), number(i)), have, fields)
		},
		func(i int) (piece, bool) { fields, ok := rows[i].([]Field); return row(fields), ok })
}

// setItems makes a list another one: what both begin and end with stays, as same tells; of the rest each item is
// written over, and what is left is added or taken away. Items are numbered as in the list that is wanted.
func (s *sheet) setItems(path []string, wanted int, same func(have *yaml.Node, i int) bool, over func(have *yaml.Node, i int) error, fresh func(i int) (piece, bool)) error {
	list := func() *yaml.Node { return find(s.root, path) }
	have := len(list().Content)
	first := 0
	for first < have && first < wanted && same(list().Content[first], first) {
		first++
	}
	last := 0
	for last < have-first && last < wanted-first && same(list().Content[have-1-last], wanted-1-last) {
		last++
	}
	both := min(have, wanted) - last
	for i := first; i < both; i++ {
		if err := over(list().Content[i], i); err != nil {
			return err
		}
	}
	owner := func() *yaml.Node { return find(s.root, path[:len(path)-1]) }
	key := path[len(path)-1]
	for i := both; i < wanted-last; i++ {
		p, ok := fresh(i)
		if !ok || !s.insertItem(owner(), key, i, nil, p) {
			return ErrLayout
		}
		if err := s.again(); err != nil {
			return err
		}
	}
	for range have - last - both {
		if _, ok := s.removeItem(owner(), key, both); !ok {
			return ErrLayout
		}
		if err := s.again(); err != nil {
			return err
		}
	}
	return nil
}
