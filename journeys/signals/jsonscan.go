package signals

import (
	"io"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// jsonScanner reads JSON (RFC 8259) from a stream, without holding more than one buffer of it. It
// is stricter than most in one thing: values nested deeper than maxJSONDepth are refused.
type jsonScanner struct {
	src      io.Reader
	buf      []byte
	at, end  int
	line     int
	readErr  error
	text     []byte // of the string or number read last
	overlong bool   // a value of this record is longer than maxRecord and was cut
}

const maxJSONDepth = 64

func newJSONScanner(src io.Reader) *jsonScanner {
	return &jsonScanner{src: src, buf: make([]byte, 64<<10), line: 1}
}

// errSyntax is what is not JSON; the scanner's line tells where.
var errSyntax = fault{code: "json-kapot"}

// peek gives the next byte; at the end of the file its error is io.EOF.
func (s *jsonScanner) peek() (byte, error) {
	for s.at == s.end {
		if s.readErr != nil {
			return 0, s.readErr
		}
		s.at = 0
		s.end, s.readErr = s.src.Read(s.buf)
	}
	return s.buf[s.at], nil
}

// space skips white space and gives the byte after it.
func (s *jsonScanner) space() (byte, error) {
	for {
		c, err := s.peek()
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			s.line++
		case ' ', '\t', '\r':
		default:
			return c, nil
		}
		s.at++
	}
}

// inside is space for the middle of a value, where the file may not end.
func (s *jsonScanner) inside() (byte, error) {
	c, err := s.space()
	return c, unexpected(err)
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// skipLine gives up the rest of the line.
func (s *jsonScanner) skipLine() error {
	for {
		c, err := s.peek()
		if err != nil {
			return err
		}
		s.at++
		if c == '\n' {
			s.line++
			return nil
		}
	}
}

// str reads a string, of which the opening quote is next, into text. Bytes that are no UTF-8 are
// taken for Windows-1252.
func (s *jsonScanner) str() error {
	s.at++
	s.text = s.text[:0]
	valid := true
	for {
		c, err := s.peek()
		if err != nil {
			return unexpected(err)
		}
		switch {
		case c == '"':
			s.at++
			if !valid && !utf8.Valid(s.text) {
				decoded, err := charmap.Windows1252.NewDecoder().Bytes(s.text)
				if err != nil {
					return errSyntax
				}
				s.text = decoded
			}
			return nil
		case c == '\\':
			s.at++
			if err := s.escape(); err != nil {
				return err
			}
		case c < ' ':
			return errSyntax
		default:
			s.at++
			valid = valid && c < utf8.RuneSelf
			s.add(c)
		}
	}
}

// add keeps a byte of a value, up to the size that a cell may have.
func (s *jsonScanner) add(c byte) {
	if len(s.text) < maxRecord {
		s.text = append(s.text, c)
	} else {
		s.overlong = true
	}
}

func (s *jsonScanner) addRune(r rune) {
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], r)] {
		s.add(c)
	}
}

// escape reads what follows a backslash.
func (s *jsonScanner) escape() error {
	c, err := s.take()
	if err != nil {
		return err
	}
	switch c {
	case '"', '\\', '/':
		s.add(c)
	case 'b':
		s.add('\b')
	case 'f':
		s.add('\f')
	case 'n':
		s.add('\n')
	case 'r':
		s.add('\r')
	case 't':
		s.add('\t')
	case 'u':
		return s.unicodeEscape()
	default:
		return errSyntax
	}
	return nil
}

// unicodeEscape reads the digits after \u, and the second half of a surrogate pair. Halves
// without each other become U+FFFD.
func (s *jsonScanner) unicodeEscape() error {
	r, err := s.hex()
	for err == nil && utf16.IsSurrogate(r) {
		c, peekErr := s.peek()
		if peekErr != nil {
			return unexpected(peekErr)
		}
		if c != '\\' {
			r = utf8.RuneError
			break
		}
		s.at++
		c, peekErr = s.peek()
		if peekErr != nil {
			return unexpected(peekErr)
		}
		if c != 'u' {
			s.addRune(utf8.RuneError)
			return s.escape()
		}
		s.at++
		var low rune
		if low, err = s.hex(); err != nil {
			return err
		}
		if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
			r = pair
			break
		}
		s.addRune(utf8.RuneError)
		r = low
	}
	if err == nil {
		s.addRune(r)
	}
	return err
}

func (s *jsonScanner) hex() (rune, error) {
	var digits [4]byte
	for i := range digits {
		c, err := s.take()
		if err != nil {
			return 0, err
		}
		if digits[i] = c; !('0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f') {
			return 0, errSyntax
		}
	}
	v, err := strconv.ParseUint(string(digits[:]), 16, 32)
	return rune(v), err
}

func (s *jsonScanner) take() (byte, error) {
	c, err := s.peek()
	if err != nil {
		return 0, unexpected(err)
	}
	s.at++
	return c, nil
}

// word reads true, false or null into text; null is empty.
func (s *jsonScanner) word(want string) error {
	for i := 0; i < len(want); i++ {
		if c, err := s.peek(); err != nil {
			return unexpected(err)
		} else if c != want[i] {
			return errSyntax
		}
		s.at++
	}
	s.text = s.text[:0]
	if want != "null" {
		s.text = append(s.text, want...)
	}
	return nil
}

// number reads a number as it is written.
func (s *jsonScanner) number() error {
	s.text = s.text[:0]
	if err := s.sign("-"); err != nil {
		return unexpected(err)
	}
	if c, err := s.peek(); err == nil && c == '0' {
		s.add(c)
		s.at++
	} else if n, err := s.digits(); n == 0 {
		return orSyntax(err)
	}
	if c, err := s.peek(); err == nil && c == '.' {
		s.add(c)
		s.at++
		if n, err := s.digits(); n == 0 {
			return orSyntax(err)
		}
	}
	if c, err := s.peek(); err == nil && c|0x20 == 'e' {
		s.add(c)
		s.at++
		if err := s.sign("+-"); err != nil {
			return unexpected(err)
		}
		if n, err := s.digits(); n == 0 {
			return orSyntax(err)
		}
	}
	return nil
}

func orSyntax(err error) error {
	if err != nil {
		return unexpected(err)
	}
	return errSyntax
}

func (s *jsonScanner) sign(signs string) error {
	c, err := s.peek()
	if err != nil {
		return err
	}
	for i := range len(signs) {
		if c == signs[i] {
			s.add(c)
			s.at++
			return nil
		}
	}
	return nil
}

func (s *jsonScanner) digits() (n int, err error) {
	for {
		c, err := s.peek()
		if err != nil || c < '0' || c > '9' {
			return n, err
		}
		s.add(c)
		s.at++
		n++
	}
}
