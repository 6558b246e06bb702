package evidence

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

// effectCase is a journey with one advice, and what is said of it.
type effectCase struct {
	period string // from, to
	since  string
	extra  string // of the source
	signal string // of the selector
	more   string // further sources
	file   string
	also   map[string]string
}

func (c effectCase) measure(t *testing.T) Effect {
	t.Helper()
	from, to, _ := strings.Cut(c.period, " ")
	text := fmt.Sprintf(`klantreis: Proef
periode: {van: %s, tot: %s}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, kanaal: Kanaal, tekst: Vraag}%s}
%sfasen:
  - fase: Wachten
    stappen:
      - stap: Wacht
        signalen:
          - {signaal: Wanneer betaald, id: betaald, bron: kcc, woorden: [betaald]%s}
adviezen:
  - {advies: Zet de datum erop, id: datum, stap: wacht, omdat: [betaald], status: gerealiseerd, sinds: %s, effect: {signaal: betaald, minstens: 15%%}}
`, from, to, c.extra, c.more, c.signal, c.since)
	j, problems := journeys.Parse("klantreis.yaml", []byte(text))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	folder := fstest.MapFS{"kcc.csv": {Data: []byte("Datum;Kanaal;Vraag\n" + c.file)}}
	for name, data := range c.also {
		folder[name] = &fstest.MapFile{Data: []byte(data)}
	}
	ev, found := Bind(j, folder)
	if found.HasErrors() {
		t.Fatal(found)
	}
	return ev.Advice[0].Effect
}

// days writes n(day) rows of each day of a window.
func days(from, to, rest string, n func(d journeys.Date) int) string {
	var b strings.Builder
	first, _ := journeys.Moment(from)
	last, _ := journeys.Moment(to)
	for d := first; !last.Before(d); d = d.AddDays(1) {
		for range n(d) {
			fmt.Fprintf(&b, "%s;%s\n", d, rest)
		}
	}
	return b.String()
}

// step is a count per day that changes; it wavers a little, so that there is something to be uncertain of.
func step(since string, before, after int) func(journeys.Date) int {
	day, _ := journeys.Moment(since)
	return func(d journeys.Date) int {
		if d.Before(day) {
			return before + d.Day%2
		}
		return after + d.Day%2
	}
}

func (e Effect) has(kind DoubtKind) bool {
	return slices.ContainsFunc(e.Doubts, func(d Doubt) bool { return d.Kind == kind })
}

// TestEffectPlain: simple data give the ratio that anybody would reckon, by months and by weeks, and with an
// advice in the middle of a month.
func TestEffectPlain(t *testing.T) {
	for _, c := range []struct {
		period, since string
		weeks         bool
	}{
		{"2022-01-01 2022-12-31", "2022-07-01", false},
		{"2022-01-01 2022-10-31", "2022-06-15", false},
		{"2022-03-01 2022-06-30", "2022-05-01", true},
	} {
		from, to, _ := strings.Cut(c.period, " ")
		e := effectCase{period: c.period, since: c.since, file: days(from, to, "telefoon;wanneer betaald", step(c.since, 5, 3))}.measure(t)
		want := float64(e.After) / float64(e.AfterDays) / (float64(e.Before) / float64(e.BeforeDays))
		if e.Verdict != Decrease || e.Goal != Beyond || e.Weeks != c.weeks || math.Abs(e.Ratio-want) > 0.01 {
			t.Errorf("%s since %s: %+v, want %.3f", c.period, c.since, e, want)
		}
	}
}

// TestEffectTooEarly: never a verdict from a few weeks; it says from when it can be given.
func TestEffectTooEarly(t *testing.T) {
	file := days("2022-01-01", "2022-12-31", "telefoon;wanneer betaald", func(journeys.Date) int { return 4 })
	for _, c := range []struct {
		since string
		why   Why
		from  string
	}{
		{"2022-12-01", ShortAfter, "2023-01-26"},
		{"2022-11-10", ShortAfter, "2023-01-05"},
		{"2023-06-01", ShortAfter, "2023-07-27"},
		{"2022-02-01", ShortBefore, ""},
		{"2021-02-01", ShortBefore, ""},
	} {
		e := effectCase{period: "2022-01-01 2022-12-31", since: c.since, file: file}.measure(t)
		if e.Verdict != TooEarly || e.Why != c.why || e.From.String() != c.from || e.Ratio != 0 {
			t.Errorf("since %s: %+v", c.since, e)
		}
	}
	late := days("2022-06-01", "2022-12-31", "telefoon;wanneer betaald", func(journeys.Date) int { return 4 }) +
		days("2022-01-01", "2022-05-31", "telefoon;anders", func(journeys.Date) int { return 4 })
	if e := (effectCase{period: "2022-01-01 2022-12-31", since: "2022-06-01", file: late}).measure(t); e.Verdict != TooEarly || e.Why != FewSignals {
		t.Errorf("nothing before: %+v", e)
	}
}

