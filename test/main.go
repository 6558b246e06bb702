// Command test is how the project is tested: it fetches what the tests need on a bare Debian
// machine, then runs them all. Run it from the root of the repository:
//
//	go run ./test
//	go run ./test fetch    # only fetches what they need
//
// Elsewhere it fetches nothing and says loudly which tests were skipped and what they miss. With
// CI=true a skipped test is a failure; the tests see to that themselves.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"klantreis/test/building"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "test:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if _, err := os.Stat("go.mod"); err != nil {
		return fmt.Errorf("run this from the root of the repository: go run ./test")
	}
	switch {
	case len(args) == 1 && args[0] == "fetch":
		fetch()
		return nil
	case len(args) > 0:
		return fmt.Errorf("%s is not fetch", strings.Join(args, " "))
	}
	var took stages
	// Fetching waits for the network, looking at the code and compiling it does not.
	fetched := make(chan time.Duration)
	begun := time.Now()
	go func() {
		fetch()
		fetched <- time.Since(begun)
	}()
	dir, err := os.MkdirTemp("", "klantreis-tested")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, building.Here().File())
	for _, step := range [][]string{
		{"go", "vet", "./..."},
		{"go", "build", "-o", program, building.Program},
	} {
		if err := command(step...).Run(); err != nil {
			return fmt.Errorf("%s: %w", strings.Join(step, " "), err)
		}
	}
	took.add("vet, and a build for this system", time.Since(begun))
	took.add("fetching what the tests need, meanwhile", <-fetched)
	// Tests wait now and then, for servers and browsers; meanwhile the program is built for others.
	begun = time.Now()
	builds := make(chan error)
	var built time.Duration
	go func() {
		err := buildElsewhere()
		built = time.Since(begun)
		builds <- err
	}()
	told, err := test(program)
	took.add("tests", time.Since(begun))
	err = errors.Join(err, <-builds)
	took.add("builds for others, meanwhile", built)
	took.write(os.Stdout)
	told.write(os.Stdout)
	return err
}

// elsewhere are systems of others, and flags to build for them. What is only built, and not run, is not made fast: that
// takes a third less time where nothing is compiled yet.
var elsewhere = []struct{ target, flags string }{
	{"windows/amd64", "-gcflags="}, // which test/windows runs
	{"darwin/arm64", "-gcflags=all=-N -l"},
	{"linux/arm64", "-gcflags=all=-N -l"},
}

// buildElsewhere builds the program for systems of others, in what processor time is left. Its faults come at the end.
func buildElsewhere() error {
	var faults []error
	for _, e := range elsewhere {
		system, arch, _ := strings.Cut(e.target, "/")
		args := []string{"go", "build", "-p", "1", e.flags, "-o", os.DevNull, building.Program}
		if nice, err := exec.LookPath("nice"); err == nil {
			args = append([]string{nice}, args...)
		}
		build := command(args...)
		build.Env = append(build.Env, "GOOS="+system, "GOARCH="+arch)
		build.Stdout, build.Stderr = nil, nil
		if said, err := build.CombinedOutput(); err != nil {
			faults = append(faults, fmt.Errorf("build for %s: %w\n%s", e.target, err, said))
			continue
		}
		fmt.Println("builds for", e.target)
	}
	return errors.Join(faults...)
}

// command runs in the project's own way: without cgo, output to the terminal, and with -trimpath, as releases are
// built: whatever a test builds then finds the packages compiled, and compiling all of them takes minutes.
func command(args ...string) *exec.Cmd {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS="+strings.TrimSpace(os.Getenv("GOFLAGS")+" -trimpath"))
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd
}

// first are the packages whose tests take longest and wait most: they begin, so that short ones fill up what is left.
var first = []string{"./test/browser", "./test/desk", "./test"}

// atOnce is how many packages are tested at once: more than a small machine has processors, because tests of
// browsers and servers wait.
const atOnce = 3

// test runs all tests, and tells which packages were slowest, which tests were skipped and which failed. What
// go test has vet look at has been looked at already.
// They are told of the program, which has been built too.
func test(program string) (summary, error) {
	args := append([]string{"go", "test", "-v", "-vet=off", "-timeout", "20m", "-p", strconv.Itoa(max(atOnce, runtime.NumCPU()))}, first...)
	cmd := command(append(args, "./...")...)
	cmd.Env = append(cmd.Env, building.TestedKey+"="+program)
	cmd.Stdout = nil
	out, err := cmd.StdoutPipe()
	if err != nil {
		return summary{}, err
	}
	if err := cmd.Start(); err != nil {
		return summary{}, err
	}
	told, err := follow(out, os.Stdout)
	if err != nil {
		return told, errors.Join(err, cmd.Process.Kill(), cmd.Wait())
	}
	return told, cmd.Wait()
}
