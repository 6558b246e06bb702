package live

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// canaries stand in the signals of the small journey and may be in no answer.
var canaries = []string{"87654321", "bo.kanarie@", "111222333", "Truus", "Kanarie", "12345678"}

func quiet(t *testing.T, what string, answer any) {
	t.Helper()
	text := indented(t, answer)
	for _, c := range canaries {
		if strings.Contains(text, c) {
			t.Errorf("%s tells %s", what, c)
		}
	}
}

// TestTellsNobodysBusiness looks for personal data of the signals in all answers.
func TestTellsNobodysBusiness(t *testing.T) {
	files, text := passport(t)
	text = strings.Replace(text, "akkoord: true", "akkoord: false", 1)
	b := newBench(t, files)
	for _, view := range []string{"kaart", "stroom", "grafieken", "presentatie", "advies"} {
		quiet(t, view, b.settled(journeyFile, text, view))
	}
	ctx := context.Background()
	match, err := b.Match(ctx, api.MatchRequest{Path: journeyFile, Text: text, Selector: map[string]any{"bron": "kcc", "woorden": []any{"afspraak"}}})
	if err != nil || len(match.Examples) == 0 {
		t.Fatal(err, match)
	}
	quiet(t, "match", match)
	proposals, err := b.Quotes(ctx, api.QuotesRequest{Path: journeyFile, Text: text, Step: "afspraak"})
	if err != nil || len(proposals.Signals) != 2 || len(proposals.Signals[0].Quotes) == 0 || len(proposals.Signals[1].Quotes) != 0 {
		t.Fatal(err, proposals)
	}
	quiet(t, "quotes", proposals)
	disk := filepath.Join(b.folder, "signalen", "kcc.csv")
	dropped, err := b.Drop(ctx, Upload{Name: "kcc.csv", Disk: disk})
	if err != nil {
		t.Fatal(err)
	}
	quiet(t, "drop", dropped)
	card, err := b.Card(ctx, journeyFile, text)
	if err != nil {
		t.Fatal(err)
	}
	quiet(t, "card", card)
}

