package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// structure writes the tree of elements, the parent tree that leads back from content to
// elements, and the links, which belong to both.
type structure struct {
	file    *file
	p       *provider
	numbers map[*tag]int
	root    int
	annots  [][]int // page → objects of its links
}

// write adds everything and gives the number of the StructTreeRoot.
func (s *structure) write(doc *tag) int {
	s.numbers = map[*tag]int{}
	s.annots = make([][]int, len(s.p.formats)+1)
	s.attachLinks()
	unlink(doc)
	prune(doc)
	s.root = s.file.addBytes(nil)
	parentTree := s.file.addBytes(nil)
	s.number(doc)
	s.elements(doc, s.root)
	pages := len(s.p.marks.owners)
	var nums strings.Builder
	for page, owners := range s.p.marks.owners {
		fmt.Fprintf(&nums, "%d [", page)
		for _, t := range owners {
			fmt.Fprintf(&nums, "%d 0 R ", s.numbers[t])
		}
		nums.WriteString("] ")
	}
	for i, l := range s.p.links {
		fmt.Fprintf(&nums, "%d %d 0 R ", pages+i, s.numbers[l.tag])
	}
	s.file.objects[parentTree] = fmt.Appendf(nil, "<</Nums [%s]>>", nums.String())
	s.file.objects[s.root] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		s.numbers[doc], parentTree, pages+len(s.p.links))
	s.pages()
	return s.root
}

// attachLinks gives every link an annotation and hangs it in its element. A link that leads
// nowhere stays text.
func (s *structure) attachLinks() {
	var kept []link
	for _, l := range s.p.links {
		if l.tag == nil {
			continue
		}
		action := ""
		if l.anchor != "" {
			to, ok := s.p.anchors[l.anchor]
			if !ok {
				continue
			}
			action = fmt.Sprintf("/Dest [%d 0 R /XYZ 0 %s null]", pageObject(to.page), coord(to.y))
		} else {
			action = fmt.Sprintf("/A <</Type /Action /S /URI /URI (%s)>>", uriEscaper.Replace(l.uri))
		}
		key := len(s.p.marks.owners) + len(kept)
		n := s.file.add("<</Type /Annot /Subtype /Link /Rect [%s %s %s %s] /Border [0 0 0] /F 4 /Contents %s /StructParent %d %s>>",
			coord(l.rect[0]), coord(l.rect[1]), coord(l.rect[2]), coord(l.rect[3]), hexText(l.contents), key, action)
		s.annots[l.page] = append(s.annots[l.page], n)
		l.tag.kids = append(l.tag.kids, kid{annot: n, page: l.page})
		kept = append(kept, l)
	}
	s.p.links = kept
}

var uriEscaper = strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)", "\r", "", "\n", "")

// unlink makes plain text of the links that lead nowhere: to a card that the report does not have.
func unlink(t *tag) {
	linked := false
	for _, k := range t.kids {
		linked = linked || k.annot > 0
		if k.tag != nil {
			unlink(k.tag)
		}
	}
	if t.role == "Link" && !linked {
		t.role = "Span"
	}
}

// prune drops elements that got no content; it reports whether any is left.
func prune(t *tag) bool {
	kept := t.kids[:0]
	for _, k := range t.kids {
		if k.tag == nil || prune(k.tag) {
			kept = append(kept, k)
		}
	}
	t.kids = kept
	// An empty cell keeps its place in the row.
	return len(kept) > 0 || t.role == "TD" || t.role == "TH"
}

// number hands out object numbers before any element refers to them.
func (s *structure) number(t *tag) {
	s.numbers[t] = s.file.addBytes(nil)
	for _, k := range t.kids {
		if k.tag != nil {
			s.number(k.tag)
		}
	}
}

func (s *structure) elements(t *tag, parent int) {
	var b strings.Builder
	fmt.Fprintf(&b, "<</S /%s /P %d 0 R", t.role, parent)
	if t.title != "" {
		fmt.Fprintf(&b, " /T %s", hexText(t.title))
	}
	if t.alt != "" {
		fmt.Fprintf(&b, " /Alt %s", hexText(t.alt))
	}
	if t.says != "" {
		fmt.Fprintf(&b, " /ActualText %s", hexText(t.says))
	}
	if t.bbox != nil {
		fmt.Fprintf(&b, " /A <</O /Layout /BBox [%s %s %s %s] /Placement /Block>>", coord(t.bbox[0]), coord(t.bbox[1]), coord(t.bbox[2]), coord(t.bbox[3]))
	}
	if t.scope != "" {
		fmt.Fprintf(&b, " /A <</O /Table /Scope /%s>>", t.scope)
	}
	if t.count {
		b.WriteString(" /A <</O /List /ListNumbering /Decimal>>")
	}
	if page := t.page(); page > 0 {
		fmt.Fprintf(&b, " /Pg %d 0 R", pageObject(page))
	}
	b.WriteString(" /K [")
	for _, k := range t.kids {
		switch {
		case k.tag != nil:
			fmt.Fprintf(&b, "%d 0 R ", s.numbers[k.tag])
		case k.annot > 0:
			fmt.Fprintf(&b, "<</Type /OBJR /Obj %d 0 R /Pg %d 0 R>> ", k.annot, pageObject(k.page))
		case k.page == t.page():
			fmt.Fprintf(&b, "%d ", k.mid)
		default:
			fmt.Fprintf(&b, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", pageObject(k.page), k.mid)
		}
	}
	b.WriteString("]>>")
	s.file.objects[s.numbers[t]] = []byte(b.String())
	for _, k := range t.kids {
		if k.tag != nil {
			s.elements(k.tag, s.numbers[t])
		}
	}
}

// page is the page of the element's first own content, 0 when it has none.
func (t *tag) page() int {
	for _, k := range t.kids {
		if k.tag == nil && k.annot == 0 {
			return k.page
		}
	}
	return 0
}

// pages tells each page where its content stands in the parent tree and which links it has.
func (s *structure) pages() {
	for i := range s.p.marks.owners {
		n := pageObject(i + 1)
		body := bytes.TrimSuffix(s.file.objects[n], []byte(">>"))
		body = fmt.Appendf(body[:len(body):len(body)], " /StructParents %d /Tabs /S", i)
		if links := s.annots[i+1]; len(links) > 0 {
			body = append(body, " /Annots ["...)
			for _, l := range links {
				body = fmt.Appendf(body, "%d 0 R ", l)
			}
			body = append(body, ']')
		}
		s.file.objects[n] = append(body, ">>"...)
	}
}
