package pdf

import (
	"fmt"
	"strings"
	"unicode"

	"klantreis/render/words"
)

// title is never empty: a document must have one.
func (c *composer) title() string {
	if t := oneLine(c.report.Title); t != "" {
		return t
	}
	return c.words.GiftOnly
}

func (c *composer) subject() string { return fmt.Sprintf(c.words.Subject, c.title()) }

func (c *composer) author() string { return oneLine(c.report.Author) }

// oneLine makes s the same in the document information and in the metadata, where white space
// and control characters would come out in two ways.
func oneLine(s string) string {
	visible := func(r rune) rune {
		if unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return ' '
		}
		return r
	}
	return strings.Join(strings.Fields(strings.Map(visible, strings.ToValidUTF8(s, "\uFFFD"))), " ")
}

// languageTag is the language as a reader's voice wants it.
func (c *composer) languageTag() string {
	if c.lang == words.English {
		return "en-GB"
	}
	return "nl-NL"
}

const producer = "Klantreis"

func (c *composer) info() []byte {
	date := c.date().Format("D:20060102150405") + "+00'00'"
	out := fmt.Appendf(nil, "<</Producer %s /Creator %s /Title %s /Subject %s ", hexText(producer), hexText(producer), hexText(c.title()), hexText(c.subject()))
	if author := c.author(); author != "" {
		out = fmt.Appendf(out, "/Author %s ", hexText(author))
	}
	return fmt.Appendf(out, "/CreationDate (%s) /ModDate (%s)>>", date, date)
}

// xmlEscaper is for texts that are one line already.
var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// extensionSchema describes the one property that PDF/A does not know: that of PDF/UA.
const extensionSchema = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`

func (f *file) addMetadata(c *composer) int {
	date := c.date().Format("2006-01-02T15:04:05Z")
	creator := ""
	if author := c.author(); author != "" {
		creator = "<dc:creator><rdf:Seq><rdf:li>" + xmlEscaper.Replace(author) + "</rdf:li></rdf:Seq></dc:creator>\n"
	}
	xmp := "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + xmlEscaper.Replace(c.title()) + `</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">` + xmlEscaper.Replace(c.subject()) + `</rdf:li></rdf:Alt></dc:description>
` + creator + `<dc:language><rdf:Bag><rdf:li>` + c.languageTag() + `</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>` + date + `</xmp:CreateDate><xmp:ModifyDate>` + date + `</xmp:ModifyDate><xmp:CreatorTool>` + producer + `</xmp:CreatorTool>
<pdf:Producer>` + producer + `</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
` + extensionSchema + `
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
	return f.add("<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", len(xmp), xmp)
}
