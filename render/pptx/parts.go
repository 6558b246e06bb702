package pptx

import (
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/render"
)

const (
	xmlHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	namespaces  = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	office      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	tree        = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`
	titleHolder = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Titel"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="457200" y="101600"/><a:ext cx="11277600" cy="762000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr anchor="ctr"/><a:lstStyle/><a:p><a:r><a:rPr lang="nl-NL"/><a:t>Titel</a:t></a:r></a:p></p:txBody></p:sp>`
	colorMap    = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`
	rootRels    = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + office + `officeDocument" Target="ppt/presentation.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="` + office + `extended-properties" Target="docProps/app.xml"/></Relationships>`
	app         = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Klantreis</Application></Properties>`
	slideMaster = `<p:sldMaster ` + namespaces + `><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>` + tree + titleHolder + `</p:spTree></p:cSld>` + colorMap +
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="3000" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr><a:defRPr sz="1600"/></a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1600"/></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`
	slideLayout = `<p:sldLayout ` + namespaces + ` type="titleOnly" preserve="1"><p:cSld name="Titel"><p:spTree>` + tree + titleHolder + `</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
	notesMaster = `<p:notesMaster ` + namespaces + `><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>` + tree +
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Dia"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>` +
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notities"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4000000"/><a:ext cx="5486400" cy="4500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="nl-NL"/></a:p></p:txBody></p:sp></p:spTree></p:cSld>` + colorMap +
		`<p:notesStyle><a:lvl1pPr><a:defRPr sz="1100"/></a:lvl1pPr></p:notesStyle></p:notesMaster>`
)

func slideXML(shapes string) string {
	return `<p:sld ` + namespaces + `><p:cSld><p:spTree>` + tree + shapes + `</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
}

// notesSlide writes the notes of a slide, a paragraph for each line.
func notesSlide(notes, lang string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(notes, "\n") {
		if line = escape(line); line == "" {
			b.WriteString("<a:p/>")
			continue
		}
		b.WriteString(`<a:p><a:r><a:rPr lang="` + lang + `"/><a:t>` + line + `</a:t></a:r></a:p>`)
	}
	return `<p:notes ` + namespaces + `><p:cSld><p:spTree>` + tree +
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Dia"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>` +
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notities"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>` + b.String() +
		`</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`
}

// rels writes relations, each as kind:target, with ids from rId1.
func rels(links ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, link := range links {
		kind, target, _ := strings.Cut(link, ":")
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i+1, office, kind, target)
	}
	b.WriteString("</Relationships>")
	return b.String()
}

func presentationRels(slides int) string {
	links := []string{"slideMaster:slideMasters/slideMaster1.xml", "notesMaster:notesMasters/notesMaster1.xml", "theme:theme/theme1.xml"}
	for i := range slides {
		links = append(links, fmt.Sprintf("slide:slides/slide%d.xml", i+1))
	}
	return rels(links...)
}

func presentation(slides int) string {
	var list strings.Builder
	for i := range slides {
		fmt.Fprintf(&list, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, 4+i)
	}
	return `<p:presentation ` + namespaces + ` saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>` +
		list.String() + fmt.Sprintf(`</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`, emu(slideWidth), emu(slideHeight))
}

func contentTypes(slides []*slide) string {
	const form = "application/vnd.openxmlformats-officedocument."
	var b strings.Builder
	b.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	part := func(name, kind string) {
		fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s+xml"/>`, name, kind)
	}
	part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
	part("docProps/app.xml", form+"extended-properties")
	part("ppt/presentation.xml", form+"presentationml.presentation.main")
	part("ppt/slideMasters/slideMaster1.xml", form+"presentationml.slideMaster")
	part("ppt/slideLayouts/slideLayout1.xml", form+"presentationml.slideLayout")
	part("ppt/notesMasters/notesMaster1.xml", form+"presentationml.notesMaster")
	part("ppt/theme/theme1.xml", form+"theme")
	part("ppt/theme/theme2.xml", form+"theme")
	for i, s := range slides {
		part(fmt.Sprintf("ppt/slides/slide%d.xml", i+1), form+"presentationml.slide")
		if s.notes != "" {
			part(fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1), form+"presentationml.notesSlide")
		}
	}
	b.WriteString("</Types>")
	return b.String()
}

// core tells what the file is. Its day is that of the journey, never that of the clock.
func core(v render.Slides) string {
	day := v.Date
	if day.IsZero() {
		day = journeys.Date{Year: 2000, Month: 1, Day: 1}
	}
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escape(v.Head.Title) +
		`</dc:title><dc:creator>` + escape(v.Head.Author) + `</dc:creator><dc:language>` + string(v.Lang) + `</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">` + day.String() + `T00:00:00Z</dcterms:created></cp:coreProperties>`
}

func themeXML(t render.Theme) string {
	var colors strings.Builder
	color := func(name, value string) {
		fmt.Fprintf(&colors, `<a:%s><a:srgbClr val="%s"/></a:%s>`, name, value, name)
	}
	color("dk1", hex(t.Ink))
	color("lt1", hex(t.Paper))
	color("dk2", hex(t.Header))
	color("lt2", hex(t.Panel))
	for i, c := range []string{hex(t.Phase(0).Fill), hex(t.Phase(1).Fill), hex(t.Phase(2).Fill), hex(t.Good), hex(t.Bad), hex(t.Warn)} {
		color(fmt.Sprintf("accent%d", i+1), c)
	}
	color("hlink", hex(t.Accent))
	color("folHlink", hex(t.Accent))
	const plain = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	const outline = `<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`
	const effect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
	fonts := `<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>`
	return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Klantreis"><a:themeElements><a:clrScheme name="Klantreis">` + colors.String() +
		`</a:clrScheme><a:fontScheme name="Klantreis"><a:majorFont>` + fonts + `</a:majorFont><a:minorFont>` + fonts + `</a:minorFont></a:fontScheme><a:fmtScheme name="Klantreis"><a:fillStyleLst>` + plain + plain + plain +
		`</a:fillStyleLst><a:lnStyleLst>` + outline + outline + outline + `</a:lnStyleLst><a:effectStyleLst>` + effect + effect + effect + `</a:effectStyleLst><a:bgFillStyleLst>` + plain + plain + plain + `</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}
