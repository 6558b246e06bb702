// Command fuzz fuzzes every target of the project: each reader of outside bytes for a minute, the others for
// less. It asks go for the list, so that none is forgotten: one that is new gets a minute.
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
	other := flag.Duration("other", 4*time.Second, "how long each of the others is fuzzed")
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
	outcomes, err := fuzzAll(chosen, bin)
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

// targets lists all fuzz functions of the module.
func targets() ([]target, error) {
	folders, err := output("go", "list", "-f", "{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}\t{{.Dir}}{{end}}", "./...")
	if err != nil {
		return nil, err
	}
	folder := map[string]string{}
	var packages []string
	for _, line := range strings.Fields(strings.ReplaceAll(folders, "\t", "\x00")) {
		pkg, dir, _ := strings.Cut(line, "\x00")
		if holdsFuzz(dir) {
			packages, folder[pkg] = append(packages, pkg), dir
		}
	}
	listed, err := output("go", append([]string{"test", "-list", "^Fuzz"}, packages...)...)
	if err != nil {
		return nil, err
	}
	return parseList(listed, folder), nil
}

// holdsFuzz tells whether the tests of a package may have a fuzz function, to spare building the others.
func holdsFuzz(dir string) bool {
	files, _ := filepath.Glob(filepath.Join(dir, "*_test.go"))
	return slices.ContainsFunc(files, func(name string) bool {
		text, err := os.ReadFile(name)
		return err == nil && bytes.Contains(text, []byte("func Fuzz"))
	})
}

// parseList reads what go test -list prints: the names of a package, then a line "ok", the package and
// how long it took.
func parseList(listed string, folder map[string]string) []target {
	var all, of []target
	for _, line := range strings.Split(listed, "\n") {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 1 && strings.HasPrefix(fields[0], "Fuzz"):
			of = append(of, target{name: fields[0]})
		case len(fields) > 1 && fields[0] == "ok":
			for _, t := range of {
				t.pkg, t.folder = fields[1], folder[fields[1]]
				all = append(all, t)
			}
			of = nil
		}
	}
	return all
}

// fuzzAll fuzzes targets, two at once, the longest first.
func fuzzAll(all []target, bin string) ([]outcome, error) {
	programs := map[string]string{}
	for _, t := range all {
		if programs[t.pkg] == "" {
			programs[t.pkg] = filepath.Join(bin, fmt.Sprintf("%d.test", len(programs)))
			if _, err := output("go", "test", "-c", "-fuzz", "^Fuzz", "-o", programs[t.pkg], t.pkg); err != nil {
				return nil, err
			}
		}
	}
	kept, err := output("go", "env", "GOCACHE")
	if err != nil {
		return nil, err
	}
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(a, b target) int { return int(b.time - a.time) })
	outcomes := make([]outcome, len(order))
	var next, printing sync.Mutex
	at := 0
	var workers sync.WaitGroup
	for range 2 {
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
				outcomes[i] = fuzz(t, programs[t.pkg], filepath.Join(strings.TrimSpace(kept), "fuzz", t.pkg))
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

func fuzz(t target, program, kept string) outcome {
	o := outcome{target: t}
	ctx, cancel := context.WithTimeout(context.Background(), t.time+patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "-test.run=^$", "-test.fuzz=^"+t.name+"$", "-test.fuzztime="+t.time.String(),
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
