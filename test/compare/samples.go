package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// smallJourney is a user journey as mermaid draws it, about the size of one of our phases.
const smallJourney = `journey
    title Energietoeslag aanvragen
    section Aanvragen
      Zoekt uit of het kan: 3: Fatima
      Vult het formulier in: 2: Fatima
      Stuurt bewijs mee: 2: Fatima
    section Wachten
      Krijgt bericht: 4: Fatima
      Wacht op het geld: 1: Fatima
      Belt de gemeente: 3: Fatima, Medewerker
    section Krijgen
      Het geld staat erop: 5: Fatima
`

// phases is the journey of 24 steps that every tool draws; the number is how it feels, from 1 to 5.
var phases = []struct {
	title string
	steps []step
}{
	{"Merken", []step{{"Krijgt een hoge rekening", 1}, {"Vraagt het aan de buurvrouw", 3}, {"Leest over de toeslag", 3}, {"Doet de check op de website", 4}, {"Vraagt of het inkomen meetelt", 2}, {"Belt voor uitleg", 4}}},
	{"Aanvragen", []step{{"Opent het formulier", 3}, {"Logt in", 2}, {"Vult de gegevens in", 3}, {"Zoekt een loonstrook", 2}, {"Stuurt bewijs mee", 1}, {"Verstuurt de aanvraag", 4}}},
	{"Wachten", []step{{"Krijgt een bevestiging", 5}, {"Wacht op het besluit", 2}, {"Kijkt elke dag op de rekening", 1}, {"Belt waar het blijft", 1}, {"Wordt teruggebeld", 3}, {"Stuurt nog een bewijs na", 2}}},
	{"Krijgen", []step{{"Leest het besluit", 3}, {"Begrijpt een woord niet", 2}, {"Vraagt hulp aan de balie", 5}, {"Ziet het geld staan", 5}, {"Betaalt de rekening", 5}, {"Vertelt het verder", 4}}},
}

type step struct {
	title string
	feels int
}

func steps() (all []step) {
	for _, p := range phases {
		all = append(all, p.steps...)
	}
	return all
}

// writeSamples writes the journey in the language of every tool.
func writeSamples(dir, small string) error {
	reis := filepath.Join(dir, "reis")
	if err := os.MkdirAll(reis, 0o755); err != nil {
		return err
	}
	for name, content := range map[string]string{
		small: smallJourney, filepath.Join(reis, "klantreis.yaml"): asKlantreis(),
		filepath.Join(dir, "reis.mmd"): asMermaid(), filepath.Join(dir, "reis.d2"): asD2(), filepath.Join(dir, "reis.dot"): asDot(),
	} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// asKlantreis adds what a journey map shows and the others do not know: channels, what the customer
// does and thinks, pain points and what happens behind the scenes.
func asKlantreis() string {
	channels := []string{"website", "telefoon", "balie", "brief", "e-mail"}
	var b strings.Builder
	b.WriteString("klantreis: Energietoeslag aanvragen\ngemeente: Voorbeeldstad\neigenaar: Team Inkomen\nklant: {naam: Fatima}\nfasen:\n")
	n := 0
	for _, p := range phases {
		fmt.Fprintf(&b, "  - fase: %s\n    stappen:\n", p.title)
		for _, s := range p.steps {
			n++
			fmt.Fprintf(&b, "      - stap: %s\n        id: s%d\n        kanalen: [%s]\n        doet: %s\n        denkt: Wat nu\n        emotie: %d\n", s.title, n, channels[n%len(channels)], s.title, s.feels-3)
			if s.feels < 3 {
				b.WriteString("        pijnpunten: [Het is niet duidelijk wanneer er antwoord komt]\n        achter-de-schermen: [Team Inkomen kijkt na]\n")
			}
		}
	}
	return b.String()
}

func asMermaid() string {
	var b strings.Builder
	b.WriteString("journey\n    title Energietoeslag aanvragen\n")
	for _, p := range phases {
		fmt.Fprintf(&b, "    section %s\n", p.title)
		for _, s := range p.steps {
			fmt.Fprintf(&b, "      %s: %d: Fatima\n", s.title, s.feels)
		}
	}
	return b.String()
}

func asD2() string {
	var b strings.Builder
	b.WriteString("direction: right\n")
	for i, s := range steps() {
		fmt.Fprintf(&b, "s%d: %s\n", i+1, s.title)
		if i > 0 {
			fmt.Fprintf(&b, "s%d -> s%d\n", i, i+1)
		}
	}
	return b.String()
}

func asDot() string {
	var b strings.Builder
	b.WriteString("digraph reis {\n  rankdir=LR; node [shape=box];\n")
	for i, s := range steps() {
		fmt.Fprintf(&b, "  s%d [label=%q];\n", i+1, s.title)
		if i > 0 {
			fmt.Fprintf(&b, "  s%d -> s%d;\n", i, i+1)
		}
	}
	b.WriteString("}\n")
	return b.String()
}
