// Package pptx writes a journey as a PowerPoint file of native shapes and texts, to go on working with:
// a title, a slide or more for every phase, the advice and the sources, with what stands behind the
// numbers in the notes. The form is Office Open XML (ECMA-376, PresentationML), of which it uses little: one
// master, one layout, shapes, tables and notes.
//
// Lengths are points; 72 to the inch. Texts are measured in the embedded typeface, which is somewhat wider
// than the Arial that a slide asks for where the house has no typeface of its own, so that what fits here fits there.
package pptx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/office"
	"klantreis/render/words"
)

// A slide of 16 by 9.
const (
	slideWidth, slideHeight = 960, 540
	margin                  = 36
	bandHeight              = 76  // the coloured band with the title
	sharpness               = 220 // pixels to the inch, of a logo
)

// Write writes the slides. The bytes depend on the arguments only. It fails when w does.
func Write(w io.Writer, v render.Slides, t render.Theme) error {
	d := &deck{theme: t, lang: "nl-NL", words: v.Lang.Slides()}
	if v.Lang == words.English {
		d.lang = "en-GB"
	}
	d.cover(v)
	for i, p := range v.Phases {
		d.phase(i, p)
	}
	d.table(v.Advice.Caption, v.Advice)
	d.table(d.words.Sources, v.Sources)
	return d.save(w, v)
}

// deck is a file being made.
type deck struct {
	theme  render.Theme
	lang   string
	words  words.Slides
	slides []*slide
	err    error
}

// slide is the shapes of one slide, and its notes.
type slide struct {
	shapes  strings.Builder
	notes   string
	picture []byte // a PNG, the second thing that the slide refers to; nil: none
	last    int    // id of a shape
}

func (d *deck) add(notes string) *slide {
	s := &slide{notes: notes, last: 1}
	d.slides = append(d.slides, s)
	return s
}

// band puts the title on a band of colour.
func (d *deck) band(s *slide, title string, fill, ink string) {
	s.shape(shape{name: "Band", x: 0, y: 0, w: slideWidth, h: bandHeight, fill: fill, decorative: true})
	size := fit([]paragraph{{text: title, bold: true}}, slideWidth-2*margin, bandHeight-16, 30, 14)
	s.shape(shape{name: "Titel", title: true, x: margin, y: 8, w: slideWidth - 2*margin, h: bandHeight - 16, middle: true,
		text: []paragraph{{text: title, size: size, bold: true, color: ink}}, lang: d.lang})
}

func (d *deck) cover(v render.Slides) {
	s := d.add("")
	header, ink := d.color(d.theme.Header), d.color(d.theme.OnHeader)
	top := 0.0 // of the dark part; a logo stands above it, on the paper that it was judged on
	if !d.theme.Logo.None() {
		top = 84
	}
	s.shape(shape{name: "Achtergrond", x: 0, y: top, w: slideWidth, h: 300 - top, fill: header, decorative: true})
	size := fit([]paragraph{{text: v.Head.Title, bold: true}}, slideWidth-4*margin, 170, 44, 18)
	s.shape(shape{name: "Titel", title: true, x: 2 * margin, y: 60 + top/2, w: slideWidth - 4*margin, h: 180, middle: true,
		text: []paragraph{{text: v.Head.Title, size: size, bold: true, color: ink}}, lang: d.lang})
	var about []string
	for _, part := range []string{v.Head.Owner, v.Head.Municipality, v.Head.Author, v.Head.Date, v.Head.Period} {
		if part != "" {
			about = append(about, part)
		}
	}
	body := []paragraph{{text: strings.Join(about, " · "), color: d.color(d.theme.InkSoft), gap: 8}, {text: v.Summary, color: d.color(d.theme.Ink)}}
	const y, h = 316, slideHeight - 316 - 20
	size = fit(body, slideWidth-4*margin, h, 18, 8)
	for i := range body {
		body[i].size = size
	}
	d.logo(s, 2*margin, 18)
	s.shape(shape{name: "Samenvatting", x: 2 * margin, y: y, w: slideWidth - 4*margin, h: h, text: body, lang: d.lang})
}

