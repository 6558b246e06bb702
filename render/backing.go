package render

import (
	"fmt"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/render/words"
)

// What a Backing stands behind.
const (
	BackingStep     = "stap"
	BackingSignal   = "signaal"
	BackingEmotion  = "beleving"
	BackingLeadTime = "doorlooptijd"
	BackingAdvice   = "advies"
)

// BackingID names what stands behind one thing of a journey: the For of a drawing's spots.
func BackingID(what, id string) string { return what + ":" + id }

// Backing tells what stands behind one thing that the pictures show as a number: enough to weigh
// it, and never whose signals they are.
type Backing struct {
	ID     string // see BackingID
	Kind   string // what it is, in the language
	Title  string
	StepID string // of the step that it belongs to; empty: the whole journey
	Step   string // its title
	Value  string // the number with its unit: 812 signalen; never empty
	Typed  bool   // written by hand or assumed, not measured
	Facts  []Fact // source, n, period, denominator and what else there is to know
	Quotes []Quote
	Note   string // how to read it; may be empty
}

// Backings tells what stands behind every step, signal, emotion, lead time and advice of a
// journey, step by step and then what belongs to no step. Groups under five are shown as such.
func Backings(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang) []Backing {
	b := backer{composer: composer{j: j, ev: ev, lang: lang, w: lang.Report()}, b: lang.Backing()}
	var all []Backing
	for _, s := range j.Steps() {
		all = append(all, b.step(s))
		for i := range s.Selectors {
			all = append(all, b.signal(s, &s.Selectors[i]))
		}
		all = append(all, b.emotion(s))
		all = append(all, b.leadTimes(s)...)
		all = append(all, b.advised(s)...)
	}
	return append(append(all, b.leadTimes(nil)...), b.advised(nil)...)
}

// SourceTable tells how the records of every source were used.
func SourceTable(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang) Table {
	c := composer{j: j, ev: ev, lang: lang, w: lang.Report()}
	return c.sourceTable()
}

// backer composes backings.
type backer struct {
	composer
	b words.Backing
}

func (b *backer) step(s *journeys.Step) Backing {
	n, names := b.ev.Step(s.ID).N, sourcesOf(s)
	out := Backing{
		ID: BackingID(BackingStep, s.ID), Kind: b.b.Step, Title: s.Title, StepID: s.ID, Step: s.Title,
		Value: b.b.Signals(n, b.count(n)), Quotes: b.quotes(s), Note: b.noteOn(n),
	}
	if len(names) == 0 {
		out.Value, out.Note, out.Typed = b.b.NothingLooked, "", true
		out.Facts = []Fact{{Label: b.b.Origin, Value: b.w.Typed}}
		return out
	}
	out.Facts = b.counted(n, names)
	var about []string
	for _, sig := range b.ev.SignalsOf(s.ID) {
		about = append(about, sig.Title+" ("+b.count(sig.N)+")")
		if small(sig.N) {
			out.Note = b.b.SmallGroup
		}
	}
	out.Facts = append(out.Facts, Fact{Label: b.b.BuiltUp, Value: strings.Join(about, "; ")})
	return out
}

// counted are the facts behind a count: origin, source, n, period and denominator.
func (b *backer) counted(n int, names []string) []Fact {
	return []Fact{
		{Label: b.b.Origin, Value: b.origin(names)},
		{Label: b.b.Source, Value: b.sources(names)},
		{Label: b.w.ColN, Value: b.rates().count(n, names), Note: b.b.OnceEach},
		b.period(),
		{Label: b.b.Denominator, Value: b.denominators(names)},
	}
}

// small tells whether a group could point at a person.
func small(n int) bool { return n > 0 && n < evidence.MinGroup }

// noteOn tells how to read a count.
func (b *backer) noteOn(n int) string {
	if small(n) {
		return b.b.SmallGroup
	}
	return b.b.NotAPerson
}

func (b *backer) count(n int) string { return b.lang.Count(n, evidence.MinGroup) }

func (b *backer) period() Fact {
	f := Fact{Label: b.b.Period, Value: b.lang.Period(b.ev.Period)}
	if f.Value == "" {
		f.Value = b.b.NoPeriod
	}
	return f
}

// origin says whether records came from a system or from a list that somebody typed.
func (b *backer) origin(names []string) string {
	if !slices.ContainsFunc(names, func(name string) bool { return !b.source(name).Typed }) {
		return b.b.CountedTyped
	}
	return b.b.Counted
}

func (b *backer) source(name string) evidence.Source {
	for _, s := range b.ev.Sources {
		if s.Name == name {
			return s
		}
	}
	return evidence.Source{Name: name, Missing: true}
}

// sources names sources with their kind: kcc (telefoon).
func (b *backer) sources(names []string) string {
	var all []string
	for _, name := range names {
		s := b.source(name)
		var about []string
		letter, word := GradeOf(s, b.lang)
		for _, what := range []struct {
			text string
			is   bool
		}{{b.lang.ChannelWord(s.Kind), s.Kind != "" && s.Kind != s.Name}, {b.w.TypedList, s.Typed}, {fmt.Sprintf(b.lang.Grades().Data, word+" ("+letter+")"), letter != ""}, {b.w.NotRead, s.Missing}} {
			if what.is {
				about = append(about, what.text)
			}
		}
		if len(about) > 0 {
			name += " (" + strings.Join(about, ", ") + ")"
		}
		all = append(all, name)
	}
	return strings.Join(all, ", ")
}

