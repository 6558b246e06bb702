package live

import (
	"strconv"
	"strings"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
)

// places tells what can be pointed at on a picture, from large to small: phases with their steps, then
// signals and advice, which lie on those.
func (v *viewing) places(p drawn) []api.Spot {
	out := []api.Spot{}
	w := v.words()
	for _, r := range p.rooms {
		kind, name, _ := strings.Cut(r.For, ":")
		switch kind {
		case "fase":
			n, err := strconv.Atoi(name)
			if err != nil || n < 1 || n > len(v.journey.Phases) {
				continue
			}
			phase := v.journey.Phases[n-1]
			out = append(out, spot(api.Spot{Kind: "fase", Phase: n - 1, Index: -1, Label: w.phase(n, len(v.journey.Phases), phase.Title), Line: phase.Pos.Line}, r.Box))
		case render.BackingStep:
			if at, step := v.stepAt(name); step != nil {
				out = append(out, spot(api.Spot{Kind: "stap", Phase: at, Step: name, Index: -1, Label: w.step(v.numberOf(name), step.Title), Line: step.Pos.Line}, r.Box))
			}
		}
	}
	for _, s := range p.spots {
		kind, name, _ := strings.Cut(s.For, ":")
		switch kind {
		case render.BackingSignal:
			for at, phase := range v.journey.Phases {
				for k := range phase.Steps {
					for i, sel := range phase.Steps[k].Selectors {
						if sel.ID == name {
							out = append(out, spot(api.Spot{Kind: "signaal", Phase: at, Step: phase.Steps[k].ID, Index: i, Label: w.signal(sel.Title), Line: sel.Pos.Line}, s.Box))
						}
					}
				}
			}
		case render.BackingAdvice:
			for i, a := range v.journey.Advice {
				if a.ID == name {
					at, _ := v.stepAt(a.Step)
					out = append(out, spot(api.Spot{Kind: "advies", Phase: at, Step: a.Step, Index: i, Label: w.advice(a.Title), Line: a.Pos.Line}, s.Box))
				}
			}
		}
	}
	return out
}

func spot(s api.Spot, b drawing.Box) api.Spot {
	round := func(x float64) float64 { return float64(int(x*10+0.5)) / 10 }
	s.X, s.Y, s.Width, s.Height = round(b.X), round(b.Y), round(b.W), round(b.H)
	return s
}

// stepAt finds a step with the phase that it is in; −1 and nil: there is none.
func (v *viewing) stepAt(id string) (int, *journeys.Step) {
	for p := range v.journey.Phases {
		for s := range v.journey.Phases[p].Steps {
			if step := &v.journey.Phases[p].Steps[s]; step.ID == id {
				return p, step
			}
		}
	}
	return -1, nil
}

// numberOf is the place of a step in the journey, from 1.
func (v *viewing) numberOf(id string) int {
	for i, s := range v.journey.Steps() {
		if s.ID == id {
			return i + 1
		}
	}
	return 0
}
