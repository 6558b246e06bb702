package render

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const story = `
klantreis: Wachten op geld
gemeente: Utrecht
eigenaar: Team Inkomen
opgesteld: 2022-12-01
opsteller: Stadskamer
periode: {van: 2022-04-01, tot: 2022-11-30}
samenvatting: Het wachten duurt lang.
klant: {naam: Fatima, doel: Weten wanneer, citaat: Bel mij op 06-12345678.}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, tekst: Vraag, cijfer: Cijfer, onderwerp: Onderwerp, ontvangen: Datum, bevestigd: Klaar}, noemer: 2000}
fasen:
  - fase: Wachten
    stappen:
      - stap: Wacht op het geld
        id: wachten
        gaat-goed: [Het besluit komt snel]
        pijnpunten: [Nergens staat wanneer]
        signalen:
          - {signaal: Wanneer betaald?, bron: kcc, woorden: [betaald]}
          - {signaal: Te weinig om te tonen, bron: kcc, woorden: [zelden]}
        citaten:
          - {tekst: Mail jan@example.nl maar., bron: kcc, akkoord: true}
          - {tekst: Niet goedgekeurd., akkoord: false}
        notities: Alleen voor de spreker.
      - {stap: Belt, emotie: 1, pijnpunten: [Wachtrij]}
metingen: [{meting: Rapportcijfer, schaal: {van: 1, tot: 10}, punten: [{wanneer: 2018, waarde: 6.4}, {wanneer: 2021, waarde: 8.6, n: 590}]}]
doorlooptijden: [{doorlooptijd: Tot het klaar is, bron: kcc, van: ontvangen, tot: bevestigd, stap: wachten, belofte: 2 dagen}]
arenas: [{arena: Arena, wanneer: 2022-06-01, deelnemers: 12, cijfer: 7.3, knelpunten: [{stap: wachten, tekst: Het duurt lang.}], toezeggingen: [{wie: Team, wat: Bericht sturen, wanneer: 2022-07-01}]}]
adviezen:
  - {advies: Veel moeite, stap: belt, winst: klein, moeite: groot, status: niet-overgenomen, reden: Geen geld}
  - {advies: Zet de datum op de site, stap: wachten, omdat: [wanneer-betaald, arena, rapportcijfer], winst: groot, moeite: klein, status: gerealiseerd, sinds: 2022-08-01, effect: {signaal: wanneer-betaald, minstens: 15%}}
  - {advies: Zonder maten}
`

// calls makes 40 questions a month before August and 20 a month from then on.
func calls() []byte {
	var b strings.Builder
	b.WriteString("Datum;Klaar;Onderwerp;Vraag;Cijfer\n")
	for month := 4; month <= 11; month++ {
		n := 40
		if month >= 8 {
			n = 20
		}
		for i := range n {
			day := i%28 + 1
			fmt.Fprintf(&b, "%02d-%02d-2022;%02d-%02d-2022;Toeslag;Wanneer betaald?;%d,5\n", day, month, min(28, day+i%4), month, 3+i%3)
		}
	}
	b.WriteString("01-05-2022;;Toeslag;zelden gevraagd;5\n")
	for range 6 {
		b.WriteString("02-05-2022;;Parkeren;Waar?;\n")
	}
	return []byte(b.String())
}

func composed(t *testing.T, lang words.Lang) Report {
	t.Helper()
	j, problems := journeys.Parse("reis.yaml", []byte(story))
	ev, found := evidence.Bind(j, fstest.MapFS{"kcc.csv": {Data: calls()}})
	if all := append(problems, found...); all.HasErrors() {
		t.Fatal(all)
	}
	d := drawing.Drawing{Width: 1, Height: 1, Items: []drawing.Item{drawing.Circle(0, 0, 1)}}
	pictures := Pictures{Map: Figure{ID: "klantreis", Drawing: d}, Flow: Figure{ID: "stroom", Drawing: d},
		Pages: []Figure{{ID: "klantreis-deel-1", Drawing: d}}, Phases: [][]Figure{{{ID: "fase-1-dia-1", Drawing: d}, {ID: "fase-1-dia-2", Drawing: d}}}, Charts: Charts(j, ev, lang)}
	for i := range pictures.Charts {
		pictures.Charts[i].Drawing = d
	}
	return Compose(j, ev, lang, pictures)
}

// TestCompose compares the report with a golden text, one line a block.
func TestCompose(t *testing.T) {
	for _, lang := range []words.Lang{words.Dutch, words.English} {
		got := dump(composed(t, lang))
		golden(t, "report-"+string(lang)+".txt", got)
	}
}

// golden compares a text with a file in testdata, or with -update writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and read the diff. Got\n%s", name, got)
	}
}

