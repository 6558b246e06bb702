package tone

import (
	"regexp"
	"sync"

	"klantreis/journeys"
)

// digital are channels on which a customer meets no person.
var digital = map[string]bool{"website": true, "app": true, "e-mail": true, "formulier": true, "chatbot": true, "portaal": true, "sociale-media": true, "zuil": true}

var (
	closes = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:^|[^\p{L}])(?:sluit|sluiten|stop|stoppen|schaf|afschaffen|verwijder|verwijderen|vervang|vervangen|alleen nog|alleen digitaal|uitsluitend|niet meer|haal|weghalen|beperk|verminder)(?:[^\p{L}]|$)`)
	})
	channels = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:^|[^\p{L}])(?:balie|loket|telefoon|telefonisch|bellen|brief|brieven|papier|papieren|inloop|spreekuur|post|digitaal|online|telefoonnummer)(?:[^\p{L}]|$)`)
	})
	another = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:^|[^\p{L}])(?:ook|naast|daarnaast|blijft|blijven|wie dat wil|of bel|of kom|hulp bij|met hulp|iemand)(?:[^\p{L}]|$)`)
	})
	promises = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:^|[^\p{L}])(?:bel|bellen|belt|terugbellen|teruggebeld|reageer|reageren|antwoord|antwoorden|bericht|contact)(?:[^\p{L}].*)?(?:^|[^\p{L}])binnen \p{L}*\d*.{0,20}(?:dag|dagen|werkdag|werkdagen|uur|week|weken)(?:[^\p{L}]|$)`)
	})
)

// CheckHuman warns where people who cannot or will not use a screen fall out: a step that is only
// digital without a personal way out, an advice that closes a channel, and a promise of contact that
// nobody measures.
func CheckHuman(j *journeys.Journey) journeys.Problems {
	var ps journeys.Problems
	warn := func(pos journeys.Pos, code string, args ...any) {
		ps = append(ps, journeys.Problem{Pos: pos, Severity: journeys.Warning, Code: code, Args: args})
	}
	for _, s := range j.Steps() {
		if s.HumanContact == "" && onlyDigital(s.Channels) {
			warn(s.At("kanalen"), "geen-menselijk-contact", s.Title)
		}
	}
	for _, a := range j.Advice {
		text := journeys.Fold(a.Title + ". " + a.Expected)
		if closes().MatchString(text) && channels().MatchString(text) && !another().MatchString(text) && !personalStep(j, a.Step) {
			warn(a.At("advies"), "kanaal-dicht")
		}
		if promises().MatchString(journeys.Fold(a.Title)) && !measured(j, a) {
			warn(a.At("advies"), "belofte-niet-gemeten")
		}
	}
	return ps
}

func onlyDigital(all []string) bool {
	for _, c := range all {
		if !digital[journeys.Fold(c)] {
			return false
		}
	}
	return len(all) > 0
}

// personalStep tells whether the step of an advice keeps a personal way out.
func personalStep(j *journeys.Journey, id string) bool {
	s := j.Step(id)
	return s != nil && s.HumanContact != ""
}

// measured tells whether a lead time with a promise belongs to the step of an advice, or is its reason.
func measured(j *journeys.Journey, a journeys.Advice) bool {
	for _, l := range j.LeadTimes {
		if l.Promise == nil {
			continue
		}
		if l.Step == a.Step {
			return true
		}
		for _, because := range a.Because {
			if because == l.ID {
				return true
			}
		}
	}
	return false
}
