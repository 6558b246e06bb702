package words

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// MonthlyRates titles the chart of rates; about names the sources when there are several such charts.
func (w Report) MonthlyRates(about string) string {
	title := w.lang.pick("Signalen per 1.000, per maand", "Signals per 1,000, per month")
	if about != "" {
		title += " (" + about + ")"
	}
	return title
}

// RateUnit names the values of such a chart: signalen per 1.000 aanvragers.
func (w Report) RateUnit(of string) string {
	if of == "" {
		of = w.lang.pick("van de noemer", "of the denominator")
	}
	return w.lang.pick("signalen per 1.000 %s", "signals per 1,000 %s", of)
}

// RateCell writes a rate with its interval.
func (w Report) RateCell(r evidence.Rate) string {
	return w.lang.pick("%s (%s tot %s)", "%s (%s to %s)", w.rate(r.Value), w.rate(r.Low), w.rate(r.High))
}

// rate writes a number per 1,000: with a decimal, and with two where one would leave nothing.
func (w Report) rate(v float64) string {
	if v > 0 && v < 0.1 {
		return w.lang.Number(v, 2)
	}
	return w.lang.Number(v, 1)
}

// Rate tells a count per 1,000 of its denominator, with the interval and what the denominator is.
func (w Report) Rate(r evidence.Rate, denominator string) string {
	return w.lang.pick("%s per 1.000 (van %s; %s)", "%s per 1,000 (of %s; %s)",
		w.rate(r.Value), denominator, w.Probably(w.rate(r.Low), w.rate(r.High)))
}

// Things names what a counted denominator counts: the records of a source or what a column holds,
// with the names that known systems give to visits written as a word.
func (w Report) Things(e evidence.Exposure) string {
	switch {
	case e.Kind != evidence.FromSource:
		return ""
	case e.Records:
		return w.lang.pick("regels van ‘%s’", "rows of ‘%s’", e.Source)
	case journeys.Fold(e.Field) == "nb_visits":
		return w.lang.pick("bezoeken", "visits")
	case journeys.Fold(e.Field) == "nb_hits":
		return w.lang.pick("bekeken pagina’s", "pages viewed")
	}
	return strings.ReplaceAll(e.Field, "_", " ")
}

// Denominator writes a denominator with what it counts and where it is from.
func (w Report) Denominator(total evidence.Count, e evidence.Exposure) string {
	switch {
	case !total.Known && len(e.Missing) > 0:
		return w.Unknown + ": " + w.MissingMonths(len(e.Missing))
	case !total.Known:
		return w.Unknown
	}
	n := w.lang.Number(total.Value, 0)
	switch e.Kind {
	case evidence.FromSource:
		return w.lang.pick("%s %s, geteld uit %s", "%s %s, counted from %s", n, w.Things(e), e.Source)
	case evidence.PerMonth:
		return w.lang.pick("%s, opgegeven per maand", "%s, given per month", n)
	}
	return w.lang.pick("%s, opgegeven als één totaal", "%s, given as one total", n)
}

// DenominatorOf labels a denominator in a line of basis.
func (w Report) DenominatorOf(denominator string) string {
	return w.lang.pick("noemer: %s", "denominator: %s", denominator)
}

// NoRates tells why a chart of counts has no rates per month beside it. Source has the denominator.
func (w Report) NoRates(gap evidence.Gap, source string) string {
	return w.lang.pick("Per 1.000, per maand, kan hier niet: ", "Per 1,000, per month, cannot be told here: ") + w.Gap(gap, source) + "."
}

// Gap tells a reason why there is no rate, as the end of a sentence.
func (w Report) Gap(gap evidence.Gap, source string) string {
	switch gap {
	case evidence.OnlyTotal:
		return w.lang.pick("van ‘%s’ is alleen een totaal bekend, niet het aantal per maand", "of ‘%s’ only a total is known, not the number per month", source)
	case evidence.NoDates:
		return w.lang.pick("de noemer van ‘%s’ is geteld uit regels zonder datum", "the denominator of ‘%s’ was counted from rows without a date", source)
	case evidence.MonthMissing:
		return w.lang.pick("de noemer van ‘%s’ is voor te weinig maanden bekend", "the denominator of ‘%s’ is known for too few months", source)
	case evidence.TooSmall:
		return w.lang.pick("de noemer van ‘%s’ is kleiner dan het aantal signalen", "the denominator of ‘%s’ is smaller than the number of signals", source)
	case evidence.SmallGroup:
		return w.lang.pick("de noemer van ‘%s’ is kleiner dan 5", "the denominator of ‘%s’ is smaller than 5", source)
	}
	return w.lang.pick("bij ‘%s’ staat geen noemer", "‘%s’ has no denominator", source)
}

