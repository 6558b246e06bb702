package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"klantreis/render/font"
)

// fpdf writes pages, fonts and gradients. This pass takes its file apart into objects, mends what
// it does not do right (names of subset fonts, the ToUnicode map), adds the structure tree,
// links, outline and metadata, and writes the whole anew.

// file is a PDF in parts: objects by number from 1.
type file struct {
	objects [][]byte // body between "n 0 obj" and "endobj"; index 0 is unused
}

// add appends an object and gives its number.
func (f *file) add(format string, args ...any) int {
	return f.addBytes(fmt.Appendf(nil, format, args...))
}

func (f *file) addBytes(body []byte) int {
	f.objects = append(f.objects, body)
	return len(f.objects) - 1
}

var errLayout = errors.New("the PDF library wrote something unexpected")

// parse reads fpdf's file by its own cross-reference table.
func parse(raw []byte) (*file, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("pdf: no startxref: %w", errLayout)
	}
	start, err := strconv.Atoi(strings.Fields(string(raw[at:]))[1])
	if err != nil || start <= 0 || start >= len(raw) {
		return nil, fmt.Errorf("pdf: startxref: %w", errLayout)
	}
	lines := strings.Split(string(raw[start:at]), "\n")
	var count int
	if len(lines) < 3 || lines[0] != "xref" {
		return nil, fmt.Errorf("pdf: xref: %w", errLayout)
	}
	if _, err := fmt.Sscanf(lines[1], "0 %d", &count); err != nil || count < 2 || len(lines) < count+2 {
		return nil, fmt.Errorf("pdf: xref count: %w", errLayout)
	}
	offsets := make([]int, count, count+1)
	order := make([]int, 0, count)
	for i := 1; i < count; i++ {
		if offsets[i], err = strconv.Atoi(lines[2+i][:min(10, len(lines[2+i]))]); err != nil || offsets[i] >= start {
			return nil, fmt.Errorf("pdf: xref entry %d: %w", i, errLayout)
		}
		order = append(order, i)
	}
	sort.Slice(order, func(a, b int) bool { return offsets[order[a]] < offsets[order[b]] })
	f := &file{objects: make([][]byte, count)}
	for k, i := range order {
		end := start
		if k+1 < len(order) {
			end = offsets[order[k+1]]
		}
		body, ok := bytes.CutPrefix(raw[offsets[i]:end], fmt.Appendf(nil, "%d 0 obj\n", i))
		body, tail := bytes.CutSuffix(bytes.TrimRight(body, "\n"), []byte("endobj"))
		if !ok || !tail {
			return nil, fmt.Errorf("pdf: object %d: %w", i, errLayout)
		}
		f.objects[i] = bytes.TrimRight(body, "\n")
	}
	return f, nil
}

// finish completes the document and writes it.
func finish(w io.Writer, raw []byte, p *provider, c *composer, outline []outlineItem) error {
	f, err := parse(raw)
	if err != nil {
		return err
	}
	// fpdf's last two objects are its own Info and Catalog; ours take their place.
	info, catalog := len(f.objects)-2, len(f.objects)-1
	if !bytes.Contains(f.objects[catalog], []byte("/Type /Catalog")) {
		return fmt.Errorf("pdf: catalog: %w", errLayout)
	}
	mendFonts(f)
	tree := structure{file: f, p: p}
	root := tree.write(c.doc)
	var entries strings.Builder
	fmt.Fprintf(&entries, "<</Type /Catalog /Pages 1 0 R /Lang %s /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R "+
		"/ViewerPreferences <</DisplayDocTitle true>> /Metadata %d 0 R", hexText(string(c.lang)), root, f.addMetadata(c))
	if o := f.addOutline(outline); o > 0 {
		fmt.Fprintf(&entries, " /Outlines %d 0 R /PageMode /UseOutlines", o)
	}
	entries.WriteString(">>")
	f.objects[catalog] = []byte(entries.String())
	f.objects[info] = c.info()
	return f.write(w, catalog, info)
}

// title is never empty: a document must have one.
func (c *composer) title() string {
	if t := strings.Join(strings.Fields(c.report.Title), " "); t != "" {
		return t
	}
	return c.words.GiftOnly
}

func (c *composer) subject() string { return fmt.Sprintf(c.words.Subject, c.title()) }

const producer = "Klantreis"

