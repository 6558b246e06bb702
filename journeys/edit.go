package journeys

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What keeps AddSelector from its work.
var (
	ErrNoStep = errors.New("no such step")
	ErrLayout = errors.New("the selectors of the step stand in the file in a way that cannot be added to safely")
)

// YAML writes a selector as one item of a list under `signalen`, in the order of the contract, each
// line but the first preceded by indent spaces.
func (s Selector) YAML(indent int) string {
	in := "\n" + strings.Repeat(" ", indent+2)
	var b strings.Builder
	b.WriteString("- signaal: " + scalar(s.Title))
	for _, f := range s.fields() {
		b.WriteString(in + f)
	}
	return b.String()
}

// fields writes the keys after the title that are set.
func (s Selector) fields() []string {
	var all []string
	add := func(key, value string) {
		if value != "" {
			all = append(all, key+": "+value)
		}
	}
	text := func(v string) string {
		if v == "" {
			return ""
		}
		return scalar(v)
	}
	add("id", text(s.ID))
	if len(s.Sources) == 1 {
		add("bron", scalar(s.Sources[0]))
	} else {
		add("bron", scalars(s.Sources))
	}
	add("onderwerp", text(s.Topic))
	add("woorden", scalars(s.Words))
	add("zonder", scalars(s.Without))
	add("kanaal", text(s.Channel))
	if s.Score != nil {
		var parts []string
		for _, end := range []struct {
			key string
			at  *float64
		}{{"van", s.Score.From}, {"tot", s.Score.To}} {
			if end.at != nil {
				parts = append(parts, end.key+": "+strconv.FormatFloat(*end.at, 'g', -1, 64))
			}
		}
		add("cijfer", "{"+strings.Join(parts, ", ")+"}")
	}
	add("aard", text(s.Nature))
	return all
}

