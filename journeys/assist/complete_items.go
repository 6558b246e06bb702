package assist

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
)

// keyItems proposes the keys that are not there yet.
func (d *document) keyItems(s spot, o Options) []Item {
	shape := s.shape.Is(journeys.KindMapping, journeys.KindNames)
	if shape == nil {
		return nil
	}
	there := map[string]bool{}
	if s.keysOf != nil {
		// The same mapping in the whole file also has the keys behind the cursor.
		d.root.mappings(func(n *node) {
			if n.from != s.keysOf.from {
				return
			}
			for _, e := range n.entries {
				if e.keyFrom != s.from && e.colon {
					there[e.key] = true
				}
			}
		})
	}
	if shape.Kind == journeys.KindNames {
		var items []Item
		for _, name := range shape.Values {
			if !there[name] {
				items = append(items, d.keyItem(s, journeys.Key{Name: name, Shape: *shape.Items}, shape.Describe(name), o))
			}
		}
		return items
	}
	var required, optional []Item
	for _, k := range shape.Keys {
		if there[k.Name] || slices.Contains(shape.OneOf, k.Name) && slices.ContainsFunc(shape.OneOf, func(other string) bool { return there[other] }) {
			continue
		}
		item := d.keyItem(s, k, shape.Describe(k.Name), o)
		if k.Required {
			required = append(required, item)
		} else {
			optional = append(optional, item)
		}
	}
	return append(required, optional...)
}

// mappings visits all mappings.
func (n *node) mappings(visit func(*node)) {
	if n == nil {
		return
	}
	if n.form == mapping {
		visit(n)
	}
	for _, e := range n.entries {
		e.value.mappings(visit)
	}
}

func (d *document) keyItem(s spot, k journeys.Key, about journeys.Description, o Options) Item {
	item := Item{Kind: Key, Label: k.Name, Required: k.Required, Documentation: about.Document(o.Lang)}
	if k.Required {
		item.Detail = pick(o, "verplicht", "required")
	}
	item.Range = d.rangeOf(s.from, s.to)
	behind := ""
	switch {
	case s.followed:
		item.Text = k.Name
	case s.flow:
		item.Text, behind = flowKey(k)
	default:
		item.Text, behind = blockKey(k, s.column+len(s.lead))
	}
	item.Text = s.lead + item.Text
	item.Caret = utf8.RuneCountInString(item.Text)
	item.Text += behind
	return item
}

// flowKey writes a key in brackets, with what comes behind the cursor.
func flowKey(k journeys.Key) (before, behind string) {
	switch {
	case k.Shape.Single() != nil:
		return k.Name + ": ", ""
	case k.Shape.Is(journeys.KindList) != nil:
		return k.Name + ": [", "]"
	}
	return k.Name + ": {", "}"
}

// blockKey writes a key in lines whose column is given.
func blockKey(k journeys.Key, column int) (before, behind string) {
	in := "\n" + strings.Repeat(" ", column+2)
	if k.Shape.Single() != nil {
		return k.Name + ": ", ""
	}
	if l := k.Shape.Is(journeys.KindList); l != nil {
		if l.Items.Single() != nil {
			return k.Name + ": [", "]"
		}
		for _, first := range l.Items.Keys {
			if first.Required {
				return k.Name + ":" + in + "- " + first.Name + ": ", ""
			}
		}
		return k.Name + ":" + in + "- ", ""
	}
	return k.Name + ":" + in, ""
}

// valueItems proposes values.
func (d *document) valueItems(s spot, o Options) []Item {
	shape, around := s.shape.Single(), [2]string{s.lead, ""}
	if shape == nil {
		l := s.shape.Is(journeys.KindList)
		if l == nil || !s.bare {
			return nil
		}
		if shape = l.Items.Single(); shape == nil {
			return nil
		}
		around = [2]string{"[", "]"}
	}
	if s.bare && s.from > 0 && d.src[s.from-1] == ':' { // no space behind the colon yet
		around[0] = " " + around[0]
	}
	var items []Item
	add := func(kind ItemKind, label, detail, text string) {
		if slices.ContainsFunc(items, func(i Item) bool { return i.Label == label }) {
			return
		}
		if q := s.from - 1; q >= 0 && s.from < len(d.src) && (d.src[q] == '"' || d.src[q] == '\'') {
			text = label
		}
		item := Item{Kind: kind, Label: label, Detail: detail}
		item.Edit = Edit{d.rangeOf(s.from, s.to), around[0] + text + around[1]}
		item.Caret = utf8.RuneCountInString(around[0] + text)
		if around[1] == "" {
			item.Caret = utf8.RuneCountInString(item.Text)
		}
		items = append(items, item)
	}
	for _, kind := range shape.Refers {
		for _, t := range d.things {
			if t.kind != kind || t.id == "" {
				continue
			}
			detail := t.title
			if t.title == t.id {
				detail = ""
			}
			add(Reference, t.id, detail, plain(t.id))
		}
	}
	for _, v := range append(append([]string(nil), shape.Values...), shape.Known...) {
		add(Value, v, "", v)
	}
	if shape.File && o.Folder != nil {
		for _, name := range files(o.Folder) {
			add(File, name, "", plain(name))
		}
	}
	return items
}

// safe is what YAML reads as itself, inside brackets too.
var safe = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}_./ -]*$`)

// plain writes a name so that YAML reads it back.
func plain(s string) string {
	if safe.MatchString(s) && strings.TrimSpace(s) == s {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(s) + `"`
}

// The names of files that are proposed: of this many entries, this deep.
const (
	mostFiles   = 500
	deepestFile = 4
)

// files lists the files of a folder that a journey may name, without hidden ones and journeys.
func files(folder fs.FS) []string {
	var names []string
	seen := 0
	fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if seen++; seen > 20*mostFiles || len(names) >= mostFiles {
			return fs.SkipAll
		}
		hidden := name != "." && strings.HasPrefix(entry.Name(), ".")
		switch {
		case entry.IsDir() && (hidden || strings.Count(name, "/") >= deepestFile):
			return fs.SkipDir
		case entry.IsDir(), hidden, !entry.Type().IsRegular(), strings.HasPrefix(entry.Name(), "~$"):
		case strings.HasSuffix(name, ".yaml"), strings.HasSuffix(name, ".yml"), strings.HasSuffix(name, ".schema.json"):
		default:
			names = append(names, name)
		}
		return nil
	})
	return names
}

func pick(o Options, dutch, english string) string {
	if o.Lang == "en" {
		return english
	}
	return dutch
}
