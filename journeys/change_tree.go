package journeys

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// sameTree compares two trees but for how they are written. Depth bounds a tree of aliases.
func sameTree(want, got *yaml.Node, depth int) bool {
	if want.Kind != got.Kind || want.Value != got.Value || want.Anchor != got.Anchor || len(want.Content) != len(got.Content) || depth > maxDepth {
		return false
	}
	if want.Tag == edited {
		return got.Tag != "!!null"
	}
	if want.Tag != got.Tag {
		return false
	}
	for i := range want.Content {
		if !sameTree(want.Content[i], got.Content[i], depth+1) {
			return false
		}
	}
	return true
}

// commentLines lists all lines of comments, sorted: an edit may have the parser attach one to another
// value, but none may come or go.
func commentLines(n *yaml.Node) []string {
	var all []string
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for _, text := range []string{n.HeadComment, n.LineComment, n.FootComment} {
			for line := range strings.Lines(text) {
				if line = strings.TrimSpace(line); line != "" {
					all = append(all, line)
				}
			}
		}
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(n)
	slices.Sort(all)
	return all
}

// SameContent tells whether two files say the same: the same keys, values and comments, in the same order. It is
// false when one of them cannot be read.
func SameContent(a, b []byte) bool {
	x, y := (&decoder{}).document(a), (&decoder{}).document(b)
	return x != nil && y != nil && sameTree(x, y, 0) && slices.Equal(commentLines(x), commentLines(y))
}