func scalars(values []string) string {
	if len(values) == 0 {
		return ""
	}
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = scalar(v)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// plainScalar is a text that YAML reads as itself, inside brackets too.
var plainScalar = regexp.MustCompile(`^[\p{L}][\p{L}\p{N}_ \-]*[\p{L}\p{N}]\*?$`)

// scalar writes a text, in quotes where YAML would read it as something else.
func scalar(s string) string {
	switch strings.ToLower(s) {
	case "ja", "nee", "yes", "no", "true", "false", "null", "on", "off":
	default:
		if plainScalar.MatchString(s) {
			return s
		}
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff {
			return ' '
		}
		return r
	}, s)
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// AddSelector adds a selector to a step of a journey file, as the last one of a list in lines and the
// first of a list in brackets. Every other byte stays as it is: comments, order, indentation, line
// ends. The result has been parsed: it is the old journey with that one selector more, without new
// errors. ErrNoStep and ErrLayout tell why it cannot be done; other errors are Problems.
func AddSelector(name string, src []byte, step string, s Selector) ([]byte, error) {
	j, before := Parse(name, src)
	old := j.Step(step)
	if old == nil {
		return nil, ErrNoStep
	}
	out, ok := insertSelector(src, old, s)
	if !ok {
		return nil, ErrLayout
	}
	fresh, after := Parse(name, out)
	if after.Count(Error) > before.Count(Error) {
		return nil, after
	}
	count := func(j *Journey) (n int) {
		for _, s := range j.Steps() {
			n += len(s.Selectors)
		}
		return n
	}
	changed := fresh.Step(step)
	if changed == nil || len(fresh.Steps()) != len(j.Steps()) || len(changed.Selectors) != len(old.Selectors)+1 || count(fresh) != count(j)+1 {
		return nil, ErrLayout
	}
	return out, nil
}

// Error tells all problems at once.
func (ps Problems) Error() string {
	var lines []string
	for _, p := range ps {
		message, _ := p.Text("nl")
		lines = append(lines, p.Pos.String()+": "+message)
	}
	return strings.Join(lines, "\n")
}

// insertSelector finds the place and writes there.
func insertSelector(src []byte, step *Step, s Selector) ([]byte, bool) {
	return insertItem(src, step.Node, newItem{key: "signalen", filled: len(step.Selectors) > 0, lines: s.YAML, inline: "{" + s.inline() + "}"})
}

// newItem is what a list of a mapping gets, in both of YAML's forms.
type newItem struct {
	key    string                  // of the list
	filled bool                    // the list holds something already
	lines  func(indent int) string // from "- ", each line but the first preceded by indent spaces
	inline string
}

// insertItem writes an item as the last one of a list in lines or the first of a list in brackets. The
// list is made, as the last key of its mapping in lines, where there is none.
func insertItem(src []byte, owner Node, n newItem) ([]byte, bool) {
	at, ok := offset(src, owner.Pos)
	if !ok {
		return nil, false
	}
	if !owner.Has(n.key) {
		if src[at] == '{' {
			return insert(src, at+1, n.key+": ["+n.inline+"], "), true
		}
		column := owner.Pos.Column - 1
		end := blockEnd(src, at, column, false)
		indent := strings.Repeat(" ", column)
		if key := emptyKey(src[at:end], n.key, column); key >= 0 {
			return insertLines(src, at+key, indent+"  "+n.lines(column+2)), true
		}
		return insertLines(src, end, indent+n.key+":\n"+indent+"  "+n.lines(column+2)), true
	}
	list := owner.At(n.key)
	if at, ok = offset(src, list); !ok {
		return nil, false
	}
	switch src[at] {
	case '[':
		if n.filled {
			n.inline += ", "
		}
		return insert(src, at+1, n.inline), true
	case '-':
		column := list.Column - 1
		end := blockEnd(src, at, column, true)
		return insertLines(src, end, strings.Repeat(" ", column)+n.lines(column)), true
	}
	return nil, false
}

// emptyKey is the end of the line in a block that says a key and nothing more; -1: there is none.
func emptyKey(block []byte, key string, column int) int {
	find := regexp.MustCompile(`(?m)^ {` + strconv.Itoa(column) + `}` + regexp.QuoteMeta(key) + `:[ \t]*(?:#[^\n]*)?\r?$`)
	if place := find.FindIndex(block); place != nil {
		return place[1]
	}
	return -1
}

func (s Selector) inline() string {
	return strings.Join(append([]string{"signaal: " + scalar(s.Title)}, s.fields()...), ", ")
}

// offset is the place of a position in the bytes of a file.
func offset(src []byte, p Pos) (at int, ok bool) {
	if p.Line < 1 || p.Column < 1 {
		return 0, false
	}
	for line := 1; line < p.Line; line++ {
		next := bytes.IndexByte(src[at:], '\n')
		if next < 0 {
			return 0, false
		}
		at += next + 1
	}
	for range p.Column - 1 {
		if at >= len(src) || src[at] == '\n' {
			return 0, false
		}
		_, n := utf8.DecodeRune(src[at:])
		at += n
	}
	return at, at < len(src)
}

// blockEnd is the end of the last line that belongs to a block which begins at `at` and is indented
// by column: the lines that are indented further, or as far (of a list: as long as an item begins
// there). Blank lines and comments after the last one do not belong to it.
func blockEnd(src []byte, at, column int, list bool) int {
	lineEnd := func(from int) int {
		if i := bytes.IndexByte(src[from:], '\n'); i >= 0 {
			return from + i
		}
		return len(src)
	}
	end := lineEnd(at)
	for next := end + 1; next < len(src); {
		stop := lineEnd(next)
		line := bytes.TrimRight(src[next:stop], "\r")
		body := bytes.TrimLeft(line, " ")
		indent := len(line) - len(body)
		if len(body) > 0 && body[0] != '#' {
			item := len(body) == 1 || body[0] == '-' && body[1] == ' '
			if indent < column || indent == column && list && !item {
				break
			}
			end = stop
		}
		next = stop + 1
	}
	return end
}

func insert(src []byte, at int, text string) []byte {
	return append(append(append([]byte{}, src[:at]...), text...), src[at:]...)
}

// insertLines puts lines after the line that ends at `at`, with the line ends of the file.
func insertLines(src []byte, at int, text string) []byte {
	ending := "\n"
	if at > 0 && at <= len(src) && src[at-1] == '\r' {
		ending = "\r\n"
		at--
	} else if at == len(src) && bytes.Contains(src, []byte("\r\n")) {
		ending = "\r\n"
	}
	return insert(src, at, ending+strings.ReplaceAll(text, "\n", ending))
}
