package signals

import (
	"regexp"
	"strings"
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

// shapeOf tells what a value looks like and not what it says: each digit is a 9, each letter an x. What may
// be of a person stays out of messages so.
func shapeOf(value []byte) string {
	var b strings.Builder
	if american.Match(value) {
		b.WriteString(americanMark)
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
