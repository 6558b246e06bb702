package html_test

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/render"
	deck "klantreis/render/html"
	"klantreis/render/words"
	"klantreis/test/browser/fixture"
)

// TestRegisterIsSafeAndWhole holds that nothing of the overview is lost or runs that should not.
func TestRegisterIsSafeAndWhole(t *testing.T) {
	for _, n := range fixture.Registers() {
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if err := deck.WriteRegister(b, n.Register, render.Stadskamer()); err != nil {
				t.Fatal(err)
			}
		}
		page := first.String()
		if page != second.String() {
			t.Errorf("%s: two runs differ", n.Name)
		}
		safePage(t, n.Name, page, 1)
		plain := html.UnescapeString(page)
		for _, s := range n.Register.Sections {
			for _, row := range s.Visible() {
				for i, c := range row.Cells {
					if !s.Columns[i].Extra && s.Title != "" && !strings.Contains(plain, c.Text) {
						t.Errorf("%s: %s lacks %q", n.Name, s.ID, c.Text)
					}
				}
				for _, f := range append(row.Details, row.Timeline...) {
					if !strings.Contains(plain, f.Value) {
						t.Errorf("%s: %s lacks %q", n.Name, s.ID, f.Value)
					}
				}
			}
		}
	}
}

func TestLettersAreSafeAndWhole(t *testing.T) {
	all := fixture.Letters()
	var b bytes.Buffer
	if err := deck.WriteLetters(&b, `Reis <script>alert(1)</script>`, all, words.Dutch, render.Stadskamer()); err != nil {
		t.Fatal(err)
	}
	safePage(t, "brieven", b.String(), 0)
	plain := html.UnescapeString(b.String())
	for _, a := range all {
		for _, text := range a.Missing {
			if !strings.Contains(plain, text) {
				t.Errorf("the page lacks %q", text)
			}
		}
		for _, l := range a.Letters {
			for _, p := range l.Parts {
				for _, text := range append(p.Said, p.Text...) {
					if !strings.Contains(plain, text) {
						t.Errorf("the page lacks %q", text)
					}
				}
			}
		}
	}
}

// safePage holds that only our scripts and style may run, and that nothing comes from elsewhere.
func safePage(t *testing.T, name, page string, scripts int) {
	t.Helper()
	found := regexp.MustCompile(`(?s)<script>(.*?)</script>`).FindAllStringSubmatch(page, -1)
	if len(found) != scripts || strings.Count(strings.ToLower(page), "<script") != scripts {
		t.Errorf("%s: %d scripts", name, len(found))
	}
	policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
	style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(page)[1]
	for _, m := range append(found, []string{"", style}) {
		if !strings.Contains(policy, hash(m[1])) {
			t.Errorf("%s: the policy does not allow our own: %s", name, policy)
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(page, "http://") || strings.Contains(page, "https://") || strings.Contains(page, " style=") {
		t.Errorf("%s: something from elsewhere, or a style that the policy refuses", name)
	}
}

func TestRegisterOfNothing(t *testing.T) {
	var b bytes.Buffer
	v := render.Register{Lang: "fr", Title: "Leeg", AsOf: journeys.Date{}, Sections: []render.RegisterSection{{ID: "a", Title: "A", Empty: "Niets hier"}}}
	if err := deck.WriteRegister(&b, v, render.Stadskamer()); err != nil || !strings.Contains(b.String(), "Niets hier") || !strings.Contains(b.String(), `<html lang="nl">`) {
		t.Errorf("%v\n%s", err, b.String())
	}
}
