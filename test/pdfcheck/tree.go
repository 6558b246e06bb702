package pdfcheck

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// element is an element of the structure tree.
type element struct {
	role   string // as written
	dict   types.Dict
	object int
	parent *element
	kids   []piece
}

// piece is what stands in an element: a child, content of a page, or an annotation.
type piece struct {
	kid        *element
	page       int // object number of the page
	mcid       int // -1 for an annotation
	annotation int // object number
}

// readTree reads the structure tree from its root.
func (d *Document) readTree() {
	root := d.dict(d.root["StructTreeRoot"])
	if root == nil {
		return
	}
	for from, to := range d.dict(root["RoleMap"]) {
		d.roles[from] = d.name(to)
	}
	d.tree = &element{role: "StructTreeRoot", dict: root, object: objectNumber(d.root["StructTreeRoot"])}
	d.readKids(d.tree, 0)
}

const deepestTree = 100

func (d *Document) readKids(e *element, depth int) {
	kids := d.array(e.dict["K"])
	if kids == nil && e.dict["K"] != nil {
		kids = types.Array{e.dict["K"]}
	}
	for _, o := range kids {
		if n, ok := d.number(o); ok {
			e.kids = append(e.kids, piece{page: objectNumber(e.dict["Pg"]), mcid: int(n)})
			continue
		}
		dict := d.dict(o)
		page := objectNumber(dict["Pg"])
		if page == 0 {
			page = objectNumber(e.dict["Pg"])
		}
		switch d.name(dict["Type"]) {
		case "MCR":
			e.kids = append(e.kids, piece{page: page, mcid: d.integer(dict["MCID"])})
			continue
		case "OBJR":
			e.kids = append(e.kids, piece{page: page, mcid: -1, annotation: objectNumber(dict["Obj"])})
			continue
		}
		kid := &element{role: d.name(dict["S"]), dict: dict, object: objectNumber(o), parent: e}
		e.kids = append(e.kids, piece{kid: kid})
		if dict != nil && depth < deepestTree {
			d.readKids(kid, depth+1)
		}
	}
}

// walk visits the elements in reading order.
func (d *Document) walk(visit func(e *element)) {
	var down func(e *element)
	down = func(e *element) {
		for _, k := range e.kids {
			if k.kid != nil {
				visit(k.kid)
				down(k.kid)
			}
		}
	}
	if d.tree != nil {
		down(d.tree)
	}
}

// children are the roles of the child elements, in order; content counts as "content".
func (d *Document) children(e *element) (roles []string) {
	for _, k := range e.kids {
		if k.kid == nil {
			roles = append(roles, "content")
			continue
		}
		roles = append(roles, d.standard(k.kid.role))
	}
	return roles
}

// standard follows the role map.
func (d *Document) standard(role string) string {
	for range len(d.roles) + 1 {
		to, mapped := d.roles[role]
		if !mapped {
			return role
		}
		role = to
	}
	return role
}

// standardRoles are the structure types of ISO 32000-1, 14.8.4, except those of Ruby and Warichu,
// whose rules are not written down here.
var standardRoles = strings.Fields("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private " +
	"P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot " +
	"Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form")

// checkTree checks every element for itself and what may stand in what.
func (d *Document) checkTree() {
	if d.tree == nil {
		d.fault("structure", "there is no StructTreeRoot")
		return
	}
	if d.name(d.tree.dict["Type"]) != "StructTreeRoot" {
		d.fault("structure", "the StructTreeRoot does not say that it is one")
	}
	if tops := d.children(d.tree); len(tops) != 1 || tops[0] != "Document" {
		d.fault("structure", "the tree begins with %v, not with one Document", tops)
	}
	for _, from := range sorted(d.dict(d.tree.dict["RoleMap"])) {
		if slices.Contains(standardRoles, from) {
			d.fault("02-004", "the standard type %s is mapped to %s", from, d.roles[from])
		}
		if _, mapped := d.roles[d.standard(from)]; mapped {
			d.fault("02-003", "the map of %s goes round", from)
		}
	}
	notes := map[string]bool{}
	d.walk(func(e *element) {
		d.checkElement(e)
		if d.standard(e.role) == "Note" {
			id, _ := d.text(e.dict["ID"])
			if id == "" {
				d.fault("19-003", "a Note without an ID")
			}
			if notes[id] {
				d.fault("19-004", "two Notes are called %q", id)
			}
			notes[id] = true
		}
	})
}

