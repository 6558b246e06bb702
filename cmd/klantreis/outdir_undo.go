package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// blocked is a file of a gift that cannot be replaced, because another program holds it (a PDF that is
// open in Windows), because it is protected, or because a folder has its name.
type blocked struct {
	dir, name string
	folder    bool
	err       error
}

func (b blocked) Error() string { return filepath.Join(b.dir, b.name) + ": " + b.err.Error() }
func (b blocked) Unwrap() error { return b.err }

func (o *outdir) blockedBy(name string, err error) error {
	return blocked{dir: o.dir, name: name, err: err}
}

// undoing is what puts a folder back as it was.
type undoing []func()

func (u *undoing) add(step func()) { *u = append(*u, step) }

// undo goes back, the last step first.
func (u undoing) undo() {
	for _, step := range slices.Backward(u) {
		step()
	}
}

// move moves one file in.
func (o *outdir) move(name string) error {
	rename := o.rename
	if rename == nil {
		rename = os.Rename
	}
	return rename(filepath.Join(o.stage, name), filepath.Join(o.dir, name))
}

// replacing copies a file that is about to go, and returns what puts it back. Where there is none, that is
// taking the new one away.
func (o *outdir) replacing(name string) (back func(), err error) {
	path, saved := filepath.Join(o.dir, name), filepath.Join(o.stage, ".oud", name)
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return func() { os.Remove(path) }, nil
	}
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(saved), 0o755); err != nil {
		return nil, err
	}
	return func() { os.Rename(saved, path) }, os.WriteFile(saved, content, 0o644)
}
