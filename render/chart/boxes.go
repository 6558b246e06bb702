package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

const (
	boxRow       = 128.0
	boxThickness = 24.0
	mostBoxNames = 180.0
	dotSize      = 5.0
	mostCircles  = 300
	mostDots     = 3000 // from here on, a dot stands for several cases
	phoneDots    = 250  // on a phone, where more would not be told apart
	lineMore     = 32.0 // what a row grows for each line of its sentence but the first
)

// Places within a row, which runs from -0.5 (top) to 0.5: a line of text, the box, the dots.
const (
	textPlace = -0.38
	boxPlace  = -0.17
	dotsTop   = 0.0
	dotsFloor = 0.44
)

// boxes shows the spread of all cases, per series in a row: a sentence, a box with whiskers from
// the 10th to the 90th percentile, and a dot per case. Values run to the right.
func (p *plan) boxes() {
	names := make([]string, len(p.c.Series))
	texts := make([]string, len(p.c.Series))
	column, row := 0.0, boxRow
	for i, s := range p.c.Series {
		lines := font.Wrap(s.Name, font.Regular, labelSize, math.Min(mostBoxNames, p.width*0.3))
		n := total(present(s))
		if s.Summary != nil {
			n += s.Summary.Beyond
		}
		if n > 0 {
			lines = append(lines, p.words.Cases(n))
		}
		row = math.Max(row, float64(len(lines))*math.Round(labelSize*lineRoom)+16)
		names[i], texts[i] = s.Name, joined(lines)
		column = math.Max(column, widest(texts[i], font.Regular, labelSize))
	}
	all := 0
	for _, s := range p.c.Series {
		all += total(present(s))
	}
	perDot := 1 + (all-1)/mostDots
	if p.width <= phoneWidth {
		perDot = 1 + (all-1)/phoneDots
	}
	open, boxed := false, false
	for _, s := range p.c.Series {
		open = open || slices.Contains(s.Open, true)
		boxed = boxed || quantiles(s) != nil
	}
	told := p.words.Spread(perDot, open, boxed)
	for _, s := range p.c.Series {
		if s.Summary != nil && s.Summary.Note != "" {
			told += " " + s.Summary.Note
		}
	}
	note := font.Wrap(told, font.Regular, tinySize, p.width-8)
	p.title = opts.Title{
		Title: joined(note), Left: "0", Bottom: "0",
		TitleStyle: &opts.TextStyle{Color: p.t.InkSoft.Hex(), FontSize: int(tinySize), FontWeight: "400"},
	}
	p.left, p.right = math.Ceil(column)+20, 24
	for _, s := range p.c.Series {
		row = math.Max(row, boxRow+lineMore*float64(strings.Count(p.boxLines(s), "\n")))
	}
	p.top = p.lineDownRoom() + 4
	p.bottom = 62 + float64(len(note))*math.Round(tinySize*lineRoom)
	p.setHeight(p.top + row*float64(len(p.c.Series)) + p.bottom)

	low, high := p.extent()
	values := p.valueAxis(low, high, 8)
	values.Name, values.NamePlace, values.NameGap = p.c.Unit, "middle", 28
	values.NameStyle = &opts.TextStyle{Color: p.t.InkSoft.Hex(), FontSize: int(smallSize)}
	labels := p.categoryAxis(texts)
	labels.Data, labels.Inverse = names, true
	labels.Line.Show = opts.Bool(false)
	from, to := -0.5, float64(len(p.c.Series))-0.5
	rows := axis{Type: "value", Inverse: true, Min: &from, Max: &to}
	p.x, p.y = []axis{values}, []axis{labels, rows}
	p.boxSeries(p.plotHeight()/float64(len(p.c.Series)), perDot)
	p.addLineDown()
}

func (p *plan) boxSeries(rowHeight float64, perDot int) {
	var boxItems, textItems []item
	var dots, openDots [][2]float64
	for i, s := range p.c.Series {
		row := float64(i)
		textItems = append(textItems, item{Name: s.Name, Value: [2]float64{*p.x[0].Min, row + textPlace}, Text: p.boxLines(s)})
		if q := quantiles(s); q != nil {
			boxItems = append(boxItems, item{Name: s.Name, Text: p.boxText(s), Value: append([]float64{row + boxPlace}, q...)})
		}
		kept := thinned(present(s), perDot)
		for k, place := range p.stackedDots(kept, row, rowHeight) {
			if kept[k].open {
				openDots = append(openDots, place)
			} else {
				dots = append(dots, place)
			}
		}
	}
	color := p.color(0)
	large := len(dots)+len(openDots) > mostCircles
	cases := dotSeries(dots, "roundRect", color.Over(p.t.Paper, 0.6), large)
	open := dotSeries(openDots, "diamond", p.color(1), large)
	open.SymbolSize = dotSize + 2

	box := newSeries("", types.ChartBoxPlot, boxItems)
	box.YAxisIndex, box.Layout = 1, "vertical"
	box.BoxWidth = []float64{boxThickness, boxThickness}
	box.ItemStyle = &itemStyle{Color: color.Over(p.t.Paper, 0.18).Hex(), BorderColor: color.Hex(), BorderWidth: 2}
	box.Z = 3

	text := newSeries("", types.ChartScatter, textItems)
	text.YAxisIndex, text.Silent = 1, true
	text.SymbolSize = 0.01
	text.ItemStyle = &itemStyle{Color: p.t.Ink.Hex(), Opacity: 1}
	text.Label = p.valueLabel("right")
	text.Label.Background = p.t.Paper.Hex() // the threshold does not cross the words
	text.Z = 6                              // above the threshold
	p.series = []series{cases, box, text}
	if len(openDots) > 0 {
		p.series = append(p.series, open)
	}
}

