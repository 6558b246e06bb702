// Package connect opens the connections that a journey names. Data leaves or enters the machine
// only here, only to a server that the user wrote down, and only to read: transactions are read
// only and have a time limit, and TLS is on unless the server is this machine or the user turned
// it off. A password comes from the environment, never from a file.
//
// Each engine is one file with one line in the table of engines.
package connect

import (
	"context"
	"net"
	"net/url"
	"strconv"
	"strings"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
)

// Connector opens connections; it implements pushdown.Connector.
type Connector struct {
	ctx    context.Context
	getenv func(string) string
	// Watch, if any, hears how far a source is that comes in pages.
	Watch func(Progress)
	sleep func(context.Context, time.Duration) error
}

// Progress is how far a source is that is read from a connection.
type Progress struct {
	Source    string
	Read, All int           // records; All is what the server says that there are, 0 when it does not
	Wait      time.Duration // until the next attempt, when the server did not answer well
	From      int           // the page behind which a reading that was broken off goes on, said once; 0: it is no such one
	Anew      bool          // it does not go on there after all, because the list has changed
}

// New makes a connector that stops with ctx and finds passwords with getenv.
func New(ctx context.Context, getenv func(string) string) *Connector {
	return &Connector{ctx: ctx, getenv: getenv, sleep: sleep}
}

// address is a connection as the user wrote it, with what belongs to us taken out.
type address struct {
	*url.URL
	limit  time.Duration // of one question
	source journeys.Source
	getenv func(string) string
	watch  func(Progress)
	sleep  func(context.Context, time.Duration) error
}

// engines is the table of what can be connected to, by the scheme of the address.
func engines() map[string]func(context.Context, address) (pushdown.Connection, error) {
	return map[string]func(context.Context, address) (pushdown.Connection, error){
		"postgres": openPostgres, "postgresql": openPostgres,
		"clickhouse": openClickHouse,
		"https":      openOpenKlant, "http": openOpenKlant,
	}
}

const (
	usualLimit  = 10 * time.Minute
	dialTimeout = 10 * time.Second
)

// Open connects to the database of a source. The address may hold tijdslimiet, in seconds.
func (c *Connector) Open(s journeys.Source) (pushdown.Connection, error) {
	parsed, err := url.Parse(s.Connection)
	if err != nil {
		return nil, &pushdown.Fault{Code: "verbinding-adres"}
	}
	if _, set := parsed.User.Password(); set {
		return nil, &pushdown.Fault{Code: "verbinding-geheim"} // as the check of the file said: it is not used
	}
	open := engines()[parsed.Scheme]
	if open == nil {
		return nil, &pushdown.Fault{Code: "verbinding-soort", Args: []any{parsed.Scheme}}
	}
	a := address{URL: parsed, limit: usualLimit, source: s, getenv: c.getenv, watch: c.Watch, sleep: c.sleep}
	if strings.HasPrefix(parsed.Scheme, "http") {
		a.limit = pageLimit
	}
	query := parsed.Query()
	if seconds := query.Get("tijdslimiet"); seconds != "" {
		n, err := strconv.Atoi(seconds)
		if err != nil || n < 1 || n > 24*3600 {
			return nil, &pushdown.Fault{Code: "verbinding-adres"}
		}
		a.limit = time.Duration(n) * time.Second
		query.Del("tijdslimiet")
		parsed.RawQuery = query.Encode()
	}
	return open(c.ctx, a)
}

// secret finds a password or token in the environment: KLANTREIS_<KIND>_<SOURCE>, KLANTREIS_<KIND>,
// or one of the names that programs for this kind of server share. Empty: there is none.
func (a address) secret(kind string, shared ...string) string {
	general := "KLANTREIS_" + kind
	for _, name := range append([]string{ownVariable(kind, a.source.Name), general}, shared...) {
		if value := a.getenv(name); value != "" {
			return value
		}
	}
	return ""
}

// ownVariable is the variable that holds a secret for one source only.
func ownVariable(kind, source string) string {
	return "KLANTREIS_" + kind + "_" + strings.ToUpper(strings.ReplaceAll(journeys.Slug(source), "-", "_"))
}

// isHere tells whether a host is this machine, so that nothing travels over a wire.
func isHere(host string) bool {
	ip := net.ParseIP(host)
	return host == "" || host == "localhost" || strings.HasPrefix(host, "/") || ip != nil && ip.IsLoopback()
}

func (a address) seconds() int { return int(a.limit / time.Second) }

// where names the server in messages: without user or password.
func (a address) where() string {
	if a.Hostname() == "" {
		return "localhost"
	}
	return a.Host
}

func (a address) fault(code string, args ...any) error {
	return &pushdown.Fault{Code: code, Args: args}
}

// table is what is read, for messages.
func (a address) table() string {
	if a.source.Table != "" {
		return a.source.Table
	}
	return "vraag"
}
