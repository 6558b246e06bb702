package evidence

import (
	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// dayCounts counts per day, as signals.Record numbers them, in blocks of some months: data mostly
// lies close together, but a single wrong date may be far off.
type dayCounts struct {
	blocks map[int]*[daysPerBlock]int
	last   int // the block of the last day
	counts *[daysPerBlock]int
}

const daysPerBlock = 128

func (d *dayCounts) add(day, n int) {
	block := day >> 7
	if d.counts == nil || block != d.last {
		if d.blocks == nil {
			d.blocks = map[int]*[daysPerBlock]int{}
		}
		if d.blocks[block] == nil {
			d.blocks[block] = &[daysPerBlock]int{}
		}
		d.last, d.counts = block, d.blocks[block]
	}
	d.counts[day&(daysPerBlock-1)] += n
}

func (d *dayCounts) addAll(more *dayCounts) {
	for block, counts := range more.blocks {
		for i, n := range counts {
			if n > 0 {
				d.add(block*daysPerBlock+i, n)
			}
		}
	}
}

// perDate gives the days that have a count.
func (d *dayCounts) perDate() map[journeys.Date]int {
	dates := map[journeys.Date]int{}
	for block, counts := range d.blocks {
		for i, n := range counts {
			if n > 0 {
				dates[signals.DateOf(block*daysPerBlock+i)] = n
			}
		}
	}
	return dates
}
