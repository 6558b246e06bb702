package evidence

import (
	"io/fs"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// source reads one source from begin to end, or as much of it as is not known from an earlier run.
func (b *binder) source(i int, folder fs.FS) journeys.Problems {
	src := b.journey.Sources[i]
	b.sources[i] = Source{Name: src.Name, Kind: src.Kind, Path: src.File, Typed: src.Has("lijst"), Aside: b.isAside(src.Name)}
	if src.Connection != "" && b.options.Connector != nil {
		return b.connected(i)
	}
	r := b.read(i, folder, true)
	if !r.whole() {
		// A topic of so few records that its text was not kept has become one to be told.
		r = b.read(i, folder, false)
	}
	r.keepTopics()
	problems := r.problems
	if r.data == nil {
		b.sources[i].Missing = true
		return problems
	}
	b.book(i, r.total)
	problems = append(problems, r.data.Found()...)
	problems = append(problems, signals.WithoutColumn(b.journey, src, r.data)...)
	problems = append(problems, unreadable(src, b.sources[i], r.data)...)
	if b.options.Anyway {
		problems = excused(problems)
	}
	return problems
}

// sourceReading is one source, read.
type sourceReading struct {
	keeper   *keeper
	data     *signals.Data // nil: it cannot be used
	problems journeys.Problems
	total    *Tally
	keys     []string // of the entries of its files; empty: there is none
}

// read adds up the tallies of the files of a source, each from an earlier run as far as possible.
func (b *binder) read(i int, folder fs.FS, recall bool) *sourceReading {
	src := b.journey.Sources[i]
	k := b.keeperOf(src)
	r := &sourceReading{keeper: k, total: b.newTally()}
	r.data, r.problems = signals.OpenWith(b.journey, src, folder, k.memory(recall))
	if r.data == nil {
		return r
	}
	r.data.With(b.options.Reading)
	b.columns[i] = r.data.Columns()
	plan := b.plan(src.Name, r.data)
	var tally *Tally
	var key string
	r.data.FoldKept(plan.begin, func(name string, known bool) func(signals.Part, int) {
		if tally = b.newTally(); known {
			tally = k.known[name]
		}
		if key = ""; k.Load != nil {
			key = k.key(name)
		}
		k.plan = plan // the files to come are read as the first one allows
		return func(p signals.Part, _ int) { tally.merge(p.(*reading)) }
	}, func(_ string, kept *signals.Kept) {
		r.add(tally, key, kept)
	})
	return r
}

// add adds a file, and keeps its tally.
func (r *sourceReading) add(t *Tally, key string, kept *signals.Kept) {
	file := len(r.keys)
	r.total.add(t)
	r.total.topics.addAll(&t.topics, file)
	r.keys = append(r.keys, key)
	if kept == nil || key == "" {
		return
	}
	told := func(c topicCount) bool { return r.total.topics.of(c.sum).n >= MinGroup }
	for _, c := range t.topics.list {
		if all := r.total.topics.of(c.sum); told(c) {
			all.spelling = slices.DeleteFunc(all.spelling, func(s spelling) bool { return s.file == file && s.text != "" })
		}
	}
	if entry := encodeEntry(kept, t, r.keeper.places, told); entry != nil {
		r.keeper.Save(key, entry)
	}
}

// whole tells whether the texts of all topics that are told are known.
func (r *sourceReading) whole() bool {
	for _, i := range r.keeper.places.cases {
		if r.keeper.leadTime(i, &r.total.cases[i]).Slowest.nameless() {
			return false
		}
	}
	_, whole := r.total.topics.frequent()
	return whole
}

// keepTopics adds the texts of the topics that are told to the entries of the files that have them:
// there they may be of too few records, while the source as a whole has enough.
func (r *sourceReading) keepTopics() {
	if r.keeper.Load == nil {
		return
	}
	missing := map[int][]topicCount{}
	for _, c := range r.total.topics.top() {
		for _, s := range c.spelling {
			missing[s.file] = append(missing[s.file], topicCount{sum: c.sum, text: s.text})
		}
	}
	for file, topics := range missing {
		if key := r.keys[file]; key != "" {
			kept, tally, ok := decodeEntry(r.keeper.Load(key))
			if !ok {
				continue
			}
			for i := range tally.Topics {
				for _, c := range topics {
					if tally.Topics[i].Sum == c.sum {
						tally.Topics[i].Text = c.text
					}
				}
			}
			if entry := sealed(entryData{kept, tally}); entry != nil {
				r.keeper.Save(key, entry)
			}
		}
	}
}
