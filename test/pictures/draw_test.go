package pictures

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/tiff"

	"klantreis/render"
	d "klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/pdf"
)

// studio holds the programs and the folder in which they draw.
type studio struct {
	dir      string
	chromium string
	fonts    string // a fontconfig file that knows our typeface only
}

// newStudio skips the test loudly when a program is missing, and fails it where all must be there.
func newStudio(t *testing.T) studio {
	t.Helper()
	s := studio{dir: t.TempDir(), chromium: os.Getenv("CHROMIUM")}
	if s.chromium == "" {
		s.chromium = "/usr/bin/chromium"
	}
	for _, tool := range []string{"rsvg-convert", "pdftocairo", s.chromium} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skipf("PICTURES NOT COMPARED: %s is missing: %v", tool, err)
		}
	}
	// librsvg takes typefaces from the system, never from the file.
	for i, face := range font.Faces() {
		s.write(t, fmt.Sprintf("inter-%d.ttf", i), face.TTF())
	}
	s.fonts = s.write(t, "fonts.conf", []byte("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>"+s.dir+"</dir><cachedir>"+s.dir+"/cache</cachedir></fontconfig>"))
	return s
}

func (s studio) write(t *testing.T, name string, content []byte) string {
	t.Helper()
	name = filepath.Join(s.dir, name)
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// run gives the standard output of a program.
func (s studio) run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+s.fonts)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, errs.String())
	}
	return out.Bytes()
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func asSVG(t *testing.T, p d.Drawing) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.WriteSVG(&b, p, d.SVGOptions{EmbedFonts: true}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ours draws with our own raster, through the PNG that people get.
func ours(t *testing.T, p d.Drawing, width int) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := d.WritePNG(&b, p, width); err != nil {
		t.Fatal(err)
	}
	return decode(t, b.Bytes())
}

func (s studio) librsvg(t *testing.T, p named, width, height int) image.Image {
	t.Helper()
	file := s.write(t, p.name+".svg", asSVG(t, p.Drawing))
	return decode(t, s.run(t, "rsvg-convert", "--width", fmt.Sprint(width), "--height", fmt.Sprint(height), "--background-color", "white", file))
}

// poppler draws the poster on which the picture stands, a pixel for each 1/96 inch. It draws
// twice as large, because it makes lines thinner than a pixel one pixel wide.
func (s studio) poppler(t *testing.T, p named, width, height int) image.Image {
	t.Helper()
	const mm = 25.4 / 96
	var b bytes.Buffer
	poster := pdf.Poster{Report: render.Report{Title: p.Title}, Pages: []pdf.PosterPage{{Width: float64(width) * mm, Height: float64(height) * mm, Figure: render.Figure{Drawing: p.Drawing}}}}
	if _, err := pdf.WritePoster(&b, poster, render.Stadskamer()); err != nil {
		t.Fatal(err)
	}
	file := s.write(t, p.name+".pdf", b.Bytes())
	out := filepath.Join(s.dir, p.name)
	s.run(t, "pdftocairo", "-tiff", "-singlefile", "-scale-to-x", fmt.Sprint(2*width), "-scale-to-y", fmt.Sprint(2*height), file, out)
	f, err := os.Open(out + ".tif")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := tiff.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return halved(t, img)
}

// halved is a picture of half the size; each pixel is the mean of four.
func halved(t *testing.T, img image.Image) image.Image {
	t.Helper()
	large, ok := img.(*image.RGBA)
	if !ok {
		t.Fatalf("%T is no RGB", img)
	}
	size := large.Bounds().Size().Div(2)
	small := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		above, below, out := large.Pix[2*y*large.Stride:], large.Pix[(2*y+1)*large.Stride:], small.Pix[y*small.Stride:]
		for x := range size.X {
			for k := range 4 {
				i := 8*x + k
				out[4*x+k] = uint8((int(above[i]) + int(above[i+4]) + int(below[i]) + int(below[i+4]) + 2) / 4)
			}
		}
	}
	return small
}

// browser draws all pictures in as few starts of Chromium as the height of its screen allows.
func (s studio) browser(t *testing.T, all []named) map[string]image.Image {
	t.Helper()
	const highest = 12000
	pictures := map[string]image.Image{}
	for from := 0; from < len(all); {
		var page strings.Builder
		page.WriteString("<!doctype html><meta charset=utf-8><style>body{margin:0;background:#fff}img{display:block}</style>")
		y, widest, to := 0, 0, from
		for ; to < len(all); to++ {
			width, height := pixelWidth(all[to].Drawing)
			if to > from && y+height > highest {
				break
			}
			file := s.write(t, all[to].name+"-browser.svg", asSVG(t, all[to].Drawing))
			fmt.Fprintf(&page, `<img src="%s" width=%d height=%d>`, filepath.Base(file), width, height)
			y, widest = y+height, max(widest, width)
		}
		name := s.write(t, fmt.Sprintf("page-%d.html", from), []byte(page.String()))
		shot := filepath.Join(s.dir, fmt.Sprintf("page-%d.png", from))
		s.run(t, s.chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--hide-scrollbars", "--force-device-scale-factor=1", "--force-color-profile=srgb", "--disable-lcd-text", "--user-data-dir="+filepath.Join(s.dir, "profile"),
			fmt.Sprintf("--window-size=%d,%d", widest, y), "--screenshot="+shot, "file://"+name)
		data, err := os.ReadFile(shot)
		if err != nil {
			t.Fatal(err)
		}
		sheet := decode(t, data)
		if size := sheet.Bounds().Size(); size.X < widest || size.Y < y {
			t.Fatalf("Chromium drew %v, want %d × %d", size, widest, y)
		}
		y = 0
		for ; from < to; from++ {
			width, height := pixelWidth(all[from].Drawing)
			part := image.NewRGBA(image.Rect(0, 0, width, height))
			draw.Draw(part, part.Bounds(), sheet, image.Pt(0, y), draw.Src)
			pictures[all[from].name] = part
			y += height
		}
	}
	return pictures
}
