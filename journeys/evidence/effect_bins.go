package evidence

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/signals"
	"klantreis/journeys/statistics"
)

// observation is the time in which a signal could be seen, with what was counted.
type observation struct {
	from, to journeys.Date
	gaps     []silence                  // in between, days without delivery
	monthly  bool                       // rows stand for whole months
	counts   map[journeys.Date]int      // per day
	exposure map[journeys.Month]float64 // per day of usual weight; nil: no denominator
	weekdays weekdays
}

// silence is a run of days on which a source delivered nothing, both days included.
type silence struct {
	source   string
	from, to journeys.Date
}

func (s silence) days() int { return s.from.Days(s.to) + 1 }

func (w *observation) silent(day journeys.Date) bool {
	return slices.ContainsFunc(w.gaps, func(s silence) bool { return !day.Before(s.from) && !s.to.Before(day) })
}

const (
	shortestSilence = 14 // days
	silentRecords   = 10 // records that would have come in that time; none at all is then no chance (e⁻¹⁰)
	unusual         = 3  // times the usual days between two days with records
	usualPause      = 7  // days; no source is late before that
)

// observed is the window in which all the given sources delivered, inside the period. It is the same for
// all signals of those sources.
func (b *binder) observed(names []string) observation {
	key := strings.Join(names, "\x00")
	if w, known := b.windows[key]; known {
		return w
	}
	if b.windows == nil {
		b.windows, b.free = map[string]observation{}, freeDays{newWorkdays(), map[journeys.Date]bool{}}
	}
	w := observation{weekdays: weekdays{free: b.free}}
	for i, s := range b.sources {
		if !slices.Contains(names, s.Name) || !b.dated[i] {
			continue
		}
		days := b.delivered(i)
		first, last := signals.DateOf(days[0][0]), signals.DateOf(days[len(days)-1][0])
		pause := pause(days)
		// A period that begins or ends within a usual pause was seen whole.
		if p := b.journey.Period.From; !p.IsZero() && p.Days(first) <= pause {
			first = p
		}
		if p := b.journey.Period.To; !p.IsZero() && last.Days(p) <= pause {
			last = p
		}
		if w.from.IsZero() || w.from.Before(first) {
			w.from = first
		}
		if w.to.IsZero() || last.Before(w.to) {
			w.to = last
		}
		w.gaps = append(w.gaps, silences(s.Name, days)...)
		w.weekdays.see(days)
	}
	w.weekdays.weigh()
	b.windows[key] = w
	return w
}

// delivered lists the days on which a source has records that could count, with their number.
func (b *binder) delivered(source int) [][2]int {
	var all dayCounts
	for i := range b.looked[source] {
		all.addAll(&b.looked[source][i])
	}
	return all.list()
}

// pause is how many days may pass without records of a source before that is unusual: as many as have
// passed before, and then it went on.
func pause(days [][2]int) int {
	longest := usualPause
	for i := 1; i < len(days); i++ {
		if between := days[i][0] - days[i-1][0]; between > longest && !silent(days, i) {
			longest = max(longest, between)
		}
	}
	return longest
}

// silent tells whether the days between two with records are a silence: long, unusual for the source, and
// of a time in which records would have come.
func silent(days [][2]int, next int) bool {
	total, span := 0, days[len(days)-1][0]-days[0][0]+1
	for _, d := range days {
		total += d[1]
	}
	empty := days[next][0] - days[next-1][0] - 1
	usual := float64(span) / float64(len(days))
	return empty >= shortestSilence && float64(empty) > unusual*usual && float64(total)*float64(empty) >= silentRecords*float64(span-empty)
}

// silences finds the runs of days on which a source that delivers often delivered nothing.
func silences(name string, days [][2]int) []silence {
	var all []silence
	for i := 1; i < len(days); i++ {
		if days[i][0]-days[i-1][0] > shortestSilence && silent(days, i) {
			all = append(all, silence{name, signals.DateOf(days[i-1][0] + 1), signals.DateOf(days[i][0] - 1)})
		}
	}
	return all
}

// rowsPerMonth tells whether all records are dated on the first of a month: they then stand for the month.
func rowsPerMonth(counts map[journeys.Date]int) bool {
	months := 0
	for day := range counts {
		if day.Day != 1 {
			return false
		}
		months++
	}
	return months >= leastMonthBins
}

