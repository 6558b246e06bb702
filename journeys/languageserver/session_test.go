package languageserver

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sourcegraph/jsonrpc2"
)

// editor is the other end of a session: a client that speaks the protocol over a pipe, with the bytes on the
// wire as they are.
type editor struct {
	t     *testing.T
	conn  *jsonrpc2.Conn
	ended chan bool

	mu     sync.Mutex
	faults map[string]chan publishDiagnostics
}

const uri = "file:///reizen/reis/klantreis.yaml"

var reisFolder = fstest.MapFS{"signalen/kcc.csv": {Data: []byte("Datum\n")}}

// session begins one, up to initialized.
func session(t *testing.T, lang, capabilities string) (*editor, map[string]any) {
	t.Helper()
	here, there := net.Pipe()
	e := &editor{t: t, ended: make(chan bool, 1), faults: map[string]chan publishDiagnostics{}}
	go func() {
		e.ended <- Serve(context.Background(), there, Options{Lang: lang, Version: "1", Folder: func(file string) (fs.FS, func(), error) {
			if file != "/reizen/reis/klantreis.yaml" {
				t.Errorf("asked for the folder of %s", file)
			}
			return reisFolder, func() {}, nil
		}})
	}()
	stream := jsonrpc2.NewBufferedStream(here, jsonrpc2.VSCodeObjectCodec{})
	e.conn = jsonrpc2.NewConn(context.Background(), stream, jsonrpc2.HandlerWithError(e.receive))
	t.Cleanup(func() { e.conn.Close() })
	var result map[string]any
	e.call("initialize", `{"processId": null, "rootUri": null, "capabilities": `+capabilities+`}`, &result)
	e.notify("initialized", `{}`)
	return e, result
}

func (e *editor) receive(_ context.Context, _ *jsonrpc2.Conn, req *jsonrpc2.Request) (any, error) {
	if req.Method == "textDocument/publishDiagnostics" {
		var p publishDiagnostics
		if err := json.Unmarshal(*req.Params, &p); err != nil {
			e.t.Error(err)
		}
		e.of(p.URI) <- p
	}
	return nil, nil
}

func (e *editor) of(uri string) chan publishDiagnostics {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.faults[uri] == nil {
		e.faults[uri] = make(chan publishDiagnostics, 20)
	}
	return e.faults[uri]
}

// wait is longer than any answer takes; a test that needs it has failed.
const wait = 30 * time.Second

func (e *editor) call(method, params string, result any) error {
	e.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), wait)
	defer cancel()
	return e.conn.Call(ctx, method, json.RawMessage(params), result)
}

func (e *editor) notify(method, params string) {
	e.t.Helper()
	if err := e.conn.Notify(context.Background(), method, json.RawMessage(params)); err != nil {
		e.t.Error(err)
	}
}

// show opens or changes a text and gives its faults.
func (e *editor) show(method, uri, text string, version int) []diagnostic {
	e.t.Helper()
	quoted, _ := json.Marshal(text)
	document := `{"uri": "` + uri + `", "languageId": "yaml", "version": ` + string(rune('0'+version))
	if method == "textDocument/didOpen" {
		e.notify(method, `{"textDocument": `+document+`, "text": `+string(quoted)+`}}`)
	} else {
		e.notify(method, `{"textDocument": `+document+`}, "contentChanges": [{"text": `+string(quoted)+`}]}`)
	}
	select {
	case p := <-e.of(uri):
		if p.Version != version {
			e.t.Errorf("faults of version %d, want %d", p.Version, version)
		}
		return p.Diagnostics
	case <-time.After(wait):
		e.t.Fatal("no faults were told")
	}
	return nil
}

// ask asks about a line and a character, counted from 0 as the protocol does.
func (e *editor) ask(method string, line, character int, more string, result any) error {
	e.t.Helper()
	where, _ := json.Marshal(map[string]any{"line": line, "character": character})
	return e.call("textDocument/"+method, `{"textDocument": {"uri": "`+uri+`"}, "position": `+string(where)+more+`}`, result)
}

const reis = `klantreis: Reis
bronnen:
  kcc: {soort: telefon, bestand: signalen/kc.csv}
fasen:
  - fase: Wachten
    stappen:
      - stap: 🙂 Wacht
        id: wachten
        naar: [{stap: wachten}]
adviezen:
  - {advies: 🙂 Zeg het, stap: wachten}
`

