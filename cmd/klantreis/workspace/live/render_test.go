package live

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/privacy"
	"klantreis/journeys/tone"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/journeymap"
	"klantreis/render/words"
)

var update = flag.Bool("update", false, "write the goldens")

const journeyFile = "klantreis.yaml"

// passport is a small journey with signals, and its text.
func passport(t testing.TB) (map[string]string, string) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "paspoort.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files, files[journeyFile]
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
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
		t.Errorf("%s differs (go test -update writes it):\n%s", name, got)
	}
}

func indented(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func placesText(view string, parts []api.Part) string {
	var b strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&b, "%s: %s\n", view, p.Title)
		for _, s := range p.Places {
			fmt.Fprintf(&b, "  %-8s fase %d stap %-20s nr %2d  regel %2d  %7.1f %7.1f %7.1f × %6.1f  %s\n", s.Kind, s.Phase, s.Step, s.Index, s.Line, s.X, s.Y, s.Width, s.Height, s.Label)
		}
	}
	return b.String()
}

// TestModelAndPlaces holds what forms and the map are told of a journey to text that a person can read.
func TestModelAndPlaces(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	out := b.settled(journeyFile, text, "kaart")
	golden(t, "paspoort.model.json", indented(t, out.Model))
	all := placesText("kaart", out.Parts)
	narrow, err := b.Render(context.Background(), api.RenderRequest{Path: journeyFile, Text: text, View: "kaart", Wide: 400})
	if err != nil {
		t.Fatal(err)
	}
	all += placesText("smal", narrow.Parts) + placesText("stroom", b.settled(journeyFile, text, "stroom").Parts)
	golden(t, "paspoort.places.txt", all)
	lines := strings.Split(text, "\n")
	for _, p := range out.Parts[0].Places {
		_, title, _ := strings.Cut(p.Label, ": ")
		if !strings.Contains(lines[p.Line-1], title) {
			t.Errorf("%v stands at %q", p, lines[p.Line-1])
		}
	}
}

// TestPictureOfTheGift holds the live map, and its problems, to those of the command line.
func TestPictureOfTheGift(t *testing.T) {
	files, text := passport(t)
	for _, owner := range []string{"Burgerzaken", "Truus van het team, bereikbaar op 06-12345678"} {
		b := newBench(t, files)
		asked := strings.Replace(text, "eigenaar: Burgerzaken", "eigenaar: "+owner, 1)
		b.write(journeyFile, asked)
		out := b.settled(journeyFile, asked, "kaart")
		j, _, problems, err := journeys.Load(filepath.Join(b.folder, journeyFile))
		if err != nil {
			t.Fatal(err)
		}
		ev, data := evidence.Bind(j, os.DirFS(b.folder))
		in := journeymap.Input{Journey: j, Evidence: ev, Theme: render.Stadskamer(), Lang: words.Dutch, Quotes: render.Quotes(j, words.Dutch)}
		var want strings.Builder
		if err := drawing.WriteSVG(&want, journeymap.Wide(in, journeymap.Whole), drawing.SVGOptions{Inline: true}); err != nil {
			t.Fatal(err)
		}
		if out.Parts[0].Content != want.String() {
			t.Error("the live map is another one than that of the gift")
		}
		problems = append(problems, privacy.Check(j)...)
		problems = append(append(problems, tone.Check(j, tone.Standard())...), tone.CheckHuman(j)...)
		problems = append(problems, data...).Sorted()
		if len(problems) == 0 || len(problems) != len(out.Problems) {
			t.Fatalf("%d problems, the command line has %d", len(out.Problems), len(problems))
		}
		for i, p := range problems {
			message, help := p.Text("nl")
			if got := out.Problems[i]; got.Message != message || got.Help != help || got.Line != p.Pos.Line || got.EndColumn <= got.Column && got.Line > 0 {
				t.Errorf("%+v, the command line has %s at %v", got, message, p.Pos)
			}
		}
	}
}

