// Package chart draws render.Chart values with Apache ECharts: as an option of plain JSON for the
// interactive form in a page, and as a still Drawing that ECharts makes of the very same option
// inside a small JavaScript engine, without a browser.
//
// The option is built with go-echarts and holds no JavaScript. Two things that plain JSON cannot
// say are said in keys that our build of ECharts understands (see bundle/entry.js): "numbers"
// gives the separators of numbers, and "texts" and "text" give labels literally, because an
// ECharts formatter string is a template in which parts of somebody's title would be replaced.
//
// Text is wrapped, and room for it is reserved, here, with the widths of the embedded typeface.
// Lengths are CSS pixels. A chart that is drawn larger than its natural size gets a larger plot,
// not larger type.
package chart

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"klantreis/render"
	"klantreis/render/words"
)

//go:embed echarts.js
var script []byte

// Script is our build of ECharts, to be put in a script element of a page; it defines the global
// echarts with init. A chart is then echarts.init(element, null, {renderer: "svg"}).setOption(…)
// with what Option returned. The bytes are shared and must not be changed.
func Script() []byte { return script }

// Option gives the chart as an ECharts option in JSON. The bytes depend on the arguments only and
// are safe inside a script element. It fails on data that has no shape: values or labels that do
// not fit the categories, and numbers that are not finite.
func Option(c render.Chart, t render.Theme) ([]byte, error) {
	p, err := layOut(c, t, naturalWidth, 0)
	if err != nil {
		return nil, err
	}
	return p.option()
}

// option writes the plan as JSON.
func (p *plan) option() ([]byte, error) {
	t := p.t
	bar := charts.NewBar()
	bar.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: p.c.ID}),
		charts.WithAnimation(false),
		charts.WithColorsOpts(p.colors()),
		charts.WithGridOpts(p.grid()),
		charts.WithTooltipOpts(opts.Tooltip{Trigger: p.trigger, BackgroundColor: t.Paper.Hex(), BorderColor: t.Line.Hex()}),
		charts.WithTitleOpts(p.title),
		charts.WithAriaOpts(&opts.Aria{
			Enabled: opts.Bool(true),
			Label:   &opts.AriaLabel{Enabled: opts.Bool(true), Description: p.description()},
		}),
	)
	bar.Validate()
	bar.Accept(extension{plan: p})
	data, err := json.Marshal(bar.JSON())
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", p.c.ID, err)
	}
	return data, nil
}

// Size is the size at which the chart reads best, in pixels: as wide as a page or a slide has
// room for, and as high as its categories and labels ask. A chart without a shape gets the size
// of an empty one.
func Size(c render.Chart) (width, height float64) { return sizeAt(c, naturalWidth) }

// PhoneSize is the size at which the chart stands on a phone, in pixels.
func PhoneSize(c render.Chart) (width, height float64) { return sizeAt(c, phoneWidth) }

func sizeAt(c render.Chart, wide float64) (width, height float64) {
	p, err := layOut(c, render.Stadskamer(), wide, 0)
	if err != nil {
		return wide, emptyHeight
	}
	return p.width, p.height
}

// LowSize is the size for a column of paper: of a chart of lines no higher than what it says needs,
// of others the same as Size.
func LowSize(c render.Chart) (width, height float64) {
	width, height = Size(c)
	if c.Kind != render.Lines || len(c.Categories) == 0 {
		return width, height
	}
	if len(c.Categories) <= fewPoints {
		return width, height - plotHeight + fewHeight
	}
	return width, height - plotHeight + lowHeight
}

const (
	fewPoints = 6     // a line of no more points is told in little room
	fewHeight = 110.0 // of its plot
	lowHeight = 148.0 // and of one with more

	naturalWidth = 720.0
	phoneWidth   = 360.0
	emptyHeight  = 140.0

	labelSize = 14.0 // categories and values
	smallSize = 13.0 // axes, units, legends, marks
	tinySize  = 12.0 // inside a segment
	lineRoom  = 1.25 // line height as a share of the size
)

