// Package tokens reads a house style: a file of design tokens as the NL Design System ships them,
// laid over a theme of our own. It understands the forms in which such files exist:
//
//   - style-dictionary and W3C design tokens, nested: {"ma": {"link": {"color": {"$value": "#…"}}}},
//     with value or $value, with or without anything beside it;
//   - nested without more: {"rhc": {"color": {"wit": "#fff"}}};
//   - lists: [{"name": "maLinkColor", "path": ["ma", "link", "color"], "value": "#…"}];
//   - flat: {"maLinkColor": "#…"}, {"ma-link-color": "#…"}, {"--ma-link-color": "#…"};
//   - Tokens Studio, with sets at the top ("brand/color", "components/link"), $themes and $metadata,
//     and files that hold several whole themes.
//
// References ({ma.color.blauw.9}) are followed. What is not known is left alone. The look that
// comes out has no faults (render.Theme.Faults): colours that could not be read well are mended,
// each with a warning.
//
// Two tokens are our own: klantreis.logo, the path of an SVG file relative to the tokens file or
// a data: URI of one, and klantreis.logo-tekst, its text alternative.
package tokens

import (
	"bytes"
	"io"
	"io/fs"
	"strings"

	"klantreis/journeys"
	"klantreis/render"
)

// MaxFileSize is the number of bytes that a house style may have; the largest that we know have
// two million.
const MaxFileSize = 5 << 20

// Style is what a house style comes to.
type Style struct {
	Theme    render.Theme
	Problems journeys.Problems
	Font     string // the typeface that is asked for and is not ours; empty: none
	Source   []byte // the text of the file, for excerpts
}

// Load reads the house style of that name in the journey's folder and lays it over a theme. With
// errors among the problems, the theme is the one that was given. Positions bear the file's name
// as given in shown.
func Load(folder fs.FS, name, shown string, over render.Theme) (Style, error) {
	clean, ok := journeys.LocalPath(name)
	if !ok {
		return Style{}, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	f, err := folder.Open(clean)
	if err != nil {
		return Style{}, err
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, MaxFileSize+1))
	if err != nil {
		return Style{}, err
	}
	return Read(src, folder, clean, shown, over), nil
}

// Read lays the tokens in src over a theme. The folder is where a logo is looked for, beside name.
func Read(src []byte, folder fs.FS, name, shown string, over render.Theme) Style {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	r := &reader{src: src, shown: shown, folder: folder, name: name}
	s := Style{Theme: over, Source: src}
	if r.read() {
		s.Theme = r.theme(over)
		s.Theme.Logo = r.logo(s.Theme)
		s.Font = r.font()
		s.Theme.Typeface = s.Font
	}
	s.Problems = r.problems.Sorted()
	if s.Problems.HasErrors() {
		s.Theme = over
	}
	return s
}

// reader is one file on its way to a theme.
type reader struct {
	src         []byte
	name, shown string // its place in the folder, and as people know it
	folder      fs.FS
	tokens      []token
	byPath      map[string]int   // dotted path in lower case → token
	byName      map[string][]int // words of the name, with and without brand → tokens
	problems    journeys.Problems
	told        map[string]bool // problems are told once
}

func (r *reader) add(at int, severity journeys.Severity, code string, args ...any) {
	r.problems = append(r.problems, journeys.Problem{Pos: r.position(at), Severity: severity, Code: code, Args: args})
}

// warn tells something once.
func (r *reader) warn(at int, code string, args ...any) {
	p := journeys.Problem{Pos: r.position(at), Severity: journeys.Warning, Code: code, Args: args}
	message, _ := p.Text("nl")
	if r.told[message] {
		return
	}
	if r.told == nil {
		r.told = map[string]bool{}
	}
	r.told[message] = true
	r.problems = append(r.problems, p)
}

// position turns an offset into a line and a column in characters.
func (r *reader) position(at int) journeys.Pos {
	before := string(r.src[:max(0, min(at, len(r.src)))])
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return journeys.Pos{File: r.shown, Line: 1 + strings.Count(before, "\n"), Column: 1 + len([]rune(line))}
}
