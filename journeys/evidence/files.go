package evidence

import (
	"io/fs"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// sourceReading is one source of one journey, being read or read.
type sourceReading struct {
	*binder
	index   int
	source  journeys.Source
	folder  fs.FS
	keeper  *keeper
	data    *signals.Data // nil: it cannot be used; shared with the readings that are read with it
	failed  journeys.Problems
	found   journeys.Problems // while reading
	total   *Tally
	plan    *readingPlan
	pending *Tally   // of the file that is being read
	key     string   // of the entry of that file
	keys    []string // of the entries of its files; empty: there is none
}

// anew forgets what was read.
func (r *sourceReading) anew() {
	r.keeper, r.total = r.keeperOf(r.source), r.newTally()
	r.data, r.failed, r.found, r.plan, r.keys = nil, nil, nil, nil, nil
}

// finish books what was read, and tells what there is to say of it.
func (r *sourceReading) finish() journeys.Problems {
	if !r.whole() {
		// A topic of so few records that its text was not kept has become one to be told.
		readTogether([]*sourceReading{r}, false)
	}
	r.keepTopics()
	if r.data == nil {
		r.sources[r.index].Missing = true
		return r.failed
	}
	r.book(r.index, r.total)
	r.sources[r.index].Quality = r.graded(r.source, r.total)
	problems := append(slices.Clone(r.failed), r.found...)
	problems = append(problems, signals.WithoutColumn(r.journey, r.source, r.data)...)
	problems = append(problems, unreadable(r.source, r.sources[r.index], r.data)...)
	if n := r.total.quality.Totals; n > 0 && r.source.File != "" {
		problems = append(problems, journeys.Problem{Pos: r.source.At("bestand"), Severity: journeys.Warning, Code: "totaalregel", Args: []any{r.source.File, n}})
	}
	problems = append(problems, r.oddValues()...)
	if r.options.Anyway {
		problems = excused(problems)
	}
	return problems
}

// begins prepares for a file, of which the records that are read may come behind those that are known.
func (r *sourceReading) begins(name string, known bool) {
	if r.pending = r.newTally(); known {
		r.pending = r.keeper.known[name]
	}
	if r.key = ""; r.keeper.Load != nil {
		r.key = r.keeper.key(name)
	}
	r.keeper.plan = r.plan // the files to come are read as the first one allows
}

// ends adds a file, and keeps its tally.
func (r *sourceReading) ends(kept *signals.Kept) {
	t, file := r.pending, len(r.keys)
	r.total.add(t)
	r.total.topics.addAll(&t.topics, file)
	r.keys = append(r.keys, r.key)
	if kept == nil || r.key == "" {
		return
	}
	told := func(c topicCount) bool { return r.total.topics.of(c.sum).n >= MinGroup }
	for _, c := range t.topics.list {
		if all := r.total.topics.of(c.sum); told(c) {
			all.spelling = slices.DeleteFunc(all.spelling, func(s spelling) bool { return s.file == file && s.text != "" })
		}
	}
	if entry := encodeEntry(kept, t, r.keeper.places, told); entry != nil {
		r.keeper.Save(r.key, entry)
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
