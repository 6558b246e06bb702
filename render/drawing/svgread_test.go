package drawing

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"klantreis/render/font"
)

// svg wraps elements in a picture of 200 × 100.
func svg(body string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100">` + body + `</svg>`
}

// dump writes items as one line each, for table tests.
func dump(items []Item) string {
	var b strings.Builder
	for i, it := range items {
		if i > 0 {
			b.WriteString("; ")
		}
		switch v := it.(type) {
		case Group:
			fmt.Fprintf(&b, "g(%s)", v.ID+v.Label+v.Href)
			if !v.Matrix.IsIdentity() {
				m := v.Matrix
				fmt.Fprintf(&b, "[%s %s %s %s %s %s]", num(m.A), num(m.B), num(m.C), num(m.D), num(m.E), num(m.F))
			}
			if v.Clip != nil {
				fmt.Fprintf(&b, "clip %s", pathData(v.Clip.Segs))
			}
			fmt.Fprintf(&b, "{%s}", dump(v.Items))
		case Path:
			b.WriteString(pathData(v.Segs))
			if g := v.Fill.Gradient; g != nil {
				fmt.Fprintf(&b, " fill %s,%s-%s,%s", num(g.X1), num(g.Y1), num(g.X2), num(g.Y2))
				for _, s := range g.Stops {
					fmt.Fprintf(&b, " %s%s/%d", precise(s.Offset), s.Color.Hex(), s.Color.A)
				}
			} else if !v.Fill.None() {
				fmt.Fprintf(&b, " fill %s/%d", v.Fill.Color.Hex(), v.Fill.Color.A)
			}
			if !v.Stroke.None() {
				fmt.Fprintf(&b, " stroke %s/%d %s %v round=%v", v.Stroke.Color.Hex(), v.Stroke.Color.A, num(v.Stroke.Width), v.Stroke.Dash, v.Stroke.Round)
			}
		case Text:
			fmt.Fprintf(&b, "%q at %s,%s size %s/%d italic=%v anchor %d %s/%d", v.S, num(v.X), num(v.Y), num(v.Size), v.Face.Weight(), v.Face.IsItalic(), v.Anchor, v.Fill.Hex(), v.Fill.A)
			if v.HaloWidth > 0 {
				fmt.Fprintf(&b, " halo %s %s", v.Halo.Hex(), num(v.HaloWidth))
			}
			if v.Rotate != 0 {
				fmt.Fprintf(&b, " turned %s", num(v.Rotate))
			}
		}
	}
	return b.String()
}

const black = " fill #000000/255"

