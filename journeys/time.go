package journeys

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// amsterdamZone is the compiled zone Europe/Amsterdam of the IANA database (public domain), so
// that a machine without that database, such as Windows, reckons the same.
//
//go:embed amsterdam.tzif
var amsterdamZone []byte

// Amsterdam is the zone of all times that name none.
var Amsterdam = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocationFromTZData("Europe/Amsterdam", amsterdamZone)
	if err != nil {
		panic("journeys: embedded zone: " + err.Error())
	}
	return zone
})

var (
	isoTime = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$`)
	nlTime  = regexp.MustCompile(`^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?$`)
)

// named is a day with the name of its month. It is compiled when it is first asked: most files have none.
var named = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?:[Mm]aandag|[Dd]insdag|[Ww]oensdag|[Dd]onderdag|[Vv]rijdag|[Zz]aterdag|[Zz]ondag|[Mm]a|[Dd]i|[Ww]o|[Dd]o|[Vv]r|[Zz]a|[Zz]o)\.?,? +)?` +
		`(\d{1,2})(?:\. ?| +|-|/)([A-Za-z]{3,9})\.?(?:,? +|-|/)(\d{4}|\d{2})(?:(?:[T ,]+| +om +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: uur)?)?$`)
})

// monthNames are the months as people and programs write them: Dutch, as Excel shortens it too, and English.
var monthNames = func() map[string]int {
	names := map[string]int{}
	for i, all := range []string{"januari jan january", "februari feb febr february", "maart mrt mar march", "april apr", "mei may", "juni jun june", "juli jul july",
		"augustus aug august", "september sep sept", "oktober okt oct october", "november nov", "december dec"} {
		for _, name := range strings.Fields(all) {
			names[name] = i + 1
		}
	}
	return names
}()

// ParseTime reads a moment as data files write it: 2022-09-15, 2022-09-15T14:03 (seconds and a
// zone may follow) or 15-09-2022 14:03, also as 15-9-22, where 69 to 99 are of the last century, and with
// the name of the month: 15 maart 2024, vr 15 mrt. 2024 om 14:03 uur, 15-Mar-24. Without a zone it is local time in Amsterdam, and the
// result is always in that zone. Dates that do not exist are refused, and years outside 1900 to
// 2099, which are slips of the pen or the zero of some system.
func ParseTime(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	var year, month, day string
	var rest []string
	if m := isoTime.FindStringSubmatch(s); m != nil {
		year, month, day, rest = m[1], m[2], m[3], m[4:]
	} else if m := nlTime.FindStringSubmatch(s); m != nil {
		year, month, day, rest = m[3], m[2], m[1], append(m[4:7:7], "")
	} else if m := named().FindStringSubmatch(s); m != nil {
		year, month, day, rest = m[3], strconv.Itoa(monthNames[strings.ToLower(m[2])]), m[1], append(m[4:7:7], "")
	} else {
		return time.Time{}, false
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	y, mo, d := number(year), number(month), number(day)
	if len(year) == 2 {
		if y += 1900; y < 1969 {
			y += 100
		}
	}
	h, mi, sec := number(rest[0]), number(rest[1]), number(rest[2])
	if y < 1900 || y > 2099 || mo < 1 || mo > 12 || d < 1 || h > 23 || mi > 59 || sec > 60 {
		return time.Time{}, false
	}
	if (time.Date(y, time.Month(mo), d, 12, 0, 0, 0, time.UTC)).Day() != d {
		return time.Time{}, false
	}
	zone := Amsterdam()
	switch z := rest[3]; {
	case z == "Z":
		zone = time.UTC
	case z != "":
		digits := strings.ReplaceAll(z[1:], ":", "")
		offset := number(digits[:2])*3600 + number(digits[2:])*60 // PostgreSQL writes +00 without minutes
		if z[0] == '-' {
			offset = -offset
		}
		zone = time.FixedZone("", offset)
	}
	return time.Date(y, time.Month(mo), d, h, mi, sec, 0, zone).In(Amsterdam()), true
}

// parseDate reads a day as the klantreis file writes it: 2022-09-15, a time may follow.
func parseDate(s string) (Date, bool) {
	if !isoTime.MatchString(strings.TrimSpace(s)) {
		return Date{}, false
	}
	t, ok := ParseTime(s)
	return DateOf(t), ok
}

var monthForm = regexp.MustCompile(`^(\d{4})-(\d{2})$`)

// parseMonth reads 2022-09.
func parseMonth(s string) (Month, bool) {
	m := monthForm.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return Month{}, false
	}
	d, ok := parseDate(s + "-01")
	return d.MonthOf(), ok
}

