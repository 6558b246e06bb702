// Package font carries the one typeface of all outputs, Inter, and measures text with it.
//
// Every picture and page is laid out with these widths, and the same font files travel inside
// the HTML, the SVG and the PDF, so that what was measured is what is shown. The files are
// subsets without layout tables (no kerning, no ligatures): a line is exactly as wide as the sum
// of its advances, in a browser, in a PDF and in our own raster.
package font

import (
	_ "embed"
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face is one cut of the typeface. The zero value is the regular one.
type Face int

const (
	Regular Face = iota
	SemiBold
	Bold
	Italic
	faces
)

// Weight is the CSS font-weight of the face.
func (f Face) Weight() int { return [faces]int{400, 600, 700, 400}[f] }

// IsItalic says whether the face slants.
func (f Face) IsItalic() bool { return f == Italic }

// Family is the name under which every output knows the typeface.
const Family = "Inter"

//go:embed inter-regular.ttf
var regularTTF []byte

//go:embed inter-semibold.ttf
var semiBoldTTF []byte

//go:embed inter-bold.ttf
var boldTTF []byte

//go:embed inter-italic.ttf
var italicTTF []byte

//go:embed inter-regular.woff2
var regularWOFF2 []byte

//go:embed inter-semibold.woff2
var semiBoldWOFF2 []byte

//go:embed inter-bold.woff2
var boldWOFF2 []byte

//go:embed inter-italic.woff2
var italicWOFF2 []byte

// TTF returns the face's TrueType file; the bytes are shared and must not be changed.
func (f Face) TTF() []byte {
	return [faces][]byte{regularTTF, semiBoldTTF, boldTTF, italicTTF}[f]
}

// WOFF2 returns the face's compressed web font; the bytes are shared and must not be changed.
func (f Face) WOFF2() []byte {
	return [faces][]byte{regularWOFF2, semiBoldWOFF2, boldWOFF2, italicWOFF2}[f]
}

// Faces lists every face, in a fixed order.
func Faces() []Face { return []Face{Regular, SemiBold, Bold, Italic} }

// unitsPerEm is asserted when a face is parsed; Inter is drawn on 2048 units.
const unitsPerEm = 2048

// table is a parsed face: glyph indices and advances of all it covers, read once.
type table struct {
	font     *sfnt.Font
	glyphs   map[rune]sfnt.GlyphIndex
	advances map[rune]int // font units
}

var tables = func() [faces]func() *table {
	var all [faces]func() *table
	for f := range all {
		all[f] = sync.OnceValue(func() *table { return parse(Face(f)) })
	}
	return all
}()

// parse reads one embedded face. The files are part of the program, so a fault in them is a
// broken build and panics.
func parse(f Face) *table {
	parsed, err := sfnt.Parse(f.TTF())
	if err != nil {
		panic(fmt.Sprintf("font: embedded face %d: %v", f, err))
	}
	if parsed.UnitsPerEm() != unitsPerEm {
		panic(fmt.Sprintf("font: embedded face %d has %d units per em", f, parsed.UnitsPerEm()))
	}
	t := &table{font: parsed, glyphs: map[rune]sfnt.GlyphIndex{}, advances: map[rune]int{}}
	var buf sfnt.Buffer
	for r := rune(0x20); r < 0x10000; r++ {
		g, err := parsed.GlyphIndex(&buf, r)
		if err != nil || g == 0 {
			continue
		}
		adv, err := parsed.GlyphAdvance(&buf, g, fixed.I(unitsPerEm), font.HintingNone)
		if err != nil {
			panic(fmt.Sprintf("font: advance of %U: %v", r, err))
		}
		t.glyphs[r] = g
		t.advances[r] = adv.Round()
	}
	return t
}

// Substitute stands for a character that the typeface lacks, wherever we draw the glyphs
// ourselves. It is visible on purpose: a silent gap would lose text.
const Substitute = '□'

// Has reports whether the face can draw r.
func (f Face) Has(r rune) bool {
	_, ok := tables[f]().glyphs[r]
	return ok
}

// Width is the length of s in the unit of size. A character that the face lacks counts as one
// em, because a reader's fallback font may be that wide.
func Width(s string, f Face, size float64) float64 {
	t := tables[f]()
	units := 0
	for _, r := range s {
		if adv, ok := t.advances[r]; ok {
			units += adv
		} else if !invisible(r) {
			units += unitsPerEm
		}
	}
	return float64(units) * size / unitsPerEm
}

// invisible marks the characters that steer text without taking room: zero-width joiners,
// direction marks, variation selectors.
func invisible(r rune) bool {
	return r == 0x00AD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2069 || r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF
}

// Drawable replaces what the face cannot draw by Substitute and drops what takes no room. It
// returns the number of characters replaced, for a warning.
func Drawable(s string, f Face) (drawable string, replaced int) {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		switch {
		case f.Has(r):
			out = append(out, r)
		case invisible(r):
		case r == '\n' || r == '\t':
			out = append(out, ' ')
		default:
			out = append(out, Substitute)
			replaced++
		}
	}
	return string(out), replaced
}

// Segment is one piece of a glyph's outline; see sfnt.Segment.
type Segment = sfnt.Segment

// Outline loads the outline of r at size (pixels per em), y down, origin on the baseline, and
// its advance. A character that the face lacks gives the outline of Substitute.
func Outline(r rune, f Face, size float64, buf *sfnt.Buffer) (segments []Segment, advance float64, err error) {
	t := tables[f]()
	g, ok := t.glyphs[r]
	if !ok {
		r = Substitute
		g = t.glyphs[r]
	}
	segments, err = t.font.LoadGlyph(buf, g, fixed.Int26_6(size*64+0.5), nil)
	return segments, float64(t.advances[r]) * size / unitsPerEm, err
}

// Ascent and Descent are the room above and below the baseline that lines of this typeface
// need, as a share of the size.
const (
	Ascent  = 0.96875
	Descent = 0.2412
)
