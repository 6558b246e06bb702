package quality

import (
	"embed"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// Rules is the source of this package: counts that were kept between runs hold only while it is the same.
//
//go:embed *.go
var Rules embed.FS

// Plan is what the records of a source are asked for its grade. Nothing in it changes while they are
// read, on several goroutines at once.
type Plan struct {
	moment            int // the column of the tijdstip; -1: none
	first             int // the first column of a file without one; -1: there is one, or no file
	hasTopic, hasText bool
	channels          map[string]bool // folded, that the journey knows
	today             int             // day of the journey file; 0: not known
}

// PlanOf prepares for a source; it has to be asked before the source is folded.
func PlanOf(j *journeys.Journey, s journeys.Source, data *signals.Data) *Plan {
	// Nobody has to type a topic.
	p := &Plan{moment: data.Column("tijdstip"), first: -1, channels: KnownChannels(j), hasTopic: !s.Has("lijst") && data.Has("onderwerp"), hasText: data.Has("tekst")}
	if columns := data.Columns(); p.moment < 0 && len(columns) > 0 {
		p.first = data.Column(columns[0])
	}
	if !j.Date.IsZero() {
		p.today = signals.DayOf(j.Date)
	}
	return p
}

// KnownChannels are the channels of the format and those that a journey adds, folded.
func KnownChannels(j *journeys.Journey) map[string]bool {
	known := map[string]bool{}
	for _, c := range journeys.Channels() {
		known[c] = true
	}
	for _, c := range j.OwnChannels {
		known[journeys.FoldSpace(c.Name)] = true
	}
	return known
}

// Counts are what one pass over the records of a source tells of its quality, whether in the period or
// not. Confidential records count: they are data too. The zero value has seen nothing.
type Counts struct {
	Records  int // read or not
	Unusable int // of the kinds that spoil counts; each record once
	// By Kind of the same name.
	NoDate, BadDate, LateDate, Unreadable, Empty, UnknownChannel, NoTopic int
	// Totals are lines under a table that add it up. With a column for the tijdstip such a line is
	// unreadable; without one it counts as a record, and is warned for.
	Totals int
	// OffScale are readable records with a score outside LowScore to HighScore: it counts in no mean.
	OffScale int
}

// LowScore and HighScore are the ends of the scale of the scores of signals.
const LowScore, HighScore = 1.0, 10.0

// Add takes over the counts of other records.
func (c *Counts) Add(o Counts) {
	c.Records += o.Records
	c.Unusable += o.Unusable
	c.NoDate += o.NoDate
	c.BadDate += o.BadDate
	c.LateDate += o.LateDate
	c.Unreadable += o.Unreadable
	c.Empty += o.Empty
	c.UnknownChannel += o.UnknownChannel
	c.NoTopic += o.NoTopic
	c.Totals += o.Totals
	c.OffScale += o.OffScale
}

// of gives the number of a kind that is counted by record.
func (c Counts) of(k Kind) int {
	switch k {
	case NoDate:
		return c.NoDate
	case BadDate:
		return c.BadDate
	case LateDate:
		return c.LateDate
	case Unreadable:
		return c.Unreadable
	case Empty:
		return c.Empty
	case UnknownChannel:
		return c.UnknownChannel
	case NoTopic:
		return c.NoTopic
	}
	return 0
}

// Counter counts records, on one goroutine.
type Counter struct {
	*Plan
	Counts
	record *signals.Record // whose marks of channels are remembered
	marks  [64]struct {
		mark    uint32
		seen    bool
		unknown bool
	}
}

// Reset empties it for other records.
func (c *Counter) Reset() { c.Counts = Counts{} }

// Visit looks at a record. It is part of the one pass that counts, so it asks for no text that is not
// needed to see that there is one.
func (c *Counter) Visit(r *signals.Record) {
	c.Records++
	if !r.Readable {
		c.Unusable++
		switch c.fault(r) {
		case NoDate:
			c.NoDate++
		case BadDate:
			c.BadDate++
		default:
			c.Unreadable++
		}
		return
	}
	if c.first >= 0 && (signals.IsTotal(r.Cell(c.first)) || signals.IsTotal(r.Topic())) {
		c.Totals++
	}
	if r.Scored && !(r.Score >= LowScore && r.Score <= HighScore) {
		c.OffScale++
	}
	usable := true
	if c.late(r) {
		c.LateDate++
		usable = false
	}
	if !c.hasTopic || !r.HasTopic() {
		if c.hasTopic {
			c.NoTopic++
		}
		if (c.hasText || c.hasTopic) && !r.HasText() {
			c.Empty++
			usable = false
		}
	}
	if !usable {
		c.Unusable++
	}
	if c.isUnknown(r) {
		c.UnknownChannel++
	}
}

// isUnknown tells whether the journey does not know the channel of a record.
func (c *Counter) isUnknown(r *signals.Record) bool {
	if r != c.record {
		c.record = r
		clear(c.marks[:])
	}
	mark := r.ChannelMark()
	known := &c.marks[mark%uint32(len(c.marks))]
	if !known.seen || known.mark != mark {
		known.mark, known.seen, known.unknown = mark, true, !c.channels[string(r.Channel())]
	}
	return known.unknown
}

// late tells whether a record is of a day after that of the journey file.
func (p *Plan) late(r *signals.Record) bool { return r.Dated && p.today > 0 && r.Day > p.today }

// fault tells why a record cannot be read.
func (p *Plan) fault(r *signals.Record) Kind {
	if p.moment < 0 {
		return Unreadable
	}
	cell := r.Cell(p.moment)
	if len(cell) == 0 {
		return NoDate
	}
	if _, ok := signals.ParseDay(cell); !ok {
		return BadDate
	}
	return Unreadable
}
