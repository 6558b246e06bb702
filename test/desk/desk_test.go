// Package desk tests the desk as a person uses it: Chromium and Firefox open the page of the program itself. The tests
// are in *.test.mjs; here the program is built and node is started.
package desk

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"klantreis/test/building"
)

var web = filepath.Join("..", "..", "cmd", "klantreis", "workspace", "web")

// TestPage builds the page from its source and holds what is committed, and so what is in the program, to that.
func TestPage(t *testing.T) {
	need(t, "node", "npm")
	install(t, web)
	run(t, web, nil, "node", filepath.Join("node_modules", "typescript", "bin", "tsc"), "--noEmit")
	built := t.TempDir()
	run(t, web, nil, "node", "build.mjs", built)
	committed := filepath.Join(web, "..", "page")
	names := map[string]bool{}
	for _, dir := range []string{built, committed} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names[e.Name()] = true
		}
	}
	for name := range names {
		want, err := os.ReadFile(filepath.Join(built, name))
		if err != nil {
			t.Errorf("%s is not made from the source: %v", name, err)
			continue
		}
		if got, err := os.ReadFile(filepath.Join(committed, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("page/%s is not what the source gives; run: npm ci --ignore-scripts && npm run build (in web)", name)
		}
	}
}

func TestInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT TESTED IN A BROWSER: -short")
	}
	chromium := os.Getenv("CHROMIUM")
	if chromium == "" {
		chromium = "/usr/bin/chromium"
	}
	firefox := os.Getenv("FIREFOX")
	if firefox == "" {
		firefox = "/usr/bin/firefox-esr"
	}
	need(t, "node", "npm", chromium, firefox)
	install(t, ".")
	program, err := building.Tested(filepath.Join("..", ".."), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Abs(filepath.Join("..", "..", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	tests, err := filepath.Glob("*.test.mjs")
	if err != nil || len(tests) == 0 {
		t.Fatal("no tests", err)
	}
	env := []string{"CHROMIUM=" + chromium, "FIREFOX=" + firefox, "KLANTREIS=" + program, "EXAMPLES=" + examples}
	for _, name := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // each file has a browser and desks of its own
			run(t, ".", env, "node", "--test", "--test-reporter=spec", name)
		})
	}
}

// need skips the test loudly where a program is missing, and fails it where everything must be there.
func need(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip("THE DESK IS NOT TESTED: " + err.Error())
		}
	}
}

// install fetches the packages of the lock file, once.
func install(t *testing.T, dir string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, "node_modules")); err != nil {
		run(t, dir, nil, "npm", "ci", "--ignore-scripts")
	}
}

func run(t *testing.T, dir string, env []string, name string, args ...string) {
	t.Helper()
	// A browser that hangs holds up one file, and not all tests until the last of their minutes.
	ctx, done := context.WithTimeout(t.Context(), 8*time.Minute)
	defer done()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = 10 * time.Second // it may hold the output open as well
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}
