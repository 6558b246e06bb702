package html

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"klantreis/render"
	"klantreis/render/words"
)

// adviceBlock is a block with what the template needs beside it.
type adviceBlock struct {
	Kind    string
	ID      string // of what may be linked to
	Block   render.Block
	Figure  *figure
	Phone   template.HTML // the picture for a narrow screen; empty: the same
	Screen  string        // wide-form or narrow-form: only there; empty: everywhere
	Matrix  *matrixView
	Caption string // of a table without a title of its own: what stands above it
	Wide    bool   // a picture that needs the whole width
}

// adviceGroup is one block, or some that stand side by side where there is room. Class is of the
// style sheet; empty: one block.
type adviceGroup struct {
	Class  string
	Blocks []adviceBlock
}

// titledTable is a table with what names it where it has no caption of its own.
type titledTable struct {
	Table   render.Table
	Caption string
}

// adviceComposer is the composer of the deck with what the page needs to link to.
type adviceComposer struct {
	*composer
	cards  map[int]string // number → id
	matrix string         // id of the first matrix
}

// blocks prepares the blocks of a section, and notes the ids of its cards.
func (c *adviceComposer) blocks(s render.Section) (out []adviceBlock, err error) {
	c.now = slide{Title: s.Title}
	above := s.Title
	for _, b := range s.Blocks {
		v := adviceBlock{Kind: kind(b), Block: b}
		switch x := b.(type) {
		case render.Heading:
			above = x.Text
		case render.Table:
			if strings.TrimSpace(x.Caption) == "" {
				v.Caption = above
			}
		case render.Figure:
			v.Kind = "figure"
			v.setFigure(c.composer, x)
			v.Figure.ShowTitle = strings.TrimSpace(x.Title) != "" && x.Title != s.Title
			if s.Narrow != nil {
				v.Screen = "wide-form"
			}
		case render.Matrix:
			v.Kind, v.Matrix, v.ID = "matrix", newMatrix(x, 1e9), c.unique("winst-en-moeite")
			if c.matrix == "" {
				c.matrix = v.ID
			}
		case render.AdviceCard:
			v.Kind = "card"
			if c.cards[x.Number] == "" {
				v.ID = c.unique("advies-" + strconv.Itoa(x.Number))
				c.cards[x.Number] = v.ID
			}
		case render.PageBreak:
			continue
		}
		if v.Kind == "" {
			return nil, fmt.Errorf("html: the advice page has no form for a %T", b)
		}
		out = append(out, v)
	}
	if s.Narrow != nil {
		v := adviceBlock{Kind: "figure", Block: *s.Narrow, Screen: "narrow-form"}
		v.setFigure(c.composer, *s.Narrow)
		out = append(out, v)
	}
	return out, nil
}

func (v *adviceBlock) setFigure(c *composer, f render.Figure) {
	v.Figure = c.newFigure(f)
	v.Wide = f.Chart == nil && f.Drawing.Width > 1000 // it would not be legible in less
	if f.Narrow != nil {
		phone := f
		phone.Drawing = *f.Narrow
		v.Phone = inlineSVG(phone, v.Figure.DOM+"-smal", c.lang)
	}
}

// grouped puts short blocks of one kind that follow each other side by side, as on paper: claims,
// quotes, and what goes well beside what does not.
func grouped(blocks []adviceBlock) (groups []adviceGroup) {
	for i := 0; i < len(blocks); {
		n := 1
		class := ""
		switch blocks[i].Kind {
		case "claim", "quote":
			for i+n < len(blocks) && blocks[i+n].Kind == blocks[i].Kind {
				n++
			}
		case "list":
			if good, ok := blocks[i].Block.(render.List); ok && good.Tone == render.Positive && i+1 < len(blocks) {
				if bad, ok := blocks[i+1].Block.(render.List); ok && bad.Tone == render.Negative {
					n = 2
				}
			}
		}
		if n > 1 {
			class = "beside"
		}
		groups = append(groups, adviceGroup{class, blocks[i : i+n]})
		i += n
	}
	return groups
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

// Small pictures beside what is said in words, so they are silent. The style sheet colours them.

// scalePicture is a line with the range as a band and the value as a dot: of a feeling between a sad and a happy face, of
// a share from nothing to all of it. It is empty without a scale that has ends.
func scalePicture(s *render.Scale) template.HTML {
	const width = 170.0
	if s == nil || s.To <= s.From {
		return ""
	}
	from, to := 26.0, 144.0
	if !s.Feels() {
		from, to = 2, 168
	}
	at := func(v float64) float64 { return from + (to-from)*(max(s.From, min(s.To, v))-s.From)/(s.To-s.From) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="scale" viewBox="0 0 %g 22" width="%g" height="22" aria-hidden="true" focusable="false"><path class="track" d="M%g 11H%g"/>`, width, width, from, to)
	if s.Feels() {
		for _, face := range []struct{ x, mood float64 }{{10, -1}, {width - 10, 1}} {
			corner, lip := 13.6-1.4*face.mood, 13.6+2.4*face.mood
			fmt.Fprintf(&b, `<circle class="face" cx="%g" cy="11" r="8.5"/><circle class="eye" cx="%g" cy="9" r="1.2"/><circle class="eye" cx="%g" cy="9" r="1.2"/><path class="face" d="M%g %.4gQ%g %.4g %g %.4g"/>`,
				face.x, face.x-3, face.x+3, face.x-4, corner, face.x, lip+face.mood, face.x+4, corner)
		}
		fmt.Fprintf(&b, `<path class="middle" d="M%g 6V16"/>`, (from+to)/2)
	} else {
		fmt.Fprintf(&b, `<path class="middle" d="M%g 6V16M%g 6V16"/><path class="part" d="M%g 11H%.5g"/>`, from, to, from, at(s.Value))
	}
	if s.High > s.Low {
		fmt.Fprintf(&b, `<rect class="range" x="%.5g" y="5.5" width="%.4g" height="11" rx="5"/>`, at(s.Low), max(at(s.High)-at(s.Low), 2))
	}
	fmt.Fprintf(&b, `<circle class="dot" cx="%.5g" cy="11" r="5"/></svg>`, at(s.Value))
	return template.HTML(b.String())
}

// barPicture shows how large the number in a cell is beside the others of its column.
func barPicture(t render.Table, row, column int) template.HTML {
	if column >= len(t.Columns) || row >= len(t.Columns[column].Bars) {
		return ""
	}
	bars := t.Columns[column].Bars
	largest := slices.Max(bars)
	if largest <= 0 {
		return ""
	}
	return template.HTML(fmt.Sprintf(`<svg class="bar" viewBox="0 0 64 10" width="64" height="10" aria-hidden="true" focusable="false"><rect width="%.4g" height="10" rx="2"/></svg>`, 64*max(bars[row], 0)/largest))
}

// placePicture is the small board with the place of one advice: gain upwards, effort to the right.
func placePicture(m *render.MatrixCell) template.HTML {
	if m == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<svg class="place" viewBox="0 0 58 58" width="58" height="58" aria-hidden="true" focusable="false">`)
	for gain := range 3 {
		for effort := range 3 {
			class := "cell"
			if gain+2-effort >= 3 {
				class = "cell best"
			}
			x, y := effort*20, (2-gain)*20
			fmt.Fprintf(&b, `<rect class="%s" x="%d" y="%d" width="18" height="18" rx="4"/>`, class, x, y)
			if gain == clampLevel(m.Gain) && effort == clampLevel(m.Effort) {
				fmt.Fprintf(&b, `<circle class="dot" cx="%d" cy="%d" r="6"/>`, x+9, y+9)
			}
		}
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}
