package words

import (
	"math"
	"strings"

	"klantreis/journeys/evidence"
)

// Effect tells a measured effect in one sentence.
func (w Report) Effect(e evidence.Effect) string {
	l := w.lang
	const unproved, unprovedEnglish = "; samenhang, geen bewijs van oorzaak.", "; association, no proof of cause."
	switch e.Verdict {
	case evidence.Decrease:
		s := l.pick("Daling van %s (waarschijnlijk tussen %s en %s)", "Decrease of %s (probably between %s and %s)",
			l.Percent(1-e.Ratio), l.Percent(1-e.High), l.Percent(1-e.Low))
		return s + w.goal(e) + l.pick(unproved, unprovedEnglish)
	case evidence.Increase:
		s := l.pick("Stijging van %s (waarschijnlijk tussen %s en %s)", "Increase of %s (probably between %s and %s)",
			w.more(e.Ratio), w.more(e.Low), w.more(e.High))
		return s + l.pick(unproved, unprovedEnglish)
	case evidence.NoDifference:
		return l.pick("Geen verschil te zien (waarschijnlijk tussen %s minder en %s meer)%s.", "No difference to be seen (probably between %s less and %s more)%s.",
			l.Percent(1-e.Low), w.more(e.High), w.goal(e))
	}
	switch e.Why {
	case evidence.ShortAfter:
		return l.pick("Te vroeg om te zeggen. Dat kan vanaf %s, als er dan acht weken met signalen zijn.",
			"Too early to say. It can be said from %s on, if there are eight weeks of signals by then.", l.Date(e.From))
	case evidence.ShortBefore:
		return l.pick("Niet te zeggen: van vóór de verandering zijn minder dan acht weken met signalen bekend. Wachten maakt dat niet anders; signalen van langer geleden wel.",
			"It cannot be said: fewer than eight weeks of signals are known from before the change. Waiting will not mend that; signals from longer ago will.")
	case evidence.FewSignals:
		return l.pick("Te vroeg om te zeggen: vooraf waren er geen signalen om mee te vergelijken.", "Too early to say: there were no signals before to compare with.")
	}
	return l.pick("Te vroeg om te zeggen: er zijn geen signalen met een datum.", "Too early to say: there are no signals with a date.")
}

// EffectShort tells a measured change in a few words, for where the whole sentence has no room; empty
// when there is none to tell.
func (w Report) EffectShort(e evidence.Effect) string {
	switch {
	case !e.Measured:
		return ""
	case e.Verdict == evidence.Decrease:
		return w.lang.pick("▼ daarna %s minder signalen", "▼ %s fewer signals since", w.lang.Percent(1-e.Ratio))
	case e.Verdict == evidence.Increase:
		return w.lang.pick("▲ daarna %s meer signalen", "▲ %s more signals since", w.more(e.Ratio))
	}
	return ""
}

// goal holds a change against what was intended.
func (w Report) goal(e evidence.Effect) string {
	wanted := w.lang.Percent(e.AtLeast)
	switch {
	case e.Goal == evidence.NoGoal:
		return ""
	case e.Goal == evidence.Beyond:
		return w.lang.pick(", meer dan de beoogde %s", ", more than the intended %s", wanted)
	case e.Verdict == evidence.Decrease && e.Goal == evidence.Short:
		return w.lang.pick(", minder dan de beoogde %s", ", less than the intended %s", wanted)
	case e.Verdict == evidence.Decrease:
		return w.lang.pick(", misschien minder dan de beoogde %s", ", perhaps less than the intended %s", wanted)
	case e.Goal == evidence.Short:
		return w.lang.pick("; een verandering van %s is niet waarschijnlijk", "; a change of %s is not likely", wanted)
	}
	return w.lang.pick("; een verandering van %s kan er toch zijn", "; there may be a change of %s all the same", wanted)
}

// more writes a ratio above 1 as a share; what has no end is "heel veel".
func (w Report) more(ratio float64) string {
	if ratio > 100 || math.IsNaN(ratio) {
		return w.lang.pick("heel veel", "very much")
	}
	return w.lang.Percent(math.Max(0, ratio-1))
}

// Compared tells from what an effect was reckoned.
func (w Report) Compared(signal string, e evidence.Effect) string {
	s := w.BeforeAfter(signal, e.Before, e.BeforeDays, e.After, e.AfterDays)
	s += w.evenly(e)
	if e.Verdict == evidence.TooEarly {
		return s + "."
	}
	unit := w.lang.pick("maand", "month")
	if e.Weeks {
		unit = w.lang.pick("week", "week")
	}
	s += w.lang.pick(". Vergeleken per %s, %s ervoor en %s erna", ". Compared per %s, %s before and %s after", unit, w.lang.Int(e.BeforeBins), w.lang.Int(e.AfterBins))
	if e.Exposed {
		s += w.lang.pick(", tegen de noemer van elke maand", ", against the denominator of each month")
	}
	if e.Change.Season {
		s += w.lang.pick(", zonder de invloed van het seizoen", ", without the influence of the season")
	}
	return s + "."
}

// Doubts are the remarks beside a verdict, each a sentence with its numbers.
func (w Report) Doubts(all []evidence.Doubt) []string {
	var list []string
	for _, d := range all {
		if text := w.doubt(d); text != "" {
			list = append(list, text)
		}
	}
	return list
}

