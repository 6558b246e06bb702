package journeys

import (
	"errors"
	"slices"
	"strings"
)

// ItemKind is a kind of thing in a journey that can be changed by itself.
type ItemKind string

// The kinds, by the words of the format.
const (
	JourneyItem  ItemKind = "reis"
	PersonaItem  ItemKind = "klant"
	PhaseItem    ItemKind = "fase"
	StepItem     ItemKind = "stap"
	SelectorItem ItemKind = "signaal"
	QuoteItem    ItemKind = "citaat"
	AdviceItem   ItemKind = "advies"
	SourceItem   ItemKind = "bron"
	ArenaItem    ItemKind = "arena"
	MetricItem   ItemKind = "meting"
)

// Item names one thing in a journey.
type Item struct {
	Kind  ItemKind
	Phase int    // index, of a phase; of a new step, where it goes
	Step  string // id, of a step, and of the step that has the selector or quote
	Index int    // of a selector or quote in its step, of advice, an arena or a metric in the file
	Name  string // of a source
}

// ErrNoItem says that there is no such thing in the file.
var ErrNoItem = errors.New("no such item")

// The functions below change a journey file by as few bytes as they can: comments, order, quotes,
// indentation and line ends of all else stay, which is proved by comparing what the file says before and
// after. They do not judge: the new text may have faults that the old one had not (advice that names a step that
// is gone), for Parse to tell. They give the text, and the place of what changed. ErrNoItem and ErrLayout
// tell why it cannot be done.

// SetFields gives keys of an item other values. The id of something that others refer to stays what it was,
// when it came from a title that changes; an id that changes, changes where others refer to it.
func SetFields(name string, src []byte, item Item, fields []Field) ([]byte, Pos, error) {
	j, s, err := open(name, src)
	if err != nil {
		return nil, Pos{}, err
	}
	path, err := pathOf(j, item)
	if err != nil {
		return nil, Pos{}, err
	}
	if item.Kind == PersonaItem && !j.Has("klant") || item.Kind == SourceItem && !hasSource(j, item.Name) {
		var present []Field
		for _, f := range inOrder(fields, keysOf(item.Kind)) {
			if !empty(f.Value) {
				present = append(present, f)
			}
		}
		if len(present) == 0 {
			return src, Pos{}, nil
		}
		return s.setNew(path, item.Kind, present)
	}
	fields, renamed := keepID(j, item, fields)
	for _, f := range inOrder(fields, keysOf(item.Kind)) {
		if err := s.set(path, f.Key, keysOf(item.Kind), f.Value); err != nil {
			return nil, Pos{}, err
		}
	}
	for _, r := range renamed {
		if err := s.rename(r); err != nil {
			return nil, Pos{}, err
		}
	}
	s.focus = path
	return s.finish()
}

// setNew writes a mapping that was not there: of the customer, or of a source.
func (s *sheet) setNew(path []string, kind ItemKind, fields []Field) ([]byte, Pos, error) {
	last := len(path) - 1
	order := keysOf(JourneyItem)
	block := func(column int) string { return "\n" + fieldLines(fields, column+2) }
	var content any = fields
	if kind == SourceItem {
		order = nil
		if _, all := child(s.root, "bronnen"); all == nil || isNull(all) || len(all.Content) == 0 {
			name, one := path[last], block
			block = func(column int) string {
				return "\n" + strings.Repeat(" ", column+2) + keyText(name) + ":" + one(column+2)
			}
			content, last, order = []Field{{name, fields}}, last-1, keysOf(JourneyItem)
		}
	}
	v, ok := valueOf(content)
	if !ok {
		return nil, Pos{}, ErrLayout
	}
	v.block = block
	parent := find(s.root, path[:last])
	if parent == nil {
		return nil, Pos{}, ErrLayout
	}
	key, old := child(parent, path[last])
	if old != nil {
		ok = s.replaceValue(parent, key, old, v)
	} else {
		ok = s.addKey(parent, path[last], order, v)
	}
	if !ok {
		return nil, Pos{}, ErrLayout
	}
	s.focus = path
	return s.finish()
}

