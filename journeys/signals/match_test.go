package signals

import (
	"strings"
	"testing"

	"klantreis/journeys"
)

// TestWords is the contract's meaning of a word, one line a case.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		word, text string
		want       bool
	}{
		{"betaald", "Wanneer wordt het betaald?", true},
		{"betaald", "Het is uitbetaald", false},
		{"betaald", "onbetaalde rekening", false},
		{"BETAALD", "betaald.", true},
		{"cafe", "in het CAFÉ.", true},
		{"café", "in het cafe", true},
		{"cafe\u0301", "in het café", true},
		{"uitbeta*", "de uitbetaling", true},
		{"uitbeta*", "uitbeta", true},
		{"uitbeta*", "niet-uitbetaald", true},
		{"uitbeta*", "heruitbetaling", false},
		{"wanneer betaald", "wanneer  betaald", true},
		{"wanneer betaald", "Wanneer\nbetaald!", true},
		{"wanneer betaald", "wanneer, betaald", false},
		{"wanneer betaald", "wanneer wordt betaald", false},
		{"wanneer betaa*", "wanneer betaaldatum", true},
		{"wanneer\u00a0betaald", "wanneer betaald", true},
		{"e-mail", "per e-mail gestuurd", true},
		{"e-mail", "per email gestuurd", false},
		{"2022", "in 2022.", true},
		{"202", "in 2022", false},
		{"geld", "geld_terug", true}, // an underscore is no letter or digit
		{"a", "ba ab a", true},
		{"aa", "aaa aa", true},
		{"straße", "STRASSE", true},
	} {
		m := newMatcher([]compiled{{words: patterns([]string{c.word})}})
		if got := len(m.Match(Signal{Text: c.text})) > 0; got != c.want {
			t.Errorf("%q in %q: %v, want %v", c.word, c.text, got, c.want)
		}
		if got := patterns([]string{c.word})[0].in(journeys.FoldSpace(c.text)); got != c.want {
			t.Errorf("naive: %q in %q: %v, want %v", c.word, c.text, got, c.want)
		}
	}
}

const selectors = `
klantreis: A
bronnen: {kcc: {soort: telefoon, lijst: []}, web: {soort: website, lijst: []}}
fasen:
- fase: B
  stappen:
  - stap: C
    signalen:
    - {signaal: topic, bron: kcc, onderwerp: Énergie toeslag}
    - {signaal: any of the words, bron: [kcc, web], woorden: [een, twee]}
    - {signaal: without, bron: kcc, woorden: [een], zonder: [nie*]}
    - {signaal: channel, bron: kcc, kanaal: Balie}
    - {signaal: score, bron: kcc, cijfer: {van: 3, tot: 5}}
    - {signaal: nature, bron: kcc, aard: klacht}
    - {signaal: web only, bron: web, aard: klacht}
`

func TestSelectors(t *testing.T) {
	j, problems := journeys.Parse("a.yaml", []byte(selectors))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	m := NewMatcher(j, "kcc")
	for _, c := range []struct {
		name string
		s    Signal
		want string
	}{
		{"topic, whole", Signal{Topic: "energie  Toeslag"}, "topic"},
		{"topic, part", Signal{Topic: "energie toeslag 2022"}, ""},
		{"one of the words", Signal{Text: "twee"}, "any of the words"},
		{"both words count once", Signal{Text: "een twee een"}, "any of the words, without"},
		{"excluded", Signal{Text: "een niet"}, "any of the words"},
		{"channel", Signal{Channel: "balie"}, "channel"},
		{"lower bound", Signal{Score: 3, Scored: true}, "score"},
		{"upper bound", Signal{Score: 5, Scored: true}, "score"},
		{"above", Signal{Score: 5.1, Scored: true}, ""},
		{"no score", Signal{}, ""},
		{"nature, other source", Signal{Nature: "klacht"}, "nature"},
	} {
		var got []string
		for _, i := range m.Match(c.s) {
			got = append(got, All(j)[i].Title)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
