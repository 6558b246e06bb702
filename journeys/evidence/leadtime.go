package evidence

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/nl"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// caseColumns are the columns of a source that feed a lead time.
type caseColumns struct {
	index    int // into Tally.cases
	from, to int
	working  *workdays // nil: all days count
}

// casesOf finds the lead times that this source feeds.
func (b *binder) casesOf(name string, data *signals.Data) []caseColumns {
	var all []caseColumns
	for i, l := range b.journey.LeadTimes {
		if l.Source != name {
			continue
		}
		for _, field := range []string{l.From, l.To} {
			if !data.Has(field) && b.missing[i] == "" {
				b.missing[i] = field
			}
		}
		if b.missing[i] == "" {
			all = append(all, caseColumns{i, data.Column(l.From), data.Column(l.To), b.calendar(l)})
		}
	}
	return all
}

// caseReading is what a run of records says of one lead time.
type caseReading struct {
	spans         []span
	open, invalid int
}

// span is a first and a last day, as signals.Record counts them; of a closed case, for one.
type span struct{ from, to int32 }

// add books a case by the text of its two moments. A case without a start is none. Where the
// record itself is undated, its start decides whether it belongs to the period.
func (r *caseReading) add(p *readingPlan, index int, s *signals.Record) {
	r.book(p, s.Cell(p.cases[index].from), s.Cell(p.cases[index].to), s.Dated)
}

func (r *caseReading) book(p *readingPlan, from, to []byte, dated bool) {
	if len(from) == 0 {
		if len(to) > 0 {
			r.invalid++
		}
		return
	}
	start, ok := signals.ParseDay(from)
	if !ok {
		r.invalid++
		return
	}
	if !dated && (start < p.from || start > p.to) {
		return
	}
	if len(to) == 0 {
		r.open++
		return
	}
	end, ok := signals.ParseDay(to)
	if !ok || end < start {
		r.invalid++
		return
	}
	r.spans = append(r.spans, span{int32(start), int32(end)})
}

func (t *caseTally) merge(r caseReading, working *workdays) {
	t.open += r.open
	t.invalid += r.invalid
	for _, s := range r.spans {
		t.addLength(s.length(working), 1)
	}
}

// length is in working days, or in days where working is nil.
func (s span) length(working *workdays) int {
	if working == nil {
		return int(s.to - s.from)
	}
	return working.between(signals.DateOf(int(s.from)), signals.DateOf(int(s.to)))
}

// calendar counts the days of a lead time; nil: all days count.
func (b *binder) calendar(l journeys.LeadTime) *workdays {
	if l.Promise == nil || !l.Promise.Working {
		return nil
	}
	if b.working == nil {
		b.working = newWorkdays()
	}
	return b.working
}

// leadTime turns the cases into days. Percentiles are nearest-rank: the smallest number of days
// within which at least that share of the closed cases was done.
func (t caseTally) leadTime(l journeys.LeadTime, missing string) LeadTime {
	out := LeadTime{ID: l.ID, Title: l.Title, Step: l.Step, Source: l.Source,
		Open: t.open, Invalid: t.invalid, Missing: missing}
	if l.Promise != nil {
		out.Promise, out.Working = l.Promise.Days, l.Promise.Working
	}
	within := 0
	for _, l := range t.list() {
		out.N += l[1]
		out.Lengths = append(out.Lengths, Length{Days: l[0], N: l[1]})
		if l[0] <= out.Promise {
			within += l[1]
		}
	}
	if out.N > 0 {
		out.P10, out.P50, out.P90 = out.percentile(10), out.percentile(50), out.percentile(90)
		if l.Promise != nil {
			out.Within = Count{Value: float64(within) / float64(out.N), Known: true}
		}
	}
	return out
}

// percentile is the nearest-rank percentile of the closed cases, of which there is at least one.
func (l LeadTime) percentile(percent int) float64 {
	rank := max((l.N*percent+99)/100, 1)
	at := 0
	for rank > l.Lengths[at].N {
		rank -= l.Lengths[at].N
		at++
	}
	return float64(l.Lengths[at].Days)
}

// leadTimeFields reports lead times whose source lacks one of their moments.
func (b *binder) leadTimeFields() journeys.Problems {
	var ps journeys.Problems
	for i, l := range b.journey.LeadTimes {
		if field := b.missing[i]; field != "" {
			key := "van"
			if field == l.To {
				key = "tot"
			}
			ps = append(ps, journeys.Problem{Pos: l.At(key), Code: "doorlooptijd-veld", Args: []any{l.Source, field, b.columnsOf(l.Source)}})
		}
	}
	return ps
}

// workdays counts working days: Monday to Friday, without the public holidays and Good Friday,
// as in article 3 of the Algemene termijnenwet.
type workdays struct {
	calendar *cal.BusinessCalendar
	years    map[int]*[367]int // per year and day of it: working days before that day
}

func newWorkdays() *workdays {
	c := cal.NewBusinessCalendar()
	c.AddHoliday(nl.Holidays...)
	return &workdays{calendar: c, years: map[int]*[367]int{}}
}

// year counts the working days of a year; its last entry is their number.
func (w *workdays) year(year int) *[367]int {
	if w.years[year] == nil {
		before := &[367]int{}
		day := time.Date(year, 1, 1, 12, 0, 0, 0, time.UTC)
		for i := range 366 {
			before[i+1] = before[i]
			if day.Year() == year && w.calendar.IsWorkday(day) {
				before[i+1]++
			}
			day = day.AddDate(0, 0, 1)
		}
		w.years[year] = before
	}
	return w.years[year]
}

// between counts the working days after from, up to and including to: the same day is 0, the
// next working day 1.
func (w *workdays) between(from, to journeys.Date) int {
	n := w.year(to.Year)[to.Time().YearDay()] - w.year(from.Year)[from.Time().YearDay()]
	for year := from.Year; year < to.Year; year++ {
		n += w.year(year)[366]
	}
	return n
}
