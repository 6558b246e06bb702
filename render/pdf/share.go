package pdf

import (
	"klantreis/render"
	"klantreis/render/drawing"
)

// A page that holds one short section is half empty, and a report of such pages is long. Sections
// that fit a page together share it, whole, with less white space and type that is a little smaller
// where that is what it takes.

// shareZooms are the sizes of type in which sections may stand whole on a page.
var shareZooms = [...]float64{0, 0.96, 0.92, 0.88}

const (
	// sectionGap is the white space above a section that does not begin a page.
	sectionGap = 46
	// sharedBlocks and sharedRows bound the sections that are tried; longer ones fill pages anyway.
	sharedBlocks, sharedRows = 16, 24
)

// extent is the height that a section takes: of what is drawn, and of the white space between.
type extent struct {
	fixed, space float64
	fits         bool // on one page, and nothing in it needs a page of its own
}

// mayShare tells which sections stand on a page with others.
func mayShare(s render.Section) bool {
	if s.Where == render.DeckOnly || s.Kind != render.MomentSection && s.Kind != render.EvidenceSection || len(s.Blocks) > sharedBlocks {
		return false
	}
	for _, b := range s.Blocks {
		switch v := b.(type) {
		case render.Table:
			if len(v.Rows) > sharedRows {
				return false
			}
		case render.PageBreak:
			return false
		}
	}
	return true
}

// sharePage lays out the sections from the given one that fit a page together, as many as do, and
// gives their number; 0 when not even the first fits a page.
func (c *composer) sharePage(sections []render.Section, from int) int {
	most, with := 1, 0
	for z := range shareZooms {
		if n := c.fitTogether(sections, from, z); n > most {
			most, with = n, z
		}
	}
	if most < 2 {
		for with < len(shareZooms) && !c.extentOf(sections[from], from, with).fits {
			with++
		}
		if with == len(shareZooms) {
			return 0
		}
	}
	if most == 1 && with == 0 && sections[from].Kind != render.MomentSection {
		// Alone on a page it need not be close, if it fits then too.
		before, kids := *c, len(c.doc.kids)
		c.pendingFresh = c.sections == 0
		c.unit(sections[from], from, 0, false)
		if c.gap = 0; c.whole(c.strips[len(before.strips):]) {
			return 1
		}
		*c = before
		c.doc.kids = c.doc.kids[:kids]
	}
	first, n := len(c.strips), 0
	for i := from; n < most; i++ {
		if sections[i].Where == render.DeckOnly {
			continue
		}
		c.pendingFresh = c.sections == 0
		c.unit(sections[i], i, shareZooms[with], true)
		n++
	}
	c.gap = 0
	c.whole(c.strips[first:])
	shown := 0
	for i := from; ; i++ { // sections for the deck between them are passed too
		if sections[i].Where != render.DeckOnly {
			shown++
		}
		if shown == most {
			return i - from + 1
		}
	}
}

// fitTogether counts the sections from the given one that fit a page in a size of type.
func (c *composer) fitTogether(sections []render.Section, from, zoom int) (n int) {
	_, room := a4().content()
	height := 0.0
	for i := from; i < len(sections); i++ {
		if sections[i].Where == render.DeckOnly {
			continue
		}
		e := c.extentOf(sections[i], i, zoom)
		if !e.fits {
			break
		}
		if height += e.fixed + e.space*leastSpace; n > 0 {
			height += sectionGap * leastSpace
		}
		if height > room-1 {
			break
		}
		n++
	}
	return n
}

// extentOf lays a section out and takes it off the column again.
func (c *composer) extentOf(s render.Section, index, zoom int) extent {
	key := [2]int{index, zoom}
	if e, known := c.extents[key]; known {
		return e
	}
	if c.extents == nil {
		c.extents = map[[2]int]extent{}
	}
	e := extent{fits: mayShare(s)}
	if e.fits {
		before, kids := *c, len(c.doc.kids)
		c.pendingFresh = true
		c.unit(s, index, shareZooms[zoom], true)
		_, room := a4().content()
		for i, s := range c.strips[len(before.strips):] {
			if s.format != nil || s.fresh && i > 0 {
				e.fits = false
			}
			if s.gap {
				e.space += s.height
			} else {
				e.fixed += s.height
			}
		}
		e.fits = e.fits && e.fixed+e.space*leastSpace <= room-1
		*c = before
		c.doc.kids = c.doc.kids[:kids]
	}
	c.extents[key] = e
	return e
}

// unit lays out a section in one size of type; one that has its page for itself need not be close.
func (c *composer) unit(s render.Section, index int, zoom float64, close bool) {
	c.sections++
	c.gap = 0
	c.at = c.doc.add("Sect")
	c.at.title = s.Title
	c.dense, c.zoom = close, zoom
	c.sectionHead(s, index, c.accentOf(s))
	c.blocks(s.Blocks)
	c.dense, c.zoom = false, 0
}

// accentOf is the colour of a section: its own, its phase's, or that of the report.
func (c *composer) accentOf(s render.Section) drawing.Color {
	switch {
	case s.Phase > 0 && len(c.theme.Phases) > 0:
		return c.theme.Phase(s.Phase - 1).Fill
	case s.Accent.A != 0:
		return s.Accent
	}
	return c.theme.Accent
}
