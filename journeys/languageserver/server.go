// Package languageserver lets text editors ask journeys/assist for help, by the Language Server Protocol 3.17: faults,
// proposals, explanation, going to what is referred to, renaming, "bedoelde u" as a quick fix, and an outline.
// It talks over the one connection that it is given and opens no other; files beside the journey are
// looked at through Options.Folder.
//
// The protocol needs two layers. Messages (JSON-RPC 2.0 with its headers) are those of sourcegraph/jsonrpc2; the few
// structures that are used stand in protocol.go, because the libraries that have them all are left behind
// (go.lsp.dev/protocol, 2022) or bring websockets along (tliron/glsp).
package languageserver

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync/atomic"

	"github.com/sourcegraph/jsonrpc2"

	"klantreis/journeys"
	"klantreis/journeys/assist"
)

// Options are what a server is told by the program around it.
type Options struct {
	Lang    string // "nl" (or empty) or "en"
	Version string
	// Folder opens the folder of a journey, by the path of the file, for reading only; closing it ends that. nil:
	// files that a journey names are not looked for.
	Folder func(file string) (folder fs.FS, close func(), err error)
}

// Serve answers one editor until it says exit, the connection ends or the context does. It reports whether the
// editor took its leave as the protocol wants, with shutdown before exit.
func Serve(ctx context.Context, connection io.ReadWriteCloser, o Options) (orderly bool) {
	s := &server{options: o, open: map[string]*file{}, done: make(chan struct{})}
	stream := jsonrpc2.NewBufferedStream(connection, jsonrpc2.VSCodeObjectCodec{})
	conn := jsonrpc2.NewConn(ctx, stream, jsonrpc2.HandlerWithError(s.handle), jsonrpc2.SetLogger(silent{}))
	select {
	case <-conn.DisconnectNotify():
	case <-s.done:
	case <-ctx.Done():
	}
	conn.Close()
	return s.shutdown.Load()
}

// silent keeps the library from writing what an author types into a log.
type silent struct{}

func (silent) Printf(string, ...any) {}

// server is one session. Messages are dealt with one after the other, in the order in which they came.
type server struct {
	options  Options
	utf32    bool // columns count characters; otherwise UTF-16 units, as the protocol has it
	snippets bool
	open     map[string]*file
	shutdown atomic.Bool
	left     bool
	done     chan struct{}
}

// file is a text that the editor has open.
type file struct {
	uri     string
	src     []byte
	version int
}

func (s *server) handle(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) (any, error) {
	if s.shutdown.Load() && req.Method != "exit" {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "shutdown"}
	}
	switch req.Method {
	case "initialize":
		return answer(req, s.initialize)
	case "shutdown":
		s.shutdown.Store(true)
		return nil, nil
	case "exit":
		if !s.left {
			s.left = true
			close(s.done)
		}
		return nil, nil
	case "textDocument/didOpen":
		return answer(req, func(p didOpen) (any, error) {
			f := &file{p.TextDocument.URI, []byte(p.TextDocument.Text), p.TextDocument.Version}
			s.open[f.uri] = f
			return nil, s.publish(ctx, conn, f)
		})
	case "textDocument/didChange":
		return answer(req, func(p didChange) (any, error) {
			f := s.open[p.TextDocument.URI]
			if f == nil || len(p.ContentChanges) == 0 {
				return nil, nil
			}
			f.src, f.version = []byte(p.ContentChanges[len(p.ContentChanges)-1].Text), p.TextDocument.Version
			return nil, s.publish(ctx, conn, f)
		})
	case "textDocument/didSave": // files beside it may have come
		return answer(req, func(p inDocument) (any, error) {
			if f := s.open[p.TextDocument.URI]; f != nil {
				return nil, s.publish(ctx, conn, f)
			}
			return nil, nil
		})
	case "textDocument/didClose":
		return answer(req, func(p inDocument) (any, error) {
			delete(s.open, p.TextDocument.URI)
			return nil, conn.Notify(ctx, "textDocument/publishDiagnostics", publishDiagnostics{URI: p.TextDocument.URI, Diagnostics: []diagnostic{}})
		})
	case "textDocument/completion":
		return at(s, req, s.completion)
	case "textDocument/hover":
		return at(s, req, s.hover)
	case "textDocument/definition":
		return at(s, req, s.definition)
	case "textDocument/references":
		return at(s, req, s.references)
	case "textDocument/prepareRename":
		return at(s, req, s.prepareRename)
	case "textDocument/rename":
		return at(s, req, s.rename)
	case "textDocument/documentSymbol":
		return at(s, req, s.symbols)
	case "textDocument/formatting":
		return at(s, req, s.formatting)
	case "textDocument/codeAction":
		return at(s, req, s.actions)
	}
	if req.Notif { // some are sent to everybody
		return nil, nil
	}
	return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: req.Method}
}

