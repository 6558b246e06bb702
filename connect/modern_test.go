package connect

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// modernClickHouse gives the address of a ClickHouse of today: chdb, an npm package, behind the
// HTTP interface that it lacks.
func modernClickHouse(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("NOT TESTED ON A MODERN CLICKHOUSE: -short")
	}
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			missing(t, tool)
		}
	}
	const dir = "testdata/modern"
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "chdb")); err != nil {
		// Not "npm ci": that wants the libraries of all systems in the lock, which only says those of Linux.
		fetch := exec.Command("npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts")
		fetch.Dir = dir
		if out, err := fetch.CombinedOutput(); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatalf("npm install: %v\n%s", err, out)
			}
			t.Skipf("NOT TESTED ON A MODERN CLICKHOUSE: npm install: %v", err)
		}
	}
	cmd := exec.Command("node", "server.cjs", t.TempDir())
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewReaderSize(out, 1<<20)
	var one sync.Mutex
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sql, _ := io.ReadAll(r.Body)
		one.Lock()
		defer one.Unlock()
		line, _ := json.Marshal(string(sql))
		in.Write(append(line, '\n'))
		var answer struct{ Out, Error string }
		if text, err := answers.ReadBytes('\n'); err != nil {
			answer.Error = err.Error()
		} else if err := json.Unmarshal(text, &answer); err != nil {
			answer.Error = err.Error()
		}
		if answer.Error != "" {
			w.WriteHeader(http.StatusInternalServerError)
			answer.Out = answer.Error
		}
		io.WriteString(w, answer.Out)
	}))
	t.Cleanup(func() {
		server.Close()
		in.Close()
		cmd.Wait()
	})
	return strings.TrimPrefix(server.URL, "http://")
}

// TestModernClickHouse holds the dialect of newer versions to the embedded engine, on random records
// and selectors.
func TestModernClickHouse(t *testing.T) {
	t.Parallel()
	host := modernClickHouse(t)
	for seed := range int64(4) {
		native := seed%2 == 1
		r := rand.New(rand.NewSource(100 + seed))
		rows := records(r, 400, native)
		fillOne(t, host, rows, native)
		var file bytes.Buffer
		w := csv.NewWriter(&file)
		w.Comma = ';'
		w.WriteAll(append([][]string{columns}, rows...))
		layout := r.Int63()
		reis := func(source string) string { return journey(rand.New(rand.NewSource(layout)), source) }
		want, _ := gegevens(t, reis("    bestand: b.csv\n"), fstest.MapFS{"b.csv": {Data: file.Bytes()}}, nil)
		for _, mode := range []string{"in-database", "ophalen"} {
			source := fmt.Sprintf("    verbinding: clickhouse://%s\n    tabel: signalen\n    werkwijze: %s\n", host, mode)
			got, found := gegevens(t, reis(source), nil, nil)
			if got, want := comparable(got, mode), comparable(want, mode); got != want {
				t.Fatalf("seed %d, %s: %s\n%v\n%s", seed, mode, firstDifference(want, got), found, reis(source))
			}
		}
	}
}
