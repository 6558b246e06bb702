package room

import (
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

// How many connections there may be. A telephone has two: what it hears, and what it sends.
const (
	mostConnections = 2400
	mostOfOne       = 800 // of one address: a room behind one router
)

// guestServer gives who says nothing, or too slowly, no time. A stream of events goes on, see stream.
func guestServer(h http.Handler) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 20 * time.Second, WriteTimeout: time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 16 << 10, ErrorLog: log.New(io.Discard, "", 0)}
}

// limitedListener closes what comes when there are too many connections, in all or of one address.
type limitedListener struct {
	net.Listener
	mu  sync.Mutex
	all int
	of  map[string]int
}

func limited(l net.Listener) net.Listener { return &limitedListener{Listener: l, of: map[string]int{}} }

// Accept waits for the next connection for which there is room.
func (l *limitedListener) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		from, _, _ := net.SplitHostPort(c.RemoteAddr().String())
		if l.enter(from) {
			return &limitedConn{Conn: c, leave: sync.OnceFunc(func() { l.leave(from) })}, nil
		}
		c.Close()
	}
}

func (l *limitedListener) enter(from string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.all >= mostConnections || l.of[from] >= mostOfOne {
		return false
	}
	l.all++
	l.of[from]++
	return true
}

func (l *limitedListener) leave(from string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all--
	if l.of[from]--; l.of[from] == 0 {
		delete(l.of, from)
	}
}

type limitedConn struct {
	net.Conn
	leave func()
}

// Close gives the place back.
func (c *limitedConn) Close() error {
	defer c.leave()
	return c.Conn.Close()
}
