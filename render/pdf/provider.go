package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/johnfercher/maroto/v2/pkg/consts/border"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/linestyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/orientation"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"klantreis/render/drawing"
	"klantreis/render/font"
)

// provider is maroto's core.Provider on fpdf: it draws with our typeface, in points from the
// top-left corner of the page, and marks all it draws for assistive technology (see mark.go).
//
// Cells that reach it carry absolute page positions. What maroto offers and we never ask for
// (pictures from files, bar codes, protection) is refused with an error at the end, instead of
// leaving an unmarked or empty place.
type provider struct {
	f    *fpdf.Fpdf
	page *pageFormat // the page being drawn
	x, y float64     // maroto's cursor, for CreateCol and CreateRow
	left float64

	marks   marker
	anchors map[string]place // where a link or reference may lead
	numbers map[string]int   // anchor → page number, known before drawing starts
	links   []link
	formats []*pageFormat // of every page drawn
	warn    *warningList
	err     error
}

var _ core.Provider = (*provider)(nil)

// place is a spot in the finished document; y in PDF space, up from the bottom.
type place struct {
	page int // from 1
	y    float64
}

func newProvider(date time.Time, warn *warningList) (*provider, error) {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCatalogSort(true)
	f.SetCompression(true)
	f.SetCreationDate(date)
	f.SetModificationDate(date)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	f.AliasNbPages("") // page numbers are known; no text may be replaced afterwards
	for _, face := range font.Faces() {
		// fpdf writes into the slice it is given, and the typeface is shared.
		f.AddUTF8FontFromBytes(family(face), "", bytes.Clone(face.TTF()))
	}
	if err := f.Error(); err != nil {
		return nil, fmt.Errorf("pdf: typeface: %w", err)
	}
	return &provider{f: f, anchors: map[string]place{}, numbers: map[string]int{}, warn: warn, marks: newMarker()}, nil
}

// family is the name of a face in fpdf and in maroto's props; each face is a family of its own,
// because maroto knows no semi-bold.
func family(f font.Face) string {
	return [...]string{"inter", "intersemibold", "interbold", "interitalic"}[f]
}

// faceOf reads the face back from maroto's props; a style on the plain family is honoured.
func faceOf(name string, style fontstyle.Type) font.Face {
	for _, f := range font.Faces() {
		if name == family(f) && f != font.Regular {
			return f
		}
	}
	switch style {
	case fontstyle.Bold, fontstyle.BoldItalic:
		return font.Bold
	case fontstyle.Italic:
		return font.Italic
	}
	return font.Regular
}

func marotoColor(c drawing.Color) *props.Color {
	return &props.Color{Red: int(c.R), Green: int(c.G), Blue: int(c.B)}
}

func colorOf(c *props.Color) drawing.Color {
	if c == nil {
		return drawing.Color{A: 255}
	}
	return drawing.Color{R: uint8(c.Red), G: uint8(c.Green), B: uint8(c.Blue), A: 255}
}

// startPage begins a page and puts the cursor at its top-left corner.
func (p *provider) startPage(format *pageFormat) {
	p.f.AddPageFormat("P", fpdf.SizeType{Wd: format.width, Ht: format.height})
	p.page = format
	p.formats = append(p.formats, format)
	p.marks.startPage()
	p.left, p.x, p.y = format.left, format.left, format.top
}

// pageNumber is the number of the page being drawn, from 1.
func (p *provider) pageNumber() int { return len(p.formats) }

func (p *provider) raw(format string, args ...any) {
	p.f.RawWriteStr(fmt.Sprintf(format, args...))
}

// CreateCol paints a cell's background and borders at the cursor and moves it to the right.
func (p *provider) CreateCol(width, height float64, _ *entity.Config, prop *props.Cell) {
	if prop != nil {
		p.artifact(func() { p.cell(drawing.Box{X: p.x, Y: p.y, W: width, H: height}, prop) })
	}
	p.x += width
}

func (p *provider) cell(b drawing.Box, prop *props.Cell) {
	if prop.BackgroundColor != nil {
		p.path(drawing.Rect(b.X, b.Y, b.W, b.H, 0).Filled(colorOf(prop.BackgroundColor)))
	}
	thickness := prop.BorderThickness
	if thickness == 0 {
		thickness = 0.5
	}
	var dash []float64
	if prop.LineStyle == linestyle.Dashed {
		dash = []float64{3, 2}
	}
	side := func(has bool, x1, y1, x2, y2 float64) {
		if has {
			p.path(drawing.Line(x1, y1, x2, y2).Stroked(colorOf(prop.BorderColor), thickness, dash...))
		}
	}
	t := prop.BorderType
	if t == border.None {
		return
	}
	side(t.HasLeft(), b.X, b.Y, b.X, b.Y+b.H)
	side(t.HasTop(), b.X, b.Y, b.X+b.W, b.Y)
	side(t.HasRight(), b.X+b.W, b.Y, b.X+b.W, b.Y+b.H)
	side(t.HasBottom(), b.X, b.Y+b.H, b.X+b.W, b.Y+b.H)
}

// CreateRow moves the cursor to the start of the next row.
func (p *provider) CreateRow(height float64) {
	p.x = p.left
	p.y += height
}

