package room

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/arena"
)

// TestManager opens a room, lets a telephone in, ends without a word and goes on: the telephone is still inside. After
// saving, the next session is a new one.
func TestManager(t *testing.T) {
	folder, private := t.TempDir(), t.TempDir()
	day, _ := journeys.Moment("2026-11-22")
	var kept arena.Saved
	manager := func() *Manager {
		return New(Options{Lang: "nl", Private: private, Pages: fstest.MapFS{"guest.html": {Data: []byte("binnen")}}, Now: clock,
			Addresses: func() []string { return nil },
			Journey: func(string) (Subject, error) {
				j, _ := journeys.Parse("klantreis.yaml", []byte(journey))
				return Subject{Source: []byte(journey), Folder: folder, Plan: arena.PlanOf(j, day), Steps: []api.RoomStep{{ID: "wachten", Phase: 1}}}, nil
			},
			Keep: func(_ string, _ []byte, saved arena.Saved) error { kept = saved; return nil }})
	}
	call := func(m *Manager, method, path string, body, into any) int {
		text, _ := json.Marshal(body)
		w := httptest.NewRecorder()
		m.ServeHTTP(w, httptest.NewRequest(method, path, bytes.NewReader(text)))
		if into != nil {
			if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
				t.Fatalf("%s: %s", path, w.Body)
			}
		}
		return w.Code
	}
	m := manager()
	if code := call(m, "GET", "/api/room", nil, nil); code != http.StatusNotFound {
		t.Errorf("a room that is not open: %d", code)
	}
	var fault api.Fault
	if code := call(m, "POST", "/api/room/open", api.RoomOpen{Path: "klantreis.yaml", Address: "192.0.2.1"}, &fault); code != 422 || fault.Message == "" {
		t.Errorf("an address that is not ours: %d", code)
	}
	var room api.Room
	if code := call(m, "POST", "/api/room/open", api.RoomOpen{Path: "klantreis.yaml", Address: "127.0.0.1"}, &room); code != 200 || len(room.Steps) != 2 || room.Steps[1].Phase != 1 {
		t.Fatalf("%d %+v", code, room)
	}
	if code := call(m, "POST", "/api/room/open", api.RoomOpen{Path: "anders.yaml", Address: "127.0.0.1"}, &fault); code != 422 {
		t.Errorf("a second room: %d", code)
	}
	p := &telephone{t: t, client: &http.Client{}, base: strings.TrimSuffix(room.Address, "/"+room.Code+"/")}
	text, _ := json.Marshal(api.Joining{Key: "0123456789abcdef", Role: "klant"})
	r, _ := http.NewRequest("POST", room.Address+"api/join", bytes.NewReader(text))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", p.base)
	answer, err := p.client.Do(r)
	if err != nil || answer.StatusCode != 200 {
		t.Fatal(answer, err)
	}
	cookie := answer.Cookies()[0]
	call(m, "POST", "/api/room/do", api.Sending{Deeds: []api.Deed{{Kind: "ronde", Round: "vertellen"}, {Kind: "briefje", ID: "a", Step: "wachten", Nature: "tip", Text: "Een tip"}}}, nil)
	before := room
	call(m, "GET", "/api/room", nil, &before)
	m.open.server.Close() // the machine stops

	m = manager()
	call(m, "POST", "/api/room/open", api.RoomOpen{Path: "klantreis.yaml", Address: "127.0.0.1"}, &room)
	if room.Code != before.Code || room.Address != before.Address || room.Customers != 1 || len(room.Cards) != 1 || room.Guest.Round != "vertellen" {
		t.Errorf("after a restart: %+v", room)
	}
	r, _ = http.NewRequest("GET", room.Address+"api/hello", nil)
	r.AddCookie(cookie)
	var hello api.Hello
	if answer, err = p.client.Do(r); err == nil {
		err = json.NewDecoder(answer.Body).Decode(&hello)
	}
	if err != nil || !hello.Inside || hello.Own.Role != "klant" {
		t.Errorf("%+v %v", hello, err)
	}
	if code := call(m, "POST", "/api/room/save", api.RoomChoice{}, nil); code != 200 || kept.Source == "" {
		t.Errorf("%d", code)
	}
	call(m, "POST", "/api/room/close", nil, nil)
	call(m, "POST", "/api/room/open", api.RoomOpen{Path: "klantreis.yaml", Address: "127.0.0.1"}, &room)
	if room.Customers != 0 || room.Code == before.Code {
		t.Error("a session that was saved went on")
	}
	if err := m.Close(); err != nil {
		t.Error(err)
	}
	logs, _ := os.ReadDir(filepath.Join(folder, logFolder))
	if len(logs) != 3 {
		t.Errorf("%v", logs)
	}
}

// TestStreamEnds: who looks at a klantarena hears that it was closed, because the stream ends.
func TestStreamEnds(t *testing.T) {
	folder := t.TempDir()
	m := New(Options{Lang: "nl", Private: t.TempDir(), Pages: fstest.MapFS{}, Now: clock,
		Journey: func(string) (Subject, error) {
			j, _ := journeys.Parse("klantreis.yaml", []byte(journey))
			day, _ := journeys.Moment("2026-11-22")
			return Subject{Source: []byte(journey), Folder: folder, Plan: arena.PlanOf(j, day)}, nil
		}})
	if _, err := m.Begin(api.RoomOpen{Path: "klantreis.yaml", Address: "127.0.0.1"}); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(m)
	defer server.Close()
	r, err := http.Get(server.URL + "/api/room/events")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(r.Body); err != nil { // it would wait for ever
		t.Error(err)
	}
}
