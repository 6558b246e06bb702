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

func (ClickHouse) AtLeast(text, value string) string { return "(" + text + " >= " + value + ")" }

func (c ClickHouse) OneOf(text string, values []string, args *[]any) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = c.Value(v, args)
	}
	return text + " IN (" + strings.Join(quoted, ", ") + ")"
}

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

// FoldsFirst: RE2 looks for all words in one pass, and folding takes a pass for every letter.
func (ClickHouse) FoldsFirst() bool { return false }

// Fold replaces class by class: there is no translate for several bytes in the older versions.
// What remains of other scripts only loses its case.
func (c ClickHouse) Fold(text string, f Folding, value func(string) string) string {
	out := c.Replace(text, value(f.Marks), "''")
	for _, l := range f.Letters {
		if isASCII(l.Form) {
			out = c.Replace(out, value("["+string(l.Runes)+"]"), value(l.Form))
		}
	}
	return "lowerUTF8(" + out + ")"
}

func isASCII(s string) bool {
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
