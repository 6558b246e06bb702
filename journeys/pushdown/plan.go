package pushdown

import (
	"slices"
	"strconv"
	"strings"

	"klantreis/journeys"
)

// Word is a word or phrase to find: folded, white space as single spaces. A prefix may go on.
type Word struct {
	Text   string
	Prefix bool
}

// Words reads words as a selector has them; a star at the end makes a prefix.
func Words(typed []string) []Word {
	var all []Word
	for _, t := range typed {
		body, prefix := strings.CutSuffix(strings.TrimSpace(t), "*")
		if text := journeys.FoldSpace(body); text != "" {
			all = append(all, Word{text, prefix})
		}
	}
	return all
}

// Plan is what must be asked about one source.
type Plan struct {
	From      From
	Columns   map[string]Column // field of a signal → its column
	Period    journeys.Period
	Selectors []*journeys.Selector // those that draw on the source
}

// undated is the day of a record whose source has no moments.
const undated = "-"

// Group is a number of records that nothing distinguishes: the same day, channel, score and
// selectors that may answer. Selectors were tested on words, topic and nature; whoever reads the
// group still tests channel and score.
//
// A Group with a Topic counts records that are in other groups as well: those of that topic.
type Group struct {
	Day        string // text that journeys.ParseTime reads; empty for a record that cannot be read, and of a topic whose groups lie in the period
	Unreadable bool
	Outside    bool // of the period; where the day is a text, Day decides
	Secret     bool
	Hits       []int // indices into the plan's Selectors
	Channel    string
	Score      string
	Topic      string // the last of its spellings in the order of bytes
	N          int
}

// builder writes one statement.
type builder struct {
	Dialect
	alphabet alphabet
	plan     Plan
	args     []any
}

func (p Plan) builder(d Dialect) *builder {
	return &builder{Dialect: d, alphabet: letters(), plan: p}
}

func (b *builder) value(text string) string { return b.Value(text, &b.args) }

// HasTopics tells whether Groups counts topics.
func (p Plan) HasTopics() bool { _, ok := p.Columns["onderwerp"]; return ok }

// byText tells whether days are texts, so that only their reader knows which are in the period.
func (p Plan) byText() bool { c, ok := p.Columns["tijdstip"]; return ok && c.Type == Text }

// Groups asks for all records, in groups, and for the topics that occur at least so many times
// among those in use. Texts are looked at once, and only where they count.
func (p Plan) Groups(d Dialect, least int) Statement {
	b := p.builder(d)
	claimed := b.Holds("kr_raak", b.value("1"))
	// Of records that no selector answers to, nobody asks for channel and score.
	keys := append(same("kr_stand", "kr_raak"), column{b.When(b.is("kr_stand", "x"), b.value(""), "kr_dag"), "kr_d"},
		column{b.When(claimed, b.channel(), b.value("")), "kr_k"}, column{b.When(claimed, b.field("cijfer"), b.value("")), "kr_c"})
	const all = "kr_d, kr_stand, kr_raak, kr_k, kr_c"
	if !p.HasTopics() {
		return Statement{"SELECT 'g', " + all + ", '', " + b.Count() + " FROM " + b.layer(b.found(), keys) + " AS kr GROUP BY " + all, b.args}
	}
	free := b.is("kr_stand", "i")
	if !b.conditional() {
		free = "(" + free + " AND NOT " + claimed + ")"
	}
	records := b.layer(b.found(), append(keys, column{b.When(free, "kr_onderwerp", b.value("")), "kr_o"}))
	// From here on there are as many rows as groups, so that a topic may take its time.
	groups := "(SELECT " + all + ", kr_o, " + b.Count() + " AS kr_n FROM " + records + " AS kr GROUP BY " + all + ", kr_o)"
	// Each row counts for its group, and those of frequent topics once more for those.
	topic := b.is("kr_soort", "t")
	day := "kr_d"
	if !p.byText() {
		day = b.When(topic, b.value(""), "kr_d")
	}
	twice := b.layer(b.Twice(groups, b.foldSpace("kr_o"), b.oneSpace("kr_o")), append(same("kr_soort", "kr_stand", "kr_raak", "kr_k", "kr_c", "kr_n", "kr_totaal"), column{day, "kr_d2"},
		column{b.When(topic, "kr_thema", b.value("")), "kr_t"}, column{b.When(topic, "kr_vorm", b.value("")), "kr_v"}))
	last := strings.Replace(all, "kr_d", "kr_d2", 1)
	return Statement{"SELECT kr_soort, " + last + ", " + b.Last("kr_v") + ", sum(kr_n) FROM " + twice + " AS kr WHERE NOT " + topic +
		" OR NOT " + b.is("kr_t", "") + " AND kr_totaal >= " + strconv.Itoa(least) + " GROUP BY kr_soort, " + last + ", kr_t", b.args}
}

// Group reads a row of Groups.
func (p Plan) Group(cells [][]byte) (Group, error) {
	g, err := standingOf(cells[1], cells[2], cells[7])
	g.Channel, g.Score, g.Topic = string(cells[4]), string(cells[5]), string(cells[6])
	for i, hit := range cells[3] {
		if hit == '1' {
			g.Hits = append(g.Hits, i)
		}
	}
	return g, err
}

// conditional tells whether a record that a selector may answer to can be free after all.
func (b *builder) conditional() bool {
	return slices.ContainsFunc(b.plan.Selectors, func(s *journeys.Selector) bool { return s.Channel != "" || s.Score != nil })
}

// Cells asks how often some values of other columns occur among the records, with day and standing
// as in a Group. Moments become days; what is not a moment or a number becomes a question mark.
func (p Plan) Cells(d Dialect, columns []Column, numbers bool) Statement {
	b := p.builder(d)
	var raw []column
	keys := "kr_dag, kr_stand"
	for i, c := range columns {
		text := b.moment(c)
		if numbers {
			text = b.trimmed(b.Cast(b.Name(c.Name), c.Type))
		}
		raw = append(raw, column{text, "kr_w" + strconv.Itoa(i)})
		keys += ", kr_w" + strconv.Itoa(i) + "k"
	}
	standing := b.standing(raw)
	last := same("kr_dag", "kr_stand")
	for i, c := range columns {
		text := raw[i].name
		switch {
		case numbers:
			text = b.When(b.Matches(text, b.value(number)), text, b.value(""))
		case c.Type == Text:
			text = b.dayOf(text)
		}
		last = append(last, column{text, raw[i].name + "k"})
	}
	return Statement{"SELECT " + keys + ", " + b.Count() + " FROM " + b.layer(standing, last) + " AS kr GROUP BY " + keys, b.args}
}

// Cell reads day, standing and number of a row of Cells.
func (p Plan) Cell(cells [][]byte) (Group, error) {
	return standingOf(cells[0], cells[1], cells[len(cells)-1])
}

func standingOf(day, stand, number []byte) (Group, error) {
	n, err := strconv.Atoi(string(number))
	g := Group{Day: string(day), Unreadable: string(stand) == "x", Outside: string(stand) == "o", Secret: string(stand) == "s", N: n}
	return g, err
}
