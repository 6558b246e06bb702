package chart

import (
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/types"

	"klantreis/render"
	"klantreis/render/font"
)

const (
	mostLabelColumn = 320.0 // room for the names at the left of bars
	columnsHeight   = 260.0
	mostLabelLines  = 3 // under a column; names that need more make the columns bars
)

// horizontalBars draws the first category at the top, each with its value at the end of its bar,
// so that there is no axis to read off.
func (p *plan) horizontalBars() {
	texts, lines, column := p.wrapped(math.Min(mostLabelColumn, p.width*0.45))
	row := math.Max(36, float64(lines)*math.Round(labelSize*lineRoom)+10)
	row = math.Max(row, float64(len(p.c.Series))*24+12)

	p.left = math.Ceil(column) + 16
	p.top = p.unit(p.left) + 4
	p.right, p.bottom = 16, 8
	for _, s := range p.c.Series {
		for i := range s.Values {
			text := p.barText(s, i)
			p.right = math.Max(p.right, math.Ceil(widest(text, font.SemiBold, labelSize))+16)
			row = math.Max(row, float64((strings.Count(text, "\n")+1)*len(p.c.Series))*valueLineHeight+10)
		}
	}
	if len(p.c.Series) > 1 {
		values := p.right
		p.sideLegend(upTo(len(p.c.Series)), "roundRect", 18)
		p.right += values - 16
	}
	p.top += p.lineDownRoom()
	p.setHeight(p.top + row*float64(len(p.c.Categories)) + p.bottom)

	names := p.categoryAxis(texts)
	names.Inverse = true
	low, high := p.extent()
	if low == high {
		high = 1
	}
	values := axis{Type: "value", Min: &low, Max: &high}
	p.x, p.y = []axis{values}, []axis{names}
	p.addLineDown()
	for i, s := range p.c.Series {
		bars := p.bars(s, i, "right", p.barText)
		bars.ItemStyle.BorderRadius = []float64{0, 3, 3, 0}
		p.series = append(p.series, bars)
	}
}

// barText also says so where there is no value.
func (p *plan) barText(s render.Series, i int) string {
	if missing(s, i) && s.Labels == nil {
		return p.words.NoValue
	}
	return p.valueText(s, i)
}

// columns stands for a handful of categories with short names.
func (p *plan) columns() {
	p.left, p.right = 8, 8
	if len(p.c.Series) > 1 {
		p.sideLegend(upTo(len(p.c.Series)), "roundRect", 18)
	}
	texts, lines := p.underColumns()
	p.bottom = float64(lines)*math.Round(labelSize*lineRoom) + 14
	p.top = p.unit(0) + 24
	p.top += p.markRoom() + p.tallLabels()
	p.setHeight(p.top + columnsHeight + p.bottom)

	low, high := p.extent()
	if low == high {
		high = 1
	}
	p.x = []axis{p.categoryAxis(texts)}
	p.y = []axis{{Type: "value", Min: &low, Max: &high}}
	for i, s := range p.c.Series {
		bars := p.bars(s, i, "top", p.valueText)
		bars.ItemStyle.BorderRadius = []float64{3, 3, 0, 0}
		p.series = append(p.series, bars)
	}
	p.addMarks()
	p.addLine(false)
}

// columnsFit reports whether names and values find room under and above their columns.
func (p *plan) columnsFit() bool {
	band := p.width / float64(max(1, len(p.c.Categories)))
	if len(p.c.Series) > 1 {
		band = (p.width - 180) / float64(max(1, len(p.c.Categories)))
	}
	if len(p.c.Marks) > 0 {
		return true
	}
	for i, name := range p.c.Categories {
		for _, word := range strings.Fields(name) {
			if font.Width(word, font.Regular, labelSize) > band-10 {
				return false
			}
		}
		if len(font.Wrap(name, font.Regular, labelSize, band-10)) > mostLabelLines {
			return false
		}
		for _, s := range p.c.Series {
			if widest(p.valueText(s, i), font.SemiBold, labelSize) > band/float64(len(p.c.Series))-2 {
				return false
			}
		}
	}
	return true
}

