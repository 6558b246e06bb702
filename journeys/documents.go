package journeys

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Value is a value in a YAML file of another program, with its place. The zero value is one that is
// absent.
type Value struct {
	Pos   Pos
	Kind  ValueKind
	Text  string  // of a Scalar, as it was meant
	Keys  []Entry // of a Mapping, in the order of the file
	Items []Value
}

// ValueKind tells what a value is.
type ValueKind int

const (
	Absent ValueKind = iota // not there, or null
	Scalar
	Mapping
	Sequence
)

// Entry is one key of a mapping, with its value.
type Entry struct {
	Name  string
	Pos   Pos
	Value Value
}

// Get gives the value of a key, absent when there is none.
func (v Value) Get(key string) Value {
	for _, k := range v.Keys {
		if k.Name == key {
			return k.Value
		}
	}
	return Value{Pos: v.Pos}
}

// Documents reads a YAML file that need not be a klantreis: all of its documents, within the limits that
// Parse keeps. With problems there are none. Merge keys and keys that are no text are left out.
func Documents(name string, src []byte) ([]Value, Problems) {
	d := &decoder{file: name}
	if len(src) > MaxFileSize {
		d.problems.add(Pos{name, 0, 0}, Error, "bestand-te-groot", len(src)>>20, MaxFileSize>>20)
		return nil, d.problems
	}
	if !utf8.Valid(src) {
		d.badEncoding(src)
		return nil, d.problems
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	reader := yaml.NewDecoder(bytes.NewReader(shield(src)))
	var all []Value
	for {
		var doc yaml.Node
		if err := reader.Decode(&doc); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			d.syntax(src, err)
			return nil, d.problems.Sorted()
		}
		if len(doc.Content) > 0 {
			unshield(doc.Content[0])
			all = append(all, d.value(doc.Content[0]))
		}
		if d.stopped {
			return nil, d.problems
		}
	}
	return all, nil
}

func (d *decoder) value(n *yaml.Node) Value {
	if n = d.resolve(n); n == nil {
		return Value{}
	}
	v := Value{Pos: d.pos(n)}
	d.depth++
	defer func() { d.depth-- }()
	switch {
	case isNull(n):
	case n.Kind == yaml.ScalarNode:
		v.Kind, v.Text = Scalar, strings.TrimSpace(n.Value)
	case n.Kind == yaml.SequenceNode:
		v.Kind = Sequence
		for _, item := range n.Content {
			v.Items = append(v.Items, d.value(item))
		}
	case n.Kind == yaml.MappingNode:
		v.Kind = Mapping
		for i := 0; i+1 < len(n.Content); i += 2 {
			if key := n.Content[i]; key.Kind == yaml.ScalarNode && key.Tag != "!!merge" {
				v.Keys = append(v.Keys, Entry{key.Value, d.pos(key), d.value(n.Content[i+1])})
			}
		}
	}
	return v
}
