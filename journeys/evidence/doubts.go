package evidence

import (
	"math"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
	"klantreis/journeys/statistics"
)

// Doubt is something that could fool who reads a verdict, with the numbers that show it. Which fields
// are used depends on the kind.
type Doubt struct {
	Kind          DoubtKind
	Subject       string // a channel, or the title of a signal
	Source        string
	From, To      journeys.Date
	Days          int
	Before, After int     // records on either side
	Ratio         float64 // of the rates, after against before
	Low, High     float64 // its 95% interval
}

// DoubtKind is a way of being fooled.
type DoubtKind string

const (
	MovedSignal  DoubtKind = "signaal-steeg"   // another signal, elsewhere, rose as this one fell
	MovedChannel DoubtKind = "kanaal-steeg"    // another channel rose as this one fell
	SourceEnded  DoubtKind = "bron-gestopt"    // a source delivers nothing any more
	SourceGap    DoubtKind = "bron-stil"       // a source delivered nothing for a while; those days do not count
	WholeSource  DoubtKind = "hele-bron"       // all that is in the sources changed with it
	Renamed      DoubtKind = "ander-etiket"    // it vanished, and the rest rose by as much: registered otherwise?
	NewChannel   DoubtKind = "kanaal-nieuw"    // a channel that first appears around the change
	GoneChannel  DoubtKind = "kanaal-weg"      // one that is last seen around it
	AlreadyThere DoubtKind = "ging-al"         // the course before the change points the same way
	CourseOut    DoubtKind = "verloop-eruit"   // a course was taken out
	CourseDoubt  DoubtKind = "verloop-twijfel" // there may be a course: the interval holds with and without
	Alike        DoubtKind = "lijkt-op-vorige" // neighbouring months resemble each other
	NoSeason     DoubtKind = "geen-seizoen"    // too short to take the season out
	NoMonths     DoubtKind = "noemer-maanden"  // there is a denominator, but not for each month
)

// What is large enough to remark on.
const (
	movedShare    = 0.25 // of what this signal lost
	movedRatio    = 1.2  // at least, with the whole interval above 1
	channelBefore = 10   // records by which a channel is really there
	channelShare  = 0.02 // of its source
	aroundChange  = 45   // days
	vanished      = 0.1  // of its rate
)

// doubts looks for what could fool the reader of an effect.
func (b *binder) doubts(selector int, since journeys.Date, w observation, e Effect) []Doubt {
	var all []Doubt
	sel := b.selectors[selector]
	own := side{before: float64(e.Before), after: float64(e.After), beforeDays: float64(e.BeforeDays), afterDays: float64(e.AfterDays)}
	if e.Verdict == Decrease {
		lost := own.before*own.afterDays/own.beforeDays - own.after
		all = append(all, b.movedSignals(selector, since, w, lost)...)
		if len(all) == 0 {
			all = append(all, b.movedChannels(sel, since, w, lost)...)
		}
	}
	all = append(all, b.ended(sel.Sources, since)...)
	for _, s := range w.gaps {
		if !s.to.Before(w.from) && !w.to.Before(s.from) {
			all = append(all, Doubt{Kind: SourceGap, Source: s.source, From: s.from, To: s.to, Days: s.days()})
		}
	}
	for _, d := range b.registration(sel.Sources, since, w) {
		told := slices.ContainsFunc(all, func(o Doubt) bool { return o.Kind == MovedChannel && o.Subject == d.Subject && o.Source == d.Source })
		if !told {
			all = append(all, d)
		}
	}
	if e.Verdict == TooEarly {
		return all
	}
	all = append(all, b.rest(sel, since, w, e)...)
	return append(all, statisticalDoubts(e, b.monthsMeant(sel.Sources))...)
}

