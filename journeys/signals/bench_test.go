package signals

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

// benchmarkFile is a journey with thirty selectors and an export of about twelve megabytes.
func benchmarkFile(b *testing.B) (*journeys.Journey, fstest.MapFS) {
	var yaml, csv strings.Builder
	yaml.WriteString("klantreis: A\nbronnen: {kcc: {soort: telefoon, bestand: kcc.csv, kolommen: {tijdstip: Datum, onderwerp: Onderwerp, tekst: Vraag, kanaal: Kanaal}}}\n" +
		"fasen:\n- fase: B\n  stappen:\n  - stap: C\n    signalen:\n")
	words := strings.Fields("toeslag betaald paspoort rijbewijs afval parkeren verhuizing bijstand bezwaar belasting")
	for i := range 30 {
		fmt.Fprintf(&yaml, "    - {signaal: S%d, bron: kcc, woorden: [%s%d, %s, wie %s]}\n", i, words[i%10], i, words[(i+3)%10], words[(i+7)%10])
	}
	csv.WriteString("Nummer;Datum;Kanaal;Onderwerp;Vraag;Afdeling\n")
	for i := range 50_000 {
		fmt.Fprintf(&csv, "%d;%02d-%02d-2022 %02d:15;telefoon;Vragen;\"Goedemorgen, ik heb een vraag; mijn buurvrouw heeft het wél gekregen. Wanneer komt %s? Ik wacht al drie weken en hoor niets. Alvast bedankt voor uw reactie.\";Burgerzaken\n",
			i, i%28+1, i%12+1, i%24, words[i%10])
	}
	j, problems := journeys.Parse("a.yaml", []byte(yaml.String()))
	if problems.HasErrors() {
		b.Fatal(problems)
	}
	b.SetBytes(int64(csv.Len()))
	return j, fstest.MapFS{"kcc.csv": {Data: []byte(csv.String())}}
}

// matchPart is a Part that only matches.
type matchPart struct {
	*Matching
	found int
}

func (p *matchPart) Visit(r *Record) {
	if r.Readable {
		p.found += len(p.Match(r))
	}
}

func (p *matchPart) Reset() { p.found = 0 }

func BenchmarkFold(b *testing.B) {
	j, folder := benchmarkFile(b)
	m := NewMatcher(j, "kcc")
	b.ReportAllocs()
	for b.Loop() {
		d, problems := Open(j, j.Sources[0], folder)
		if d == nil {
			b.Fatal(problems)
		}
		found := 0
		d.Fold(func() Part { return &matchPart{Matching: m.NewMatching()} }, func(p Part, _ int) { found += p.(*matchPart).found })
		if found == 0 || len(d.Found()) > 0 {
			b.Fatal(found, d.Found())
		}
	}
}

func BenchmarkEach(b *testing.B) {
	j, folder := benchmarkFile(b)
	m := NewMatcher(j, "kcc")
	b.ReportAllocs()
	for b.Loop() {
		d, _ := Open(j, j.Sources[0], folder)
		found := 0
		d.Each(func(s Signal, readable bool) { found += len(m.Match(s)) })
		if found == 0 || len(d.Found()) > 0 {
			b.Fatal(found, d.Found())
		}
	}
}