// expose takes the denominators of the months, when all are known that the window touches.
func (w *observation) expose(rates []MonthRate) {
	perDay := map[journeys.Month]float64{}
	for _, m := range rates {
		if !m.Count.Known || m.Days == 0 || m.Count.Value <= 0 || m.Count.Value < float64(m.N) {
			continue
		}
		weight := float64(m.Days)
		if first, last := m.Month.First(), m.Month.Last(); m.Whole() && !w.monthly {
			weight = 0
			for day := first; !last.Before(day); day = day.AddDays(1) {
				weight += w.weekdays.weight(day)
			}
		}
		perDay[m.Month] = m.Count.Value / weight
	}
	for _, m := range monthsBetween(w.from, w.to) {
		if _, ok := perDay[m]; !ok {
			return
		}
	}
	w.exposure = perDay
}

// observedBin is one month or week, or the part of it on one side of a change.
type observedBin struct {
	n, days  int
	exposure float64
	middle   float64 // sum over its days, in days since 1970
}

type observedBins []observedBin

func (w *observation) add(to *observedBin, day journeys.Date) {
	if w.silent(day) {
		return
	}
	to.n += w.counts[day]
	to.days++
	to.middle += float64(signals.DayOf(day)) + 0.5
	to.exposure += w.weight(day)
}

// weight is what a day counts for: how busy the sources are on such a day of the week, a mean day being
// 1; with denominators, its part of that of its month.
func (w *observation) weight(day journeys.Date) float64 {
	weight := 1.0
	if !w.monthly {
		weight = w.weekdays.weight(day)
	}
	if w.exposure != nil {
		weight *= w.exposure[day.MonthOf()]
	}
	return weight
}

// side is the part of the window before or from a day on. Rows that stand for a month are on one side
// only: the month in which the change fell is left out.
func (w *observation) side(since journeys.Date, after bool) (from, to journeys.Date) {
	from, to = w.from, w.to
	if w.monthly && since.Day > 1 {
		if after {
			since = since.MonthOf().Next().First()
		} else {
			since = since.MonthOf().First()
		}
	}
	if after && from.Before(since) {
		from = since
	}
	if !after && !to.Before(since) {
		to = since.AddDays(-1)
	}
	return from, to
}

// bins cuts one side of a change into calendar months; a part of less than a week joins its neighbour.
func (w *observation) bins(since journeys.Date, after bool) observedBins {
	from, to := w.side(since, after)
	var all observedBins
	for _, m := range monthsBetween(from, to) {
		var one observedBin
		for day := m.First(); !m.Last().Before(day); day = day.AddDays(1) {
			if !day.Before(from) && !to.Before(day) {
				w.add(&one, day)
			}
		}
		all = append(all, one)
	}
	return all.joined(7)
}

// weeks cuts one side of a change into runs of seven days, counted from the change on, so that each has the
// same weekdays; what is left at the far end joins its neighbour.
func (w *observation) weeks(since journeys.Date, after bool) observedBins {
	from, to := w.side(since, after)
	var all observedBins
	var one observedBin
	day, step := from, 1
	if !after {
		day, step = to, -1
	}
	for i := 1; i <= mostDays && !day.Before(from) && !to.Before(day); i++ {
		w.add(&one, day)
		if day = day.AddDays(step); i%7 == 0 || day.Before(from) || to.Before(day) {
			all, one = append(all, one), observedBin{}
		}
	}
	if !after {
		slices.Reverse(all)
	}
	return all.joined(4)
}

// joined adds bins of fewer days than least to their neighbour; those without any go.
func (all observedBins) joined(least int) observedBins {
	all = slices.DeleteFunc(all, func(b observedBin) bool { return b.days == 0 })
	for i := 0; i < len(all) && len(all) > 1; i++ {
		if all[i].days >= least {
			continue
		}
		k := i + 1
		if k == len(all) {
			k = i - 1
		}
		all[k].n += all[i].n
		all[k].days += all[i].days
		all[k].exposure += all[i].exposure
		all[k].middle += all[i].middle
		all = slices.Delete(all, i, i+1)
		i--
	}
	return all
}

func (all observedBins) days() (days int) {
	for _, b := range all {
		days += b.days
	}
	return days
}

func (all observedBins) count() (n int) {
	for _, b := range all {
		n += b.n
	}
	return n
}

// mostDays bounds a window: a century, more is a typing error in a date.
const mostDays = 36525

const daysPerYear = 365.25

func (all observedBins) bins(after bool) []statistics.Bin {
	var list []statistics.Bin
	for _, b := range all {
		list = append(list, statistics.Bin{Count: float64(b.n), Exposure: b.exposure, After: after,
			Middle: b.middle / float64(b.days) / daysPerYear, Years: float64(b.days) / daysPerYear})
	}
	return list
}
