package pdfcheck

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkParentTree holds the way up, from content to element, against the way down.
func (d *Document) checkParentTree() {
	if d.tree == nil {
		return
	}
	up := d.readParents()
	owners := map[[2]int]*element{} // page, marked-content id
	d.walk(func(e *element) {
		for _, k := range e.kids {
			if k.kid != nil || k.mcid < 0 {
				continue
			}
			p := d.byObject[k.page]
			if p == nil {
				d.fault("parent-tree", "a %s has content on a page that is none", e.role)
				continue
			}
			index, ok := p.byID[k.mcid]
			if !ok {
				d.fault("parent-tree", "a %s has content %d on page %d, where it is not", e.role, k.mcid, p.number)
				continue
			}
			if role := p.marks[index].role; role != e.role && role+" "+e.role != "Link Span" { // a link that leads nowhere is text
				d.fault("parent-tree", "content %d of page %d calls itself %s in a %s", k.mcid, p.number, role, e.role)
			}
			at := [2]int{p.number, k.mcid}
			if owners[at] != nil {
				d.fault("parent-tree", "content %d of page %d belongs to two elements", k.mcid, p.number)
			}
			owners[at] = e
		}
	})
	for _, p := range d.pages {
		if len(p.marks) == 0 {
			continue
		}
		key, ok := d.number(p.dict["StructParents"])
		list := d.array(up[int(key)])
		if !ok || list == nil {
			d.fault("parent-tree", "page %d is not in the parent tree", p.number)
			continue
		}
		for _, m := range p.marks {
			e := owners[[2]int{p.number, m.id}]
			if e == nil {
				d.fault("01-005", "content %d of page %d (%.40q) belongs to no element", m.id, p.number, m.text)
				continue
			}
			if m.id >= len(list) || objectNumber(list[m.id]) != e.object {
				d.fault("parent-tree", "content %d of page %d leads to another element than the %s it belongs to", m.id, p.number, e.role)
			}
		}
	}
}

// readParents reads the number tree of parents.
func (d *Document) readParents() map[int]types.Object {
	all := map[int]types.Object{}
	var read func(o types.Object, depth int)
	read = func(o types.Object, depth int) {
		node := d.dict(o)
		nums := d.array(node["Nums"])
		last := -1
		for i := 0; i+1 < len(nums); i += 2 {
			key := d.integer(nums[i])
			if key <= last {
				d.fault("parent-tree", "the keys %d and %d stand in the wrong order", last, key)
			}
			last = key
			all[key] = nums[i+1]
		}
		for _, k := range d.array(node["Kids"]) {
			if depth < deepestTree {
				read(k, depth+1)
			}
		}
	}
	read(d.tree.dict["ParentTree"], 0)
	for key := range all {
		if next, ok := d.number(d.tree.dict["ParentTreeNextKey"]); ok && key >= int(next) {
			d.fault("parent-tree", "ParentTreeNextKey is %v and there is a key %d", next, key)
		}
	}
	return all
}

// checkAnnotations looks at every annotation of every page. Only links are known here.
func (d *Document) checkAnnotations() {
	holders := map[int]*element{} // annotation → the element with its OBJR
	d.walk(func(e *element) {
		for _, k := range e.kids {
			if k.kid == nil && k.mcid < 0 {
				holders[k.annotation] = e
			}
		}
	})
	var up map[int]types.Object
	if d.tree != nil {
		up = d.readParents()
	}
	for _, p := range d.pages {
		annotations := d.array(p.dict["Annots"])
		if len(annotations) == 0 {
			continue
		}
		switch tabs := d.name(p.dict["Tabs"]); {
		case p.dict["Tabs"] == nil:
			d.fault("28-008", "page %d has annotations and no Tabs", p.number)
		case tabs != "S":
			d.fault("28-009", "page %d has annotations and Tabs %s", p.number, tabs)
		}
		for _, o := range annotations {
			d.checkLink(p, d.dict(o), holders[objectNumber(o)], up)
		}
	}
}

