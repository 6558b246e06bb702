// Command fuzz fuzzes every target of the project: each reader of outside bytes for a minute, the others for
// less. It makes the list itself, so that none is forgotten: one that is new gets a minute.
//
// A minute is one by the clock, with one worker, what is known already counted in. Four targets run at once: on two processors
// each has about half of a minute of processor time. The number of inputs that were run stands beside each.
// Run it from the root of the repository:
//
//	go run ./test/fuzz
//	go run ./test/fuzz -reader 5s -other 2s -run 'CSV|XLSX'
//
// Where the time is up in the middle of an input, go's own fuzzer now and then calls that a failure
// ("context deadline exceeded"). Here it is none, unless an input was found that fails.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// others are the targets that get less: two cores have twenty minutes for all tests. A minute is for what reads the
// files of others, of which anybody may send one: signals, journeys, diagrams. These hold a quick way of reckoning to a
// slow one or an edit to its promise, or read what the program wrote itself.
var others = []string{
	"klantreis/cmd/klantreis/room.FuzzReadLog",
	"klantreis/cmd/klantreis/workspace.FuzzPath",
	"klantreis/journeys.FuzzAddQuotes",
	"klantreis/journeys.FuzzAddSelector",
	"klantreis/journeys.FuzzChangeAdvice",
	"klantreis/journeys.FuzzChangeItem",
	"klantreis/journeys.FuzzFold",
	"klantreis/journeys.FuzzListLines",
	"klantreis/journeys.FuzzPlaceAdvice",
	"klantreis/journeys.FuzzRemoveSignals",
	"klantreis/journeys.FuzzSet",
	"klantreis/journeys/arena.FuzzReplay",
	"klantreis/journeys/assist.FuzzAssist",
	"klantreis/journeys/assist.FuzzFormat",
	"klantreis/journeys/evidence.FuzzTally",
	"klantreis/journeys/evidence.FuzzWorkdays",
	"klantreis/journeys/history.FuzzParse",
	"klantreis/journeys/language.FuzzFind",
	"klantreis/journeys/plain.FuzzPlain",
	"klantreis/journeys/signals.FuzzBegins",
	"klantreis/journeys/signals.FuzzBlocks",
	"klantreis/journeys/signals.FuzzDay",
	"klantreis/journeys/signals.FuzzMatch",
	"klantreis/journeys/signals.FuzzNumber",
	"klantreis/journeys/signals.FuzzWithoutOld",
	"klantreis/journeys/signals.FuzzWritten",
	"klantreis/journeys/statistics.FuzzStepChange",
	"klantreis/render/docx.FuzzText",
	"klantreis/render/drawing.FuzzReadSVG",
	"klantreis/render/pdf.FuzzReport",
	"klantreis/render/tokens.FuzzTokens",
}

// target is one fuzz function.
type target struct {
	pkg, name string // import path; function
	folder    string
	time      time.Duration
}

func (t target) String() string { return t.pkg + "." + t.name }

// outcome is what fuzzing a target gave.
type outcome struct {
	target
	runs    int
	elapsed time.Duration
	failure string // empty: none
}

func main() {
	reader := flag.Duration("reader", time.Minute, "how long each reader of outside bytes is fuzzed")
	other := flag.Duration("other", 3*time.Second, "how long each of the others is fuzzed")
	only := flag.String("run", "", "fuzz only the targets that match this pattern")
	flag.Parse()
	if err := run(*reader, *other, *only); err != nil {
		fmt.Fprintln(os.Stderr, "fuzz:", err)
		os.Exit(1)
	}
}

func run(reader, other time.Duration, only string) error {
	pattern, err := regexp.Compile(only)
	if err != nil {
		return err
	}
	all, err := targets()
	if err != nil {
		return err
	}
	for _, name := range others {
		if !slices.ContainsFunc(all, func(t target) bool { return t.String() == name }) {
			return fmt.Errorf("%s is listed as no reader, and is not there", name)
		}
	}
	readers := 0
	var chosen []target
	for _, t := range all {
		if !pattern.MatchString(t.String()) {
			continue
		}
		if t.time = other; !slices.Contains(others, t.String()) {
			t.time = reader
			readers++
		}
		chosen = append(chosen, t)
	}
	if len(chosen) == 0 {
		return fmt.Errorf("no fuzz target matches %q", only)
	}
	bin, err := os.MkdirTemp("", "klantreis-fuzz")
	if err != nil {
		return err
	}
	defer os.RemoveAll(bin)
	begun := time.Now()
	outcomes, err := fuzzAll(chosen, all, bin)
	if err != nil {
		return err
	}
	total, failed := 0, 0
	for _, o := range outcomes {
		total += o.runs
		if o.failure != "" {
			failed++
			fmt.Printf("\n%s fails:\n%s\n", o.target, o.failure)
		}
	}
	fmt.Printf("%d fuzz targets: %d readers of outside bytes for %v each, %d others for %v; %d runs in %v\n",
		len(chosen), readers, reader, len(chosen)-readers, other, total, time.Since(begun).Round(time.Second))
	if failed > 0 {
		return fmt.Errorf("%d of %d targets fail", failed, len(chosen))
	}
	return nil
}