// NoRate tells why a total has no rate although there is a denominator.
func (w Report) NoRate(gap evidence.Gap, denominator string) string {
	if gap == evidence.TooSmall {
		return w.lang.pick("niet per 1.000: de noemer (%s) is kleiner dan het aantal", "not per 1,000: the denominator (%s) is smaller than the number", denominator)
	}
	return w.lang.pick("niet per 1.000: de noemer (%s) is kleiner dan 5", "not per 1,000: the denominator (%s) is smaller than 5", denominator)
}

// NoRateWithout tells that a total has no rate because its denominator is given for other months only.
func (w Report) NoRateWithout(months int) string {
	return w.lang.pick("niet per 1.000: ", "not per 1,000: ") + w.MissingMonths(months)
}

// MissingMonths tells of how many months of the period the denominator is not given.
func (w Report) MissingMonths(n int) string {
	if n == 1 {
		return w.lang.pick("van 1 maand ontbreekt de noemer", "the denominator of 1 month is missing")
	}
	return w.lang.pick("van %s maanden ontbreekt de noemer", "the denominator of %s months is missing", w.lang.Int(n))
}

// MonthsWithout lists the months for which a rate is not known, by reason.
func (w Report) MonthsWithout(gap evidence.Gap, months []string) string {
	list := strings.Join(months, ", ")
	if gap == evidence.TooSmall {
		return w.lang.pick("In %s is de noemer kleiner dan het aantal signalen.", "In %s the denominator is smaller than the number of signals.", list)
	}
	return w.lang.pick("Van %s is de noemer niet bekend.", "Of %s the denominator is not known.", list)
}

// HalfMonth marks a month that lies in the period only in part.
func HalfMonth(month string) string { return month + "*" }

// HalfMonths explains the mark; divided says that denominators were divided over the days.
func (w Report) HalfMonths(divided bool) string {
	text := w.lang.pick("* Deze maand valt maar voor een deel in de periode", "* This month lies in the period only in part")
	if divided {
		text += w.lang.pick("; de noemer is naar het aantal dagen verdeeld", "; the denominator is divided by the number of days")
	}
	return text + "."
}

// RateRange tells the lowest and the highest month of a rate.
func (w Report) RateRange(low, lowMonth, high, highMonth string) string {
	return w.lang.pick("van %s (%s) tot %s (%s)", "from %s (%s) to %s (%s)", low, lowMonth, high, highMonth)
}

// OfAll tells a count with what it is a part of: 465 van 4.938.
func (w Report) OfAll(n string, all int) string {
	return w.lang.pick("%s van %s", "%s of %s", n, w.lang.Int(all))
}

// Counted tells how many signals of how many stand behind an advice, and of which sources.
func (w Report) Counted(n string, all int, sources []string) string {
	return w.lang.pick("%s signalen uit %s", "%s signals from %s", w.OfAll(n, all), strings.Join(sources, ", "))
}

// From adds the sources to a count.
func (w Report) From(count string, sources []string) string {
	return w.lang.pick("%s uit %s", "%s from %s", count, strings.Join(sources, ", "))
}

// CountedIn ends a list of counts with the period that all of them are of.
func (w Report) CountedIn(p journeys.Period) string {
	if p.IsZero() {
		return ""
	}
	return w.lang.pick("geteld over %s", "counted over %s", w.lang.ShortPeriod(p))
}

// ShortPeriod writes a window as months where it holds whole ones: april–november 2022.
func (l Lang) ShortPeriod(p journeys.Period) string {
	from, to := p.From, p.To
	if from.IsZero() || to.IsZero() || from.Day != 1 || to != to.MonthOf().Last() {
		return l.Period(p)
	}
	first, last := l.Month(from.MonthOf()), l.Month(to.MonthOf())
	switch {
	case first == last:
		return first
	case from.Year == to.Year:
		first, _, _ = strings.Cut(first, " ")
	}
	return first + "–" + last
}

// AddedUp writes a denominator that is the sum of those of several sources.
func (w Report) AddedUp(total evidence.Count, sources []string) string {
	return w.lang.pick("%s, opgeteld over %s", "%s, added up over %s", w.lang.Number(total.Value, 0), strings.Join(sources, ", "))
}

// Reason writes what an advice rests on, for the map: 812 van 5.012 signalen uit kcc, 240 zaken uit
// zaken, klantarena. Shown is its number as it may be shown.
func (l Lang) Reason(r evidence.Reason, shown string) string {
	noun, ok := l.Map().reasons[r.Kind]
	switch {
	case !ok:
		return r.Kind
	case noun.Many == "":
		return noun.One
	}
	text := noun.Of(r.N, shown)
	if r.Of > 0 {
		text = noun.Of(r.Of, l.Report().OfAll(shown, r.Of))
	}
	if len(r.Sources) > 0 && !SaidAlready(noun.Many, r.Sources) {
		text = l.Report().From(text, r.Sources)
	}
	return text
}
