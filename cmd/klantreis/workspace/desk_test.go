package workspace

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

// desk is a server that listens, and a browser that it let in.
type desk struct {
	*Server
	t       *testing.T
	folder  string
	private string
	jar     string // the cookie
	ended   chan error
}

// openDesk opens a desk on a folder with one journey. Options may be changed before it begins.
func openDesk(t *testing.T, change func(*Options)) *desk {
	t.Helper()
	folder, private := t.TempDir(), t.TempDir()
	write(t, filepath.Join(folder, "reis", "klantreis.yaml"), small)
	o := Options{Folder: folder, Private: private, Lang: "nl", Look: 20 * time.Millisecond}
	if change != nil {
		change(&o)
	}
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	d := &desk{Server: s, t: t, folder: folder, private: private, ended: make(chan error, 1)}
	go func() { d.ended <- s.Serve(ctx) }()
	t.Cleanup(func() {
		cancel()
		select {
		case <-d.ended:
		case <-time.After(10 * time.Second):
			t.Error("the desk does not end")
		}
	})
	d.jar = d.enter()
	return d
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// enter swaps a token for a cookie.
func (d *desk) enter() string {
	d.t.Helper()
	token, err := Door(d.private)
	if err != nil {
		d.t.Fatal(err)
	}
	r := d.do(request{path: "/?sleutel=" + url.QueryEscape(token), noCookie: true})
	set := r.header.Get("Set-Cookie")
	if r.status != http.StatusOK || !strings.Contains(set, "HttpOnly") || !strings.Contains(set, "SameSite=Strict") {
		d.t.Fatalf("not let in: %d %q", r.status, set)
	}
	cookie, _, _ := strings.Cut(set, ";")
	return cookie
}

// request is what a test sends; zero values are what the page itself would send.
type request struct {
	method, path, body  string
	host, origin, kind  string
	noCookie, noOrigin  bool
	cookie, site, extra string // extra: Name: value
}

type response struct {
	status int
	body   string
	header http.Header
}

func (d *desk) do(q request) response {
	d.t.Helper()
	if q.method == "" {
		q.method = http.MethodGet
	}
	r, err := http.NewRequest(q.method, strings.TrimSuffix(d.Address(), "/")+q.path, strings.NewReader(q.body))
	if err != nil {
		d.t.Fatal(err)
	}
	if q.host != "" {
		r.Host = q.host
	}
	if q.method != http.MethodGet && !q.noOrigin {
		r.Header.Set("Origin", strings.TrimSuffix(d.Address(), "/"))
	}
	if q.origin != "" {
		r.Header.Set("Origin", q.origin)
	}
	if q.site != "" {
		r.Header.Set("Sec-Fetch-Site", q.site)
	}
	if q.kind == "" && q.body != "" {
		q.kind = "application/json"
	}
	if q.kind != "" {
		r.Header.Set("Content-Type", q.kind)
	}
	if name, value, found := strings.Cut(q.extra, ": "); found {
		r.Header.Set(name, value)
	}
	if q.cookie == "" {
		q.cookie = d.jar
	}
	if !q.noCookie {
		r.Header.Set("Cookie", q.cookie)
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		return response{} // the connection was cut off
	}
	defer answer.Body.Close()
	body, _ := io.ReadAll(answer.Body)
	return response{answer.StatusCode, string(body), answer.Header}
}

// ask sends a value and reads the answer; it wants this status.
func ask[Out any](d *desk, method, path string, in any, want int) (out Out) {
	d.t.Helper()
	q := request{method: method, path: path}
	if in != nil {
		body, err := json.Marshal(in)
		if err != nil {
			d.t.Fatal(err)
		}
		q.body = string(body)
	}
	r := d.do(q)
	if r.status != want {
		d.t.Fatalf("%s %s: %d, want %d: %s", method, path, r.status, want, r.body)
	}
	if r.body != "" {
		if err := json.Unmarshal([]byte(r.body), &out); err != nil {
			d.t.Fatalf("%s %s: %v: %s", method, path, err, r.body)
		}
	}
	return out
}

// listen gives the events of a window from now on.
func (d *desk) listen(window, last string) <-chan api.Event {
	d.t.Helper()
	r, _ := http.NewRequest(http.MethodGet, d.Address()+"api/events?window="+window, nil)
	r.Header.Set("Cookie", d.jar)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if last != "" {
		r.Header.Set("Last-Event-ID", last)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil || answer.StatusCode != http.StatusOK {
		d.t.Fatalf("no events: %v %v", err, answer)
	}
	d.t.Cleanup(func() { answer.Body.Close() })
	events := make(chan api.Event, 100)
	ready := make(chan bool, 1)
	go func() {
		defer close(events)
		scanner := bufio.NewScanner(answer.Body)
		for scanner.Scan() {
			line := scanner.Bytes()
			if bytes.HasPrefix(line, []byte("retry:")) {
				ready <- true
			}
			if data, found := bytes.CutPrefix(line, []byte("data: ")); found {
				var e api.Event
				if json.Unmarshal(data, &e) == nil {
					events <- e
				}
			}
		}
	}()
	select {
	case <-ready:
	case <-time.After(30 * time.Second):
		d.t.Fatal("the stream of events does not begin")
	}
	return events
}

// next waits for an event of a kind.
func next(t *testing.T, events <-chan api.Event, kind string) api.Event {
	t.Helper()
	for {
		select {
		case e, open := <-events:
			if !open {
				t.Fatalf("the stream ended before %s", kind)
			}
			if e.Kind == kind {
				return e
			}
		case <-time.After(30 * time.Second):
			t.Fatalf("no event %s", kind)
		}
	}
}

// silent wants no event of a kind for a while.
func silent(t *testing.T, events <-chan api.Event, kind string) {
	t.Helper()
	for end := time.After(200 * time.Millisecond); ; {
		select {
		case e := <-events:
			if e.Kind == kind {
				t.Fatalf("event %s: %+v", kind, e)
			}
		case <-end:
			return
		}
	}
}
