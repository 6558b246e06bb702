package evidence

import (
	"maps"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// LeadTime is the spread of a lead time over the cases of the period. Days are days or working
// days, as promised.
type LeadTime struct {
	ID, Title string
	Step      string
	Source    string
	Working   bool
	Lengths   []Length // of the closed cases, ascending
	N         int      // closed cases
	Open      int      // cases without an end
	Invalid   int      // cases with an unreadable date or an end before the start
	// Of the closed cases alone, as gegevens.json has them; what is shown is Spread.
	P10, P50, P90 float64
	Within        Count
	Spread        Spread // of all cases
	Promised      bool
	Promise       int            // days, when Promised
	Followed      journeys.Date  // to this day the open cases are known to be open; zero: not known
	Waiting       []Length       // the open cases by the days that they were open then, ascending
	Months        []MonthPromise // by the month in which the cases began, ascending; when Promised
	Late          []Length       // open cases past the promise, by the days that they are late, ascending
	Slowest       Slowest        // what the slowest tenth has in common
	Missing       string         // a field that the source does not have, empty when fine
}

// Length is a number of cases that took so many days.
type Length struct{ Days, N int }

// MonthPromise is the share of the cases of a month that were done within the promise.
type MonthPromise struct {
	Month   journeys.Month
	N, Open int // closed and open cases that began in it
	Within  Share
}

// Spread tells how long cases take, those that are still open taken along (Kaplan–Meier): of an open
// case it is known that it takes longer than it is open. A percentile that too many cases have not
// reached yet is not known.
type Spread struct {
	P10, P25, P50, P75, P90 Count
	Within                  Share
	Longest                 float64 // what has been seen so far: a percentile that is not known is more
}

// spread is that of all cases. Without open cases its percentiles are nearest-rank, and the interval is
// Wilson's.
func (l LeadTime) spread() Spread {
	steps := survivalCurve(l.Lengths, l.Waiting)
	s := Spread{P10: quantile(steps, 0.10), P25: quantile(steps, 0.25), P50: quantile(steps, 0.50), P75: quantile(steps, 0.75), P90: quantile(steps, 0.90)}
	if l.Promised {
		s.Within = doneWithin(steps, l.Promise)
	}
	if len(steps) > 0 {
		s.Longest = float64(steps[len(steps)-1].days)
	}
	return s
}

// Overdue counts the open cases that are past the promise.
func (l LeadTime) Overdue() int { return countOf(l.Late) }

func countOf(all []Length) int {
	n := 0
	for _, l := range all {
		n += l.N
	}
	return n
}

// caseColumns are the columns of a source that feed a lead time.
type caseColumns struct {
	index    int // into Tally.cases
	from, to int
}

// casesOf finds the lead times that this source feeds.
func (b *binder) casesOf(name string, data *signals.Data) []caseColumns {
	var all []caseColumns
	for i, l := range b.journey.LeadTimes {
		if l.Source != name {
			continue
		}
		for _, field := range []string{l.From, l.To} {
			if !data.Has(field) && b.missing[i] == "" {
				b.missing[i] = field
			}
		}
		if b.missing[i] == "" {
			all = append(all, caseColumns{i, data.Column(l.From), data.Column(l.To)})
		}
	}
	return all
}

// length is in working days, or in days where working is nil.
func (s span) length(working *workdays) int {
	if working == nil {
		return int(s.to - s.from)
	}
	return working.between(signals.DateOf(int(s.from)), signals.DateOf(int(s.to)))
}

// calendar counts the days of a lead time; nil: all days count.
func (b *binder) calendar(l journeys.LeadTime) *workdays {
	if l.Promise == nil || !l.Promise.Working {
		return nil
	}
	if b.working == nil {
		b.working = newWorkdays()
	}
	return b.working
}

// followed is the last day of which is known that the open cases were open: the end of the period, or
// the last day that the cases tell of when that is later or the period has no end. It is never after
// the day that the journey was written; what cases tell of days after that is no knowledge.
func (b *binder) followed(t *caseTally) (day int32, ok bool) {
	latest := int32(lastDay)
	if date := b.journey.Date; !date.IsZero() {
		latest = int32(signals.DayOf(date))
	}
	if to := b.journey.Period.To; !to.IsZero() {
		day, ok = min(int32(signals.DayOf(to)), latest), true
	}
	for k := range t.kinds {
		for _, seen := range []int32{k.from, k.to} {
			if seen != stillOpen && seen <= latest && (!ok || seen > day) {
				day, ok = seen, true
			}
		}
	}
	return day, ok
}

// leadTime turns the cases of a lead time into days.
func (b *binder) leadTime(i int, t *caseTally) LeadTime {
	l := b.journey.LeadTimes[i]
	out := LeadTime{ID: l.ID, Title: l.Title, Step: l.Step, Source: l.Source, Invalid: t.invalid, Missing: b.missing[i]}
	if l.Promise != nil {
		out.Promised, out.Promise, out.Working = true, l.Promise.Days, l.Promise.Working
	}
	working := b.calendar(l)
	last, followed := b.followed(t)
	if followed && len(t.kinds) > 0 {
		out.Followed = signals.DateOf(int(last))
	}
	months := monthCases{}
	closed, waiting, late := map[int]int{}, map[int]int{}, map[int]int{}
	for k, n := range t.kinds {
		month := months.of(signals.DateOf(int(k.from)).MonthOf())
		if k.to != stillOpen {
			days := k.length(working)
			closed[days] += n
			month.closed[days] += n
			continue
		}
		out.Open += n
		month.open += n
		if followed {
			days := -1 // began after the last day that is known
			if k.from <= last {
				days = span{k.from, last}.length(working)
			}
			waiting[days] += n
			month.waiting[days] += n
			if out.Promised && days > out.Promise {
				late[days-out.Promise] += n
			}
		}
	}
	out.Lengths, out.Waiting, out.Late = perLength(closed), perLength(waiting), perLength(late)
	out.N = countOf(out.Lengths)
	out.Spread = out.spread()
	if out.Promised {
		out.Months = months.within(out.Promise)
	}
	if out.N > 0 {
		out.P10, out.P50, out.P90 = out.percentile(10), out.percentile(50), out.percentile(90)
		if out.Promised {
			out.Within = Count{Value: float64(out.inTime()) / float64(out.N), Known: true}
		}
	}
	if followed {
		out.Slowest = t.slowest(working, last, out.Spread.P90)
	}
	return out
}

// inTime counts the closed cases within the promise.
func (l LeadTime) inTime() int {
	n := 0
	for _, c := range l.Lengths {
		if c.Days <= l.Promise {
			n += c.N
		}
	}
	return n
}

// monthCases are the cases by the month in which they began.
type monthCases map[journeys.Month]*monthCase

type monthCase struct {
	closed, waiting map[int]int
	open            int
}

func (m monthCases) of(month journeys.Month) *monthCase {
	if m[month] == nil {
		m[month] = &monthCase{closed: map[int]int{}, waiting: map[int]int{}}
	}
	return m[month]
}

// within gives the months ascending, each with its share within the promise.
func (m monthCases) within(promise int) []MonthPromise {
	var all []MonthPromise
	for month, c := range m {
		closed := perLength(c.closed)
		steps := survivalCurve(closed, perLength(c.waiting))
		all = append(all, MonthPromise{Month: month, N: countOf(closed), Open: c.open, Within: doneWithin(steps, promise)})
	}
	slices.SortFunc(all, func(a, b MonthPromise) int {
		switch {
		case a.Month.Before(b.Month):
			return -1
		case b.Month.Before(a.Month):
			return 1
		}
		return 0
	})
	return all
}

func perLength(counts map[int]int) []Length {
	var all []Length
	for _, days := range slices.Sorted(maps.Keys(counts)) {
		all = append(all, Length{days, counts[days]})
	}
	return all
}

// percentile is the nearest-rank percentile of the closed cases, of which there is at least one: the
// smallest number of days within which at least that share of them was done.
func (l LeadTime) percentile(percent int) float64 {
	rank := max((l.N*percent+99)/100, 1)
	at := 0
	for rank > l.Lengths[at].N {
		rank -= l.Lengths[at].N
		at++
	}
	return float64(l.Lengths[at].Days)
}

// leadTimeFields reports lead times whose source lacks one of their moments.
func (b *binder) leadTimeFields() journeys.Problems {
	var ps journeys.Problems
	for i, l := range b.journey.LeadTimes {
		if field := b.missing[i]; field != "" {
			key := "van"
			if field == l.To {
				key = "tot"
			}
			ps = append(ps, journeys.Problem{Pos: l.At(key), Code: "doorlooptijd-veld", Args: []any{l.Source, field, b.columnsOf(l.Source)}})
		}
	}
	return ps
}
