// Package editor tries the schema in the program that VS Code and others read YAML with: Red Hat's
// yaml-language-server. Whether schema and validator agree is tested beside the schema; this is about what an
// author sees.
package editor

import (
	"context"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"klantreis/journeys/schema"
)

// patience is longer than the server takes for any file.
const patience = time.Minute

type diagnostics struct {
	URI         string
	Diagnostics []struct {
		Message string
		Range   struct{ Start struct{ Line int } }
	}
}

// client is VS Code in little: it offers files, collects faults, and says how YAML is to be looked at.
type client struct {
	t     *testing.T
	conn  *jsonrpc2.Conn
	found chan diagnostics
}

type pipe struct {
	io.ReadCloser
	io.WriteCloser
}

func (p pipe) Close() error {
	p.WriteCloser.Close()
	return p.ReadCloser.Close()
}

func start(t *testing.T) *client {
	t.Helper()
	if testing.Short() {
		t.Skip("NOT TRIED IN THE YAML SERVER OF EDITORS: -short")
	}
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip("NOT TRIED IN THE YAML SERVER OF EDITORS: " + err.Error())
		}
	}
	if _, err := os.Stat("node_modules"); err != nil {
		if out, err := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts").CombinedOutput(); err != nil {
			t.Fatalf("npm ci: %v\n%s", err, out)
		}
	}
	server := exec.CommandContext(t.Context(), "node", "node_modules/yaml-language-server/bin/yaml-language-server", "--stdio")
	in, err := server.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	c := &client{t: t, found: make(chan diagnostics, 50)}
	stream := jsonrpc2.NewBufferedStream(pipe{out, in}, jsonrpc2.VSCodeObjectCodec{})
	c.conn = jsonrpc2.NewConn(context.Background(), stream, jsonrpc2.AsyncHandler(jsonrpc2.HandlerWithError(c.receive)))
	t.Cleanup(func() {
		c.conn.Close()
		server.Process.Kill()
		server.Wait()
	})
	c.call("initialize", `{"processId": null, "rootUri": null, "capabilities": {"workspace": {"configuration": true},
		"textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}}`, nil)
	c.notify("initialized", `{}`)
	c.notify("workspace/didChangeConfiguration", `{"settings": {"yaml": `+settings+`}}`)
	return c
}

// settings keep the server from looking for schemas on the internet.
const settings = `{"validate": true, "hover": true, "completion": true, "schemaStore": {"enable": false}}`

func (c *client) receive(_ context.Context, _ *jsonrpc2.Conn, req *jsonrpc2.Request) (any, error) {
	switch req.Method {
	case "textDocument/publishDiagnostics":
		var d diagnostics
		if err := json.Unmarshal(*req.Params, &d); err != nil {
			c.t.Error(err)
		}
		c.found <- d
	case "workspace/configuration":
		var asked struct{ Items []struct{ Section string } }
		if err := json.Unmarshal(*req.Params, &asked); err != nil {
			return nil, err
		}
		answers := make([]any, len(asked.Items))
		for i, item := range asked.Items {
			if item.Section == "yaml" {
				answers[i] = json.RawMessage(settings)
			}
		}
		return answers, nil
	}
	return nil, nil
}

func (c *client) call(method, params string, result any) {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := c.conn.Call(ctx, method, json.RawMessage(params), result); err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
}

func (c *client) notify(method, params string) {
	c.t.Helper()
	if err := c.conn.Notify(context.Background(), method, json.RawMessage(params)); err != nil {
		c.t.Fatal(err)
	}
}

// show opens a file and gives the faults that an author sees, each with its line.
func (c *client) show(name string, content []byte) (uri string, faults map[int]string) {
	c.t.Helper()
	if err := os.WriteFile(name, content, 0o644); err != nil {
		c.t.Fatal(err)
	}
	uri = (&url.URL{Scheme: "file", Path: filepath.ToSlash(name)}).String()
	text, _ := json.Marshal(string(content))
	c.notify("textDocument/didOpen", `{"textDocument": {"uri": "`+uri+`", "languageId": "yaml", "version": 1, "text": `+string(text)+`}}`)
	late := time.After(patience)
	for {
		select {
		case d := <-c.found:
			if d.URI != uri {
				continue
			}
			faults = map[int]string{}
			for _, f := range d.Diagnostics {
				faults[f.Range.Start.Line+1] = f.Message
			}
			return uri, faults
		case <-late:
			c.t.Fatal("the server says nothing of " + name)
		}
	}
}

func TestSchemaInEditors(t *testing.T) {
	c := start(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, ".klantreis.schema.json"), schema.JSON("nl"), 0o644); err != nil {
		t.Fatal(err)
	}
	// A new journey as `klantreis nieuw` writes it, with its line for editors.
	fresh, err := os.ReadFile("../../cmd/klantreis/sjabloon/klantreis.yaml")
	if err != nil {
		t.Fatal(err)
	}
	uri, faults := c.show(filepath.Join(dir, "klantreis.yaml"), fresh)
	if len(faults) > 0 {
		t.Errorf("faults in a new journey: %v", faults)
	}
	lines := strings.Split(string(fresh), "\n")
	at := func(text string, plus int) string {
		for i, l := range lines {
			if column := strings.Index(l, text); column >= 0 {
				where, _ := json.Marshal(map[string]int{"line": i, "character": column + plus})
				return `{"textDocument": {"uri": "` + uri + `"}, "position": ` + string(where) + `}`
			}
		}
		t.Fatalf("no %q in the template", text)
		return ""
	}
	var hover struct{ Contents struct{ Value string } }
	c.call("textDocument/hover", at("kanalen: [", 2), &hover)
	if !strings.Contains(hover.Contents.Value, "Langs welke kanalen de klant hier contact heeft.") || !strings.Contains(hover.Contents.Value, "kanalen: [website, telefoon]") {
		t.Errorf("hover: %q", hover.Contents.Value)
	}
	var list struct{ Items []struct{ Label string } }
	c.call("textDocument/completion", at("kanalen: [website", len("kanalen: [")), &list)
	var labels []string
	for _, i := range list.Items {
		labels = append(labels, i.Label)
	}
	if !strings.Contains(strings.Join(labels, " "), "telefoon balie website") {
		t.Errorf("proposed channels: %v", labels)
	}

	line := []byte("# yaml-language-server: $schema=.klantreis.schema.json\n")
	examples, err := filepath.Glob("../../examples/*/*.yaml")
	if err != nil || len(examples) < 5 {
		t.Fatal(examples, err)
	}
	for i, name := range examples {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, faults := c.show(filepath.Join(dir, string(rune('a'+i))+".yaml"), append(line, src...)); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}

	_, faults = c.show(filepath.Join(dir, "fout.yaml"), append(line, `klantreis: Fout
gemeent: Utrecht
opgesteld: 15-09-2022
variant: toekomst
fasen:
  - fase: Een
    stappen:
      - stap: Een
        emotie: 3
        kanalen: telefoon
`...))
	for number, want := range map[int]string{3: "gemeent", 4: "Schrijf jaar-maand-dag, bijvoorbeeld 2022-09-15.", 5: "huidig", 10: "2", 11: "array"} {
		if !strings.Contains(faults[number], want) {
			t.Errorf("line %d: %q does not tell %q", number, faults[number], want)
		}
	}
}
