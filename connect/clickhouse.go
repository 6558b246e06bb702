package connect

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"klantreis/journeys/pushdown"
)

// clickhouse speaks the HTTP interface, which every version and every proxy has.
type clickhouse struct {
	address address
	ctx     context.Context
	client  *http.Client
	url     string
	dialect pushdown.ClickHouse
	limits  map[string]string

	password string
}

func openClickHouse(ctx context.Context, a address) (pushdown.Connection, error) {
	secure := !isHere(a.Hostname())
	if own := a.Query().Get("secure"); own != "" {
		secure = own == "true" || own == "1"
	}
	c := &clickhouse{address: a, ctx: ctx, password: a.secret("WACHTWOORD"), client: &http.Client{
		Transport: &http.Transport{DialContext: (&net.Dialer{Timeout: dialTimeout}).DialContext, TLSHandshakeTimeout: dialTimeout},
		// A server that sends us elsewhere would get the password there.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	target := url.URL{Scheme: "http", Host: a.Host, Path: "/"}
	port := "8123"
	if secure {
		target.Scheme, port = "https", "8443"
	}
	if a.Port() == "" {
		target.Host = net.JoinHostPort(a.Hostname(), port)
	}
	c.url = target.String()
	readonly := ""
	err := c.Each(pushdown.Statement{SQL: "SELECT 'r', value FROM system.settings WHERE name = 'readonly'"}, func(cells [][]byte) error {
		readonly = string(cells[1])
		return nil
	})
	if err != nil {
		return nil, err
	}
	c.limits = c.dialect.Limits(readonly, a.seconds())
	err = c.Each(pushdown.Statement{SQL: "SELECT 'r', name FROM system.functions WHERE name = 'multiSearchAny'"}, func([][]byte) error {
		c.dialect.Multi = true
		return nil
	})
	return c, err
}

func (c *clickhouse) Dialect() pushdown.Dialect { return c.dialect }

func (c *clickhouse) Close() { c.client.CloseIdleConnections() }

func (c *clickhouse) Columns(f pushdown.From) ([]pushdown.Column, error) {
	var lines [][]string
	err := c.ask(f.Probe(c.dialect)+" FORMAT TabSeparatedWithNamesAndTypes", 0, func(cells [][]byte) error {
		var line []string
		for _, cell := range cells {
			line = append(line, string(cell))
		}
		lines = append(lines, line)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(lines) < 2 {
		return nil, c.address.fault("verbinding-fout", "TabSeparatedWithNamesAndTypes")
	}
	var all []pushdown.Column
	for i, name := range lines[0] {
		all = append(all, pushdown.Column{Name: name, Type: clickhouseType(lines[1][i])})
	}
	return all, nil
}

var wrapped = regexp.MustCompile(`^(?:Nullable|LowCardinality)\((.*)\)$`)

func clickhouseType(name string) pushdown.Type {
	for m := wrapped.FindStringSubmatch(name); m != nil; m = wrapped.FindStringSubmatch(name) {
		name = m[1]
	}
	switch {
	case strings.HasPrefix(name, "DateTime"):
		return pushdown.Moment
	case strings.HasPrefix(name, "Date"):
		return pushdown.Day
	}
	return pushdown.Text
}

func (c *clickhouse) Fetch(f pushdown.From, columns []pushdown.Column, visit func([][]byte) error) error {
	return c.Each(pushdown.Fetch(c.dialect, f, columns), func(cells [][]byte) error { return visit(cells[1:]) })
}

func (c *clickhouse) Each(s pushdown.Statement, visit func([][]byte) error) error {
	return c.ask(s.SQL+" FORMAT TabSeparated", 2, visit)
}

// ask sends one question. A row has at least `cells` cells; a shorter line is the text of an error
// that came when rows had been sent already.
func (c *clickhouse) ask(sql string, least int, visit func([][]byte) error) error {
	query := url.Values{}
	for name, value := range c.limits {
		query.Set(name, value)
	}
	if database := strings.Trim(c.address.Path, "/"); database != "" {
		query.Set("database", database)
	}
	request, err := http.NewRequestWithContext(c.ctx, http.MethodPost, c.url+"?"+query.Encode(), strings.NewReader(sql))
	if err != nil {
		return c.address.fault("verbinding-adres")
	}
	if user := c.address.User.Username(); user != "" || c.password != "" {
		request.Header.Set("X-ClickHouse-User", user)
		request.Header.Set("X-ClickHouse-Key", c.password)
	}
	response, err := c.client.Do(request)
	if err != nil {
		return c.away(err)
	}
	defer response.Body.Close()
	lines := bufio.NewReaderSize(response.Body, 1<<18)
	if response.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(io.LimitReader(lines, 4096))
		return c.fault(string(text), response.StatusCode)
	}
	r := tabs{lines: lines}
	for {
		cells, err := r.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return c.away(err)
		}
		if len(cells) < least {
			return c.fault(string(bytes.Join(cells, nil)), response.StatusCode)
		}
		if err := visit(cells); err != nil {
			return err
		}
	}
}

func (c *clickhouse) away(err error) error {
	if c.ctx.Err() != nil {
		return c.ctx.Err()
	}
	return c.address.fault("verbinding-weg", c.address.where(), reason(err))
}

var clickhouseCode = regexp.MustCompile(`^(?:Poco::Exception. )?Code: (\d+)`)

// fault puts an error of the server into a message for people.
func (c *clickhouse) fault(text string, status int) error {
	a := c.address
	m := clickhouseCode.FindStringSubmatch(text)
	if m == nil {
		return a.fault("verbinding-fout", "HTTP "+http.StatusText(status))
	}
	switch m[1] {
	case "192", "193", "194", "195", "516":
		return a.fault("verbinding-wachtwoord", a.where())
	case "291", "497":
		return a.fault("verbinding-recht", a.table())
	case "60", "81":
		return a.fault("verbinding-tabel", a.table())
	case "159", "160":
		return a.fault("verbinding-tijd", a.seconds())
	case "209", "210", "279":
		return a.fault("verbinding-weg", a.where(), "Code "+m[1])
	case "16", "27", "38", "41", "42", "43", "46", "47", "53", "62", "386": // unknown names, types that do not fit, syntax
		return a.fault("verbinding-vraag", "Code "+m[1])
	}
	return a.fault("verbinding-fout", "Code "+m[1])
}
