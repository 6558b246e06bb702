package main

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// appendFile: append FILE MORE — adds the bytes of another file.
func appendFile(ts *testscript.TestScript, _ bool, args []string) {
	content := ts.ReadFile(args[0]) + ts.ReadFile(args[1])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o644))
}

// changeInPlace: inplace FILE OLD NEW — changes one text into another of the same length, and gives
// the file the time back that it had.
func changeInPlace(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	info, err := os.Stat(name)
	ts.Check(err)
	content := ts.ReadFile(args[0])
	if len(args[1]) != len(args[2]) || !strings.Contains(content, args[1]) {
		ts.Fatalf("%s cannot be changed in place", args[0])
	}
	ts.Check(os.WriteFile(name, []byte(strings.Replace(content, args[1], args[2], 1)), 0o644))
	ts.Check(os.Chtimes(name, info.ModTime(), info.ModTime()))
}

// damage: damage DIR — every file becomes another kind of wrong.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	files, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*.telling"))
	ts.Check(err)
	if len(files) < 3 {
		ts.Fatalf("only %d files", len(files))
	}
	for i, name := range files {
		content, err := os.ReadFile(name)
		ts.Check(err)
		switch i % 4 {
		case 0:
			content = content[:len(content)/2]
		case 1:
			content = bytes.Replace(content, []byte(`"N":1`), []byte(`"N":2`), 1)
		case 2:
			content = nil
		case 3:
			content = bytes.Repeat([]byte{0, 0xFF}, 1000)
		}
		ts.Check(os.WriteFile(name, content, 0o600))
	}
}

// TestKilled kills runs at random moments, of which most are spent on reading files and writing what
// was counted of them, and holds what later runs say to what a run without a cache says.
func TestKilled(t *testing.T) {
	program, err := exec.LookPath("klantreis")
	if err != nil {
		t.Fatal(err)
	}
	dir, cache := t.TempDir(), t.TempDir()
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "kcc"), 0o755); err != nil {
		t.Fatal(err)
	}
	write("reis.yaml", "klantreis: A\nbronnen: {kcc: {soort: telefoon, bestand: kcc}}\nfasen: [{fase: B, stappen: [{stap: C, signalen: [{signaal: D, bron: kcc, woorden: [geld]}]}]}]\n")
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		write(fmt.Sprintf("kcc/%02d.csv", i), "id;tijdstip;onderwerp;tekst;cijfer\n"+strings.Repeat(fmt.Sprintf("%d;2022-01-03;Werk;geld;7\n;2022-01-04;Zorg;geen\n", i/2), 20+i))
	}
	command := func(args ...string) *exec.Cmd {
		cmd := exec.Command(program, append([]string{"maak", "reis.yaml", "--alleen", "gegevens"}, args...)...)
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "XDG_CACHE_HOME="+cache, "HOME="+cache)
		return cmd
	}
	result := func(args ...string) string {
		t.Helper()
		out, err := command(args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		counts, err := os.ReadFile(filepath.Join(dir, "uit/reis/gegevens.json"))
		if err != nil {
			t.Fatal(err)
		}
		return string(out) + string(counts)
	}
	want := result("--zonder-cache")
	began := time.Now()
	result("--zonder-cache")
	long := time.Since(began)
	for round := range 40 {
		entries, _ := filepath.Glob(filepath.Join(cache, "klantreis/tellingen/*"))
		for _, name := range entries { // the key as well, at times
			if random.IntN(3) == 0 {
				os.Remove(name)
			}
		}
		cmd := command()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(long))))
		cmd.Process.Kill()
		cmd.Wait()
		if round%4 == 3 {
			if got := result(); got != want {
				t.Fatalf("after %d kills:\n%s\nwant\n%s", round+1, got, want)
			}
		}
	}
}

// TestCacheStaysSmall removes what is old or too much, and what was broken off, and nothing else.
func TestCacheStaysSmall(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", os.Getenv("XDG_CACHE_HOME"))
	now := time.Now()
	c := openCache(now)
	info, err := os.Stat(c.dir)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Fatal(info.Mode(), err)
	}
	keep := c.of("map")
	keep.Save("a", []byte("counts"))
	if again := openCache(now).of("map"); string(again.Load("a")) != "counts" || openCache(now).of("elders").Load("a") != nil {
		t.Error("an entry is not found again, or by another folder")
	}
	put := func(name string, size int64, age time.Duration) {
		t.Helper()
		name = filepath.Join(c.dir, name)
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(os.Truncate(name, size), os.Chtimes(name, now.Add(-age), now.Add(-age))); err != nil {
			t.Fatal(err)
		}
	}
	put("oud"+entryEnding, 1, maxCacheAge+time.Hour)
	put("groot"+entryEnding, maxCacheBytes/2, 2*time.Hour)
	put("groter"+entryEnding, maxCacheBytes/2, 3*time.Hour)
	put(halfBegin+"oud", 1, 2*time.Hour)
	put(halfBegin+"nieuw", 1, time.Minute)
	put("van een ander", 1, 2*maxCacheAge)
	c.close()
	files, _ := filepath.Glob(filepath.Join(c.dir, "*"))
	for i := range files {
		files[i] = filepath.Base(files[i])
	}
	if got := strings.Join(files, " "); len(files) != 5 || strings.Contains(got, "oud") || strings.Contains(got, "groter") {
		t.Errorf("left: %s", got)
	}
	os.Chmod(c.dir, 0o777)
	if openCache(now) != nil {
		t.Error("a folder in which anybody can write is used")
	}
}
