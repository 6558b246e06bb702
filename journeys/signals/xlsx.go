package signals

import (
	"archive/zip"
	"io"
	"path"
	"strconv"
	"strings"
)

// readXLSX reads the first visible worksheet of an Excel workbook as a stream; only the shared
// strings are held. The first row that is filled is the header; a title above it (rows of one
// cell) is passed over. Cells come out as other files have them: dates, which Excel tells by the
// style of the cell, as 2022-09-15T14:03:00 in the workbook's own calendar (1900 or 1904),
// booleans as true and false, numbers with a point, faults as Excel writes them (#N/A).
func readXLSX(in input) (rows, error) {
	at, size, err := in.random()
	if err != nil {
		return rows{}, err
	}
	head := make([]byte, 1024)
	n, _ := at.ReadAt(head, 0)
	switch head = head[:n]; {
	case isOldOffice(head):
		return rows{}, fault{code: "xlsx-oud"}
	case n > 0 && !isBinary(head):
		return rows{}, fault{code: "xlsx-is-csv"}
	}
	archive, err := zip.NewReader(at, size)
	if err != nil {
		return rows{}, zipFault(err)
	}
	book := workbook{archive: archive}
	if err := book.read(); err != nil {
		return rows{}, zipFault(err)
	}
	content, err := book.open(book.sheet)
	if err != nil {
		return rows{}, zipFault(err)
	}
	s := &sheet{book: &book, xml: newXMLScanner(content)}
	header, ahead, err := s.header()
	if err != nil {
		return rows{}, zipFault(err)
	}
	r := rows{header: header, next: func() (row, error) {
		if len(ahead) > 0 {
			first := ahead[0]
			ahead = ahead[1:]
			return first, nil
		}
		r, err := s.next()
		if err != nil && err != io.EOF {
			err = zipFault(err)
		}
		return r, err
	}}
	if len(book.others) > 0 {
		r.notes = func() []fault {
			return []fault{{"xlsx-bladen", []any{book.sheetName, strings.Join(book.others, ", ")}}}
		}
	}
	return r, nil
}

// workbook is what has to be known of a workbook before its sheet can be read.
type workbook struct {
	archive   *zip.Reader
	sheet     string // the part's name
	sheetName string
	others    []string // other visible sheets
	from1904  bool
	dates     []bool // per cell style: does it show a date
	strings   sharedStrings
}

// open gives a part of the workbook.
func (b *workbook) open(name string) (io.Reader, error) {
	for _, f := range b.archive.File {
		if !strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) {
			continue
		}
		if isBomb(int64(f.UncompressedSize64), int64(f.CompressedSize64)) {
			return nil, fault{code: "inpakbom"}
		}
		content, err := f.Open()
		if err != nil {
			return nil, err
		}
		return io.LimitReader(content, int64(f.UncompressedSize64)+1), nil
	}
	return nil, errXML
}

// each calls visit for every element that a part opens.
func (b *workbook) each(part string, visit func(x *xmlScanner)) error {
	content, err := b.open(part)
	if err != nil {
		return err
	}
	x := newXMLScanner(content)
	for {
		kind, err := x.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if kind == xmlOpen {
			visit(x)
		}
	}
}

// relation points from one part to another.
type relation struct{ id, kind, target string }

// relations reads those of a part; targets are names of parts.
func (b *workbook) relations(of string) ([]relation, error) {
	folder := path.Dir(of)
	var all []relation
	err := b.each(path.Join(folder, "_rels", path.Base(of)+".rels"), func(x *xmlScanner) {
		if !x.is("Relationship") || len(all) > 10000 {
			return
		}
		target := string(x.attr("Target"))
		if strings.HasPrefix(target, "/") {
			target = target[1:]
		} else {
			target = path.Join(folder, target)
		}
		kind := string(x.attr("Type"))
		all = append(all, relation{string(x.attr("Id")), kind[strings.LastIndexByte(kind, '/')+1:], target})
	})
	return all, err
}

