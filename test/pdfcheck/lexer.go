package pdfcheck

import (
	"bytes"
	"strconv"
	"unicode/utf16"
)

// token is one piece of a content stream.
type token struct {
	kind  byte // n number, / name, s string, [ array, < dictionary, o operator
	text  string
	num   float64
	items []token // of an array; of a dictionary: key, value, key, …
}

// lexer reads the tokens of a content stream.
type lexer struct {
	b   []byte
	pos int
	bad string // what could not be read
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// next gives the following token; false at the end and at what cannot be read.
func (l *lexer) next() (token, bool) {
	for l.pos < len(l.b) && space(l.b[l.pos]) {
		l.pos++
	}
	if l.pos >= len(l.b) {
		return token{}, false
	}
	switch c := l.b[l.pos]; {
	case c == '(':
		return l.literal()
	case c == '<' && l.peek(1) == '<':
		l.pos += 2
		return l.list('<', ">>")
	case c == '<':
		return l.hex()
	case c == '[':
		l.pos++
		return l.list('[', "]")
	case c == '/':
		l.pos++
		return token{kind: '/', text: l.word()}, true
	case c == ')' || c == '>' || c == ']' || c == '{' || c == '}' || c == '%':
		l.bad = "stray " + string(c)
		return token{}, false
	}
	w := l.word()
	if n, err := strconv.ParseFloat(w, 64); err == nil {
		return token{kind: 'n', text: w, num: n}, true
	}
	return token{kind: 'o', text: w}, true
}

func (l *lexer) peek(n int) byte {
	if l.pos+n < len(l.b) {
		return l.b[l.pos+n]
	}
	return 0
}

func (l *lexer) word() string {
	from := l.pos
	for l.pos < len(l.b) && !space(l.b[l.pos]) && !delimiter(l.b[l.pos]) {
		l.pos++
	}
	return string(l.b[from:l.pos])
}

func (l *lexer) list(kind byte, end string) (token, bool) {
	t := token{kind: kind}
	for {
		for l.pos < len(l.b) && space(l.b[l.pos]) {
			l.pos++
		}
		if bytes.HasPrefix(l.b[l.pos:], []byte(end)) {
			l.pos += len(end)
			return t, true
		}
		item, ok := l.next()
		if !ok {
			l.bad = "a list without its end"
			return token{}, false
		}
		t.items = append(t.items, item)
	}
}

func (l *lexer) hex() (token, bool) {
	end := bytes.IndexByte(l.b[l.pos:], '>')
	if end < 0 {
		l.bad = "a hexadecimal string without its end"
		return token{}, false
	}
	digits := bytes.Map(func(r rune) rune {
		if space(byte(r)) {
			return -1
		}
		return r
	}, l.b[l.pos+1:l.pos+end])
	l.pos += end + 1
	if len(digits)%2 == 1 {
		l.bad = "a hexadecimal string of an odd length"
		return token{}, false
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		n, err := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8)
		if err != nil {
			l.bad = "a hexadecimal string with other digits"
			return token{}, false
		}
		out[i] = byte(n)
	}
	return token{kind: 's', text: string(out)}, true
}

func (l *lexer) literal() (token, bool) {
	var out []byte
	depth := 0
	for ; l.pos < len(l.b); l.pos++ {
		c := l.b[l.pos]
		switch {
		case c == '(':
			depth++
			if depth == 1 {
				continue
			}
		case c == ')':
			depth--
			if depth == 0 {
				l.pos++
				return token{kind: 's', text: string(out)}, true
			}
		case c == '\\':
			l.pos++
			switch e := l.peek(0); {
			case e >= '0' && e <= '7':
				n := 0
				for k := 0; k < 3 && l.peek(0) >= '0' && l.peek(0) <= '7'; k++ {
					n = n*8 + int(l.peek(0)-'0')
					l.pos++
				}
				l.pos--
				out = append(out, byte(n))
			case e == '\n':
			case bytes.IndexByte([]byte("nrtbf"), e) >= 0:
				out = append(out, "\n\r\t\b\f"[bytes.IndexByte([]byte("nrtbf"), e)])
			default:
				out = append(out, e)
			}
			continue
		}
		out = append(out, c)
	}
	l.bad = "a string without its end"
	return token{}, false
}

// entry is a value in a dictionary token.
func (t token) entry(key string) (token, bool) {
	for i := 0; i+1 < len(t.items); i += 2 {
		if t.items[i].kind == '/' && t.items[i].text == key {
			return t.items[i+1], true
		}
	}
	return token{}, false
}

// decode reads a text string: UTF-16 with its mark, else Latin letters.
func decode(s string) string {
	if len(s) < 2 || s[0] != 0xFE || s[1] != 0xFF {
		out := make([]rune, len(s))
		for i := range len(s) {
			out[i] = rune(s[i])
		}
		return string(out)
	}
	var units []uint16
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