// layOut chooses the shape of a chart and gives every part of it its room. A height of zero is the
// natural one.
func layOut(c render.Chart, t render.Theme, width, height float64) (*plan, error) {
	if err := check(c); err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	c = tidy(c)
	lang := words.Lang(c.Lang)
	p := &plan{c: c, t: t, lang: lang, words: lang.Chart(), width: width, given: height, trigger: "item"}
	switch {
	case empty(c):
		p.empty()
	case c.Kind == render.HorizontalBars, c.Kind == render.Columns && !p.columnsFit():
		p.horizontalBars()
	case c.Kind == render.Columns:
		p.columns()
	case c.Kind == render.StackedColumns:
		p.stackedColumns()
	case c.Kind == render.Lines:
		p.lines()
	case c.Kind == render.Boxes:
		p.boxes()
	}
	return p, nil
}

func check(c render.Chart) error {
	if c.Kind < render.HorizontalBars || c.Kind > render.Boxes {
		return fmt.Errorf("unknown kind %d", c.Kind)
	}
	finite := func(v float64) bool { return !math.IsNaN(v) && math.Abs(v) <= 1e12 }
	for _, s := range c.Series {
		n := len(s.Values)
		if c.Kind != render.Boxes && n != len(c.Categories) {
			return fmt.Errorf("series %q has %d values for %d categories", s.Name, n, len(c.Categories))
		}
		if s.Missing != nil && len(s.Missing) != n || s.Labels != nil && len(s.Labels) != n {
			return fmt.Errorf("series %q has %d values, %d missing marks and %d labels", s.Name, n, len(s.Missing), len(s.Labels))
		}
		if s.Times != nil && len(s.Times) != n || slices.ContainsFunc(s.Times, func(times int) bool { return times < 1 }) {
			return fmt.Errorf("series %q has %d values, and cases %v", s.Name, n, s.Times)
		}
		for i, v := range s.Values {
			if !missing(s, i) && !finite(v) {
				return fmt.Errorf("series %q: value %d is not a number", s.Name, i)
			}
		}
		if err := checkUncertain(s, finite); err != nil {
			return fmt.Errorf("series %q: %w", s.Name, err)
		}
	}
	for _, m := range c.Marks {
		if m.At < 0 || m.At >= len(c.Categories) {
			return fmt.Errorf("mark %q stands at category %d of %d", m.Label, m.At, len(c.Categories))
		}
	}
	if !finite(c.Range[0]) || !finite(c.Range[1]) || c.Range[0] > c.Range[1] || c.Line != nil && !finite(c.Line.Value) {
		return fmt.Errorf("range or line is not a number")
	}
	return nil
}

// tidy gives a copy whose texts are single lines that every renderer agrees on.
func tidy(c render.Chart) render.Chart {
	c.Title, c.Unit = oneLine(c.Title), oneLine(c.Unit)
	each := func(list []string) []string {
		if list == nil {
			return nil
		}
		out := make([]string, len(list))
		for i, s := range list {
			out[i] = oneLine(s)
		}
		return out
	}
	c.Categories = each(c.Categories)
	series := make([]render.Series, len(c.Series))
	for i, s := range c.Series {
		s.Name, s.Labels = oneLine(s.Name), each(s.Labels)
		if s.Summary != nil {
			told := *s.Summary
			told.Text, told.Note = oneLine(told.Text), oneLine(told.Note)
			s.Summary = &told
		}
		series[i] = s
	}
	c.Series = series
	marks := make([]render.Mark, len(c.Marks))
	for i, m := range c.Marks {
		marks[i] = render.Mark{At: m.At, Label: oneLine(m.Label)}
	}
	c.Marks = marks
	if c.Line != nil {
		c.Line = &render.Threshold{Value: c.Line.Value, Label: oneLine(c.Line.Label)}
	}
	return c
}

// oneLine joins white space and marks characters that XML cannot hold. ECharts keeps names as keys
// of objects, where one of them would change all objects; a character without width prevents that.
func oneLine(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "__proto__", "__proto\u200b__")
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r >= 0x7F && r < 0xA0 || r == 0xFFFE || r == 0xFFFF {
			return 0xFFFD
		}
		return r
	}, strings.Join(strings.Fields(s), " "))
}

func missing(s render.Series, i int) bool { return s.Missing != nil && s.Missing[i] }

// empty holds for a chart without one single value.
func empty(c render.Chart) bool {
	for _, s := range c.Series {
		for i := range s.Values {
			if !missing(s, i) {
				return false
			}
		}
	}
	return true
}
