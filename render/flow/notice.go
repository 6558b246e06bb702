package flow

import (
	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// Notice is the picture that takes the place of a flow for which Draw gives ErrTooLarge. It says
// so, and what to do; the table of Describe still holds all lines.
func Notice(j *journeys.Journey, t render.Theme, lang words.Lang) drawing.Drawing {
	const w, pad = 960.0, 24.0
	z := sizesFor(1)[0]
	says := lang.Flow().TooLarge(MaxSteps, MaxLinks)
	title := lang.Flow().Title + ": " + j.Title
	g := &page{w: w, header: wrap(title, font.Bold, 1.5*z.title, w-2*pageMargin, 2)}
	g.top = 20 + height(g.header) + 16
	text := wrap(says, font.Regular, z.title, w-2*pageMargin-2*pad, 6)
	a := artist{page: g, theme: t}
	box := drawing.Box{X: pageMargin, Y: g.top + pageMargin, W: w - 2*pageMargin, H: height(text) + 2*pad}
	note := drawing.Group{Items: append([]drawing.Item{
		drawing.Rect(box.X, box.Y, box.W, box.H, 10).Filled(t.WarnSoft).Stroked(t.Warn, 1.4),
	}, a.text(text, box.X+pad, box.Y+pad, drawing.Start, t.Ink)...)}
	return drawing.Drawing{
		ID: "stroom", Width: w, Height: box.Y + box.H + pageMargin, Title: title, Desc: says, Lang: string(lang),
		Background: t.Paper, Items: []drawing.Item{a.drawHeader(), note},
	}
}
