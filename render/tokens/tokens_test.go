package tokens

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/render"
	"klantreis/render/drawing"
)

func read(t testing.TB, src string) Style {
	t.Helper()
	return Read([]byte(src), nil, "stijl.json", "stijl.json", render.Stadskamer())
}

// told writes the problems with their places and codes.
func told(s Style) string {
	var lines []string
	for _, p := range s.Problems {
		message, _ := p.Text("nl")
		lines = append(lines, fmt.Sprintf("%s %s %s: %s", p.Pos, p.Severity, p.Code, message))
	}
	return strings.Join(lines, "\n")
}

// TestForms reads one house style in every form that is known to exist.
func TestForms(t *testing.T) {
	for name, src := range map[string]string{
		"design tokens": `{"oever": {"color": {"$type": "color", "blauw": {"9": {"$value": "#24578F"}}},
			"link": {"color": {"$type": "color", "$value": "{oever.color.blauw.9}"}},
			"document": {"color": {"$value": "rgb(10 20 30)"}, "font-family": {"$value": ["Bree", "sans-serif"]}}}}`,
		"objects": `{"oever": {"link": {"color": {"$value": {"colorSpace": "srgb", "components": [0.1412, 0.3412, 0.5608], "hex": "#24578f"}}},
			"document": {"color": {"$value": {"colorSpace": "srgb", "components": [0.0392, 0.0784, 0.1176]}}, "font-family": {"$value": "Bree"}}}}`,
		"style-dictionary": `{"oever": {"link": {"color": {"value": "hsl(211.4 59.8% 35.1%)", "filePath": "x", "original": {"value": "#000"}, "name": "n", "path": ["oever"]}},
			"document": {"color": {"value": "#0a141e", "type": "color"}, "font-family": {"value": "'Bree', serif"}}}}`,
		"bare":  `{"oever": {"link": {"color": "#24578f", "hover": {"color": {"type": "color"}}}, "document": {"color": "#0a141eff", "font-family": "Bree"}}}`,
		"camel": `{"oeverLinkColor": "#24578f", "oeverDocumentColor": "#0a141e", "oeverDocumentFontFamily": "Bree, Arial"}`,
		"kebab": `{"oever-link-color": "#24578f", "oever-document-color": "rgba(10, 20, 30, 1)", "oever-document-font-family": "Bree"}`,
		"css":   `{"--oever-link-color": "#24578f", "--oever-document-color": "#0a141e", "--oever-document-font-family": "Bree"}`,
		"list": `[{"$value": "#24578f", "name": "oeverLinkColor", "path": ["oever", "link", "color"]},
			{"value": "#0a141e", "name": "oeverDocumentColor"}, {"value": "Bree", "path": ["oever", "document", "font-family"]}]`,
		"sets": `{"brand": {"oever": {"color": {"blauw": {"$value": "#24578f"}}}}, "color-scheme-dark/common": {"oever": {"document": {"color": {"$value": "#fff"}}}},
			"components/link": {"oever": {"link": {"color": {"$value": "{oever.color.blauw}"}}}},
			"common": {"oever": {"document": {"color": {"$value": "#0a141e"}, "font-family": {"$value": "Bree"}}}}, "$metadata": {"tokenSetOrder": ["brand"]}}`,
		"sets of a theme": `{"a/b": {"oever": {"link": {"color": {"$value": "#24578f"}}, "document": {"color": {"$value": "#0a141e"}, "font-family": {"$value": "Bree"}}}},
			"c/d": {"oever": {"link": {"color": {"$value": "#bb0000"}}}}, "$themes": [{"name": "Licht", "selectedTokenSets": {"a/b": "enabled", "c/d": "disabled"}}]}`,
	} {
		s := read(t, src)
		if s.Theme.Accent.Hex() != "#24578f" || s.Theme.Ink.Hex() != "#0a141e" || s.Font != "Bree" {
			t.Errorf("%s: accent %s, ink %s, font %q", name, s.Theme.Accent.Hex(), s.Theme.Ink.Hex(), s.Font)
		}
		if len(s.Problems) > 0 {
			t.Errorf("%s: %s", name, told(s))
		}
	}
	several := read(t, `{"Een": {"id": "1", "tokens": {"a/b": {"oever": {"link": {"color": {"$value": "#24578f"}}}}}}, "Twee": {"id": "2", "tokens": {"a/b": {"oever": {"link": {"color": {"$value": "#bb0000"}}}}}}}`)
	if several.Theme.Accent.Hex() != "#24578f" || !strings.Contains(told(several), "huisstijl-thema: Dit huisstijlbestand bevat meer dan één thema; ‘Een’ is gebruikt.") {
		t.Errorf("several themes: %s, %s", several.Theme.Accent.Hex(), told(several))
	}
}

