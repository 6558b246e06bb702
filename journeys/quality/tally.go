package quality

import (
	"hash/fnv"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// tally is the work of one goroutine: signals.Part.
type tally struct {
	Counter
	days, open    days // of all records that are not late; of those that are not confidential
	topics, kinds categories
	sums          []uint64            // of day and text, in a part
	seen          map[uint64]struct{} // of the whole source
	twice         int
	full          bool
}

const (
	mostSums       = 1 << 20 // of texts that are remembered to find doubles: 32 MB at most
	shortestDouble = 20      // bytes of a text from which the same one is no coincidence
	mostCategories = 2000
)

func newTally(p *Plan) *tally {
	return &tally{Counter: Counter{Plan: p}, days: days{}, open: days{}, topics: categories{}, kinds: categories{}}
}

// Reset empties it for other records.
func (t *tally) Reset() {
	sums := t.sums[:0]
	*t = *newTally(t.Plan)
	t.sums = sums
}

// Visit looks at a record.
func (t *tally) Visit(r *signals.Record) {
	t.Counter.Visit(r)
	if !r.Readable || !r.Dated {
		return
	}
	if !r.Secret {
		t.open[r.Day]++
	}
	if !t.late(r) {
		t.days[r.Day]++
	}
	if text := r.Text(); len(text) >= shortestDouble {
		t.sums = append(t.sums, sumOf(r.Day, text))
	}
	if topic := r.Topic(); len(topic) > 0 {
		t.topics.note(string(topic), r.Day)
	}
	t.kinds.note(string(r.Channel()), r.Day)
}

func sumOf(day int, text []byte) uint64 {
	h := fnv.New64a()
	h.Write([]byte{byte(day), byte(day >> 8), byte(day >> 16)})
	h.Write(text)
	return h.Sum64()
}

// add takes over the counts of a part. Parts come in the order of the records.
func (t *tally) add(o *tally) {
	t.Counts.Add(o.Counts)
	for d, n := range o.days {
		t.days[d] += n
	}
	for d, n := range o.open {
		t.open[d] += n
	}
	t.topics.add(o.topics)
	t.kinds.add(o.kinds)
	if t.seen == nil {
		t.seen = map[uint64]struct{}{}
	}
	for _, s := range o.sums {
		_, twice := t.seen[s]
		switch {
		case twice:
			t.twice++
		case len(t.seen) < mostSums:
			t.seen[s] = struct{}{}
		default:
			t.full = true
		}
	}
}

// days counts records per day.
type days map[int]int

func (d days) bounds() (from, to int) {
	first := true
	for day := range d {
		if first {
			from, to, first = day, day, false
		}
		from, to = min(from, day), max(to, day)
	}
	return from, to
}

// sum counts the records of some days, both ends included.
func (d days) sum(from, to int) (n int) {
	for day := from; day <= to; day++ {
		n += d[day]
	}
	return n
}

const (
	around      = 28 // days on each side by which a gap is judged
	shortestGap = 6  // days: longer than a weekend with a holiday on both sides
	fewDays     = 10 // with records
	surely      = 7  // records expected: without a reason, none come once in a thousand times (e^-7)
)

// gaps lists the times without records in which, by the quietest side of it, at least `surely` would
// have come; at the ends of the period, where only one side speaks, twice that. Of a source with
// records on a few days nothing can be said.
func (d days) gaps(from, to int) []Span {
	var all []Span
	if len(d) < fewDays {
		return nil
	}
	shortest := max(shortestGap, 2*d.rhythm())
	for day := from; day <= to; day++ {
		if d[day] > 0 {
			continue
		}
		begin := day
		for day < to && d[day+1] == 0 {
			day++
		}
		long := day - begin + 1
		var sides []int
		if begin > from {
			sides = append(sides, d.sum(begin-around, begin-1))
		}
		if day < to {
			sides = append(sides, d.sum(day+1, day+around))
		}
		if long < shortest || len(sides) == 0 {
			continue
		}
		if expected := slices.Min(sides) * long / around; expected*len(sides) >= 2*surely {
			all = append(all, Span{signals.DateOf(begin), signals.DateOf(day), expected})
		}
	}
	return all
}

// rhythm is the usual number of days from one with records to the next: 1 of most sources, 7 or 31 of
// files that hold sums of weeks or months.
func (d days) rhythm() int {
	var steps []int
	from, to := d.bounds()
	last := from
	for day := from + 1; day <= to; day++ {
		if d[day] > 0 {
			steps = append(steps, day-last)
			last = day
		}
	}
	if len(steps) == 0 {
		return 1
	}
	slices.Sort(steps)
	return steps[len(steps)/2]
}

// categories are the values of a field with when they came first and last.
type categories map[string]*category

type category struct {
	name        string
	n           int
	first, last int
}

func (c categories) note(name string, day int) {
	key := journeys.FoldSpace(name)
	k := c[key]
	if k == nil {
		if len(c) >= mostCategories {
			return
		}
		k = &category{name: name, first: day, last: day}
		c[key] = k
	}
	k.n++
	k.first, k.last = min(k.first, day), max(k.last, day)
}

func (c categories) add(o categories) {
	keys := make([]string, 0, len(o))
	for key := range o {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		more := o[key]
		k := c[key]
		if k == nil {
			if len(c) >= mostCategories {
				continue
			}
			c[key] = more
			continue
		}
		k.n += more.n
		k.first, k.last = min(k.first, more.first), max(k.last, more.last)
	}
}

const (
	fewInCategory = 20
	restDays      = 60 // how long a category must be away
)

// drifts lists the categories that came after the source began or went before it ended: so long that,
// by their part of the source while they were there, at least `surely` would have come.
func (c categories) drifts(field string, d days) []Category {
	begin, end := d.bounds()
	var keys []string
	for key := range c {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	var all []Category
	for _, key := range keys {
		k := c[key]
		there := d.sum(k.first, k.last)
		if k.n < fewInCategory || there == 0 {
			continue
		}
		for _, rest := range []struct {
			came     bool
			from, to int
			on       int
		}{{true, begin, k.first - 1, k.first}, {false, k.last + 1, end, k.last}} {
			expected := int(float64(k.n) / float64(there) * float64(d.sum(rest.from, rest.to)))
			if rest.to-rest.from+1 >= restDays && expected >= surely {
				all = append(all, Category{Field: field, Name: k.name, N: k.n, Came: rest.came, On: signals.DateOf(rest.on), Expected: expected})
			}
		}
	}
	return all
}
