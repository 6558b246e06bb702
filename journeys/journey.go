package journeys

import "time"

// Journey is one klantreis file. It is never changed after parsing; what the signals say about
// it stands beside it, in an evidence.Evidence.
//
// The fields follow the keys of the file in their order; a zero value means that the key is
// absent, unless a field says otherwise. Every struct that stands for a mapping in the file
// embeds Node, which knows the line and column of each of its keys.
type Journey struct {
	Node
	ID           string // from the file's name; see IDFromPath
	Path         string // as it was given, for messages
	Title        string
	Municipality string
	Owner        string
	Date         Date // opgesteld: the date that every output bears
	Author       string
	Period       Period
	Summary      string
	Variant      string // huidig, gewenst or empty
	HouseStyle   string // path of a design-tokens file, relative to the journey

	Persona   Persona
	Sources   []Source
	Phases    []Phase
	Metrics   []Metric
	LeadTimes []LeadTime
	Arenas    []Arena
	Advice    []Advice

	// OwnChannels are the channels that the file adds: name → icon.
	OwnChannels []OwnChannel
}

// Period is the window of all evidence, both days included. A zero From or To is open.
type Period struct {
	Node
	From, To Date
}

// Contains reports whether a day lies in the window.
func (p Period) Contains(d Date) bool {
	return (p.From.IsZero() || !d.Before(p.From)) && (p.To.IsZero() || !p.To.Before(d))
}

// IsZero reports whether the window is open on both sides.
func (p Period) IsZero() bool { return p.From.IsZero() && p.To.IsZero() }

// Persona is the customer whose journey it is.
type Persona struct {
	Node
	Name, Situation, Goal, Quote string
}

// OwnChannel is a channel of the municipality's own making.
type OwnChannel struct {
	Name, Icon string
	Pos        Pos
}

// Source is where signals come from.
type Source struct {
	Node
	Name        string
	Kind        string // soort: one of Channels
	File        string
	Format      string
	Connection  string
	Table       string
	Query       string
	Mode        string // werkwijze
	Columns     []Column
	Denominator *Denominator // nil: not known
	List        []TypedSignal
}

// Column maps a field of a signal to a column header.
type Column struct {
	Field, Header string
	Pos           Pos
}

// Denominator says how many contacts, visits or applicants there were in all. Exactly one of
// its three forms is in use.
type Denominator struct {
	Node
	Total  float64 // form 1, when > 0
	Source string  // form 2: the sum of Field over this source
	Field  string
	Months []MonthCount // form 3
}

// MonthCount is a number for one calendar month.
type MonthCount struct {
	Month Month
	Count float64
	Pos   Pos
}

// TypedSignal is a signal written by hand under `lijst`.
type TypedSignal struct {
	Node
	Fields []FieldValue // in the file's order
}

// FieldValue is one field of a typed signal, as text.
type FieldValue struct {
	Field, Value string
	Pos          Pos
}

// Phase is a part of the journey.
type Phase struct {
	Node
	Title string
	Steps []Step
}

// Step is one moment of the journey, as the customer lives it.
type Step struct {
	Node
	ID           string
	Title        string
	Channels     []string
	Does, Thinks string
	Emotion      *float64 // −2 … 2; nil: derived from the signals
	GoesWell     []string
	PainPoints   []string
	Backstage    []string
	Systems      []string
	Texts        []string // paths, relative to the journey
	HumanContact string
	Selectors    []Selector
	Quotes       []Quote
	Notes        string
	Next         []Flow
}

// Selector picks signals out of its sources. All conditions that are set must hold; of Words any
// one must occur, of Without none.
type Selector struct {
	Node
	ID      string
	Title   string
	Sources []string
	Topic   string
	Words   []string
	Without []string
	Channel string
	Score   *ScoreRange
	Nature  string // aard
}

// ScoreRange bounds a score, both ends included; a nil end is open.
type ScoreRange struct {
	Node
	From, To *float64
}

// Quote is what a customer said. It is shown only when Approved.
type Quote struct {
	Node
	Text, Source string
	Approved     bool
}

// Flow leads from a step to another one, or out of the journey.
type Flow struct {
	Node
	To      string   // step id; empty for a drop-out
	DropOut string   // why customers leave here
	When    string   // als
	Share   *float64 // 0 … 1; nil: unknown
}

