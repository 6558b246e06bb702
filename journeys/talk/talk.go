// Package talk is about short talks on the street: one question, and what people answer. They are typed on a
// telephone that has no network, collected later, and become a source of soort gesprek.
//
// Personal data is taken out when talks are collected. A talk that was collected before, by its id, counts once.
package talk

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"klantreis/journeys"
	"klantreis/journeys/arena"
)

// Format is the number of the form of a file with talks.
const Format = 1

// The bounds of such a file.
const (
	MostBytes   = 8 << 20
	MostTalks   = 20_000
	LongestText = 1000 // characters
	LongestName = 80   // of a place or a department
)

// File is what a telephone gives.
type File struct {
	Format int    `json:"klantreis-gesprek"`
	Step   string `json:"stap"` // of the journey; empty: about all of it
	Talks  []Talk `json:"gesprekken"`
}

// Talk is one answer.
type Talk struct {
	ID      string `json:"id"`  // made by the telephone
	Day     string `json:"dag"` // 2022-09-15
	Text    string `json:"tekst"`
	Nature  string `json:"aard"` // one of journeys.Natures
	Place   string `json:"plaats"`
	Forward string `json:"doorgezet"` // to which department
	Quote   bool   `json:"citeren"`   // who said it agrees that it may be quoted
	Step    string `json:"-"`         // of the file
}

// Fault is something in a file that cannot be used.
type Fault struct {
	Talk int // from 1; 0: the file as a whole
	Why  journeys.Reason
}

var id = regexp.MustCompile(`^[0-9a-z]{16,40}$`)

// Read reads a file with talks, with all its faults at once. Texts come back without personal data.
func Read(src []byte) ([]Talk, []Fault) {
	whole := func(dutch, english string) []Fault {
		return []Fault{{0, journeys.Reason{Dutch: dutch, English: english}}}
	}
	if len(src) > MostBytes {
		return nil, whole("Dit bestand is te groot: hooguit 8 MB.", "This file is too large: 8 MB at most.")
	}
	var f File
	if err := json.Unmarshal(src, &f); err != nil {
		var at *json.SyntaxError
		if errors.As(err, &at) {
			return nil, whole(fmt.Sprintf("Dit is geen bestand met gesprekken: het breekt af of klopt niet bij teken %d. Deel het opnieuw vanaf de telefoon.", at.Offset),
				fmt.Sprintf("This is no file with talks: it ends or is wrong at character %d. Share it again from the phone.", at.Offset))
		}
		return nil, whole("Dit is geen bestand met gesprekken. Deel het opnieuw vanaf de telefoon.", "This is no file with talks. Share it again from the phone.")
	}
	switch {
	case f.Format != Format:
		return nil, whole("Dit is geen bestand met gesprekken: ‘klantreis-gesprek’ met de waarde 1 ontbreekt.", "This is no file with talks: ‘klantreis-gesprek’ with the value 1 is missing.")
	case len(f.Talks) > MostTalks:
		return nil, whole("Hier staan meer dan 20.000 gesprekken in. Verdeel ze over meer bestanden.", "There are more than 20,000 talks in this. Divide them over more files.")
	}
	var faults []Fault
	for i := range f.Talks {
		t := &f.Talks[i]
		fault := func(dutch, english string) {
			faults = append(faults, Fault{i + 1, journeys.Reason{Dutch: dutch, English: english}})
		}
		t.Step = f.Step
		t.Text, t.Place, t.Forward = arena.Tidy(t.Text), arena.Tidy(t.Place), arena.Tidy(t.Forward)
		if !id.MatchString(t.ID) {
			fault("het id ontbreekt of klopt niet", "its id is missing or wrong")
		}
		if _, ok := journeys.Moment(t.Day); !ok || len(t.Day) != len("2006-01-02") {
			fault("de dag is geen datum als 2022-09-15", "its day is no date like 2022-09-15")
		}
		if !slices.Contains(journeys.Natures(), t.Nature) {
			fault("de aard is niet vraag, klacht, compliment, tip of melding", "its nature is not vraag, klacht, compliment, tip or melding")
		}
		switch n := utf8.RuneCountInString(t.Text); {
		case n == 0:
			fault("er staat geen tekst", "there is no text")
		case n > LongestText+100: // what was taken out may have become longer
			fault("de tekst is langer dan 1.000 tekens", "its text is longer than 1,000 characters")
		}
		if utf8.RuneCountInString(t.Place) > LongestName+60 || utf8.RuneCountInString(t.Forward) > LongestName+60 {
			fault("de plaats of afdeling is te lang", "its place or department is too long")
		}
	}
	return f.Talks, faults
}
