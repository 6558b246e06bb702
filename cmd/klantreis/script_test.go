package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"klantreis": main})
}

// TestScripts runs the program as a user does; see testdata/*.txtar.
func TestScripts(t *testing.T) {
	cache := t.TempDir() // shared by the scripts, so that the flow's engine is compiled once
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CACHE_HOME", cache)
			env.Setenv("HOME", cache)
			examples, err := filepath.Abs("../../examples")
			env.Setenv("EXAMPLES", examples)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"same":      compareFolders,
			"lacks":     lacks,
			"isjson":    isJSON,
			"exits":     exits,
			"bigfile":   bigFile,
			"openklant": openKlant,
			"append":    appendFile,
			"inplace":   changeInPlace,
			"damage":    damage,
			"until":     until,
			"needs":     needs,
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// compareFolders: same A B — all files of two folders hold the same bytes.
func compareFolders(ts *testscript.TestScript, _ bool, args []string) {
	list := func(dir string) map[string]string {
		files := map[string]string{}
		ts.Check(filepath.WalkDir(ts.MkAbs(dir), func(path string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				rel, _ := filepath.Rel(ts.MkAbs(dir), path)
				content, err := os.ReadFile(path)
				files[rel] = string(content)
				return err
			}
			return err
		}))
		return files
	}
	a, b := list(args[0]), list(args[1])
	if len(a) == 0 || len(a) != len(b) {
		ts.Fatalf("%d files in %s, %d in %s", len(a), args[0], len(b), args[1])
	}
	for name, content := range a {
		if b[name] != content {
			ts.Fatalf("%s differs", name)
		}
	}
}

// lacks: lacks DIR TEXT… — no file of a folder holds any of the texts, as bytes.
func lacks(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, text := range args[1:] {
			if bytes.Contains(content, []byte(text)) {
				return fmt.Errorf("%s holds %q", path, text)
			}
		}
		return err
	}))
}

// until: until PATTERN [N] — waits until N files (or one) are there.
func until(ts *testscript.TestScript, _ bool, args []string) {
	want := "1"
	if len(args) > 1 {
		want = args[1]
	}
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if found, err := filepath.Glob(ts.MkAbs(args[0])); err != nil || fmt.Sprint(len(found)) == want {
			ts.Check(err)
			return
		}
	}
	ts.Fatalf("%s: not %s of them", args[0], want)
}

// isJSON: isjson FILE — the file (or stdout) is valid JSON.
func isJSON(ts *testscript.TestScript, _ bool, args []string) {
	if !json.Valid([]byte(ts.ReadFile(args[0]))) {
		ts.Fatalf("%s is not JSON", args[0])
	}
}

// exits: exits N ARG… — klantreis ends with exit code N; its output is in the files out and err.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	code := 0
	if err := ts.Exec("klantreis", args[1:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("klantreis did not run: %v", err)
		}
		code = exit.ExitCode()
	}
	ts.Check(os.WriteFile(ts.MkAbs("out"), []byte(ts.ReadFile("stdout")), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs("err"), []byte(ts.ReadFile("stderr")), 0o644))
	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("exit %d, want %s", code, args[0])
	}
}

// bigFile: bigfile NAME MB — writes a file of that size.
func bigFile(ts *testscript.TestScript, _ bool, args []string) {
	var mb int
	_, err := fmt.Sscan(args[1], &mb)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = f.WriteString("klantreis: Groot\n")
	ts.Check(err)
	ts.Check(f.Truncate(int64(mb) << 20))
	ts.Check(f.Close())
}

// needs makes the absence of programs, or of files by their whole path, a failure where all must be tested.
func needs(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		_, err := os.Stat(name)
		if !filepath.IsAbs(name) {
			_, err = exec.LookPath(name)
		}
		if err != nil && os.Getenv("CI") == "true" {
			ts.Fatalf("%v", err)
		}
	}
}
