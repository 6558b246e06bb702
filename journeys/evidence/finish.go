package evidence

import (
	"math"
	"sort"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/quality"
	"klantreis/journeys/signals"
	"klantreis/journeys/statistics"
)

// finish turns the tallies into an Evidence.
func (b *binder) finish() *Evidence {
	ev := &Evidence{Period: b.period(), Measured: b.journey.Period.IsZero(), Sources: b.sources, Months: b.months()}
	for _, m := range ev.Months {
		if !wholeMonth(m, b.daysOf(m)) {
			ev.HalfMonths = append(ev.HalfMonths, m)
		}
	}
	for i, src := range b.journey.Sources {
		ev.Sources[i].Denominator = b.denominator(i)
		ev.Sources[i].Exposure = b.exposure(src, ev.Months)
		ev.Sources[i].Exposure.Missing = b.unlisted(i)
	}
	for i, step := range b.journey.Steps() {
		ev.Steps = append(ev.Steps, Step{ID: step.ID, N: b.all.steps[i].n, Emotion: emotion(step, b.all.steps[i])})
	}
	steps := b.journey.Steps()
	for i, sel := range b.selectors {
		ev.Signals = append(ev.Signals, b.signal(i, sel, steps[b.stepOf[i]].ID, ev))
	}
	ev.Channels = b.ranked(b.all.claimed)
	for i := range b.journey.LeadTimes {
		ev.LeadTimes = append(ev.LeadTimes, b.leadTime(i, &b.all.cases[i]))
	}
	for _, m := range b.journey.Metrics {
		ev.Metrics = append(ev.Metrics, metric(m))
	}
	for _, a := range b.journey.Advice {
		ev.Advice = append(ev.Advice, b.advice(a, ev))
	}
	return ev
}

func (b *binder) signal(i int, sel *journeys.Selector, step string, ev *Evidence) Signal {
	s := Signal{ID: sel.ID, Title: sel.Title, Step: step, Sources: sel.Sources, N: b.all.selectors[i].n}
	perMonth := map[journeys.Month]int{}
	for day, n := range b.all.perDate(i) {
		perMonth[day.MonthOf()] += n
	}
	for month, n := range perMonth {
		s.PerMonth = append(s.PerMonth, MonthCount{month, n})
	}
	sort.Slice(s.PerMonth, func(i, k int) bool { return s.PerMonth[i].Month.Before(s.PerMonth[k].Month) })
	s.PerChannel = b.ranked(b.all.selectors[i].perChannel)
	s.Denominator = jointDenominator(sel.Sources, ev.Sources)
	s.Missing = missingMonths(sel.Sources, ev.Sources)
	s.Rates = b.rates(sel.Sources, perMonth, ev)
	s.Course = b.course(s, ev.Months)
	return s
}

// ranked lists channels, largest first, then by name.
func (b *binder) ranked(counts []int) []ChannelCount {
	perChannel := map[string]int{}
	for i, n := range counts {
		if n > 0 {
			perChannel[b.all.channels.list[i]] += n
		}
	}
	var all []ChannelCount
	for channel, n := range perChannel {
		all = append(all, ChannelCount{channel, n})
	}
	sort.Slice(all, func(i, k int) bool {
		if all[i].N != all[k].N {
			return all[i].N > all[k].N
		}
		return all[i].Channel < all[k].Channel
	})
	return all
}

// period is that of the journey. Without one it is what was counted: from the first day to the last, so that
// a claim tells of when it is all the same.
func (b *binder) period() journeys.Period {
	p := b.journey.Period
	if p.IsZero() {
		p.From, p.To = b.window()
	}
	return p
}

// window is the period; an open end is the first or the last counted day.
func (b *binder) window() (from, to journeys.Date) {
	from, to = b.journey.Period.From, b.journey.Period.To
	if b.all.dated {
		if from.IsZero() {
			from = signals.DateOf(int(b.all.days.from))
		}
		if to.IsZero() {
			to = signals.DateOf(int(b.all.days.to))
		}
	}
	return from, to
}

// months are those of the window.
func (b *binder) months() []journeys.Month {
	from, to := b.window()
	return monthsBetween(from, to)
}

// monthsBetween lists the months that two days and all between them lie in; none without both days.
func monthsBetween(from, to journeys.Date) []journeys.Month {
	if from.IsZero() || to.IsZero() {
		return nil
	}
	const longest = 1200 // a century; more is a typing error in a date
	var all []journeys.Month
	for m := from.MonthOf(); !to.MonthOf().Before(m) && len(all) < longest; m = m.Next() {
		all = append(all, m)
	}
	return all
}

// The emotion scale, and the scale of the scores that it is derived from.
const (
	emotionSpan          = 2.0 // −2 … 2
	lowScore, highScore  = quality.LowScore, quality.HighScore
	emotionPerScorePoint = 2 * emotionSpan / (highScore - lowScore)
)

// Mark is the mean of the scores, from 1 to 10, that a derived emotion was mapped from; 0 for any other.
func (e Emotion) Mark() float64 {
	if e.Kind != Derived {
		return 0
	}
	return lowScore + (e.Value+emotionSpan)/emotionPerScorePoint
}

// emotion is what was typed, or else the mean of the scores mapped linearly from 1 … 10 to
// −2 … 2, with Student's 95% interval for a mean. Fewer than MinGroup scores give no point.
func emotion(step *journeys.Step, t stepTally) Emotion {
	if step.Emotion != nil {
		return Emotion{Kind: Typed, Value: *step.Emotion}
	}
	if t.scores.n < MinGroup {
		return Emotion{Kind: None}
	}
	n := float64(t.scores.n)
	mean, variance := t.scores.meanAndVariance()
	mean = (mean-lowScore)*emotionPerScorePoint - emotionSpan
	variance *= emotionPerScorePoint * emotionPerScorePoint
	half := statistics.StudentQuantile(0.05, n-1) * math.Sqrt(variance/n)
	return Emotion{
		Kind: Derived, Value: mean, N: t.scores.n, Chosen: t.chosen,
		Low: math.Max(-emotionSpan, mean-half), High: math.Min(emotionSpan, mean+half),
	}
}

func (b *binder) columnsOf(name string) string {
	for i, s := range b.journey.Sources {
		if s.Name == name {
			if len(b.columns[i]) > 0 {
				return strings.Join(b.columns[i], ", ")
			}
			return strings.Join(journeys.Fields(), ", ")
		}
	}
	return ""
}
