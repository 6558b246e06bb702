package assist

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys"
)

// spot is what an author is typing: where, and what the format allows there.
type spot struct {
	shape    *journeys.Shape
	keysOf   *node // the mapping that gets a key; nil: a value is wanted
	from, to int   // the word so far, and behind the cursor
	flow     bool  // in brackets
	column   int   // of the keys, where they stand in lines
	lead     string
	bare     bool // a list may be opened here: the value of a key, not one of its items
	followed bool // a colon follows already
}

// Complete proposes what may stand at a place: the keys that are allowed and not there yet, those that are
// required first, or values: of the format, and ids and names of this file. It gives nothing where anything
// may be typed.
func Complete(src []byte, place Place, o Options) []Item {
	d := open(src)
	at := d.offset(place)
	s, ok := d.spot(at)
	if !ok {
		return nil
	}
	word := string(src[s.from:at])
	var items []Item
	if s.keysOf != nil || s.shape.Is(journeys.KindMapping, journeys.KindNames) != nil && !s.bare {
		items = d.keyItems(s, o)
	} else {
		items = d.valueItems(s, o)
	}
	return filter(items, word)
}

// spot finds out what is being typed. It reads the file up to the cursor, whose last part is then what is being
// typed, however broken the rest may be.
func (d *document) spot(at int) (spot, bool) {
	before := read(d.src[:at])
	shape := journeys.FileShape()
	(&document{}).mark(before, &shape)
	begin := bytes.LastIndexByte(d.src[:at], '\n') + 1
	lead := bytes.TrimPrefix(d.src[begin:at], []byte("\ufeff"))
	s := spot{from: at, to: at, column: len(lead)}
	ok := false
	if len(bytes.TrimLeft(lead, " ")) == 0 && !inBrackets(before) {
		ok = s.onBlank(before, &shape, len(lead))
	} else if !inComment(lead) {
		ok = s.onWord(before, at)
	}
	if !ok || s.shape == nil {
		return s, false
	}
	s.to = wordEnd(d.src, at)
	if s.from == at && s.to > at { // in front of a word that is there already
		return s, false
	}
	rest := bytes.TrimLeft(d.src[s.to:], " ")
	s.followed = len(rest) > 0 && rest[0] == ':'
	return s, true
}

func inBrackets(n *node) bool {
	for n != nil && len(n.entries) > 0 {
		if n.flow && n.open {
			return true
		}
		n = n.entries[len(n.entries)-1].value
	}
	return n != nil && n.flow && n.open
}

// inComment tells whether a number sign outside quotes stands before the cursor.
func inComment(line []byte) bool {
	quote := byte(0)
	for i, c := range line {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && (i == 0 || bytes.IndexByte([]byte(" [{,"), line[i-1]) >= 0):
			quote = c
		case c == '#' && (i == 0 || blank(line[i-1])):
			return true
		}
	}
	return false
}

func wordEnd(src []byte, at int) int {
	for at < len(src) {
		r, n := utf8.DecodeRune(src[at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' {
			break
		}
		at += n
	}
	return at
}

// onBlank finds the block that a new line at a column belongs to.
func (s *spot) onBlank(root *node, shape *journeys.Shape, column int) bool {
	s.column = column
	if root.form == empty {
		s.keysOf, s.shape = root, shape
		return column == 0
	}
	for n := root; ; {
		if len(n.entries) == 0 || n.flow || column < n.column {
			return false
		}
		last := n.entries[len(n.entries)-1].value
		if last != nil && column > n.column && last.form == empty && last.shape != nil {
			s.shape = last.shape
			if last.shape.Is(journeys.KindList) != nil && n.form == mapping {
				s.lead = "- "
				s.shape = last.shape.Is(journeys.KindList).Items
			}
			return true
		}
		if last != nil && len(last.entries) > 0 && !last.flow && column >= last.column && (column > n.column || n.form == list) {
			n = last
			continue
		}
		if column != n.column {
			return false
		}
		if n.form == mapping {
			s.keysOf, s.shape = n, n.shape
			return true
		}
		if list := n.shape; list != nil && list.Is(journeys.KindList) != nil {
			s.lead, s.shape = "- ", list.Is(journeys.KindList).Items
			return true
		}
		return false
	}
}

// onWord finds the place of the last word before the cursor.
func (s *spot) onWord(n *node, at int) bool {
	for {
		s.flow = n.flow
		switch {
		case n.form == scalar:
			return s.inValue(n, at)
		case n.flow && !n.open || n.shape == nil:
			return false
		case n.flow && n.next && n.form == mapping:
			s.keysOf, s.shape = n, n.shape
			return true
		case n.flow && n.next:
			if l := n.shape.Is(journeys.KindList); l != nil {
				s.shape = l.Items
			}
			return true
		case n.form == empty:
			s.shape, s.bare = n.shape, true
			return true
		}
		last := &n.entries[len(n.entries)-1]
		if n.form == mapping && !last.colon {
			s.keysOf, s.shape, s.from, s.column = n, n.shape, last.keyFrom, n.column
			return at <= last.keyTo
		}
		if last.value == nil {
			return false
		}
		if n.form == list && last.value.form == empty { // behind a dash
			s.shape, s.column, s.bare = last.value.shape, n.column+2, false
			return true
		}
		s.bare = n.form == mapping
		if s.column = n.column + 2; n.form == mapping {
			s.column = n.column
		}
		n = last.value
	}
}

// inValue is in a value that has begun.
func (s *spot) inValue(n *node, at int) bool {
	if n.block || n.to < at && n.to > n.from && !n.open || n.shape == nil {
		return false
	}
	s.from, s.shape = n.from, n.shape
	if n.open {
		s.from++
	}
	return s.from <= at
}

// filter keeps the proposals that have the word in them, those that begin with it first.
func filter(items []Item, word string) []Item {
	folded := []rune(journeys.Fold(word))
	var first, rest []Item
	for _, item := range items {
		label := []rune(journeys.Fold(item.Label))
		switch {
		case len(folded) <= len(label) && slices.Equal(label[:len(folded)], folded):
			first = append(first, item)
		case bytes.Contains([]byte(string(label)), []byte(string(folded))):
			rest = append(rest, item)
		}
	}
	return append(first, rest...)
}
