package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/examples/generator/truth"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/test/building"
)

// bindExample counts the signals of an example and fails on any fault in it.
func bindExample(t *testing.T, id string) *evidence.Evidence {
	t.Helper()
	dir := filepath.Join("..", "examples", id)
	j, _, problems, err := journeys.Load(filepath.Join(dir, "klantreis.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	ev, found := evidence.Bind(j, os.DirFS(dir))
	if all := append(problems, found...); all.HasErrors() {
		t.Fatal(all)
	}
	return ev
}

// TestExamplesTellTheirTruth compares what Klantreis finds with what the generator put in.
func TestExamplesTellTheirTruth(t *testing.T) {
	for _, c := range []struct {
		id, signal string
		ratio      float64
		verdict    evidence.Verdict
	}{
		{"energietoeslag", "wanneer-betaald", truth.WhenPaidRatio, evidence.Decrease},
		{"energietoeslag", "voorwaarden", truth.ConditionRatio, evidence.NoDifference},
		{"energietoeslag", "bewijsstukken", truth.EvidenceRatio, evidence.TooEarly},
		{"verhuizen", "verwerkt", truth.RegisteredRatio, evidence.Decrease},
		{"klantenservice", "hoort-niets", truth.SilenceRatio, evidence.Decrease},
		{"persoonlijk-contact", "brief-onduidelijk", truth.LetterRatio, evidence.Decrease},
		{"persoonlijk-contact", "hulp-gevraagd", truth.HelpRatio, evidence.Increase},
	} {
		found := false
		for _, a := range bindExample(t, c.id).Advice {
			e := a.Effect
			if e.Signal != c.signal {
				continue
			}
			found = true
			if e.Verdict != c.verdict {
				t.Errorf("%s %s: %s, want %s", c.id, c.signal, e.Verdict, c.verdict)
			}
			if e.Verdict != evidence.TooEarly && (e.Low > c.ratio || e.High < c.ratio) {
				t.Errorf("%s %s: %.2f (%.2f–%.2f) misses the truth %.2f", c.id, c.signal, e.Ratio, e.Low, e.High, c.ratio)
			}
		}
		if !found {
			t.Errorf("%s has no advice that measures %s", c.id, c.signal)
		}
	}
	ev := bindExample(t, "energietoeslag")
	if top := ev.Busiest()[0]; top.ID != "wanneer-betaald" {
		t.Errorf("most asked is %q", top.ID)
	}
	for _, s := range ev.Sources {
		if s.Name != "kcc" {
			continue
		}
		if s.Read != truth.KCCRead || s.Unreadable != truth.KCCUnreadable || s.Confidential != truth.KCCConfidential || s.OutsidePeriod != truth.KCCOutside {
			t.Errorf("kcc: %+v", s)
		}
		if len(s.UnclaimedTopics) == 0 || s.UnclaimedTopics[0].Topic != truth.HiddenSubject {
			t.Errorf("the hidden insight is not found: %v", s.UnclaimedTopics)
		}
	}
}

// TestGifts makes the gifts of all examples with the program itself and looks at what must hold of each.
func TestGifts(t *testing.T) {
	dir := t.TempDir()
	binary, err := building.Tested("..", dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{"een", "twee"} {
		cmd := exec.Command(binary, "maak", "../examples", "--uit", filepath.Join(dir, out))
		cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(dir, "cache"))
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	}
	files := 0
	err = filepath.WalkDir(filepath.Join(dir, "een"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(filepath.Join(dir, "een"), path)
		again, err := os.ReadFile(filepath.Join(dir, "twee", rel))
		if err != nil || !bytes.Equal(content, again) {
			t.Errorf("%s differs between two runs (%v)", rel, err)
		}
		text := string(content)
		if filepath.Ext(path) == ".pdf" {
			text = pdfText(t, path)
		}
		for _, planted := range truth.Planted() {
			if strings.Contains(text, planted) {
				t.Errorf("%s holds the personal data %q of a signal", rel, planted)
			}
		}
		if filepath.Ext(path) == ".json" && !json.Valid(content) {
			t.Errorf("%s is not JSON", rel)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 5*8 {
		t.Errorf("only %d files were made", files)
	}
}

// pdfText extracts the text of a PDF; without pdftotext that part is skipped, except in CI.
func pdfText(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("pdftotext (poppler-utils): %v", err)
		}
		t.Skipf("pdftotext (poppler-utils) is missing: %v", err)
	}
	if len(out) < 1000 {
		t.Errorf("%s holds hardly any text", path)
	}
	return string(out)
}

// TestUtrechtTellsItsStory: the questions fell when the payment date came on the site, by more than was
// hoped; the leaflet did nothing; of the third change it is too early to tell. Nothing else is blamed.
func TestUtrechtTellsItsStory(t *testing.T) {
	ev := bindExample(t, "energietoeslag")
	date := ev.AdviceOf("betaaldatum").Effect
	if date.Goal != evidence.Beyond || !date.Exposed || date.Weeks {
		t.Errorf("the payment date: %+v", date)
	}
	if e := ev.AdviceOf("folder").Effect; e.Verdict != evidence.NoDifference || e.Goal != evidence.Possible {
		t.Errorf("the leaflet: %+v", e)
	}
	early := ev.AdviceOf("bewijs-vooraf").Effect
	if early.Why != evidence.ShortAfter || early.From.String() != "2023-07-17" {
		t.Errorf("the list of proofs: %+v", early)
	}
	for _, a := range ev.Advice {
		for _, d := range a.Effect.Doubts {
			if d.Kind != evidence.NoSeason {
				t.Errorf("%s is doubted without a cause: %+v", a.ID, d)
			}
		}
	}
	sig, _ := ev.Signal("wanneer-betaald")
	p := sig.Course.Process
	if len(p.Parts) != 2 || len(sig.Course.Rebased) != 1 || !sig.Course.Per1000 {
		t.Fatalf("the course: %+v", sig.Course)
	}
	if ratio := p.Parts[1].Mean / p.Parts[0].Mean; ratio < truth.WhenPaidRatio-0.06 || ratio > truth.WhenPaidRatio+0.06 || p.Parts[1].Special > 0 {
		t.Errorf("the level went to %.2f of what it was: %+v", ratio, p.Parts)
	}
	for _, point := range p.Points {
		if point.Cause != "" {
			t.Errorf("a month is called special that is not: %+v", point)
		}
	}
}
