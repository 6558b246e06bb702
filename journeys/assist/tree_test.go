package assist

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// journeyFiles are the files that a parser can read, of the examples and of the tests.
func journeyFiles(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, pattern := range []string{"../../examples/*/*.yaml", "../testdata/faults/*.yaml", "../../cmd/klantreis/sjabloon/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v %v", pattern, names, err)
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files[filepath.ToSlash(name)] = src
		}
	}
	return files
}

// TestReadsWhatYAMLReads holds the tolerant reader to the parser, on files without faults of YAML: the same
// keys, items and texts, at the same places.
func TestReadsWhatYAMLReads(t *testing.T) {
	files := journeyFiles(t)
	files["odd"] = []byte(`klantreis: "Een \"titel\" met: dubbele punt"
samenvatting: >
  Een lange
  tekst: met een dubbele punt
gemeente: 'het ''t'
eigenaar: Team
  Inkomen
fasen:
- fase: Een # uitleg
  stappen:
  - stap: A
    kanalen: [website,
      "e-mail", 'brief'] # nog een
    pijnpunten:
    - Een - streepje
    - "x: y"
    - a#b
    naar: [{stap: b, als: "na 2, 3 weken"}, {afhaken: geeft het op}]
  -
    stap: B
    doet:
      Kijkt
x-eigen: {a: [1, [2, 3]], b: {}}
`)
	for name, src := range files {
		var doc yaml.Node
		if err := yaml.Unmarshal(src, &doc); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		d := open(src)
		compare(t, name, d, d.root, doc.Content[0])
	}
}

func compare(t *testing.T, where string, d *document, got *node, want *yaml.Node) {
	t.Helper()
	fold := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	switch want.Kind {
	case yaml.MappingNode:
		if len(got.entries) != len(want.Content)/2 || len(want.Content) > 0 && got.form != mapping {
			t.Errorf("%s: line %d: %d keys, want %d", where, want.Line, len(got.entries), len(want.Content)/2)
			return
		}
		for i, e := range got.entries {
			key := want.Content[2*i]
			if place := d.place(e.keyFrom); e.key != key.Value || place != (Place{key.Line, key.Column}) {
				t.Errorf("%s: key %q at %v, want %q at %d:%d", where, e.key, place, key.Value, key.Line, key.Column)
			}
			compare(t, where+"/"+e.key, d, e.value, want.Content[2*i+1])
		}
	case yaml.SequenceNode:
		if len(got.entries) != len(want.Content) {
			t.Errorf("%s: line %d: %d items, want %d", where, want.Line, len(got.entries), len(want.Content))
			return
		}
		for i, e := range got.entries {
			compare(t, where+"/-", d, e.value, want.Content[i])
		}
	case yaml.ScalarNode:
		if want.Value == "" || want.Tag == "!!null" {
			return
		}
		if place := d.place(got.from); place != (Place{want.Line, want.Column}) || !got.block && fold(got.text) != fold(want.Value) {
			t.Errorf("%s: %q at %v, want %q at %d:%d", where, got.text, place, want.Value, want.Line, want.Column)
		}
	}
}
