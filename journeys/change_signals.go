package journeys

import (
	"bytes"
	"slices"

	"gopkg.in/yaml.v3"
)

// RemoveSignals takes signals out of the `lijst` of a source, by their places in Source.List, with
// what stands on their lines. Nothing else changes: comments on lines of their own stay, and that the
// rest says what it said is checked as Edit.Apply does. ErrLayout tells that it cannot be done.
func RemoveSignals(name string, src []byte, source string, places []int) ([]byte, error) {
	_, before := Parse(name, src)
	out := src
	places = slices.Compact(slices.Sorted(slices.Values(places)))
	for _, i := range slices.Backward(places) { // from the end, so that places stay what they are
		var err error
		if out, err = removeSignal(out, source, i); err != nil {
			return nil, err
		}
	}
	_, after := Parse(name, out)
	if fresh := after.beyond(before); fresh.HasErrors() {
		return nil, fresh
	}
	return out, nil
}

func removeSignal(src []byte, source string, place int) ([]byte, error) {
	text := bytes.TrimPrefix(src, []byte("\ufeff"))
	want := (&decoder{}).document(text)
	if want == nil {
		return nil, ErrLayout
	}
	owner := find(want, []string{"bronnen", source})
	if owner == nil {
		return nil, ErrLayout
	}
	key, list := child(owner, "lijst")
	if list == nil || list.Kind != yaml.SequenceNode || list.Anchor != "" || place < 0 || place >= len(list.Content) || list.Content[place].Anchor != "" {
		return nil, ErrLayout
	}
	out, ok := cutItem(text, key, list, place)
	if !ok {
		return nil, ErrLayout
	}
	comments := commentLines(want)
	list.Content = slices.Delete(list.Content, place, place+1)
	got := (&decoder{}).document(out)
	if got == nil || !sameTree(want, got, 0) || !within(commentLines(got), comments) {
		return nil, ErrLayout
	}
	return slices.Concat(src[:len(src)-len(text)], out), nil
}

// cutItem takes an item out of the text of a list. Of a list in lines that has no item left, the key
// gets an empty list.
func cutItem(src []byte, key, list *yaml.Node, place int) ([]byte, bool) {
	item := list.Content[place]
	at, ok := offset(src, Pos{Line: item.Line, Column: item.Column})
	if !ok {
		return nil, false
	}
	if list.Style&yaml.FlowStyle != 0 {
		return cutInBrackets(src, at)
	}
	from := bytes.LastIndexByte(src[:at], '\n') + 1
	dash := from + len(src[from:at]) - len(bytes.TrimLeft(src[from:at], " "))
	if src[dash] != '-' || len(bytes.TrimSpace(src[dash+1:at])) > 0 {
		return nil, false
	}
	end := blockEnd(src, at, dash-from+1, false)
	if end < len(src) {
		end++
	} else if from > 0 {
		from-- // the last line of the file, which has no line end
		if from > 0 && src[from-1] == '\r' {
			from--
		}
	}
	out := slices.Concat(src[:from], src[end:])
	if len(list.Content) > 1 {
		return out, true
	}
	colon, ok := afterColon(src, key)
	if !ok || colon > from {
		return nil, false
	}
	return insert(out, colon, " []"), true
}

// cutInBrackets takes the item at a place out of a list in brackets, with one comma.
func cutInBrackets(src []byte, at int) ([]byte, bool) {
	if src[at] != '{' {
		return nil, false
	}
	end, ok := closing(src, at)
	if !ok {
		return nil, false
	}
	next := end + len(src[end:]) - len(bytes.TrimLeft(src[end:], " \t\r\n"))
	if next < len(src) && src[next] == ',' {
		next++
		next += len(src[next:]) - len(bytes.TrimLeft(src[next:], " "))
		return slices.Concat(src[:at], src[next:]), true
	}
	from := len(bytes.TrimRight(src[:at], " \t\r\n"))
	if from > 0 && src[from-1] == ',' {
		return slices.Concat(src[:from-1], src[end:]), true
	}
	return slices.Concat(src[:at], src[end:]), true
}

// within tells whether all of some sorted lines are among others, as often.
func within(some, all []string) bool {
	for _, s := range some {
		i, found := slices.BinarySearch(all, s)
		if !found {
			return false
		}
		all = slices.Delete(slices.Clone(all), i, i+1)
	}
	return true
}