// dotSeries are dots of one look. Many of them are one outline instead of an element each, which would
// weigh more than the rest of the page; ECharts rounds circles in it crookedly, so they get corners.
func dotSeries(dots [][2]float64, corners string, fill drawing.Color, large bool) series {
	s := newSeries("", types.ChartScatter, dots)
	s.YAxisIndex, s.Silent = 1, true
	s.SymbolSize = dotSize
	if corners != "roundRect" {
		s.Symbol = corners
	}
	if large {
		s.Large, s.LargeThreshold, s.Symbol = opts.Bool(true), 1, corners
	}
	s.ItemStyle = &itemStyle{Color: fill.Hex(), Opacity: 1}
	return s
}

// quantiles are what the box of a series shows; nil: no box.
func quantiles(s render.Series) []float64 {
	if s.Summary != nil {
		return s.Summary.Quantiles
	}
	days := present(s)
	if len(days) == 0 {
		return nil
	}
	var all []float64
	for _, percent := range []int{10, 25, 50, 75, 90} {
		all = append(all, percentile(days, percent))
	}
	return all
}

// boxText sums a row up in words that need no chart.
func (p *plan) boxText(s render.Series) string {
	days := present(s)
	amount := func(v float64) string { return p.words.Amount(p.number(v), p.c.Unit) }
	switch {
	case len(days) == 0:
		return p.words.NoCases
	case s.Summary != nil:
		return s.Summary.Text
	case total(days) == 1:
		return amount(days[0].value)
	}
	return p.words.Within(amount(percentile(days, 50)), amount(percentile(days, 90)))
}

// boxLines is that text in lines that stay within the plot.
func (p *plan) boxLines(s render.Series) string {
	return joined(font.Wrap(p.boxText(s), font.SemiBold, labelSize, p.plotWidth()+p.right-8))
}

// likeCases is a number of cases of one value, done or still open.
type likeCases struct {
	value float64
	n     int
	open  bool
}

// present lists the cases of a series, ascending.
func present(s render.Series) []likeCases {
	var cases []likeCases
	for i, v := range s.Values {
		if missing(s, i) {
			continue
		}
		n := 1
		if s.Times != nil {
			n = s.Times[i]
		}
		cases = append(cases, likeCases{v, n, s.Open != nil && s.Open[i]})
	}
	slices.SortFunc(cases, func(a, b likeCases) int {
		switch order := cmp.Compare(a.value, b.value); {
		case order != 0 || a.open == b.open:
			return order
		case a.open:
			return 1
		}
		return -1
	})
	return cases
}

func total(cases []likeCases) int {
	n := 0
	for _, c := range cases {
		n += c.n
	}
	return n
}

// percentile is the nearest-rank percentile of ascending cases, as in the evidence.
func percentile(sorted []likeCases, percent int) float64 {
	rank := max((percent*total(sorted)+99)/100, 1)
	for _, c := range sorted {
		if rank -= c.n; rank <= 0 {
			return c.value
		}
	}
	return math.NaN()
}

// thinned keeps one in so many of ascending cases.
func thinned(sorted []likeCases, perDot int) []likeCases {
	var kept []likeCases
	next := perDot / 2 // place of the next one that is kept
	for _, c := range sorted {
		for ; next < c.n; next += perDot {
			kept = append(kept, likeCases{c.value, 1, c.open})
		}
		next -= c.n
	}
	return kept
}

// stackedDots places a dot per case at its exact value. Cases that would lie on each other stand
// on each other, so that the pile is as high as there are cases; where the highest pile would
// leave the row, all piles shrink alike.
func (p *plan) stackedDots(sorted []likeCases, row, rowHeight float64) [][2]float64 {
	dots := make([][2]float64, len(sorted))
	level := make([]int, len(sorted))
	near := (*p.x[0].Max - *p.x[0].Min) / p.plotWidth() * dotSize
	start, highest := 0, 0
	for i, c := range sorted {
		if c.value-sorted[start].value >= near {
			start = i
		}
		level[i] = i - start
		highest = max(highest, level[i])
	}
	step := dotSize / rowHeight
	if highest > 0 {
		step = math.Min(step, (dotsFloor-dotsTop)/float64(highest))
	}
	for i, c := range sorted {
		y := row + dotsFloor - float64(level[i])*step
		dots[i] = [2]float64{c.value, math.Round(y*1e4) / 1e4}
	}
	return dots
}
