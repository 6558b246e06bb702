package room

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys/arena"
)

// raw sends bytes as they are, and gives what came back.
func raw(t *testing.T, server *httptest.Server, request string) string {
	t.Helper()
	c, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(10 * time.Second))
	io.WriteString(c, strings.ReplaceAll(request, "HOST", server.Listener.Addr().String()))
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return ""
	}
	defer answer.Body.Close()
	body, _ := io.ReadAll(answer.Body)
	return fmt.Sprintf("%d %s", answer.StatusCode, body)
}

// TestHostSmuggled: no way to write a request makes us answer to another name.
func TestHostSmuggled(t *testing.T) {
	_, server := serve(t)
	for name, c := range map[string]struct{ request, want string }{
		"ours":                 {"GET /" + code + "/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", "200 binnen"},
		"two hosts":            {"GET /" + code + "/ HTTP/1.1\r\nHost: HOST\r\nHost: boos.example\r\nConnection: close\r\n\r\n", "400"},
		"no host":              {"GET /" + code + "/ HTTP/1.0\r\n\r\n", "421"},
		"a name in the line":   {"GET http://boos.example/" + code + "/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", "421"},
		"a forwarded name":     {"GET /" + code + "/ HTTP/1.1\r\nHost: boos.example\r\nX-Forwarded-Host: HOST\r\nConnection: close\r\n\r\n", "421"},
		"a name with ours":     {"GET /" + code + "/ HTTP/1.1\r\nHost: HOST.boos.example\r\nConnection: close\r\n\r\n", "421"},
		"a name in a password": {"GET /" + code + "/ HTTP/1.1\r\nHost: HOST@boos.example\r\nConnection: close\r\n\r\n", "4"},
		"localhost":            {"GET /" + code + "/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "421"},
		"two lengths":          {"POST /" + code + "/api/join HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", "400"},
		"length and chunks":    {"POST /" + code + "/api/join HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nTransfer-Encoding: chunked, identity\r\n\r\n", "501"},
		"a huge header":        {"GET / HTTP/1.1\r\nHost: HOST\r\nX-Groot: " + strings.Repeat("x", 2<<20) + "\r\n\r\n", ""},
	} {
		if got := raw(t, server, c.request); !strings.HasPrefix(got, c.want) || c.want == "" && strings.HasPrefix(got, "200") {
			t.Errorf("%s: %.60s", name, got)
		}
	}
}

// TestGuestsGetTheirPagesOnly: with the real pages, the port of the telephones has those of the telephones and nothing of the
// desk, and none of what the desk answers.
func TestGuestsGetTheirPagesOnly(t *testing.T) {
	g, server := serve(t)
	g.Pages = workspace.GuestPages()
	p := newTelephone(t, server)
	p.join("een")
	for _, inside := range []string{"/", "/" + code + "/"} {
		for _, name := range []string{"index.html", "desk.js", "desk.css", "licenses.txt", "guest.html", "door.html", "room.js", "api/room", "api/room/events", "api/room/do", "api/room/save", "api/start",
			"api/file?path=klantreis.yaml", "api/journeys", "api/events/", "made/1/advies.pdf", "api/room/addresses", ".git/config", "page/desk.js", "./desk.js", "%2e/desk.js", "guest.js/../desk.js", "guest.js%00.html", "GUEST.JS"} {
			if status, text := p.get(inside + name); status == http.StatusOK && !strings.Contains(text, `id="door"`) && !strings.Contains(text, `id="guest"`) {
				t.Errorf("%s%s: %d %.60q", inside, name, status, text)
			}
		}
		for _, name := range guestFiles {
			if status, text := p.get(inside + name); status != http.StatusOK || len(text) < 100 {
				t.Errorf("%s%s: %d", inside, name, status)
			}
		}
	}
	for _, path := range []string{"room/do", "room/open", "room/close", "room/save", "file", "stop"} {
		if status := p.post(path, api.Sending{}, nil); status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
	}
}

// TestBadBodies: what is no sending of ours is refused, and the server goes on.
func TestBadBodies(t *testing.T) {
	g, server := serve(t)
	p := newTelephone(t, server)
	p.join("een")
	for name, body := range map[string]string{
		"nothing": "", "a number": "7", "half": `{"deeds":[`, "deep": strings.Repeat(`{"deeds":[`, 6000), "deeper": strings.Repeat("[", 60000) + strings.Repeat("]", 2000),
		"two": `{"deeds":[]}{"deeds":[]}`, "a number that is none": `{"deeds":[{"key":"12345678","kind":"gevoel","step":"melden","value":1e999}]}`, "a value of another kind": `{"deeds":[{"value":"2"}]}`,
		"too large": `{"deeds":[{"text":"` + strings.Repeat("x", bodyLimit) + `"}]}`,
	} {
		r, _ := http.NewRequest("POST", server.URL+"/"+code+"/api/send", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Origin", server.URL)
		answer, err := p.client.Do(r)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		answer.Body.Close()
		if answer.StatusCode != http.StatusBadRequest && answer.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: %d", name, answer.StatusCode)
		}
	}
	g.Hall.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling})
	for _, kind := range []arena.Kind{arena.Join, arena.Turn, arena.Timer, arena.Pause, arena.Hide, arena.Group, arena.Ungroup, arena.Promise, arena.Drop, arena.Undo, "Ronde", "ronde ", ""} {
		var out api.Sent
		p.post("send", api.Sending{Deeds: []api.Deed{{Key: "sleutel-" + string(kind), Kind: string(kind), Round: "stemmen", Role: "klant", ID: "x", Text: "x", Undoes: 2, Value: 1, Notes: []string{"x"}}}}, &out)
		if len(out.Deeds) != 1 || out.Deeds[0].Kept || out.Deeds[0].Again {
			t.Errorf("a participant did %q: %+v", kind, out)
		}
	}
	if last := 2; view(g.Hall).LastNumber != last {
		t.Errorf("%d events, want %d", view(g.Hall).LastNumber, last)
	}
}

