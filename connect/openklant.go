package connect

import (
	"context"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
	"klantreis/journeys/signals"
)

// openKlant reads the contacts of Open Klant 2, or of another server of the Klantinteracties API.
//
// The API has no filter on a range of dates and one fixed order: what was registered last comes
// first. That is not the order in which contacts took place (a migration registers old ones
// today), so that stopping at the first contact before the period could miss some, and all pages
// are read. What the API can leave out itself, the user asks for in the address: filters.
//
// Pages are asked by number. A page is handed on when it is whole, and asked again when it is not,
// so that a lost connection costs one page. Contacts that are registered meanwhile move others to
// the next page; their uuid sees to it that they count once. The `next` of an answer tells that
// there is more and is never followed: whatever an answer says, the token goes to the address
// that the user wrote.
type openKlant struct {
	ctx    context.Context
	list   *url.URL // of klantcontacten, with the filters
	token  string
	limit  time.Duration // of one request
	client *http.Client
	sleep  func(context.Context, time.Duration) error
	watch  func(Progress)
	source string
	at     journeys.Pos           // of the address in the file
	opened *signals.Records       // by Columns for Fetch
	asked  *pages                 // of the last Fetch
	late   func() ([]string, int) // columns that it did not read

	from    *pushdown.Place // to go on behind; nil: nowhere
	key     []byte          // of the sums of pages; nil: nobody asks for a Place
	resumed bool
	header  []string
	rest    int // the end of a page at which Fetch is
}

// Filters are the query parameters of klantcontacten that a user may write in the address; those
// on customers and what belongs to us (page, pageSize) are not among them, nor expand, which
// brings names along.
func Filters() []string {
	return []string{"indicatieContactGelukt", "inhoud", "kanaal", "onderwerp", "vertrouwelijk"}
}

// openOpenKlant checks the address and the token; the network is not used yet.
func openOpenKlant(ctx context.Context, a address) (pushdown.Connection, error) {
	if a.Hostname() == "" || a.Opaque != "" {
		return nil, a.fault("api-adres")
	}
	if a.User != nil {
		return nil, a.fault("verbinding-geheim")
	}
	if a.Scheme != "https" && !isHere(a.Hostname()) {
		return nil, a.fault("api-http", a.where())
	}
	if a.source.Table != "" || a.source.Query != "" || a.source.Mode != "" {
		return nil, a.fault("api-tabel")
	}
	for _, name := range slices.Sorted(maps.Keys(a.Query())) {
		if !slices.Contains(Filters(), name) {
			return nil, a.fault("api-filter", name, journeys.Nearest(name, Filters()), strings.Join(Filters(), ", "))
		}
	}
	token, ok := cleanToken(a.secret("TOKEN"))
	if token == "" {
		return nil, a.fault("api-token-weg", ownVariable("TOKEN", a.source.Name))
	}
	if !ok {
		return nil, a.fault("api-token-vreemd", ownVariable("TOKEN", a.source.Name))
	}
	list := *a.URL
	list.Fragment, list.RawFragment, list.RawPath = "", "", ""
	list.Path = strings.TrimRight(list.Path, "/")
	if !strings.HasSuffix(list.Path, "/klantcontacten") {
		list.Path += "/klantcontacten"
	}
	k := &openKlant{ctx: ctx, list: &list, token: token, limit: a.limit, sleep: a.sleep, watch: a.watch, source: a.source.Name, at: a.source.At("verbinding")}
	k.client = k.newClient()
	return k, nil
}

// cleanToken takes away what comes along with copying: space around it, and the word Token. It is
// not ok when it cannot be a token.
func cleanToken(token string) (clean string, ok bool) {
	clean = strings.TrimSpace(token)
	if head, rest, found := strings.Cut(clean, " "); found && strings.EqualFold(head, "Token") {
		clean = strings.TrimSpace(rest)
	}
	strange := func(r rune) bool { return r <= ' ' || r > '~' }
	return clean, strings.IndexFunc(clean, strange) < 0
}

// Format is that of a file with the same contacts.
func (k *openKlant) Format() string { return "openklant" }

