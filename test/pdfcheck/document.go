// Package pdfcheck reads a PDF with a parser that did not write it, and looks for everything that
// breaks PDF/UA-1 (by the numbers of the Matterhorn Protocol 1.02, see matterhorn.go) or PDF/A-2a
// (archive.go). It is for tests. It knows the kinds of objects that our documents are made of and
// reports any other as a fault, so that it never says yes to what it did not look at.
package pdfcheck

import (
	"bytes"
	"fmt"
	"slices"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Fault is one broken rule. Rule is a failure condition of the Matterhorn Protocol (28-012), a
// clause of ISO 19005-2 (A 6.2.3), or a rule of the house (order, parent-tree, …).
type Fault struct{ Rule, What string }

func (f Fault) String() string { return f.Rule + ": " + f.What }

// Document is a PDF taken apart.
type Document struct {
	raw      []byte
	ctx      *model.Context
	root     types.Dict // the catalog
	pages    []*page
	byObject map[int]*page
	fonts    map[int]*fontFile // by object number
	tree     *element          // StructTreeRoot; its kids are the top elements; nil without one
	roles    map[string]string // RoleMap
	faults   []Fault
	seen     map[string]int // how often a rule was broken, so that a thousand equal faults stay few
}

var withoutConfigDir = sync.OnceFunc(api.DisableConfigDir) // pdfcpu would write into the home folder

// Open parses a PDF. An error means that it cannot be read at all.
func Open(pdf []byte) (*Document, error) {
	withoutConfigDir()
	ctx, err := api.ReadContext(bytes.NewReader(pdf), model.NewDefaultConfiguration())
	if err != nil {
		return nil, fmt.Errorf("pdfcheck: %w", err)
	}
	d := &Document{raw: pdf, ctx: ctx, byObject: map[int]*page{}, fonts: map[int]*fontFile{}, roles: map[string]string{}, seen: map[string]int{}}
	if d.root, err = ctx.Catalog(); err != nil {
		return nil, fmt.Errorf("pdfcheck: catalog: %w", err)
	}
	if err := ctx.EnsurePageCount(); err != nil {
		return nil, fmt.Errorf("pdfcheck: pages: %w", err)
	}
	for n := 1; n <= ctx.PageCount; n++ {
		dict, ref, inherited, err := ctx.PageDict(n, false)
		if err != nil || ref == nil {
			return nil, fmt.Errorf("pdfcheck: page %d: %w", n, err)
		}
		p := &page{number: n, object: ref.ObjectNumber.Value(), dict: dict}
		if inherited != nil {
			p.resources = inherited.Resources
		}
		if own := d.dict(dict["Resources"]); own != nil {
			p.resources = own
		}
		if p.content, err = ctx.PageContent(dict, n); err != nil {
			return nil, fmt.Errorf("pdfcheck: content of page %d: %w", n, err)
		}
		d.pages = append(d.pages, p)
		d.byObject[p.object] = p
	}
	d.readTree()
	return d, nil
}

// Check opens a PDF and gives all faults against both standards, in a fixed order.
func Check(pdf []byte) []Fault {
	d, err := Open(pdf)
	if err != nil {
		return []Fault{{"open", err.Error()}}
	}
	return d.Faults()
}

// Faults checks everything there is.
func (d *Document) Faults() []Fault {
	d.faults, d.seen, d.fonts = nil, map[string]int{}, map[int]*fontFile{}
	for _, p := range d.pages {
		d.readContent(p)
	}
	d.checkDocument()
	d.checkTree()
	d.checkHeadings()
	d.checkParentTree()
	d.checkAnnotations()
	d.checkFonts()
	d.checkOutline()
	d.checkArchive()
	return d.faults
}

// Validate is pdfcpu's own judgement of the file against ISO 32000.
func Validate(pdf []byte) error {
	withoutConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	return api.Validate(bytes.NewReader(pdf), conf)
}

const mostOfOneRule = 5

// fault notes a broken rule; of one rule only the first few.
func (d *Document) fault(rule, format string, args ...any) {
	d.seen[rule]++
	if d.seen[rule] <= mostOfOneRule {
		d.faults = append(d.faults, Fault{rule, fmt.Sprintf(format, args...)})
	}
}

// get follows references; nil for what is not there.
func (d *Document) get(o types.Object) types.Object {
	if o == nil {
		return nil
	}
	got, err := d.ctx.Dereference(o)
	if err != nil {
		return nil
	}
	return got
}

func (d *Document) dict(o types.Object) types.Dict {
	switch v := d.get(o).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

func (d *Document) array(o types.Object) types.Array {
	a, _ := d.get(o).(types.Array)
	return a
}

// name is a name without its slash, empty for anything else.
func (d *Document) name(o types.Object) string {
	n, _ := d.get(o).(types.Name)
	return string(n)
}

func (d *Document) number(o types.Object) (float64, bool) {
	switch v := d.get(o).(type) {
	case types.Integer:
		return float64(v), true
	case types.Float:
		return float64(v), true
	}
	return 0, false
}

func (d *Document) integer(o types.Object) int {
	v, ok := d.number(o)
	if !ok {
		return -1
	}
	return int(v)
}

// text is a text string, and whether there is one.
func (d *Document) text(o types.Object) (string, bool) {
	switch d.get(o).(type) {
	case types.StringLiteral, types.HexLiteral:
		s, err := d.ctx.DereferenceText(o)
		return s, err == nil
	}
	return "", false
}

// stream is the decoded content of a stream.
func (d *Document) stream(o types.Object) ([]byte, bool) {
	sd, ok := d.get(o).(types.StreamDict)
	if !ok {
		return nil, false
	}
	if sd.Content == nil {
		if err := sd.Decode(); err != nil {
			return nil, false
		}
	}
	return sd.Content, true
}

// objectNumber is the number of a referenced object, 0 for a direct one.
func objectNumber(o types.Object) int {
	if ref, ok := o.(types.IndirectRef); ok {
		return ref.ObjectNumber.Value()
	}
	return 0
}

// objects are the numbers of all objects in use, in order.
func (d *Document) objects() []int {
	var all []int
	for n, entry := range d.ctx.Table {
		if entry != nil && !entry.Free && n > 0 {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return all
}

func sorted(d types.Dict) []string {
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
