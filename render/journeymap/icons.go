package journeymap

import (
	"math"

	"klantreis/journeys"
	"klantreis/render/drawing"
)

// icon names a small picture of our own; those of channels bear the channel's name.
type icon string

const (
	iconGeneric icon = "algemeen"
	iconPerson  icon = "klant"
	iconGear    icon = "werk"
	iconSystem  icon = "systeem"
	iconCheck   icon = "goed"
	iconPain    icon = "pijn"
	iconHuman   icon = "mens"
	iconExit    icon = "afhaken"
	iconGift    icon = "cadeau"
	iconRecord  icon = "signaal"
	iconPersona icon = "portret"

	// Signs of the key, drawn in draw_key.go.
	keyDerived icon = "sleutel-afgeleid"
	keyTyped   icon = "sleutel-ingevuld"
	keyGap     icon = "sleutel-geen"
	keyDashed  icon = "sleutel-streepjes"
	keyBadge   icon = "sleutel-signalen"
	keyWidth   icon = "sleutel-breedte"
	keyBack    icon = "sleutel-terug"
	keyExit    icon = "sleutel-afhaken"
	keyGift    icon = "sleutel-cadeau"

	// How a claim came about.
	iconMeasured icon = "gemeten"
	iconPencil   icon = "ingevuld"
	iconQuestion icon = "aanname"
	keyMeasured  icon = "sleutel-gemeten"
	keyTypedCard icon = "sleutel-getypt"
	keyAssumed   icon = "sleutel-aanname"

	// How good data is: the text of the mark is the letter.
	iconGrade icon = "letter"
	keyGrade  icon = "sleutel-letter"
)

// isIcon says whether a name given in a journey names a picture that stands for a channel.
func isIcon(name icon) bool {
	switch name {
	case iconMeasured, iconPencil, iconQuestion:
		return false
	case iconGear, iconCheck, iconPain, iconExit, iconRecord:
		return false
	}
	return len(outline(name)) > 0
}

// ChannelIcons are the names of the pictures that a journey may give a channel of its own.
func ChannelIcons() []string {
	all := append(journeys.Channels(), "app")
	for _, i := range []icon{iconGeneric, iconPerson, iconSystem, iconHuman, iconGift} {
		all = append(all, string(i))
	}
	for _, i := range placeIcons() {
		all = append(all, string(i))
	}
	return all
}

// UnknownIcons are the channels of a journey whose picture there is not; they bear their first letter.
func UnknownIcons(j *journeys.Journey) []journeys.OwnChannel {
	var unknown []journeys.OwnChannel
	for _, c := range j.OwnChannels {
		if c.Icon != "" && !isIcon(icon(c.Icon)) {
			unknown = append(unknown, c)
		}
	}
	return unknown
}

// iconSize is the square on which every icon is drawn.
const iconSize = 24.0

