package pushdown

import (
	"slices"
	"strings"

	"klantreis/journeys"
)

// column is an expression with a name. All our names begin with kr_.
type column struct{ sql, name string }

// same passes columns of a layer on to the next.
func same(names ...string) []column {
	var all []column
	for _, n := range names {
		all = append(all, column{n, n})
	}
	return all
}

// layer is a subquery over another one, of which each expression is reckoned once.
func (b *builder) layer(from string, columns []column) string {
	return b.subquery(from+" AS kr", columns)
}

func (b *builder) subquery(from string, columns []column) string {
	var all []string
	for _, c := range columns {
		if c.sql == c.name {
			all = append(all, c.name)
		} else {
			all = append(all, c.sql+" AS "+c.name)
		}
	}
	return "(SELECT " + strings.Join(all, ", ") + " FROM " + from + b.Fence() + ")"
}

func (b *builder) is(text, value string) string { return text + " = " + b.value(value) }

// trimmed is a text without white space around it.
func (b *builder) trimmed(text string) string { return b.Trim(text, b.alphabet, b.value) }

// singleSpaces is a text with single spaces for white space. Nearly all texts have those already,
// and a pattern that finds nothing is quick.
func (b *builder) singleSpaces(text string) string {
	space := "[" + b.alphabet.space + "]"
	odd := "[" + strings.ReplaceAll(b.alphabet.space, " ", "") + "]"
	return b.Replace(text, b.value("( "+space+"|"+odd+")"+space+"*"), b.value(" "))
}

// oneSpace is a text with single spaces for white space, and none around it.
func (b *builder) oneSpace(text string) string { return b.singleSpaces(b.trimmed(text)) }

func (b *builder) foldSpace(text string) string {
	return b.oneSpace(b.FoldShort(text, b.alphabet.folding, b.value))
}

// has tells whether the source has a column for a field.
func (b *builder) has(field string) bool { _, ok := b.plan.Columns[field]; return ok }

// field is the column of a layer that holds a field, or an empty text when the source has none.
func (b *builder) field(name string) string {
	if !b.has(name) {
		return b.value("")
	}
	return "kr_" + name
}

// number is journeys.ParseNumber's form, which also bounds the length.
const number = `^([+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+))$`

// amount is number, or one with points between its thousands.
const amount = `^([+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)|[1-9][0-9]?[0-9]?([.][0-9][0-9][0-9])+(,[0-9]+)?)$`

// standing is the records with their day (kr_dag) and what keeps them from counting (kr_stand): x
// unreadable, o outside the period, s confidential, p both, i none of these. It passes on the fields that
// it is asked for, and extra columns of the source.
func (b *builder) standing(extra []column, fields ...string) string {
	p := b.plan
	raw, pass := slices.Clone(extra), []string{}
	for _, c := range extra {
		pass = append(pass, c.name)
	}
	for _, field := range append(fields, "cijfer", "vertrouwelijk") {
		c, ok := p.Columns[field]
		name := "kr_" + field
		if !ok || slices.Contains(pass, name) {
			continue
		}
		text := b.Cast(b.Name(c.Name), c.Type)
		if field == "cijfer" {
			text = b.trimmed(text)
		}
		raw, pass = append(raw, column{text, name}), append(pass, name)
	}
	dayed := same(pass...)
	time, dated := p.Columns["tijdstip"]
	switch {
	case !dated:
		dayed = append(dayed, column{b.value(undated), "kr_dag"})
	case time.Type == Text:
		raw = append(raw, column{b.moment(time), "kr_tijd"})
		dayed = append(dayed, column{b.dayOf("kr_tijd"), "kr_dag"})
	default:
		raw = append(raw, column{b.moment(time), "kr_dag"})
		dayed = append(dayed, same("kr_dag")...)
	}
	if len(raw) == 0 {
		raw = []column{{b.value(""), "kr_leeg"}}
	}
	return b.layer(b.layer(b.source(raw), dayed), append(same(append(pass, "kr_dag")...), column{b.stand(), "kr_stand"}))
}

func (b *builder) stand() string {
	time, dated := b.plan.Columns["tijdstip"]
	var bad []string
	if dated {
		bad = append(bad, b.is("kr_dag", ""), b.is("kr_dag", "?"))
	}
	if b.has("cijfer") {
		bad = append(bad, "(NOT "+b.is("kr_cijfer", "")+" AND (NOT "+b.Matches("kr_cijfer", b.value(number))+" OR "+b.Matches("kr_cijfer", b.value("^.{31}"))+"))")
	}
	// A value that is not used would be a parameter without a type.
	secret := func() string { return b.Matches("kr_vertrouwelijk", b.value(b.alphabet.whole(yes))) }
	stand := b.value("i")
	if b.has("vertrouwelijk") {
		stand = b.When(secret(), b.value("s"), stand)
	}
	outside := func() string {
		if !b.has("vertrouwelijk") {
			return b.value("o")
		}
		return b.When(secret(), b.value("p"), b.value("o"))
	}
	if dated && time.Type != Text {
		if from := b.plan.Period.From; !from.IsZero() {
			stand = b.When(b.AtLeast("kr_dag", b.value(from.String())), stand, outside())
		}
		if to := b.plan.Period.To; !to.IsZero() {
			stand = b.When(b.AtLeast("kr_dag", b.value(to.AddDays(1).String())), outside(), stand)
		}
	}
	if len(bad) > 0 {
		stand = b.When(strings.Join(bad, " OR "), b.value("x"), stand)
	}
	return stand
}

