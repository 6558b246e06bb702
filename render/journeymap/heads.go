package journeymap

import "klantreis/render/drawing"

// heads are the arrows of the phases with the steps under them, and the names of the lanes. A part
// without phases or without lanes has none.
func (l *layout) heads() drawing.Heads {
	const air = 6.0
	if len(l.phases) == 0 || len(l.lanes) == 0 {
		return drawing.Heads{}
	}
	top := l.phases[0].box.Y - air
	columns := drawing.Box{Y: top, W: l.width, H: l.lanes[0].box.Y + l.lanes[0].box.H + air - top}
	return drawing.Heads{Columns: columns, Rows: drawing.Box{Y: top, W: l.grid.x - 4, H: l.tints[1] - top}}
}
