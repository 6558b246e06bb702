package workspace

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

const reis = "reis/klantreis.yaml"

func (d *desk) open(path string) api.File {
	d.t.Helper()
	return ask[api.File](d, "GET", "/api/file?path="+path, nil, http.StatusOK)
}

func (d *desk) disk(path string) string {
	d.t.Helper()
	content, err := os.ReadFile(filepath.Join(d.folder, filepath.FromSlash(path)))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(content)
}

// leftovers are files that are being written, or were left by that.
func (d *desk) leftovers() (found []string) {
	filepath.WalkDir(d.folder, func(path string, e os.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(e.Name(), ".") {
			found = append(found, path)
		}
		return nil
	})
	return found
}

// TestSave writes what was typed, and nothing else changes: who may read it, how lines end, where a link leads.
func TestSave(t *testing.T) {
	d := openDesk(t, nil)
	name := filepath.Join(d.folder, "reis", "klantreis.yaml")
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	file := d.open(reis)
	saved := ask[api.Saved](d, "PUT", "/api/file", api.Save{Path: reis, Text: file.Text + "# meer\n", Base: file.Version}, http.StatusOK)
	if d.disk(reis) != small+"# meer\n" || saved.Version != version([]byte(small+"# meer\n")) {
		t.Errorf("on disk: %q", d.disk(reis))
	}
	if info, _ := os.Stat(name); info.Mode().Perm() != 0o640 && runtime.GOOS != "windows" {
		t.Errorf("mode %v", info.Mode())
	}

	for _, c := range []struct{ name, old, typed, want string }{
		{"CRLF", "klantreis: A\r\nfasen:\r\n- fase: B\r\n", "klantreis: A\nfasen:\n- fase: B\n- fase: C\n", "klantreis: A\r\nfasen:\r\n- fase: B\r\n- fase: C\r\n"},
		{"mixed", "klantreis: A\r\nx-a: 1\nx-b: 2\r\n", "klantreis: A\nx-a: 1\nx-c: 3\nx-b: 2\n", "klantreis: A\r\nx-a: 1\nx-c: 3\r\nx-b: 2\r\n"},
		{"no end", "klantreis: A\r\nx-a: 1", "klantreis: B\nx-a: 1", "klantreis: B\r\nx-a: 1"},
		{"end added", "klantreis: A\r\nx-a: 1", "klantreis: A\nx-a: 1\n", "klantreis: A\r\nx-a: 1\r\n"},
		{"LF", "klantreis: A\nx-a: 1\n", "klantreis: A\n", "klantreis: A\n"},
		{"mark", "\ufeffklantreis: A\r\n", "\ufeffklantreis: B\n", "\ufeffklantreis: B\r\n"},
	} {
		write(t, name, c.old)
		file := d.open(reis)
		if strings.Contains(file.Text, "\r") {
			t.Errorf("%s: the page gets %q", c.name, file.Text)
		}
		ask[api.Saved](d, "PUT", "/api/file", api.Save{Path: reis, Text: c.typed, Base: file.Version}, http.StatusOK)
		if d.disk(reis) != c.want {
			t.Errorf("%s: %q, want %q", c.name, d.disk(reis), c.want)
		}
		again := d.open(reis)
		ask[api.Saved](d, "PUT", "/api/file", api.Save{Path: reis, Text: again.Text, Base: again.Version}, http.StatusOK)
		if d.disk(reis) != c.want {
			t.Errorf("%s: saving the same changes it to %q", c.name, d.disk(reis))
		}
	}

	write(t, filepath.Join(d.folder, "echt.yaml"), small)
	if err := os.Symlink("../echt.yaml", filepath.Join(d.folder, "reis", "link.yaml")); err != nil {
		t.Fatal(err)
	}
	linked := d.open("reis/link.yaml")
	ask[api.Saved](d, "PUT", "/api/file", api.Save{Path: "reis/link.yaml", Text: "klantreis: Via de link\n", Base: linked.Version}, http.StatusOK)
	if d.disk("echt.yaml") != "klantreis: Via de link\n" {
		t.Error("the file behind the link was not written")
	}
	if info, err := os.Lstat(filepath.Join(d.folder, "reis", "link.yaml")); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}

	os.Chmod(name, 0o444)
	now := d.open(reis)
	ask[api.Fault](d, "PUT", "/api/file", api.Save{Path: reis, Text: "x", Base: now.Version}, http.StatusForbidden)
	write(t, filepath.Join(d.folder, "oud.yaml"), "klantreis: Caf\xe9\n")
	ask[api.Fault](d, "GET", "/api/file?path=oud.yaml", nil, http.StatusUnprocessableEntity)
	if left := d.leftovers(); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// TestConflict refuses to write over what somebody else wrote, and tells what that is.
