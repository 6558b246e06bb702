// Command test is how the project is tested: it fetches what the tests need on a bare Debian
// machine, then runs them all. Run it from the root of the repository:
//
//	go run ./test
//
// Elsewhere it fetches nothing and says loudly which tests were skipped and what they miss. With
// CI=true a skipped test is a failure; the tests see to that themselves.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
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
	// Tests wait now and then, for servers and browsers; meanwhile the program is built for others.
	builds := make(chan error)
	go func() { builds <- buildElsewhere() }()
	return errors.Join(test(), <-builds)
}

// buildElsewhere builds the program for systems of others, in what processor time is left. Its faults come at the end.
func buildElsewhere() error {
	var faults []error
	for _, target := range []string{"windows/amd64", "darwin/arm64", "linux/arm64"} {
		system, arch, _ := strings.Cut(target, "/")
		args := []string{"go", "build", "-p", "1", "-o", os.DevNull, "./cmd/klantreis"}
		if nice, err := exec.LookPath("nice"); err == nil {
			args = append([]string{nice}, args...)
		}
		build := command(args...)
		build.Env = append(build.Env, "GOOS="+system, "GOARCH="+arch)
		build.Stdout, build.Stderr = nil, nil
		if said, err := build.CombinedOutput(); err != nil {
			faults = append(faults, fmt.Errorf("build for %s: %w\n%s", target, err, said))
			continue
		}
		fmt.Println("builds for", target)
	}
	return errors.Join(faults...)
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

// first are the packages whose tests take longest and wait most: they begin, so that short ones fill up what is left.
var first = []string{"./test/browser", "./test/desk", "./test"}

// atOnce is how many packages are tested at once: more than a small machine has processors, because tests of
// browsers and servers wait.
const atOnce = 3

// test runs all tests. At the end it says which packages were slowest, which tests were skipped and which failed. What
// go test has vet look at has been looked at already.
func test() error {
	args := append([]string{"go", "test", "-v", "-vet=off", "-timeout", "20m", "-p", strconv.Itoa(max(atOnce, runtime.NumCPU()))}, first...)
	cmd := command(append(args, "./...")...)
	cmd.Stdout = nil
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	told, err := follow(out, os.Stdout)
	if err != nil {
		return errors.Join(err, cmd.Process.Kill(), cmd.Wait())
	}
	err = cmd.Wait()
	told.write(os.Stdout)
	return err
}