// bars makes one series of bars or columns; a missing value has a text and no length.
func (p *plan) bars(s render.Series, index int, position string, text func(render.Series, int) string) series {
	items := make([]item, len(s.Values))
	for i, v := range s.Values {
		items[i] = item{Value: v, Text: text(s, i)}
		if missing(s, i) {
			items[i].Value = 0
		} else if p.crossed(v, items[i].Text, position == "right") {
			items[i].Label = p.valueLabel(map[bool]string{true: "insideRight", false: "insideTop"}[position == "right"])
			items[i].Label.Color, items[i].Label.BorderColor = p.on(p.color(index)).Hex(), p.color(index).Hex()
		}
	}
	bars := newSeries(s.Name, types.ChartBar, items)
	bars.BarMaxWidth = "56"
	if position == "right" {
		bars.BarMaxWidth = "22"
	}
	bars.BarGap = "15%"
	bars.ItemStyle = &itemStyle{Color: p.color(index).Hex()}
	bars.Label = p.valueLabel(position)
	return bars
}

// crossed reports whether the threshold would run through the label at the end of a bar, which
// then stands inside the bar where that has room.
func (p *plan) crossed(v float64, text string, right bool) bool {
	if p.c.Line == nil {
		return false
	}
	axis, length, room := p.y[0], p.plotHeight(), labelSize+8
	if right {
		axis, length, room = p.x[0], p.plotWidth(), widest(text, font.SemiBold, labelSize)+8
	}
	scale := length / (*axis.Max - *axis.Min)
	beyond := (p.c.Line.Value - v) * scale
	return beyond > -1 && beyond < room && (v-*axis.Min)*scale > room
}

// wrapped breaks the category names to the width, and returns the most lines that one has and the
// width of the widest.
func (p *plan) wrapped(width float64) (texts []string, lines int, column float64) {
	lines = 1
	for _, name := range p.c.Categories {
		broken := font.Wrap(name, font.Regular, labelSize, width)
		texts = append(texts, joined(broken))
		lines = max(lines, len(broken))
		column = math.Max(column, widest(joined(broken), font.Regular, labelSize))
	}
	return texts, lines, column
}

// underColumns breaks the category names to the width of their columns. Where even that leaves
// no room, as with many months, only every so many names are shown; where names have words that
// are wider still, the words are broken.
func (p *plan) underColumns() (texts []string, lines int) {
	n := len(p.c.Categories)
	for every := 1; every <= n; every++ {
		texts, lines, whole := p.everyName(every)
		if whole && lines <= mostLabelLines {
			return texts, lines
		}
	}
	const least = 64.0
	every := 1
	for every < n && p.plotWidth()/float64(n)*float64(every) < least {
		every++
	}
	texts, lines, _ = p.everyName(every)
	return texts, lines
}

// everyName breaks every so many names, and leaves the others empty. Of months in one year only
// the first tells the year. Whole says that no word had to be broken.
func (p *plan) everyName(every int) (texts []string, lines int, whole bool) {
	n := len(p.c.Categories)
	room := p.plotWidth()/float64(n)*float64(every) - 4
	texts, lines, whole = make([]string, n), 1, true
	year := ""
	for i := 0; i < n; i += every {
		parts := []string{p.c.Categories[i]}
		if month, of, ok := strings.Cut(p.c.Categories[i], " ’"); ok {
			if parts[0] = month; of != year {
				parts = append(parts, "’"+of)
			}
			year = of
		}
		x := p.markX(i)
		width := math.Max(20, math.Min(room, 2*math.Min(x, p.width-x)))
		var broken []string
		for _, part := range parts {
			for _, word := range strings.Fields(part) {
				whole = whole && font.Width(word, font.Regular, labelSize) <= width
			}
			broken = append(broken, font.Wrap(part, font.Regular, labelSize, width)...)
		}
		lines = max(lines, len(broken))
		texts[i] = joined(broken)
	}
	return texts, lines, whole
}

func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func downFrom(n int) []int {
	list := upTo(n)
	slices.Reverse(list)
	return list
}
