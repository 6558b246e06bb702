package evidence

import (
	"time"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// weekdays tells how busy sources are on each day of the week. A month with five weekends is no calmer
// month; without weights it would look like one, and hide an effect or feign it.
type weekdays struct {
	records, days [7]float64 // by time.Weekday
	weights       [7]float64
	free          freeDays
}

// freeDays knows which weekdays are public holidays.
type freeDays struct {
	holidays *workdays
	known    map[journeys.Date]bool
}

// pseudoRecords are added to each day of the week, as if they were equal: a handful of records says little.
const pseudoRecords = 5

// kindOf is the day of the week; a public holiday counts as a Sunday.
func (w *weekdays) kindOf(day journeys.Date) time.Weekday {
	kind := day.Time().Weekday()
	if kind == time.Saturday || kind == time.Sunday {
		return kind
	}
	free, known := w.free.known[day]
	if !known {
		free = w.free.holidays.between(day.AddDays(-1), day) == 0
		w.free.known[day] = free
	}
	if free {
		return time.Sunday
	}
	return kind
}

// see adds the days of a source, ascending, each with its records.
func (w *weekdays) see(days [][2]int) {
	first, last := days[0][0], min(days[len(days)-1][0], days[0][0]+mostDays)
	next := 0
	for d := first; d <= last; d++ {
		kind := w.kindOf(signals.DateOf(d))
		w.days[kind]++
		if days[next][0] == d {
			w.records[kind] += float64(days[next][1])
			next++
		}
	}
}

// weigh reckons the weights.
func (w *weekdays) weigh() {
	records, days := 0.0, 0.0
	for i := range w.days {
		records, days = records+w.records[i], days+w.days[i]
	}
	if days == 0 {
		return
	}
	usual := (records + 7*pseudoRecords) / days
	for i := range w.days {
		w.weights[i] = 1
		if w.days[i] > 0 {
			prior := 7 * pseudoRecords * w.days[i] / days // as if spread evenly
			w.weights[i] = (w.records[i] + prior) / w.days[i] / usual
		}
	}
}

func (w *weekdays) weight(day journeys.Date) float64 { return w.weights[w.kindOf(day)] }
