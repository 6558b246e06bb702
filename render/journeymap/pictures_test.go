package journeymap

import (
	"flag"
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
	plainOf := allowance()
	plainOf.ev, plainOf.quotes = nil, nil
	for name, f := range map[string]fixture{
		"12": allowance(), "24": doubled(allowance()), "60": random(3, 60), "1": bare(), "zonder": plainOf, "lang": wordy(), "vijandig": nasty(),
	} {
		write(name, Wide(f.input(words.Dutch), Whole))
	}
	for name, c := range comparisons() {
		write("vergelijking "+name, Compare(c[0].input(words.Dutch), c[1].input(words.Dutch)))
	}
	f := allowance()
	write("fase-3", Phase(f.input(words.Dutch), 2))
	write("fase-1", Phase(f.input(words.English), 0))
	for i, d := range Strips(f.input(words.Dutch), 0) {
		write("deel-"+string(rune('1'+i)), d)
	}
}
