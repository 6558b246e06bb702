package html

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// functions are what the templates may call.
func functions(w words.Deck, room words.InRoom, logo render.Logo) template.FuncMap {
	return template.FuncMap{
		"kind":   kind,
		"room":   func() words.InRoom { return room },
		"words":  func() words.Deck { return w },
		"tone":   toneClass,
		"toneIs": func(t render.Tone) string { return w.Tones[t] },
		"pills":  func(c render.AdviceCard) []pill { return pills(c, w) },
		"facts":  func(c render.AdviceCard) []render.Fact { return cardFacts(c, w) },
		"shares": shareClasses,
		"icon":   icon,
		"onPage": func(r render.Report, s slide) slideOnPage { return slideOnPage{r, s} },
		"bow":    func() template.HTML { return template.HTML(read("bow.svg")) },
		"logo":   func() (template.HTML, error) { return logoSVG(logo) },
		"tagged": tagged,
		"number": func(t render.Table, i int) bool { return i < len(t.Columns) && t.Columns[i].Number },
	}
}

// slideOnPage is what the template of one slide needs.
type slideOnPage struct {
	Report render.Report
	Slide  slide
}

// kind names the block for the template, which cannot switch on types.
func kind(b render.Block) string {
	switch b.(type) {
	case render.Prose:
		return "prose"
	case render.Heading:
		return "heading"
	case render.List:
		return "list"
	case render.Quote:
		return "quote"
	case render.Facts:
		return "facts"
	case render.Claim:
		return "claim"
	case render.Table:
		return "table"
	case render.Callout:
		return "callout"
	case render.WriteOn:
		return "write"
	}
	return ""
}

// columnTitle names a cell that stands by itself on a narrow screen.
func columnTitle(t render.Table, i int) string {
	if i < len(t.Columns) {
		return t.Columns[i].Title
	}
	return ""
}

func toneClass(t render.Tone) string {
	return [...]string{"neutral", "positive", "negative", "attention"}[t]
}

// shareClasses are the classes of the columns of a table, or nil.
func shareClasses(t render.Table) []string {
	var classes []string
	for _, n := range columnShares(t) {
		classes = append(classes, "w"+strconv.Itoa(n))
	}
	return classes
}

// icon draws one of the signs on the buttons, on a 24 × 24 grid.
func icon(name string) template.HTML {
	paths := map[string]string{
		"previous":   "M15 5l-7 7 7 7",
		"next":       "M9 5l7 7-7 7",
		"overview":   "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
		"help":       "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5",
		"fullscreen": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
		"document":   "M6 3h8l4 4v14H6zM9 11h6M9 15h6",
		"speaker":    "M4 5h16v11H4zM9 20h6M12 16v4M8 9h5M8 12h3",
		"zoom-in":    "M12 5v14M5 12h14",
		"zoom-out":   "M5 12h14",
		"zoom-fit":   "M4 8h16v8H4zM8 12h8",
	}
	return template.HTML(`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="` + paths[name] + `"/></svg>`)
}

// themeStyle hands the theme's colours to the style sheets.
func themeStyle(t render.Theme, r render.Report) string {
	var b strings.Builder
	b.WriteString("\n:root{")
	for _, v := range []struct {
		name  string
		color drawing.Color
	}{
		{"ink", t.Ink}, {"ink-soft", t.InkSoft}, {"paper", t.Paper}, {"panel", t.Panel}, {"line", t.Line},
		{"header", t.Header}, {"on-header", t.OnHeader}, {"theme-accent", t.Accent},
		{"good", t.Good}, {"bad", t.Bad}, {"warn", t.Warn},
		{"good-soft", t.GoodSoft}, {"bad-soft", t.BadSoft}, {"warn-soft", t.WarnSoft},
		{"wrap", t.OnHeader.Over(t.Header, 0.045)}, {"ribbon", t.Ribbon},
		{"ribbon-dark", t.RibbonShade()}, {"ribbon-light", t.OnHeader.Over(t.Ribbon, 0.22)},
	} {
		fmt.Fprintf(&b, "--%s:%s;", v.name, v.color.Hex())
	}
	b.WriteString("}\n")
	b.WriteString(accentRule(":root", t.Accent, t))
	seen := map[string]bool{}
	for _, s := range r.Sections {
		if class := accentClass(s.Accent); class != "" && !seen[class] {
			seen[class] = true
			b.WriteString(accentRule("."+class, s.Accent, t))
		}
	}
	return b.String()
}

// withAccents gives the phases that bring no colour of their own those of the theme, in turn, as
// on the journey map.
func withAccents(sections []render.Section, t render.Theme) []render.Section {
	sections = slices.Clone(sections)
	phase := 0
	for i, s := range sections {
		if s.Kind != render.PhaseSection || s.Where == render.PaperOnly {
			continue
		}
		if s.Accent.A == 0 && len(t.Phases) > 0 {
			sections[i].Accent = t.Phase(phase).Fill
		}
		phase++
	}
	return sections
}

// logoSVG is the logo for in the page; empty without one.
func logoSVG(logo render.Logo) (template.HTML, error) {
	if logo.None() {
		return "", nil
	}
	d := logo.Drawing
	d.ID, d.Title = "logo", logo.Alt
	var b strings.Builder
	err := drawing.WriteSVG(&b, d, drawing.SVGOptions{Inline: true})
	return template.HTML(b.String()), err
}

// accentRule sets the colours of one accent: the fill, text on it, a tint of it under ink, and
// the accent as text, which falls back to ink where it would be too pale.
func accentRule(selector string, c drawing.Color, t render.Theme) string {
	on := t.Paper
	if drawing.Contrast(t.Ink, c) > drawing.Contrast(t.Paper, c) {
		on = t.Ink
	}
	text := c
	tint := c.Over(t.Paper, 0.07)
	if drawing.Contrast(t.InkSoft, tint) < 4.5 {
		tint = t.Paper
	}
	if drawing.Contrast(c, tint) < 4.5 {
		text = t.Ink
	}
	return fmt.Sprintf("%s{--accent:%s;--on-accent:%s;--tint:%s;--accent-text:%s}\n", selector, c.Hex(), on.Hex(), tint.Hex(), text.Hex())
}

// accentClass names the rule of an accent after its colour.
func accentClass(c drawing.Color) string {
	if c.A == 0 {
		return ""
	}
	return "accent-" + c.Hex()[1:]
}
