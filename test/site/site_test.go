package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"klantreis/test/building"
)

const root = "../.."

// TestMain removes what the tests made together.
func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(shared())
	os.Exit(code)
}

// shared is a folder for what is made once for all tests.
var shared = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "klantreis-site-")
	if err != nil {
		panic(err)
	}
	return dir
})

// program is the built binary, alone in its folder.
var program = sync.OnceValues(func() (string, error) {
	bin := filepath.Join(shared(), "bin")
	if err := os.Mkdir(bin, 0o755); err != nil {
		return "", err
	}
	return building.Build(root, bin, building.Here(), "")
})

// gifts are those of the examples, with their pictures.
var gifts = sync.OnceValues(func() (string, error) {
	made, err := program()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(shared(), "gifts")
	if err := makeGifts(made, root, dir); err != nil {
		return "", err
	}
	return dir, takePictures(dir)
})

// built is the site.
var built = sync.OnceValues(func() (string, error) {
	from, err := gifts()
	if err != nil {
		return "", err
	}
	to := filepath.Join(shared(), "site")
	return to, build(root, from, to)
})

// need skips the test loudly without these programs, and fails it where everything must be there.
func need(t *testing.T, programs ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("NOT TESTED: the documentation site: -short")
	}
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip("NOT TESTED: the documentation site: " + err.Error())
		}
	}
}

// TestSameBytes builds the site twice.
func TestSameBytes(t *testing.T) {
	need(t, "hugo", "chromium", "pdftoppm")
	first, err := built()
	if err != nil {
		t.Fatal(err)
	}
	from, err := gifts()
	if err != nil {
		t.Fatal(err)
	}
	second := filepath.Join(t.TempDir(), "site")
	if err := build(root, from, second); err != nil {
		t.Fatal(err)
	}
	one, other := tree(t, first), tree(t, second)
	if len(one) < 60 || len(one) != len(other) {
		t.Errorf("%d files, and then %d", len(one), len(other))
	}
	for name, content := range one {
		if other[name] != content {
			t.Errorf("%s differs between two builds", name)
		}
	}
}

// tree reads all files of a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(name)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
