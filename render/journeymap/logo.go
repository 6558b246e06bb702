package journeymap

import (
	"klantreis/render"
	"klantreis/render/drawing"
)

const (
	logoWidth, logoHeight = 190.0, 54.0 // the most that a logo may take
	logoPadX, logoPadY    = 14.0, 10.0  // of the plate around it
	logoTop               = 14.0
	logoGap               = 24.0 // between the plate and the text beside it
)

// plate is where the logo lies in the header: at the right, on the colour of the paper, because
// a logo is made for paper. It is empty without a logo.
func plate(v *view, width float64) drawing.Box {
	if v.logo.None() {
		return drawing.Box{}
	}
	w, h := v.logo.Within(logoWidth, logoHeight)
	w, h = w+2*logoPadX, h+2*logoPadY
	return drawing.Box{X: width - pageMargin - w, Y: logoTop, W: w, H: h}
}

// logoOn draws the plate with the logo.
func logoOn(b drawing.Box, logo render.Logo, paper drawing.Color) []drawing.Item {
	if b.W == 0 {
		return nil
	}
	inside := drawing.Box{X: b.X + logoPadX, Y: b.Y + logoPadY, W: b.W - 2*logoPadX, H: b.H - 2*logoPadY}
	return []drawing.Item{drawing.Rect(b.X, b.Y, b.W, b.H, 8).Filled(paper), logo.At(inside)}
}
