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
type Group struct {
	Day        string // text that journeys.ParseTime reads; empty for a record that cannot be read
	Unreadable bool
	Outside    bool // of the period; where the day is a text, Day decides
	Secret     bool
	Hits       []int // indices into the plan's Selectors
	Channel    string
	Score      string
	N          int
	Claim      string // what decides which selectors answer; the same for groups that differ in day only
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

// Groups asks for all records, in groups. Texts are only looked at where they count.
func (p Plan) Groups(d Dialect) Statement {
	b := p.builder(d)
	day := b.When(b.is("kr_stand", "x"), b.value(""), "kr_dag") + " AS kr_d"
	last := b.layer(b.found(), append([]string{"kr_stand", "kr_raak", day}, b.ofClaimed()...))
	return Statement{"SELECT kr_d, kr_stand, kr_raak, kr_k, kr_c, " + b.Count() + " FROM " + last + " AS kr GROUP BY kr_d, kr_stand, kr_raak, kr_k, kr_c", b.args}
}

// Group reads a row of Groups.
func (p Plan) Group(cells [][]byte) (Group, error) {
	g, err := standing(cells[0], cells[1], cells[5])
	g.Channel, g.Score = string(cells[3]), string(cells[4])
	g.Claim = string(cells[2]) + "\n" + g.Score + "\n" + g.Channel
	for i, hit := range cells[2] {
		if hit == '1' {
			g.Hits = append(g.Hits, i)
		}
	}
	return g, err
}

// Cell reads day, standing and number of a row of Cells.
func (p Plan) Cell(cells [][]byte) (Group, error) {
	return standing(cells[0], cells[1], cells[len(cells)-1])
}

func standing(day, stand, number []byte) (Group, error) {
	n, err := strconv.Atoi(string(number))
	g := Group{Day: string(day), Unreadable: string(stand) == "x", Outside: string(stand) == "o", Secret: string(stand) == "s", N: n}
	return g, err
}

// ofClaimed is the channel and score of a record that a selector may answer to; of others nobody
// asks.
func (b *builder) ofClaimed() []string {
	claimed := b.Matches("kr_raak", b.value("1"))
	return []string{b.When(claimed, b.channel(), b.value("")) + " AS kr_k", b.When(claimed, "kr_cijfer", b.value("")) + " AS kr_c"}
}

// HasTopics tells whether Topics can be asked.
func (p Plan) HasTopics() bool { _, ok := p.Columns["onderwerp"]; return ok }

// ByText tells whether days are texts, so that only their reader knows which are in the period.
func (p Plan) ByText() bool { c, ok := p.Columns["tijdstip"]; return ok && c.Type == Text }

// Topics asks for the topics of the records that no selector answers to, which are those with one
// of the claims: the folded topic, its last form in the order of bytes, and the number of
// records, of at least `least`. Days are those in the period, and only needed when ByText.
func (p Plan) Topics(d Dialect, least int, days, claims []string) Statement {
	b := p.builder(d)
	where := b.is("kr_stand", "i") + " AND " + b.OneOf("kr_claim", claims, &b.args)
	if p.ByText() {
		where += " AND " + b.OneOf("kr_dag", days, &b.args)
	}
	claim := b.Concat([]string{"kr_raak", b.value("\n"), "kr_c", b.value("\n"), "kr_k"})
	groups := b.layer(b.found(), append([]string{"kr_stand", "kr_raak", "kr_dag", "kr_thema", "kr_onderwerp"}, b.ofClaimed()...))
	last := b.layer(groups, []string{"kr_stand", "kr_dag", "kr_thema", claim + " AS kr_claim", b.oneSpace("kr_onderwerp") + " AS kr_vorm"})
	return Statement{"SELECT kr_thema, " + b.Last("kr_vorm") + ", " + b.Count() + " FROM " + last + " AS kr WHERE " + where +
		" GROUP BY kr_thema HAVING " + b.Count() + " >= " + strconv.Itoa(least), b.args}
}

// Cells asks how often some values of other columns occur among the records, with day and standing
// as in a Group. Moments become days; what is not a moment or a number becomes a question mark.
func (p Plan) Cells(d Dialect, columns []Column, numbers bool) Statement {
	b := p.builder(d)
	names := []string{"kr_dag", "kr_stand"}
	raw := []string{}
	for i, c := range columns {
		name := "kr_w" + strconv.Itoa(i)
		raw = append(raw, b.moment(c)+" AS "+name)
		if numbers {
			raw[i] = b.trimmed(b.Cast(b.Name(c.Name), c.Type)) + " AS " + name
		}
	}
	standing := b.standing(raw)
	for i, c := range columns {
		name := "kr_w" + strconv.Itoa(i)
		switch {
		case numbers:
			names = append(names, b.When(b.Matches(name, b.value(number)), name, b.value(""))+" AS "+name+"k")
		case c.Type == Text:
			names = append(names, b.dayOf(name)+" AS "+name+"k")
		default:
			names = append(names, name+" AS "+name+"k")
		}
	}
	last := b.layer(standing, names)
	keys := "kr_dag, kr_stand"
	for i := range columns {
		keys += ", kr_w" + strconv.Itoa(i) + "k"
	}
	return Statement{"SELECT " + keys + ", " + b.Count() + " FROM " + last + " AS kr GROUP BY " + keys, b.args}
}

// Fetch asks for columns as they are, of every record. The first cell of each row is an r, which
// tells it from the text of an error in the middle of a stream.
func Fetch(d Dialect, f From, columns []Column) Statement {
	b := Plan{From: f}.builder(d)
	all := []string{b.value("r") + " AS kr_r"}
	for i, c := range columns {
		all = append(all, b.Cast(b.Name(c.Name), c.Type)+" AS kr_"+strconv.Itoa(i))
	}
	return Statement{"SELECT " + strings.Join(all, ", ") + " FROM " + b.from(), b.args}
}

func (b *builder) layer(from string, columns []string) string {
	return "(SELECT " + strings.Join(columns, ", ") + " FROM " + from + " AS kr" + b.Fence() + ")"
}

// from is the table or question. The line end after a question ends a comment in it.
func (b *builder) from() string { return b.plan.From.sql(b.Dialect) }

func (f From) sql(d Dialect) string {
	if f.Question != "" {
		return "(" + f.Question + "\n) AS kr_bron"
	}
	quoted := make([]string, len(f.Table))
	for i, part := range f.Table {
		quoted[i] = d.Name(part)
	}
	return strings.Join(quoted, ".")
}

// Probe asks for the columns and no rows.
func (f From) Probe(d Dialect) string { return "SELECT * FROM " + f.sql(d) + " LIMIT 0" }

func (b *builder) is(text, value string) string { return text + " = " + b.value(value) }

func (b *builder) trimmed(text string) string {
	space := "[" + b.alphabet.space + "]+"
	return b.Replace(text, b.value("^"+space+"|"+space+"$"), b.value(""))
}

func (b *builder) oneSpace(text string) string {
	return b.Replace(b.Replace(text, b.value("["+b.alphabet.space+"]+"), b.value(" ")), b.value("^ | $"), b.value(""))
}

// field is a column as text, empty when the source has none.
func (b *builder) field(name string) string {
	c, ok := b.plan.Columns[name]
	if !ok {
		return b.value("")
	}
	return b.Cast(b.Name(c.Name), c.Type)
}

// number is journeys.ParseNumber's form, which also bounds the length.
const number = `^([+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+))$`

// standing is the records with their day, and what keeps them from counting: x unreadable,
// o outside the period, s confidential, i none of these.
func (b *builder) standing(extra []string) string {
	raw := []string{b.field("tekst") + " AS kr_tekst", b.field("onderwerp") + " AS kr_onderwerp", b.field("aard") + " AS kr_aard",
		b.trimmed(b.field("kanaal")) + " AS kr_kanaal", b.trimmed(b.field("cijfer")) + " AS kr_cijfer", b.field("vertrouwelijk") + " AS kr_geheim"}
	time, dated := b.plan.Columns["tijdstip"]
	if dated {
		raw = append(raw, b.moment(time)+" AS kr_tijd")
	} else {
		raw = append(raw, b.value(undated)+" AS kr_tijd")
	}
	all := b.layerOf(b.from(), append(raw, extra...))

	day := "kr_tijd"
	if dated && time.Type == Text {
		day = b.dayOf("kr_tijd")
	}
	columns := []string{"kr_tekst", "kr_onderwerp", "kr_aard", "kr_kanaal", "kr_cijfer", "kr_geheim", day + " AS kr_dag"}
	for i := range extra {
		columns = append(columns, "kr_w"+strconv.Itoa(i))
	}
	dayed := b.layer(all, columns)

	badScore := "(NOT " + b.is("kr_cijfer", "") + " AND (NOT " + b.Matches("kr_cijfer", b.value(number)) + " OR " + b.Matches("kr_cijfer", b.value("^.{31}")) + "))"
	bad := badScore
	if dated {
		bad = "(" + b.is("kr_dag", "") + " OR " + b.is("kr_dag", "?") + " OR " + badScore + ")"
	}
	rest := b.When(b.Matches("kr_geheim", b.value(b.alphabet.whole(yes))), b.value("s"), b.value("i"))
	if dated && time.Type != Text {
		if from := b.plan.Period.From; !from.IsZero() {
			rest = b.When(b.AtLeast("kr_dag", b.value(from.String())), rest, b.value("o"))
		}
		if to := b.plan.Period.To; !to.IsZero() {
			rest = b.When(b.AtLeast("kr_dag", b.value(to.AddDays(1).String())), b.value("o"), rest)
		}
	}
	columns[5] = b.When(bad, b.value("x"), rest) + " AS kr_stand"
	columns[6] = "kr_dag"
	return b.layer(dayed, columns)
}

// yes is how a record says that it is confidential; see signals.
var yes = []string{"ja", "true", "1", "j", "waar", "yes", "y"}

// layerOf is a first layer, whose source has a name already.
func (b *builder) layerOf(from string, columns []string) string {
	return "(SELECT " + strings.Join(columns, ", ") + " FROM " + from + b.Fence() + ")"
}

// found is standing with the selectors that may answer, a 0 or 1 for each.
func (b *builder) found() string {
	var words []Word
	topics := false
	natures := false
	for _, s := range b.plan.Selectors {
		words = append(append(words, Words(s.Words)...), Words(s.Without)...)
		topics = topics || s.Topic != ""
		natures = natures || s.Nature != ""
	}
	in := b.is("kr_stand", "i")
	keep := []string{"kr_stand", "kr_dag", "kr_kanaal", "kr_cijfer", "kr_onderwerp"}
	candidate := b.value("")
	if len(words) > 0 {
		promising := in
		if !b.FoldsFirst() {
			promising = "(" + in + " AND " + b.Matches("kr_tekst", b.value(b.alphabet.candidate(words))) + ")"
		}
		candidate = b.When(promising, "kr_tekst", b.value(""))
	}
	nature := b.value("")
	if natures {
		nature = b.foldSpace("kr_aard", b.alphabet.folding)
	}
	topic := b.value("")
	if topics || b.plan.HasTopics() {
		topic = b.When(in, "kr_onderwerp", b.value(""))
	}
	texts := b.layer(b.standing(nil), append(keep, candidate+" AS kr_kandidaat", nature+" AS kr_aard2", topic+" AS kr_onderwerp2"))
	if topics || b.plan.HasTopics() {
		topic = b.foldSpace("kr_onderwerp2", b.alphabet.folding)
	}
	folded := b.layer(texts, append(keep, "kr_kandidaat", "kr_aard2", topic+" AS kr_thema",
		b.When("NOT "+b.is("kr_kandidaat", ""), b.Fold("kr_kandidaat", b.alphabet.foldingOf(words), b.value), b.value(""))+" AS kr_plat"))
	promising := "NOT " + b.is("kr_plat", "")
	if b.FoldsFirst() && len(words) > 0 {
		var values []string
		for _, core := range cores(words) {
			values = append(values, b.value(core))
		}
		promising = b.ContainsAny("kr_plat", values)
	}
	marked := b.Replace("kr_plat", b.value(mark), b.value(nothing))
	marked = b.Replace(marked, b.value("["+b.alphabet.space+"]+"), b.value(" "))
	marked = b.Replace(marked, b.value("(["+b.alphabet.word+"]+)"), b.value(mark+`\1`+mark))
	worded := b.layer(folded, append(keep, "kr_aard2", "kr_thema", b.When(promising, marked, b.value(""))+" AS kr_woorden"))

	var hits []string
	for _, s := range b.plan.Selectors {
		hits = append(hits, b.When(b.answers(s, in), b.value("1"), b.value("0")))
	}
	if len(hits) == 0 {
		hits = []string{b.value("0")}
	}
	return b.layer(worded, append(keep, "kr_thema", b.Concat(hits)+" AS kr_raak"))
}

func (b *builder) foldSpace(text string, f Folding) string {
	return b.oneSpace(b.Fold(text, f, b.value))
}

// answers is whether a record answers to a selector, but for its channel and score.
func (b *builder) answers(s *journeys.Selector, in string) string {
	all := []string{in}
	if topic := journeys.FoldSpace(s.Topic); topic != "" {
		all = append(all, b.is("kr_thema", topic))
	}
	if nature := journeys.FoldSpace(s.Nature); nature != "" {
		all = append(all, b.is("kr_aard2", nature))
	}
	contains := func(words []Word) string {
		values := make([]string, len(words))
		for i, w := range words {
			values[i] = b.value(w.marked())
		}
		return b.ContainsAny("kr_woorden", values)
	}
	if words := Words(s.Words); len(words) > 0 {
		all = append(all, contains(words))
	}
	if without := Words(s.Without); len(without) > 0 {
		all = append(all, "NOT "+contains(without))
	}
	return "(" + strings.Join(all, " AND ") + ")"
}

// channel is the channel of a record, or an at-sign where it could point at a person and no
// selector asks for such a channel: numbers and addresses stay where they are.
func (b *builder) channel() string {
	personal := "@|[0-9][^0-9]*[0-9][^0-9]*[0-9][^0-9]*[0-9][^0-9]*[0-9]"
	if slices.ContainsFunc(b.plan.Selectors, func(s *journeys.Selector) bool {
		return strings.Count(s.Channel, "@") > 0 || strings.ContainsAny(s.Channel, "0123456789")
	}) {
		return "kr_kanaal"
	}
	return b.When(b.Matches("kr_kanaal", b.value(personal)), b.value("@"), "kr_kanaal")
}
