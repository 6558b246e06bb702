// Package mermaid lets Mermaid itself, as npm has it, read and draw what journeys/mermaid writes, and
// holds what that package reads against what Mermaid reads. The real parser runs in Chromium.
package mermaid

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/mermaid"
)

// a diagram for Mermaid to read.
type diagram struct {
	Name string `json:"name"`
	Text string `json:"text"`
	Draw bool   `json:"draw"`
}

// result is what Mermaid made of one.
type result struct {
	Name, Title, Description, Refused string
	Sections                          []string
	Tasks                             []task
	Broken                            bool     // a coordinate is no number
	Scripts                           int      // elements that a title could have smuggled in
	Shown                             []string // all texts in the drawing
	Faces                             int
	Actors, Colours                   int // names at the steps, and how many colours they have in the drawing
	SVG                               string
}

type task struct {
	Section, Name, Score string
	Actors               []string
}

// real asks Mermaid.
func real(t *testing.T, all []diagram) []result {
	t.Helper()
	if testing.Short() {
		t.Skip("NOT TESTED WITH MERMAID: -short")
	}
	chromium := os.Getenv("CHROMIUM")
	if chromium == "" {
		chromium = "/usr/bin/chromium"
	}
	for _, tool := range []string{"node", "npm", chromium} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip("NOT TESTED WITH MERMAID: " + err.Error())
		}
	}
	if _, err := os.Stat("node_modules"); err != nil {
		if out, err := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts").CombinedOutput(); err != nil {
			t.Fatalf("npm ci: %v\n%s", err, out)
		}
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "cases.json"), filepath.Join(dir, "results.json")
	content, err := json.Marshal(all)
	if err == nil {
		err = os.WriteFile(in, content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "node", "--test", "mermaid.test.mjs")
	cmd.Env = append(os.Environ(), "CHROMIUM="+chromium, "CASES="+in, "RESULTS="+out)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("node: %v\n%s", err, said)
	}
	var results []result
	if content, err = os.ReadFile(out); err == nil {
		err = json.Unmarshal(content, &results)
	}
	if err != nil || len(results) != len(all) {
		t.Fatal(len(results), err)
	}
	return results
}

// nasty are titles that mean something to Mermaid, or are hard to draw.
var nasty = []string{
	"Belt 14 030: keuze 2", "Loket #3", "#", "Wacht; en wacht", `Zegt "ja" en 'nee'`, "journey", "Title of the letter", "section 1", "accTitle: x", "accDescr { x }",
	"100% zeker", "%% weg", "50%%", "%%{init: {}}%%", "regel één regel twee", "😀 blij 👩‍👩‍👧", "日本語のステップ", "<b>vet</b> & <script>alert(1)</script>", "#35; en #quot;",
	strings.Repeat("Zeer lange titel ", 5) + "einde", "{ } [ ] ( )", "---", "a, b, c", `C:\pad\naar`, "`code`", "ﬂ°°35¶ß", "Lifestyle: #1;", "}%%", "3", "ja", "- streep", "style x:#1; y", "classDef a:#f;",
	`<img src="x" onerror="alert(1)">`, "a &amp; b", "$$x^2$$", "@{x}", "fa:fa-car",
}

