package drawing

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// ReadSVG reads a picture in the subset of SVG 1.1 that the drawings of this program need: path,
// rect, circle, ellipse, line, polyline, polygon, text with tspan, g, a, linear gradients, clip
// paths, transforms, dashes and opacity, by presentation attribute or style attribute.
//
// It never leaves anything out silently: an element or attribute that could change the picture
// and is not understood is an error that names its line. Known to be harmless, and skipped, are
// metadata, hover rules and font faces in a style element, classes, data-… and aria-…
// attributes outside groups, and font families, because there is one typeface.
//
// A Drawing knows less than SVG in three places, and the reader takes the nearest: opacity of a
// group is multiplied into the colours of what it holds, caps and joins are both round or both
// square, and miter limits are those of the output.
//
// Input is bounded in size, depth and number of elements; a document type and entities of its
// own are refused.
func ReadSVG(r io.Reader) (Drawing, error) {
	root, err := parseXML(r)
	if err != nil {
		return Drawing{}, fmt.Errorf("drawing: svg: %w", err)
	}
	s := svgReader{ids: map[string]*xmlNode{}}
	d, err := s.document(root)
	if err != nil {
		return Drawing{}, fmt.Errorf("drawing: svg: %w", err)
	}
	return d, nil
}

type svgReader struct {
	ids    map[string]*xmlNode // gradients and clip paths
	prefix string              // that our own writer put before the ids of groups
}

func (s *svgReader) document(root *xmlNode) (Drawing, error) {
	if root.name != "svg" {
		return Drawing{}, root.errorf("the root is %q, want svg", root.name)
	}
	if err := s.collect(root); err != nil {
		return Drawing{}, err
	}
	d := Drawing{ID: root.attrs["id"], Lang: root.attrs["lang"]}
	s.prefix = d.ID + "-"
	view, err := s.size(root, &d)
	if err != nil {
		return Drawing{}, err
	}
	for _, name := range root.attrNames() {
		if !slices.Contains(rootAttributes, name) && !isStyle(name) && !harmless(name) {
			return Drawing{}, root.errorf("attribute %q of svg is not supported", name)
		}
	}
	st, err := initialStyle().with(root)
	if err != nil {
		return Drawing{}, err
	}
	if st.display == "none" || st.clip != "" && st.clip != "none" {
		return Drawing{}, root.errorf("display and clip-path of svg are not supported")
	}
	for _, child := range root.children {
		switch child.name {
		case "title":
			d.Title = collapse(child.text)
		case "desc":
			d.Desc = collapse(child.text)
		}
	}
	d.Items, err = s.items(root.children, st)
	if err != nil {
		return Drawing{}, err
	}
	if !view.IsIdentity() {
		d.Items = []Item{Group{Matrix: view, Items: d.Items}}
	}
	return d, nil
}

var rootAttributes = []string{"xmlns", "version", "baseProfile", "width", "height", "viewBox", "preserveAspectRatio"}

// size sets the drawing's size and returns the matrix from the view box to it.
func (s *svgReader) size(root *xmlNode, d *Drawing) (Matrix, error) {
	var box []float64
	if v := root.attrs["viewBox"]; v != "" {
		var err error
		if box, err = numbers(v); err != nil || len(box) != 4 || box[2] <= 0 || box[3] <= 0 {
			return Matrix{}, root.errorf("viewBox %q", v)
		}
	}
	side := func(name string, fallback int) (float64, error) {
		v, given := root.attrs[name]
		if given && v != "100%" && v != "auto" {
			return root.length(name, 0)
		}
		if box == nil {
			return 0, root.errorf("no %s and no viewBox", name)
		}
		return box[fallback], nil
	}
	var err error
	if d.Width, err = side("width", 2); err != nil {
		return Matrix{}, err
	}
	if d.Height, err = side("height", 3); err != nil {
		return Matrix{}, err
	}
	if d.Width <= 0 || d.Height <= 0 {
		return Matrix{}, root.errorf("size %v × %v", d.Width, d.Height)
	}
	if box == nil {
		return Matrix{}, nil
	}
	kx, ky := d.Width/box[2], d.Height/box[3]
	if ky < kx*0.999 || ky > kx*1.001 {
		return Matrix{}, root.errorf("a viewBox of another shape than width and height is not supported")
	}
	return Scale(kx).Mul(Translate(-box[0], -box[1])), nil
}

