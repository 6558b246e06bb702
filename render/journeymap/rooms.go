package journeymap

import (
	"klantreis/render"
	"klantreis/render/drawing"
)

// rooms are those of the phases of a band, and of its steps: a column from their phase down to the end.
func (l *layout) rooms() []drawing.Spot {
	var all []drawing.Spot
	for i, b := range l.phases {
		p := l.v.phases[i]
		all = append(all, drawing.Spot{For: render.PhaseRoom(p.number), Box: b.box})
		for s := p.from; s < p.to; s++ {
			x, w := l.grid.tint(s, s+1)
			all = append(all, drawing.Spot{For: render.StepRoom(l.v.steps[s].ID), Box: drawing.Box{X: x, Y: l.tints[0], W: w, H: l.tints[1] - l.tints[0]}})
		}
	}
	return all
}

// rooms are those of the phases on a sheet, and of the steps below them: a strip over the whole width.
func (sh leaf) rooms(t *tall) []drawing.Spot {
	var all []drawing.Spot
	for _, b := range sh.bars {
		p := t.v.phases[b.phase]
		all = append(all, drawing.Spot{For: render.PhaseRoom(p.number), Box: b.box})
		for _, s := range sh.stops {
			if s.step >= p.from && s.step < p.to {
				all = append(all, drawing.Spot{For: render.StepRoom(t.v.steps[s.step].ID), Box: drawing.Box{X: t.margin, Y: s.y, W: t.width - 2*t.margin, H: s.h}})
			}
		}
	}
	return all
}
