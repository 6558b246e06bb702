package evidence

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/quality"
	"klantreis/journeys/signals"
)

// TestSameGrade holds the grade that stands on a map to the one that klantreis kwaliteit tells, of random
// files, read anew, from the cache, and grown since.
func TestSameGrade(t *testing.T) {
	grades := map[quality.Grade]int{}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		often := func(most int) int { return r.IntN(most) * r.IntN(2) }
		columns, period := "", ""
		if r.IntN(4) > 0 {
			columns = ", onderwerp: Onderwerp"
		}
		if r.IntN(3) > 0 {
			period = "periode: {van: 2022-01-01, tot: 2022-12-31}\n"
		}
		j, ps := journeys.Parse("a.yaml", []byte("klantreis: Proef\nopgesteld: 2022-11-20\n"+period+
			"kanalen-eigen: {loket: balie}\nbronnen:\n  kcc: {soort: telefoon, bestand: 'kcc*.csv', kolommen: {id: Nr, tijdstip: Datum, tekst: Vraag, kanaal: Kanaal, vertrouwelijk: Geheim"+columns+"}}\n"+
			"  met-de-hand: {soort: gesprek, lijst: [{tijdstip: 2022-06-12, tekst: Een vraag, kanaal: postduif}, {tekst: Nog een}]}\n"+
			"fasen: [{fase: A, stappen: [{stap: B, signalen: [{signaal: S, bron: kcc, woorden: [vraag]}]}]}]\n"))
		if ps.HasErrors() {
			t.Fatal(ps)
		}
		const head = "Nr;Datum;Vraag;Onderwerp;Kanaal;Geheim\n"
		bad, odd, empty, silent, secret := often(15), often(25), often(30), often(60), r.IntN(6)
		number := 0
		rows := func(n int) string {
			var b strings.Builder
			for range n {
				number++
				day := r.IntN(400)
				if day%100 < silent {
					day = 399
				}
				date, text, topic, channel, yes := signals.DateOf(18900+day).String(), "een vraag over iets", "toeslag", "telefoon", ""
				if r.IntN(100) < bad {
					date = []string{"", "31-02-2022", "2022-12-24", "ooit"}[r.IntN(4)]
				}
				if r.IntN(100) < odd {
					channel = []string{"postduif", "Loket", "E-mail", ""}[r.IntN(4)]
				}
				if r.IntN(100) < empty {
					topic = ""
				}
				if r.IntN(100) < empty/3 {
					text = []string{" ", `""`, "é"}[r.IntN(3)]
				}
				if r.IntN(10) < secret/5 {
					yes = "ja"
				}
				fmt.Fprintf(&b, "%d;%s;%s;%s;%s;%s\n", number-r.IntN(2)*r.IntN(2), date, text, topic, channel, yes)
			}
			return b.String()
		}
		first, second := head+rows(10+r.IntN(900)), head+rows(200)
		entries := shelf{}
		began := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
		for run := range 3 {
			if run == 2 {
				second += rows(300)
			}
			folder := fstest.MapFS{
				"kcc1.csv": {Data: []byte(first), ModTime: began.Add(-time.Hour)},
				"kcc2.csv": {Data: []byte(second), ModTime: began.Add(time.Duration(run-3) * time.Minute)},
			}
			ev, _ := BindWith(j, folder, Options{Anyway: true, Cache: entries.cache(began.Add(time.Duration(run) * time.Minute))})
			looked, _ := quality.Look(j, folder, signals.Options{})
			for i, s := range ev.Sources {
				grades[s.Quality.Grade]++
				told := looked[i]
				told.First, told.Last, told.Drifts, told.PartTwice = journeys.Date{}, journeys.Date{}, nil, false
				var found []quality.Finding
				for _, f := range told.Findings {
					if f.Kind != quality.Twice && f.Kind != quality.Drift {
						found = append(found, f)
					}
				}
				told.Findings = found
				if told.Failed = false; !reflect.DeepEqual(s.Quality, told) {
					t.Fatalf("seed %d, run %d, %s:\n%+v\n%+v", seed, run, s.Name, s.Quality, told)
				}
			}
		}
		if len(entries) == 0 {
			t.Fatal("nothing was kept")
		}
	}
	for _, g := range []quality.Grade{"", "A", "B", "C", "D"} {
		if grades[g] == 0 {
			t.Errorf("no source has the grade ‘%s’: %v", g, grades)
		}
	}
}

