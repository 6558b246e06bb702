package insight

import (
	"cmp"
	"slices"
	"time"

	"klantreis/journeys"
)

// day counts the days since 1970.
type day int

func dayOf(d journeys.Date) day { return day(d.Time().Unix() / 86400) }

func (d day) date() journeys.Date { return journeys.DateOf(time.Unix(int64(d)*86400+43200, 0).UTC()) }

// span is a piece of time in which records are counted, both days included.
type span struct {
	from, to day
	unit     int // the month or week that it belongs to
}

func (s span) days() int { return int(s.to-s.from) + 1 }

const (
	leastUnits    = 5  // months or weeks: with fewer nothing can be told of change
	longestMonths = 24 // older months say little about what is usual
	longestWeeks  = 26
	shortPiece    = 7 // days; a shorter piece of a month belongs to its neighbour
	shortWeek     = 4
	farAway       = 366 // days between a wrong year and the rest
)

// calendar is how the days of the data are cut: halves of months, or weeks when there are too few
// months. What is usual is judged by whole months or weeks (units); a change may begin at any span.
type calendar struct {
	first, last day
	spans       []span // none: too little data
	units       []span // what the spans of one unit cover together
	weeks       bool
	months      []journeys.Month
	weights     [7]float64 // of a weekday, Monday first: how busy it is, a mean day being 1
	exposure    []float64  // of each span: its days, each by its weight
}

// newCalendar cuts the days on which there are records. A handful of records more than a year away
// from all others are taken for mistyped dates and do not count.
func newCalendar(perDay map[day]int) calendar {
	days := make([]day, 0, len(perDay))
	total := 0
	for d, n := range perDay {
		days = append(days, d)
		total += n
	}
	if total == 0 {
		return calendar{}
	}
	slices.Sort(days)
	few := func(n int) bool { return n < 5 && 100*n <= total }
	seen := 0
	for i := 0; i+1 < len(days) && few(seen+perDay[days[i]]); i++ {
		if seen += perDay[days[i]]; days[i+1]-days[i] > farAway {
			days, i, seen = days[i+1:], -1, 0
		}
	}
	seen = 0
	for i := len(days) - 1; i > 0 && few(seen+perDay[days[i]]); i-- {
		if seen += perDay[days[i]]; days[i]-days[i-1] > farAway {
			days, seen = days[:i], 0
		}
	}
	c := calendar{first: days[0], last: days[len(days)-1]}
	c.weigh(days, perDay)
	last := c.last.date().MonthOf()
	for m := c.first.date().MonthOf(); !last.Before(m) && len(c.months) < 1200; m = m.Next() {
		c.months = append(c.months, m)
	}
	if !c.cut(shortPiece, longestMonths, halfEnd, monthOf) {
		c.weeks = c.cut(shortWeek, longestWeeks, weekEnd, func(d day) int { return int(weekEnd(d)) })
	}
	return c
}

// halfEnd is the last day of the half of a month in which a day falls.
func halfEnd(d day) day {
	date := d.date()
	if date.Day <= 15 {
		return d + day(15-date.Day)
	}
	return dayOf(date.MonthOf().Last())
}

// weekEnd is the Sunday of the week of a day; 1970 began on a Thursday.
func weekEnd(d day) day { return d + (10-d%7)%7 }

func monthOf(d day) int { m := d.date().MonthOf(); return 12*m.Year + int(m.Month) }

// cut makes the spans whose last days end tells, of units that unit tells; a first or last piece
// shorter than least joins its neighbour. It makes none of fewer than leastUnits units.
func (c *calendar) cut(least, longest int, end func(day) day, unit func(day) int) bool {
	var all []span
	for at := c.first; at <= c.last; {
		s := span{at, min(end(at), c.last), unit(at)}
		all = append(all, s)
		at = s.to + 1
	}
	if n := len(all); n > 1 && all[n-1].days() < least {
		all[n-2].to = all[n-1].to
		all = all[:n-1]
	}
	if len(all) > 1 && all[0].days() < least {
		all[1].from = all[0].from
		all = all[1:]
	}
	var units []span
	for _, s := range all {
		if n := len(units); n > 0 && units[n-1].unit == s.unit {
			units[n-1].to = s.to
			continue
		}
		units = append(units, s)
	}
	if len(units) < leastUnits {
		return false
	}
	units = units[max(0, len(units)-longest):]
	all = all[slices.IndexFunc(all, func(s span) bool { return s.unit == units[0].unit }):]
	at := 0
	for i := range all {
		if all[i].unit != units[at].unit {
			at++
		}
		all[i].unit = at
	}
	c.spans, c.units = all, units
	c.exposure = nil
	for _, s := range all {
		days := 0.0
		for d := s.from; d <= s.to; d++ {
			days += c.weights[weekdayOf(d)]
		}
		c.exposure = append(c.exposure, days)
	}
	return true
}

// weigh finds how busy each weekday is, so that a piece of time with more weekends than another is
// not taken for a quiet one.
func (c *calendar) weigh(days []day, perDay map[day]int) {
	total, there := [7]float64{}, [7]float64{}
	all := 0.0
	for _, d := range days {
		total[weekdayOf(d)] += float64(perDay[d])
		all += float64(perDay[d])
	}
	for d := c.first; d <= c.last && d-c.first < 10*farAway; d++ {
		there[weekdayOf(d)]++
	}
	mean := all / (float64(c.last-c.first) + 1)
	for w := range total {
		if there[w] > 0 {
			c.weights[w] = total[w] / there[w] / mean
		}
	}
}

// weekdayOf is 0 for Monday; 1970 began on a Thursday.
func weekdayOf(d day) int { return int((d+3)%7+7) % 7 }

// between is the exposure of the spans from up to to.
func (c *calendar) between(from, to int) float64 {
	days := 0.0
	for _, e := range c.exposure[from:to] {
		days += e
	}
	return days
}

// spanOf is the span in which a day falls, -1 when in none.
func (c *calendar) spanOf(d day) int {
	i, _ := slices.BinarySearchFunc(c.spans, d, func(s span, d day) int { return cmp.Compare(s.to, d) })
	if i == len(c.spans) || d < c.spans[i].from {
		return -1
	}
	return i
}

// monthOf is the index of the month of a day, -1 when the day does not count.
func (c *calendar) monthOf(d day) int {
	if len(c.months) == 0 || d < c.first || d > c.last {
		return -1
	}
	first := c.months[0]
	i := monthOf(d) - 12*first.Year - int(first.Month)
	if i >= len(c.months) {
		return -1
	}
	return i
}
