package render

import (
	"fmt"
	"strings"
	"testing"

	"klantreis/render/words"
)

const greeted = `
klantreis: Groeten
eigenaar: Team Dienstverlening
opsteller: Stadskamer
bronnen:
  straat:
    soort: gesprek
    lijst:
      - {tijdstip: 2023-06-06, plaats: Griftpark, tekst: "Ik vroeg om water. Waarom mocht het niet?", aard: vraag, doorgezet: Stadsbedrijven, terugkoppeling: 2023-06-29}
      - {tijdstip: 2023-06-06, plaats: Geheime plek, tekst: "Dit vertel ik alleen aan jou.", aard: compliment, doorgezet: Geheime afdeling, vertrouwelijk: ja}
      - {tijdstip: 2023-06-06, plaats: 'Bel 06-12345678', tekst: "Wat fijn geholpen!", aard: compliment, doorgezet: jan@example.nl}
      - {tijdstip: 2023-06-06, plaats: Nergens, tekst: "Een signaal dat niemand goedkeurde.", aard: tip, doorgezet: Nergens}
fasen:
  - fase: A
    stappen:
      - stap: Krijgt een nee
        id: nee
        kanalen: [brief]
        citaten:
          - {tekst: "Ik vroeg om water. Waarom mocht het niet?", bron: straat, akkoord: true}
          - {tekst: "Ik vroeg om water. Waarom mocht het niet!", bron: straat, akkoord: true}
          - {tekst: "Niet goedgekeurd.", bron: straat}
          - {tekst: "Dit vertel ik alleen aan jou.", bron: straat, akkoord: true}
      - stap: Wordt geholpen
        kanalen: [balie]
        citaten:
          - {tekst: "Wat fijn geholpen!", bron: straat, akkoord: true}
          - {tekst: "Mail mij op fatima@example.nl.", akkoord: true}
          - {tekst: LANG, akkoord: true}
adviezen:
  - {advies: Zet erbij waarom, stap: nee, status: overgenomen, eigenaar: Alle afdelingen}
`

// TestGreetings shows all that cards say, and looks for what they may not.
func TestGreetings(t *testing.T) {
	j, _ := parsed(t, strings.Replace(greeted, "LANG", strings.Repeat("lang ", 100), 1))
	for _, lang := range []words.Lang{words.Dutch, words.English} {
		cards, long := Greetings(j, lang)
		if long != 1 {
			t.Errorf("%d quotes too long for a card, want 1", long)
		}
		var b strings.Builder
		for _, g := range cards {
			fmt.Fprintf(&b, "“%s” (%s, %s) motif %d\n", g.Quote, g.Kind, g.Source, g.Motif)
			for _, l := range g.Lines {
				fmt.Fprintf(&b, "   %s: %s\n", l.Label, l.Value)
			}
			fmt.Fprintf(&b, "   %s\n", g.From)
		}
		golden(t, "greetings-"+string(lang)+".txt", b.String())
		for _, secret := range []string{"06-12345678", "@", "Geheime", "Nergens", "niemand", "Niet goedgekeurd"} {
			if strings.Contains(b.String(), secret) {
				t.Errorf("the cards hold %q", secret)
			}
		}
	}
}
