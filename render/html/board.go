package html

import (
	"strconv"

	"klantreis/render"
)

// matrix is the board of gain and effort, with the titles beside it where they do not fit in.
func (c *composer) matrix(m render.Matrix, lead []render.Block) {
	room := c.below(lead)
	view := newMatrix(m, room)
	s := slide{Lead: lead, Matrix: view}
	var rest []string
	if !view.Titled {
		n := len(m.Cells)
		for n > 0 && legendHeight(m.Cells[:n]) > room {
			n--
		}
		s.Legend = m.Cells[:n]
		for _, cell := range m.Cells[n:] {
			rest = append(rest, strconv.Itoa(cell.Number)+". "+cell.Title)
		}
	}
	c.add(s)
	if rest != nil {
		c.flow([]render.Block{render.List{Items: rest}})
	}
}
