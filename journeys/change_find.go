package journeys

import (
	"errors"
	"slices"
	"strconv"
)

// ErrTaken says that there is a source of that name already.
var ErrTaken = errors.New("name is taken")

// open reads a file for a change.
func open(name string, src []byte) (*Journey, *sheet, error) {
	s, err := newSheet(src)
	if err != nil {
		return nil, nil, err
	}
	j, _ := Parse(name, src)
	return j, s, nil
}

// pathOf leads from the top of a file to an item.
func pathOf(j *Journey, item Item) ([]string, error) {
	within := func(n int) bool { return item.Index >= 0 && item.Index < n }
	step := j.Step(item.Step)
	switch item.Kind {
	case JourneyItem:
		return []string{}, nil
	case PersonaItem:
		return []string{"klant"}, nil
	case SourceItem:
		if item.Name != "" {
			return []string{"bronnen", item.Name}, nil
		}
	case PhaseItem:
		if item.Phase >= 0 && item.Phase < len(j.Phases) {
			return []string{"fasen", number(item.Phase)}, nil
		}
	case StepItem:
		if step != nil {
			return stepPath(j, item.Step), nil
		}
	case SelectorItem:
		if step != nil && within(len(step.Selectors)) {
			return append(stepPath(j, item.Step), "signalen", number(item.Index)), nil
		}
	case QuoteItem:
		if step != nil && within(len(step.Quotes)) {
			return append(stepPath(j, item.Step), "citaten", number(item.Index)), nil
		}
	case AdviceItem:
		if within(len(j.Advice)) {
			return []string{"adviezen", number(item.Index)}, nil
		}
	case ArenaItem:
		if within(len(j.Arenas)) {
			return []string{"arenas", number(item.Index)}, nil
		}
	case MetricItem:
		if within(len(j.Metrics)) {
			return []string{"metingen", number(item.Index)}, nil
		}
	}
	return nil, ErrNoItem
}

// listOf is where a new item goes: the mapping that has its list, and the key of that.
func listOf(j *Journey, item Item) (owner []string, key string, err error) {
	switch item.Kind {
	case PhaseItem:
		return nil, "fasen", nil
	case AdviceItem:
		return nil, "adviezen", nil
	case ArenaItem:
		return nil, "arenas", nil
	case MetricItem:
		return nil, "metingen", nil
	case StepItem:
		if item.Phase >= 0 && item.Phase < len(j.Phases) {
			return []string{"fasen", number(item.Phase)}, "stappen", nil
		}
	case SelectorItem, QuoteItem:
		if j.Step(item.Step) != nil {
			return stepPath(j, item.Step), map[ItemKind]string{SelectorItem: "signalen", QuoteItem: "citaten"}[item.Kind], nil
		}
	}
	return nil, "", ErrNoItem
}

// stepPath leads from the top of a file to a step.
func stepPath(j *Journey, id string) []string {
	for i, phase := range j.Phases {
		for k, s := range phase.Steps {
			if s.ID == id {
				return []string{"fasen", strconv.Itoa(i), "stappen", strconv.Itoa(k)}
			}
		}
	}
	return nil
}

func ownerKind(k ItemKind) ItemKind {
	switch k {
	case StepItem:
		return PhaseItem
	case SelectorItem, QuoteItem:
		return StepItem
	}
	return JourneyItem
}

func hasSource(j *Journey, name string) bool {
	return slices.ContainsFunc(j.Sources, func(s Source) bool { return s.Name == name })
}

// keysOf are the keys of an item in the order of the contract, which is that of its reader.
func keysOf(k ItemKind) []string {
	return keysNamed(map[ItemKind]string{JourneyItem: "de klantreis", PersonaItem: "klant", PhaseItem: "een fase", StepItem: "een stap",
		SelectorItem: "een signaal", QuoteItem: "een citaat", AdviceItem: "een advies", SourceItem: "een bron", ArenaItem: "een arena", MetricItem: "een meting"}[k])
}

// keysNamed are the keys of the mapping that messages call so; nil when there is none.
func keysNamed(what string) []string {
	whole := FileShape()
	if s := whole.named(what); s != nil {
		return s.KeyNames()
	}
	return nil
}

// inOrder sorts fields as the contract has them; keys that it does not know come last, by name.
func inOrder(fields []Field, order []string) []Field {
	rank := func(f Field) int {
		if i := slices.Index(order, f.Key); i >= 0 {
			return i
		}
		return len(order)
	}
	sorted := slices.Clone(fields)
	slices.SortStableFunc(sorted, func(a, b Field) int {
		if d := rank(a) - rank(b); d != 0 || rank(a) < len(order) {
			return d
		}
		switch {
		case a.Key < b.Key:
			return -1
		case a.Key > b.Key:
			return 1
		}
		return 0
	})
	return sorted
}

// moveOne is the order of n things when one of them gets another place.
func moveOne(n, from, to int) []int {
	var order []int
	for i := range n {
		if i != from {
			order = append(order, i)
		}
	}
	return slices.Insert(order, to, from)
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