// TestReplayedKeys: the key of somebody's note is of no use to another, the id of a card tells nothing of who wrote it,
// and a cookie cannot be made from another.
func TestReplayedKeys(t *testing.T) {
	g, server := serve(t)
	one, two := newTelephone(t, server), newTelephone(t, server)
	one.join("een")
	two.join("twee")
	g.Hall.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling})
	var first, second api.Sent
	one.post("send", note("geheim", "Van de een"), &first)
	two.post("send", note("geheim", "Van de ander"), &second)
	if !second.Deeds[0].Kept || second.Deeds[0].Text != "Van de ander" {
		t.Errorf("the key of another gives what that one wrote: %+v", second)
	}
	cards := view(g.Hall).Cards
	if len(cards) != 2 || cards[0].ID == cards[1].ID {
		t.Fatalf("%+v", cards)
	}
	for _, c := range cards {
		if len(c.ID) != 43 || strings.Contains(c.ID, " ") || strings.Contains(c.ID, "geheim") {
			t.Errorf("the id of a card tells of its writer: %s", c.ID)
		}
	}
	mine := g.cookie(1)
	for _, forged := range []string{"2" + mine[1:], "1", "1.", "01" + mine[1:], mine[:len(mine)-1], mine + "A", "+" + mine, "9223372036854775808" + mine[1:]} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Cookie", cookieName+"="+forged)
		if who := g.who(r); who != 0 {
			t.Errorf("%s is taken for participant %d", forged, who)
		}
	}
	other := &Guests{Secret: Secret{Code: code, Key: []byte("een andere zaal")}}
	r := httptest.NewRequest("GET", "/", nil)
	r.Header.Set("Cookie", cookieName+"="+other.cookie(1))
	if g.who(r) != 0 {
		t.Error("the cookie of another session lets in")
	}
}

// TestGuessedFromMany: who guesses from many addresses gets nowhere, and shuts nobody out: those of another address, and
// those inside that share one with who guesses.
func TestGuessedFromMany(t *testing.T) {
	g, _ := serve(t)
	host := g.Hosts[0]
	try := func(from, path, cookie string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", path, nil)
		r.Host, r.RemoteAddr = host, from+":5000"
		r.Header.Set("Cookie", cookie)
		w := httptest.NewRecorder()
		g.Handler().ServeHTTP(w, r)
		return w
	}
	for n := range 4000 {
		from := fmt.Sprintf("10.1.%d.%d", n%200, n/1000)
		if w := try(from, fmt.Sprintf("/2222%06d/", n), ""); strings.Contains(w.Body.String(), "binnen") {
			t.Fatalf("a guess was right: %d", n)
		}
	}
	if w := try("10.2.0.1", "/"+code+"/", ""); w.Body.String() != "binnen" {
		t.Errorf("one who knows the code is shut out: %d", w.Code)
	}
	for range wrongPerMin + 1 {
		try("10.3.0.1", "/3333333333/", "")
	}
	if w := try("10.3.0.1", "/"+code+"/", ""); w.Code != http.StatusTooManyRequests {
		t.Errorf("%d", w.Code)
	}
	g.Hall.Do(arena.Event{Kind: arena.Join, Role: arena.Customer})
	if w := try("10.3.0.1", "/"+code+"/", cookieName+"="+g.cookie(1)); w.Code != http.StatusOK {
		t.Errorf("who is inside is shut out by another behind the same router: %d", w.Code)
	}
}

