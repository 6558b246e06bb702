package mermaid

import (
	"html"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
)

// text is a source that is being read. What Mermaid takes out before it reads is overwritten by spaces,
// so that places stay what they are.
type text struct {
	name     string
	src      string // line ends are \n
	lines    []int  // where each line begins
	problems journeys.Problems
	found    frontMatter

	// Places are asked for in order; the last one saves counting a long line again.
	lastAt, lastLine, lastColumn int
}

// frontMatter is what stands between the lines of hyphens.
type frontMatter struct{ Title string }

// most is how many problems of one file are told; a file with more has one cause.
const most = 500

func newText(name string, src []byte) *text {
	s := strings.TrimPrefix(string(src), "\ufeff")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	t := &text{name: name, src: s, lines: []int{0}}
	for i := range len(s) {
		if s[i] == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// place gives the line and column of a byte.
func (t *text) place(at int) (line, column int) {
	at = min(at, len(t.src))
	line = sort.SearchInts(t.lines, at+1)
	from, before := t.lines[line-1], 0
	if line == t.lastLine && at >= t.lastAt {
		from, before = t.lastAt, t.lastColumn-1
	}
	column = before + utf8.RuneCountInString(t.src[from:at]) + 1
	t.lastAt, t.lastLine, t.lastColumn = at, line, column
	return line, column
}

func (t *text) pos(at int) journeys.Pos {
	line, column := t.place(at)
	return journeys.Pos{File: t.name, Line: line, Column: column}
}

func (t *text) warn(at int, code string, args ...any) {
	if len(t.problems) < most {
		t.problems = append(t.problems, journeys.Problem{Pos: t.pos(at), Severity: journeys.Warning, Code: code, Args: args})
	}
}

// blank overwrites parts, each from its first to before its second byte, but for their line ends.
func (t *text) blank(parts ...[2]int) {
	src := []byte(t.src)
	for _, p := range parts {
		for i := p[0]; i < p[1]; i++ {
			if src[i] != '\n' {
				src[i] = ' '
			}
		}
	}
	t.src = string(src)
	t.lastLine = 0
}

// only keeps one block of a page. The marks of a quotation before its lines go too.
func (t *text) only(f fence) {
	parts := [][2]int{{0, f.from}, {f.to, len(t.src)}}
	begin := true
	for at := f.from; at < f.to; at++ {
		switch c := t.src[at]; {
		case c == '\n':
			begin = true
		case c == '>' && begin:
			parts = append(parts, [2]int{at, at + 1})
			begin = false
		case c != ' ':
			begin = false
		}
	}
	t.blank(parts...)
}

func (t *text) isJourney() bool {
	inside := *t
	inside.frontMatter(nil)
	inside.directives()
	return start.MatchString(inside.bare())
}

// bare is the text without the lines of comments, to see what it begins with.
func (t *text) bare() string {
	var b strings.Builder
	for line := range strings.SplitAfterSeq(t.src, "\n") {
		if s := strings.TrimSpace(line); !strings.HasPrefix(s, "%%") && s != "" {
			b.WriteString(line)
			if b.Len() > 200 {
				break
			}
		}
	}
	return b.String()
}

func (t *text) firstWord() int {
	rest := strings.TrimSpace(t.bare())
	if i := strings.Index(t.src, rest); i >= 0 {
		return i
	}
	return 0
}

var word = regexp.MustCompile(`^\s*([A-Za-z][A-Za-z0-9-]{1,30})`)

// kind names the kind of diagram that a text seems to hold; empty: none.
func (t *text) kind() string {
	m := word.FindStringSubmatch(t.bare())
	if m == nil {
		return ""
	}
	for _, kind := range []string{"flowchart", "graph", "sequenceDiagram", "classDiagram", "stateDiagram", "erDiagram", "gantt", "pie", "timeline", "mindmap", "gitGraph", "quadrantChart", "kanban", "requirementDiagram"} {
		if strings.HasPrefix(m[1], kind) {
			return m[1]
		}
	}
	return ""
}

var hyphens = regexp.MustCompile(`^\s*---\s*$`)

// frontMatter reads and blanks the block between lines of hyphens at the top.
func (t *text) frontMatter(into *frontMatter) {
	var lines []string
	first, at := -1, 0
	for i, line := range strings.SplitAfter(t.src, "\n") {
		body := strings.TrimRight(line, "\n")
		switch {
		case first < 0 && strings.TrimSpace(body) == "":
		case first < 0 && !hyphens.MatchString(body):
			return
		case first < 0:
			first = i
		case hyphens.MatchString(body):
			if into != nil {
				t.title(lines, first+1, into)
			}
			t.blank([2]int{0, at + len(body)})
			return
		default:
			lines = append(lines, body)
		}
		at += len(line)
	}
}

// ownColorsOnly is the front matter that Write makes: nobody typed it, so nobody needs to hear of it.
var ownColorsOnly = regexp.MustCompile(`^config:\n  themeCSS: "(\.actor-\d+\{fill:#[0-9A-F]{6}\})+"$`)

// title looks for the one key that says something of the journey; the others are about how it looks.
func (t *text) title(lines []string, first int, into *frontMatter) {
	if ownColorsOnly.MatchString(strings.Join(lines, "\n")) {
		return
	}
	told := false
	for i, line := range lines {
		key, value, found := strings.Cut(strings.TrimSpace(line), ":")
		at := t.lines[first+i] + len(line) - len(strings.TrimLeft(line, " \t"))
		switch {
		case key == "" || strings.HasPrefix(key, "#"):
		case key == "title" && found:
			into.Title = tidy(unquote(strings.TrimSpace(value)))
		case !told:
			told = true
			t.warn(at, "mermaid-opmaak", short(key))
		}
	}
}

// unquote reads a YAML text on one line: plain up to a comment, or in quotes.
func unquote(s string) string {
	switch {
	case len(s) > 1 && s[0] == '"':
		if prefix, err := strconv.QuotedPrefix(s); err == nil {
			if v, err := strconv.Unquote(prefix); err == nil {
				return v
			}
		}
	case len(s) > 1 && s[0] == '\'':
		if end := strings.LastIndexByte(s, '\''); end > 0 {
			return strings.ReplaceAll(s[1:end], "''", "'")
		}
	}
	s, _, _ = strings.Cut(s, " #")
	return s
}

var directive = regexp.MustCompile(`%%\{`)

// directives blanks %%{init: …}%%, which may run over lines. One that is never closed takes its line.
func (t *text) directives() {
	var parts [][2]int
	last, end := strings.LastIndex(t.src, "}%%"), 0
	for from := 0; ; {
		m := directive.FindStringIndex(t.src[from:])
		if m == nil {
			break
		}
		at := from + m[0]
		if at < last { // there is one that ends it
			end = strings.Index(t.src[at:], "}%%") + len("}%%")
		} else if end = strings.IndexByte(t.src[at:], '\n'); end < 0 {
			end = len(t.src) - at
		}
		t.warn(at, "mermaid-opmaak", short(t.src[at:at+min(end, 200)]))
		parts = append(parts, [2]int{at, at + end})
		from = at + end
	}
	t.blank(parts...)
}

var entity = regexp.MustCompile(`^#(\w+);`)

// entityAt is the length of an entity code as #35; or #quot; at a place; 0: there is none.
func (t *text) entityAt(at int) int {
	if t.src[at] != '#' {
		return 0
	}
	return len(entity.FindString(t.src[at:min(len(t.src), at+40)]))
}

var entities = regexp.MustCompile(`#\w+;`)

// decode puts signs in the place of entity codes.
func decode(s string) string {
	return entities.ReplaceAllStringFunc(s, func(code string) string {
		name := code[1 : len(code)-1]
		if n, err := strconv.Atoi(name); err == nil {
			if n > 0 && n <= utf8.MaxRune && utf8.ValidRune(rune(n)) {
				return string(rune(n))
			}
			return " "
		}
		if sign := html.UnescapeString("&" + name + ";"); !strings.HasPrefix(sign, "&"+name) {
			return sign
		}
		return code
	})
}

// breaks are how people write a line end inside a name.
var breaks = regexp.MustCompile(`(?i)<br\s*/?>`)

// tidy makes one line of a text, with its entity codes as signs.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff || r == 0xfeff {
			return ' '
		}
		return r
	}, decode(breaks.ReplaceAllString(s, " ")))
	return strings.Join(strings.Fields(s), " ")
}

// short keeps what a message quotes on one line.
func short(s string) string {
	letters := []rune(strings.Join(strings.Fields(s), " "))
	if len(letters) > 50 {
		return string(letters[:49]) + "…"
	}
	return string(letters)
}
