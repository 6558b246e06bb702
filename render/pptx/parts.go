package pptx

import (
	"fmt"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/office"
)

const (
	namespaces  = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	tree        = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`
	titleHolder = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Titel"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="457200" y="101600"/><a:ext cx="11277600" cy="762000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr anchor="ctr"/><a:lstStyle/><a:p><a:r><a:rPr lang="nl-NL"/><a:t>Titel</a:t></a:r></a:p></p:txBody></p:sp>`
	colorMap    = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`
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

func presentationRels(slides int) string {
	links := []office.Relation{{Kind: "slideMaster", Target: "slideMasters/slideMaster1.xml"}, {Kind: "notesMaster", Target: "notesMasters/notesMaster1.xml"}, {Kind: "theme", Target: "theme/theme1.xml"}}
	for i := range slides {
		links = append(links, office.Relation{Kind: "slide", Target: fmt.Sprintf("slides/slide%d.xml", i+1)})
	}
	return office.Relations(links...)
}

func presentation(slides int) string {
	var list strings.Builder
	for i := range slides {
		fmt.Fprintf(&list, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, 4+i)
	}
	return `<p:presentation ` + namespaces + ` saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>` +
		list.String() + fmt.Sprintf(`</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`, office.EMU(slideWidth), office.EMU(slideHeight))
}

// parts lists what the file holds, with the types.
func parts(slides []*slide) []office.Part {
	all := []office.Part{
		{Name: "ppt/presentation.xml", Type: "presentationml.presentation.main"}, {Name: "ppt/slideMasters/slideMaster1.xml", Type: "presentationml.slideMaster"},
		{Name: "ppt/slideLayouts/slideLayout1.xml", Type: "presentationml.slideLayout"}, {Name: "ppt/notesMasters/notesMaster1.xml", Type: "presentationml.notesMaster"},
		{Name: "ppt/theme/theme1.xml", Type: "theme"}, {Name: "ppt/theme/theme2.xml", Type: "theme"},
	}
	for i, s := range slides {
		all = append(all, office.Part{Name: fmt.Sprintf("ppt/slides/slide%d.xml", i+1), Type: "presentationml.slide"})
		if s.notes != "" {
			all = append(all, office.Part{Name: fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1), Type: "presentationml.notesSlide"})
		}
	}
	return all
}

// slots are the names by which shapes ask for colours of the theme, so that another theme changes them.
var slots = [...]string{"tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"}

// themeColors are the colours in the order of slots.
func themeColors(t render.Theme) [len(slots)]drawing.Color {
	return [...]drawing.Color{t.Ink, t.Paper, t.Header, t.Panel, t.Phase(0).Fill, t.Phase(1).Fill, t.Phase(2).Fill, t.Good, t.Bad, t.Warn}
}

func themeXML(t render.Theme) string {
	c := themeColors(t)
	return office.Theme{Ink: c[0], Paper: c[1], Header: c[2], Panel: c[3], Accents: [6]drawing.Color(c[4:]), Link: t.Accent, Typeface: t.Typeface}.XML()
}

// color is a colour as it stands in a fill: by its name in the theme, or itself.
func (d *deck) color(c drawing.Color) string {
	for i, known := range themeColors(d.theme) {
		if known == c {
			return `<a:schemeClr val="` + slots[i] + `"/>`
		}
	}
	return `<a:srgbClr val="` + office.Hex(c) + `"/>`
}
