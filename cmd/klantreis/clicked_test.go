package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestClicked tells a double click from a command line, on each system.
func TestClicked(t *testing.T) {
	folder := t.TempDir()
	for _, c := range []struct {
		name string
		how  start
		want bool
	}{
		{"Windows, Explorer", start{system: "windows", args: []string{`C:\k.exe`}, alone: true, terminal: true}, true},
		{"Windows, folder dropped on it", start{system: "windows", args: []string{`C:\k.exe`, folder}, alone: true, terminal: true}, true},
		{"Windows, shell", start{system: "windows", args: []string{"klantreis"}, terminal: true}, false},
		{"Windows, command by a scheduler", start{system: "windows", args: []string{"klantreis", "maak", "x"}, alone: true}, false},
		{"Windows, one command", start{system: "windows", args: []string{"klantreis", "versie"}, alone: true}, false},
		{"macOS, Finder", start{system: "darwin", args: []string{"/Users/a/k"}, terminal: true, folder: "/Users/a", home: "/Users/a"}, true},
		{"macOS, app", start{system: "darwin", args: []string{"/Applications/K.app/k"}, folder: "/", home: "/Users/a"}, true},
		{"macOS, shell", start{system: "darwin", args: []string{"klantreis"}, terminal: true, folder: "/Users/a", home: "/Users/a"}, false},
		{"Linux, file manager", start{system: "linux", args: []string{"/home/a/k"}, desktop: true}, true},
		{"Linux, shell", start{system: "linux", args: []string{"klantreis"}, desktop: true, terminal: true}, false},
		{"Linux, server", start{system: "linux", args: []string{"klantreis"}}, false},
		{"no name", start{system: "linux", desktop: true}, false},
	} {
		if got := c.how.clicked(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestDeskFolder makes Klantreizen among the documents, wherever the desktop says those are.
func TestDeskFolder(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	for _, want := range []string{filepath.Join(home, "Documents", clickedFolder), filepath.Join(home, "Documenten", clickedFolder)} {
		got, err := deskFolder()
		if err != nil || got != want {
			t.Errorf("%q %v, want %q", got, err, want)
		}
		if info, err := os.Stat(got); err != nil || !info.IsDir() {
			t.Errorf("%s was not made", got)
		}
		os.MkdirAll(filepath.Join(home, "config"), 0o755)
		os.WriteFile(filepath.Join(home, "config", "user-dirs.dirs"), []byte("# x\nXDG_DOCUMENTS_DIR=\"$HOME/Documenten\"\n"), 0o644)
	}
	if hasJourney(home) {
		t.Error("a journey where there is none")
	}
	os.MkdirAll(filepath.Join(home, "[reis]"), 0o755)
	os.WriteFile(filepath.Join(home, "[reis]", "klantreis.yaml"), nil, 0o644)
	if !hasJourney(home) {
		t.Error("the journey is not seen")
	}
}
