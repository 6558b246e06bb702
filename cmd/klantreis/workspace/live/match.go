package live

import (
	"cmp"
	"context"
	"encoding/json"
	"hash/fnv"
	"io/fs"
	"slices"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/quotes"
	"klantreis/journeys/signals"
	"klantreis/render"
)

// mostExamples is how many texts show what a selector finds.
const mostExamples = 5

// Match tells what one selector would find. A newer question about the same journey ends an older one,
// which then fails with context.Canceled.
func (d *Desk) Match(ctx context.Context, q api.MatchRequest) (api.Match, error) {
	out := api.Match{Months: []int{}, Examples: []string{}, Problems: []string{}}
	root, err := d.open(q.Path)
	if err != nil {
		return out, err
	}
	defer root.Close()
	folder := d.folder(root)
	ctx, done := d.newest(ctx, q.Path)
	defer done()
	j, err := d.asked(q.Path, q.Text, folder)
	if err != nil {
		return out, err
	}
	one, problems := askOf(j, q.Selector)
	for _, p := range problems {
		if p.Severity == journeys.Error {
			out.Problems = append(out.Problems, d.said(p))
		}
	}
	if len(out.Problems) > 0 {
		return out, nil
	}
	watch := signals.Options{Context: ctx}
	ev, problems := evidence.BindWith(one, folder, evidence.Options{Reading: watch})
	if ctx.Err() != nil {
		return out, context.Canceled
	}
	for _, p := range problems {
		if p.Code != "signaal-zonder-vondst" && p.Code != "onleesbaar" {
			out.Problems = append(out.Problems, d.said(p))
		}
	}
	sel := one.Phases[0].Steps[0].Selectors[0]
	found, _ := ev.Signal(sel.ID)
	out.Claim = render.SignalClaims(one, ev, d.Lang)[sel.ID]
	out.Found, out.Of = found.N, ev.InUse(sel.Sources)
	if found.N > 0 && found.N < evidence.MinGroup {
		out.Found = -1
	}
	if found.N < evidence.MinGroup {
		return out, nil
	}
	out.First, out.Months = months(found, ev.Months)
	out.Examples = append(out.Examples, examples(one, folder, watch)...)
	if ctx.Err() != nil {
		return out, context.Canceled
	}
	return out, nil
}

// mostDraws is how many of the texts that a selector finds are drawn to choose examples from.
const mostDraws = 200

// examples are sentences that a selector finds, redacted. To look for personal data in all that it finds would
// take seconds in a large source; so first some texts are drawn, by a sum of each, which neither the order of
// the records nor the number of cores changes.
func examples(one *journeys.Journey, folder fs.FS, watch signals.Options) []string {
	var all draw
	for _, s := range one.Sources {
		data, _ := signals.Open(one, s, folder)
		if data == nil {
			continue
		}
		data.With(watch)
		matcher := signals.NewMatcher(one, s.Name)
		data.Fold(func() signals.Part { return &drawingTexts{period: one.Period, matching: matcher.NewMatching()} }, func(p signals.Part, _ int) {
			all.merge(p.(*drawingTexts).found)
		})
	}
	list := journeys.Source{Name: "voorbeelden"}
	for _, t := range all.texts {
		list.List = append(list.List, journeys.TypedSignal{Fields: []journeys.FieldValue{{Field: "tekst", Value: t.text}}})
	}
	whole := *one
	whole.Period, whole.Sources = journeys.Period{}, []journeys.Source{list}
	whole.Phases = []journeys.Phase{{Steps: []journeys.Step{{Selectors: []journeys.Selector{{Sources: []string{list.Name}}}}}}}
	found, _ := quotes.Find(&whole, folder, func(*journeys.Selector) bool { return true }, mostExamples, watch)
	var texts []string
	for _, g := range found.Groups {
		for _, p := range g.Proposals {
			texts = append(texts, p.Text)
		}
	}
	return texts
}

// draw are the texts with the smallest sums, each once. They stay in this process.
type draw struct{ texts []drawnText }

type drawnText struct {
	sum  uint64
	text string
}

func (d *draw) add(sum uint64, text []byte) {
	at, twice := slices.BinarySearchFunc(d.texts, sum, func(t drawnText, sum uint64) int { return cmp.Compare(t.sum, sum) })
	if twice || at >= mostDraws {
		return
	}
	d.texts = slices.Insert(d.texts, at, drawnText{sum, string(text)})
	d.texts = d.texts[:min(len(d.texts), mostDraws)]
}

func (d *draw) merge(o draw) {
	for _, t := range o.texts {
		d.add(t.sum, []byte(t.text))
	}
}

// drawingTexts is the work of one goroutine: signals.Part.
type drawingTexts struct {
	period   journeys.Period
	matching *signals.Matching
	found    draw
}

// Reset empties it for other records.
func (p *drawingTexts) Reset() { p.found = draw{} }

// Visit draws the text of a record that the selector finds.
func (p *drawingTexts) Visit(r *signals.Record) {
	if !r.Readable || r.Secret || r.Dated && !p.period.Contains(signals.DateOf(r.Day)) || len(p.matching.Match(r)) == 0 {
		return
	}
	text := r.Text()
	sum := fnv.New64a()
	sum.Write(text)
	p.found.add(sum.Sum64(), text)
}

// newest makes a question the newest about a journey, and ends the one before it.
func (d *Desk) newest(ctx context.Context, path string) (context.Context, func()) {
	s := d.state(path)
	ctx, cancel := context.WithCancel(ctx)
	s.counting.Lock()
	defer s.counting.Unlock()
	if s.asked != nil {
		s.asked()
	}
	s.asked = cancel
	return ctx, cancel
}

