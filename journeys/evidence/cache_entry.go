package evidence

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"klantreis/journeys"
	"klantreis/journeys/quality"
	"klantreis/journeys/signals"
)

// An entry of the cache is a line with the sum of what follows, and that as JSON: whoever wants to
// know what is kept of their files can look.

type entryData struct {
	File  *signals.Kept
	Tally tallyData
}

type tallyData struct {
	Counters  [6]int
	Days      *[2]int32 // first and last, of records that could count
	Selectors []selectorData
	Steps     []stepData
	Channels  []string
	Claimed   []int
	Topics    []topicData
	Cases     []casesData
	Sums      []sumData
	Looked    [][][2]int // day, records; by lookedChannel
	Quality   quality.Counts
}

type selectorData struct {
	N          int
	Days       [][2]int // day, records; ascending
	PerChannel []int
}

type stepData struct {
	N, Scored    int
	Chosen       int
	Sum, Squares []uint64 // see scoreSums
}

type topicData struct {
	Sum  topicSum
	Text string `json:",omitempty"`
	N    int
}

type casesData struct {
	Kinds    [][5]int // first day, last day, channel, topic, cases; ascending
	Channels []string
	Topics   []topicData // with a text when the file has MinGroup cases of it
	Invalid  int
	Coarse   bool
}

// sumData is a columnSum; its months ascend.
type sumData struct {
	Inside, Loose float64
	ByDay         bool
	Months        []monthData
}

type monthData struct {
	Month          journeys.Month
	Inside, Around float64
}

// encodeEntry writes an entry; told says which topics may be kept with their texts. It is nil when
// a number cannot be written, which is so for a column that adds up to infinity.
func encodeEntry(kept *signals.Kept, t *Tally, n numbers, told func(topicCount) bool) []byte {
	return sealed(entryData{kept, dataOf(t, n, told)})
}

func dataOf(t *Tally, n numbers, told func(topicCount) bool) tallyData {
	d := tallyData{Channels: t.channels.list, Claimed: t.claimed, Quality: t.quality,
		Counters: [6]int{t.read, t.unreadable, t.outsidePeriod, t.confidential, t.unclaimed, t.undated}}
	if t.dated {
		d.Days = &[2]int32{t.days.from, t.days.to}
	}
	for _, i := range n.selectors {
		s := &t.selectors[i]
		d.Selectors = append(d.Selectors, selectorData{s.n, s.days.list(), s.perChannel})
	}
	for _, i := range n.steps {
		s := &t.steps[i]
		d.Steps = append(d.Steps, stepData{s.n, s.scores.n, s.chosen, s.scores.sum[:], s.scores.squares[:]})
	}
	for _, c := range t.topics.list {
		topic := topicData{Sum: c.sum, N: c.n}
		if told(c) {
			topic.Text = c.text
		}
		d.Topics = append(d.Topics, topic)
	}
	for _, i := range n.cases {
		d.Cases = append(d.Cases, t.cases[i].data())
	}
	for _, i := range n.sums {
		d.Sums = append(d.Sums, t.sums[i].data())
	}
	for i := range t.looked {
		d.Looked = append(d.Looked, t.looked[i].list())
	}
	return d
}

func sealed(d any) []byte {
	content, err := json.Marshal(d)
	if err != nil {
		return nil
	}
	sum := sha256.Sum256(content)
	return append([]byte(hex.EncodeToString(sum[:])+"\n"), content...)
}

// decodeEntry reads an entry; ok is false for anything that encodeEntry did not write.
func decodeEntry(entry []byte) (kept *signals.Kept, t tallyData, ok bool) {
	content, ok := unsealed(entry)
	if !ok {
		return nil, t, false
	}
	return decodeContent(content)
}

func unsealed(entry []byte) (content []byte, ok bool) {
	line, content, found := bytes.Cut(entry, []byte("\n"))
	sum := sha256.Sum256(content)
	return content, found && string(line) == hex.EncodeToString(sum[:])
}

func decodeContent(content []byte) (kept *signals.Kept, t tallyData, ok bool) {
	var d entryData
	if err := json.Unmarshal(content, &d); err != nil || d.File == nil {
		return nil, t, false
	}
	return d.File, d.Tally, true
}

// Days that a tally can hold: those of the years 1 to 9999.
const firstDay, lastDay = -719162, 2932896

// restore fills an empty Tally; ok is false when the data is not of such a one.
func (d tallyData) restore(t *Tally, n numbers) (*Tally, bool) {
	if len(d.Selectors) != len(n.selectors) || len(d.Steps) != len(n.steps) || len(d.Cases) != len(n.cases) || len(d.Sums) != len(n.sums) ||
		len(d.Claimed) > len(d.Channels) || len(d.Topics) > maxTopics || len(d.Looked) != len(t.looked) {
		return nil, false
	}
	c := d.Counters
	t.counters = counters{c[0], c[1], c[2], c[3], c[4], c[5]}
	t.quality = d.Quality
	if d.Days != nil {
		t.days, t.dated = span{d.Days[0], d.Days[1]}, true
	}
	for i, name := range d.Channels {
		if t.channels.number([]byte(name)) != i {
			return nil, false
		}
	}
	t.claimed = d.Claimed
	for i, s := range d.Selectors {
		to := &t.selectors[n.selectors[i]]
		if len(s.PerChannel) > len(d.Channels) {
			return nil, false
		}
		to.n, to.perChannel = s.N, s.PerChannel
		for _, day := range s.Days {
			if day[0] < firstDay || day[0] > lastDay {
				return nil, false
			}
			to.days.add(day[0], day[1])
		}
	}
	for i, s := range d.Steps {
		to := &t.steps[n.steps[i]]
		if len(s.Sum) != len(to.scores.sum) || len(s.Squares) != len(to.scores.squares) {
			return nil, false
		}
		to.n, to.scores.n, to.chosen = s.N, s.Scored, s.Chosen
		copy(to.scores.sum[:], s.Sum)
		copy(to.scores.squares[:], s.Squares)
		if !to.scores.possible() {
			return nil, false
		}
	}
	for i, c := range d.Topics {
		t.topics.count(topicCount{sum: c.Sum, text: c.Text, n: c.N})
		if len(t.topics.list) != i+1 {
			return nil, false
		}
	}
	for i, c := range d.Cases {
		if !t.cases[n.cases[i]].restore(c) {
			return nil, false
		}
	}
	for i, s := range d.Sums {
		t.sums[n.sums[i]] = s.sum()
	}
	for i, days := range d.Looked {
		for _, day := range days {
			if day[0] < firstDay || day[0] > lastDay {
				return nil, false
			}
			t.looked[i].add(day[0], day[1])
		}
	}
	return t, true
}