func TestConflict(t *testing.T) {
	d := openDesk(t, nil)
	name := filepath.Join(d.folder, "reis", "klantreis.yaml")
	file := d.open(reis)
	write(t, name, "klantreis: Van een ander\r\n")
	c := ask[api.Conflict](d, "PUT", "/api/file", api.Save{Path: reis, Text: "klantreis: Van mij\n", Base: file.Version}, http.StatusConflict)
	if c.Text != "klantreis: Van een ander\n" || c.Version != version([]byte("klantreis: Van een ander\r\n")) || d.disk(reis) != "klantreis: Van een ander\r\n" {
		t.Errorf("%+v; on disk %q", c, d.disk(reis))
	}
	ask[api.Saved](d, "PUT", "/api/file", api.Save{Path: reis, Text: "klantreis: Van mij\n", Base: c.Version}, http.StatusOK)

	file = d.open(reis)
	os.Remove(name)
	gone := ask[api.Conflict](d, "PUT", "/api/file", api.Save{Path: reis, Text: "klantreis: Van mij\n", Base: file.Version}, http.StatusConflict)
	if gone.Version != "" || gone.Text != "" {
		t.Errorf("a file that is gone: %+v", gone)
	}
	ask[api.Saved](d, "PUT", "/api/file", api.Save{Path: reis, Text: "klantreis: Van mij\n", Base: ""}, http.StatusOK)
	ask[api.Conflict](d, "PUT", "/api/file", api.Save{Path: reis, Text: "klantreis: Nog eens\n", Base: ""}, http.StatusConflict)

	// Of two windows that save at the same moment, one wins and the other hears of it.
	for round := range 20 {
		file := d.open(reis)
		statuses := make(chan int, 4)
		var group sync.WaitGroup
		for i := range 4 {
			group.Go(func() {
				body := fmt.Sprintf(`{"path":"%s","text":"klantreis: Ronde %d venster %d\n","base":"%s"}`, reis, round, i, file.Version)
				statuses <- d.do(request{method: "PUT", path: "/api/file", body: body}).status
			})
		}
		group.Wait()
		close(statuses)
		won := 0
		for s := range statuses {
			if s == http.StatusOK {
				won++
			} else if s != http.StatusConflict {
				t.Errorf("status %d", s)
			}
		}
		if won != 1 {
			t.Errorf("round %d: %d windows won", round, won)
		}
	}
}