// TestGradeAsksForAll: what is kept is kept for a day of the journey file and its channels.
func TestGradeAsksForAll(t *testing.T) {
	rows := "Datum;Kanaal;Vraag\n" + strings.Repeat("2022-05-01;loket;vraag\n2022-06-01;telefoon;vraag\n", 40)
	began := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	folder := fstest.MapFS{"kcc.csv": {Data: []byte(rows), ModTime: began.Add(-time.Hour)}}
	entries := shelf{}
	for i, c := range []struct{ head, want string }{
		{"opgesteld: 2023-01-01\n", "D [{kanaal 40 80 D}]"},
		{"opgesteld: 2023-01-01\nkanalen-eigen: {loket: balie}\n", "A []"},
		{"opgesteld: 2022-05-15\nkanalen-eigen: {loket: balie}\n", "D [{toekomst 40 80 D}]"},
	} {
		j, ps := journeys.Parse("a.yaml", []byte("klantreis: Proef\n"+c.head+
			"bronnen: {kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, tekst: Vraag, kanaal: Kanaal}}}\nfasen: [{fase: A, stappen: [{stap: B}]}]\n"))
		if ps.HasErrors() {
			t.Fatal(ps)
		}
		ev, _ := BindWith(j, folder, Options{Cache: entries.cache(began.Add(time.Duration(i) * time.Minute))})
		if q := ev.Sources[0].Quality; fmt.Sprint(q.Grade, " ", q.Findings) != c.want {
			t.Errorf("%s%s %v, want %s", c.head, q.Grade, q.Findings, c.want)
		}
	}
}

// TestTotals: a line that adds up the others is warned for where it counts as a signal, and only there.
func TestTotals(t *testing.T) {
	for csv, want := range map[string]int{
		"Onderwerp;Aantal\nAfval;3\nWerk;4\nTotaal;7\n":              1,
		"Nr;Onderwerp\n1;Afval\n2;Totaalpakket\n;Eindtotaal\n":       1,
		"Onderwerp;Aantal\nAfval;3\n":                                0,
		"Onderwerp;Datum\nAfval;2022-05-01\nTotaal;2022-05-02\n":     0, // that is what somebody asked about
		"Onderwerp;Datum\nAfval;2022-05-01\nTotaal;\n":               0, // it is unreadable
		"Onderwerp;Aantal\nTotaal;3\nGrand total:;4\ntotalen;1\nX;1": 3,
	} {
		columns := "onderwerp: Onderwerp"
		if strings.Contains(csv, "Datum") {
			columns += ", tijdstip: Datum"
		}
		j, ps := journeys.Parse("a.yaml", []byte("klantreis: Proef\nbronnen: {kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {"+columns+"}}}\nfasen: [{fase: A, stappen: [{stap: B}]}]\n"))
		if ps.HasErrors() {
			t.Fatal(ps)
		}
		entries, n := shelf{}, 0
		for range 2 { // read, and from the cache
			_, problems := BindWith(j, fstest.MapFS{"kcc.csv": {Data: []byte(csv)}}, Options{Anyway: true, Cache: entries.cache(time.Now())})
			n = 0
			for _, p := range problems {
				if p.Code == "totaalregel" {
					n = p.Args[1].(int)
				}
			}
			if n != want {
				t.Errorf("%q: %d lines are warned for, want %d", csv, n, want)
			}
		}
	}
}

// TestOddValues: rows with a channel that nobody knows or a score off the scale are told, by their number and not by what they
// say; and so is a day that does not exist.
func TestOddValues(t *testing.T) {
	csv := "Datum;Kanaal;Cijfer\n" + strings.Repeat("01-02-2022;telefoon;7\n", 60) + strings.Repeat("02-02-2022;WhatsApp;10\n", 3) + "03-02-2022;telefoon;75\n03-02-2022;telefoon;0,5\n31-02-2022;telefoon;8\n"
	j, ps := journeys.Parse("a.yaml", []byte("klantreis: Proef\nbronnen: {kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, kanaal: Kanaal, cijfer: Cijfer}}}\nfasen: [{fase: A, stappen: [{stap: B}]}]\n"))
	if ps.HasErrors() {
		t.Fatal(ps)
	}
	entries := shelf{}
	for range 2 { // read, and from the cache
		_, problems := BindWith(j, fstest.MapFS{"kcc.csv": {Data: []byte(csv)}}, Options{Cache: entries.cache(time.Now())})
		told := map[string]string{}
		for _, p := range problems {
			told[p.Code], _ = p.Text("nl")
		}
		for code, want := range map[string]string{"kanaal-niet-bekend": "hebben 3 regels een kanaal", "cijfer-buiten-schaal": "hebben 2 regels een cijfer buiten de schaal van 1 tot en met 10.",
			"onleesbaar": "‘99-99-9999’; daar is een dag bij die niet bestaat, zoals 31 februari"} {
			if !strings.Contains(told[code], want) || strings.Contains(told[code], "75") || strings.Contains(told[code], "WhatsApp") {
				t.Errorf("%s: %q, want %q", code, told[code], want)
			}
		}
	}
}
