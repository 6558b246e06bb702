package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"klantreis/render/font"
)

const (
	markWidth = 170.0 // widest line of the label of a mark
	lineWidth = 260.0 // and of a threshold
	markGap   = 4.0
)

var markLineHeight = math.Round(smallSize * lineRoom)

// banner is the label of a mark: it hangs on top of its line like a flag on a pole.
type banner struct {
	x, width, height float64
	text             string
	left             bool // flies to the left
	up               float64
}

func newBanner(text string, x, most float64) banner {
	lines := font.Wrap(text, font.SemiBold, smallSize, most)
	f := banner{x: x, text: joined(lines), height: float64(len(lines)) * markLineHeight, up: markGap}
	f.width = widest(f.text, font.SemiBold, smallSize) + markGap
	return f
}

func (f banner) span() (from, to float64) {
	if f.left {
		return f.x - f.width, f.x
	}
	return f.x, f.x + f.width
}

// covers reports whether f must stand above g: where f flies over the pole of g, or, with both
// poles free, over its cloth.
func (f banner) covers(g banner) bool {
	from, to := f.span()
	if from-markGap < g.x && g.x < to+markGap && g.x != f.x {
		return true
	}
	low, high := g.span()
	poleHit := low-markGap < f.x && f.x < high+markGap && g.x != f.x
	return !poleHit && f.x <= g.x && low < to+markGap && from < high+markGap
}

// markX is the place of a category on the natural width.
func (p *plan) markX(at int) float64 {
	return p.left + p.plotWidth()*(float64(at)+0.5)/float64(len(p.c.Categories))
}

// banners gives the label of every mark a place above the plot where no pole runs through it.
// They fly to the right, except where they would leave the picture, or where two would fly over
// each other's pole.
func (p *plan) banners() []banner {
	banners := make([]banner, len(p.c.Marks))
	for i, m := range p.c.Marks {
		banners[i] = newBanner(m.Label, p.markX(m.At), math.Min(markWidth, p.width/3))
	}
	for i := len(banners) - 1; i >= 0; i-- {
		f := &banners[i]
		f.left = f.x+f.width > p.width
		for _, g := range banners[i+1:] {
			if g.left && g.x-g.width < f.x && g.x < f.x+f.width && f.x-f.width >= 0 {
				f.left = true
			}
		}
	}
	for range banners { // as many rounds as there can be levels
		for i := range banners {
			for k := range banners {
				if f, g := &banners[i], banners[k]; i != k && (f.covers(g) || f.x == g.x && i < k) {
					f.up = math.Max(f.up, g.up+g.height+markGap)
				}
			}
		}
	}
	return banners
}

// markRoom is the room above the plot that the labels of the marks take.
func (p *plan) markRoom() float64 {
	room := 0.0
	for _, f := range p.banners() {
		room = math.Max(room, f.up+f.height+2)
	}
	return math.Ceil(room)
}

// addMarks draws the marks behind the values.
func (p *plan) addMarks() {
	if len(p.c.Marks) == 0 {
		return
	}
	low := *p.y[0].Min
	lines := p.newLines(opts.LineStyle{Color: p.t.Ink.Hex(), Width: 1.5, Type: "solid"}, 1)
	for i, f := range p.banners() {
		foot := []float64{float64(p.c.Marks[i].At), low}
		y := p.top - f.up
		look := p.lineLabel("start")
		look.Align = "left"
		if f.left {
			look.Align = "right"
		}
		lines.Data = append(lines.Data, []markPoint{{Text: f.text, Coord: foot, Y: &y, Label: look}, {Coord: foot}})
	}
	p.addLines(lines)
}

// addLine draws the threshold across a chart whose values go up. Behind says that the values are
// lines, on which it would look like one of them.
func (p *plan) addLine(behind bool) {
	if p.c.Line == nil {
		return
	}
	z := 5
	if behind {
		z = 1
	}
	lines := p.newLines(p.threshold(), z)
	text := font.Wrap(p.c.Line.Label, font.SemiBold, smallSize, math.Min(lineWidth, p.plotWidth()-16))
	lines.Data = []any{markPoint{Text: joined(text), YAxis: &p.c.Line.Value, Label: p.lineLabel(p.freeSide(text))}}
	p.addLines(lines)
}

// freeSide finds a corner at the threshold where its label covers no value.
func (p *plan) freeSide(text []string) string {
	width := widest(joined(text), font.SemiBold, smallSize)
	height := float64(len(text))*markLineHeight + 2*markGap
	perPixel := (*p.y[0].Max - *p.y[0].Min) / p.plotHeight()
	hits := func(right, above bool) (n int) {
		if above && (*p.y[0].Max-p.c.Line.Value)/perPixel+p.top < height {
			return math.MaxInt - 1 // out of the picture
		}
		for _, s := range p.c.Series {
			for i, v := range s.Values {
				x := p.markX(i) - p.left
				if right {
					x = p.plotWidth() - x
				}
				up := (v - p.c.Line.Value) / perPixel
				if !above {
					up = -up
				}
				if !missing(s, i) && x < width+20 && up > -labelSize && up < height+labelSize {
					n++
				}
			}
		}
		return n
	}
	best, least := "", math.MaxInt
	for _, place := range []struct {
		name         string
		right, above bool
	}{{"insideEndTop", true, true}, {"insideStartTop", false, true}, {"insideEndBottom", true, false}, {"insideStartBottom", false, false}} {
		if n := hits(place.right, place.above); n < least {
			best, least = place.name, n
		}
	}
	return best
}

// addLineDown draws the threshold through a chart whose values run to the right, with its label
// above the plot.
func (p *plan) addLineDown() {
	if p.c.Line == nil {
		return
	}
	f := newBanner(p.c.Line.Label, p.valueX(p.c.Line.Value), markWidth)
	look := p.lineLabel("start")
	look.Align = "left"
	if f.x+f.width > p.width {
		look.Align = "right"
	}
	lines := p.newLines(p.threshold(), 5)
	lines.Data = []any{markPoint{Text: f.text, XAxis: &p.c.Line.Value, Label: look}}
	p.addLines(lines)
}

// lineDownRoom is the room above the plot for the label of addLineDown.
func (p *plan) lineDownRoom() float64 {
	if p.c.Line == nil {
		return 0
	}
	return newBanner(p.c.Line.Label, 0, markWidth).height + 8
}

// valueX is the place of a value on the natural width, on a chart whose values run to the right.
func (p *plan) valueX(v float64) float64 {
	low, high := *p.x[0].Min, *p.x[0].Max
	return p.left + p.plotWidth()*(v-low)/(high-low)
}

func (p *plan) threshold() opts.LineStyle {
	return opts.LineStyle{Color: p.t.Ink.Hex(), Width: 2, Type: "dashed"}
}

func (p *plan) lineLabel(position string) *label {
	return &label{Show: true, Position: position, Color: p.t.Ink.Hex(), FontSize: smallSize, FontWeight: font.SemiBold.Weight(),
		LineHeight: markLineHeight, Distance: markGap, BorderColor: p.t.Paper.Hex(), BorderWidth: 3}
}

func (p *plan) newLines(style opts.LineStyle, z int) *markLine {
	return &markLine{Silent: true, Symbol: "none", Z: z, Label: p.lineLabel("end"), LineStyle: style}
}

// addLines gives the lines a series of their own, without values.
func (p *plan) addLines(lines *markLine) {
	host := newSeries("", types.ChartLine, []item{})
	host.Silent = true
	host.MarkLine = lines
	p.series = append(p.series, host)
}