// TestDrafts keeps what was typed until it is saved.
func TestDrafts(t *testing.T) {
	d := openDesk(t, nil)
	file := d.open(reis)
	if file.Draft != nil {
		t.Fatal("a draft of nobody")
	}
	draft := api.Draft{Path: reis, Text: "klantreis: Half getyp", Base: file.Version}
	ask[api.Fault](d, "PUT", "/api/draft", draft, http.StatusNoContent)
	if got := d.open(reis).Draft; got == nil || *got != draft {
		t.Errorf("the draft is %+v", got)
	}
	if cards := ask[api.Cards](d, "GET", "/api/journeys", nil, http.StatusOK); !cards.Journeys[0].Draft {
		t.Error("the card does not tell of the draft")
	}
	entries, _ := os.ReadDir(d.drafts.folder())
	if info, err := entries[0].Info(); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("the draft may be read by others: %v", info.Mode())
	}
	if d.disk(reis) != small {
		t.Error("a draft was written into the journey")
	}
	// Another window saved an older text: what was typed since stays.
	ask[api.Saved](d, "PUT", "/api/file", api.Save{Path: reis, Text: "klantreis: Ouder\n", Base: file.Version}, http.StatusOK)
	if got := d.open(reis); got.Draft == nil || got.Draft.Base == got.Version {
		t.Errorf("the draft of the other window is gone: %+v", got)
	}
	now := d.open(reis)
	ask[api.Saved](d, "PUT", "/api/file", api.Save{Path: reis, Text: draft.Text, Base: now.Version}, http.StatusOK)
	if got := d.open(reis).Draft; got != nil {
		t.Errorf("the draft stays after saving: %+v", got)
	}
	ask[api.Fault](d, "PUT", "/api/draft", draft, http.StatusNoContent)
	ask[api.Fault](d, "DELETE", "/api/draft?path="+reis, nil, http.StatusNoContent)
	ask[api.Fault](d, "DELETE", "/api/draft?path="+reis, nil, http.StatusNoContent)
	if d.drafts.any() {
		t.Error("the draft stays after it was thrown away")
	}
}

// TestDraftSurvivesKill kills a desk in the middle of typing, with no chance to tidy up.
func TestDraftSurvivesKill(t *testing.T) {
	if folder := os.Getenv("DESK_TO_KILL"); folder != "" { // the program that is killed
		s, err := Open(Options{Folder: folder, Private: os.Getenv("DESK_PRIVATE"), Lang: "nl"})
		if err != nil {
			panic(err)
		}
		os.WriteFile(filepath.Join(os.Getenv("DESK_PRIVATE"), "poort"), []byte(s.Address()), 0o600)
		s.Serve(context.Background())
		return
	}
	d := openDesk(t, nil) // lends its folders and its browser
	cmd := exec.Command(os.Args[0], "-test.run=^TestDraftSurvivesKill$")
	cmd.Env = append(os.Environ(), "DESK_TO_KILL="+d.folder, "DESK_PRIVATE="+d.private)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	killed := false
	defer func() {
		if !killed {
			cmd.Process.Kill()
			cmd.Wait()
		}
	}()
	var address string
	for end := time.Now().Add(20 * time.Second); address == "" && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		content, _ := os.ReadFile(filepath.Join(d.private, "poort"))
		address = string(content)
	}
	token, err := Door(d.private)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.Get(address + "?sleutel=" + token)
	if err != nil {
		t.Fatal(err)
	}
	cookie, _, _ := strings.Cut(r.Header.Get("Set-Cookie"), ";")
	q, _ := http.NewRequest("PUT", address+"api/draft", strings.NewReader(`{"path":"reis/klantreis.yaml","text":"klantreis: Net getypt","base":"x"}`))
	q.Header.Set("Cookie", cookie)
	q.Header.Set("Origin", strings.TrimSuffix(address, "/"))
	q.Header.Set("Content-Type", "application/json")
	if r, err = http.DefaultClient.Do(q); err != nil || r.StatusCode != http.StatusNoContent {
		t.Fatalf("the draft was not taken: %v %v", err, r)
	}
	cmd.Process.Kill()
	cmd.Wait()
	killed = true
	if got := d.open(reis).Draft; got == nil || got.Text != "klantreis: Net getypt" {
		t.Errorf("after the kill the draft is %+v", got)
	}
}

// TestSweep removes what a killed run was writing, and nothing else.
func TestSweep(t *testing.T) {
	folder := t.TempDir()
	past := time.Now().Add(-2 * asideTime)
	for _, name := range []string{".klantreis-abc.half", ".klantreis-nieuw", "klantreis.yaml.half"} {
		write(t, filepath.Join(folder, name), "x")
		os.Chtimes(filepath.Join(folder, name), past, past)
	}
	write(t, filepath.Join(folder, ".klantreis-nu.half"), "x")
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	sweep(root, []string{"."})
	var left []string
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if strings.Join(left, " ") != ".klantreis-nieuw .klantreis-nu.half klantreis.yaml.half" {
		t.Errorf("left: %v", left)
	}
}
