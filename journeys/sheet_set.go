package journeys

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// set gives a key of the mapping at a path another value, adds it, or takes it away (nil). What of a list or
// mapping stays is not touched.
func (s *sheet) set(path []string, key string, order []string, v any) error {
	parent := find(s.root, path)
	if parent == nil || parent.Kind != yaml.MappingNode {
		return ErrLayout
	}
	at, old := child(parent, key)
	if empty(v) {
		return s.unset(path, parent, key, old)
	}
	fresh, ok := valueOf(v)
	if !ok {
		return ErrLayout
	}
	switch {
	case old == nil:
		ok = s.addKey(parent, key, order, fresh)
	case old.Kind == yaml.ScalarNode && fresh.tree.Kind == yaml.ScalarNode && !isNull(old):
		ok = s.setScalar(parent, at, old, v, fresh)
	case plainList(old) && plainList(fresh.tree):
		return s.setList(append(path[:len(path):len(path)], key), fresh.tree, anys(v))
	case rowList(old) && rowList(fresh.tree):
		return s.setRows(append(path[:len(path):len(path)], key), fresh.tree, anys(v))
	case old.Kind == yaml.MappingNode && fresh.tree.Kind == yaml.MappingNode:
		return s.setMapping(append(path[:len(path):len(path)], key), old, v.([]Field))
	default:
		ok = s.replaceValue(parent, at, old, fresh)
	}
	if !ok {
		return ErrLayout
	}
	return s.again()
}

// unset takes a key away, and the mapping with it when that has no other.
func (s *sheet) unset(path []string, parent *yaml.Node, key string, old *yaml.Node) error {
	if old == nil {
		return nil
	}
	if len(parent.Content) == 2 && len(path) > 0 {
		up := path[:len(path)-1]
		if owner := find(s.root, up); owner != nil && owner.Kind == yaml.MappingNode {
			return s.unset(up, owner, path[len(path)-1], parent)
		}
	}
	if !s.removeKey(parent, key) {
		return ErrLayout
	}
	return s.again()
}

// plainList tells whether a list has texts and numbers only.
func plainList(n *yaml.Node) bool {
	return n.Kind == yaml.SequenceNode && len(n.Content) > 0 && n.Anchor == "" &&
		!slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return c.Kind != yaml.ScalarNode || c.Anchor != "" || isNull(c) })
}

// setScalar writes one value over another, in the quotes that it stood in.
func (s *sheet) setScalar(parent, key, old *yaml.Node, v any, fresh value) bool {
	if old.Value == fresh.tree.Value && (old.Tag == "!!str") == isText(v) {
		return true
	}
	i := slices.Index(parent.Content, old)
	at, ok := s.at(old)
	if !ok || old.Anchor != "" {
		return false
	}
	text := fresh.flow
	if word, isString := v.(string); isString {
		word = clean(word)
		switch lines := strings.Contains(word, "\n"); {
		case lines && parent.Kind == yaml.MappingNode && !isFlow(parent):
			return s.replaceValue(parent, key, old, fresh)
		case s.text[at] == '\'' && !lines && !strings.ContainsFunc(word, func(r rune) bool {
			return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfeff || r == 0x2028 || r == 0x2029
		}):
			text = "'" + strings.ReplaceAll(word, "'", "''") + "'"
		case s.text[at] == '"':
			text = doubleQuoted(word)
		case !isFlow(parent) && !lines:
			text = blockText(word, 0)
		}
	}
	end, ok := scalarEnd(s.text, at, key, old)
	if !ok || end > len(s.text) {
		return parent.Kind == yaml.MappingNode && s.replaceValue(parent, key, old, fresh)
	}
	s.replace(at, end, text)
	parent.Content[i] = fresh.tree
	return true
}

func isText(v any) bool {
	_, ok := v.(string)
	return ok
}

// setList makes a list of texts another one.
func (s *sheet) setList(path []string, want *yaml.Node, items []any) error {
	return s.setItems(path, len(items), func(have *yaml.Node, i int) bool { return have.Value == want.Content[i].Value },
		func(have *yaml.Node, i int) error {
			fresh, _ := valueOf(items[i])
			if !s.setScalar(find(s.root, path), nil, have, items[i], fresh) {
				return ErrLayout
			}
			return s.again()
		},
		func(i int) (piece, bool) { return word{items[i]}, true })
}

// word is a new item of a list of texts.
type word struct{ v any }

func (w word) lines(column int) string { return itemLines(w.v, column) }
func (w word) inline() (string, bool)  { return flowOf(w.v), true }
func (w word) node() *yaml.Node {
	n, _ := treeOf(w.v)
	return n
}

// setMapping makes a mapping another one, key by key.
func (s *sheet) setMapping(path []string, old *yaml.Node, fields []Field) error {
	if old.Anchor != "" {
		return ErrLayout
	}
	var order, gone []string
	for _, f := range fields {
		order = append(order, f.Key)
	}
	for i := 0; i+1 < len(old.Content); i += 2 {
		if key := old.Content[i].Value; !slices.Contains(order, key) && !strings.HasPrefix(key, "x-") {
			gone = append(gone, key)
		}
	}
	for _, f := range fields { // first what comes, so that the mapping is never empty
		if err := s.set(path, f.Key, order, f.Value); err != nil {
			return err
		}
	}
	for _, key := range gone {
		if err := s.set(path, key, nil, nil); err != nil {
			return err
		}
	}
	return nil
}

func number(i int) string { return strconv.Itoa(i) }
