// Package pptx writes a journey as a PowerPoint file of native shapes and texts, to go on working with:
// a title, a slide or more for every phase, the advice and the sources, with what stands behind the
// numbers in the notes. The form is Office Open XML (ECMA-376, PresentationML), of which it uses little: one
// master, one layout, shapes, tables and notes.
//
// Lengths are points; 72 to the inch. Texts are measured in the embedded typeface, which is somewhat wider
// than the Arial that a slide asks for, so that what fits here fits there.
package pptx

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"

	"klantreis/render"
	"klantreis/render/words"
)

// A slide of 16 by 9.
const (
	slideWidth, slideHeight = 960, 540
	margin                  = 36
	bandHeight              = 76 // the coloured band with the title
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
}

// slide is the shapes of one slide, and its notes.
type slide struct {
	shapes strings.Builder
	notes  string
	last   int // id of a shape
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
	header, ink := hex(d.theme.Header), hex(d.theme.OnHeader)
	s.shape(shape{name: "Achtergrond", x: 0, y: 0, w: slideWidth, h: 300, fill: header, decorative: true})
	size := fit([]paragraph{{text: v.Head.Title, bold: true}}, slideWidth-4*margin, 170, 44, 18)
	s.shape(shape{name: "Titel", title: true, x: 2 * margin, y: 60, w: slideWidth - 4*margin, h: 180, middle: true,
		text: []paragraph{{text: v.Head.Title, size: size, bold: true, color: ink}}, lang: d.lang})
	var about []string
	for _, part := range []string{v.Head.Owner, v.Head.Municipality, v.Head.Author, v.Head.Date, v.Head.Period} {
		if part != "" {
			about = append(about, part)
		}
	}
	body := []paragraph{{text: strings.Join(about, " · "), color: hex(d.theme.InkSoft), gap: 8}, {text: v.Summary, color: hex(d.theme.Ink)}}
	const y, h = 316, slideHeight - 316 - 20
	size = fit(body, slideWidth-4*margin, h, 18, 8)
	for i := range body {
		body[i].size = size
	}
	s.shape(shape{name: "Samenvatting", x: 2 * margin, y: y, w: slideWidth - 4*margin, h: h, text: body, lang: d.lang})
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
		d.band(s, title, hex(look.Fill), hex(look.OnFill))
		width, size := d.cardWidth(per), 16.0
		for _, step := range steps { // one size of letters on a slide
			size = min(size, d.size(step, width))
		}
		for k, step := range steps {
			d.card(s, step, margin+float64(k)*(width+gutter), width, size, hex(look.Tint))
		}
	}
}

const (
	gutter   = 14
	cardTop  = bandHeight + 20
	cardHigh = slideHeight - cardTop - 24
	feelHigh = 44 // the foot of a card, with the feeling
	readable = 11 // points; smaller only where one step has a slide to itself
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
	return fit(d.body(s), width-20, cardHigh-feelHigh-20, 16, 6)
}

// body is the text of a card; sizes are relative until they are known to fit.
func (d *deck) body(s render.SlideStep) []paragraph {
	ink, soft := hex(d.theme.Ink), hex(d.theme.InkSoft)
	all := []paragraph{{text: fmt.Sprintf("%d  %s", s.Number, s.Title), bold: true, color: ink, gap: 4}}
	if s.Channels != "" {
		all = append(all, paragraph{text: s.Channels, color: soft, gap: 6})
	}
	for _, l := range s.Lines {
		color, sign := ink, ""
		switch l.Tone {
		case render.Positive:
			color, sign = hex(d.theme.Good), "✓ "
		case render.Negative:
			color, sign = hex(d.theme.Bad), "✗ "
		}
		all = append(all, paragraph{lead: sign + l.Label + ": ", text: l.Text, color: color, gap: 4})
	}
	return all
}

