package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// table is one data file before it is written.
type table struct {
	path        string // below the examples' folder, with slashes
	windows1252 bool   // else UTF-8 with a byte order mark
	header      []string
	rows        [][]string
}

// encode writes the table as a Dutch Excel does.
func (t table) encode() ([]byte, error) {
	var b bytes.Buffer
	if !t.windows1252 {
		b.WriteString("\ufeff")
	}
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	if err := w.Write(t.header); err != nil {
		return nil, err
	}
	if err := w.WriteAll(t.rows); err != nil {
		return nil, err
	}
	if t.windows1252 {
		return windows1252(b.String())
	}
	return b.Bytes(), nil
}

// windows1252 encodes the letters that the texts use.
func windows1252(s string) ([]byte, error) {
	special := map[rune]byte{'€': 0x80, '„': 0x84, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96}
	out := make([]byte, 0, len(s))
	for _, r := range s {
		c, ok := special[r]
		switch {
		case ok:
			out = append(out, c)
		case r < 0x80 || r >= 0xa0 && r <= 0xff:
			out = append(out, byte(r))
		default:
			return nil, fmt.Errorf("no Windows-1252 for %q", r)
		}
	}
	return out, nil
}

// mark writes a mark with a decimal comma and no needless zero.
func mark(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
}

const (
	dateTime = "02-01-2006 15:04"
	dateOnly = "02-01-2006"
)

// day reads a date of the program itself.
func day(s string) time.Time {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return t
}

// workday reports whether the town hall is open: no weekend, no public holiday.
func workday(t time.Time) bool {
	if t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		return false
	}
	switch t.Format("01-02") {
	case "01-01", "04-27", "12-25", "12-26":
		return false
	}
	switch int(t.Truncate(24*time.Hour).Sub(easter(t.Year())).Hours()) / 24 {
	case 1, 39, 50: // Easter Monday, Ascension Day, Whit Monday
		return false
	}
	return true
}

// easter is the anonymous Gregorian computus.
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	n := h + l - 7*((a+11*h+22*l)/451) + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}

// workdaysAfter is the day n working days after t; t itself when n is 0 and the town hall is open.
func workdaysAfter(t time.Time, n int) time.Time {
	d := t.Truncate(24 * time.Hour)
	if n == 0 && !workday(d) {
		n = 1
	}
	for n > 0 {
		if d = d.AddDate(0, 0, 1); workday(d) {
			n--
		}
	}
	return d
}
