package signals

import (
	"bytes"
	"io"
	"strconv"
	"unicode/utf8"
)

// xmlScanner walks the XML of a workbook as a stream: elements by their name without prefix, their
// attributes, and text where it is asked for. It knows UTF-8 only and refuses document types, so
// no entity can be declared.
type xmlScanner struct {
	src     io.Reader
	buf     []byte
	at, end int
	readErr error

	tag  []byte // what stands between < and >
	name []byte // of the element, without prefix
	text []byte // gathered while keep
	keep bool
}

type xmlKind int

const (
	xmlOpen  xmlKind = iota
	xmlClose         // also after an element that closes itself
)

// maxTag bounds one tag of XML.
const maxTag = 64 << 10

var errXML = fault{code: "xlsx-kapot"}

func newXMLScanner(src io.Reader) *xmlScanner {
	return &xmlScanner{src: src, buf: make([]byte, 64<<10)}
}

// upTo reads until a byte, which is taken but not kept, and appends to dst up to max bytes.
func (s *xmlScanner) upTo(stop byte, dst []byte, max int) ([]byte, error) {
	for {
		if s.at == s.end {
			if s.readErr != nil {
				return dst, s.readErr
			}
			s.at = 0
			s.end, s.readErr = s.src.Read(s.buf)
			continue
		}
		part := s.buf[s.at:s.end]
		i := bytes.IndexByte(part, stop)
		if i >= 0 {
			part = part[:i]
		}
		s.at += len(part)
		if room := max - len(dst); room > 0 {
			dst = append(dst, part[:min(len(part), room)]...)
		}
		if i >= 0 {
			s.at++
			return dst, nil
		}
	}
}

// next goes to the next opening or closing tag. A tag that closes itself is opened only; see
// selfClosing. At the end of the file the error is io.EOF.
func (s *xmlScanner) next() (xmlKind, error) {
	for {
		if err := s.plainText(); err != nil {
			return 0, err
		}
		var err error
		if s.tag, err = s.upTo('>', s.tag[:0], maxTag); err != nil {
			return 0, unexpected(err)
		}
		if len(s.tag) == 0 {
			return 0, errXML
		}
		switch s.tag[0] {
		case '?':
			continue
		case '!':
			if err := s.special(); err != nil {
				return 0, err
			}
			continue
		case '/':
			s.name = localName(s.tag[1:])
			return xmlClose, nil
		}
		for inQuotes(s.tag) { // a > inside the value of an attribute
			if len(s.tag) >= maxTag {
				return 0, errXML
			}
			if s.tag, err = s.upTo('>', append(s.tag, '>'), maxTag); err != nil {
				return 0, unexpected(err)
			}
		}
		s.name = localName(s.tag)
		return xmlOpen, nil
	}
}

// plainText reads up to the next tag, and keeps it decoded when that was asked for.
func (s *xmlScanner) plainText() error {
	room := 0
	if s.keep {
		room = maxRecord
	}
	start := len(s.text)
	text, err := s.upTo('<', s.text, room)
	if s.keep {
		s.text = append(text[:start], unescapeXML(text[start:])...)
	}
	return err
}

// special reads comments and CDATA; a document type is refused.
func (s *xmlScanner) special() error {
	switch {
	case bytes.HasPrefix(s.tag, []byte("!--")):
		for !bytes.HasSuffix(s.tag, []byte("--")) || len(s.tag) < len("!----") {
			if err := s.more(); err != nil {
				return err
			}
			if len(s.tag) > maxTag/2 { // keep the end, where the comment closes
				s.tag = append(s.tag[:3], s.tag[len(s.tag)-2:]...)
			}
		}
		return nil
	case bytes.HasPrefix(s.tag, []byte("![CDATA[")):
		for !bytes.HasSuffix(s.tag, []byte("]]")) {
			if err := s.more(); err != nil {
				return err
			}
		}
		if s.keep && len(s.text) < maxRecord {
			s.text = append(s.text, s.tag[len("![CDATA["):len(s.tag)-2]...)
		}
		return nil
	}
	return errXML
}

func (s *xmlScanner) more() error {
	var err error
	s.tag, err = s.upTo('>', append(s.tag, '>'), maxRecord)
	if len(s.tag) >= maxRecord {
		return errXML
	}
	return unexpected(err)
}

// selfClosing tells whether the tag that was opened last has no content.
func (s *xmlScanner) selfClosing() bool { return len(s.tag) > 0 && s.tag[len(s.tag)-1] == '/' }

// is compares the name of the element.
func (s *xmlScanner) is(name string) bool { return string(s.name) == name }

func localName(tag []byte) []byte {
	for i, c := range tag {
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/' {
			tag = tag[:i]
			break
		}
	}
	if i := bytes.IndexByte(tag, ':'); i >= 0 {
		tag = tag[i+1:]
	}
	return tag
}

func inQuotes(tag []byte) bool {
	var quote byte
	for _, c := range tag {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote != 0
}

// attr gives an attribute by its name without prefix; empty when it is absent. The bytes are valid
// until the next tag.
func (s *xmlScanner) attr(name string) []byte {
	rest := s.tag
	for {
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return nil
		}
		key := bytes.TrimSpace(rest[:equals])
		if i := bytes.LastIndexAny(key, " \t\r\n"); i >= 0 {
			key = key[i+1:]
		}
		rest = bytes.TrimLeft(rest[equals+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(localName(key)) == name {
			return unescapeXML(rest[1 : 1+end])
		}
		rest = rest[end+2:]
	}
}

// unescapeXML replaces the five entities and character references; what is none stays.
func unescapeXML(b []byte) []byte {
	if bytes.IndexByte(b, '&') < 0 {
		return b
	}
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return append(out, b...)
		}
		out, b = append(out, b[:i]...), b[i:]
		end := bytes.IndexByte(b[:min(len(b), 12)], ';')
		r, ok := rune(0), false
		if end > 0 {
			r, ok = entity(string(b[1:end]))
		}
		if !ok {
			out, b = append(out, '&'), b[1:]
			continue
		}
		out, b = utf8.AppendRune(out, r), b[end+1:]
	}
	return out
}

func entity(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	v, err := strconv.ParseUint(digits, base, 32)
	return rune(v), err == nil && v <= utf8.MaxRune && v > 0
}
