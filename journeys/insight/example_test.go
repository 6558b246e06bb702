package insight

import (
	"os"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// fromFile is a raw file as a source, its columns guessed.
func fromFile(t *testing.T, folder, file string) Source {
	t.Helper()
	root := os.DirFS(folder)
	src := journeys.Source{Name: "kcc", Kind: "telefoon", File: file}
	head, err := os.ReadFile(folder + "/" + file)
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(strings.TrimPrefix(string(head), "\ufeff"), "\n")
	src.Columns = GuessColumns(strings.Split(strings.TrimSpace(line), ";"))
	return Source{Name: src.Name, Kind: src.Kind, File: file, Each: func(visit func(signals.Signal, bool)) error {
		data, problems := signals.Open(&journeys.Journey{}, src, root)
		if data == nil {
			t.Fatal(problems)
		}
		return data.Each(visit)
	}}
}

func TestLook(t *testing.T) {
	f, err := Read([]Source{fromFile(t, "../../examples/energietoeslag", "signalen/kcc.csv")}, Options{Examples: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(f.N, f.From, f.To, f.Duplicates, f.Sources, f.Channels, f.Weekdays, f.Hours)
	for _, tp := range f.Topics {
		t.Logf("%s %d", tp.Name, tp.N)
		for _, w := range tp.Words {
			t.Logf("    %s %d/%d z=%.1f odds=%.1f", w.Text, w.N, w.Rest, w.Z, w.Odds)
		}
		for _, w := range tp.Pairs {
			t.Logf("    P %s %d/%d z=%.1f", w.Text, w.N, w.Rest, w.Z)
		}
	}
	for _, tp := range f.Topics[:2] {
		for _, o := range tp.Openings {
			t.Logf("OPEN %+v", o)
		}
		for _, th := range tp.Themes {
			t.Logf("THEME %s %v n=%d q=%d", tp.Name, th.Words, th.N, len(th.Questions))
			for _, q := range th.Questions {
				t.Logf("    %d %v %q", q.N, q.Words, q.Example)
			}
		}
	}
	t.Logf("%+v", f.Rises)
	for _, p := range f.Proposals {
		t.Logf("PROP %s %v | %v %v wanted %d hits %d n %d known %d P %.2f R %.2f", p.Target, p.Theme, p.Selector.Topic, p.Selector.Words, p.Wanted, p.Hits, p.N, p.Known, p.Precision(), p.Recall())
	}
}
