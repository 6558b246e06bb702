package words

import "strings"

// Plain words for what statistics says with terms. The method in the appendix tells how certain
// "probably" is, and how it was reckoned.

// Probably tells between which ends a number lies with 95% confidence.
func (w Report) Probably(low, high string) string {
	return w.lang.pick("waarschijnlijk tussen %s en %s", "probably between %s and %s", low, high)
}

// WithMargin heads a column of numbers with their ends in brackets.
func (w Report) WithMargin(what string) string {
	return w.lang.pick("%s (met marge)", "%s (with margin)", what)
}

// InBrackets explains the ends in brackets behind a number.
func (w Report) InBrackets() string {
	return w.lang.pick("tussen haakjes: waar het echte getal waarschijnlijk tussen ligt", "in brackets: between which the true number probably lies")
}

// Asking turns a pain point into a question to talk about; the nth one asks in another way.
func (w Report) Asking(n int, step, pain string) string {
	pain = inSentence(strings.TrimRight(strings.TrimSpace(pain), ".!?"))
	switch n % 4 {
	case 1:
		return w.lang.pick("Wat zou klanten helpen bij ‘%s’, nu dit wringt: %s?", "What would help customers at ‘%s’, now that this chafes: %s?", step, pain)
	case 2:
		return w.lang.pick("Wie kan hier iets aan doen, bij ‘%s’: %s?", "Who can do something about this, at ‘%s’: %s?", step, pain)
	case 3:
		return w.lang.pick("Wat zou morgen al anders kunnen bij ‘%s’: %s?", "What could be different tomorrow at ‘%s’: %s?", step, pain)
	}
	return w.lang.pick("Herkent u dit bij ‘%s’: %s?", "Do you recognise this at ‘%s’: %s?", step, pain)
}

// DenominatorsIntro stands above the denominators of the sources.
func (w Report) DenominatorsIntro() string {
	return w.lang.pick("De noemer zegt waar de signalen een deel van zijn. Daarmee rekenen we ‘per 1.000’.", "The denominator says what the signals are a part of. With it we reckon ‘per 1,000’.")
}

// openers are words that take their capital only from the beginning of a sentence.
var openers = map[string]bool{
	"De": true, "Het": true, "Een": true, "Er": true, "Je": true, "U": true, "Wie": true, "Wat": true, "Waar": true, "Wanneer": true, "Hoe": true,
	"In": true, "Op": true, "Bij": true, "Aan": true, "Met": true, "Na": true, "Pas": true, "Niet": true, "Geen": true, "Niemand": true, "Nergens": true,
	"Voor": true, "Van": true, "Vaak": true, "Alle": true, "Alles": true, "Als": true, "Te": true, "Sommige": true, "Bijna": true, "Klanten": true,
	"The": true, "A": true, "An": true, "There": true, "It": true, "You": true, "Who": true, "What": true, "Where": true, "When": true,
	"At": true, "On": true, "With": true, "Only": true, "Not": true, "No": true, "Nobody": true, "Customers": true,
}

// inSentence takes the capital from a text that goes on after a colon, unless it may be a name.
func inSentence(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if openers[first] && rest != "" {
		return strings.ToLower(first) + " " + rest
	}
	return s
}

// FlowSays is the caption of the flow; shares tells whether any percentage stands in it.
func (w Report) FlowSays(shares, outs bool) string {
	s := w.lang.pick("Welke weg klanten door de reis nemen", "Which way customers take through the journey")
	if outs {
		s += w.lang.pick(", en waar ze afhaken", ", and where they drop out")
	}
	s += "."
	if shares {
		s += w.lang.pick(" De percentages zijn ingevuld door het team, niet gemeten.", " The percentages were typed in by the team, not measured.")
	}
	return s
}
