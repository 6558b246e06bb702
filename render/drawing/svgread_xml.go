package drawing

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Bounds on what is read; a chart of 1,400 dots has some 1,500 elements in 300 kB.
const (
	maxSVGBytes    = 32 << 20
	maxSVGElements = 200_000
	maxSVGDepth    = 64
	maxSVGNumber   = 1e6 // pixels; also keeps every product of two numbers finite
)

// xmlNode is one element. Text inside an element of text stands in children without a name.
type xmlNode struct {
	name     string
	attrs    map[string]string
	children []*xmlNode
	text     string
	line     int
}

func (n *xmlNode) errorf(format string, args ...any) error {
	return fmt.Errorf("line %d: %s", n.line, fmt.Sprintf(format, args...))
}

// attrNames lists the attributes in a fixed order, so that errors are the same on every run.
func (n *xmlNode) attrNames() []string {
	names := make([]string, 0, len(n.attrs))
	for name := range n.attrs {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

func parseXML(r io.Reader) (*xmlNode, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxSVGBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxSVGBytes {
		return nil, fmt.Errorf("larger than %d MB", maxSVGBytes>>20)
	}
	dec := xml.NewDecoder(bytes.NewReader(data))
	var root *xmlNode
	var open []*xmlNode
	elements := 0
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		line, _ := dec.InputPos()
		switch t := token.(type) {
		case xml.StartElement:
			if elements++; elements > maxSVGElements || len(open) >= maxSVGDepth {
				return nil, fmt.Errorf("line %d: too many or too deeply nested elements", line)
			}
			n, err := newNode(t, line)
			if err != nil {
				return nil, err
			}
			if len(open) > 0 {
				parent := open[len(open)-1]
				parent.children = append(parent.children, n)
			} else if root == nil {
				root = n
			} else {
				return nil, n.errorf("a second root element")
			}
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if err := addText(open, string(t), line); err != nil {
				return nil, err
			}
		case xml.Directive:
			return nil, fmt.Errorf("line %d: a document type is refused", line)
		case xml.ProcInst:
			if t.Target != "xml" {
				return nil, fmt.Errorf("line %d: processing instruction %q is refused", line, t.Target)
			}
		}
	}
	if root == nil {
		return nil, errors.New("no element at all")
	}
	return root, nil
}

// addText keeps characters where they mean something, and refuses them where SVG would not
// show them.
func addText(open []*xmlNode, s string, line int) error {
	if len(open) == 0 {
		return nil
	}
	n := open[len(open)-1]
	switch n.name {
	case "text", "tspan":
		n.children = append(n.children, &xmlNode{text: s, line: line})
	case "title", "desc", "style", "metadata":
		n.text += s
	default:
		if strings.TrimSpace(s) != "" {
			return n.errorf("stray text in %s", n.name)
		}
	}
	return nil
}

func newNode(t xml.StartElement, line int) (*xmlNode, error) {
	n := &xmlNode{name: t.Name.Local, line: line, attrs: make(map[string]string, len(t.Attr))}
	if t.Name.Space != "" && t.Name.Space != svgSpace {
		return nil, n.errorf("element %q of namespace %q is not supported", n.name, t.Name.Space)
	}
	for _, a := range t.Attr {
		name := a.Name.Local
		switch a.Name.Space {
		case "":
			if name == "xmlns" {
				continue
			}
		case "xmlns":
			continue // a declaration alone changes nothing
		case xlinkSpace:
			name = "xlink:" + name
		case xmlSpace:
			if name == "lang" {
				break // our writer gives lang as well
			}
			name = "xml:" + name
		default:
			return nil, n.errorf("attribute %q of namespace %q is not supported", name, a.Name.Space)
		}
		n.attrs[name] = a.Value
	}
	return n, nil
}

// harmless names the attributes that change nothing in a still picture.
func harmless(name string) bool {
	switch name {
	case "id", "class", "role", "lang", "xml:space", "tabindex", "focusable", "pointer-events", "cursor", "shape-rendering", "text-rendering":
		return true
	}
	// ecmeta_ is what ECharts tells its own client about a drawn item.
	return strings.HasPrefix(name, "data-") || strings.HasPrefix(name, "aria-") || strings.HasPrefix(name, "ecmeta_")
}

// checkStyleSheet allows rules that cannot touch a still picture: fonts and hover effects.
func checkStyleSheet(n *xmlNode) error {
	rest := n.text
	if strings.Contains(rest, "/*") {
		return n.errorf("style sheet: a comment could hide a rule")
	}
	for strings.TrimSpace(rest) != "" {
		selector, tail, ok := strings.Cut(rest, "{")
		if !ok {
			return n.errorf("style sheet: no rule in %.40q", rest)
		}
		selector = strings.TrimSpace(selector)
		for _, part := range strings.Split(selector, ",") {
			if selector != "@font-face" && (!strings.HasSuffix(strings.TrimSpace(part), ":hover") || strings.ContainsAny(part, "@;\\")) {
				return n.errorf("style sheet: the rule for %.40q is not supported, use attributes", selector)
			}
		}
		body, after, closed := strings.Cut(tail, "}")
		if !closed || strings.Contains(body, "{") {
			return n.errorf("style sheet: unclosed rule for %.40q", selector)
		}
		rest = after
	}
	return nil
}

// length reads an attribute in pixels; an absent one is the fallback.
func (n *xmlNode) length(name string, fallback float64) (float64, error) {
	v, ok := n.attrs[name]
	if !ok {
		return fallback, nil
	}
	f, err := pixels(v)
	if err != nil {
		return 0, n.errorf("%s of %s: %v", name, n.name, err)
	}
	return f, nil
}

// lengths reads several attributes that default to zero.
func (n *xmlNode) lengths(names ...string) ([]float64, error) {
	values := make([]float64, len(names))
	for i, name := range names {
		var err error
		if values[i], err = n.length(name, 0); err != nil {
			return nil, err
		}
	}
	return values, nil
}

func pixels(s string) (float64, error) {
	return number(strings.TrimSuffix(strings.TrimSpace(s), "px"))
}

// number reads a decimal number that is finite and within bounds.
func number(s string) (float64, error) {
	s = strings.TrimSpace(s)
	if strings.ContainsAny(s, "xXpP_nN") { // hexadecimal, digit groups, NaN, Inf: Go's, not SVG's
		return 0, fmt.Errorf("%q is no number", s)
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.Abs(v) > maxSVGNumber {
		return 0, fmt.Errorf("%.40q is no number of reasonable size", s)
	}
	return v, nil
}

// share reads 0 … 1 or 0% … 100%, clamped.
func share(s string) (float64, error) {
	s, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	v, err := number(s)
	if percent {
		v /= 100
	}
	return math.Max(0, math.Min(1, v)), err
}

// numbers reads a list that is separated by white space and commas.
func numbers(s string) ([]float64, error) {
	scan := scanner{s: s}
	var list []float64
	for !scan.done() {
		v, err := scan.number()
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, nil
}

// collapse joins white space as XML viewers do.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }
