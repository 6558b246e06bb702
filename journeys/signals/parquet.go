package signals

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/format"
)

// readParquet reads a Parquet file, a few rows at a time. Groups become columns with dots, the
// values of a list stand in one cell with "; " between them. Moments and days come out as other
// files have them: a timestamp that is reckoned in UTC with a Z, one that is not without a zone.
func readParquet(in input) (r rows, err error) {
	// The library panics on some damaged files.
	defer func() {
		if recover() != nil {
			r, err = rows{}, fault{code: "parquet-kapot"}
		}
	}()
	at, size, err := in.random()
	if err != nil {
		return rows{}, err
	}
	if !soundFooter(at, size) {
		return rows{}, fault{code: "parquet-kapot"}
	}
	file, err := parquet.OpenFile(at, size, parquet.SkipBloomFilters(true), parquet.SkipPageIndex(true))
	if err != nil {
		return rows{}, parquetFault(err)
	}
	if !soundCodecs(file) {
		return rows{}, fault{code: "parquet-lz4"}
	}
	p := &parquetRows{groups: file.RowGroups()}
	for _, path := range file.Schema().Columns() {
		leaf, _ := file.Schema().Lookup(path...)
		p.header = append(p.header, columnName(path))
		p.write = append(p.write, writerOf(leaf.Node.Type()))
	}
	return rows{header: p.header, next: p.next}, nil
}

// columnName joins the names of groups; the two levels that Parquet puts around the elements of
// a list (list.element, bag.array_element) say nothing.
func columnName(path []string) string {
	var names []string
	for i, p := range path {
		if i > 0 && (p == "list" || p == "bag" || p == "element" || p == "array_element" || p == "item") {
			continue
		}
		names = append(names, p)
	}
	return strings.Join(names, ".")
}

func parquetFault(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return io.ErrUnexpectedEOF
	}
	return fault{code: "parquet-kapot"}
}

type parquetRows struct {
	header []string
	write  []func(parquet.Value) string
	groups []parquet.RowGroup
	open   parquet.Rows
	buffer [64]parquet.Row
	ready  int // rows in the buffer
	at     int
	line   int
	ended  bool // the open group has no rows behind the buffer
}

func (p *parquetRows) next() (r row, err error) {
	defer func() {
		if recover() != nil {
			r, err = row{}, fault{code: "parquet-kapot"}
		}
	}()
	for p.at == p.ready {
		if err := p.refill(); err != nil {
			return row{}, err
		}
	}
	p.line++
	r = row{line: p.line, cells: make([]string, len(p.header))}
	for _, v := range p.buffer[p.at] {
		i := v.Column()
		if i < 0 || i >= len(r.cells) || v.IsNull() {
			continue
		}
		text := p.write[i](v)
		if len(text)+len(r.cells[i]) > maxRecord {
			r.broken = true
			continue
		}
		if v.RepetitionLevel() > 0 && r.cells[i] != "" {
			text = r.cells[i] + "; " + text
		}
		r.cells[i] = text
	}
	p.at++
	return r, nil
}

// refill reads some rows, of the open group or of the next one.
func (p *parquetRows) refill() error {
	if p.open != nil && p.ended {
		p.open.Close()
		p.open = nil
	}
	if p.open == nil {
		if len(p.groups) == 0 {
			return io.EOF
		}
		p.open, p.ended, p.groups = p.groups[0].Rows(), false, p.groups[1:]
	}
	n, err := p.open.ReadRows(p.buffer[:])
	p.at, p.ready = 0, n
	if err == io.EOF || err == nil && n == 0 {
		p.ended, err = true, nil
	}
	if err != nil {
		return parquetFault(err)
	}
	return nil
}

// writerOf gives the function that writes the values of a column.
func writerOf(t parquet.Type) func(parquet.Value) string {
	switch logical := t.LogicalType(); {
	case t.Kind() == parquet.Int96:
		return func(v parquet.Value) string { return int96Time(v.Int96()) }
	case logical == nil || logical.Value == nil:
	default:
		switch l := logical.Value.(type) {
		case *format.TimestampType:
			return func(v parquet.Value) string { return timestamp(v.Int64(), l) }
		case *format.DateType:
			return func(v parquet.Value) string {
				return time.Unix(0, 0).UTC().AddDate(0, 0, int(v.Int32())).Format("2006-01-02")
			}
		case *format.DecimalType:
			return func(v parquet.Value) string { return decimal(v, int(l.Scale)) }
		case *format.UUIDType:
			return func(v parquet.Value) string { return uuid(v.ByteArray()) }
		}
	}
	return plainValue
}

func plainValue(v parquet.Value) string {
	switch v.Kind() {
	case parquet.Boolean:
		return strconv.FormatBool(v.Boolean())
	case parquet.Int32:
		return strconv.FormatInt(int64(v.Int32()), 10)
	case parquet.Int64:
		return strconv.FormatInt(v.Int64(), 10)
	case parquet.Float:
		return strconv.FormatFloat(float64(v.Float()), 'f', -1, 32)
	case parquet.Double:
		return strconv.FormatFloat(v.Double(), 'f', -1, 64)
	case parquet.ByteArray, parquet.FixedLenByteArray:
		if b := v.ByteArray(); utf8.Valid(b) {
			return string(b)
		}
		return strings.ToValidUTF8(string(v.ByteArray()), "\uFFFD")
	}
	return ""
}

func timestamp(v int64, t *format.TimestampType) string {
	moment := time.Time{}
	switch t.Unit.Value.(type) {
	case *format.MilliSeconds:
		moment = time.UnixMilli(v)
	case *format.MicroSeconds:
		moment = time.UnixMicro(v)
	default:
		moment = time.Unix(0, v)
	}
	if t.IsAdjustedToUTC {
		return moment.UTC().Format("2006-01-02T15:04:05Z")
	}
	return moment.UTC().Format("2006-01-02T15:04:05")
}

// int96Time reads the old form of a moment: nanoseconds of the day, and the Julian day.
func int96Time(v deprecated.Int96) string {
	const unixDay = 2440588
	nanoseconds := int64(uint64(v[0]) | uint64(v[1])<<32)
	return time.Unix(0, 0).UTC().AddDate(0, 0, int(v[2])-unixDay).Add(time.Duration(nanoseconds)).Format("2006-01-02T15:04:05Z")
}

func decimal(v parquet.Value, scale int) string {
	unscaled := new(big.Int)
	switch v.Kind() {
	case parquet.Int32:
		unscaled.SetInt64(int64(v.Int32()))
	case parquet.Int64:
		unscaled.SetInt64(v.Int64())
	default: // big-endian, two's complement
		b := v.ByteArray()
		unscaled.SetBytes(b)
		if len(b) > 0 && b[0] >= 0x80 {
			unscaled.Sub(unscaled, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
		}
	}
	if scale < 0 || scale > 100 {
		return unscaled.String()
	}
	divisor := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
	return new(big.Rat).SetFrac(unscaled, divisor).FloatString(scale)
}

func uuid(b []byte) string {
	if len(b) != 16 {
		return hex.EncodeToString(b)
	}
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
