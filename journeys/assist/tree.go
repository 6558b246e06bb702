package assist

import (
	"bytes"
	"strings"

	"klantreis/journeys"
)

// form is what a part of the file looks like.
type form int

const (
	empty   form = iota // nothing stands there yet
	scalar              // one value
	mapping             // keys
	list                // items
)

// node is a part of a file, as far as it can be recognised.
type node struct {
	form     form
	from, to int    // bytes; of an empty one, where its value could begin
	column   int    // of a block of lines: the bytes before each of its entries
	flow     bool   // in brackets
	open     bool   // a bracket or quote that is not closed
	next     bool   // in brackets, the last thing seen was the bracket or a comma
	text     string // of a scalar, without quotes; of one in several lines, those joined by spaces
	block    bool   // a scalar that begins with | or >
	entries  []entry
	shape    *journeys.Shape // what may stand here; nil: unknown
}

// entry is a key with its value, or an item of a list.
type entry struct {
	keyFrom, keyTo int
	key            string
	colon          bool          // false: a word that may become a key
	def            *journeys.Key // nil: not a key of the format
	value          *node         // nil without a colon
}

// maxDepth is more than the format has; what lies deeper is not looked at.
const maxDepth = 30

// reader reads a file by its indentation and brackets.
type reader struct {
	src   []byte
	at    int
	depth int
}

// read gives the tree of a file; it is never nil.
func read(src []byte) *node {
	r := &reader{src: src, at: len(src) - len(bytes.TrimPrefix(src, []byte("\ufeff")))}
	root := &node{from: r.at, to: r.at}
	for r.content() {
		before := r.at
		n := r.lines()
		switch {
		case root.form == empty:
			root = n
		case root.form == mapping && n.form == mapping: // the indentation was off; these are keys too
			root.entries, root.to = append(root.entries, n.entries...), n.to
		}
		if r.at == before {
			r.skipLine()
		}
	}
	return root
}

func (r *reader) peek(ahead int) byte {
	if r.at+ahead < len(r.src) {
		return r.src[r.at+ahead]
	}
	return '\n'
}

// column is the number of bytes before a place in its line.
func (r *reader) column() int {
	return r.at - (bytes.LastIndexByte(r.src[:r.at], '\n') + 1)
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }

func (r *reader) spaces() {
	for r.at < len(r.src) && blank(r.src[r.at]) {
		r.at++
	}
}

func (r *reader) skipLine() {
	if i := bytes.IndexByte(r.src[r.at:], '\n'); i >= 0 {
		r.at += i
	} else {
		r.at = len(r.src)
	}
}

// content goes to the next thing that is no white space or comment; false: there is none.
func (r *reader) content() bool {
	for r.at < len(r.src) {
		switch c := r.src[r.at]; {
		case blank(c) || c == '\n':
			r.at++
		case c == '#' && r.comment():
			r.skipLine()
		case (c == '-' || c == '.') && r.column() == 0 && (bytes.HasPrefix(r.src[r.at:], []byte("---")) || bytes.HasPrefix(r.src[r.at:], []byte("..."))):
			r.skipLine()
		default:
			return true
		}
	}
	return false
}

// comment tells whether the number sign here begins one.
func (r *reader) comment() bool {
	return r.at == 0 || blank(r.src[r.at-1]) || r.src[r.at-1] == '\n'
}

// lineDone tells whether nothing but a comment follows in this line.
func (r *reader) lineDone() bool {
	return r.at >= len(r.src) || r.src[r.at] == '\n' || r.src[r.at] == '#' && r.comment()
}

func (r *reader) dash() bool {
	return r.peek(0) == '-' && r.at < len(r.src) && (blank(r.peek(1)) || r.peek(1) == '\n')
}

// keyEnd is where a key that begins here ends, at its colon; -1: no key begins here.
func (r *reader) keyEnd() int {
	quote := byte(0)
	for i := r.at; i < len(r.src) && r.src[i] != '\n'; i++ {
		c := r.src[i]
		switch {
		case quote != 0:
			if c == '\\' && quote == '"' {
				i++
			} else if c == quote {
				quote = 0
			}
		case i == r.at && (c == '"' || c == '\''):
			quote = c
		case i == r.at && strings.IndexByte("[{|>", c) >= 0:
			return -1
		case c == '#' && i > r.at && blank(r.src[i-1]):
			return -1
		case c == ':' && (i+1 == len(r.src) || blank(r.src[i+1]) || r.src[i+1] == '\n'):
			return i
		}
	}
	return -1
}

// lines reads the block of lines that begins here.
func (r *reader) lines() *node {
	r.depth++
	defer func() { r.depth-- }()
	if r.depth > maxDepth {
		n := &node{form: scalar, from: r.at}
		r.skipLine()
		n.to = r.at
		return n
	}
	if r.dash() {
		return r.listLines()
	}
	if c := r.peek(0); c == '[' || c == '{' {
		return r.brackets(r.column() - 1)
	}
	return r.mappingLines()
}

func (r *reader) listLines() *node {
	n := &node{form: list, from: r.at, column: r.column()}
	for {
		e := entry{keyFrom: r.at, keyTo: r.at + 1}
		r.at++ // the dash
		e.value = r.value(n.column, true)
		n.entries = append(n.entries, e)
		n.to = r.at
		if !r.content() || r.column() != n.column || !r.dash() {
			return n
		}
	}
}

