package main

import (
	"fmt"
	"io"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
)

// unclaimed tells per source how many of its signals belong to no step, and what they are about most
// often. It is no fault: a journey need not hold every question, and the next insight may be among
// them.
func (a *app) unclaimed(w io.Writer, ev *evidence.Evidence) {
	for _, s := range ev.Sources {
		if s.Aside || s.Missing || s.Unclaimed == 0 {
			continue
		}
		lang := a.words.lang
		line := a.words.pick("Van ‘%s’ horen %s van %s signalen bij geen enkele stap.", "Of ‘%s’, %s of %s signals belong to no step.",
			s.Name, lang.Count(s.Unclaimed, evidence.MinGroup), lang.Int(s.InUse()))
		var topics []string
		for _, t := range s.UnclaimedTopics[:min(len(s.UnclaimedTopics), mostTopics)] {
			topics = append(topics, language.Redact(t.Topic)+" ("+lang.Int(t.N)+")")
		}
		if len(topics) > 0 {
			line += a.words.pick(" Het vaakst: %s.", " Most often: %s.", strings.Join(topics, ", "))
		}
		fmt.Fprintf(w, "%s %s\n", a.words.toKnow(), line)
	}
}

// mostTopics are shown of a source.
const mostTopics = 5

// toKnow begins a line that is no fault.
func (w cliWords) toKnow() string { return w.pick("Ter informatie:", "For information:") }
