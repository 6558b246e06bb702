package pdfcheck

import (
	"encoding/binary"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// fontFile is a composite font with all that its use is checked against.
type fontFile struct {
	name    string
	dict    types.Dict // Type0
	cid     types.Dict // its descendant
	unicode map[int]string
	used    map[int]bool // character codes
}

// font gives the font behind a reference, read once; nil when there is none.
func (d *Document) font(ref types.Object) *fontFile {
	n := objectNumber(ref)
	if f, ok := d.fonts[n]; ok {
		return f
	}
	dict := d.dict(ref)
	if dict == nil {
		return nil
	}
	f := &fontFile{name: d.name(dict["BaseFont"]), dict: dict, unicode: map[int]string{}, used: map[int]bool{}}
	if kids := d.array(dict["DescendantFonts"]); len(kids) == 1 {
		f.cid = d.dict(kids[0])
	}
	if cmap, ok := d.stream(dict["ToUnicode"]); ok {
		d.readCMap(f, string(cmap))
	}
	d.fonts[n] = f
	return f
}

var (
	bfrange = regexp.MustCompile(`(?s)beginbfrange(.*?)endbfrange`)
	bfchar  = regexp.MustCompile(`(?s)beginbfchar(.*?)endbfchar`)
	inHex   = regexp.MustCompile(`<([0-9A-Fa-f]+)>`)
)

// readCMap reads a ToUnicode map.
func (d *Document) readCMap(f *fontFile, cmap string) {
	hexes := func(s string) (out []string) {
		for _, m := range inHex.FindAllStringSubmatch(s, -1) {
			out = append(out, m[1])
		}
		return out
	}
	for _, m := range bfrange.FindAllStringSubmatch(cmap, -1) {
		parts := hexes(m[1])
		if len(parts)%3 != 0 || len(parts) > 300 || strings.Contains(m[1], "[") {
			d.fault("31-027", "%s: a range in ToUnicode that is not known here", f.name)
			return
		}
		for i := 0; i < len(parts); i += 3 {
			from, to, at := code(parts[i]), code(parts[i+1]), code(parts[i+2])
			if from>>8 != to>>8 || to < from || at&0xFF+to-from > 0xFF {
				d.fault("31-027", "%s: ToUnicode range <%s> <%s>: only the last byte may vary", f.name, parts[i], parts[i+1])
			}
			for k := from; k <= to; k++ {
				f.unicode[k] = string(rune(at + k - from))
			}
		}
	}
	for _, m := range bfchar.FindAllStringSubmatch(cmap, -1) {
		parts := hexes(m[1])
		for i := 0; i+1 < len(parts); i += 2 {
			var units []uint16
			for k := 0; k+4 <= len(parts[i+1]); k += 4 {
				units = append(units, uint16(code(parts[i+1][k:k+4])))
			}
			f.unicode[code(parts[i])] = string(utf16.Decode(units))
		}
	}
	for c, s := range f.unicode {
		if s == "" || strings.ContainsAny(s, "\x00\uFFFD") {
			d.fault("31-028", "%s: ToUnicode gives U+0000 or U+FFFD for %04X", f.name, c)
		}
		if strings.ContainsAny(s, "\uFEFF\uFFFE") {
			d.fault("31-029", "%s: ToUnicode gives U+FEFF or U+FFFE for %04X", f.name, c)
		}
	}
}

func code(hex string) int {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return -1
	}
	return int(n)
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+\S+$`)

// checkFonts looks at every font that a page names.
func (d *Document) checkFonts() {
	for _, p := range d.pages {
		fonts := d.dict(p.resources["Font"])
		for _, key := range sorted(fonts) {
			d.font(fonts[key])
		}
	}
	var numbers []int
	for n := range d.fonts {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		if f := d.fonts[n]; f != nil {
			d.checkFont(f)
		}
	}
}

func (d *Document) checkFont(f *fontFile) {
	if d.name(f.dict["Subtype"]) != "Type0" || f.cid == nil || d.name(f.cid["Subtype"]) != "CIDFontType2" {
		d.fault("fonts", "%s is not a composite TrueType font, and was not checked", f.name)
		return
	}
	if d.name(f.dict["Encoding"]) != "Identity-H" {
		d.fault("31-006", "%s is not encoded as Identity-H", f.name)
	}
	info := d.dict(f.cid["CIDSystemInfo"])
	if _, ok := d.text(info["Registry"]); !ok {
		d.fault("31-001", "%s has no CIDSystemInfo", f.name)
	}
	descriptor := d.dict(f.cid["FontDescriptor"])
	for _, name := range []string{f.name, d.name(f.cid["BaseFont"]), d.name(descriptor["FontName"])} {
		if !subsetName.MatchString(name) || name != f.name {
			d.fault("A 6.2.11.4", "the font is called %q and %q", f.name, name)
		}
	}
	if _, ok := descriptor["CIDSet"]; ok {
		d.fault("31-014", "%s has a CIDSet, which is not checked here", f.name)
	}
	if _, ok := f.dict["ToUnicode"]; !ok {
		d.fault("31-027", "%s has no ToUnicode", f.name)
	}
	program, ok := d.stream(descriptor["FontFile2"])
	if !ok {
		d.fault("31-009", "%s is not embedded", f.name)
		return
	}
	glyphs, ok := readGlyphs(program)
	if !ok {
		d.fault("31-009", "%s: the embedded font cannot be read", f.name)
		return
	}
	gids := func(code int) int { return code }
	if mapping, ok := d.stream(f.cid["CIDToGIDMap"]); ok {
		gids = func(code int) int {
			if 2*code+1 >= len(mapping) {
				return 0
			}
			return int(binary.BigEndian.Uint16(mapping[2*code:]))
		}
	} else if d.name(f.cid["CIDToGIDMap"]) != "Identity" {
		d.fault("31-004", "%s has no CIDToGIDMap", f.name)
	}
	widths := d.readWidths(f)
	for _, c := range usedCodes(f) {
		s := f.unicode[c]
		if s == "" {
			d.fault("10-001", "%s: the character %04X has no Unicode value", f.name, c)
		}
		if strings.ContainsFunc(s, func(r rune) bool { return r >= 0xE000 && r <= 0xF8FF }) {
			d.fault("A 6.2.11.7", "%s: %04X is a private character", f.name, c)
		}
		gid := gids(c)
		if gid == 0 {
			d.fault("31-030", "%s: the character %04X (%q) is .notdef", f.name, c, s)
			continue
		}
		if gid >= len(glyphs.advance) || !glyphs.drawn[gid] && strings.TrimSpace(strings.Trim(s, "\u200B")) != "" {
			d.fault("31-011", "%s: the glyph of %04X (%q) is not in the font", f.name, c, s)
			continue
		}
		if w := widths(c); math.Abs(w-glyphs.advance[gid]) > 1.01 {
			d.fault("31-016", "%s: %q is %.1f wide in the font and %.1f in the document", f.name, s, glyphs.advance[gid], w)
		}
	}
}

func usedCodes(f *fontFile) []int {
	var all []int
	for c := range f.used {
		all = append(all, c)
	}
	slices.Sort(all)
	return all
}

// readWidths reads W and DW, in thousandths of an em.
func (d *Document) readWidths(f *fontFile) func(code int) float64 {
	fallback := 1000.0
	if w, ok := d.number(f.cid["DW"]); ok {
		fallback = w
	}
	of := map[int]float64{}
	w := d.array(f.cid["W"])
	for i := 0; i+1 < len(w); {
		first := d.integer(w[i])
		if list := d.array(w[i+1]); list != nil {
			for k, o := range list {
				of[first+k], _ = d.number(o)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		width, _ := d.number(w[i+2])
		for c := first; c <= d.integer(w[i+1]); c++ {
			of[c] = width
		}
		i += 3
	}
	return func(code int) float64 {
		if v, ok := of[code]; ok {
			return v
		}
		return fallback
	}
}

// glyphTable is what an embedded TrueType font knows of its glyphs.
type glyphTable struct {
	advance []float64 // thousandths of an em
	drawn   []bool    // has an outline
}

// readGlyphs reads the tables head, hhea, maxp, hmtx and loca.
func readGlyphs(ttf []byte) (t glyphTable, ok bool) {
	defer func() {
		if recover() != nil { // a table shorter than it says
			ok = false
		}
	}()
	u16, u32 := binary.BigEndian.Uint16, binary.BigEndian.Uint32
	tables := map[string][]byte{}
	for i := range int(u16(ttf[4:])) {
		record := ttf[12+16*i:]
		from, size := u32(record[8:]), u32(record[12:])
		tables[string(record[:4])] = ttf[from : from+size]
	}
	em := float64(u16(tables["head"][18:]))
	long := u16(tables["head"][50:]) == 1
	metrics := int(u16(tables["hhea"][34:]))
	count := int(u16(tables["maxp"][4:]))
	offset := func(i int) int {
		if long {
			return int(u32(tables["loca"][4*i:]))
		}
		return 2 * int(u16(tables["loca"][2*i:]))
	}
	for i := range count {
		k := min(i, metrics-1)
		t.advance = append(t.advance, float64(u16(tables["hmtx"][4*k:]))*1000/em)
		t.drawn = append(t.drawn, offset(i+1) > offset(i) && offset(i+1) <= len(tables["glyf"]))
	}
	return t, true
}
