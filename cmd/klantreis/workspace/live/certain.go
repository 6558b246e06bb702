package live

import (
	"encoding/json"
	"io/fs"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/signals"
)

// asksOf names what of a journey decides which records it counts, with the files as they are now.
func asksOf(j *journeys.Journey, folder fs.FS) string {
	asks := []string{j.Period.From.String(), j.Period.To.String()}
	for _, s := range j.Sources {
		asks = append(asks, s.Name, sourceKey(s, folder))
	}
	for _, step := range j.Steps() {
		asks = append(asks, "stap")
		for i := range step.Selectors {
			asks = append(asks, selectorKey(&step.Selectors[i]))
		}
	}
	for _, l := range j.LeadTimes {
		asks = append(asks, l.Source, l.From, l.To)
	}
	return sumOf(asks...)
}

// sourceKey names what decides how a source is read, and its files as they are now.
func sourceKey(s journeys.Source, folder fs.FS) string {
	columns := slices.Clone(s.Columns)
	for i := range columns {
		columns[i].Pos = journeys.Pos{}
	}
	asks := []any{s.Kind, s.File, s.Format, columns}
	if d := s.Denominator; d != nil {
		asks = append(asks, d.Source, d.Field)
	}
	names, _ := signals.FilesOf(s, folder)
	for _, name := range names {
		if clean, ok := journeys.LocalPath(name); ok {
			if info, err := fs.Stat(folder, clean); err == nil {
				asks = append(asks, name, info.Size(), info.ModTime().UnixNano())
			}
		}
	}
	text, _ := json.Marshal(asks) // texts and whole numbers: it has a form for all of them
	return string(text)
}

// selectorKey names what decides which records a selector finds.
func selectorKey(s *journeys.Selector) string {
	asks := []any{s.Sources, s.Topic, s.Words, s.Without, s.Channel, s.Nature}
	if s.Score != nil {
		asks = append(asks, s.Score.From, s.Score.To)
	}
	text, _ := json.Marshal(asks) // a bound that JSON has no form for finds nothing, whatever it is
	return string(text)
}

// full is a journey of which all signals were counted.
type full struct {
	name     string // tells it from others
	journey  *journeys.Journey
	evidence *evidence.Evidence
	sources  map[string]string // name → sourceKey
	selector map[string]string // id → selectorKey
}

func fullOf(j *journeys.Journey, known outcome, folder fs.FS) *full {
	f := &full{known.sum + known.asks, j, known.evidence, map[string]string{}, map[string]string{}}
	for _, s := range j.Sources {
		f.sources[s.Name] = sourceKey(s, folder)
	}
	for _, step := range j.Steps() {
		for i := range step.Selectors {
			f.selector[step.Selectors[i].ID] = selectorKey(&step.Selectors[i])
		}
	}
	return f
}

// certain is what may be told while sources are still being read: what draws on none of these, and what was
// counted before and has not changed since. The rest is left out. What all signals together come to (the
// topics that no step claims) stays as it was counted before until it is known anew.
func certain(j *journeys.Journey, known outcome, before *full, folder fs.FS) *evidence.Evidence {
	out := *known.evidence
	fresh := func(names []string) bool { // nothing of it is being read
		return !slices.ContainsFunc(names, func(n string) bool { return slices.Contains(known.unread, n) })
	}
	period := before != nil && before.journey.Period.From == j.Period.From && before.journey.Period.To == j.Period.To
	same := func(names []string) bool { // it was counted before, in the same files
		return period && !slices.ContainsFunc(names, func(n string) bool {
			s := j.Source(n)
			return s == nil || before.sources[n] != sourceKey(*s, folder)
		})
	}
	left := map[string]bool{} // ids of what is not known
	out.Signals, out.Steps, out.LeadTimes = nil, nil, nil
	for _, step := range j.Steps() {
		whole := true
		var found []evidence.Signal
		for i := range step.Selectors {
			sel := &step.Selectors[i]
			signal, ok := known.evidence.Signal(sel.ID)
			if !fresh(sel.Sources) {
				whole = false
				ok = period && same(sel.Sources) && before.selector[sel.ID] == selectorKey(sel)
				if ok {
					signal, ok = before.evidence.Signal(sel.ID)
					signal.Title, signal.Step = sel.Title, step.ID
				}
			}
			if !ok {
				left[sel.ID] = true
				continue
			}
			found = append(found, signal)
		}
		one := known.evidence.Step(step.ID)
		if !whole { // records that several of its signals find count once, so that a step is known whole or not
			one = evidence.Step{ID: step.ID, Emotion: evidence.Emotion{Kind: evidence.None}}
			if old := stepOf(before, step.ID); old != nil && len(old.Selectors) == len(step.Selectors) && len(found) == len(step.Selectors) {
				one = before.evidence.Step(step.ID)
				if one.Emotion.Kind == evidence.Typed { // typed then, perhaps no longer
					one.Emotion = evidence.Emotion{Kind: evidence.None}
				}
			} else {
				for _, s := range found {
					left[s.ID] = true
				}
				found = nil
			}
			if step.Emotion != nil {
				one.Emotion = evidence.Emotion{Kind: evidence.Typed, Value: *step.Emotion}
			}
		}
		out.Steps, out.Signals = append(out.Steps, one), append(out.Signals, found...)
	}
	for i, l := range j.LeadTimes {
		switch {
		case fresh([]string{l.Source}) && i < len(known.evidence.LeadTimes):
			out.LeadTimes = append(out.LeadTimes, known.evidence.LeadTimes[i])
		default:
			left[l.ID] = true
		}
	}
	if period {
		out.Months, out.HalfMonths = before.evidence.Months, before.evidence.HalfMonths
	}
	out.Sources = nil
	for _, s := range known.evidence.Sources { // what is not read yet has no numbers, not even a nought
		if fresh([]string{s.Name}) {
			out.Sources = append(out.Sources, s)
		} else if old := sourceOf(before, s.Name); old != nil && same([]string{s.Name}) {
			out.Sources = append(out.Sources, *old)
		}
	}
	out.Advice = slices.Clone(known.evidence.Advice)
	for i, a := range j.Advice {
		waits := slices.ContainsFunc(a.Because, func(id string) bool { return left[id] }) || a.Effect != nil && left[a.Effect.Signal]
		if old := adviceOf(before, a.ID); !waits && old != nil && old.Since == a.Since && slices.Equal(old.Because, a.Because) && a.Effect == nil == (old.Effect == nil) {
			out.Advice[i] = before.evidence.AdviceOf(a.ID)
		} else if waits {
			// What it rests on is known from the text; how much that is, is not.
			out.Advice[i] = evidence.Advice{ID: a.ID, Evidence: true}
		}
	}
	return &out
}

// sourceOf, stepOf and adviceOf find what an earlier text had by that id; nil: nothing.
func stepOf(before *full, id string) *journeys.Step {
	if before == nil {
		return nil
	}
	return before.journey.Step(id)
}

func sourceOf(before *full, name string) *evidence.Source {
	if before == nil {
		return nil
	}
	for i := range before.evidence.Sources {
		if before.evidence.Sources[i].Name == name {
			return &before.evidence.Sources[i]
		}
	}
	return nil
}

func adviceOf(before *full, id string) *journeys.Advice {
	if before == nil {
		return nil
	}
	for i := range before.journey.Advice {
		if before.journey.Advice[i].ID == id {
			return &before.journey.Advice[i]
		}
	}
	return nil
}
