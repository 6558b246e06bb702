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
	// sketch is where a reader tells what it would accept, when it is run on nothing (see describe); nil
	// while a file is read.
	sketch *Shape
}

// field is one key that a mapping may have; without a reader, a rule on some of its keys.
type field struct {
	key      string
	required bool
	read     func(*yaml.Node)
	oneOf    []string
}

func must(key string, read func(*yaml.Node)) field {
	return field{key: key, required: true, read: read}
}
func may(key string, read func(*yaml.Node)) field { return field{key: key, read: read} }

func (d *decoder) pos(n *yaml.Node) Pos {
	if n == nil { // a description has no place
		return Pos{File: d.file}
	}
	return Pos{d.file, n.Line, n.Column}
}

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

// oneOf says of a mapping that exactly one of these keys must be there. It is a rule of the shape only:
// who reads the mapping checks it, because the message depends on what the mapping is.
func oneOf(keys ...string) field { return field{oneOf: keys} }

// mapping reads a mapping with known keys. An empty value counts as absent.
func (d *decoder) mapping(n *yaml.Node, what term, fields ...field) Node {
	if d.sketch != nil {
		*d.sketch = d.mappingShape(what, fields)
		return Node{}
	}
	n = d.resolve(n)
	if n == nil {
		return Node{}
	}
	node := Node{Pos: d.pos(n), keys: map[string]Pos{}}
	ok := d.keys(n, what, func(key, value *yaml.Node) {
		for _, f := range fields {
			if f.key != key.Value || f.read == nil {
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
		var known []string
		for _, f := range fields {
			if f.read != nil {
				known = append(known, f.key)
			}
		}
		d.unknownKey(key, what, known)
	})
	for _, f := range fields {
		if ok && f.required && !node.Has(f.key) {
			d.fail(n, "verplicht", f.key, what)
		}
	}
	return node
}

func (d *decoder) mappingShape(what term, fields []field) Shape {
	shape := Shape{Kind: KindMapping, What: string(what)}
	for _, f := range fields {
		if f.read == nil {
			shape.OneOf = f.oneOf
			continue
		}
		shape.Keys = append(shape.Keys, Key{Name: f.key, Required: f.required, Shape: d.describe(f.read), what: string(what)})
	}
	return shape
}

func (d *decoder) unknownKey(key *yaml.Node, what term, known []string) {
	d.fail(key, "onbekende-sleutel", key.Value, what, suggest(key.Value, known), strings.Join(known, ", "))
}

// names reads a mapping whose keys are the author's, and visits each. The names may be limited to some.
func (d *decoder) names(n *yaml.Node, what term, shape Shape, visit func(key, value *yaml.Node)) {
	if d.sketch != nil {
		shape.Kind, shape.What = KindNames, string(what)
		items := d.describe(func(*yaml.Node) { visit(&yaml.Node{}, nil) })
		shape.Items = &items
		*d.sketch = shape
		return
	}
	if n = d.resolve(n); n == nil {
		return
	}
	d.keys(n, what, func(key, value *yaml.Node) {
		if shape.Values != nil && !slices.Contains(shape.Values, key.Value) {
			d.unknownKey(key, what, shape.Values)
			return
		}
		visit(key, value)
	})
}

// either reads a value that may have several forms, by the form that it has. What a nil reader would
// take is a fault that the list reader reports.
func (d *decoder) either(n *yaml.Node, one, list, mapping func(*yaml.Node)) {
	if d.sketch != nil {
		shape := Shape{Kind: KindEither}
		for _, read := range []func(*yaml.Node){one, list, mapping} {
			if read != nil {
				shape.Or = append(shape.Or, d.describe(read))
			}
		}
		*d.sketch = shape
		return
	}
	n = d.resolve(n)
	switch {
	case n == nil:
	case n.Kind == yaml.ScalarNode:
		one(n)
	case n.Kind == yaml.MappingNode && mapping != nil:
		mapping(n)
	default:
		list(n)
	}
}

func itemKey(key string, i int) string { return key + "." + strconv.Itoa(i) }

// list reads a sequence of anything.
func (d *decoder) list(n *yaml.Node, key string, each func(*yaml.Node)) {
	if d.sketch != nil {
		items := d.describe(each)
		*d.sketch = Shape{Kind: KindList, Items: &items}
		return
	}
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

// scalar gives the node of a single value of a shape, and whether there is one.
func (d *decoder) scalar(n *yaml.Node, key string, shape Shape) (*yaml.Node, bool) {
	if d.sketch != nil {
		*d.sketch = shape
		return nil, false
	}
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