// TestDraws lets Mermaid draw the examples, and a journey of nasty titles: every title stands in the
// drawing as it was typed, with the score that belongs to it.
func TestDraws(t *testing.T) {
	var all []diagram
	var wanted []*journeys.Journey
	var known []*evidence.Evidence
	add := func(name string, j *journeys.Journey, ev *evidence.Evidence) {
		text, _ := mermaid.Write(j, ev)
		all = append(all, diagram{Name: name, Text: string(text), Draw: true})
		wanted, known = append(wanted, j), append(known, ev)
	}
	for _, dir := range []string{"energietoeslag", "groetjes-van-de-klant", "klantenservice", "persoonlijk-contact", "verhuizen"} {
		folder := filepath.Join("..", "..", "examples", dir)
		j, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		ev, _ := evidence.Bind(j, os.DirFS(folder))
		add(dir, j, ev)
	}
	for i, title := range nasty {
		s := journeys.Sketch{Title: title, Summary: title, Persona: journeys.Persona{Name: title}}
		p := journeys.SketchPhase{Title: title}
		for k := range 2 {
			feeling := float64((i+k)%5 - 2)
			step := journeys.Step{Title: title, Channels: []string{"e-mail"}}
			if k == 0 {
				step.Emotion = &feeling
			}
			p.Steps = append(p.Steps, journeys.SketchStep{Step: step})
		}
		s.Phases = []journeys.SketchPhase{p}
		j, problems := journeys.Parse("x.yaml", s.YAML())
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		ev, _ := evidence.Bind(j, os.DirFS(t.TempDir()))
		add(fmt.Sprintf("naar %d: %s", i, title), j, ev)
	}
	var crowd strings.Builder
	crowd.WriteString("klantreis: Veel namen\nklant: {naam: Sanne}\nfasen:\n  - fase: Fase\n    stappen:\n")
	for i, channel := range journeys.Channels() {
		fmt.Fprintf(&crowd, "      - {stap: Stap %d, kanalen: [%s]}\n", i+1, channel)
	}
	j, problems := journeys.Parse("veel.yaml", []byte(crowd.String()))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	ev, _ := evidence.Bind(j, os.DirFS(t.TempDir()))
	add("veel namen", j, ev)
	results := real(t, all)
	if most := results[len(results)-1]; most.Actors != len(journeys.Channels())+1 {
		t.Errorf("%d names were drawn", most.Actors)
	}
	for i, r := range results {
		j := wanted[i]
		t.Run(r.Name, func(t *testing.T) {
			if r.Refused != "" {
				t.Fatalf("Mermaid refuses it: %s\n%s", r.Refused, all[i].Text)
			}
			if dir := os.Getenv("DRAWINGS"); dir != "" { // to look at
				os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.svg", i)), []byte(r.SVG), 0o600)
			}
			drawn(t, r, j, known[i])
		})
	}
}

// drawn holds a drawing against the journey that it is of.
func drawn(t *testing.T, r result, j *journeys.Journey, ev *evidence.Evidence) {
	if r.Broken || r.Scripts > 0 {
		t.Errorf("a broken drawing: %v, %d", r.Broken, r.Scripts)
	}
	if r.Actors != r.Colours {
		t.Errorf("%d names share %d colours", r.Actors, r.Colours)
	}
	if r.Title != j.Title {
		t.Errorf("the title %q became %q", j.Title, r.Title)
	}
	shown := map[string]bool{}
	for _, s := range r.Shown {
		shown[squeeze(s)] = true
	}
	if !shown[squeeze(j.Title)] {
		t.Errorf("the title %q is not in the drawing: %q", j.Title, r.Shown)
	}
	if len(r.Tasks) != len(j.Steps()) || r.Faces != len(r.Tasks) {
		t.Fatalf("%d steps became %d, with %d faces", len(j.Steps()), len(r.Tasks), r.Faces)
	}
	at := 0
	for _, p := range j.Phases {
		if !shown[squeeze(p.Title)] {
			t.Errorf("the phase %q is not in the drawing: %q", p.Title, r.Shown)
		}
		for _, s := range p.Steps {
			got := r.Tasks[at]
			at++
			if got.Section != p.Title || got.Name != s.Title {
				t.Errorf("%q of %q became %q of %q", s.Title, p.Title, got.Name, got.Section)
			}
			score, err := strconv.ParseFloat(got.Score, 64)
			want := 3.0
			if f := ev.Step(s.ID).Emotion; f.Kind != evidence.None {
				want += f.Value
			}
			if err != nil || score < want-0.0051 || score > want+0.0051 {
				t.Errorf("%q: the score %v became %s", s.Title, want, got.Score)
			}
			if !shown[squeeze(s.Title)] {
				t.Errorf("the step %q is not in the drawing: %q", s.Title, r.Shown)
			}
		}
	}
}

// squeeze leaves out white space: a drawing breaks lines inside words.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// differs are the warnings that say that Mermaid reads something else, or nothing at all.
var differs = []string{"mermaid-puntkomma", "mermaid-accolade", "mermaid-hekje-naam", "mermaid-dubbele-punt", "import-geen-cijfer", "mermaid-cijfer-tekst",
	"mermaid-komma", "mermaid-procent", "mermaid-sleutelwoord", "mermaid-leeg-woord", "mermaid-zonder-naam", "mermaid-opmaak"}

