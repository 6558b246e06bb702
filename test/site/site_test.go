package main

import (
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"klantreis/journeys"
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

// given are the gifts of the examples, made with the command of the README.
var given = sync.OnceValues(func() (string, error) {
	made, err := program()
	if err != nil {
		return "", err
	}
	return makeGifts(made, root, filepath.Join(shared(), "gifts"))
})

// gifts are those with their pictures.
var gifts = sync.OnceValues(func() (string, error) {
	dir, err := given()
	if err != nil {
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

// TestLinks follows every link of every page: to a file that is there, and to a heading in it.
func TestLinks(t *testing.T) {
	need(t, "hugo", "chromium", "pdftoppm")
	dir, err := built()
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, dir)
	type reference struct{ from, to string }
	var all []reference
	ids := map[string]map[string]bool{}
	for name, content := range files {
		if !strings.HasSuffix(name, ".html") || strings.HasPrefix(name, "voorbeelden/") && name != "voorbeelden/galerij.html" {
			continue // what the program made has tests of its own
		}
		ids[name] = map[string]bool{}
		page, err := html.Parse(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for n := range page.Descendants() {
			for _, a := range n.Attr {
				switch {
				case a.Key == "id" && ids[name][a.Val]:
					t.Errorf("%s: the id %q stands there twice", name, a.Val)
				case a.Key == "id":
					ids[name][a.Val] = true
				case a.Key == "href" || a.Key == "src" || a.Key == "action":
					all = append(all, reference{name, a.Val})
				}
			}
		}
	}
	followed := 0
	for _, r := range all {
		to, err := url.Parse(r.to)
		if err != nil {
			t.Errorf("%s: %v", r.from, err)
			continue
		}
		if to.Scheme != "" {
			if to.Scheme == "data" || to.Scheme == "https" {
				continue
			}
			t.Errorf("%s: %s", r.from, r.to)
		}
		file := r.from
		if to.Path != "" {
			file = path.Join(path.Dir(r.from), to.Path)
		}
		if _, there := files[file]; !there {
			t.Errorf("%s: the link %s leads nowhere", r.from, r.to)
		} else if to.Fragment != "" && !ids[file][to.Fragment] {
			t.Errorf("%s: the link %s leads to no heading", r.from, r.to)
		}
		followed++
	}
	if followed < 1500 {
		t.Errorf("only %d links", followed)
	}
}

// TestReferenceHasEveryKey holds the page of keys to the format.
func TestReferenceHasEveryKey(t *testing.T) {
	s := site{}
	s.addReference()
	keys := 0
	var look func(journeys.Shape)
	look = func(shape journeys.Shape) {
		for _, k := range shape.Keys {
			keys++
			if !strings.Contains(s.pages[0].Body, "\n### "+k.Name+"\n\n"+prose(k.Describe().Dutch)+"\n") {
				t.Errorf("the key %q stands not in the reference", k.Name)
			}
			look(k.Shape)
		}
		for _, form := range shape.Or {
			look(form)
		}
		if shape.Items != nil {
			look(*shape.Items)
		}
	}
	look(journeys.FileShape())
	if keys < 100 {
		t.Errorf("only %d keys", keys)
	}
}

// TestInBrowser opens the site from its folder, as somebody who was sent it would.
func TestInBrowser(t *testing.T) {
	need(t, "hugo", "chromium", "pdftoppm", "node", "npm")
	dir, err := built()
	if err != nil {
		t.Fatal(err)
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat("node_modules"); err != nil {
		if said, err := exec.Command("npm", "ci", "--ignore-scripts").CombinedOutput(); err != nil {
			t.Fatalf("npm ci: %v\n%s", err, said)
		}
	}
	cmd := exec.CommandContext(t.Context(), "node", "--test", "site.test.mjs")
	cmd.Env = append(os.Environ(), "SITE="+dir, "CHROMIUM="+chromium)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
}
