package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// fpdf writes pages, fonts and gradients. This pass takes its file apart into objects, mends what
// it does not do right (names of subset fonts, the ToUnicode map), adds the structure tree, links,
// outline, metadata and the meaning of its colours, and writes the whole anew.

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
	if err := mendFonts(f); err != nil {
		return err
	}
	tree := structure{file: f, p: p}
	root := tree.write(c.doc)
	var entries strings.Builder
	fmt.Fprintf(&entries, "<</Type /Catalog /Pages 1 0 R /Lang %s /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R "+
		"/ViewerPreferences <</DisplayDocTitle true>> /Metadata %d 0 R /OutputIntents [%d 0 R]",
		hexText(c.languageTag()), root, f.addMetadata(c), f.addIntent())
	if o := f.addOutline(outline); o > 0 {
		fmt.Fprintf(&entries, " /Outlines %d 0 R /PageMode /UseOutlines", o)
	}
	entries.WriteString(">>")
	f.objects[catalog] = []byte(entries.String())
	f.objects[info] = c.info()
	return f.write(w, catalog, info)
}

// pageObject is the number of a page's object in fpdf's file.
func pageObject(page int) int { return 1 + 2*page }

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
	sum := sha256.Sum256(out.Bytes()) // a file with the same content is the same file
	fmt.Fprintf(&out, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%X><%[5]X>] /Length %[6]d /Filter /FlateDecode>>\nstream\n%[7]s\nendstream\nendobj\nstartxref\n%[8]d\n%%%%EOF\n",
		len(table)-1, len(table), catalog, info, sum[:16], len(data), data, start)
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}
