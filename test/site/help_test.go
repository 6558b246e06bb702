package main

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// notHere tells why an example of a --help is not run.
func notHere(command string) string {
	for _, s := range []struct{ begins, why string }{
		{"klantreis maak ", "makes gifts, as the gallery and the pages do"},
		{"klantreis aanvullen ", "writes into the folders of a shell: TestCompletion of cmd/klantreis"},
		{"klantreis gesprek verhuizen --verzamel ", "wants what telephones gave: testdata of cmd/klantreis"},
		{"klantreis status verhuizen --voorstel ", "wants what the board of a presentation gave: testdata of cmd/klantreis"},
		{"klantreis open", "serves until it is stopped"},
		{"klantreis presenteer", "serves until it is stopped"},
		{"klantreis lsp", "talks to an editor"},
	} {
		if strings.HasPrefix(command, s.begins) {
			return s.why
		}
	}
	if strings.Contains(command, "| jq") {
		return "wants jq"
	}
	return ""
}

// helpFiles are what examples of a --help work on, beside the journey `verhuizen`.
func helpFiles() map[string][]byte {
	all := files()
	journey := "klantreis: Reis\nfasen: [{fase: Fase, stappen: [{stap: Stap, emotie: 1}]}]\n"
	all["reis.yaml"], all["oud.yaml"], all["nieuw.yaml"] = []byte(journey), []byte(journey), []byte(journey+"variant: gewenst\n")
	all["verhuizen/verhuizen-gewenst.yaml"] = all["nieuw.yaml"]
	all["README.md"] = []byte("# Reis\n\n```mermaid\n" + string(all["reis.mmd"]) + "```\n")
	all["kaart.yaml"] = []byte("kind: cjm\nversion: '1.0'\nid: cjm:een\ntitle: Paspoort\nphases: [{id: cjm:phase:a, name: Aanvragen}]\nactions: [{id: cjm:action:s, name: Afspraak, phase: cjm:phase:a}]\n")
	all["pagina.html"] = []byte("<p>U kunt uw aanvraag bij de balie doen.</p>")
	all["onze-woorden.txt"] = []byte("indienen | opsturen\n")
	for _, name := range []string{"signalen/kcc.csv", "signalen/kcc-2022-01.csv"} {
		all[name] = []byte(strings.ReplaceAll(string(all["kcc.csv"]), "Toeslag", "Energietoeslag"))
	}
	return all
}

// TestHelpExamples runs the examples that each command gives in its --help, as docs/opdrachten.md has them: each
// command in a folder of its own, with what its examples name. An example must end well, or say with why it does not.
func TestHelpExamples(t *testing.T) {
	need(t)
	made, err := program()
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(filepath.Join(root, "docs", "opdrachten.md"))
	if err != nil {
		t.Fatal(err)
	}
	sections := strings.Split(string(content), "\n## ")[1:]
	var total sync.Mutex
	ran, skipped := 0, 0
	t.Cleanup(func() {
		t.Logf("%d examples run, %d not", ran, skipped)
		if ran < 40 {
			t.Errorf("only %d examples were run", ran)
		}
	})
	for _, section := range sections {
		name := firstLine(section)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, examples, _ := strings.Cut(section, "\nVoorbeelden:\n")
			examples, _, _ = strings.Cut(examples, "\n\n")
			f := follower{Dir: t.TempDir(), Bin: filepath.Dir(made), Skip: notHere}
			all := helpFiles()
			for _, folder := range []string{"verhuizen", "klantreizen/verhuizen", "examples/verhuizen"} {
				if err := os.CopyFS(filepath.Join(f.Dir, folder), os.DirFS(filepath.Join(root, "examples", "verhuizen"))); err != nil {
					t.Fatal(err)
				}
			}
			for file, content := range all {
				if err := save(filepath.Join(f.Dir, file), content); err != nil {
					t.Fatal(err)
				}
			}
			for i, line := range strings.Split(examples, "\n") {
				if line = strings.TrimSpace(line); !isCommand(line) {
					continue
				}
				if name == "nieuw" {
					f.Dir = t.TempDir() // it begins with nothing
				}
				f.commands("klantreis "+name+" --help", block{Line: i + 1, Lang: "console", Text: line})
			}
			for _, fault := range f.Faults {
				t.Error(fault)
			}
			total.Lock()
			defer total.Unlock()
			ran, skipped = ran+f.Ran, skipped+len(f.Skipped)
		})
	}
}
