package main

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"klantreis/examples/generator/truth"
)

// The committed files are what the generator writes, byte for byte, and no other data file stands there.
func TestCommittedFiles(t *testing.T) {
	dir := t.TempDir()
	if err := write(dir); err != nil {
		t.Fatal(err)
	}
	var made []string
	for _, tb := range tables() {
		made = append(made, tb.path)
		got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(tb.path)))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(tb.path)))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs from what the generator writes; run: go run ./examples/generator", tb.path)
		}
	}
	found, err := filepath.Glob("../*/signalen/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		if path = strings.TrimPrefix(filepath.ToSlash(path), "../"); !slices.Contains(made, path) {
			t.Errorf("%s is written by nothing", path)
		}
	}
}

// The exact counts that package truth promises.
func TestExactCounts(t *testing.T) {
	var read, unreadable, confidential, outside int
	for _, row := range allowanceContacts().rows {
		at, err := time.Parse(dateTime, row[1])
		switch {
		case err != nil:
			unreadable++
			continue
		case at.Before(day("2022-04-01")) || !at.Before(day("2023-06-01")):
			outside++
		}
		read++
		if row[7] == "ja" {
			confidential++
		}
	}
	same(t, "read", read, truth.KCCRead)
	same(t, "unreadable", unreadable, truth.KCCUnreadable)
	same(t, "confidential", confidential, truth.KCCConfidential)
	same(t, "outside the period", outside, truth.KCCOutside)

	open := 0
	cases := moveCases().rows
	for _, row := range cases {
		if row[2] == "" {
			open++
		}
	}
	same(t, "moves", len(cases), truth.Moves)
	same(t, "open moves", open, truth.MovesOpen)

	words := 0
	for _, row := range allowanceSurvey().rows {
		if row[2] == "zeven" {
			words++
		}
	}
	same(t, "marks in words", words, truth.SurveyUnreadable)
}

func same(t *testing.T, what string, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %d records, package truth says %d", what, got, want)
	}
}

// Each rate ratio is in the drawn contacts, up to chance.
func TestRatios(t *testing.T) {
	for _, c := range []struct {
		name            string
		table           table
		at, subject     int // columns; the text follows the subject, and the kind the text
		about, words    string
		from, since, to string
		want, tolerance float64
	}{
		{"when paid", allowanceContacts(), 1, 3, "Energietoeslag vraag", "wanneer (wordt|komt|krijg)|uitbeta|gestort|bijgeschreven|betaaldatum|uitgekeerd",
			"2022-04-01", truth.WebsiteChange, "2023-06-01", truth.WhenPaidRatio, 0.03},
		{"conditions", allowanceContacts(), 1, 3, "Energietoeslag vraag", "voorwaarden|recht op|in aanmerking|inkomensgrens|heb ik recht",
			"2022-04-01", truth.LeafletChange, "2023-06-01", truth.ConditionRatio, 0.06},
		{"registered", moveContacts(), 1, 3, "Verhuizing vraag", "verwerkt|bevestiging|bericht|ingeschreven|nog mijn oude",
			"2019-01-01", truth.ConfirmationChange, "2020-01-01", truth.RegisteredRatio, 0.05},
		{"silence", complaints(), 1, 5, "Geen antwoord klacht", ".",
			"2020-01-01", truth.CallBackChange, "2022-01-01", truth.SilenceRatio, 0.05},
		{"letter", formContacts(), 1, 3, "Parkeerkaart vraag", "brief",
			"2023-01-01", truth.LetterChange, "2024-01-01", truth.LetterRatio, 0.05},
		{"help", formContacts(), 1, 3, "Parkeerkaart vraag", "helpen|samen in|meekijken",
			"2023-01-01", truth.PhoneChange, "2024-01-01", truth.HelpRatio, 0.10},
	} {
		words := regexp.MustCompile("(?i)" + c.words)
		var before, after float64
		for _, row := range c.table.rows {
			at, err := time.Parse(dateTime, row[c.at])
			if err != nil || at.Before(day(c.from)) || !at.Before(day(c.to)) {
				continue
			}
			if row[c.subject]+" "+row[c.subject+2] != c.about || !words.MatchString(row[c.subject+1]) {
				continue
			}
			if at.Before(day(c.since)) {
				before++
			} else {
				after++
			}
		}
		ratio := (after / workdays(c.since, c.to)) / (before / workdays(c.from, c.since))
		t.Logf("%s: %.0f before, %.0f after, ratio %.3f", c.name, before, after, ratio)
		if math.Abs(ratio-c.want) > c.tolerance {
			t.Errorf("%s: ratio %.3f, built in is %.2f", c.name, ratio, c.want)
		}
	}
}