// collect gathers what other elements refer to, wherever it stands, and refuses double ids.
func (s *svgReader) collect(n *xmlNode) error {
	if id := n.attrs["id"]; id != "" && (n.name == "linearGradient" || n.name == "clipPath") {
		if s.ids[id] != nil {
			return n.errorf("id %q occurs twice", id)
		}
		s.ids[id] = n
	}
	for _, child := range n.children {
		if err := s.collect(child); err != nil {
			return err
		}
	}
	return nil
}

func (s *svgReader) items(nodes []*xmlNode, st style) ([]Item, error) {
	var items []Item
	for _, n := range nodes {
		added, err := s.element(n, st)
		if err != nil {
			return nil, err
		}
		items = append(items, added...)
	}
	return items, nil
}

func (s *svgReader) element(n *xmlNode, parent style) ([]Item, error) {
	switch n.name {
	case "title", "desc", "metadata":
		return nil, nil
	case "style":
		return nil, checkStyleSheet(n)
	case "linearGradient", "clipPath":
		return nil, nil // read where they are used
	case "defs":
		for _, child := range n.children {
			if !slices.Contains([]string{"linearGradient", "clipPath", "style", "title", "desc", "metadata"}, child.name) {
				return nil, child.errorf("element %q in defs is not supported", child.name)
			}
			if child.name == "style" {
				if err := checkStyleSheet(child); err != nil {
					return nil, err
				}
			}
		}
		return nil, nil
	}
	known, ok := elementAttributes[n.name]
	if !ok {
		return nil, n.errorf("element %q is not supported", n.name)
	}
	for _, name := range n.attrNames() {
		if !slices.Contains(known, name) && !isStyle(name) && !harmless(name) {
			return nil, n.errorf("attribute %q of %s is not supported", name, n.name)
		}
	}
	st, err := parent.with(n)
	if err != nil {
		return nil, err
	}
	if st.display == "none" {
		return nil, nil
	}
	if n.name == "a" || n.name == "g" {
		g, err := s.group(n, st)
		return []Item{g}, err
	}
	return s.placed(n, st)
}

// elementAttributes lists, per element, the attributes that are read besides the styles.
var elementAttributes = map[string][]string{
	"g":        {"transform"},
	"a":        {"href", "xlink:href", "transform", "target", "rel"},
	"path":     {"d", "transform", "pathLength"},
	"rect":     {"x", "y", "width", "height", "rx", "ry", "transform"},
	"circle":   {"cx", "cy", "r", "transform"},
	"ellipse":  {"cx", "cy", "rx", "ry", "transform"},
	"line":     {"x1", "y1", "x2", "y2", "transform"},
	"polyline": {"points", "transform"},
	"polygon":  {"points", "transform"},
	"text":     {"x", "y", "dx", "dy", "transform"},
}

