package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

const (
	valueLineHeight = 17.0
	mostValueWidth  = 150.0
)

const fontFamily = font.Family + ", 'Segoe UI', Arial, sans-serif"

// plan is a chart with every part in its place.
type plan struct {
	c     render.Chart
	t     render.Theme
	lang  words.Lang
	words words.Chart

	width, height            float64
	given                    float64 // height that was asked for; 0: the natural one
	left, top, right, bottom float64 // margins of the plot
	title                    opts.Title
	trigger                  string // what a tooltip belongs to: item or axis
	x, y                     []axis
	series                   []series
	legend                   legend
	legendHeight             float64
}

func (p *plan) empty() {
	p.setHeight(emptyHeight)
	p.title = opts.Title{
		Title: p.words.NoData, Subtitle: joined(font.Wrap(p.words.NoDataHint, font.Regular, labelSize, p.width-40)), Left: "center", Top: "center",
		TitleStyle:    &opts.TextStyle{Color: p.t.Ink.Hex(), FontSize: 16, FontWeight: "600"},
		SubtitleStyle: &opts.TextStyle{Color: p.t.InkSoft.Hex(), FontSize: int(labelSize)},
	}
	p.x, p.y, p.series = []axis{}, []axis{}, []series{}
}

func (p *plan) grid() opts.Grid {
	px := func(v float64) string { return strconv.Itoa(int(math.Round(v))) }
	return opts.Grid{Left: px(p.left), Top: px(p.top), Right: px(p.right), Bottom: px(p.bottom)}
}

func (p *plan) setHeight(natural float64) {
	if p.height = p.given; p.given == 0 {
		p.height = math.Max(natural, p.top+p.legendHeight)
	}
	if p.legend.Show {
		p.legend.Top = p.grid().Top
	}
}

func (p *plan) plotWidth() float64  { return p.width - p.left - p.right }
func (p *plan) plotHeight() float64 { return p.height - p.top - p.bottom }

func (p *plan) colors() []string {
	var list []string
	for _, c := range p.t.Series {
		list = append(list, c.Hex())
	}
	return list
}

func (p *plan) color(series int) drawing.Color { return p.t.Series[series%len(p.t.Series)] }

// unit names the values at the given place above the plot, and returns the room that it takes.
func (p *plan) unit(left float64) float64 {
	if p.c.Unit == "" {
		return 0
	}
	p.title = opts.Title{
		Title: p.c.Unit, Left: strconv.Itoa(int(math.Round(left))), Top: "0",
		TitleStyle: &opts.TextStyle{Color: p.t.InkSoft.Hex(), FontSize: int(smallSize), FontWeight: "400"},
	}
	return 26
}

func (p *plan) numbers() numbers {
	n := numbers{Thousands: ".", Point: ",", Decimals: 2}
	if p.lang == words.English {
		n.Thousands, n.Point = ",", "."
	}
	if p.decimals() > 1 {
		n.Decimals = p.decimals()
	}
	return n
}

// number writes a value with as many decimals as all values of the chart have.
func (p *plan) number(v float64) string { return p.lang.Number(v, p.decimals()) }

// decimals is none for counts, one for scores, and more only where all values are tiny.
func (p *plan) decimals() int {
	if p.whole() {
		return 0
	}
	low, high := p.extent()
	return max(1, decimals(math.Max(high, -low)/10))
}

// valueText is what stands at a value.
func (p *plan) valueText(s render.Series, i int) string {
	switch {
	case s.Labels != nil:
		return joined(font.Wrap(s.Labels[i], font.SemiBold, labelSize, mostValueWidth))
	case missing(s, i):
		return ""
	}
	return p.number(s.Values[i])
}

