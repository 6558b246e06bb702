package words

import (
	"math"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// Feedback holds the words of the letters that tell back what was done with signals.
type Feedback struct {
	lang Lang

	Title, ToResidents, ToKCC           string
	DearResident, DearColleague         string
	YouSaid, WeDid, Changed             string // headings
	YouSaidKCC                          string
	Thanks, ThanksKCC, Greeting, Ask    string
	AskKCC, Subject, SubjectKCC         string // %s: the advice
	NoEvidence, NoSince, NothingSaid    string
	Contents, Skip, Made, Missing, From string
}

// Feedback gives the words of the letters in the language.
func (l Lang) Feedback() Feedback {
	if l == English {
		return Feedback{
			lang: English, Title: "Telling back", ToResidents: "To residents", ToKCC: "To the contact centre",
			DearResident: "Dear resident,", DearColleague: "Dear colleagues of the contact centre,",
			YouSaid: "What you said", WeDid: "What we did", Changed: "What changed", YouSaidKCC: "What customers said",
			Thanks: "Thank you for telling us. It helps us to do better.", ThanksKCC: "Thank you for listening and passing it on. It helps us to do better.",
			Greeting: "Kind regards,", Ask: "Do you notice something else? Please tell us.", AskKCC: "Do you hear something else about this? Please tell us.",
			Subject: "What we did with what you said: %s", SubjectKCC: "What happened with the signals you passed on: %s",
			NoEvidence:  "no signal stands behind it, so there is nothing to tell back. Put under ‘omdat’ what customers said.",
			NoSince:     "the day on which it went live is missing. Add it with --since.",
			NothingSaid: "nothing was found in the signals that stand behind it.",
			Contents:    "On this page", Skip: "Go to the contents", Made: "Made with Klantreis. Read a letter before you send it.", Missing: "Not ready to tell back", From: "the municipality",
		}
	}
	return Feedback{
		lang: Dutch, Title: "Terugkoppeling", ToResidents: "Aan inwoners", ToKCC: "Aan het KCC",
		DearResident: "Beste inwoner,", DearColleague: "Beste collega’s van het KCC,",
		YouSaid: "U zei", WeDid: "Wij deden", Changed: "Dit is er veranderd", YouSaidKCC: "Klanten zeiden",
		Thanks: "Bedankt dat u het ons vertelde. Zo kunnen wij het beter doen.", ThanksKCC: "Bedankt voor het luisteren en doorgeven. Zo kunnen wij het beter doen.",
		Greeting: "Met vriendelijke groet,", Ask: "Merkt u iets anders? Laat het ons weten.", AskKCC: "Horen jullie hier nog iets over? Laat het ons weten.",
		Subject: "Wat wij deden met wat u zei: %s", SubjectKCC: "Wat er gebeurde met de signalen die jullie doorgaven: %s",
		NoEvidence:  "er staat geen signaal achter, dus er is niets om op terug te komen. Zet onder ‘omdat’ wat klanten zeiden.",
		NoSince:     "de dag waarop het inging, ontbreekt. Zet die erbij met --sinds.",
		NothingSaid: "in de signalen die erachter staan, is niets gevonden.",
		Contents:    "Op deze pagina", Skip: "Ga naar de inhoud", Made: "Gemaakt met Klantreis. Lees een brief na voordat u hem verstuurt.", Missing: "Nog niet klaar om terug te koppelen", From: "de gemeente",
	}
}

// Asked tells that something was heard, and how often: groups too small to be shown are "a few times".
func (w Feedback) Asked(title string, n int, period journeys.Period) string {
	often := w.lang.pick("%s keer", "%s times", w.lang.Int(n))
	if n < evidence.MinGroup {
		often = w.lang.pick("een paar keer", "a few times")
	}
	when := ""
	if p := w.lang.Period(period); p != "" {
		when = " (" + p + ")"
	}
	return w.lang.pick("Dit kwam %s voor%s: ‘%s’.", "This came up %s%s: ‘%s’.", often, when, title)
}

// Reason is one that is no question of customers: a lead time, an arena or a metric.
func (w Feedback) Reason(kind, title string) string {
	switch kind {
	case "arena":
		return w.lang.pick("Dit kwam naar voren in de klantarena ‘%s’.", "This came up in the customer arena ‘%s’.", title)
	case "signaal":
		return w.lang.pick("Dit zagen we in onze cijfers: ‘%s’.", "We saw this in our figures: ‘%s’.", title)
	case "doorlooptijd":
		return w.lang.pick("Het duurt te lang: ‘%s’.", "It takes too long: ‘%s’.", title)
	}
	return w.lang.pick("Dit kwam uit de meting ‘%s’.", "This came out of the measurement ‘%s’.", title)
}

// Done tells that an advice was carried out, and since when.
func (w Feedback) Done(title string, since journeys.Date) string {
	title = strings.TrimRight(title, ".")
	if since.IsZero() {
		return w.lang.pick("We voerden dit advies uit: ‘%s’.", "We carried out this advice: ‘%s’.", title)
	}
	return w.lang.pick("We voerden dit advies uit: ‘%s’. Dat is zo sinds %s.", "We carried out this advice: ‘%s’. It is so since %s.", title, w.lang.Date(since))
}

// Effect tells a measured effect on a signal in everyday words. It says so when it is not known.
func (w Feedback) Effect(signal string, e evidence.Effect) string {
	if !e.Measured {
		return w.lang.pick("Of het helpt, weten we nog niet: dat is niet gemeten.", "Whether it helps we do not know yet: it was not measured.")
	}
	left := int(math.Round(e.Ratio * 10))
	switch e.Verdict {
	case evidence.Decrease:
		text := w.lang.pick("Van elke 10 keer ‘%s’ zijn er nu, in evenveel tijd, nog ongeveer %s over.", "Of every 10 times ‘%s’ about %s are left now, in as much time.", signal, w.lang.Int(left))
		switch {
		case left >= 10:
			text = w.lang.pick("‘%s’ horen we nu iets minder vaak.", "We hear ‘%s’ somewhat less often now.", signal)
		case left == 0:
			text = w.lang.pick("‘%s’ horen we nu bijna niet meer.", "We hardly hear ‘%s’ any more.", signal)
		}
		return text + w.doubted(e.Explained())
	case evidence.Increase:
		return w.lang.pick("‘%s’ horen we nu juist vaker. Waar dat aan ligt, weten we nog niet.", "We hear ‘%s’ more often now. We do not know yet why.", signal)
	case evidence.NoDifference:
		return w.lang.pick("We zien nog geen verschil in hoe vaak we horen: ‘%s’. We blijven kijken.", "We see no difference yet in how often we hear: ‘%s’. We keep looking.", signal)
	}
	return w.lang.pick("Het is nog te vroeg om te zeggen of het helpt. We kijken later nog eens.", "It is too early to say whether it helps. We will look again later.")
}

// NotRealised tells why there is nothing to tell back yet.
func (w Feedback) NotRealised(status string) string {
	return w.lang.pick("nog niet gerealiseerd (status: %s).", "not realised yet (status: %s).", w.lang.Report().Statuses[status])
}

// Told tells that somebody heard it before.
func (w Feedback) Told(d journeys.Date) string {
	return w.lang.pick("Verteld op %s.", "Told on %s.", w.lang.Date(d))
}
