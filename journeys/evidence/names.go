package evidence

import "encoding/binary"

// names numbers texts in the order in which they are first seen since the last reset. Those from before
// it are remembered, so that a column with few different texts asks no memory and seldom a map.
type names struct {
	list   []string // by number
	turn   int      // resets so far
	known  []name
	places map[string]int32 // in known
	recent []int32          // by hash: 1 + place in known; 0: none
}

// name is a text that was seen.
type name struct {
	text   string
	number int
	turn   int // in which it has that number
}

// maxNames is how many texts are remembered beyond a reset.
const maxNames = 4096

func (n *names) number(text []byte) int {
	known := n.find(text)
	if known.turn != n.turn {
		known.number, known.turn = len(n.list), n.turn
		n.list = append(n.list, known.text)
	}
	return known.number
}

// find gives what is known of a text, until the next call.
func (n *names) find(text []byte) *name {
	if n.recent == nil {
		n.recent = make([]int32, 1<<recentBits)
	}
	recent := &n.recent[recentHash(text)]
	if i := *recent - 1; i >= 0 && n.known[i].text == string(text) {
		return &n.known[i]
	}
	i, ok := n.places[string(text)]
	if !ok {
		if n.places == nil {
			n.places = map[string]int32{}
		}
		i = int32(len(n.known))
		n.known = append(n.known, name{text: string(text), turn: -1})
		n.places[n.known[i].text] = i
	}
	*recent = i + 1
	return &n.known[i]
}

const recentBits = 8

// recentHash looks at the length of a text and at its first and last eight bytes.
func recentHash(text []byte) uint64 {
	first, last := uint64(0), uint64(len(text))
	if len(text) >= 8 {
		first, last = binary.LittleEndian.Uint64(text), last^binary.LittleEndian.Uint64(text[len(text)-8:])
	} else {
		for _, c := range text {
			first = first<<8 | uint64(c)
		}
	}
	const odd = 0x9E3779B97F4A7C15 // 2⁶⁴ divided by the golden ratio
	return (first*odd ^ last) * odd >> (64 - recentBits)
}

// channelsOf gives the number of each channel of a list.
func (n *names) channelsOf(list []string) []int {
	numbers := make([]int, 0, len(list))
	for _, text := range list {
		numbers = append(numbers, n.number([]byte(channelKey(text))))
	}
	return numbers
}

func (n *names) reset() {
	n.list = n.list[:0]
	if n.turn++; len(n.known) > maxNames {
		*n = names{list: n.list}
	}
}
