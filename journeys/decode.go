package journeys

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// The limits keep a hostile or mistaken file from taking the machine down.
const (
	// MaxFileSize is the largest klantreis file that is read, in bytes.
	MaxFileSize = 8 << 20
	// maxValues bounds the values of one file with its aliases followed; a "YAML bomb" would
	// have billions.
	maxValues = 400_000
	maxDepth  = 40
)

// decoder walks the nodes of one file, so that every value keeps its place and every fault is
// reported, not only the first.
type decoder struct {
	file     string
	problems Problems
	values   int
	depth    int
	stopped  bool
}

// field is one key that a mapping may have.
type field struct {
	key      string
	required bool
	read     func(*yaml.Node)
}

func must(key string, read func(*yaml.Node)) field { return field{key, true, read} }
func may(key string, read func(*yaml.Node)) field  { return field{key, false, read} }

func (d *decoder) pos(n *yaml.Node) Pos { return Pos{d.file, n.Line, n.Column} }

func (d *decoder) fail(n *yaml.Node, code string, args ...any) {
	d.problems.add(d.pos(n), Error, code, args...)
}

// resolve follows an alias. It returns nil when the file has spent its budget of values.
func (d *decoder) resolve(n *yaml.Node) *yaml.Node {
	for hops := 0; n != nil && n.Kind == yaml.AliasNode; hops++ {
		if hops > maxDepth {
			return nil
		}
		n = n.Alias
	}
	d.values++
	if d.values > maxValues || d.depth > maxDepth {
		if !d.stopped && n != nil {
			d.stopped = true
			d.fail(n, "te-veel-waarden")
		}
		return nil
	}
	return n
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// keys walks a mapping and calls visit for each key that is not the user's own, once.
func (d *decoder) keys(n *yaml.Node, what term, visit func(key, value *yaml.Node)) bool {
	if n.Kind != yaml.MappingNode {
		d.fail(n, "geen-blok", what, kindName(n))
		return false
	}
	d.depth++
	defer func() { d.depth-- }()
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case key.Tag == "!!merge":
			d.fail(key, "samenvoegen")
		case key.Kind != yaml.ScalarNode:
			d.fail(key, "sleutel-geen-tekst", what)
		case seen[key.Value]:
			d.fail(key, "dubbele-sleutel", key.Value)
		case strings.HasPrefix(key.Value, "x-"):
		default:
			seen[key.Value] = true
			visit(key, value)
		}
	}
	return true
}

// mapping reads a mapping with known keys. An empty value counts as absent.
func (d *decoder) mapping(n *yaml.Node, what term, fields ...field) Node {
	n = d.resolve(n)
	if n == nil {
		return Node{}
	}
	node := Node{Pos: d.pos(n), keys: map[string]Pos{}}
	ok := d.keys(n, what, func(key, value *yaml.Node) {
		for _, f := range fields {
			if f.key != key.Value {
				continue
			}
			if isNull(value) {
				return
			}
			at := d.pos(value)
			node.keys[f.key] = at
			for i, item := range value.Content {
				if value.Kind == yaml.SequenceNode {
					node.keys[itemKey(f.key, i)] = d.pos(item)
				}
			}
			f.read(value)
			return
		}
		known := make([]string, len(fields))
		for i, f := range fields {
			known[i] = f.key
		}
		d.fail(key, "onbekende-sleutel", key.Value, what, Nearest(key.Value, known), strings.Join(known, ", "))
	})
	for _, f := range fields {
		if ok && f.required && !node.Has(f.key) {
			d.fail(n, "verplicht", f.key, what)
		}
	}
	return node
}

func itemKey(key string, i int) string { return key + "." + strconv.Itoa(i) }

// list reads a sequence of anything.
func (d *decoder) list(n *yaml.Node, key string, each func(*yaml.Node)) {
	n = d.resolve(n)
	if n == nil {
		return
	}
	if n.Kind != yaml.SequenceNode {
		example := "[…]"
		if n.Kind == yaml.ScalarNode {
			example = "[" + n.Value + "]"
		}
		d.fail(n, "geen-lijst", key, kindName(n), example)
		return
	}
	d.depth++
	defer func() { d.depth-- }()
	for _, item := range n.Content {
		each(item)
	}
}