func workdays(from, to string) float64 {
	n := 0.0
	for d := day(from); d.Before(day(to)); d = d.AddDate(0, 0, 1) {
		if workday(d) {
			n++
		}
	}
	return n
}

// Most moves are confirmed soon; the share within the promise is the built-in one.
func TestSpread(t *testing.T) {
	within, closed := 0.0, 0.0
	for _, row := range moveCases().rows {
		if row[2] == "" {
			continue
		}
		from, to := moment(t, row[1]), moment(t, row[2])
		if to.Before(from) {
			t.Fatalf("%s is confirmed before it is received", row[0])
		}
		closed++
		if limit := workdaysAfter(from, 5).AddDate(0, 0, 1); to.Before(limit) {
			within++
		}
	}
	if share := within / closed; share < truth.WithinPromise-0.03 || share > truth.WithinPromise+0.05 {
		t.Errorf("%.3f within the promise, built in is %.3f", share, truth.WithinPromise)
	}
}

// The mean marks of the survey, and the share of complaints called back in time, are the built-in ones.
func TestMarksAndCalls(t *testing.T) {
	sum, n := map[string]float64{}, map[string]float64{}
	for _, row := range allowanceSurvey().rows {
		if v, err := strconv.ParseFloat(strings.Replace(row[2], ",", ".", 1), 64); err == nil {
			sum[row[1]] += v
			n[row[1]]++
		}
	}
	for _, p := range allowanceParts {
		if mean := sum[p.subject] / n[p.subject]; math.Abs(mean-p.mean) > 0.5 {
			t.Errorf("%s: mean mark %.2f, built in is %.1f", p.subject, mean, p.mean)
		}
	}

	within, called := 0.0, 0.0
	for _, row := range complaints().rows {
		if row[2] == "" {
			continue
		}
		called++
		if limit := workdaysAfter(moment(t, row[1]), 1).AddDate(0, 0, 1); moment(t, row[2]).Before(limit) {
			within++
		}
	}
	if share := within / called; math.Abs(share-truth.CalledWithin) > 0.02 {
		t.Errorf("%.3f called within a working day, built in is %.2f", share, truth.CalledWithin)
	}
}

func moment(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(dateTime, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// Every kind of personal data really stands in the data, the numbers pass the elfproef, and the dialect
// is the one promised: a quoted line end, doubled quotes, one file in Windows-1252.
func TestPlantsAndDialect(t *testing.T) {
	var all, narrow []byte
	for _, tb := range tables() {
		data, err := tb.encode()
		if err != nil {
			t.Fatal(err)
		}
		if tb.windows1252 {
			narrow = data
		} else if !bytes.HasPrefix(data, []byte("\ufeff")) {
			t.Errorf("%s has no byte order mark", tb.path)
		}
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
		r.Comma = ';'
		if _, err := r.ReadAll(); err != nil {
			t.Errorf("%s: %v", tb.path, err)
		}
		all = append(all, data...)
	}
	for _, s := range append(truth.Planted(), `""toegekend""`, "\r\nAfspraak") {
		if !bytes.Contains(all, []byte(s)) {
			t.Errorf("%q is nowhere in the data", s)
		}
	}
	if !bytes.Contains(narrow, []byte{0xe9}) || !bytes.Contains(narrow, []byte{0x85}) {
		t.Error("no accents in the Windows-1252 file")
	}
	for _, s := range []string{truth.PlantedBSN, truth.PlantedBSNSpaced} {
		sum, weight := 0, 9
		for _, c := range strings.ReplaceAll(s, "-", "") {
			if weight == 1 {
				weight = -1
			}
			sum += weight * int(c-'0')
			weight--
		}
		if sum%11 != 0 {
			t.Errorf("%s fails the elfproef", s)
		}
	}
}
