package journeymap

import (
	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
)

// Signs of what happened to a thing, and of the key of a comparison.
const (
	signPlus   icon = "teken-erbij"
	signMinus  icon = "teken-eraf"
	signCross  icon = "teken-vervalt"
	signMove   icon = "teken-verplaatst"
	signPencil icon = "teken-gewijzigd"
	signSame   icon = "teken-gelijk"
	signUp     icon = "teken-beter"
	signDown   icon = "teken-slechter"
	signAbout  icon = "teken-ongeveer"

	keyCurrent icon = "sleutel-huidig"
	keyWished  icon = "sleutel-gewenst"
	keyOpen    icon = "sleutel-open"
	keyCounted icon = "sleutel-gemeten"
	keyGain    icon = "sleutel-beter"
	keyLoss    icon = "sleutel-slechter"
	keyBroken  icon = "sleutel-onderbroken"
)

// stateSign is the sign that goes with the colour of what happened to a step.
func stateSign(r role) icon {
	switch r {
	case roleNew:
		return signPlus
	case roleGone:
		return signCross
	case roleMoved:
		return signMove
	case roleChanged:
		return signPencil
	}
	return signSame
}

// signPaths draws a sign on a square of iconSize, as outline does for icons; nothing for others.
func signPaths(name icon) []drawing.Path {
	line := func(xy ...float64) drawing.Path {
		var points []drawing.Point
		for i := 0; i+1 < len(xy); i += 2 {
			points = append(points, drawing.Point{X: xy[i], Y: xy[i+1]})
		}
		p := drawing.Polyline(points...)
		p.Stroke = drawing.Stroke{Width: 3.4, Round: true}
		return p
	}
	switch name {
	case signPlus:
		return []drawing.Path{line(12, 4, 12, 20), line(4, 12, 20, 12)}
	case signMinus:
		return []drawing.Path{line(4, 12, 20, 12)}
	case signCross:
		return []drawing.Path{line(5, 5, 19, 19), line(19, 5, 5, 19)}
	case signMove:
		return []drawing.Path{line(3, 12, 21, 12), line(8, 6.5, 2.5, 12, 8, 17.5), line(16, 6.5, 21.5, 12, 16, 17.5)}
	case signPencil:
		return []drawing.Path{line(4, 20, 5.2, 15, 16.5, 3.7, 20.3, 7.5, 9, 18.8).Closed(), line(13.5, 6.7, 17.3, 10.5)}
	case signSame:
		return []drawing.Path{line(4, 8.5, 20, 8.5), line(4, 15.5, 20, 15.5)}
	case signUp:
		return []drawing.Path{line(12, 20, 12, 5), line(5.5, 11, 12, 4.5, 18.5, 11)}
	case signDown:
		return []drawing.Path{line(12, 4, 12, 19), line(5.5, 13, 12, 19.5, 18.5, 13)}
	case signAbout:
		wave := func(y float64) drawing.Path {
			p := drawing.Path{}.Move(3, y+1.5).Cubic(8, y-6, 15, y+8, 21, y)
			p.Stroke = drawing.Stroke{Width: 3.4, Round: true}
			return p
		}
		return []drawing.Path{wave(8), wave(16)}
	}
	return nil
}

// strokes draws the paths of a sign into a box, in one colour.
func strokes(paths []drawing.Path, box drawing.Box, c drawing.Color) []drawing.Item {
	scale := box.W / iconSize
	m := drawing.Translate(box.X, box.Y).Mul(drawing.Scale(scale))
	var items []drawing.Item
	for _, p := range paths {
		p = p.Transform(m)
		p.Stroke.Color, p.Stroke.Width = c, p.Stroke.Width*scale
		items = append(items, p)
	}
	return items
}

// wishedFace draws a mood as a diamond: filled for a value that was computed, open for one that was
// typed in.
func wishedFace(x, y, value float64, typed bool, c, paper drawing.Color) []drawing.Item {
	square := func(r float64) drawing.Path {
		return drawing.Path{}.Move(x, y-r).Line(x+r, y).Line(x, y+r).Line(x-r, y).Closed()
	}
	feature := paper
	items := []drawing.Item{square(diamond + 2.5).Filled(paper)}
	if typed {
		feature = c
		items = append(items, square(diamond-1).Filled(paper).Stroked(c, 2))
	} else {
		items = append(items, square(diamond).Filled(c))
	}
	bend := value * 1.5
	mouth := drawing.Path{}.Move(x-3.6, y+3.6-bend*0.45).Cubic(x-1.4, y+3.6+bend*0.75, x+1.4, y+3.6+bend*0.75, x+3.6, y+3.6-bend*0.45)
	mouth.Stroke = drawing.Stroke{Color: feature, Width: 1.8, Round: true}
	return append(items, drawing.Circle(x-3.2, y-2.4, 1.4).Filled(feature), drawing.Circle(x+3.2, y-2.4, 1.4).Filled(feature), mouth)
}

// keys explains the signs that this comparison uses, and no others.
func (p *pair) keys(l *pairCurve) []keyItem {
	var items []keyItem
	add := func(show bool, ic icon, text string) {
		if show {
			items = append(items, keyItem{ic, text})
		}
	}
	if l != nil {
		var typed, measured, broken, gain, loss bool
		for _, s := range l.sides {
			for _, pt := range s.points {
				typed = typed || pt.emotion.Kind == evidence.Typed
				measured = measured || pt.emotion.Kind == evidence.Derived
			}
			for _, pc := range s.pieces {
				broken = broken || pc.dotted
			}
		}
		for _, s := range l.shades {
			gain, loss = gain || s.gain, loss || !s.gain
		}
		add(len(l.sides[0].points) > 0, keyCurrent, p.c.First+": "+p.w.KeyCurrent)
		add(len(l.sides[1].points) > 0, keyWished, p.c.Second+": "+p.w.KeyWished)
		add(measured, keyCounted, p.w.KeyMeasured)
		add(typed, keyOpen, p.w.KeyTyped)
		add(gain, keyGain, p.w.KeyGain)
		add(loss, keyLoss, p.w.KeyLoss)
		add(broken, keyBroken, p.w.KeyGap)
	}
	for _, s := range p.steps {
		if len(s.advice) > 0 {
			add(true, keyGift, p.words.KeyAdvice)
			break
		}
	}
	return items
}
