package workspace

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

// TestWatch tells windows of what happens on disk, and not of what they did themselves.
func TestWatch(t *testing.T) {
	d := openDesk(t, nil)
	events := d.listen("een", "")
	name := filepath.Join(d.folder, "reis", "klantreis.yaml")

	write(t, name, "klantreis: Elders gewijzigd\n")
	if e := next(t, events, "disk"); e.Path != reis || e.Version != version([]byte("klantreis: Elders gewijzigd\n")) {
		t.Errorf("%+v", e)
	}
	// The same size within the same tick of the clock.
	before, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	write(t, name, "klantreis: Elders gewijzigT\n")
	if err := os.Chtimes(name, time.Time{}, before.ModTime()); err != nil {
		t.Fatal(err)
	}
	if e := next(t, events, "disk"); e.Version != version([]byte("klantreis: Elders gewijzigT\n")) {
		t.Errorf("%+v", e)
	}
	write(t, filepath.Join(d.folder, "nieuw", "klantreis.yaml"), small)
	next(t, events, "journeys")
	cards := ask[api.Cards](d, "GET", "/api/journeys", nil, http.StatusOK)
	if len(cards.Journeys) != 2 || cards.Journeys[0].Path != "nieuw/klantreis.yaml" {
		t.Errorf("%+v", cards)
	}
	os.RemoveAll(filepath.Join(d.folder, "nieuw"))
	if e := next(t, events, "disk"); e.Path != "nieuw/klantreis.yaml" || e.Version != "" {
		t.Errorf("%+v", e)
	}

	other := d.listen("twee", "")
	time.Sleep(100 * time.Millisecond)
	for len(events) > 0 {
		<-events
	}
	file := d.open(reis)
	r := d.do(request{method: "PUT", path: "/api/file", extra: windowHeader + ": een",
		body: `{"path":"reis/klantreis.yaml","text":"klantreis: Van venster een\n","base":"` + file.Version + `"}`})
	if r.status != http.StatusOK {
		t.Fatalf("%d %s", r.status, r.body)
	}
	if e := next(t, other, "disk"); e.Version != version([]byte("klantreis: Van venster een\n")) {
		t.Errorf("%+v", e)
	}
	silent(t, events, "disk")
	silent(t, other, "disk") // once is enough
}

// TestReconnect gives a window what it missed, or tells everything anew.
func TestReconnect(t *testing.T) {
	d := openDesk(t, nil)
	for _, path := range []string{"a", "b", "c"} {
		d.hub.send(api.Event{Kind: "counted", Path: path})
	}
	events := d.listen("x", "2")
	if e := next(t, events, "counted"); e.Path != "c" {
		t.Errorf("%+v", e)
	}
	silent(t, events, "counted")
	events = d.listen("x", "4000") // of an earlier run
	if e := next(t, events, "disk"); e.Path != reis || e.Version != version([]byte(small)) {
		t.Errorf("%+v", e)
	}
	next(t, events, "journeys")
	for range 2 * keptEvents {
		d.hub.send(api.Event{Kind: "counted"})
	}
	next(t, d.listen("x", "1"), "journeys")
	if n := len(d.hub.kept); n != keptEvents {
		t.Errorf("%d events are kept", n)
	}
}

// TestEnds stops with the button, and when nobody is there; not while something waits.
func TestEnds(t *testing.T) {
	d := openDesk(t, nil)
	events := d.listen("x", "")
	ask[api.Fault](d, "POST", "/api/stop", nil, http.StatusNoContent)
	next(t, events, "stop")
	select {
	case err := <-d.ended:
		if err != nil {
			t.Error(err)
		}
		d.ended <- nil // for the cleanup
	case <-time.After(10 * time.Second):
		t.Fatal("the button does not stop the desk")
	}

	d = openDesk(t, func(o *Options) { o.Idle = 300 * time.Millisecond })
	ask[api.Fault](d, "PUT", "/api/draft", api.Draft{Path: reis, Text: "x"}, http.StatusNoContent)
	select {
	case <-d.ended:
		t.Fatal("it ends although something was typed")
	case <-time.After(time.Second):
	}
	ask[api.Fault](d, "DELETE", "/api/draft?path="+reis, nil, http.StatusNoContent)
	select {
	case <-d.ended:
		d.ended <- nil
	case <-time.After(10 * time.Second):
		t.Fatal("it does not end when nobody is there")
	}
}

// TestSlot gives a folder one desk, and another when that one is gone.
func TestSlot(t *testing.T) {
	private, err := OpenPrivate(t.TempDir(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	slot, ok, err := Take(private)
	if !ok || err != nil {
		t.Fatal(ok, err)
	}
	if err := slot.Tell("http://127.0.0.1:1234/"); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := Take(private); ok || err != nil {
		t.Errorf("a second desk: %v %v", ok, err)
	}
	if address, err := Living(private); address != "http://127.0.0.1:1234/" || err != nil {
		t.Errorf("%q %v", address, err)
	}
	slot.Leave()
	if again, ok, err := Take(private); !ok || err != nil {
		t.Errorf("after it left: %v %v", ok, err)
	} else {
		again.Leave()
	}
	if err := os.Chmod(private, 0o755); err != nil {
		t.Fatal(err)
	}
	config := filepath.Dir(filepath.Dir(filepath.Dir(private)))
	folder := t.TempDir()
	p, err := OpenPrivate(config, folder)
	if err != nil {
		t.Fatal(err)
	}
	os.Chmod(p, 0o755)
	if _, err := OpenPrivate(config, folder); err != ErrNotPrivate {
		t.Errorf("a folder that others can look into: %v", err)
	}
}

// TestRoomKeepsDesk: a desk does not end while the screen of a klantarena is open.
func TestRoomKeepsDesk(t *testing.T) {
	h := newHub()
	h.lastBye = time.Now().Add(-time.Hour)
	inside, goOn := make(chan struct{}), make(chan struct{})
	room := h.withRoom(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { close(inside); <-goOn }))
	done := make(chan struct{})
	go func() { room.ServeHTTP(nil, nil); close(done) }()
	<-inside
	if h.emptyFor() != 0 {
		t.Error("it looks empty while a screen is open")
	}
	close(goOn)
	<-done
	if gone := h.emptyFor(); gone <= 0 || gone > time.Minute {
		t.Errorf("empty for %v after the screen went", gone)
	}
}
