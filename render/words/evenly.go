package words

import "klantreis/journeys/evidence"

// monthDays is the length of a month where time before and after a change is made equally long.
const monthDays = 30

// evenly tells what was counted before and after a change over the same time: per day, or per thirty days where
// it is less than one a day. Nothing where a number may not be shown, or where one side has no days.
func (w Report) evenly(e evidence.Effect) string {
	hidden := func(n int) bool { return n > 0 && n < evidence.MinGroup }
	if hidden(e.Before) || hidden(e.After) || e.BeforeDays == 0 || e.AfterDays == 0 {
		return ""
	}
	before, after := float64(e.Before)/float64(e.BeforeDays), float64(e.After)/float64(e.AfterDays)
	if before < 1 || after < 1 {
		return w.lang.pick(" (per 30 dagen: %s en %s)", " (per 30 days: %s and %s)", w.lang.Number(before*monthDays, 1), w.lang.Number(after*monthDays, 1))
	}
	return w.lang.pick(" (per dag: %s en %s)", " (per day: %s and %s)", w.lang.Number(before, 1), w.lang.Number(after, 1))
}
