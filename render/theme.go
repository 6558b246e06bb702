package render

import d "klantreis/render/drawing"

// Theme is the look of every output: colours that have been checked for contrast, and a logo.
// Sizes belong to the layouts. What each colour must stand against is listed in contrast.go.
type Theme struct {
	Name string

	Ink, InkSoft d.Color // text on Paper, Panel, tints and soft backgrounds: at least 7:1 and 4.5:1
	Paper, Panel d.Color // page and quiet boxes
	Line         d.Color // hairlines; decoration only

	Header, OnHeader            d.Color // the dark band at the top, and text on it: at least 4.5:1
	Ribbon                      d.Color // the bow around the gift on the covers: at least 3:1 on Header
	Accent                      d.Color // links, the curve; at least 4.5:1 on Paper
	Good, Bad, Warn             d.Color // text and marks, each at least 4.5:1 on Paper
	GoodSoft, BadSoft, WarnSoft d.Color // backgrounds under Ink

	Phases []Phase   // used in turn
	Series []d.Color // chart series, each at least 3:1 on Paper

	Logo     Logo
	Typeface string // that a house style asks for; only files for office programs name it: ours are set in Inter
}

// Phase colours one phase of the journey: its arrow with the text on it, and the tint of its
// columns.
type Phase struct {
	Fill, OnFill, Tint d.Color
}

// Phase gives the colours of the i-th phase.
func (t Theme) Phase(i int) Phase { return t.Phases[i%len(t.Phases)] }

// RibbonShade is the ribbon where it lies in the shade: darker, in the same hue.
func (t Theme) RibbonShade() d.Color {
	look := t.Ribbon.OKLCH()
	look.L *= 0.78
	return look.Color()
}

// Logo is the mark of whoever gives the gift. The zero value is none.
type Logo struct {
	Drawing d.Drawing
	Alt     string // what people hear who do not see it
}

// None reports whether there is no logo.
func (l Logo) None() bool { return len(l.Drawing.Items) == 0 }

// Within gives the size that the logo has in a box of at most w × h: as large as fits, without
// changing its shape.
func (l Logo) Within(w, h float64) (width, height float64) {
	if l.None() {
		return 0, 0
	}
	scale := min(w/l.Drawing.Width, h/l.Drawing.Height)
	return l.Drawing.Width * scale, l.Drawing.Height * scale
}

// At draws the logo in a box of the size that Within gave, as one group with its words.
func (l Logo) At(b d.Box) d.Group {
	scale := b.W / l.Drawing.Width
	outline := d.Rect(0, 0, l.Drawing.Width, l.Drawing.Height, 0)
	return d.Group{
		Label: l.Alt, Matrix: d.Translate(b.X, b.Y).Mul(d.Scale(scale)), Clip: &outline, Items: l.Drawing.Items,
	}
}
