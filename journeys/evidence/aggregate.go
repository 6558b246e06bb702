package evidence

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
	"klantreis/journeys/signals"
)

// table is one source behind a connection.
type table struct {
	*binder
	index   int
	from    pushdown.From
	columns []pushdown.Column
	data    *signals.Data
	tally   *Tally
	folded  bool // its records came here
}

// connected reads a source from a connection; see pushdown.
func (b *binder) connected(i int) journeys.Problems {
	src := b.journey.Sources[i]
	t := &table{binder: b, index: i, tally: b.newTally()}
	problems, err := t.read(src, false)
	if _, whole := t.tally.topics.frequent(); err == nil && !whole {
		// As for files: the text of a topic that is told was not kept.
		t = &table{binder: b, index: i, tally: b.newTally()}
		problems, err = t.read(src, true)
	}
	if err != nil {
		problems = append(problems, connectionProblem(src, err))
	}
	if err != nil || t.data == nil {
		b.sources[i] = Source{Name: src.Name, Kind: src.Kind, Aside: b.isAside(src.Name), Missing: true}
		return problems
	}
	b.book(i, t.tally)
	if t.folded {
		b.sources[i].Quality = b.graded(src, t.tally)
	}
	problems = append(problems, t.data.Found()...)
	problems = append(problems, unreadableAway(src, b.sources[i])...)
	if b.options.Anyway {
		problems = excused(problems)
	}
	return problems
}

// read fills the tally; anew: from the first page on, whatever was kept. Without data, the problems say
// why it could not.
func (t *table) read(src journeys.Source, anew bool) (journeys.Problems, error) {
	if p := t.asks(src); p != nil {
		return p, nil
	}
	connection, err := t.options.Connector.Open(src)
	if err != nil {
		return nil, err
	}
	defer connection.Close()
	rests, before := t.restsOf(src, connection, anew)
	if t.columns, err = connection.Columns(t.from); err != nil {
		return nil, err
	}
	header := make([]string, len(t.columns))
	for k, c := range t.columns {
		header[k] = c.Name
	}
	engine, counts := connection.(pushdown.Engine)
	var failed error
	all := func(visit func([][]byte) error) error {
		failed = connection.Fetch(t.from, t.columns, visit)
		return nil
	}
	if counts {
		all = nil
	}
	format := src.Format
	if system, ok := connection.(pushdown.Known); ok && format == "" {
		format = system.Format()
	}
	data, problems := signals.OpenTable(src, format, header, all)
	if data == nil {
		return problems, nil
	}
	defer data.Close()
	t.data, t.binder.columns[t.index] = data, header
	problems = append(problems, signals.WithoutColumn(t.journey, src, data)...)
	needed := t.needed()
	for _, at := range needed {
		if at < len(t.columns) && t.columns[at].Denied {
			return nil, &pushdown.Fault{Code: "verbinding-kolomrecht", Args: []any{t.columns[at].Name}}
		}
	}
	if counts {
		found, err := t.oncePerID(engine)
		if err != nil {
			return nil, err
		}
		problems = append(problems, found...)
	}
	switch {
	case !counts:
		if rests.pages != nil && rests.pages.Resumed() {
			t.tally = before
		}
		if rests.pages != nil && countsByID(src, header, rests.pages.ID()) {
			data.Rests(func() { rests.keep(t.tally) })
		}
		if t.fold(); failed == nil {
			rests.done()
		}
	case src.Mode == "ophalen":
		var columns []pushdown.Column
		for _, at := range needed {
			columns = append(columns, t.columns[at])
		}
		data.Only(needed, func(visit func([][]byte) error) error {
			failed = engine.Fetch(t.from, columns, visit)
			return nil
		})
		t.fold()
	default:
		return problems, t.count(engine)
	}
	if doubtful, ok := connection.(pushdown.Doubtful); ok && failed == nil {
		problems = append(problems, doubtful.Doubts()...)
	}
	return problems, failed
}

