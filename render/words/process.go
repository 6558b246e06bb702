package words

import (
	"klantreis/journeys/evidence"
	"klantreis/journeys/statistics"
)

// ProcessTitle titles a process behaviour chart (XmR chart).
func (w Report) ProcessTitle(what string) string {
	return w.lang.pick("Gewoon of bijzonder? %s", "Usual or special? %s", what)
}

// ProcessLabel names the course of a signal.
func (w Report) ProcessLabel() string { return w.lang.pick("Gewoon of bijzonder", "Usual or special") }

// ProcessValue heads the column of values.
func (w Report) ProcessValue(per1000 bool) string {
	if per1000 {
		return w.lang.pick("Per 1.000", "Per 1,000")
	}
	return w.lang.pick("Aantal", "Number")
}

// ProcessMean names the level.
func (w Report) ProcessMean() string { return w.lang.pick("Gemiddelde", "Mean") }

// ProcessHigh names the upper limit of what is usual.
func (w Report) ProcessHigh() string { return w.lang.pick("Bovengrens", "Upper limit") }

// ProcessLow names the lower one.
func (w Report) ProcessLow() string { return w.lang.pick("Ondergrens", "Lower limit") }

// ProcessRange heads the column of the mean and what is usual around it.
func (w Report) ProcessRange() string {
	return w.lang.pick("Gemiddeld (gewoon tussen)", "Mean (usual between)")
}

// ProcessSpecial names the points that chance does not explain.
func (w Report) ProcessSpecial() string { return w.lang.pick("Bijzonder", "Special") }

// Usual writes a mean with the limits around it.
func (w Report) Usual(mean, low, high string) string {
	return w.lang.pick("%s (%s tot %s)", "%s (%s to %s)", mean, low, high)
}

// Cause tells why a point is special; a dash when it is not.
func (w Report) Cause(p statistics.Point) string {
	switch p.Cause {
	case statistics.Outside:
		if p.Above {
			return w.lang.pick("boven de bovengrens", "above the upper limit")
		}
		return w.lang.pick("onder de ondergrens", "below the lower limit")
	case statistics.Shift:
		if p.Above {
			return w.lang.pick("zeven of meer op rij boven het gemiddelde", "seven or more in a row above the mean")
		}
		return w.lang.pick("zeven of meer op rij onder het gemiddelde", "seven or more in a row below the mean")
	case statistics.Trend:
		return w.lang.pick("zes stappen op rij dezelfde kant op", "six steps in a row the same way")
	case statistics.Near:
		return w.lang.pick("twee van de drie dicht bij een grens", "two of three near a limit")
	}
	return "–"
}

// ProcessUnit names what a level counts, a space before it.
func (w Report) ProcessUnit(per1000 bool) string {
	if per1000 {
		return w.lang.pick(" per 1.000", " per 1,000")
	}
	return w.lang.pick(" per maand", " a month")
}

// ProcessStory tells what a chart shows; the unit comes after a level.
func (w Report) ProcessStory(p statistics.Process, unit string) string {
	l := w.lang
	level := func(part statistics.Part) string { return l.Number(part.Mean, 1) + unit }
	last := p.Parts[len(p.Parts)-1]
	s := l.pick("Gemiddeld %s", "On average %s", level(last))
	if len(p.Parts) > 1 {
		s = l.pick("Eerst gemiddeld %s, na de verandering %s", "First %s on average, %s after the change", level(p.Parts[0]), level(last))
	}
	if after := p.Points[last.Base:]; len(after) > 0 {
		if len(p.Parts) == 1 {
			s = l.pick("Vóór de verandering gemiddeld %s", "Before the change %s on average", level(last))
		}
		return s + ". " + w.heldStory(after)
	}
	special := 0
	for _, part := range p.Parts {
		special += part.Special
	}
	switch special {
	case len(p.Points):
		return s + l.pick(". Alle punten zijn bijzonder: het niveau is veranderd, en deze grenzen zeggen dan weinig.", ". All points are special: the level changed, and then these limits say little.")
	case 0:
		return s + l.pick(". Daaromheen is er alleen gewone schommeling.", ". Around that there is only usual variation.")
	case 1:
		return s + l.pick(". Bijzonder is 1 van de %s punten.", ". Special is 1 of the %s points.", l.Int(len(p.Points)))
	}
	return s + l.pick(". Bijzonder zijn %s van de %s punten.", ". Special are %s of the %s points.", l.Int(special), l.Int(len(p.Points)))
}

