package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestBlockedGift makes a gift of which one file cannot be replaced: the folder stays as it was, to the
// last byte, and the file is named with what to do.
func TestBlockedGift(t *testing.T) {
	parent := t.TempDir()
	all := func(string) bool { return true }
	make := func(version string, held string, names ...string) error {
		o, err := openOutdir(parent, "reis")
		if err != nil {
			t.Fatal(err)
		}
		defer o.discard()
		o.rename = func(from, to string) error {
			if filepath.Base(to) == held {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: fs.ErrPermission}
			}
			return os.Rename(from, to)
		}
		for _, name := range names {
			if err := o.write(name, []byte(version+name)); err != nil {
				t.Fatal(err)
			}
		}
		_, err = o.commit(all)
		return err
	}
	if err := make("een", "", "a.html", "b.pdf", "c.html", "weg.svg"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(parent, "reis", "a.html"), []byte("van de gebruiker"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := contents(t, parent)
	err := make("twee", "b.pdf", "a.html", "aa.html", "b.pdf", "c.html")
	var held blocked
	if !errors.As(err, &held) || held.name != "b.pdf" {
		t.Fatalf("got %v", err)
	}
	if after := contents(t, parent); !reflect.DeepEqual(after, before) {
		t.Errorf("the folder changed: %v, was %v", after, before)
	}
	told := wordsFor("nl").ioError(err)
	if !strings.Contains(told, filepath.Join("reis", "b.pdf")) || !strings.Contains(told, "maak het cadeautje nog eens") {
		t.Error(told)
	}
	// What is the same need not be replaced, so it may be open.
	if err := make("een", "b.pdf", "b.pdf", "c.html"); err != nil {
		t.Error(err)
	}
	if err := os.Mkdir(filepath.Join(parent, "reis", "d.pdf"), 0o755); err != nil {
		t.Fatal(err)
	}
	before = contents(t, parent)
	err = make("drie", "", "b.pdf", "d.pdf")
	if told := wordsFor("nl").ioError(err); !strings.Contains(told, "d.pdf’ is een map") {
		t.Error(told)
	}
	if after := contents(t, parent); !reflect.DeepEqual(after, before) {
		t.Errorf("the folder changed: %v, was %v", after, before)
	}
}

// contents reads all files below a folder: name → bytes.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		found[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
