package journeymap

import (
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// style is a step of the type scale. Nothing is smaller than 11 pixels.
type style int

const (
	pageTitle style = iota
	partTitle
	pageSub
	phaseTitle
	phaseMeta
	laneName
	laneHint
	personaName
	cardTitle
	body
	bodyStrong
	thought
	note
	noteStrong
	valueText
	// Of sheets that are looked at from a distance.
	wideTitle
	widePhase
	posterTitle
	posterPhase
	wideCard
	posterCard
	// Of slides, beside the smaller ones above.
	slideStep
	slideValue
)

// spec gives size, leading (both in pixels) and face.
func (s style) spec() (size, leading float64, face font.Face) {
	switch s {
	case pageTitle:
		return 30, 37, font.Bold
	case partTitle:
		return 20, 26, font.Bold
	case pageSub:
		return 14.5, 21, font.Regular
	case phaseTitle:
		return 16, 21, font.Bold
	case phaseMeta:
		return 12, 17, font.Regular
	case laneName:
		return 13.5, 18, font.Bold
	case laneHint:
		return 11, 15, font.Regular
	case personaName:
		return 18, 23, font.Bold
	case cardTitle:
		return 13.5, 18, font.SemiBold
	case bodyStrong:
		return 12, 16.5, font.SemiBold
	case thought:
		return 12.5, 17, font.Italic
	case note:
		return 11, 15, font.Regular
	case noteStrong:
		return 11, 15, font.Bold
	case valueText:
		return 13, 16, font.Bold
	case wideTitle:
		return 42, 50, font.Bold
	case widePhase:
		return 20, 25, font.Bold
	case posterTitle:
		return 68, 80, font.Bold
	case posterPhase:
		return 28, 34, font.Bold
	case wideCard:
		return 15.5, 20, font.SemiBold
	case posterCard:
		return 18, 23, font.SemiBold
	case slideStep:
		return 14.5, 18.5, font.SemiBold
	case slideValue:
		return 17, 20, font.Bold
	}
	return 12, 16.5, font.Regular
}

func (s style) width(text string) float64 {
	size, _, face := s.spec()
	return font.Width(text, face, size)
}

func (s style) leading() float64 {
	_, leading, _ := s.spec()
	return leading
}

// role names a colour by what it is for; the theme gives it.
type role int

const (
	ink role = iota
	soft
	onHeader
	onHeaderSoft
	onPhase
	accent
	good
	bad
	warn
	number // of a step, in the colour of its phase
	typedShare
	onBad
)

// block is wrapped text in a room of its own.
type block struct {
	x, y, w float64 // the room's left side, top and width
	lines   []string
	style   style
	anchor  drawing.Anchor // within the room
	role    role
	halo    bool
}

// wrapped breaks text for a room w wide. The wrapper keeps a single character that is wider
// than the room, so callers give at least one em.
func wrapped(text string, s style, w float64) []string {
	size, _, face := s.spec()
	return font.Wrap(clean(text), face, size, w)
}

// oneLine places text that is known to fit on a single line.
func oneLine(x, y, w float64, text string, s style, r role, a drawing.Anchor) block {
	b := block{x: x, y: y, w: w, style: s, role: r, anchor: a}
	if text = clean(text); text != "" {
		b.lines = []string{text}
	}
	return b
}

func (b block) height() float64 { return float64(len(b.lines)) * b.style.leading() }

func (b *block) shift(dx, dy float64) { b.x, b.y = b.x+dx, b.y+dy }

func (b block) anchorX() float64 {
	switch b.anchor {
	case drawing.Middle:
		return b.x + b.w/2
	case drawing.End:
		return b.x + b.w
	}
	return b.x
}

// texts gives the lines as placed text, without colours.
func (b block) texts() []drawing.Text {
	size, leading, face := b.style.spec()
	texts := make([]drawing.Text, len(b.lines))
	for i, line := range b.lines {
		texts[i] = drawing.Text{
			// Capitals of Inter are 0.727 em high: this puts their middle on the line's middle.
			X: b.anchorX(), Y: b.y + float64(i)*leading + leading/2 + 0.364*size,
			S: line, Size: size, Face: face, Anchor: b.anchor,
		}
	}
	return texts
}

// extent is the box around the letters.
func (b block) extent() drawing.Box {
	w := 0.0
	for _, line := range b.lines {
		w = max(w, b.style.width(line))
	}
	x := b.x
	switch b.anchor {
	case drawing.Middle:
		x += (b.w - w) / 2
	case drawing.End:
		x += b.w - w
	}
	return drawing.Box{X: x, Y: b.y, W: w, H: b.height()}
}
