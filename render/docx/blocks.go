package docx

import (
	"strconv"

	"klantreis/render"
	"klantreis/render/font"
	"klantreis/render/office"
)

func (d *document) block(b render.Block) {
	switch b := b.(type) {
	case render.Prose:
		d.prose(b.Text, styleNormal)
	case render.Heading:
		d.heading(2, b.Text, "")
	case render.List:
		if office.Clean(b.Over) != "" {
			d.paragraph(paragraph{style: styleFact, keep: true, runs: []run{{text: b.Over, bold: true, color: office.Hex(d.theme.InkSoft)}}})
		}
		for _, item := range b.Items {
			d.say(paragraph{style: styleList, list: int(b.Tone) + 1}, item)
		}
	case render.Quote:
		d.quote(b)
	case render.Facts:
		for _, f := range b.Items {
			d.fact(f)
		}
	case render.Claim:
		d.claim(b)
	case render.Table:
		d.table(b)
	case render.Figure:
		d.figure(b)
	case render.AdviceCard:
		d.card(b)
	case render.Matrix:
		d.board(b)
	case render.Callout:
		d.callout(b)
	case render.WriteOn:
		d.writeOn(b)
	case render.PageBreak:
		d.fresh = true
	}
}

// tone gives the colour of a tone and what it says.
func (d *document) tone(t render.Tone) (color, word string) {
	switch t {
	case render.Positive:
		return office.Hex(d.theme.Good), d.words.Good
	case render.Negative:
		return office.Hex(d.theme.Bad), d.words.Bad
	case render.Attention:
		return office.Hex(d.theme.Warn), d.words.Attention
	}
	return office.Hex(d.theme.Accent), ""
}

func (d *document) quote(q render.Quote) {
	if office.Clean(q.Text) == "" {
		return
	}
	sourced := office.Clean(q.Source) != ""
	d.paragraph(paragraph{style: styleQuote, keep: sourced, runs: []run{{text: "“" + office.Clean(q.Text) + "”"}}})
	if sourced {
		d.paragraph(paragraph{style: styleQuoteSource, runs: []run{{text: "— " + office.Clean(q.Source)}}})
	}
}

// labelWidth is the room for the name of a fact.
const labelWidth = 112

func (d *document) fact(f render.Fact) {
	if office.Clean(f.Label+f.Value+f.Note) == "" {
		return
	}
	runs := []run{{text: f.Value}}
	if office.Clean(f.Note) != "" {
		runs = append(runs, run{text: f.Note, style: styleSourceText, line: office.Clean(f.Value) != ""})
	}
	d.paragraph(d.factOf(f.Label, runs, paragraph{}))
}

// factOf is a label with its text beside it; below it, where the label is wide.
func (d *document) factOf(label string, runs []run, p paragraph) paragraph {
	p.style = styleFact
	first := run{text: label, bold: true, color: office.Hex(d.theme.InkSoft)}
	if font.Width(office.Clean(label), font.Bold, factSize) > labelWidth-6 {
		runs[0].line = true
	} else {
		runs[0].tab = true
	}
	p.runs = append([]run{first}, runs...)
	return p
}

func (d *document) factXML(label string, runs []run, p paragraph) string {
	return d.paragraphXML(d.factOf(label, runs, p))
}

// claim is a statement with its number large, and what stands behind it.
func (d *document) claim(c render.Claim) {
	color, word := d.tone(c.Tone)
	var runs []run
	if word != "" {
		runs = append(runs, run{text: word + " ", bold: true, color: color})
	}
	if office.Clean(c.Value) != "" {
		runs = append(runs, run{text: office.Clean(c.Value) + "  ", style: styleNumber, color: color})
	}
	d.paragraph(paragraph{style: styleClaim, border: color, keep: true, runs: append(runs, run{text: c.Text, bold: true})})
	basis := []run{{text: c.Basis, style: styleSourceText}}
	if c.Typed {
		basis = append(basis, run{text: " "}, mark(d.words.Typed))
	}
	d.paragraph(paragraph{style: styleClaimBasis, border: color, runs: basis})
}

// mark is a word in a frame, with room that stays within it.
func mark(word string) run { return run{text: "\u00a0" + word + "\u00a0", style: styleMark} }

func (d *document) callout(c render.Callout) {
	color, word := d.tone(c.Tone)
	soft := d.soft(c.Tone)
	var runs []run
	if word != "" {
		runs = append(runs, run{text: word + " ", bold: true, color: color})
	}
	if office.Clean(c.Title) != "" {
		runs = append(runs, run{text: office.Clean(c.Title), bold: true})
		if office.Clean(c.Text) != "" {
			d.paragraph(paragraph{style: styleBox, border: color, fill: soft, keep: true, runs: runs})
			runs = nil
		}
	}
	if office.Clean(c.Text) != "" || len(runs) > 0 {
		d.paragraph(paragraph{style: styleBox, border: color, fill: soft, runs: append(runs, run{text: c.Text})})
	}
}