func TestReadSVGElements(t *testing.T) {
	cases := []struct{ name, body, want string }{
		{"empty", ``, ``},
		{"path absolute", `<path d="M10 20L30,40H50V60C1 2 3 4 5 6Z"/>`, "M10 20L30 40L50 40L50 60C1 2 3 4 5 6Z" + black},
		{"path relative", `<path d="m10 20l5 5 5 5h10v-10c1 1 2 2 3 3z m1 1l2 2"/>`, "M10 20L15 25L20 30L30 30L30 20C31 21 32 22 33 23ZM11 21L13 23" + black},
		{"move pairs are lines", `<path d="M0 0 10 0 10 10"/>`, "M0 0L10 0L10 10" + black},
		{"numbers without space", `<path d="M.5.5-1-1e1L1.5.25"/>`, "M0.5 0.5L-1 -10L1.5 0.25" + black},
		{"smooth cubic", `<path d="M0 0C0 10 10 10 10 0S20 -10 20 0"/>`, "M0 0C0 10 10 10 10 0C10 -10 20 -10 20 0" + black},
		{"smooth cubic after a line", `<path d="M0 0L10 0S20 -10 20 0"/>`, "M0 0L10 0C10 0 20 -10 20 0" + black},
		{"quadratic", `<path d="M0 0Q15 30 30 0T60 0"/>`, "M0 0C10 20 20 20 30 0C40 -20 50 -20 60 0" + black},
		{"arc", `<path d="M10 0A10 10 0 0 1 0 10"/>`, "M10 0C10 5.52 5.52 10 0 10" + black},
		{"arc with joined flags", `<path d="M10 0a10 10 0 01-10 10"/>`, "M10 0C10 5.52 5.52 10 0 10" + black},
		{"arc that cannot reach", `<path d="M0 0A1 1 0 0 1 20 0"/>`, "M0 0C0 -5.52 4.48 -10 10 -10C15.52 -10 20 -5.52 20 0" + black},
		{"flat arc", `<path d="M0 0A0 5 0 0 1 20 0"/>`, "M0 0L20 0" + black},
		{"arc to its own start", `<path d="M0 0A5 5 0 1 1 0 0"/>`, "M0 0" + black},
		{"on after closing", `<path d="M0 0L10 0L10 10ZL5 5"/>`, "M0 0L10 0L10 10ZM0 0L5 5" + black},
		{"rect", `<rect x="1" y="2" width="30" height="40" fill="#abc"/>`, "M1 2L31 2L31 42L1 42Z fill #aabbcc/255"},
		{"rect without width", `<rect height="40"/>`, ""},
		{"line", `<line x1="1" y1="2" x2="3" y2="4" stroke="red" stroke-width="2px"/>`, "M1 2L3 4" + black + " stroke #ff0000/255 2 [] round=false"},
		{"polyline", `<polyline points="0,0 10,0 10,10" fill="none" stroke="#00f"/>`, "M0 0L10 0L10 10 stroke #0000ff/255 1 [] round=false"},
		{"polygon", `<polygon points="0 0 10 0 10 10"/>`, "M0 0L10 0L10 10Z" + black},
		{"style wins", `<rect width="1" height="1" fill="red" style="fill: lime; stroke:none"/>`, "M0 0L1 0L1 1L0 1Z fill #00ff00/255"},
		{"inherited", `<g fill="navy" stroke="none"><rect width="1" height="1"/></g>`, "g(){M0 0L1 0L1 1L0 1Z fill #000080/255}"},
		{"rgb and rgba", `<rect width="1" height="1" fill="rgb(1, 2,3)" stroke="rgba(4,5,6,.5)"/>`, "M0 0L1 0L1 1L0 1Z fill #010203/255 stroke #040506/128 1 [] round=false"},
		{"hex with alpha", `<rect width="1" height="1" fill="#11223380"/>`, "M0 0L1 0L1 1L0 1Z fill #112233/128"},
		{"currentColor", `<g color="teal"><rect width="1" height="1" fill="currentColor"/></g>`, "g(){M0 0L1 0L1 1L0 1Z fill #008080/255}"},
		{"opacity multiplies", `<g opacity=".5"><rect width="1" height="1" fill="red" fill-opacity="0.5" opacity="50%"/></g>`, "g(){M0 0L1 0L1 1L0 1Z fill #ff0000/32}"},
		{"dashes", `<path d="M0 0L9 0" fill="none" stroke="#000" stroke-dasharray="4,2" stroke-dashoffset="0"/>`, "M0 0L9 0 stroke #000000/255 1 [4 2] round=false"},
		{"odd dashes", `<path d="M0 0L9 0" fill="none" stroke="#000" stroke-dasharray="4 2 1"/>`, "M0 0L9 0 stroke #000000/255 1 [4 2 1 4 2 1] round=false"},
		{"no dashes", `<path d="M0 0L9 0" fill="none" stroke="#000" stroke-dasharray="0"/>`, "M0 0L9 0 stroke #000000/255 1 [] round=false"},
		{"round", `<path d="M0 0L9 0" fill="none" stroke="#000" stroke-linecap="round"/>`, "M0 0L9 0 stroke #000000/255 1 [] round=true"},
		{"bevel is nearer to round", `<path d="M0 0L9 0" fill="none" stroke="#000" stroke-linejoin="bevel"/>`, "M0 0L9 0 stroke #000000/255 1 [] round=true"},
		{"but not with dashes", `<path d="M0 0L9 0" fill="none" stroke="#000" stroke-linejoin="bevel" stroke-dasharray="2"/>`, "M0 0L9 0 stroke #000000/255 1 [2 2] round=false"},
		{"moved", `<rect width="1" height="1" transform="translate(5)"/>`, "M5 0L6 0L6 1L5 1Z" + black},
		{"turned and scaled", `<path d="M1 0L2 0" transform="rotate(90), scale(2)" fill="none" stroke="#000" stroke-dasharray="1 2"/>`, "M0 2L0 4 stroke #000000/255 2 [2 4] round=false"},
		{"stretched with a stroke", `<path d="M0 0L1 0" transform="scale(2 1)" fill="none" stroke="#000"/>`, "g()[2 0 0 1 0 0]{M0 0L1 0 stroke #000000/255 1 [] round=false}"},
		{"stretched without", `<rect width="1" height="1" transform="matrix(2,0,0,1,3,4)"/>`, "M3 4L5 4L5 5L3 5Z" + black},
		{"skewed", `<rect width="1" height="1" transform="skewX(45)"/>`, "M0 0L1 0L2 1L1 1Z" + black},
		{"group", `<g id="a" aria-label="b" transform="translate(1 2)"><rect width="1" height="1"/></g>`, "g(ab)[1 0 0 1 1 2]{M0 0L1 0L1 1L0 1Z" + black + "}"},
		{"link", `<a xlink:href="#x"><g id="a"><rect width="1" height="1"/></g></a>`, "g(a#x){M0 0L1 0L1 1L0 1Z" + black + "}"},
		{"clip", `<g clip-path="url(#c)"><rect width="1" height="1"/></g><defs><clipPath id="c"><rect width="5" height="5" transform="translate(1 1)"/></clipPath></defs>`, "g()clip M1 1L6 1L6 6L1 6Z{M0 0L1 0L1 1L0 1Z" + black + "}"},
		{"clipped shape", `<clipPath id="c"><path d="M0 0L5 0L5 5Z"/></clipPath><rect width="1" height="1" transform="translate(2 0)" clip-path="url('#c')"/>`, "g()[1 0 0 1 2 0]clip M0 0L5 0L5 5Z{M0 0L1 0L1 1L0 1Z" + black + "}"},
		{"gradient in user space", `<defs><linearGradient id="g" gradientUnits="userSpaceOnUse" x1="1" y1="2" x2="3" y2="4"><stop offset="0" stop-color="red"/><stop offset="50%" style="stop-color:#00f;stop-opacity:.5"/></linearGradient></defs><rect width="1" height="1" fill="url(#g)"/>`, "M0 0L1 0L1 1L0 1Z fill 1,2-3,4 0#ff0000/255 0.5#0000ff/128"},
		{"gradient of the box", `<linearGradient id="g"><stop/><stop offset="1" stop-color="white"/></linearGradient><rect x="10" y="5" width="20" height="10" fill="url(#g)"/>`, "M10 5L30 5L30 15L10 15Z fill 10,5-30,5 0#000000/255 1#ffffff/255"},
		{"gradient of the box, aslant", `<linearGradient id="g" x2="1" y2="1"><stop/><stop offset="1" stop-color="white"/></linearGradient><rect width="20" height="10" fill="url(#g)"/>`, "M0 0L20 0L20 10L0 10Z fill 0,0-8,16 0#000000/255 1#ffffff/255"},
		{"gradient moved along", `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1" y2="0"><stop/><stop offset="1" stop-color="white"/></linearGradient><rect width="1" height="1" fill="url(#g)" transform="translate(5 6) scale(10)"/>`, "M5 6L15 6L15 16L5 16Z fill 5,6-15,6 0#000000/255 1#ffffff/255"},
		{"gradient of one colour", `<linearGradient id="g"><stop stop-color="red"/></linearGradient><rect width="1" height="1" fill="url(#g)"/>`, "M0 0L1 0L1 1L0 1Z fill #ff0000/255"},
		{"text", `<text x="10" y="20">Wacht</text>`, `"Wacht" at 10,20 size 16/400 italic=false anchor 0 #000000/255`},
		{"text as ECharts writes it", `<text dominant-baseline="central" text-anchor="end" style="font-size:14px;font-family:Inter, 'Segoe UI';font-weight:600;" xml:space="preserve" x="10" y="20" fill="#14213d" stroke="#fff" stroke-width="3" paint-order="stroke" stroke-miterlimit="2" transform="translate(5 5)">ik wacht</text>`, `"ik wacht" at 15,30.09 size 14/600 italic=false anchor 2 #14213d/255 halo #ffffff 3`},
		{"font shorthand", `<text style="font: italic 400 13px/1.5 Inter">a</text>`, `"a" at 0,0 size 13/400 italic=true anchor 0 #000000/255`},
		{"font weights", `<text font-weight="bold" font-size="10">a</text><text font-weight="500" font-size="10">a</text>`, `"a" at 0,0 size 10/700 italic=false anchor 0 #000000/255; "a" at 0,0 size 10/400 italic=false anchor 0 #000000/255`},
		{"turned text", `<text x="10" y="20" transform="rotate(-90 10 20)">a</text>`, `"a" at 10,20 size 16/400 italic=false anchor 0 #000000/255 turned -90`},
		{"stretched text", `<text transform="scale(2 1)">a</text>`, `g()[2 0 0 1 0 0]{"a" at 0,0 size 16/400 italic=false anchor 0 #000000/255}`},
		{"white space", "<text>  a \n b  </text>", `"a b" at 0,0 size 16/400 italic=false anchor 0 #000000/255`},
		{"white space kept", `<text xml:space="preserve">a  b </text>`, "\"a \\u00a0b\\u00a0\" at 0,0 size 16/400 italic=false anchor 0 #000000/255"},
		{"character data", `<text><![CDATA[<b> & "c"]]></text>`, `"<b> & \"c\"" at 0,0 size 16/400 italic=false anchor 0 #000000/255`},
		{"lines of tspan", `<text x="1" y="2"><tspan x="1" y="2">a</tspan><tspan x="1" y="20" font-weight="700">b</tspan></text>`, `"a" at 1,2 size 16/400 italic=false anchor 0 #000000/255; "b" at 1,20 size 16/700 italic=false anchor 0 #000000/255`},
		{"nothing to see", `<text fill="none">a</text><g display="none"><rect width="1" height="1"/></g><rect width="1" height="1" visibility="hidden"/><text visibility="hidden">b</text>`, ``},
		{"harmless", `<title>t</title><desc>d</desc><metadata>m</metadata><style>.zr0-cls-1:hover{fill:red}@font-face{font-family:Inter}</style><g class="c" role="img"><rect width="1" height="1" data-x="y" aria-hidden="true" ecmeta_series_index="0" pointer-events="visible"/></g>`, "g(){M0 0L1 0L1 1L0 1Z" + black + "}"},
	}
	for _, c := range cases {
		d, err := ReadSVG(strings.NewReader(svg(c.body)))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got := dump(d.Items); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestReadSVGRuns(t *testing.T) {
	d, err := ReadSVG(strings.NewReader(svg(`<text x="100" y="10" text-anchor="middle">ab<tspan font-weight="700"> cd</tspan></text>`)))
	if err != nil {
		t.Fatal(err)
	}
	ab, cd := d.Items[0].(Text), d.Items[1].(Text)
	whole := font.Width("ab", font.Regular, 16) + font.Width(" cd", font.Bold, 16)
	if ab.S != "ab" || cd.S != " cd" || math.Abs(ab.X-(100-whole/2)) > 1e-9 || math.Abs(cd.X-(ab.X+ab.Width())) > 1e-9 || ab.Anchor != Start {
		t.Errorf("%s", dump(d.Items))
	}
}

func TestReadSVGRoundCorners(t *testing.T) {
	for body, want := range map[string]Path{
		`<circle cx="10" cy="20" r="5"/>`:                  Circle(10, 20, 5),
		`<ellipse cx="10" cy="20" rx="5" ry="2"/>`:         Ellipse(10, 20, 5, 2),
		`<rect x="1" y="2" width="30" height="9" rx="3"/>`: Rect(1, 2, 30, 9, 3),
		`<rect width="20" height="10" rx="10" ry="5"/>`:    Rect(0, 0, 20, 20, 10).Transform(Matrix{A: 1, D: 0.5}),
	} {
		d, err := ReadSVG(strings.NewReader(svg(body)))
		if err != nil {
			t.Fatal(err)
		}
		if got := pathData(d.Items[0].(Path).Segs); got != pathData(want.Segs) {
			t.Errorf("%s:\n got %s\nwant %s", body, got, pathData(want.Segs))
		}
	}
}

func TestReadSVGViewBox(t *testing.T) {
	read := func(attributes string) (Drawing, error) {
		return ReadSVG(strings.NewReader(`<svg xmlns="http://www.w3.org/2000/svg" ` + attributes + `><rect width="1" height="1"/></svg>`))
	}
	d, err := read(`id="x" lang="nl" viewBox="10 20 100 50" width="200" height="100"`)
	if err != nil || d.Width != 200 || d.Height != 100 || d.ID != "x" || d.Lang != "nl" {
		t.Fatalf("%+v %v", d, err)
	}
	if got := dump(d.Items); got != "g()[2 0 0 2 -20 -40]{M0 0L1 0L1 1L0 1Z"+black+"}" {
		t.Error(got)
	}
	if d, err := read(`viewBox="0 0 30 40" width="100%"`); err != nil || d.Width != 30 || d.Height != 40 {
		t.Errorf("%v × %v: %v", d.Width, d.Height, err)
	}
	for _, wrong := range []string{``, `width="1"`, `width="0" height="1"`, `width="10" height="10" viewBox="0 0 1 2"`, `viewBox="0 0 1"`, `width="1e9" height="1"`, `width="2em" height="1"`} {
		if _, err := read(wrong); err == nil {
			t.Errorf("%s: no error", wrong)
		}
	}
}

// TestReadSVGRefuses holds what would change the picture and is not understood: each is an
// error, never a silent gap.
func TestReadSVGRefuses(t *testing.T) {
	bodies := map[string]string{
		"image": `<image href="x.png"/>`, "use": `<use href="#a"/>`, "script": `<script>1</script>`, "foreignObject": `<foreignObject/>`,
		"radial gradient": `<radialGradient id="r"/>`, "pattern": `<defs><pattern id="p"/></defs>`, "shape in defs": `<defs><rect id="r"/></defs>`,
		"filter": `<rect filter="url(#f)"/>`, "mask": `<g mask="url(#m)"/>`, "marker": `<path d="M0 0" marker-end="url(#m)"/>`,
		"animation": `<rect width="1" height="1"><animate/></rect>`, "handler": `<rect onclick="x()"/>`, "nested": `<svg/>`,
		"style sheet": `<style>rect{fill:red}</style>`, "unclosed style": `<style>a:hover{</style>`, "loose style": `<style>x</style>`,
		"import": `<style>@import url(x.css); a:hover{fill:red}</style>`, "rule behind a comment": `<style>a:hover{} /* :hover{ */ rect{fill:red}</style>`, "rule in a rule": `<style>a:hover{rect{fill:red}}</style>`,
		"fill over the line": `<rect width="9" height="9" stroke="red" paint-order="stroke"/>`, "inherited order": `<g paint-order="stroke"><circle r="4" stroke="red"/></g>`,
		"path length":    `<path d="M0 0h9" stroke="red" stroke-dasharray="1" pathLength="3"/>`,
		"style property": `<rect style="mix-blend-mode:multiply"/>`, "style word": `<rect style="red"/>`,
		"even-odd": `<path d="M0 0" fill-rule="evenodd"/>`, "square caps": `<path d="M0 0" stroke-linecap="square"/>`, "dash offset": `<path d="M0 0" stroke-dashoffset="2"/>`,
		"colour": `<rect width="1" height="1" fill="hsl(1,2%,3%)"/>`, "half a colour": `<rect width="1" height="1" fill="#12345g"/>`, "colour name": `<rect width="1" height="1" fill="papayawhip"/>`,
		"missing gradient": `<rect width="1" height="1" fill="url(#g)"/>`, "clip as fill": `<clipPath id="g"><rect/></clipPath><rect width="1" height="1" fill="url(#g)"/>`,
		"gradient of another": `<linearGradient id="g" href="#h"/><rect width="1" height="1" fill="url(#g)"/>`, "spread": `<linearGradient id="g" spreadMethod="reflect"/><rect width="1" height="1" fill="url(#g)"/>`,
		"gradient as stroke": `<linearGradient id="g"/><rect width="1" height="1" stroke="url(#g)"/>`, "same id": `<clipPath id="g"/><clipPath id="g"/>`,
		"empty clip": `<clipPath id="c"/><g clip-path="url(#c)"/>`, "clip units": `<clipPath id="c" clipPathUnits="objectBoundingBox"><rect/></clipPath><g clip-path="url(#c)"/>`,
		"missing clip": `<g clip-path="url(#c)"/>`, "far clip": `<g clip-path="url(x.svg#c)"/>`,
		"transform": `<g transform="spin(3)"/>`, "unclosed transform": `<g transform="rotate(3"/>`, "flat": `<g transform="scale(0)"/>`, "transform numbers": `<g transform="matrix(1 2 3)"/>`,
		"command": `<path d="M0 0X"/>`, "no move": `<path d="L0 0"/>`, "half a pair": `<path d="M0"/>`, "after z": `<path d="M0 0Z1 1"/>`, "flag": `<path d="M0 0A1 1 0 2 0 1 1"/>`,
		"huge": `<path d="M0 1e7"/>`, "huge by steps": `<path d="M0 9e5v9e5"/>`, "not a number": `<rect width="NaN" height="1"/>`, "infinite": `<rect width="Infinity" height="1"/>`, "hexadecimal": `<rect width="0x10" height="1"/>`, "underscores": `<rect width="1_0" height="1"/>`,
		"unit": `<rect width="1cm" height="1"/>`, "points": `<polygon points="1 2 3"/>`, "dashes": `<path d="M0 0" stroke-dasharray="-1"/>`,
		"outlined text": `<text stroke="red">a</text>`, "bold italic": `<text font-weight="700" font-style="italic">a</text>`, "text path": `<text><textPath href="#p">a</textPath></text>`,
		"letters apart": `<text x="1 2 3">abc</text>`, "spaced": `<text letter-spacing="2">a</text>`, "stretched": `<text textLength="9">a</text>`, "underlined": `<text text-decoration="underline">a</text>`, "half a place": `<text><tspan dy="9">a</tspan></text>`,
		"font without size": `<text style="font:bold Inter">a</text>`, "gradient as letters": `<linearGradient id="g"/><text fill="url(#g)">a</text>`,
		"stray text": `abc`, "stray text in a group": `<g>abc</g>`, "foreign element": `<x:rect xmlns:x="urn:x"/>`, "foreign attribute": `<rect x:y="1" xmlns:x="urn:x"/>`,
	}
	for name, body := range bodies {
		if d, err := ReadSVG(strings.NewReader(svg(body))); err == nil {
			t.Errorf("%s: read as %q", name, dump(d.Items))
		} else if !strings.HasPrefix(err.Error(), "drawing: svg: line 1: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReadSVGRefusesDocuments(t *testing.T) {
	ok := svg("")
	documents := map[string]string{
		"nothing": "", "no xml": "hello", "another root": "<html/>", "two roots": ok + ok, "unclosed": strings.TrimSuffix(ok, "</svg>"),
		"document type": "<!DOCTYPE svg>" + ok, "entities": `<!DOCTYPE svg [<!ENTITY a "b">]>` + svg("<text>&a;</text>"), "unknown entity": svg("<text>&nbsp;</text>"),
		"style sheet": `<?xml-stylesheet href="x.css"?>` + ok, "root attribute": strings.Replace(ok, "<svg", `<svg onload="x()"`, 1),
		"clipped root": strings.Replace(svg(`<clipPath id="c"><circle r="9"/></clipPath>`), "<svg", `<svg clip-path="url(#c)"`, 1), "no root": strings.Replace(ok, "<svg", `<svg display="none"`, 1),
		"deep": svg(strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100)), "many": svg(strings.Repeat("<g/>", maxSVGElements)),
		"large": svg(strings.Repeat(" ", maxSVGBytes)),
	}
	for name, document := range documents {
		if _, err := ReadSVG(strings.NewReader(document)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// sample uses everything that a Drawing can hold.
func sample() Drawing {
	faded := Hex("#1d4fd7").Alpha(0.4)
	gradient := Path{Segs: Rect(10, 10, 80, 30, 6).Segs, Fill: Paint{Gradient: &Gradient{X1: 10, Y1: 10, X2: 90, Y2: 40, Stops: []Stop{{0, Hex("#fff")}, {0.4, faded}, {1, Hex("#14213d")}}}}}
	return Drawing{ID: "proef", Width: 320, Height: 240, Title: `Proef <b> & "c"`, Desc: "Een verhaal", Lang: "nl", Background: Hex("#f3f5f9"), Items: []Item{
		gradient,
		Group{ID: "deel", Label: "Een deel", Href: "#elders", Data: map[string]string{"stap": "wachten", "n": "12"}, Matrix: Translate(100, 20), Items: []Item{
			Circle(20, 20, 12).Filled(faded).Stroked(Hex("#b3261e"), 2.5, 6, 3),
			Text{X: 20, Y: 60, S: "]]></text><b>", Size: 13, Face: font.SemiBold, Anchor: Middle, Fill: Hex("#14213d"), Halo: Hex("#fff"), HaloWidth: 3},
		}},
		Group{Matrix: Matrix{A: 0.9, B: 0.2, C: -0.3, D: 0.8, E: 60, F: 120}, Clip: ptr(Ellipse(40, 30, 38, 26)), Items: []Item{Rect(0, 0, 90, 60, 0).Filled(Hex("#15803d")), Line(0, 0, 90, 60).Stroked(Hex("#fff"), 6)}},
		Path{Stroke: Stroke{Round: true}}.Move(180, 200).Cubic(200, 120, 240, 260, 300, 150).Line(310, 160).Stroked(Hex("#7c3aed"), 5),
		Text{X: 300, Y: 220, S: "schuin", Size: 14, Face: font.Italic, Anchor: End, Fill: faded, Rotate: -30},
	}}
}

func ptr[T any](v T) *T { return &v }

func written(t testing.TB, d Drawing) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteSVG(&b, d, SVGOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReadSVGRoundTrip(t *testing.T) {
	first := written(t, sample())
	d, err := ReadSVG(strings.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if second := written(t, d); second != first {
		t.Errorf("written, read and written again differs:\n%s\n%s", first, second)
	}
	var fonts bytes.Buffer
	if err := WriteSVG(&fonts, sample(), SVGOptions{EmbedFonts: true, Inline: true}); err != nil {
		t.Fatal(err)
	}
	if d, err = ReadSVG(&fonts); err != nil || written(t, d) != first {
		t.Errorf("with fonts inside: %v", err)
	}
}

// FuzzReadSVG: no input crashes the reader, and what it reads can be written and read again as
// the same picture.
func FuzzReadSVG(f *testing.F) {
	f.Add([]byte(written(f, sample())))
	for _, body := range []string{
		`<path d="M0 0a5 5 0 01-10 10q1 2 3 4t5 5s1 1 2 2z"/>`, `<text xml:space="preserve"> a <tspan x="1" y="2">b</tspan></text>`,
		`<rect width="9" height="5" rx="2" style="fill:rgb(1,2,3);opacity:.3" transform="rotate(3) skewX(9)"/>`,
		`<linearGradient id="g" x2="0" y2="1"><stop offset="5%" stop-color="red"/><stop offset="1"/></linearGradient><circle r="4" fill="url(#g)"/>`,
		`<style>@font-face{font-family:Inter;src:url(data:,)} a:hover,.b:hover{fill:red}</style><text><tspan x="1" y="2" font-weight="600">a</tspan>b</text>`,
		`<path d="M0 0L9 9" stroke="red" stroke-dasharray="3 1 2" stroke-linecap="round" stroke-opacity=".5"/><polygon points="1,2 3,4 5,0" fill="#12345678"/>`,
		`<g opacity=".4" transform="matrix(1 .2 0 2 3 4)"><ellipse cx="4" rx="3" ry="2" stroke="rgba(1,2,3,.5)" stroke-width="2"/><text x="3" text-anchor="end" dominant-baseline="central" stroke="#fff" stroke-width="2" paint-order="stroke">é</text></g>`,
		`<clipPath id="c"><circle r="4"/></clipPath><a href="x"><g clip-path="url(#c)"><line x2="4" stroke="red"/></g></a>`,
	} {
		f.Add([]byte(svg(body)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := ReadSVG(bytes.NewReader(data))
		if err != nil {
			return
		}
		// Writing rounds to hundredths of a pixel; from the second time on it must be stable.
		again, err := ReadSVG(strings.NewReader(written(t, d)))
		if err != nil {
			t.Fatalf("what was read cannot be read again: %v\n%s", err, written(t, d))
		}
		once := written(t, again)
		twice, err := ReadSVG(strings.NewReader(once))
		if err != nil {
			t.Fatalf("the second time: %v\n%s", err, once)
		}
		if got := written(t, twice); got != once {
			t.Fatalf("not stable:\n%s\n%s", once, got)
		}
	})
}
