package journeys

import (
	"bytes"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// sheet is a YAML file while it is changed: its text, and its tree as it is to be. Every function below
// changes both, the text by cutting and pasting as little as it can; finish proves that they agree.
type sheet struct {
	bom, text []byte
	ending    string // of lines
	bare      bool   // the last line had no end; it has one while we work
	root      *yaml.Node
	comments  []string // that must still be there at the end, sorted
	cut       []byte   // what was taken away, with the comments in it
	focus     []string // path of what the reader will want to look at
}

// newSheet reads a file; ErrLayout: it is no YAML now.
func newSheet(src []byte) (*sheet, error) {
	text := bytes.TrimPrefix(src, []byte("\ufeff"))
	s := &sheet{bom: src[:len(src)-len(text)], text: text, ending: "\n"}
	if s.root = (&decoder{}).document(text); s.root == nil || s.root.Kind != yaml.MappingNode {
		return nil, ErrLayout
	}
	if bytes.Contains(text, []byte("\r\n")) {
		s.ending = "\r\n"
	}
	if s.bare = !bytes.HasSuffix(text, []byte("\n")); s.bare {
		s.text = slices.Concat(text, []byte(s.ending))
	}
	s.comments = commentLines(s.root)
	return s, nil
}

// finish gives the file, after comparing what it says with what it should say: every value, and every
// line of comments but those that were taken away with what they stood in.
func (s *sheet) finish() ([]byte, Pos, error) {
	got := (&decoder{}).document(s.text)
	if got == nil || !sameTree(s.root, got, 0) {
		return nil, Pos{}, ErrLayout
	}
	left := commentLines(got)
	for _, c := range s.comments {
		if i, found := slices.BinarySearch(left, c); found {
			left = slices.Delete(left, i, i+1)
		} else if !bytes.Contains(s.cut, []byte(c)) {
			return nil, Pos{}, ErrLayout
		}
	}
	if len(left) > 0 {
		return nil, Pos{}, ErrLayout
	}
	out := s.text
	if s.bare {
		out = bytes.TrimSuffix(out, []byte(s.ending))
	}
	var at Pos
	for n := got; n != nil; {
		at = Pos{Line: n.Line, Column: n.Column}
		if len(s.focus) == 0 {
			break
		}
		_, n = child(n, s.focus[0])
		s.focus = s.focus[1:]
	}
	return slices.Concat(s.bom, out), at, nil
}

// again reads the text anew, so that places are right for a next change.
func (s *sheet) again() error {
	got := (&decoder{}).document(s.text)
	if got == nil || !sameTree(s.root, got, 0) {
		return ErrLayout
	}
	s.root = got
	return nil
}

// replace puts text in the place of what stands between two offsets.
func (s *sheet) replace(from, to int, text string) {
	s.cut = append(s.cut, s.text[from:to]...)
	s.cut = append(s.cut, '\n')
	s.text = slices.Concat(s.text[:from], []byte(text), s.text[to:])
}

func (s *sheet) at(n *yaml.Node) (int, bool) {
	return offset(s.text, Pos{Line: n.Line, Column: n.Column})
}

// lineStart is the begin of the line that holds an offset, nextLine that of the one after it.
func (s *sheet) lineStart(at int) int { return bytes.LastIndexByte(s.text[:at], '\n') + 1 }

func (s *sheet) nextLine(at int) int {
	if i := bytes.IndexByte(s.text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(s.text)
}

// column is the number of spaces before the first other byte of the line that begins at an offset;
// blank tells that there is none.
func (s *sheet) column(line int) (n int, blank bool) {
	for _, c := range s.text[line:] {
		switch c {
		case ' ':
			n++
		case '\r', '\n':
			return n, true
		default:
			return n, false
		}
	}
	return n, true
}

// span is a piece of the text.
type span struct{ from, to int }

func isFlow(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }

// items are the pieces of the text that are the items of a list. In lines, a piece is whole lines, with
// the comments right above the item and those inside it; in brackets, it is the item alone.
func (s *sheet) items(list *yaml.Node) ([]span, bool) {
	if list.Kind != yaml.SequenceNode || list.Anchor != "" {
		return nil, false
	}
	var all []span
	for _, item := range list.Content {
		if item.Anchor != "" || item.Kind == yaml.AliasNode {
			return nil, false
		}
		at, ok := s.at(item)
		if !ok {
			return nil, false
		}
		if isFlow(list) {
			end, ok := s.flowEnd(item, at)
			if !ok {
				return nil, false
			}
			all = append(all, span{at, end})
			continue
		}
		piece, ok := s.lines(at, list.Column-1)
		if !ok || len(all) > 0 && piece.from < all[len(all)-1].to {
			return nil, false
		}
		all = append(all, piece)
	}
	for i := range all { // comments right above, which the item before did not take
		if isFlow(list) {
			break
		}
		floor := s.lineAfterKey(list)
		if i > 0 {
			floor = all[i-1].to
		}
		for from := all[i].from; from > floor; {
			above := s.lineStart(from - 1)
			column, blank := s.column(above)
			if blank || s.text[above+column] != '#' || above < floor {
				break
			}
			from = above
			all[i].from = from
		}
	}
	return all, true
}

// lineAfterKey is where the lines of a list may begin: behind the last line above its first dash that is
// no comment and not blank.
func (s *sheet) lineAfterKey(list *yaml.Node) int {
	at, _ := s.at(list)
	for line := s.lineStart(at); line > 0; {
		above := s.lineStart(line - 1)
		if column, blank := s.column(above); !blank && s.text[above+column] != '#' {
			return line
		}
		line = above
	}
	return 0
}

// lines are the whole lines of an item with its dash at a column; at is where its value begins.
func (s *sheet) lines(at, column int) (span, bool) {
	from := s.lineStart(at)
	for { // the value may begin below its dash
		n, blank := s.column(from)
		if !blank && n == column && s.text[from+n] == '-' {
			break
		}
		if !blank && s.text[from+n] != '#' && n <= column || from == 0 {
			return span{}, false
		}
		from = s.lineStart(from - 1)
	}
	end := blockEnd(s.text, at, column+1, false)
	to := s.nextLine(end)
	for to < len(s.text) { // comments that stand inside it, at its end
		n, blank := s.column(to)
		if blank || n <= column || s.text[to+n] != '#' {
			break
		}
		to = s.nextLine(to)
	}
	return span{from, to}, true
}

// flowEnd is the end of a value in brackets that begins at an offset.
func (s *sheet) flowEnd(n *yaml.Node, at int) (int, bool) {
	if n.Kind == yaml.ScalarNode {
		if isNull(n) && n.Value == "" {
			return at, true
		}
		return scalarEnd(s.text, at, nil, n)
	}
	if s.text[at] != '{' && s.text[at] != '[' {
		return 0, false
	}
	return closing(s.text, at)
}

// permute writes the items of a list in another order. What stands between them stays where it is.
func (s *sheet) permute(list *yaml.Node, order []int) bool {
	pieces, ok := s.items(list)
	if !ok || len(pieces) != len(order) {
		return false
	}
	var out []byte
	content := make([]*yaml.Node, len(order))
	for i, from := range order {
		if i > 0 {
			out = append(out, s.text[pieces[i-1].to:pieces[i].from]...)
		}
		out = append(out, s.text[pieces[from].from:pieces[from].to]...)
		content[i] = list.Content[from]
	}
	first, last := pieces[0].from, pieces[len(pieces)-1].to
	s.text = slices.Concat(s.text[:first], out, s.text[last:])
	list.Content = content
	return true
}

// removeItem takes an item out of a list, with the blank lines or the comma that kept it from the next.
// It gives the text that was there. A list that has nothing else goes with its key.
func (s *sheet) removeItem(owner *yaml.Node, key string, i int) (piece string, ok bool) {
	_, list := child(owner, key)
	if list == nil {
		return "", false
	}
	pieces, ok := s.items(list)
	if !ok || i < 0 || i >= len(pieces) {
		return "", false
	}
	p := pieces[i]
	piece = string(s.text[p.from:p.to])
	if len(pieces) == 1 {
		if !s.removeKey(owner, key) {
			return "", false
		}
		return piece, true
	}
	between := func(a, b int) bool { // nothing that anyone would miss
		return len(bytes.Trim(s.text[a:b], " \t\r\n,")) == 0
	}
	switch {
	case i+1 < len(pieces) && between(p.to, pieces[i+1].from):
		s.replace(p.from, pieces[i+1].from, "")
	case i+1 == len(pieces) && between(pieces[i-1].to, p.from):
		s.replace(pieces[i-1].to, p.to, "")
	case !isFlow(list) && i > 0 && between(pieces[i-1].to, p.from): // a comment between it and the next stays
		s.replace(pieces[i-1].to, p.to, "")
	case !isFlow(list):
		s.replace(p.from, p.to, "")
	default:
		return "", false
	}
	list.Content = slices.Delete(list.Content, i, i+1)
	return piece, true
}

// piece writes something new: as lines that end, the first with its dash at a column, or in one line
// between brackets.
type piece interface {
	lines(column int) string
	inline() (string, bool)
	node() *yaml.Node
}

// insertItem puts something new in a list, which is made where it is not there.
func (s *sheet) insertItem(owner *yaml.Node, key string, index int, order []string, p piece) bool {
	_, list := child(owner, key)
	if list == nil || isNull(list) || list.Kind == yaml.SequenceNode && len(list.Content) == 0 {
		return s.newList(owner, key, order, p)
	}
	pieces, ok := s.items(list)
	if !ok {
		return false
	}
	index = max(0, min(index, len(pieces)))
	if isFlow(list) {
		text, ok := p.inline()
		if !ok {
			return false
		}
		if index < len(pieces) {
			s.replace(pieces[index].from, pieces[index].from, text+", ")
		} else {
			s.replace(pieces[index-1].to, pieces[index-1].to, ", "+text)
		}
	} else {
		text, gap := s.withEndings(p.lines(list.Column-1)), s.gap(pieces, index)
		switch p.(type) {
		case row, word: // one line needs no room
			gap = ""
		}
		if index < len(pieces) {
			s.replace(pieces[index].from, pieces[index].from, text+gap)
		} else {
			s.replace(pieces[index-1].to, pieces[index-1].to, gap+text)
		}
	}
	list.Content = slices.Insert(list.Content, index, p.node())
	return true
}

// gap is the blank lines that a list has between its items, near an index.
func (s *sheet) gap(pieces []span, index int) string {
	if len(pieces) < 2 {
		return ""
	}
	i := max(1, min(index, len(pieces)-1))
	text := string(s.text[pieces[i-1].to:pieces[i].from])
	if strings.TrimSpace(text) != "" {
		return s.ending
	}
	return text
}

func (s *sheet) withEndings(text string) string {
	if s.ending == "\n" {
		return text
	}
	return strings.ReplaceAll(text, "\n", s.ending)
}
