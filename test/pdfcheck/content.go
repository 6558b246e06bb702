package pdfcheck

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// page is a page with what was found in its content.
type page struct {
	number, object int
	dict           types.Dict
	resources      types.Dict
	content        []byte
	marks          []mark      // by order of appearance
	byID           map[int]int // marked-content id → index in marks
	furniture      string      // text of artifacts
}

// mark is a marked-content sequence that belongs to the structure.
type mark struct {
	id    int
	role  string
	text  string // as it is to be read: replacement texts taken into account
	shown bool   // draws something
}

// scope is an open marked-content sequence.
type scope struct {
	tag      string
	id       int // -1 without one
	artifact bool
	actual   *string // replaces the text inside
	text     strings.Builder
}

// state is what q saves and Q restores, as far as it matters here.
type state struct {
	font *fontFile
	mode int
}

// painting operators, by what they need.
var (
	paints   = strings.Fields("S s f F f* B B* b b* sh")
	shows    = strings.Fields("Tj TJ ' \"")
	harmless = strings.Fields("w J j M d ri i cm m l c v y h re n W W* Tc Tw Tz TL Ts Td TD Tm T* rg RG g G")
)

// interpreter walks through the content of one page.
type interpreter struct {
	d      *Document
	p      *page
	stack  []*scope
	states []state
	now    state
	inText bool
}

const deepestState = 28 // ISO 19005-2, 6.1.13

func (d *Document) readContent(p *page) {
	p.marks, p.byID, p.furniture = nil, map[int]int{}, ""
	in := &interpreter{d: d, p: p}
	l := &lexer{b: p.content}
	var args []token
	for {
		t, ok := l.next()
		if !ok {
			break
		}
		if t.kind != 'o' {
			args = append(args, t)
			continue
		}
		in.do(t.text, args)
		args = args[:0]
	}
	if l.bad != "" {
		d.fault("A 6.2.2", "page %d: %s", p.number, l.bad)
	}
	if len(in.stack) > 0 || len(in.states) > 0 || in.inText || len(args) > 0 {
		d.fault("A 6.2.2", "page %d ends inside a mark, a saved state or a text", p.number)
	}
}

func (in *interpreter) do(op string, args []token) {
	d, p := in.d, in.p
	switch {
	case op == "BMC" || op == "BDC":
		in.open(op, args)
	case op == "EMC":
		in.close()
	case op == "q":
		in.states = append(in.states, in.now)
		if len(in.states) > deepestState {
			d.fault("A 6.1.13", "page %d saves the graphics state %d deep", p.number, len(in.states))
		}
	case op == "Q":
		if len(in.states) == 0 {
			d.fault("A 6.2.2", "page %d restores a state that was not saved", p.number)
			return
		}
		in.now, in.states = in.states[len(in.states)-1], in.states[:len(in.states)-1]
	case op == "BT" || op == "ET":
		if in.inText == (op == "BT") {
			d.fault("A 6.2.2", "page %d: %s out of place", p.number, op)
		}
		in.inText = op == "BT"
	case op == "Tf" && len(args) == 2:
		in.now.font = d.font(d.dict(p.resources["Font"])[args[0].text])
		if in.now.font == nil {
			d.fault("A 6.2.2", "page %d uses the font %s, which it does not name", p.number, args[0].text)
		}
	case op == "Tr" && len(args) == 1:
		in.now.mode = int(args[0].num)
	case op == "gs" && len(args) == 1:
		in.named("ExtGState", args[0].text)
	case slices.Contains(paints, op):
		if op == "sh" && len(args) == 1 {
			in.named("Shading", args[0].text)
		}
		in.painted(op)
	case slices.Contains(shows, op):
		in.painted(op)
		for _, a := range args {
			for _, s := range append([]token{a}, a.items...) {
				if s.kind == 's' {
					in.show(s.text)
				}
			}
		}
	case slices.Contains(harmless, op):
	default:
		d.fault("content", "page %d: %s is not known here, so what it draws was not checked", p.number, op)
	}
}

func (in *interpreter) named(kind, name string) {
	if in.d.dict(in.d.dict(in.p.resources[kind])[name]) == nil {
		in.d.fault("A 6.2.2", "page %d uses %s %s, which it does not name", in.p.number, kind, name)
	}
}

// open begins a marked-content sequence.
func (in *interpreter) open(op string, args []token) {
	s := &scope{id: -1}
	if len(args) > 0 {
		s.tag = args[0].text
	}
	s.artifact = s.tag == "Artifact"
	if op == "BDC" && len(args) == 2 {
		if args[1].kind != '<' {
			in.d.fault("content", "page %d: the properties of a mark stand elsewhere", in.p.number)
		}
		if id, ok := args[1].entry("MCID"); ok {
			s.id = int(id.num)
		}
		if actual, ok := args[1].entry("ActualText"); ok {
			text := decode(actual.text)
			s.actual = &text
		}
	}
	if s.artifact && in.tagged() {
		in.d.fault("01-003", "page %d: an artifact inside tagged content", in.p.number)
	}
	if s.id >= 0 && in.artifact() {
		in.d.fault("01-004", "page %d: tagged content %d inside an artifact", in.p.number, s.id)
	}
	if s.id >= 0 && in.tagged() {
		in.d.fault("nested", "page %d: tagged content %d inside other tagged content", in.p.number, s.id)
	}
	in.stack = append(in.stack, s)
}

func (in *interpreter) close() {
	n := len(in.stack) - 1
	if n < 0 {
		in.d.fault("A 6.2.2", "page %d ends a mark that it did not begin", in.p.number)
		return
	}
	s := in.stack[n]
	in.stack = in.stack[:n]
	text := s.text.String()
	if s.actual != nil {
		text = *s.actual
	}
	switch {
	case s.id >= 0:
		if _, taken := in.p.byID[s.id]; taken {
			in.d.fault("mcid", "page %d uses the id %d twice", in.p.number, s.id)
		}
		in.p.byID[s.id] = len(in.p.marks)
		in.p.marks = append(in.p.marks, mark{id: s.id, role: s.tag, text: text, shown: true})
	case n > 0:
		in.stack[n-1].text.WriteString(text)
	case s.artifact:
		in.p.furniture += text
	}
}

func (in *interpreter) tagged() bool {
	return slices.ContainsFunc(in.stack, func(s *scope) bool { return s.id >= 0 })
}

func (in *interpreter) artifact() bool {
	return slices.ContainsFunc(in.stack, func(s *scope) bool { return s.artifact })
}

// painted checks that what is drawn belongs somewhere.
func (in *interpreter) painted(op string) {
	if !in.tagged() && !in.artifact() {
		in.d.fault("01-005", "page %d: %s draws outside tagged content and artifacts", in.p.number, op)
	}
}

// show reads the characters of a string and notes which glyphs they need.
func (in *interpreter) show(s string) {
	f := in.now.font
	if f == nil {
		in.d.fault("A 6.2.2", "page %d shows text without a font", in.p.number)
		return
	}
	if !in.inText {
		in.d.fault("A 6.2.2", "page %d shows text outside a text object", in.p.number)
	}
	if len(s)%2 == 1 {
		in.d.fault("10-001", "page %d: half a character", in.p.number)
	}
	for i := 0; i+1 < len(s); i += 2 {
		code := int(s[i])<<8 | int(s[i+1])
		f.used[code] = true
		// A line around letters is drawn before the letters themselves: one reading is enough.
		if in.now.mode != 1 && len(in.stack) > 0 {
			in.stack[len(in.stack)-1].text.WriteString(f.unicode[code])
		}
	}
}