func TestMatch(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	ask := func(selector map[string]any) api.Match {
		t.Helper()
		m, err := b.Match(context.Background(), api.MatchRequest{Path: journeyFile, Text: text, Selector: selector})
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	many := ask(map[string]any{"signaal": "Afspraak", "bron": "kcc", "woorden": []any{"afspraak"}, "zonder": nil})
	if many.Found != 13 || many.Of != 25 || len(many.Examples) == 0 || len(many.Examples) > mostExamples {
		t.Errorf("%+v", many)
	}
	if want := "13 signalen. Bron: kcc (telefoon) · n = 13 van 25 · 1 januari 2023 tot en met 28 februari 2023 · Noemer niet bekend"; many.Claim != want {
		t.Errorf("claim %q", many.Claim)
	}
	// One record of February would be reckoned out from the total and January.
	if many.First != "" || len(many.Months) != 0 {
		t.Errorf("months %v", many.Months)
	}
	few := ask(map[string]any{"bron": []any{"kcc", "straat"}, "woorden": []any{"kosten"}})
	if few.Found != -1 || len(few.Months)+len(few.Examples) > 0 || !strings.Contains(few.Claim, "< 5") {
		t.Errorf("%+v", few)
	}
	none := ask(map[string]any{"bron": "kcc", "woorden": []any{"rijbewijs"}})
	if none.Found != 0 || len(none.Problems) != 0 {
		t.Errorf("%+v", none)
	}
	for _, selector := range []map[string]any{nil, {"bron": "weg"}, {"bron": "kcc", "worden": []any{"a"}}, {"bron": "kcc", "cijfer": map[string]any{"van": "x"}}, {"bron": 3}} {
		if m := ask(selector); len(m.Problems) == 0 || m.Claim != "" {
			t.Errorf("%v: %+v", selector, m)
		}
	}
	question := ask(map[string]any{"bron": "kcc", "signaal": "Wanneer: # ?", "woorden": []any{"geen plek", "{x}"}, "aard": "vraag"})
	if len(question.Problems) != 1 || question.Found != 0 { // the file has no aard
		t.Errorf("%+v", question)
	}
}

// TestMonths hides months of few, and one more where those could be reckoned out.
func TestMonths(t *testing.T) {
	for _, c := range []struct{ counts, want []int }{
		{[]int{5, 0, 9}, []int{5, 0, 9}}, {[]int{5, 1, 9, 7}, []int{-1, -1, 9, 7}}, {[]int{4, 3, 9, 7}, []int{-1, -1, 9, 7}}, {[]int{4, 9}, []int{}}, {[]int{1, 1, 1, 20, 8}, []int{-1, -1, -1, 20, -1}},
	} {
		var found evidence.Signal
		var axis []journeys.Month
		for i, n := range c.counts {
			m := journeys.Month{Year: 2023, Month: time.Month(i + 1)}
			axis = append(axis, m)
			if n > 0 {
				found.PerMonth = append(found.PerMonth, evidence.MonthCount{Month: m, N: n})
			}
		}
		if first, got := months(found, axis); !slices.Equal(got, c.want) || len(got) > 0 && first != "2023-01" {
			t.Errorf("%v: %v from %s, want %v", c.counts, got, first, c.want)
		}
	}
}

// TestNewestQuestion ends a question when a newer one comes.
func TestNewestQuestion(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	first, done := b.newest(context.Background(), journeyFile)
	defer done()
	if _, err := b.Match(context.Background(), api.MatchRequest{Path: journeyFile, Text: text, Selector: map[string]any{"bron": "kcc"}}); err != nil {
		t.Fatal(err)
	}
	if !errors.Is(first.Err(), context.Canceled) {
		t.Error("an older question goes on")
	}
	ended, stop := context.WithCancel(context.Background())
	stop()
	if _, err := b.Match(ended, api.MatchRequest{Path: journeyFile, Text: text, Selector: map[string]any{"bron": "kcc"}}); !errors.Is(err, context.Canceled) {
		t.Errorf("a question that nobody waits for: %v", err)
	}
}

func TestQuotesSayWhyNot(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	out, err := b.Quotes(context.Background(), api.QuotesRequest{Path: journeyFile, Text: text, Step: "laat-een-foto-maken"})
	if err != nil || out.Note == "" {
		t.Error(out, err)
	}
	var refused Refused
	if _, err := b.Quotes(context.Background(), api.QuotesRequest{Path: journeyFile, Text: text, Step: "weg"}); !errors.As(err, &refused) || refused.Code != "stap" {
		t.Error(err)
	}
	if _, err := b.Quotes(context.Background(), api.QuotesRequest{Path: "anders.yaml", Text: "klantreis: [", Step: "weg"}); !errors.As(err, &refused) || refused.Code != "tekst" {
		t.Error(err)
	}
}

func TestCard(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	card, err := b.Card(context.Background(), journeyFile, text)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2 stappen hebben nog geen signalen.", "Het advies ‘Zet meer uren open’ wacht sinds 1 maart 2023 op een antwoord."}
	if !slices.Equal(card.Attention, want) || card.Open != 1 || card.Steps != 3 || card.Phases != 2 || card.Errors != 0 || b.read.Load() != 0 {
		t.Errorf("%+v, %d bytes read", card, b.read.Load())
	}
	if !strings.Contains(card.Map, ">nog niet geteld</text>") || strings.Contains(card.Map, "-2") {
		t.Error("the picture of a journey that was not counted does not say so")
	}
	now := b.now
	b.now = func() time.Time { return time.Date(2023, 3, 30, 12, 0, 0, 0, time.UTC) }
	if card, err := b.Card(context.Background(), journeyFile, text); err != nil || !slices.Equal(card.Attention, want[:1]) || card.Open != 1 {
		t.Error("an advice waits before the overview says so", card.Attention, err)
	}
	kept := strings.Replace(text, "    status: aangeboden\n", "", 1)
	if card, err := b.Card(context.Background(), journeyFile, kept); err != nil || !slices.Contains(card.Attention, "Het advies ‘Zet meer uren open’ is nog niet aangeboden.") {
		t.Error(card.Attention, err)
	}
	b.now = now
	b.settled(journeyFile, text, "kaart")
	if card, err := b.Card(context.Background(), journeyFile, text); err != nil || strings.Contains(card.Map, "nog niet geteld") {
		t.Error("still not counted", err)
	}
	if !strings.Contains(card.Map, "<desc") || !strings.HasPrefix(card.Map, `<svg xmlns="http://www.w3.org/2000/svg" id="kaartje-`) {
		t.Error("no picture with a description")
	}
	bad, err := b.Card(context.Background(), journeyFile, strings.Replace(text, "winst: groot", "winst: enorm", 1))
	if err != nil || bad.Map != "" || bad.Errors != 1 || !strings.HasPrefix(bad.Attention[0], "Er staat 1 fout") {
		t.Error(bad, err)
	}
	if b.LittleMap(text) == "" || b.LittleMap("klantreis: [") != "" {
		t.Error("the small picture of a text")
	}
}

func TestDrop(t *testing.T) {
	files, _ := passport(t)
	b := newBench(t, files)
	ctx := context.Background()
	disk := func(name, content string) Upload {
		path := filepath.Join(t.TempDir(), "upload")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return Upload{ID: "1", Name: name, Disk: path}
	}
	balie := "Datum;Vraag van de klant;Wijk;Behandelaar\r\n" + strings.Repeat("02-01-2023;Waar kan ik terecht met m'n vraag over caf\xe9s?;Oost;Truus Kanarie\r\n", 6)
	u := disk("../Balie: mei?.csv", balie)
	got, err := b.Look(ctx, u, api.DropLook{Path: journeyFile})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "balie.drop.json", indented(t, got))
	other, err := b.Look(ctx, u, api.DropLook{Path: journeyFile, Columns: map[string]string{"tijdstip": "Datum", "onderwerp": "Wijk"}})
	if err != nil || other.Fields["kolommen"].(map[string]any)["onderwerp"] != "Wijk" || len(other.Fields["kolommen"].(map[string]any)) != 2 {
		t.Error(other, err)
	}
	same, err := b.Look(ctx, disk("anders.csv", files["signalen/kcc.csv"]), api.DropLook{Path: journeyFile})
	if err != nil || same.Here != "signalen/kcc.csv" || same.Fields["bestand"] != "signalen/kcc.csv" {
		t.Error(same, err)
	}
	for name, content := range map[string]string{"brief.pdf": "%PDF-1.7 \n1 0 obj", "brief.docx": "PK\x03\x04 word", "foto.png": "\x89PNG\r\n\x1a\n\x00\x00", "leeg.csv": "", "pagina.csv": "<html>\n<body>\n",
		"kapot.xlsx": "geen zip", "kapot.parquet": "PAR1", "kapot.zip": "PK\x03\x04"} {
		var refused Refused
		if out, err := b.Drop(ctx, disk(name, content)); !errors.As(err, &refused) || refused.Code != "geen-gegevens" {
			t.Errorf("%s: %v %+v", name, err, out)
		}
	}
	odd, err := b.Drop(ctx, disk("raar.csv", "a;b\n1;2\n"))
	if err != nil || len(odd.Columns) != 2 || len(odd.Problems) == 0 {
		t.Error("columns that tell nothing are for the user to choose", odd, err)
	}
}

