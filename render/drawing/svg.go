package drawing

import (
	"encoding/base64"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"

	"klantreis/render/font"
)

// SVGOptions chooses what goes around the picture.
type SVGOptions struct {
	// EmbedFonts puts the faces in use into the file, so that it looks the same anywhere. A page
	// that has the fonts already leaves them out.
	EmbedFonts bool
	// Inline omits the XML declaration, for a picture inside an HTML page.
	Inline bool
}

// WriteSVG writes the drawing as SVG 1.1 with a title, a description and labelled groups.
func WriteSVG(w io.Writer, d Drawing, opt SVGOptions) error {
	s := svgWriter{prefix: d.ID}
	if !opt.Inline {
		s.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	}
	id := d.ID
	if id == "" {
		id = "drawing"
		s.prefix = id
	}
	s.raw(`<svg xmlns="http://www.w3.org/2000/svg" id="`, escape(id), `" width="`, num(d.Width), `" height="`, num(d.Height),
		`" viewBox="0 0 `, num(d.Width), " ", num(d.Height), `" role="img" aria-labelledby="`, escape(id), `-title `, escape(id), `-desc"`)
	if d.Lang != "" {
		s.raw(` xml:lang="`, escape(d.Lang), `" lang="`, escape(d.Lang), `"`)
	}
	// Browsers that fit letters to whole pixels would make lines longer or shorter than measured.
	s.raw(` font-family="`, font.Family, `, 'Segoe UI', Arial, sans-serif" text-rendering="geometricPrecision">`, "\n")
	s.raw(`<title id="`, escape(id), `-title">`, escape(d.Title), "</title>\n")
	s.raw(`<desc id="`, escape(id), `-desc">`, escape(d.Desc), "</desc>\n")
	if opt.EmbedFonts {
		s.raw("<style>", FontFaces(usedFaces(d.Items)), "</style>\n")
	}
	if d.Background.A != 0 {
		s.item(Rect(0, 0, d.Width, d.Height, 0).Filled(d.Background))
	}
	for _, it := range d.Items {
		s.item(it)
	}
	s.raw("</svg>\n")
	_, err := io.WriteString(w, s.out.String())
	return err
}

// FontFaces is the CSS that brings the given faces along as data URIs.
func FontFaces(faces []font.Face) string {
	var b strings.Builder
	for _, f := range faces {
		style := "normal"
		if f.IsItalic() {
			style = "italic"
		}
		fmt.Fprintf(&b, "@font-face{font-family:%s;font-weight:%d;font-style:%s;src:url(data:font/woff2;base64,%s) format('woff2')}",
			font.Family, f.Weight(), style, base64.StdEncoding.EncodeToString(f.WOFF2()))
	}
	return b.String()
}

func usedFaces(items []Item) []font.Face {
	used := map[font.Face]bool{}
	Walk(items, func(it Item) {
		if t, ok := it.(Text); ok {
			used[t.Face] = true
		}
	})
	var faces []font.Face
	for _, f := range font.Faces() {
		if used[f] {
			faces = append(faces, f)
		}
	}
	return faces
}

// Walk calls visit for every item, parents before children, in drawing order.
func Walk(items []Item, visit func(Item)) {
	for _, it := range items {
		visit(it)
		if g, ok := it.(Group); ok {
			Walk(g.Items, visit)
		}
	}
}

type svgWriter struct {
	out    strings.Builder
	prefix string
	defs   int
	depth  int
}

func (s *svgWriter) raw(parts ...string) {
	for _, p := range parts {
		s.out.WriteString(p)
	}
}

func (s *svgWriter) item(it Item) {
	switch v := it.(type) {
	case Group:
		s.group(v)
	case Path:
		s.path(v)
	case Text:
		s.text(v)
	}
}

func (s *svgWriter) group(g Group) {
	clip := ""
	if g.Clip != nil {
		clip = s.nextID("clip")
		s.raw(`<clipPath id="`, clip, `"><path d="`, pathData(g.Clip.Segs), `"/></clipPath>`, "\n")
	}
	if g.Href != "" {
		s.raw(`<a href="`, escape(g.Href), `">`)
	}
	s.raw("<g")
	if g.ID != "" {
		s.raw(` id="`, escape(s.prefix+"-"+g.ID), `"`)
	}
	if g.Label != "" {
		s.raw(` role="group" aria-label="`, escape(g.Label), `"`)
	}
	keys := make([]string, 0, len(g.Data))
	for k := range g.Data {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		s.raw(" data-", k, `="`, escape(g.Data[k]), `"`)
	}
	if m := g.Matrix; !m.IsIdentity() {
		if m.A == 1 && m.B == 0 && m.C == 0 && m.D == 1 {
			s.raw(` transform="translate(`, num(m.E), " ", num(m.F), `)"`)
		} else {
			s.raw(` transform="matrix(`, precise(m.A), " ", precise(m.B), " ", precise(m.C), " ", precise(m.D), " ", num(m.E), " ", num(m.F), `)"`)
		}
	}
	if clip != "" {
		s.raw(` clip-path="url(#`, clip, `)"`)
	}
	s.raw(">\n")
	for _, it := range g.Items {
		s.item(it)
	}
	s.raw("</g>")
	if g.Href != "" {
		s.raw("</a>")
	}
	s.raw("\n")
}

