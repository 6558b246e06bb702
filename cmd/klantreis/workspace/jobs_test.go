package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

// page of ours with scripts in it.
const madePage = "<!doctype html><script>alert(1)</script><script type=\"module\">\nalert('<b>')\n</script><style>b{}</style><p>Hallo"

func withJobs(o *Options) {
	o.Tools.Jobs = map[string]Work{
		"maak": func(_ context.Context, r api.JobRequest, tell func(string, int)) (Result, error) {
			tell("schrijven", 50)
			root, err := os.OpenRoot(o.Folder)
			if err != nil {
				return Result{}, err
			}
			defer root.Close()
			root.MkdirAll("uit/reis", 0o755)
			for name, content := range map[string]string{"advies.pdf": "%PDF-1.7", "presentatie.html": madePage, "k.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "niet-genoemd.pdf": "x", "x.exe": "x"} {
				root.WriteFile("uit/reis/"+name, []byte(content), 0o644)
			}
			return Result{Folder: "uit/reis", Files: []Made{{Name: "advies.pdf", Title: "Advies"}, {Name: "presentatie.html", Title: "Presentatie"}, {Name: "k.svg", Title: "Kaart"}, {Name: "x.exe", Title: "X"}, {Name: "weg.pdf", Title: "Weg"}}}, nil
		},
		"controleer": func(ctx context.Context, _ api.JobRequest, tell func(string, int)) (Result, error) {
			<-ctx.Done()
			return Result{}, ctx.Err()
		},
		"overzicht": func(context.Context, api.JobRequest, func(string, int)) (Result, error) {
			return Result{Problems: []api.Problem{{Message: "zo"}}}, Told{"x", "Dit ging mis."}
		},
	}
}

func (d *desk) job(kind string) string {
	d.t.Helper()
	return ask[api.Job](d, "POST", "/api/jobs", api.JobRequest{Kind: kind, Path: reis}, http.StatusOK).ID
}

func ended(t *testing.T, events <-chan api.Event, id string) api.JobState {
	t.Helper()
	for {
		if e := next(t, events, "job"); e.Job.ID == id && e.Job.Ended {
			return *e.Job
		}
	}
}

// TestJobs makes, fails, cancels and waits.
func TestJobs(t *testing.T) {
	d := openDesk(t, withJobs)
	events := d.listen("x", "")
	state := ended(t, events, d.job("maak"))
	if state.Done != 100 || state.Failed != "" || len(state.Files) != 5 || state.Folder != "uit/reis" {
		t.Errorf("%+v", state)
	}
	if state := ended(t, events, d.job("overzicht")); state.Failed != "Dit ging mis." || len(state.Problems) != 1 {
		t.Errorf("%+v", state)
	}
	waits := d.job("controleer")
	second := d.job("controleer")
	if !d.jobs.busy() {
		t.Error("nothing is going on")
	}
	for range mostWaiting - 1 {
		d.job("controleer")
	}
	for d.do(request{method: "POST", path: "/api/jobs", body: `{"kind":"controleer","path":"` + reis + `"}`}).status == http.StatusOK {
	} // until the queue is full
	ask[api.Fault](d, "DELETE", "/api/jobs?id="+second, nil, http.StatusNoContent)
	ask[api.Fault](d, "DELETE", "/api/jobs?id="+waits, nil, http.StatusNoContent)
	if state := ended(t, events, waits); state.Failed == "" {
		t.Errorf("%+v", state)
	}
	if state := ended(t, events, second); state.Failed == "" {
		t.Errorf("%+v", state)
	}
	ask[api.Fault](d, "DELETE", "/api/jobs?id=x", nil, http.StatusNotFound)
	ask[api.Fault](d, "POST", "/api/jobs", api.JobRequest{Kind: "onbekend", Path: reis}, http.StatusNotImplemented)
	d.jobs.stopAll()
}

// TestMade gives the files of a job, each with what it may do, and no others.
func TestMade(t *testing.T) {
	d := openDesk(t, withJobs)
	events := d.listen("x", "")
	first, second := d.job("maak"), d.job("overzicht")
	ended(t, events, first)
	ended(t, events, second)
	at := "/made/" + first + "/"

	pdf := d.do(request{path: at + "advies.pdf"})
	if pdf.status != http.StatusOK || pdf.header.Get("Content-Type") != "application/pdf" || pdf.header.Get("Content-Disposition") != "inline; filename=advies.pdf" ||
		!strings.Contains(pdf.header.Get("Content-Security-Policy"), "frame-ancestors 'self'") {
		t.Errorf("%d %v", pdf.status, pdf.header)
	}
	deck := d.do(request{path: at + "presentatie.html"})
	policy := deck.header.Get("Content-Security-Policy")
	for _, script := range []string{"alert(1)", "\nalert('<b>')\n"} {
		sum := sha256.Sum256([]byte(script))
		if !strings.Contains(policy, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
			t.Errorf("no hash of %q in %s", script, policy)
		}
	}
	if deck.body != madePage || !strings.Contains(policy, "; sandbox ") || strings.Contains(policy, "allow-same-origin") || strings.Contains(policy, "connect-src") ||
		strings.Contains(strings.Split(policy, "style-src")[0], "unsafe") || !strings.HasPrefix(policy, "default-src 'none'") {
		t.Errorf("%s", policy)
	}
	if svg := d.do(request{path: at + "k.svg"}); !strings.Contains(svg.header.Get("Content-Security-Policy"), "sandbox") || svg.header.Get("Content-Type") != "image/svg+xml" {
		t.Errorf("%v", svg.header)
	}
	// A sandboxed page has no origin: what it would ask is refused.
	if r := d.do(request{path: "/api/start", origin: "null"}); r.status != http.StatusForbidden {
		t.Errorf("a sandboxed page reads: %d", r.status)
	}

	outside := filepath.Join(t.TempDir(), "geheim.pdf")
	write(t, outside, "GEHEIM")
	target := filepath.Join(d.folder, "uit", "reis", "advies.pdf")
	os.Remove(target)
	if err := os.Symlink(outside, target); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{at + "advies.pdf", at + "niet-genoemd.pdf", at + "x.exe", at + "weg.pdf", at, at + "..%2f..%2freis%2fklantreis.yaml", at + "%2e%2e", at + "..%5cx.pdf",
		"/made/" + second + "/presentatie.html", "/made/x/presentatie.html", "/made//presentatie.html", at + "presentatie.html/", at + "PRESENTATIE.HTML", at + "presentatie.html%00"} {
		if r := d.do(request{path: path}); r.status < 300 || strings.Contains(r.body, "GEHEIM") {
			t.Errorf("%s: %d", path, r.status)
		}
	}
	for range keptJobs + 1 {
		ended(t, events, d.job("overzicht"))
	}
	if r := d.do(request{path: at + "presentatie.html"}); r.status != http.StatusNotFound {
		t.Errorf("of a job long ago: %d", r.status)
	}
}

