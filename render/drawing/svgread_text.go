package drawing

import (
	"slices"
	"strings"
)

// run is a piece of text in one style; runs without a place of their own follow each other.
type run struct {
	text string
	st   style
	line int
}

// chunk is a line of runs that is anchored as a whole.
type chunk struct {
	x, y float64
	st   style // of the element that gave the place
	runs []run
}

// text reads one text element: a line, or several where a tspan has a place of its own.
func (s *svgReader) text(n *xmlNode, st style) ([]Item, error) {
	v, err := n.lengths("x", "y", "dx", "dy")
	if err != nil {
		return nil, err
	}
	chunks := []chunk{{x: v[0] + v[2], y: v[1] + v[3], st: st}}
	if chunks, err = s.runs(n, st, chunks); err != nil {
		return nil, err
	}
	var items []Item
	for _, c := range chunks {
		texts, err := c.texts(n)
		if err != nil {
			return nil, err
		}
		items = append(items, texts...)
	}
	return items, nil
}

var tspanAttributes = []string{"x", "y", "dx", "dy"}

func (s *svgReader) runs(n *xmlNode, st style, chunks []chunk) ([]chunk, error) {
	for _, child := range n.children {
		switch child.name {
		case "":
			last := &chunks[len(chunks)-1]
			last.runs = append(last.runs, run{child.text, st, child.line})
			continue
		case "title", "desc":
			continue
		case "tspan":
		default:
			return nil, child.errorf("%s in text is not supported", child.name)
		}
		for _, name := range child.attrNames() {
			if !slices.Contains(tspanAttributes, name) && !isStyle(name) && !harmless(name) {
				return nil, child.errorf("attribute %q of tspan is not supported", name)
			}
		}
		inner, err := st.with(child)
		if err != nil {
			return nil, err
		}
		if inner.display == "none" {
			continue
		}
		_, ownX := child.attrs["x"]
		_, ownY := child.attrs["y"]
		v, err := child.lengths(tspanAttributes...)
		switch {
		case err != nil:
			return nil, err
		case ownX && ownY:
			chunks = append(chunks, chunk{x: v[0] + v[2], y: v[1] + v[3], st: inner})
		case ownX || ownY || v[2] != 0 || v[3] != 0:
			return nil, child.errorf("a tspan needs both x and y, or neither and no dx and dy")
		}
		if chunks, err = s.runs(child, inner, chunks); err != nil {
			return nil, err
		}
	}
	return chunks, nil
}

// texts places the runs of a chunk one after the other.
func (c chunk) texts(n *xmlNode) ([]Item, error) {
	var texts []Text
	total := 0.0
	c.whiteSpace()
	for _, r := range c.runs {
		if r.text == "" {
			continue
		}
		t, err := r.st.textOf(n)
		if err != nil {
			return nil, err
		}
		if r.st.hidden {
			t.Fill, t.Halo = Color{}, Color{}
		}
		t.S = r.text
		t.X, t.Y = c.x+total, c.y+baselineShift(r.st.baseline)*r.st.size
		total += t.Width()
		texts = append(texts, t)
	}
	anchor := map[string]Anchor{"middle": Middle, "end": End}[c.st.anchor]
	if len(texts) == 1 {
		texts[0].X, texts[0].Anchor = c.x, anchor
	}
	var items []Item
	for _, t := range texts {
		if len(texts) > 1 {
			t.X -= total * float64(anchor) / 2
		}
		if t.Fill.A != 0 || t.Halo.A != 0 && t.HaloWidth > 0 {
			items = append(items, t)
		}
	}
	return items, nil
}

// whiteSpace does what XML viewers do: runs of white space become one space, and a line has none
// at its ends, unless the text asks to keep it.
func (c *chunk) whiteSpace() {
	const kept = "\u00a0" // keeps its room in every format
	space := true         // a space at this point would be dropped
	for i, r := range c.runs {
		var b strings.Builder
		for _, char := range r.text {
			if !strings.ContainsRune(" \t\r\n", char) {
				b.WriteRune(char)
				space = false
				continue
			}
			if !space {
				b.WriteByte(' ')
			} else if r.st.preserve {
				b.WriteString(kept)
			}
			space = true
		}
		c.runs[i].text = b.String()
	}
	for i := len(c.runs) - 1; i >= 0; i-- {
		r := &c.runs[i]
		if trimmed, cut := strings.CutSuffix(r.text, " "); cut {
			r.text = trimmed
			if r.st.preserve {
				r.text += kept
			}
		}
		if r.text != "" {
			return
		}
	}
}

func (st style) textOf(n *xmlNode) (Text, error) {
	face, err := st.face()
	if err != nil {
		return Text{}, n.errorf("%v", err)
	}
	fill, err := parseColor(st.fill, st.color)
	if err != nil {
		return Text{}, n.errorf("fill of text: %v", err)
	}
	halo, err := parseColor(st.stroke, st.color)
	if err != nil {
		return Text{}, n.errorf("stroke of text: %v", err)
	}
	t := Text{Size: st.size, Face: face, Fill: fill.faded(st.fillOpacity * st.opacity)}
	if halo = halo.faded(st.strokeAlpha * st.opacity); halo.A != 0 && st.width > 0 {
		if !st.strokeFirst {
			return Text{}, n.errorf("outlined text is not supported, except behind the letters (paint-order: stroke)")
		}
		t.Halo, t.HaloWidth = halo, st.width
	}
	return t, nil
}