func (d *Document) checkLink(p *page, a types.Dict, holder *element, up map[int]types.Object) {
	switch subtype := d.name(a["Subtype"]); subtype {
	case "Link":
	case "TrapNet":
		d.fault("28-007", "page %d has a trap network", p.number)
		return
	default:
		d.fault("28-002", "page %d has an annotation of the kind %q, which is not known here", p.number, subtype)
		return
	}
	contents, _ := d.text(a["Contents"])
	if strings.TrimSpace(contents) == "" {
		d.fault("28-012", "page %d has a link without Contents", p.number)
		d.fault("28-004", "page %d has an annotation without a description", p.number)
	}
	key, has := d.number(a["StructParent"])
	switch {
	case holder == nil || d.standard(holder.role) != "Link":
		d.fault("28-011", "page %d has a link (%s) that stands in no Link element", p.number, contents)
	case !has || objectNumber(up[int(key)]) != holder.object:
		d.fault("parent-tree", "the link %q on page %d leads to another element than its own", contents, p.number)
	}
	if flags := d.integer(a["F"]); flags != 4 {
		d.fault("A 6.3.2", "page %d has a link with the flags %d: it must print, and not be hidden", p.number, flags)
	}
	if a["AP"] != nil {
		d.fault("A 6.3.3", "page %d has a link with an appearance, which is not checked here", p.number)
	}
	box := d.array(a["Rect"])
	if len(box) != 4 {
		d.fault("link", "the link %q has no place", contents)
	}
	action := d.dict(a["A"])
	switch {
	case a["Dest"] != nil:
		d.checkDestination(a["Dest"], "the link "+contents)
	case d.name(action["S"]) == "URI":
		if uri, ok := d.text(action["URI"]); !ok || uri == "" {
			d.fault("link", "the link %q leads nowhere", contents)
		}
	default:
		d.fault("A 6.5.1", "the link %q does %q", contents, d.name(action["S"]))
	}
}

// checkDestination wants a place on a page of this document.
func (d *Document) checkDestination(o types.Object, of string) {
	dest := d.array(o)
	if len(dest) < 2 || d.byObject[objectNumber(dest[0])] == nil {
		d.fault("link", "%s leads to %v, which is no page", of, dest)
		return
	}
	if d.name(dest[1]) == "XYZ" && len(dest) != 5 {
		d.fault("link", "%s leads to %v", of, dest)
	}
}

// checkOutline follows the bookmarks both ways.
func (d *Document) checkOutline() {
	root := d.root["Outlines"]
	if root == nil {
		return
	}
	visited := map[int]bool{}
	var level func(parent types.Object) int
	level = func(parent types.Object) (count int) {
		dict := d.dict(parent)
		previous := 0
		at := dict["First"]
		for at != nil {
			n := objectNumber(at)
			if visited[n] || n == 0 {
				d.fault("outline", "the bookmarks go round")
				return count
			}
			visited[n] = true
			item := d.dict(at)
			title, _ := d.text(item["Title"])
			if strings.TrimSpace(title) == "" {
				d.fault("outline", "a bookmark without a title")
			}
			if objectNumber(item["Parent"]) != objectNumber(parent) || objectNumber(item["Prev"]) != previous {
				d.fault("outline", "the bookmark %q is not linked to its neighbours", title)
			}
			d.checkDestination(item["Dest"], "the bookmark "+title)
			count++
			if below := level(at); below > 0 && abs(d.integer(item["Count"])) != below {
				d.fault("outline", "the bookmark %q says it has %d below it, and has %d", title, d.integer(item["Count"]), below)
			}
			previous = n
			if item["Next"] == nil && objectNumber(dict["Last"]) != n {
				d.fault("outline", "the bookmark %q is the last and not named so", title)
			}
			at = item["Next"]
		}
		return count
	}
	if level(root) == 0 {
		d.fault("outline", "an outline without bookmarks")
	}
}

func abs(n int) int { return max(n, -n) }
