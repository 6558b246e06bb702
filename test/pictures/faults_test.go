package pictures

import (
	d "klantreis/render/drawing"
)

// fault is something that goes wrong with one item of a drawing.
type fault struct {
	name    string
	applies func(d.Item) bool
	plant   func(item d.Item, pixel float64) d.Item // nil: the item is gone; pixel is one in the drawing's units
}

// faults are what a format might do to a picture.
var faults = []fault{
	{"a line of text is missing", isText, func(d.Item, float64) d.Item { return nil }},
	{"a line of text stands 3 pixels to the right", isText, func(it d.Item, pixel float64) d.Item {
		t := it.(d.Text)
		t.X += 3 * pixel
		return t
	}},
	{"a path is missing", isPath, func(d.Item, float64) d.Item { return nil }},
}

// isText picks lines of a few letters and more that are plain to see.
func isText(it d.Item) bool {
	t, ok := it.(d.Text)
	return ok && len(t.S) > 2
}

// isPath picks paths that leave a mark of some size.
func isPath(it d.Item) bool {
	p, ok := it.(d.Path)
	return ok && (p.Fill.Color.A == 255 && p.Fill.Color != d.Hex("#fff") && len(p.Segs) > 5 || p.Stroke.Color.A == 255 && p.Stroke.Width >= 1.5)
}

// count is the number of items to which the fault applies.
func (f fault) count(items []d.Item) (n int) {
	d.Walk(items, func(it d.Item) {
		if f.applies(it) {
			n++
		}
	})
	return n
}

// in plants the fault on the n-th item to which it applies, and gives that item.
func (f fault) in(items []d.Item, n int, pixel float64) (planted []d.Item, at d.Item) {
	var walk func(items []d.Item) []d.Item
	walk = func(items []d.Item) []d.Item {
		var out []d.Item
		for _, it := range items {
			if f.applies(it) {
				if n--; n == -1 {
					at = it
					it = f.plant(it, pixel)
				}
			}
			if g, ok := it.(d.Group); ok {
				g.Items = walk(g.Items)
				it = g
			}
			if it != nil {
				out = append(out, it)
			}
		}
		return out
	}
	planted = walk(items)
	return planted, at
}