// extent is the lowest and the highest value that the chart must show, zero included.
func (p *plan) extent() (low, high float64) {
	for _, s := range p.c.Series {
		for i, v := range s.Values {
			if !missing(s, i) {
				low, high = math.Min(low, v), math.Max(high, v)
			}
			if uncertain(s, i) {
				low, high = math.Min(low, s.Low[i]), math.Max(high, s.High[i])
			}
		}
	}
	if p.c.Line != nil {
		low, high = math.Min(low, p.c.Line.Value), math.Max(high, p.c.Line.Value)
	}
	return low, high
}

func (p *plan) whole() bool {
	for _, s := range p.c.Series {
		for i, v := range s.Values {
			if !missing(s, i) && v != math.Trunc(v) {
				return false
			}
		}
	}
	return true
}

// crowded is the height of a chart below which not each whole number of a scale gets a line.
const crowded = 250

// valueAxis is an axis from low to high with about the given number of round steps. A bounded
// scale is kept as it is, and widened only where a value lies outside it.
func (p *plan) valueAxis(low, high float64, steps int) axis {
	scale := p.c.Range
	step := 0.0
	if scale[0] < scale[1] {
		low, high = math.Min(low, scale[0]), math.Max(p.highest(), scale[1])
		if p.lowest() >= scale[0] {
			low = scale[0]
		}
		if span := high - low; span <= 10 && span == math.Trunc(span) {
			step = 1
			for p.given > 0 && p.given < crowded && (span/step > 5 || span != step*math.Trunc(span/step)) {
				step++ // a low chart has no room for each whole number
			}
		} else {
			step = niceStep(high-low, steps, false)
		}
	} else {
		step = niceStep(high-low, steps, p.whole())
		low, high = math.Floor(low/step)*step, math.Ceil(high/step-1e-9)*step
	}
	if low == high { // all zero: an axis still needs a length
		high += step
	}
	return axis{
		Type: "value", Show: true, Min: &low, Max: &high, Interval: step,
		Label:     axisLabel{Show: true, Color: p.t.InkSoft.Hex(), FontSize: smallSize, Margin: 8},
		Line:      opts.AxisLine{Show: opts.Bool(false)},
		Tick:      opts.AxisTick{Show: opts.Bool(false)},
		SplitLine: opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: p.t.Line.Hex(), Width: 1}},
	}
}

func (p *plan) lowest() float64  { return p.outermost(math.Min, math.Inf(1)) }
func (p *plan) highest() float64 { return p.outermost(math.Max, math.Inf(-1)) }

func (p *plan) outermost(pick func(a, b float64) float64, v float64) float64 {
	for _, s := range p.c.Series {
		for i, w := range s.Values {
			if !missing(s, i) {
				v = pick(v, w)
			}
		}
	}
	if p.c.Line != nil {
		v = pick(v, p.c.Line.Value)
	}
	return v
}

// niceStep is 1, 2 or 5 times a power of ten, so that the span has at most the given number of
// steps.
func niceStep(span float64, steps int, whole bool) float64 {
	if span <= 0 {
		return 1
	}
	step := math.Pow(10, math.Floor(math.Log10(span/float64(steps))))
	for _, k := range []float64{1, 2, 5, 10} {
		if span/(step*k) <= float64(steps)+1e-9 {
			step *= k
			break
		}
	}
	if whole {
		return math.Max(1, step)
	}
	return step
}

// tickRoom is the width of the widest label of a value axis, with its margin.
func (p *plan) tickRoom(a axis) float64 {
	room := 0.0
	for v := *a.Min; v <= *a.Max+a.Interval/2; v += a.Interval {
		room = math.Max(room, font.Width(p.lang.Number(v, decimals(a.Interval)), font.Regular, smallSize))
	}
	return math.Ceil(room) + 10
}

// decimals is how many a step of this size needs.
func decimals(step float64) int {
	if step == math.Trunc(step) {
		return 0
	}
	return max(1, int(math.Ceil(-math.Log10(step)-1e-9)))
}

