package live

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/render/words"
)

// bench is a desk over a folder of its own, which counts what is read of it.
type bench struct {
	*Desk
	t      testing.TB
	folder string
	read   atomic.Int64 // bytes of signals
	told   chan string  // paths of which signals were counted
}

// newBench opens a desk over a folder with the given files.
func newBench(t testing.TB, files map[string]string) *bench {
	t.Helper()
	b := &bench{t: t, folder: t.TempDir(), told: make(chan string, 100)}
	for name, text := range files {
		b.write(name, text)
	}
	root, err := os.OpenRoot(b.folder)
	if err != nil {
		t.Fatal(err)
	}
	b.Desk = New(Options{Root: root, Folder: b.folder, Lang: words.Dutch, Counted: func(path string) { b.told <- path }})
	b.over = func(f fs.FS) fs.FS { return countedFolder{f, &b.read} }
	// Files count as changed long ago, so that the cache of counts trusts what it knows of them.
	b.now = func() time.Time { return time.Now().Add(time.Hour) }
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
		root.Close()
	})
	return b
}

// write puts a file in the folder.
func (b *bench) write(name, text string) {
	b.t.Helper()
	path := filepath.Join(b.folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// render gives a view at once, as the first answer to an edit.
func (b *bench) render(path, text, view string) api.Rendering {
	b.t.Helper()
	out, err := b.Render(context.Background(), api.RenderRequest{Path: path, Text: text, View: view, Wide: 1400})
	if err != nil {
		b.t.Fatal(err)
	}
	return out
}

// settled gives a view when all has been counted.
func (b *bench) settled(path, text, view string) api.Rendering {
	b.t.Helper()
	for range 20 {
		out := b.render(path, text, view)
		if !out.Counting {
			return out
		}
		<-b.told
	}
	b.t.Fatal("it never ends to count")
	return api.Rendering{}
}

// countedFolder counts the bytes that are read of its files.
type countedFolder struct {
	fs.FS
	read *atomic.Int64
}

func (f countedFolder) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return file, nil
	}
	return &countedFile{File: file, read: f.read}, nil
}

type countedFile struct {
	fs.File
	read *atomic.Int64
}

func (f *countedFile) Read(b []byte) (int, error) {
	n, err := f.File.Read(b)
	f.read.Add(int64(n))
	return n, err
}

func (f *countedFile) ReadAt(b []byte, at int64) (int, error) {
	n, err := f.File.(interface {
		ReadAt([]byte, int64) (int, error)
	}).ReadAt(b, at)
	f.read.Add(int64(n))
	return n, err
}

// example gives the files of an example, below its name.
func example(t testing.TB, name string) map[string]string {
	t.Helper()
	files := map[string]string{}
	root := filepath.Join("..", "..", "..", "..", "examples")
	err := filepath.WalkDir(filepath.Join(root, name), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		short, _ := filepath.Rel(root, path)
		files[filepath.ToSlash(short)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
