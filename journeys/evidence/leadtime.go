package evidence

import (
	"sort"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/nl"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// caseTally gathers the cases of one lead time.
type caseTally struct {
	spans   []span
	open    int
	invalid int
	missing string
}

// span is one closed case.
type span struct{ from, to journeys.Date }

// casesOf gives the functions that book a record of this source with the lead times it feeds.
func (b *binder) casesOf(name string, data *signals.Data) []func(signals.Signal) {
	var adds []func(signals.Signal)
	for i, l := range b.journey.LeadTimes {
		if l.Source != name {
			continue
		}
		t := &b.cases[i]
		for _, field := range []string{l.From, l.To} {
			if !data.Has(field) && t.missing == "" {
				t.missing = field
			}
		}
		if t.missing != "" {
			continue
		}
		adds = append(adds, func(s signals.Signal) {
			t.add(s.Cells(l.From), s.Cells(l.To), b.journey.Period, s.Dated())
		})
	}
	return adds
}

// add books a case by the text of its two moments. A case without a start is none. Where the
// record itself is undated, its start decides whether it belongs to the period.
func (t *caseTally) add(from, to string, period journeys.Period, dated bool) {
	if from == "" {
		if to != "" {
			t.invalid++
		}
		return
	}
	start, ok := journeys.ParseTime(from)
	if !ok {
		t.invalid++
		return
	}
	if !dated && !period.Contains(journeys.DateOf(start)) {
		return
	}
	if to == "" {
		t.open++
		return
	}
	end, ok := journeys.ParseTime(to)
	if !ok || end.Before(start) && journeys.DateOf(end).Before(journeys.DateOf(start)) {
		t.invalid++
		return
	}
	t.spans = append(t.spans, span{journeys.DateOf(start), journeys.DateOf(end)})
}

// leadTime turns the cases into days. Percentiles are nearest-rank: the smallest number of days
// within which at least that share of the closed cases was done.
func (t caseTally) leadTime(l journeys.LeadTime) LeadTime {
	out := LeadTime{ID: l.ID, Title: l.Title, Step: l.Step, Source: l.Source,
		N: len(t.spans), Open: t.open, Invalid: t.invalid, Missing: t.missing}
	if l.Promise != nil {
		out.Promise, out.Working = l.Promise.Days, l.Promise.Working
	}
	calendar := newWorkdays()
	within := 0
	for _, s := range t.spans {
		days := s.from.Days(s.to)
		if out.Working {
			days = calendar.between(s.from, s.to)
		}
		out.Days = append(out.Days, days)
		if days <= out.Promise {
			within++
		}
	}
	sort.Ints(out.Days)
	if out.N > 0 {
		out.P10, out.P50, out.P90 = percentile(out.Days, 10), percentile(out.Days, 50), percentile(out.Days, 90)
		if l.Promise != nil {
			out.Within = Count{Value: float64(within) / float64(out.N), Known: true}
		}
	}
	return out
}

// percentile is the nearest-rank percentile of an ascending list.
func percentile(sorted []int, percent int) float64 {
	rank := (len(sorted)*percent + 99) / 100
	return float64(sorted[max(rank, 1)-1])
}

// leadTimeFields reports lead times whose source lacks one of their moments.
func (b *binder) leadTimeFields() journeys.Problems {
	var ps journeys.Problems
	for i, l := range b.journey.LeadTimes {
		if field := b.cases[i].missing; field != "" {
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
	known    map[journeys.Date]bool
}

func newWorkdays() workdays {
	c := cal.NewBusinessCalendar()
	c.AddHoliday(nl.Holidays...)
	return workdays{calendar: c, known: map[journeys.Date]bool{}}
}

func (w workdays) is(d journeys.Date) bool {
	open, ok := w.known[d]
	if !ok {
		open = w.calendar.IsWorkday(d.Time().In(time.UTC))
		w.known[d] = open
	}
	return open
}

// between counts the working days after from, up to and including to: the same day is 0, the
// next working day 1.
func (w workdays) between(from, to journeys.Date) int {
	n := 0
	for d := from; d.Before(to); {
		d = d.AddDays(1)
		if w.is(d) {
			n++
		}
	}
	return n
}