func (c *composer) info() []byte {
	date := c.date().Format("D:20060102150405Z")
	out := fmt.Appendf(nil, "<</Producer %s /Creator %s /Title %s /Subject %s ", hexText(producer), hexText(producer), hexText(c.title()), hexText(c.subject()))
	if c.report.Author != "" {
		out = fmt.Appendf(out, "/Author %s ", hexText(c.report.Author))
	}
	return fmt.Appendf(out, "/CreationDate (%s) /ModDate (%s)>>", date, date)
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// xmlText makes s fit for XML, which forbids most control characters.
func xmlText(s string) string {
	return xmlEscaper.Replace(strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return 0xFFFD
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}

func (f *file) addMetadata(c *composer) int {
	date := c.date().Format("2006-01-02T15:04:05Z")
	creator := ""
	if c.report.Author != "" {
		creator = "<dc:creator><rdf:Seq><rdf:li>" + xmlText(c.report.Author) + "</rdf:li></rdf:Seq></dc:creator>\n"
	}
	xmp := "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + xmlText(c.title()) + `</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">` + xmlText(c.subject()) + `</rdf:li></rdf:Alt></dc:description>
` + creator + `<dc:language><rdf:Bag><rdf:li>` + string(c.lang) + `</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>` + date + `</xmp:CreateDate><xmp:ModifyDate>` + date + `</xmp:ModifyDate><xmp:CreatorTool>` + producer + `</xmp:CreatorTool>
<pdf:Producer>` + producer + `</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
	return f.add("<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", len(xmp), xmp)
}

// addOutline writes the bookmarks: chapters, and advice below them; 0 when there are none.
func (f *file) addOutline(items []outlineItem) int {
	if len(items) == 0 {
		return 0
	}
	root := f.addBytes(nil)
	first := len(f.objects)
	parents := make([]int, len(items)) // index of the chapter, -1 for a chapter
	chapter := -1
	for i, it := range items {
		parents[i] = -1
		if it.level > 0 {
			parents[i] = chapter
		}
		if parents[i] < 0 {
			chapter = i
		}
		f.addBytes(nil)
	}
	links := func(of int) string { // First, Last and Count of an item's children, closed or open
		from, to, n := -1, -1, 0
		for i, p := range parents {
			if p == of {
				if from < 0 {
					from = i
				}
				to = i
				n++
			}
		}
		if n == 0 {
			return ""
		}
		if of >= 0 {
			n = -n
		}
		return fmt.Sprintf(" /First %d 0 R /Last %d 0 R /Count %d", first+from, first+to, n)
	}
	previous := map[int]int{}
	for i, it := range items {
		parent := root
		if parents[i] >= 0 {
			parent = first + parents[i]
		}
		body := fmt.Appendf(nil, "<</Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ 0 %s null]", hexText(strings.Join(strings.Fields(it.title), " ")), parent, pageObject(it.at.page), coord(it.at.y))
		if p, ok := previous[parents[i]]; ok {
			body = fmt.Appendf(body, " /Prev %d 0 R", first+p)
			f.objects[first+p] = fmt.Appendf(f.objects[first+p], " /Next %d 0 R", first+i)
		}
		previous[parents[i]] = i
		f.objects[first+i] = append(body, links(i)...)
	}
	for i := range items {
		f.objects[first+i] = append(f.objects[first+i], ">>"...)
	}
	f.objects[root] = fmt.Appendf(nil, "<</Type /Outlines%s>>", links(-1))
	return root
}

// pageObject is the number of a page's object in fpdf's file.
func pageObject(page int) int { return 1 + 2*page }

// mendFonts names the fonts as the subsets they are, and replaces fpdf's ToUnicode map: its one
// range over all codes is not valid, since only the last byte of a range may vary.
func mendFonts(f *file) {
	rename := make([]string, 0, 8)
	for i, face := range font.Faces() {
		name := [...]string{"Inter-Regular", "Inter-SemiBold", "Inter-Bold", "Inter-Italic"}[i]
		// Longest first is not needed: every name in the file ends at white space.
		rename = append(rename, "/utf8"+family(face)+"\n", fmt.Sprintf("/KLANT%c+%s\n", 'A'+i, name))
	}
	replacer := strings.NewReplacer(rename...)
	var cmap bytes.Buffer
	cmap.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for high := 0; high < 256; high += 64 {
		cmap.WriteString("64 beginbfrange\n")
		for b := high; b < high+64; b++ {
			first := 0
			if b == 0 {
				first = 1 // no code stands for U+0000
			}
			fmt.Fprintf(&cmap, "<%02X%02X> <%02XFF> <%02X%02X>\n", b, first, b, b, first)
		}
		cmap.WriteString("endbfrange\n")
	}
	cmap.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	packed := deflate(cmap.Bytes())
	for i, body := range f.objects {
		switch {
		case bytes.Contains(body, []byte("begincmap")):
			f.objects[i] = fmt.Appendf(nil, "<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream", len(packed), packed)
		case bytes.HasPrefix(body, []byte("<</Type /Font")):
			f.objects[i] = []byte(replacer.Replace(string(body)))
		}
	}
}

func deflate(b []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(b) // a bytes.Buffer takes everything
	z.Close()
	return out.Bytes()
}

// inStream says whether an object may stand in a compressed object stream.
var inStream = regexp.MustCompile(`^<</S /`)

// write puts the objects in a file: small structure elements packed together, the rest as they
// are, and a cross-reference stream.
func (f *file) write(w io.Writer, catalog, info int) error {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	type entry struct{ kind, a, b int }
	table := make([]entry, len(f.objects), len(f.objects)+64)
	table[0] = entry{0, 0, 65535}
	emit := func(n int, body []byte) {
		table[n] = entry{1, out.Len(), 0}
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	var packed []int
	for n := 1; n < len(f.objects); n++ {
		if inStream.Match(f.objects[n]) {
			packed = append(packed, n)
			continue
		}
		emit(n, f.objects[n])
	}
	const perStream = 200
	for len(packed) > 0 {
		group := packed[:min(perStream, len(packed))]
		packed = packed[len(group):]
		var head, body bytes.Buffer
		for _, n := range group {
			fmt.Fprintf(&head, "%d %d ", n, body.Len())
			body.Write(f.objects[n])
			body.WriteByte('\n')
		}
		number := len(table)
		table = append(table, entry{})
		data := deflate(append(head.Bytes(), body.Bytes()...))
		emit(number, fmt.Appendf(nil, "<</Type /ObjStm /N %d /First %d /Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream", len(group), head.Len(), len(data), data))
		for i, n := range group {
			table[n] = entry{2, number, i}
		}
	}
	start := out.Len()
	table = append(table, entry{1, start, 0})
	var rows bytes.Buffer
	for _, e := range table {
		rows.Write([]byte{byte(e.kind), byte(e.a >> 24), byte(e.a >> 16), byte(e.a >> 8), byte(e.a), byte(e.b >> 8), byte(e.b)})
	}
	data := deflate(rows.Bytes())
	fmt.Fprintf(&out, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		len(table)-1, len(table), catalog, info, len(data), data, start)
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}
