package quality

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

const head = "Datum;Vraag;Onderwerp;Kanaal\n"

func look(t *testing.T, csv string) Source {
	t.Helper()
	j, ps := journeys.Parse("a.yaml", []byte(`klantreis: Proef
opgesteld: 2023-01-01
periode: {van: 2022-01-01, tot: 2022-12-31}
kanalen-eigen: {loket: balie}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, tekst: Vraag, onderwerp: Onderwerp, kanaal: Kanaal}}
  weg: {soort: balie, verbinding: "postgres://lezer@dwh/kcc", tabel: contacten}
fasen: [{fase: A, stappen: [{stap: B}]}]
`))
	if ps.HasErrors() {
		t.Fatal(ps)
	}
	all, _ := Look(j, fstest.MapFS{"kcc.csv": {Data: []byte(csv)}}, signals.Options{})
	if len(all) != 2 || !all[1].Connection {
		t.Fatal(all)
	}
	return all[0]
}

func dayAt(n int) string {
	return signals.DateOf(signals.DayOf(journeys.Date{Year: 2022, Month: 1, Day: 1}) + n).String()
}

// steady is a year with some records on every day that skip does not refuse.
func steady(perDay int, skip func(n int) bool) string {
	var b strings.Builder
	b.WriteString(head)
	for n := range 365 {
		for k := range perDay {
			if !skip(n) {
				fmt.Fprintf(&b, "%s;Vraag nummer %d van vandaag;toeslag;telefoon\n", dayAt(n), k)
			}
		}
	}
	return b.String()
}

func never(int) bool { return false }

func TestFindings(t *testing.T) {
	s := look(t, steady(1, never)+
		";zonder datum;a;telefoon\n31-02-2022;onmogelijk;a;telefoon\n2024-01-01;later;a;telefoon\n2022-05-01;a;b;telefoon;te veel\n"+
		"2022-05-01;;;telefoon\n2022-05-01;Vraag nummer 0 van vandaag;a;telefoon\n2022-05-01;iets;;postduif\n2022-05-01;iets;a;Loket\n")
	want := map[Kind]int{NoDate: 1, BadDate: 1, LateDate: 1, Unreadable: 1, Empty: 1, Twice: 1, UnknownChannel: 1, NoTopic: 2}
	got := map[Kind]int{}
	for _, f := range s.Findings {
		got[f.Kind] = f.N
		want := Grade("A")
		if f.Kind == Twice {
			want = "" // it has no part in the grade
		}
		if f.Grade != want || f.Of != 373 {
			t.Errorf("%+v", f)
		}
	}
	if !reflect.DeepEqual(got, want) || s.Records != 373 || s.Unusable != 5 || s.Grade != "A" {
		t.Errorf("%v %+v", got, s)
	}
}

func TestGaps(t *testing.T) {
	weekend := func(n int) bool { return n%7 == 0 || n%7 == 1 }
	for _, c := range []struct {
		name string
		csv  string
		want string
	}{
		{"nothing lacks", steady(2, never), "[]"},
		{"weekends", steady(3, weekend), "[]"},
		{"two weeks", steady(2, func(n int) bool { return weekend(n) || n >= 100 && n < 114 }), "[{2022-04-09 2022-04-24 22}]"},
		{"the end of the year", steady(2, func(n int) bool { return n >= 345 }), "[{2022-12-12 2022-12-31 40}]"},
		{"a few at the end", steady(1, func(n int) bool { return n >= 355 }), "[]"},
		{"hardly any", steady(1, func(n int) bool { return n%9 > 0 || n >= 100 && n < 120 }), "[]"},
		{"sums of months", steady(5, func(n int) bool { return signals.DateOf(n+18993).Day != 1 }), "[]"},
		{"one day", head + strings.Repeat("2022-05-01;Vraag;a;telefoon\n", 50), "[]"},
	} {
		s := look(t, c.csv)
		if got := fmt.Sprint(s.Gaps); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestDrift(t *testing.T) {
	var b strings.Builder
	b.WriteString(head)
	for n := range 365 {
		topic := "Oude naam"
		if n >= 200 {
			topic = "nieuwe naam"
		}
		fmt.Fprintf(&b, "%s;x;%s;telefoon\n%s;y;altijd;balie\n", dayAt(n), topic, dayAt(n))
		if n == 10 {
			fmt.Fprintf(&b, "%s;z;eenmalig;telefoon\n", dayAt(n))
		}
	}
	s := look(t, b.String())
	got := fmt.Sprint(s.Drifts)
	if want := "[{onderwerp nieuwe naam 165 true 2022-07-20 200} {onderwerp Oude naam 200 false 2022-07-19 164}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := fmt.Sprint(s.Grade, s.Findings); got != "A[{verloop 365 731 }]" {
		t.Error(got)
	}
}

// TestGrade: the worst finding decides, and few records give none.
func TestGrade(t *testing.T) {
	for n, want := range map[int]Grade{0: "A", 3: "A", 4: "B", 19: "B", 20: "C", 40: "C", 60: "D"} {
		if s := look(t, steady(1, never)+strings.Repeat(";zonder;a;telefoon\n", n)); s.Grade != want {
			t.Errorf("%d of %d without a date: %s, want %s", n, s.Records, s.Grade, want)
		} else if f, bad := s.Worst(); bad != (want > "A") || bad && f.Kind != NoDate {
			t.Errorf("%d: worst is %v", n, f)
		}
	}
	if s := look(t, head+strings.Repeat("2022-05-01;Vraag;a;telefoon\n", 29)); s.Grade != "" {
		t.Errorf("29 records: %s", s.Grade)
	}
}