func TestSession(t *testing.T) {
	e, started := session(t, "nl", `{"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}}`)
	capabilities := started["capabilities"].(map[string]any)
	if capabilities["positionEncoding"] != "utf-16" || capabilities["hoverProvider"] != true {
		t.Errorf("capabilities: %v", capabilities)
	}

	faults := e.show("textDocument/didOpen", uri, reis, 1)
	if len(faults) != 2 || faults[0].Code != "onbekende-waarde" || faults[0].Range != (protocolRange{position{2, 15}, position{2, 22}}) ||
		faults[0].Severity != 1 || faults[0].Source != "klantreis" || !strings.Contains(faults[0].Message, "Bedoelde u ‘telefoon’?") {
		t.Errorf("faults: %+v", faults)
	}
	if faults[1].Code != "bestand-ontbreekt" {
		t.Errorf("the file that is not there: %+v", faults[1])
	}

	var actions []codeAction
	e.call("textDocument/codeAction", `{"textDocument": {"uri": "`+uri+`"}, "range": {"start": {"line": 2, "character": 16}, "end": {"line": 2, "character": 16}}, "context": {"diagnostics": []}}`, &actions)
	if len(actions) != 1 || actions[0].Title != "Verander in ‘telefoon’" || actions[0].Edit.Changes[uri][0].NewText != "telefoon" {
		t.Errorf("actions: %+v", actions)
	}

	fixed := strings.NewReplacer("telefon", "telefoon", "kc.csv", "kcc.csv").Replace(reis)
	if faults := e.show("textDocument/didChange", uri, fixed, 2); len(faults) != 0 {
		t.Errorf("after the fix: %+v", faults)
	}

	var h hover
	e.ask("hover", 8, 24, "", &h)
	if h.Contents.Kind != "markdown" || !strings.Contains(h.Contents.Value, "Stap ‘wachten’, regel 8") {
		t.Errorf("hover: %+v", h)
	}
	// A smiley is two units of UTF-16: the reference in the last line begins at 29.
	var l location
	e.ask("definition", 10, 32, "", &l)
	if l.URI != uri || l.Range != (protocolRange{position{7, 12}, position{7, 19}}) {
		t.Errorf("definition: %+v", l)
	}
	var all []location
	e.ask("references", 7, 13, `, "context": {"includeDeclaration": true}`, &all)
	if len(all) != 3 || all[2].Range != (protocolRange{position{10, 31}, position{10, 38}}) {
		t.Errorf("references: %+v", all)
	}
	var p prepared
	e.ask("prepareRename", 7, 13, "", &p)
	if p.Placeholder != "wachten" {
		t.Errorf("prepareRename: %+v", p)
	}
	var edit workspaceEdit
	e.ask("rename", 7, 13, `, "newName": "geduld"`, &edit)
	if len(edit.Changes[uri]) != 3 || edit.Changes[uri][0].NewText != "geduld" {
		t.Errorf("rename: %+v", edit)
	}
	err := e.ask("rename", 7, 13, `, "newName": "Niet Goed"`, &edit)
	if refused, ok := err.(*jsonrpc2.Error); !ok || refused.Code != requestFailed || !strings.Contains(refused.Message, "kleine letters") {
		t.Errorf("rename refused: %v", err)
	}
	var symbols []documentSymbol
	e.ask("documentSymbol", 0, 0, "", &symbols)
	if len(symbols) != 3 || symbols[1].Name != "Wachten" || symbols[1].Children[0].Name != "🙂 Wacht" {
		t.Errorf("symbols: %+v", symbols)
	}

	var list completionList
	broken := fixed + "  - advies: B\n    om"
	e.show("textDocument/didChange", uri, broken, 3)
	e.ask("completion", 12, 6, "", &list)
	if len(list.Items) < 1 || list.Items[0].Label != "omdat" || list.Items[0].TextEdit.NewText != "omdat: [$0]" || list.Items[0].InsertTextFormat != 2 {
		t.Errorf("completion of a key: %+v", list.Items)
	}
	e.show("textDocument/didChange", uri, strings.Replace(fixed, "kcc.csv", "", 1), 4)
	e.ask("completion", 2, 42, "", &list)
	if len(list.Items) != 1 || list.Items[0].Label != "signalen/kcc.csv" {
		t.Errorf("completion of a file: %+v", list.Items)
	}

	e.show("textDocument/didChange", uri, strings.Replace(fixed, "  - fase", "    - fase", 1), 5)
	var edits []textEdit
	e.ask("formatting", 0, 0, `, "options": {"tabSize": 2, "insertSpaces": true}`, &edits)
	if len(edits) != 0 { // the steps would stand left of their phase
		t.Errorf("a broken file was formatted: %+v", edits)
	}
	e.show("textDocument/didChange", uri, strings.Replace(fixed, "  kcc:", "     kcc:", 1), 6)
	e.ask("formatting", 0, 0, `, "options": {"tabSize": 2, "insertSpaces": true}`, &edits)
	if len(edits) != 1 || edits[0].NewText != fixed {
		t.Errorf("formatting: %+v", edits)
	}

	if err := e.call("textDocument/onzin", `{}`, nil); err == nil || err.(*jsonrpc2.Error).Code != jsonrpc2.CodeMethodNotFound {
		t.Errorf("an unknown question: %v", err)
	}
	e.notify("$/onzin", `{}`)
	e.notify("textDocument/didClose", `{"textDocument": {"uri": "`+uri+`"}}`)
	if closed := <-e.of(uri); len(closed.Diagnostics) != 0 {
		t.Error("a closed file keeps its faults")
	}
	var nothing any
	if err := e.ask("hover", 0, 0, "", &nothing); err != nil || nothing != nil {
		t.Errorf("hover of a closed file: %v %v", nothing, err)
	}
	if err := e.call("shutdown", `null`, nil); err != nil {
		t.Error(err)
	}
	e.notify("exit", `null`)
	select {
	case orderly := <-e.ended:
		if !orderly {
			t.Error("shutdown and exit are the orderly way")
		}
	case <-time.After(wait):
		t.Error("the server did not end")
	}
}

