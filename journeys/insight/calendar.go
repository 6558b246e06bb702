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

// span is a period that counts are compared over, both days included.
type span struct{ from, to day }

func (s span) days() int { return int(s.to-s.from) + 1 }

const (
	leastHistory   = 4  // periods before the last one
	longestHistory = 12 // older months say little about what is usual now
	longestWeeks   = 26
	shortMonth     = 7 // days; a shorter piece of a month belongs to its neighbour
	shortWeek      = 4
	farAway        = 366 // days between a wrong year and the rest
)

// calendar is how the days of the data are cut into periods: months, or weeks when there are too few
// months. The last period is compared with those before it.
type calendar struct {
	first, last day
	spans       []span // none: too little data
	weeks       bool
	months      []journeys.Month
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
	last := c.last.date().MonthOf()
	for m := c.first.date().MonthOf(); !last.Before(m) && len(c.months) < 1200; m = m.Next() {
		c.months = append(c.months, m)
	}
	if c.spans = c.cut(c.first, shortMonth, longestHistory, func(d day) day { return dayOf(d.date().MonthOf().Last()) }); len(c.spans) == 0 {
		c.spans = c.cut(c.first, shortWeek, longestWeeks, func(d day) day { return d + (10-d%7)%7 }) // 1970 began on a Thursday
		c.weeks = len(c.spans) > 0
	}
	return c
}

// cut gives the periods whose last days end tells; a first or last piece shorter than least joins its
// neighbour. Fewer than leastHistory + 1 periods give none.
func (c calendar) cut(from day, least, longest int, end func(day) day) []span {
	var all []span
	for at := from; at <= c.last; {
		s := span{at, min(end(at), c.last)}
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
	if len(all) < leastHistory+1 {
		return nil
	}
	return all[max(0, len(all)-longest-1):]
}

// spanOf is the period in which a day falls, -1 when in none.
func (c calendar) spanOf(d day) int {
	i, _ := slices.BinarySearchFunc(c.spans, d, func(s span, d day) int { return cmp.Compare(s.to, d) })
	if i == len(c.spans) || d < c.spans[i].from {
		return -1
	}
	return i
}

// monthOf is the index of the month of a day, -1 when the day does not count.
func (c calendar) monthOf(d day) int {
	if len(c.months) == 0 || d < c.first || d > c.last {
		return -1
	}
	m, first := d.date().MonthOf(), c.months[0]
	i := 12*(m.Year-first.Year) + int(m.Month) - int(first.Month)
	if i >= len(c.months) {
		return -1
	}
	return i
}
