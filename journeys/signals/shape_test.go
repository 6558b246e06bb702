package signals

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

func TestShapeOf(t *testing.T) {
	for in, want := range map[string]string{
		"31/02/2022": "=99/99/9999", "2022-02-29T10:00": "=9999-99-99x99:99", "29-02-2024": "99-99-9999", "31-4-22": "=99-9-99", "3/15/2022 4:05 PM": "!9/99/9999 9:99 xx", "12-31-22": "!99-99-99", "13-14-2022": "99-99-9999", "Jan de Vries, 06-12345678": "xxx xx xxxxx, 99-9999999…",
		"": "", "é\xff@": "x??", "1/2/2022": "9/9/9999",
	} {
		if got := shapeOf([]byte(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestMonthFirst says so only where it is likely, with dates in the form of the file.
func TestMonthFirst(t *testing.T) {
	line := func(date string, n int) string { return strings.Repeat(date+";x\n", n) }
	for what, c := range map[string]struct{ rows, want string }{
		"one slip":         {line("12-05-2022", 50) + line("12-13-2022", 1), ""},
		"two":              {line("3/5/2022", 5) + line("3/15/2022", 2), ""},
		"three":            {line("3/5/2022", 5) + line("3/15/2022", 3), "3/15/2022 3/4/2022"},
		"dashes":           {line("03-05-22", 5) + line("03-15-22 4:05 PM", 9), "11-15-22 11-12-22"},
		"mostly day first": {line("25-03-2022", 9) + line("12-13-2022", 9), ""},
		"fewer than 1%":    {line("2022-03-05", 1000) + line("12-13-2022", 9), ""},
		"at least 1%":      {line("2022-03-05", 800) + line("12-13-2022", 9), "11-15-2022 11-12-2022"},
		"beyond the noted": {line("?", 30) + line("12/13/2022", 50), ""},
	} {
		for _, each := range []bool{false, true} {
			j := kccOf(t, "bestand: a.csv")
			d, problems := Open(j, j.Sources[0], fstest.MapFS{"a.csv": {Data: []byte("tijdstip;tekst\n" + c.rows)}})
			if d == nil {
				t.Fatal(problems)
			}
			if each {
				d.Each(func(Signal, bool) {})
			} else {
				d.Fold(func() Part { return &countPart{} }, func(Part, int) {})
			}
			got := ""
			for _, p := range d.Found() {
				if p.Code == "datums-amerikaans" {
					got = fmt.Sprint(p.Args[1], " ", p.Args[2])
				}
			}
			if got != c.want {
				t.Errorf("%s: %q, want %q", what, got, c.want)
			}
		}
	}
}

// TestUnreadablePlaces counts rows as a spreadsheet does beside lines, through quoted line ends, blank
// lines, a title and several parts; and tells what values look like.
func TestUnreadablePlaces(t *testing.T) {
	text := "Overzicht\n\ntijdstip;tekst\n2022-01-01;\"een\ntwee\ndrie\"\n\n3/15/2022;x\n2022-01-02;y\nJansen;z\n"
	for what, c := range map[string]struct{ content, places, shapes string }{
		"title":   {text, "8 (Excel 6) 10 (Excel 8)", "9/99/9999 xxxxxx"},
		"sep":     {"sep=;\ntijdstip;tekst\nx;a\n", "3 (Excel 2)", "x"},
		"plain":   {"tijdstip;tekst\nx;a\n;b\n", "2 3", "x "},
		"several": {"tijdstip;tekst\n" + strings.Repeat("2022-01-01;\"a\nb\"\n", 100_000) + "12;c\n", "200002 (Excel 100002)", "99"},
	} {
		for _, each := range []bool{false, true} {
			j := kccOf(t, "bestand: a.csv")
			d, problems := Open(j, j.Sources[0], fstest.MapFS{"a.csv": {Data: []byte(c.content)}})
			if d == nil {
				t.Fatal(problems)
			}
			if each {
				d.Each(func(Signal, bool) {})
			} else {
				d.Fold(func() Part { return &countPart{} }, func(Part, int) {})
			}
			blamed := d.Blamed()
			if got := strings.Join(d.Unreadable(), " "); got != c.places || len(blamed) != 1 || strings.Join(blamed[0].Shapes, " ") != c.shapes {
				t.Errorf("%s: %q %+v", what, got, blamed)
			}
			if found := d.Found(); len(found) > 0 {
				t.Errorf("%s: %v", what, found)
			}
		}
	}
}

// TestOtherComma tells a header with the wrong separator from texts that hold commas.
func TestOtherComma(t *testing.T) {
	for text, want := range map[string]bool{
		"a;b;c\n1,2,3\n4,5,6\n": true, "a,b,c\n1;2;3\n": true, "a\tb\tc\n1;2;3\n": true, "a;b\n1,2\n3,4\n5,6\n": true,
		"a;b;c\n1;2;3\n": false, "a;b\nja, dat is zo\n": false, "tekst\nja, nee, wel\n": false, "a;b;c\n": false, "a;b;c\nx\n1;2;3\n": false, "a;b\n1,2\n3,4,5\n6,7\n": false, "a;b;c\n1,2,3\n4;5;6\n": false,
	} {
		_, err := openCSV(strings.NewReader(text))
		if got := err != nil && strings.HasPrefix(err.Error(), "ander-scheidingsteken"); got != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}
