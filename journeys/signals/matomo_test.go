package signals

import (
	"strings"
	"testing"

	"klantreis/journeys"
)

// exitPages is shaped by matomo-org/matomo: core/DataTable/Renderer/Csv.php (UTF-16LE, commas,
// metadata_ columns) and plugins/Actions/API.php (getExitPageUrls).
const exitPages = "label,nb_visits,nb_hits,entry_nb_visits,exit_nb_visits,exit_rate,bounce_rate,avg_time_on_page,metadata_url\n" +
	"/energietoeslag,1200,1500,300,480,40%,10%,00:01:20,https://gemeente.nl/energietoeslag\n" +
	"\"/aanvragen, stap 1\",800,900,100,800,100%,50%,00:00:40,\n"

func TestMatomo(t *testing.T) {
	want := []string{"2 - [website|/energietoeslag|https://gemeente.nl/energietoeslag]", "3 - [website|/aanvragen, stap 1|/aanvragen, stap 1]"}
	for name, content := range map[string][]byte{"UTF-16LE": utf16le(exitPages), "UTF-8": []byte(exitPages), "gz": gzipped(string(utf16le(exitPages)))} {
		file := map[bool]string{true: "m.csv.gz", false: "m.csv"}[name == "gz"]
		got := strings.ReplaceAll(read(t, "bestand: "+file+", formaat: matomo", one(file, content)), "telefoon", "website")
		expect(t, got, want...)
	}
	// A report of several sections, as it comes by e-mail; one section has no data.
	report := "Exitpagina's\n" + exitPages + "\n\nZoekwoorden\nEr zijn geen gegevens voor dit rapport\n\n\nApparaten\nlabel,nb_visits,nb_actions\nTelefoon,700,900\nBureau,10,20,30\n\n\n"
	j := parseWith(t, "bestand: m.csv, formaat: matomo")
	d, problems := Open(j, j.Sources[0], one("m.csv", []byte(report)))
	if d == nil {
		t.Fatal(problems)
	}
	var out []string
	d.Each(func(s Signal, readable bool) {
		if !readable {
			out = append(out, "!")
			return
		}
		out = append(out, s.Cells(sectionColumn)+" "+s.Topic+" "+s.Cells("nb_visits")+" "+s.Cells("nb_actions"))
	})
	if got := strings.Join(out, "; "); got != "Exitpagina's /energietoeslag 1200 ; Exitpagina's /aanvragen, stap 1 800 ; Apparaten Telefoon 700 900; !" {
		t.Error(got)
	}
}

func parseWith(t *testing.T, source string) *journeys.Journey {
	t.Helper()
	j, problems := journeys.Parse("reis.yaml", []byte("klantreis: A\nbronnen:\n  kcc: {soort: telefoon, "+source+"}\nfasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: D, bron: kcc}]}]}]\n"))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return j
}

// TestMatomoPeriods reads several periods in one export, which have a column of their own in front.
func TestMatomoPeriods(t *testing.T) {
	months := "date,label,nb_visits\n2022-04,/a,10\n2022-04,/b,5\n2022-05,/a,7"
	expect(t, read(t, "bestand: m.csv, formaat: matomo", one("m.csv", utf16le(months))),
		"2 2022-04-01T00:00 [telefoon|/a|/a]", "3 2022-04-01T00:00 [telefoon|/b|/b]", "4 2022-05-01T00:00 [telefoon|/a|/a]")
	for in, want := range map[string]string{
		"2022-04-03": "2022-04-03", "2022-04": "2022-04-01", "From 2022-04-04 to 2022-04-10": "2022-04-04", "2022-04-04,2022-04-10": "2022-04-04",
		"2022": "2022", "": "", "morgen": "morgen",
	} {
		if got := firstDay(in); got != want {
			t.Errorf("%q begins on %q, want %q", in, got, want)
		}
	}
	expect(t, read(t, "bestand: m.csv, formaat: matomo", one("m.csv", utf16le("No data available"))), "fout leeg-gegevensbestand: Het bestand ‘m.csv’ is leeg.")
}

// TestMatomoCountsPages warns who would take pages for visits.
func TestMatomoCountsPages(t *testing.T) {
	j := parseWith(t, "bestand: m.csv, formaat: matomo")
	d, problems := Open(j, j.Sources[0], one("m.csv", []byte(exitPages)))
	if d == nil {
		t.Fatal(problems)
	}
	defer d.Close()
	if found := WithoutColumn(j, j.Sources[0], d); len(found) != 1 || found[0].Code != "matomo-telt-paginas" {
		t.Error(found)
	}
}

func FuzzMatomo(f *testing.F) {
	f.Add([]byte("A\nlabel,nb_visits\n/x,1\n\n\nB\nlabel\n"))
	f.Add(utf16le(exitPages))
	f.Add([]byte("a\n\n\"b"))
	f.Fuzz(func(t *testing.T, content []byte) {
		r, err := readMatomo(input{openIn(t, content), int64(len(content))})
		if err != nil {
			return
		}
		for {
			rec, err := r.next()
			if err != nil {
				return
			}
			if len(rec.cells) > len(r.header) {
				t.Fatal("more cells than columns")
			}
		}
	})
}
