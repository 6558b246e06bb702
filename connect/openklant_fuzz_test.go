package connect

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
)

// roundTrip answers requests without a network.
type roundTrip func(*http.Request) *http.Response

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r), nil }

// FuzzOpenKlantAnswer has a server answer anything: what is no page is refused with a fault of the
// catalogue, of a page each contact comes out once, and no request goes elsewhere.
func FuzzOpenKlantAnswer(f *testing.F) {
	f.Add(200, []byte(`{"count": 2, "next": null, "previous": null, "results": [{"uuid": "a", "inhoud": "x"}, {"uuid": "a"}]}`), "application/json", "")
	f.Add(200, []byte(`{"results": [{}, 3, null, [1], {"a": {"b": [1, "é\ud800"]}}], "next": "https://elders/?page=2", "count": 9}`), "", "")
	f.Add(200, []byte("\xef\xbb\xbf{\"results\": []}"), "text/html", "")
	f.Add(302, []byte(``), "", "https://elders/klantcontacten")
	f.Add(429, []byte(`{}`), "", "Fri, 01 Apr 2022 10:00:20 GMT")
	f.Fuzz(func(t *testing.T, status int, body []byte, kind, header string) {
		if status < 200 || status > 599 {
			return
		}
		c := connector(nil)
		open, err := c.Open(journeys.Source{Name: "kcc", Connection: "https://openklant.gemeente.nl/api"})
		if err != nil {
			t.Fatal(err)
		}
		k := open.(*openKlant)
		k.client.Transport = roundTrip(func(r *http.Request) *http.Response {
			if r.URL.Host != "openklant.gemeente.nl" || r.URL.Scheme != "https" {
				t.Fatalf("asked %s", r.URL)
			}
			text := body
			if page, _ := strconv.Atoi(r.URL.Query().Get("page")); page > 2 {
				text = []byte(`{"count": 0, "results": []}`)
			}
			// A header with a line end in it cannot arrive.
			answer := http.Header{"Content-Type": {kind}, "Retry-After": {url.QueryEscape(header)}, "Location": {header}}
			return &http.Response{StatusCode: status, Header: answer, Body: io.NopCloser(bytes.NewReader(text)), Request: r}
		})
		columns, err := open.Columns(pushdown.From{})
		n := 0
		if err == nil {
			err = open.Fetch(pushdown.From{}, columns, func(cells [][]byte) error {
				if n++; len(cells) != len(columns) {
					t.Fatalf("%d cells of %d", len(cells), len(columns))
				}
				return nil
			})
		}
		if err != nil {
			fault, ok := err.(*pushdown.Fault)
			if !ok {
				t.Fatalf("%T: %v", err, err)
			}
			if message, _ := (journeys.Problem{Code: fault.Code, Args: fault.Args}).Text("nl"); message == fault.Code {
				t.Fatalf("%s has no words", fault.Code)
			}
			return
		}
		if status != 200 {
			return // followed, or ended by a page that is no more
		}
		page, err := parsePage(body)
		if err != nil {
			t.Fatalf("taken for a page: %v", err)
		}
		// The oracle: each contact once; contacts without an id may come twice.
		ids, without := map[string]bool{}, 0
		for _, contact := range page.Results {
			var id struct{ UUID string }
			if json.Unmarshal(contact, &id) != nil || id.UUID == "" || len(id.UUID) > 100 {
				without++
			}
			ids[id.UUID] = true
		}
		delete(ids, "")
		pages := 1
		if page.Next != nil && *page.Next != "" {
			pages = 2
		}
		if want := pages*without + len(ids); len(page.Results) < 1000 && n > want || n == 0 && want > 0 {
			t.Fatalf("%d contacts, want %d", n, want)
		}
	})
}
