package journeys

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// reference is a place where an id stands that names something else.
type reference struct {
	path  []string // to the text
	value string   // what it becomes
}

// keepID looks after what others call an item by. A new title would give an item without `id` another id: where
// that is named elsewhere, or keeps the history of an advice, the old one is written down. Where `id` itself
// changes, those who name it follow. The id of a metric is its title, so those who name it always follow.
func keepID(j *Journey, item Item, fields []Field) ([]Field, []reference) {
	old, node, title := idOf(j, item)
	if old == "" {
		return fields, nil
	}
	named := referencesTo(j, item.Kind, old)
	for _, f := range fields {
		if f.Key != "id" {
			continue
		}
		fresh, _ := f.Value.(string)
		if f.Value == nil {
			fresh = titleSlug(fields, title, old)
		}
		if fresh == "" || fresh == old {
			return fields, nil
		}
		for i := range named {
			named[i].value = fresh
		}
		return fields, named
	}
	if item.Kind == MetricItem { // it has no key for its id: those who name it follow its title
		fresh := titleSlug(fields, title, old)
		if fresh == "" || fresh == old {
			return fields, nil
		}
		for i := range named {
			named[i].value = fresh
		}
		return fields, named
	}
	if node.Has("id") || titleSlug(fields, title, old) == old {
		return fields, nil
	}
	decided := item.Kind == AdviceItem && j.Advice[item.Index].Status != ""
	if len(named) > 0 || decided {
		return append(slices.Clone(fields), Field{"id", old}), nil
	}
	return fields, nil
}

// titleSlug is the id that a new title gives; without one, that of now.
func titleSlug(fields []Field, title, now string) string {
	for _, f := range fields {
		if text, ok := f.Value.(string); ok && f.Key == title {
			return Slug(text)
		}
	}
	return now
}

// idOf gives the id of an item, its keys, and the key of its title.
func idOf(j *Journey, item Item) (id string, node Node, title string) {
	switch item.Kind {
	case StepItem:
		if s := j.Step(item.Step); s != nil {
			return s.ID, s.Node, "stap"
		}
	case SelectorItem:
		if s := j.Step(item.Step); s != nil && item.Index < len(s.Selectors) {
			return s.Selectors[item.Index].ID, s.Selectors[item.Index].Node, "signaal"
		}
	case AdviceItem:
		if item.Index < len(j.Advice) {
			return j.Advice[item.Index].ID, j.Advice[item.Index].Node, "advies"
		}
	case MetricItem:
		if item.Index < len(j.Metrics) {
			return j.Metrics[item.Index].ID, j.Metrics[item.Index].Node, "meting"
		}
	}
	return "", Node{}, ""
}

// referencesTo finds where an id is named: of a step in `naar`, `stap` of advice, lead times and bottlenecks;
// of a signal in `omdat` and `effect`; of a metric in `omdat`.
func referencesTo(j *Journey, kind ItemKind, id string) []reference {
	var all []reference
	add := func(yes bool, path ...string) {
		if yes {
			all = append(all, reference{path: path})
		}
	}
	step, signal := kind == StepItem, kind == SelectorItem
	for i, p := range j.Phases {
		for k, s := range p.Steps {
			for n, f := range s.Next {
				add(step && f.To == id, "fasen", number(i), "stappen", number(k), "naar", number(n), "stap")
			}
		}
	}
	for i, l := range j.LeadTimes {
		add(step && l.Step == id, "doorlooptijden", number(i), "stap")
	}
	for i, a := range j.Arenas {
		for k, b := range a.Bottlenecks {
			add(step && b.Step == id, "arenas", number(i), "knelpunten", number(k), "stap")
		}
	}
	for i, a := range j.Advice {
		add(step && a.Step == id, "adviezen", number(i), "stap")
		for k, because := range a.Because {
			add((signal || kind == MetricItem) && because == id, "adviezen", number(i), "omdat", number(k))
		}
		add(signal && a.Effect != nil && a.Effect.Signal == id, "adviezen", number(i), "effect", "signaal")
	}
	return all
}

// rename writes an id where it is named.
func (s *sheet) rename(r reference) error {
	last := len(r.path) - 1
	parent := find(s.root, r.path[:last])
	if parent == nil {
		return ErrLayout
	}
	key, old := child(parent, r.path[last])
	fresh, _ := valueOf(r.value)
	if old == nil || old.Kind != yaml.ScalarNode || !s.setScalar(parent, key, old, r.value, fresh) {
		return ErrLayout
	}
	return s.again()
}

// uniqueID gives a new step or selector whose title another one has an id with a number.
func uniqueID(j *Journey, kind ItemKind, fields []Field) []Field {
	key := map[ItemKind]string{StepItem: "stap", SelectorItem: "signaal", AdviceItem: "advies"}[kind]
	var ids []string
	for _, s := range j.Steps() {
		switch kind {
		case StepItem:
			ids = append(ids, s.ID)
		case SelectorItem:
			for _, sel := range s.Selectors {
				ids = append(ids, sel.ID)
			}
		}
	}
	for _, a := range j.Advice {
		if kind == AdviceItem {
			ids = append(ids, a.ID)
		}
	}
	slug := ""
	for _, f := range fields {
		if f.Key == "id" {
			return fields
		}
		if text, ok := f.Value.(string); ok && f.Key == key {
			slug = Slug(text)
		}
	}
	if slug == "" || !slices.Contains(ids, slug) {
		return fields
	}
	for n := 2; ; n++ {
		if id := strings.Join([]string{slug, number(n)}, "-"); !slices.Contains(ids, id) {
			return append(slices.Clone(fields), Field{"id", id})
		}
	}
}