// TestFrames serves the whole pages of a live view from an address of their own.
func TestFrames(t *testing.T) {
	n := 0
	d := openDesk(t, func(o *Options) {
		o.Tools.Render = func(context.Context, api.RenderRequest) (api.Rendering, error) {
			n++
			return api.Rendering{Parts: []api.Part{{ID: "a", Kind: "frame", Hash: fmt.Sprint("h", n), Content: madePage}, {ID: "b", Kind: "svg", Hash: "s", Content: "<svg/>"}}}, nil
		}
	})
	var out api.Rendering
	for range mostFrames + 2 {
		out = ask[api.Rendering](d, "POST", "/api/render", api.RenderRequest{Path: reis}, http.StatusOK)
	}
	if out.Parts[0].Content != fmt.Sprint("/frame/h", n) || out.Parts[1].Content != "<svg/>" {
		t.Fatalf("%+v", out)
	}
	r := d.do(request{path: out.Parts[0].Content})
	if r.status != http.StatusOK || r.body != madePage+"<script>"+frameScript+"</script>" || !strings.Contains(r.header.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("%d %v", r.status, r.header)
	}
	if r := d.do(request{path: "/frame/h1"}); r.status != http.StatusNotFound {
		t.Errorf("the oldest frame: %d", r.status)
	}
}

// TestDrops keeps a dropped file for this user, and for as long as it is asked for.
func TestDrops(t *testing.T) {
	var seen []Upload
	d := openDesk(t, func(o *Options) {
		o.Tools.Drop = func(_ context.Context, u Upload) (api.Dropped, error) {
			seen = append(seen, u)
			if u.Name == "stuk.csv" {
				return api.Dropped{}, Told{"x", "Dit is geen bestand met signalen."}
			}
			return api.Dropped{Name: u.Name}, nil
		}
		o.Tools.Add = func(_ context.Context, u Upload, q api.DropAdd) (api.Edited, error) {
			return api.Edited{Text: u.Name}, nil
		}
	})
	drop := func(name string) response {
		return d.do(request{method: "POST", path: "/api/drop?name=" + name, body: "a;b\n1;2\n", kind: "application/octet-stream"})
	}
	if r := drop("kcc%20mei.CSV"); r.status != http.StatusOK || seen[0].Name != "kcc mei.CSV" || filepath.Ext(seen[0].Disk) != ".csv" {
		t.Fatalf("%d %s %+v", r.status, r.body, seen)
	}
	info, err := os.Stat(seen[0].Disk)
	if err != nil || info.Mode().Perm() != 0o600 || !strings.HasPrefix(seen[0].Disk, d.private) {
		t.Errorf("%v %v", info, err)
	}
	add := ask[api.Edited](d, "POST", "/api/drop/add", api.DropAdd{ID: seen[0].ID, Path: reis}, http.StatusOK)
	if add.Text != "kcc mei.CSV" {
		t.Errorf("%+v", add)
	}
	ask[api.Fault](d, "POST", "/api/drop/add", api.DropAdd{ID: "x", Path: reis}, http.StatusNotFound)
	ask[api.Fault](d, "DELETE", "/api/drop?id="+seen[0].ID, nil, http.StatusNoContent)
	if _, err := os.Stat(seen[0].Disk); !os.IsNotExist(err) {
		t.Error("a file that was thrown away is there")
	}
	if r := drop("stuk.csv"); r.status != http.StatusUnprocessableEntity {
		t.Errorf("%d", r.status)
	}
	if _, err := os.Stat(seen[1].Disk); !os.IsNotExist(err) {
		t.Error("a file that could not be read is there")
	}
	for range mostDrops + 1 {
		drop("a.csv")
	}
	if _, err := os.Stat(seen[2].Disk); !os.IsNotExist(err) {
		t.Error("the oldest of many is there")
	}
	d.do(request{method: "POST", path: "/api/stop"})
	select {
	case err := <-d.ended:
		d.ended <- err
	case <-time.After(10 * time.Second):
	}
	if _, err := os.Stat(d.drops.folder); !os.IsNotExist(err) {
		t.Error("dropped files stay after the end")
	}
}