func (w Report) doubt(d evidence.Doubt) string {
	l := w.lang
	n := func(v int) string { return l.Count(v, evidence.MinGroup) }
	switch d.Kind {
	case evidence.MovedSignal:
		return l.pick("Let op: ‘%s’ steeg in dezelfde tijd met %s, van %s naar %s signalen. Kijk of de vraag daarheen is verhuisd.",
			"Note: ‘%s’ rose by %s in the same time, from %s to %s signals. See whether the question moved there.", d.Subject, w.more(d.Ratio), n(d.Before), n(d.After))
	case evidence.MovedChannel:
		if d.Before == 0 {
			return l.pick("Let op: in bron %s kwam %s er in dezelfde tijd bij, met %s signalen. Kijk of de vraag daarheen is verhuisd.",
				"Note: in source %s, %s came in the same time, with %s signals. See whether the question moved there.", d.Source, l.Map().Channel(d.Subject), n(d.After))
		}
		return l.pick("Let op: in bron %s steeg %s in dezelfde tijd met %s, van %s naar %s signalen. Kijk of de vraag daarheen is verhuisd.",
			"Note: in source %s, %s rose by %s in the same time, from %s to %s signals. See whether the question moved there.", d.Source, l.Map().Channel(d.Subject), w.more(d.Ratio), n(d.Before), n(d.After))
	case evidence.SourceEnded:
		return l.pick("Let op: bron %s levert niets meer na %s (%s). Die tijd telt niet mee.",
			"Note: source %s delivers nothing after %s (%s). That time does not count.", d.Source, l.Date(d.From), l.days(d.Days))
	case evidence.SourceGap:
		return l.pick("Let op: bron %s leverde niets van %s tot en met %s (%s). Die tijd telt niet mee.",
			"Note: source %s delivered nothing from %s to %s (%s). That time does not count.", d.Source, l.Date(d.From), l.Date(d.To), l.days(d.Days))
	case evidence.WholeSource:
		if d.Ratio < 1 {
			return l.pick("Let op: al het andere in de bron daalde ook, met %s (van %s naar %s). Dan komt het misschien niet door het advies.",
				"Note: all else in the source fell too, by %s (from %s to %s). Then the advice may not be the reason.", l.Percent(1-d.Ratio), n(d.Before), n(d.After))
		}
		return l.pick("Let op: al het andere in de bron steeg ook, met %s (van %s naar %s). Dan komt het misschien niet door het advies.",
			"Note: all else in the source rose too, by %s (from %s to %s). Then the advice may not be the reason.", w.more(d.Ratio), n(d.Before), n(d.After))
	case evidence.Renamed:
		return l.pick("Let op: dit signaal verdween bijna, en de rest van de bron steeg met %s (van %s naar %s). Misschien wordt het nu anders geregistreerd.",
			"Note: this signal almost vanished, and the rest of the source rose by %s (from %s to %s). It may be registered otherwise now.", w.more(d.Ratio), n(d.Before), n(d.After))
	case evidence.NewChannel:
		return l.pick("Let op: in bron %s komt kanaal ‘%s’ pas voor vanaf %s. De registratie kan zijn veranderd.",
			"Note: in source %s, channel ‘%s’ first appears on %s. The way of registering may have changed.", d.Source, l.Map().Channel(d.Subject), l.Date(d.From))
	case evidence.GoneChannel:
		return l.pick("Let op: in bron %s komt kanaal ‘%s’ na %s niet meer voor. De registratie kan zijn veranderd.",
			"Note: in source %s, channel ‘%s’ is not seen after %s. The way of registering may have changed.", d.Source, l.Map().Channel(d.Subject), l.Date(d.From))
	case evidence.AlreadyThere:
		if d.Ratio < 1 {
			return l.pick("Let op: vóór het advies daalde dit al, met ongeveer %s per maand.", "Note: before the advice this fell already, by about %s a month.", l.Percent(1-d.Ratio))
		}
		return l.pick("Let op: vóór het advies steeg dit al, met ongeveer %s per maand.", "Note: before the advice this rose already, by about %s a month.", w.more(d.Ratio))
	case evidence.CourseOut:
		return l.pick("Er was al een verloop van %s per jaar; dat is eruit gehaald.", "There was a course of %s a year already; it was taken out.", l.Signed((d.Ratio-1)*100, 0)+"%")
	case evidence.CourseDoubt:
		return l.pick("Misschien was er al een verloop van %s per jaar; daarom is de marge ruimer.", "There may have been a course of %s a year already; so the margin is wider.", l.Signed((d.Ratio-1)*100, 0)+"%")
	case evidence.Alike:
		return l.pick("Maanden die op elkaar volgen, lijken op elkaar; daarom is de marge ruimer.", "Months resemble the ones before; so the margin is wider.")
	case evidence.NoSeason:
		return l.pick("Het seizoen is er niet uitgehaald: daarvoor zijn 24 maanden nodig.", "The season was not taken out: that needs 24 months.")
	case evidence.NoMonths:
		return l.pick("De noemer is niet van elke maand bekend; daarom is per dag vergeleken.", "The denominator is not known for each month; so days were compared.")
	}
	return ""
}

// Remarks joins sentences.
func Remarks(all ...string) string {
	var kept []string
	for _, s := range all {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " ")
}
