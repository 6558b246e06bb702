package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log"
	"mime"
	"net"
	"net/http"
	"sync"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/render/words"
)

// maxBody is the most bytes of a request in JSON: a text may be escaped, and two stand in some requests.
const maxBody = 2*journeys.MaxFileSize + 1<<20

// answer writes a value as JSON. encoding/json escapes <, > and &, so that no text becomes a tag.
func (s *Server) answer(w http.ResponseWriter, status int, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		status, body = http.StatusInternalServerError, []byte(`{"code":"fout","message":""}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	w.Write(body)
}

func (s *Server) fault(w http.ResponseWriter, status int, code, message string) {
	s.answer(w, status, api.Fault{Code: code, Message: message})
}

// fail answers an error. Only what was meant for a person is told in full; of others the page is told what
// a person can do about it.
func (s *Server) fail(w http.ResponseWriter, path string, err error) {
	var told Told
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &told):
		s.fault(w, http.StatusUnprocessableEntity, told.Code, told.Message)
	case errors.As(err, &large):
		s.fault(w, http.StatusRequestEntityTooLarge, "te-groot", s.say.tooLarge(large.Limit))
	case errors.Is(err, errBadPath):
		s.fault(w, http.StatusBadRequest, "pad", s.say.badPath(shown(path)))
	case errors.Is(err, errTooLarge):
		s.fault(w, http.StatusRequestEntityTooLarge, "te-groot", s.say.tooLarge(journeys.MaxFileSize))
	case errors.Is(err, errNotUTF8):
		s.fault(w, http.StatusUnprocessableEntity, "codering", s.say.notUTF8(path))
	case errors.Is(err, fs.ErrNotExist):
		s.fault(w, http.StatusNotFound, "weg", s.say.gone(path))
	case errors.Is(err, fs.ErrPermission):
		s.fault(w, http.StatusForbidden, "rechten", s.say.mayNot(path))
	case errors.Is(err, context.Canceled):
		s.fault(w, http.StatusConflict, "gestopt", s.say.stopped())
	default:
		s.fault(w, http.StatusInternalServerError, "fout", s.say.failed(s.reason(err)))
	}
}

// reason puts an error into words without telling where on this machine a folder lies.
func (s *Server) reason(err error) string {
	return journeys.FileReason(err).In(langName(s.Lang))
}

func langName(l words.Lang) string { return string(l) }

// shown shortens what a page sent, for in a message.
func shown(text string) string {
	letters := []rune(text)
	if len(letters) > 80 {
		return string(letters[:79]) + "…"
	}
	return text
}

var errNotRead = errors.New("request not read")

// read reads a request in JSON of this very type: no other content type (a form of another page cannot
// send it), no unknown fields, nothing after it, and not too large.
func read[T any](s *Server, w http.ResponseWriter, r *http.Request) (value T, ok bool) {
	if !contentType(r, "application/json") {
		s.fault(w, http.StatusUnsupportedMediaType, "soort", s.say.notRead())
		return value, false
	}
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&value)
	if err == nil {
		if _, end := decoder.Token(); end != io.EOF {
			err = errNotRead
		}
	}
	var large *http.MaxBytesError
	switch {
	case err == nil:
		return value, true
	case errors.As(err, &large):
		s.fail(w, "", err)
	default:
		s.fault(w, http.StatusBadRequest, "verzoek", s.say.notRead())
	}
	return value, false
}

func contentType(r *http.Request, want string) bool {
	values := r.Header.Values("Content-Type")
	if len(values) != 1 {
		return false
	}
	kind, _, err := mime.ParseMediaType(values[0])
	return err == nil && kind == want
}

// tool answers a request that a tool does. PathOf tells which journey it is about.
func tool[In, Out any](s *Server, run func(context.Context, In) (Out, error), pathOf func(In) string, after func(*Out)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		in, ok := read[In](s, w, r)
		if !ok {
			return
		}
		path := pathOf(in)
		if !journeyPath(path) {
			s.fail(w, path, errBadPath)
			return
		}
		if run == nil {
			s.fault(w, http.StatusNotImplemented, "nog-niet", s.say.notYet())
			return
		}
		out, err := run(r.Context(), in)
		if err != nil {
			s.fail(w, path, err)
			return
		}
		if after != nil {
			after(&out)
		}
		s.answer(w, http.StatusOK, out)
	}
}

// quiet is where the HTTP server tells of broken connections: nowhere.
func quiet() *log.Logger { return log.New(io.Discard, "", 0) }

// mostConnections is how many may be open at once. A browser opens six.
const mostConnections = 100

// limited lets a listener accept no more connections than that at once.
func limited(l net.Listener) net.Listener {
	return &limitListener{Listener: l, places: make(chan struct{}, mostConnections)}
}

type limitListener struct {
	net.Listener
	places chan struct{}
}

// Accept closes what comes when all places are taken, so that a new window is not kept waiting by those
// that say nothing.
func (l *limitListener) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		select {
		case l.places <- struct{}{}:
			return &limitedConn{Conn: c, leave: sync.OnceFunc(func() { <-l.places })}, nil
		default:
			c.Close()
		}
	}
}

type limitedConn struct {
	net.Conn
	leave func()
}

func (c *limitedConn) Close() error {
	c.leave()
	return c.Conn.Close()
}
