package signals

import (
	"bytes"
	"time"

	"klantreis/journeys"
)

// ParseDay is the local day of a moment, since 1 January 1970: journeys.ParseTime for the forms
// of which nearly all files consist, and that function itself for the rest.
func ParseDay(text []byte) (day int, ok bool) {
	if day, ok = fixedDay(text); ok {
		return day, true
	}
	if day, ok = plainDay(text); ok {
		return day, true
	}
	t, ok := journeys.ParseTime(string(text))
	if !ok {
		return 0, false
	}
	return DayOf(journeys.DateOf(t)), true
}

// DayOf is the number of a day as Record.Day counts.
func DayOf(d journeys.Date) int { return dayNumber(d.Year, int(d.Month), d.Day) }

// DateOf is the day of a number as Record.Day counts.
func DateOf(day int) journeys.Date {
	return journeys.DateOf(time.Unix(int64(day)*secondsPerDay, 0).UTC())
}

const secondsPerDay = 24 * 60 * 60

// dayNumber counts days in the Gregorian calendar, with the year beginning in March so that the
// leap day comes last.
func dayNumber(year, month, day int) int {
	if month <= 2 {
		year--
		month += 12
	}
	return 365*year + floorDiv(year, 4) - floorDiv(year, 100) + floorDiv(year, 400) + (153*(month-3)+2)/5 + day - 719469
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// fixedDay knows 15-09-2022 and 2022-09-15 with a time of five or eight characters behind it or none;
// false says nothing.
func fixedDay(text []byte) (day int, ok bool) {
	if len(text) != 10 && len(text) != 16 && len(text) != 19 {
		return 0, false
	}
	var year, month, date int
	switch {
	case text[2] == '-' && text[5] == '-':
		date, month, year = twoDigits(text, 0), twoDigits(text, 3), 100*twoDigits(text, 6)+twoDigits(text, 8)
	case text[4] == '-' && text[7] == '-':
		year, month, date = 100*twoDigits(text, 0)+twoDigits(text, 2), twoDigits(text, 5), twoDigits(text, 8)
	}
	if year < firstPlain || year > lastPlain || month < 1 || month > 12 || date < 1 || date > daysIn(year, month) {
		return 0, false
	}
	if len(text) > 10 && (text[10] != ' ' && text[10] != 'T' || twoDigits(text, 11) > 23 || text[13] != ':' || twoDigits(text, 14) > 59) {
		return 0, false
	}
	if len(text) > 16 && (text[16] != ':' || twoDigits(text, 17) > 59) {
		return 0, false
	}
	return dayNumber(year, month, date), true
}

// twoDigits reads a number of two digits at position i; more than a million: there is none.
func twoDigits(text []byte, i int) int {
	tens, units := uint(text[i]-'0'), uint(text[i+1]-'0')
	if tens > 9 || units > 9 {
		return 1 << 20
	}
	return int(10*tens + units)
}

// Within these years the clock changes by one rule, and never at midnight.
const firstPlain, lastPlain = 1997, 2099

// plainDay knows the common forms only; false says nothing.
func plainDay(text []byte) (day int, ok bool) {
	c := cursor{text: text}
	first, digits := c.number(4)
	mark := c.byte()
	month, n := c.number(2)
	if n == 0 || mark != '-' && (mark != '/' || digits == 4) {
		return 0, false
	}
	second := c.byte()
	last, more := c.number(4)
	year, date := first, last
	if digits <= 2 {
		if year, date = last, first; second != '-' && second != '/' || more != 4 {
			return 0, false
		}
	} else if digits != 4 || second != '-' || more == 0 || more > 2 {
		return 0, false
	}
	if year < firstPlain || year > lastPlain || month < 1 || month > 12 || date < 1 || date > daysIn(year, month) {
		return 0, false
	}
	day = dayNumber(year, month, date)
	if c.at == len(text) {
		return day, true
	}
	if c.byte() != ' ' && c.text[c.at-1] != 'T' {
		return 0, false
	}
	hour, h := c.number(2)
	if colon := c.byte(); h == 0 || colon != ':' {
		return 0, false
	}
	minute, m := c.number(2)
	if m != 2 || hour > 23 || minute > 59 {
		return 0, false
	}
	second60 := 0
	if c.at < len(text) && text[c.at] == ':' {
		c.at++
		if second60, n = c.number(2); n != 2 || second60 > 59 {
			return 0, false
		}
		if c.at < len(text) && (text[c.at] == '.' || text[c.at] == ',') {
			c.at++
			if _, n := c.number(9); n == 0 {
				return 0, false
			}
		}
	}
	if c.at == len(text) {
		return day, true
	}
	offset, ok := c.zone()
	if !ok || digits != 4 {
		return 0, false
	}
	at := day*secondsPerDay + hour*3600 + minute*60 + second60 - offset
	return floorDiv(at+amsterdamOffset(at), secondsPerDay), true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// cursor walks through a text.
type cursor struct {
	text []byte
	at   int
}

// byte gives the next one; 0 at the end.
func (c *cursor) byte() byte {
	if c.at == len(c.text) {
		return 0
	}
	c.at++
	return c.text[c.at-1]
}

// number reads at most so many digits.
func (c *cursor) number(most int) (value, digits int) {
	for c.at < len(c.text) && digits < most && c.text[c.at]-'0' <= 9 {
		value = 10*value + int(c.text[c.at]-'0')
		c.at++
		digits++
	}
	return value, digits
}

// zone reads Z, +02:00 or +0200 up to the end, in seconds east of Greenwich.
func (c *cursor) zone() (offset int, ok bool) {
	sign := c.byte()
	if sign == 'Z' {
		return 0, c.at == len(c.text)
	}
	hours, h := c.number(2)
	if c.at < len(c.text) && c.text[c.at] == ':' {
		c.at++
	}
	minutes, m := c.number(2)
	offset = hours*3600 + minutes*60
	if sign == '-' {
		offset = -offset
	}
	return offset, (sign == '+' || sign == '-') && h == 2 && m == 2 && c.at == len(c.text)
}

// amsterdamOffset is the rule of the European Union since 1996: summer time from the last Sunday
// of March to that of October, both at one o'clock UTC.
func amsterdamOffset(at int) int {
	year := 1970 + at/31556952 // of the mean year; a day off near New Year, when it is winter
	change := func(month int) int {
		last := dayNumber(year, month, 31)
		return (last-(last+4)%7)*secondsPerDay + 3600 // day 0 was a Thursday
	}
	if at >= change(3) && at < change(10) {
		return 7200
	}
	return 3600
}

// ParseNumber is journeys.ParseNumber for bytes.
func ParseNumber(text []byte) (float64, bool) {
	text = bytes.TrimSpace(text)
	value, decimals, digits, point := 0, 0, 0, false
	for _, c := range text {
		switch {
		case c-'0' <= 9:
			value = 10*value + int(c-'0')
			digits++
			if point {
				decimals++
			}
		case (c == '.' || c == ',') && !point:
			point = true
		default:
			return journeys.ParseNumber(string(text))
		}
		if digits > 15 {
			return journeys.ParseNumber(string(text))
		}
	}
	// Both are exact in a float64, so that the quotient is the nearest one, as it should be.
	return float64(value) / powers[decimals], digits > 0
}

// powers are those of ten.
var powers = [16]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}
