// Package arena is a klantarena while it goes on: what the people in the room did, in the order in which they did
// it, and what that makes of the room now. A Room is made of Events and of nothing else, so that a log of
// them is the whole session: replayed, it gives the same room.
//
// Personal data is taken out of every text when it comes in, before it is part of an event: a log holds
// what may be shown. Who a contribution is from is a number that the room gave; it is there to count each
// person once, and no view has it, unless the room chose names.
package arena

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys"
	"klantreis/journeys/language"
)

// Round is a part of the session.
type Round string

// The rounds of the method, in order.
const (
	Welcome   Round = "welkom"    // people come in
	Telling   Round = "vertellen" // customers in the inner ring walk their journey: per step a score, a word, a note
	Asking    Round = "vragen"    // the outer ring asks deepening questions
	Swapped   Round = "wisselen"  // the rings swap: what did you hear, what touched you, what will you do, what can start today
	Voting    Round = "stemmen"   // dots for advice
	Promising Round = "toezeggen" // who does what, when
	Closing   Round = "afsluiten" // a mark from 1 to 10
	Ended     Round = "afgelopen" // nothing comes in any more
)

// Rounds lists the rounds in order.
func Rounds() []Round {
	return []Round{Welcome, Telling, Asking, Swapped, Voting, Promising, Closing, Ended}
}

// Role is the ring that somebody began in.
type Role string

// The roles.
const (
	Customer Role = "klant"
	Staff    Role = "medewerker"
)

// Questions are asked when the rings have swapped; an Answer names one by its place from 0.
const Questions = 4

// The limits of what comes in.
const (
	LongestNote = 280 // characters
	LongestWord = 24
	LongestName = 40
	MostPeople  = 1000
	MostPerHead = 200 // contributions of one person, those that were changed counted once
	MostEvents  = 200_000
	Dots        = 3 // votes that each person has
)

// Kind says what an event is.
type Kind string

// What people in the room do, and what the facilitator does.
const (
	Join    Kind = "binnen"     // Who, Role, Text: name, if the room chose names
	Score   Kind = "gevoel"     // Who, Step, Value −2 … 2; a later one takes its place
	Word    Kind = "woord"      // Who, Step, Text; a later one takes its place
	Note    Kind = "briefje"    // ID, Who, Step, Nature, Text
	Answer  Kind = "antwoord"   // ID, Who, Question, Text
	Vote    Kind = "stem"       // Who, Advice; Value 1 or 0: a dot, or taken back
	Mark    Kind = "cijfer"     // Who, Value 1 … 10
	Turn    Kind = "ronde"      // Round
	Timer   Kind = "klok"       // Value: seconds left from At on; 0: no timer
	Pause   Kind = "pauze"      // Value: seconds left, standing still
	Hide    Kind = "verberg"    // Note; Value 1 or 0
	Group   Kind = "groepeer"   // ID, Notes, Text: label; notes of an older group move along
	Ungroup Kind = "losmaken"   // Note
	Promise Kind = "toezegging" // ID, Text: what, Name: who, Day: when; again with the same ID: changed
	Drop    Kind = "vervalt"    // Note: ID of a promise
	Undo    Kind = "ongedaan"   // Number: of the event that never was
)

// Event is one thing that happened. Which fields count depends on Kind.
type Event struct {
	Number   int      `json:"nr"` // from 1, without gaps; given by the room
	At       int64    `json:"om"` // milliseconds since 1970
	Kind     Kind     `json:"wat"`
	Key      string   `json:"sleutel,omitempty"` // made by the sender; an event with the key of another is that event, sent twice
	Who      int      `json:"wie,omitempty"`     // from 1; 0: the facilitator
	Role     Role     `json:"rol,omitempty"`
	Step     string   `json:"stap,omitempty"`
	Advice   string   `json:"advies,omitempty"`
	Round    Round    `json:"ronde,omitempty"`
	Nature   string   `json:"aard,omitempty"` // klacht, compliment, vraag or tip
	Question int      `json:"vraag,omitempty"`
	Value    float64  `json:"waarde,omitempty"`
	Text     string   `json:"tekst,omitempty"`
	Name     string   `json:"naam,omitempty"`
	Day      string   `json:"dag,omitempty"` // 2022-09-15
	ID       string   `json:"id,omitempty"`
	Note     string   `json:"briefje,omitempty"`
	Notes    []string `json:"briefjes,omitempty"`
	Undoes   int      `json:"herroept,omitempty"`
	Typed    bool     `json:"getypt,omitempty"` // by the facilitator, in the name of Who
}

// Plan is what a session is about: it does not change while it goes on.
type Plan struct {
	Title  string
	Date   journeys.Date
	Steps  []Item // of the journey, in order
	Advice []Item // to vote on
	Names  bool   // the room chose to show who said what
}

// Item is a step or an advice.
type Item struct{ ID, Title string }

// PlanOf makes a plan of a journey.
func PlanOf(j *journeys.Journey, day journeys.Date) Plan {
	p := Plan{Title: j.Title, Date: day}
	for _, s := range j.Steps() {
		p.Steps = append(p.Steps, Item{s.ID, s.Title})
	}
	for _, a := range j.Advice {
		p.Advice = append(p.Advice, Item{a.ID, a.Title})
	}
	return p
}

