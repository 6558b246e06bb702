package pdfcheck

import "strings"

// Text is the document as a screen reader goes through it: the text of every element with content,
// in the order of the structure tree, with replacement texts and the alternatives of figures.
func (d *Document) Text() []string {
	for _, p := range d.pages {
		if p.byID == nil {
			d.readContent(p)
		}
	}
	var out []string
	d.walk(func(e *element) {
		if s := d.textOf(e); s != "" {
			out = append(out, s)
		}
	})
	return out
}

// textOf is the text of an element's own content, without its children.
func (d *Document) textOf(e *element) string {
	for _, key := range []string{"ActualText", "Alt"} {
		if s, ok := d.text(e.dict[key]); ok {
			return s
		}
	}
	var lines []string
	for _, k := range e.kids {
		if k.kid != nil || k.mcid < 0 {
			continue
		}
		if p := d.byObject[k.page]; p != nil {
			if index, ok := p.byID[k.mcid]; ok {
				lines = append(lines, p.marks[index].text)
			}
		}
	}
	return strings.Join(lines, " ")
}
