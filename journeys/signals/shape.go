package signals

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// maxShapes are told of a column, of maxShape signs each.
const maxShapes, maxShape = 3, 24

// americanMark begins the shape of a date with the month first: the second number is no month.
const americanMark = "!"

// dayFirst is a date of which the first number is no month.
var dayFirst = regexp.MustCompile(`^(1[3-9]|2[0-9]|3[01])[/-](0?[1-9]|1[0-2])[/-]([0-9]{2}|[0-9]{4})\b`)

var american = regexp.MustCompile(`^(0?[1-9]|1[0-2])[/-](1[3-9]|2[0-9]|3[01])[/-]([0-9]{2}|[0-9]{4})\b`)

// noDayMark begins the shape of a date with numbers that may be those of a day and a month, and that is no day: 31-02-2022.
const noDayMark = "="

var dayLike = regexp.MustCompile(`^((0?[1-9]|[12][0-9]|3[01])[/-](0?[1-9]|1[0-2])[/-]([0-9]{4}|[0-9]{2})|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))([ T]|$)`)

// isNoDay tells whether a value is written as a date while its month does not have that day, or its year that day.
func isNoDay(value []byte) bool {
	date, _, _ := strings.Cut(strings.Replace(string(value), "T", " ", 1), " ")
	parts := strings.FieldsFunc(date, func(r rune) bool { return r == '-' || r == '/' })
	if !dayLike.Match(value) || len(parts) != 3 {
		return false
	}
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	var n [3]int
	for i, p := range parts {
		n[i], _ = strconv.Atoi(p) // digits, by the pattern
	}
	day := time.Date(n[2], time.Month(n[1]), n[0], 0, 0, 0, 0, time.UTC)
	return day.Day() != n[0]
}

// shapeOf tells what a value looks like and not what it says: each digit is a 9, each letter an x. What may
// be of a person stays out of messages so.
func shapeOf(value []byte) string {
	var b strings.Builder
	if american.Match(value) {
		b.WriteString(americanMark)
	}
	if isNoDay(value) {
		b.WriteString(noDayMark)
	}
	n := 0
	for len(value) > 0 {
		r, size := utf8.DecodeRune(value)
		value = value[size:]
		if n++; n > maxShape {
			b.WriteRune('…')
			break
		}
		switch {
		case unicode.IsDigit(r):
			b.WriteByte('9')
		case unicode.IsLetter(r):
			b.WriteByte('x')
		case strings.ContainsRune("-/:.,+", r):
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteByte('?')
		}
	}
	return b.String()
}
