package connect

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
)

func TestOpenKlantPages(t *testing.T) {
	for _, c := range []struct{ contacts, limit, pages int }{{0, 0, 1}, {1, 0, 1}, {500, 0, 1}, {501, 0, 2}, {1700, 0, 4}, {1700, 100, 17}} {
		m := newMock(t, c.contacts)
		m.limit = c.limit
		conn := connector(nil)
		var last Progress
		conn.Watch = func(p Progress) { last = p }
		ids, err := fetched(t, conn, m.address()+"/")
		if err != nil || len(ids) != c.contacts || len(m.asked) != c.pages {
			t.Errorf("%d contacts, %d a page: %d in %d pages, %v", c.contacts, c.limit, len(ids), len(m.asked), err)
		}
		if last != (Progress{Source: "kcc", Read: c.contacts, All: c.contacts}) {
			t.Errorf("progress ends with %+v", last)
		}
		if m.asked[0] != "page=1&pageSize=500" {
			t.Error(m.asked[0])
		}
	}
}

// TestOpenKlantColumns reads what the columns hold, and that staff and customers are not there.
func TestOpenKlantColumns(t *testing.T) {
	m := newMock(t, 20)
	open, err := connector(nil).Open(journeys.Source{Name: "kcc", Connection: m.address()})
	if err != nil {
		t.Fatal(err)
	}
	columns, err := open.Columns(pushdown.From{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
	}
	for _, name := range []string{"uuid", "plaatsgevondenOp", "onderwerp", "inhoud", "kanaal", "vertrouwelijk"} {
		if !slices.Contains(names, name) {
			t.Errorf("no %s in %v", name, names)
		}
	}
	var all strings.Builder
	for range 2 { // the second time anew
		all.Reset()
		if err := open.Fetch(pushdown.From{}, columns, func(cells [][]byte) error {
			fmt.Fprintf(&all, "%s\n", cells)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if strings.Count(all.String(), "\n") != 20 || !strings.Contains(all.String(), "Energietoeslag (wanneer betaald)") || strings.Contains(all.String(), "Piet") {
			t.Error(all.String())
		}
	}
	if len(m.asked) != 2 {
		t.Errorf("asked %d times", len(m.asked))
	}
	stop := fmt.Errorf("genoeg")
	if err := open.Fetch(pushdown.From{}, columns, func([][]byte) error { return stop }); err != stop {
		t.Error(err)
	}
}

// TestOpenKlantShift registers and removes contacts while pages are read.
func TestOpenKlantShift(t *testing.T) {
	m := newMock(t, 1600)
	m.meddle = func(n, page int, _ http.ResponseWriter, _ *http.Request) bool {
		if n == 2 {
			for i := range 30 {
				m.contacts = append([]map[string]any{contact(1601 + i)}, m.contacts...)
			}
		}
		if n == 4 { // the last page is no more
			m.contacts = m.contacts[:1500]
		}
		return false
	}
	ids, err := fetched(t, connector(nil), m.address())
	slices.Sort(ids)
	if n := len(ids); err != nil || n != 1470 || len(slices.Compact(ids)) != n {
		t.Errorf("%d contacts, %v", len(ids), err)
	}
}

// TestOpenKlantSetbacks goes on at the page where it was.
func TestOpenKlantSetbacks(t *testing.T) {
	seconds := func(all ...int) (waits []time.Duration) {
		for _, n := range all {
			waits = append(waits, time.Duration(n)*time.Second)
		}
		return waits
	}
	status := func(code int, header ...string) func(http.ResponseWriter) {
		return func(w http.ResponseWriter) {
			for i := 0; i+1 < len(header); i += 2 {
				w.Header().Set(header[i], header[i+1])
			}
			problem(w, code)
		}
	}
	drop := func(w http.ResponseWriter) {
		w.Header().Set("Content-Length", "100000")
		fmt.Fprint(w, `{"count": 1200, "next": "x", "results": [{"uuid": "a"}`)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
	cut := func(w http.ResponseWriter) { fmt.Fprint(w, `{"count": 1200, "next": "x", "results": [{"uuid": "a"}`) }
	for _, c := range []struct {
		what  string
		page  int
		times int
		bad   func(http.ResponseWriter)
		waits []time.Duration
		code  string
	}{
		{"too many requests", 2, 1, status(429), seconds(1), ""},
		{"so many seconds", 2, 2, status(429, "Retry-After", "7"), seconds(7, 7), ""},
		{"a moment", 1, 1, status(503, "Date", "Fri, 01 Apr 2022 10:00:00 GMT", "Retry-After", "Fri, 01 Apr 2022 10:00:20 GMT"), seconds(20), ""},
		{"a moment without a clock", 1, 1, status(503, "Date", "x", "Retry-After", "morgen"), seconds(1), ""},
		{"an hour", 2, 1, status(429, "Retry-After", "3600"), nil, "api-druk"},
		{"a restart", 3, 3, status(502), seconds(1, 2, 4), ""},
		{"an outage", 3, 99, status(504), seconds(1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60), "api-druk"},
		{"a drop", 2, 2, drop, seconds(1, 2), ""},
		{"no connection left", 2, 99, drop, seconds(1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60), "api-afgebroken"},
		{"none to begin with", 1, 99, drop, seconds(1, 2), "api-weg"},
		{"an answer that ends early", 2, 1, cut, seconds(1), ""},
		{"and every time", 2, 99, cut, seconds(1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60), "api-vreemd"},
		{"a fault of the server", 2, 1, status(500), nil, "api-status"},
	} {
		m := newMock(t, 1200)
		bad := 0
		m.meddle = func(_, page int, w http.ResponseWriter, _ *http.Request) bool {
			if page != c.page || bad >= c.times {
				return false
			}
			bad++
			c.bad(w)
			return true
		}
		var waits []time.Duration
		ids, err := fetched(t, connector(&waits), m.address())
		wantFault(t, c.what, err, c.code)
		if c.code == "" && len(ids) != 1200 {
			t.Errorf("%s: %d contacts", c.what, len(ids))
		}
		if !slices.Equal(waits, c.waits) {
			t.Errorf("%s: waits %v, want %v", c.what, waits, c.waits)
		}
		if pages := 3 + bad; c.code == "" && len(m.asked) != pages {
			t.Errorf("%s: asked %d times, want %d", c.what, len(m.asked), pages)
		}
	}
}

// TestOpenKlantAnswers holds what a server may answer that is no list.
func TestOpenKlantAnswers(t *testing.T) {
	say := func(text string) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) }
	}
	status := func(code int) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) { problem(w, code) }
	}
	for _, c := range []struct {
		what, code string
		answer     func(http.ResponseWriter, *http.Request)
		inside     string
	}{
		{"an unknown token", "api-token-fout", status(401), "KLANTREIS_TOKEN_KCC"},
		{"no right", "api-recht", status(403), "beheerder"},
		{"another address", "api-niet-gevonden", status(404), "/klantinteracties/api/v1"},
		{"a wrong filter", "api-vraag", status(400), "code 400"},
		{"something else", "api-status", status(418), "418"},
		{"a page for people", "api-webpagina", say("<!DOCTYPE html><title>Inloggen</title>"), "webpagina"},
		{"a page that says so", "api-webpagina", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, "Log in")
		}, "webpagina"},
		{"nothing", "api-vreemd", say(""), ""},
		{"a text", "api-vreemd", say("hallo"), ""},
		{"another API", "api-vreemd", say(`{"klantcontacten": []}`), ""},
		{"an array", "api-vreemd", say(`[]`), ""},
		{"results that are none", "api-vreemd", say(`{"count": 1, "results": {"a": 1}}`), ""},
		{"a count that is none", "api-vreemd", say(`{"count": "veel", "results": []}`), ""},
		{"a negative count", "api-vreemd", say(`{"count": -1, "results": []}`), ""},
		{"too deep", "api-vreemd", say(`{"count": 1, "results": [` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + `]}`), ""},
		{"members without end", "api-vreemd", func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, `{"count": 1, "results": [{"uuid": "a"`)
			for i := range 3000 {
				fmt.Fprintf(w, `, "a%d": "b"`, i)
			}
			fmt.Fprint(w, "}]}")
		}, "bladzijde 1"},
		{"too large", "api-te-groot", say(`{"count": 1, "results": [` + strings.Repeat(" ", maxPage) + `]}`), "64 MB"},
		{"without end", "api-herhaalt", say(`{"count": 1, "next": "?page=2", "results": []}`), "bladzijde 5"},
		{"the same again", "api-herhaalt", say(`{"count": 9, "next": "?page=2", "results": [{"uuid": "a", "onderwerp": "A"}]}`), "bladzijde 6"},
		{"the same again, without ids", "api-herhaalt", say(`{"count": 9, "next": "?page=2", "results": [{"onderwerp": "A"}]}`), "bladzijde 6"},
		{"no place", "api-omleiding", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(304) }, "verwijst door."},
	} {
		server := httptest.NewServer(http.HandlerFunc(c.answer))
		_, err := fetched(t, connector(nil), server.URL)
		server.Close()
		wantFault(t, c.what, err, c.code, c.inside)
	}
}

