package evidence

import (
	"math"

	"klantreis/journeys"
)

// EnoughScores is how many scores a step needs before it can be called the hardest.
const EnoughScores = 2 * MinGroup

// Hurts tells whether a feeling is below zero beyond doubt: as it is shown, with one decimal, and when it
// was measured with its whole margin. A mean of −0.04, or of −0.4 between −0.9 and 0.1, may as well be neutral.
func (e Emotion) Hurts() bool {
	return e.Kind != None && shownEmotion(e.Value) < 0 && (e.Kind != Derived || e.High < 0)
}

// Pleases tells the same of a feeling above zero.
func (e Emotion) Pleases() bool {
	return e.Kind != None && shownEmotion(e.Value) > 0 && (e.Kind != Derived || e.Low > 0)
}

// shownEmotion is a feeling as all outputs write it, with one decimal.
func shownEmotion(v float64) float64 { return math.Round(v*10) / 10 }

// Hardest is the step with the lowest measured emotion of those that hurt, nil when there is none: fewer
// than two of the steps have enough scores, or nobody is unhappy beyond doubt. What was typed says nothing here.
// Every output that points at the moment that hurts asks this, so that they point at the same one.
func (e *Evidence) Hardest(steps []*journeys.Step) *journeys.Step {
	var lowest *journeys.Step
	measured, value := 0, 0.0
	for _, s := range steps {
		felt := e.Step(s.ID).Emotion
		if felt.Kind != Derived || felt.N < EnoughScores {
			continue
		}
		measured++
		if felt.Hurts() && felt.Value < value {
			lowest, value = s, felt.Value
		}
	}
	if measured < 2 {
		return nil
	}
	return lowest
}
