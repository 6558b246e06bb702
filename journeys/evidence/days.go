package evidence

import (
	"maps"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// dayCounts counts per day, as signals.Record numbers them, in blocks of some months: data mostly
// lies close together, but a single wrong date may be far off.
type dayCounts struct {
	blocks map[int]*[daysPerBlock]int
	recent [8]*[daysPerBlock]int // of blocks, by their lowest bits
	which  [8]int                // the number of each of recent
}

const daysPerBlock = 128

func (d *dayCounts) add(day, n int) {
	block := day >> 7
	k := block & (len(d.recent) - 1)
	if d.recent[k] == nil || d.which[k] != block {
		if d.blocks == nil {
			d.blocks = map[int]*[daysPerBlock]int{}
		}
		if d.blocks[block] == nil {
			d.blocks[block] = &[daysPerBlock]int{}
		}
		d.recent[k], d.which[k] = d.blocks[block], block
	}
	d.recent[k][day&(daysPerBlock-1)] += n
}

func (d *dayCounts) addAll(more *dayCounts) {
	for _, day := range more.list() {
		d.add(day[0], day[1])
	}
}

// list gives the days that have a count, ascending, each with its count.
func (d *dayCounts) list() [][2]int {
	var all [][2]int
	for _, block := range slices.Sorted(maps.Keys(d.blocks)) {
		for i, n := range d.blocks[block] {
			if n > 0 {
				all = append(all, [2]int{block*daysPerBlock + i, n})
			}
		}
	}
	return all
}

// perDate gives the days that have a count.
func (d *dayCounts) perDate() map[journeys.Date]int {
	dates := map[journeys.Date]int{}
	for _, day := range d.list() {
		dates[signals.DateOf(day[0])] = day[1]
	}
	return dates
}

// lookedChannel numbers the channels of the format, from 1; 0 are all others together, so that a column
// with names of people or cases makes no list.
func lookedChannel(channel string) uint8 {
	return uint8(slices.Index(journeys.Channels(), channel) + 1)
}

// lookedName is the channel of a number; empty for all others.
func lookedName(number int) string {
	if number == 0 {
		return ""
	}
	return journeys.Channels()[number-1]
}

// lookedMarks remembers the lookedChannel of channels by their signals.Record.ChannelMark.
type lookedMarks struct {
	record *signals.Record // whose marks they are
	known  [64]struct {
		mark   uint32
		looked uint8 // 1 + number; 0: not known
	}
}

// of is the lookedChannel of a record.
func (l *lookedMarks) of(r *signals.Record) uint8 {
	if r != l.record {
		*l = lookedMarks{record: r}
	}
	mark := r.ChannelMark()
	known := &l.known[mark%uint32(len(l.known))]
	if known.looked == 0 || known.mark != mark {
		known.mark, known.looked = mark, lookedChannel(string(r.Channel()))+1
	}
	return known.looked - 1
}
