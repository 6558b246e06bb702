package cjm

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// Left tells what a map of this kind has no room for.
type Left struct {
	NoFeeling int  // steps without a feeling, which became 0
	Rounded   int  // steps whose feeling was no whole number
	Other     bool // there are signals, advice or other fields that are not in the map
}

// Write gives a journey as a document of kind cjm that their schema accepts. A feeling that was derived
// from signals is rounded, as theirs are whole; a comment tells what it was and from how many scores.
func Write(j *journeys.Journey, ev *evidence.Evidence) ([]byte, Left) {
	var b strings.Builder
	var left Left
	line := func(in, key, value string) { b.WriteString(in + key + ": " + quote(value) + "\n") }
	slug := journeys.Slug(j.ID)
	if slug == "" {
		slug = "klantreis"
	}
	b.WriteString("kind: cjm\nversion: '1.0'\n")
	line("", "id", "cjm:"+slug)
	line("", "title", j.Title)
	b.WriteString("persona:\n")
	name := j.Persona.Name
	if name == "" {
		name = "Klant"
	}
	line("  ", "name", name)
	if about := description(j.Persona); about != "" {
		line("  ", "description", about)
	}
	ids := phaseIDs(j)
	b.WriteString("phases:\n")
	for i, p := range j.Phases {
		line("  - ", "id", ids[i])
		line("    ", "name", p.Title)
	}
	b.WriteString("actions:\n")
	for i, p := range j.Phases {
		for k := range p.Steps {
			action(&b, &p.Steps[k], ids[i], ev, &left)
		}
	}
	left.Other = left.Other || len(j.Advice)+len(j.Metrics)+len(j.LeadTimes)+len(j.Arenas) > 0
	return []byte(b.String()), left
}

func action(b *strings.Builder, s *journeys.Step, phase string, ev *evidence.Evidence, left *Left) {
	fmt.Fprintf(b, "  - id: %s\n    name: %s\n    phase: %s\n", quote("cjm:action:"+s.ID), quote(s.Title), quote(phase))
	list := func(key string, items []string) {
		if len(items) == 0 {
			return
		}
		b.WriteString("    " + key + ":\n")
		for _, item := range items {
			b.WriteString("      - " + quote(item) + "\n")
		}
	}
	list("touchpoints", s.Channels)
	if s.Thinks != "" {
		list("thoughts_feelings", strings.Split(s.Thinks, between))
	}
	feeling := ev.Step(s.ID).Emotion
	score := int(math.Round(feeling.Value))
	switch {
	case feeling.Kind == evidence.None:
		left.NoFeeling++
		score = 0
		b.WriteString("    # gevoel niet bekend\n")
	case feeling.Kind == evidence.Derived:
		left.Rounded++
		fmt.Fprintf(b, "    # gevoel %.2f (95%%-interval %.2f tot %.2f), uit %d cijfers van %s%s\n", feeling.Value, feeling.Low, feeling.High, feeling.N,
			oneLine(strings.Join(sources(s), ", ")), period(ev.Period))
	case float64(score) != feeling.Value:
		left.Rounded++
		fmt.Fprintf(b, "    # gevoel %.2f, ingevuld\n", feeling.Value)
	}
	fmt.Fprintf(b, "    emotion_score: %d\n", score)
	left.Other = left.Other || len(s.Selectors)+len(s.Quotes)+len(s.PainPoints)+len(s.GoesWell)+len(s.Next) > 0 || s.Does+s.Notes != ""
}

func sources(s *journeys.Step) []string {
	var all []string
	for _, sel := range s.Selectors {
		for _, name := range sel.Sources {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

func period(p journeys.Period) string {
	switch {
	case p.IsZero():
		return ""
	case p.To.IsZero():
		return fmt.Sprintf(", vanaf %s", p.From)
	case p.From.IsZero():
		return fmt.Sprintf(", tot en met %s", p.To)
	}
	return fmt.Sprintf(", %s tot en met %s", p.From, p.To)
}

func description(p journeys.Persona) string {
	about := p.Situation
	if p.Goal != "" {
		about = strings.TrimSpace(about + " Doel: " + p.Goal)
	}
	return about
}

// phaseIDs gives each phase an id of its own.
func phaseIDs(j *journeys.Journey) []string {
	taken := map[string]bool{}
	var ids []string
	for i, p := range j.Phases {
		base := "cjm:phase:" + journeys.Slug(p.Title)
		if journeys.Slug(p.Title) == "" {
			base = fmt.Sprintf("cjm:phase:fase-%d", i+1)
		}
		id := base
		for n := 2; taken[id]; n++ {
			id = fmt.Sprintf("%s-%d", base, n)
		}
		taken[id] = true
		ids = append(ids, id)
	}
	return ids
}

// quote writes a text for YAML 1.1 and 1.2 alike.
func quote(s string) string { return journeys.YAMLText(strings.TrimSpace(s)) }
