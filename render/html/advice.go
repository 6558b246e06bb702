package html

import (
	"fmt"
	"html/template"
	"io"
	"strconv"
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
	Cover    []adviceBlock
	Chapters []chapter
}

// chapter is a section of the report as it stands on the page.
type chapter struct {
	ID, Over, Title, Accent string
	Persona                 bool
	Blocks                  []adviceBlock
	Cards                   []render.AdviceCard // what the contents name below it, each number once
}

// adviceBlock is a block with what the template needs beside it.
type adviceBlock struct {
	Kind   string
	ID     string // of a card that may be linked to
	Block  render.Block
	Figure *figure
	Matrix *matrixView
	Wide   bool // a picture that needs the whole width
}

// WriteAdvice writes the report as advies.html: the same blocks in the same order as on paper, as
// one page without scripts that opens from disk. The bytes depend on the arguments only. It fails
// on a block that it has no form for, so that nothing is lost in silence, and when w does.
func WriteAdvice(w io.Writer, r render.Report, t render.Theme) error {
	lang := words.Dutch
	if r.Lang == string(words.English) {
		lang = words.English
	}
	r.Sections = withAccents(r.Sections, t)
	p := advicePage{Lang: string(lang), Report: r, Page: lang.AdvicePage(), Gift: lang.Deck().Gift, Title: strings.TrimSpace(r.Title)}
	if p.Title == "" {
		p.Title = p.Gift
	}
	c := &composer{words: lang.Deck(), lang: string(lang), ids: map[string]bool{"inhoud": true, "kop-inhoud": true}}
	cards := map[int]string{} // number → id
	for _, s := range r.Sections {
		if s.Where == render.DeckOnly {
			continue
		}
		blocks, err := c.adviceBlocks(s, cards)
		if err != nil {
			return err
		}
		if s.Kind == render.Cover {
			p.Cover = append(p.Cover, blocks...)
			continue
		}
		chapter := chapter{ID: c.unique(s.ID), Over: strings.TrimSpace(s.Over), Title: strings.TrimSpace(s.Title), Accent: accentClass(s.Accent), Persona: s.Kind == render.PersonaSection, Blocks: blocks}
		for _, b := range blocks {
			if card, ok := b.Block.(render.AdviceCard); ok && b.ID != "" {
				chapter.Cards = append(chapter.Cards, card)
			}
		}
		p.Chapters = append(p.Chapters, chapter)
	}
	p.Style = template.CSS(drawing.FontFaces(font.Faces()) + themeStyle(t, r) + darkStyle(t) + read("base.css", "advice.css", "advice-blocks.css", "advice-print.css"))
	p.Policy = policy(p.Style, nil, false)
	calls := functions(lang.Deck(), t.Logo)
	calls["cardID"] = func(n int) string { return cards[n] }
	calls["named"] = namesRow
	calls["lines"] = func(n int) int { return max(1, min(n, 8)) } // of room to write, as the style sheet has it
	calls["adviceFacts"] = func(a render.AdviceCard) []render.Fact { return adviceFacts(a, lang) }
	tmpl, err := template.New("advice.html").Funcs(calls).ParseFS(files, "assets/advice.html", "assets/advice-blocks.html")
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return fill(w, tmpl, p)
}

// adviceBlocks prepares the blocks of a section, and notes the ids of its cards.
func (c *composer) adviceBlocks(s render.Section, cards map[int]string) (out []adviceBlock, err error) {
	c.now = slide{Title: s.Title}
	for _, b := range s.Blocks {
		v := adviceBlock{Kind: kind(b), Block: b}
		switch x := b.(type) {
		case render.Figure:
			v.Kind, v.Figure = "figure", c.newFigure(x)
			v.Figure.ShowTitle = strings.TrimSpace(x.Title) != "" && x.Title != s.Title
			v.Wide = x.Drawing.Width > 700
		case render.Matrix:
			v.Kind, v.Matrix = "matrix", newMatrix(x, 1e9)
		case render.AdviceCard:
			v.Kind = "card"
			if cards[x.Number] == "" {
				v.ID = c.unique("advies-" + strconv.Itoa(x.Number))
				cards[x.Number] = v.ID
			}
		case render.PageBreak:
			continue
		}
		if v.Kind == "" {
			return nil, fmt.Errorf("html: the advice page has no form for a %T", b)
		}
		out = append(out, v)
	}
	return out, nil
}

// adviceFacts are those of a card on a slide, and how it will be seen that it works.
func adviceFacts(a render.AdviceCard, lang words.Lang) []render.Fact {
	facts := cardFacts(a, lang.Deck())
	if strings.TrimSpace(a.Measure) != "" {
		facts = append(facts, render.Fact{Label: lang.Paper().Measure, Value: a.Measure})
	}
	return facts
}

// namesRow says whether a row's first cell tells what the row is about.
func namesRow(t render.Table, i int, cell string) bool {
	return i == 0 && len(t.Columns) > 1 && !t.Columns[0].Number && strings.TrimSpace(cell) != ""
}

// darkStyle gives the same page in the evening: the house's hues on a dark ground, each made
// lighter until it reads. Pictures keep the light ground that they were drawn on.
func darkStyle(t render.Theme) string {
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
	fmt.Fprintf(&b, ":root{--picture:%s}\n", t.Paper.Hex())
	b.WriteString("@media screen and (prefers-color-scheme:dark){:root{")
	for _, v := range []struct {
		name  string
		color drawing.Color
	}{
		{"ink", ink}, {"ink-soft", ink.Over(panel, 0.8)}, {"paper", paper}, {"panel", panel}, {"line", ground(0.42)},
		{"theme-accent", lighter(t.Accent, panel)}, {"accent-text", lighter(t.Accent, panel)}, {"tint", panel},
		{"good", lighter(t.Good, panel)}, {"bad", lighter(t.Bad, panel)}, {"warn", lighter(t.Warn, panel)},
		{"good-soft", panel}, {"bad-soft", panel}, {"warn-soft", panel},
	} {
		fmt.Fprintf(&b, "--%s:%s;", v.name, v.color.Hex())
	}
	b.WriteString("}}\n")
	return b.String()
}

// lighter makes a colour light enough to read on a dark ground, in the same hue.
func lighter(c, ground drawing.Color) drawing.Color {
	look := c.OKLCH()
	for ; drawing.Contrast(c, ground) < 5 && look.L < 1; look.L += 0.01 {
		c = look.Color()
	}
	return c
}
