package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// tools are the programs that some tests call, and the Debian packages that hold them.
var tools = []struct{ program, debian, why string }{ // debian: one or more packages
	{"clickhouse-server", "clickhouse-server", "counts signals, to compare with our own counts"},
	{"pg_lsclusters", "postgresql", "counts signals, to compare with our own counts"},
	{"chromium", "chromium", "opens the presentation as a person would"},
	{"firefox-esr", "firefox-esr", "opens the desk as a person would"},
	{"node", "nodejs", "drives the browser"},
	{"npm", "npm", "fetches Playwright and axe-core for the browser tests, builds the page of the desk, Mermaid to read and draw our exports, a judge of office files, Prism for those of Open Klant, the YAML server of editors, and a modern ClickHouse (chdb)"},
	{"pdftoppm", "poppler-utils", "turns PDF pages into pictures and text"},
	{"soffice", "libreoffice-impress-nogui libreoffice-writer-nogui", "opens the slides and documents that are exported, and turns them into pages"},
	{"qpdf", "qpdf", "checks the structure of PDFs"},
	{"wine", "wine", "runs the program for Windows"},
	{"zsh", "zsh bash-completion", "completes commands, as a person would"},
	{"fish", "fish", "completes commands, as a person would"},
	{"mandoc", "mandoc", "judges the man pages"},
	{"hugo", "hugo", "makes the documentation site"},
	{"rsvg-convert", "librsvg2-bin", "draws our SVG a second time, to compare"},
}

// fetch installs what is missing, where that is possible without asking.
func fetch() {
	fetchTools()
	fetchPackages()
}

// fetchTools installs programs: on Debian, as root.
func fetchTools() {
	var missing []string
	for _, t := range tools {
		if _, err := exec.LookPath(t.program); err != nil {
			missing = append(missing, strings.Fields(t.debian)...)
		}
	}
	if len(missing) == 0 {
		return
	}
	if _, err := exec.LookPath("apt-get"); err == nil && os.Geteuid() == 0 {
		fmt.Println("installing:", strings.Join(missing, " "))
		install := append([]string{"apt-get", "install", "-y", "--no-install-recommends"}, missing...)
		for _, step := range [][]string{{"apt-get", "update"}, install} {
			cmd := command(step...)
			cmd.Env = append(cmd.Env, "DEBIAN_FRONTEND=noninteractive")
			cmd.Stdout = io.Discard
			if err := cmd.Run(); err != nil {
				fmt.Fprintf(os.Stderr, "test: %s: %v\n", strings.Join(step, " "), err)
			}
		}
	}
	for _, t := range tools {
		if _, err := exec.LookPath(t.program); err != nil {
			fmt.Printf("\n*** MISSING: %s, which %s. Its tests will be skipped.\n    On Debian: sudo apt-get install %s\n\n", t.program, t.why, t.debian)
		}
	}
}

// npm is how tests fetch the packages of a folder.
var npm = []string{"npm", "ci", "--ignore-scripts"}

// npmFolders are the folders with packages of npm that tests use, and how they are fetched: as the tests do, where they
// are run alone.
func npmFolders() (map[string][]string, error) {
	folders := map[string][]string{
		"cmd/klantreis/workspace/web": npm,
		"connect/testdata/modern":     {"npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"},
	}
	tests, err := filepath.Glob("test/*/package-lock.json")
	for _, lock := range tests {
		folders[filepath.Dir(lock)] = npm
	}
	return folders, err
}

// fetchPackages fetches the packages of npm that tests use. What is not fetched here the test asks for itself, and tells.
func fetchPackages() {
	folders, err := npmFolders()
	if err != nil {
		fmt.Fprintln(os.Stderr, "test:", err)
	}
	if _, err := exec.LookPath("npm"); err != nil {
		return // that has been told
	}
	for folder, args := range folders {
		packages := filepath.Join(folder, "node_modules")
		if _, err := os.Stat(packages); err == nil {
			continue
		}
		cmd := command(args...)
		cmd.Dir, cmd.Stdout, cmd.Stderr = folder, nil, nil
		if said, err := cmd.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "test: %s in %s: %v\n%s", strings.Join(args, " "), folder, err, said)
			os.RemoveAll(packages) // half of them would look like all
		}
	}
}
