package html

import (
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// advicePage is what the template writes.
type advicePage struct {
	Lang     string
	Title    string
	Report   render.Report
	Page     words.AdvicePage
	Gift     string
	Policy   string
	Style    template.CSS
	Cover    []adviceGroup
	Chapters []chapter
	Paper    string // name of the file with the same for paper; empty: there is none
}

// chapter is a section of the report as it stands on the page.
type chapter struct {
	ID, Over, Title, Accent string
	Persona, Moment         bool
	Groups                  []adviceGroup
	Cards                   []render.AdviceCard // what the contents name below it, each number once
}

// WriteAdvice writes the report as advies.html: the same blocks in the same order as on paper, as
// one page without scripts that opens from disk. Paper names the file with the paper form, empty for
// none. The bytes depend on the arguments only. It fails on a block that it has no form for, so that
// nothing is lost in silence, and when w does.
func WriteAdvice(w io.Writer, r render.Report, t render.Theme, paper string) error {
	lang := words.Dutch
	if r.Lang == string(words.English) {
		lang = words.English
	}
	r.Sections = withPhases(withAccents(r.Sections, t), t)
	p := advicePage{Lang: string(lang), Report: r, Paper: paper, Page: lang.AdvicePage(), Gift: lang.Deck().Gift, Title: strings.TrimSpace(r.Title)}
	if p.Title == "" {
		p.Title = p.Gift
	}
	c := adviceComposer{composer: &composer{words: lang.Deck(), lang: string(lang), ids: map[string]bool{"inhoud": true, "kop-inhoud": true}}, cards: map[int]string{}}
	for _, s := range r.Sections {
		if s.Where == render.DeckOnly {
			continue
		}
		blocks, err := c.blocks(s)
		if err != nil {
			return err
		}
		if s.Kind == render.Cover {
			p.Cover = append(p.Cover, grouped(blocks)...)
			continue
		}
		chapter := chapter{ID: c.unique(s.ID), Over: strings.TrimSpace(s.Over), Title: strings.TrimSpace(s.Title), Accent: accentClass(s.Accent),
			Persona: s.Kind == render.PersonaSection, Moment: s.Kind == render.MomentSection, Groups: grouped(blocks)}
		for _, b := range blocks {
			if card, ok := b.Block.(render.AdviceCard); ok && b.ID != "" {
				chapter.Cards = append(chapter.Cards, card)
			}
		}
		p.Chapters = append(p.Chapters, chapter)
	}
	p.Style = template.CSS(drawing.FontFaces(font.Faces()) + themeStyle(t, r) + darkStyle(t, r) + read("base.css", "advice.css", "advice-blocks.css", "advice-cards.css", "advice-narrow.css", "advice-print.css"))
	p.Policy = policy(p.Style, nil, false)
	calls := functions(lang.Deck(), lang.InRoom(), t.Logo)
	calls["cardID"] = func(n int) string { return c.cards[n] }
	calls["matrixID"] = func() string { return c.matrix }
	calls["allAdvice"] = func() string { return p.Page.All }
	calls["wideHint"] = func() string { return p.Page.Wide }
	calls["sentence"] = func(s string) bool { return len(s) > 70 } // rather than a name; it reads badly in bold
	calls["tabled"] = func(t render.Table, above string) titledTable { return titledTable{t, above} }
	calls["scale"] = scalePicture
	calls["place"] = placePicture
	calls["bar"] = barPicture
	calls["head"] = columnTitle
	calls["named"] = namesRow
	calls["lines"] = func(n int) int { return max(1, min(n, 8)) } // of room to write, as the style sheet has it
	calls["adviceFacts"] = func(a render.AdviceCard) []render.Fact { return adviceFacts(a, lang) }
	tmpl, err := template.New("advice.html").Funcs(calls).ParseFS(files, "assets/advice.html", "assets/advice-blocks.html")
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return fill(w, tmpl, p)
}

// darkStyle gives the same page in the evening: the house's hues on a dark ground, each made
// lighter until it reads. Pictures keep the light ground that they were drawn on.
func darkStyle(t render.Theme, r render.Report) string {
	ground := func(lightness float64) drawing.Color {
		look := t.Header.OKLCH()
		look.L, look.C = lightness, min(look.C, 0.035)
		return look.Color()
	}
	paper, panel := ground(0.2), ground(0.26)
	ink := paper
	for _, c := range []drawing.Color{t.Paper, drawing.Hex("#ffffff")} {
		if drawing.Contrast(c, panel) > drawing.Contrast(ink, panel) {
			ink = c
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, ":root{--picture:%s;--card:%s;--edge:%s;--assumed:%s;--best:%s;--soft:%s}\n", t.Paper.Hex(), t.Paper.Hex(),
		t.Line.Over(t.InkSoft, 0.75).Hex(), t.WarnSoft.Over(t.Paper, 0.45).Hex(), t.Good.Over(t.Paper, 0.3).Hex(), t.Accent.Over(t.Paper, 0.08).Hex())
	b.WriteString("@media screen and (prefers-color-scheme:dark){:root{")
	for _, v := range []struct {
		name  string
		color drawing.Color
	}{
		{"ink", ink}, {"ink-soft", ink.Over(panel, 0.8)}, {"paper", paper}, {"panel", panel}, {"line", ground(0.42)},
		{"theme-accent", lighter(t.Accent, panel)}, {"accent-text", lighter(t.Accent, panel)}, {"tint", panel},
		{"good", lighter(t.Good, panel)}, {"bad", lighter(t.Bad, panel)}, {"warn", lighter(t.Warn, panel)},
		{"good-soft", panel}, {"bad-soft", panel}, {"warn-soft", panel},
		{"card", panel}, {"edge", ground(0.5)}, {"assumed", panel}, {"best", t.Good.Over(panel, 0.5)}, {"soft", panel},
	} {
		fmt.Fprintf(&b, "--%s:%s;", v.name, v.color.Hex())
	}
	b.WriteString("}")
	for _, accent := range accents(r) {
		fmt.Fprintf(&b, ".%s{--accent-text:%s;--tint:%s}", accentClass(accent), lighter(accent, panel).Hex(), panel.Hex())
	}
	b.WriteString("}\n")
	return b.String()
}

// accents lists the accents of the sections, each once.
func accents(r render.Report) (all []drawing.Color) {
	for _, s := range r.Sections {
		if s.Accent.A != 0 && !slices.Contains(all, s.Accent) {
			all = append(all, s.Accent)
		}
	}
	return all
}

// withPhases gives what tells of a phase the colour of that phase.
func withPhases(sections []render.Section, t render.Theme) []render.Section {
	for i, s := range sections {
		if s.Phase > 0 && s.Accent.A == 0 && len(t.Phases) > 0 {
			sections[i].Accent = t.Phase(s.Phase - 1).Fill
		}
	}
	return sections
}

// lighter makes a colour light enough to read on a dark ground, in the same hue.
func lighter(c, ground drawing.Color) drawing.Color {
	look := c.OKLCH()
	for ; drawing.Contrast(c, ground) < 5 && look.L < 1; look.L += 0.01 {
		c = look.Color()
	}
	return c
}
