package signals

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
)

// TestGuessByWords finds fields whose headers hold a telling word, and leaves columns that do not hold
// what their names say.
func TestGuessByWords(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"export": {"Nr;Datum en tijd;Ingang;Onderwerp contact;Vraag van de klant;Soort contact;Vertrouwelijk\n1;30-03-2022 09:02;Telefoon;Energietoeslag;Wordt het na het weekend gestort?;vraag;nee\n",
			"kolommen: {tijdstip: Datum en tijd, kanaal: Ingang, onderwerp: Onderwerp contact, tekst: Vraag van de klant, aard: Soort contact, vertrouwelijk: Vertrouwelijk}"},
		"besides our own names": {"tijdstip;tekst;Soort contact\n01-02-2022;x;vraag\n", "kolommen: {tijdstip: tijdstip, tekst: tekst, aard: Soort contact}"},
		"part of a word":        {"Datum;Vraag;Deelgemeente\n01-02-2022;x;Noord\n", "kolommen: {tijdstip: Datum, tekst: Vraag}"},
		"topic of numbers":      {"Datum;Vraag;Onderwerp nummer\n01-02-2022;x;12\n", "kolommen: {tijdstip: Datum, tekst: Vraag}"},
	} {
		if got := read(t, "bestand: a.csv", one("a.csv", []byte(c.in))); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestShifted does not count a row whose cells moved, so that a confidential one stays so; both ways.
func TestShifted(t *testing.T) {
	const in = "tijdstip,tekst,vertrouwelijk\n01-02-2022,een,nee\n01-02-2022,twee, drie,ja\n01-02-2022,vier,nee,,\n"
	got := read(t, "bestand: a.csv, kolommen: {tijdstip: tijdstip, tekst: tekst, vertrouwelijk: vertrouwelijk}", one("a.csv", []byte(in)))
	for _, want := range []string{"3 !", "4 2022-02-01T00:00 [telefoon||vier]", "extra-kolommen"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s", want, got)
		}
	}
	foldAndEach(t, kccOf(t, "bestand: a.csv, kolommen: {tijdstip: tijdstip, tekst: tekst, vertrouwelijk: vertrouwelijk}"), one("a.csv", []byte(in)))
}

// TestMisnamed tells a file that is something else than its name says, and one without separators.
func TestMisnamed(t *testing.T) {
	const book = "PK\x03\x04\x14\x00\x00\x00\x08\x00[Content_Types].xml"
	for name, c := range map[string]struct{ content, want string }{
		"a.csv":  {book, "csv-is-excel"},
		"b.csv":  {"PK\x03\x04 another zip", "geen-csv"},
		"c.xls":  {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xlsx-oud"},
		"d.xlsx": {"Datum;Vraag\n", "xlsx-is-csv"},
		"e.csv":  {"Datum~Vraag\n01-02-2022~hoe\n", "alles-in-een-kolom"},
		"f.csv":  {"\"Datum;Vraag;Team\"\n\"01-02-2022;hoe;A\"\n", "alles-in-een-kolom"},
		"g.csv":  {"Vraag\nWat kost een paspoort, vroeg iemand\n", "kolommen-geraden"},
	} {
		got := read(t, "bestand: "+name, one(name, []byte(c.content)))
		if strings.Count(got, c.want) != 1 {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := read(t, "bestand: a.csv, kolommen: {tijdstip: Datum, tekst: Vraag}", one("a.csv", []byte("Datum~Vraag\n"))); strings.Contains(got, "kolom-ontbreekt") {
		t.Error(got)
	}
}

// TestWithoutColumn warns for what a source cannot answer, and not for what it can.
func TestWithoutColumn(t *testing.T) {
	j, problems := journeys.Parse("a.yaml", []byte(`klantreis: A
bronnen: {k: {soort: telefoon, bestand: a.csv, kolommen: {tijdstip: Datum, tekst: Vraag}}}
fasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: D, bron: k, onderwerp: Toeslag, woorden: [geld], kanaal: telefoon}]}]}]
`))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	d, problems := Open(j, j.Sources[0], fstest.MapFS{"a.csv": {Data: []byte("Datum;Vraag;Rubriek\n01-02-2022;geld;Toeslag\n")}})
	if d == nil {
		t.Fatal(problems)
	}
	defer d.Close()
	var got []string
	for _, p := range WithoutColumn(j, j.Sources[0], d) {
		got = append(got, fmt.Sprint(p.Severity, " ", p.Code, " ", p.Args[1]))
	}
	if fmt.Sprint(got) != "[waarschuwing signaal-zonder-kolom onderwerp]" {
		t.Error(got)
	}
}
