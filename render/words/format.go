// Package words holds everything that the outputs say to people, per language: typed catalogues,
// one file for each output, and the way numbers and dates are written. Dutch is the language of
// the product; English is complete.
package words

import (
	"math"
	"strconv"
	"strings"

	"klantreis/journeys"
)

// Lang is nl or en.
type Lang string

const (
	Dutch   Lang = "nl"
	English Lang = "en"
)

// Number writes a number with the language's separators and the given number of decimals:
// 1.204 and 7,3 in Dutch, 1,204 and 7.3 in English. A minus is a real minus sign.
func (l Lang) Number(v float64, decimals int) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	thousands, point := ".", ","
	if l == English {
		thousands, point = ",", "."
	}
	var b strings.Builder
	if v < 0 && strings.Trim(s, "0.") != "" {
		b.WriteString("−")
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(thousands)
		}
		b.WriteRune(digit)
	}
	if fraction != "" {
		b.WriteString(point + fraction)
	}
	return b.String()
}

// Int writes a whole number.
func (l Lang) Int(n int) string { return l.Number(float64(n), 0) }

// Count writes the size of a group; groups too small to be shown are written as "< 5".
func (l Lang) Count(n, smallest int) string {
	if n > 0 && n < smallest {
		return "< " + strconv.Itoa(smallest)
	}
	return l.Int(n)
}

// Percent writes a share (0 … 1) as 31% or, below ten percent, with a decimal where it has one.
func (l Lang) Percent(share float64) string {
	decimals := 0
	if p := share * 100; p < 10 && math.Abs(p-math.Round(p)) >= 0.05 {
		decimals = 1
	}
	return l.Number(share*100, decimals) + "%"
}

// Signed writes a number with its sign, for emotions: +0,6 and −1,2.
func (l Lang) Signed(v float64, decimals int) string {
	s := l.Number(v, decimals)
	if v > 0 && strings.Trim(s, "0,.") != "" {
		return "+" + s
	}
	return s
}

var months = map[Lang][12]string{
	Dutch:   {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
	English: {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

// Date writes a day in full: 15 september 2022. The zero date is the empty string.
func (l Lang) Date(d journeys.Date) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day) + " " + months[l.known()][d.Month-1] + " " + strconv.Itoa(d.Year)
}

// Month writes a month in full: september 2022.
func (l Lang) Month(m journeys.Month) string {
	return months[l.known()][m.Month-1] + " " + strconv.Itoa(m.Year)
}

// ShortMonth writes a month for an axis: sep ’22.
func (l Lang) ShortMonth(m journeys.Month) string {
	name := months[l.known()][m.Month-1][:3]
	if name == "maa" {
		name = "mrt"
	}
	return name + " ’" + strconv.Itoa(m.Year)[2:]
}

func (l Lang) known() Lang {
	if l == English {
		return English
	}
	return Dutch
}

// Period writes a window: 1 april 2022 tot en met 31 mei 2023.
func (l Lang) Period(p journeys.Period) string {
	from, to := l.Date(p.From), l.Date(p.To)
	en := l == English
	switch {
	case p.IsZero():
		return ""
	case from == "" && en:
		return "up to and including " + to
	case from == "":
		return "tot en met " + to
	case to == "" && en:
		return "from " + from
	case to == "":
		return "vanaf " + from
	case en:
		return from + " to " + to
	}
	return from + " tot en met " + to
}
