package register

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/history"
	"klantreis/journeys/signals"
)

// entry makes a journey with its evidence; verdicts are what was measured, by advice.
func entry(t *testing.T, path, src string, verdicts map[string]evidence.Verdict) Entry {
	t.Helper()
	j, problems := journeys.Parse(path, []byte(src))
	if problems.HasErrors() {
		t.Fatalf("%s: %v", path, problems)
	}
	ev := &evidence.Evidence{}
	for _, a := range j.Advice {
		one := evidence.Advice{ID: a.ID}
		if v, ok := verdicts[a.ID]; ok {
			one.Effect = evidence.Effect{Measured: true, Verdict: v, Ratio: 0.6, Low: 0.5, High: 0.7}
		}
		ev.Advice = append(ev.Advice, one)
	}
	return Entry{Journey: j, Evidence: ev}
}

var update = flag.Bool("update", false, "rewrite the golden files")

func day(s string) journeys.Date { d, _ := journeys.Moment(s); return d }

const first = `klantreis: Verhuizen
eigenaar: Burgerzaken
opgesteld: 2023-01-01
bronnen: {kcc: {soort: telefoon, lijst: [{tekst: x}]}}
fasen:
  - fase: A
    stappen:
      - {stap: Wacht, systemen: [Zaaksysteem, DigiD], signalen: [{signaal: Al klaar?, bron: kcc, onderwerp: Wachten, woorden: [bevestig*, al klaar, mag]}]}
adviezen:
  - {advies: Stuur een bevestiging zodra de verhuizing klaar is, id: mail, status: gerealiseerd, sinds: 2023-02-01, terugkoppeling: {kcc: 2023-02-10, inwoners: 2023-03-01}}
  - {advies: Maak de brief korter, id: brief, eigenaar: communicatie, status: gerealiseerd, sinds: 2023-02-01, terugkoppeling: {kcc: 2023-02-10}}
  - {advies: Bel terug, id: bel}
`

const second = `klantreis: Parkeren
eigenaar: Vergunningen
opgesteld: 2023-04-20
bronnen: {kcc: {soort: telefoon, lijst: [{tekst: x}]}}
fasen:
  - fase: A
    stappen:
      - {stap: Vraagt aan, systemen: [digid], signalen: [{signaal: Bevestiging?, bron: kcc, onderwerp: wachten, woorden: [bevestiging, al klaar]}]}
adviezen:
  - {advies: Stuur een bevestiging als de vergunning klaar is, id: mail, eigenaar: ' Communicatie ', status: niet-overgenomen, reden: kan niet}
  - {advies: Iets anders, id: anders, status: aangeboden}
`

const wished = `klantreis: Verhuizen zonder wachten
variant: gewenst
fasen: [{fase: A, stappen: [{stap: Wacht, systemen: [Zaaksysteem]}]}]
`

func sample(t *testing.T) []Entry {
	a := entry(t, "a/klantreis.yaml", first, map[string]evidence.Verdict{"mail": evidence.Decrease, "brief": evidence.NoDifference, "bel": evidence.Decrease})
	a.History = []history.Change{{On: day("2023-01-15"), Advice: "mail", To: "overgenomen"}, {On: day("2023-02-01"), Advice: "mail", From: "overgenomen", To: "gerealiseerd"}}
	return []Entry{a, entry(t, "b/klantreis.yaml", second, nil), entry(t, "a/gewenst.yaml", wished, nil)}
}

// TestDoubtful: a decrease that something else could explain is counted apart.
func TestDoubtful(t *testing.T) {
	for kind, doubtful := range map[evidence.DoubtKind]bool{evidence.SourceEnded: true, evidence.WholeSource: true, evidence.MovedChannel: true, evidence.NoSeason: false, evidence.Alike: false} {
		all := sample(t)
		all[0].Evidence.Advice[0].Effect.Doubts = []evidence.Doubt{{Kind: evidence.NoMonths}, {Kind: kind}}
		r := New(all, journeys.Date{})
		got, want := r.Totals, 0
		if doubtful {
			want = 1
		}
		if got.Doubtful != want || got.Improved != 1-want || got.Judged != 2 || r.Advice[0].Improved() == doubtful || r.Advice[0].Doubtful() != doubtful || r.Owners[0].Improved+r.Owners[1].Improved+r.Owners[2].Improved != 1-want {
			t.Errorf("%s: %+v", kind, got)
		}
	}
}

