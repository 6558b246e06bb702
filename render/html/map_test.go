package html_test

import (
	"bytes"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"klantreis/render"
	deck "klantreis/render/html"
	"klantreis/test/browser/fixture"
)

func writeMap(t *testing.T, p deck.MapPage) string {
	t.Helper()
	var b bytes.Buffer
	if err := deck.WriteMap(&b, p, render.Stadskamer()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func mapPage(t *testing.T, name string) deck.MapPage {
	t.Helper()
	for _, n := range fixture.MapPages() {
		if n.Name == name {
			return n.Page
		}
	}
	t.Fatalf("no page %q", name)
	return deck.MapPage{}
}

// TestMapGolden holds the page without its style, scripts and pictures.
func TestMapGolden(t *testing.T) {
	got := reduce(writeMap(t, mapPage(t, "kaart")))
	const path = "testdata/kaart.html"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what is written now; run with -update and read the difference\n%s", path, firstDifference(string(want), got))
	}
}

// TestMapHoldsTogether: ids are unique and found, every button has its text, its place and its
// description, the bytes are the same twice, and the policy allows what is on the page and no more.
func TestMapHoldsTogether(t *testing.T) {
	for _, n := range fixture.MapPages() {
		page := writeMap(t, n.Page)
		if page != writeMap(t, n.Page) {
			t.Errorf("%s: two pages of the same map differ", n.Name)
		}
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if seen[m[1]] {
				t.Errorf("%s: two elements have the id %q", n.Name, m[1])
			}
			seen[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`(?:aria-labelledby|aria-describedby|data-backing)="([^"]*)"|href="#([^"]*)"|url\(#([^)]*)\)`).FindAllStringSubmatch(page, -1) {
			for _, id := range strings.Fields(m[1] + m[2] + m[3]) {
				if !seen[id] {
					t.Errorf("%s: nothing has the id %q", n.Name, id)
				}
			}
		}
		for _, m := range regexp.MustCompile(`<button [^>]*class="spot" id="([^"]*)"[^>]*>`).FindAllStringSubmatch(page, -1) {
			if !strings.Contains(page, "\n#"+m[1]+"{left:") || !strings.Contains(m[0], "aria-label=") {
				t.Errorf("%s: a spot has no place or no name: %s", n.Name, m[0])
			}
		}
		policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
		if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %s", n.Name, policy)
		}
		for _, kind := range []string{"style", "script"} {
			for _, m := range regexp.MustCompile(`(?s)<`+kind+`>(.*?)</`+kind+`>`).FindAllStringSubmatch(page, -1) {
				if !strings.Contains(policy, hash(m[1])) {
					t.Errorf("%s: the policy does not allow a %s of the page", n.Name, kind)
				}
			}
		}
		if regexp.MustCompile(`<[^>]*\s(style|on[a-z]+)=`).MatchString(regexp.MustCompile(`(?s)<script>.*?</script>|<style>.*?</style>|"[^"]*"`).ReplaceAllString(page, `""`)) {
			t.Errorf("%s: an element has a style or an event handler of its own", n.Name)
		}
		for _, m := range regexp.MustCompile(`(?i)https?://[^"' <)]*`).FindAllString(page, -1) {
			if m != "http://www.w3.org/2000/svg" {
				t.Errorf("%s names %s", n.Name, m)
			}
		}
	}
}

func TestMapShowsWhatItIsGiven(t *testing.T) {
	p := mapPage(t, "kaart")
	page := writeMap(t, p)
	count := func(text string) int { return strings.Count(page, text) }
	if n := count(`class="spot"`); n != 2*18+3 {
		t.Errorf("%d buttons, want 39", n)
	}
	if n := count(`role="img"`); n != 3+2*3 {
		t.Errorf("%d pictures, want 3 and three heads for each of the wide ones", n)
	}
	if n := count("<article"); n != len(p.Backings) {
		t.Errorf("%d backings, want %d", n, len(p.Backings))
	}
	if n := count("<details>"); n != 7 {
		t.Errorf("%d groups, want six steps and the journey", n)
	}
	for _, text := range []string{"Stap 1, 812 signalen: toon waar dit vandaan komt", "Ik sta elke dag te kijken", "41.200", "Voor de hele reis", `name="lens"`, ">ingevuld<"} {
		if !strings.Contains(page, text) {
			t.Errorf("the page does not say %q", text)
		}
	}
	bare := writeMap(t, mapPage(t, "kaart-een-stap"))
	for _, text := range []string{`class="spot"`, `name="lens"`, "<details", "has-narrow\"", "<table"} {
		if strings.Contains(bare, text) {
			t.Errorf("the bare page has %s", text)
		}
	}
	english := writeMap(t, mapPage(t, "kaart-engels"))
	for _, text := range []string{`<html lang="en">`, "show where this comes from", "Zoom in"} {
		if !strings.Contains(english, text) {
			t.Errorf("the English page does not say %q", text)
		}
	}
}

func TestMapHostile(t *testing.T) {
	page := writeMap(t, mapPage(t, "kaart-vijandig"))
	if a, b := strings.Count(page, "<script"), strings.Count(page, "</script"); a != 2 || b != 2 {
		t.Errorf("%d scripts begin and %d end", a, b)
	}
	checkHostile(t, page)
}

func BenchmarkWriteMap(b *testing.B) {
	p := fixture.MapPages()[0].Page
	for b.Loop() {
		if err := deck.WriteMap(&bytes.Buffer{}, p, render.Stadskamer()); err != nil {
			b.Fatal(err)
		}
	}
}