// yes is how a record says that it is confidential; see signals.
var yes = []string{"ja", "true", "1", "j", "waar", "yes", "y"}

// found is standing with the selectors that may answer, a 0 or 1 for each, in kr_raak.
func (b *builder) found() string {
	var words []Word
	uses := map[string]bool{}
	for _, s := range b.plan.Selectors {
		words = append(append(words, Words(s.Words)...), Words(s.Without)...)
		uses["onderwerp"] = uses["onderwerp"] || s.Topic != ""
		uses["aard"] = uses["aard"] || s.Nature != ""
	}
	from := b.standing(nil, "tekst", "aard", "kanaal", "onderwerp")
	in := b.is("kr_stand", "i")
	keep := []string{"kr_stand", "kr_dag"}
	for _, field := range []string{"kanaal", "cijfer", "onderwerp"} {
		if b.has(field) {
			keep = append(keep, "kr_"+field)
		}
	}
	// The folded forms that selectors compare with; nothing where the source lacks the column.
	columns, compared := same(keep...), map[string]string{}
	for _, field := range []string{"onderwerp", "aard"} {
		compared[field] = b.value("")
		if uses[field] && b.has(field) {
			compared[field] = "kr_" + field + "p"
			columns = append(columns, column{b.foldSpace(b.When(in, "kr_"+field, b.value(""))), compared[field]})
			keep = append(keep, compared[field])
		}
	}
	if len(words) == 0 || !b.has("tekst") {
		return b.layer(b.layer(from, columns), append(same(keep...), column{b.hits(in, compared, b.value("")), "kr_raak"}))
	}
	candidate := in
	if b.Sifts() {
		candidate = "(" + in + " AND " + b.Matches("kr_tekst", b.value(b.alphabet.candidate(words))) + ")"
	}
	from = b.layer(from, append(columns, column{b.When(candidate, "kr_tekst", b.value("")), "kr_ruw"}))
	for _, step := range b.Plain(words, b.alphabet, b.value) {
		from = b.layer(from, append(same(keep...), step...))
	}
	marked := b.marked("kr_plat")
	if !b.Sifts() {
		marked = b.When(b.promising(words), marked, b.value(""))
	}
	from = b.layer(from, append(same(keep...), column{marked, "kr_woorden"}))
	return b.layer(from, append(same(keep...), column{b.hits(in, compared, "kr_woorden"), "kr_raak"}))
}

// hits is a 0 or 1 for each selector; a single 0 when there is none.
func (b *builder) hits(in string, compared map[string]string, text string) string {
	if len(b.plan.Selectors) == 0 {
		return b.value("0")
	}
	var hits []string
	wordless := false
	for _, s := range b.plan.Selectors {
		hits = append(hits, b.When(b.answers(s, in, compared, text), b.value("1"), b.value("0")))
		wordless = wordless || len(Words(s.Words)) == 0
	}
	if wordless {
		return b.Concat(hits)
	}
	return b.When(b.is(text, ""), b.value(strings.Repeat("0", len(hits))), b.Concat(hits))
}

// promising is whether a folded text may hold one of the words.
func (b *builder) promising(words []Word) string {
	var values []string
	for _, core := range cores(words) {
		values = append(values, b.value(core))
	}
	return b.ContainsAny("kr_plat", values)
}

// marked puts the words of a folded text between marks.
func (b *builder) marked(text string) string {
	text = b.singleSpaces(b.Swap(text, b.value(mark), b.value(nothing)))
	return b.Replace(text, b.value("(["+b.alphabet.word+"]+)"), b.value(mark+`\1`+mark))
}

// answers is whether a record answers to a selector, but for its channel and score.
func (b *builder) answers(s *journeys.Selector, in string, compared map[string]string, text string) string {
	all := []string{in}
	if topic := journeys.FoldSpace(s.Topic); topic != "" {
		all = append(all, b.is(compared["onderwerp"], topic))
	}
	if nature := journeys.FoldSpace(s.Nature); nature != "" {
		all = append(all, b.is(compared["aard"], nature))
	}
	contains := func(words []Word) string {
		values := make([]string, len(words))
		for i, w := range words {
			values[i] = b.value(w.marked())
		}
		return b.ContainsAny(text, values)
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
		return b.field("kanaal")
	}
	return b.When(b.Matches(b.field("kanaal"), b.value(personal)), b.value("@"), b.field("kanaal"))
}