// AddItem writes a new item: a phase, step, selector, quote, advice, arena or metric, at an index of its list, as the
// last one when there are fewer. Of a step without id whose title another one has, the id gets a number.
func AddItem(name string, src []byte, item Item, fields []Field) ([]byte, Pos, error) {
	j, s, err := open(name, src)
	if err != nil {
		return nil, Pos{}, err
	}
	if item.Kind == SourceItem {
		if hasSource(j, item.Name) {
			return nil, Pos{}, ErrTaken
		}
		return SetFields(name, src, item, fields)
	}
	owner, key, err := listOf(j, item)
	if err != nil {
		return nil, Pos{}, err
	}
	var present []Field
	for _, f := range inOrder(uniqueID(j, item.Kind, fields), keysOf(item.Kind)) {
		if !empty(f.Value) {
			present = append(present, f)
		}
	}
	if len(present) == 0 || item.Index < 0 {
		return nil, Pos{}, ErrNoItem
	}
	if _, ok := treeOf(present); !ok {
		return nil, Pos{}, ErrLayout
	}
	parent := find(s.root, owner)
	if parent == nil {
		return nil, Pos{}, ErrLayout
	}
	n := 0
	if _, list := child(parent, key); list != nil {
		n = len(list.Content)
	}
	var fresh piece = record(present)
	if item.Kind == QuoteItem {
		fresh = row(present)
	}
	if !s.insertItem(parent, key, item.Index, keysOf(ownerKind(item.Kind)), fresh) {
		return nil, Pos{}, ErrLayout
	}
	s.focus = slices.Concat(owner, []string{key, number(min(item.Index, n))})
	return s.finish()
}

// MoveItem puts a phase, step or advice at another index: of a step also in another phase. The index is that
// which the item will have.
func MoveItem(name string, src []byte, item Item, toPhase, toIndex int) ([]byte, Pos, error) {
	j, s, err := open(name, src)
	if err != nil {
		return nil, Pos{}, err
	}
	path, err := pathOf(j, item)
	if err != nil {
		return nil, Pos{}, err
	}
	last := len(path) - 1
	from, key := path[last], path[last-1]
	owner := path[:last-1]
	target := owner
	if item.Kind == StepItem {
		if toPhase < 0 || toPhase >= len(j.Phases) {
			return nil, Pos{}, ErrNoItem
		}
		target = []string{"fasen", number(toPhase)}
	}
	if toIndex < 0 || item.Kind != PhaseItem && item.Kind != StepItem && item.Kind != AdviceItem {
		return nil, Pos{}, ErrNoItem
	}
	var ok bool
	if slices.Equal(owner, target) {
		_, list := child(find(s.root, owner), key)
		toIndex = min(toIndex, len(list.Content)-1)
		ok = s.permute(list, moveOne(len(list.Content), atoi(from), toIndex))
	} else {
		toIndex, ok = s.carry(owner, target, key, atoi(from), toIndex)
	}
	if !ok {
		return nil, Pos{}, ErrLayout
	}
	s.focus = slices.Concat(target, []string{key, number(toIndex)})
	return s.finish()
}

// carry takes an item out of one list and puts it in another.
func (s *sheet) carry(owner, target []string, key string, i, toIndex int) (int, bool) {
	_, list := child(find(s.root, owner), key)
	item, column := list.Content[i], list.Column-1
	if isFlow(list) {
		column = -1
	}
	text, ok := s.removeItem(find(s.root, owner), key, i)
	if !ok || s.again() != nil {
		return 0, false
	}
	s.cut = nil // it comes back, with its comments
	parent := find(s.root, target)
	n := 0
	if _, list := child(parent, key); list != nil {
		n = len(list.Content)
	}
	toIndex = min(toIndex, n)
	return toIndex, s.insertItem(parent, key, toIndex, keysOf(PhaseItem), moved{text, column, item})
}

// RemoveItem takes an item away, with the comments in it and those right above it.
func RemoveItem(name string, src []byte, item Item) ([]byte, Pos, error) {
	j, s, err := open(name, src)
	if err != nil {
		return nil, Pos{}, err
	}
	path, err := pathOf(j, item)
	if err != nil {
		return nil, Pos{}, err
	}
	last := len(path) - 1
	switch item.Kind {
	case JourneyItem:
		return nil, Pos{}, ErrNoItem
	case PersonaItem, SourceItem:
		parent := find(s.root, path[:last])
		if parent == nil {
			return nil, Pos{}, ErrNoItem
		}
		_, old := child(parent, path[last])
		if old == nil {
			return nil, Pos{}, ErrNoItem
		}
		if err := s.unset(path[:last], parent, path[last], old); err != nil {
			return nil, Pos{}, err
		}
		s.focus = path[:last]
	default:
		owner := find(s.root, path[:last-1])
		if owner == nil {
			return nil, Pos{}, ErrLayout
		}
		if _, ok := s.removeItem(owner, path[last-1], atoi(path[last])); !ok {
			return nil, Pos{}, ErrLayout
		}
		s.focus = path[:last-1]
	}
	return s.finish()
}
