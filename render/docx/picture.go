package docx

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/office"
)

const (
	pxToPt     = 0.66 // of a CSS pixel: pictures in the column are not shown larger
	sharpness  = 220  // pixels to the inch
	mostPixels = 9e6  // of one picture
	legible    = 5.5  // points: smaller letters go to a page on its side, or get a note
	captions   = 150  // points, for what stands above and below a picture that fills a page
)

// figure writes a picture between its title and its source, with a link to its numbers. Where its letters would
// be too small it gets a page on its side.
func (d *document) figure(f render.Figure) {
	look := f.Drawing
	if !drawable(look) {
		d.figureTitle(f)
		d.prose(f.Alt, styleNormal)
		d.source(f, "")
		return
	}
	if drawable(f.Low) {
		look = f.Low
	}
	scale := fit(look, columnWidth, columnHeight*0.8, pxToPt)
	letters := smallest(look)
	sideways := fit(look, columnHeight, columnWidth-captions, 1)
	if letters*scale >= legible || sideways < scale*1.15 {
		d.figureTitle(f)
		d.picture(look, f, scale)
		d.source(f, d.small(f, letters*scale))
		return
	}
	heading := ""
	if d.body.Len() == d.headed[1] { // the chapter's title goes along
		all := d.body.String()
		heading = strings.Replace(all[d.headed[0]:], "<w:pageBreakBefore/>", "", 1)
		d.body.Reset()
		d.body.WriteString(all[:d.headed[0]])
	}
	d.body.WriteString(sectionBreak(d.sectionEnd(false)) + heading)
	d.fresh = false
	d.figureTitle(f)
	d.picture(look, f, sideways)
	d.source(f, d.small(f, letters*sideways))
	d.body.WriteString(sectionBreak(d.sectionEnd(true)))
}

// sectionBreak is a low paragraph that ends the pages of one shape.
func sectionBreak(end string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + styleGap + `"/>` + end + `</w:pPr></w:p>`
}

// fullPage writes a picture that fills what is left of a page.
func (d *document) fullPage(f render.Figure, room float64) {
	d.picture(f.Drawing, f, fit(f.Drawing, columnWidth, room-8, 1))
}

func (d *document) small(f render.Figure, letters float64) string {
	if letters >= legible || letters == 0 || f.ID == "" {
		return ""
	}
	return fmt.Sprintf(d.own.Small, f.ID+".svg")
}

// picture writes the drawing itself, at so many points to its pixel.
func (d *document) picture(look drawing.Drawing, f render.Figure, scale float64) {
	w, h := look.Width*scale, look.Height*scale
	pixels := w / 72 * sharpness
	if most := math.Sqrt(mostPixels * w / h); pixels > most {
		pixels = most
	}
	var png bytes.Buffer
	if err := drawing.WritePNG(&png, look, max(int(pixels), 1)); err != nil && d.err == nil {
		d.err = fmt.Errorf("%s: %w", f.Title, err)
	}
	d.image(png.Bytes(), w, h, firstSaid(f.Title, f.ID), firstSaid(f.Alt, f.Title, f.Caption, d.last()), paragraph{style: stylePicture, keep: office.Clean(f.Caption) != "" || len(f.Data.Rows) > 0})
}