// scalar gives the text of a single value, and whether there is one.
func (d *decoder) scalar(n *yaml.Node, key string) (*yaml.Node, bool) {
	n = d.resolve(n)
	if n == nil {
		return nil, false
	}
	if n.Kind != yaml.ScalarNode {
		d.fail(n, "geen-tekst", key, kindName(n))
		return nil, false
	}
	return n, true
}

// kindName says what stands there instead of what was wanted.
func kindName(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.SequenceNode:
		return term("een lijst")
	case n.Kind == yaml.MappingNode:
		return term("een blok met sleutels")
	case isNull(n):
		return term("niets")
	}
	return "‘" + shorten(n.Value) + "’"
}

// shorten keeps a quoted value readable in a message.
func shorten(s string) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > 40 {
		return string(runes[:39]) + "…"
	}
	return string(runes)
}

// The functions below make readers for the fields of a mapping: each reads one kind of value
// into a variable and reports what does not fit.

func (d *decoder) text(key string, into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key); ok {
			if strings.TrimSpace(n.Value) == "" {
				d.fail(n, "lege-tekst", key)
			}
			// "Loket #3" ends in YAML at the number sign; a comment that begins with a digit is
			// most likely the rest of a text.
			if c := n.LineComment; n.Style == 0 && len(c) > 1 && c[1] >= '0' && c[1] <= '9' {
				d.problems.add(d.pos(n), Warning, "hekje", shorten(n.Value), shorten(c))
			}
			*into = strings.TrimSpace(n.Value)
		}
	}
}

func (d *decoder) texts(key string, into *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d.list(n, key, func(item *yaml.Node) {
			var s string
			d.text(key, &s)(item)
			*into = append(*into, s)
		})
	}
}

// textOrTexts reads one name or a list of them.
func (d *decoder) textOrTexts(key string, into *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode {
			var s string
			d.text(key, &s)(n)
			*into = []string{s}
			return
		}
		d.texts(key, into)(n)
	}
}

func (d *decoder) choice(key string, into *string, values []string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key); ok {
			if !slices.Contains(values, n.Value) {
				d.fail(n, "onbekende-waarde", shorten(n.Value), key, Nearest(n.Value, values), strings.Join(values, ", "))
				return
			}
			*into = n.Value
		}
	}
}

func (d *decoder) number(key string, into *float64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key); ok {
			v, ok := ParseNumber(n.Value)
			if !ok {
				d.fail(n, "geen-getal", key, shorten(n.Value))
			}
			*into = v
		}
	}
}

// amount reads how many there were, and refuses separators between thousands.
func (d *decoder) amount(key string, into *float64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key); ok {
			v, ok := ParseNumber(n.Value)
			if !ok || looksGrouped(n.Value) {
				d.fail(n, "geen-hoeveelheid", key, shorten(n.Value))
				return
			}
			*into = v
		}
	}
}

func (d *decoder) optionalNumber(key string, into **float64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		before := len(d.problems)
		var v float64
		d.number(key, &v)(n)
		if len(d.problems) == before {
			*into = &v
		}
	}
}

func (d *decoder) whole(key string, into *int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key); ok {
			v, ok := ParseNumber(n.Value)
			if !ok || v != float64(int(v)) || v < 0 || v > 1e9 {
				d.fail(n, "geen-aantal", key, shorten(n.Value))
				return
			}
			*into = int(v)
		}
	}
}

func (d *decoder) share(key string, into *float64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key); ok {
			v, ok := parseShare(n.Value)
			if !ok {
				d.fail(n, "geen-percentage", key, shorten(n.Value))
			}
			*into = v
		}
	}
}

func (d *decoder) yesNo(key string, into *bool) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key); ok {
			switch n.Value {
			case "true", "ja":
				*into = true
			case "false", "nee":
			default:
				d.fail(n, "geen-ja-nee", key, shorten(n.Value))
			}
		}
	}
}

func (d *decoder) date(key string, into *Date) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key); ok {
			v, ok := parseDate(n.Value)
			if !ok {
				d.fail(n, "geen-datum", key, shorten(n.Value))
				return
			}
			*into = v
		}
	}
}
