package journeymap

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"klantreis/render/drawing"
	"klantreis/render/words"
)

var pictures = flag.String("pictures", "", "write SVG and PNG files of the sample maps into this folder, to look at")

func TestPictures(t *testing.T) {
	if *pictures == "" {
		return // only for a person who wants to look
	}
	write := func(name string, d drawing.Drawing) {
		t.Helper()
		writePicture(t, name, d)
	}
	plainOf := allowance()
	plainOf.ev, plainOf.quotes = nil, nil
	for name, f := range map[string]fixture{
		"12": allowance(), "24": doubled(allowance()), "60": random(3, 60), "1": bare(), "zonder": plainOf, "lang": wordy(), "vijandig": nasty(),
	} {
		write(name, Wide(f.input(words.Dutch), Whole))
		write("smal-"+name, Narrow(f.input(words.Dutch), Whole, 0))
		for i, d := range Pages(f.input(words.Dutch), Whole, pageWidth, firstPage, pageHeight) {
			write(fmt.Sprintf("blad-%s-%d", name, i+1), d)
		}
		write(name+"-a1", Poster(f.input(words.Dutch), Whole, A1))
	}
	sixty := ordinary(60)
	write("60-echt", Wide(sixty.input(words.Dutch), Whole))
	write("60-echt-a1", Poster(sixty.input(words.Dutch), Whole, A1))
	write("60-a0", Poster(random(3, 60).input(words.English), Whole, A0))
	write("3", Wide(random(2, 3).input(words.Dutch), Whole))
	write("3-a1", Poster(ordinary(3).input(words.Dutch), Whole, A1))
	write("8", Wide(ordinary(8).input(words.Dutch), Whole))
	for name, c := range comparisons() {
		write("vergelijking "+name, Compare(c[0].input(words.Dutch), c[1].input(words.Dutch)))
	}
	f := allowance()
	for _, l := range Lenses {
		write("lens-"+l.String(), Wide(f.input(words.Dutch), l))
	}
	write("smal-klant", Narrow(f.input(words.Dutch), Customer, 0))
	write("smal-blauwdruk", Narrow(f.input(words.Dutch), Blueprint, 0))
}

// writePicture writes a drawing into the folder of the flag.
func writePicture(t *testing.T, name string, d drawing.Drawing) {
	t.Helper()
	for _, ext := range []string{".svg", ".png"} {
		f, err := os.Create(filepath.Join(*pictures, name+ext))
		if err != nil {
			t.Fatal(err)
		}
		if ext == ".svg" {
			err = drawing.WriteSVG(f, d, drawing.SVGOptions{EmbedFonts: true})
		} else {
			err = drawing.WritePNG(f, d, int(min(d.Width, 8000)))
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
