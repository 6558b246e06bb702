package workspace

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"strconv"
	"strings"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/render/words"
)

// page is what the browser gets. It is built from web/ and committed, so that Go alone builds the program.
//
//go:embed page
var page embed.FS

//go:embed frame.js
var frameScript string

// Options say what a desk is about.
type Options struct {
	Folder  string // that is open
	Private string // a folder of this user's own (OpenPrivate)
	Port    int    // 0: any that is free
	Lang    words.Lang
	Version string
	Tools   Tools
	// Room answers what begins with /api/room: a klantarena, if there is one. Nil: there is none.
	Room http.Handler
	// Idle ends the program after no window was open for this long; 0: never.
	Idle time.Duration
	// Look is how often the files of the folder are looked at; 0: twice a second.
	Look time.Duration
}

// Server is a desk that listens on this machine only.
type Server struct {
	Options
	guard    *guard
	root     *os.Root
	listener net.Listener
	say      catalogue
	hub      *hub
	drafts   drafts
	doors    doors
	jobs     *jobs
	drops    *drops
	frames   *frames
	watch    *watch
	saving   saving
	stop     chan struct{}
}

// Open opens the folder and begins to listen. Serve does the work.
func Open(o Options) (*Server, error) {
	root, err := os.OpenRoot(o.Folder)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", o.Port))
	if err != nil {
		root.Close()
		return nil, err
	}
	port := listener.Addr().(*net.TCPAddr).Port
	s := &Server{Options: o, root: root, listener: listener, say: catalogue{o.Lang}, stop: make(chan struct{}, 1),
		doors: doors{o.Private}, drafts: drafts{o.Private}, hub: newHub(), frames: &frames{}}
	s.guard = &guard{
		hosts:  []string{fmt.Sprintf("127.0.0.1:%d", port), fmt.Sprintf("localhost:%d", port)},
		cookie: fmt.Sprintf("klantreis-%d", port), redeem: s.doors.redeem,
	}
	s.jobs = newJobs(s.say, s.hub, o.Folder)
	s.drops = newDrops(o.Private)
	s.watch = newWatch(root, s.hub)
	sweep(root, s.watch.folders())
	return s, nil
}

// Address is where the desk is, without a token.
func (s *Server) Address() string { return "http://" + s.guard.hosts[0] + "/" }

// Serve answers until the context ends, somebody stops it, or nobody is there any more.
func (s *Server) Serve(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer s.root.Close()
	defer s.drops.clear()
	server := &http.Server{
		Handler:           s.handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second, // a dropped file gets longer, see drop
		WriteTimeout:      2 * time.Minute,  // events go on, see events
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          quiet(),
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	if s.Tools.Watch != nil {
		s.Tools.Watch(func(path string) { s.hub.send(counted(path)) })
	}
	go s.watch.run(ctx, s.Look)
	go s.jobs.run(ctx)
	go s.away(ctx)
	done := make(chan error, 1)
	go func() { done <- server.Serve(limited(s.listener)) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	case <-s.stop:
	}
	s.hub.close()
	s.jobs.stopAll()
	end, cancelEnd := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancelEnd()
	if server.Shutdown(end) != nil {
		server.Close()
	}
	if s.Tools.Close != nil {
		s.Tools.Close()
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// halt ends Serve.
func (s *Server) halt() {
	select {
	case s.stop <- struct{}{}:
	default:
	}
}

// handler looks at every request before anything else does.
func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	s.routes(mux)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Cache-Control", "no-store")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Content-Security-Policy", "default-src 'none'; img-src data:; frame-ancestors 'none'")
		switch {
		case !s.guard.host(r):
			http.Error(w, "unknown host", http.StatusMisdirectedRequest)
		case r.URL.Path == "/" && r.Method == http.MethodGet && r.URL.Query().Has(tokenKey):
			s.enter(w, r.URL.Query())
		case !s.guard.known(r):
			s.refuse(w, r)
		case !strings.HasPrefix(r.URL.Path, "/api/"):
			mux.ServeHTTP(w, r)
		case !s.guard.own(r, r.URL.Path == "/api/events"):
			s.fault(w, http.StatusForbidden, "vreemd", s.say.foreign())
		default:
			mux.ServeHTTP(w, r)
		}
	})
}

