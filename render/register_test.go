package render

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/history"
	"klantreis/journeys/register"
	"klantreis/render/words"
)

// registered is a register of the story, a small journey and a wished one.
func registered(t *testing.T) *register.Register {
	t.Helper()
	var entries []register.Entry
	for _, s := range []struct{ path, src string }{
		{"geld/klantreis.yaml", story},
		{"klein/klantreis.yaml", "klantreis: Klein <b>\nopgesteld: 2022-12-15\nfasen: [{fase: A, stappen: [{stap: B}]}]\nadviezen: [{advies: Zet de datum op de site}, {advies: Iets, eigenaar: Team Inkomen, status: besproken}]\n"},
		{"geld/gewenst.yaml", "klantreis: Zonder wachten\nvariant: gewenst\nfasen: [{fase: A, stappen: [{stap: B}]}]\n"},
	} {
		j, problems := journeys.Parse(s.path, []byte(s.src))
		ev, found := evidence.Bind(j, fstest.MapFS{"kcc.csv": {Data: calls()}})
		if all := append(problems, found...); all.HasErrors() {
			t.Fatal(all)
		}
		entries = append(entries, register.Entry{Journey: j, Evidence: ev})
	}
	day := func(s string) journeys.Date { d, _ := journeys.Moment(s); return d }
	entries[0].History = []history.Change{{On: day("2022-07-01"), Advice: "zet-de-datum-op-de-site", From: "aangeboden", To: "in-uitvoering"},
		{On: day("2022-08-02"), Advice: "zet-de-datum-op-de-site", From: "in-uitvoering", To: "gerealiseerd", Since: day("2022-08-01")},
		{On: day("2022-09-01"), Advice: "veel-moeite", To: "besproken"}}
	entries[0].Passed = register.Passed{Counts: []register.PassedCount{{Department: "Wmo", N: 7}, {Department: "Jan", N: 1}}, Uncounted: []string{"dwh"}}
	return register.New(entries, day("2023-03-01"))
}

// TestRegister compares the overview with a golden text, one line a row.
func TestRegister(t *testing.T) {
	broken := []BrokenJourney{{"kapot/klantreis.yaml", 2, "regel 3: dit kan niet"}}
	for _, lang := range []words.Lang{words.Dutch, words.English} {
		v := ComposeRegister(registered(t), broken, lang)
		golden(t, "register-"+string(lang)+".txt", dumpRegister(v))
		for _, s := range v.Sections {
			for i, row := range s.Rows {
				if len(row.Cells) != len(s.Columns) {
					t.Errorf("%s, row %d: %d cells in %d columns", s.ID, i, len(row.Cells), len(s.Columns))
				}
			}
		}
		if text := dumpRegister(v) + dump(v.Report()); strings.Contains(text, "Jan") && !strings.Contains(text, "January") {
			t.Error("a small group is named")
		}
	}
}

func dumpRegister(v Register) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("%s (%s)\n%s", v.Title, v.AsOf, strings.Join(v.Lead, "\n"))
	for _, f := range v.Tiles {
		line("%s %s: %s", f.Value, f.Label, f.Note)
	}
	line("%s", strings.Join(v.Alerts, "\n"))
	for _, s := range v.Sections {
		line("\n# %s %s [%s]", s.ID, s.Title, s.Sheet)
		for _, n := range append(s.Notes[:len(s.Notes):len(s.Notes)], s.Hint, s.More) {
			if n != "" {
				line("  %s", n)
			}
		}
		if len(s.Rows) == 0 {
			line("  %s", s.Empty)
			continue
		}
		var heads []string
		for _, c := range s.Columns {
			heads = append(heads, c.Title)
		}
		line("%s", strings.Join(heads, " | "))
		for _, r := range s.Rows {
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, c.Text)
			}
			line("%s", strings.Join(cells, " | "))
			for _, f := range append(r.Details[:len(r.Details):len(r.Details)], r.Timeline...) {
				line("    %s: %s", f.Label, f.Value)
			}
		}
	}
	return b.String()
}

// TestLetters compares the letters of the story with a golden text.
func TestLetters(t *testing.T) {
	for _, lang := range []words.Lang{words.Dutch, words.English} {
		r := registered(t).Entries[0]
		var b strings.Builder
		for _, a := range Letters(r.Journey, r.Evidence, lang) {
			fmt.Fprintf(&b, "%d %s %s\n", a.Number, a.Title, strings.Join(a.Missing, " "))
			for _, l := range a.Letters {
				fmt.Fprintf(&b, "## %s: %s %s\n%s\n%s\n", l.ID, l.To, l.Already, l.Subject, l.Dear)
				for _, p := range l.Parts {
					fmt.Fprintf(&b, "%s:\n  %q\n  %s\n", p.Title, p.Said, strings.Join(p.Text, "\n  "))
				}
				fmt.Fprintf(&b, "%s %s\n%s %s\n", l.Thanks, l.Ask, l.Regards, strings.Join(l.From, ", "))
			}
		}
		golden(t, "letters-"+string(lang)+".txt", b.String())
		for _, secret := range []string{"jan@example.nl", "Niet goedgekeurd", "zelden gevraagd"} {
			if strings.Contains(b.String(), secret) {
				t.Errorf("a letter holds %q", secret)
			}
		}
	}
}

// TestEffectInEverydayWords says of every verdict something that is true of it.
func TestEffectInEverydayWords(t *testing.T) {
	w := words.Dutch.Feedback()
	for _, c := range []struct {
		effect evidence.Effect
		want   string
	}{
		{evidence.Effect{}, "niet gemeten"},
		{evidence.Effect{Measured: true, Verdict: evidence.TooEarly}, "te vroeg"},
		{evidence.Effect{Measured: true, Verdict: evidence.NoDifference, Ratio: 0.9}, "nog geen verschil"},
		{evidence.Effect{Measured: true, Verdict: evidence.Increase, Ratio: 1.5}, "juist vaker"},
		{evidence.Effect{Measured: true, Verdict: evidence.Decrease, Ratio: 0.62}, "Van elke 10 keer ‘Wanneer?’ zijn er nu, in evenveel tijd, nog ongeveer 6 over"},
		{evidence.Effect{Measured: true, Verdict: evidence.Decrease, Ratio: 0.97}, "iets minder vaak"},
		{evidence.Effect{Measured: true, Verdict: evidence.Decrease, Ratio: 0.02}, "bijna niet meer"},
	} {
		if got := w.Effect("Wanneer?", c.effect); !strings.Contains(got, c.want) {
			t.Errorf("%+v: %s", c.effect, got)
		}
	}
}