func (b *workbook) read() error {
	main := "xl/workbook.xml"
	if top, err := b.relations("."); err == nil {
		for _, r := range top {
			if r.kind == "officeDocument" {
				main = r.target
			}
		}
	}
	related, err := b.relations(main)
	if err != nil {
		return err
	}
	sheets := map[string]string{}
	for _, r := range related {
		if r.kind == "worksheet" {
			sheets[r.id] = r.target
		}
	}
	err = b.each(main, func(x *xmlScanner) {
		switch {
		case x.is("workbookPr"):
			b.from1904 = isYes(string(x.attr("date1904")))
		case x.is("sheet"):
			target, name := sheets[string(x.attr("id"))], string(x.attr("name"))
			if state := string(x.attr("state")); target == "" || state != "" && state != "visible" {
				return
			}
			if b.sheet == "" {
				b.sheet, b.sheetName = target, name
			} else if len(b.others) < 10 {
				b.others = append(b.others, name)
			}
		}
	})
	if err == nil && b.sheet == "" {
		err = fault{code: "xlsx-zonder-blad"}
	}
	for _, r := range related {
		if err == nil && r.kind == "styles" {
			err = b.readStyles(r.target)
		}
		if err == nil && r.kind == "sharedStrings" {
			err = b.strings.read(b, r.target)
		}
	}
	return err
}

// readStyles finds out which cell styles show a date.
func (b *workbook) readStyles(part string) error {
	codes := map[string]string{}
	inCells := false
	return b.each(part, func(x *xmlScanner) {
		switch {
		case x.is("numFmt"):
			if len(codes) < 10000 {
				codes[string(x.attr("numFmtId"))] = string(x.attr("formatCode"))
			}
		case x.is("cellXfs"):
			inCells = true
		case x.is("cellStyleXfs"), x.is("cellStyles"), x.is("dxfs"):
			inCells = false
		case x.is("xf") && inCells && len(b.dates) < 100000:
			id := string(x.attr("numFmtId"))
			if code, own := codes[id]; own {
				b.dates = append(b.dates, isDateCode(code))
				return
			}
			n, _ := strconv.Atoi(id)
			b.dates = append(b.dates, isDateFormat(n))
		}
	})
}

// isDateFormat knows the built-in formats of dates (ECMA-376 part 1, 18.8.30, with those of
// other languages).
func isDateFormat(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// isDateCode tells whether a format code shows a part of a date or time, outside texts in quotes,
// escaped characters and conditions. [h], [mm] and [ss], elapsed time, are no moment.
func isDateCode(code string) bool {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '"' || c == '[':
			closing := byte('"')
			if c == '[' {
				closing = ']'
			}
			n := strings.IndexByte(code[i+1:], closing)
			if n < 0 {
				return false
			}
			i += n + 1
		case strings.HasPrefix(code[i:], "General"):
			i += len("General") - 1
		case strings.IndexByte("ymdhsYMDHSjJ", c) >= 0:
			return true
		}
	}
	return false
}

// sharedStrings are the texts that cells refer to by number, behind each other.
type sharedStrings struct {
	all  []byte
	ends []uint32
}

// maxShared bounds the texts of a workbook, which are held in memory.
const maxShared = 512 << 20

func (s *sharedStrings) read(b *workbook, part string) error {
	content, err := b.open(part)
	if err != nil {
		return err
	}
	x := newXMLScanner(content)
	for {
		kind, err := x.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if kind == xmlOpen && x.is("si") {
			x.text = x.text[:0]
			if !x.selfClosing() {
				if err := x.richText("si"); err != nil {
					return err
				}
			}
			if len(s.all)+len(x.text) > maxShared || len(s.ends) >= maxShared/16 {
				return fault{"xlsx-te-veel-tekst", []any{maxShared >> 20}}
			}
			s.all = append(s.all, x.text...)
			s.ends = append(s.ends, uint32(len(s.all)))
		}
	}
}

// at gives the text of a number; false when there is none.
func (s *sharedStrings) at(i int) (string, bool) {
	if i < 0 || i >= len(s.ends) {
		return "", false
	}
	start := uint32(0)
	if i > 0 {
		start = s.ends[i-1]
	}
	return string(s.all[start:s.ends[i]]), true
}
