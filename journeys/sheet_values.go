package journeys

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Field is a key with what is to stand behind it: a string, float64, int or bool, a []string or []any of
// those, or []Field for a mapping. Nil, or what is empty, takes the key away.
type Field struct {
	Key   string
	Value any
}

// empty tells whether a value says nothing: such a key is taken away, or not written.
func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case []string:
		return len(v) == 0
	case []any:
		return len(v) == 0
	case []Field:
		return len(v) == 0
	}
	return false
}

// widest is how long a list or mapping may be to be written in one line, in characters.
const widest = 90

// valueOf writes a value; false: it is of no kind that a file can hold.
func valueOf(v any) (value, bool) {
	tree, ok := treeOf(v)
	if !ok {
		return value{}, false
	}
	flow := flowOf(v)
	out := value{flow: flow, tree: tree}
	switch v := v.(type) {
	case string:
		out.block = func(column int) string { return " " + blockText(v, column) + "\n" }
	case []string, []any:
		items := anys(v)
		if short := utf8.RuneCountInString(flow) <= widest; !short || hasFields(items) {
			out.block = func(column int) string {
				var b strings.Builder
				b.WriteByte('\n')
				for _, item := range items {
					if fields, ok := item.([]Field); ok && isRow(fields) {
						b.WriteString(row(fields).lines(column + 2))
						continue
					}
					b.WriteString(itemLines(item, column+2))
				}
				return b.String()
			}
		}
	case []Field:
		if utf8.RuneCountInString(flow) > widest {
			out.block = func(column int) string { return "\n" + fieldLines(v, column+2) }
		}
	}
	return out, true
}

func hasFields(items []any) bool {
	for _, i := range items {
		if isFields(i) {
			return true
		}
	}
	return false
}

func anys(v any) []any {
	switch v := v.(type) {
	case []any:
		return v
	case []string:
		all := make([]any, len(v))
		for i, s := range v {
			all[i] = s
		}
		return all
	}
	return nil
}

// treeOf is a value as the parser will give it.
func treeOf(v any) (*yaml.Node, bool) {
	switch v := v.(type) {
	case string:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: edited, Value: clean(v)}, true
	case float64, int, bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: edited, Value: flowOf(v)}, true
	case []string, []any:
		n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for _, item := range anys(v) {
			c, ok := treeOf(item)
			if !ok {
				return nil, false
			}
			n.Content = append(n.Content, c)
		}
		return n, true
	case []Field:
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for _, f := range v {
			c, ok := treeOf(f.Value)
			if !ok {
				return nil, false
			}
			n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: edited, Value: clean(f.Key)}, c)
		}
		return n, true
	}
	return nil, false
}

