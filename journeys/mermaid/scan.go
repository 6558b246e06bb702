package mermaid

import (
	"regexp"
	"strings"
)

// scanner takes statements from a text, in the order of the rules of Mermaid's lexer.
type scanner struct {
	*text
	at       int
	d        Diagram
	comments []string // since the last statement
	begun    bool     // the word journey was seen
	closed   bool     // a semicolon was told of
}

// The words that begin a statement. A space of \s may be a line end, as it is for Mermaid.
var (
	journeyWord = regexp.MustCompile(`^(?i:journey)\b`)
	titleWord   = regexp.MustCompile(`^(?i:title)\s`)
	sectionWord = regexp.MustCompile(`^(?i:section)\s`)
	accTitle    = regexp.MustCompile(`^(?i:accTitle)\s*:\s*`)
	accDescr    = regexp.MustCompile(`^(?i:accDescr)\s*:\s*`)
	accBlock    = regexp.MustCompile(`^(?i:accDescr)\s*\{\s*`)
)

func (s *scanner) run() {
	for s.at < len(s.src) {
		s.token()
	}
	s.d.After = s.comments
}

// token reads one statement, comment or separator. It always moves on.
func (s *scanner) token() {
	rest := s.src[s.at:]
	switch c := rest[0]; {
	case c == '%' && !strings.HasPrefix(rest, "%{"):
		s.comment(strings.TrimLeft(s.line(), "%"))
	case c != '}' && c != '\n' && len(rest) > 2 && rest[1:3] == "%%":
		s.at++
		s.comment(strings.TrimLeft(s.line(), "%"))
	case strings.IndexByte(" \n\t\v\f", c) >= 0:
		s.at++
	case strings.HasPrefix(rest, "\u00a0") || strings.HasPrefix(rest, "\u3000") || strings.HasPrefix(rest, "\ufeff"):
		s.at += len(string([]rune(rest)[:1]))
	case c == '#' && s.entityAt(s.at) == 0:
		s.comment(strings.TrimLeft(s.line(), "#"))
	case c == ';':
		s.semicolon()
	case !s.begun && journeyWord.MatchString(rest):
		s.begun = true
		s.d.Comments, s.comments = s.comments, nil
		s.at += len("journey")
	case accTitle.MatchString(rest):
		s.at += len(accTitle.FindString(rest))
		s.d.AccTitle = tidy(s.line())
	case accDescr.MatchString(rest):
		s.at += len(accDescr.FindString(rest))
		s.d.Description = tidy(s.line())
	case accBlock.MatchString(rest):
		s.block(len(accBlock.FindString(rest)))
	case s.keyword(titleWord, ""):
		s.title()
	case s.keyword(sectionWord, ":"):
		s.section()
	default:
		s.task()
	}
}

// line takes the rest of the line.
func (s *scanner) line() string {
	end := strings.IndexByte(s.src[s.at:], '\n')
	if end < 0 {
		end = len(s.src) - s.at
	}
	line := s.src[s.at : s.at+end]
	s.at += end
	return line
}

func (s *scanner) comment(c string) {
	if c = strings.Join(strings.Fields(c), " "); c != "" {
		s.comments = append(s.comments, c)
	}
}

// semicolon ends a statement, as in other diagrams of Mermaid; in a journey Mermaid stumbles over it.
func (s *scanner) semicolon() {
	if !s.closed {
		s.closed = true
		s.warn(s.at, "mermaid-puntkomma")
	}
	s.at++
}

// block reads an accDescr between braces, to the end of the text if it is never closed.
func (s *scanner) block(lead int) {
	from := s.at
	s.at += lead
	end := strings.IndexByte(s.src[s.at:], '}')
	if end < 0 {
		s.warn(from, "mermaid-accolade")
		s.d.Description = tidy(s.src[s.at:])
		s.at = len(s.src)
		return
	}
	s.d.Description = tidy(s.src[s.at : s.at+end])
	s.at += end + 1
}

// keyword tells whether a statement begins here with a word and at least one sign that may follow it.
func (s *scanner) keyword(begin *regexp.Regexp, but string) bool {
	n := len(begin.FindString(s.src[s.at:]))
	return n > 0 && s.until(s.at+n, "\n;"+but) > s.at+n
}

// until is the end of the run of signs that are none of those in stop, nor a # that begins a comment.
func (s *scanner) until(at int, stop string) int {
	for at < len(s.src) {
		if n := s.entityAt(at); n > 0 {
			at += n
			continue
		}
		if s.src[at] == '#' || strings.IndexByte(stop, s.src[at]) >= 0 {
			break
		}
		at++
	}
	return at
}

// take moves to the end of a run and gives it.
func (s *scanner) take(stop string) string {
	from := s.at
	s.at = s.until(from, stop)
	return s.src[from:s.at]
}

// cut tells that a # made a comment of the rest of a line, and keeps that with what stands before it.
func (s *scanner) cut(comments *[]string) {
	if s.at < len(s.src) && s.src[s.at] == '#' {
		at, rest := s.at, s.line()
		s.warn(at, "mermaid-hekje", short(rest))
		if rest = strings.TrimSpace(strings.TrimLeft(rest, "#")); rest != "" {
			*comments = append(*comments, rest)
		}
	}
}

func (s *scanner) title() {
	s.at += len("title")
	at := s.at
	if title := tidy(s.take("\n;")); title != "" {
		if s.d.Title != "" {
			s.warn(at, "mermaid-tweede-titel", short(s.d.Title))
			s.comment("title " + s.d.Title)
		}
		s.d.Title = title
	}
	s.cut(&s.d.Comments)
}

func (s *scanner) section() {
	at := s.at
	s.at += len("section")
	name := s.take(":\n;")
	if s.at < len(s.src) && s.src[s.at] == ':' {
		s.warn(s.at, "mermaid-dubbele-punt", short(tidy(name)))
		name += s.take("\n;")
	}
	section := Section{Title: tidy(name), Comments: s.comments, Pos: s.pos(at)}
	s.comments = nil
	s.cut(&section.Comments)
	s.d.Sections = append(s.d.Sections, section)
}
