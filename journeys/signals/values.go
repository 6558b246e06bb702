package signals

import (
	"bytes"
	"encoding/binary"
	"time"

	"klantreis/journeys"
)

// ParseDay is the local day of a moment, since 1 January 1970: journeys.ParseTime for the forms
// of which nearly all files consist, and that function itself for the rest.
func ParseDay(text []byte) (day int, ok bool) {
	if day, ok := fixedDay(text); ok {
		return day, true
	}
	if m, ok := plainMoment(text); ok {
		return m.day(), true
	}
	t, ok := journeys.ParseTime(string(text))
	if !ok {
		return 0, false
	}
	return DayOf(journeys.DateOf(t)), true
}

// parseTime is journeys.ParseTime, faster for the forms of which nearly all files consist.
func parseTime(text string) (time.Time, bool) {
	if m, ok := plainMoment([]byte(text)); ok {
		return m.time(), true
	}
	return journeys.ParseTime(text)
}

// moment is what a text says of one, as it stands there.
type moment struct {
	year, month, date    int
	hour, minute, second int
	zoned                bool
	offset               int // seconds east of Greenwich, when zoned
}

func (m moment) day() int {
	day := dayNumber(m.year, m.month, m.date)
	if !m.zoned {
		return day
	}
	at := day*secondsPerDay + m.hour*3600 + m.minute*60 + m.second - m.offset
	return floorDiv(at+amsterdamOffset(at), secondsPerDay)
}

func (m moment) time() time.Time {
	if !m.zoned {
		return time.Date(m.year, time.Month(m.month), m.date, m.hour, m.minute, m.second, 0, journeys.Amsterdam())
	}
	return time.Date(m.year, time.Month(m.month), m.date, m.hour, m.minute, m.second-m.offset, 0, time.UTC).In(journeys.Amsterdam())
}

// DayOf is the number of a day as Record.Day counts.
func DayOf(d journeys.Date) int { return dayNumber(d.Year, int(d.Month), d.Day) }

// DateOf is the day of a number as Record.Day counts.
func DateOf(day int) journeys.Date {
	return journeys.DateOf(time.Unix(int64(day)*secondsPerDay, 0).UTC())
}

const secondsPerDay = 24 * 60 * 60

// dayNumber counts days in the Gregorian calendar, with the year beginning in March so that the
// leap day comes last, from 1 March of the year -4800 on. It has no branches, because a processor cannot
// guess them.
func dayNumber(year, month, day int) int {
	early := (14 - month) / 12 // 1 in January and February
	year += 4800 - early
	return 365*year + year/4 - year/100 + year/400 + (153*(month+12*early-3)+2)/5 + day - 2472633
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// Within these years the clock changes by one rule, and never at midnight.
const firstPlain, lastPlain = 1997, 2099

// exists tells whether there is such a day, in those years.
func (m *moment) exists() bool {
	return m.year >= firstPlain && m.year <= lastPlain && m.month >= 1 && m.month <= 12 && m.date >= 1 && m.date <= daysIn(m.year, m.month)
}

// fixedDay knows 15-09-2022 and 2022-09-15, with or without a time of five or eight characters behind
// it; false says nothing. Eight characters are taken at once: without the signs that should stand there, a
// byte must be a digit's value or, between digits, nothing.
func fixedDay(text []byte) (day int, ok bool) {
	var date, clock uint64
	switch len(text) {
	case 10:
		date, clock = binary.LittleEndian.Uint64(text), uint64(text[8]^'0')|uint64(text[9]^'0')<<8
	case 16, 19:
		date, clock = binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[8:])^clockSigns
		if text[10] == 'T' {
			clock ^= ('T' ^ ' ') << 16
		}
		if len(text) == 19 && (text[16] != ':' || text[17]-'0' > 5 || text[18]-'0' > 9) {
			return 0, false
		}
	default:
		return 0, false
	}
	between := clock & 0xff0000ff0000
	if text[2] == '-' {
		date ^= dateSigns
		between |= date & 0xff0000ff0000
	} else {
		date ^= isoSigns
		between |= date & 0xff0000ff_00000000
	}
	const most = (0x7f - 9) * ones
	if between != 0 || (date|(date+most)|clock|(clock+most))&highs != 0 {
		return 0, false
	}
	year, month, dates, clocks := 0, 0, pairs(date), pairs(clock)
	if text[2] == '-' {
		day, month, year = dates.at(0), dates.at(3), 100*dates.at(6)+clocks.at(0)
	} else {
		year, month, day = 100*dates.at(0)+dates.at(2), dates.at(5), clocks.at(0)
	}
	if m := (moment{year: year, month: month, date: day}); !m.exists() || clocks.at(3) > 23 || clocks.at(6) > 59 {
		return 0, false
	}
	return dayNumber(year, month, day), true
}

// Signs that stand in a moment, the first one lowest: 00-00-00, 0000-00- and "00 00:00".
const (
	dateSigns  = 0x30302d30302d3030
	isoSigns   = 0x2d30302d30303030
	clockSigns = 0x30303a3030203030
)

// twoDigits has at each byte the number of two digits that begins there.
type twoDigits uint64

func pairs(digits uint64) twoDigits { return twoDigits(10*digits + digits>>8) }

func (p twoDigits) at(i int) int { return int(p >> (8 * i) & 0xff) }

// plainMoment knows the common forms only, also those with one digit where two are not needed, with fractions
// of a second and with a zone; false says nothing.
func plainMoment(text []byte) (m moment, ok bool) {
	c := cursor{text: text}
	first, digits := c.number(4)
	mark := c.byte()
	month, n := c.number(2)
	if n == 0 || mark != '-' && (mark != '/' || digits == 4) {
		return m, false
	}
	second := c.byte()
	last, more := c.number(4)
	m = moment{year: first, month: month, date: last}
	if digits <= 2 {
		if m.year, m.date = last, first; second != '-' && second != '/' || more != 4 {
			return m, false
		}
	} else if digits != 4 || second != '-' || more == 0 || more > 2 {
		return m, false
	}
	if !m.exists() {
		return m, false
	}
	if c.at == len(text) {
		return m, true
	}
	if c.byte() != ' ' && c.text[c.at-1] != 'T' {
		return m, false
	}
	hour, h := c.number(2)
	if colon := c.byte(); h == 0 || colon != ':' {
		return m, false
	}
	minute, n := c.number(2)
	if n != 2 || hour > 23 || minute > 59 {
		return m, false
	}
	m.hour, m.minute = hour, minute
	if c.at < len(text) && text[c.at] == ':' {
		c.at++
		if m.second, n = c.number(2); n != 2 || m.second > 59 {
			return m, false
		}
		if c.at < len(text) && (text[c.at] == '.' || text[c.at] == ',') {
			c.at++
			if _, n := c.number(9); n == 0 {
				return m, false
			}
		}
	}
	if c.at == len(text) {
		return m, true
	}
	m.offset, m.zoned = c.zone()
	return m, m.zoned && digits == 4
}

func daysIn(year, month int) int {
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 29
	}
	return int(monthDays[month])
}

var monthDays = [13]byte{1: 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

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
