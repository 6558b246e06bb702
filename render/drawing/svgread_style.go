package drawing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"klantreis/render/font"
)

// style is what an element inherits and sets.
type style struct {
	fill, stroke             string // as written: a colour, none or url(#id)
	fillOpacity, strokeAlpha float64
	opacity                  float64 // product with that of the groups around
	color                    string
	width                    float64
	dash                     []float64
	lineCap, lineJoin        string
	size                     float64
	weight                   int
	italic                   bool
	anchor, baseline         string
	strokeFirst              bool
	hidden, preserve         bool
	display, clip            string // not inherited
}

func initialStyle() style {
	return style{fill: "#000000", stroke: "none", color: "#000000", fillOpacity: 1, strokeAlpha: 1, opacity: 1, width: 1, size: 16, weight: 400}
}

// inherited is what the children start from.
func (st style) inherited() style {
	st.display, st.clip = "", ""
	return st
}

// styleProperties are understood as presentation attribute and in a style attribute. Those that
// map to true are accepted in every value because they change nothing here.
var styleProperties = map[string]bool{
	"fill": false, "stroke": false, "fill-opacity": false, "stroke-opacity": false, "opacity": false, "color": false,
	"stroke-width": false, "stroke-dasharray": false, "stroke-dashoffset": false, "stroke-linecap": false, "stroke-linejoin": false,
	"font-size": false, "font-weight": false, "font-style": false, "font": false, "text-anchor": false, "dominant-baseline": false,
	"paint-order": false, "visibility": false, "display": false, "clip-path": false, "fill-rule": false, "clip-rule": false,
	"letter-spacing": false, "word-spacing": false, "text-decoration": false, "white-space": false,
	"font-family": true, "stroke-miterlimit": true, "pointer-events": true, "cursor": true, "user-select": true,
	"-webkit-user-select": true, "-webkit-tap-highlight-color": true,
}

func isStyle(name string) bool {
	_, ok := styleProperties[name]
	return ok || name == "style"
}

// with applies the element's attributes and then its style attribute, which wins.
func (st style) with(n *xmlNode) (style, error) {
	st = st.inherited()
	if v, ok := n.attrs["xml:space"]; ok {
		st.preserve = v == "preserve"
	}
	for _, name := range n.attrNames() {
		if name != "style" && isStyle(name) {
			if err := st.set(name, strings.TrimSpace(n.attrs[name])); err != nil {
				return st, n.errorf("%s of %s: %v", name, n.name, err)
			}
		}
	}
	for _, rule := range strings.Split(n.attrs["style"], ";") {
		name, value, ok := strings.Cut(rule, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		if !ok && name == "" {
			continue
		}
		if !ok || !isStyle(name) || name == "style" {
			return st, n.errorf("style %.40q of %s is not supported", strings.TrimSpace(rule), n.name)
		}
		if err := st.set(name, strings.TrimSpace(value)); err != nil {
			return st, n.errorf("style %s of %s: %v", name, n.name, err)
		}
	}
	return st, nil
}

func (st *style) set(name, value string) error {
	var err error
	switch name {
	case "fill":
		st.fill = value
	case "stroke":
		st.stroke = value
	case "color":
		st.color = value
	case "fill-opacity":
		st.fillOpacity, err = share(value)
	case "stroke-opacity":
		st.strokeAlpha, err = share(value)
	case "opacity":
		var v float64
		v, err = share(value)
		st.opacity *= v
	case "stroke-width":
		if st.width, err = pixels(value); err == nil && st.width < 0 {
			err = fmt.Errorf("%v is below zero", st.width)
		}
	case "stroke-dasharray":
		st.dash, err = dashes(value)
	case "stroke-linecap":
		st.lineCap, err = oneOf(value, "butt", "round")
	case "stroke-linejoin":
		st.lineJoin, err = oneOf(value, "miter", "round", "bevel")
	case "text-anchor":
		st.anchor, err = oneOf(value, "start", "middle", "end")
	case "dominant-baseline":
		st.baseline, err = oneOf(value, "auto", "alphabetic", "central", "middle", "hanging", "text-before-edge", "text-after-edge")
	case "paint-order":
		st.strokeFirst = strings.HasPrefix(value, "stroke")
	case "display":
		st.display = value
	case "clip-path":
		st.clip = value
	case "visibility":
		value, err = oneOf(value, "visible", "hidden", "collapse")
		st.hidden = value != "visible"
	case "font-size", "font-weight", "font-style", "font":
		err = st.setFont(name, value)
	case "fill-rule", "clip-rule":
		_, err = oneOf(value, "nonzero")
	case "white-space":
		value, err = oneOf(value, "normal", "pre")
		st.preserve = value == "pre"
	case "stroke-dashoffset", "letter-spacing", "word-spacing":
		if value != "normal" {
			if v, wrong := pixels(value); wrong != nil || v != 0 {
				err = fmt.Errorf("%q is not supported", value)
			}
		}
	case "text-decoration":
		_, err = oneOf(value, "none")
	}
	return err
}

func oneOf(value string, known ...string) (string, error) {
	if !slices.Contains(known, value) {
		return "", fmt.Errorf("%q is not supported", value)
	}
	return value, nil
}

func (st *style) setFont(name, value string) error {
	var err error
	switch name {
	case "font-size":
		if st.size, err = pixels(value); err == nil && st.size < 0 {
			err = fmt.Errorf("%v is below zero", st.size)
		}
	case "font-weight":
		switch value {
		case "normal":
			st.weight = 400
		case "bold":
			st.weight = 700
		default:
			if st.weight, err = strconv.Atoi(value); err != nil || st.weight < 1 || st.weight > 1000 {
				err = fmt.Errorf("%q is not supported", value)
			}
		}
	case "font-style":
		value, err = oneOf(value, "normal", "italic", "oblique")
		st.italic = value != "normal"
	case "font": // style and weight, then the size, then the family, which does not matter
		st.weight, st.italic = 400, false
		for _, word := range strings.Fields(value) {
			if word[0] >= '0' && word[0] <= '9' && strings.Contains(word, "px") {
				size, _, _ := strings.Cut(word, "/")
				return st.setFont("font-size", size)
			}
			switch word {
			case "normal":
			case "italic", "oblique":
				st.italic = true
			default:
				if err := st.setFont("font-weight", word); err != nil {
					return err
				}
			}
		}
		err = fmt.Errorf("%q has no size in px", value)
	}
	return err
}

// face is the cut of our typeface that is nearest to the style.
func (st style) face() (font.Face, error) {
	switch {
	case st.italic && st.weight >= 550:
		return 0, fmt.Errorf("bold italic text is not supported")
	case st.italic:
		return font.Italic, nil
	case st.weight >= 650:
		return font.Bold, nil
	case st.weight >= 550:
		return font.SemiBold, nil
	}
	return font.Regular, nil
}

// dashes reads a dash list; an odd one counts double, a list of zeros is a solid line.
func dashes(value string) ([]float64, error) {
	if value == "none" {
		return nil, nil
	}
	list, err := numbers(strings.ReplaceAll(value, "px", " "))
	if err != nil {
		return nil, err
	}
	sum := 0.0
	for _, v := range list {
		if v < 0 {
			return nil, fmt.Errorf("%q has a dash below zero", value)
		}
		sum += v
	}
	if sum == 0 {
		return nil, nil
	}
	if len(list)%2 == 1 {
		list = append(list, list...)
	}
	return list, nil
}
