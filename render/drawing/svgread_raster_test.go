package drawing

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// librsvg draws an SVG with a program that shares nothing with ours.
func librsvg(t *testing.T, svg string, width int) image.Image {
	t.Helper()
	if _, err := exec.LookPath("rsvg-convert"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("rsvg-convert is not installed; in CI this comparison may not be left out")
		}
		t.Skip("NOT COMPARED with librsvg: rsvg-convert is not installed")
	}
	cmd := exec.Command("rsvg-convert", "--width", fmt.Sprint(width), "--background-color", "white")
	cmd.Stdin = strings.NewReader(svg)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("rsvg-convert: %v\n%s", err, errs.String())
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func ours(t *testing.T, svg string, width int) image.Image {
	t.Helper()
	d, err := ReadSVG(strings.NewReader(svg))
	if err != nil {
		t.Fatal(err)
	}
	d.Background = Hex("#ffffff")
	img, err := Raster(d, width)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// difference is the mean difference of a channel (0 to 255), and the share of pixels that differ
// by more than a quarter: the edges may be smoothed otherwise, the shapes may not.
func difference(a, b image.Image) (mean, far float64) {
	box := a.Bounds()
	n := 0.0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			ar, ag, ab, _ := a.At(x, y).RGBA()
			br, bg, bb, _ := b.At(x, y).RGBA()
			worst := 0.0
			for _, pair := range [][2]uint32{{ar, br}, {ag, bg}, {ab, bb}} {
				d := math.Abs(float64(pair[0])-float64(pair[1])) / 257
				mean += d / 3
				worst = math.Max(worst, d)
			}
			if worst > 64 {
				far++
			}
			n++
		}
	}
	return mean / n, far / n
}

// shapes leave out one thing: our raster draws a line in a stretched group as wide as it is on
// average, not wider in one direction than in another.
var shapes = map[string]string{
	"paths":      `<path d="M10 80Q52 10 95 80T180 80" fill="none" stroke="#c2410c" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/><path d="M10 20h40v20a20 12 30 1 1-40 0z" fill="#1d4fd7"/><path d="M120 10c20 0 40 10 20 30s-30 0-20-30z" fill="#15803d" fill-opacity=".5"/>`,
	"arcs":       `<path d="M60 50A40 20 -20 1 0 120 40" fill="none" stroke="#000" stroke-width="3"/><path d="M1 0A1 1 0 1 1 1 -0.0001" transform="matrix(30,0,0,30,160,50)" fill="#7c3aed"/><path d="M10 60a10 10 0 0110-10a10 10 0 1 1-10 10z" fill="#0e7490"/>`,
	"shapes":     `<rect x="5" y="5" width="60" height="30" rx="8" ry="15" fill="#1d4fd7"/><circle cx="100" cy="30" r="20" fill="none" stroke="#b42318" stroke-width="4"/><ellipse cx="160" cy="30" rx="30" ry="15" fill="orange"/><line x1="5" y1="60" x2="195" y2="90" stroke="black" stroke-width="3" stroke-dasharray="12 5 2 5"/><polygon points="20 60 60 95 20 95" fill="rgba(0,128,0,.6)"/><polyline points="80 90 100 60 120 90 140 60" fill="none" stroke="teal" stroke-width="4"/>`,
	"transforms": `<g transform="translate(100 50) rotate(30) skewX(20) scale(1.5 .8)"><rect x="-30" y="-20" width="60" height="40" fill="#7c3aed"/></g><g transform="translate(40 60) rotate(-20) scale(1.4)"><rect x="-20" y="-10" width="40" height="20" fill="none" stroke="#14213d" stroke-width="4" stroke-dasharray="9 3"/></g><rect width="20" height="20" transform="rotate(45 10 10) translate(20,0)" fill="red" opacity=".4"/>`,
	"gradients":  `<defs><linearGradient id="a" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#1d4fd7"/><stop offset=".5" stop-color="#fff"/><stop offset="1" stop-color="#c2410c" stop-opacity=".4"/></linearGradient><linearGradient id="b" gradientUnits="userSpaceOnUse" x1="110" y1="0" x2="190" y2="0"><stop offset="20%" stop-color="black"/><stop offset="80%" stop-color="lime"/></linearGradient></defs><rect x="10" y="10" width="90" height="40" fill="url(#a)"/><circle cx="150" cy="50" r="40" fill="url(#b)"/><path d="M10 60C40 50 60 110 90 60Z" transform="skewX(10)" fill="url(#a)"/>`,
	"clips":      `<defs><clipPath id="c"><circle cx="60" cy="50" r="35"/></clipPath><clipPath id="d" transform="translate(10 5)"><rect x="110" y="20" width="50" height="50" transform="rotate(10)"/></clipPath></defs><g clip-path="url(#c)"><rect width="200" height="100" fill="#fdeeec"/><path d="M0 0L200 100" stroke="#b42318" stroke-width="20"/></g><rect x="100" width="100" height="100" fill="#15803d" clip-path="url(#d)"/>`,
}

