// Package quality tells how good the data of each source is: what lacks, what cannot be, what came
// twice, where delivery stopped, which categories came or went. It keeps counts, days and names of
// categories with many records; never a text.
//
// The grade is made of what the one pass that counts signals can see of each record (Counts) and of the
// days that have records, so that evidence gives the same grade as Look does. Texts that came twice and
// categories that came or went take a second look, with sums of texts that nobody may keep between runs:
// they are told, and have no part in the grade.
package quality

import (
	"io/fs"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// Kind is something that can be wrong with a source.
type Kind string

// The kinds, in the order of reports.
const (
	NoDate         Kind = "geen-datum"        // the cell of the tijdstip is empty
	BadDate        Kind = "onmogelijke-datum" // it holds no day that exists
	LateDate       Kind = "toekomst"          // the day is after the one of the journey file
	Unreadable     Kind = "onleesbaar"        // another fault: cells that shifted, a score that is none
	Empty          Kind = "leeg"              // neither a text nor a topic
	Twice          Kind = "dubbel"            // the same text on the same day
	UnknownChannel Kind = "kanaal"
	NoTopic        Kind = "zonder-onderwerp"
	Gap            Kind = "gat"     // counted in days of the period
	Drift          Kind = "verloop" // counted in records of categories that came or went
)

// Limits are the largest shares with which a source can still get an A, B and C for a kind. The grade
// of a source is the worst of its kinds.
type Limits struct {
	Kind    Kind
	A, B, C float64 // 0 … 1
}

// Rule lists the limits of the kinds that are graded, in the order of reports. The kinds of the first four
// and empty records make a record unusable: each of them spoils the counts, so their limits are strict.
// Nothing measures how bad a share is; these are our choice, and they are shown with each grade.
func Rule() []Limits {
	return []Limits{
		{NoDate, 0.01, 0.05, 0.10}, {BadDate, 0.01, 0.05, 0.10}, {LateDate, 0.01, 0.05, 0.10}, {Unreadable, 0.01, 0.05, 0.10},
		{Empty, 0.01, 0.05, 0.10}, {UnknownChannel, 0.01, 0.10, 0.30}, {NoTopic, 0.05, 0.20, 0.50}, {Gap, 0, 0.05, 0.15},
	}
}

// FewRecords is how many a source must have for a grade: in fewer, one record decides too much.
const FewRecords = 30

// Grade is A, B, C or D; empty: the source has none.
type Grade string

// Source is how good the data of one source is.
type Source struct {
	Name        string
	Connection  bool // it is not read for this
	Failed      bool // it could not be read, or not to its end
	Records     int  // read or not
	Unusable    int  // of the kinds that spoil counts; each record once
	First, Last journeys.Date
	Days        int // of the period; where that is open, up to the first or last record that could count
	Findings    []Finding
	Gaps        []Span
	Drifts      []Category
	PartTwice   bool // doubles were looked for in the first records only
	Grade       Grade
}

// Finding is one kind with how often it was met, out of how many (records, or days of a gap).
type Finding struct {
	Kind  Kind
	N, Of int
	Grade Grade // empty: it has no part in the grade of the source, or that has none
}

// Span is a time without a record. Expected is how many there would be, going by the weeks around it.
type Span struct {
	From, To journeys.Date
	Expected int
}

// Category is a topic or a channel that came or went while the source went on.
type Category struct {
	Field    string // onderwerp or kanaal
	Name     string
	N        int
	Came     bool          // otherwise it went
	On       journeys.Date // its first or last day
	Expected int           // how many there would be in the rest of the time
}

// Look reads the sources of a journey that lie here. The problems are those of the reading.
func Look(j *journeys.Journey, folder fs.FS, watch signals.Options) ([]Source, journeys.Problems) {
	var all []Source
	var problems journeys.Problems
	for _, s := range j.Sources {
		if s.Connection != "" {
			all = append(all, Source{Name: s.Name, Connection: true})
			continue
		}
		source, found := lookAt(j, s, folder, watch)
		all = append(all, source)
		problems = append(problems, found...)
	}
	return all, problems
}

func lookAt(j *journeys.Journey, s journeys.Source, folder fs.FS, watch signals.Options) (Source, journeys.Problems) {
	data, problems := signals.Open(j, s, folder)
	if data == nil {
		return Source{Name: s.Name, Failed: true}, problems
	}
	data.With(watch)
	p := PlanOf(j, s, data)
	all := newTally(p)
	data.Fold(func() signals.Part { return newTally(p) }, func(part signals.Part, _ int) { all.add(part.(*tally)) })
	found := data.Found()
	out := all.source(s.Name, j)
	out.Failed = found.HasErrors()
	return out, append(problems, found...)
}

// source makes of the counts what is told.
func (t *tally) source(name string, j *journeys.Journey) Source {
	out := Assess(name, j, t.Counts, t.open)
	out.PartTwice = t.full
	if len(t.days) > 0 {
		from, to := t.days.bounds()
		out.First, out.Last = signals.DateOf(from), signals.DateOf(to)
		out.Drifts = append(t.topics.drifts("onderwerp", t.days), t.kinds.drifts("kanaal", t.days)...)
	}
	drifted := 0
	for _, d := range out.Drifts {
		drifted += d.N
	}
	for _, f := range []Finding{{Kind: Twice, N: t.twice, Of: t.Records}, {Kind: Drift, N: min(drifted, t.Records), Of: t.Records}} {
		if f.N > 0 {
			out.Findings = append(out.Findings, f)
		}
	}
	return out
}

// Assess grades a source by what one pass over it counted. Days are those, as signals.Record numbers them,
// with the number of their records that are not confidential; those outside the period do not matter.
func Assess(name string, j *journeys.Journey, c Counts, perDay map[int]int) Source {
	out := Source{Name: name, Records: c.Records, Unusable: c.Unusable}
	today := 0
	if !j.Date.IsZero() {
		today = signals.DayOf(j.Date)
	}
	known := days{}
	for day, n := range perDay {
		if (today == 0 || day <= today) && j.Period.Contains(signals.DateOf(day)) {
			known[day] = n
		}
	}
	gap := 0
	if len(known) > 0 {
		begin, end := known.bounds()
		if !j.Period.From.IsZero() {
			begin = min(begin, signals.DayOf(j.Period.From))
		}
		if to := end; !j.Period.To.IsZero() {
			end = max(to, signals.DayOf(j.Period.To))
			if today > 0 {
				end = max(to, min(end, today))
			}
		}
		out.Days = end - begin + 1
		out.Gaps = known.gaps(begin, end)
		for _, g := range out.Gaps {
			gap += g.From.Days(g.To) + 1
		}
	}
	if c.Records >= FewRecords {
		out.Grade = "A"
	}
	for _, l := range Rule() {
		n, of := c.of(l.Kind), c.Records
		if l.Kind == Gap {
			n, of = gap, out.Days
		}
		if n == 0 {
			continue
		}
		f := Finding{Kind: l.Kind, N: n, Of: of}
		if out.Grade != "" {
			f.Grade = l.grade(float64(n) / float64(of))
			out.Grade = max(out.Grade, f.Grade)
		}
		out.Findings = append(out.Findings, f)
	}
	return out
}

func (l Limits) grade(share float64) Grade {
	switch {
	case share <= l.A:
		return "A"
	case share <= l.B:
		return "B"
	case share <= l.C:
		return "C"
	}
	return "D"
}

// Worst is the finding that a source has its grade for; ok is false for an A.
func (s Source) Worst() (f Finding, ok bool) {
	i := slices.IndexFunc(s.Findings, func(f Finding) bool { return f.Grade == s.Grade && s.Grade > "A" })
	if i < 0 {
		return f, false
	}
	return s.Findings[i], true
}
