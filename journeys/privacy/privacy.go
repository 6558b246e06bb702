// Package privacy tells what personal data the sources and the texts of a journey hold and what
// Klantreis does with them, for the privacy officer of a municipality. It keeps counts, names of
// columns and places in files; never a value, and nothing that a value could be made of again.
package privacy

import (
	"io/fs"
	"net/url"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/journeys/signals"
)

// Report is what was found, hidden and left out.
type Report struct {
	Sources []Source
	Quotes  []Quote
	Typed   []Typed
	Small   []Small
}

// Source is where signals come from. The columns stand in the order of the file; of a source behind a
// connection there are none, because its texts are not fetched for this.
type Source struct {
	Name       string
	Where      string // the file, as the journey names it; the server of a connection
	Connection bool
	Typed      int // signals typed into the journey

	// Records of the file. Outside and Confidential are parts of Read, tested in that order.
	Read, Unreadable, Outside, Confidential int
	Columns                                 []Column
	Failed                                  bool // it could not be read, or not to its end
}

// Column is a column of a source and what its cells hold.
type Column struct {
	Header string
	Field  string // what Klantreis reads it as; empty: it is not read
	Person bool   // its name says that it is about a person
	Found  []Found
}

// Found counts one kind of personal data: the records that hold it and the times in all.
type Found struct {
	Kind           language.Kind
	Records, Times int
}

// Quote is a quote of the journey: shown or waiting for approval, and what is taken out of it.
type Quote struct {
	Pos      journeys.Pos
	Step     string
	Approved bool
	Found    []Found
}

// Typed is a text of the journey file, other than a quote, in which personal data stands.
type Typed struct {
	Pos   journeys.Pos
	Shown bool // it can stand in an output; false: signals typed by hand, which are only counted
	Found []Found
}

// Small is a selector that found fewer records than may be shown.
type Small struct {
	Title, Step string
}

// Survey reads the sources of a journey and looks through its texts. The problems are those of the
// reading; what could be read is in the report.
func Survey(j *journeys.Journey, folder fs.FS, ev *evidence.Evidence, watch signals.Options) (Report, journeys.Problems) {
	var r Report
	var problems journeys.Problems
	for _, s := range j.Sources {
		source, found := surveySource(j, s, folder, watch)
		r.Sources = append(r.Sources, source)
		problems = append(problems, found...)
	}
	r.Quotes, r.Typed = surveyTexts(j)
	for _, s := range ev.Signals {
		if s.N > 0 && s.N < evidence.MinGroup {
			r.Small = append(r.Small, Small{s.Title, j.Step(s.Step).Title})
		}
	}
	return r, problems
}

func surveySource(j *journeys.Journey, s journeys.Source, folder fs.FS, watch signals.Options) (Source, journeys.Problems) {
	out := Source{Name: s.Name, Where: s.File, Connection: s.Connection != "", Typed: len(s.List)}
	if s.File == "" {
		if u, err := url.Parse(s.Connection); err == nil && s.Connection != "" {
			out.Where = u.Host
		}
		return out, nil
	}
	data, problems := signals.Open(j, s, folder)
	if data == nil {
		out.Failed = true
		return out, problems
	}
	data.With(watch)
	fields := map[string]string{}
	for _, c := range data.Bound() {
		fields[c.Header] = c.Field
	}
	headers := data.Columns()
	look := &looking{columns: make([]int, len(headers)), counts: make([]counts, len(headers)), period: j.Period}
	for i, h := range headers {
		look.columns[i] = data.Column(h)
	}
	data.Fold(func() signals.Part {
		return &looking{columns: look.columns, counts: make([]counts, len(headers)), period: j.Period}
	}, func(p signals.Part, _ int) { look.add(p.(*looking)) })
	out.Read, out.Unreadable, out.Outside, out.Confidential = look.read, look.unreadable, look.outside, look.confidential
	for i, h := range headers {
		out.Columns = append(out.Columns, Column{Header: h, Field: fields[h], Person: AboutPerson(h), Found: look.counts[i].found()})
	}
	found := data.Found()
	out.Failed = found.HasErrors()
	return out, append(problems, found...)
}

// counts are of one column, per kind.
type counts map[language.Kind]Found

func (c counts) found() []Found {
	var all []Found
	for _, k := range language.Kinds() {
		if f := c[k]; f.Times > 0 {
			all = append(all, f)
		}
	}
	return all
}

// note adds what one cell holds.
func (c counts) note(found []language.Finding) {
	for i, f := range found {
		n := c[f.Kind]
		n.Kind = f.Kind
		n.Times++
		if !slices.ContainsFunc(found[:i], func(o language.Finding) bool { return o.Kind == f.Kind }) {
			n.Records++
		}
		c[f.Kind] = n
	}
}

// looking is the work of one goroutine: signals.Part.
type looking struct {
	columns                                 []int // by header
	period                                  journeys.Period
	counts                                  []counts
	read, unreadable, outside, confidential int
}

// Reset empties it for other records.
func (l *looking) Reset() {
	l.read, l.unreadable, l.outside, l.confidential = 0, 0, 0, 0
	clear(l.counts)
}

// Visit looks at every cell of a record; those outside the period too, because they lie there.
func (l *looking) Visit(r *signals.Record) {
	switch {
	case !r.Readable:
		l.unreadable++
	default:
		l.read++
		if r.Dated && !l.period.Contains(signals.DateOf(r.Day)) {
			l.outside++
		} else if r.Secret {
			l.confidential++
		}
	}
	for i, column := range l.columns {
		if column < 0 {
			continue
		}
		cell := r.Cell(column)
		if len(cell) < 4 {
			continue
		}
		if found := language.Find(string(cell)); len(found) > 0 {
			if l.counts[i] == nil {
				l.counts[i] = counts{}
			}
			l.counts[i].note(found)
		}
	}
}

func (l *looking) add(o *looking) {
	l.read += o.read
	l.unreadable += o.unreadable
	l.outside += o.outside
	l.confidential += o.confidential
	for i, c := range o.counts {
		for k, f := range c {
			if l.counts[i] == nil {
				l.counts[i] = counts{}
			}
			n := l.counts[i][k]
			l.counts[i][k] = Found{k, n.Records + f.Records, n.Times + f.Times}
		}
	}
}
