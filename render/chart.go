package render

// Chart is the data of one chart, ready to draw: render/chart turns it into an ECharts option
// and from that into a picture, the interactive and the still form alike.
type Chart struct {
	ID    string // grafiek-…
	Kind  ChartKind
	Title string
	// Unit names the values: "signalen", "dagen", "cijfer".
	Unit string
	// Categories label the category axis: signal titles, months, channels.
	Categories []string
	Series     []Series
	// Marks are vertical lines at a category, with a label: the day a change went live.
	Marks []Mark
	// Range bounds the value axis when both ends differ: the scale of a score.
	Range [2]float64
	// Line is a horizontal (for LeadTimes vertical) line at a value, with a label: a promise.
	Line *Threshold
	Lang string
}

// ChartKind is one of a few shapes.
type ChartKind int

const (
	HorizontalBars ChartKind = iota // top signals: one bar per category, largest first
	Columns                         // channel mix and the like
	StackedColumns                  // signals per month and channel
	Lines                           // signals per month, scores over time
	Boxes                           // spread of lead times: one box per series, Values = the cases
)

// Series is one row of values, one per category (for Boxes: the cases, in any number and order). A value
// is absent where Missing is true.
type Series struct {
	Name    string
	Values  []float64
	Missing []bool   // nil: all present
	Labels  []string // shown at the value; nil: the number itself
	Times   []int    // for Boxes: how many cases each value stands for; nil: one each
	Style   SeriesStyle
	// Low and High bound the uncertainty of each value, for Lines; nil: none is shown. Where they are
	// equal nothing is drawn.
	Low, High []float64
	Open      []bool // for Boxes: the case is not done yet, and this is how long it took so far; nil: all are done
	Summary   *BoxSummary
}

// BoxSummary is what a box tells of cases of which some are still open, so that it cannot be reckoned
// from the values alone.
type BoxSummary struct {
	// Quantiles are the 10th, 25th, 50th, 75th and 90th percentile; nil when not all are known: no box.
	Quantiles []float64
	Text      string // the same in a sentence
	Beyond    int    // cases so far off that the axis does not reach them; they are not among the values
	Note      string // which those are, in a sentence
}

// SeriesStyle is how a series of Lines looks.
type SeriesStyle int

const (
	CourseLine   SeriesStyle = iota // a line with a symbol at each value
	LevelLine                       // a thin straight line: a mean
	LimitLine                       // a thin dashed line: a limit
	SpecialMarks                    // large symbols only
)

// Mark is a vertical line at the category with the given index.
type Mark struct {
	At    int
	Label string
}

// Threshold is a line at a value.
type Threshold struct {
	Value float64
	Label string
}
