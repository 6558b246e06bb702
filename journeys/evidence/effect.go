package evidence

import (
	"klantreis/journeys"
	"klantreis/journeys/statistics"
)

// Verdict is what may be said of an effect.
type Verdict string

const (
	Decrease     Verdict = "daling"
	Increase     Verdict = "stijging"
	NoDifference Verdict = "geen-verschil"
	TooEarly     Verdict = "te-vroeg"
)

// Effect compares the rate of a signal after a change with that before it. It shows an association,
// never a cause.
type Effect struct {
	Measured              bool // false: the advice names no effect to measure, or has no date
	Signal                string
	Before, After         int     // counted signals
	BeforeDays, AfterDays int     // days on each side on which all sources delivered
	Ratio, Low, High      float64 // rate ratio with 95% interval; zero when TooEarly
	Verdict               Verdict
	AtLeast               float64 // the share by which it should fall; 0: not said
	Goal                  Goal
	Why                   Why           // TooEarly: why
	From                  journeys.Date // TooEarly: from this day on it can be said; zero: not by waiting
	Weeks                 bool          // counted per week; otherwise per month
	BeforeBins, AfterBins int           // months or weeks
	Exposed               bool          // set against the denominator of each month; otherwise against days
	Change                statistics.Change
	Doubts                []Doubt // what could fool the reader, the gravest first
}

// Goal tells whether a change is as large as it was meant to be. It looks at the whole interval: a minimum
// worthwhile effect decides, not whether chance can be ruled out.
type Goal string

const (
	NoGoal   Goal = ""
	Beyond   Goal = "gehaald"      // even the smallest likely decrease is so large
	Short    Goal = "niet-gehaald" // even the largest likely change is not
	Possible Goal = "onzeker"
)

// Why tells what is missing for a verdict.
type Why string

const (
	NoData      Why = "geen-gegevens" // no dated signals
	ShortAfter  Why = "kort-na"
	ShortBefore Why = "kort-voor"
	FewSignals  Why = "weinig" // none to compare with
)

// leastDays are needed on either side before anything is said: eight weeks. Two points never make a
// verdict, and with fewer weeks one odd week decides.
const leastDays = 56

// leastMonthBins are the months that each side needs to be counted by months; with fewer, weeks are.
const leastMonthBins = 3

// effect compares the rate from `sinds` on with that before, inside the period and on the days on which
// the sources of the signal delivered. See statistics.StepChange and docs/methode.md.
func (b *binder) effect(selector int, a journeys.Advice, ev *Evidence) Effect {
	sel := b.selectors[selector]
	e := Effect{Measured: true, Signal: sel.ID, AtLeast: a.Effect.AtLeast, Verdict: TooEarly, Why: NoData}
	w := b.observed(sel.Sources)
	w.counts = b.all.perDate(selector)
	if w.from.IsZero() {
		return e
	}
	if w.monthly = rowsPerMonth(w.counts); w.monthly {
		w.from, w.to = w.from.MonthOf().First(), w.to.MonthOf().Last()
	}
	w.expose(ev.Signals[selector].Rates)
	e.Exposed = w.exposure != nil
	before, after := w.bins(a.Since, false), w.bins(a.Since, true)
	e.BeforeDays, e.AfterDays, e.Before, e.After = before.days(), after.days(), before.count(), after.count()
	e.Weeks = !w.monthly && (len(before) < leastMonthBins || len(after) < leastMonthBins)
	if e.Weeks {
		before, after = w.weeks(a.Since, false), w.weeks(a.Since, true)
	}
	e.BeforeBins, e.AfterBins = len(before), len(after)
	switch {
	case e.BeforeDays < leastDays:
		e.Why = ShortBefore
	case e.AfterDays < leastDays:
		e.Why, e.From = ShortAfter, a.Since.AddDays(leastDays)
	case w.monthly && (len(before) < leastMonthBins || len(after) < leastMonthBins):
		e.Why, e.From = ShortAfter, a.Since.AddDays(4*31).MonthOf().First()
		if len(before) < leastMonthBins {
			e.Why, e.From = ShortBefore, journeys.Date{}
		}
	default:
		change, ok := statistics.StepChange(append(before.bins(false), after.bins(true)...))
		if !ok {
			e.Why = FewSignals
			break
		}
		e.Why, e.Change = "", change
		e.Ratio, e.Low, e.High = change.Ratio, change.Low, change.High
		e.judge()
	}
	e.Doubts = b.doubts(selector, a.Since, w, e)
	return e
}

// judge turns an interval into a verdict.
func (e *Effect) judge() {
	switch {
	case e.High < 1:
		e.Verdict = Decrease
	case e.Low > 1:
		e.Verdict = Increase
	default:
		e.Verdict = NoDifference
	}
	// A rise may be what was meant; the format cannot say so. Its size is then not judged.
	least, most := 1-e.AtLeast, 1+e.AtLeast
	switch {
	case e.AtLeast <= 0 || e.Verdict == Increase:
	case e.Verdict == Decrease && e.High <= least:
		e.Goal = Beyond
	case e.Verdict == Decrease && e.Low > least, e.Verdict == NoDifference && e.Low > least && e.High < most:
		e.Goal = Short
	default:
		e.Goal = Possible
	}
}
