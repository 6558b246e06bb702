// Package openklant tests the client of Open Klant's API against a server that Prism makes of a
// description of that API: it refuses requests that are not as described.
package openklant

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"klantreis/connect"
	"klantreis/journeys"
	"klantreis/journeys/pushdown"
)

const description = "klantinteracties.yaml"

// prism starts a server and gives its address.
func prism(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("NOT TESTED AGAINST THE DESCRIPTION OF THE API: -short")
	}
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip("NOT TESTED AGAINST THE DESCRIPTION OF THE API: " + err.Error())
		}
	}
	if _, err := os.Stat("node_modules"); err != nil {
		if out, err := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts").CombinedOutput(); err != nil {
			t.Fatalf("npm ci: %v\n%s", err, out)
		}
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := free.Addr().String()
	free.Close()
	host, port, _ := net.SplitHostPort(at)
	var said strings.Builder
	server := exec.CommandContext(t.Context(), "node", "node_modules/@stoplight/prism-cli/dist/index.js", "mock", "--errors", "-h", host, "-p", port, description)
	server.Stdout, server.Stderr = &said, &said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()
	t.Cleanup(func() { server.Process.Kill() })
	patience := time.After(time.Minute)
	for {
		if conn, err := net.Dial("tcp", at); err == nil {
			conn.Close()
			return "http://" + at
		}
		select {
		case err := <-ended:
			t.Fatalf("prism: %v\n%s", err, said.String())
		case <-patience:
			t.Fatal("prism does not begin to listen")
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// read gives the contacts as lines, and the code of what went wrong.
func read(address, token string) (lines []string, code string) {
	c := connect.New(context.Background(), func(string) string { return token })
	open, err := c.Open(journeys.Source{Name: "kcc", Connection: address})
	var columns []pushdown.Column
	if err == nil {
		defer open.Close()
		columns, err = open.Columns(pushdown.From{})
	}
	if err == nil {
		err = open.Fetch(pushdown.From{}, columns, func(cells [][]byte) error {
			var line []string
			for i, c := range cells {
				line = append(line, columns[i].Name+"="+string(c))
			}
			lines = append(lines, strings.Join(line, " "))
			return nil
		})
	}
	var fault *pushdown.Fault
	if errors.As(err, &fault) {
		return lines, fault.Code
	} else if err != nil {
		return lines, err.Error()
	}
	return lines, ""
}

func TestAgainstDescription(t *testing.T) {
	at := prism(t)
	lines, code := read(at, "abc")
	all := strings.Join(lines, "\n")
	if code != "" || len(lines) != 2 || strings.Contains(all, "Piet") {
		t.Errorf("%q\n%s", code, all)
	}
	for _, part := range []string{"onderwerp=Energietoeslag (wanneer betaald)", "plaatsgevondenOp=2022-09-15T14:03:22+02:00", "vertrouwelijk=true", "kanaal=balie"} {
		if !strings.Contains(all, part) {
			t.Errorf("no %s in\n%s", part, all)
		}
	}
	// All that the address may hold is as described, and a wrong value is refused: the server looks.
	for query, want := range map[string]string{
		"kanaal=balie&onderwerp=geld&inhoud=wanneer&vertrouwelijk=false&indicatieContactGelukt=true": "",
		"vertrouwelijk=misschien":     "api-vraag",
		"indicatieContactGelukt=soms": "api-vraag",
	} {
		if _, code := read(at+"?"+query, "abc"); code != want {
			t.Errorf("%s: %q, want %q", query, code, want)
		}
	}
	if _, code := read(at+"/elders", "abc"); code != "api-niet-gevonden" {
		t.Error(code)
	}
	// What our client never does is refused as well, or the above would prove nothing.
	for _, c := range []struct {
		query, header string
		status        int
	}{{"page=1&pageSize=500", "Token abc", 200}, {"page=1&pageSize=veel", "Token abc", 422}, {"page=een", "Token abc", 422}, {"page=1", "", 401}} {
		request, err := http.NewRequest(http.MethodGet, at+"/klantcontacten?"+c.query, nil)
		if err != nil {
			t.Fatal(err)
		}
		if c.header != "" {
			request.Header.Set("Authorization", c.header)
		}
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != c.status {
			t.Errorf("%+v: %d", c, answer.StatusCode)
		}
	}
}

// TestOnlyDescribedParameters finds each parameter that is sent in the description, because Prism
// lets unknown ones pass.
func TestOnlyDescribedParameters(t *testing.T) {
	text, err := os.ReadFile(description)
	if err != nil {
		t.Fatal(err)
	}
	_, parameters, _ := strings.Cut(string(text), "parameters:")
	parameters, _, _ = strings.Cut(parameters, "responses:")
	for _, name := range append(connect.Filters(), "page", "pageSize") {
		if !strings.Contains(parameters, "name: "+name+",") {
			t.Errorf("%s is not in the description", name)
		}
	}
}
