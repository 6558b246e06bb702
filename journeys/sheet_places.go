package journeys

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

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

// edited is the tag of the value that was put in a tree: it may be of any kind but nothing.
const edited = "!edited"

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

// offset is the place of a position in the bytes of a file.
func offset(src []byte, p Pos) (at int, ok bool) {
	if p.Line < 1 || p.Column < 1 {
		return 0, false
	}
	for line := 1; line < p.Line; line++ {
		next := bytes.IndexByte(src[at:], '\n')
		if next < 0 {
			return 0, false
		}
		at += next + 1
	}
	for range p.Column - 1 {
		if at >= len(src) || src[at] == '\n' {
			return 0, false
		}
		_, n := utf8.DecodeRune(src[at:])
		at += n
	}
	return at, at < len(src)
}

// blockEnd is the end of the last line that belongs to a block which begins at `at` and is indented
// by column: the lines that are indented further, or as far (of a list: as long as an item begins
// there). Blank lines and comments after the last one do not belong to it.
func blockEnd(src []byte, at, column int, list bool) int {
	lineEnd := func(from int) int {
		if i := bytes.IndexByte(src[from:], '\n'); i >= 0 {
			return from + i
		}
		return len(src)
	}
	end := lineEnd(at)
	for next := end + 1; next < len(src); {
		stop := lineEnd(next)
		line := bytes.TrimRight(src[next:stop], "\r")
		body := bytes.TrimLeft(line, " ")
		indent := len(line) - len(body)
		if len(body) > 0 && body[0] != '#' {
			item := len(body) == 1 || body[0] == '-' && body[1] == ' '
			if indent < column || indent == column && list && !item {
				break
			}
			end = stop
		}
		next = stop + 1
	}
	return end
}

func insert(src []byte, at int, text string) []byte {
	return append(append(append([]byte{}, src[:at]...), text...), src[at:]...)
}
