package signals

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"klantreis/journeys"
)

// Whole says why a file can only be kept or removed as a whole.
type Whole string

// The reasons; of the zero value records can be taken out one by one.
const (
	WholeFormat  Whole = "formaat" // a workbook, Parquet, a zip file, a report of Matomo
	WholeJSON    Whole = "json"    // JSON that is not one record a line
	WholeUTF16   Whole = "utf-16"  // text in UTF-16
	WholeColumns Whole = "datum"   // no column holds the tijdstip, or several do

)

// Ages counts the records of a file by age.
type Ages struct {
	Name        string // as signals name it: relative to the journey
	Records     int
	Old         int           // of before the day that was asked for
	Undated     int           // without a readable date: nobody can say how old they are
	First, Last journeys.Date // of the old ones
	Whole       Whole
	Several     bool // the source has more files, or is a folder or a pattern
}

// AgesOf counts, file by file, the records of a source that are older than a day. Nothing is changed.
func AgesOf(j *journeys.Journey, s journeys.Source, folder fs.FS, before journeys.Date, watch Options) ([]Ages, journeys.Problems) {
	names, problem := FilesOf(s, folder)
	if problem != nil {
		return nil, journeys.Problems{*problem}
	}
	var all []Ages
	var problems journeys.Problems
	for _, name := range names {
		a, ps := AgesOfFile(j, s, folder, name, before, watch)
		a.Several = len(names) > 1 || name != s.File
		all = append(all, a)
		problems = append(problems, ps...)
	}
	return all, problems
}

// AgesOfFile is AgesOf for one of the files of a source; Several is left out.
func AgesOfFile(j *journeys.Journey, s journeys.Source, folder fs.FS, name string, before journeys.Date, o Options) (Ages, journeys.Problems) {
	a := Ages{Name: name}
	c, ps := openCut(j, s, folder, name, before, o.Context)
	if ps.HasErrors() {
		return a, ps
	}
	if a.Whole = c.whole; a.Whole == "" {
		err := c.copy(io.Discard)
		c.ages.Name, c.ages.Whole = name, c.whole
		if err == nil && c.whole == "" {
			return c.ages, nil
		}
		if err != nil {
			return c.ages, journeys.Problems{problemOf(folder, s, name, err)}
		}
		a.Whole = c.whole
	}
	one := s
	one.File = name
	data, ps := Open(j, one, folder)
	if data == nil {
		return a, ps
	}
	data.With(o)
	dated := data.Has("tijdstip")
	data.Each(func(s Signal, readable bool) {
		a.Records++
		if !readable || !dated || !s.Dated() {
			a.Undated++
		} else if s.Date().Before(before) {
			a.note(s.Date())
		}
	})
	return a, data.Found()
}

// note adds an old record.
func (a *Ages) note(d journeys.Date) {
	if a.Old == 0 || d.Before(a.First) {
		a.First = d
	}
	if a.Old == 0 || a.Last.Before(d) {
		a.Last = d
	}
	a.Old++
}

// WithoutOld copies a file of a source without its records of before a day, byte for byte; a
// compressed file is compressed again. It gives what it left out. The file must be one of which AgesOf
// has no Whole.
func WithoutOld(j *journeys.Journey, s journeys.Source, folder fs.FS, name string, before journeys.Date, out io.Writer, o Options) (Ages, error) {
	c, ps := openCut(j, s, folder, name, before, o.Context)
	if ps.HasErrors() {
		return Ages{}, ps
	}
	pack, err := packer(name, out)
	if err != nil {
		return Ages{}, err
	}
	if err = c.copy(pack); err == nil && c.whole != "" {
		err = fault{code: "bestand-veranderd"}
	}
	if closed := pack.Close(); err == nil {
		err = closed
	}
	c.ages.Name = name
	return c.ages, err
}

type plainWriter struct{ io.Writer }

func (plainWriter) Close() error { return nil }

// packer compresses as the name of a file says.
func packer(name string, out io.Writer) (io.WriteCloser, error) {
	switch name = strings.ToLower(name); {
	case strings.HasSuffix(name, ".gz"):
		return gzip.NewWriter(out), nil
	case strings.HasSuffix(name, ".zst"):
		return zstd.NewWriter(out, zstd.WithEncoderConcurrency(1))
	}
	return plainWriter{out}, nil
}

// cut copies a file without its old records.
type cut struct {
	open   func() (io.ReadCloser, error) // the bytes of the file, unpacked
	ctx    context.Context
	lines  bool // NDJSON; otherwise CSV
	header []string
	column int // of the tijdstip, in CSV
	key    string
	comma  byte
	first  int64
	before journeys.Date
	whole  Whole
	ages   Ages
}

func openCut(j *journeys.Journey, s journeys.Source, folder fs.FS, name string, before journeys.Date, ctx context.Context) (*cut, journeys.Problems) {
	c := &cut{before: before, ctx: ctx}
	format := formatOf(s, name)
	if !slices.Contains([]string{"csv", "ndjson", "kiss", "openklant"}, format) {
		c.whole = WholeFormat
		return c, nil
	}
	one := s
	one.File = name
	data, ps := Open(j, one, folder)
	if data == nil {
		return c, ps
	}
	defer data.Close()
	at, bound := data.binding.column["tijdstip"]
	if !bound {
		c.whole = WholeColumns
		return c, nil
	}
	c.open = func() (io.ReadCloser, error) {
		in, problem := openFile(s, folder, name)
		if problem != nil {
			return nil, journeys.Problems{*problem}
		}
		whole, err := unpack(name, in)
		return whole.file, err
	}
	c.lines = format != "csv"
	if c.lines {
		if c.key = data.rows.header[at]; c.key == "" {
			c.whole = WholeColumns
		}
		return c, nil
	}
	in, err := c.open()
	if err != nil {
		return c, journeys.Problems{problemOf(folder, s, name, err)}
	}
	defer in.Close()
	f, err := openCSV(in)
	if err != nil {
		return c, journeys.Problems{problemOf(folder, s, name, err)}
	}
	c.header, c.comma, c.first, c.column = f.header, f.comma, f.first, at
	switch {
	case f.first < 0:
		c.whole = WholeUTF16
	case at >= len(f.header):
		c.whole = WholeColumns
	}
	return c, nil
}

