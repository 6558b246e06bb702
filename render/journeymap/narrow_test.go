package journeymap

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"klantreis/render/drawing"
	"klantreis/render/words"
)

func TestNarrowLook(t *testing.T) {
	if *pictures == "" {
		return
	}
	plainOf := allowance()
	plainOf.ev, plainOf.quotes = nil, nil
	for name, f := range map[string]fixture{
		"12": allowance(), "60": random(3, 60), "1": bare(), "zonder": plainOf, "lang": wordy(), "vijandig": nasty(),
	} {
		writePicture(t, "smal-"+name, Narrow(f.input(words.Dutch), Whole, 0))
		for i, d := range Pages(f.input(words.Dutch), 760, 970, 1075) {
			writePicture(t, fmt.Sprintf("blad-%s-%d", name, i+1), d)
		}
	}
	writePicture(t, "smal-klant", Narrow(allowance().input(words.Dutch), Customer, 0))
	writePicture(t, "smal-blauwdruk", Narrow(allowance().input(words.Dutch), Blueprint, 0))
}

func writePicture(t *testing.T, name string, d drawing.Drawing) {
	f, err := createPicture(name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	if err := drawing.WritePNG(f, d, int(d.Width)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func createPicture(name string) (*os.File, error) { return os.Create(filepath.Join(*pictures, name)) }