var yearForm = regexp.MustCompile(`^\d{4}$`)

// Moment is a day, a month or a year as typed under `wanneer`, by its first day.
func Moment(s string) (Date, bool) {
	s = strings.TrimSpace(s)
	if yearForm.MatchString(s) {
		return parseDate(s + "-01-01")
	}
	if m, ok := parseMonth(s); ok {
		return m.First(), true
	}
	return parseDate(s)
}

var numberForm = regexp.MustCompile(`^[+-]?(\d+([.,]\d*)?|[.,]\d+)$`)

// ParseNumber reads a number with a decimal point or comma and no thousands separators.
func ParseNumber(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 30 || !numberForm.MatchString(s) {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return v, err == nil
}

var thousands = regexp.MustCompile(`^\d{1,3}([.,]\d{3})+$`)

// looksGrouped tells whether a number could be meant with separators between thousands: 2.450 is
// two thousand to its author and two and a half to the reader of a decimal point.
func looksGrouped(s string) bool { return thousands.MatchString(strings.TrimSpace(s)) }

// mostWhole is the largest whole number that the file may hold.
const mostWhole = 1_000_000_000

// wholePattern and sharePattern are what parseWhole and parseShare take, as regular expressions for
// programs that know only those; a test holds each to its function.
const (
	wholePattern = `^(?:\+?0*(?:[0-9]{1,9}|1000000000)(?:[.,]0*)?|\+?[.,]0+)$`
	sharePattern = `^\+?0*(?:(?:100(?:[.,]0*)?|[0-9]{1,2}(?:[.,][0-9]*)?|[.,][0-9]+)\s*%|1(?:[.,]0*)?|0(?:[.,][0-9]*)?|[.,][0-9]+)$`
)

// parseWhole reads how many there are: 0 or more.
func parseWhole(s string) (int, bool) {
	v, ok := ParseNumber(s)
	if !ok || v < 0 || v > mostWhole || v != float64(int(v)) {
		return 0, false
	}
	return int(v), true
}

// parseYesNo reads ja and nee, and what YAML itself takes for true and false.
func parseYesNo(s string) (bool, bool) {
	switch s {
	case "ja", "true", "True", "TRUE":
		return true, true
	case "nee", "false", "False", "FALSE":
		return false, true
	}
	return false, false
}

// anyOf is the pattern of a text that has one of several forms.
func anyOf(forms ...*regexp.Regexp) string {
	parts := make([]string, len(forms))
	for i, f := range forms {
		parts[i] = strings.TrimSuffix(strings.TrimPrefix(f.String(), "^"), "$")
	}
	return "^(?:" + strings.Join(parts, "|") + ")$"
}

// parseShare reads 31% or 4,5 % as 0.31 and 0.045; a number from 0 to 1 is taken as it is.
func parseShare(s string) (float64, bool) {
	number, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	v, ok := ParseNumber(number)
	if percent {
		v /= 100
	}
	return v, ok && v >= 0 && v <= 1
}

var promiseForm = regexp.MustCompile(`^(\d{1,4})\s+(werkdag|werkdagen|dag|dagen)$`)

// parsePromise reads "5 werkdagen" or "1 dag".
func parsePromise(s string) (Promise, bool) {
	m := promiseForm.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return Promise{}, false
	}
	days, err := strconv.Atoi(m[1])
	return Promise{Days: days, Working: strings.HasPrefix(m[2], "werk")}, err == nil
}
