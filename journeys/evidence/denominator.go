package evidence

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// denominator is known when the file gives it as a number, for every month of the period, or as the
// sum of a column of another source.
func (b *binder) denominator(source int) Count {
	d := b.journey.Sources[source].Denominator
	switch {
	case d == nil:
		return Count{}
	case d.Source != "":
		sum, column := b.sum(d)
		total, _ := b.summedTotal(sum)
		return Count{Value: total, Known: column.found && total > 0}
	case len(d.Months) > 0:
		return b.listed(source, d)
	}
	return Count{Value: d.Total, Known: d.Total > 0}
}

// listed adds up the months of a list that lie in the period, one that lies in it only in part by its
// days. With a month missing, the sum would be that of another period than the signals are of.
func (b *binder) listed(source int, d *journeys.Denominator) Count {
	if len(b.unlisted(source)) > 0 {
		return Count{}
	}
	total := Count{}
	for _, m := range d.Months {
		if share := shareOf(b.journey.Period, m.Month); share > 0 {
			total.Value += m.Count * share
			total.Known = true
		}
	}
	return total
}

// unlisted are the months of the period that a list of denominators lacks. Where the period is open,
// the signals of the source are its end. It is empty for a denominator that is no list.
func (b *binder) unlisted(source int) []journeys.Month {
	d := b.journey.Sources[source].Denominator
	if d == nil || len(d.Months) == 0 {
		return nil
	}
	from, to := b.journey.Period.From, b.journey.Period.To
	if b.dated[source] {
		if from.IsZero() {
			from = signals.DateOf(int(b.days[source].from))
		}
		if to.IsZero() {
			to = signals.DateOf(int(b.days[source].to))
		}
	}
	return slices.DeleteFunc(monthsBetween(from, to), func(m journeys.Month) bool {
		return slices.ContainsFunc(d.Months, func(given journeys.MonthCount) bool { return given.Month == m })
	})
}

// summedTotal is what a column adds up to over the period. Of rows that each stand for a whole month,
// the month that the period cuts through counts by its days, as it does month by month: by its date
// the row would count for all or for nothing. Uneven are the months for which that cannot be done,
// because other months have no row or some rows have no date; the rows then count by their dates.
func (b *binder) summedTotal(sum columnSum) (total float64, uneven []journeys.Month) {
	if sum.ByDay || len(sum.Around) == 0 {
		return sum.Inside, nil
	}
	total = sum.Inside
	whole := sum.Loose == 0
	for _, m := range b.months() {
		whole = whole && sum.Around[m] > 0
		if share := shareOf(b.journey.Period, m); share < 1 {
			uneven = append(uneven, m)
			total += sum.Around[m]*share - sum.PerMonth[m]
		}
	}
	if whole || len(uneven) == 0 {
		return total, nil
	}
	return sum.Inside, uneven
}

// shareOf is the part of the days of a month that lie in a period, from 0 to 1. Where the period is
// open, all of them do.
func shareOf(p journeys.Period, m journeys.Month) float64 {
	first, last := m.First(), m.Last()
	if !p.From.IsZero() && first.Before(p.From) {
		first = p.From
	}
	if !p.To.IsZero() && p.To.Before(last) {
		last = p.To
	}
	return float64(max(0, first.Days(last)+1)) / float64(m.Last().Day)
}

// jointDenominator adds up the denominators of several sources; it is unknown as soon as one is. One
// that two sources share counts once.
func jointDenominator(names []string, sources []Source) Count {
	total := Count{Known: len(names) > 0}
	var seen []Exposure
	for _, s := range sources {
		if !slices.Contains(names, s.Name) || slices.ContainsFunc(seen, s.Exposure.same) {
			continue
		}
		seen = append(seen, s.Exposure)
		total.Value += s.Denominator.Value
		total.Known = total.Known && s.Denominator.Known
	}
	if !total.Known {
		return Count{}
	}
	return total
}

// missingMonths are the months that the lists of denominators of some sources lack, each once and in
// order.
func missingMonths(names []string, sources []Source) []journeys.Month {
	var all []journeys.Month
	for _, s := range sources {
		if !slices.Contains(names, s.Name) {
			continue
		}
		for _, m := range s.Exposure.Missing {
			if !slices.Contains(all, m) {
				all = append(all, m)
			}
		}
	}
	slices.SortFunc(all, compareMonths)
	return all
}

// denominators reports the ones that name a column that is not there, those that do not cover the
// period, and those that are far smaller than what they are the total of.
func (b *binder) denominators() journeys.Problems {
	var ps journeys.Problems
	for i, s := range b.journey.Sources {
		d := s.Denominator
		if missing := b.unlisted(i); len(missing) > 0 && !b.sources[i].Aside {
			ps = append(ps, journeys.Problem{Pos: d.Pos, Severity: journeys.Warning, Code: "noemer-maanden", Args: []any{s.Name, len(missing), monthList(missing)}})
		}
		// The denominator may be of applicants, who call more than once: hardly ten times on average, and
		// with a typed number, which is easily one of an example or of another year, not twice either.
		often := 10.0
		if d != nil && d.Source == "" {
			often = 2
		}
		if all := b.denominator(i); all.Known && often*all.Value < float64(b.sources[i].InUse()) && !b.sources[i].Aside {
			ps = append(ps, journeys.Problem{Pos: d.Pos, Severity: journeys.Warning, Code: "noemer-te-klein", Args: []any{s.Name, all.Value, b.sources[i].InUse()}})
		}
		if d == nil || d.Source == "" || b.journey.Source(d.Source) == nil || b.anyMissing([]string{d.Source}) {
			continue
		}
		sum, column := b.sum(d)
		total, uneven := b.summedTotal(sum)
		switch {
		case !column.found:
			ps = append(ps, journeys.Problem{Pos: d.At("veld"), Code: "noemer-veld", Args: []any{d.Source, d.Field, b.columnsOf(d.Source)}})
		case total <= 0:
			ps = append(ps, journeys.Problem{Pos: d.At("veld"), Severity: journeys.Warning, Code: "noemer-nul", Args: []any{d.Source, d.Field}})
		case len(uneven) > 0:
			ps = append(ps, journeys.Problem{Pos: d.At("veld"), Severity: journeys.Warning, Code: "noemer-deel-maand", Args: []any{s.Name, d.Source, monthList(uneven)}})
		}
	}
	return ps
}

// monthList writes months, with a sign when there are more.
func monthList(months []journeys.Month) string {
	const most = 6
	var list []string
	for _, m := range months[:min(len(months), most)] {
		list = append(list, m.String())
	}
	text := strings.Join(list, ", ")
	if len(months) > most {
		text += " …"
	}
	return text
}