// TestEnglishAndCharacters: columns in characters for an editor that can take those, and words in English.
func TestEnglishAndCharacters(t *testing.T) {
	e, started := session(t, "en", `{"general": {"positionEncodings": ["utf-8", "utf-32", "utf-16"]}}`)
	if started["capabilities"].(map[string]any)["positionEncoding"] != "utf-32" {
		t.Error("utf-32 was offered")
	}
	faults := e.show("textDocument/didOpen", uri, strings.Replace(reis, "stap: wachten}\n", "stap: wachen}\n", 1), 1)
	if last := faults[len(faults)-1]; last.Range.Start != (position{10, 30}) || !strings.Contains(last.Message, "Did you mean") {
		t.Errorf("%+v", last)
	}
	var list completionList
	e.show("textDocument/didChange", uri, reis+"    om", 2)
	e.ask("completion", 11, 6, "", &list)
	for _, i := range list.Items {
		if i.InsertTextFormat != 1 || strings.Contains(i.TextEdit.NewText, "$") {
			t.Errorf("a snippet for an editor that does not know those: %+v", i)
		}
	}
}

// TestOtherYAML: editors send all YAML files; about others there is nothing to say. And an editor that goes
// away without a word ends the server.
func TestOtherYAML(t *testing.T) {
	e, _ := session(t, "nl", `{}`)
	if faults := e.show("textDocument/didOpen", "file:///x/docker-compose.yaml", "services:\n  web: {image: x}\nversion: 3\n", 1); len(faults) != 0 {
		t.Errorf("faults in a file that is no journey: %+v", faults)
	}
	e.show("textDocument/didOpen", uri, "", 1)
	var list completionList
	e.ask("completion", 0, 0, "", &list)
	if len(list.Items) == 0 || list.Items[0].Label != "klantreis" {
		t.Errorf("an empty file: %+v", list.Items)
	}
	e.conn.Close()
	select {
	case orderly := <-e.ended:
		if orderly {
			t.Error("an editor that vanishes is not orderly")
		}
	case <-time.After(wait):
		t.Error("the server stays behind")
	}
}

// TestGarbage ends the session instead of the program.
func TestGarbage(t *testing.T) {
	for _, bytes := range []string{"Content-Length: 5\r\n\r\n{{{{{", "Content-Length: x\r\n\r\n", "\x00\x01", "Content-Length: 99\r\n\r\n{}"} {
		here, there := net.Pipe()
		ended := make(chan bool, 1)
		go func() { ended <- Serve(context.Background(), there, Options{}) }()
		io.WriteString(here, bytes)
		here.Close()
		select {
		case <-ended:
		case <-time.After(wait):
			t.Errorf("%q keeps the server", bytes)
		}
	}
}

func TestFileOf(t *testing.T) {
	for uri, want := range map[string]string{
		"file:///reizen/een%20reis/klantreis.yaml": "/reizen/een reis/klantreis.yaml",
		"file:///C:/reizen/klantreis.yaml":         "C:/reizen/klantreis.yaml",
		"file:///c%3A/reizen/klantreis.yaml":       "c:/reizen/klantreis.yaml",
		"file://server/deel/klantreis.yaml":        "",
		"untitled:Untitled-1":                      "",
		"http://example.org/klantreis.yaml":        "",
		"%":                                        "",
	} {
		if got := fileOf(uri); got != want {
			t.Errorf("fileOf(%q) = %q, want %q", uri, got, want)
		}
	}
}