// TestReadsOnce changes a text in many ways: what is counted is read when it changes, and otherwise never.
func TestReadsOnce(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	first := b.render(journeyFile, text, "kaart")
	if !first.Counting || len(first.Parts) != 1 {
		t.Errorf("the first answer waits for counts: %v", first.Counting)
	}
	if found := first.Model.Phases[0].Steps[0].Signals[0].Found; found != "" {
		t.Errorf("found before it was counted: %s", found)
	}
	second := b.settled(journeyFile, text, "kaart")
	if second.Parts[0].Hash == first.Parts[0].Hash || !strings.HasPrefix(second.Model.Phases[0].Steps[0].Signals[0].Found, "13 ") {
		t.Errorf("nothing changed when signals were counted: %s", second.Model.Phases[0].Steps[0].Signals[0].Found)
	}
	for _, edit := range []struct {
		name, old, new string
		reads          bool
	}{
		{"nothing", "", "", false},
		{"a title", "Maakt een afspraak", "Maakt snel een afspraak", false},
		{"a comment", "# Een reis", "# Nog een reis", false},
		{"an advice", "winst: groot", "winst: klein", false},
		{"a feeling", "emotie: -1", "emotie: -2", false},
		{"a typed signal", "De balie was snel.", "De balie was erg snel.", false},
		{"the title of a signal", "Geen plek in de agenda\n            bron", "De agenda is vol\n            id: geen-plek-in-de-agenda\n            bron", false},
		{"words", "[kosten]", "[kosten, prijs]", true},
		{"the period", "tot: 2023-02-28", "tot: 2023-02-27", true},
	} {
		changed := strings.Replace(text, edit.old, edit.new, 1)
		before := b.read.Load()
		out := b.render(journeyFile, changed, "kaart")
		if out.Counting != edit.reads {
			t.Errorf("%s: counting is %v", edit.name, out.Counting)
		}
		if found := out.Model.Phases[0].Steps[0].Signals; edit.name == "words" && (found[0].Found != "" || found[1].Found != "") || !edit.reads && found[0].Found == "" {
			t.Errorf("%s: while it is counted %q and %q were found", edit.name, found[0].Found, found[1].Found)
		}
		b.settled(journeyFile, changed, "kaart")
		if read := b.read.Load() - before; (read > 0) != edit.reads {
			t.Errorf("%s: %d bytes of signals were read", edit.name, read)
		}
		if edit.reads {
			before = b.read.Load()
			b.settled(journeyFile, text, "kaart")
			b.settled(journeyFile, changed, "kaart")
			if b.read.Load() != before {
				t.Errorf("%s: what was counted was counted again", edit.name)
			}
		}
	}
}

// TestStale breaks a text and mends it.
func TestStale(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	good := b.settled(journeyFile, text, "kaart")
	bad := b.render(journeyFile, strings.Replace(text, "winst: groot", "winst: enorm", 1), "kaart")
	if !bad.Stale || len(bad.Parts) != 1 || bad.Parts[0].Hash != good.Parts[0].Hash || bad.Model == nil {
		t.Errorf("the last good picture is gone: %v, %d parts", bad.Stale, len(bad.Parts))
	}
	if len(bad.Problems) == 0 || bad.Problems[len(bad.Problems)-1].Severity != "error" {
		t.Fatalf("no error: %v", bad.Problems)
	}
	for _, p := range bad.Problems {
		if p.Severity == "error" {
			line := []rune(strings.Split(strings.Replace(text, "winst: groot", "winst: enorm", 1), "\n")[p.Line-1])
			if got := string(line[p.Column-1 : p.EndColumn-1]); got != "enorm" {
				t.Errorf("the fault is marked at %q", got)
			}
		}
	}
	typo := strings.Replace(text, "pijnpunten:", "pijnpnten:", 1)
	for _, p := range b.render(journeyFile, typo, "kaart").Problems {
		if p.Code != "onbekende-sleutel" {
			continue
		}
		lines := strings.Split(typo, "\n")
		line := []rune(lines[p.Line-1])
		if p.Fix == nil || p.Fix.Title == "" {
			t.Fatalf("no way to mend %s", p.Message)
		}
		lines[p.Fix.Line-1] = string(line[:p.Fix.Column-1]) + p.Fix.Replacement + string(line[p.Fix.EndColumn-1:])
		if mended := strings.Join(lines, "\n"); mended != text {
			t.Errorf("mended: %s", lines[p.Line-1])
		}
	}
	if again := b.render(journeyFile, text, "kaart"); again.Stale || again.Parts[0].Hash != good.Parts[0].Hash {
		t.Error("a mended text stays stale")
	}
	have, err := b.Render(context.Background(), api.RenderRequest{Path: journeyFile, Text: text, View: "kaart", Wide: 1400, Have: []string{good.Parts[0].Hash}})
	if err != nil || have.Parts[0].Content != "" || len(have.Parts[0].Places) == 0 {
		t.Error("what the page has is sent again, or its places are not", err)
	}
	none := b.render("andere.yaml", "klantreis: [", "kaart")
	if !none.Stale || len(none.Parts) != 0 || none.Model != nil || len(none.Problems) == 0 {
		t.Errorf("a text that never was good: %+v", none)
	}
}

