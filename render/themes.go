package render

import d "klantreis/render/drawing"

// Themes lists the themes of our own design, the one that is used without a choice first.
func Themes() []Theme { return []Theme{Stadskamer(), Singel()} }

// ThemeNamed finds a theme of our own by its name.
func ThemeNamed(name string) (t Theme, ok bool) {
	for _, t := range Themes() {
		if t.Name == name {
			return t, true
		}
	}
	return Theme{}, false
}

// Stadskamer is bright and clear: navy, white and full colours. The colours of phases and series
// differ by hue and by lightness, so that they stay apart without red, green or blue cones and on
// a printer without colours; themes_test.go says how far.
func Stadskamer() Theme {
	h := d.Hex
	white := h("#ffffff")
	return Theme{
		Name: "stadskamer",
		Ink:  h("#14213d"), InkSoft: h("#4a5568"),
		Paper: white, Panel: h("#f3f5f9"), Line: h("#d5dbe6"),
		Header: h("#14213d"), OnHeader: white, Ribbon: h("#e0561f"),
		Accent: h("#2f4bb8"),
		Good:   h("#1a773b"), Bad: h("#b3261e"), Warn: h("#9a5200"),
		GoodSoft: h("#e8f5ec"), BadSoft: h("#fdeeec"), WarnSoft: h("#fff4e0"),
		Phases: []Phase{
			{h("#2f63ef"), white, h("#f2f6ff")},
			{h("#0a5f0a"), white, h("#f1fbf3")},
			{h("#a06500"), white, h("#fff8ea")},
			{h("#c12658"), white, h("#fff4f7")},
			{h("#8821c4"), white, h("#faf3ff")},
			{h("#006c8c"), white, h("#effaff")},
		},
		Series: []d.Color{h("#1262f0"), h("#941000"), h("#059c5d"), h("#a42ebb"), h("#005e82"), h("#b42453"), h("#8a7414"), h("#d655b0")},
	}
}

// Singel is calm and warm: the teal of deep water on paper that is not quite white.
func Singel() Theme {
	h := d.Hex
	paper := h("#fffdf8")
	return Theme{
		Name: "singel",
		Ink:  h("#1d2a2c"), InkSoft: h("#4d595a"),
		Paper: paper, Panel: h("#f5f1e8"), Line: h("#ddd5c6"),
		Header: h("#0f3b40"), OnHeader: paper, Ribbon: h("#e3a33b"),
		Accent: h("#00626d"),
		Good:   h("#2f6b34"), Bad: h("#a3302a"), Warn: h("#855000"),
		GoodSoft: h("#eaf3e6"), BadSoft: h("#fbece8"), WarnSoft: h("#fdf2dc"),
		Phases: []Phase{
			{h("#005b53"), paper, h("#eff7f5")},
			{h("#a84c88"), paper, h("#fbf2f7")},
			{h("#835800"), paper, h("#fbf5e8")},
			{h("#2072b5"), paper, h("#f0f5fb")},
			{h("#8a2120"), paper, h("#fbf1ee")},
			{h("#517153"), paper, h("#f1f5ef")},
		},
		Series: []d.Color{h("#008576"), h("#7f3600"), h("#3a58ad"), h("#b75ca8"), h("#868e2e"), h("#8a6800"), h("#6d3080"), h("#a23642")},
	}
}
