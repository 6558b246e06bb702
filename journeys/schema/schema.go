// Package schema writes the format of a klantreis file as a JSON Schema (draft 2020-12), for editors and for
// programs that make such files. It is made of journeys.FileShape, which the validator's own readers tell, so
// that there is no second list of keys; a test holds both to the same answers.
//
// A schema sees values, not text: 7.3 and "7,3" are both allowed where a number is, because the validator reads
// both. What a schema cannot say (an id that exists, dates in order) it allows; schema_test.go lists those
// rules. Numbers in the notations of programmers (1e3, 0x1F) are numbers to a schema and refused by the validator.
package schema

import (
	"bytes"
	"encoding/json"
	"strings"

	"klantreis/journeys"
)

// object is a JSON object that keeps its order.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(m.key)
		if err != nil {
			return nil, err
		}
		value, err := marshal(m.value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// marshal leaves < and > as they are: nobody puts a schema in a web page.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

// Version names the dialect of JSON Schema.
const Version = "https://json-schema.org/draft/2020-12/schema"

// JSON gives the schema, indented, with descriptions in Dutch or, for "en", in English. The same version of
// the program gives the same bytes.
func JSON(lang string) []byte {
	w := writer{lang}
	title := "Klantreis"
	about := "Een klantreis: wat een klant meemaakt, wat signalen daarvan zeggen, en het advies aan de eigenaar."
	if lang == "en" {
		about = "A customer journey: what a customer lives through, what signals say of it, and the advice to the owner."
	}
	head := object{{"$schema", Version}, {"title", title}, {"description", about}}
	compact, err := marshal(append(head, w.value(journeys.FileShape(), true)...))
	if err != nil {
		panic("schema: " + err.Error()) // only texts, numbers and lists are in it
	}
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		panic("schema: " + err.Error())
	}
	out.WriteByte('\n')
	return out.Bytes()
}

type writer struct{ lang string }

// value describes what a shape allows; an optional value may also be empty.
func (w writer) value(s journeys.Shape, filled bool) object {
	types := func(all ...string) any {
		if !filled {
			all = append(all, "null")
		}
		if len(all) == 1 {
			return all[0]
		}
		return all
	}
	switch s.Kind {
	case journeys.KindMapping:
		return append(object{{"type", types("object")}}, w.keys(s)...)
	case journeys.KindNames:
		return append(object{{"type", types("object")}}, w.names(s)...)
	case journeys.KindList:
		return object{{"type", types("array")}, {"items", w.value(*s.Items, true)}}
	case journeys.KindEither:
		var forms []object
		for i, form := range s.Or {
			forms = append(forms, w.value(form, filled || i > 0))
		}
		return object{{"anyOf", forms}}
	case journeys.KindChoice:
		values := make([]any, 0, len(s.Values)+1)
		for _, v := range s.Values {
			values = append(values, v)
		}
		if !filled {
			values = append(values, nil)
		}
		return object{{"enum", values}}
	case journeys.KindYesNo:
		values := []any{true, false}
		for _, v := range s.Values {
			values = append(values, v)
		}
		if !filled {
			values = append(values, nil)
		}
		return object{{"enum", values}}
	case journeys.KindNumber, journeys.KindAmount, journeys.KindShare:
		return w.number(s, types("number", "string"))
	case journeys.KindWhole:
		return w.number(s, types("integer", "string"))
	case journeys.KindMoment: // 2018 is a number to YAML
		return append(object{{"type", types("string", "integer")}, {"minimum", 1900}, {"maximum", 2099}}, w.pattern(s)...)
	case journeys.KindText:
		return w.text(s, types("string", "number", "boolean"))
	}
	return append(object{{"type", types("string")}}, w.pattern(s)...)
}

// pattern bounds a text. Editors that know patternErrorMessage show that instead of the pattern: what the
// validator advises.
func (w writer) pattern(s journeys.Shape) object {
	pattern := `\S`
	if s.Kind != journeys.KindText {
		pattern = spaced(s.Pattern)
	}
	_, advice := journeys.Problem{Code: s.Fault}.Text(w.lang)
	return object{{"pattern", pattern}, {"patternErrorMessage", advice}}
}

// text allows numbers too: "klantreis: 2022" is a title.
func (w writer) text(s journeys.Shape, types any) object {
	all := append(object{{"type", types}}, w.pattern(s)...)
	if len(s.Known) > 0 {
		// An editor proposes these; others may be the author's own.
		return object{{"anyOf", []object{{{"enum", s.Known}}, all}}}
	}
	return all
}

func (w writer) number(s journeys.Shape, types any) object {
	o := object{{"type", types}}
	if s.Low != nil && s.Above {
		o = append(o, member{"exclusiveMinimum", *s.Low})
	} else if s.Low != nil {
		o = append(o, member{"minimum", *s.Low})
	}
	if s.High != nil {
		o = append(o, member{"maximum", *s.High})
	}
	return append(o, w.pattern(s)...)
}

// spaced lets spaces stand around a text.
func spaced(pattern string) string {
	return `^\s*(?:` + strings.TrimSuffix(strings.TrimPrefix(pattern, "^"), "$") + `)\s*$`
}

// keys describes a mapping of the format. Keys that begin with x- are the author's own.
func (w writer) keys(s journeys.Shape) object {
	var properties object
	var required []string
	for _, k := range s.Keys {
		properties = append(properties, member{k.Name, w.described(k.Describe(), w.value(k.Shape, k.Required))})
		if k.Required {
			required = append(required, k.Name)
		}
	}
	o := object{{"properties", properties}, {"patternProperties", own()}, {"additionalProperties", false}}
	if required != nil {
		o = append(o, member{"required", required})
	}
	if s.OneOf != nil {
		var ways []object
		for _, key := range s.OneOf {
			ways = append(ways, object{{"required", []string{key}}, {"properties", object{{key, object{{"not", object{{"type", "null"}}}}}}}})
		}
		o = append(o, member{"oneOf", ways})
	}
	return o
}

// names describes a mapping whose keys the author chooses, all or out of a list.
func (w writer) names(s journeys.Shape) object {
	item := w.value(*s.Items, s.Filled)
	if s.Values == nil {
		return object{{"patternProperties", own()}, {"additionalProperties", w.described(s.Describe(""), item)}}
	}
	var properties object
	for _, name := range s.Values {
		properties = append(properties, member{name, w.described(s.Describe(name), item)})
	}
	return object{{"properties", properties}, {"patternProperties", own()}, {"additionalProperties", false}}
}

// described puts the words for people before a schema. The example is for people too: as YAML, in the
// text, where an editor shows it.
func (w writer) described(d journeys.Description, schema object) object {
	return append(object{{"description", d.Document(w.lang)}, {"markdownDescription", d.In(w.lang) + "\n\n```yaml\n" + d.Example + "\n```"}}, schema...)
}

func own() object { return object{{"^x-", true}} }
