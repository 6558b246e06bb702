package words

import (
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// days writes a number of days that may not be known.
func (w Report) daysOf(c evidence.Count, working bool) string {
	return w.PromiseText(int(c.Value), working)
}

// Spread tells a lead time: half of the cases within, nine in ten within, as far as that is known.
func (w Report) Spread(s evidence.Spread, working bool) string {
	switch {
	case s.P90.Known:
		return w.lang.pick("De helft is klaar binnen %s, negen op de tien binnen %s.", "Half is done within %s, nine in ten within %s.",
			w.daysOf(s.P50, working), w.daysOf(s.P90, working))
	case s.P50.Known:
		return w.lang.pick("De helft is klaar binnen %s. Negen op de tien duurt langer dan %s: hoeveel langer is nog niet bekend.",
			"Half is done within %s. Nine in ten takes longer than %s: how much longer is not known yet.",
			w.daysOf(s.P50, working), w.PromiseText(int(s.Longest), working))
	}
	return w.lang.pick("Na %s is nog niet de helft klaar.", "After %s not even half is done.", w.PromiseText(int(s.Longest), working))
}

// ShortSpread is Spread in a few words, for beside a box.
func (w Report) ShortSpread(s evidence.Spread, working bool) string {
	switch {
	case s.P90.Known:
		return w.lang.pick("de helft binnen %s, 9 van de 10 binnen %s", "half within %s, 9 in 10 within %s", w.daysOf(s.P50, working), w.daysOf(s.P90, working))
	case s.P50.Known:
		return w.lang.pick("de helft binnen %s, 9 van de 10: nog niet bekend", "half within %s, 9 in 10: not known yet", w.daysOf(s.P50, working))
	}
	return w.lang.pick("nog niet de helft klaar na %s", "not even half done after %s", w.PromiseText(int(s.Longest), working))
}

// BeyondAxis tells of the cases that a figure has no room for.
func (w Report) BeyondAxis(n, until, longest int, working bool) string {
	if n < evidence.MinGroup {
		return w.lang.pick("Niet getekend: minder dan 5 zaken die langer dan %s duren.", "Not drawn: fewer than 5 cases that take longer than %s.", w.PromiseText(until, working))
	}
	return w.lang.pick("Niet getekend: %s zaken die langer dan %s duren, tot %s.", "Not drawn: %s cases that take longer than %s, up to %s.",
		w.lang.Int(n), w.PromiseText(until, working), w.PromiseText(longest, working))
}

// NotReached stands in the place of a percentile that is not known yet.
func (w Report) NotReached(s evidence.Spread, working bool) string {
	return w.lang.pick("langer dan %s", "longer than %s", w.PromiseText(int(s.Longest), working))
}

// Kept tells the share within the promise, with its interval.
func (w Report) Kept(s evidence.Share, promise string) string {
	return w.lang.pick("%s is klaar binnen de belofte van %s (%s).", "%s is done within the promise of %s (%s).", w.lang.Percent(s.Value), promise, w.ShareRange(s))
}

// ShareRange writes the 95% interval of a share.
func (w Report) ShareRange(s evidence.Share) string {
	return w.Probably(w.lang.Percent(s.Low), w.lang.Percent(s.High))
}

// ShareCell writes a share with its interval, for a table.
func (w Report) ShareCell(s evidence.Share) string {
	if !s.Known {
		return w.Unknown
	}
	return w.lang.pick("%s (%s tot %s)", "%s (%s to %s)", w.lang.Percent(s.Value), w.lang.Percent(s.Low), w.lang.Percent(s.High))
}

// OpenCases tells how many cases had no end yet, and what that does.
func (w Report) OpenCases(n int, followed journeys.Date) string {
	count := w.lang.Count(n, evidence.MinGroup)
	if followed.IsZero() {
		return w.lang.pick("%s zaken waren nog open en tellen hier niet mee", "%s cases were still open and do not count here", count)
	}
	return w.lang.pick("%s zaken waren op %s nog open; die tellen mee als: duurt langer", "%s cases were still open on %s; they count as: takes longer", count, w.lang.Date(followed))
}

// WorkingDaysAre tells which days are no working days.
func (w Report) WorkingDaysAre() string {
	return w.lang.pick("werkdagen: zonder weekend en de feestdagen van de Algemene termijnenwet", "working days: without weekends and the public holidays of the Dutch Algemene termijnenwet")
}

// KeptPerMonth titles the chart of a promise over time.
func (w Report) KeptPerMonth(leadTime string) string {
	return w.lang.pick("Belofte gehaald per maand: %s", "Promise kept per month: %s", leadTime)
}

// KeptUnit names its values.
func (w Report) KeptUnit(promise string) string {
	return w.lang.pick("%% binnen %s", "%% within %s", promise)
}

// ColBegan and ColKeptRange head the columns of its table.
func (w Report) ColBegan() string { return w.lang.pick("Begonnen in", "Began in") }
func (w Report) ColKeptRange() string {
	return w.lang.pick("Binnen belofte (met marge)", "Within promise (with margin)")
}

// KeptAlt tells such a chart in words: its first and last month, and the lowest one.
func (w Report) KeptAlt(title, first, firstValue, last, lastValue, low, lowValue string) string {
	return w.lang.pick("%s. Van %s in %s naar %s in %s. Het laagst: %s in %s.", "%s. From %s in %s to %s in %s. Lowest: %s in %s.",
		title, firstValue, first, lastValue, last, lowValue, low)
}

// MonthOfBegin tells by what such a chart counts, and how to read its bars.
func (w Report) MonthOfBegin() string {
	return w.lang.pick("per maand waarin de zaak begon; het streepje is de marge waar het echte aandeel waarschijnlijk in ligt: hoe minder zaken, hoe langer het streepje", "by the month in which the case began; the upright line is the margin in which the true share probably lies: the fewer cases, the longer it is")
}

// HiddenMonths tells why months lack.
func (w Report) HiddenMonths() string {
	return w.lang.pick("maanden met minder dan 5 zaken, en maanden waarvan het te vroeg is om het te weten, staan er niet bij", "months with fewer than 5 cases, and months of which it is too early to know, are not shown")
}

// TooLate tells how many open cases are past the promise on a day.
func (w Report) TooLate(late, open int, promise string, on journeys.Date, ages []string) string {
	text := w.lang.pick("Op %s waren %s van de %s open zaken al over de belofte van %s heen", "On %s, %s of the %s open cases were past the promise of %s",
		w.lang.Date(on), w.lang.Count(late, evidence.MinGroup), w.lang.Count(open, evidence.MinGroup), promise)
	if late == open && late >= evidence.MinGroup {
		text = w.lang.pick("Op %s waren alle %s open zaken al over de belofte van %s heen", "On %s, all %s open cases were past the promise of %s",
			w.lang.Date(on), w.lang.Int(open), promise)
	}
	if len(ages) > 0 {
		text += ": " + strings.Join(ages, ", ")
	}
	return text + "."
}

// LateBy tells of a group of open cases how late they are; to 0: or more.
func (w Report) LateBy(n, from, to int, working bool) string {
	if to == 0 {
		return w.lang.pick("%s zijn meer dan %s te laat", "%s are more than %s late", w.lang.Int(n), w.PromiseText(from-1, working))
	}
	return w.lang.pick("%s zijn %s tot %s te laat", "%s are %s to %s late", w.lang.Int(n), strconv.Itoa(from), w.PromiseText(to, working))
}

// NowLate titles that, and SlowestTitle what the slowest cases share.
func (w Report) NowLate() string { return w.lang.pick("Nu te laat", "Late now") }
func (w Report) SlowestTitle() string {
	return w.lang.pick("Wat de traagste zaken gemeen hebben", "What the slowest cases have in common")
}

// Slowest tells what the slow cases have in common.
func (w Report) Slowest(l evidence.LeadTime) string {
	s := l.Slowest
	text := w.lang.pick("%s: %s zaken duurden langer dan %s.", "%s: %s cases took longer than %s.", l.Title, w.lang.Int(s.N), w.PromiseText(int(s.Than), l.Working))
	for _, t := range s.Shared {
		text += " " + w.trait(s, t)
	}
	if len(s.Shared) == 0 {
		text += w.lang.pick(" In kanaal, onderwerp en maand verschillen ze niet meer van de andere zaken dan toeval kan verklaren.", " In channel, topic and month they do not differ from the other cases more than chance can explain.")
		if s.Coarse {
			text = strings.Replace(text, w.lang.pick("kanaal, onderwerp en maand", "channel, topic and month"), w.lang.pick("maand", "month"), 1)
		}
	}
	return text + w.lang.pick(" Vergeleken met %s.", " Compared with %s.", w.lang.things(s.Rest, "andere zaak", "andere zaken", "other case", "other cases"))
}

func (w Report) trait(s evidence.Slowest, t evidence.SharedTrait) string {
	share, others := w.lang.Percent(float64(t.N)/float64(s.N)), w.lang.Percent(float64(t.Of-t.N)/float64(max(s.Rest, 1)))
	if n := t.Of - t.N; n > 0 && n < evidence.MinGroup {
		others = w.lang.pick("minder dan 5 zaken", "fewer than 5 cases")
	}
	n := w.lang.pick("er %s", "%s", w.lang.Int(t.N))
	switch left := s.N - t.N; {
	case left == 0:
		n, share = w.lang.pick("ze alle", "all"), "100%"
	case left < evidence.MinGroup: // those could be reckoned out
		n, share = w.lang.pick("ze bijna alle", "nearly all"), w.lang.pick("meer dan %s", "more than %s", w.lang.Percent(1-float64(evidence.MinGroup)/float64(s.N)))
	}
	switch t.Kind {
	case evidence.ByChannel:
		return w.lang.pick("Daarvan kwamen %s via ‘%s’ (%s); van de andere zaken %s.", "Of these, %s came by ‘%s’ (%s); of the others %s.", n, w.lang.Map().Channel(t.Name), share, others)
	case evidence.ByTopic:
		return w.lang.pick("Daarvan gingen %s over ‘%s’ (%s); van de andere zaken %s.", "Of these, %s were about ‘%s’ (%s); of the others %s.", n, t.Name, share, others)
	}
	return w.lang.pick("Daarvan begonnen %s in %s (%s); van de andere zaken %s.", "Of these, %s began in %s (%s); of the others %s.", n, w.lang.Month(t.Month), share, others)
}

// MetricBasis tells the sample of a measurement, and its interval.
func (w Report) MetricBasis(when string, p evidence.MetricPoint) string {
	if p.N == 0 {
		return w.lang.pick("%s: n niet bekend, dus de onzekerheid ook niet", "%s: n not known, so neither is the uncertainty", when)
	}
	return when + ": n = " + w.lang.Int(p.N)
}

// ColScoreRange heads the column of the intervals of scores.
func (w Report) ColScoreRange() string {
	return w.lang.pick("Marge, hoogstens", "Margin, at most")
}

// PointRange writes the interval of a score.
func (w Report) PointRange(m evidence.Metric, p evidence.MetricPoint) string {
	if !p.Bounded {
		return w.Unknown
	}
	return w.lang.pick("%s tot %s", "%s to %s", w.score(m, p.Low), w.score(m, p.High))
}

// score writes a score: in tenths, and in whole points on a scale of many.
func (w Report) score(m evidence.Metric, v float64) string { return w.lang.Number(v, places(m)) }

func places(m evidence.Metric) int {
	if m.Span >= 50 {
		return 0
	}
	return 1
}

// Changed tells what may be said of the change of a score from its first point to its last; nothing when
// there is one point.
func (w Report) Changed(m evidence.Metric, first, last string) string {
	c := m.Change
	if c.Kind == evidence.NoChange {
		return ""
	}
	from, to := m.Points[0], m.Points[len(m.Points)-1]
	text := w.lang.pick("Van %s (%s) naar %s (%s)", "From %s (%s) to %s (%s)", w.score(m, from.Value), first, w.score(m, to.Value), last)
	if by := w.score(m, abs(c.By)); strings.Trim(by, "0,.") != "" {
		if c.By > 0 {
			text += w.lang.pick(": %s hoger", ": %s higher", by)
		} else {
			text += w.lang.pick(": %s lager", ": %s lower", by)
		}
	} else {
		text += w.lang.pick(": even hoog", ": equal")
	}
	if m.LowIsBest && c.By != 0 {
		text += w.lang.pick(" (lager is hier beter)", " (lower is better here)")
	}
	switch c.Kind {
	case evidence.NoSamples:
		return text + w.lang.pick(". Hoeveel mensen antwoordden (n), is niet van beide bekend. Dus weten we niet of dit toeval kan zijn.", ". How many people answered (n) is not known of both. So we do not know whether this can be chance.")
	case evidence.NoScale:
		return text + w.lang.pick(". De schaal is niet bekend. Dus weten we niet of dit toeval kan zijn.", ". The scale is not known. So we do not know whether this can be chance.")
	}
	text += w.lang.pick(", met een marge van hoogstens %s tot %s", ", with a margin of at most %s to %s", w.lang.Signed(c.Low, places(m)), w.lang.Signed(c.High, places(m)))
	if c.Kind == evidence.Unsure {
		if c.Enough > 0 && strings.Trim(w.score(m, c.Enough), "0,.") != "" { // certain if the answers lay close together
			return text + w.lang.pick(". We weten niet zeker of dit meer is dan toeval.", ". We do not know for sure whether this is more than chance.")
		}
		return text + w.lang.pick(". Dat kan toeval zijn.", ". That can be chance.")
	}
	return text + w.lang.pick(". Dat is meer dan toeval, hoe ver de antwoorden ook uiteenliepen.", ". That is more than chance, however far the answers lay apart.")
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}

// WidestRange tells where the intervals of scores come from.
func (w Report) WidestRange() string {
	return w.lang.pick("het streepje is de marge op zijn ruimst: alsof iedereen het laagste of het hoogste antwoord gaf", "the upright line is the margin at its widest: as if everybody gave the lowest or the highest answer")
}
