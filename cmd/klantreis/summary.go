package main

import (
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/journeymap"
)

// summarise tells what was made of one journey, and what deserves attention.
func (a *app) summarise(g *gift) {
	var made []string
	for _, f := range g.files {
		if f.name != "" {
			made = append(made, f.name)
		}
	}
	fmt.Fprintf(a.stdout, "%s\n  %s %s: %s\n", g.journey.Title, a.words.madeIn, g.dir, strings.Join(made, ", "))
	a.attend(a.words.notes(g))
}

// attend writes what deserves attention, under a heading of its own.
func (a *app) attend(notes []string) {
	if len(notes) > 0 {
		fmt.Fprintf(a.stdout, "  %s\n", a.words.attention)
	}
	for _, n := range notes {
		fmt.Fprintf(a.stdout, "  - %s\n", n)
	}
}

// notes lists what a verbetermanager would want to know before giving the gift.
func (w cliWords) notes(g *gift) []string {
	var notes []string
	if line := w.lang.Report().Unclaimed(g.ev); line != "" {
		notes = append(notes, line)
	}
	for _, p := range g.found {
		if strings.HasPrefix(p.Code, "noemer-") || p.Code == "bron-dubbel" || p.Code == "bron-leeg" || p.Code == "bron-buiten-periode" { // it changes what stands in the gift
			message, _ := p.Text(string(w.lang))
			notes = append(notes, message)
		}
	}
	notes = append(notes, w.journeyNotes(g.journey, g.ev, g.font)...)
	for _, name := range g.kept {
		notes = append(notes, w.keptAs(name))
	}
	if g.flowNote != "" {
		notes = append(notes, g.flowNote)
	}
	return append(append(append(notes, g.giftNotes...), g.formNotes...), g.warnings...)
}

// journeyNotes are those that hold before anything is made, so that checking tells them too. They are no
// faults: they leave the exit code alone. Font is the typeface that the house style asks for and does not get.
func (w cliWords) journeyNotes(j *journeys.Journey, ev *evidence.Evidence, font string) []string {
	var notes []string
	add := func(dutch, english string, args ...any) { notes = append(notes, w.pick(dutch, english, args...)) }
	if n := count(ev.Advice, func(a evidence.Advice) bool { return !a.Evidence }); n > 0 {
		verb, verbEn := "is", "is"
		if n > 1 {
			verb, verbEn = "zijn", "are"
		}
		add("%[1]d van de %[2]d adviezen %[3]s nog een aanname: geef bij ‘omdat’ het signaal waar het op rust.",
			"%[1]d of %[2]d pieces of advice %[4]s an assumption: name under ‘omdat’ the signal that it rests on.", n, len(ev.Advice), verb, verbEn)
	}
	if n := count(ev.Steps, func(s evidence.Step) bool { return s.Emotion.Kind == evidence.None }); n > 0 {
		add("Bij %d van de %d stappen is niet bekend hoe het voelt: te weinig cijfers, en niets ingevuld.", "At %d of %d steps it is not known how it feels: too few scores, and nothing typed in.", n, len(ev.Steps))
	}
	for i, s := range ev.Steps {
		if e := s.Emotion; e.Kind == evidence.Derived && 2*e.Chosen > e.N {
			add("Bij ‘%s’ komt het gevoel vooral uit cijfers waar u op zocht omdat ze laag of hoog zijn (‘cijfer’ bij een signaal). Dat zegt niet hoe alle klanten het vinden: zoek ook alle cijfers van die stap.",
				"At ‘%s’ the feeling comes mostly from scores that you looked for because they are low or high (‘cijfer’ of a signal). That does not tell how all customers feel: look for all scores of that step as well.", j.Steps()[i].Title)
		}
	}
	waiting := 0
	for _, s := range j.Steps() {
		waiting += count(s.Quotes, func(q journeys.Quote) bool { return !q.Approved })
	}
	if waiting == 1 {
		add("1 citaat wacht op akkoord en staat nergens in.", "1 quote waits for approval and is shown nowhere.")
	} else if waiting > 0 {
		add("%d citaten wachten op akkoord en staan nergens in.", "%d quotes wait for approval and are shown nowhere.", waiting)
	}
	if j.Date.IsZero() {
		add("Er staat geen datum op: voeg ‘opgesteld: jaar-maand-dag’ toe.", "There is no date on it: add ‘opgesteld: year-month-day’.")
	}
	if ev.Measured && !ev.Period.IsZero() {
		notes = append(notes, w.noPeriod(ev.Period))
	}
	if font != "" {
		notes = append(notes, w.otherFont(font))
	}
	for _, c := range journeymap.UnknownIcons(j) {
		notes = append(notes, w.unknownIcon(c))
	}
	return notes
}

// unknownIcon tells of a channel of one's own whose picture there is not.
func (w cliWords) unknownIcon(c journeys.OwnChannel) string {
	all := journeymap.ChannelIcons()
	return w.pick("Het pictogram ‘%[2]s’ van kanaal ‘%[1]s’ is er niet; op de kaart staat een letter.", "There is no icon ‘%[2]s’ for channel ‘%[1]s’; the map shows a letter.", c.Name, c.Icon) +
		w.instead(journeys.Nearest(c.Icon, all), strings.Join(all, ", "))
}

// keptAs tells under which name a file of somebody else was kept.
func (w cliWords) keptAs(name string) string {
	return w.pick("Een bestand dat niet van Klantreis was of dat u had gewijzigd, is bewaard als %s.", "A file that was not made by Klantreis or that you had changed was kept as %s.", name)
}

func count[T any](list []T, test func(T) bool) int {
	n := 0
	for _, v := range list {
		if test(v) {
			n++
		}
	}
	return n
}
