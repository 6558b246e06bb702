// Package render decides what to show of a journey and its evidence: it composes a Report of
// typed blocks, and the charts as plain data. How blocks and figures look in a format is the
// work of the packages below it; they add no facts and no numbers.
package render

import "klantreis/render/drawing"

// Report is what to show, in order. Every format writes the same report.
type Report struct {
	Lang         string // nl or en
	ID           string
	Title        string
	Municipality string
	Owner        string // who receives the gift
	Author       string
	Date         string // written out in Lang, from the file
	Period       string // written out in Lang; empty: none
	Sections     []Section
}

// Section is a chapter on paper and one slide, or a few, in the deck.
type Section struct {
	ID     string // unique in the report, fit for an anchor
	Title  string
	Kind   SectionKind
	Notes  string // for the presenter only; never on paper
	Where  Where
	Accent drawing.Color // colour of the phase it belongs to; zero: none
	Phase  int           // of the step it tells, from 1; 0: none
	Over   string        // a line above the title: the step's number and phase
	Blocks []Block
	Narrow *Figure // what a narrow screen shows in the place of the figures; nil: those
}

// SectionKind lets a format give a section a page or slide of its own making.
type SectionKind int

const (
	Plain SectionKind = iota
	Cover
	Summary
	PersonaSection
	MapSection // one wide figure
	MapPages   // figures that each fill a page of paper
	PhaseSection
	EvidenceSection
	AdviceSection
	Appendix
	MomentSection // one step: what happens, how we know, the advice; kept together
	TalkSection   // a page to talk and write on
	WaySection    // the journey, gone through step by step
)

// Where says which outputs a section is for. The zero value is all.
type Where int

const (
	Everywhere Where = iota
	DeckOnly
	PaperOnly
)

// Block is one of the types below.
type Block interface{ block() }

// Prose is a paragraph of plain text.
type Prose struct{ Text string }

// Heading stands above the blocks that follow, one level below the section's title.
type Heading struct{ Text string }

// List is a bulleted list. Tone colours its mark. Over is a quiet line above it, which tells what it is and who
// says so where nobody measured that; empty: none.
type List struct {
	Items []string
	Tone  Tone
	Over  string
}

// Tone is the feeling of a block; formats add a sign, never colour alone.
type Tone int

const (
	Neutral Tone = iota
	Positive
	Negative
	Attention
)

// Quote is an approved, redacted quote with its origin.
type Quote struct{ Text, Source string }

// Facts are short label–value pairs: the persona's situation, a source's period.
type Facts struct{ Items []Fact }

// Fact is one pair. Note tells where the value comes from (source, n, period, denominator).
type Fact struct{ Label, Value, Note string }

// Claim is one measured or typed statement, with what stands behind it.
type Claim struct {
	Text  string // the statement
	Value string // the number in large type, may be empty
	Basis string // source, n, period, denominator in one line; never empty
	Typed bool   // written by hand, not measured
	Tone  Tone
	Scale *Scale // where the value lies; nil: it has no ends
}

// Scale places a value between two ends. Low and High bound its uncertainty; equal: not known.
type Scale struct{ From, To, Value, Low, High float64 }

// Feels tells whether the scale has a sad and a happy side. Otherwise it is a share, of which more is not always happier.
func (s Scale) Feels() bool { return s.From < 0 }

// Table has a header row; every row has as many cells as Columns.
type Table struct {
	Caption string
	Columns []Column
	Rows    [][]string
}

// Column is a table column; Number aligns right. Bars, one for each row and at least zero, let a
// format draw how large the numbers are beside each other; the cells say the same in digits.
type Column struct {
	Title  string
	Number bool
	Bars   []float64
}

// Figure is a picture with its text alternative and its data as a table.
type Figure struct {
	ID      string // fit for a file name: klantreis, stroom, grafiek-…
	Title   string
	Alt     string // tells what the picture shows, in words
	Caption string // source, n, period
	Drawing drawing.Drawing
	Narrow  *drawing.Drawing // the same for a narrow screen; nil: the drawing itself
	Low     drawing.Drawing  // the same for a column of paper, lower; without items: as Drawing
	Chart   *Chart           // nil for the map and the flow; the interactive form
	Data    Table
	Beside  string // data of figures with the same Beside and first column may share one table, of this title
}

// AdviceCard is one advice.
type AdviceCard struct {
	ID           string
	Number       int
	Title        string
	Step         string // title of the step, may be empty
	Basis        string // what it rests on, in one line
	Assumption   bool   // no evidence: shown as "aanname"
	Gain, Effort string // klein, middel, groot in Lang, or empty
	Owner        string
	Status       string // in Lang
	Done         bool
	Expected     string
	Measure      string      // how it will be seen that it works
	Place        *MatrixCell // its place on the matrix; nil when gain or effort is not given
	Effect       string      // the measured effect in one sentence, empty when none
	EffectBasis  string      // from what it was measured, and what could fool the reader
	Reason       string      // why it was not taken over
	Feedback     string      // what was told back, to whom, when
}

// Matrix places advice by gain (rows) and effort (columns).
type Matrix struct {
	Title                  string
	Alt                    string
	GainLabel, EffortLabel string
	Levels                 [3]string // small, medium, large in Lang
	Cells                  []MatrixCell
	Loose                  []MatrixCell // without gain or effort; only where a group can give it a place
}

// MatrixCell places one advice; Gain and Effort run from 0 (small) to 2 (large).
type MatrixCell struct {
	Number, Gain, Effort int
	Title                string
	ID                   string // of the advice
	Note                 string // for whom, and how far it is
}

// Callout is a box with something to notice.
type Callout struct {
	Title, Text string
	Tone        Tone
}

// WriteOn is room to write on: ruled lines under a prompt, in columns where those are named.
type WriteOn struct {
	Prompt  string
	Columns []string
	Lines   int
}

// Way is the journey as a line from step to step, for a screen: shown whole first, then each stop.
type Way struct {
	ID, Title, Alt string
	Scale          [2]string // what high and low mean
	Key            string    // what it means that the line is broken
	Whole          []Claim   // beside the whole way
	Stops          []Stop
}

// Stop is a step on a Way, with its evidence and what a customer said there.
type Stop struct {
	Title, Phase, Does string
	Value              float64 // −2 … 2, when Known
	Known              bool
	Typed              bool // the value is written by hand
	Claims             []Claim
	Voice              *Quote // approved; nil: none
}

// PageBreak starts a new page on paper and a new slide in the deck.
type PageBreak struct{}

func (Prose) block()      {}
func (Heading) block()    {}
func (List) block()       {}
func (Quote) block()      {}
func (Facts) block()      {}
func (Claim) block()      {}
func (Table) block()      {}
func (Figure) block()     {}
func (AdviceCard) block() {}
func (Matrix) block()     {}
func (Callout) block()    {}
func (WriteOn) block()    {}
func (PageBreak) block()  {}
func (Way) block()        {}