func TestReadSVGLooksAsInLibrsvg(t *testing.T) {
	const width, mostMean, mostFar = 600, 0.6, 0.002
	pictures := map[string]string{"written by us": ""}
	d := sample()
	var outlines []Item // letters depend on the fonts that are installed
	for _, it := range d.Items {
		if g, ok := it.(Group); ok && len(g.Items) > 1 {
			g.Items = g.Items[:1]
			it = g
		}
		if _, text := it.(Text); !text {
			outlines = append(outlines, it)
		}
	}
	d.Items = outlines
	pictures["written by us"] = written(t, d)
	for name, body := range shapes {
		pictures[name] = strings.Replace(svg(body), "<svg ", `<svg viewBox="0 0 200 100" `, 1)
	}
	for name, picture := range pictures {
		t.Run(name, func(t *testing.T) {
			mean, far := difference(ours(t, picture, width), librsvg(t, picture, width))
			if mean > mostMean || far > mostFar {
				t.Errorf("mean difference %.3f (at most %v), %.3f%% of the pixels far off (at most %v%%)", mean, mostMean, far*100, mostFar*100)
			}
		})
	}
}

// TestReadSVGTextStandsAsInLibrsvg compares where the ink of a text is: whatever the typeface,
// the middle of a row of H is half a capital above the baseline, at the anchor.
func TestReadSVGTextStandsAsInLibrsvg(t *testing.T) {
	const size = 20.0
	for name, body := range map[string]string{
		"middle": `<text x="100" y="60" text-anchor="middle" font-size="20">HHHH</text>`,
		"bold":   `<text x="100" y="60" text-anchor="middle" style="font:bold 20px Inter">HHHH</text>`,
		"turned": `<text x="100" y="60" text-anchor="middle" font-size="20" transform="rotate(40 100 60)">HHHH</text>`,
		"halo":   `<text x="100" y="60" text-anchor="middle" font-size="20" stroke="#000" stroke-width="4" paint-order="stroke">HHHH</text>`,
		"moved":  `<g transform="translate(20 10)"><text x="80" y="50" text-anchor="middle" font-size="20">HHHH</text></g>`,
	} {
		picture := strings.Replace(svg(body), "<svg ", `<svg viewBox="0 0 200 100" `, 1)
		a, b := inkCentre(ours(t, picture, 400)), inkCentre(librsvg(t, picture, 400))
		if d := math.Hypot(a.X-b.X, a.Y-b.Y) / 2; d > size*0.1 {
			t.Errorf("%s: the ink is %.1f pixels from where librsvg puts it (%v and %v)", name, d, a, b)
		}
	}
}

func inkCentre(img image.Image) Point {
	var sum Point
	weight := 0.0
	box := img.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, _, _, _ := img.At(x, y).RGBA()
			ink := 1 - float64(r)/0xffff
			sum.X, sum.Y, weight = sum.X+ink*float64(x), sum.Y+ink*float64(y), weight+ink
		}
	}
	return Point{sum.X / weight, sum.Y / weight}
}
