package pdfcheck

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Namespaces of the metadata.
const (
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC  = "http://purl.org/dc/elements/1.1/"
	nsXMP = "http://ns.adobe.com/xap/1.0/"
	nsPDF = "http://ns.adobe.com/pdf/1.3/"
	nsUA  = "http://www.aiim.org/pdfua/ns/id/"
	nsA   = "http://www.aiim.org/pdfa/ns/id/"
	nsExt = "http://www.aiim.org/pdfa/ns/extension/"
	nsSch = "http://www.aiim.org/pdfa/ns/schema#"
	nsPro = "http://www.aiim.org/pdfa/ns/property#"
)

// node is an XML element.
type node struct {
	name xml.Name
	attr []xml.Attr
	text string
	kids []*node
}

// metadata are the properties of an XMP packet.
type metadata struct{ properties []*node }

// readXMP reads the properties of all descriptions.
func readXMP(raw []byte) (metadata, error) {
	var m metadata
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	root := &node{}
	stack := []*node{root}
	for {
		t, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return m, err
		}
		top := stack[len(stack)-1]
		switch v := t.(type) {
		case xml.StartElement:
			n := &node{name: v.Name, attr: v.Copy().Attr}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(v)
		}
	}
	var descriptions func(n *node)
	descriptions = func(n *node) {
		for _, k := range n.kids {
			if k.name.Space == nsRDF && k.name.Local == "Description" {
				m.properties = append(m.properties, k.kids...)
				for _, a := range k.attr {
					m.properties = append(m.properties, &node{name: a.Name, text: a.Value})
				}
				continue
			}
			descriptions(k)
		}
	}
	descriptions(root)
	return m, nil
}

// values are the values of a property: the items of a list, or the one value.
func (m metadata) values(space, local string) (out []string) {
	for _, p := range m.properties {
		if p.name.Space == space && p.name.Local == local {
			if items := p.items(); items != nil {
				for _, i := range items {
					out = append(out, i.text)
				}
				continue
			}
			out = append(out, strings.TrimSpace(p.text))
		}
	}
	return out
}

func (m metadata) first(space, local string) string {
	if all := m.values(space, local); len(all) > 0 {
		return all[0]
	}
	return ""
}

// items are the entries of a bag, a sequence or alternatives.
func (n *node) items() []*node {
	for _, k := range n.kids {
		if k.name.Space == nsRDF && (k.name.Local == "Bag" || k.name.Local == "Seq" || k.name.Local == "Alt") {
			return k.kids
		}
	}
	return nil
}

// child finds an element below, at whatever depth; nil without one.
func (n *node) child(space, local string) *node {
	for _, k := range n.kids {
		if k.name.Space == space && k.name.Local == local {
			return k
		}
		if found := k.child(space, local); found != nil {
			return found
		}
	}
	return nil
}
