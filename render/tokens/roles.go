package tokens

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
)

// role says which tokens give a colour of the theme, the best first. Names are without the brand
// in front: link.color stands for utrecht.link.color, ma.link.color and nl.link.color, and
// color.* with the brand basis for the basis tokens of the NL Design System.
type role struct {
	field  string // of render.Theme
	color  func(t *render.Theme) *drawing.Color
	fits   func(c drawing.Color) bool // nil: any colour
	tokens string
}

// roles is the whole of what is read by name; phases, series and the ribbon follow from the
// brand's palette (palette.go).
var roles = []role{
	{"Paper", func(t *render.Theme) *drawing.Color { return &t.Paper }, isPaper,
		"document.background-color body.background-color page.background-color root.background-color color.default.bg-document color.bg.document color.white"},
	{"Ink", func(t *render.Theme) *drawing.Color { return &t.Ink }, isDark,
		"document.color body.color root.color page.color color.default.color-document color.foreground.default surface.color heading.color"},
	{"InkSoft", func(t *render.Theme) *drawing.Color { return &t.InkSoft }, isDark,
		"color.default.color-subtle color.foreground.subtle form-field-description.color color.default.color-default"},
	{"Panel", func(t *render.Theme) *drawing.Color { return &t.Panel }, isLight,
		"surface.background-color color.default.bg-subtle color.bg.subtle"},
	{"Line", func(t *render.Theme) *drawing.Color { return &t.Line }, isHairline,
		"separator.color color.default.border-subtle color.border.subtle"},
	{"Header", func(t *render.Theme) *drawing.Color { return &t.Header }, isBand,
		"page-header.background-color navigation.background-color nav-bar.background-color button.primary-action.background-color " +
			"color.accent-1.inverse.bg-document color.accent-1.inverse.bg-default color.primary.500 color.primary heading.color"},
	{"Accent", func(t *render.Theme) *drawing.Color { return &t.Accent }, nil,
		"link.color color.action-2.color-default color.action-1.color-default color.foreground.link button.primary-action.background-color " +
			"color.accent-1.color-default color.primary.500 color.primary"},
	{"Good", func(t *render.Theme) *drawing.Color { return &t.Good }, nil,
		"feedback.success.color feedback.safe.color feedback.valid.color alert.icon.ok.color color.positive.color-default color.positive.default"},
	{"Bad", func(t *render.Theme) *drawing.Color { return &t.Bad }, nil,
		"feedback.danger.color feedback.error.color feedback.invalid.color alert.icon.error.color color.negative.color-default color.negative.default"},
	{"Warn", func(t *render.Theme) *drawing.Color { return &t.Warn }, nil,
		"feedback.warning.color alert.icon.warning.color color.warning.color-default color.warning.default"},
	{"GoodSoft", func(t *render.Theme) *drawing.Color { return &t.GoodSoft }, isLight,
		"alert.ok.background-color color.positive.bg-default color.positive.subtle"},
	{"BadSoft", func(t *render.Theme) *drawing.Color { return &t.BadSoft }, isLight,
		"alert.error.background-color color.negative.bg-default color.negative.subtle"},
	{"WarnSoft", func(t *render.Theme) *drawing.Color { return &t.WarnSoft }, isLight,
		"alert.warning.background-color color.warning.bg-default color.warning.subtle"},
}

const (
	fontTokens = "document.font-family root.font-family body.font-family paragraph.font-family text.font-family.default text.font-family.sans typography.sans-serif.font-family heading.font-family"
	logoToken  = "klantreis.logo"
	altToken   = "klantreis.logo-tekst"
)

var black, white = drawing.Color{A: 255}, drawing.Color{R: 255, G: 255, B: 255, A: 255}

// isLight: a page that is dark on a screen is light on paper, where our outputs end up.
func isLight(c drawing.Color) bool { return drawing.Contrast(c, black) > 8 }

// isPaper: a page in a full colour would cost a cartridge a poster, and leaves no room for others.
func isPaper(c drawing.Color) bool { return isLight(c) && c.OKLCH().C < 0.045 }

func isDark(c drawing.Color) bool { return drawing.Contrast(c, white) > 2 }

// isHairline: a dividing line of the website may be dark, but we draw many.
func isHairline(c drawing.Color) bool { return drawing.Contrast(c, white) < 1.9 }

// isBand: a header that is white on the website is no band that holds the page together.
func isBand(c drawing.Color) bool { return drawing.Contrast(c, white) > 2.5 }

