package journeys

import (
	"errors"
	"fmt"
	"strconv"
)

// AdviceChange is what happened to an advice. A zero field leaves what stands in the file.
type AdviceChange struct {
	Status              string // one of Statuses
	Reason              string // one line
	Since               Date
	ReportedToKCC       Date
	ReportedToResidents Date
}

// ErrNoAdvice says that there is no advice of that number.
var ErrNoAdvice = errors.New("no such advice")

// ChangeAdvice writes a change into the advice at an index of Journey.Advice, with edits that touch
// nothing else (see Edit). It gives the file, and the warnings that it did not have before. Errors
// that the file did not have before are returned as Problems, and then nothing is to be written.
func ChangeAdvice(name string, src []byte, index int, c AdviceChange) (out []byte, warnings Problems, err error) {
	j, before := Parse(name, src)
	if index < 0 || index >= len(j.Advice) {
		return nil, nil, ErrNoAdvice
	}
	out = src
	at := []string{"adviezen", strconv.Itoa(index)}
	advice := FileShape().Key("adviezen").Shape.Items
	keys, told := advice.KeyNames(), advice.Key("terugkoppeling").Shape.KeyNames()
	for _, e := range []struct {
		value string
		path  []string
		order []string
	}{
		{c.Status, []string{"status"}, keys},
		{c.Reason, []string{"reden"}, keys},
		{c.Since.String(), []string{"sinds"}, keys},
		{c.ReportedToKCC.String(), []string{"terugkoppeling", "kcc"}, told},
		{c.ReportedToResidents.String(), []string{"terugkoppeling", "inwoners"}, told},
	} {
		if e.value == "" {
			continue
		}
		edit := Edit{Path: append(at[:2:2], e.path...), Value: e.value, Order: e.order}
		if len(e.path) == 2 && find((&decoder{}).document(out), append(at[:2:2], e.path[0])) == nil {
			edit.Order = keys // the whole block is new
		}
		if out, err = edit.Apply(out); err != nil {
			return nil, nil, err
		}
	}
	_, after := Parse(name, out)
	fresh := after.beyond(before)
	if fresh.HasErrors() {
		return nil, nil, fresh
	}
	return out, fresh, nil
}

// beyond lists the problems that are not among others, wherever in the file they stand.
func (ps Problems) beyond(others Problems) Problems {
	key := func(p Problem) string { return p.Code + fmt.Sprint(p.Args...) }
	left := map[string]int{}
	for _, p := range others {
		left[key(p)]++
	}
	var fresh Problems
	for _, p := range ps {
		if left[key(p)] > 0 {
			left[key(p)]--
			continue
		}
		fresh = append(fresh, p)
	}
	return fresh
}