func (d *Document) checkElement(e *element) {
	role := d.standard(e.role)
	if !slices.Contains(standardRoles, role) {
		rule := "02-001"
		if strings.HasPrefix(role, "R") {
			rule = "09-007"
		} else if strings.HasPrefix(role, "W") {
			rule = "09-008"
		}
		d.fault(rule, "%q is no standard structure type that is known here", role)
	}
	if objectNumber(e.dict["P"]) != e.parent.object {
		d.fault("structure", "a %s names another parent than the %s that it stands in", role, e.parent.role)
	}
	d.checkNesting(e, role, d.standard(e.parent.role), d.children(e))
	alt, _ := d.text(e.dict["Alt"])
	actual, replaced := d.text(e.dict["ActualText"])
	switch role {
	case "Figure":
		if strings.TrimSpace(alt) == "" && (!replaced || strings.TrimSpace(actual) == "") {
			d.fault("13-004", "a Figure without a text alternative")
		} else if !telling(alt + actual) {
			d.fault("alt", "a Figure whose text alternative %q tells nothing", alt+actual)
		}
		d.checkBox(e)
	case "Formula":
		if strings.TrimSpace(alt+actual) == "" {
			d.fault("17-002", "a Formula without a text alternative")
		}
	case "Table":
		d.checkTable(e)
	case "TH":
		if scope := d.attribute(e, "Table", "Scope"); !slices.Contains([]string{"Row", "Column", "Both"}, d.name(scope)) {
			d.fault("15-003", "a TH without a Scope")
		}
	case "Link":
		if !slices.ContainsFunc(e.kids, func(k piece) bool { return k.kid == nil && k.mcid < 0 }) {
			d.fault("28-011", "a Link without an annotation: %q", d.textOf(e))
		}
	}
}

// telling says whether a text alternative can be one: not a file's name, not a single sign.
func telling(alt string) bool {
	alt = strings.TrimSpace(alt)
	lower := strings.ToLower(alt)
	for _, end := range []string{".svg", ".png", ".jpg", ".pdf"} {
		if strings.HasSuffix(lower, end) {
			return false
		}
	}
	return len([]rune(alt)) > 1 && !slices.Contains([]string{"figure", "figuur", "image", "afbeelding", "grafiek", "plaatje"}, lower)
}

// checkBox wants the place of a figure on its page.
func (d *Document) checkBox(e *element) {
	box := d.array(d.attribute(e, "Layout", "BBox"))
	var at [4]float64
	for i := range min(4, len(box)) {
		at[i], _ = d.number(box[i])
	}
	if len(box) != 4 || at[0] >= at[2] || at[1] >= at[3] {
		d.fault("bbox", "a Figure whose BBox is %v", box)
	}
}

// attribute finds an attribute of an owner; nil without it.
func (d *Document) attribute(e *element, owner, key string) types.Object {
	all := d.array(e.dict["A"])
	if all == nil && e.dict["A"] != nil {
		all = types.Array{e.dict["A"]}
	}
	for _, o := range all {
		if a := d.dict(o); d.name(a["O"]) == owner && a[key] != nil {
			return d.get(a[key])
		}
	}
	return nil
}

