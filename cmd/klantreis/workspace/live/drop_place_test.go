package live

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

func upload(t *testing.T, name, content string) Upload {
	t.Helper()
	path := filepath.Join(t.TempDir(), "upload"+filepath.Ext(name))
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return Upload{ID: "1", Name: name, Disk: path}
}

// TestTextsStayHidden chooses every role for every column: what people wrote is never an example of one.
func TestTextsStayHidden(t *testing.T) {
	b := newBench(t, nil)
	said := []string{"Waarom is de vergunning duurder geworden?", "Mijn buurvrouw Truus is al weken ziek", "Bel mij terug a.u.b. over oma."}
	var csv strings.Builder
	csv.WriteString("Datum;Onderwerp;Vraag;Notitie balie;Cijfer\n")
	for i := range 60 {
		note := ""
		if i%7 == 0 {
			note = said[1]
		}
		csv.WriteString("0" + string(rune('1'+i%9)) + "-03-2024;Parkeervergunning;" + said[i%3] + ";" + note + ";7\n")
	}
	u := upload(t, "kcc.csv", csv.String())
	headers := []string{"Datum", "Onderwerp", "Vraag", "Notitie balie", "Cijfer"}
	asked, shown := 0, 0
	for _, field := range append([]string{""}, journeys.Fields()...) {
		for _, header := range headers {
			out, err := b.Look(context.Background(), u, api.DropLook{Path: journeyFile, Columns: map[string]string{"tijdstip": "Datum", field: header}})
			if err != nil {
				t.Fatal(err)
			}
			asked++
			for _, c := range out.Columns {
				shown += len(c.Examples)
				for _, e := range c.Examples {
					if slices.Contains(said, e) {
						t.Errorf("%s as %q: %s shows %q", header, field, c.Header, e)
					}
				}
				if (c.Header == "Vraag" || c.Header == "Notitie balie") && !c.Hidden {
					t.Errorf("%s as %q: %s is not said to be hidden", header, field, c.Header)
				}
			}
		}
	}
	if asked < 80 || shown == 0 {
		t.Error("nothing was asked or shown", asked, shown)
	}
}

// TestPlaceOfFile finds the same file under another name, puts a file where a source looks for it, and says nothing of an
// empty one that it cannot know.
func TestPlaceOfFile(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	ctx := context.Background()
	twin, err := b.Look(ctx, upload(t, "anders.csv", files["signalen/kcc.csv"]), api.DropLook{Path: journeyFile, Text: text, Guess: true})
	if err != nil || twin.Twin != "kcc" || len(twin.Missing) != 0 {
		t.Error(twin.Twin, twin.Missing, err)
	}
	content := "Datum;Onderwerp\n02-01-2023;geld\n05-03-2023;geld\n"
	u := upload(t, "nieuw.csv", content)
	lost := strings.Replace(text, "bronnen:\n", "bronnen:\n  weg: {soort: balie, bestand: ergens/diep/nieuw.csv}\n  buiten: {soort: balie, bestand: ../nieuw.csv}\n", 1)
	look, err := b.Look(ctx, u, api.DropLook{Path: journeyFile, Text: lost, Guess: true})
	if err != nil || look.Twin != "" || !slices.Equal(look.Missing, []api.DropPlace{{Source: "weg", File: "ergens/diep/nieuw.csv"}}) {
		t.Fatal(look, err)
	}
	var refused Refused
	for _, source := range []string{"kcc", "buiten", "niets"} {
		if _, err := b.Add(ctx, u, api.DropAdd{Path: journeyFile, Text: lost, Into: source}); !errors.As(err, &refused) || refused.Code != "plaats" {
			t.Errorf("%s: %v", source, err)
		}
	}
	put, err := b.Add(ctx, u, api.DropAdd{Path: journeyFile, Text: lost, Into: "weg"})
	if err != nil || put.Text != lost {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(filepath.Join(b.folder, "ergens", "diep", "nieuw.csv")); string(got) != content {
		t.Errorf("%q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(b.folder, "ergens", "diep", ".*")); len(left) > 0 {
		t.Error("left aside", left)
	}
	empty := upload(t, "leeg.csv", "\ufeff \n")
	if _, err := b.Drop(ctx, empty); !errors.As(err, &refused) || !strings.Contains(refused.Message, "leeg") {
		t.Error(err)
	}
	head, err := b.Drop(ctx, upload(t, "kop.csv", "Datum;Vraag\n"))
	if err != nil || head.Rows != 0 || strings.Contains(head.Columns[0].Why, "dagen") || head.From != "" {
		t.Error(head, err)
	}
}

// TestPeriodOfFile writes the days of a file as the periode of a journey without one, and only then.
func TestPeriodOfFile(t *testing.T) {
	b := newBench(t, nil)
	ctx := context.Background()
	text := "# van mij\nklantreis: Paspoort\nfasen:\n  - fase: Begin\n    stappen:\n      - stap: Vraagt aan\n"
	u := upload(t, "kcc.csv", "Datum;Onderwerp\n05-03-2023;geld\n02-01-2023;geld\n")
	look, err := b.Look(ctx, u, api.DropLook{Path: journeyFile, Text: text, Guess: true})
	if err != nil || look.From != "2023-01-02" || look.Until != "2023-03-05" {
		t.Fatal(look.From, look.Until, err)
	}
	for _, asked := range []bool{false, true} {
		out, err := b.Add(ctx, u, api.DropAdd{Path: journeyFile, Text: text, Period: asked, Copy: true, Columns: map[string]string{"tijdstip": "Datum"}})
		if err != nil || strings.Contains(out.Text, "periode: {van: 2023-01-02, tot: 2023-03-05}\n") != asked || !strings.HasPrefix(out.Text, "# van mij\nklantreis: Paspoort\n") {
			t.Errorf("%v %v\n%s", asked, err, out.Text)
		}
	}
	has := strings.Replace(text, "fasen:", "periode: {van: 2020-01-01, tot: 2020-02-01}\nfasen:", 1)
	if look, err = b.Look(ctx, u, api.DropLook{Path: journeyFile, Text: has, Guess: true}); err != nil || look.From+look.Until != "" {
		t.Error(look, err)
	}
	if out, err := b.Add(ctx, u, api.DropAdd{Path: journeyFile, Text: has, Period: true}); err != nil || strings.Count(out.Text, "periode:") != 1 {
		t.Error(out.Text, err)
	}
}
