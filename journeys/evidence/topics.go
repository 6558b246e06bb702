package evidence

import (
	"crypto/sha256"
	"encoding/binary"
	"sort"
	"strings"

	"klantreis/journeys"
)

// topicTally counts topics, whatever their case and accents. Of the ways in which one is written it
// shows the last in the order of bytes: which one came first, a database does not know. It knows them by keyed sums, so that a topic of too few records can be kept between runs without
// its text.
type topicTally struct {
	salt    []byte
	numbers map[topicSum]int
	list    []topicCount
	written map[string]int // what add gave for a text lately
}

// topicSum stands for a folded topic. Of a hundred thousand topics, two share a sum once in four
// billion times.
type topicSum uint64

// topicCount is one topic; its text is empty when that was not kept for all files that have it.
type topicCount struct {
	sum      topicSum
	text     string
	n        int
	spelling []spelling // in the files whose entries do not have it
}

// spelling is how a file, by number, writes a topic.
type spelling struct {
	file int
	text string
}

// maxTopics bounds the memory that a column of free texts, called topics, can take: what is first
// seen in a file after so many others is not among the most frequent ones.
const maxTopics = 100_000

// add books n records of a topic and gives its place in the list; −1 when it is not counted.
func (t *topicTally) add(topic string, n int) int {
	i, known := t.written[topic]
	if known && i >= 0 {
		t.list[i].n += n // its text is of no new way to write it
	} else if !known {
		if i = t.addNew(topic, n); len(t.written) > maxNames || t.written == nil {
			t.written = map[string]int{}
		}
		t.written[topic] = i
	}
	return i
}

// addNew is add for a text that may be written as none before.
func (t *topicTally) addNew(topic string, n int) int {
	key := journeys.FoldSpace(topic)
	if key == "" || !Publishable(key) {
		return -1
	}
	sum := sha256.Sum256(append(t.salt[:len(t.salt):len(t.salt)], key...))
	return t.count(topicCount{sum: topicSum(binary.LittleEndian.Uint64(sum[:])), text: strings.Join(strings.Fields(topic), " "), n: n})
}

// addAll adds the topics of a file, which come after those that are there.
func (t *topicTally) addAll(more *topicTally, file int) {
	for _, c := range more.list {
		c.spelling = []spelling{{file, c.text}}
		t.count(c)
	}
}

func (t *topicTally) count(c topicCount) int {
	if i, known := t.numbers[c.sum]; known {
		have := &t.list[i]
		have.n += c.n
		have.spelling = append(have.spelling, c.spelling...)
		if have.text == "" || c.text == "" {
			have.text = ""
		} else {
			have.text = max(have.text, c.text)
		}
		return i
	}
	if len(t.list) >= maxTopics {
		return -1
	}
	if t.numbers == nil {
		t.numbers = map[topicSum]int{}
	}
	t.numbers[c.sum] = len(t.list)
	t.list = append(t.list, c)
	return len(t.list) - 1
}

// of finds a topic that was counted; beyond maxTopics it is one of no records.
func (t *topicTally) of(sum topicSum) *topicCount {
	if i, known := t.numbers[sum]; known {
		return &t.list[i]
	}
	return &topicCount{}
}

// shownTopics is how many topics without a step are told.
const shownTopics = 8

// frequent lists the largest topics of at least MinGroup records. Where the text of a topic that
// could be among them is not known, whole is false.
func (t *topicTally) frequent() (all []TopicCount, whole bool) {
	top := t.top()
	for _, c := range top {
		all = append(all, TopicCount{c.text, c.n})
		if c.text == "" {
			return nil, false
		}
	}
	return all[:min(len(all), shownTopics)], true
}

// top lists the largest topics of at least MinGroup records by number and then by text, with all
// that are as large as the last that is shown.
func (t *topicTally) top() []topicCount {
	var all []topicCount
	for _, c := range t.list {
		if c.n >= MinGroup {
			all = append(all, c)
		}
	}
	sort.SliceStable(all, func(i, k int) bool {
		if all[i].n != all[k].n {
			return all[i].n > all[k].n
		}
		return all[i].text < all[k].text
	})
	last := min(len(all), shownTopics)
	for last > 0 && last < len(all) && all[last].n == all[last-1].n {
		last++
	}
	return all[:last]
}
