package words

import (
	"strings"

	"klantreis/journeys"
)

// Choose says in one sentence what is to be decided: on one piece of advice or several, in the gift for
// all or for one owner.
func (w Story) Choose(n int, all bool) string {
	switch {
	case n == 1 && all:
		return w.lang.pick("Wij vragen u: besluit of u dit advies overneemt. U ziet van wie het is.", "We ask you: decide whether you take this advice over. You see whose it is.")
	case n == 1:
		return w.lang.pick("Wij vragen u: besluit of u dit advies overneemt, en wie het doet.", "We ask you: decide whether you take this advice over, and who does it.")
	case all:
		return w.lang.pick("Wij vragen u: kies welke van deze adviezen u overneemt. Bij elk advies ziet u van wie het is.", "We ask you: choose which of these you take over. You see whose each piece of advice is.")
	}
	return w.lang.pick("Wij vragen u: kies welke van deze adviezen u overneemt, en wie het doet.", "We ask you: choose which of these you take over, and who does it.")
}

// HurtsYours titles the worst of the moments that an owner gets advice about, where another is worse.
func (w Story) HurtsYours() string {
	return w.lang.pick("Hier doet het pijn, bij ons advies aan u", "Here it hurts, at our advice for you")
}

// AtSteps tells that a number of signals is of those that a step claims, not of all that were read.
func (l Lang) AtSteps(signals string) string {
	return l.pick("%s bij een stap", "%s at a step", signals)
}

// Unbroken ties the last two words of a status, so that a narrow column breaks it between words.
func Unbroken(status string) string {
	if at := strings.LastIndexByte(status, ' '); at >= 0 {
		return status[:at] + "\u00A0" + status[at+1:]
	}
	return status
}

// BriefFeeling tells the basis of a measured emotion where the margin is drawn beside it.
func (w Report) BriefFeeling(n int, mark string) string {
	return w.lang.pick("Van −2 tot +2 · gemiddeld een %s uit %s cijfers", "From −2 to +2 · mean %s out of 10, %s scores", mark, w.lang.Int(n))
}

// BriefBasis tells the basis of a count where the rate with its margin stands elsewhere.
func (w Report) BriefBasis(count string, sources []string, p journeys.Period) string {
	s := w.From(w.lang.pick("n = %s", "n = %s", count), sources)
	if !p.IsZero() {
		s += " · " + w.lang.ShortPeriod(p)
	}
	return s
}

// NothingAsked opens the gift of an owner whose advice was not taken over, and keeps the door open.
func (w Story) NothingAsked(n int) string {
	if n == 1 {
		return w.lang.pick("Dit advies is niet overgenomen. Hieronder staat waarom. Dank u wel dat u ernaar keek. Er ligt nu geen vraag meer. Verandert er iets, of ziet u een andere weg? Dan praten we graag verder.",
			"This advice was not taken over. Below you see why. Thank you for looking at it. No question is open now. Does something change, or do you see another way? Then we would like to talk again.")
	}
	return w.lang.pick("Deze adviezen zijn niet overgenomen. Hieronder staat waarom. Dank u wel dat u ernaar keek. Er ligt nu geen vraag meer. Verandert er iets, of ziet u een andere weg? Dan praten we graag verder.",
		"This advice was not taken over. Below you see why. Thank you for looking at it. No question is open now. Does something change, or do you see another way? Then we would like to talk again.")
}

// WeAdvised titles the advice that was given and not taken over.
func (w Story) WeAdvised() string {
	return w.lang.pick("Dit adviseerden wij", "This is what we advised")
}

// SaidAlready tells whether a noun says where a count is from: 240 zaken, not 240 zaken uit zaken.
func SaidAlready(noun string, sources []string) bool {
	return len(sources) == 1 && journeys.Fold(noun) == journeys.Fold(sources[0])
}
