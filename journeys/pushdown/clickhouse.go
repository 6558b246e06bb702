package pushdown

import (
	"strconv"
	"strings"
)

// ClickHouse speaks to ClickHouse 18.16 and newer. Multi tells that the server has the functions
// that look for several texts in one pass (19.1 and newer).
type ClickHouse struct{ Multi bool }

func (ClickHouse) Name(s string) string { return "`" + escapeClickHouse(s, "`") + "`" }

// Value quotes: version 18.16 has no parameters over HTTP.
func (ClickHouse) Value(text string, _ *[]any) string {
	return "'" + escapeClickHouse(text, "'") + "'"
}

func escapeClickHouse(s, quote string) string {
	return strings.NewReplacer(`\`, `\\`, quote, `\`+quote, "\x00", `\0`).Replace(s)
}

func (ClickHouse) Cast(column string, t Type) string {
	if t == Moment {
		return "ifNull(concat(replaceOne(substring(toString(" + column + ", 'UTC'), 1, 19), ' ', 'T'), 'Z'), '')"
	}
	return "ifNull(toString(" + column + "), '')"
}

func (ClickHouse) Day(column string, t Type) string {
	if t == Moment {
		return "ifNull(substring(toString(" + column + ", 'Europe/Amsterdam'), 1, 10), '')"
	}
	return "ifNull(toString(" + column + "), '')"
}

func (ClickHouse) Matches(text, pattern string) string { return "match(" + text + ", " + pattern + ")" }

func (ClickHouse) Replace(text, pattern, with string) string {
	return "replaceRegexpAll(" + text + ", " + pattern + ", " + with + ")"
}

func (ClickHouse) Swap(text, old, with string) string {
	return "replaceAll(" + text + ", " + old + ", " + with + ")"
}

func (ClickHouse) AtLeast(text, value string) string { return "(" + text + " >= " + value + ")" }

func (ClickHouse) When(condition, then, otherwise string) string {
	return "if(" + condition + ", " + then + ", " + otherwise + ")"
}

// multiNeedles is the most that ClickHouse takes in one multi-search.
const multiNeedles = 255

func (c ClickHouse) ContainsAny(text string, values []string) string {
	var parts []string
	if !c.Multi {
		for _, v := range values {
			parts = append(parts, "position("+text+", "+v+") > 0")
		}
	}
	for c.Multi && len(values) > 0 {
		n := min(len(values), multiNeedles)
		parts = append(parts, "multiSearchAny("+text+", ["+strings.Join(values[:n], ", ")+"])")
		values = values[n:]
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}

func (c ClickHouse) Holds(text, value string) string {
	return "position(" + text + ", " + value + ") > 0"
}

func (c ClickHouse) Trim(text string, a alphabet, value func(string) string) string {
	return c.Replace(text, value("^["+a.space+"]+|["+a.space+"]+$"), "''")
}

// Sifts: RE2 looks for all words in one pass, and folding takes a pass for every letter.
func (ClickHouse) Sifts() bool { return true }

// Plain: both branches of a choice are reckoned for all rows, so what a branch does not need is
// emptied before.
func (c ClickHouse) Plain(words []Word, a alphabet, value func(string) string) [][]column {
	foreign := c.When(c.Matches("kr_ruw", value(`[^\x00-\x7F]`)), "kr_ruw", "''")
	return [][]column{
		{{"kr_ruw", "kr_ruw"}, {foreign, "kr_vreemd"}},
		{{c.When("kr_vreemd = ''", "lower(kr_ruw)", c.FoldShort("kr_vreemd", a.foldingOf(words), value)), "kr_plat"}},
	}
}

// FoldShort replaces class by class: there is no translate for several bytes in the older versions.
// What remains of other scripts only loses its case; newer versions would make another letter of a
// capital sigma at the end of a word, so that goes first.
func (c ClickHouse) FoldShort(text string, f Folding, value func(string) string) string {
	out := c.Replace(text, value(f.Marks), "''")
	for _, l := range f.Letters {
		if plainASCII(l.Form) || l.Form == sigma {
			out = c.Replace(out, value("["+string(l.Runes)+"]"), value(l.Form))
		}
	}
	return "lowerUTF8(" + out + ")"
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func (ClickHouse) Concat(texts []string) string {
	if len(texts) == 1 {
		return texts[0]
	}
	return "concat(" + strings.Join(texts, ", ") + ")"
}

func (ClickHouse) Count() string { return "count()" }

func (ClickHouse) Last(text string) string { return "max(" + text + ")" }

func (ClickHouse) FirstOf(from, key string, columns []string) string {
	return "(SELECT " + strings.Join(columns, ", ") + " FROM (SELECT * FROM " + from + ") ORDER BY " + key + ", " + strings.Join(columns, ", ") + " LIMIT 1 BY " + key + ")"
}

// Twice does without window functions, which the older versions lack, and reckons the expressions
// once for each kr_o.
func (ClickHouse) Twice(from, theme, form string) string {
	columns := []string{"kr_d", "kr_stand", "kr_raak", "kr_k", "kr_c", "kr_n"}
	var unpacked []string
	for i, c := range columns {
		unpacked = append(unpacked, "tupleElement(kr_rij, "+strconv.Itoa(i+1)+") AS "+c)
	}
	topics := "(SELECT kr_o, sum(kr_n) AS kr_som, groupArray((" + strings.Join(columns, ", ") + ")) AS kr_rijen FROM " + from + " AS kr GROUP BY kr_o)"
	plain := "(SELECT " + theme + " AS kr_thema, " + form + " AS kr_vorm, kr_som, kr_rijen FROM " + topics + ")"
	themes := "(SELECT kr_thema, sum(kr_som) AS kr_totaal, groupArray((kr_vorm, kr_rijen)) AS kr_vormen FROM " + plain + " GROUP BY kr_thema)"
	forms := "(SELECT kr_thema, kr_totaal, tupleElement(kr_deel, 1) AS kr_vorm, tupleElement(kr_deel, 2) AS kr_rijen FROM " + themes + " ARRAY JOIN kr_vormen AS kr_deel)"
	return "(SELECT kr_thema, kr_totaal, kr_vorm, arrayJoin(['g', 't']) AS kr_soort, " + strings.Join(unpacked, ", ") +
		" FROM " + forms + " ARRAY JOIN kr_rijen AS kr_rij)"
}

func (ClickHouse) Fence() string { return "" }

// Limits gives the settings of a question: read only, and a time limit in seconds. A user who
// may not change settings has them set by the server.
func (ClickHouse) Limits(readonly string, seconds int) map[string]string {
	switch readonly {
	case "0":
		return map[string]string{"readonly": "1", "max_execution_time": strconv.Itoa(seconds)}
	case "2":
		return map[string]string{"max_execution_time": strconv.Itoa(seconds)}
	}
	return nil
}