// flowOf writes a value in one line, fit for between brackets.
func flowOf(v any) string {
	switch v := v.(type) {
	case string:
		return flowText(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []string, []any:
		var parts []string
		for _, item := range anys(v) {
			parts = append(parts, flowOf(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case []Field:
		var parts []string
		for _, f := range v {
			parts = append(parts, keyText(f.Key)+": "+flowOf(f.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return fmt.Sprint(v)
}

// itemLines writes an item of a list in lines, its dash at a column.
func itemLines(v any, column int) string {
	in := strings.Repeat(" ", column)
	switch v := v.(type) {
	case []Field:
		if len(v) > 0 {
			return in + "- " + strings.TrimLeft(fieldLines(v, column+2), " ")
		}
	case string:
		return in + "- " + blockText(v, column) + "\n"
	}
	return in + "- " + flowOf(v) + "\n"
}

// isRow tells whether a mapping fits one line and holds single values alone, none of them a sentence: in a list, such a
// one is written as a row.
func isRow(fields []Field) bool {
	return utf8.RuneCountInString(flowOf(fields)) <= widest && !slices.ContainsFunc(fields, func(f Field) bool {
		text, isString := f.Value.(string)
		return isString && utf8.RuneCountInString(text) > widest/2 || anys(f.Value) != nil || isFields(f.Value)
	})
}

func isFields(v any) bool {
	_, ok := v.([]Field)
	return ok
}

// fieldLines writes the keys of a mapping, each on lines of its own at a column.
func fieldLines(fields []Field, column int) string {
	var b strings.Builder
	for _, f := range fields {
		v, _ := valueOf(f.Value)
		b.WriteString(strings.Repeat(" ", column) + keyText(f.Key) + ":" + v.after(column))
	}
	return b.String()
}

// row is a new item in one line: a mapping in brackets.
type row []Field

func (r row) lines(column int) string {
	return strings.Repeat(" ", column) + "- " + flowOf([]Field(r)) + "\n"
}
func (r row) inline() (string, bool) { return flowOf([]Field(r)), true }
func (r row) node() *yaml.Node       { return record(r).node() }

// record is a new item on lines of its own: a mapping.
type record []Field

func (r record) lines(column int) string { return itemLines([]Field(r), column) }
func (r record) inline() (string, bool)  { return flowOf([]Field(r)), true }
func (r record) node() *yaml.Node {
	n, _ := treeOf([]Field(r))
	return n
}

// moved is an item from elsewhere in the file: its lines as they stood, its dash at a column, or what stood
// between brackets (column −1).
type moved struct {
	text   string
	column int
	tree   *yaml.Node
}

func (m moved) node() *yaml.Node { return m.tree }

func (m moved) lines(column int) string {
	text := strings.ReplaceAll(m.text, "\r\n", "\n")
	if m.column < 0 {
		return strings.Repeat(" ", column) + "- " + strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", column+2)) + "\n"
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		switch more := column - m.column; {
		case strings.TrimSpace(line) == "":
		case more > 0:
			line = strings.Repeat(" ", more) + line
		default:
			line = line[min(-more, len(line)-len(strings.TrimLeft(line, " "))):]
		}
		b.WriteString(line)
	}
	return b.String()
}

// inline writes an item that stood in lines between brackets; false: its comments would be lost.
func (m moved) inline() (string, bool) {
	if m.column < 0 {
		return m.text, true
	}
	if len(commentLines(m.tree)) > 0 {
		return "", false
	}
	return flowNode(m.tree)
}

func flowNode(n *yaml.Node) (string, bool) {
	if n.Anchor != "" {
		return "", false
	}
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!str" {
			return flowText(n.Value), true
		}
		return n.Value, true
	case yaml.SequenceNode, yaml.MappingNode:
		var parts []string
		for i, c := range n.Content {
			text, ok := flowNode(c)
			if !ok {
				return "", false
			}
			if n.Kind == yaml.MappingNode && i%2 == 1 {
				parts[len(parts)-1] += ": " + text
				continue
			}
			parts = append(parts, text)
		}
		if n.Kind == yaml.SequenceNode {
			return "[" + strings.Join(parts, ", ") + "]", true
		}
		return "{" + strings.Join(parts, ", ") + "}", true
	}
	return "", false
}

// clean is a text as a file can hold it.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), string(shielded), "\ufffd")
}

// taken are words that YAML may read as something else.
func taken(s string) bool {
	switch strings.ToLower(s) {
	case "ja", "nee", "yes", "no", "true", "false", "null", "on", "off", "y", "n":
		return true
	}
	return false
}

// plainDate are the days, months and shares of the format: YAML reads them as they stand.
var plainDate = regexp.MustCompile(`^(?:\d{4}-\d{2}(?:-\d{2})?|\d{1,3}(?:\.\d+)?%)$`)

// plainWords is a text that YAML reads as itself, inside brackets too. It is made when it is first needed: most
// commands write no YAML.
var plainWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\p{L}(?:[\p{L}\p{N}_ \-./]*[\p{L}\p{N}])?\*?$`)
})

// flowText writes a text so that it can stand anywhere, between brackets too.
func flowText(s string) string {
	s = clean(s)
	if plainDate.MatchString(s) || plainWords().MatchString(s) && !taken(s) {
		return s
	}
	return doubleQuoted(s)
}

// sentence is a text that YAML reads as itself behind a colon or a dash, outside brackets.
var plainSentence = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\p{L}[\p{L}\p{M}\p{N} _\-.,;:!?'’‘“”()/€%&+=…–\[\]{}]*$`)
})

// blockText writes a text as it can stand outside brackets, for a key at a column: plain as most authors do,
// in lines when it has lines, in quotes when it must.
func blockText(s string, column int) string {
	s = clean(s)
	if plainSentence().MatchString(s) && !taken(s) && !strings.Contains(s, ": ") && !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, " ") {
		return s
	}
	if text, ok := literal(s, column+2); ok {
		return text
	}
	return flowText(s)
}

// literal writes a text of several lines as such, from "|"; without the end of the last line.
func literal(s string, column int) (string, bool) {
	body := strings.TrimRight(s, "\n")
	if !strings.Contains(body, "\n") || len(s)-len(body) > 1 || body[0] == ' ' || body[0] == '\n' || body[0] == '\t' {
		return "", false
	}
	for _, r := range s {
		if r != '\n' && (unicode.IsControl(r) || r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xfeff || !unicode.IsPrint(r) && !unicode.IsSpace(r)) {
			return "", false
		}
	}
	head := "|-"
	if len(body) < len(s) {
		head = "|"
	}
	in := "\n" + strings.Repeat(" ", column)
	var b strings.Builder
	b.WriteString(head)
	for line := range strings.SplitSeq(body, "\n") {
		if line == "" {
			b.WriteByte('\n')
			continue
		}
		b.WriteString(in + line)
	}
	return b.String(), true
}

// doubleQuoted writes any text.
func doubleQuoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x10000 && r != ' ' && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		case !unicode.IsPrint(r) && r != ' ':
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