func (d *deck) card(s *slide, step render.SlideStep, x, width, size float64, tint string) {
	body := d.body(step)
	for i := range body {
		body[i].size = size
	}
	s.shape(shape{name: fmt.Sprintf("Stap %d", step.Number), round: true, x: x, y: cardTop, w: width, h: cardHigh - feelHigh, fill: tint, text: body, inset: 10, lang: d.lang})
	mark, sign := hex(d.theme.Line), "–"
	switch {
	case step.Known && step.Value > 0.25:
		mark, sign = hex(d.theme.Good), "☺"
	case step.Known && step.Value < -0.25:
		mark, sign = hex(d.theme.Bad), "☹"
	case step.Known:
		mark, sign = hex(d.theme.Warn), "○"
	}
	ink := hex(d.theme.Paper)
	if !step.Known {
		ink = hex(d.theme.Ink)
	}
	const face = 30
	y := float64(cardTop + cardHigh - feelHigh + 8)
	s.shape(shape{name: step.Feeling, oval: true, x: x, y: y, w: face, h: face, fill: mark, middle: true, center: true, decorative: true,
		text: []paragraph{{text: sign, size: 16, bold: true, color: ink}}, lang: d.lang})
	label := []paragraph{{text: step.Feeling, color: hex(d.theme.Ink)}}
	label[0].size = fit(label, width-face-8, face, 14, 8)
	s.shape(shape{name: "Gevoel", x: x + face + 6, y: y, w: width - face - 6, h: face, middle: true, text: label, lang: d.lang})
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
		d.band(s, name, hex(d.theme.Header), hex(d.theme.OnHeader))
		s.grid(t, grid, page, d)
	}
}

// save writes the package: fixed parts, slides and their notes.
func (d *deck) save(w io.Writer, v render.Slides) error {
	z := zip.NewWriter(w)
	var failed error
	put := func(name, content string) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = io.WriteString(f, xmlHead+content)
		}
		if failed == nil {
			failed = err
		}
	}
	put("[Content_Types].xml", contentTypes(d.slides))
	put("_rels/.rels", rootRels)
	put("docProps/core.xml", core(v))
	put("docProps/app.xml", app)
	put("ppt/presentation.xml", presentation(len(d.slides)))
	put("ppt/_rels/presentation.xml.rels", presentationRels(len(d.slides)))
	put("ppt/theme/theme1.xml", themeXML(d.theme))
	put("ppt/theme/theme2.xml", themeXML(d.theme))
	put("ppt/slideMasters/slideMaster1.xml", slideMaster)
	put("ppt/slideMasters/_rels/slideMaster1.xml.rels", rels("slideLayout:../slideLayouts/slideLayout1.xml", "theme:../theme/theme1.xml"))
	put("ppt/slideLayouts/slideLayout1.xml", slideLayout)
	put("ppt/slideLayouts/_rels/slideLayout1.xml.rels", rels("slideMaster:../slideMasters/slideMaster1.xml"))
	put("ppt/notesMasters/notesMaster1.xml", notesMaster)
	put("ppt/notesMasters/_rels/notesMaster1.xml.rels", rels("theme:../theme/theme2.xml"))
	for i, s := range d.slides {
		n := fmt.Sprint(i + 1)
		links := []string{"slideLayout:../slideLayouts/slideLayout1.xml"}
		if s.notes != "" {
			links = append(links, "notesSlide:../notesSlides/notesSlide"+n+".xml")
			put("ppt/notesSlides/notesSlide"+n+".xml", notesSlide(s.notes, d.lang))
			put("ppt/notesSlides/_rels/notesSlide"+n+".xml.rels", rels("notesMaster:../notesMasters/notesMaster1.xml", "slide:../slides/slide"+n+".xml"))
		}
		put("ppt/slides/slide"+n+".xml", slideXML(s.shapes.String()))
		put("ppt/slides/_rels/slide"+n+".xml.rels", rels(links...))
	}
	if failed != nil {
		return failed
	}
	return z.Close()
}