// TestOpenKlantStaysHome plants another server wherever an answer can name one.
func TestOpenKlantStaysHome(t *testing.T) {
	visited := 0
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		visited++
		fmt.Fprint(w, `{"count": 1, "results": [{"uuid": "van elders"}]}`)
	}))
	defer other.Close()
	for _, next := range []string{other.URL + "/klantcontacten?page=2", "https://" + hostOf(t, other.URL), "//" + hostOf(t, other.URL), "?cursor=abc", "%%%"} {
		var pages []string
		m := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if pages = append(pages, r.URL.Query().Get("page")); len(pages) == 1 {
				fmt.Fprintf(w, `{"count": 2, "next": %q, "results": [{"uuid": "a"}]}`, next)
				return
			}
			fmt.Fprint(w, `{"count": 2, "next": null, "results": [{"uuid": "b"}]}`)
		}))
		ids, err := fetched(t, connector(nil), m.URL)
		m.Close()
		if err != nil || strings.Join(ids, " ") != "a b" || strings.Join(pages, " ") != "1 2" {
			t.Errorf("next %s: %v of pages %v, %v", next, ids, pages, err)
		}
	}
	for what, target := range map[string]string{"another server": other.URL, "another scheme": "https://"} {
		m := httptest.NewServer(nil)
		m.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			to := target
			if to == "https://" {
				to += r.Host
			}
			http.Redirect(w, r, to+"/klantcontacten", http.StatusTemporaryRedirect)
		})
		_, err := fetched(t, connector(nil), m.URL)
		m.Close()
		wantFault(t, what, err, "api-omleiding", "verwijst door naar ")
	}
	if visited > 0 {
		t.Errorf("the other server was visited %d times", visited)
	}
	// Within the server a redirect is followed, with the token, but not for ever.
	for _, c := range []struct{ path, code string }{{"/klantcontacten", ""}, {"/rond/klantcontacten", "api-omleiding"}} {
		m := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case r.URL.Path == "/klantcontacten/" && r.Header.Get("Authorization") == "Token "+goodToken:
				fmt.Fprint(w, `{"count": 1, "results": [{"uuid": "a"}]}`)
			case r.URL.Path == "/klantcontacten":
				http.Redirect(w, r, "/klantcontacten/?"+r.URL.RawQuery, http.StatusMovedPermanently)
			default:
				http.Redirect(w, r, r.URL.Path, http.StatusFound)
			}
		}))
		_, err := fetched(t, connector(nil), m.URL+c.path)
		m.Close()
		wantFault(t, "to "+c.path, err, c.code)
	}
}

