// Package cjm reads and writes customer journey maps of Enablement Map Studio: YAML documents with
// `kind: cjm`.
//
// The form is that of its JSON Schema (packages/dsl/src/schemas/cjm.json in the repository
// suwa-sh/enablement-map-studio on GitHub, with persona.description) and its reference
// (.claude/skills/emstudio-core/references/dsl-spec.md there): phases, actions that name their phase, touchpoints,
// thoughts_feelings and a whole emotion_score from −2 to 2. One file can hold documents of three other
// kinds (sbp, outcome, em) behind it, which say what staff do; they are not read. A map has no title there;
// Write adds a key `title`, which their schema allows, and Read knows it.
package cjm

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"klantreis/journeys"
)

// between stands between thoughts that became one text, and is where Write parts them again.
const between = " / "

var kindLine = regexp.MustCompile(`(?m)^(?:---[ \t]+)?["']?kind["']?:[ \t]*["']?cjm["']?[ \t]*(?:#.*)?\r?$`)

// Recognise tells whether a text has a document of this kind.
func Recognise(src []byte) bool { return kindLine.Match(src) }

// Read turns the first map of a file into a klantreis file. The problems tell what could not be kept, with
// its place; with an error among them there is no file.
func Read(name string, src []byte) ([]byte, journeys.Problems) {
	documents, problems := journeys.Documents(name, src)
	if problems.HasErrors() {
		return nil, problems
	}
	r := reader{name: name, problems: problems}
	at := slices.IndexFunc(documents, func(d journeys.Value) bool { return d.Get("kind").Text == "cjm" })
	if at < 0 {
		r.tell(journeys.Pos{File: name, Line: 1, Column: 1}, journeys.Error, "cjm-geen")
		return nil, r.problems
	}
	for i, d := range documents {
		if i != at {
			r.warn(d.Pos, "cjm-ander-deel", short(d.Get("kind").Text))
		}
	}
	r.document(documents[at])
	if len(r.sketch.Phases) == 0 || !slices.ContainsFunc(r.sketch.Phases, func(p journeys.SketchPhase) bool { return len(p.Steps) > 0 }) {
		r.tell(documents[at].Pos, journeys.Error, "cjm-leeg")
	}
	if r.problems.HasErrors() {
		return nil, r.problems.Sorted()
	}
	return r.sketch.YAML(), r.problems.Sorted()
}

// genericIcon is the picture of a channel of which no more is known; render/journeymap has it.
const genericIcon = "algemeen"

// reader makes a sketch of a document.
type reader struct {
	name     string
	sketch   journeys.Sketch
	phases   map[string]int // by id
	own      map[string]bool
	problems journeys.Problems
}

// most is how many problems of one file are told; a file with more has one cause.
const most = 500

func (r *reader) tell(pos journeys.Pos, severity journeys.Severity, code string, args ...any) {
	if len(r.problems) < most || severity == journeys.Error {
		pos.File = r.name
		r.problems = append(r.problems, journeys.Problem{Pos: pos, Severity: severity, Code: code, Args: args})
	}
}

func (r *reader) warn(pos journeys.Pos, code string, args ...any) {
	r.tell(pos, journeys.Warning, code, args...)
}

// only tells of keys that are not read.
func (r *reader) only(v journeys.Value, known ...string) {
	for _, k := range v.Keys {
		if !slices.Contains(known, k.Name) && k.Value.Kind != journeys.Absent {
			r.warn(k.Pos, "cjm-sleutel", short(k.Name))
		}
	}
}

// text reads one text on one line; a list or a block is none.
func (r *reader) text(v journeys.Value, key string) string {
	if v.Kind == journeys.Mapping || v.Kind == journeys.Sequence {
		r.warn(v.Pos, "cjm-geen-tekst", key)
		return ""
	}
	return oneLine(v.Text)
}

// texts reads a list of texts, or one.
func (r *reader) texts(v journeys.Value, key string) []string {
	items := v.Items
	if v.Kind != journeys.Sequence {
		items = []journeys.Value{v}
	}
	var all []string
	for _, item := range items {
		if s := r.text(item, key); s != "" {
			all = append(all, s)
		}
	}
	return all
}

