package chart

import (
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

const plotHeight = 280.0

// stackedColumns shows parts of a whole per category, with the sum on top. The legend has the
// order of the stack, and where there is room every part tells its value: colour is never all
// that tells the parts apart.
func (p *plan) stackedColumns() {
	p.trigger = "axis"
	low, high := 0.0, 0.0
	sums := make([]float64, len(p.c.Categories))
	for i := range sums {
		for _, s := range p.c.Series {
			if !missing(s, i) {
				sums[i] += s.Values[i]
			}
		}
		low, high = math.Min(low, sums[i]), math.Max(high, sums[i])
	}
	if p.c.Line != nil {
		high = math.Max(high, p.c.Line.Value)
	}
	values := p.valueAxis(low, high, 5)
	p.left, p.right = p.tickRoom(values), 16
	if len(p.c.Series) > 1 {
		p.sideLegend(downFrom(len(p.c.Series)), "roundRect", 18)
	}
	texts := p.upright()
	p.x, p.y = []axis{p.categoryAxis(texts)}, []axis{values}

	band := p.plotWidth() / float64(max(1, len(sums)))
	column := math.Min(56, band*0.8)
	perPixel := (*values.Max - *values.Min) / p.plotHeight()
	inside := func(v float64) bool { return v/perPixel >= tinySize+4 }
	told := true // either every part that is high enough tells its value, or none does
	for _, s := range p.c.Series {
		for k, v := range s.Values {
			told = told && (missing(s, k) || !inside(v) || font.Width(p.valueText(s, k), font.SemiBold, tinySize) <= column-3)
		}
	}
	for i, s := range p.c.Series {
		fill := p.color(i)
		items := make([]item, len(s.Values))
		for k, v := range s.Values {
			items[k] = item{Value: v}
			if missing(s, k) {
				items[k].Value = nil
				continue
			}
			if told && inside(v) {
				items[k].Text = p.valueText(s, k)
			}
		}
		bars := newSeries(s.Name, types.ChartBar, items)
		bars.Stack = "all"
		bars.BarWidth = "80%"
		bars.BarMaxWidth = "56"
		bars.ItemStyle = &itemStyle{Color: fill.Hex()}
		if len(p.c.Series) > 1 {
			bars.ItemStyle.BorderColor, bars.ItemStyle.BorderWidth = p.t.Paper.Hex(), 1
		}
		bars.Label = &label{Show: true, Position: "inside", Color: p.on(fill).Hex(), FontSize: tinySize, FontWeight: font.SemiBold.Weight()}
		p.series = append(p.series, bars)
	}
	if len(p.c.Series) > 1 {
		p.series = append(p.series, p.sums(sums, band, perPixel))
	}
	p.addMarks()
	p.addLine(false)
}

// sums writes the height of every stack above it, as the labels of a line that is not drawn.
func (p *plan) sums(sums []float64, band, perPixel float64) series {
	size := smallSize
	for _, v := range sums {
		for size >= tinySize && font.Width(p.number(v), font.SemiBold, size) > band {
			size--
		}
	}
	items := make([]item, len(sums))
	for i, v := range sums {
		items[i] = item{Value: v}
		if size < tinySize {
			continue
		}
		items[i].Text = p.number(v)
		if p.c.Line == nil {
			continue
		}
		// A number that the threshold would run through stands above it.
		if above := (p.c.Line.Value - v) / perPixel; above > 0 && above < size+8 {
			items[i].Label = p.valueLabel("top")
			items[i].Label.FontSize, items[i].Label.Distance = size, above+4
		}
	}
	s := newSeries(p.words.Total, types.ChartLine, items)
	s.Symbol = "circle"
	s.SymbolSize = 0.01
	s.LineStyle = &opts.LineStyle{Color: p.t.Ink.Hex(), Opacity: opts.Float(0)}
	s.ItemStyle = &itemStyle{Color: p.t.Ink.Hex()}
	s.Emphasis = &emphasis{Disabled: true} // a pointer would make the line's points visible
	s.Label = p.valueLabel("top")
	s.Label.FontSize = size
	return s
}

// on is the text colour that reads best on a fill.
func (p *plan) on(fill drawing.Color) drawing.Color {
	if drawing.Contrast(p.t.Paper, fill) >= drawing.Contrast(p.t.Ink, fill) {
		return p.t.Paper
	}
	return p.t.Ink
}

// upright sets the margins above and below a chart whose values go up, with those at its sides
// set, and returns the texts under it.
func (p *plan) upright() []string {
	texts, lines := p.underColumns()
	p.bottom = float64(lines)*math.Round(labelSize*lineRoom) + 14
	p.top = p.unit(0) + 10
	p.top += p.markRoom() + p.tallLabels()
	p.setHeight(p.top + plotHeight + p.bottom)
	return texts
}

const (
	mostLabelledPoints = 14 // more values than this are read off the axis
	mostEndNames       = 5  // more lines than this get a legend
	valueRoom          = 30 // pixels that a value takes beside the next one
	endNameWidth       = 170.0
)

var (
	dashTypes = []string{"solid", "dashed", "dotted"}
	symbols   = []string{"circle", "rect", "triangle", "diamond"}
)

// lines draws values over time. A missing value is a gap. One line tells its values, a few lines
// have their names at their ends, more have a legend; dashes and symbols differ besides colours.
func (p *plan) lines() {
	p.trigger = "axis"
	low, high := p.extent()
	values := p.valueAxis(low, high, 5)
	p.left, p.right = p.tickRoom(values), 24
	endings := 0
	for i := range p.c.Series {
		if p.endsNamed(i) {
			endings++
		}
	}
	many := endings > mostEndNames
	named := len(p.c.Series) > 1 && !many
	switch {
	case many:
		p.sideLegend(upTo(len(p.c.Series)), "", 30)
	case named:
		for i, s := range p.c.Series {
			if !p.endsNamed(i) {
				continue
			}
			name := joined(font.Wrap(s.Name, font.SemiBold, smallSize, endNameWidth))
			p.right = math.Max(p.right, math.Ceil(widest(name, font.SemiBold, smallSize))+24)
		}
	}
	texts := p.upright()
	p.x, p.y = []axis{p.categoryAxis(texts)}, []axis{values}
	var ends []endName
	if named {
		ends = p.endNames(values)
	}
	for i, s := range p.c.Series {
		p.series = append(p.series, p.line(i, s))
		if named && ends[i].at >= 0 && p.endsNamed(i) {
			items := p.series[i].Data.([]item)
			end := &items[ends[i].at]
			end.Text = ends[i].text
			end.Label = p.valueLabel("right")
			end.Label.FontSize, end.Label.LineHeight = smallSize, markLineHeight
			if s.Style != render.CourseLine {
				end.Label.Color = p.t.InkSoft.Hex()
			} else if drawing.Contrast(p.color(i), p.t.Paper) >= 4.5 {
				end.Label.Color = p.color(i).Hex()
			}
			end.Label.Offset = []float64{2, math.Round(ends[i].shift)}
		}
	}
	p.addUncertainty()
	p.addMarks()
	p.addLine(true)
}

func (p *plan) line(i int, s render.Series) series {
	items := make([]item, len(s.Values))
	labelled := len(p.c.Series) == 1 && (len(s.Values) <= mostLabelledPoints || s.Labels != nil)
	if p.width < naturalWidth && p.plotWidth() < valueRoom*float64(len(s.Values)) {
		labelled = false // they would lie on each other
	}
	crowded := len(s.Values) > 36
	for k, v := range s.Values {
		if missing(s, k) {
			continue
		}
		items[k].Value = v
		if labelled {
			items[k].Text = p.valueText(s, k)
			items[k].Label = p.besideLine(s, k)
			if uncertain(s, k) {
				items[k].Label = p.aboveInterval(s, k)
			}
		}
		lonely := (k == 0 || missing(s, k-1)) && (k == len(s.Values)-1 || missing(s, k+1))
		if crowded && !lonely {
			items[k].Symbol = "none"
		}
	}
	line := newSeries(s.Name, types.ChartLine, items)
	line.Symbol = symbols[i%len(symbols)]
	line.SymbolSize = 8
	line.ShowSymbol = opts.Bool(true)
	line.ConnectNulls = opts.Bool(false)
	line.LineStyle = &opts.LineStyle{Color: p.color(i).Hex(), Width: 2.5, Type: dashTypes[i%len(dashTypes)]}
	line.ItemStyle = &itemStyle{Color: p.color(i).Hex()}
	line.Label = p.valueLabel("top")
	p.restyle(&line, s.Style)
	return line
}

// restyle draws what is no course of values: levels and limits recede, special values stand out.
func (p *plan) restyle(line *series, style render.SeriesStyle) {
	switch style {
	case render.LevelLine, render.LimitLine:
		line.Symbol, line.SymbolSize = "circle", 0.01 // without a symbol there is no label either
		line.LineStyle = &opts.LineStyle{Color: p.t.InkSoft.Hex(), Width: 1.5, Type: "solid"}
		if style == render.LimitLine {
			line.LineStyle.Type = "dashed"
		}
		line.ItemStyle = &itemStyle{Color: p.t.InkSoft.Hex()}
	case render.SpecialMarks:
		line.Symbol, line.SymbolSize = "diamond", 15
		line.LineStyle = &opts.LineStyle{Color: p.t.Bad.Hex(), Width: 0.01, Opacity: opts.Float(0)}
		line.ItemStyle = &itemStyle{Color: p.t.Bad.Hex(), BorderColor: p.t.Paper.Hex(), BorderWidth: 1}
	}
}

// besideLine places a value where its line does not run: below a low, on the outer side of a
// slope, and otherwise above.
func (p *plan) besideLine(s render.Series, k int) *label {
	around := func(i int) float64 {
		if i < 0 || i >= len(s.Values) || missing(s, i) {
			return s.Values[k]
		}
		return s.Values[i]
	}
	before, here, after := around(k-1), s.Values[k], around(k+1)
	l := p.valueLabel("top")
	perPixel := (*p.y[0].Max - *p.y[0].Min) / p.plotHeight()
	below := (here-*p.y[0].Min)/perPixel > 28 // there is room
	ruled := false                            // the threshold would run through it
	if p.c.Line != nil {
		above := (p.c.Line.Value - here) / perPixel
		ruled = above > 4 && above < 30
	}
	switch {
	case ruled && below:
		l.Position = "bottom"
	case before == here && after == here || before < here && after < here:
	case before > here && after > here && below:
		l.Position = "bottom"
	case before > here || after < here:
		l.Offset = []float64{8, 0}
	default:
		l.Offset = []float64{-8, 0}
	}
	half := widest(p.valueText(s, k), font.SemiBold, labelSize) / 2
	x := p.markX(k)
	if x-half-8 < p.left || x+half+8 > p.width {
		l.Offset = nil
	}
	marked := slices.ContainsFunc(p.c.Marks, func(m render.Mark) bool { return m.At == k })
	switch {
	case x-half < 0 || marked && (before >= here || here > after) && x+2*half+markGap < p.width:
		l.Align = "left"
	case x+half > p.width || marked:
		l.Align = "right"
	}
	if marked { // beside the line of the mark
		l.Offset = []float64{markGap, 0}
		if l.Align == "right" {
			l.Offset[0] = -markGap
		}
	}
	return l
}

// endsNamed tells whether a line has its name at its end: the last of its name has, and special values
// are no line.
func (p *plan) endsNamed(i int) bool {
	s := p.c.Series[i]
	if s.Style == render.CourseLine && slices.ContainsFunc(p.c.Series, func(o render.Series) bool { return o.Style == render.LevelLine }) {
		return false // the title says what it is
	}
	return s.Style != render.SpecialMarks && !slices.ContainsFunc(p.c.Series[i+1:], func(o render.Series) bool { return o.Name == s.Name })
}

// endName is the name of a line at its last value, moved down by shift to stand free.
type endName struct {
	at    int // index of the last value; -1: none
	text  string
	shift float64
}

func (p *plan) endNames(values axis) []endName {
	ends := make([]endName, len(p.c.Series))
	type box struct{ series, at, top, height float64 }
	var boxes []box
	for i, s := range p.c.Series {
		ends[i].at = -1
		for k := range s.Values {
			if !missing(s, k) {
				ends[i].at = k
			}
		}
		if ends[i].at < 0 || !p.endsNamed(i) {
			continue
		}
		lines := font.Wrap(s.Name, font.SemiBold, smallSize, endNameWidth)
		ends[i].text = joined(lines)
		height := float64(len(lines))*markLineHeight + 2
		y := (*values.Max - s.Values[ends[i].at]) / (*values.Max - *values.Min) * p.plotHeight()
		boxes = append(boxes, box{float64(i), float64(ends[i].at), y - height/2, height})
	}
	slices.SortStableFunc(boxes, func(a, b box) int {
		switch {
		case a.at != b.at:
			return int(a.at - b.at)
		case a.top+a.height/2 < b.top+b.height/2:
			return -1
		case a.top+a.height/2 > b.top+b.height/2:
			return 1
		}
		return 0
	})
	// Down until free of the one above, then all up again as far as they ran out of the plot.
	for from := 0; from < len(boxes); {
		to := from
		for to < len(boxes) && boxes[to].at == boxes[from].at {
			to++
		}
		column := boxes[from:to]
		floor := math.Inf(-1)
		tops := make([]float64, len(column))
		for i, b := range column {
			tops[i] = math.Max(b.top, floor)
			floor = tops[i] + b.height
		}
		ceiling := p.plotHeight() + 8
		for i := len(column) - 1; i >= 0; i-- {
			tops[i] = math.Min(tops[i], ceiling-column[i].height)
			ceiling = tops[i]
			ends[int(column[i].series)].shift = tops[i] - column[i].top
		}
		from = to
	}
	return ends
}
