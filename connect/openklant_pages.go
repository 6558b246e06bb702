package connect

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"klantreis/journeys/pushdown"
)

const (
	pageSize = 500      // the most that the API gives
	maxPage  = 64 << 20 // bytes; a page of the largest contacts that the API allows is some megabytes
	maxPages = 100_000  // so that a server without end does not keep us forever
	maxStale = 5
)

// pages is the contacts of all pages as one stream of JSON, a contact a line.
type pages struct {
	api     *openKlant
	number  int // of the last page
	read    int // contacts so far, each once
	there   int // contacts that the server says it has: the fewest it said
	stale   int // pages in a row without anything new
	last    bool
	before  []byte // its contacts
	waiting []byte // what of them was not read yet
	recent  window // their uuids
	failed  error
	lines   int       // of all pages so far
	skipped int       // lines that only tell the names of columns; see again
	first   string    // the sum of the first page
	ends    []pageEnd // of all pages in the stream, when a Place is asked for
}

func (p *pages) Read(into []byte) (int, error) {
	for len(p.waiting) == 0 {
		if p.failed == nil && p.last {
			p.failed = io.EOF
		}
		if p.failed != nil {
			return 0, p.failed
		}
		p.failed = p.turn()
	}
	n := copy(into, p.waiting)
	p.waiting = p.waiting[n:]
	return n, nil
}

// turn gets the next page.
func (p *pages) turn() error {
	if p.number == maxPages {
		return p.api.fault("api-te-veel", p.read)
	}
	p.number++
	page, err := p.api.page(p.number)
	if err != nil {
		return err
	}
	p.last = page.Next == nil || *page.Next == ""
	// What is registered meanwhile comes before what was read and what is removed is no more, so
	// that the fewest is what there is to read.
	if p.number == 1 || !page.gone && page.Count < p.there {
		p.there = page.Count
	}
	lines, err := p.linesOf(page)
	if err != nil {
		return err
	}
	if p.api.key != nil && !page.gone {
		sum := p.api.sumOf(page)
		if p.number == 1 {
			p.first = sum
		}
		p.ends = append(p.ends, pageEnd{p.number, p.lines, p.read, p.there, page.Count, sum})
	}
	// A page may hold nothing new when very many were registered just now.
	if p.stale++; len(lines) > 0 && !bytes.Equal(lines, p.before) {
		p.stale = 0
	}
	if !p.last && p.stale == maxStale {
		return p.api.fault("api-herhaalt", p.number)
	}
	p.before = lines
	p.waiting = p.before
	p.api.tell(Progress{Source: p.api.source, Read: p.read, All: page.Count})
	return nil
}

// linesOf gives the contacts of a page that did not come before, a line each.
func (p *pages) linesOf(page contactPage) ([]byte, error) {
	var lines bytes.Buffer
	for _, contact := range page.Results {
		var id struct {
			UUID string `json:"uuid"`
		}
		if json.Unmarshal(contact, &id) == nil && p.recent.again(id.UUID) {
			continue
		}
		p.read++
		p.lines++
		if err := json.Compact(&lines, contact); err != nil {
			return nil, p.api.fault("api-vreemd", p.number)
		}
		lines.WriteByte('\n')
	}
	return lines.Bytes(), nil
}

// window remembers the last uuids. A contact that moved to a later page, because others came
// before it, stands there at a distance of as many contacts as came between two answers.
type window struct {
	seen  map[string]bool
	order []string // a ring
	next  int
}

// windowSize is in contacts: so many may be registered between two answers.
const windowSize = 100 * pageSize

// again reports whether an id was seen lately, and remembers it. What is far too long for an id is
// none, so that memory has a bound.
func (w *window) again(id string) bool {
	if id == "" || len(id) > 100 {
		return false
	}
	if w.seen == nil {
		w.seen, w.order = map[string]bool{}, make([]string, windowSize)
	}
	if w.seen[id] {
		return true
	}
	delete(w.seen, w.order[w.next])
	w.seen[id], w.order[w.next] = true, id
	w.next = (w.next + 1) % windowSize
	return false
}

// contactPage is an answer of the API.
type contactPage struct {
	Count   int               `json:"count"`
	Next    *string           `json:"next"`
	Results []json.RawMessage `json:"results"`
	gone    bool              // there is no such page any more
}

// errCut is an answer that ends too early.
var errCut = errors.New("cut short")

// parsePage reads an answer. It is errCut when more text could have made it whole.
func parsePage(body []byte) (contactPage, error) {
	var page contactPage
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	if err := json.Unmarshal(body, &page); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) && syntax.Offset >= int64(len(body)) {
			return page, errCut
		}
		return page, err
	}
	if page.Results == nil || page.Count < 0 {
		return page, errors.New("no list of contacts")
	}
	return page, nil
}

func (k *openKlant) fault(code string, args ...any) error {
	return &pushdown.Fault{Code: code, Args: append([]any{k.list.Host}, args...)}
}

func (k *openKlant) tell(p Progress) {
	if k.watch != nil {
		k.watch(p)
	}
}
