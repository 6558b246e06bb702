package evidence

import "klantreis/journeys"

// EnoughScores is how many scores a step needs before it can be called the hardest.
const EnoughScores = 2 * MinGroup

// Hardest is the step with the lowest measured emotion, nil when there is none: fewer than two of
// the steps have enough scores, or nobody is unhappy. What was typed says nothing here. Every output
// that points at the moment that hurts asks this, so that they point at the same one.
func (e *Evidence) Hardest(steps []*journeys.Step) *journeys.Step {
	var lowest *journeys.Step
	measured, value := 0, 0.0
	for _, s := range steps {
		felt := e.Step(s.ID).Emotion
		if felt.Kind != Derived || felt.N < EnoughScores {
			continue
		}
		measured++
		if lowest == nil || felt.Value < value {
			lowest, value = s, felt.Value
		}
	}
	if measured < 2 || value >= 0 {
		return nil
	}
	return lowest
}
