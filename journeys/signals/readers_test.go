package signals

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf16"

	"github.com/klauspost/compress/zstd"

	"klantreis/journeys"
)

// read opens the source `kcc` with these lines of YAML and writes what it gives, one line a
// record: line, day and hour, channel, topic, text, nature, score; after those the problems.
func read(t *testing.T, yaml string, files fstest.MapFS) string {
	t.Helper()
	j, problems := journeys.Parse("reis.yaml", []byte("klantreis: A\nbronnen:\n  kcc: {soort: telefoon, "+yaml+"}\nfasen: [{fase: B, stappen: [{stap: C}]}]\n"))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return describe(j, files)
}

func describe(j *journeys.Journey, files fs.FS) string {
	var out strings.Builder
	d, problems := Open(j, j.Sources[0], files)
	if d != nil {
		d.Each(func(s Signal, readable bool) {
			switch {
			case !readable:
				fmt.Fprintf(&out, "%d !\n", s.Line)
				return
			case s.Dated():
				fmt.Fprintf(&out, "%d %s", s.Line, s.Time.Format("2006-01-02T15:04"))
			default:
				fmt.Fprintf(&out, "%d -", s.Line)
			}
			fmt.Fprintf(&out, " [%s|%s|%s", s.Channel, s.Topic, s.Text)
			if s.Nature != "" {
				fmt.Fprintf(&out, "|%s", s.Nature)
			}
			if s.Scored {
				fmt.Fprintf(&out, "|%g", s.Score)
			}
			if s.Secret {
				out.WriteString("|vertrouwelijk")
			}
			out.WriteString("]\n")
		})
		problems = append(problems, d.Found()...)
	}
	for _, p := range problems {
		message, _ := p.Text("nl")
		fmt.Fprintf(&out, "%s %s: %s\n", p.Severity, p.Code, message)
	}
	return out.String()
}

// expect compares what was read with the lines that are wanted.
func expect(t *testing.T, got string, want ...string) {
	t.Helper()
	if w := strings.Join(want, "\n") + "\n"; got != w && !(len(want) == 0 && got == "") {
		t.Errorf("got\n%swant\n%s", got, w)
	}
}

func one(name string, content []byte) fstest.MapFS {
	return fstest.MapFS{name: {Data: content, ModTime: time.Unix(1, 0)}}
}

func gzipped(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.Bytes()
}

func zstded(s string) []byte {
	w, _ := zstd.NewWriter(nil)
	return w.EncodeAll([]byte(s), nil)
}

// zipped makes a zip of names and contents, in order.
func zipped(pairs ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		f, _ := w.Create(pairs[i])
		f.Write([]byte(pairs[i+1]))
	}
	w.Close()
	return b.Bytes()
}

