package journeys

import (
	"errors"
	"fmt"
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

// ChangeAdvice writes a change into the advice at an index of Journey.Advice, and touches nothing else. It
// gives the file, and the warnings that it did not have before. Errors that the file did not have before are
// returned as Problems, and then nothing is to be written.
func ChangeAdvice(name string, src []byte, index int, c AdviceChange) (out []byte, warnings Problems, err error) {
	j, before := Parse(name, src)
	s, err := newSheet(src)
	if err != nil {
		return nil, nil, err
	}
	if index < 0 || index >= len(j.Advice) {
		return nil, nil, ErrNoAdvice
	}
	set := func(key string, v any) {
		if err == nil {
			err = s.set([]string{"adviezen", number(index)}, key, keysOf(AdviceItem), v)
		}
	}
	reported := func(key string, d Date) {
		switch has := j.Advice[index].Has("terugkoppeling") || key == "inwoners" && !c.ReportedToKCC.IsZero(); {
		case d.IsZero() || err != nil:
		case has:
			err = s.set([]string{"adviezen", number(index), "terugkoppeling"}, key, keysNamed("terugkoppeling"), d.String())
		default:
			set("terugkoppeling", []Field{{key, d.String()}})
		}
	}
	for _, f := range []Field{{"status", c.Status}, {"reden", c.Reason}, {"sinds", c.Since.String()}} {
		if !empty(f.Value) {
			set(f.Key, f.Value)
		}
	}
	reported("kcc", c.ReportedToKCC)
	reported("inwoners", c.ReportedToResidents)
	if err == nil {
		out, _, err = s.finish()
	}
	if err != nil {
		return nil, nil, err
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