// asks finds out which table or question is read.
func (t *table) asks(src journeys.Source) journeys.Problems {
	t.from = pushdown.From{Table: strings.Split(src.Table, ".")}
	if src.Table == "" {
		question, ok := pushdown.OneSelect(src.Query)
		if src.Query != "" && !ok {
			return journeys.Problems{{Pos: src.At("vraag"), Code: "vraag-geen-select", Args: []any{src.Name}}}
		}
		t.from = pushdown.From{Question: question}
	}
	return nil
}

// oncePerID has each id count once, as in a file. Looking for doubles first costs little, and there
// should be none; ids stay where they are.
func (t *table) oncePerID(engine pushdown.Engine) (journeys.Problems, error) {
	at := t.data.FieldAt("id")
	if at < 0 || t.columns[at].Denied {
		return nil, nil
	}
	keyed, twice := t.from, 0
	keyed.Key = &t.columns[at]
	err := engine.Each(pushdown.Doubles(engine.Dialect(), keyed), func(cells [][]byte) error {
		var err error
		if len(cells[1]) > 0 {
			twice, err = strconv.Atoi(string(cells[1]))
		}
		return err
	})
	if err != nil || twice == 0 {
		return nil, err
	}
	t.from = keyed
	src := t.journey.Sources[t.index]
	return journeys.Problems{{Pos: src.At("verbinding"), Severity: journeys.Warning, Code: "dubbele-ids", Args: []any{t.data.Name(), twice}}}, nil
}

// fold streams the records through the matcher, as those of a file.
func (t *table) fold() {
	t.folded = true
	plan := t.plan(t.journey.Sources[t.index].Name, t.data)
	t.data.Fold(chorusOf([]*readingPlan{plan}), func(p signals.Part, _ int) { t.tally.merge(p.(*chorus).readings[0]) })
}

// asked are the fields that records are tested for.
var asked = []string{"tijdstip", "kanaal", "onderwerp", "tekst", "aard", "cijfer", "vertrouwelijk"}

// needed lists the places of the columns that are read, ascending.
func (t *table) needed() []int {
	var all []int
	for _, field := range asked {
		all = append(all, t.data.FieldAt(field))
	}
	for _, name := range t.extra() {
		all = append(all, t.data.At(name))
	}
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(at int) bool { return at < 0 })
}

// extra names the columns that lead times and denominators take from this source.
func (t *table) extra() []string {
	name := t.journey.Sources[t.index].Name
	var all []string
	for _, l := range t.journey.LeadTimes {
		if l.Source == name {
			all = append(all, l.From, l.To)
		}
	}
	for _, s := range t.sums {
		if s.source == name {
			all = append(all, s.field)
		}
	}
	return all
}

// count lets the engine count and books its groups.
func (t *table) count(engine pushdown.Engine) error {
	src := t.journey.Sources[t.index]
	plan := pushdown.Plan{From: t.from, Period: t.journey.Period, Columns: map[string]pushdown.Column{}}
	for _, field := range asked {
		if at := t.data.FieldAt(field); at >= 0 {
			plan.Columns[field] = t.columns[at]
		}
	}
	var numbers []int32
	for k, s := range t.selectors {
		if slices.Contains(s.Sources, src.Name) {
			plan.Selectors, numbers = append(plan.Selectors, s), append(numbers, int32(k))
		}
	}
	g := groups{table: t, src: src, plan: plan, numbers: numbers, reading: t.plan(src.Name, t.data)}
	if err := g.records(engine); err != nil {
		return err
	}
	return g.cells(engine)
}

// groups books what an engine counted.
type groups struct {
	*table
	src     journeys.Source
	plan    pushdown.Plan
	numbers []int32 // of the plan's selectors among all
	reading *readingPlan
}

func (g *groups) records(engine pushdown.Engine) error {
	return engine.Each(g.plan.Groups(engine.Dialect(), MinGroup), func(cells [][]byte) error {
		group, err := g.plan.Group(cells)
		if err != nil {
			return err
		}
		if group.Topic == "" {
			g.book(group)
			return nil
		}
		counters := g.tally.counters // these records are in other groups as well
		if r, ok := g.usable(group); ok && len(g.found(group, r)) == 0 {
			g.tally.topics.add(group.Topic, group.N)
		}
		g.tally.counters = counters
		return nil
	})
}