func TestOpenKlantAddress(t *testing.T) {
	m := newMock(t, 3)
	for _, c := range []struct{ what, address, code, inside string }{
		{"in the clear", "http://openklant.gemeente.nl/api", "api-http", "openklant.gemeente.nl"},
		{"in the clear to a name like ours", "http://localhost.gemeente.nl/api", "api-http", ""},
		{"no server", "https:///api", "api-adres", ""},
		{"no path", "https:openklant", "api-adres", ""},
		{"no address", "https://[::1", "verbinding-adres", ""},
		{"a user", "https://piet@openklant.gemeente.nl/api", "verbinding-geheim", ""},
		{"an unknown filter", m.address() + "?kanalen=balie", "api-filter", "kanaal"},
		{"our own parameter", m.address() + "?pageSize=9000", "api-filter", ""},
		{"names of customers", m.address() + "?expand=hadBetrokkenen", "api-filter", ""},
		{"no limit", m.address() + "?tijdslimiet=0", "verbinding-adres", ""},
		{"the list itself", m.address() + "/klantcontacten", "", ""},
		{"a name that does not exist", "https://openklant.invalid/api", "api-weg", "openklant.invalid"},
	} {
		_, err := fetched(t, connector(nil), c.address)
		wantFault(t, c.what, err, c.code, c.inside)
	}
	for _, s := range []journeys.Source{{Table: "contacten"}, {Query: "SELECT 1"}, {Mode: "ophalen"}} {
		s.Name, s.Connection = "kcc", m.address()
		_, err := connector(nil).Open(s)
		wantFault(t, "what belongs to a database", err, "api-tabel")
	}
	m.asked = nil
	if _, err := fetched(t, connector(nil), m.address()+"?onderwerp=a%26b&vertrouwelijk=false&tijdslimiet=9#x"); err != nil {
		t.Error(err)
	}
	if got := strings.Join(m.asked, " "); got != "onderwerp=a%26b&page=1&pageSize=500&vertrouwelijk=false" {
		t.Error(got)
	}
}

func TestOpenKlantToken(t *testing.T) {
	m := newMock(t, 3)
	for _, c := range []struct {
		what, code string
		env        map[string]string
	}{
		{"none", "api-token-weg", nil},
		{"one for another source", "api-token-weg", map[string]string{"KLANTREIS_TOKEN_BALIE": goodToken}},
		{"one for all", "", map[string]string{"KLANTREIS_TOKEN": goodToken}},
		{"one for this source first", "", map[string]string{"KLANTREIS_TOKEN_KCC": goodToken, "KLANTREIS_TOKEN": "fout"}},
		{"copied with its surroundings", "", map[string]string{"KLANTREIS_TOKEN": " token  " + goodToken + "\r\n"}},
		{"only surroundings", "api-token-weg", map[string]string{"KLANTREIS_TOKEN": "  "}},
		{"two lines", "api-token-vreemd", map[string]string{"KLANTREIS_TOKEN": "a\r\nCookie: b"}},
		{"not a token", "api-token-vreemd", map[string]string{"KLANTREIS_TOKEN": "‘abc’"}},
		{"a wrong one", "api-token-fout", map[string]string{"KLANTREIS_TOKEN": "fout"}},
	} {
		conn := New(context.Background(), func(name string) string { return c.env[name] })
		_, err := fetched(t, conn, m.address())
		wantFault(t, c.what, err, c.code)
	}
}