func TestTotals(t *testing.T) {
	r := New(sample(t), journeys.Date{})
	if r.AsOf != (Dated{day("2023-04-20"), "b/klantreis.yaml"}) {
		t.Errorf("as of %+v", r.AsOf)
	}
	want := Totals{Journeys: 3, Wished: 1, Advice: 5, Answered: 3, Realised: 2, Judged: 2, Improved: 1, ToldBoth: 1, ToldOne: 1, Late: 1}
	if r.Totals != want {
		t.Errorf("totals %+v, want %+v", r.Totals, want)
	}
	if a := r.Advice[2]; a.Waited != 109 || !a.Late() || a.Owner != "Burgerzaken" || a.Improved() {
		t.Errorf("%+v: an advice that is not realised improved nothing, and nobody answered it", a)
	}
	if a := r.Advice[0]; len(a.History) != 2 {
		t.Errorf("history %+v", a.History)
	}
	// The 60th day counts, the one before does not.
	for asOf, late := range map[string]int{"2023-03-01": 0, "2023-03-02": 1, "2023-06-18": 1, "2023-06-19": 2} {
		if got := New(sample(t), day(asOf)).Totals.Late; got != late {
			t.Errorf("as of %s %d are late, want %d", asOf, got, late)
		}
	}
	if r := New([]Entry{entry(t, "c.yaml", "klantreis: C\nfasen: [{fase: A, stappen: [{stap: S}]}]\nadviezen: [{advies: D}]\n", nil)}, journeys.Date{}); !r.AsOf.Day.IsZero() || r.Totals.Undated != 1 || r.Totals.Late != 0 {
		t.Errorf("without a date: %+v %+v", r.AsOf, r.Totals)
	}
	if r := New(nil, journeys.Date{}); r.Totals != (Totals{}) {
		t.Errorf("nothing: %+v", r.Totals)
	}
}

func TestOwners(t *testing.T) {
	var got []string
	for _, o := range New(sample(t), journeys.Date{}).Owners {
		got = append(got, fmt.Sprintf("%s %v %d/%d/%d/%d/%d", o.Name, o.Journeys, o.Advice, o.Answered, o.Refuse, o.Realised, o.Late))
	}
	want := "Burgerzaken [0] 2/1/0/1/1, communicatie [0 1] 2/2/1/1/0, Vergunningen [1] 1/0/0/0/0"
	if strings.Join(got, ", ") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, ", "), want)
	}
}

func TestThemes(t *testing.T) {
	var got []string
	for _, th := range New(sample(t), journeys.Date{}).Themes {
		got = append(got, fmt.Sprintf("%s %s %v %d", th.Kind, th.Name, th.Shared, th.Journeys()))
	}
	want := []string{
		"advies Stuur een bevestiging zodra de verhuizing klaar is [bevestiging klaar] 2",
		"onderwerp Wachten [] 2",
		"woorden bevestig*, al klaar [bevestig* al klaar] 2",
		"systeem DigiD [] 2",
		"eigenaar communicatie [] 2",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("themes\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestPassedOn(t *testing.T) {
	src := `klantreis: A
periode: {van: 2023-01-01, tot: 2023-12-31}
bronnen:
  lijst: {soort: gesprek, lijst: [{tijdstip: 2023-02-01, tekst: x, doorgezet: Wmo}, {tijdstip: 2022-02-01, tekst: te vroeg, doorgezet: Wmo}]}
  geheim: {soort: gesprek, lijst: [{tekst: x, doorgezet: Wmo, vertrouwelijk: ja}, {tekst: x, doorgezet: jan@voorbeeld.nl}]}
  bestand: {soort: telefoon, bestand: a.csv, kolommen: {tijdstip: Datum, tekst: Vraag, doorgezet: Naar}}
  zonder: {soort: telefoon, bestand: b.csv, kolommen: {tijdstip: Datum, tekst: Vraag}}
  ver: {soort: telefoon, verbinding: 'postgres://lezer@dwh/kcc', tabel: t}
fasen: [{fase: A, stappen: [{stap: S}]}]
`
	csv := "Datum;Vraag;Naar\n" + strings.Repeat("2023-03-01;hoi;wmo\n", 4) + strings.Repeat("2023-03-01;hoi;Jan de Vries\n", 6) + strings.Repeat("2023-03-01;hoi;Parkeren\n", 4) + "geen dag;hoi;Wmo\n"
	j, problems := journeys.Parse("a.yaml", []byte(src))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	p := PassedOn(j, fstest.MapFS{"a.csv": {Data: []byte(csv)}, "b.csv": {Data: []byte("Datum;Vraag\n2023-01-01;x\n")}}, signals.Options{})
	r := New([]Entry{{Journey: j, Evidence: &evidence.Evidence{}, Passed: p}}, journeys.Date{})
	if got := fmt.Sprint(r.Passed); got != "[{Wmo 5 [0]}]" || r.PassedFew != 1 || fmt.Sprint(r.PassedUncounted) != "[ver]" {
		t.Errorf("%s, %d few, %v uncounted", got, r.PassedFew, r.PassedUncounted)
	}
	var out bytes.Buffer
	if err := WriteJSON(&out, r, []Broken{{"kapot.yaml", 2, "regel 1"}}); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(out.Bytes()) || strings.Contains(out.String(), "Vries") || strings.Contains(out.String(), "voorbeeld.nl") || !strings.Contains(out.String(), `"bestand": "kapot.yaml"`) {
		t.Errorf("json\n%s", out.String())
	}
}

func TestJSON(t *testing.T) {
	var out bytes.Buffer
	if err := WriteJSON(&out, New(sample(t), journeys.Date{}), nil); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/overzicht.json")
	if *update {
		err = os.WriteFile("testdata/overzicht.json", out.Bytes(), 0o644)
		want = out.Bytes()
	}
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, out.Bytes()) {
		t.Errorf("got\n%s", out.String())
	}
}
