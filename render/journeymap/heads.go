package journeymap

import "klantreis/render/drawing"

// heads are the arrows of the phases with the steps under them, and the names of the lanes. A map
// of several bands has none, nor has one without phases or without lanes.
func (s *sheet) heads() drawing.Heads {
	const air = 6.0
	if len(s.bands) != 1 {
		return drawing.Heads{}
	}
	l := s.bands[0]
	if len(l.phases) == 0 || len(l.lanes) == 0 {
		return drawing.Heads{}
	}
	top := l.phases[0].box.Y - air
	columns := drawing.Box{Y: top, W: s.width, H: l.lanes[0].box.Y + l.lanes[0].box.H + air - top}
	return drawing.Heads{Columns: columns, Rows: drawing.Box{Y: top, W: l.grid.x - 4, H: l.tints[1] - top}}
}
