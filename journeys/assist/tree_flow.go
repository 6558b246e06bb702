package assist

import "strings"

// brackets reads a list or mapping in brackets. It ends, unclosed, where a line begins that belongs to another
// block than the one in this column.
func (r *reader) brackets(column int) *node {
	n := &node{form: list, flow: true, from: r.at, next: true, open: true}
	shut := byte(']')
	if r.src[r.at] == '{' {
		n.form, shut = mapping, '}'
	}
	r.depth++
	defer func() { r.depth-- }()
	r.at++
	for r.depth <= maxDepth && r.between(column) {
		before := r.at
		switch c := r.src[r.at]; {
		case c == shut:
			r.at++
			n.open, n.to = false, r.at
			return n
		case c == ']' || c == '}': // the wrong one: the author is still at it
			n.to = r.at
			return n
		case c == ',':
			n.next = true
			r.at++
			continue
		case n.form == list:
			e := entry{keyFrom: r.at, keyTo: r.at}
			e.value = r.within(column)
			n.entries = append(n.entries, e)
		default:
			n.entries = append(n.entries, r.pair(column))
		}
		n.next = false
		if r.at == before {
			r.at++
		}
	}
	n.to = r.at
	return n
}

// between goes to the next thing inside brackets; false: they end here.
func (r *reader) between(column int) bool {
	for r.at < len(r.src) {
		switch c := r.src[r.at]; {
		case blank(c):
			r.at++
		case c == '#' && r.comment():
			r.skipLine()
		case c == '\n':
			if r.outdented(r.at+1, column) {
				return false
			}
			r.at++
		default:
			return true
		}
	}
	return false
}

// pair reads a key inside brackets, with its value.
func (r *reader) pair(column int) entry {
	e := entry{keyFrom: r.at}
	key := r.word(column)
	e.keyTo, e.key = key.to, key.text
	here := r.at
	if !r.between(column) || r.src[r.at] != ':' {
		r.at = here
		return e
	}
	r.at++
	e.colon = true
	colon := r.at
	if !r.between(column) || strings.IndexByte(",]}", r.src[r.at]) >= 0 {
		e.value = &node{from: min(colon+1, r.at), to: r.at}
		return e
	}
	e.value = r.within(column)
	return e
}

// within reads a value inside brackets.
func (r *reader) within(column int) *node {
	if c := r.src[r.at]; c == '[' || c == '{' {
		return r.brackets(column)
	}
	n := r.word(column)
	if r.at < len(r.src) && r.src[r.at] == ':' { // a: b inside [ ]
		r.at++
	}
	return n
}

// word reads one value inside brackets, up to a comma, a bracket or a colon.
func (r *reader) word(column int) *node {
	if c := r.src[r.at]; c == '"' || c == '\'' {
		return r.quotedWithin(column)
	}
	return r.bare(column)
}

// bare reads a value without quotes inside brackets.
func (r *reader) bare(column int) *node {
	n := &node{form: scalar, from: r.at, to: r.at}
	for r.at < len(r.src) {
		c := r.src[r.at]
		if strings.IndexByte(",[]{}", c) >= 0 || c == '#' && r.comment() ||
			c == ':' && (blank(r.peek(1)) || strings.IndexByte("\n,[]{}", r.peek(1)) >= 0) ||
			c == '\n' && r.outdented(r.at+1, column) {
			break
		}
		r.at++
		if !blank(c) && c != '\n' {
			n.to = r.at
		}
	}
	n.text = strings.Join(strings.Fields(string(r.src[n.from:n.to])), " ")
	return n
}

// quotedWithin reads a text in quotes; where they are not closed, it ends where a word would.
func (r *reader) quotedWithin(column int) *node {
	from := r.at
	n := r.quoted(column)
	if !n.open {
		return n
	}
	r.at = from + 1
	if r.at >= len(r.src) {
		return n
	}
	inner := r.bare(column)
	n.to, n.text = inner.to, inner.text
	return n
}