// old tells whether a record is to go, by the text of its tijdstip, and counts it.
func (c *cut) old(moment string, readable bool) bool {
	c.ages.Records++
	t, ok := parseTime(strings.TrimSpace(moment))
	if !ok || !readable {
		c.ages.Undated++
		return false
	}
	d := journeys.DateOf(t)
	if !d.Before(c.before) {
		return false
	}
	c.ages.note(d)
	return true
}

func (c *cut) copy(out io.Writer) error {
	in, err := c.open()
	if err != nil {
		return err
	}
	defer in.Close()
	to := bufio.NewWriterSize(out, 1<<16)
	if c.lines {
		err = c.copyLines(in, to)
	} else {
		err = c.copyCSV(in, to)
	}
	if err == nil {
		err = to.Flush()
	}
	return err
}

func (c *cut) stopped() error {
	if c.ctx == nil {
		return nil
	}
	return c.ctx.Err()
}

// copyCSV cuts the stream into records as readCSV does, and keeps the bytes of each.
func (c *cut) copyCSV(in io.Reader, out *bufio.Writer) error {
	if _, err := io.CopyN(out, in, c.first); err != nil {
		return err
	}
	s := scanner{comma: c.comma}
	var data []byte
	piece := make([]byte, partSize)
	for !s.final {
		if err := c.stopped(); err != nil {
			return err
		}
		n, err := io.ReadFull(in, piece)
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF || err == io.ErrUnexpectedEOF && cutShort(in) {
			return err
		}
		data = append(append(data[:0:0], s.data[min(s.at, len(s.data)):]...), piece[:n]...)
		s.feed(part{data: data, final: err != nil})
		if err := c.records(&s, out); err != nil {
			return err
		}
	}
	return nil
}

// cutShort tells a compressed stream that breaks off from one that ended before the buffer was full.
func cutShort(in io.Reader) bool {
	n, err := in.Read(make([]byte, 1))
	return n > 0 || err != io.EOF
}

// records copies the whole records that the scanner has. What is given up is kept, with the rest of
// its line.
func (c *cut) records(s *scanner, out *bufio.Writer) error {
	for {
		from := s.at
		if s.skip {
			s.skipLine()
			out.Write(s.data[from:s.at])
			if from = s.at; s.skip {
				if s.final {
					_, err := out.Write(s.data[from:])
					return err
				}
				return nil
			}
		}
		if !s.next() {
			if s.final && s.at < len(s.data) {
				_, err := out.Write(s.data[s.at:])
				return err
			}
			return nil
		}
		keep := true
		if cells := s.texts(); s.broken || !blank(cells) {
			keep = !c.old(cellAt(cells, c.column), !s.broken && !s.isShifted(len(c.header)))
		}
		if keep {
			if _, err := out.Write(s.data[from:s.at]); err != nil {
				return err
			}
		}
	}
}

// copyLines keeps the lines of NDJSON that are not old. A line that is no record is kept. A file whose
// first line is no record by itself is not NDJSON.
func (c *cut) copyLines(in io.Reader, out *bufio.Writer) error {
	lines := bufio.NewReaderSize(in, 4*maxRecord)
	first := true
	for {
		if err := c.stopped(); err != nil {
			return err
		}
		line, err := lines.ReadSlice('\n')
		if err == bufio.ErrBufferFull {
			c.whole = WholeJSON
			return nil
		}
		if err != nil && err != io.EOF {
			return err
		}
		if first && (bytes.HasPrefix(line, []byte{0xFF, 0xFE}) || bytes.HasPrefix(line, []byte{0xFE, 0xFF})) {
			c.whole = WholeUTF16
			return nil
		}
		text := bytes.TrimSpace(line)
		mark := []byte{0xEF, 0xBB, 0xBF}
		marked := first && bytes.HasPrefix(text, mark)
		if marked {
			text = bytes.TrimSpace(text[len(mark):])
		}
		keep := true
		if len(text) > 0 {
			moment, readable := c.moment(text)
			if first && !readable {
				c.whole = WholeJSON
				return nil
			}
			first = false
			keep = !c.old(moment, readable)
		}
		if keep {
			out.Write(line)
		} else if marked {
			out.Write(mark)
		}
		if err == io.EOF {
			return nil
		}
	}
}

// moment is the tijdstip of a line that is one record; readable is false when it is not.
func (c *cut) moment(line []byte) (text string, readable bool) {
	if line[0] != '{' {
		return "", false
	}
	records := newJSONRecords(bytes.NewReader(line))
	r, err := records.next()
	if err != nil || r.broken || records.anyPages {
		return "", false
	}
	if _, err := records.next(); err != io.EOF {
		return "", false
	}
	return cellAt(r.cells, slices.Index(records.header, c.key)), true
}

// OldInList counts the typed signals of a source that are older than a day, and gives their places.
func OldInList(s journeys.Source, before journeys.Date) (a Ages, places []int) {
	for i, t := range s.List {
		a.Records++
		switch one := typed(t, i+1, s.Kind); {
		case !one.Dated():
			a.Undated++
		case one.Date().Before(before):
			a.note(one.Date())
			places = append(places, i)
		}
	}
	return a, places
}