// outline gives an icon's lines on a square of iconSize; strokes are 2 wide, a path without a
// stroke is filled. Colours are put in when it is drawn. Unknown names give nothing.
func outline(name icon) []drawing.Path {
	switch name {
	case "telefoon":
		return []drawing.Path{inked(drawing.Path{}.Move(5, 4).Line(9, 4).Line(11, 9).Line(8.5, 10.7).
			Cubic(9.6, 12.9, 11.1, 14.4, 13.3, 15.5).Line(15, 13).Line(20, 15).Line(20, 19).
			Cubic(20, 20.2, 19.2, 21, 18, 21).Cubic(9.7, 20.5, 3.5, 14.3, 3, 6).Cubic(3, 4.8, 3.8, 4, 5, 4).Closed())}
	case "balie":
		return []drawing.Path{ring(12, 6, 3), shoulders(12, 10, 5, 5), way(3, 15, 21, 15), way(5, 15, 5, 21), way(19, 15, 19, 21)}
	case "website":
		return []drawing.Path{ring(12, 12, 9), inked(drawing.Ellipse(12, 12, 4, 9)), way(3.5, 9, 20.5, 9), way(3.5, 15, 20.5, 15)}
	case "receptie":
		return []drawing.Path{inked(drawing.Path{}.Move(4, 17).Cubic(4, 6, 20, 6, 20, 17).Closed()), way(2.5, 20, 21.5, 20), way(12, 8, 12, 5), way(10, 4.5, 14, 4.5)}
	case "chat":
		return []drawing.Path{talkIcon(3, 4, 18, 12), way(7.5, 8.5, 16.5, 8.5), way(7.5, 12, 13, 12)}
	case "e-mail":
		return []drawing.Path{frame(3, 5, 18, 14, 2), way(3.5, 7, 12, 13, 20.5, 7)}
	case "brief":
		return []drawing.Path{way(6, 3, 14, 3, 19, 8, 19, 21, 5, 21, 5, 4), way(13.5, 3.5, 13.5, 8.5, 18.5, 8.5), way(8.5, 13, 15.5, 13), way(8.5, 17, 13, 17)}
	case "sociale-media":
		return []drawing.Path{ring(6, 12, 2.8), ring(17.5, 5.5, 2.8), ring(17.5, 18.5, 2.8), way(8.5, 10.6, 15, 6.9), way(8.5, 13.4, 15, 17.1)}
	case "onderzoek":
		return []drawing.Path{frame(5, 4.5, 14, 17, 2), frame(9, 2.5, 6, 4, 1), way(8.5, 13.5, 11, 16, 15.5, 11)}
	case "melding":
		return []drawing.Path{inked(drawing.Path{}.Move(12, 21.5).Cubic(7, 16, 5, 13, 5, 9.5).Cubic(5, 0.2, 19, 0.2, 19, 9.5).Cubic(19, 13, 17, 16, 12, 21.5).Closed()), way(12, 6.5, 12, 10), drawing.Circle(12, 13, 1.3)}
	case "klacht":
		return []drawing.Path{talkIcon(3, 3.5, 18, 13), way(12, 6.5, 12, 10), drawing.Circle(12, 13.2, 1.3)}
	case "gesprek":
		return []drawing.Path{ring(7.5, 9, 2.6), shoulders(7.5, 13.5, 4.7, 6), ring(16.5, 9, 2.6), shoulders(16.5, 13.5, 4.7, 6), way(10.5, 3.5, 13.5, 3.5)}
	case "arena":
		return []drawing.Path{ring(12, 12, 3.4), drawing.Circle(12, 3.6, 1.7), drawing.Circle(19.3, 7.8, 1.7), drawing.Circle(19.3, 16.2, 1.7), drawing.Circle(12, 20.4, 1.7), drawing.Circle(4.7, 16.2, 1.7), drawing.Circle(4.7, 7.8, 1.7)}
	case "app":
		return []drawing.Path{frame(7, 2.5, 10, 19, 2), way(11, 18, 13, 18)}
	case iconMeasured:
		return []drawing.Path{way(4, 20, 20, 20), way(7, 16.5, 7, 12), way(12, 16.5, 12, 5), way(17, 16.5, 17, 9)}
	case iconPencil:
		return []drawing.Path{way(4, 20, 5.2, 15.5, 16, 4.7, 19.3, 8, 8.5, 18.8, 4, 20), way(13.5, 7.2, 16.8, 10.5)}
	case iconQuestion:
		return []drawing.Path{ring(12, 12, 9), inked(drawing.Path{}.Move(9, 9.5).Cubic(9, 5.6, 15, 5.6, 15, 9.5).Cubic(15, 11.6, 12, 11.7, 12, 14)), drawing.Circle(12, 17, 1.3)}
	case iconGeneric:
		return []drawing.Path{ring(12, 12, 8.5), drawing.Circle(8, 12, 1.4), drawing.Circle(12, 12, 1.4), drawing.Circle(16, 12, 1.4)}
	case iconPerson:
		return []drawing.Path{ring(12, 8, 4), shoulders(12, 14, 7.5, 6.5)}
	case iconGear:
		var wheel drawing.Path // eight teeth, each four corners
		for k := range 32 {
			radius := 7.4
			if k%4 == 1 || k%4 == 2 {
				radius = 10
			}
			sin, cos := math.Sincos((float64(k) - 1.5) * math.Pi / 16)
			if x, y := 12+radius*sin, 12-radius*cos; k == 0 {
				wheel = wheel.Move(x, y)
			} else {
				wheel = wheel.Line(x, y)
			}
		}
		return []drawing.Path{inked(wheel.Closed()), ring(12, 12, 3)}
	case iconSystem:
		return []drawing.Path{inked(drawing.Ellipse(12, 6, 7.5, 3)), inked(drawing.Path{}.Move(4.5, 6).Line(4.5, 18).Cubic(4.5, 22, 19.5, 22, 19.5, 18).Line(19.5, 6)),
			inked(drawing.Path{}.Move(4.5, 12).Cubic(4.5, 16, 19.5, 16, 19.5, 12))}
	case iconCheck:
		return []drawing.Path{ring(12, 12, 9), way(7.8, 12.4, 10.8, 15.4, 16.2, 9.2)}
	case iconPain:
		return []drawing.Path{inked(drawing.Path{}.Move(12, 3.5).Line(21.5, 20).Line(2.5, 20).Closed()), way(12, 9.5, 12, 13.5), drawing.Circle(12, 16.7, 1.3)}
	case iconHuman:
		return []drawing.Path{inked(drawing.Path{}.Move(4, 15).Line(4, 12).Cubic(4, 1.3, 20, 1.3, 20, 12).Line(20, 15)), frame(2.8, 13, 4, 6.5, 1.8), frame(17.2, 13, 4, 6.5, 1.8),
			inked(drawing.Path{}.Move(19, 19.5).Cubic(19, 21.5, 17, 22, 14, 22))}
	case iconExit:
		return []drawing.Path{way(13, 4, 5, 4, 5, 20, 13, 20), way(10, 12, 20.5, 12), way(16.5, 8, 20.5, 12, 16.5, 16)}
	case iconGift:
		return []drawing.Path{frame(3, 8, 18, 4.5, 1), way(5, 12.5, 5, 21, 19, 21, 19, 12.5), way(12, 8, 12, 21),
			inked(drawing.Path{}.Move(12, 8).Cubic(7, 8, 6, 3, 9, 3).Cubic(11, 3, 12, 6, 12, 8).Cubic(12, 6, 13, 3, 15, 3).Cubic(18, 3, 17, 8, 12, 8))}
	case iconRecord:
		return []drawing.Path{way(6, 3, 18, 3, 18, 21, 6, 21, 6, 3), way(9.5, 8.5, 14.5, 8.5), way(9.5, 12.5, 14.5, 12.5)}
	}
	return placeOutline(name)
}

// picture draws an icon into a square box, in one colour.
func picture(name icon, box drawing.Box, c drawing.Color) []drawing.Item {
	scale := box.W / iconSize
	m := drawing.Translate(box.X, box.Y).Mul(drawing.Scale(scale))
	var items []drawing.Item
	for _, p := range outline(name) {
		p = p.Transform(m)
		if p.Stroke.Width > 0 {
			p.Stroke.Color = c
			p.Stroke.Width *= scale
		} else {
			p = p.Filled(c)
		}
		items = append(items, p)
	}
	return items
}