// Columns lists the members of the first contacts. The question is not used: there is one list.
func (k *openKlant) Columns(pushdown.From) ([]pushdown.Column, error) {
	if err := k.open(); err != nil {
		return nil, err
	}
	var all []pushdown.Column
	for _, name := range k.opened.Header {
		all = append(all, pushdown.Column{Name: name})
	}
	return all, nil
}

func (k *openKlant) open() error {
	if k.opened != nil {
		return nil
	}
	if k.resumed = false; k.from != nil {
		if err := k.goOn(); err != nil {
			return err
		}
		k.tell(Progress{Source: k.source, From: k.from.Page, Anew: !k.resumed})
		if k.resumed {
			k.header = k.from.Header
			return nil
		}
		k.from = nil
	}
	k.asked = &pages{api: k}
	opened, err := k.records(k.asked)
	if err != nil {
		return err
	}
	if len(opened.Header) == 0 { // there are no contacts yet
		opened.Header = []string{"uuid", "nummer", "kanaal", "onderwerp", "inhoud", "vertrouwelijk", "plaatsgevondenOp"}
	}
	k.opened, k.late, k.header = opened, opened.Late, opened.Header
	return nil
}

// records reads a stream of pages.
func (k *openKlant) records(p *pages) (*signals.Records, error) {
	k.asked = p
	opened, err := signals.JSONRecords(p, ahead)
	if err != nil {
		return nil, k.told(err)
	}
	return &opened, nil
}

// told makes a fault of the catalogue of what the reader of JSON found on a page.
func (k *openKlant) told(err error) error {
	var fault *pushdown.Fault
	if errors.As(err, &fault) || k.ctx.Err() != nil {
		return err
	}
	return k.fault("api-vreemd", k.asked.number)
}

// Fetch visits all contacts, from the first page on.
func (k *openKlant) Fetch(_ pushdown.From, columns []pushdown.Column, visit func(cells [][]byte) error) error {
	if err := k.open(); err != nil {
		return err
	}
	from := k.opened
	k.opened = nil // a second Fetch asks anew
	defer func() { k.from = nil }()
	at := make([]int, len(columns))
	for i, c := range columns {
		at[i] = slices.Index(from.Header, c.Name)
	}
	cells := make([][]byte, len(columns))
	reached := 0 // ends of pages
	for {
		all, err := from.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return k.told(err)
		}
		if from.Line() <= k.asked.skipped {
			continue
		}
		was := reached
		for reached < len(k.asked.ends) && k.asked.ends[reached].lines < from.Line() {
			reached++
		}
		if k.rest = reached - 1; reached > was && k.key != nil {
			if err := visit(nil); err != nil {
				return err
			}
		}
		for i, column := range at {
			cells[i] = cells[i][:0]
			if column >= 0 && column < len(all) {
				cells[i] = append(cells[i], all[column]...)
			}
		}
		if err := visit(cells); err != nil {
			return err
		}
	}
}

// ahead is in bytes: some pages. Each contact of the API has all members, so that more would only put off
// the counting, and with it that counts are kept.
const ahead = 2 << 20

// maxMissing is the share of contacts that may be missing before the numbers cannot be trusted; it
// is that of unreadable records.
const maxMissing = 0.05

// Doubts tells of contacts that the server says it has and did not give, and of columns that only
// later contacts have.
func (k *openKlant) Doubts() (doubts journeys.Problems) {
	there, read := k.asked.there, k.asked.read
	if read < there {
		severity := journeys.Warning
		if float64(there-read) > maxMissing*float64(there) {
			severity = journeys.Error
		}
		doubts = append(doubts, journeys.Problem{Pos: k.at, Severity: severity, Code: "api-onvolledig", Args: []any{k.source, k.list.Host, read, there}})
	}
	if columns, line := k.late(); len(columns) > 0 {
		doubts = append(doubts, journeys.Problem{Pos: k.at, Severity: journeys.Warning, Code: "api-late-kolommen", Args: []any{k.source, strings.Join(columns, ", "), line}})
	}
	return doubts
}

// Close lets go of the connection.
func (k *openKlant) Close() { k.client.CloseIdleConnections() }