// Metric is a score over time.
type Metric struct {
	Node
	ID     string // slug of the title
	Title  string
	Scale  *Scale
	Points []MetricPoint
}

// Scale is the range of a score, from its worst to its best end: where a low score is the best, as with
// some questions on effort (CES), From is higher than To.
type Scale struct {
	Node
	From, To float64
}

// Ends are the lowest and the highest score.
func (s Scale) Ends() (low, high float64) { return min(s.From, s.To), max(s.From, s.To) }

// MetricPoint is one measurement. N zero means that the size of the sample is not known.
type MetricPoint struct {
	Node
	When  string // 2018, 2018-06 or 2018-06-30, as typed
	Value float64
	N     int
}

// LeadTime is the spread between customers of the time between two moments of a case.
type LeadTime struct {
	Node
	ID       string // slug of the title
	Title    string
	Source   string
	From, To string // field or column header
	Step     string
	Promise  *Promise
}

// Promise is a number of days within which something is promised.
type Promise struct {
	Days    int
	Working bool // werkdagen: weekends and Dutch public holidays do not count
}

// Arena is a klantarena: customers in an inner ring, staff around them.
type Arena struct {
	Node
	ID           string // slug of the title
	Title        string
	When         Date
	Participants int
	Staff        int
	Mark         *float64 // 1 … 10
	Bottlenecks  []Bottleneck
	Promises     []ArenaPromise
}

// Bottleneck is what an arena found at a step.
type Bottleneck struct {
	Node
	Step, Text string
}

// ArenaPromise is what somebody undertook to do.
type ArenaPromise struct {
	Node
	Who, What string
	When      Date
}

// Advice is what the gift is about.
type Advice struct {
	Node
	ID                  string
	Title               string
	Step                string
	Because             []string // ids of selectors, lead times, arenas, metrics
	Gain                string   // winst: klein, middel, groot or empty
	Effort              string   // moeite: the same
	Expected            string
	Owner               string
	Status              string
	Reason              string
	Since               Date
	Effect              *EffectGoal
	ReportedToKCC       Date
	ReportedToResidents Date
}

// EffectGoal names the signal that the advice should bring down, and by how much at least.
type EffectGoal struct {
	Node
	Signal  string
	AtLeast float64 // 0 … 1
}

// Steps lists all steps in order.
func (j *Journey) Steps() []*Step {
	var steps []*Step
	for p := range j.Phases {
		for s := range j.Phases[p].Steps {
			steps = append(steps, &j.Phases[p].Steps[s])
		}
	}
	return steps
}

// Step finds a step by id, nil when there is none.
func (j *Journey) Step(id string) *Step {
	for _, s := range j.Steps() {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// Source finds a source by name, nil when there is none.
func (j *Journey) Source(name string) *Source {
	for i := range j.Sources {
		if j.Sources[i].Name == name {
			return &j.Sources[i]
		}
	}
	return nil
}

// Date is a civil day in Europe/Amsterdam. The zero value is "no date".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// IsZero reports whether the date is absent.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d lies before e.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// Time is noon of the day in UTC, for day arithmetic free of clock changes.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

// DateOf is the civil day of a time in its own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// AddDays moves by n days.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// Days is the number of days from d to e; negative when e is earlier.
func (d Date) Days(e Date) int { return int(e.Time().Sub(d.Time()).Hours() / 24) }

// MonthOf is the calendar month of the day.
func (d Date) MonthOf() Month { return Month{d.Year, d.Month} }

// String writes the day as 2022-09-15, and the zero date as nothing.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("2006-01-02")
}

// Month is a calendar month.
type Month struct {
	Year  int
	Month time.Month
}

// Before reports whether m lies before o.
func (m Month) Before(o Month) bool { return m.Year < o.Year || m.Year == o.Year && m.Month < o.Month }

// Next is the month after m.
func (m Month) Next() Month { return m.First().AddDays(31).MonthOf() }

// First is the first day of the month.
func (m Month) First() Date { return Date{m.Year, m.Month, 1} }

// Last is the last day of the month.
func (m Month) Last() Date { return m.Next().First().AddDays(-1) }

// String writes the month as 2022-09.
func (m Month) String() string { return m.First().String()[:7] }