// asked is the journey that a question is about: that of the text, or while the text has faults the last
// one that had none.
func (d *Desk) asked(path, text string, folder fs.FS) (*journeys.Journey, error) {
	s := d.state(path)
	if last := s.latest(); last != nil && last.text == text && last.usable() {
		return last.journey, nil
	}
	if j, problems := journeys.Parse(path, []byte(text)); !problems.HasErrors() {
		return j, nil
	}
	s.counting.Lock()
	defer s.counting.Unlock()
	if s.good != nil {
		return s.good.journey, nil
	}
	return nil, d.refuse("tekst", d.words().textFaults)
}

// said is a problem in one text.
func (d *Desk) said(p journeys.Problem) string {
	message, help := p.Text(string(d.Lang))
	if help != "" {
		message += " " + help
	}
	return message
}

// askOf makes a journey of one step with one selector, which draws on the sources of another. The selector is
// read by the reader of the format itself, from JSON, which is YAML too.
func askOf(j *journeys.Journey, selector map[string]any) (*journeys.Journey, journeys.Problems) {
	type object = map[string]any
	fields := object{}
	for key, value := range selector {
		if value != nil {
			fields[key] = value
		}
	}
	if title, _ := fields["signaal"].(string); title == "" {
		fields["signaal"] = "signaal"
	}
	sources, channels := object{}, object{}
	for _, s := range j.Sources {
		sources[s.Name] = object{"soort": s.Kind, "lijst": []any{}}
	}
	for _, c := range j.OwnChannels {
		channels[c.Name] = c.Icon
	}
	whole := object{"klantreis": "vraag", "fasen": []any{object{"fase": "fase", "stappen": []any{object{"stap": "stap", "signalen": []any{fields}}}}}}
	if len(sources) > 0 {
		whole["bronnen"] = sources
	}
	if len(channels) > 0 {
		whole["kanalen-eigen"] = channels
	}
	text, err := json.Marshal(whole)
	if err != nil {
		return nil, journeys.Problems{{Code: "geen-yaml", Args: []any{err.Error()}}}
	}
	one, problems := journeys.Parse(j.Path, text)
	if problems.HasErrors() {
		return one, problems
	}
	one.Period, one.Sources = j.Period, nil
	wanted := one.Phases[0].Steps[0].Selectors[0].Sources
	for _, s := range j.Sources {
		if slices.Contains(wanted, s.Name) && s.Denominator != nil && s.Denominator.Source != "" {
			wanted = append(wanted, s.Denominator.Source)
		}
	}
	for _, s := range j.Sources {
		if slices.Contains(wanted, s.Name) {
			one.Sources = append(one.Sources, s)
		}
	}
	return one, problems
}

// months are the counts per month, −1 for a group that is too small to show. A single small group could be
// reckoned out from the total: then the smallest of the others is not shown either.
func months(found evidence.Signal, axis []journeys.Month) (first string, counts []int) {
	counts = []int{}
	perMonth := map[journeys.Month]int{}
	for _, m := range found.PerMonth {
		perMonth[m.Month] = m.N
	}
	hidden, groups := 0, 0
	for i, m := range axis {
		if i == 0 {
			first = m.String()
		}
		n := perMonth[m]
		if n > 0 && n < evidence.MinGroup {
			hidden, groups, n = hidden+n, groups+1, -1
		}
		counts = append(counts, n)
	}
	if groups > 0 && hidden < evidence.MinGroup {
		at := -1
		for i, n := range counts {
			if n > 0 && (at < 0 || n < counts[at]) {
				at = i
			}
		}
		if at >= 0 {
			counts[at] = -1
		}
	}
	return first, counts
}

// Quotes proposes sentences out of the signals of a step.
func (d *Desk) Quotes(ctx context.Context, q api.QuotesRequest) (api.Quotes, error) {
	out := api.Quotes{Signals: []api.SignalQuotes{}}
	root, err := d.open(q.Path)
	if err != nil {
		return out, err
	}
	defer root.Close()
	folder := d.folder(root)
	ctx, done := d.newest(ctx, q.Path)
	defer done()
	j, err := d.asked(q.Path, q.Text, folder)
	if err != nil {
		return out, err
	}
	w := d.words()
	step := j.Step(q.Step)
	switch {
	case step == nil:
		return out, d.refuse("stap", w.noSuchStep)
	case len(step.Selectors) == 0:
		out.Note = w.noSignals
		return out, nil
	}
	want := func(s *journeys.Selector) bool {
		for i := range step.Selectors {
			if s == &step.Selectors[i] {
				return true
			}
		}
		return false
	}
	result, problems := quotes.Find(j, folder, want, mostExamples, signals.Options{Context: ctx})
	if ctx.Err() != nil {
		return out, context.Canceled
	}
	few, any := false, false
	for _, g := range result.Groups {
		one := api.SignalQuotes{Title: g.Selector.Title, Quotes: []string{}}
		for _, p := range g.Proposals {
			one.Quotes = append(one.Quotes, p.Text)
		}
		few, any = few || g.Few, any || len(one.Quotes) > 0
		out.Signals = append(out.Signals, one)
	}
	switch {
	case any:
	case problems.HasErrors():
		out.Note = d.said(problems[0])
	case len(result.Away) > 0:
		out.Note = w.awayOnly
	case few:
		out.Note = w.fewFound
	default:
		out.Note = w.nothingToSay
	}
	return out, nil
}
