package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// openKlant: openklant CONTACTS JOURNEY… — serves a file of contacts as Open Klant does, three a
// page, to who has the token geheim123. Every second request meets a server that is too busy. The
// journeys get its address in place of https://openklant.gemeente.nl.
func openKlant(ts *testscript.TestScript, _ bool, args []string) {
	var list struct{ Results []json.RawMessage }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &list))
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if asked++; asked%2 == 0 {
			http.Error(w, "even wachten", http.StatusServiceUnavailable)
			return
		}
		if r.Header.Get("Authorization") != "Token geheim123" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		page, _ := strconv.Atoi(r.URL.Query().Get("page"))
		next, to := "null", page*3
		if to < len(list.Results) {
			next = fmt.Sprintf(`"%s?page=%d"`, r.URL.Path, page+1)
		}
		part, _ := json.Marshal(list.Results[min(len(list.Results), to-3):min(len(list.Results), to)])
		fmt.Fprintf(w, `{"count": %d, "next": %s, "previous": null, "results": %s}`, len(list.Results), next, part)
	}))
	ts.Defer(server.Close)
	for _, name := range args[1:] {
		text := strings.ReplaceAll(ts.ReadFile(name), "https://openklant.gemeente.nl", server.URL)
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o644))
	}
}

// TestInterruptedWhileFetching stops a run while its server makes it wait.
func TestInterruptedWhileFetching(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "60")
		w.WriteHeader(http.StatusTooManyRequests)
		cancel()
	}))
	defer server.Close()
	t.Setenv("KLANTREIS_TOKEN", "abc")
	dir := t.TempDir()
	name := filepath.Join(dir, "reis.yaml")
	if err := os.WriteFile(name, []byte("klantreis: A\nbronnen: {b: {soort: telefoon, verbinding: "+server.URL+"/api/v1}}\nfasen: [{fase: F, stappen: [{stap: S}]}]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"controleer", name}, {"maak", name, "--uit", filepath.Join(dir, "uit")}} {
		var out, errs strings.Builder
		if code := run(ctx, command, nil, &out, &errs); code != exitFault || !strings.HasPrefix(errs.String(), "Afgebroken.") || out.Len() > 0 {
			t.Errorf("%v: %d %q %q", command, code, out.String(), errs.String())
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "uit")); err == nil {
		t.Error("something was made")
	}
}
