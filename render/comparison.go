package render

import (
	"time"

	"klantreis/journeys"
	"klantreis/journeys/difference"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// Comparison is two journeys next to each other, in words: what to show of their difference, for
// the picture and for the text alike.
type Comparison struct {
	difference.Difference
	First, Second   string // how the two sides are called
	Current, Wished *journeys.Journey
	Evidence        [2]*evidence.Evidence // of the two sides; never nil
	Steps           []ComparedStep        // those of the difference, in its order
	About           []FieldChange
	Advice          []ComparedAdvice
	Lang            words.Lang
}

// ComparedStep is one step on both sides; Before or After is nil where it is not there.
type ComparedStep struct {
	difference.Step
	Before, After *journeys.Step
	Feeling       difference.Feeling
	Changes       []FieldChange
}

// Title is the step's name, the wished one when there are two.
func (s ComparedStep) Title() string {
	if s.After != nil {
		return s.After.Title
	}
	return s.Before.Title
}

// ComparedAdvice is an advice with its changes in words.
type ComparedAdvice struct {
	difference.Advice
	Changes []FieldChange
}

// FieldChange is a difference.Change in words. Hidden says that the content is not for everyone.
type FieldChange struct {
	Key, Name              string
	From, To               string
	Removed, Added, Edited []string
	Hidden                 bool
}

// IsWish says whether the second journey is one that nobody has lived through yet.
func (c Comparison) IsWish() bool { return c.Wished.Variant == "gewenst" }

// AdviceRepeated says whether the second file speaks of advice at all. A wished journey mostly
// leaves it with the current one; then none of it was removed.
func (c Comparison) AdviceRepeated() bool { return len(c.Wished.Advice) > 0 || !c.IsWish() }

// Compare puts the difference of two journeys into words. Evidence may be nil.
func Compare(before, after *journeys.Journey, ofBefore, ofAfter *evidence.Evidence, lang words.Lang) Comparison {
	c := Comparison{
		Difference: difference.Compare(before, after), Current: before, Wished: after, Lang: lang,
		Evidence: [2]*evidence.Evidence{known(ofBefore), known(ofAfter)},
	}
	c.First, c.Second = lang.Compare().Sides(before.Variant, after.Variant)
	was, becomes := before.Steps(), after.Steps()
	for _, d := range c.Difference.Steps() {
		s := ComparedStep{Step: d}
		var emotions [2]evidence.Emotion
		if d.Before.Number > 0 {
			s.Before = was[d.Before.Number-1]
			emotions[0] = emotionOf(s.Before, c.Evidence[0])
		}
		if d.After.Number > 0 {
			s.After = becomes[d.After.Number-1]
			emotions[1] = emotionOf(s.After, c.Evidence[1])
		}
		s.Feeling = difference.Feel(emotions[0], emotions[1])
		s.Changes = c.stepFields(s)
		c.Steps = append(c.Steps, s)
	}
	for _, f := range c.Difference.About {
		c.About = append(c.About, c.aboutField(f))
	}
	for _, a := range c.Difference.Advice {
		one := ComparedAdvice{Advice: a}
		for _, f := range a.Changes {
			one.Changes = append(one.Changes, c.adviceField(f))
		}
		c.Advice = append(c.Advice, one)
	}
	return c
}

func known(ev *evidence.Evidence) *evidence.Evidence {
	if ev == nil {
		return &evidence.Evidence{}
	}
	return ev
}

// emotionOf is what was typed, else what was measured.
func emotionOf(s *journeys.Step, ev *evidence.Evidence) evidence.Emotion {
	if s.Emotion != nil {
		return evidence.Emotion{Kind: evidence.Typed, Value: *s.Emotion}
	}
	return ev.Step(s.ID).Emotion
}

// field puts what needs no translation into words.
func (c Comparison) field(f difference.Change) FieldChange {
	return FieldChange{
		Key: f.Field, Name: c.Lang.Compare().Field(f.Field), From: f.From, To: f.To,
		Removed: f.Removed, Added: f.Added, Edited: f.Edited,
		Hidden: f.From == "" && f.To == "" && len(f.Removed)+len(f.Added)+len(f.Edited) == 0,
	}
}

func (c Comparison) stepFields(s ComparedStep) []FieldChange {
	var all []FieldChange
	for _, f := range s.Step.Changes {
		one := c.field(f)
		switch f.Field {
		case "kanalen":
			one.Removed, one.Added = c.channels(f.Removed), c.channels(f.Added)
		case "emotie":
			one.From, one.To = c.Emotion(s.Feeling.Before), c.Emotion(s.Feeling.After)
		case "naar":
			one.Removed, one.Added = c.flows(c.Current, f.Left), c.flows(c.Wished, f.Came)
		}
		all = append(all, one)
	}
	return all
}

func (c Comparison) channels(names []string) []string {
	var all []string
	for _, n := range names {
		all = append(all, c.Lang.Map().Channel(n))
	}
	return all
}

// Emotion writes an emotion with where it comes from.
func (c Comparison) Emotion(e evidence.Emotion) string {
	w := c.Lang.Compare()
	if e.Kind != evidence.Typed && e.Kind != evidence.Derived {
		return w.NoValue
	}
	return c.Lang.Signed(e.Value, 1) + " (" + w.Origin(string(e.Kind), c.Lang.Count(e.N, evidence.MinGroup)) + ")"
}

func (c Comparison) flows(j *journeys.Journey, flows []journeys.Flow) []string {
	var all []string
	for _, f := range flows {
		to, share := f.DropOut, ""
		if target := j.Step(f.To); f.To != "" && target != nil {
			to = target.Title
		}
		if f.Share != nil {
			share = c.Lang.Percent(*f.Share)
		}
		all = append(all, c.Lang.Compare().Flow(to, f.To == "", share, f.When))
	}
	return all
}

func (c Comparison) aboutField(f difference.Change) FieldChange {
	one := c.field(f)
	switch f.Field {
	case "variant":
		variants := map[string]string{"huidig": c.Lang.Compare().Current, "gewenst": c.Lang.Compare().Wished}
		one.From, one.To = variants[f.From], variants[f.To]
	case "opgesteld":
		one.From, one.To = c.Lang.Date(c.Current.Date), c.Lang.Date(c.Wished.Date)
	case "samenvatting":
		one = FieldChange{Key: one.Key, Name: one.Name, Hidden: true} // too long to read twice
	case "periode":
		one.From, one.To = c.Lang.Period(c.Current.Period), c.Lang.Period(c.Wished.Period)
	}
	return one
}

func (c Comparison) adviceField(f difference.Change) FieldChange {
	one := c.field(f)
	word := func(s string) string { return s }
	report := c.Lang.Report()
	switch f.Field {
	case "status":
		word = func(s string) string { return report.Statuses[s] }
	case "winst", "moeite":
		word = func(s string) string {
			if i := size(s); i >= 0 {
				return report.Sizes[i]
			}
			return ""
		}
	case "sinds", "terugkoppeling.kcc", "terugkoppeling.inwoners":
		word = func(s string) string {
			if t, err := time.Parse(time.DateOnly, s); err == nil {
				return c.Lang.Date(journeys.DateOf(t))
			}
			return s
		}
	}
	one.From, one.To = word(f.From), word(f.To)
	return one
}
