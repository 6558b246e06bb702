package journeys

import "strconv"

// Pos is a place in a file. Line and Column count from 1, columns in characters; zero is unknown.
type Pos struct {
	File         string
	Line, Column int
}

// String writes file:line:column, leaving out what is unknown.
func (p Pos) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Column > 0 {
			s += ":" + strconv.Itoa(p.Column)
		}
	}
	return s
}

// Node is a mapping in the file: where it stands, and where each of its keys' values stands. A
// value built in Go rather than parsed has the zero Node.
type Node struct {
	Pos  Pos
	keys map[string]Pos
}

// At is the position of the value of a key, or of the i-th item of a list ("omdat.0"). A key
// that is absent has the position of the mapping itself.
func (n Node) At(key string) Pos {
	if p, ok := n.keys[key]; ok {
		return p
	}
	return n.Pos
}

// Has reports whether the mapping holds the key.
func (n Node) Has(key string) bool {
	_, ok := n.keys[key]
	return ok
}

// count is how many of the keys the mapping holds.
func (n Node) count(keys []string) int {
	found := 0
	for _, key := range keys {
		if n.Has(key) {
			found++
		}
	}
	return found
}
