// Package markdown writes a report as CommonMark with the tables of GitHub: headings, lists, quotes and
// tables, for pages of text, a wiki or a version control system. Pictures become their text alternative
// with their numbers as a table. What a text means to Markdown is escaped, so that it is shown as typed.
package markdown

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"klantreis/render"
	"klantreis/render/words"
)

// Write writes the report, without what is for the deck alone. It fails when w does.
func Write(w io.Writer, r render.Report) error {
	lang := words.Dutch
	if r.Lang == string(words.English) {
		lang = words.English
	}
	p := &page{words: lang.Markdown()}
	p.line("# %s", p.text(r.Title))
	var head []string
	for _, f := range [][2]string{{p.words.Municipality, r.Municipality}, {p.words.Owner, r.Owner}, {p.words.Author, r.Author}, {p.words.Date, r.Date}, {p.words.Period, r.Period}} {
		if f[1] != "" {
			head = append(head, "**"+f[0]+":** "+p.text(f[1]))
		}
	}
	p.items("- ", head)
	for _, s := range r.Sections {
		if s.Where != render.DeckOnly && s.Kind != render.Cover && s.Kind != render.TalkSection {
			p.section(s)
		}
	}
	_, err := w.Write(bytes.TrimRight(p.out.Bytes(), "\n"))
	if err == nil {
		_, err = io.WriteString(w, "\n")
	}
	return err
}

type page struct {
	out   bytes.Buffer
	words words.Markdown
}

// line writes one block, with a blank line behind it.
func (p *page) line(format string, args ...any) {
	if s := strings.TrimRight(fmt.Sprintf(format, args...), " \n"); s != "" {
		p.out.WriteString(s + "\n\n")
	}
}

func (p *page) items(mark string, items []string) {
	for _, item := range items {
		p.out.WriteString(mark + item + "\n")
	}
	if len(items) > 0 {
		p.out.WriteString("\n")
	}
}

func (p *page) section(s render.Section) {
	before := p.out.Len()
	if s.Title != "" {
		p.line("## %s", p.text(s.Title))
	}
	if s.Over != "" {
		p.line("*%s*", p.text(s.Over))
	}
	begun := p.out.Len()
	for _, b := range s.Blocks {
		p.block(b)
	}
	if p.out.Len() == begun { // a section of room to write on
		p.out.Truncate(before)
	}
}

func (p *page) block(b render.Block) {
	switch b := b.(type) {
	case render.Prose:
		p.line("%s", p.text(b.Text))
	case render.Heading:
		p.line("### %s", p.text(b.Text))
	case render.List:
		if b.Over != "" {
			p.line("**%s:**", p.text(b.Over))
		}
		var items []string
		for _, item := range b.Items {
			items = append(items, p.sign(b.Tone)+p.text(item))
		}
		p.items("- ", items)
	case render.Quote:
		p.line("> %s\n>\n> — %s", p.text(b.Text), p.text(b.Source))
	case render.Facts:
		var items []string
		for _, f := range b.Items {
			items = append(items, strings.TrimSpace("**"+p.text(f.Label)+":** "+p.text(f.Value)+" "+p.note(f.Note)))
		}
		p.items("- ", items)
	case render.Claim:
		value := ""
		if b.Value != "" {
			value = "**" + p.text(b.Value) + "** "
		}
		p.line("%s%s%s  \n%s", p.sign(b.Tone), value, p.text(b.Text), p.note(b.Basis))
	case render.Table:
		p.table(b)
	case render.Figure:
		p.line("**%s**", p.text(b.Title))
		p.line("%s", p.text(b.Alt))
		p.line("%s", p.note(b.Caption))
		p.table(b.Data)
	case render.AdviceCard:
		p.advice(b)
	case render.Matrix:
		p.matrix(b)
	case render.Callout:
		title := ""
		if b.Title != "" {
			title = "**" + p.text(b.Title) + "** "
		}
		p.line("> %s%s%s", p.sign(b.Tone), title, p.text(b.Text))
	}
}

func (p *page) table(t render.Table) {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return
	}
	if t.Caption != "" {
		p.line("*%s*", p.text(t.Caption))
	}
	row := func(cells []string) { p.out.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	var heads, rules []string
	for _, c := range t.Columns {
		rule := "---"
		if c.Number {
			rule = "---:"
		}
		heads, rules = append(heads, p.text(c.Title)), append(rules, rule)
	}
	row(heads)
	row(rules)
	for _, cells := range t.Rows {
		var escaped []string
		for _, c := range cells {
			escaped = append(escaped, p.text(c))
		}
		row(escaped)
	}
	p.out.WriteString("\n")
}

func (p *page) advice(a render.AdviceCard) {
	p.line("### %d. %s", a.Number, p.text(a.Title))
	var items []string
	add := func(label, value string) {
		if value != "" {
			items = append(items, "**"+label+":** "+p.text(value))
		}
	}
	w := p.words
	add(w.Step, a.Step)
	add(w.Because, a.Basis)
	add(w.Gain, a.Gain)
	add(w.Effort, a.Effort)
	add(w.Expected, a.Expected)
	add(w.Measure, a.Measure)
	add(w.Owner, a.Owner)
	add(w.Status, a.Status)
	add(w.Effect, strings.TrimSpace(a.Effect+" "+a.EffectBasis))
	add(w.Reason, a.Reason)
	add(w.Told, a.Feedback)
	p.items("- ", items)
}

// matrix writes places on a grid as a table.
func (p *page) matrix(m render.Matrix) {
	t := render.Table{Caption: m.Title, Columns: []render.Column{{Title: p.words.Number, Number: true}, {Title: p.words.Advice}, {Title: m.GainLabel}, {Title: m.EffortLabel}}}
	for _, c := range m.Cells {
		t.Rows = append(t.Rows, []string{fmt.Sprint(c.Number), c.Title, m.Levels[c.Gain], m.Levels[c.Effort]})
	}
	p.table(t)
}

func (p *page) note(s string) string {
	if s == "" {
		return ""
	}
	return "*(" + p.text(s) + ")*"
}

// sign says in a sign what a colour says elsewhere.
func (p *page) sign(t render.Tone) string {
	switch t {
	case render.Positive:
		return "✓ "
	case render.Negative:
		return "✗ "
	case render.Attention:
		return "\\! "
	}
	return ""
}

// text writes a text on one line, so that Markdown shows it as it is.
func (p *page) text(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	var b strings.Builder
	for i, r := range s {
		if r < ' ' || r == 0x7f {
			continue
		}
		if strings.ContainsRune("\\`*_[]<>|#&~", r) || i == 0 && strings.ContainsRune("-+=:", r) || (r == '.' || r == ')') && beginsList(s, i) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// beginsList tells whether the sign at i makes a list item of the line, as that of "1. " does.
func beginsList(s string, i int) bool {
	return i > 0 && i < 10 && strings.Trim(s[:i], "0123456789") == "" && (i+1 == len(s) || s[i+1] == ' ')
}
