package html

import (
	"strings"

	"klantreis/render"
	"klantreis/render/font"
	"klantreis/render/words"
)

// The stage is 1920 × 1080 units; the style sheet scales a unit to the screen. The lengths below
// repeat those of assets/stage.css, so that what fits here fits there; the browser tests hold the
// two together.
const (
	stageHeight     = 1080
	bodyWidth       = 1728 // the stage without its margins
	columnGap       = 64
	columnWidth     = (bodyWidth - columnGap) / 2
	singleWidth     = 1300 // longer lines are hard to read
	sideWidth       = 480  // text beside a figure
	coverWidth      = 1120 // left of the bow
	coverRoom       = 520  // for the title and the text on the cover
	blockGap        = 26
	beforeTitle     = 40 // above a heading inside a text
	afterTitle      = 16
	titleSize       = 52
	titleLine       = 62
	phaseTitleWidth = bodyWidth - 40 // the bar of a phase ends in a point
	aroundTitle     = 48 + 28        // above and below the title
	aroundBody      = 32 + 84        // above the body, and the footer
	slack           = 0.985          // browsers round advances to their own grid
	numberWidth     = 84             // the number of an advice card, with its gap
	cardWidth       = columnWidth    // cards stand two in a row
	cardInner       = cardWidth - 64
	matrixHead      = 190 // the column of row labels
	matrixFrame     = 108 // axis label and column labels
	boardTools      = 70  // the line below a board
)

// bodyHeight is the room below a title, in units.
func bodyHeight(title string) float64 {
	h := stageHeight - aroundTitle - aroundBody - titleLine*float64(max(1, lines(title, font.Bold, titleSize, bodyWidth)))
	return max(h, 240)
}

// lines counts the lines that a browser makes of s: it breaks at white space and line feeds, and
// inside a word only when the word has a line of its own.
func lines(s string, face font.Face, size, width float64) int {
	width *= slack
	space := font.Width(" ", face, size)
	n := 0
	for _, paragraph := range strings.Split(strings.TrimSpace(s), "\n") {
		n++
		at := 0.0
		for _, word := range strings.Fields(paragraph) {
			w := font.Width(word, face, size)
			if at > 0 && at+space+w > width {
				n++
				at = 0
			}
			if at > 0 {
				at += space
			}
			at += w
			for at > width {
				n++
				at -= width * 0.95 // a broken word leaves a part of a letter unused
			}
		}
	}
	return n
}

// ruler measures blocks in one column width; scale enlarges all type of a slide with little text.
type ruler struct {
	width, scale float64
	words        words.Deck
}

func (r ruler) text(s string, face font.Face, size, lineHeight, inset float64) float64 {
	if strings.TrimSpace(s) == "" {
		return 0
	}
	return lineHeight * r.scale * float64(lines(s, face, size*r.scale, r.width-inset*r.scale))
}

// stack is the height of blocks under one another, with the gaps between them.
func (r ruler) stack(blocks []render.Block) float64 {
	h := 0.0
	for i, b := range blocks {
		if i > 0 {
			h += r.gap(blocks[i-1], b)
		}
		h += r.height(b)
	}
	return h
}

func (r ruler) gap(above, below render.Block) float64 {
	switch {
	case isHeading(below):
		return beforeTitle * r.scale
	case isHeading(above):
		return afterTitle * r.scale
	}
	return blockGap * r.scale
}

func isHeading(b render.Block) bool {
	_, ok := b.(render.Heading)
	return ok
}

// height is the height of one block of running text. Figures, cards and matrices get slides of
// their own and are measured there.
func (r ruler) height(b render.Block) float64 {
	switch v := b.(type) {
	case render.Prose:
		return r.text(v.Text, font.Regular, 32, 46, 0)
	case render.Heading:
		return r.text(v.Text, font.SemiBold, 40, 48, 0)
	case render.List:
		h := 0.0
		if v.Over != "" {
			h = r.text(v.Over, font.SemiBold, 24, 34, 0)
		}
		for i, item := range v.Items {
			if i > 0 {
				h += 12 * r.scale
			}
			h += r.text(item, font.Regular, 32, 44, 56)
		}
		return h
	case render.Quote:
		return 48*r.scale + r.text(v.Text, font.Italic, 34, 48, 90) + r.under(v.Source, 80)
	case render.Facts:
		h := 0.0
		for i, f := range v.Items {
			if i > 0 {
				h += 18 * r.scale
			}
			h += r.text(f.Label, font.SemiBold, 24, 34, 0) + r.text(f.Value, font.Regular, 32, 44, 0) +
				r.text(f.Note, font.Regular, 24, 34, 0)
		}
		return h
	case render.Claim:
		inset := 72.0
		if v.Tone != render.Neutral {
			inset += 56 // the sign
		}
		return 48*r.scale + r.text(v.Value, font.Bold, 64, 74, inset) + r.text(v.Text, font.Regular, 32, 44, inset) +
			r.under(r.basis(v), inset)
	case render.Callout:
		return 48*r.scale + r.text(v.Title, font.SemiBold, 32, 44, 122) + r.text(v.Text, font.Regular, 30, 42, 122)
	case render.Table:
		return r.table(v)
	}
	return 0
}

