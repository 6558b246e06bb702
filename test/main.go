// Command test is how the project is tested: it fetches what the tests need on a bare Debian
// machine, then runs them all. Run it from the root of the repository:
//
//	go run ./test
//
// Elsewhere it fetches nothing and says loudly which tests were skipped and what they miss. With
// CI=true a skipped test is a failure; the tests see to that themselves.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
)

// tools are the programs that some tests call, and the Debian packages that hold them.
var tools = []struct{ program, debian, why string }{ // debian: one or more packages
	{"clickhouse-server", "clickhouse-server", "counts signals, to compare with our own counts"},
	{"pg_lsclusters", "postgresql", "counts signals, to compare with our own counts"},
	{"chromium", "chromium", "opens the presentation as a person would"},
	{"firefox-esr", "firefox-esr", "opens the desk as a person would"},
	{"node", "nodejs", "drives the browser"},
	{"npm", "npm", "fetches Playwright and axe-core for the browser tests, builds the page of the desk, Mermaid to read and draw our exports, Prism for those of Open Klant, the YAML server of editors, and a modern ClickHouse (chdb)"},
	{"pdftoppm", "poppler-utils", "turns PDF pages into pictures and text"},
	{"soffice", "libreoffice-impress-nogui libreoffice-writer-nogui", "opens the slides and documents that are exported, and turns them into pages"},
	{"qpdf", "qpdf", "checks the structure of PDFs"},
	{"zsh", "zsh bash-completion", "completes commands, as a person would"},
	{"fish", "fish", "completes commands, as a person would"},
	{"mandoc", "mandoc", "judges the man pages"},
	{"hugo", "hugo", "makes the documentation site"},
	{"rsvg-convert", "librsvg2-bin", "draws our SVG a second time, to compare"},
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "test:", err)
		os.Exit(1)
	}
}

func run() error {
	if _, err := os.Stat("go.mod"); err != nil {
		return fmt.Errorf("run this from the root of the repository: go run ./test")
	}
	fetch()
	for _, step := range [][]string{
		{"go", "vet", "./..."},
		{"go", "build", "-o", os.DevNull, "./cmd/klantreis"},
	} {
		if err := command(step...).Run(); err != nil {
			return fmt.Errorf("%s: %w", strings.Join(step, " "), err)
		}
	}
	for _, target := range []string{"windows/amd64", "darwin/arm64", "linux/arm64"} {
		system, arch, _ := strings.Cut(target, "/")
		build := command("go", "build", "-o", os.DevNull, "./cmd/klantreis")
		build.Env = append(build.Env, "GOOS="+system, "GOARCH="+arch)
		if err := build.Run(); err != nil {
			return fmt.Errorf("build for %s: %w", target, err)
		}
		fmt.Println("builds for", target)
	}
	return test()
}

// command runs in the project's own way: without cgo, output to the terminal.
func command(args ...string) *exec.Cmd {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd
}

// fetch installs what is missing, where that is possible without asking: on Debian, as root.
func fetch() {
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

var skipped = regexp.MustCompile(`^\s*--- SKIP: (\S+)`)

// test runs all tests and repeats at the end which ones were skipped.
func test() error {
	cmd := command("go", "test", "-v", "-timeout", "20m", "./...")
	cmd.Stdout = nil
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	var skips []string
	passed, failed := 0, 0
	lines := bufio.NewScanner(out)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	for lines.Scan() {
		line := lines.Text()
		trimmed := strings.TrimSpace(line)
		switch {
		case skipped.MatchString(line):
			skips = append(skips, skipped.FindStringSubmatch(line)[1])
		case strings.HasPrefix(trimmed, "--- PASS"):
			passed++
			continue
		case strings.HasPrefix(trimmed, "--- FAIL"):
			failed++
		case strings.HasPrefix(trimmed, "=== "), trimmed == "PASS":
			continue
		}
		fmt.Println(line)
	}
	err = cmd.Wait()
	for _, name := range skips {
		fmt.Printf("*** SKIPPED: %s\n", name)
	}
	fmt.Printf("%d passed, %d failed, %d skipped\n", passed, failed, len(skips))
	return err
}