func TestAdd(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	ctx := context.Background()
	content := "Datum;Vraag van de klant\n" + strings.Repeat("02-01-2023;Waar kan ik terecht met mijn vraag?\n", 6)
	path := filepath.Join(t.TempDir(), "upload")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	b.write("signalen/kcc-balie.csv", "van iemand anders")
	u := Upload{ID: "1", Name: "kcc-balie.csv", Disk: path}
	for _, copies := range []bool{false, true, true} {
		out, err := b.Add(ctx, u, api.DropAdd{Path: journeyFile, Text: text, Kind: "balie", Copy: copies})
		if err != nil {
			t.Fatal(err)
		}
		j, problems := journeys.Parse(journeyFile, []byte(out.Text))
		s := j.Source("kcc-balie")
		if problems.HasErrors() || s == nil || s.Kind != "balie" || out.Line < s.Pos.Line-1 || strings.Count(out.Text, "\n") != strings.Count(text, "\n")+4 {
			t.Fatalf("%v\n%s", problems, out.Text)
		}
		want := "signalen/kcc-balie.csv"
		if copies {
			want = "signalen/kcc-balie-2.csv" // the second time it lies there already
		}
		if s.File != want {
			t.Errorf("copy %v: %s", copies, s.File)
		}
	}
	entries, err := os.ReadDir(filepath.Join(b.folder, "signalen"))
	if err != nil || len(entries) != 3 {
		t.Error(entries, err)
	}
	if old, _ := os.ReadFile(filepath.Join(b.folder, "signalen", "kcc-balie.csv")); string(old) != "van iemand anders" {
		t.Error("written over a file of somebody else")
	}
	var refused Refused
	if _, err := b.Add(ctx, u, api.DropAdd{Path: journeyFile, Text: text, Source: "kcc"}); !errors.As(err, &refused) || refused.Code != "bezet" {
		t.Error(err)
	}
	if _, err := b.Add(ctx, u, api.DropAdd{Path: journeyFile, Text: "klantreis: [", Source: "nieuw", Copy: true}); !errors.As(err, &refused) || refused.Code != "plaats" {
		t.Error(err)
	}
}

// TestFileNames holds names to what every system allows.
func TestFileNames(t *testing.T) {
	for name, want := range map[string]string{
		`C:\Users\x\kcc.csv`: "kcc.csv", "../../etc/passwd": "passwd", "con.csv": "bestand-con.csv", "..": "signalen.csv", "": "signalen.csv", "a\x00b:c*.csv": "a-b-c-.csv",
		".verborgen.csv": "verborgen.csv", "~$kcc.xlsx": "kcc.xlsx", strings.Repeat("é", 300) + ".csv": strings.Repeat("é", 110) + ".csv", "kcc. ": "kcc",
	} {
		if got := fileName(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}