// TestWhatMustHold checks the promises of a report, whatever the golden says.
func TestWhatMustHold(t *testing.T) {
	r := composed(t, words.Dutch)
	text := dump(r)
	for _, secret := range []string{"06-12345678", "jan@example.nl", "Niet goedgekeurd", "zelden gevraagd"} {
		if strings.Contains(text, secret) {
			t.Errorf("the report holds %q", secret)
		}
	}
	inDeck := map[string][]int{} // numbers of advice, by section
	for _, s := range r.Sections {
		if s.Where != DeckOnly && s.Notes != "" {
			t.Errorf("%s has notes on paper", s.ID)
		}
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case Claim:
				if b.Basis == "" {
					t.Errorf("claim %q has no basis", b.Text)
				}
				if typed := strings.Contains(strings.ToLower(b.Basis), "ingevuld"); typed != b.Typed {
					t.Errorf("claim %q: typed %v, basis %q", b.Text, b.Typed, b.Basis)
				}
			case AdviceCard:
				if s.Where == PaperOnly { // by moment, see TestPaperTellsEveryAdviceOnce
					continue
				}
				if b.Done != (s.ID == "gemeten") {
					t.Errorf("advice %q, done %v, stands in %s", b.Title, b.Done, s.ID)
				}
				if before := inDeck[s.ID]; len(before) > 0 && b.Number <= before[len(before)-1] {
					t.Errorf("advice %q has number %d after %v", b.Title, b.Number, before)
				}
				inDeck[s.ID] = append(inDeck[s.ID], b.Number)
			case Table:
				for _, row := range b.Rows {
					if len(row) != len(b.Columns) {
						t.Errorf("table %q: a row of %d cells under %d columns", b.Caption, len(row), len(b.Columns))
					}
				}
			case Figure:
				if b.Chart != nil && (b.Alt == "" || b.Caption == "" || len(b.Data.Rows) == 0) {
					t.Errorf("figure %s lacks its text, basis or data", b.ID)
				}
			}
		}
	}
	if got := fmt.Sprint(inDeck); got != "map[advies:[2 3] gemeten:[1]]" {
		t.Errorf("the deck has advice %s", got)
	}
	end := slices.IndexFunc(r.Sections, func(s Section) bool { return s.ID == "verdieping" })
	if end < 1 || r.Sections[end-1].ID != "gemeten" {
		t.Errorf("the story of the deck does not end with what was measured, before what is behind it (%d)", end)
	}
}

// TestPaperTellsEveryAdviceOnce holds whatever the state of an advice.
func TestPaperTellsEveryAdviceOnce(t *testing.T) {
	onPaper := map[int]int{}
	for _, s := range composed(t, words.Dutch).Sections {
		for _, b := range s.Blocks {
			if card, ok := b.(AdviceCard); ok && s.Where != DeckOnly {
				onPaper[card.Number]++
			}
		}
	}
	if fmt.Sprint(onPaper) != "map[1:1 2:1 3:1]" {
		t.Errorf("number of cards by advice: %v", onPaper)
	}
}

// TestEmptyJourney says what is missing instead of showing empty boxes.
func TestEmptyJourney(t *testing.T) {
	j, _ := journeys.Parse("leeg.yaml", []byte("klantreis: Leeg\nfasen: [{fase: A, stappen: [{stap: B}]}]\n"))
	ev, _ := evidence.Bind(j, fstest.MapFS{})
	text := dump(Compose(j, ev, words.Dutch, Pictures{}))
	for _, want := range []string{"nog geen signalen", "nog geen advies"} {
		if !strings.Contains(text, want) {
			t.Errorf("the empty report does not say %q", want)
		}
	}
	for _, unwanted := range []string{"nog niet ingevuld", words.Dutch.Report().Valued, words.Dutch.Story().Valued} {
		if strings.Contains(text, unwanted) { // the check of the tone tells who makes the gift
			t.Errorf("who gets the empty report is told %q", unwanted)
		}
	}
}

// dump writes a report as reviewable text.
func dump(r Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s | %s | %s | %s | %s\n", r.Title, r.Municipality, r.Owner, r.Author, r.Date, r.Period)
	for _, s := range r.Sections {
		fmt.Fprintf(&b, "\n# %s (%s)%s\n", s.Title, s.ID, map[Where]string{DeckOnly: " deck only", PaperOnly: " paper only"}[s.Where])
		if s.Over != "" {
			fmt.Fprintf(&b, "over: %s\n", s.Over)
		}
		if s.Notes != "" {
			fmt.Fprintf(&b, "notes: %s\n", s.Notes)
		}
		for _, block := range s.Blocks {
			switch v := block.(type) {
			case Table:
				fmt.Fprintf(&b, "table: %s\n", v.Caption)
				for _, c := range v.Columns {
					fmt.Fprintf(&b, " | %s", c.Title)
				}
				for _, row := range v.Rows {
					fmt.Fprintf(&b, "\n   %s", strings.Join(row, " | "))
				}
				b.WriteByte('\n')
			case Figure:
				fmt.Fprintf(&b, "figure %s: %s — %s\n   %s\n", v.ID, v.Title, v.Alt, v.Caption)
				for _, row := range v.Data.Rows {
					fmt.Fprintf(&b, "   %s\n", strings.Join(row, " | "))
				}
			case Claim:
				scale := v.Scale
				v.Scale = nil
				fmt.Fprintf(&b, "Claim %+v", v)
				if scale != nil {
					fmt.Fprintf(&b, " on %+v", *scale)
				}
				b.WriteByte('\n')
			case Way:
				fmt.Fprintf(&b, "Way %s: %s — %s %v\n", v.ID, v.Title, v.Alt, v.Scale)
				for _, claim := range v.Whole {
					fmt.Fprintf(&b, "   %s: %s (%s)\n", claim.Text, claim.Value, claim.Basis)
				}
				for _, s := range v.Stops {
					fmt.Fprintf(&b, "   stop %s in %s at %.2f (known %v): %s\n", s.Title, s.Phase, s.Value, s.Known, s.Does)
					for _, claim := range s.Claims {
						fmt.Fprintf(&b, "      %s: %s (%s)\n", claim.Text, claim.Value, claim.Basis)
					}
					if s.Voice != nil {
						fmt.Fprintf(&b, "      says %+v\n", *s.Voice)
					}
				}
			case AdviceCard:
				place := v.Place
				v.Place = nil
				fmt.Fprintf(&b, "AdviceCard %+v", v)
				if place != nil {
					fmt.Fprintf(&b, " at gain %d, effort %d", place.Gain, place.Effort)
				}
				b.WriteByte('\n')
			default:
				fmt.Fprintf(&b, "%s\n", strings.TrimPrefix(fmt.Sprintf("%T %+v", v, v), "render."))
			}
		}
	}
	return b.String()
}
