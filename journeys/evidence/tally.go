package evidence

import (
	"klantreis/journeys"
	"klantreis/journeys/quality"
)

// Tally is what the records of one source, or of one of its files, say, as counts: no text but the
// publishable names of channels and topics. It is the seam between reading, in whatever way, and deriving. Records can be added to a
// Tally at any time, with the same outcome to the last bit as when all had been added at once; and
// Tallies can be added to each other, in the order of the file.
type Tally struct {
	counters
	days      span // of the usable records that have a day
	dated     bool
	selectors []selectorTally // by number of the journey's selectors
	steps     []stepTally     // by number of the journey's steps
	stepOf    []int           // selector → step
	byScore   []bool          // by number of the journey's selectors: it looks for a score
	channels  names           // folded; see channelKey
	claimed   []int           // records that a selector found, each once, by number of channels
	topics    topicTally      // of the records that no selector found
	cases     []caseTally     // by number of the journey's lead times
	sums      []columnSum     // by number of the binder's columns that are added up
	looked    []dayCounts     // of all dated records that could count, by lookedChannel
	quality   quality.Counts
}

// counters say how records were used. All but unreadable are parts of read.
type counters struct {
	read, unreadable, outsidePeriod, confidential, unclaimed, undated int
}

func (c *counters) add(more counters) {
	c.read += more.read
	c.unreadable += more.unreadable
	c.outsidePeriod += more.outsidePeriod
	c.confidential += more.confidential
	c.unclaimed += more.unclaimed
	c.undated += more.undated
}

// selectorTally counts the records of one selector.
type selectorTally struct {
	n          int
	days       dayCounts
	perChannel []int // by number of Tally.channels; may be shorter
}

// stepTally counts the records of one step, each once, and sums their scores. chosen counts the scores of records that
// only selectors by score found.
type stepTally struct {
	n, chosen int
	scores    scoreSums
}

// newTally is the Tally of no records at all.
func (b *binder) newTally() *Tally {
	return &Tally{
		selectors: make([]selectorTally, len(b.selectors)), steps: make([]stepTally, len(b.journey.Steps())),
		stepOf: b.stepOf, byScore: b.byScore, topics: topicTally{salt: b.options.Cache.Salt}, cases: b.newCases(), sums: make([]columnSum, len(b.sums)),
		looked: make([]dayCounts, len(journeys.Channels())+1),
	}
}

// Claim books n records that are alike: of one day (as signals.Record counts, when dated), one
// folded channel and one score (when scored), found by the same selectors (at least one; ascending
// numbers of signals.All). Their numbers are not part of Tally.read yet.
func (t *Tally) Claim(day int, dated bool, channel string, score float64, scored bool, selectors []int32, n int) {
	t.claim(claim{day: int32(day), dated: dated, score: score, scored: scored}, t.channels.number([]byte(channelKey(channel))), selectors, n)
}

// claim books records with the selectors that found them, and once with each step.
func (t *Tally) claim(c claim, channel int, selectors []int32, n int) {
	addAt(&t.claimed, channel, n)
	for k := 0; k < len(selectors); {
		// Selectors come in the order of the steps, so those of one step stand together.
		step, chosen := &t.steps[t.stepOf[selectors[k]]], true
		for of := t.stepOf[selectors[k]]; k < len(selectors) && t.stepOf[selectors[k]] == of; k++ {
			i := selectors[k]
			s := &t.selectors[i]
			s.n += n
			if c.dated {
				s.days.add(int(c.day), n)
			}
			addAt(&s.perChannel, channel, n)
			chosen = chosen && t.byScore[i]
		}
		step.n += n
		if c.scored {
			step.scores.add(c.score, n)
			if chosen {
				step.chosen += n
			}
		}
	}
}

// see widens the days of the usable records.
func (t *Tally) see(days span) {
	if !t.dated {
		t.days, t.dated = days, true
	}
	t.days = span{min(t.days.from, days.from), max(t.days.to, days.to)}
}

// merge books what a run of records said; runs come in the order of the source.
func (t *Tally) merge(r *reading) {
	t.counters.add(r.counters)
	t.quality.Add(r.quality.Counts)
	if r.dated {
		t.see(r.days)
	}
	for i, c := range r.readingPlan.cases {
		t.cases[c.index].merge(r.cases[i])
	}
	for i, sum := range r.readingPlan.sums {
		for _, v := range r.sums[i] {
			t.sums[sum.index].add(v)
		}
	}
	for _, seen := range r.looked {
		t.looked[seen.channel].add(int(seen.day), 1)
	}
	for i, n := range r.unclaimed {
		t.topics.add(r.topics.list[i], n)
	}
	channels := t.channels.channelsOf(r.channels.list)
	rest := r.found
	for _, c := range r.claims {
		t.claim(c, channels[c.channel], rest[:c.selectors], 1)
		rest = rest[c.selectors:]
	}
}

// add adds another Tally, of records that come later; its topics stay behind, because those are
// told per source.
func (t *Tally) add(more *Tally) {
	t.counters.add(more.counters)
	t.quality.Add(more.quality)
	if more.dated {
		t.see(more.days)
	}
	channels := t.channels.channelsOf(more.channels.list)
	for i, n := range more.claimed {
		addAt(&t.claimed, channels[i], n)
	}
	for i := range more.selectors {
		from, to := &more.selectors[i], &t.selectors[i]
		to.n += from.n
		to.days.addAll(&from.days)
		for k, n := range from.perChannel {
			addAt(&to.perChannel, channels[k], n)
		}
	}
	for i, s := range more.steps {
		t.steps[i].n += s.n
		t.steps[i].chosen += s.chosen
		t.steps[i].scores.addAll(s.scores)
	}
	for i, c := range more.cases {
		t.cases[i].addAll(c)
	}
	for i, v := range more.sums {
		t.sums[i].addAll(v)
	}
	for i := range more.looked {
		t.looked[i].addAll(&more.looked[i])
	}
}

// perDate gives the days of a selector that have a record.
func (t *Tally) perDate(selector int) map[journeys.Date]int {
	return t.selectors[selector].days.perDate()
}

// addAt adds to a list that grows as needed.
func addAt(counts *[]int, i, n int) {
	if missing := i + 1 - len(*counts); missing > 0 {
		*counts = append(*counts, make([]int, missing)...)
	}
	(*counts)[i] += n
}
