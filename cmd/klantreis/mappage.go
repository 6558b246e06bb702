package main

import (
	"io"

	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/journeymap"
)

// drawLenses draws the map once for each way to look at it. The first is the whole map, which is
// there already.
func (g *gift) drawLenses(in journeymap.Input, data render.Table) []render.Figure {
	names := g.lang.Lens().Names
	var all []render.Figure
	for i, lens := range journeymap.Lenses {
		f := render.Figure{ID: lensFile(lens, ""), Title: names[i], Drawing: g.pictures.Map.Drawing, Data: data}
		if lens != journeymap.Whole {
			f.Drawing = journeymap.Wide(in, lens)
		}
		f.Alt = f.Drawing.Desc
		all = append(all, f)
	}
	return all
}

// writeMapPage writes the map as a page on which every number tells where it comes from.
func (g *gift) writeMapPage(w io.Writer) error {
	j := g.journey
	return html.WriteMap(w, html.MapPage{
		Lang: g.lang, Title: j.Title, Municipality: j.Municipality, Owner: j.Owner, Date: g.lang.Date(j.Date), Period: g.lang.Period(j.Period),
		Pictures: g.lenses, Narrow: render.Figure{ID: "klantreis-smal", Title: j.Title, Alt: g.narrow.Desc, Drawing: g.narrow},
		Backings: render.Backings(j, g.ev, g.lang), Sources: render.SourceTable(j, g.ev, g.lang),
	}, g.theme)
}
