package render

import d "klantreis/render/drawing"

// Theme is the look of every output: colours that have been checked for contrast, and nothing
// else. Sizes belong to the layouts.
type Theme struct {
	Name string

	Ink, InkSoft d.Color // text on Paper and on Panel: at least 7:1 and 4.5:1
	Paper, Panel d.Color // page and quiet boxes
	Line         d.Color // hairlines; decoration only

	Header, OnHeader            d.Color // the dark band at the top, and text on it
	Accent                      d.Color // links, the curve; at least 4.5:1 on Paper
	Good, Bad, Warn             d.Color // text and marks, each at least 4.5:1 on Paper
	GoodSoft, BadSoft, WarnSoft d.Color // backgrounds under Ink

	Phases []Phase   // used in turn
	Series []d.Color // chart series, each at least 3:1 on Paper
}

// Phase colours one phase of the journey: its arrow with the text on it, and the tint of its
// columns.
type Phase struct {
	Fill, OnFill, Tint d.Color
}

// Phase gives the colours of the i-th phase.
func (t Theme) Phase(i int) Phase { return t.Phases[i%len(t.Phases)] }

// Stadskamer is the theme of our own design that is used unless a journey brings its own.
func Stadskamer() Theme {
	h := d.Hex
	white := h("#ffffff")
	return Theme{
		Name: "stadskamer",
		Ink:  h("#14213d"), InkSoft: h("#4a5568"),
		Paper: white, Panel: h("#f3f5f9"), Line: h("#d5dbe6"),
		Header: h("#14213d"), OnHeader: white,
		Accent: h("#2f4bb8"),
		Good:   h("#1b7a3d"), Bad: h("#b3261e"), Warn: h("#9a5200"),
		GoodSoft: h("#e8f5ec"), BadSoft: h("#fdeeec"), WarnSoft: h("#fff4e0"),
		Phases: []Phase{
			{h("#1d4fd7"), white, h("#f2f6ff")},
			{h("#15803d"), white, h("#f1fbf4")},
			{h("#a8500b"), white, h("#fff8ee")},
			{h("#b42318"), white, h("#fff4f3")},
			{h("#6d32d9"), white, h("#f7f3ff")},
			{h("#0b7285"), white, h("#effafc")},
		},
		Series: []d.Color{h("#1d4fd7"), h("#c2410c"), h("#15803d"), h("#7c3aed"), h("#0e7490"), h("#b42318"), h("#7a6a1e"), h("#9d174d")},
	}
}