// usable reads what a group's records have in common and tells whether they count, as
// reading.Visit does.
func (g *groups) usable(group pushdown.Group) (*signals.Record, bool) {
	_, dated := g.plan.Columns["tijdstip"]
	if group.Topic != "" && group.Day == "" {
		dated = false // of all days of the period
	}
	r := signals.Grouped(g.src, dated, []byte(group.Day), []byte(group.Channel), []byte(group.Score))
	c := &g.tally.counters
	if group.Unreadable || !r.Readable {
		c.unreadable += group.N
		return r, false
	}
	c.read += group.N
	if !r.Dated {
		c.undated += group.N
	} else if group.Outside || r.Day < g.reading.from || r.Day > g.reading.to {
		c.outsidePeriod += group.N
		return r, false
	}
	if group.Secret {
		c.confidential += group.N
		return r, false
	}
	return r, true
}

// book adds a group of records.
func (g *groups) book(group pushdown.Group) {
	r, ok := g.usable(group)
	if !ok {
		return
	}
	if r.Dated {
		day := int32(r.Day)
		g.tally.see(span{day, day})
		g.tally.looked[lookedChannel(string(r.Channel()))].add(r.Day, group.N)
	}
	found := g.found(group, r)
	if len(found) == 0 {
		g.tally.unclaimed += group.N
		return
	}
	g.tally.Claim(r.Day, r.Dated, string(r.Channel()), r.Score, r.Scored, found, group.N)
}

// found lists the selectors that a group's records answer to.
func (g *groups) found(group pushdown.Group, r *signals.Record) []int32 {
	var found []int32
	for _, i := range group.Hits {
		s := g.plan.Selectors[i]
		if channel := journeys.FoldSpace(s.Channel); (channel == "" || channel == string(r.Channel())) && r.InRange(s.Score) {
			found = append(found, g.numbers[i])
		}
	}
	return found
}

// cells books lead times and denominators from the days and numbers that occur.
func (g *groups) cells(engine pushdown.Engine) error {
	ask := func(as pushdown.Form, book func(r *signals.Record, usable bool, group pushdown.Group, values [][]byte), names ...string) error {
		var columns []pushdown.Column
		for _, n := range names {
			columns = append(columns, g.table.columns[g.data.At(n)])
		}
		counters := g.tally.counters // the records have been counted
		defer func() { g.tally.counters = counters }()
		return engine.Each(g.plan.Cells(engine.Dialect(), columns, as), func(cells [][]byte) error {
			group, err := g.plan.Cell(cells)
			if err != nil {
				return err
			}
			r, usable := g.usable(group)
			book(r, usable, group, cells[2:2+len(names)])
			return nil
		})
	}
	for _, c := range g.reading.cases {
		l := g.journey.LeadTimes[c.index]
		tally := &g.tally.cases[c.index]
		err := ask(pushdown.Moments, func(r *signals.Record, usable bool, group pushdown.Group, values [][]byte) {
			var one caseReading
			if !usable {
				return
			}
			if span, ok := one.spanOf(g.reading, values[0], values[1], r.Dated); ok {
				tally.add(caseKind{span, unknown, unknown}, group.N)
			}
			tally.invalid += one.invalid * group.N
			tally.coarse = true // channels and topics stay with the engine
		}, l.From, l.To)
		if err != nil {
			return err
		}
	}
	for _, sum := range g.reading.sums {
		as := pushdown.Amounts
		if sum.records {
			as = pushdown.Presence
		}
		// Groups come in no order, and fractions add up differently in another one.
		times := map[amount]int{}
		err := ask(as, func(r *signals.Record, usable bool, group pushdown.Group, values [][]byte) {
			around := r.Readable && !group.Secret && r.Dated && r.Day >= g.reading.aroundFrom && r.Day <= g.reading.aroundTo
			if v, ok := parseAmount(values[0]); ok && (usable || around) {
				times[amount{value: v, day: int32(r.Day), dated: r.Dated, inside: usable}] += group.N
			}
		}, g.sums[sum.index].field)
		if err != nil {
			return err
		}
		for _, a := range slices.SortedFunc(maps.Keys(times), amount.compare) {
			n := times[a]
			a.value *= float64(n)
			g.tally.sums[sum.index].add(a)
		}
	}
	return nil
}