// nesting says what may stand in what: parents that a role needs, kids that a role takes.
var nesting = map[string]struct {
	rule          string
	parents, kids []string
}{
	"Table": {rule: "09-004", kids: []string{"Caption", "TR", "THead", "TBody", "TFoot"}},
	"THead": {"09-004", []string{"Table"}, []string{"TR"}},
	"TBody": {"09-004", []string{"Table"}, []string{"TR"}},
	"TFoot": {"09-004", []string{"Table"}, []string{"TR"}},
	"TR":    {"09-004", []string{"Table", "THead", "TBody", "TFoot"}, []string{"TH", "TD"}},
	"TH":    {rule: "09-004", parents: []string{"TR"}},
	"TD":    {rule: "09-004", parents: []string{"TR"}},
	"L":     {rule: "09-005", kids: []string{"Caption", "L", "LI"}},
	"LI":    {"09-005", []string{"L"}, []string{"Lbl", "LBody"}},
	"LBody": {rule: "09-005", parents: []string{"LI"}},
	"TOC":   {rule: "09-006", kids: []string{"Caption", "TOC", "TOCI"}},
	"TOCI":  {rule: "09-006", parents: []string{"TOC"}},
}

func (d *Document) checkNesting(e *element, role, parent string, kids []string) {
	rules, ok := nesting[role]
	if !ok {
		return
	}
	if rules.parents != nil && !slices.Contains(rules.parents, parent) {
		d.fault(rules.rule, "a %s stands in a %s", role, parent)
	}
	for i, k := range kids {
		if rules.kids != nil && !slices.Contains(rules.kids, k) {
			d.fault(rules.rule, "a %s holds a %s", role, k)
		}
		if k == "Caption" && rules.kids != nil && i > 0 && (role != "Table" || i < len(kids)-1) {
			d.fault(rules.rule, "the Caption of a %s stands between", role)
		}
	}
	if role == "LI" && len(kids) == 0 {
		d.fault(rules.rule, "an LI without anything")
	}
}

// checkTable wants one head at most, a body under it, and as many cells in every row.
func (d *Document) checkTable(e *element) {
	kids := d.children(e)
	count := func(role string) (n int) {
		for _, k := range kids {
			if k == role {
				n++
			}
		}
		return n
	}
	if count("THead") > 1 || count("TFoot") > 1 || count("Caption") > 1 || count("THead")+count("TFoot") > 0 && count("TBody") == 0 {
		d.fault("09-004", "a Table of %v", kids)
	}
	wide := -1
	var rows func(e *element)
	rows = func(e *element) {
		for _, k := range e.kids {
			if k.kid == nil {
				continue
			}
			if d.standard(k.kid.role) != "TR" {
				rows(k.kid)
				continue
			}
			n := 0
			for _, cell := range k.kid.kids {
				if cell.kid == nil {
					continue
				}
				span := 1
				for _, name := range []string{"ColSpan", "RowSpan"} {
					if v := d.attribute(cell.kid, "Table", name); v != nil {
						if name == "RowSpan" {
							d.fault("09-004", "a cell over several rows, which is not checked here")
						}
						span = max(1, d.integer(v))
					}
				}
				n += span
			}
			if wide < 0 {
				wide = n
			}
			if n != wide {
				d.fault("09-004", "a Table with rows of %d and of %d cells", wide, n)
			}
		}
	}
	rows(e)
	if wide <= 0 {
		d.fault("09-004", "a Table without cells")
	}
}

// checkHeadings wants H1 first and no level skipped on the way down.
func (d *Document) checkHeadings() {
	last, plain, numbered := 0, false, false
	d.walk(func(e *element) {
		role := d.standard(e.role)
		if role == "H" {
			plain = true
		}
		same := 0
		for _, k := range d.children(e) {
			if k == "H" {
				same++
			}
		}
		if same > 1 {
			d.fault("14-006", "a %s with %d headings H", role, same)
		}
		if len(role) != 2 || role[0] != 'H' || role[1] < '1' || role[1] > '6' {
			return
		}
		level := int(role[1] - '0')
		switch {
		case !numbered && level != 1:
			d.fault("14-002", "the first heading is an H%d", level)
		case level > last+1 && numbered:
			d.fault("14-003", "an H%d follows an H%d", level, last)
		}
		if strings.TrimSpace(d.textOf(e)) == "" {
			d.fault("heading", "an H%d without text", level)
		}
		numbered, last = true, level
	})
	if plain && numbered {
		d.fault("14-007", "both H and numbered headings")
	}
	if !plain && !numbered {
		d.fault("heading", "a document without a heading")
	}
}
