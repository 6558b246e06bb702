// Package mermaid reads journey diagrams of Mermaid as klantreis files, and writes journeys as such
// diagrams.
//
// It follows what Mermaid 12.3.0 does with a text (npm package mermaid; its preprocessing, the lexer of
// diagrams/user-journey/parser/journey.jison and journeyDb): front matter, directives and comments go
// first, entity codes as #35; stand for a sign, and then tokens are taken by the first rule that fits.
// Where Mermaid refuses a text, or quietly draws something else than its author seems to mean (a colon or
// a # in a name, a score that is no number), this package reads on, keeps what was typed and says so. The
// test in test/mermaid holds both readings against each other.
//
// A score of 1 to 5 becomes a feeling of −2 to 2. It was typed by hand and is never shown as measured.
package mermaid

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
)

// Diagram is what a text says, before it becomes a journey.
type Diagram struct {
	Title, AccTitle, Description string
	Sections                     []Section
	Comments                     []string // before the word journey
	After                        []string // comments after the last task
}

// Section is a phase. The tasks before the first section stand in one without a title.
type Section struct {
	Title    string
	Comments []string
	Tasks    []Task
	Pos      journeys.Pos
}

// Task is a step.
type Task struct {
	Name     string
	Score    float64 // as typed
	HasScore bool    // Score is a number; it need not lie within 1 to 5
	Actors   []string
	Comments []string
	Pos      journeys.Pos
}

// start finds what a text that Mermaid would draw as a journey begins with.
var start = regexp.MustCompile(`(?i)^\s*journey\b`)

// Recognise tells whether a text looks like a journey diagram of Mermaid, or like a Markdown page that
// holds one.
func Recognise(src []byte) bool {
	if !utf8.Valid(src) {
		return false
	}
	t := newText("", src)
	t.frontMatter(nil)
	return start.MatchString(t.bare()) || len(fences(t.src)) > 0
}

// Read turns a text into a klantreis file. The problems tell what could not be kept, with its place;
// with an error among them there is no file.
func Read(name string, src []byte) ([]byte, journeys.Problems) {
	d, ps := Parse(name, src)
	if ps.HasErrors() {
		return nil, ps
	}
	sketch, more := d.sketch(name)
	return sketch.YAML(), append(ps, more...).Sorted()
}

// Parse reads the diagram of a text; of a Markdown page the first that is a journey.
func Parse(name string, src []byte) (Diagram, journeys.Problems) {
	var ps journeys.Problems
	fail := func(line, column int, code string, args ...any) {
		ps = append(ps, journeys.Problem{Pos: journeys.Pos{File: name, Line: line, Column: column}, Code: code, Args: args})
	}
	if len(src) > journeys.MaxFileSize {
		fail(0, 0, "bestand-te-groot", len(src)>>20, journeys.MaxFileSize>>20)
		return Diagram{}, ps
	}
	if !utf8.Valid(src) {
		valid := src[:len(src)-len(bytes.TrimLeftFunc(src, func(r rune) bool { return r != utf8.RuneError }))]
		fail(bytes.Count(valid, []byte("\n"))+1, utf8.RuneCount(valid[bytes.LastIndexByte(valid, '\n')+1:])+1, "geen-utf8")
		return Diagram{}, ps
	}
	t := newText(name, src)
	if found := fences(t.src); len(found) > 0 && !t.isJourney() {
		for i, f := range found[1:] {
			if i < 20 {
				t.warn(f.from, "mermaid-meer-tekeningen")
			}
		}
		t.only(found[0])
	}
	t.frontMatter(&t.found)
	t.directives()
	if !start.MatchString(t.bare()) {
		line, column := t.place(t.firstWord())
		fail(line, column, "mermaid-geen-journey", t.kind())
		return Diagram{}, append(t.problems, ps...)
	}
	s := scanner{text: t}
	s.run()
	if t.found.Title != "" && s.d.Title == "" {
		s.d.Title = t.found.Title
	}
	if !s.d.hasTasks() {
		fail(1, 1, "mermaid-leeg")
	}
	return s.d, append(t.problems, ps...).Sorted()
}

func (d Diagram) hasTasks() bool {
	return slices.ContainsFunc(d.Sections, func(s Section) bool { return len(s.Tasks) > 0 })
}

// fence is the inside of a block of code in Markdown.
type fence struct{ from, to int }

var fenceLine = regexp.MustCompile("^( {0,3}(?:> ?)?)(`{3,}|~{3,}|:{3,}) *([^\\s`]*)")

var quoteMarks = regexp.MustCompile(`(?m)^ {0,3}>`)

// fences lists the blocks of a page that hold a journey: ```mermaid and ~~~mermaid, and :::mermaid of
// Azure DevOps. A block that is never closed runs to the end, as Markdown has it.
func fences(src string) []fence {
	var found []fence
	open, from := "", 0
	begin := func(lang string) bool { return strings.Trim(strings.ToLower(lang), "{}.") == "mermaid" }
	add := func(to int) {
		if newText("", []byte(quoteMarks.ReplaceAllString(src[from:to], ""))).isJourney() {
			found = append(found, fence{from, to})
		}
	}
	wanted := false
	for at := 0; at < len(src); {
		end := at + strings.IndexByte(src[at:], '\n')
		if end < at {
			end = len(src)
		}
		m := fenceLine.FindStringSubmatch(src[at:end])
		switch {
		case m != nil && open == "":
			open, wanted, from = m[2], begin(m[3]), min(end+1, len(src))
		case m != nil && m[3] == "" && m[2][0] == open[0] && len(m[2]) >= len(open):
			if wanted {
				add(at)
			}
			open = ""
		}
		at = end + 1
	}
	if open != "" && wanted {
		add(len(src))
	}
	return found
}