// TestEffectFooled plants each thing that could fool the reader.
func TestEffectFooled(t *testing.T) {
	const period, since = "2022-01-01 2022-12-31", "2022-07-01"
	asked := func(n func(journeys.Date) int) string {
		return days("2022-01-01", "2022-12-31", "telefoon;wanneer betaald", n)
	}
	other := func(n func(journeys.Date) int) string { return days("2022-01-01", "2022-12-31", "telefoon;anders", n) }
	chat := days("2022-01-01", "2022-12-31", "chat;wanneer betaald", step(since, 1, 3))

	e := effectCase{period: period, since: since, signal: ", kanaal: telefoon", file: asked(step(since, 5, 3)) + chat}.measure(t)
	if e.Verdict != Decrease || !e.has(MovedChannel) {
		t.Errorf("moved to chat: %+v", e)
	}
	e = effectCase{period: period, since: since, file: asked(step(since, 5, 3)), more: "  praat: {soort: chat, bestand: chat.csv, kolommen: {tijdstip: Datum, tekst: Vraag}}\n",
		also: map[string]string{"chat.csv": "Datum;Kanaal;Vraag\n" + chat}}.measure(t)
	if !e.has(MovedChannel) {
		t.Errorf("moved to another source: %+v", e)
	}
	quiet, _ := journeys.Moment("2022-09-05")
	gap := func(d journeys.Date) int {
		if passed := quiet.Days(d); passed >= 0 && passed < 40 {
			return 0
		}
		return 4 + d.Day%2
	}
	e = effectCase{period: period, since: since, file: asked(gap)}.measure(t)
	if e.Verdict != NoDifference || !e.has(SourceGap) || e.AfterDays != 184-40 || math.Abs(e.Ratio-1) > 0.02 {
		t.Errorf("a source that was silent for 40 days: %+v", e)
	}
	ended := days("2022-01-01", "2022-10-15", "telefoon;wanneer betaald", func(journeys.Date) int { return 4 })
	if e := (effectCase{period: period, since: since, file: ended}).measure(t); e.Verdict != NoDifference || !e.has(SourceEnded) {
		t.Errorf("a source that stopped: %+v", e)
	}
	e = effectCase{period: period, since: since, file: asked(step(since, 5, 3)) + other(step(since, 8, 4))}.measure(t)
	if !e.has(WholeSource) {
		t.Errorf("everything fell: %+v", e)
	}
	vanished := func(before, after int) func(journeys.Date) int {
		day, _ := journeys.Moment(since)
		return func(d journeys.Date) int {
			if d.Before(day) {
				return before
			}
			return after
		}
	}
	e = effectCase{period: period, since: since, file: asked(vanished(4, 0)) + other(vanished(6, 10))}.measure(t)
	if e.Verdict != Decrease || e.Ratio != 0 || !e.has(Renamed) {
		t.Errorf("registered otherwise: %+v", e)
	}
	e = effectCase{period: period, since: since, file: asked(step(since, 5, 3)) + days(since, "2022-12-31", "balie;anders", func(journeys.Date) int { return 2 })}.measure(t)
	if !e.has(NewChannel) {
		t.Errorf("a new channel: %+v", e)
	}
	calm := effectCase{period: period, since: since, file: asked(step(since, 5, 3)) + other(step(since, 6, 6))}.measure(t)
	if calm.has(WholeSource) || calm.has(MovedChannel) || calm.has(SourceGap) || calm.has(NewChannel) || !calm.has(NoSeason) {
		t.Errorf("nothing else happened: %+v", calm.Doubts)
	}
}