// soft is the background of a tone.
func (d *document) soft(t render.Tone) string {
	switch t {
	case render.Positive:
		return office.Hex(d.theme.GoodSoft)
	case render.Negative:
		return office.Hex(d.theme.BadSoft)
	case render.Attention:
		return office.Hex(d.theme.WarnSoft)
	}
	return office.Hex(d.theme.Panel)
}

// card is one advice. One that rests on no evidence has the word before it, and a dashed line beside it.
func (d *document) card(a render.AdviceCard) {
	title := office.Clean(a.Title)
	if a.Number > 0 {
		title = strconv.Itoa(a.Number) + ". " + title
	}
	level := d.level
	bookmark := d.advicePlace(a.Number)
	if d.placed[a.Number] { // told before: links lead to the first
		bookmark = ""
	}
	if bookmark != "" {
		d.placed[a.Number] = true
	}
	d.heading(min(max(level, 1)+1, 3), title, bookmark)
	d.level = level
	look := paragraph{border: office.Hex(d.theme.Accent), keep: true}
	if a.Assumption {
		look.border, look.dashed = office.Hex(d.theme.Warn), true
	}
	w := d.words
	var labels []run
	if a.Assumption {
		labels = append(labels, mark(w.Assumption))
	}
	for _, l := range [][2]string{{w.Gain, a.Gain}, {w.Effort, a.Effort}, {d.own.Status, a.Status}} {
		if office.Clean(l[1]) == "" {
			continue
		}
		if len(labels) > 0 {
			labels = append(labels, run{text: " · "})
		}
		labels = append(labels, run{text: l[0] + ": " + office.Clean(l[1])})
	}
	if len(labels) > 0 {
		p := look
		p.style, p.runs = styleFactLine, labels
		d.paragraph(p)
	}
	fields := [][2]string{{w.Owner, a.Owner}, {w.Step, a.Step}, {w.Basis, a.Basis}, {w.Expected, a.Expected}, {w.Measure, a.Measure},
		{w.Effect, a.Effect}, {w.EffectBasis, a.EffectBasis}, {w.Reason, a.Reason}, {w.Feedback, a.Feedback}}
	last := -1
	for i, f := range fields {
		if office.Clean(f[1]) != "" {
			last = i
		}
	}
	for i, f := range fields {
		if office.Clean(f[1]) == "" {
			continue
		}
		p := look
		p.keep = i != last
		d.paragraph(d.factOf(f[0], []run{{text: f[1], bold: f[0] == w.Effect}}, p))
	}
}

// advicePlace is the bookmark of a card, empty for advice that has none in this report.
func (d *document) advicePlace(number int) string {
	if _, told := d.placed[number]; !told {
		return ""
	}
	return place("advies", number)
}

// board is gain against effort as a table, in which a group can move titles.
func (d *document) board(m render.Matrix) {
	d.say(paragraph{style: styleCaption, keep: true}, m.Title)
	grid := table{caption: firstSaid(m.Alt, m.Title), widths: []float64{90, (columnWidth - 90) / 3, (columnWidth - 90) / 3, (columnWidth - 90) / 3}}
	grid.rows = append(grid.rows, row{head: true, cells: []cell{{text: m.GainLabel + " ↓  " + m.EffortLabel + " →"}, {text: m.Levels[0]}, {text: m.Levels[1]}, {text: m.Levels[2]}}})
	for gain := 2; gain >= 0; gain-- {
		line := row{cells: []cell{{text: m.Levels[gain], bold: true}}}
		for effort := range 3 {
			var in cell
			for _, c := range m.Cells {
				if c.Gain == gain && c.Effort == effort {
					in.lines = append(in.lines, d.boardLine(c))
				}
			}
			line.cells = append(line.cells, in)
		}
		grid.rows = append(grid.rows, line)
	}
	d.grid(grid)
	for _, c := range m.Loose {
		d.paragraph(paragraph{style: styleList, list: 1, runs: d.boardLine(c)})
	}
}

func (d *document) boardLine(c render.MatrixCell) []run {
	runs := []run{{text: strconv.Itoa(c.Number) + ". ", bold: true}, {text: office.Clean(c.Title), to: d.advicePlace(c.Number)}}
	if office.Clean(c.Note) != "" {
		runs = append(runs, run{text: c.Note, style: styleSourceText, line: true})
	}
	return runs
}

// writeOn is room to type in: rows of a table where there are columns, else lines.
func (d *document) writeOn(w render.WriteOn) {
	d.say(paragraph{style: styleFactLine, keep: true}, w.Prompt)
	if len(w.Columns) == 0 {
		for range w.Lines {
			d.paragraph(paragraph{style: styleWriteOn})
		}
		return
	}
	t := render.Table{Caption: "", Rows: make([][]string, max(w.Lines, 1))}
	for _, c := range w.Columns {
		t.Columns = append(t.Columns, render.Column{Title: c})
	}
	for i := range t.Rows {
		t.Rows[i] = make([]string, len(w.Columns))
	}
	d.table(t)
}

// firstSaid is the first text that says something.
func firstSaid(texts ...string) string {
	for _, s := range texts {
		if s = office.Clean(s); s != "" {
			return s
		}
	}
	return ""
}
