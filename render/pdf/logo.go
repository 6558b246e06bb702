package pdf

import "klantreis/render/drawing"

// logo puts the logo in the corner of the cover, on a plate of the colour of the paper.
func (c *composer) logo() {
	logo := c.theme.Logo
	if logo.None() {
		return
	}
	const margin, padX, padY = 26.0, 12.0, 9.0
	w, h := logo.Within(150, 38)
	t := c.at.add("Figure")
	t.alt = logo.Alt
	comp := sketch{tag: t, draw: func(p *provider, _ drawing.Box) {
		plate := drawing.Box{X: p.page.width - margin - w - 2*padX, Y: margin, W: w + 2*padX, H: h + 2*padY}
		rect := p.rect(plate)
		t.bbox = &rect
		p.path(drawing.Rect(plate.X, plate.Y, plate.W, plate.H, 7).Filled(c.theme.Paper))
		p.items([]drawing.Item{logo.At(drawing.Box{X: plate.X + padX, Y: plate.Y + padY, W: w, H: h})}, drawing.Matrix{})
	}}
	c.add(strip{height: 0.01, glue: true, items: []item{{w: 1, h: 1, comp: comp}}})
}