func (r *reader) document(d journeys.Value) {
	r.phases, r.own = map[string]int{}, map[string]bool{}
	r.only(d, "kind", "version", "id", "title", "persona", "phases", "actions")
	s := &r.sketch
	if s.Title = r.text(d.Get("title"), "title"); s.Title == "" {
		if s.Title = strings.ReplaceAll(tail(r.text(d.Get("id"), "id")), "-", " "); s.Title == "" {
			s.Title = strings.ReplaceAll(journeys.IDFromPath(r.name), "-", " ")
		}
		r.warn(d.Get("id").Pos, "cjm-titel", s.Title)
	}
	persona := d.Get("persona")
	r.only(persona, "name", "description")
	s.Persona.Name = r.text(persona.Get("name"), "name")
	s.Persona.Situation = r.text(persona.Get("description"), "description")
	for _, p := range d.Get("phases").Items {
		r.only(p, "id", "name")
		id := r.text(p.Get("id"), "id")
		title := r.text(p.Get("name"), "name")
		if title == "" {
			if title = tail(id); title == "" {
				title = "Fase"
			}
			r.warn(p.Pos, "import-zonder-naam", title)
		}
		if _, known := r.phases[id]; !known {
			r.phases[id] = len(s.Phases)
		}
		s.Phases = append(s.Phases, journeys.SketchPhase{Title: title})
	}
	for _, a := range d.Get("actions").Items {
		r.action(a)
	}
}

var generated = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

func (r *reader) action(a journeys.Value) {
	r.only(a, "id", "name", "phase", "touchpoints", "thoughts_feelings", "emotion_score")
	var step journeys.SketchStep
	id := tail(r.text(a.Get("id"), "id"))
	if step.Title = r.text(a.Get("name"), "name"); step.Title == "" {
		if step.Title = id; step.Title == "" {
			step.Title = "Stap"
		}
		r.warn(a.Pos, "import-zonder-naam", step.Title)
	}
	if !generated.MatchString(id) { // such an id says nothing; one made of the title does
		step.ID = id
	}
	for _, point := range r.texts(a.Get("touchpoints"), "touchpoints") {
		channel := journeys.ChannelNamed(point)
		if channel == "" {
			channel = point
			for strings.HasPrefix(channel, "x-") { // a key with x- would be the user's own
				channel = strings.TrimLeft(strings.TrimPrefix(channel, "x-"), " ")
			}
			if channel == "" {
				continue
			}
			if !r.own[channel] {
				r.own[channel] = true
				r.sketch.Channels = append(r.sketch.Channels, journeys.OwnChannel{Name: channel, Icon: genericIcon})
			}
		}
		if !slices.Contains(step.Channels, channel) {
			step.Channels = append(step.Channels, channel)
		}
	}
	step.Thinks = strings.Join(r.texts(a.Get("thoughts_feelings"), "thoughts_feelings"), between)
	r.feeling(a.Get("emotion_score"), &step)
	at, known := r.phases[r.text(a.Get("phase"), "phase")]
	if !known {
		const title = "Stappen"
		if at, known = r.phases[title+" zonder fase"]; !known {
			at = len(r.sketch.Phases)
			r.phases[title+" zonder fase"] = at
			r.sketch.Phases = append(r.sketch.Phases, journeys.SketchPhase{Title: title})
		}
		r.warn(a.Get("phase").Pos, "import-zonder-fase", title)
	}
	r.sketch.Phases[at].Steps = append(r.sketch.Phases[at].Steps, step)
}

// feeling reads a score that somebody typed. One that is out of range is kept as a comment.
func (r *reader) feeling(v journeys.Value, step *journeys.SketchStep) {
	score, ok := journeys.ParseNumber(v.Text)
	switch {
	case v.Kind != journeys.Scalar || !ok:
		r.warn(v.Pos, "import-geen-cijfer", short(step.Title))
	case math.Abs(score) > 2:
		r.warn(v.Pos, "cjm-buiten-schaal", v.Text)
		step.Comments = append(step.Comments, "emotion_score: "+v.Text)
	default:
		step.Emotion = &score
	}
}

// tail is the last part of an id as cjm:action:pay.
func tail(id string) string { return id[strings.LastIndexByte(id, ':')+1:] }

func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r <= ' ' || r >= 0x7f && r <= 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
	}), " ")
}

// short keeps what a message quotes on one line.
func short(s string) string {
	letters := []rune(strings.Join(strings.Fields(s), " "))
	if len(letters) > 50 {
		return string(letters[:49]) + "…"
	}
	return string(letters)
}