// answer reads the parameters of a message.
func answer[P any](req *jsonrpc2.Request, do func(P) (any, error)) (any, error) {
	var p P
	if req.Params != nil {
		if err := json.Unmarshal(*req.Params, &p); err != nil {
			return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
		}
	}
	return do(p)
}

// at answers a question about an open file. About other YAML than journeys there is nothing to say.
func at(s *server, req *jsonrpc2.Request, do func(*file, question) (any, error)) (any, error) {
	return answer(req, func(q question) (any, error) {
		f := s.open[q.TextDocument.URI]
		if f == nil || !isJourney(f.src) {
			return nil, nil
		}
		return do(f, q)
	})
}

var (
	journeyKey = regexp.MustCompile(`(?m)^["']?klantreis["']?[ \t]*:`)
	noJourney  = regexp.MustCompile(`(?m)^[^#\s]`)
)

// isJourney tells whether a file is a journey, or has nothing in it yet. Editors send all YAML.
func isJourney(src []byte) bool { return journeyKey.Match(src) || len(noJourney.FindAll(src, 2)) < 2 }

func (s *server) initialize(p initialize) (any, error) {
	for _, e := range p.Capabilities.General.PositionEncodings {
		s.utf32 = s.utf32 || e == "utf-32"
	}
	s.snippets = p.Capabilities.TextDocument.Completion.CompletionItem.SnippetSupport
	encoding := "utf-16"
	if s.utf32 {
		encoding = "utf-32"
	}
	type object = map[string]any
	return object{
		"serverInfo": object{"name": "klantreis", "version": s.options.Version},
		"capabilities": object{
			"positionEncoding":           encoding,
			"textDocumentSync":           object{"openClose": true, "change": 1, "save": object{}},
			"completionProvider":         object{"triggerCharacters": []string{" ", "[", "{", ","}},
			"hoverProvider":              true,
			"definitionProvider":         true,
			"referencesProvider":         true,
			"renameProvider":             object{"prepareProvider": true},
			"codeActionProvider":         object{"codeActionKinds": []string{"quickfix"}},
			"documentSymbolProvider":     true,
			"documentFormattingProvider": true,
		},
	}, nil
}

// problems are the faults of a file, with those of the files that it names.
func (s *server) problems(f *file) journeys.Problems {
	if !journeyKey.Match(f.src) {
		return nil
	}
	name := fileOf(f.uri)
	j, problems := journeys.Parse(name, f.src)
	if s.options.Folder != nil && name != "" {
		if folder, done, err := s.options.Folder(name); err == nil {
			problems = append(problems, journeys.CheckFiles(j, folder)...)
			done()
		}
	}
	return problems.Sorted()
}

func (s *server) publish(ctx context.Context, conn *jsonrpc2.Conn, f *file) error {
	p := publishDiagnostics{URI: f.uri, Version: f.version, Diagnostics: []diagnostic{}}
	lines := newLines(f.src, s.utf32)
	spans := assist.Spans(f.src)
	for _, problem := range s.problems(f) {
		p.Diagnostics = append(p.Diagnostics, s.diagnostic(problem, lines.rangeOf(spans(problem.Pos))))
	}
	return conn.Notify(ctx, "textDocument/publishDiagnostics", p)
}

func (s *server) diagnostic(p journeys.Problem, r protocolRange) diagnostic {
	message, advice := p.Text(s.options.Lang)
	severity := 1
	if p.Severity == journeys.Warning {
		severity = 2
	}
	return diagnostic{Range: r, Severity: severity, Code: p.Code, Source: "klantreis", Message: strings.TrimSpace(message + " " + advice)}
}

// fileOf is the path of a file on this machine; empty for a text that has none yet.
func fileOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" {
		return ""
	}
	name := path.Clean(u.Path)
	if len(name) > 2 && name[0] == '/' && name[2] == ':' { // /C:/reizen
		name = name[1:]
	}
	return name
}
