package drawing

import "math"

// Heads are the places that name the columns and the rows of a picture, for a page that keeps them
// in view while the rest moves. Zero boxes: none.
type Heads struct{ Columns, Rows Box }

// Crop is the part of a drawing that lies in box, as a drawing of its own: what lies outside is
// left out, what lies across the edge stays whole and is cut off by the new size. Spots and
// rooms come along when they lie inside.
func (d Drawing) Crop(box Box) Drawing {
	move := Translate(-box.X, -box.Y)
	out := d
	out.Width, out.Height, out.Heads = box.W, box.H, Heads{}
	out.Items = []Item{Group{Matrix: move, Items: within(d.Items, Matrix{}, box)}}
	out.Spots, out.Rooms = inside(d.Spots, box), inside(d.Rooms, box)
	return out
}

// inside keeps the places that lie in a box, in the coordinates of the box.
func inside(all []Spot, box Box) []Spot {
	var kept []Spot
	for _, s := range all {
		if s.Box.Inside(box) {
			s.Box.X, s.Box.Y = s.Box.X-box.X, s.Box.Y-box.Y
			kept = append(kept, s)
		}
	}
	return kept
}

// within keeps the items that touch a box. m maps them to the coordinates of the box.
func within(items []Item, m Matrix, box Box) []Item {
	var kept []Item
	for _, it := range items {
		switch v := it.(type) {
		case Group:
			if v.Items = within(v.Items, m.Mul(v.Matrix), box); len(v.Items) > 0 {
				kept = append(kept, v)
			}
		case Path:
			if touches(v, m, v.Stroke.Width*m.ScaleFactor(), box) {
				kept = append(kept, v)
			}
		case Text:
			if v.Rotate != 0 || touches(Rect(v.Left(), v.Y-v.Size, v.Width(), 1.3*v.Size, 0), m, v.HaloWidth, box) {
				kept = append(kept, v)
			}
		}
	}
	return kept
}

// touches tells whether a path, mapped by m and with a margin around it, shares an area with box.
func touches(p Path, m Matrix, margin float64, box Box) bool {
	// A line has no area; half a pixel makes it touch what it lies on.
	margin = math.Max(margin, 0.5)
	b := bounds(p.Transform(m).Segs)
	return Box{X: b.X - margin, Y: b.Y - margin, W: b.W + 2*margin, H: b.H + 2*margin}.Overlaps(box)
}
