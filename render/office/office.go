// Package office writes what every file of Office Open XML has, whatever is in it: the package of parts with their
// types and relations (ECMA-376, part 2), what the file says of itself, and the theme with the colours and the
// typeface that an office program offers to who goes on working in it. Documents and slides are made of it.
//
// Nothing in it depends on the clock: the same parts give the same bytes.
package office

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode"

	"klantreis/journeys"
	"klantreis/render/drawing"
)

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	packaged  = "http://schemas.openxmlformats.org/package/2006/"
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	app       = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Klantreis</Application></Properties>`
)

// Package is a file being made. Its parts stand in the order in which they are given; the first fault stays.
type Package struct {
	zip *zip.Writer
	err error
}

// New begins a file.
func New(w io.Writer) *Package { return &Package{zip: zip.NewWriter(w)} }

// XML adds a part, given without the line that every XML file begins with.
func (p *Package) XML(name, content string) {
	p.add(name, zip.Deflate, []byte(xmlHead+content))
}

// Picture adds a PNG, which is packed already.
func (p *Package) Picture(name string, png []byte) { p.add(name, zip.Store, png) }

func (p *Package) add(name string, method uint16, content []byte) {
	if p.err != nil {
		return
	}
	f, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err == nil {
		_, err = f.Write(content)
	}
	p.err = err
}

// Close ends the file, and gives the first fault of writing it.
func (p *Package) Close() error {
	if p.err != nil {
		return p.err
	}
	return p.zip.Close()
}

// Part is the name of a part from the root of the package, and its type: what stands between
// "application/vnd.openxmlformats-officedocument." and "+xml".
type Part struct{ Name, Type string }

// Front writes what a package begins with: the types of its parts (the first is what it is about), where that one
// is, and what the file says of itself.
func (p *Package) Front(parts []Part, about Properties) {
	const form = "application/vnd.openxmlformats-officedocument."
	var b strings.Builder
	b.WriteString(`<Types xmlns="` + packaged + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="` + form + `extended-properties+xml"/>`)
	for _, one := range parts {
		fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s%s+xml"/>`, one.Name, form, one.Type)
	}
	b.WriteString("</Types>")
	p.XML("[Content_Types].xml", b.String())
	p.XML("_rels/.rels", `<Relationships xmlns="`+packaged+`relationships"><Relationship Id="rId1" Type="`+relations+`officeDocument" Target="`+parts[0].Name+`"/><Relationship Id="rId2" Type="`+packaged+`relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="`+relations+`extended-properties" Target="docProps/app.xml"/></Relationships>`)
	p.XML("docProps/core.xml", about.xml())
	p.XML("docProps/app.xml", app)
}

// Relation leads from a part to another: its kind ("slide", "image"), and the place as seen from the part.
type Relation struct{ Kind, Target string }

// Relations lists what a part refers to. The first has the id rId1, and so on.
func Relations(all ...Relation) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + packaged + `relationships">`)
	for i, r := range all {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i+1, relations, r.Kind, r.Target)
	}
	b.WriteString("</Relationships>")
	return b.String()
}

// Properties is what a file says of itself. Its day is that of the journey, never that of the clock; without one, it
// says none.
type Properties struct {
	Title, Subject, Author string
	Language               string // "nl-NL"
	Day                    journeys.Date
}

func (p Properties) xml() string {
	var b strings.Builder
	b.WriteString(`<cp:coreProperties xmlns:cp="` + packaged + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, e := range [...]struct{ name, text string }{{"title", p.Title}, {"subject", p.Subject}, {"creator", p.Author}, {"language", p.Language}} {
		if text := Escape(e.text); text != "" {
			b.WriteString("<dc:" + e.name + ">" + text + "</dc:" + e.name + ">")
		}
	}
	if !p.Day.IsZero() {
		for _, what := range []string{"created", "modified"} {
			b.WriteString(`<dcterms:` + what + ` xsi:type="dcterms:W3CDTF">` + p.Day.String() + `T00:00:00Z</dcterms:` + what + `>`)
		}
	}
	b.WriteString("</cp:coreProperties>")
	return b.String()
}

// Theme is the colours of a house and its typeface, so that an office program offers them, and one change of the
// theme changes the file.
type Theme struct {
	Ink, Paper, Header, Panel drawing.Color
	Accents                   [6]drawing.Color
	Link                      drawing.Color
	Typeface                  string // empty: Typeface
}

// Typeface is what texts are set in where a house asks for none. Every office program has it, or one as wide.
const Typeface = "Arial"

// longestTypeface is how many letters the name of a typeface can have in a workbook.
const longestTypeface = 31

// TypefaceOf gives the typeface that a house asks for, or ours when it asks for none or what it says cannot be a name.
func TypefaceOf(asked, ours string) string {
	if asked = Clean(asked); asked == "" || len([]rune(asked)) > longestTypeface {
		return ours
	}
	return asked
}

// XML is the part of a theme.
func (t Theme) XML() string {
	var colors strings.Builder
	color := func(name string, value drawing.Color) {
		fmt.Fprintf(&colors, `<a:%s><a:srgbClr val="%s"/></a:%s>`, name, Hex(value), name)
	}
	color("dk1", t.Ink)
	color("lt1", t.Paper)
	color("dk2", t.Header)
	color("lt2", t.Panel)
	for i, c := range t.Accents {
		color(fmt.Sprintf("accent%d", i+1), c)
	}
	color("hlink", t.Link)
	color("folHlink", t.Link)
	const plain = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	const outline = `<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`
	const effect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
	fonts := `<a:latin typeface="` + Escape(TypefaceOf(t.Typeface, Typeface)) + `"/><a:ea typeface=""/><a:cs typeface=""/>`
	return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Klantreis"><a:themeElements><a:clrScheme name="Klantreis">` + colors.String() +
		`</a:clrScheme><a:fontScheme name="Klantreis"><a:majorFont>` + fonts + `</a:majorFont><a:minorFont>` + fonts + `</a:minorFont></a:fontScheme><a:fmtScheme name="Klantreis"><a:fillStyleLst>` + plain + plain + plain +
		`</a:fillStyleLst><a:lnStyleLst>` + outline + outline + outline + `</a:lnStyleLst><a:effectStyleLst>` + effect + effect + effect + `</a:effectStyleLst><a:bgFillStyleLst>` + plain + plain + plain + `</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}

// Clean gives a text on one line, without what XML cannot hold.
func Clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

// Escape writes a text for XML, on one line.
func Escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(Clean(s))) // the builder never fails
	return b.String()
}

// Hex is a colour as office files write it, RRGGBB.
func Hex(c drawing.Color) string { return strings.ToUpper(strings.TrimPrefix(c.Hex(), "#"))[:6] }

// EMU is a length in points as English Metric Units, 12,700 to the point.
func EMU(points float64) int { return int(math.Round(points * 12_700)) }
