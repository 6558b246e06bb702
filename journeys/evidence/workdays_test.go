package evidence

import (
	"testing"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// plainWorkday follows the law and the church's tables by itself: Easter after Gauss's rule as corrected
// by Lichtenberg, all else counted from it.
func plainWorkday(day time.Time) bool {
	if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		return false
	}
	y := day.Year()
	k := y / 100
	m := 15 + (3*k+3)/4 - (8*k+13)/25
	a := y % 19
	d := (19*a + m) % 30
	r := (d + a/11) / 29
	og := 21 + d - r
	sz := 7 - (y+y/4+2-(3*k+3)/4)%7
	easter := time.Date(y, 3, og+7-(og-sz)%7, 12, 0, 0, 0, time.UTC)
	for _, after := range []int{-2, 1, 39, 50} {
		if easter.AddDate(0, 0, after).Equal(day) {
			return false
		}
	}
	type date struct {
		m time.Month
		d int
	}
	holidays := map[date]bool{{1, 1}: true, {5, 5}: true, {12, 25}: true, {12, 26}: true}
	if y >= 2014 {
		holidays[date{4, 27}] = true // a Sunday's goes to a Saturday: no working day either
	} else if y >= 1980 {
		holidays[date{4, 30}] = true
	}
	return !holidays[date{day.Month(), day.Day()}]
}

// TestWorkdaysDayByDay walks through all years that data may hold.
func TestWorkdaysDayByDay(t *testing.T) {
	w := newWorkdays()
	from := journeys.Date{Year: 1900, Month: 1, Day: 1}
	want := 0
	for day := from; day.Year < 2100; day = day.AddDays(1) {
		noon := time.Date(day.Year, day.Month, day.Day, 12, 0, 0, 0, time.UTC)
		if day != from && plainWorkday(noon) {
			want++
		}
		if got := w.between(from, day); got != want {
			t.Fatalf("%v: %d working days since %v, want %d", day, got, from, want)
		}
	}
}

// Published dates: rijksoverheid.nl lists the public holidays of 2024 and 2025.
func TestHolidays(t *testing.T) {
	w := newWorkdays()
	for _, text := range []string{"2024-01-01", "2024-03-29", "2024-04-01", "2024-05-09", "2024-05-20", "2024-12-25", "2024-12-26",
		"2025-04-18", "2025-04-21", "2025-05-05", "2025-05-29", "2025-06-09", "2023-04-27", "2026-05-05", "2013-04-30"} {
		day := dateOf(t, text)
		if w.between(day.AddDays(-1), day) != 0 {
			t.Error(text, "is a working day")
		}
	}
	for _, text := range []string{"2013-04-29", "2014-04-30", "2024-04-26", "2024-05-10", "2024-12-24", "2025-04-17"} {
		day := dateOf(t, text)
		if w.between(day.AddDays(-1), day) != 1 {
			t.Error(text, "is no working day")
		}
	}
}

func dateOf(t *testing.T, text string) journeys.Date {
	when, ok := journeys.ParseTime(text)
	if !ok {
		t.Fatal(text)
	}
	return journeys.DateOf(when)
}

// FuzzWorkdays holds the arithmetic against a walk from day to day, and against what must hold of it.
func FuzzWorkdays(f *testing.F) {
	for _, seed := range [][2]int32{{19000, 19000}, {19000, 19400}, {18262, 30000}, {0, 1}, {-20000, -19000}} {
		f.Add(seed[0], seed[1])
	}
	w := newWorkdays()
	f.Fuzz(func(t *testing.T, from, to int32) {
		const first, last = -25567, 47481 // 1900 to 2099
		from, to = min(max(from, first), last), min(max(to, first), last)
		if from > to {
			from, to = to, from
		}
		to = min(to, from+4000)
		got, want := span{from, to}.length(w), 0
		for day := from + 1; day <= to; day++ {
			d := signals.DateOf(int(day))
			if plainWorkday(time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)) {
				want++
			}
		}
		if got != want || got > int(to-from) {
			t.Errorf("%v to %v: %d, day by day %d", signals.DateOf(int(from)), signals.DateOf(int(to)), got, want)
		}
		middle := from + (to-from)/3
		if got != (span{from, middle}).length(w)+(span{middle, to}).length(w) {
			t.Errorf("%d to %d: parts do not add up", from, to)
		}
	})
}

// Clock changes, zones and dates without a time do not move a case to another day.
func TestMomentsAreLocalDays(t *testing.T) {
	p := &readingPlan{from: -1 << 40, to: 1 << 40}
	for _, c := range []struct {
		from, to string
		want     int32
	}{
		{"2022-03-26T23:30", "2022-03-27T03:30", 1},   // the clock goes forward
		{"2022-03-26T22:59Z", "2022-03-26T23:00Z", 1}, // midnight here
		{"2022-10-29", "2022-10-30T02:30", 1},         // an hour that comes twice
		{"2022-10-30T00:30Z", "2022-10-30T22:59Z", 0},
		{"2022-06-30T22:30Z", "2022-07-01", 0},
		{"30-06-2022 23:59", "2022-07-01", 1},
		{"2022-05-04T17:00", "2022-05-04T09:00", 0}, // the same day, whatever the clock
		{"2022-02-28", "2022-03-01", 1},
	} {
		var r caseReading
		s, ok := r.spanOf(p, []byte(c.from), []byte(c.to), true)
		if !ok || s.to-s.from != c.want {
			t.Errorf("%s to %s: %d days (%v), want %d", c.from, c.to, s.to-s.from, ok, c.want)
		}
	}
}
