package connect

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
)

// mock is a server of klantcontacten as Open Klant is one: pages by number, what was registered
// last first, a token.
type mock struct {
	*httptest.Server
	mu       sync.Mutex
	contacts []map[string]any
	asked    []string // the queries
	// meddle may answer a request (the n-th, from 1) itself, or change the data before it.
	meddle func(n int, page int, w http.ResponseWriter, r *http.Request) (answered bool)
	limit  int // contacts a page; 0: as asked
}

const goodToken = "4b0e7a"

func newMock(t *testing.T, contacts int) *mock {
	m := &mock{contacts: []map[string]any{}}
	for i := range contacts {
		m.contacts = append(m.contacts, contact(contacts-i))
	}
	m.Server = httptest.NewServer(m)
	t.Cleanup(m.Close)
	return m
}

// contact is the n-th that was registered.
func contact(n int) map[string]any {
	at := time.Date(2022, 4, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Hour)
	subject := []string{"Energietoeslag (wanneer betaald)", "Parkeren", "Energietoeslag (aanvragen)", "Afval"}[n%4]
	return map[string]any{
		"uuid": fmt.Sprintf("00000000-0000-4000-8000-%012d", n), "url": fmt.Sprintf("https://ok/klantcontacten/%d", n),
		"gingOverOnderwerpobjecten": []any{}, "hadBetrokkenActoren": []any{map[string]any{"naam": "Piet de Medewerker", "soortActor": "medewerker"}},
		"omvatteBijlagen": []any{}, "hadBetrokkenen": []any{map[string]any{"uuid": "1", "url": "https://ok/1"}}, "leiddeTotInterneTaken": []any{},
		"nummer": fmt.Sprint(n), "kanaal": []string{"telefoon", "balie", "e-mail"}[n%3], "onderwerp": subject, "inhoud": []string{"", "Wanneer wordt het betaald?"}[n%2],
		"indicatieContactGelukt": true, "taal": "nld", "vertrouwelijk": n%10 == 0, "plaatsgevondenOp": at.Format(time.RFC3339),
	}
}

func (m *mock) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	m.mu.Lock()
	defer m.mu.Unlock()
	query := r.URL.Query()
	page, _ := strconv.Atoi(query.Get("page"))
	m.asked = append(m.asked, r.URL.RawQuery)
	if m.meddle != nil && m.meddle(len(m.asked), page, w, r) {
		return
	}
	if r.Header.Get("Authorization") != "Token "+goodToken {
		problem(w, http.StatusUnauthorized)
		return
	}
	if r.URL.Path != "/klantinteracties/api/v1/klantcontacten" {
		problem(w, http.StatusNotFound)
		return
	}
	size, _ := strconv.Atoi(query.Get("pageSize"))
	if size = min(size, 500); m.limit > 0 {
		size = m.limit
	}
	from, to := (page-1)*size, min(page*size, len(m.contacts))
	if from > 0 && from >= len(m.contacts) {
		problem(w, http.StatusNotFound)
		return
	}
	answer := map[string]any{"count": len(m.contacts), "next": nil, "previous": nil, "results": m.contacts[from:to]}
	if to < len(m.contacts) {
		answer["next"] = fmt.Sprintf("%s%s?page=%d&pageSize=%d", m.URL, r.URL.Path, page+1, size)
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(answer)
}

func problem(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"type":"x","code":"x","title":"x","status":%d,"detail":"iets van meneer Jansen"}`, status)
}

func (m *mock) address() string { return m.URL + "/klantinteracties/api/v1" }

// connector has a token, and waits without waiting.
func connector(waits *[]time.Duration) *Connector {
	c := New(context.Background(), func(name string) string {
		return map[string]string{"KLANTREIS_TOKEN": goodToken}[name]
	})
	c.sleep = func(_ context.Context, d time.Duration) error {
		if waits != nil {
			*waits = append(*waits, d)
		}
		return nil
	}
	return c
}

// fetched reads the uuids of a source, and what fails.
func fetched(t *testing.T, c *Connector, address string) (ids []string, err error) {
	t.Helper()
	open, err := c.Open(journeys.Source{Name: "kcc", Connection: address})
	if err != nil {
		return nil, err
	}
	defer open.Close()
	if _, err := open.Columns(pushdown.From{}); err != nil {
		return nil, err
	}
	err = open.Fetch(pushdown.From{}, []pushdown.Column{{Name: "uuid"}}, func(cells [][]byte) error {
		ids = append(ids, string(cells[0]))
		return nil
	})
	return ids, err
}

// wantFault looks for the code of a fault and that its words are whole and hold nothing secret.
func wantFault(t *testing.T, what string, err error, code string, inside ...string) {
	t.Helper()
	if err == nil && code == "" {
		return
	}
	fault, ok := err.(*pushdown.Fault)
	if !ok || fault.Code != code {
		t.Errorf("%s: %v, want %s", what, err, code)
		return
	}
	p := journeys.Problem{Code: fault.Code, Args: append([]any{"kcc"}, fault.Args...)}
	for _, lang := range []string{"nl", "en"} {
		message, advice := p.Text(lang)
		if text := message + advice; strings.ContainsAny(text, "{}[]") || strings.Contains(text, goodToken) || strings.Contains(text, "Jansen") || message == code || advice == "" {
			t.Errorf("%s: %s %s", what, message, advice)
		}
	}
	message, advice := p.Text("nl")
	for _, part := range inside {
		if !strings.Contains(message+advice, part) {
			t.Errorf("%s: %q lacks %q", what, message+advice, part)
		}
	}
}

func hostOf(t *testing.T, address string) string {
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u.Host
}
