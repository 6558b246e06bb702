// Package quality tells how good the data of each source is: what lacks, what cannot be, what came
// twice, where delivery stopped, which categories came or went. It keeps counts, days and names of
// categories with many records; never a text.
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
	Gap            Kind = "gat"     // counted in days
	Drift          Kind = "verloop" // counted in records of categories that came or went
)

// Limits are the largest shares with which a source can still get an A, B and C for a kind. The grade
// of a source is the worst of its kinds.
type Limits struct {
	Kind    Kind
	A, B, C float64 // 0 … 1
}

// Rule lists the limits of all kinds, in the order of reports. The kinds of the first four and empty
// records make a record unusable: each of them spoils the counts, so their limits are strict. Nothing
// measures how bad a share is; these are our choice, and they are shown with each grade.
func Rule() []Limits {
	return []Limits{
		{NoDate, 0.01, 0.05, 0.10}, {BadDate, 0.01, 0.05, 0.10}, {LateDate, 0.01, 0.05, 0.10}, {Unreadable, 0.01, 0.05, 0.10},
		{Empty, 0.01, 0.05, 0.10}, {Twice, 0.01, 0.05, 0.15}, {UnknownChannel, 0.01, 0.10, 0.30}, {NoTopic, 0.05, 0.20, 0.50},
		{Gap, 0, 0.05, 0.15}, {Drift, 0.05, 0.20, 0.50},
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
	Days        int // from the first day to the last one, or of the period where it is longer
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
	Grade Grade
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
	p := plan{moment: data.Column("tijdstip"), channels: map[string]bool{}, hasTopic: s.File != "" && data.Has("onderwerp"), hasText: data.Has("tekst")} // nobody has to type a topic
	p.dated = p.moment >= 0
	for _, c := range journeys.Channels() {
		p.channels[c] = true
	}
	for _, c := range j.OwnChannels {
		p.channels[journeys.FoldSpace(c.Name)] = true
	}
	if !j.Date.IsZero() {
		p.today = signals.DayOf(j.Date)
	}
	all := newTally(p)
	data.Fold(func() signals.Part { return newTally(p) }, func(part signals.Part, _ int) { all.add(part.(*tally)) })
	found := data.Found()
	out := all.source(s.Name, j)
	out.Failed = found.HasErrors()
	return out, append(problems, found...)
}

// source makes of the counts what is told.
func (t *tally) source(name string, j *journeys.Journey) Source {
	out := Source{Name: name, Records: t.records, Unusable: t.unusable, PartTwice: t.full}
	from, to := t.days.bounds()
	if len(t.days) > 0 {
		out.First, out.Last = signals.DateOf(from), signals.DateOf(to)
		begin, end := from, to
		if !j.Period.From.IsZero() && t.dated {
			begin = min(begin, signals.DayOf(j.Period.From))
		}
		if !j.Period.To.IsZero() && t.dated {
			end = max(end, signals.DayOf(j.Period.To))
			if t.today > 0 {
				end = max(to, min(end, t.today))
			}
		}
		out.Days = end - begin + 1
		out.Gaps = t.days.gaps(begin, end)
		out.Drifts = append(t.topics.drifts("onderwerp", t.days), t.kinds.drifts("kanaal", t.days)...)
	}
	t.counts[Gap], t.counts[Drift] = 0, 0
	for _, g := range out.Gaps {
		t.counts[Gap] += g.From.Days(g.To) + 1
	}
	for _, d := range out.Drifts {
		t.counts[Drift] += d.N
	}
	for _, l := range Rule() {
		of := t.records
		if l.Kind == Gap {
			of = out.Days
		}
		n := min(t.counts[l.Kind], of)
		if n > 0 {
			out.Findings = append(out.Findings, Finding{Kind: l.Kind, N: n, Of: of, Grade: l.grade(float64(n) / float64(of))})
		}
	}
	if out.Records >= FewRecords {
		out.Grade = "A"
		for _, f := range out.Findings {
			out.Grade = max(out.Grade, f.Grade)
		}
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
