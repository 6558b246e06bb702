package tone

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"klantreis/journeys"
)

var want = regexp.MustCompile(`# want ((?:[a-z-]+ ?)+)`)

// TestWarnings reads a journey whose lines say which warnings they want; nothing else may be warned for.
func TestWarnings(t *testing.T) {
	for name, source := range map[string]string{
		"tone": `klantreis: A
fasen:
  - fase: B
    stappen:
      - stap: C
        id: c
        pijnpunten: [Het team luistert niet] # want toon-verwijt
      - stap: D
        pijnpunten: [Ik wist niet dat het kon]
adviezen:
  - advies: Jullie hebben nagelaten te bellen # want toon-verwijt toon-geen-compliment
    stap: c
  - {advies: "Fout van de afdeling, had moeten bellen", stap: c} # want toon-verwijt toon-verwijt
  - {advies: De balie moet open, stap: c} # want toon-zonder-reden
  - {advies: Vraag mevrouw Jansen om te bellen, stap: c} # want toon-naam
  - {advies: Stop onmiddellijk met sturen; dat moet onmiddellijk, stap: c} # want toon-bevel toon-zonder-reden
  - {advies: Nooit is er iemand, stap: c, verwacht: Niemand wacht nog} # want toon-overdrijving
  - {advies: Schuiven vragen niet meer af, stap: c} # want toon-verwijt
  - {advies: Zet de betaaldatum bovenaan, stap: c, verwacht: Minder vragen}
  - {advies: Zet foutmeldingen van het formulier bij het veld, stap: c}
`,
		"praise": `klantreis: A
fasen:
  - fase: B
    stappen: [{stap: C, gaat-goed: [De balie is vriendelijk]}]
adviezen:
  - {advies: Zet de datum erbij}
`,
		"human": `klantreis: A
bronnen: {zaken: {soort: brief, bestand: z.csv}}
fasen:
  - fase: B
    stappen:
      - {stap: C, gaat-goed: [x]}
      - {stap: D, id: d, kanalen: [website, e-mail]} # want geen-menselijk-contact
      - {stap: E, id: e, kanalen: [website, balie]}
      - {stap: F, id: f, kanalen: [website], menselijk-contact: telefoon 14 030}
doorlooptijden:
  - {doorlooptijd: Teruggebeld, bron: zaken, van: ontvangen, tot: teruggebeld, stap: f, belofte: 1 werkdagen}
adviezen:
  - {advies: Sluit de balie op woensdag, stap: e} # want kanaal-dicht
  - {advies: Stuur alleen nog digitaal en geen brief, stap: e} # want kanaal-dicht
  - {advies: Stop met brieven; wie dat wil krijgt nog een brief, stap: e}
  - {advies: Bel iedereen terug binnen 1 werkdag, stap: e} # want belofte-niet-gemeten
  - {advies: Bel elke melder terug binnen 1 werkdag, stap: f}
`,
	} {
		j, faults := journeys.Parse("reis.yaml", []byte(source))
		if faults.HasErrors() {
			t.Fatal(name, faults)
		}
		var got, wanted []string
		for _, p := range append(Check(j, Standard()), CheckHuman(j)...) {
			got = append(got, fmt.Sprintf("%d %s", p.Pos.Line, p.Code))
			if message, advice := p.Text("nl"); message == p.Code || strings.Contains(advice, "{") {
				t.Errorf("%s has no words: %q %q", p.Code, message, advice)
			}
		}
		for i, line := range strings.Split(source, "\n") {
			if m := want.FindStringSubmatch(line); m != nil {
				for _, code := range strings.Fields(m[1]) {
					wanted = append(wanted, fmt.Sprintf("%d %s", i+1, code))
				}
			}
		}
		slices.Sort(got)
		slices.Sort(wanted)
		if !slices.Equal(got, wanted) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, wanted)
		}
	}
}

// TestList refuses a line of another form and takes a municipality's own words.
func TestList(t *testing.T) {
	l := Standard()
	if err := l.Add("niet zo | verwijt"); err == nil {
		t.Error("a line of two parts was taken")
	}
	if err := l.Add("# eigen\ngedoe | verwijt | Noem wat er misgaat."); err != nil {
		t.Fatal(err)
	}
	j, _ := journeys.Parse("a.yaml", []byte("klantreis: A\nfasen: [{fase: B, stappen: [{stap: C, gaat-goed: [x]}]}]\nadviezen: [{advies: Wat een gedoe}]\n"))
	if ps := Check(j, l); len(ps) != 1 || ps[0].Code != "toon-verwijt" {
		t.Errorf("%v", ps)
	}
}

// TestFinder holds the quick look for a word to the pattern itself.
func TestFinder(t *testing.T) {
	list := Standard()
	texts := []string{"", "nalatig", "jullie, hebben nagelaten", "Jullie hebben  weer niet gebeld", "een chaos", "chaotisch", "te wijten aan jullie fout", "had de gemeente dat moeten weten"}
	for _, e := range list.entries {
		texts = append(texts, "Dat is "+e.find.longest+" en meer", e.find.longest+"heid", "x"+e.find.longest)
	}
	for _, e := range list.entries {
		if e.find.longest == "" {
			t.Errorf("%s looks for nothing", e.find)
		}
		for _, text := range texts {
			folded := journeys.Fold(text)
			if got, want := e.find.FindStringIndex(folded), e.find.Regexp.FindStringIndex(folded); !slices.Equal(got, want) {
				t.Errorf("%s in %q: %v, the pattern gives %v", e.find, text, got, want)
			}
		}
	}
}