// categoryAxis is an axis with wrapped texts for the categories, each of which is shown as given.
func (p *plan) categoryAxis(texts []string) axis {
	all := 0
	return axis{
		Type: "category", Show: true, Data: p.c.Categories,
		Label: axisLabel{Show: true, Interval: &all, Texts: texts, Color: p.t.Ink.Hex(), FontSize: labelSize,
			LineHeight: math.Round(labelSize * lineRoom), Margin: 10},
		Line:      opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: p.t.InkSoft.Hex(), Width: 1}},
		Tick:      opts.AxisTick{Show: opts.Bool(false)},
		SplitLine: opts.SplitLine{Show: opts.Bool(false)},
	}
}

// valueLabel is the look of a number at a bar or point. The halo keeps it legible on lines.
func (p *plan) valueLabel(position string) *label {
	return &label{Show: true, Position: position, Color: p.t.Ink.Hex(), FontSize: labelSize, LineHeight: valueLineHeight,
		FontWeight: font.SemiBold.Weight(), BorderColor: p.t.Paper.Hex(), BorderWidth: 3}
}

// sideLegend reserves a column at the right for the names of the series, in the given order.
func (p *plan) sideLegend(order []int, icon string, iconWidth int) {
	const most, legendGap = 170.0, 10.0
	column := 0.0
	var names []string
	for _, i := range order {
		name := p.c.Series[i].Name
		if slices.Contains(names, name) {
			continue
		}
		names = append(names, name)
		lines := font.Wrap(name, font.Regular, smallSize, most)
		column = math.Max(column, widest(joined(lines), font.Regular, smallSize))
		// ECharts breaks words elsewhere, hence a line of reserve.
		p.legendHeight += float64(len(lines)+1)*math.Round(smallSize*lineRoom) + legendGap
	}
	p.right = math.Ceil(column) + float64(iconWidth) + 8 + 24
	p.legend = legend{
		Show: true, ItemGap: legendGap,
		Legend: opts.Legend{
			Orient: "vertical", Left: strconv.Itoa(int(p.width - p.right + 20)), Data: names,
			Icon: icon, ItemWidth: iconWidth, ItemHeight: 12,
			TextStyle: &opts.TextStyle{Color: p.t.Ink.Hex(), FontSize: int(smallSize), Width: int(most), Overflow: "break"},
		},
	}
}

// tallLabels is the room above the plot for values whose labels have several lines.
func (p *plan) tallLabels() float64 {
	most := 0
	for _, s := range p.c.Series {
		for i := range s.Labels {
			most = max(most, strings.Count(p.valueText(s, i), "\n"))
		}
	}
	return float64(most) * valueLineHeight
}

// widest is the width of the widest line of a text.
func widest(text string, face font.Face, size float64) float64 {
	width := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		width = math.Max(width, font.Width(line, face, size))
	}
	return width
}

func joined(lines []string) string { return strings.Join(lines, "\n") }

func newSeries(name, kind string, data any) series {
	return series{SingleSeries: charts.SingleSeries{Name: name, Type: kind}, Data: data}
}

// description tells the chart in words, for who listens to the interactive form: the first
// values of a chart that has one series, the names of the series of another.
func (p *plan) description() string {
	const most = 12
	var values []string
	left := 0
	for _, s := range p.c.Series {
		switch {
		case p.c.Kind == render.Boxes:
			if text := p.boxText(s); text != "" {
				values = append(values, s.Name+": "+text)
			}
			continue
		case len(p.c.Series) > 1 && len(s.Values) > 0:
			values = append(values, s.Name)
			continue
		}
		for i := range s.Values {
			values = append(values, p.c.Categories[i]+": "+strings.ReplaceAll(p.barText(s, i), "\n", " "))
		}
	}
	if empty(p.c) {
		values = nil
	}
	if len(values) > most {
		left = len(values) - most
		values = values[:most]
	}
	return p.words.Description(p.c.Title, values, left)
}