// gate is a folder whose files are only read on after it is opened.
type gate struct {
	fs.FS
	asked chan struct{}
	open  chan struct{}
	once  *sync.Once
}

func (g gate) Open(name string) (fs.File, error) {
	f, err := g.FS.Open(name)
	if err != nil || !strings.HasSuffix(name, ".csv") {
		return f, err
	}
	return gated{f, g}, nil
}

type gated struct {
	fs.File
	gate gate
}

func (f gated) Read(b []byte) (int, error) {
	f.gate.once.Do(func() { close(f.gate.asked) })
	<-f.gate.open
	return f.File.Read(b)
}

func (f gated) ReadAt(b []byte, at int64) (int, error) {
	f.gate.once.Do(func() { close(f.gate.asked) })
	<-f.gate.open
	return f.File.(interface {
		ReadAt([]byte, int64) (int, error)
	}).ReadAt(b, at)
}

// TestLatestWins edits what is counted while it is being counted: only the latest is told.
func TestLatestWins(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	g := gate{asked: make(chan struct{}), open: make(chan struct{}), once: &sync.Once{}}
	b.over = func(f fs.FS) fs.FS { g.FS = f; return g }
	if !b.render(journeyFile, text, "kaart").Counting {
		t.Fatal("nothing to count")
	}
	<-g.asked
	one := b.state(journeyFile).run
	other := strings.Replace(text, "[kosten]", "[kosten, prijs]", 1)
	if !b.render(journeyFile, other, "kaart").Counting {
		t.Fatal("nothing to count")
	}
	if two := b.state(journeyFile).run; two == one {
		t.Error("the older count goes on")
	}
	title := strings.Replace(other, "Maakt een afspraak", "Maakt snel een afspraak", 1)
	before := b.state(journeyFile).run
	b.render(journeyFile, title, "kaart")
	if b.state(journeyFile).run != before {
		t.Error("an edit that changes nothing of what is counted begins the count anew")
	}
	close(g.open)
	<-one.ended
	out := b.settled(journeyFile, title, "kaart")
	if out.Counting || out.Model.Phases[0].Steps[0].Title != "Maakt snel een afspraak" {
		t.Errorf("%+v", out.Model.Phases[0].Steps[0])
	}
	for len(b.told) > 0 {
		<-b.told
	}
}

// TestFlowIsThatOfTheText holds the flow, which is kept by what it depends on, to one that is made anew.
func TestFlowIsThatOfTheText(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	b.settled(journeyFile, text, "stroom")
	for _, edit := range [][2]string{
		{"Paspoort aanvragen", "Een paspoort"}, {"fase: Ophalen", "fase: Halen"}, {"Laat een foto", "Koopt een foto"}, {"[balie]", "[balie, chat]"},
		{"kanalen: [website, telefoon]", "kanalen: [telefoon]"}, {"emotie: -1", "emotie: -1\n        naar: [{afhaken: geeft op, aandeel: 4%}]"},
		{"emotie: -1", "emotie: -1\n        naar: [{stap: afspraak, als: afgekeurd, aandeel: 14%}]"}, {"[afspraak, geen plek]", "[niets]"}, {"id: afspraak", "id: plannen"},
	} {
		changed := strings.ReplaceAll(text, edit[0], edit[1])
		got := b.settled(journeyFile, changed, "stroom")
		kept := b.pictures
		b.pictures = newKept(maxPictures)
		want := b.settled(journeyFile, changed, "stroom")
		b.pictures = kept
		if len(got.Parts) != 1 || len(want.Parts) != 1 || got.Parts[0].Content != want.Parts[0].Content {
			t.Errorf("%s: an old flow is shown", edit[1])
		}
	}
}