// statisticalDoubts are those that the series itself gives.
func statisticalDoubts(e Effect, denominator bool) []Doubt {
	var all []Doubt
	c := e.Change
	sameWay := e.Verdict == Decrease && c.Drift < 1 || e.Verdict == Increase && c.Drift > 1
	switch {
	case c.Trend:
		all = append(all, Doubt{Kind: CourseOut, Ratio: c.PerYear})
	case c.Doubt:
		all = append(all, Doubt{Kind: CourseDoubt, Ratio: c.PerYear})
	case c.Drift > 0 && sameWay:
		all = append(all, Doubt{Kind: AlreadyThere, Ratio: math.Pow(c.Drift, 1.0/12)})
	}
	if c.Correlation > 0.2 {
		all = append(all, Doubt{Kind: Alike, Ratio: c.Correlation})
	}
	if !c.Season {
		all = append(all, Doubt{Kind: NoSeason})
	}
	if denominator && !e.Exposed {
		all = append(all, Doubt{Kind: NoMonths})
	}
	return all
}

// monthsMeant tells whether a denominator was given that should have had months.
func (b *binder) monthsMeant(names []string) bool {
	return slices.ContainsFunc(b.journey.Sources, func(s journeys.Source) bool {
		return slices.Contains(names, s.Name) && s.Denominator != nil && (s.Denominator.Source != "" || len(s.Denominator.Months) > 0)
	})
}

// side holds counts and days on either side of a change.
type side struct{ before, after, beforeDays, afterDays float64 }

// count adds up days of records inside the window of an observation.
func (w *observation) count(days [][2]int, since journeys.Date) side {
	var s side
	for _, d := range days {
		day := signals.DateOf(d[0])
		switch {
		case day.Before(w.from) || w.to.Before(day) || w.silent(day):
		case day.Before(since):
			s.before += float64(d[1])
		default:
			s.after += float64(d[1])
		}
	}
	silentDays := func(from, to journeys.Date) float64 {
		n := 0
		for _, gap := range w.gaps {
			first, last := gap.from, gap.to
			if first.Before(from) {
				first = from
			}
			if to.Before(last) {
				last = to
			}
			n += max(0, first.Days(last)+1)
		}
		return float64(n)
	}
	s.beforeDays = math.Max(0, float64(w.from.Days(since))-silentDays(w.from, since.AddDays(-1)))
	s.afterDays = math.Max(0, float64(since.Days(w.to)+1)-silentDays(since, w.to))
	return s
}

// exposed adds up the weights of the days on either side.
func (w *observation) exposed(since journeys.Date) (before, after float64) {
	for day := w.from; !w.to.Before(day) && w.from.Days(day) < mostDays; day = day.AddDays(1) {
		switch {
		case w.silent(day):
		case day.Before(since):
			before += w.weight(day)
		default:
			after += w.weight(day)
		}
	}
	return before, after
}

// ratio is that of the two rates with its exact interval; ok is false without days on both sides.
func (s side) ratio() (ratio, low, high float64, ok bool) {
	if s.beforeDays <= 0 || s.afterDays <= 0 {
		return 0, 0, 0, false
	}
	ratio, low, high = statistics.Exact(s.after, s.afterDays, s.before, s.beforeDays)
	return ratio, low, high, true
}

// rose tells whether something else rose enough to be where the lost signals went.
func (s side) rose(lost float64) (Doubt, bool) {
	ratio, low, high, ok := s.ratio()
	extra := s.after - s.before*s.afterDays/math.Max(1, s.beforeDays)
	return Doubt{Before: int(s.before), After: int(s.after), Ratio: ratio, Low: low, High: high}, ok && low > 1 && ratio >= movedRatio && extra >= movedShare*lost
}

// movedSignals are signals of another channel or source that rose.
func (b *binder) movedSignals(selector int, since journeys.Date, w observation, lost float64) []Doubt {
	var all []Doubt
	own := b.selectors[selector]
	for i, sel := range b.selectors {
		elsewhere := !slices.Equal(sel.Sources, own.Sources) || journeys.FoldSpace(sel.Channel) != journeys.FoldSpace(own.Channel)
		if i == selector || !elsewhere {
			continue
		}
		if d, ok := w.count(b.all.selectors[i].days.list(), since).rose(lost); ok {
			d.Kind, d.Subject = MovedSignal, sel.Title
			all = append(all, d)
		}
	}
	return all
}