// heldStory tells how the few points after a change lie against the limits of before it.
func (w Report) heldStory(after []statistics.Point) string {
	special, above := 0, 0
	for _, p := range after {
		if p.Cause != statistics.Common {
			special++
			if p.Above {
				above++
			}
		}
	}
	where := w.lang.pick("buiten wat eerst gewoon was", "outside what was usual before")
	switch {
	case above == special:
		where = w.lang.pick("hoger dan wat eerst gewoon was", "higher than was usual before")
	case above == 0:
		where = w.lang.pick("lager dan wat eerst gewoon was", "lower than was usual before")
	}
	n := w.lang.Int(len(after))
	switch {
	case special == 0 && len(after) == 1:
		return w.lang.pick("De maand erna wijkt daar niet van af.", "The month after does not differ from that.")
	case special == 0:
		return w.lang.pick("De %s maanden erna wijken daar niet van af.", "The %s months after do not differ from that.", n)
	case len(after) == 1:
		return w.lang.pick("De maand erna is %s.", "The month after is %s.", where)
	case special == len(after):
		return w.lang.pick("De %s maanden erna zijn allemaal %s.", "The %s months after are all %s.", n, where)
	case special == 1:
		return w.lang.pick("Van de %s maanden erna is er 1 %s.", "Of the %s months after, 1 is %s.", n, where)
	}
	return w.lang.pick("Van de %s maanden erna zijn er %s %s.", "Of the %s months after, %s are %s.", n, w.lang.Int(special), where)
}

// ProcessHeld tells that limits are those of the months before an advice, and until when.
func (w Report) ProcessHeld(advice int) string {
	return w.lang.pick("grenzen uit de maanden vóór advies %s; ze beginnen opnieuw als er %s maanden na het advies zijn",
		"limits of the months before advice %s; they begin anew with %s months after the advice", w.lang.Int(advice), w.lang.Int(statistics.LeastPoints))
}

// ProcessMethod tells how the limits were reckoned.
func (w Report) ProcessMethod(rebased, provisional bool) string {
	s := w.lang.pick("een ruit is een bijzonder punt; grenzen: gemiddelde ± 2,66 × gemiddelde stap (XmR)", "a diamond is a special point; limits: mean ± 2.66 × mean moving range (XmR)")
	if rebased {
		s += w.lang.pick(", opnieuw bepaald vanaf de maand van het advies", ", set anew from the month of the advice")
	}
	if provisional {
		s += w.lang.pick(", voorlopig: minder dan %s punten", ", provisional: fewer than %s points", w.lang.Int(statistics.EnoughPoints))
	}
	return s
}

// LeftOut says that months are missing from a chart on purpose.
func (w Report) LeftOut() string {
	return w.lang.pick("Maanden die niet heel in de periode liggen of waarin een bron stil was, staan er niet in.", "Months that lie in the period only in part, or in which a source was silent, are left out.")
}

// Sign tells in a few words what is special about the last months of a signal; empty when nothing is.
func (w Report) Sign(s evidence.Sign) string {
	switch s {
	case evidence.Above:
		return w.lang.pick("▲ de laatste tijd hoger dan gewoon", "▲ higher than usual lately")
	case evidence.Below:
		return w.lang.pick("▼ de laatste tijd lager dan gewoon", "▼ lower than usual lately")
	case evidence.AboveBefore:
		return w.lang.pick("▲ hoger dan vóór het advies", "▲ higher than before the advice")
	case evidence.BelowBefore:
		return w.lang.pick("▼ lager dan vóór het advies", "▼ lower than before the advice")
	case evidence.Rising:
		return w.lang.pick("▲ stijgt al maanden", "▲ rising for months")
	case evidence.Falling:
		return w.lang.pick("▼ daalt al maanden", "▼ falling for months")
	}
	return ""
}