// TestViews makes every view, of a journey with and without signals.
func TestViews(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	one := "klantreis: Klein\nfasen:\n  - fase: Enige\n    stappen:\n      - stap: Enige stap\n"
	for name, text := range map[string]string{"paspoort": text, "een stap": one} {
		for _, view := range []string{"kaart", "stroom", "grafieken", "presentatie", "advies"} {
			out := b.settled(journeyFile, text, view)
			if len(out.Parts) == 0 && view != "grafieken" || out.Model == nil {
				t.Errorf("%s: %s is empty", name, view)
			}
			for _, p := range out.Parts {
				if p.Content == "" || p.Hash == "" || p.ID == "" || p.Places == nil {
					t.Errorf("%s: %s has a part without content: %s", name, view, p.ID)
				}
			}
			again := b.settled(journeyFile, text, view)
			for i := range again.Parts {
				if again.Parts[i].Hash != out.Parts[i].Hash {
					t.Errorf("%s: %s differs the second time", name, view)
				}
			}
		}
	}
}

// steps is a journey of n steps in phases of four.
func steps(n int) string {
	var b strings.Builder
	b.WriteString("klantreis: Lang\nfasen:\n")
	for i := range n {
		if i%4 == 0 {
			fmt.Fprintf(&b, "  - fase: Fase met een naam die niet zo kort is %d\n    stappen:\n", i/4)
		}
		fmt.Fprintf(&b, "      - stap: Stap %d met een titel die tamelijk lang is\n        emotie: %d\n        kanalen: [telefoon]\n        doet: Belt nummer %d\n", i+1, i%5-2, i)
	}
	return b.String()
}

func TestManySteps(t *testing.T) {
	b := newBench(t, map[string]string{journeyFile: ""})
	for _, n := range []int{1, 60} {
		out := b.settled(journeyFile, steps(n), "kaart")
		places := map[string]int{}
		for _, p := range out.Parts[0].Places {
			places[p.Kind]++
		}
		if places["stap"] != n || out.Model.Phases[len(out.Model.Phases)-1].Steps[0].Line == 0 {
			t.Errorf("%d steps: %v", n, places)
		}
		card, err := b.Card(context.Background(), journeyFile, steps(n))
		if err != nil || !strings.Contains(card.Map, "<title") || card.Steps != n {
			t.Errorf("the card of %d steps: %v %d", n, err, card.Steps)
		}
	}
}

// TestPathsStayInside asks for what is no file of the folder.
func TestPathsStayInside(t *testing.T) {
	b := newBench(t, map[string]string{"a/klantreis.yaml": ""})
	for _, path := range []string{"", ".", "..", "../a/klantreis.yaml", "/etc/passwd", "a/../../b.yaml", "a//klantreis.yaml", "a/./klantreis.yaml", "weg/klantreis.yaml", "a/klantreis.yaml/b.yaml"} {
		_, err := b.Render(context.Background(), api.RenderRequest{Path: path, Text: steps(1), View: "kaart"})
		var refused Refused
		if !errors.As(err, &refused) || refused.Code != "pad" || refused.Message == "" {
			t.Errorf("%q: %v", path, err)
		}
	}
}

func TestKept(t *testing.T) {
	k := newKept(10)
	k.put("a", 1, 4)
	k.put("b", 2, 4)
	k.get("a")
	k.put("c", 3, 4)
	if k.get("b") != nil || k.get("a") != 1 || k.get("c") != 3 {
		t.Error("what was used longest ago stays")
	}
	k.put("a", 5, 20)
	if k.get("a") != nil || k.size != 4 {
		t.Errorf("what is too large is kept: %d", k.size)
	}
}