// TestFaults wants a place, a code and words for all that can be wrong.
func TestFaults(t *testing.T) {
	deep := strings.Repeat(`{"a":`, maxDepth+2) + "1" + strings.Repeat("}", maxDepth+2)
	for name, c := range map[string]struct{ src, want string }{
		"empty":           {"", "stijl.json:1:1 fout huisstijl-geen-json"},
		"not json":        {"{\n  \"a\": #fff\n}", "stijl.json:2:8 fout huisstijl-geen-json"},
		"cut off":         {`{"a": {"b": "#fff"`, "stijl.json:1:18 fout huisstijl-geen-json"},
		"trailing":        {"{\"a\": \"#123\"}\n}", "stijl.json:2:1 fout huisstijl-geen-json"},
		"not utf-8":       {"\xff\xfe{\x00", "fout geen-utf8"},
		"too large":       {strings.Repeat(" ", MaxFileSize+1), "fout huisstijl-te-groot: Dit huisstijlbestand is groter dan 5 MB."},
		"too deep":        {deep, "fout huisstijl-te-diep"},
		"no colour":       {"\n {\"a\": {\"size\": \"12px\", \"deco\": \"underline\", \"leeg\": \"transparent\"}}", "stijl.json:2:2 fout huisstijl-zonder-kleur"},
		"a number":        {"12", "fout huisstijl-zonder-kleur"},
		"pale":            {`{"oever": {"link": {"color": "#ffcc00"}}}`, "stijl.json:1:30 waarschuwing huisstijl-te-licht: Kleur #ffcc00 (oever.link.color) is op de moeilijkste plek te licht voor tekst (1,"},
		"pale band":       {`{"oever": {"page-header": {"background-color": "#e17000"}}}`, "waarschuwing huisstijl-band: Kleur #e17000 (oever.page-header.background-color) is op de moeilijkste plek te licht achter witte tekst ("},
		"dark soft":       {`{"oever": {"link": {"color": "#0a3a5a"}, "alert": {"ok": {"background-color": "#a5c991"}}}}`, "waarschuwing huisstijl-achtergrond: Kleur #a5c991"},
		"missing":         {`{"oever": {"link": {"color": "{oever.kwijt}"}, "x": "#123456"}}`, "stijl.json:1:30 waarschuwing huisstijl-verwijzing: ‘oever.link.color’ verwijst naar ‘oever.kwijt’, maar"},
		"circle":          {`{"oever": {"link": {"color": "{oever.a}"}, "a": "{oever.b}", "b": "{oever.a}", "x": "#123456"}}`, "waarschuwing huisstijl-kringetje: ‘oever.link.color’ verwijst via"},
		"no colour of it": {`{"oever": {"link": {"color": "#12345"}, "x": "#123456"}}`, "waarschuwing huisstijl-kleur: ‘#12345’ bij ‘oever.link.color’ is geen kleur."},
	} {
		if got := told(read(t, c.src)); !strings.Contains(got, c.want) {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// TestWords cuts names the same way in nested and flat files.
func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"basisColorAccent1BgDocument": "basis-color-accent1-bg-document", "basis.color.accent-1.bg-document": "basis-color-accent1-bg-document",
		"--ma-link-color": "ma-link-color", "rhcColorPrimary500": "rhc-color-primary500", "12": "12", "": "", "URL": "url",
	} {
		if got := join(words(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestAnyFileGivesAGoodTheme is the promise of the package: whatever the colours, the theme has no
// faults, and phases and series can be told apart.
func TestAnyFileGivesAGoodTheme(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 13))
	var names []string
	for _, r := range roles {
		names = append(names, strings.Fields(r.tokens)...)
	}
	for range 14 {
		names = append(names, fmt.Sprintf("color.merk.%d", len(names)))
	}
	for round := range 60 {
		var lines []string
		for _, name := range names {
			if random.IntN(3) == 0 {
				lines = append(lines, fmt.Sprintf(`"oever.%s": "#%06x"`, name, random.IntN(1<<24)))
			}
		}
		src := "{" + strings.Join(lines, ",") + "}"
		over := render.Themes()[round%len(render.Themes())]
		s := Read([]byte(src), nil, "s", "s", over)
		if faults := s.Theme.Faults(); len(faults) > 0 {
			t.Fatalf("round %d: %v\n%s", round, faults, src)
		}
		if len(s.Theme.Phases) != len(over.Phases) || len(s.Theme.Series) != len(over.Series) {
			t.Fatalf("round %d: %d phases, %d series", round, len(s.Theme.Phases), len(s.Theme.Series))
		}
		for i, a := range s.Theme.Series {
			for _, b := range s.Theme.Series[i+1:] {
				for v := drawing.Trichromat; v < drawing.Visions; v++ {
					if far := drawing.Difference(a.SeenBy(v), b.SeenBy(v)); far < 0.045 {
						t.Errorf("round %d, vision %d: %s and %s are %.3f apart", round, v, a.Hex(), b.Hex(), far)
					}
				}
			}
		}
		if again := Read([]byte(src), nil, "s", "s", over); told(again) != told(s) || fmt.Sprint(again.Theme) != fmt.Sprint(s.Theme) {
			t.Fatalf("round %d: twice the same file gives two themes", round)
		}
	}
}

func TestLogo(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><a href="https://voorbeeld.example"><g id="kop"><rect width="20" height="10" fill="#123456"/></g></a></svg>`
	folder := fstest.MapFS{
		"stijl/logo.svg": {Data: []byte(svg)}, "stijl/foto.svg": {Data: []byte(`<svg viewBox="0 0 1 1"><image href="x.png"/></svg>`)},
		"stijl/wit.svg":   {Data: []byte(`<svg viewBox="0 0 9 9"><rect width="9" height="9" fill="#fff"/></svg>`)},
		"stijl/tekst.svg": {Data: []byte(`<svg viewBox="0 0 90 9"><text y="9">Oever</text></svg>`)},
		"stijl/leeg.svg":  {Data: []byte(`<svg viewBox="0 0 90 9"></svg>`)}, "stijl/groot.svg": {Data: make([]byte, maxLogoSize+1)},
	}
	load := func(value string) Style {
		src := fmt.Sprintf(`{"oever": {"x": "#123456"}, "klantreis": {"logo": %q, "logo-tekst": {"$value": "Logo van Oever"}}}`, value)
		return Read([]byte(src), folder, "stijl/stijl.json", "stijl/stijl.json", render.Stadskamer())
	}
	for _, value := range []string{"logo.svg", "../stijl/logo.svg", `..\stijl\logo.svg`, "data:image/svg+xml," + strings.ReplaceAll(svg, "#", "%23"),
		"data:image/svg+xml;base64,PHN2ZyB2aWV3Qm94PSIwIDAgMjAgMTAiPjxyZWN0IHdpZHRoPSIyMCIgaGVpZ2h0PSIxMCIgZmlsbD0iIzEyMzQ1NiIvPjwvc3ZnPg=="} {
		s := load(value)
		if len(s.Problems) > 0 || s.Theme.Logo.Alt != "Logo van Oever" || s.Theme.Logo.Drawing.Width != 20 {
			t.Errorf("%.30s: %s, %+v", value, told(s), s.Theme.Logo)
		}
		var out strings.Builder
		if err := drawing.WriteSVG(&out, s.Theme.Logo.Drawing, drawing.SVGOptions{}); err != nil || strings.Contains(out.String(), "voorbeeld.example") || strings.Contains(out.String(), "kop") {
			t.Errorf("%.30s keeps more than its looks: %v %s", value, err, out.String())
		}
	}
	for value, want := range map[string]string{
		"logo.png": "huisstijl-logo-soort", "foto.svg": "huisstijl-logo: Het logo ‘foto.svg’ is niet te tekenen", "wit.svg": "huisstijl-logo-bleek", "tekst.svg": "huisstijl-logo-letters",
		"leeg.svg": "huisstijl-logo:", "groot.svg": "bestand-onleesbaar", "../../geheim.svg": "pad-buiten-map", "/etc/x.svg": "pad-buiten-map", "C:/x.svg": "pad-buiten-map",
		"loggo.svg": "bestand-ontbreekt", "data:image/png;base64,xx": "huisstijl-logo:", "data:image/svg+xml;base64,%%": "huisstijl-logo:", "data:,": "huisstijl-logo:",
	} {
		if got := told(load(value)); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", value, got, want)
		}
	}
	without := Read([]byte(`{"x": "#123456", "klantreis": {"logo": "logo.svg"}}`), folder, "stijl/s.json", "s.json", render.Stadskamer())
	if got := told(without); !strings.Contains(got, "huisstijl-logo-tekst") || without.Theme.Logo.Alt == "" {
		t.Errorf("without words: %s", got)
	}
}

// FuzzTokens wants no crash, and a theme without faults, from any bytes.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{
		`{"a": {"link": {"color": {"$value": "{a.b}"}}, "b": {"value": "hsl(211 60% 35%)"}}, "klantreis": {"logo": "data:image/svg+xml,<svg viewBox='0 0 1 1'/>"}}`,
		`[{"path": ["a", "document", "color"], "value": "rgb(1 2 3 / 40%)"}]`, `{"aLinkColor": "#fc0"}`, `{"$themes": [], "a/b": {"c": {"d": "red"}}}`,
		`{"X": {"id": 1, "tokens": {}}, "Y": {"id": 1, "tokens": {"a": "#123"}}}`, `{"a": {"$value": {"colorSpace": "srgb", "components": [1, 2, -3]}}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		s := Read(src, fstest.MapFS{}, "s.json", "s.json", render.Singel())
		if faults := s.Theme.Faults(); len(faults) > 0 {
			t.Fatal(faults)
		}
		for _, p := range s.Problems {
			if message, _ := p.Text("nl"); message == p.Code || p.Pos.Line < 1 {
				t.Fatalf("%+v has no words or no place", p)
			}
		}
	})
}
