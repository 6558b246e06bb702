package render

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/language"
	"klantreis/render/words"
)

// Quotes gives, for each step of the journey, what may be shown of its quotes: the approved ones,
// with personal data taken out, signed with how and where they were heard.
func Quotes(j *journeys.Journey, lang words.Lang) func(*journeys.Step) []Quote {
	return func(s *journeys.Step) []Quote {
		var all []Quote
		for _, q := range s.Quotes {
			if q.Approved {
				all = append(all, Quote{Text: language.Redact(q.Text), Source: heardWhere(j, q, saidBefore(j, q), lang)})
			}
		}
		return all
	}
}

func (c *composer) quotes(s *journeys.Step) []Quote { return Quotes(c.j, c.lang)(s) }

// heardWhere tells how a quote was heard, and where if the signal with the same words tells: in een
// gesprek, Griftpark. What a source is called in the file means nothing to who gets the gift.
func heardWhere(j *journeys.Journey, q journeys.Quote, said map[string]string, lang words.Lang) string {
	where := ""
	if src := j.Source(q.Source); src != nil {
		where = lang.Greeting().Where(src.Kind)
	}
	if place := said["plaats"]; place != "" && language.Redact(place) == place {
		where += ", " + place
	}
	return strings.Trim(where, ", ")
}
