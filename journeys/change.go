package journeys

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Edit gives one value of a YAML file another text, or adds it.
type Edit struct {
	// Path leads from the top of the file to the value: keys, and of a list the place from 0. The list
	// and all but the last two keys must exist.
	Path []string
	// Value is one line of text. It is written plain where YAML reads it so, and in quotes elsewhere or
	// where the old value stood in quotes.
	Value string
	// Order lists the keys of the mapping as the contract has them, so that a new key gets a place
	// that authors expect. Without it, a new key comes behind the first.
	Order []string
	// Bare values are written as they are, never in quotes: true, 12.
	Bare bool
}

// Apply writes the edit into a file. Only the value itself changes, or one key is added: comments,
// order, quotes, indentation, line ends and a byte order mark stay. That is not hoped but checked:
// the result is parsed, and its tree is that of the file with this one difference, down to the lines of
// comments. ErrLayout says that the file is written in a way that it cannot be done in safely.
func (e Edit) Apply(src []byte) ([]byte, error) {
	text := bytes.TrimPrefix(src, []byte("\ufeff"))
	bom := src[:len(src)-len(text)]
	want := (&decoder{}).document(text)
	if want == nil || len(e.Path) == 0 || strings.ContainsAny(e.Value, "\r\n") || strings.TrimSpace(e.Value) == "" {
		return nil, ErrLayout
	}
	if n := find(want, e.Path); n != nil && n.Kind == yaml.ScalarNode && !isNull(n) && n.Value == e.Value {
		return src, nil
	}
	out, ok := e.write(text, want)
	if !ok {
		return nil, ErrLayout
	}
	comments := commentLines(want)
	if !e.put(want) {
		return nil, ErrLayout
	}
	got := (&decoder{}).document(out)
	if got == nil || !sameTree(want, got, 0) || !slices.Equal(comments, commentLines(got)) {
		return nil, ErrLayout
	}
	return slices.Concat(bom, out), nil
}

// find follows a path; nil when it leads nowhere, or through what stands elsewhere too: an alias, or
// what has an anchor.
func find(n *yaml.Node, path []string) *yaml.Node {
	for _, key := range path {
		_, n = child(n, key)
		if n == nil || n.Anchor != "" {
			return nil
		}
	}
	return n
}

// child is a value of a mapping with its key, or an item of a list.
func child(n *yaml.Node, key string) (at, value *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Kind == yaml.ScalarNode && n.Content[i].Value == key {
				return n.Content[i], n.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(n.Content) {
			return nil, n.Content[i]
		}
	}
	return nil, nil
}

// target is the mapping that changes, with the path below it: one key, or two of which the first is
// not there yet.
func (e Edit) target(root *yaml.Node) (parent *yaml.Node, rest []string) {
	last := len(e.Path) - 1
	if parent = find(root, e.Path[:last]); parent != nil && !isNull(parent) {
		return parent, e.Path[last:]
	}
	if last == 0 {
		return nil, nil
	}
	return find(root, e.Path[:last-1]), e.Path[last-1:]
}

// put makes the change in the tree.
func (e Edit) put(root *yaml.Node) bool {
	parent, rest := e.target(root)
	value := &yaml.Node{Kind: yaml.ScalarNode, Value: e.Value, Tag: edited}
	if len(rest) == 2 {
		value = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{{Kind: yaml.ScalarNode, Value: rest[1], Tag: "!!str"}, value}}
	}
	for i := 0; i+1 < len(parent.Content); i += 2 {
		if parent.Content[i].Value == rest[0] {
			if old := parent.Content[i+1]; old.Kind != yaml.ScalarNode || old.Anchor != "" {
				return false
			}
			parent.Content[i+1] = value
			return true
		}
	}
	at := e.place(parent, rest[0])
	parent.Content = slices.Insert(parent.Content, at, &yaml.Node{Kind: yaml.ScalarNode, Value: rest[0], Tag: "!!str"}, value)
	return true
}

// edited is the tag of the value that was put in a tree: it may be of any kind but nothing.
const edited = "!edited"

// place is where in the content of a mapping a new key goes: behind the nearest one that the order
// has before it.
func (e Edit) place(parent *yaml.Node, key string) int {
	at, nearest := min(2, len(parent.Content)), -1
	rank := slices.Index(e.Order, key)
	for i := 0; i+1 < len(parent.Content); i += 2 {
		if r := slices.Index(e.Order, parent.Content[i].Value); r > nearest && r < rank {
			at, nearest = i+2, r
		}
	}
	return at
}

// write makes the change in the text.
func (e Edit) write(src []byte, root *yaml.Node) ([]byte, bool) {
	parent, rest := e.target(root)
	if parent == nil || parent.Kind != yaml.MappingNode {
		return nil, false
	}
	flow := parent.Style&yaml.FlowStyle != 0
	fresh := e.text(0)
	if len(rest) == 2 {
		fresh = "{" + rest[1] + ": " + fresh + "}"
	}
	if key, old := child(parent, rest[0]); old != nil {
		return e.replace(src, key, old, fresh, len(rest) == 2)
	}
	fresh = rest[0] + ": " + fresh
	i := e.place(parent, rest[0])
	if i == 0 { // {}
		at, ok := offset(src, Pos{Line: parent.Line, Column: parent.Column})
		if !ok || src[at] != '{' {
			return nil, false
		}
		return insert(src, at+1, fresh), true
	}
	key, value := parent.Content[i-2], parent.Content[i-1]
	at, ok := offset(src, Pos{Line: key.Line, Column: key.Column})
	if !ok {
		return nil, false
	}
	if flow {
		end, ok := valueEnd(src, key, value)
		if !ok {
			return nil, false
		}
		return insert(src, end, ", "+fresh), true
	}
	end, ok := pairEnd(src, at, key, value)
	if !ok {
		return nil, false
	}
	return insertLines(src, end, strings.Repeat(" ", key.Column-1)+fresh), true
}

