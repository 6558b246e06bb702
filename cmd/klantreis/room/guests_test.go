package room

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys/arena"
)

const code = "23456789BC"

// serve opens a room for telephones on this machine.
func serve(t testing.TB) (*Guests, *httptest.Server) {
	t.Helper()
	h := open(t, filepath.Join(t.TempDir(), "arena.log"))
	g := &Guests{Hall: h, Secret: Secret{Code: code, Key: []byte("sleutel")}, Lang: "nl", Policy: "default-src 'self'", Now: clock,
		Pages: fstest.MapFS{"guest.html": {Data: []byte("binnen")}, "door.html": {Data: []byte("deur")}, "guest.js": {Data: []byte("1")}, "secret.txt": {Data: []byte("geheim")}},
		Words: func(err error) string { return err.Error() }}
	server := httptest.NewServer(g.Handler())
	t.Cleanup(server.Close)
	g.Hosts = []string{server.Listener.Addr().String()}
	return g, server
}

// telephone is a browser of a participant.
type telephone struct {
	t      testing.TB
	client *http.Client
	base   string
}

func newTelephone(t testing.TB, s *httptest.Server) *telephone {
	jar, _ := cookiejar.New(nil)
	return &telephone{t, &http.Client{Jar: jar, Transport: s.Client().Transport}, s.URL}
}

func (p *telephone) post(path string, body, into any, change ...func(*http.Request)) int {
	p.t.Helper()
	text, _ := json.Marshal(body)
	r, _ := http.NewRequest("POST", p.base+"/"+code+"/api/"+path, bytes.NewReader(text))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", p.base)
	for _, c := range change {
		c(r)
	}
	answer, err := p.client.Do(r)
	if err != nil {
		p.t.Error(err)
		return 0
	}
	defer answer.Body.Close()
	content, _ := io.ReadAll(answer.Body)
	if into != nil {
		if err := json.Unmarshal(content, into); err != nil && answer.StatusCode == 200 {
			p.t.Errorf("%s: %s", err, content)
		}
	}
	return answer.StatusCode
}

func (p *telephone) get(path string) (int, string) {
	answer, err := p.client.Get(p.base + path)
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close()
	content, _ := io.ReadAll(answer.Body)
	return answer.StatusCode, string(content)
}

func (p *telephone) join(key string) api.Hello {
	p.t.Helper()
	var h api.Hello
	if status := p.post("join", api.Joining{Key: key + "-0123456789abcdef", Role: "klant"}, &h); status != 200 || !h.Inside {
		p.t.Errorf("join: %d %+v", status, h)
	}
	return h
}

func note(key, text string) api.Sending {
	return api.Sending{Deeds: []api.Deed{{Key: "sleutel-" + key, Kind: "briefje", Step: "melden", Nature: "tip", Text: text}}}
}

func TestGuests(t *testing.T) {
	g, server := serve(t)
	p := newTelephone(t, server)
	if status, text := p.get("/2345-6789bc/"); status != 200 || text != "binnen" {
		t.Fatalf("%d %s", status, text)
	}
	if status := p.post("send", note("a", "x"), nil); status != http.StatusForbidden {
		t.Errorf("without coming in: %d", status)
	}
	p.join("een")
	if h := p.join("een"); h.Own.Role != "klant" {
		t.Errorf("%+v", h)
	}
	g.Hall.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling})
	var out api.Sent
	for range 3 { // an answer that was lost
		p.post("send", note("a", "Mail mij op jan@voorbeeld.nl"), &out)
	}
	if len(out.Deeds) != 1 || !out.Deeds[0].Kept || strings.Contains(out.Deeds[0].Text, "voorbeeld") {
		t.Errorf("%+v", out)
	}
	q := newTelephone(t, server)
	q.join("twee")
	q.post("send", note("a", "Een ander briefje met dezelfde sleutel"), &out)
	if v := view(g.Hall); v.Customers != 2 || len(v.Cards) != 2 {
		t.Errorf("%d people, cards %+v", v.Customers, v.Cards)
	}
	q.post("send", api.Sending{Deeds: []api.Deed{{Key: "ronde-ronde", Kind: "ronde", Round: "stemmen"}, {Key: "verberg-12", Kind: "verberg", Note: view(g.Hall).Cards[0].ID, Value: 1},
		{Key: "namens-een", Kind: "gevoel", Who: 1, Step: "melden", Value: 2}}}, &out)
	if out.Deeds[0].Kept || out.Deeds[1].Kept || !out.Deeds[2].Kept {
		t.Errorf("%+v", out)
	}
	g.Hall.Look(func(r *arena.Room) {
		if len(r.Mine(1).Scores) > 0 || len(r.Mine(2).Scores) != 1 {
			t.Error("one participant acted in the name of another")
		}
	})
}

