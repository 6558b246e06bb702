package journeymap

import (
	"math"

	"klantreis/journeys/evidence"
	"klantreis/render/drawing"
)

// signed explains one sign of the narrow form.
type signed struct {
	icon icon
	role role
	text string
}

// keys lists the signs that the form uses, and no others. On a phone cards bear their names; on
// paper their signs stand here.
func (t *tall) keys() []signed {
	v, w := t.v, t.v.words
	shown := map[icon]bool{}
	show := func(ic icon, lane string, is bool) { shown[ic] = shown[ic] || is && v.has(lane) }
	open := false // between two known emotions
	for i, s := range v.steps {
		none := s.emotion.Kind == evidence.None
		show(keyGap, "beleving", open && !none && v.steps[i-1].emotion.Kind == evidence.None)
		open = open || !none
		show(keyDashed, "beleving", i > 0 && !none && known(v.steps[i-1].emotion) && (s.emotion.Kind == evidence.Typed || v.steps[i-1].emotion.Kind == evidence.Typed))
		show(keyDerived, "beleving", s.emotion.Kind == evidence.Derived)
		show(keyTyped, "beleving", s.emotion.Kind == evidence.Typed)
		show(keyBadge, "stappen", s.counted)
		show(keyGrade, "stappen", s.counted && v.doubted(i) != "")
		show(keyGift, "cadeautjes", len(s.advice) > 0)
		if !t.double {
			continue
		}
		show(iconCheck, "gaat-goed", len(s.GoesWell) > 0)
		show(iconPain, "pijnpunten", len(s.PainPoints) > 0)
		show("arena", "klantarena", len(s.arena) > 0)
		show(iconHuman, "menselijk", s.HumanContact != "")
		show(iconExit, "afhakers", len(s.exits) > 0)
		show(iconGear, "achter-de-schermen", len(s.Backstage) > 0)
		show(iconSystem, "systemen", len(s.Systems) > 0)
	}
	var all []signed
	for _, k := range []signed{
		{keyDerived, ink, w.KeyDerived}, {keyTyped, ink, w.KeyTyped}, {keyGap, ink, w.KeyGap}, {keyDashed, ink, v.lang.ByTeam().KeyDashed}, {keyBadge, ink, w.KeyBadge}, {keyGrade, ink, v.lang.Grades().Key},
		{iconCheck, good, v.lang.ByTeam().Said(w.GoesWell.Name)}, {iconPain, bad, v.lang.ByTeam().Said(w.PainPoints.Name)}, {"arena", accent, w.Arena.Name},
		{iconHuman, good, w.Human.Name}, {iconExit, bad, w.DropOuts.Name}, {keyGift, accent, w.KeyAdvice},
		{iconGear, soft, w.Backstage.Name}, {iconSystem, soft, w.Systems.Name},
	} {
		if shown[k.icon] {
			all = append(all, k)
		}
	}
	return all
}

// key explains the signs next to each other, as many in a row as fit; nil when there are none.
func (t *tall) key(width float64) *card {
	const pad = 14.0
	keys := t.keys()
	if len(keys) == 0 {
		return nil
	}
	c := newCard(legendCard, -1, 1, width)
	c.add(t.v.words.Legend, noteStrong, soft, pad, pad)
	x, y, bottom := pad, c.box.H+3, c.box.H
	for _, k := range keys {
		sign, high := 48.0, 20.0
		if len(outline(k.icon)) > 0 {
			sign, high = 23, 17
		} else if k.icon == keyGift || k.icon == keyTyped {
			sign = 33
		}
		w := math.Min(sign+body.width(k.text)+1, width-2*pad)
		if x > pad && x+w > width-pad {
			x, y = pad, bottom+1
		}
		c.box.H = y + 5
		at := drawing.Box{X: x, Y: y + 13 - high/2, W: sign - 8, H: high}
		if len(outline(k.icon)) > 0 {
			at.W = high
		}
		c.marks = append(c.marks, mark{icon: k.icon, box: at, role: k.role, text: "1"})
		c.add(k.text, body, ink, x+sign, width-x-w)
		bottom = math.Max(bottom, math.Max(c.box.H+3, y+27))
		x += w + 20
	}
	c.box.H = bottom + 5
	return c
}
