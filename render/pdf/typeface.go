package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"klantreis/render/font"
)

var (
	fontRefs  = regexp.MustCompile(`/DescendantFonts \[(\d+) 0 R\]\n/ToUnicode (\d+) 0 R`)
	glyphsRef = regexp.MustCompile(`/CIDToGIDMap (\d+) 0 R`)
)

// mendFonts names the fonts as the subsets they are, and replaces fpdf's ToUnicode map: its one
// range over all codes is not valid, since only the last byte of a range may vary, and it gives a
// meaning to codes that are no characters.
func mendFonts(f *file) error {
	rename := make([]string, 0, 8)
	for i, face := range font.Faces() {
		name := [...]string{"Inter-Regular", "Inter-SemiBold", "Inter-Bold", "Inter-Italic"}[i]
		// Longest first is not needed: every name in the file ends at white space.
		rename = append(rename, "/utf8"+family(face)+"\n", fmt.Sprintf("/KLANT%c+%s\n", 'A'+i, name))
	}
	replacer := strings.NewReplacer(rename...)
	for i, body := range f.objects {
		if !bytes.HasPrefix(body, []byte("<</Type /Font")) {
			continue
		}
		f.objects[i] = []byte(replacer.Replace(string(body)))
		refs := fontRefs.FindSubmatch(body)
		if refs == nil {
			continue // a descendant or a descriptor
		}
		glyphs, err := f.glyphs(refs[1])
		if err != nil {
			return err
		}
		to, err := strconv.Atoi(string(refs[2]))
		if err != nil || to >= len(f.objects) {
			return fmt.Errorf("pdf: ToUnicode: %w", errLayout)
		}
		packed := deflate(toUnicode(glyphs))
		f.objects[to] = fmt.Appendf(nil, "<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream", len(packed), packed)
	}
	return nil
}

// glyphs reads the map from character codes to glyphs of a descendant font: two bytes a code.
func (f *file) glyphs(descendant []byte) ([]byte, error) {
	bad := fmt.Errorf("pdf: glyphs of a font: %w", errLayout)
	body := f.object(descendant)
	ref := glyphsRef.FindSubmatch(body)
	if ref == nil {
		return nil, bad
	}
	_, stream, ok := bytes.Cut(f.object(ref[1]), []byte("stream\n"))
	if !ok {
		return nil, bad
	}
	z, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return nil, bad
	}
	out, err := io.ReadAll(z)
	if err != nil {
		return nil, bad
	}
	return out, nil
}

// object is the body of an object by its number in decimals, nil when there is none.
func (f *file) object(number []byte) []byte {
	n, err := strconv.Atoi(string(number))
	if err != nil || n <= 0 || n >= len(f.objects) {
		return nil
	}
	return f.objects[n]
}

// toUnicode writes the map of the codes that have a glyph. A code is a character's own number.
func toUnicode(glyphs []byte) []byte {
	type span struct{ from, to int }
	var spans []span
	for c := 1; 2*c+1 < len(glyphs); c++ {
		if glyphs[2*c] == 0 && glyphs[2*c+1] == 0 {
			continue
		}
		if n := len(spans); n > 0 && spans[n-1].to == c-1 && c&0xFF != 0 {
			spans[n-1].to = c
			continue
		}
		spans = append(spans, span{c, c})
	}
	var cmap bytes.Buffer
	cmap.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // in one block
	for len(spans) > 0 {
		block := spans[:min(most, len(spans))]
		spans = spans[len(block):]
		fmt.Fprintf(&cmap, "%d beginbfrange\n", len(block))
		for _, s := range block {
			fmt.Fprintf(&cmap, "<%04X> <%04X> <%04X>\n", s.from, s.to, s.from)
		}
		cmap.WriteString("endbfrange\n")
	}
	cmap.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return cmap.Bytes()
}