// TestGuestsAttacked tries what somebody on the same network may try.
func TestGuestsAttacked(t *testing.T) {
	g, server := serve(t)
	p := newTelephone(t, server)
	p.join("een")
	g.Hall.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling})
	for name, change := range map[string]func(*http.Request){
		"another origin":    func(r *http.Request) { r.Header.Set("Origin", "http://boos.example") },
		"no origin":         func(r *http.Request) { r.Header.Del("Origin") },
		"a form":            func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") },
		"another site":      func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"rebinding":         func(r *http.Request) { r.Host = "boos.example" },
		"a made-up cookie":  func(r *http.Request) { r.Header.Set("Cookie", cookieName+"=2.AAAA") },
		"somebody's number": func(r *http.Request) { r.Header.Set("Cookie", cookieName+"=1") },
	} {
		fresh := newTelephone(t, server)
		if name != "a made-up cookie" && name != "somebody's number" {
			fresh = p
		}
		want := http.StatusForbidden
		if name == "rebinding" {
			want = http.StatusMisdirectedRequest
		}
		if status := fresh.post("send", note(name+"-------", "x"), nil, change); status != want {
			t.Errorf("%s: %d", name, status)
		}
	}
	if status := p.post("send", note("groot-------", strings.Repeat("x", bodyLimit)), nil); status != http.StatusRequestEntityTooLarge {
		t.Errorf("a large body: %d", status)
	}
	for _, path := range []string{"/" + code + "/secret.txt", "/" + code + "/..%2fhall.go", "/" + code + "/%2e%2e/x.js", "/" + code + "/C:\\x.js", "/secret.txt"} {
		if _, text := p.get(path); strings.Contains(text, "geheim") || strings.Contains(text, "package") {
			t.Errorf("%s gives %q", path, text)
		}
	}
	if v := view(g.Hall); len(v.Cards) != 0 {
		t.Errorf("%+v", v.Cards)
	}
	// Guessing codes: after a few tries not even the right one tells that it is right.
	thief := newTelephone(t, server)
	for n := range 30 {
		status, text := thief.get(fmt.Sprintf("/2222222%03d/", n))
		if text == "binnen" || n > wrongPerMin && status != http.StatusTooManyRequests {
			t.Fatalf("try %d: %d", n, status)
		}
	}
	if status, _ := thief.get("/" + code + "/"); status != http.StatusTooManyRequests {
		t.Errorf("the right code after many wrong ones: %d", status)
	}
}

func TestTooFast(t *testing.T) {
	g, server := serve(t)
	p := newTelephone(t, server)
	p.join("een")
	g.Hall.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling})
	var deeds api.Sending
	for n := range mostDeeds {
		deeds.Deeds = append(deeds.Deeds, api.Deed{Key: fmt.Sprintf("sleutel%04d", n), Kind: "gevoel", Step: "melden", Value: float64(n % 3)})
	}
	var out api.Sent
	p.post("send", deeds, &out)
	for i := range deeds.Deeds {
		deeds.Deeds[i].Key += "b"
	}
	p.post("send", deeds, &out)
	if last := out.Deeds[len(out.Deeds)-1]; last.Kept || !last.Again {
		t.Errorf("%+v", last)
	}
	if status := p.post("send", api.Sending{Deeds: make([]api.Deed, mostDeeds+1)}, nil); status != http.StatusRequestEntityTooLarge {
		t.Errorf("%d", status)
	}
}

// TestStream: who listens hears of a new round.
func TestStream(t *testing.T) {
	g, server := serve(t)
	p := newTelephone(t, server)
	p.join("een")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	r, _ := http.NewRequestWithContext(ctx, "GET", server.URL+"/"+code+"/api/events", nil)
	answer, err := p.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	next := func() (n api.Guest) {
		for lines.Scan() {
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				json.Unmarshal([]byte(text), &n)
				return n
			}
		}
		return n
	}
	if n := next(); n.Round != "welkom" {
		t.Errorf("%+v", n)
	}
	g.Hall.Do(arena.Event{Kind: arena.Turn, Round: arena.Voting})
	if n := next(); n.Round != "stemmen" {
		t.Errorf("%+v", n)
	}
}
