package pdf

import (
	"slices"
	"unicode/utf16"
)

// Everything on a page is either content of the document, marked with the element of the
// structure tree it belongs to, or an artifact. The tree is built while the report is laid out,
// in reading order; drawing only fills in where each element's content stands.

// tag is one element of the structure tree.
type tag struct {
	role  string // P, H1, L, LI, Table, TD, Figure, …
	alt   string // Figure: the text alternative
	says  string // Lbl: what a drawn sign stands for
	title string // Sect, H1: shown in a reader's list
	scope string // TH: Column or Row
	count bool   // L: its labels are numbers
	bbox  *[4]float64
	kids  []kid
}

// kid is a child element or a piece of content.
type kid struct {
	tag       *tag
	page, mid int // content: page from 1 and marked-content id
	annot     int // content: the object of a link
}

func (t *tag) add(role string) *tag {
	child := &tag{role: role}
	t.kids = append(t.kids, kid{tag: child})
	return child
}

// marker hands out marked-content ids per page.
type marker struct {
	next    int
	owners  [][]*tag // page → id → element
	open    bool     // inside a mark or artifact
	current *tag
}

func newMarker() marker { return marker{} }

func (m *marker) startPage() {
	m.owners = append(m.owners, nil)
	m.next = 0
}

// mark draws content that belongs to an element.
func (p *provider) mark(t *tag, draw func()) {
	if t == nil {
		p.artifact(draw)
		return
	}
	if p.marks.open { // a component inside a figure is part of the figure
		draw()
		return
	}
	page := len(p.marks.owners)
	p.raw("/%s <</MCID %d>> BDC", t.role, p.marks.next)
	t.kids = append(t.kids, kid{page: page, mid: p.marks.next})
	p.marks.owners[page-1] = append(p.marks.owners[page-1], t)
	p.marks.next++
	p.marks.open, p.marks.current = true, t
	draw()
	p.marks.open, p.marks.current = false, nil
	p.raw("EMC")
}

// artifact draws what assistive technology may skip: backgrounds, rules, ornaments.
func (p *provider) artifact(draw func()) { p.furniture("/Artifact <</Type /Layout>> BDC", draw) }

// foot draws what returns at the foot of every page.
func (p *provider) foot(draw func()) {
	p.furniture("/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC", draw)
}

func (p *provider) furniture(begin string, draw func()) {
	if p.marks.open {
		draw()
		return
	}
	p.raw("%s", begin)
	p.marks.open = true
	draw()
	p.marks.open = false
	p.raw("EMC")
}

// span draws text that stands for another text: a hyphenated line, a character the typeface
// lacks. An empty actual draws as it is.
func (p *provider) span(actual string, draw func()) {
	if actual == "" {
		draw()
		return
	}
	p.raw("/Span <</ActualText %s>> BDC", hexText(actual))
	draw()
	p.raw("EMC")
}

// longestText is what a string in a PDF may hold, in UTF-16 units: PDF/A allows 32767 bytes.
const longestText = 16000

// hexText writes a PDF text string: UTF-16BE with a byte-order mark, in hex, which needs no
// escaping. A text that is longer than a PDF can hold ends in an ellipsis.
func hexText(s string) string {
	const digits = "0123456789ABCDEF"
	units := utf16.Encode([]rune(s))
	if len(units) > longestText {
		units = append(units[:longestText:longestText], '…')
		if utf16.IsSurrogate(rune(units[longestText-1])) {
			units = slices.Delete(units, longestText-1, longestText)
		}
	}
	out := append(make([]byte, 0, 6+4*len(units)), "<FEFF"...)
	for _, u := range units {
		out = append(out, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
	}
	return string(append(out, '>'))
}

// link is an active area on a page: to an anchor in the document or to an address.
type link struct {
	page     int
	rect     [4]float64
	anchor   string
	uri      string
	contents string // what it says aloud
	tag      *tag   // the Link element it belongs to
}
