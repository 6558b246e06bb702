package journeys

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// newList makes a list of one item under a key that has none, or an empty one.
func (s *sheet) newList(owner *yaml.Node, key string, order []string, p piece) bool {
	if owner.Kind != yaml.MappingNode || owner.Anchor != "" {
		return false
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: []*yaml.Node{p.node()}}
	at, old := child(owner, key)
	if isFlow(owner) {
		text, ok := p.inline()
		if !ok {
			return false
		}
		if old != nil {
			return s.replaceValue(owner, at, old, value{flow: "[" + text + "]", tree: list})
		}
		return s.addKey(owner, key, order, value{flow: "[" + text + "]", tree: list})
	}
	block := func(column int) string { return "\n" + p.lines(column+2) }
	if old != nil {
		return s.replaceValue(owner, at, old, value{block: block, tree: list})
	}
	return s.addKey(owner, key, order, value{block: block, tree: list})
}

// value is what is written behind the colon of a key.
type value struct {
	// block gives the text from behind the colon to the end of the last line, for a key at a column. Nil:
	// flow is that text too.
	block func(column int) string
	flow  string // in one line
	tree  *yaml.Node
}

// after is the text behind the colon, with the end of its last line.
func (v value) after(column int) string {
	if v.block == nil {
		return " " + v.flow + "\n"
	}
	return v.block(column)
}

// inside is the text in a mapping between brackets; false: it cannot stand there.
func (v value) inside() (string, bool) { return v.flow, v.flow != "" }

// rank is where in the content of a mapping a key goes: behind the nearest one that the order has before it,
// never before the first; without an order at the end.
func rank(parent *yaml.Node, key string, order []string) int {
	if order == nil {
		return len(parent.Content)
	}
	at, nearest := min(2, len(parent.Content)), -1
	mine := slices.Index(order, key)
	for i := 0; i+1 < len(parent.Content); i += 2 {
		if r := slices.Index(order, parent.Content[i].Value); r > nearest && r < mine {
			at, nearest = i+2, r
		}
	}
	return at
}

// addKey writes a key that is not there.
func (s *sheet) addKey(parent *yaml.Node, key string, order []string, v value) bool {
	if parent.Kind != yaml.MappingNode || parent.Anchor != "" {
		return false
	}
	i := rank(parent, key, order)
	node := &yaml.Node{Kind: yaml.ScalarNode, Value: key, Tag: edited}
	name := keyText(key)
	switch {
	case isFlow(parent):
		text, ok := v.inside()
		if !ok {
			return false
		}
		text = name + ": " + text
		if i == 0 {
			at, ok := s.at(parent)
			if !ok || s.text[at] != '{' {
				return false
			}
			s.replace(at+1, at+1, text)
			break
		}
		end, ok := valueEnd(s.text, parent.Content[i-2], parent.Content[i-1])
		if !ok {
			return false
		}
		s.replace(end, end, ", "+text)
	case i == 0:
		return false
	default:
		before := parent.Content[i-2]
		at, ok := s.at(before)
		if !ok {
			return false
		}
		end, ok := pairEnd(s.text, at, before, parent.Content[i-1])
		if !ok {
			return false
		}
		to := s.nextLine(end)
		s.replace(to, to, s.withEndings(strings.Repeat(" ", before.Column-1)+name+":"+v.after(before.Column-1)))
	}
	parent.Content = slices.Insert(parent.Content, i, node, v.tree)
	return true
}

// keyText writes a key; those of the format are plain, `n` of a point too.
func keyText(key string) string {
	if key == "n" {
		return key
	}
	return flowText(key)
}

// removeKey takes a key away with its value. A comment on lines of its own above it stays.
func (s *sheet) removeKey(parent *yaml.Node, key string) bool {
	at, old := child(parent, key)
	if old == nil || at == nil || old.Anchor != "" || parent.Anchor != "" || len(parent.Content) < 4 {
		return false
	}
	i := slices.Index(parent.Content, at)
	from, ok := s.at(at)
	if !ok {
		return false
	}
	var to int
	switch {
	case isFlow(parent) && i+2 < len(parent.Content):
		to, ok = s.at(parent.Content[i+2])
	case isFlow(parent):
		to, ok = valueEnd(s.text, at, old)
		if !ok {
			return false
		}
		if from, ok = valueEnd(s.text, parent.Content[i-2], parent.Content[i-1]); !ok {
			return false
		}
	case i == 0 && s.lineStart(from)+at.Column-1 == from && strings.TrimLeft(string(s.text[s.lineStart(from):from]), " ") != "":
		to, ok = s.at(parent.Content[2]) // on the line of a dash: the next key comes there
	default:
		var end int
		end, ok = pairEnd(s.text, from, at, old)
		from, to = s.lineStart(from), s.nextLine(end)
	}
	if !ok || to < from {
		return false
	}
	s.replace(from, to, "")
	parent.Content = slices.Delete(parent.Content, i, i+2)
	return true
}

// replaceValue writes another value behind a key that is there. Comments that stood in the old one come
// above the key.
func (s *sheet) replaceValue(parent, key, old *yaml.Node, v value) bool {
	if old.Anchor != "" || parent.Anchor != "" || old.Kind == yaml.AliasNode {
		return false
	}
	i := slices.Index(parent.Content, key)
	colon, ok := afterColon(s.text, key)
	if !ok {
		return false
	}
	if isFlow(parent) {
		text, ok := v.inside()
		if !ok {
			return false
		}
		end, ok := valueEnd(s.text, key, old)
		if !ok || end < colon {
			return false
		}
		s.replace(colon, end, " "+text)
		parent.Content[i+1] = v.tree
		return true
	}
	at, ok := s.at(key)
	if !ok {
		return false
	}
	end, ok := pairEnd(s.text, at, key, old)
	if !ok {
		return false
	}
	to := s.nextLine(end)
	kept := s.commentsIn(colon, to)
	text := s.withEndings(v.after(key.Column - 1))
	if len(kept) > 0 && s.lineStart(kept[0].from) == s.lineStart(at) { // on the line of the key, where it stays if it can
		tail := "   " + string(s.text[kept[0].from:kept[0].to])
		switch {
		case strings.HasPrefix(text, s.ending):
			text, kept = tail+text, kept[1:]
		case strings.Count(text, "\n") == 1:
			text, kept = strings.TrimSuffix(text, s.ending)+tail+s.ending, kept[1:]
		}
	}
	var above strings.Builder
	line := s.lineStart(at)
	onDash := strings.TrimLeft(string(s.text[line:at]), " ") != ""
	if len(kept) > 0 && onDash {
		return false
	}
	for _, c := range kept {
		above.WriteString(strings.Repeat(" ", key.Column-1) + string(s.text[c.from:c.to]) + s.ending)
	}
	s.replace(colon, to, text)
	s.replace(line, line, above.String())
	parent.Content[i+1] = v.tree
	return true
}

// commentsIn finds the comments between two offsets: from their sign to the end of their line. It asks the
// parser which lines are comments, because a # in a text looks like one.
func (s *sheet) commentsIn(from, to int) []span {
	var all []span
	for line := from; line < to; line = s.nextLine(line) {
		end := min(s.nextLine(line), to)
		text := strings.TrimRight(string(s.text[line:end]), "\r\n")
		for k := 0; k < len(text); k++ {
			comment := strings.TrimSpace(text[k:])
			if text[k] == '#' && (k == 0 || text[k-1] == ' ' || text[k-1] == '\t') && slices.Contains(s.comments, comment) {
				all = append(all, span{line + k, line + len(text)})
				break
			}
		}
	}
	return all
}