// AddLine draws a rule through the cell.
func (p *provider) AddLine(cell *entity.Cell, prop *props.Line) {
	var dash []float64
	if prop.Style == linestyle.Dashed {
		dash = []float64{3, 2}
	}
	rule := drawing.Line(0, 0, cell.Width*prop.SizePercent/100, 0)
	at := drawing.Translate(cell.X+cell.Width*(100-prop.SizePercent)/200, cell.Y+cell.Height*prop.OffsetPercent/100)
	if prop.Orientation == orientation.Vertical {
		rule = drawing.Line(0, 0, 0, cell.Height*prop.SizePercent/100)
		at = drawing.Translate(cell.X+cell.Width*prop.OffsetPercent/100, cell.Y+cell.Height*(100-prop.SizePercent)/200)
	}
	p.artifact(func() { p.path(rule.Transform(at).Stroked(colorOf(prop.Color), prop.Thickness, dash...)) })
}

// GetFontHeight is the height of a line of text without extra leading.
func (p *provider) GetFontHeight(prop *props.Font) float64 {
	return prop.Size * (font.Ascent + font.Descent)
}

// GetLinesQuantity counts the lines that AddText will draw.
func (p *provider) GetLinesQuantity(text string, prop *props.Text, width float64) int {
	return len(wrap(text, faceOf(prop.Family, prop.Style), prop.Size, width, p.warn))
}

// AddText draws a text in the cell, wrapped; it never leaves the cell's width.
func (p *provider) AddText(text string, cell *entity.Cell, prop *props.Text) {
	face := faceOf(prop.Family, prop.Style)
	width := cell.Width - prop.Left - prop.Right
	y := cell.Y + prop.Top
	for _, l := range wrap(text, face, prop.Size, width, p.warn) {
		t := drawing.Text{X: cell.X + prop.Left, Y: y + prop.Size*font.Ascent, S: l.drawn, Size: prop.Size, Face: face, Fill: colorOf(prop.Color)}
		switch prop.Align {
		case "R":
			t.X, t.Anchor = t.X+width, drawing.End
		case "C":
			t.X, t.Anchor = t.X+width/2, drawing.Middle
		}
		p.span(l.actual(), func() { p.text(t) })
		y += prop.Size*(font.Ascent+font.Descent) + prop.VerticalPadding
	}
	if prop.Hyperlink != nil {
		p.links = append(p.links, link{
			page: p.pageNumber(), uri: *prop.Hyperlink, contents: text, tag: p.marks.current,
			rect: p.rect(drawing.Box{X: cell.X, Y: cell.Y, W: cell.Width, H: y - cell.Y}),
		})
	}
}

// rect turns a box on the page into PDF space: left, bottom, right, top.
func (p *provider) rect(b drawing.Box) [4]float64 {
	return [4]float64{b.X, p.page.height - b.Y - b.H, b.X + b.W, p.page.height - b.Y}
}

// GenerateBytes closes the document: fpdf's file, with our structure, links and outline.
func (p *provider) GenerateBytes() ([]byte, error) {
	if p.err != nil {
		return nil, p.err
	}
	var buf bytes.Buffer
	if err := p.f.Output(&buf); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return buf.Bytes(), nil
}

// SetCompression switches the compression of page content.
func (p *provider) SetCompression(on bool) { p.f.SetCompression(on) }

// SetMetadata is not used: the finishing pass writes all metadata in one place.
func (p *provider) SetMetadata(*entity.Metadata) { p.refuse("SetMetadata") }

// SetProtection is refused: protected documents shut out assistive technology.
func (p *provider) SetProtection(protection *entity.Protection) {
	if protection != nil {
		p.refuse("SetProtection")
	}
}

var errUnsupported = errors.New("not supported by the report's PDF")

func (p *provider) refuse(what string) {
	if p.err == nil {
		p.err = fmt.Errorf("pdf: %s: %w", what, errUnsupported)
	}
}

// The rest of core.Provider: pictures and codes, which the report does not have.

func (p *provider) AddCheckbox(string, *entity.Cell, *props.Checkbox) { p.refuse("AddCheckbox") }
func (p *provider) AddMatrixCode(string, *entity.Cell, *props.Rect)   { p.refuse("AddMatrixCode") }
func (p *provider) AddQrCode(string, *entity.Cell, *props.Rect)       { p.refuse("AddQrCode") }
func (p *provider) AddBarCode(string, *entity.Cell, *props.Barcode)   { p.refuse("AddBarCode") }
func (p *provider) AddImageFromFile(string, *entity.Cell, *props.Rect) {
	p.refuse("AddImageFromFile")
}
func (p *provider) AddImageFromBytes([]byte, *entity.Cell, *props.Rect, extension.Type) {
	p.refuse("AddImageFromBytes")
}
func (p *provider) AddBackgroundImageFromBytes([]byte, *entity.Cell, *props.Rect, extension.Type) {
	p.refuse("AddBackgroundImageFromBytes")
}
func (p *provider) GetDimensionsByMatrixCode(string) (*entity.Dimensions, error) {
	return nil, errUnsupported
}
func (p *provider) GetDimensionsByImageByte([]byte, extension.Type) (*entity.Dimensions, error) {
	return nil, errUnsupported
}
func (p *provider) GetDimensionsByImage(string) (*entity.Dimensions, error) {
	return nil, errUnsupported
}
func (p *provider) GetDimensionsByQrCode(string) (*entity.Dimensions, error) {
	return nil, errUnsupported
}
