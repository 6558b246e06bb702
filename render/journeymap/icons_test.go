package journeymap

import (
	"slices"
	"testing"
)

// TestIcons draws every picture that a journey may choose within its square, each once.
func TestIcons(t *testing.T) {
	all := ChannelIcons()
	for i, name := range all {
		if slices.Contains(all[:i], name) {
			t.Errorf("%s is there twice", name)
		}
		if !isIcon(icon(name)) {
			t.Errorf("%s has no picture", name)
		}
		for _, p := range outline(icon(name)) {
			for _, s := range p.Segs {
				for _, at := range s.P {
					if at.X < 0 || at.Y < 0 || at.X > iconSize || at.Y > iconSize {
						t.Errorf("%s reaches over its square: %v", name, at)
					}
				}
			}
		}
	}
}
