// Package evidence binds signals to a journey: it counts what each selector finds and derives
// from that what may be claimed about each step, lead time and advice, with the n, the period
// and the denominator behind it.
//
// An Evidence stands beside its Journey and never changes it. Where nothing can be said, the
// value says so (a zero N, a Kind of None); there are no nil fields to forget.
package evidence

import (
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/quality"
)

// Evidence is all that the signals say about one journey. Its slices follow the order of the
// file.
type Evidence struct {
	Period    journeys.Period
	Measured  bool // the file gives no period; Period runs from the first to the last counted day, if there are any
	Sources   []Source
	Signals   []Signal
	Steps     []Step
	LeadTimes []LeadTime
	Metrics   []Metric
	Advice    []Advice
	Channels  []ChannelCount // of all records that a step claims, each once; largest first
	// Months lists every calendar month from the first to the last with a counted signal (or of
	// the period, where it is closed), without gaps: the axis of all charts over time.
	Months []journeys.Month
	// HalfMonths are those of Months, at either end, that lie in the period only in part.
	HalfMonths []journeys.Month
}

// Source tells how the records of one source were used. OutsidePeriod, Confidential and
// Unclaimed are parts of Read, tested in that order; Unreadable is not.
type Source struct {
	Name          string
	Kind          string
	Read          int
	Unreadable    int
	OutsidePeriod int
	Confidential  int
	Unclaimed     int
	Undated       int // of Read: records without a tijdstip; they count as inside the period
	// UnclaimedTopics are the most frequent topics among Unclaimed, largest first; topics with
	// fewer than five records are left out.
	UnclaimedTopics []TopicCount
	Denominator     Count
	Exposure        Exposure // the denominator month by month
	Typed           bool     // a list typed by hand in the file
	Path            string
	Aside           bool // only a denominator or a lead time draws on it
	Missing         bool // no data could be used (a connection that this version cannot open)
	// Quality tells how good its data is, as one pass over it shows; without a name: nobody looked,
	// because a database counted it or it could not be read.
	Quality quality.Source
}

// InUse is the number of records that could count: read, inside the period, not confidential.
func (s Source) InUse() int { return s.Read - s.OutsidePeriod - s.Confidential }

// Count is a number that may be unknown.
type Count struct {
	Value float64
	Known bool
}

// TopicCount is a topic with the number of its records.
type TopicCount struct {
	Topic string
	N     int
}

// MonthCount is the number of records of one month.
type MonthCount struct {
	Month journeys.Month
	N     int
}

// ChannelCount is the number of records of one channel.
type ChannelCount struct {
	Channel string
	N       int
}

// Signal is what one selector found.
type Signal struct {
	ID          string
	Title       string
	Step        string // step id
	Sources     []string
	N           int
	Denominator Count
	Missing     []journeys.Month // of the period, without a number in the list of a denominator
	PerMonth    []MonthCount     // months with at least one, ascending
	Rates       []MonthRate      // one for each of Evidence.Months
	PerChannel  []ChannelCount   // largest first, then by name
	Course      Course           // over time, held against its own history
}

// EmotionKind tells where an emotion comes from.
type EmotionKind string

const (
	None    EmotionKind = "geen"     // fewer than five scores, nothing typed
	Typed   EmotionKind = "ingevuld" // by the author of the journey
	Derived EmotionKind = "afgeleid" // mean score of the step's signals
)

// Emotion is a value from −2 to 2. Low and High bound its 95% interval when Kind is Derived;
// N is the number of scores behind it.
type Emotion struct {
	Kind             EmotionKind
	Value, Low, High float64
	N                int
	Chosen           int // of the N scores: those that were only looked for because of the score, so that their mean says less
}

// Step is what the signals say about one step.
type Step struct {
	ID      string
	Emotion Emotion
	N       int // records claimed by any of the step's selectors, each once
}

// Advice is what stands behind one advice.
type Advice struct {
	ID       string
	Evidence bool // false: "aanname"
	Reasons  []Reason
	Effect   Effect
}

// Reason is one thing that an advice rests on.
type Reason struct {
	ID, Title string
	Kind      string // signaal, doorlooptijd, arena, meting
	N         int
	Sources   []string // of a signal or a lead time
	Of        int      // of a signal: all records of its sources that could count
}

// Signal finds the evidence of a selector by id.
func (e *Evidence) Signal(id string) (Signal, bool) {
	for _, s := range e.Signals {
		if s.ID == id {
			return s, true
		}
	}
	return Signal{}, false
}

// InUse adds up the records of some sources that could count.
func (e *Evidence) InUse(names []string) int {
	n := 0
	for _, s := range e.Sources {
		if slices.Contains(names, s.Name) {
			n += s.InUse()
		}
	}
	return n
}

// Step finds the evidence of a step by id.
func (e *Evidence) Step(id string) Step {
	for _, s := range e.Steps {
		if s.ID == id {
			return s
		}
	}
	return Step{ID: id, Emotion: Emotion{Kind: None}}
}

// Unclaimed adds up the records that no step claims, of all that could count, with the three most
// frequent topics of each source. Sources that only serve as denominator or for lead times are
// left out.
func (e *Evidence) Unclaimed() (n, all int, topics []TopicCount) {
	for _, s := range e.Sources {
		if s.Aside {
			continue
		}
		n += s.Unclaimed
		all += s.InUse()
		topics = append(topics, s.UnclaimedTopics[:min(len(s.UnclaimedTopics), 3)]...)
	}
	return n, all, topics
}

// SignalsOf lists the signals of a step, in the file's order.
func (e *Evidence) SignalsOf(step string) []Signal {
	var all []Signal
	for _, s := range e.Signals {
		if s.Step == step {
			all = append(all, s)
		}
	}
	return all
}

// AdviceOf finds what stands behind an advice by id.
func (e *Evidence) AdviceOf(id string) Advice {
	for _, a := range e.Advice {
		if a.ID == id {
			return a
		}
	}
	return Advice{ID: id}
}

// MinGroup is the smallest group that is shown as such; smaller ones could point at a person.
const MinGroup = 5
