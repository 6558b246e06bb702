package tokens

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
)

// maxDepth is how deep tokens may be nested; real files stay under ten.
const maxDepth = 64

// node is a JSON value with its place; objects keep the order of the file.
type node struct {
	key  string
	at   int // offset of the value
	kind byte
	text string // of a string, a number or a word
	kids []node
}

const (
	object = '{'
	list   = '['
	text   = '"'
	other  = '0' // number, true, false, null
)

// child finds a value of an object; nil when it is not there.
func (n *node) child(key string) *node {
	for i := range n.kids {
		if n.kind == object && n.kids[i].key == key {
			return &n.kids[i]
		}
	}
	return nil
}

// read parses the file and gathers its tokens. It reports whether there is anything to go on with.
func (r *reader) read() bool {
	if len(r.src) > MaxFileSize {
		r.add(0, journeys.Error, "huisstijl-te-groot", MaxFileSize>>20)
		return false
	}
	var whole json.RawMessage
	if err := json.Unmarshal(r.src, &whole); err != nil {
		at := 0
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			at = max(0, int(syntax.Offset)-1)
		}
		if !utf8.Valid(r.src) {
			r.add(at, journeys.Error, "geen-utf8")
			return false
		}
		r.add(at, journeys.Error, "huisstijl-geen-json", err)
		return false
	}
	p := parser{src: r.src, decoder: json.NewDecoder(bytes.NewReader(r.src))}
	p.decoder.UseNumber()
	root := p.value("", 0)
	if p.tooDeep > 0 {
		r.add(p.tooDeep, journeys.Error, "huisstijl-te-diep", maxDepth)
		return false
	}
	r.gather(&root)
	if !r.anyColor() {
		r.add(root.at, journeys.Error, "huisstijl-zonder-kleur")
		return false
	}
	return true
}

// parser walks over JSON that is known to be right.
type parser struct {
	src     []byte
	decoder *json.Decoder
	tooDeep int // offset of what is nested too deeply
}

func (p *parser) value(key string, depth int) node {
	at := int(p.decoder.InputOffset())
	for at < len(p.src) && strings.IndexByte(" \t\r\n,:", p.src[at]) >= 0 {
		at++
	}
	n := node{key: key, at: at}
	if depth > maxDepth && p.tooDeep == 0 {
		p.tooDeep = at
	}
	read, err := p.decoder.Token()
	if err != nil || p.tooDeep > 0 {
		return n
	}
	switch v := read.(type) {
	case json.Delim:
		n.kind = byte(v)
		for p.tooDeep == 0 && p.decoder.More() {
			name := ""
			if n.kind == object {
				word, _ := p.decoder.Token()
				name, _ = word.(string)
			}
			n.kids = append(n.kids, p.value(name, depth+1))
		}
		p.decoder.Token() // the closing bracket
	case string:
		n.kind, n.text = text, v
	case json.Number:
		n.kind, n.text = other, v.String()
	default:
		n.kind = other
	}
	return n
}