func (s *svgReader) group(n *xmlNode, st style) (Group, error) {
	g := Group{Label: n.attrs["aria-label"]}
	if id := n.attrs["id"]; id != "" {
		g.ID = strings.TrimPrefix(id, s.prefix)
	}
	for _, name := range n.attrNames() {
		if key, ok := strings.CutPrefix(name, "data-"); ok {
			if g.Data == nil {
				g.Data = map[string]string{}
			}
			g.Data[key] = n.attrs[name]
		}
	}
	var err error
	if g.Matrix, err = n.transform(); err != nil {
		return g, err
	}
	if g.Clip, err = s.clip(n, st); err != nil {
		return g, err
	}
	if g.Items, err = s.items(n.children, st.inherited()); err != nil {
		return g, err
	}
	if n.name != "a" {
		return g, nil
	}
	g.Href = n.attrs["href"]
	if g.Href == "" {
		g.Href = n.attrs["xlink:href"]
	}
	// Our writer puts a link around a group of its own: that is one group again.
	if inner, ok := only(g.Items); ok && inner.Href == "" && g.Clip == nil && g.Matrix.IsIdentity() && g.Label == "" && g.Data == nil {
		inner.Href = g.Href
		return inner, nil
	}
	return g, nil
}

func only(items []Item) (Group, bool) {
	if len(items) != 1 {
		return Group{}, false
	}
	g, ok := items[0].(Group)
	return g, ok
}

// placed reads a shape or a text, applies its own transform to it where that changes nothing
// else, and wraps it in a group where it has a clip path or is stretched.
func (s *svgReader) placed(n *xmlNode, st style) ([]Item, error) {
	m, err := n.transform()
	if err != nil {
		return nil, err
	}
	clip, err := s.clip(n, st)
	if err != nil {
		return nil, err
	}
	var items []Item
	if n.name == "text" {
		items, err = s.text(n, st)
	} else {
		var it Item
		if it, err = s.shape(n, st); it != nil {
			items = []Item{it}
		}
	}
	if err != nil || len(items) == 0 {
		return nil, err
	}
	if clip != nil {
		return []Item{Group{Matrix: m, Clip: clip, Items: items}}, nil
	}
	if m.IsIdentity() {
		return items, nil
	}
	moved := make([]Item, len(items))
	for i, it := range items {
		if moved[i] = moveItem(it, m); moved[i] == nil {
			return []Item{Group{Matrix: m, Items: items}}, nil
		}
	}
	return moved, nil
}

// clip reads the clip path that the element refers to; nil is none.
func (s *svgReader) clip(n *xmlNode, st style) (*Path, error) {
	if st.clip == "" || st.clip == "none" {
		return nil, nil
	}
	c, err := s.referred(n, st.clip, "clipPath")
	if err != nil {
		return nil, err
	}
	for _, name := range c.attrNames() {
		if name != "id" && name != "transform" && name != "clipPathUnits" && !harmless(name) {
			return nil, c.errorf("attribute %q of clipPath is not supported", name)
		}
	}
	if u := c.attrs["clipPathUnits"]; u != "" && u != "userSpaceOnUse" {
		return nil, c.errorf("clipPathUnits %q is not supported", u)
	}
	if len(c.children) != 1 || c.children[0].name == "g" || c.children[0].name == "text" {
		return nil, c.errorf("a clipPath holds exactly one shape here")
	}
	items, err := s.element(c.children[0], initialStyle())
	if err != nil {
		return nil, err
	}
	m, err := c.transform()
	if err != nil {
		return nil, err
	}
	outline := Path{}
	for _, it := range items { // none: everything is cut away
		p, ok := it.(Path)
		if !ok {
			return nil, c.errorf("a stretched or clipped shape in a clipPath is not supported")
		}
		outline = Path{Segs: p.Transform(m).Segs}
	}
	return &outline, nil
}

// referred finds what url(#id) points at.
func (s *svgReader) referred(n *xmlNode, url, kind string) (*xmlNode, error) {
	id := strings.TrimSpace(url)
	id, opens := strings.CutPrefix(id, "url(")
	id, closes := strings.CutSuffix(id, ")")
	id = strings.Trim(id, `"' `)
	id, local := strings.CutPrefix(id, "#")
	target := s.ids[id]
	if !opens || !closes || !local || target == nil || target.name != kind {
		return nil, n.errorf("%q points at no %s in this file", url, kind)
	}
	return target, nil
}