// image writes a PNG in a paragraph of its own. An equal one is stored once.
func (d *document) image(png []byte, w, h float64, name, alt string, p paragraph) {
	at := slices.IndexFunc(d.pictures, func(p picture) bool { return bytes.Equal(p.content, png) })
	if at < 0 {
		at = len(d.pictures)
		d.pictures = append(d.pictures, picture{fmt.Sprintf("media/beeld%d.png", at+1), png})
	}
	d.shapes++
	p.fresh = p.fresh || d.fresh
	d.fresh = false
	open := strings.TrimSuffix(d.paragraphXML(p), "</w:p>")
	fmt.Fprintf(&d.body, `%s<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%s" descr="%s"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="%s" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
		open, office.EMU(w), office.EMU(h), d.shapes, office.Escape(name), office.Escape(alt), d.shapes, office.Escape(name), office.Escape(alt), pictureID(at), office.EMU(w), office.EMU(h))
}

// figureTitle numbers a picture, as a word processor does.
func (d *document) figureTitle(f render.Figure) {
	title := office.Clean(f.Title)
	if title != "" {
		title = ". " + title
	}
	fresh := ""
	if d.fresh {
		fresh, d.fresh = "<w:pageBreakBefore/>", false
	}
	d.titled++
	fmt.Fprintf(&d.body, `<w:p><w:pPr><w:pStyle w:val="%s"/><w:keepNext/>%s</w:pPr>%s%s%s</w:p>`, styleCaption, fresh,
		runXML(run{text: d.own.Figure + " "}), field(`SEQ `+d.own.Figure+` \* ARABIC`, fmt.Sprint(d.titled)), runXML(run{text: title}))
}

// source writes where the numbers of a picture come from, and a link to them.
func (d *document) source(f render.Figure, note string) {
	data := len(f.Data.Rows) > 0 && len(f.Data.Columns) > 0
	d.say(paragraph{style: styleSource, keep: data || note != ""}, f.Caption)
	d.say(paragraph{style: styleSource, keep: data}, note)
	if data {
		d.paragraph(paragraph{style: styleSource, runs: []run{{text: d.own.Data, to: place("cijfers", len(d.figures)+1)}}})
		d.figures = append(d.figures, f)
	}
}

// figureData is the last chapter: the numbers of every picture as a table.
func (d *document) figureData() {
	if len(d.figures) == 0 {
		return
	}
	d.fresh = true
	d.heading(1, d.words.FigureData, "")
	d.say(paragraph{}, d.words.FigureIntro)
	for i, f := range d.figures {
		d.heading(2, firstSaid(f.Title, f.ID, d.own.Figure), place("cijfers", i+1))
		data := f.Data
		if office.Clean(data.Caption) == office.Clean(f.Title) {
			data.Caption = "" // said once is enough
		}
		d.table(data)
	}
}

// logo is the mark of whoever gives the present.
func (d *document) logo() {
	logo := d.theme.Logo
	if logo.None() || !drawable(logo.Drawing) {
		return
	}
	w, h := logo.Within(170, 60)
	var png bytes.Buffer
	if err := drawing.WritePNG(&png, logo.Drawing, max(int(w/72*sharpness), 1)); err != nil {
		d.err = err
		return
	}
	d.image(png.Bytes(), w, h, "Logo", firstSaid(logo.Alt, "Logo"), paragraph{style: stylePicture})
}

// drawable says whether a drawing has an area.
func drawable(d drawing.Drawing) bool {
	return d.Width > 0 && d.Height > 0 && !math.IsInf(d.Width*d.Height, 0)
}

// fit is the scale, in points per pixel and at most most, at which the drawing fits the room.
func fit(d drawing.Drawing, width, height, most float64) float64 {
	return min(most, width/d.Width, height/d.Height)
}

// smallest is the size of the smallest letters in pixels, 0 when there are none.
func smallest(d drawing.Drawing) float64 {
	least := math.Inf(1)
	var look func(items []drawing.Item, m drawing.Matrix)
	look = func(items []drawing.Item, m drawing.Matrix) {
		for _, it := range items {
			switch v := it.(type) {
			case drawing.Group:
				look(v.Items, m.Mul(v.Matrix))
			case drawing.Text:
				if size := v.Size * m.ScaleFactor(); size > 0 && strings.TrimSpace(v.S) != "" {
					least = min(least, size)
				}
			}
		}
	}
	look(d.Items, drawing.Matrix{})
	if math.IsInf(least, 1) {
		return 0
	}
	return least
}