// find gives the first token of those names that holds a colour which fits, and tells of
// references and colours on the way that cannot be read.
func (r *reader) find(names string, fits func(drawing.Color) bool) (drawing.Color, *token) {
	for _, name := range strings.Fields(names) {
		for _, i := range r.byName[join(words(strings.Split(name, ".")...))] {
			t := &r.tokens[i]
			value, missing, circle := r.resolve(*t)
			c, ok := parseColor(value)
			switch {
			case missing != "":
				r.warn(t.at, "huisstijl-verwijzing", t.label(), missing)
			case circle != "":
				r.warn(t.at, "huisstijl-kringetje", t.label(), circle)
			case ok && (fits == nil || fits(c)):
				return c, t
			case !ok && meantAsColor(value):
				r.warn(t.at, "huisstijl-kleur", t.label(), value)
			}
		}
	}
	return drawing.Color{}, nil
}

// meantAsColor says whether a value that is no colour was written for one: a wrong number of
// digits, or a name that CSS does not know.
func meantAsColor(value string) bool {
	switch value = strings.ToLower(strings.TrimSpace(value)); value {
	case "", "transparent", "inherit", "initial", "unset", "none", "currentcolor":
		return false
	}
	return value[0] == '#' || strings.Trim(value, "abcdefghijklmnopqrstuvwxyz") == ""
}

// theme lays what the tokens give over another theme and mends what cannot be read.
func (r *reader) theme(over render.Theme) render.Theme {
	t := over
	given := map[string]*token{}
	for _, role := range roles {
		if c, from := r.find(role.tokens, role.fits); from != nil {
			*role.color(&t), given[role.field] = c, from
		}
	}
	brand := r.brand(given)
	if given["Accent"] == nil && given["Header"] == nil { // no known names: the first colour is the brand's
		if i := slices.IndexFunc(r.tokens, func(t token) bool { c, ok := r.color(t); return ok && isBand(c) && isChromatic(c) }); i >= 0 {
			t.Accent, _ = r.color(r.tokens[i])
			t.Header = t.Accent
			brand = append([]drawing.Color{t.Accent}, brand...)
		}
	}
	derive(&t, given)
	t, changes := t.Mended()
	palette(&t, brand, over)
	t, _ = t.Mended()
	for _, c := range changes {
		if from := given[c.Role]; from != nil {
			r.warn(from.at, changeCode(c), c.From.Hex(), from.label(), journeys.Ratio(c.Was), c.To.Hex(), journeys.Ratio(c.Is))
		}
	}
	return t
}

func changeCode(c render.Change) string {
	switch {
	case c.Lighter:
		return "huisstijl-achtergrond"
	case c.Role == "Header":
		return "huisstijl-band"
	case c.Least < 4.5:
		return "huisstijl-te-licht-lijn"
	}
	return "huisstijl-te-licht"
}

// derive fills in what the tokens leave open but what they do give has a say in.
func derive(t *render.Theme, given map[string]*token) {
	if given["Accent"] == nil && given["Header"] != nil {
		t.Accent = t.Header
	}
	if given["Header"] == nil && given["Accent"] != nil {
		t.Header = t.Accent
	}
	if given["InkSoft"] == nil && given["Ink"] != nil {
		t.InkSoft = t.Ink.Over(t.Paper, 0.7)
	}
	if given["Panel"] == nil {
		t.Panel = t.Header.Over(t.Paper, 0.05)
	}
	if given["Line"] == nil {
		t.Line = t.InkSoft.Over(t.Paper, 0.25)
	}
	for _, soft := range []struct {
		name, from string
		color      *drawing.Color
		of         drawing.Color
	}{{"GoodSoft", "Good", &t.GoodSoft, t.Good}, {"BadSoft", "Bad", &t.BadSoft, t.Bad}, {"WarnSoft", "Warn", &t.WarnSoft, t.Warn}} {
		if given[soft.name] == nil && given[soft.from] != nil {
			*soft.color = soft.of.Over(t.Paper, 0.1)
		}
	}
	t.OnHeader = white
}

// font is the first typeface that the tokens ask for, when it is not the one that we have.
func (r *reader) font() string {
	for _, name := range strings.Fields(fontTokens) {
		for _, i := range r.byName[join(words(strings.Split(name, ".")...))] {
			value, _, _ := r.resolve(r.tokens[i])
			first, _, _ := strings.Cut(value, ",")
			first = strings.TrimSpace(strings.Trim(strings.TrimSpace(first), `'"`))
			switch strings.ToLower(first) {
			case "inter", "inter variable":
				return ""
			case "", "sans-serif", "serif", "monospace", "system-ui", "inherit":
				continue
			}
			if runes := []rune(first); len(runes) > 60 {
				first = string(runes[:60]) + "…"
			}
			return first
		}
	}
	return ""
}
