package journeymap

import (
	"fmt"
	"testing"

	"klantreis/render/words"
)

func TestSlidePictures(t *testing.T) {
	if *pictures == "" {
		return
	}
	for name, f := range map[string]fixture{"12": allowance(), "lang": wordy(), "1": bare(), "vijandig": nasty(), "60": random(3, 60)} {
		for p := range f.j.Phases {
			if p > 3 {
				break
			}
			for k, s := range Slides(f.input(words.Dutch), p) {
				writePicture(t, fmt.Sprintf("dia-%s-%d-%d", name, p+1, k+1), s.Drawing)
			}
		}
	}
}