// TestFloods: coming in many times, and many streams at once.
func TestFloods(t *testing.T) {
	g, server := serve(t)
	last := 0
	for n := range joinsPerMin + 5 {
		p := newTelephone(t, server)
		last = p.post("join", api.Joining{Key: fmt.Sprintf("%020d", n), Role: "klant"}, nil)
		p.client.CloseIdleConnections()
	}
	if v := view(g.Hall); last != http.StatusTooManyRequests || v.Customers != joinsPerMin {
		t.Errorf("%d people came in, and the last got %d", v.Customers, last)
	}
	g.limits = limits{}
	p := newTelephone(t, server)
	for _, in := range []api.Joining{{Key: "kort", Role: "klant"}, {Key: strings.Repeat("x", 65), Role: "klant"}, {Key: "0123456789abcdefgh", Role: "baas"}, {Role: "klant"}} {
		if status := p.post("join", in, nil); status == http.StatusOK {
			t.Errorf("%+v came in", in)
		}
	}
	p.join("een")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for n := range mostListeners + 3 {
		r, _ := http.NewRequestWithContext(ctx, "GET", server.URL+"/"+code+"/api/events", nil)
		answer, err := p.client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		if fine := answer.StatusCode == http.StatusOK; fine != (n < mostListeners) {
			t.Errorf("stream %d: %d", n, answer.StatusCode)
		}
	}
}

// TestSlow: who sends a header or a body by drops loses the connection; so does who opens more than one may.
func TestSlow(t *testing.T) {
	g, _ := serve(t)
	server := guestServer(g.Handler())
	if server.ReadHeaderTimeout == 0 || server.ReadTimeout == 0 || server.WriteTimeout == 0 || server.IdleTimeout == 0 || server.MaxHeaderBytes == 0 {
		t.Error("a server without bounds")
	}
	server.ReadHeaderTimeout, server.ReadTimeout = 50*time.Millisecond, 100*time.Millisecond
	inner, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	listener := limited(inner).(*limitedListener)
	go server.Serve(listener)
	defer server.Close()
	host := inner.Addr().String()
	g.Hosts = []string{host}
	for name, begin := range map[string]string{"nothing": "", "half a header": "GET / HTTP/1.1\r\nHost: " + host + "\r\nX-",
		"half a body": "POST /" + code + "/api/join HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"} {
		c, err := net.Dial("tcp", host)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(c, begin)
		c.SetReadDeadline(time.Now().Add(20 * time.Second))
		if _, err := io.ReadAll(c); errors.Is(err, os.ErrDeadlineExceeded) {
			t.Errorf("%s: the connection stays", name)
		}
		c.Close()
	}
	full := limited(nil).(*limitedListener)
	for n := range mostOfOne + 1 {
		if full.enter("10.0.0.1") != (n < mostOfOne) {
			t.Fatalf("connection %d of one address", n)
		}
	}
	for n := range mostConnections {
		full.enter(fmt.Sprint("10.0.1.", n))
	}
	if full.all != mostConnections || full.enter("10.0.0.2") {
		t.Errorf("%d connections", full.all)
	}
	full.leave("10.0.0.1")
	if !full.enter("10.0.0.2") {
		t.Error("a place that came free stays empty")
	}
}

// TestFullDisk: nothing is acknowledged, and the room says why. /dev/full is a disk without room.
func TestFullDisk(t *testing.T) {
	h := open(t, filepath.Join(t.TempDir(), "arena.log"))
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no /dev/full")
	}
	h.journal.file.Close()
	h.journal.file = full
	s := &Stage{Hall: h, Lang: "nl", Words: Words("nl"), Undo: UndoWords("nl"), Now: clock}
	changed := h.Changed()
	for range 2 {
		if _, err := h.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling}); !errors.Is(err, syscall.ENOSPC) || !strings.Contains(s.Words(err), "vol") {
			t.Errorf("%v", err)
		}
	}
	select {
	case <-changed:
	default:
		t.Error("the screen is not told")
	}
	if room := s.room(); !strings.Contains(room.Warning, "vol") {
		t.Errorf("%q", room.Warning)
	}
}

// TestUnwritable: a log that cannot be made or read is told in words, with what to do.
func TestUnwritable(t *testing.T) {
	for err, want := range map[error]string{
		errors.Join(errNoLog, os.ErrPermission): "mag niet schrijven", errors.Join(errNoLog, errLog{7}): "regel 7", errors.Join(errNoLog, os.ErrNotExist): "gaat niet open", errTorn: "midden in het bewaren",
	} {
		if got := Words("nl")(err); !strings.Contains(got, want) {
			t.Errorf("%v: %s", err, got)
		}
		if got := Words("en")(err); got == Words("nl")(err) || got == "" {
			t.Errorf("%v has no English", err)
		}
	}
}