// TestEffectMonthly: rows that stand for a month are not cut in two.
func TestEffectMonthly(t *testing.T) {
	var b strings.Builder
	for m := 1; m <= 12; m++ {
		n := 40 + m%3
		if m > 6 {
			n = 20 + m%3
		}
		for range n {
			fmt.Fprintf(&b, "2022-%02d-01;telefoon;wanneer betaald\n", m)
		}
	}
	e := effectCase{period: "2022-01-01 2022-12-31", since: "2022-06-15", file: b.String()}.measure(t)
	if e.Verdict != Decrease || e.BeforeBins != 5 || e.AfterBins != 6 || math.Abs(e.Ratio-0.51) > 0.02 {
		t.Errorf("%+v", e)
	}
}

// TestEffectDenominator: half as many calls from half as many applicants is no effect.
func TestEffectDenominator(t *testing.T) {
	const since = "2022-07-01"
	var months []string
	for m := 1; m <= 12; m++ {
		n := 2000
		if m > 6 {
			n = 1000
		}
		months = append(months, fmt.Sprintf("{maand: 2022-%02d, aantal: %d}", m, n))
	}
	file := days("2022-01-01", "2022-12-31", "telefoon;wanneer betaald", step(since, 8, 4))
	e := effectCase{period: "2022-01-01 2022-12-31", since: since, file: file, extra: ", noemer: [" + strings.Join(months, ", ") + "]"}.measure(t)
	if !e.Exposed || e.Verdict != NoDifference || math.Abs(e.Ratio-1.06) > 0.05 {
		t.Errorf("%+v", e)
	}
	e = effectCase{period: "2022-01-01 2022-12-31", since: since, file: file, extra: ", noemer: [" + strings.Join(months[1:], ", ") + "]"}.measure(t)
	if e.Exposed || e.Verdict != Decrease || !e.has(NoMonths) {
		t.Errorf("with a month missing: %+v", e)
	}
}

// TestCourse: limits begin anew where the advice was realised, months with a silence are left out, and
// a handful of signals makes no chart.
func TestCourse(t *testing.T) {
	file := days("2022-01-01", "2022-12-31", "telefoon;wanneer betaald", step("2022-07-01", 5, 3))
	text := `klantreis: Proef
periode: {van: 2022-01-01, tot: 2022-12-20}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, kanaal: Kanaal, tekst: Vraag}}
fasen:
  - fase: Wachten
    stappen:
      - stap: Wacht
        signalen:
          - {signaal: Wanneer betaald, id: betaald, bron: kcc, woorden: [betaald]}
          - {signaal: Zelden, id: zelden, bron: kcc, woorden: [zelden]}
adviezen:
  - {advies: Een, id: een, stap: wacht, status: gerealiseerd, sinds: 2022-06-20, effect: {signaal: betaald}}
  - {advies: Twee, id: twee, stap: wacht, status: overgenomen, sinds: 2022-03-01, effect: {signaal: betaald}}
`
	bind := func(text string) *Evidence {
		j, problems := journeys.Parse("klantreis.yaml", []byte(text))
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		ev, found := Bind(j, fstest.MapFS{"kcc.csv": {Data: []byte("Datum;Kanaal;Vraag\n" + file + strings.Repeat("2022-05-03;telefoon;zelden\n", 6))}})
		if found.HasErrors() {
			t.Fatal(found)
		}
		return ev
	}
	ev := bind(text)
	c := ev.Signals[0].Course
	if len(c.Months) != 11 || len(c.Process.Parts) != 2 || len(c.Rebased) != 1 || c.Rebased[0] != (Rebase{6, "een"}) || c.Per1000 || c.Sign() == NoSign {
		t.Errorf("%+v", c)
	}
	// With three months after the advice, those are held against the six before it.
	c = bind(strings.Replace(text, "tot: 2022-12-20", "tot: 2022-09-30", 1)).Signals[0].Course
	if len(c.Process.Parts) != 1 || c.Process.Parts[0].Base != 6 || len(c.Rebased) != 0 || c.Held != (Rebase{6, "een"}) || c.Sign() != BelowBefore {
		t.Errorf("%+v", c)
	}
	if rare := ev.Signals[1].Course; len(rare.Months) > 0 || rare.Sign() != NoSign {
		t.Errorf("six signals in a year: %+v", rare)
	}
}