// logo puts the mark of whoever gives the slides on one of them.
func (d *deck) logo(s *slide, x, y float64) {
	logo := d.theme.Logo
	w, h := logo.Within(240, 48)
	if w < 1 || h < 1 {
		return
	}
	var png bytes.Buffer
	d.err = errors.Join(d.err, drawing.WritePNG(&png, logo.Drawing, int(w/72*sharpness)))
	s.picture = png.Bytes()
	fmt.Fprintf(&s.shapes, `<p:pic><p:nvPicPr><p:cNvPr id="%d" name="Logo" descr="%s"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
		s.next(), escape(logo.Alt), office.EMU(x), office.EMU(y), office.EMU(w), office.EMU(h))
}

// phase spreads the steps of a phase over as few slides as their texts allow.
func (d *deck) phase(i int, p render.SlidePhase) {
	look := d.theme.Phase(i)
	per := 4
	for ; per > 1; per-- {
		if d.fits(p.Steps, per) {
			break
		}
	}
	parts := max(1, (len(p.Steps)+per-1)/per)
	per = max(1, (len(p.Steps)+parts-1)/parts) // as many on each, so that none is left alone
	for part := range parts {
		steps := p.Steps[min(part*per, len(p.Steps)):min((part+1)*per, len(p.Steps))]
		title := p.Title
		if parts > 1 {
			title += fmt.Sprintf(d.words.Continued, part+1, parts)
		}
		var notes []string
		for _, step := range steps {
			if step.Notes != "" {
				notes = append(notes, fmt.Sprintf("%d. %s\n%s", step.Number, step.Title, step.Notes))
			}
		}
		s := d.add(strings.Join(notes, "\n\n"))
		d.band(s, title, d.color(look.Fill), d.color(look.OnFill))
		width, size, high := d.cardWidth(per), 20.0, 0.0
		for _, step := range steps { // one size of letters on a slide
			size = min(size, d.size(step, width))
		}
		for _, step := range steps { // and cards as high as the fullest
			high = max(high, height(d.body(step), width-20, size)+24)
		}
		high = min(max(high, lowest), cardHigh-feelHigh)
		for k, step := range steps {
			d.card(s, step, box{margin + float64(k)*(width+gutter), cardTop, width, high}, size, d.color(look.Tint))
		}
	}
}

const (
	gutter   = 14
	cardTop  = bandHeight + 20
	cardHigh = slideHeight - cardTop - 24
	feelHigh = 44  // the foot of a card, with the feeling
	lowest   = 150 // of a card: room to write more
	readable = 11  // points; smaller only where one step has a slide to itself
)

func (d *deck) cardWidth(per int) float64 {
	return (slideWidth - 2*margin - float64(per-1)*gutter) / float64(per)
}

func (d *deck) fits(steps []render.SlideStep, per int) bool {
	for _, s := range steps {
		if d.size(s, d.cardWidth(per)) < readable {
			return false
		}
	}
	return true
}

// size is the largest at which a step fits in a card of this width.
func (d *deck) size(s render.SlideStep, width float64) float64 {
	return fit(d.body(s), width-20, cardHigh-feelHigh-20, 20, 6)
}

// body is the text of a card; sizes are relative until they are known to fit.
func (d *deck) body(s render.SlideStep) []paragraph {
	ink, soft := d.color(d.theme.Ink), d.color(d.theme.InkSoft)
	all := []paragraph{{text: fmt.Sprintf("%d  %s", s.Number, s.Title), bold: true, color: ink, gap: 4}}
	if s.Channels != "" {
		all = append(all, paragraph{text: s.Channels, color: soft, gap: 6})
	}
	for _, l := range s.Lines {
		color, sign := ink, ""
		switch l.Tone {
		case render.Positive:
			color, sign = d.color(d.theme.Good), "✓ "
		case render.Negative:
			color, sign = d.color(d.theme.Bad), "✗ "
		}
		all = append(all, paragraph{lead: sign + l.Label + ": ", text: l.Text, color: color, gap: 4})
	}
	return all
}

// box is a place on a slide, in points.
type box struct{ x, y, w, h float64 }

func (d *deck) card(s *slide, step render.SlideStep, at box, size float64, tint string) {
	body := d.body(step)
	for i := range body {
		body[i].size = size
	}
	s.shape(shape{name: fmt.Sprintf("Stap %d", step.Number), round: true, x: at.x, y: at.y, w: at.w, h: at.h, fill: tint, text: body, inset: 10, lang: d.lang})
	mark, sign := d.color(d.theme.Line), "–"
	switch {
	case step.Known && step.Value > 0.25:
		mark, sign = d.color(d.theme.Good), "☺"
	case step.Known && step.Value < -0.25:
		mark, sign = d.color(d.theme.Bad), "☹"
	case step.Known:
		mark, sign = d.color(d.theme.Warn), "○"
	}
	ink := d.color(d.theme.Paper)
	if !step.Known {
		ink = d.color(d.theme.Ink)
	}
	const face = 30
	y := at.y + at.h + 8
	s.shape(shape{name: step.Feeling, oval: true, x: at.x, y: y, w: face, h: face, fill: mark, middle: true, center: true, decorative: true,
		text: []paragraph{{text: sign, size: 16, bold: true, color: ink}}, lang: d.lang})
	label := []paragraph{{text: step.Feeling, color: d.color(d.theme.Ink)}}
	label[0].size = fit(label, at.w-face-8, face, 14, 8)
	s.shape(shape{name: "Gevoel", x: at.x + face + 6, y: y, w: at.w - face - 6, h: face, middle: true, text: label, lang: d.lang})
}

// table spreads a table over as many slides as its rows need.
func (d *deck) table(title string, t render.Table) {
	if len(t.Rows) == 0 {
		return
	}
	grid := layout(t, slideWidth-2*margin, slideHeight-bandHeight-50)
	for i, page := range grid.pages {
		name := title
		if len(grid.pages) > 1 {
			name += fmt.Sprintf(d.words.Continued, i+1, len(grid.pages))
		}
		s := d.add("")
		d.band(s, name, d.color(d.theme.Header), d.color(d.theme.OnHeader))
		s.grid(t, grid, page, d)
	}
}

// save writes the package: fixed parts, slides and their notes.
func (d *deck) save(w io.Writer, v render.Slides) error {
	if d.err != nil {
		return d.err
	}
	z := office.New(w)
	z.Front(parts(d.slides), office.Properties{Title: v.Head.Title, Author: v.Head.Author, Language: d.lang, Day: v.Date})
	z.XML("ppt/presentation.xml", presentation(len(d.slides)))
	z.XML("ppt/_rels/presentation.xml.rels", presentationRels(len(d.slides)))
	z.XML("ppt/theme/theme1.xml", themeXML(d.theme))
	z.XML("ppt/theme/theme2.xml", themeXML(d.theme))
	z.XML("ppt/slideMasters/slideMaster1.xml", slideMaster)
	z.XML("ppt/slideMasters/_rels/slideMaster1.xml.rels", office.Relations(office.Relation{Kind: "slideLayout", Target: "../slideLayouts/slideLayout1.xml"}, office.Relation{Kind: "theme", Target: "../theme/theme1.xml"}))
	z.XML("ppt/slideLayouts/slideLayout1.xml", slideLayout)
	z.XML("ppt/slideLayouts/_rels/slideLayout1.xml.rels", office.Relations(office.Relation{Kind: "slideMaster", Target: "../slideMasters/slideMaster1.xml"}))
	z.XML("ppt/notesMasters/notesMaster1.xml", notesMaster)
	z.XML("ppt/notesMasters/_rels/notesMaster1.xml.rels", office.Relations(office.Relation{Kind: "theme", Target: "../theme/theme2.xml"}))
	for i, s := range d.slides {
		n := fmt.Sprint(i + 1)
		links := []office.Relation{{Kind: "slideLayout", Target: "../slideLayouts/slideLayout1.xml"}}
		if len(s.picture) > 0 {
			links = append(links, office.Relation{Kind: "image", Target: "../media/beeld" + n + ".png"})
			z.Picture("ppt/media/beeld"+n+".png", s.picture)
		}
		if s.notes != "" {
			links = append(links, office.Relation{Kind: "notesSlide", Target: "../notesSlides/notesSlide" + n + ".xml"})
			z.XML("ppt/notesSlides/notesSlide"+n+".xml", notesSlide(s.notes, d.lang))
			z.XML("ppt/notesSlides/_rels/notesSlide"+n+".xml.rels", office.Relations(
				office.Relation{Kind: "notesMaster", Target: "../notesMasters/notesMaster1.xml"}, office.Relation{Kind: "slide", Target: "../slides/slide" + n + ".xml"}))
		}
		z.XML("ppt/slides/slide"+n+".xml", slideXML(s.shapes.String()))
		z.XML("ppt/slides/_rels/slide"+n+".xml.rels", office.Relations(links...))
	}
	return z.Close()
}