// TestReadsAlike makes diagrams by chance of all that the grammar has, with what people get wrong. Where
// we do not say that Mermaid reads it otherwise, Mermaid reads the same; and where Mermaid refuses a text,
// we said something.
func TestReadsAlike(t *testing.T) {
	chance := rand.New(rand.NewSource(7))
	var all []diagram
	for i := range 3000 {
		all = append(all, diagram{Name: fmt.Sprint(i), Text: random(chance)})
	}
	same, refused := 0, 0
	for i, r := range real(t, all) {
		text := all[i].Text
		d, problems := mermaid.Parse("x.mmd", []byte(text))
		told := slices.ContainsFunc(problems, func(p journeys.Problem) bool { return slices.Contains(differs, p.Code) })
		if r.Refused != "" {
			refused++
			if !told && !problems.HasErrors() {
				t.Errorf("Mermaid refuses this, and nothing was said of it: %s\n%q", r.Refused, text)
			}
			continue
		}
		if told || problems.HasErrors() {
			continue
		}
		same++
		if got, want := flat(d), fmt.Sprintf("%q %q %q", r.Title, r.Description, r.Tasks); got != want {
			t.Errorf("read otherwise:\n%q\n  here    %s\n  Mermaid %s", text, got, want)
		}
	}
	t.Logf("%d read alike, %d refused by Mermaid", same, refused)
	if same < 400 || refused < 300 {
		t.Errorf("only %d were compared and %d refused: the diagrams of this test say little", same, refused)
	}
}

func flat(d mermaid.Diagram) string {
	var tasks []task
	for _, s := range d.Sections {
		for _, t := range s.Tasks {
			tasks = append(tasks, task{s.Title, t.Name, strconv.FormatFloat(t.Score, 'f', -1, 64), t.Actors})
		}
	}
	return fmt.Sprintf("%q %q %q", d.Title, d.Description, tasks)
}

// random writes a diagram: mostly right, sometimes not.
func random(chance *rand.Rand) string {
	one := func(all ...string) string { return all[chance.Intn(len(all))] }
	name := func() string {
		s := one("Belt", "Zoekt info", "wacht af", "Journeys end", "titel", "sectie 2", "é 日 😀", "a-b_c", "20% meer", "a#58;b", "#quot;x#quot;", "accTitle", "x%y")
		if chance.Intn(12) == 0 {
			s += one("#", ";", " #4", ":", " journey", "%%", "{", "}", "\\", "title x")
		}
		return s
	}
	var b strings.Builder
	if chance.Intn(15) == 0 {
		b.WriteString(one("%% eerst\n", "\n\n", "  ", "%%  \n"))
	}
	b.WriteString("journey" + one("\n", "\n", "\n\n", " ", "\r\n", " \n", "\n%% c\n"))
	for range 1 + chance.Intn(6) {
		b.WriteString(one("", "  ", "\t", "    "))
		switch chance.Intn(12) {
		case 0:
			b.WriteString(one("title ", "Title ", "title\t", "title") + name())
		case 1, 2:
			b.WriteString(one("section ", "SECTION ", "section  ", "section\n") + name())
		case 3:
			b.WriteString(one("accTitle: ", "accTitle : ", "acctitle:") + name())
		case 4:
			b.WriteString(one("accDescr: "+name(), "accDescr {\n "+name()+"\n}", "accDescr{ a\nb }", "accDescr: x # y"))
		case 5:
			b.WriteString(one("%% ", "%", "# ", "%%x", "#") + name())
		default:
			b.WriteString(name() + one(": ", ":", " : ") + one("1", "2", "3", "4", "5", "5 ", "3.5", ".5", "4.", "0", "-2", "9", "1e0", "+3"))
			if chance.Intn(3) > 0 {
				b.WriteString(one(": ", ":") + one("Ik", "Ik, Kat", "Ik,", "", "Kat ,  Ik , ", "a#44;b", "%", "Ik # c", "# c"))
			}
			if chance.Intn(20) == 0 {
				b.WriteString(one(": rest", ":", "; ", " %% c", " \\"))
			}
		}
		b.WriteString(one("\n", "\n", "\n", "\r\n", "\n\n", "\n \n", "\r"))
	}
	return b.String()
}