// movedChannels are channels outside the signal's own that rose.
func (b *binder) movedChannels(sel *journeys.Selector, since journeys.Date, w observation, lost float64) []Doubt {
	var all []Doubt
	for i, s := range b.sources {
		if s.Aside || b.looked[i] == nil {
			continue
		}
		own := slices.Contains(sel.Sources, s.Name)
		if own && sel.Channel == "" {
			continue
		}
		for channel := range b.looked[i] {
			name := lookedName(channel)
			if name == "" || own && name == journeys.FoldSpace(sel.Channel) {
				continue
			}
			if d, ok := w.count(b.looked[i][channel].list(), since).rose(lost); ok {
				d.Kind, d.Subject, d.Source = MovedChannel, name, s.Name
				all = append(all, d)
			}
		}
	}
	return all
}

// ended are sources that stopped long before the end of the period.
func (b *binder) ended(names []string, since journeys.Date) []Doubt {
	var all []Doubt
	_, end := b.window()
	for i, s := range b.sources {
		if !slices.Contains(names, s.Name) || !b.dated[i] {
			continue
		}
		days := b.delivered(i)
		last := signals.DateOf(days[len(days)-1][0])
		if missing := last.Days(end); missing > pause(days) && missing >= shortestSilence {
			all = append(all, Doubt{Kind: SourceEnded, Source: s.Name, From: last, To: end, Days: missing})
		}
	}
	return all
}

// registration finds channels of the signal's sources that appear or vanish around the change.
func (b *binder) registration(names []string, since journeys.Date, w observation) []Doubt {
	var all []Doubt
	for i, s := range b.sources {
		if !slices.Contains(names, s.Name) || b.looked[i] == nil {
			continue
		}
		whole := w.count(b.delivered(i), since)
		for channel := range b.looked[i] {
			name, days := lookedName(channel), b.looked[i][channel].list()
			if name == "" || len(days) == 0 {
				continue
			}
			first, last := signals.DateOf(days[0][0]), signals.DateOf(days[len(days)-1][0])
			c := w.count(days, since)
			d := Doubt{Subject: name, Source: s.Name, Before: int(c.before), After: int(c.after)}
			startsHere := abs(first.Days(since)) <= aroundChange && w.from.Days(first) > aroundChange
			endsHere := abs(last.Days(since)) <= aroundChange && last.Days(w.to) > aroundChange
			switch {
			case startsHere && c.after >= channelBefore && c.after >= channelShare*whole.after:
				d.Kind, d.From = NewChannel, first
				all = append(all, d)
			case endsHere && c.before >= channelBefore && c.before >= channelShare*whole.before:
				d.Kind, d.From = GoneChannel, last
				all = append(all, d)
			}
		}
	}
	return all
}

func abs(n int) int { return max(n, -n) }

// rest holds the signal against all else in its sources, as a control: what changed with everything, was
// hardly the advice.
func (b *binder) rest(sel *journeys.Selector, since journeys.Date, w observation, e Effect) []Doubt {
	if e.Verdict != Decrease && e.Verdict != Increase {
		return nil
	}
	var everything dayCounts
	for i, s := range b.sources {
		if slices.Contains(sel.Sources, s.Name) && b.looked[i] != nil {
			for k := range b.looked[i] {
				everything.addAll(&b.looked[i][k])
			}
		}
	}
	s := w.count(everything.list(), since)
	s.before, s.after = math.Max(0, s.before-float64(e.Before)), math.Max(0, s.after-float64(e.After))
	s.beforeDays, s.afterDays = w.exposed(since)
	ratio, low, high, ok := s.ratio()
	if !ok || s.before < channelBefore {
		return nil
	}
	d := Doubt{Before: int(s.before), After: int(s.after), Ratio: ratio, Low: low, High: high}
	lost := float64(e.Before)*s.afterDays/s.beforeDays - float64(e.After)
	gained := s.after - s.before*s.afterDays/s.beforeDays
	switch {
	case e.Verdict == Decrease && e.Ratio < vanished && low > 1 && gained > lost/2:
		d.Kind = Renamed
	// The rest went at least half of the way (of the logarithm).
	case e.Verdict == Decrease && high < 1 && ratio < math.Sqrt(e.Ratio) || e.Verdict == Increase && low > 1 && ratio > math.Sqrt(e.Ratio):
		d.Kind = WholeSource
	default:
		return nil
	}
	return []Doubt{d}
}
