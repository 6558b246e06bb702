package pdf

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
)

// Poster is a document of pictures at real size, for a wall.
type Poster struct {
	// Report gives the document its title, author, owner, language and date; its sections are not
	// written.
	Report render.Report
	Pages  []PosterPage
}

// PosterPage is one sheet of paper that is filled by one picture.
type PosterPage struct {
	Width, Height float64 // of the paper in millimetres: 841 × 594 is a lying A1
	// Figure's drawing is scaled to the paper, whole, in the middle where its shape is another
	// one. Its Alt, or else the drawing's Desc, tells what it shows; its Data follows on paper
	// of its own. Pages with the same Figure.ID share their data.
	Figure render.Figure
}

// A sheet's sides are bounded by what readers of PDF 1.7 must support (ISO 32000-1, annex C.2):
// 14,400 points.
const (
	pointsPerMM  = 72 / 25.4
	longestSide  = 14400 / pointsPerMM
	shortestSide = 10.0
)

var errNoPoster = errors.New("a poster needs paper and a picture")

// WritePoster writes the pages as vectors, with letters that can be selected and searched, and
// after them the data of the pictures as tables on A4. Each picture is a tagged figure with its
// text alternative. The same poster and theme give the same bytes. Warnings are those of Write; an
// error means that nothing useful was written.
func WritePoster(w io.Writer, p Poster, t render.Theme) (warnings []string, err error) {
	if len(p.Pages) == 0 {
		return nil, fmt.Errorf("pdf: %w", errNoPoster)
	}
	c := newComposer(p.Report, t, &warningList{})
	c.words.Subject = c.lang.Poster().Subject
	for i, page := range p.Pages {
		if err := page.check(); err != nil {
			return nil, fmt.Errorf("pdf: page %d: %w", i+1, err)
		}
		c.posterPage(page)
	}
	c.figureData()
	return c.print(w, paginate(c.strips, a4()), false)
}

func (p PosterPage) check() error {
	for _, side := range []float64{p.Width, p.Height} {
		if !(side >= shortestSide && side <= longestSide) { // also when it is no number
			return fmt.Errorf("%w: paper of %v × %v mm", errNoPoster, p.Width, p.Height)
		}
	}
	if !drawable(p.Figure.Drawing) {
		return fmt.Errorf("%w: drawing of %v × %v", errNoPoster, p.Figure.Drawing.Width, p.Figure.Drawing.Height)
	}
	return nil
}

// posterPage lays one picture on a page without margins.
func (c *composer) posterPage(page PosterPage) {
	paper := &pageFormat{width: page.Width * pointsPerMM, height: page.Height * pointsPerMM, bare: true}
	f, d := page.Figure, page.Figure.Drawing
	scale := fit(d, paper.width, paper.height, math.Inf(1))
	if letters := smallestLetters(d) * scale; letters > 0 && letters < nearlyLegible {
		c.warn.small(f.Title, letters)
	}
	t := c.doc.add("Figure")
	for _, t.alt = range []string{f.Alt, d.Desc, d.Title, f.Title, c.title()} {
		if strings.TrimSpace(t.alt) != "" {
			break
		}
	}
	middle := drawing.Point{X: (paper.width - d.Width*scale) / 2, Y: (paper.height - d.Height*scale) / 2}
	background := sketch{draw: func(p *provider, _ drawing.Box) {
		if d.Background.A != 0 {
			p.path(drawing.Rect(0, 0, paper.width, paper.height, 0).Filled(d.Background))
		}
	}}
	width, height := paper.content()
	end := c.onFormat(paper)
	c.add(strip{height: height, fresh: true, items: []item{
		{w: width, h: height, comp: background},
		{w: width, h: height, comp: pictureOf(d, scale, middle, t)},
	}})
	end()
	if len(f.Data.Rows) > 0 && !c.hasData(f.ID) {
		c.figures = append(c.figures, f)
	}
}

// hasData says whether the data of a figure of this name is already on its way to the back.
func (c *composer) hasData(id string) bool {
	for _, f := range c.figures {
		if id != "" && f.ID == id {
			return true
		}
	}
	return false
}
