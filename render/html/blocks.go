package html

import (
	"slices"
	"sort"
	"strings"

	"klantreis/render"
	"klantreis/render/font"
	"klantreis/render/words"
)

// pill is a short remark on a card. Kind is a class of the style sheet.
type pill struct{ Text, Kind string }

// pills are the marks on an advice card, in order.
func pills(c render.AdviceCard, w words.Deck) []pill {
	var all []pill
	if c.Assumption {
		all = append(all, pill{w.Assumption, "warn"})
	}
	if c.Gain != "" {
		all = append(all, pill{w.Gain + ": " + c.Gain, "quiet"})
	}
	if c.Effort != "" {
		all = append(all, pill{w.Effort + ": " + c.Effort, "quiet"})
	}
	if c.Status != "" {
		kind := "quiet"
		if c.Done {
			kind = "done"
		}
		all = append(all, pill{c.Status, kind})
	}
	return all
}

// cardFacts are the lines of an advice card that have something to say.
func cardFacts(c render.AdviceCard, w words.Deck) []render.Fact {
	var facts []render.Fact
	for _, f := range []render.Fact{
		{Label: w.Step, Value: c.Step}, {Label: w.Basis, Value: c.Basis},
		{Label: w.Expected, Value: c.Expected}, {Label: w.Effect, Value: c.Effect},
		{Label: w.EffectBasis, Value: c.EffectBasis},
		{Label: w.Reason, Value: c.Reason}, {Label: w.Owner, Value: c.Owner},
		{Label: w.Feedback, Value: c.Feedback},
	} {
		if strings.TrimSpace(f.Value) != "" {
			facts = append(facts, f)
		}
	}
	return facts
}

// split cuts a block that is too high for room into a head that fits and the rest. It reports
// false for blocks that cannot be cut, and when not even a part of the block fits.
func (r ruler) split(b render.Block, room float64) (head, rest render.Block, ok bool) {
	switch v := b.(type) {
	case render.Prose:
		h, t, ok := splitText(v.Text, func(s string) bool { return r.height(render.Prose{Text: s}) <= room })
		return render.Prose{Text: h}, render.Prose{Text: t}, ok
	case render.Quote:
		h, t, ok := splitText(v.Text, func(s string) bool { return r.height(render.Quote{Text: s, Source: v.Source}) <= room })
		return render.Quote{Text: h, Source: v.Source}, render.Quote{Text: t, Source: v.Source}, ok
	case render.Callout:
		h, t, ok := splitText(v.Text, func(s string) bool { return r.height(render.Callout{Title: v.Title, Text: s}) <= room })
		return render.Callout{Title: v.Title, Text: h, Tone: v.Tone}, render.Callout{Text: t, Tone: v.Tone}, ok
	case render.List:
		n := fitting(len(v.Items), func(n int) bool { return r.height(render.List{Items: v.Items[:n], Over: v.Over}) <= room })
		return render.List{Items: v.Items[:n], Tone: v.Tone, Over: v.Over}, render.List{Items: v.Items[n:], Tone: v.Tone, Over: v.Over}, n > 0
	case render.Facts:
		n := fitting(len(v.Items), func(n int) bool { return r.height(render.Facts{Items: v.Items[:n]}) <= room })
		if n > 0 || len(v.Items) == 0 {
			return render.Facts{Items: v.Items[:n]}, render.Facts{Items: v.Items[n:]}, n > 0
		}
		first := v.Items[0]
		h, t, ok := splitText(first.Value, func(s string) bool {
			return r.height(render.Facts{Items: []render.Fact{{Label: first.Label, Value: s}}}) <= room
		})
		rest := slices.Concat([]render.Fact{{Label: first.Label, Value: t, Note: first.Note}}, v.Items[1:])
		return render.Facts{Items: []render.Fact{{Label: first.Label, Value: h}}}, render.Facts{Items: rest}, ok
	case render.Table:
		part := v
		n := fitting(len(v.Rows), func(n int) bool {
			part.Rows = v.Rows[:n]
			return r.table(part) <= room
		})
		part.Rows = v.Rows[:n]
		rest := v
		rest.Rows = v.Rows[n:]
		if !strings.HasSuffix(rest.Caption, r.continued()) && rest.Caption != "" {
			rest.Caption += r.continued()
		}
		return part, rest, n > 0
	}
	return nil, nil, false
}

func (r ruler) continued() string { return " (" + r.words.Continued + ")" }

// fitting is the largest n below total for which fits holds, given that it holds for all smaller
// ones.
func fitting(total int, fits func(n int) bool) int {
	return max(0, sort.Search(total-1, func(n int) bool { return !fits(n + 1) }))
}

// splitText cuts running text between words, after a sentence where one ends in the second half.
func splitText(text string, fits func(string) bool) (head, rest string, ok bool) {
	words := strings.SplitAfter(text, " ")
	n := fitting(len(words), func(n int) bool { return fits(strings.Join(words[:n], "")) })
	for k := n; k > n/2; k-- {
		if strings.HasSuffix(strings.TrimSpace(words[k-1]), ".") {
			n = k
			break
		}
	}
	return strings.TrimSpace(strings.Join(words[:n], "")), strings.Join(words[n:], ""), n > 0
}

// matrixView is a matrix made ready: its rows from large gain to small, and whether the titles
// fit in the cells.
type matrixView struct {
	render.Matrix
	Rows   []matrixRow
	Titled bool // titles in the cells; otherwise numbers, with the titles beside them
}

type matrixRow struct {
	Label string
	Gain  int // from 0
	Cells [3][]render.MatrixCell
	Best  bool // the row of large gain
}

// newMatrix arranges the cells and decides how they are labelled in a body of the given height.
func newMatrix(m render.Matrix, height float64) *matrixView {
	view := &matrixView{Matrix: m, Titled: true}
	room := (height-matrixFrame-boardTools-looseHeight(m.Loose))/3 - 24
	for gain := 2; gain >= 0; gain-- {
		row := matrixRow{Label: m.Levels[gain], Gain: gain, Best: gain == 2}
		var high [3]float64
		for _, c := range m.Cells {
			if clampLevel(c.Gain) != gain {
				continue
			}
			effort := clampLevel(c.Effort)
			row.Cells[effort] = append(row.Cells[effort], c)
			width := float64(bodyWidth-matrixHead)/3 - 32 - 62
			high[effort] += 10 + max(48, 34*float64(lines(c.Title, font.Regular, 26, width)))
			if high[effort] > room {
				view.Titled = false
			}
		}
		view.Rows = append(view.Rows, row)
	}
	return view
}

// looseHeight is the room that advice without a place takes below the board.
func looseHeight(cells []render.MatrixCell) float64 {
	h := 0.0
	for _, c := range cells {
		h += 10 + max(48, 34*float64(lines(c.Title, font.Regular, 26, bodyWidth-62)))
	}
	if h > 0 {
		h += 44
	}
	return h
}

func clampLevel(n int) int { return max(0, min(2, n)) }

// legendHeight is the height of the titles beside a matrix that shows numbers only.
func legendHeight(cells []render.MatrixCell) float64 {
	h := 0.0
	for _, c := range cells {
		h += 10 + max(48, 34*float64(lines(c.Title, font.Regular, 26, legendWidth-62)))
	}
	return h
}

const legendWidth = 640