// utf16le is text as Matomo writes it.
func utf16le(s string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// kissPage is shaped by Klantinteractie-Servicesysteem/KISS-frontend:
// Kiss.Bff/Intern/ContactmomentDetails/Features/ContactmomentDetailsRapportageOverzicht.cs for the
// page, and the entity ContactmomentDetails for its records.
const kissPage = `{"count": 3, "next": null, "previous": null, "results": [
 {"id": "a1", "startdatum": "2022-09-15T14:03:00+02:00", "einddatum": "2022-09-15T14:09:00+02:00", "gespreksresultaat": "Zelfstandig afgehandeld",
  "vraag": "Energietoeslag", "specifiekeVraag": "Wanneer wordt het betaald?", "emailadresKcm": "piet@gemeente.nl",
  "verantwoordelijkeAfdeling": "Inkomen", "bronnen": [{"soort": "Kennisartikel", "titel": "Toeslag", "url": "https://x"}, {"soort": "VAC", "titel": "Geld", "url": "https://y"}]},
 {"id": "a2", "startdatum": "2022-10-30T02:30:00+01:00", "einddatum": null, "gespreksresultaat": null, "vraag": "Paspoort", "specifiekeVraag": "",
  "emailadresKcm": "piet@gemeente.nl", "verantwoordelijkeAfdeling": null, "bronnen": []},
 {"id": "a1", "startdatum": "2022-09-15T14:03:00+02:00", "vraag": "Energietoeslag", "specifiekeVraag": "Dubbel"}
]}`

func TestKISS(t *testing.T) {
	expect(t, read(t, "bestand: kiss.json, formaat: kiss", one("kiss.json", []byte(kissPage))),
		"2 2022-09-15T14:03 [telefoon|Energietoeslag|Wanneer wordt het betaald?]",
		"5 2022-10-30T02:30 [telefoon|Paspoort|Paspoort]",
		"waarschuwing dubbele-ids: In ‘kiss.json’ kwam 1 record met een id dat er al was; elk id telt één keer.")
	// It is recognised by its columns as well, and kolommen go before the layout.
	expect(t, read(t, "bestand: kiss.json", one("kiss.json", []byte(strings.ReplaceAll(kissPage, `"id": "a1"`, `"id": null`)))),
		"2 2022-09-15T14:03 [telefoon|Energietoeslag|Wanneer wordt het betaald?]",
		"5 2022-10-30T02:30 [telefoon|Paspoort|Paspoort]",
		"7 2022-09-15T14:03 [telefoon|Energietoeslag|Dubbel]")
	got := read(t, "bestand: kiss.json, formaat: kiss, kolommen: {tekst: bronnen.titel}", one("kiss.json", []byte(kissPage)))
	if !strings.HasPrefix(got, "2 2022-09-15T14:03 [telefoon|Energietoeslag|Toeslag; Geld]\n") {
		t.Errorf("kolommen over the layout: %s", got)
	}
}

// TestStaffDropped holds the address of staff out of everything that can be asked for.
func TestStaffDropped(t *testing.T) {
	for name, content := range map[string][]byte{
		"kiss.json": []byte(kissPage), "kiss.csv": []byte("startdatum;vraag;emailadresKcm\n2022-01-02;A;piet@gemeente.nl\n"),
		"vng.json": []byte(`[{"registratiedatum":"2022-01-02T10:00:00Z","bronorganisatie":"1","tekst":"A","medewerkerIdentificatie":{"achternaam":"piet@gemeente.nl"}}]`),
		"openklant.json": []byte(`[{"plaatsgevondenOp":"2022-01-02T10:00:00Z","onderwerp":"A","hadBetrokkenActoren":[{"naam":"piet@gemeente.nl"}],
			"_expand":{"hadBetrokkenen":[{"volledigeNaam":"piet@gemeente.nl"}]}}]`),
	} {
		j, _ := journeys.Parse("reis.yaml", []byte("klantreis: A\nbronnen:\n  kcc: {soort: telefoon, bestand: "+name+", formaat: "+map[bool]string{true: "csv", false: "kiss"}[strings.HasSuffix(name, "csv")]+"}\n"))
		d, problems := Open(j, j.Sources[0], one(name, content))
		if d == nil {
			t.Fatal(name, problems)
		}
		for _, column := range []string{"emailadresKcm", "medewerkerIdentificatie.achternaam", "hadBetrokkenActoren.naam", "_expand.hadBetrokkenen.volledigeNaam"} {
			if d.Has(column) {
				t.Errorf("%s has %s", name, column)
			}
			d.Each(func(s Signal, _ bool) {
				if s.Cells(column) != "" {
					t.Errorf("%s gives %s", name, column)
				}
			})
		}
	}
}

// TestOpenKlant is shaped by maykinmedia/open-klant:
// src/openklant/components/klantinteracties/api/serializers/klantcontacten.py (fields, nummer next to
// uuid, moments in UTC) and the project's own tests of the endpoint.
func TestOpenKlant(t *testing.T) {
	page := `{"count": 2, "next": null, "previous": null, "results": [
	{"uuid": "u1", "url": "https://ok/1", "gingOverOnderwerpobjecten": [], "omvatteBijlagen": [], "hadBetrokkenen": [], "leiddeTotInterneTaken": [], "nummer": "1234567890", "kanaal": "Telefoon", "onderwerp": "Energietoeslag (wanneer betaald)", "inhoud": "", "reactie": "",
	 "indicatieContactGelukt": true, "taal": "nld", "vertrouwelijk": false, "plaatsgevondenOp": "2022-03-31T23:30:00Z", "metadata": {"thema": "geld"},
	 "hadBetrokkenActoren": [{"naam": "Piet"}], "labels": [{"naam": "A"}, {"naam": "B"}]},
	{"uuid": "u2", "kanaal": "Balie", "onderwerp": "Geheim", "inhoud": "Niet tellen", "vertrouwelijk": true, "plaatsgevondenOp": "2022-04-01T10:00:00+02:00"}]}`
	expect(t, read(t, "bestand: ok.json, formaat: openklant", one("ok.json", []byte(page))),
		"2 2022-04-01T01:30 [telefoon|Energietoeslag (wanneer betaald)|Energietoeslag (wanneer betaald)]",
		"5 2022-04-01T10:00 [balie|Geheim|Niet tellen|vertrouwelijk]")
	expect(t, read(t, "bestand: ok.json, kolommen: {tijdstip: plaatsgevondenOp, onderwerp: metadata.thema, tekst: labels.naam}", one("ok.json", []byte(page))),
		"2 2022-04-01T01:30 [telefoon|geld|A; B]",
		"5 2022-04-01T10:00 [telefoon|||vertrouwelijk]",
		"waarschuwing vertrouwelijk-kolom: ‘ok.json’ heeft een kolom ‘vertrouwelijk’ die niet bij ‘kolommen’ staat. Vertrouwelijke signalen tellen voor de zekerheid niet mee.")
	// Pages after each other, and one that says that there is more.
	first := strings.Replace(page, `"count": 2, "next": null`, `"count": 9, "next": "https://ok/?page=2"`, 1)
	got := read(t, "bestand: ok.ndjson, formaat: openklant", one("ok.ndjson", []byte(strings.ReplaceAll(first, "\n", "")+"\n"+strings.ReplaceAll(strings.ReplaceAll(first, "\n", ""), `"u`, `"v`))))
	if !strings.Contains(got, "export-onvolledig: In ‘ok.ndjson’ staan 4 van de 9 records") || strings.Count(got, "\n") != 5 {
		t.Error(got)
	}
}

// TestVNG is shaped by the VNG standard Contactmomenten, as VNG-Realisatie/contactmomenten describes it
// and KISS-frontend's interface Contactmoment uses it.
func TestVNG(t *testing.T) {
	expect(t, read(t, "bestand: vng.json", one("vng.json", []byte(`{"results": [{"url": "https://cm/1", "bronorganisatie": "123456782", "registratiedatum": "2022-09-15T14:03:00Z",
		"kanaal": "E-mail", "tekst": "Waar blijft mijn paspoort?", "onderwerpLinks": [], "initiatiefnemer": "klant"}], "count": 1, "next": null}`))),
		"1 2022-09-15T16:03 [e-mail||Waar blijft mijn paspoort?]")
}

// TestOpenForms is shaped by open-formulieren/open-forms: src/openforms/submissions/exports.py, which
// writes local moments without a zone, by tablib with a space in CSV and as ISO 8601 in JSON, and the
// keys of the form's components as columns.
func TestOpenForms(t *testing.T) {
	expect(t, read(t, "bestand: of.csv", one("of.csv", []byte("Formuliernaam,Inzendingdatum,voornaam\r\nVerhuizing,2022-09-15 14:03:22.123456,A\r\n"))),
		"2 2022-09-15T14:03 [telefoon|Verhuizing|]")
	expect(t, read(t, "bestand: of.json", one("of.json", []byte(`[{"Formuliernaam": "Verhuizing", "Inzendingdatum": "2022-09-15T14:03:22.123456", "voornaam": "A"}]`))),
		"1 2022-09-15T14:03 [telefoon|Verhuizing|]")
	expect(t, read(t, "bestand: of.csv", one("of.csv", []byte("Formuliernaam,Inzendingdatum,voornaam\r\nVerhuizing,2022-09-15T14:03:22.123456+02:00,A\r\n"))),
		"2 2022-09-15T14:03 [telefoon|Verhuizing|]")
}

func TestSeveralFiles(t *testing.T) {
	files := fstest.MapFS{
		"s/kcc-2022-02.csv": {Data: []byte("id;Tekst;tijdstip\n3;c;01-02-2022\n2;b;31-01-2022\n;oeps;morgen\n")},
		"s/kcc-2022-01.csv": {Data: []byte("id;tijdstip;Tekst\n1;01-01-2022;a\n2;31-01-2022;b\n")},
		"s/kcc-2022-03.csv": {Data: gzipped("id;tijdstip;Tekst\n4;01-03-2022;d\n")},
		"s/lees mij.docx":   {Data: []byte("x")}, "s/.verborgen.csv": {Data: []byte("x")},
		"g/kcc-2022-01.csv.gz": {Data: gzipped("tijdstip;Tekst\n01-01-2022;a\n")}, "g/kcc-2022-02.csv.zst": {Data: zstded("tijdstip;Tekst\n01-02-2022;b\n")},
		"mix/a.csv": {Data: []byte("tekst\na\n")}, "mix/b.json": {Data: []byte("{}")}, "leeg/a.txt": {Data: []byte("x")},
		"h/a.csv": {Data: []byte("tekst\na\n")}, "h/b.csv": {Data: []byte("foo\nb\n")}, "h/c.csv": {Data: []byte("PK\x03\x04")},
	}
	delete(files, "s/kcc-2022-03.csv")
	want := []string{"2 2022-01-01T00:00 [telefoon||a]", "3 2022-01-31T00:00 [telefoon||b]", "2 2022-02-01T00:00 [telefoon||c]", "4 !"}
	expect(t, read(t, "bestand: s", files), append(want, "waarschuwing dubbele-ids: In ‘s’ kwam 1 record met een id dat er al was; elk id telt één keer.")...)
	expect(t, read(t, "bestand: s/kcc-*.csv", files), append(want, "waarschuwing dubbele-ids: In ‘s/kcc-*.csv’ kwam 1 record met een id dat er al was; elk id telt één keer.")...)
	expect(t, read(t, "bestand: g/", files), "2 2022-01-01T00:00 [telefoon||a]", "2 2022-02-01T00:00 [telefoon||b]")
	expect(t, read(t, "bestand: mix", files), "fout formaten-door-elkaar: In ‘mix’ staan bestanden van verschillende soorten door elkaar: csv, ndjson.")
	expect(t, read(t, "bestand: mix, formaat: csv", files), "2 - [telefoon||a]")
	expect(t, read(t, "bestand: leeg", files), "fout geen-bestanden: Bij ‘leeg’ horen 0 bestanden die te lezen zijn.")
	expect(t, read(t, "bestand: s/niets-*.csv", files), "fout geen-bestanden: Bij ‘s/niets-*.csv’ horen 0 bestanden die te lezen zijn.")
	expect(t, read(t, "bestand: ../s", files), "fout pad-buiten-map: ‘../s’ ligt buiten de map van deze klantreis.")
	expect(t, read(t, "bestand: h", files), "2 - [telefoon||a]",
		"fout geen-kolommen: In ‘h/b.csv’ is geen enkele kolom herkend.",
		"fout geen-csv: ‘h/c.csv’ is geen tabel die Klantreis kan lezen: wat erin staat, is geen tekst met regels en kolommen.")
	// A column that a later file misses is told; without its days a file cannot be used.
	files["i/a.csv"] = &fstest.MapFile{Data: []byte("tijdstip;tekst\n2022-01-01;a\n")}
	files["i/b.csv"] = &fstest.MapFile{Data: []byte("tijdstip;vraag\n2022-02-01;b\n")}
	files["i/c.csv"] = &fstest.MapFile{Data: []byte("datum;tekst\n2022-03-01;c\n")}
	expect(t, read(t, "bestand: i", files), "2 2022-01-01T00:00 [telefoon||a]", "2 2022-02-01T00:00 [telefoon||]",
		"waarschuwing kolom-ontbreekt: In ‘i/b.csv’ staat geen kolom ‘tekst’.",
		"fout kolom-ontbreekt: In ‘i/c.csv’ staat geen kolom ‘tijdstip’.")
}

func TestPlaces(t *testing.T) {
	j, _ := journeys.Parse("reis.yaml", []byte("klantreis: A\nbronnen:\n  kcc: {soort: telefoon, bestand: s}\n"))
	d, _ := Open(j, j.Sources[0], fstest.MapFS{"s/a.csv": {Data: []byte("tijdstip\nx\n")}, "s/b.csv": {Data: []byte("tijdstip\n2022-01-01\ny\n1899-12-31\n2100-01-01\n")}})
	d.Each(func(Signal, bool) {})
	if got := strings.Join(d.Unreadable(), " "); got != "a.csv:2 b.csv:3 b.csv:4 b.csv:5" {
		t.Error(got)
	}
}

func TestCompressed(t *testing.T) {
	text := "tijdstip;tekst\n01-02-2022;" + strings.Repeat("a b ", 5000) + "\n"
	whole := gzipped(text)
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"k.csv.gz":        {whole, "2 2022-02-01T00:00"},
		"k.csv.zst":       {zstded(text), "2 2022-02-01T00:00"},
		"k.ndjson.gz":     {gzipped(`{"tekst": "a", "tijdstip": "2022-02-01"}`), "1 2022-02-01T00:00 [telefoon||a]"},
		"afgekapt.csv.gz": {whole[:len(whole)-6], "fout bestand-afgekapt"},
		"kop.csv.gz":      {whole[:5], "fout bestand-afgekapt"},
		"z.csv.zst":       {zstded(text)[:20], "fout bestand-afgekapt"},
		"geen.csv.gz":     {[]byte(text), "fout inpakfout"},
		"geen.csv.zst":    {[]byte(text), "fout inpakfout"},
		"leeg.csv.gz":     {nil, "fout bestand-afgekapt"},
		"a.json.gz":       {gzipped(strings.Repeat(`{"tekst": "a"}`, 3000))[:40], "fout bestand-afgekapt"},
		"s.zip.gz":        {gzipped(string(signalenExport())), "2 2022-09-15T14:03"},
	} {
		if got := read(t, "bestand: "+name, one(name, c.content)); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %.200s", name, got)
		}
	}
}