// targets lists all fuzz functions of the module, as its source has them; build holds the list to what is built.
func targets() ([]target, error) {
	listed, err := output("go", "list", "-f", `{{.ImportPath}}{{"\t"}}{{.Dir}}{{range .TestGoFiles}}{{"\t"}}{{.}}{{end}}{{range .XTestGoFiles}}{{"\t"}}{{.}}{{end}}`, "./...")
	if err != nil {
		return nil, err
	}
	var all []target
	for _, line := range strings.Split(strings.TrimSpace(listed), "\n") {
		fields := strings.Split(line, "\t")
		for _, file := range fields[2:] {
			text, err := os.ReadFile(filepath.Join(fields[1], file))
			if err != nil {
				return nil, err
			}
			for _, name := range fuzzNames(text) {
				all = append(all, target{pkg: fields[0], name: name, folder: fields[1]})
			}
		}
	}
	return all, nil
}

var fuzzFunction = regexp.MustCompile(`(?m)^func (Fuzz\w*)\(\w+ \*testing\.F\)`)

// fuzzNames are the fuzz functions in the text of a test file.
func fuzzNames(text []byte) (names []string) {
	for _, found := range fuzzFunction.FindAllSubmatch(text, -1) {
		names = append(names, string(found[1]))
	}
	return names
}

// program is the fuzz program of a package. When ready is closed it is built, or err says why not.
type program struct {
	path  string
	ready chan struct{}
	err   error
}

// build makes the program of a package, and finds all its fuzz functions among those that are known from its source.
func (p *program) build(pkg string, known []target) error {
	if _, err := output("go", "test", "-c", "-fuzz", "^Fuzz", "-o", p.path, pkg); err != nil {
		return err
	}
	listed, err := output(p.path, "-test.list", "^Fuzz")
	if err != nil {
		return err
	}
	for _, name := range strings.Fields(listed) {
		if !slices.ContainsFunc(known, func(t target) bool { return t.pkg == pkg && t.name == name }) {
			return fmt.Errorf("%s.%s is not recognised as a fuzz target in its source", pkg, name)
		}
	}
	return nil
}

// atOnce is how many targets are fuzzed at once, on any machine.
const atOnce = 4

// fuzzAll fuzzes chosen targets, some at once, the longest first. While they run, the programs of the next are built.
func fuzzAll(chosen, all []target, bin string) ([]outcome, error) {
	kept, err := output("go", "env", "GOCACHE")
	if err != nil {
		return nil, err
	}
	order := slices.Clone(chosen)
	slices.SortStableFunc(order, func(a, b target) int { return int(b.time - a.time) })
	programs := map[string]*program{}
	var packages []string
	for _, t := range order {
		if programs[t.pkg] == nil {
			programs[t.pkg] = &program{path: filepath.Join(bin, fmt.Sprintf("%d.test", len(packages))), ready: make(chan struct{})}
			packages = append(packages, t.pkg)
		}
	}
	var workers sync.WaitGroup
	workers.Go(func() {
		for _, pkg := range packages {
			p := programs[pkg]
			p.err = p.build(pkg, all)
			close(p.ready)
		}
	})
	outcomes := make([]outcome, len(order))
	var next, printing sync.Mutex
	at := 0
	for range atOnce {
		workers.Go(func() {
			for {
				next.Lock()
				i := at
				at++
				next.Unlock()
				if i >= len(order) {
					return
				}
				t := order[i]
				p := programs[t.pkg]
				<-p.ready
				if p.err != nil {
					outcomes[i] = outcome{target: t, failure: p.err.Error()}
					continue
				}
				outcomes[i] = fuzz(t, p.path, filepath.Join(strings.TrimSpace(kept), "fuzz", t.pkg))
				printing.Lock()
				fmt.Printf("%-52s %9d runs in %v\n", t, outcomes[i].runs, outcomes[i].elapsed.Round(time.Second))
				printing.Unlock()
			}
		})
	}
	workers.Wait()
	return outcomes, nil
}

// patience is how much longer than asked a target may take: it ends its last input, and makes one that is
// new shorter.
const patience = time.Minute

func fuzz(t target, path, kept string) outcome {
	o := outcome{target: t}
	ctx, cancel := context.WithTimeout(context.Background(), t.time+patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, "-test.run=^$", "-test.fuzz=^"+t.name+"$", "-test.fuzztime="+t.time.String(),
		"-test.fuzzminimizetime=2s", "-test.parallel=1", "-test.fuzzcachedir="+kept)
	cmd.Dir = t.folder
	begun := time.Now()
	said, err := cmd.CombinedOutput()
	o.elapsed = time.Since(begun)
	o.runs = runsIn(string(said))
	switch {
	case ctx.Err() != nil:
		o.failure = fmt.Sprintf("not ready after %v\n%s", o.elapsed, said)
	case err != nil && !onlyLate(string(said)):
		o.failure = string(said)
	case o.runs == 0:
		o.failure = "nothing was run\n" + string(said)
	}
	return o
}

var counted = regexp.MustCompile(`(?:execs: |baseline coverage: )(\d+)`)

// runsIn is how many inputs go's fuzzer says to have run, at first those that are known.
func runsIn(said string) int {
	all := counted.FindAllStringSubmatch(said, -1)
	if len(all) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(all[len(all)-1][1])
	return n
}

// onlyLate tells whether nothing else failed than that the time was up in the middle of an input.
func onlyLate(said string) bool {
	late := false
	for _, line := range strings.Split(said, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "context deadline exceeded":
			late = true
		case line == "" || line == "FAIL" || strings.HasPrefix(line, "fuzz: ") || strings.HasPrefix(line, "--- FAIL: Fuzz") || strings.HasPrefix(line, "exit status "):
		default:
			return false
		}
	}
	return late
}

func output(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	var faults bytes.Buffer
	cmd.Stderr = &faults
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s%s", name, strings.Join(args, " "), err, out, &faults)
	}
	return string(out), nil
}