// replace writes over a value, or behind the colon of a key that has none.
func (e Edit) replace(src []byte, key, old *yaml.Node, fresh string, nested bool) ([]byte, bool) {
	if old.Kind != yaml.ScalarNode || old.Anchor != "" {
		return nil, false
	}
	if isNull(old) && old.Value == "" {
		colon, ok := afterColon(src, key)
		if !ok {
			return nil, false
		}
		return insert(src, colon, " "+fresh), true
	}
	at, ok := offset(src, Pos{Line: old.Line, Column: old.Column})
	if !ok {
		return nil, false
	}
	end, ok := scalarEnd(src, at, key, old)
	if !ok {
		return nil, false
	}
	if !nested {
		fresh = e.text(src[at])
	}
	return slices.Concat(src[:at], []byte(fresh), src[end:]), true
}

// text is the value as it is written where the old one begins with a quote, or with anything else.
func (e Edit) text(quote byte) string {
	if e.Bare {
		return e.Value
	}
	return quoted(e.Value, quote)
}

var plainDate = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// quoted writes a text as a value, in the given quotes (' or ") or as plain as it can be.
func quoted(s string, quote byte) string {
	clean := !strings.ContainsFunc(s, unicode.IsControl)
	switch {
	case quote == '\'' && clean:
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	case quote == '"':
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
	case plainDate.MatchString(s):
		return s
	}
	return scalar(s)
}

// scalarEnd is the end of a value that begins at `at`.
func scalarEnd(src []byte, at int, key, n *yaml.Node) (end int, ok bool) {
	switch c := src[at]; {
	case c == '"' || c == '\'':
		for i := at + 1; i < len(src); i++ {
			switch {
			case c == '"' && src[i] == '\\':
				i++
			case src[i] == c && c == '\'' && i+1 < len(src) && src[i+1] == c:
				i++
			case src[i] == c:
				return i + 1, true
			}
		}
		return 0, false
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		head, _, _ := bytes.Cut(src[at:], []byte("\n"))
		if c != '|' && c != '>' || bytes.ContainsRune(head, '#') || key == nil {
			return 0, false // a comment behind the sign would be lost
		}
		end, ok = pairEnd(src, at, key, n)
		if ok && end > 0 && src[end-1] == '\r' {
			end--
		}
		return end, ok
	case c == '&' || c == '*' || c == '!':
		return 0, false
	}
	// A plain text: its words, with white space between them.
	for i, word := range strings.Fields(n.Value) {
		for i > 0 && at < len(src) {
			r, size := utf8.DecodeRune(src[at:])
			if !unicode.IsSpace(r) {
				break
			}
			at += size
		}
		if !bytes.HasPrefix(src[at:], []byte(word)) {
			return 0, false
		}
		at += len(word)
	}
	return at, true
}

// afterColon is the place behind the colon of a key.
func afterColon(src []byte, key *yaml.Node) (int, bool) {
	at, ok := offset(src, Pos{Line: key.Line, Column: key.Column})
	if !ok {
		return 0, false
	}
	if at, ok = scalarEnd(src, at, nil, key); !ok {
		return 0, false
	}
	for at < len(src) && src[at] == ' ' {
		at++
	}
	return at + 1, at < len(src) && src[at] == ':'
}

// valueEnd is the end of a value in { }.
func valueEnd(src []byte, key, value *yaml.Node) (int, bool) {
	if value.Kind == yaml.ScalarNode && value.Value == "" && isNull(value) {
		return afterColon(src, key)
	}
	at, ok := offset(src, Pos{Line: value.Line, Column: value.Column})
	if !ok {
		return 0, false
	}
	switch {
	case value.Kind == yaml.ScalarNode:
		return scalarEnd(src, at, key, value)
	case src[at] == '{' || src[at] == '[':
		return closing(src, at)
	}
	return 0, false
}

// closing is the place behind the bracket that closes the one at `at`. Texts in quotes and comments
// are passed over, as openBracket does.
func closing(src []byte, at int) (int, bool) {
	depth, quote := 0, byte(0)
	for i := at; i < len(src); i++ {
		c := src[i]
		switch {
		case quote == '"' && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '#' && i > 0 && strings.IndexByte(" \t\n", src[i-1]) >= 0:
			quote = '\n'
		case (c == '"' || c == '\'') && strings.IndexByte(" \t\n[{,:", src[i-1]) >= 0:
			quote = c
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return i + 1, true
			}
		}
	}
	return 0, false
}

// pairEnd is the end of the last line of a key in lines with its value: at is where the key begins, or
// the value. Blank lines and comments behind it do not belong to it.
func pairEnd(src []byte, at int, key, value *yaml.Node) (int, bool) {
	lineEnd := func(from int) int {
		if i := bytes.IndexByte(src[from:], '\n'); i >= 0 {
			return from + i
		}
		return len(src)
	}
	if value.Kind != yaml.ScalarNode && value.Style&yaml.FlowStyle != 0 {
		end, ok := valueEnd(src, key, value)
		return lineEnd(end), ok
	}
	block := value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	end := lineEnd(at)
	for next := end + 1; next < len(src); {
		stop := lineEnd(next)
		line := bytes.TrimRight(src[next:stop], " \t\r")
		body := bytes.TrimLeft(line, " ")
		indent := len(line) - len(body)
		if len(body) > 0 && (body[0] != '#' || block && indent >= key.Column) {
			item := value.Kind == yaml.SequenceNode && indent == key.Column-1 && body[0] == '-'
			if indent < key.Column && !item {
				break
			}
			end = stop
		}
		next = stop + 1
	}
	return end, true
}