func (s *svgWriter) nextID(kind string) string {
	s.defs++
	return escape(s.prefix) + "-" + kind + strconv.Itoa(s.defs)
}

func (s *svgWriter) path(p Path) {
	if len(p.Segs) == 0 {
		return
	}
	fill := s.gradient(p.Fill)
	s.raw(`<path d="`, pathData(p.Segs), `"`)
	switch {
	case fill != "":
		s.raw(` fill="url(#`, fill, `)"`)
	case p.Fill.None():
		s.raw(` fill="none"`)
	default:
		s.color("fill", p.Fill.Color)
	}
	if !p.Stroke.None() {
		s.color("stroke", p.Stroke.Color)
		s.raw(` stroke-width="`, num(p.Stroke.Width), `"`)
		if len(p.Stroke.Dash) > 0 {
			dash := make([]string, len(p.Stroke.Dash))
			for i, v := range p.Stroke.Dash {
				dash[i] = num(v)
			}
			s.raw(` stroke-dasharray="`, strings.Join(dash, " "), `"`)
		}
		if p.Stroke.Round {
			s.raw(` stroke-linecap="round" stroke-linejoin="round"`)
		}
	}
	s.raw("/>\n")
}

func (s *svgWriter) gradient(p Paint) (id string) {
	if p.Gradient == nil {
		return ""
	}
	id = s.nextID("gradient")
	g := p.Gradient
	s.raw(`<linearGradient id="`, id, `" gradientUnits="userSpaceOnUse" x1="`, num(g.X1), `" y1="`, num(g.Y1), `" x2="`, num(g.X2), `" y2="`, num(g.Y2), `">`)
	for _, stop := range g.Stops {
		s.raw(`<stop offset="`, precise(stop.Offset), `" stop-color="`, stop.Color.Hex(), `"`)
		if stop.Color.A != 255 {
			s.raw(` stop-opacity="`, opacity(stop.Color), `"`)
		}
		s.raw("/>")
	}
	s.raw("</linearGradient>\n")
	return id
}

func (s *svgWriter) color(attr string, c Color) {
	s.raw(" ", attr, `="`, c.Hex(), `"`)
	if c.A != 255 {
		s.raw(" ", attr, `-opacity="`, opacity(c), `"`)
	}
}

func (s *svgWriter) text(t Text) {
	if t.S == "" {
		return
	}
	s.raw(`<text x="`, num(t.X), `" y="`, num(t.Y), `" font-size="`, num(t.Size), `"`)
	if w := t.Face.Weight(); w != 400 {
		s.raw(` font-weight="`, strconv.Itoa(w), `"`)
	}
	if t.Face.IsItalic() {
		s.raw(` font-style="italic"`)
	}
	switch t.Anchor {
	case Middle:
		s.raw(` text-anchor="middle"`)
	case End:
		s.raw(` text-anchor="end"`)
	}
	s.color("fill", t.Fill)
	if t.HaloWidth > 0 && t.Halo.A != 0 {
		s.color("stroke", t.Halo)
		s.raw(` stroke-width="`, num(t.HaloWidth), `" stroke-linejoin="round" paint-order="stroke"`)
	}
	if t.Rotate != 0 {
		s.raw(` transform="rotate(`, num(t.Rotate), " ", num(t.X), " ", num(t.Y), `)"`)
	}
	s.raw(">", escape(t.S), "</text>\n")
}

func pathData(segs []Seg) string {
	b := make([]byte, 0, 32*len(segs))
	point := func(op byte, p Point) {
		b = append(b, op)
		b = appendDecimal(b, p.X, 2)
		b = append(b, ' ')
		b = appendDecimal(b, p.Y, 2)
	}
	for _, s := range segs {
		switch s.Op {
		case MoveTo:
			point('M', s.P[0])
		case LineTo:
			point('L', s.P[0])
		case CubicTo:
			point('C', s.P[0])
			point(' ', s.P[1])
			point(' ', s.P[2])
		case Close:
			b = append(b, 'Z')
		}
	}
	return string(b)
}

// num writes a length with at most two decimals, which is finer than any device shows and keeps
// files small and free of platform-dependent last digits.
func num(v float64) string { return decimal(v, 2) }

func precise(v float64) string { return decimal(v, 6) }

func opacity(c Color) string { return decimal(float64(c.A)/255, 3) }

func decimal(v float64, places int) string { return string(appendDecimal(nil, v, places)) }

// appendDecimal writes v with at most so many places, without zeros at its end.
func appendDecimal(b []byte, v float64, places int) []byte {
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', places, 64)
	if places > 0 {
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		if b[len(b)-1] == '.' {
			b = b[:len(b)-1]
		}
	}
	if string(b[from:]) == "-0" {
		b = append(b[:from], '0')
	}
	return b
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// escape makes s safe in SVG text and attributes; characters that XML forbids become U+FFFD.
func escape(s string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < 0x20 || r == 0xFFFE || r == 0xFFFF:
			return 0xFFFD
		}
		return r
	}, s)
	return escaper.Replace(clean)
}