// growing is a file that changes while it is read.
type growing struct{ fstest.MapFS }

func (g growing) Open(name string) (fs.File, error) {
	f, err := g.MapFS.Open(name)
	return &changed{File: f}, err
}

type changed struct {
	fs.File
	stats int
}

func (c *changed) Stat() (fs.FileInfo, error) {
	info, err := c.File.Stat()
	c.stats++
	return later{info, c.stats}, err
}

type later struct {
	fs.FileInfo
	n int
}

func (l later) ModTime() time.Time { return time.Unix(int64(l.n), 0) }

func TestChangedWhileRead(t *testing.T) {
	j, _ := journeys.Parse("reis.yaml", []byte("klantreis: A\nbronnen:\n  kcc: {soort: telefoon, bestand: a.csv}\n"))
	if got := describe(j, growing{one("a.csv", []byte("tekst\na\n"))}); !strings.Contains(got, "fout bestand-veranderd: ‘a.csv’ veranderde terwijl") {
		t.Error(got)
	}
}

// TestClockChange reads the hours that Amsterdam skips and has twice.
func TestClockChange(t *testing.T) {
	expect(t, read(t, "bestand: a.csv", one("a.csv", []byte("tijdstip;tekst\n27-03-2022 02:30;over\n30-10-2022 02:30;twee keer\n2022-10-30T00:30:00Z;eerste\n2022-10-30T01:30:00Z;tweede\n2022-03-26T23:30:00Z;al zondag\n"))),
		"2 2022-03-27T03:30 [telefoon||over]", "3 2022-10-30T02:30 [telefoon||twee keer]", "4 2022-10-30T02:30 [telefoon||eerste]",
		"5 2022-10-30T02:30 [telefoon||tweede]", "6 2022-03-27T00:30 [telefoon||al zondag]")
}
