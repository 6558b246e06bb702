package evidence

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/nl"

	"klantreis/journeys"
)

// workdays counts working days: Monday to Friday, without the days that article 3 of the Algemene
// termijnenwet names: New Year's Day, Good Friday (which that article puts on a level with the others),
// Easter Monday, the King's birthday, 5 May (each year, not only once in five), Ascension Day, Whit
// Monday and both days of Christmas. That is how long a government's own terms run. An office that is
// closed on other days, or open on one of these, reckons otherwise; the outputs name the law.
type workdays struct {
	calendar *cal.BusinessCalendar
	years    map[int]*[367]int // per year and day of it: working days before that day
}

func newWorkdays() *workdays {
	c := cal.NewBusinessCalendar()
	for _, day := range nl.Holidays {
		if day == nl.Koningsdag {
			day = day.Clone(&cal.Holiday{StartYear: 2014})
		}
		c.AddHoliday(day)
	}
	// Until 2013 the sovereign's birthday was kept on 30 April, since 1980 on the 29th when that was a
	// Sunday; the library has the King's only.
	c.AddHoliday(&cal.Holiday{Name: "Koninginnedag", Month: time.April, Day: 30, StartYear: 1980, EndYear: 2013,
		Func: cal.CalcDayOfMonth, Observed: []cal.AltDay{{Day: time.Sunday, Offset: -1}}})
	return &workdays{calendar: c, years: map[int]*[367]int{}}
}

// year counts the working days of a year; its last entry is their number.
func (w *workdays) year(year int) *[367]int {
	if w.years[year] == nil {
		before := &[367]int{}
		day := time.Date(year, 1, 1, 12, 0, 0, 0, time.UTC)
		for i := range 366 {
			before[i+1] = before[i]
			if day.Year() == year && w.calendar.IsWorkday(day) {
				before[i+1]++
			}
			day = day.AddDate(0, 0, 1)
		}
		w.years[year] = before
	}
	return w.years[year]
}

// between counts the working days after from, up to and including to: the same day is 0, the
// next working day 1.
func (w *workdays) between(from, to journeys.Date) int {
	n := w.year(to.Year)[to.Time().YearDay()] - w.year(from.Year)[from.Time().YearDay()]
	for year := from.Year; year < to.Year; year++ {
		n += w.year(year)[366]
	}
	return n
}
