package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/quality"
	"klantreis/render/words"
)

// GradeOf gives the letter for the data of a source and its word; both are empty where nobody could
// look, or where there is too little to tell.
func GradeOf(s evidence.Source, lang words.Lang) (letter, word string) {
	if s.Missing {
		return "", ""
	}
	letter = string(s.Quality.Grade)
	return letter, lang.Grades().Words[letter]
}

// WorstGrade is the worst of the letters of the sources behind a step, with its word.
func WorstGrade(ev *evidence.Evidence, step *journeys.Step, lang words.Lang) (letter, word string) {
	for _, name := range sourcesOf(step) {
		for _, s := range ev.Sources {
			if l, w := GradeOf(s, lang); s.Name == name && l > letter {
				letter, word = l, w
			}
		}
	}
	return letter, word
}

// gradeCell is a grade in a table.
func (c *composer) gradeCell(s evidence.Source) string {
	letter, word := GradeOf(s, c.lang)
	switch {
	case letter != "":
		return letter + ", " + word
	case s.Quality.Name != "" && s.Quality.Records > 0:
		return c.lang.Grades().None
	}
	return "–"
}

// askedOfSuppliers tells what to ask for each source that has no A. Nothing when all are good.
func (c *composer) askedOfSuppliers() []Block {
	w, q := c.lang.Grades(), c.lang.Quality()
	var f Facts
	for _, s := range c.ev.Sources {
		letter, word := GradeOf(s, c.lang)
		if letter == "" || letter == "A" {
			continue
		}
		var all []string
		for _, found := range weighing(s.Quality) {
			often := c.lang.Percent(float64(found.N) / float64(found.Of))
			if found.Kind != quality.Gap && found.N < evidence.MinGroup {
				often = c.lang.Count(found.N, evidence.MinGroup)
			}
			all = append(all, fmt.Sprintf(w.Found, capital(q.Kinds[string(found.Kind)]), often, q.Asks[string(found.Kind)]))
		}
		f.Items = append(f.Items, Fact{Label: fmt.Sprintf(w.AskedOf, s.Name, letter+", "+word), Value: strings.Join(all, " ")})
	}
	if len(f.Items) == 0 {
		return nil
	}
	return []Block{Heading{w.Asks}, f}
}

// weighing are the findings that keep a source from an A.
func weighing(s quality.Source) []quality.Finding {
	var all []quality.Finding
	for _, f := range s.Findings {
		if f.Grade > "A" {
			all = append(all, f)
		}
	}
	return all
}

// capital begins a sentence.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}
