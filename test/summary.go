package main

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// summary is what go test -v told.
type summary struct {
	passed   int
	failures []string // package and test, or a package alone that failed otherwise
	skips    []string
	packages []timed
}

// stages are what a run consisted of, with how long each took.
type stages []timed

func (s *stages) add(name string, took time.Duration) { *s = append(*s, timed{name, took.Seconds()}) }

func (s stages) write(out io.Writer) {
	fmt.Fprintln(out, "stages, in seconds:")
	for _, stage := range s {
		fmt.Fprintf(out, "%8.1f  %s\n", stage.seconds, stage.name)
	}
}

// timed is a package or a stage and how long its tests took.
type timed struct {
	name    string
	seconds float64
}

var (
	verdict = regexp.MustCompile(`^\s*--- (PASS|FAIL|SKIP): (\S+)`)
	ended   = regexp.MustCompile(`^(ok  |FAIL)\t(\S+)(?:\t([0-9.]+)s)?`) // "ok", tab, package, tab, seconds
)

// follow reads what go test -v tells, and writes on what matters: not what begins and passes.
func follow(in io.Reader, out io.Writer) (summary, error) {
	var told summary
	var failing []string // of the package that is being told
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	for lines.Scan() {
		line := lines.Text()
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "=== ") || trimmed == "PASS" {
			continue
		}
		if v := verdict.FindStringSubmatch(line); v != nil {
			switch v[1] {
			case "PASS":
				told.passed++
				continue
			case "SKIP":
				told.skips = append(told.skips, v[2])
			default:
				failing = append(failing, v[2])
			}
		}
		if e := ended.FindStringSubmatch(line); e != nil {
			seconds, _ := strconv.ParseFloat(e[3], 64) // none: it was not built, or known from before
			told.packages = append(told.packages, timed{e[2], seconds})
			if e[1] == "FAIL" && len(failing) == 0 {
				told.failures = append(told.failures, e[2])
			}
			for _, name := range failing {
				told.failures = append(told.failures, e[2]+" "+name)
			}
			failing = nil
		}
		fmt.Fprintln(out, line)
	}
	return told, lines.Err()
}

// write ends with what failed, so that the end of a log tells it.
func (s summary) write(out io.Writer) {
	slices.SortStableFunc(s.packages, func(a, b timed) int { return int(1000 * (b.seconds - a.seconds)) })
	fmt.Fprintln(out, "slowest packages, in seconds:")
	for _, p := range s.packages[:min(10, len(s.packages))] {
		fmt.Fprintf(out, "%8.1f  %s\n", p.seconds, p.name)
	}
	for _, name := range s.skips {
		fmt.Fprintf(out, "*** SKIPPED: %s\n", name)
	}
	fmt.Fprintf(out, "%d passed, %d failed, %d skipped\n", s.passed, len(s.failures), len(s.skips))
	for _, name := range s.failures {
		fmt.Fprintf(out, "*** FAILED: %s\n", name)
	}
}
