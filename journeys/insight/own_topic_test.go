package insight

import (
	"testing"
)

// TestNumbersOfATopicAreOfIt asks the same question under two topics: 45 records of one, 30 of the other.
// What stands beside a topic is of that topic, and its questions never add up to more than its signals.
func TestNumbersOfATopicAreOfIt(t *testing.T) {
	var all []record
	ask := func(times int, topic, text string) {
		for i := range times {
			all = append(all, record{(7*i + len(text)) % 300, topic, text})
		}
	}
	ask(45, "Bijstand", "Wanneer wordt mijn aanvraag behandeld?")
	ask(30, "Minima", "Wanneer wordt mijn aanvraag behandeld?")
	ask(20, "Bijstand", "Welke papieren moet ik inleveren bij de balie?")
	ask(40, "Minima", "Waar kan ik een fiets voor mijn kind krijgen?")
	f := look(t, Options{}, all)
	for _, topic := range f.Topics {
		sum := 0
		for _, theme := range topic.Themes {
			sum += theme.N
			wordings, months := 0, 0
			for _, q := range theme.Questions {
				wordings += q.N
				for _, m := range q.Months {
					months += m.N
				}
			}
			if wordings != theme.N || months != theme.N {
				t.Errorf("%s: %q has %d, its wordings %d, its months %d", topic.Name, theme.Example, theme.N, wordings, months)
			}
		}
		if sum > topic.N {
			t.Errorf("%s: the questions add up to %d of %d", topic.Name, sum, topic.N)
		}
	}
	first := f.Topic("Bijstand").Themes[0]
	if first.N != 45 || first.Elsewhere != 30 || first.Unclaimed != 45 {
		t.Errorf("N %d, elsewhere %d, unclaimed %d", first.N, first.Elsewhere, first.Unclaimed)
	}
	for _, p := range f.Proposals {
		if p.Theme && p.Target == first.Example && (p.Wanted != 45 || p.Hits != 45 || p.Others != 0) {
			t.Errorf("proposal finds %d of %d, besides %d", p.Hits, p.Wanted, p.Others)
		}
	}
}