// What is in the address that the program opens: the token, and the journey whose klantarena is to be shown, with how it
// is to begin when it did not yet.
const (
	tokenKey   = "sleutel"
	arenaKey   = "reis"
	addressKey = "adres"
	portKey    = "poort"
	namesKey   = "namen"
)

// Entrance is the address that lets a browser in, once: to the journeys, or to the klantarena of one.
func Entrance(address, token string, arena *api.RoomOpen) string {
	query := url.Values{tokenKey: {token}}
	if arena != nil {
		query.Set(arenaKey, arena.Path)
		query.Set(addressKey, arena.Address)
		if arena.Port != 0 {
			query.Set(portKey, strconv.Itoa(arena.Port))
		}
		if arena.Names {
			query.Set(namesKey, "ja")
		}
	}
	return address + "?" + query.Encode()
}

// enter swaps a token for a cookie. The page that follows is asked for by a page of ours, because a strict
// cookie does not go along when another program or page opened the address.
func (s *Server) enter(w http.ResponseWriter, query url.Values) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if !s.guard.letIn(w, query.Get(tokenKey)) {
		w.WriteHeader(http.StatusForbidden)
		fmt.Fprintf(w, plainPage, s.Lang, "", s.say.notHere())
		return
	}
	next := "/"
	if query.Get(arenaKey) != "" {
		wish := url.Values{}
		for _, key := range []string{arenaKey, addressKey, portKey, namesKey} {
			if query.Has(key) {
				wish.Set(key, query.Get(key))
			}
		}
		next = "/regie.html#" + html.EscapeString(wish.Encode())
	}
	fmt.Fprintf(w, plainPage, s.Lang, `<meta http-equiv="refresh" content="0;url=`+next+`">`,
		s.say.opening()+` <a href="`+next+`">`+s.say.goOn()+`</a>`)
}

const plainPage = `<!doctype html><html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">%s<title>Klantreis</title><p>%s</p></html>
`

// refuse answers who has no cookie: a page with a page, a program with a fault.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/api/") {
		s.fault(w, http.StatusForbidden, "onbekend", s.say.notHere())
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusForbidden)
	message := s.say.notHere()
	if strings.HasPrefix(r.URL.Path, "/made/") { // a link in a sandboxed page takes no cookie along
		message = s.say.openFromDesk()
	}
	fmt.Fprintf(w, plainPage, s.Lang, "", message)
}

// pagePolicy is what the page may do: run its own files, and talk to its own server. Style sheets that the
// editor makes bear the nonce of the page.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src 'self' data:; font-src 'self' data:; " +
	"connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// file gives a file of the page. Of index.html, __NONCE__ is filled in.
func (s *Server) file(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	content, err := fs.ReadFile(page, path.Join("page", name))
	if err != nil || !fs.ValidPath(name) || r.Method != http.MethodGet {
		http.NotFound(w, r)
		return
	}
	kind := mime.TypeByExtension(path.Ext(name))
	switch path.Ext(name) { // what the system's own list says differs from machine to machine
	case ".js":
		kind = "text/javascript; charset=utf-8"
	case ".css":
		kind = "text/css; charset=utf-8"
	case ".woff2":
		kind = "font/woff2"
	case ".txt":
		kind = "text/plain; charset=utf-8"
	case ".html":
		kind = "text/html; charset=utf-8"
		nonce := secret()
		w.Header().Set("Content-Security-Policy", fmt.Sprintf(pagePolicy, nonce))
		content = []byte(strings.ReplaceAll(string(content), "__NONCE__", nonce))
	}
	w.Header().Set("Content-Type", kind)
	w.Write(content)
}