// under is a small line at the foot of a box.
func (r ruler) under(s string, inset float64) float64 {
	if s == "" {
		return 0
	}
	return 10*r.scale + r.text(s, font.Regular, 24, 34, inset)
}

func (r ruler) basis(c render.Claim) string {
	if c.Typed {
		return r.words.Typed + " mmm " + c.Basis // the pill has some padding
	}
	return c.Basis
}

func (r ruler) table(t render.Table) float64 {
	h := r.tableHead(t)
	shares := columnShares(t)
	for _, row := range t.Rows {
		h += r.row(row, shares, font.Regular)
	}
	return h
}

func (r ruler) tableHead(t render.Table) float64 {
	var titles []string
	for _, c := range t.Columns {
		titles = append(titles, c.Title)
	}
	h := r.row(titles, columnShares(t), font.SemiBold)
	if t.Caption != "" {
		h += r.text(t.Caption, font.SemiBold, 28, 38, 0) + 12*r.scale
	}
	return h
}

func (r ruler) row(cells []string, shares []int, face font.Face) float64 {
	most := 1
	for i, cell := range cells {
		if i < len(shares) {
			width := r.width*float64(shares[i])/tableUnits - 28*r.scale
			most = max(most, lines(cell, face, 26*r.scale, max(width, 26)))
		}
	}
	return (float64(most)*36+20)*r.scale + 2 // a line is never thinner than a pixel of the screen
}

// tableUnits is the number of parts that a table's width is divided into; the style sheet has a
// class for each.
const tableUnits = 20

// columnShares divides the width over the columns after what they hold, in whole parts that add
// up to tableUnits. More columns than parts give nil: the browser decides.
func columnShares(t render.Table) []int {
	n := len(t.Columns)
	if n == 0 || n > tableUnits {
		return nil
	}
	want := make([]float64, n)
	total := 0.0
	for i, w := range columnWidths(t) {
		want[i] = min(w, 640)
		total += want[i]
	}
	shares := make([]int, n)
	left := tableUnits
	for i := range shares {
		shares[i] = max(1, int(want[i]/total*tableUnits))
		left -= shares[i]
	}
	for ; left != 0; left -= sign(left) {
		best := 0
		for i := range shares { // give to, or take from, the column that is furthest off
			short := func(k int) float64 { return (want[k]/total*tableUnits - float64(shares[k])) * float64(sign(left)) }
			if shares[best] == 1 && left < 0 || short(i) > short(best) && (left > 0 || shares[i] > 1) {
				best = i
			}
		}
		shares[best] += sign(left)
	}
	return shares
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// columnWidths is the width that each column would take without any wrapping, in units.
func columnWidths(t render.Table) []float64 {
	widths := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = font.Width(c.Title, font.SemiBold, 26) + 28
	}
	for _, row := range t.Rows {
		for i, cell := range row {
			if i < len(widths) {
				widths[i] = max(widths[i], font.Width(cell, font.Regular, 26)+28)
			}
		}
	}
	return widths
}

// tableWidth is the width of a table without any wrapping.
func tableWidth(t render.Table) float64 {
	total := 0.0
	for _, w := range columnWidths(t) {
		total += w
	}
	return total
}

// card is the height of an advice card; the ruler's width is that of a column.
func (r ruler) card(c render.AdviceCard) float64 {
	inner := ruler{width: r.width - 64*r.scale, scale: r.scale, words: r.words}
	h := 58*r.scale + max(64*r.scale, 8*r.scale+inner.text(c.Title, font.SemiBold, 34, 44, 84))
	at, rows := 0.0, 0.0
	for _, pill := range pills(c, r.words) {
		width := (font.Width(pill.Text, font.SemiBold, 24) + 50) * r.scale
		if rows == 0 || at+width > inner.width*slack {
			rows += max(1, float64(lines(pill.Text, font.SemiBold, 24*r.scale, inner.width-40*r.scale)))
			at = 0
		}
		at += width
	}
	h += rows * 50 * r.scale
	for _, f := range cardFacts(c, r.words) {
		h += 5*r.scale + inner.text(f.Label+": "+f.Value, font.SemiBold, 26, 36, 0)
	}
	return h
}

// cards is the height of cards under one another.
func (r ruler) cards(cards []render.AdviceCard) float64 {
	h := 0.0
	for i, card := range cards {
		if i > 0 {
			h += blockGap * r.scale
		}
		h += r.card(card)
	}
	return h
}
