package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// The types below hold what ECharts understands and go-echarts has no field for. A field here
// takes the place of the one with the same key in an embedded go-echarts type.

type axis struct {
	Type      string          `json:"type"` // value or category
	Show      bool            `json:"show"`
	Inverse   bool            `json:"inverse,omitempty"`
	Data      []string        `json:"data,omitempty"`
	Min       *float64        `json:"min,omitempty"`
	Max       *float64        `json:"max,omitempty"`
	Interval  float64         `json:"interval,omitempty"`
	Contain   bool            `json:"containShape"` // widen the axis for what sticks out
	Name      string          `json:"name,omitempty"`
	NamePlace string          `json:"nameLocation,omitempty"`
	NameGap   float64         `json:"nameGap,omitempty"`
	NameStyle *opts.TextStyle `json:"nameTextStyle,omitempty"`
	Label     axisLabel       `json:"axisLabel"`
	Line      opts.AxisLine   `json:"axisLine"`
	Tick      opts.AxisTick   `json:"axisTick"`
	SplitLine opts.SplitLine  `json:"splitLine"`
}

type axisLabel struct {
	Show       bool     `json:"show"`
	Interval   *int     `json:"interval,omitempty"`
	Texts      []string `json:"texts,omitempty"` // per category, wrapped
	Color      string   `json:"color,omitempty"`
	FontSize   float64  `json:"fontSize,omitempty"`
	LineHeight float64  `json:"lineHeight,omitempty"`
	Margin     float64  `json:"margin,omitempty"`
}

type label struct {
	Show        bool      `json:"show"`
	Position    string    `json:"position,omitempty"`
	Distance    float64   `json:"distance,omitempty"`
	Offset      []float64 `json:"offset,omitempty"`
	Align       string    `json:"align,omitempty"`
	Color       string    `json:"color,omitempty"`
	FontSize    float64   `json:"fontSize,omitempty"`
	FontWeight  int       `json:"fontWeight,omitempty"`
	LineHeight  float64   `json:"lineHeight,omitempty"`
	BorderColor string    `json:"textBorderColor,omitempty"`
	Background  string    `json:"backgroundColor,omitempty"`
	BorderWidth float64   `json:"textBorderWidth,omitempty"`
}

type itemStyle struct {
	Color        string    `json:"color,omitempty"`
	BorderColor  string    `json:"borderColor,omitempty"`
	BorderWidth  float64   `json:"borderWidth,omitempty"`
	BorderRadius []float64 `json:"borderRadius,omitempty"`
	Opacity      float64   `json:"opacity,omitempty"`
}

type item struct {
	Name       string  `json:"name,omitempty"`
	Value      any     `json:"value"`          // nil: missing
	Text       string  `json:"text,omitempty"` // shown literally as the label
	Label      *label  `json:"label,omitempty"`
	Symbol     string  `json:"symbol,omitempty"`
	SymbolSize float64 `json:"symbolSize,omitempty"`
}

type series struct {
	charts.SingleSeries
	Data      any        `json:"data"`
	BoxWidth  []float64  `json:"boxWidth,omitempty"`
	Silent    bool       `json:"silent,omitempty"`
	Z         int        `json:"z,omitempty"`
	Label     *label     `json:"label,omitempty"`
	ItemStyle *itemStyle `json:"itemStyle,omitempty"`
	MarkLine  *markLine  `json:"markLine,omitempty"`
	Emphasis  *emphasis  `json:"emphasis,omitempty"`
}

type emphasis struct {
	Disabled bool `json:"disabled"`
}

type markLine struct {
	Silent    bool           `json:"silent"`
	Z         int            `json:"z"`
	Animation bool           `json:"animation"`
	Symbol    string         `json:"symbol"`
	Label     *label         `json:"label"`
	LineStyle opts.LineStyle `json:"lineStyle"`
	Data      []any          `json:"data"` // a markPoint, or a pair of them
}

type markPoint struct {
	Text  string    `json:"text,omitempty"`
	XAxis *float64  `json:"xAxis,omitempty"`
	YAxis *float64  `json:"yAxis,omitempty"`
	Coord []float64 `json:"coord,omitempty"`
	Y     *float64  `json:"y,omitempty"` // pixels from the top, instead of the coordinate
	Label *label    `json:"label,omitempty"`
}

type legend struct {
	opts.Legend
	Show         bool    `json:"show"`
	SelectedMode bool    `json:"selectedMode"`
	ItemGap      float64 `json:"itemGap,omitempty"`
	Padding      float64 `json:"padding"`
}

type tooltip struct {
	opts.Tooltip
	Confine      bool           `json:"confine"`
	TextStyle    opts.TextStyle `json:"textStyle"`
	ExtraCSSText string         `json:"extraCssText"`
}

type numbers struct {
	Thousands string `json:"thousands"`
	Point     string `json:"point"`
	Decimals  int    `json:"decimals"` // at most
}

type textStyle struct {
	FontFamily string `json:"fontFamily"`
	Color      string `json:"color"`
}

// extension puts the plan into the option that go-echarts builds.
type extension struct {
	charts.BaseConfigurationVisitor
	plan *plan
}

func (e extension) VisitXAxis([]opts.XAxis) any           { return e.plan.x }
func (e extension) VisitYAxis([]opts.YAxis) any           { return e.plan.y }
func (e extension) VisitSeriesOpt(charts.MultiSeries) any { return e.plan.series }
func (e extension) VisitLegendOpt(opts.Legend) any        { return e.plan.legend }

func (e extension) VisitTooltipOpt(t opts.Tooltip) any {
	return tooltip{
		Tooltip: t, Confine: true,
		TextStyle:    opts.TextStyle{Color: e.plan.t.Ink.Hex(), FontSize: int(labelSize)},
		ExtraCSSText: "max-width:320px;white-space:normal",
	}
}

func (e extension) Visit(option map[string]any) {
	delete(option, "toolbox")
	option["numbers"] = e.plan.numbers()
	option["textStyle"] = textStyle{FontFamily: fontFamily, Color: e.plan.t.Ink.Hex()}
}
