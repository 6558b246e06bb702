package connect

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"klantreis/journeys/pushdown"
)

// A reading that was broken off goes on behind the last page of which the counts were kept. Neither
// contacts nor their ids were: the page before it and that page itself are asked again, so that what
// moves on while reading goes on is still known by its id. The outcome is that of one reading that took
// longer. If the first page, either of those, or the number of contacts is not what it was, contacts came
// or went, so that pages moved: the reading begins anew.

// pageEnd is where a page ends in the stream of contacts.
type pageEnd struct {
	page              int
	lines             int // of the stream up to there
	read, there, said int
	sum               string
}

// Resume tells where to go on; see pushdown.Resumable.
func (k *openKlant) Resume(from *pushdown.Place, key []byte) { k.from, k.key = from, key }

// Resumed tells whether the reading went on.
func (k *openKlant) Resumed() bool { return k.resumed }

// ID is the member by which a contact is known.
func (k *openKlant) ID() string { return "uuid" }

// Place is where Fetch is.
func (k *openKlant) Place() pushdown.Place {
	at, p := k.asked.ends[k.rest], k.asked
	place := pushdown.Place{Page: at.page, Read: at.read, There: at.there, Count: at.said, Last: at.sum, First: p.first, Header: k.header}
	if k.rest > 0 {
		place.Before = p.ends[k.rest-1].sum
	} else if k.resumed {
		place.Before = k.from.Last
	}
	place.Late, place.LateAt = k.late()
	return place
}

// sumOf stands for the contacts of a page, as they were given.
func (k *openKlant) sumOf(page contactPage) string {
	sum := hmac.New(sha256.New, k.key)
	for _, contact := range page.Results {
		var line bytes.Buffer
		line.Write(contact)
		line.WriteByte('\n')
		sum.Write(line.Bytes())
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// again asks for the pages that tell whether the list is as it was, and gives a stream that goes on there:
// the first page, for the names of columns, and behind it what was not read yet. Nil: it is not.
func (k *openKlant) again() (*pages, error) {
	from := k.from
	p := &pages{api: k}
	looked := []struct {
		page int
		sum  string
	}{{1, from.First}, {from.Page - 1, from.Before}, {from.Page, from.Last}}
	for i, l := range looked {
		if l.page < 1 || i > 0 && l.page == 1 {
			continue
		}
		page, err := k.page(l.page)
		if err != nil {
			return nil, err
		}
		if page.gone || k.sumOf(page) != l.sum || page.Count != from.Count {
			return nil, nil
		}
		lines, err := p.linesOf(page)
		if err != nil {
			return nil, err
		}
		if l.page == 1 {
			p.waiting, p.skipped, p.first = lines, p.lines, l.sum
		}
		p.last = page.Next == nil || *page.Next == ""
		k.tell(Progress{Source: k.source, Read: from.Read, All: page.Count})
	}
	p.lines = p.skipped
	p.number, p.read, p.there = from.Page, from.Read, from.There
	return p, nil
}

// goOn opens the stream behind the place of an earlier reading, if that can be done.
func (k *openKlant) goOn() error {
	p, err := k.again()
	if err != nil || p == nil {
		return err
	}
	opened, err := k.records(p)
	if err != nil || !slices.Equal(opened.Header, k.from.Header) {
		return err
	}
	k.opened, k.asked, k.resumed = opened, p, true
	from := *k.from
	k.late = func() ([]string, int) {
		if len(from.Late) > 0 {
			return from.Late, from.LateAt
		}
		columns, line := opened.Late()
		return columns, line - p.skipped + from.Read
	}
	return nil
}
