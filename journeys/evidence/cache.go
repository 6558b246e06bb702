package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"runtime/debug"
	"slices"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/quality"
	"klantreis/journeys/signals"
)

// Cache keeps what was counted of a file between runs: counts and sums, and no text but names of
// columns, publishable names of channels, and topics of at least MinGroup records. Neither ids nor
// sums of them are kept. The zero value keeps nothing.
type Cache struct {
	Load    func(key string) []byte // nil when there is nothing
	Save    func(key string, entry []byte)
	Salt    []byte    // of this cache, secret: stands between a topic and its sum
	Started time.Time // when this run began
}

// counted is what the tally of a file depends on, apart from what is in the file.
type counted struct {
	Rules              string
	File, Kind, Format string
	Columns            [][2]string
	From, To           string
	Date               string // of the journey file, and the channels that it knows: see quality
	Channels           []string
	Selectors          []countedSelector
	LeadTimes          []countedCases
	Sums               []string
	Asked              []int // of a later file: which lead times and sums the first file has columns for
}

type countedSelector struct {
	Step                   int // from 0, of those that the source serves
	Topic, Channel, Nature string
	Words, Without         []string
	Scored                 bool
	From, To               *float64
}

type countedCases struct{ From, To string }

// keeper is the cache as one source sees it.
type keeper struct {
	*binder
	Cache
	places numbers
	base   counted
	known  map[string]*Tally // recalled in this run, by file
	plan   *readingPlan      // nil while the first file is opened
}

// numbers are the places in a Tally that one source fills.
type numbers struct{ selectors, steps, cases, sums []int }

func (b *binder) numbersOf(source string) numbers {
	var n numbers
	for i, sel := range b.selectors {
		if slices.Contains(sel.Sources, source) {
			n.selectors = append(n.selectors, i)
			if step := b.stepOf[i]; !slices.Contains(n.steps, step) {
				n.steps = append(n.steps, step)
			}
		}
	}
	for i, l := range b.journey.LeadTimes {
		if l.Source == source {
			n.cases = append(n.cases, i)
		}
	}
	for i, s := range b.sums {
		if s.source == source {
			n.sums = append(n.sums, i)
		}
	}
	return n
}

func (b *binder) keeperOf(src journeys.Source) *keeper {
	k := &keeper{binder: b, Cache: b.options.Cache, places: b.numbersOf(src.Name), known: map[string]*Tally{}}
	if k.Load == nil {
		return k
	}
	k.base = counted{Rules: b.rules(), Kind: src.Kind, Format: src.Format, From: b.journey.Period.From.String(), To: b.journey.Period.To.String(), Date: b.journey.Date.String()}
	for _, c := range b.journey.OwnChannels {
		k.base.Channels = append(k.base.Channels, c.Name)
	}
	for _, c := range src.Columns {
		k.base.Columns = append(k.base.Columns, [2]string{c.Field, c.Header})
	}
	for _, i := range k.places.selectors {
		sel := b.selectors[i]
		c := countedSelector{Step: slices.Index(k.places.steps, b.stepOf[i]), Topic: sel.Topic, Channel: sel.Channel, Nature: sel.Nature, Words: sel.Words, Without: sel.Without}
		if sel.Score != nil {
			c.Scored, c.From, c.To = true, sel.Score.From, sel.Score.To
		}
		k.base.Selectors = append(k.base.Selectors, c)
	}
	for _, i := range k.places.cases {
		l := b.journey.LeadTimes[i]
		k.base.LeadTimes = append(k.base.LeadTimes, countedCases{l.From, l.To})
	}
	for _, i := range k.places.sums {
		k.base.Sums = append(k.base.Sums, b.sums[i].field)
	}
	return k
}

// key names the entry of a file. A number that cannot be written gives no key; such a selector
// finds nothing anyway.
func (k *keeper) key(file string) string {
	c := k.base
	c.File = file
	if k.plan != nil {
		for _, cases := range k.plan.cases {
			c.Asked = append(c.Asked, cases.index)
		}
		for _, sum := range k.plan.sums {
			c.Asked = append(c.Asked, -1-sum.index)
		}
	}
	text, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// memory is how signals asks for what was kept.
func (k *keeper) memory(recall bool) signals.Memory {
	if k.Load == nil {
		return signals.Memory{}
	}
	return signals.Memory{Started: k.Started, Recall: func(name string, _ bool) *signals.Kept {
		if !recall {
			return nil
		}
		kept, tally, ok := decodeEntry(k.Load(k.key(name)))
		if !ok {
			return nil
		}
		t, ok := tally.restore(k.newTally(), k.places)
		if !ok {
			return nil
		}
		k.known[name] = t
		return kept
	}}
}

// rules tells the versions of all that counts: our own source, the libraries and the compiler.
func (b *binder) rules() string {
	if b.rulesSum != "" {
		return b.rulesSum
	}
	sum := sha256.New()
	for _, source := range []fs.FS{journeys.Rules, signals.Rules, quality.Rules, Rules} {
		fs.WalkDir(source, ".", func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				content, _ := fs.ReadFile(source, path)
				sum.Write(content)
			}
			return err
		})
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		sum.Write([]byte(info.GoVersion))
		for _, m := range info.Deps {
			sum.Write([]byte(m.Path + m.Version + m.Sum))
		}
	}
	b.rulesSum = hex.EncodeToString(sum.Sum(nil))
	return b.rulesSum
}