// Why an event is refused.
var (
	ErrUnknown = errors.New("it names something that is not there")
	ErrRound   = errors.New("not in this round")
	ErrEmpty   = errors.New("there is no text in it")
	ErrLong    = errors.New("the text is too long")
	ErrFull    = errors.New("no more than this")
	ErrValue   = errors.New("the value does not fit")
	ErrOrder   = errors.New("the log has a gap")
)

// Tidy makes a text fit to be kept and shown: one line, no signs that cannot be seen, no personal data.
func Tidy(s string) string {
	s = strings.ToValidUTF8(s, "")
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r) && r != '\u200d', unicode.IsControl(r): // 200d holds emoji together
			return -1
		}
		return r
	}, s)
	return language.Redact(strings.Join(strings.Fields(s), " "))
}

// fits checks a text that has been tidied.
func fits(text string, longest int) error {
	switch n := utf8.RuneCountInString(text); {
	case n == 0:
		return ErrEmpty
	case n > longest+60: // what was taken out may have become longer
		return ErrLong
	}
	return nil
}

// natures are what a note can be.
var natures = []string{"klacht", "compliment", "vraag", "tip"}

// check tells whether an event may happen in the room as it is.
func (r *Room) check(e Event) error {
	step := func() error {
		if !r.has(r.Plan.Steps, e.Step) {
			return ErrUnknown
		}
		return nil
	}
	open := func(rounds ...Round) error {
		if !slices.Contains(rounds, r.Round) && e.Who != 0 {
			return ErrRound
		}
		return nil
	}
	switch {
	case r.Round == Ended && e.Kind != Turn && e.Kind != Undo && e.Who != 0:
		return ErrRound
	case len(r.events) >= MostEvents:
		return ErrFull
	case e.Who < 0 || e.Who > r.people && e.Kind != Join || r.gone(e):
		return ErrUnknown
	}
	switch e.Kind {
	case Join:
		switch {
		case e.Who != r.people+1:
			return ErrOrder
		case r.people >= MostPeople:
			return ErrFull
		case e.Role != Customer && e.Role != Staff:
			return ErrValue
		case utf8.RuneCountInString(e.Text) > LongestName:
			return ErrLong
		}
		return nil
	case Score:
		if e.Value < -2 || e.Value > 2 || e.Value != float64(int(e.Value)) {
			return ErrValue
		}
		return errors.Join(step(), open(Telling, Asking))
	case Word:
		return errors.Join(step(), fits(e.Text, LongestWord), open(Telling, Asking))
	case Note:
		if !slices.Contains(natures, e.Nature) {
			return ErrValue
		}
		if e.Step != "" {
			if err := step(); err != nil {
				return err
			}
		}
		return errors.Join(r.fresh(e.ID), fits(e.Text, LongestNote), open(Telling, Asking, Swapped), r.room(e.Who))
	case Answer:
		if e.Question < 0 || e.Question >= Questions {
			return ErrUnknown
		}
		return errors.Join(r.fresh(e.ID), fits(e.Text, LongestNote), open(Swapped, Promising), r.room(e.Who))
	case Vote:
		if !r.has(r.Plan.Advice, e.Advice) {
			return ErrUnknown
		}
		if e.Value != 0 && e.Value != 1 {
			return ErrValue
		}
		if votes := r.votes[e.Who]; e.Value == 1 && e.Who != 0 && len(votes) >= Dots && !slices.Contains(votes, e.Advice) {
			return ErrFull
		}
		return open(Voting)
	case Mark:
		if e.Value < 1 || e.Value > 10 || e.Value*2 != float64(int(e.Value*2)) {
			return ErrValue
		}
		return open(Closing)
	}
	return r.checkFacilitator(e)
}

// checkFacilitator is for what only the facilitator does.
func (r *Room) checkFacilitator(e Event) error {
	if e.Who != 0 {
		return ErrUnknown
	}
	known := func(id string) error {
		if r.card(id) == nil {
			return ErrUnknown
		}
		return nil
	}
	switch e.Kind {
	case Turn:
		if !slices.Contains(Rounds(), e.Round) {
			return ErrUnknown
		}
	case Timer, Pause:
		if e.Value < 0 || e.Value > (4*time.Hour).Seconds() {
			return ErrValue
		}
	case Hide, Ungroup:
		return known(e.Note)
	case Group:
		if len(e.Notes) == 0 || len(e.Notes) > MostEvents {
			return ErrEmpty
		}
		for _, id := range e.Notes {
			if err := known(id); err != nil {
				return err
			}
		}
		return errors.Join(r.fresh(e.ID), fits(e.Text, LongestNote))
	case Promise:
		if _, ok := journeys.Moment(e.Day); e.Day != "" && !ok {
			return ErrValue
		}
		if e.ID == "" || len(e.ID) > 64 {
			return ErrUnknown
		}
		if utf8.RuneCountInString(e.Name) > LongestName+60 {
			return ErrLong
		}
		return fits(e.Text, LongestNote)
	case Drop:
		if !slices.ContainsFunc(r.Promises, func(p Promised) bool { return p.ID == e.Note }) {
			return ErrUnknown
		}
	case Undo:
		if e.Undoes < 1 || e.Undoes > len(r.events) || r.undone[e.Undoes] || !undoable(r.events[e.Undoes-1]) {
			return ErrUnknown
		}
	default:
		return ErrUnknown
	}
	return nil
}

// undoable: who came in is in, unless the facilitator only counted somebody in; and what was undone can be done again
// but not undone twice.
func undoable(e Event) bool { return e.Kind != Undo && (e.Kind != Join || e.Typed) }
