package flow

import (
	"math"
	"strings"

	"klantreis/render/font"
)

// sizes is a density. Small is the smallest type in the picture; a picture no wider
// than maxWidth keeps it at 12 pixels or more when it is shown 1800 pixels wide.
type sizes struct {
	card         float64 // width of a step
	title, small float64 // type
	label        float64 // width of the text at a line
	gapY         float64 // between boxes in a column
	pad          float64 // in a card
	lines        int     // the most lines in a condition or a reason
}

// sizesFor gives the densities that suit a number of steps, the roomiest first.
func sizesFor(steps int) []sizes {
	roomy := sizes{card: 196, title: 16, small: 13, label: 118, gapY: 30, pad: 14, lines: 4}
	middle := sizes{card: 166, title: 14.5, small: 13, label: 104, gapY: 24, pad: 11, lines: 4}
	close := sizes{card: 152, title: 14, small: 13.2, label: 94, gapY: 24, pad: 10, lines: 4}
	switch {
	case steps <= 9:
		return []sizes{roomy, middle}
	case steps <= 16:
		return []sizes{middle, close}
	case steps <= 34:
		return []sizes{{card: 148, title: 13.5, small: 12.5, label: 92, gapY: 20, pad: 9, lines: 3}}
	}
	return []sizes{{card: 134, title: 13, small: 12, label: 84, gapY: 16, pad: 8, lines: 3}}
}

func (z sizes) maxWidth() float64 { return 1800 * z.small / 12 }

const leading = 1.28 // line height as a share of the size

// line is one line of text in a box.
type line struct {
	text string
	face font.Face
	size float64
}

func height(lines []line) float64 {
	h := 0.0
	for _, l := range lines {
		h += l.size * leading
	}
	return h
}

func width(lines []line) float64 {
	w := 0.0
	for _, l := range lines {
		w = math.Max(w, font.Width(l.text, l.face, l.size))
	}
	return w
}

// wrap breaks text into at most limit lines; what does not fit ends in an ellipsis. The whole
// text remains in the labels for people who do not see the picture.
func wrap(text string, face font.Face, size, width float64, limit int) []line {
	broken := font.Wrap(text, face, size, width)
	if len(broken) > limit {
		broken = broken[:limit]
		last := []rune(strings.TrimSuffix(broken[limit-1], "-"))
		for len(last) > 0 && font.Width(string(last)+"…", face, size) > width {
			last = last[:len(last)-1]
		}
		broken[limit-1] = strings.TrimRight(string(last), " ") + "…"
	}
	lines := make([]line, len(broken))
	for i, s := range broken {
		lines[i] = line{text: s, face: face, size: size}
	}
	return lines
}
