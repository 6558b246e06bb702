package journeys

import "gopkg.in/yaml.v3"

// Kind is what one value of the format is.
type Kind string

// The kinds. Those of one value may stand in the file in every spelling that their reader takes:
// 7.3 and "7,3" are the same number.
const (
	KindText    Kind = "tekst"
	KindChoice  Kind = "keuze"
	KindNumber  Kind = "getal"
	KindAmount  Kind = "hoeveelheid" // a number in which 2.450 is refused
	KindWhole   Kind = "aantal"
	KindShare   Kind = "percentage"
	KindYesNo   Kind = "ja of nee"
	KindDate    Kind = "datum"
	KindTime    Kind = "tijdstip" // as in data files
	KindMonth   Kind = "maand"
	KindMoment  Kind = "jaar, maand of dag"
	KindPromise Kind = "belofte"
	KindList    Kind = "lijst"
	KindMapping Kind = "blok"  // keys of the format
	KindNames   Kind = "namen" // keys of the author's own, all with the same kind of value
	KindEither  Kind = "of"
)

// Shape is what the format allows at one place of the file. It is not kept beside the readers but told
// by them: see FileShape.
type Shape struct {
	Kind Kind
	// What a mapping is called in messages, in Dutch: "een stap".
	What string
	// Keys of a mapping, in the order of the contract.
	Keys []Key
	// OneOf lists keys of a mapping of which exactly one must be there.
	OneOf []string
	// Items is the shape of each item of a list, and of each value of KindNames.
	Items *Shape
	// Or holds the shapes of KindEither: of one value, a list, a mapping.
	Or []Shape
	// Values are all values of a choice, or all names of KindNames where those are not free.
	Values []string
	// Known are values that an author probably means; others are allowed, or looked at elsewhere.
	Known []string
	// Pattern is the regular expression that the text of one value must match, without the spaces around it;
	// empty: any text. It keeps to what Go and JavaScript have in common.
	Pattern string
	// Fault is the code of the problem that says of a text that it is none of these.
	Fault string
	// Low and High bound a number, both included; nil is open.
	Low, High *float64
	// Above leaves Low itself out.
	Above bool
	// Refers tells that a text is the id or name of something in the file: one of these.
	Refers []Thing
	// Names tells that a text, or a key of KindNames, gives a thing its name. Of a mapping with an ID that is
	// the id, and without one the slug of the title.
	Names Thing
	// ID tells that a text is the id of what its mapping names.
	ID bool
	// File tells that a text is the name of a file in the folder of the journey.
	File bool
	// Filled values of KindNames may not be empty; elsewhere an empty value counts as absent.
	Filled bool
}

// Key is a key of a mapping.
type Key struct {
	Name     string
	Required bool
	Shape    Shape
	what     string // of its mapping, to find its description by
}

// Thing is a kind of part that other parts of the file can refer to.
type Thing string

const (
	ThingStep     Thing = "stap"
	ThingSignal   Thing = "signaal"
	ThingLeadTime Thing = "doorlooptijd"
	ThingArena    Thing = "arena"
	ThingMetric   Thing = "meting"
	ThingAdvice   Thing = "advies"
	ThingSource   Thing = "bron"
	ThingChannel  Thing = "kanaal"
)

// reasons is what `omdat` may name.
func reasons() []Thing { return []Thing{ThingSignal, ThingLeadTime, ThingArena, ThingMetric} }

// FileShape is the shape of a whole klantreis file. The readers of parse.go are run on nothing, and each
// says what it would have looked for; so it cannot differ from what Parse accepts.
func FileShape() Shape {
	d := &decoder{}
	return d.describe(func(n *yaml.Node) { d.journey(n, &Journey{}) })
}

// Key finds a key of a mapping; nil when it has none of that name.
func (s Shape) Key(name string) *Key {
	for i := range s.Keys {
		if s.Keys[i].Name == name {
			return &s.Keys[i]
		}
	}
	return nil
}

// named finds the mapping that messages call so, in a shape and all below it.
func (s *Shape) named(what string) *Shape {
	if s.Kind == KindMapping && s.What == what {
		return s
	}
	var below []*Shape
	for i := range s.Keys {
		below = append(below, &s.Keys[i].Shape)
	}
	for i := range s.Or {
		below = append(below, &s.Or[i])
	}
	if s.Items != nil {
		below = append(below, s.Items)
	}
	for _, b := range below {
		if found := b.named(what); found != nil {
			return found
		}
	}
	return nil
}

// KeyNames lists the keys of a mapping in the order of the contract.
func (s Shape) KeyNames() []string {
	names := make([]string, len(s.Keys))
	for i, k := range s.Keys {
		names[i] = k.Name
	}
	return names
}

// Is gives the shape itself, or the one of KindEither that is of a kind; nil when there is none.
func (s *Shape) Is(kinds ...Kind) *Shape {
	for _, kind := range kinds {
		if s.Kind == kind {
			return s
		}
		for i := range s.Or {
			if s.Or[i].Kind == kind {
				return &s.Or[i]
			}
		}
	}
	return nil
}

// Single gives the shape of one value that may stand here; nil when only a list or a mapping may.
func (s *Shape) Single() *Shape {
	switch s.Kind {
	case KindList, KindMapping, KindNames:
		return nil
	case KindEither:
		for i := range s.Or {
			if one := s.Or[i].Single(); one != nil {
				return one
			}
		}
		return nil
	}
	return s
}

// describe gives the shape of what a reader reads.
func (d *decoder) describe(read func(*yaml.Node)) Shape {
	outer := d.sketch
	d.sketch = &Shape{}
	read(nil)
	shape := *d.sketch
	d.sketch = outer
	return shape
}
