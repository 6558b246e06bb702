package pdf

import (
	"fmt"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/font"
)

func TestOddCharactersInRunningText(t *testing.T) {
	for _, c := range []struct{ name, text, drawn, read, warned string }{
		{"soft hyphen", "af\u00ADbreking", "afbreking", "afbreking", ""},
		{"no-break space", "€\u00A0800", "€\u00A0800", "€\u00A0800", ""},
		{"narrow no-break space", "€\u202F800", "€\u00A0800", "€\u00A0800", ""},
		{"loose accents", "coo\u0308rdinatie een\u0301", "coördinatie eeń", "coördinatie eeń", ""},
		{"line ends and tabs", "een\ntwee\r\n\tdrie", "een twee drie", "een twee drie", ""},
		{"emoji", "fijn 🙂", "fijn □", "fijn 🙂", "🙂"},
		{"Arabic", "مر", "□□", "مر", "مر"},
		{"Chinese", "你好", "□□", "你好", "你好"},
		{"control characters", "a\x00b", "a□b", "a□b", "\x00"},
		{"zero-width joiner", "👩\u200D👧", "□□", "👩👧", "👩👧"},
	} {
		warn := &warningList{}
		var drawn, read []string
		for _, l := range wrap(c.text, font.Regular, 10, 400, warn) {
			drawn, read = append(drawn, l.drawn), append(read, l.original)
		}
		if got := strings.Join(drawn, "|"); got != c.drawn {
			t.Errorf("%s: drawn %q, want %q", c.name, got, c.drawn)
		}
		if got := strings.Join(read, "|"); got != c.read {
			t.Errorf("%s: read %q, want %q", c.name, got, c.read)
		}
		if got := string(warn.replaced); got != c.warned {
			t.Errorf("%s: warned of %q, want %q", c.name, got, c.warned)
		}
	}
}

// TestNoLineStandsAlone lays out paragraphs of all lengths, in text, lists, quotes and cells: where
// one goes on over a page, at least two of its lines stand on each, unless it has only three.
func TestNoLineStandsAlone(t *testing.T) {
	var blocks []render.Block
	for n := 5; n < 400; n += 13 {
		text := many("woorden", n)
		blocks = append(blocks, render.Prose{Text: text}, render.List{Items: []string{text, "kort"}}, render.Quote{Text: text, Source: "Balie"},
			render.Table{Columns: []render.Column{{Title: "Een"}, {Title: "Twee"}}, Rows: [][]string{{text, "kort"}, {"kort", text}}})
	}
	_, sheets := laidOut(section(blocks...))
	lines := map[*tag]map[int]int{} // element → page → lines
	for page, sh := range sheets {
		for _, s := range sh.strips {
			for _, it := range s.items {
				if v, ok := it.comp.(textLine); ok && v.tag != nil {
					if lines[v.tag] == nil {
						lines[v.tag] = map[int]int{}
					}
					lines[v.tag][page]++
				}
			}
		}
	}
	parted := 0
	for element, pages := range lines {
		total := 0
		for _, n := range pages {
			total += n
		}
		if len(pages) > 1 {
			parted++
		}
		for page, n := range pages {
			if len(pages) > 1 && n < 2 {
				t.Errorf("one line of a %s of %d lines stands alone on page %d", element.role, total, page+1)
			}
		}
	}
	if parted < 10 {
		t.Errorf("only %d paragraphs go on over a page", parted)
	}
}

// TestHeadingsStayWithWhatFollows lays out many headings at all heights of a page.
func TestHeadingsStayWithWhatFollows(t *testing.T) {
	var blocks []render.Block
	for n := range 60 {
		blocks = append(blocks, render.Heading{Text: fmt.Sprint("Kop ", n)}, render.Prose{Text: many("zin", 3+n*7%61)})
	}
	_, sheets := laidOut(section(blocks...))
	for page, sh := range sheets[:len(sheets)-1] {
		last := sh.strips[len(sh.strips)-1]
		for _, it := range last.items {
			if v, ok := it.comp.(textLine); ok && v.tag != nil && v.tag.role == "H2" {
				t.Errorf("page %d ends with the heading %q", page+1, v.line.drawn)
			}
		}
	}
}