// denominators gives the denominator of each source; several are not added up, because they need
// not count the same thing.
func (b *backer) denominators(names []string) string {
	var all []string
	for _, name := range names {
		s := b.source(name)
		text := b.w.Denominator(s.Denominator, s.Exposure)
		if len(names) > 1 {
			text = name + ": " + text
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

// sourcesOf lists the sources that the selectors of a step look in, each once.
func sourcesOf(s *journeys.Step) []string {
	var names []string
	for _, sel := range s.Selectors {
		for _, name := range sel.Sources {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

func (b *backer) signal(s *journeys.Step, sel *journeys.Selector) Backing {
	sig, _ := b.ev.Signal(sel.ID)
	out := Backing{
		ID: BackingID(BackingSignal, sel.ID), Kind: b.b.Signal, Title: sel.Title, StepID: s.ID, Step: s.Title,
		Value: b.b.Signals(sig.N, b.count(sig.N)), Quotes: b.quotes(s), Note: b.noteOn(sig.N),
	}
	out.Facts = b.counted(sig.N, sel.Sources)
	if r := sig.Rate(); r.Known && !small(sig.N) {
		out.Facts = append(out.Facts, Fact{Label: b.w.ColPer1000, Value: b.w.RateCell(r), Note: b.w.InBrackets()})
	}
	if text := b.rates().span(sig); text != "" {
		out.Facts = append(out.Facts, Fact{Label: b.w.ColPer1000Month, Value: text})
	} else if gap, source := b.rates().why(sig); gap != "" && !small(sig.N) {
		out.Facts = append(out.Facts, Fact{Label: b.w.ColPer1000Month, Value: b.w.Unknown, Note: b.w.Gap(gap, source)})
	}
	if p := sig.Course.Process; len(p.Points) > 0 && !small(sig.N) {
		out.Facts = append(out.Facts, Fact{Label: b.w.ProcessLabel(), Value: b.w.ProcessStory(p, b.w.ProcessUnit(sig.Course.Per1000)), Note: b.w.Sign(sig.Course.Sign())})
	}
	if text := b.channels(sig); text != "" {
		out.Facts = append(out.Facts, Fact{Label: b.b.Channels, Value: text})
	}
	if len(sel.Words) > 0 {
		out.Facts = append(out.Facts, Fact{Label: b.b.Looked, Value: language.Redact(strings.Join(sel.Words, ", ")), Note: b.b.AnyWord})
	}
	if len(sel.Without) > 0 {
		out.Facts = append(out.Facts, Fact{Label: b.b.Without, Value: language.Redact(strings.Join(sel.Without, ", "))})
	}
	return out
}

// channels are the three largest channels of a signal. A channel is left out when what remains
// would let somebody reckon out a group that is too small to show.
func (b *backer) channels(s evidence.Signal) string {
	const most = 3
	var top []evidence.ChannelCount
	hidden := s.N
	for _, c := range s.PerChannel {
		if len(top) < most && c.N >= evidence.MinGroup {
			top = append(top, c)
			hidden -= c.N
		}
	}
	for len(top) > 0 && small(hidden) {
		hidden += top[len(top)-1].N
		top = top[:len(top)-1]
	}
	var all []string
	for _, c := range top {
		all = append(all, b.lang.Map().Channel(c.Channel)+" "+b.lang.Int(c.N))
	}
	return strings.Join(all, ", ")
}

// mayScore says whether records of a source can bear a score. A source that names its columns, and
// among them no cijfer, cannot.
func (b *backer) mayScore(name string) bool {
	for _, s := range b.j.Sources {
		if s.Name == name && len(s.Columns) > 0 {
			return slices.ContainsFunc(s.Columns, func(c journeys.Column) bool { return c.Field == "cijfer" })
		}
	}
	return true
}

func (b *backer) emotion(s *journeys.Step) Backing {
	e := b.ev.Step(s.ID).Emotion
	out := Backing{ID: BackingID(BackingEmotion, s.ID), Kind: b.b.Emotion, Title: s.Title, StepID: s.ID, Step: s.Title, Quotes: b.quotes(s)}
	scale := Fact{Label: b.b.Scale, Value: b.b.FeelingScale}
	switch e.Kind {
	case evidence.Derived:
		names := slices.DeleteFunc(sourcesOf(s), func(name string) bool { return !b.mayScore(name) })
		out.Value = b.lang.Signed(e.Value, 1)
		out.Facts = []Fact{
			{Label: b.b.Origin, Value: b.b.FeelingDerived},
			{Label: b.b.Source, Value: b.sources(names)},
			{Label: b.b.Scores, Value: b.count(e.N)},
			b.period(),
			{Label: b.b.Range, Value: b.b.Between(b.lang.Signed(e.Low, 2), b.lang.Signed(e.High, 2))},
			scale,
		}
	case evidence.Typed:
		out.Value, out.Typed, out.Note = b.lang.Signed(e.Value, 1), true, b.b.TypedNote
		out.Facts = []Fact{{Label: b.b.Origin, Value: b.w.Origins[string(e.Kind)]}, scale}
	default:
		out.Value, out.Note = b.b.NoFeeling, b.b.FewScores
		out.Facts = []Fact{{Label: b.b.Origin, Value: b.w.Origins[string(evidence.None)]}, scale}
	}
	return out
}