func (r *reader) mappingLines() *node {
	n := &node{form: mapping, from: r.at, column: r.column()}
	keys := 0
	for {
		e := r.entry(n.column)
		n.entries = append(n.entries, e)
		if e.colon {
			keys++
		}
		n.to = r.at
		more := r.content()
		for more && (r.column() > n.column || r.column() == n.column && r.dash()) { // lines out of place
			before := r.at
			r.lines()
			if r.at == before {
				r.skipLine()
			}
			more = r.content()
		}
		if !more || r.column() < n.column {
			break
		}
	}
	if keys > 0 {
		return n
	}
	one := &node{form: scalar, from: n.from, to: n.entries[len(n.entries)-1].keyTo} // words, in one line or more
	for _, e := range n.entries {
		one.text = strings.TrimSpace(one.text + " " + e.key)
	}
	return one
}

// entry reads a key and its value, or a line that has no colon (yet).
func (r *reader) entry(column int) entry {
	e := entry{keyFrom: r.at}
	end := r.keyEnd()
	if end < 0 {
		e.keyTo, e.key = r.plain(), ""
		if c := r.src[e.keyFrom]; c == '"' || c == '\'' {
			r.at = e.keyFrom
			n := r.quoted(column)
			e.keyTo, e.key = n.to, n.text
			r.skipLine()
			return e
		}
		e.key = string(r.src[e.keyFrom:e.keyTo])
		return e
	}
	e.keyTo, e.colon = end, true
	for e.keyTo > e.keyFrom && blank(r.src[e.keyTo-1]) {
		e.keyTo--
	}
	e.key = unquote(string(r.src[e.keyFrom:e.keyTo]))
	r.at = end + 1
	e.value = r.value(column, false)
	return e
}

// plain goes to the end of this line and gives the end of the text in it.
func (r *reader) plain() int {
	from := r.at
	for r.at < len(r.src) && r.src[r.at] != '\n' && !(r.src[r.at] == '#' && r.at > from && r.comment()) {
		r.at++
	}
	to := r.at
	for to > from && blank(r.src[to-1]) {
		to--
	}
	r.skipLine()
	return to
}

// value reads what follows a dash or a colon of a block in this column.
func (r *reader) value(column int, item bool) *node {
	place := r.at
	for {
		r.spaces()
		if r.lineDone() {
			n := &node{from: min(place+1, r.at), to: r.at}
			if !r.content() {
				return n
			}
			if c := r.column(); c > column || c == column && !item && r.dash() {
				return r.lines()
			}
			return n
		}
		if c := r.src[r.at]; c != '&' && c != '!' {
			break
		}
		for r.at < len(r.src) && !blank(r.src[r.at]) && r.src[r.at] != '\n' { // an anchor or a tag
			r.at++
		}
	}
	switch c := r.src[r.at]; {
	case c == '[' || c == '{':
		n := r.brackets(column)
		r.skipLine()
		return n
	case c == '|' || c == '>':
		return r.literal(column)
	case item && (r.dash() || r.keyEnd() >= 0):
		return r.lines()
	case c == '"' || c == '\'':
		n := r.quoted(column)
		r.skipLine()
		return n
	}
	n := &node{form: scalar, from: r.at}
	n.to = r.plain()
	n.text = string(r.src[n.from:n.to])
	for { // the text may go on in lines that are indented further
		end := r.at
		if !r.content() || r.column() <= column || r.dash() || r.keyEnd() >= 0 {
			r.at = end
			return n
		}
		from := r.at
		n.to = r.plain()
		n.text += " " + string(r.src[from:n.to])
	}
}

// literal reads a text that begins with | or >: all lines that are indented further.
func (r *reader) literal(column int) *node {
	n := &node{form: scalar, block: true, from: r.at}
	r.skipLine()
	n.to = r.at
	for r.at < len(r.src) {
		r.at++ // the line end
		line := r.at
		r.spaces()
		if r.at < len(r.src) && r.src[r.at] != '\n' && r.at-line <= column {
			r.at = line - 1
			break
		}
		r.skipLine()
		n.to = r.at
	}
	n.text = strings.TrimSpace(string(r.src[n.from:n.to]))
	return n
}

// quoted reads a text in quotes. Where they are not closed before lines of another block begin, the
// text ends with its line.
func (r *reader) quoted(column int) *node {
	n := &node{form: scalar, from: r.at}
	quote := r.src[r.at]
	for i := r.at + 1; i < len(r.src); i++ {
		switch c := r.src[i]; {
		case c == '\\' && quote == '"':
			i++
		case c == quote && quote == '\'' && i+1 < len(r.src) && r.src[i+1] == quote:
			i++
		case c == quote:
			r.at, n.to = i+1, i+1
			n.text = unquote(string(r.src[n.from:n.to]))
			return n
		case c == '\n' && r.outdented(i+1, column):
			i = len(r.src)
		}
	}
	n.open = true
	n.to = r.plain()
	n.text = string(r.src[n.from+1 : max(n.to, n.from+1)])
	return n
}

// outdented tells whether the line that begins here belongs to another block than one in this column.
func (r *reader) outdented(line, column int) bool {
	for i := line; i < len(r.src); i++ {
		if c := r.src[i]; c == '\n' {
			return false
		} else if !blank(c) {
			return i-line <= column
		}
	}
	return false
}

func unquote(s string) string {
	if len(s) < 2 || s[0] != s[len(s)-1] {
		return s
	}
	switch inner := s[1 : len(s)-1]; s[0] {
	case '\'':
		return strings.ReplaceAll(inner, "''", "'")
	case '"':
		return strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\/`, `/`, `\n`, "\n", `\t`, "\t").Replace(inner)
	}
	return s
}
