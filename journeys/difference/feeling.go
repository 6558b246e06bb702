package difference

import (
	"math"

	"klantreis/journeys/evidence"
)

// Direction tells which way a feeling goes.
type Direction string

const (
	Rises   Direction = "stijgt"
	Falls   Direction = "daalt"
	Level   Direction = "gelijk"       // no difference in the first decimal
	Within  Direction = "binnen-marge" // the margins overlap: there may be no difference
	Unknown Direction = "niet-bekend"  // one of the two has no value
)

// Feeling is the emotion of one step on both sides. Delta is after minus before, zero when Unknown.
type Feeling struct {
	Before, After evidence.Emotion
	Direction     Direction
	Delta         float64
}

// Feel weighs two emotions. A value that was typed has no margin; that of a mean is its 95%
// interval. Margins that overlap are no proof that nothing changed, so Within claims neither.
func Feel(before, after evidence.Emotion) Feeling {
	f := Feeling{Before: before, After: after, Direction: Unknown}
	if !known(before) || !known(after) {
		return f
	}
	f.Delta = after.Value - before.Value
	lowB, highB := margin(before)
	lowA, highA := margin(after)
	switch {
	case math.Abs(f.Delta) < 0.05:
		f.Direction = Level
	case lowA <= highB && lowB <= highA:
		f.Direction = Within
	case f.Delta > 0:
		f.Direction = Rises
	default:
		f.Direction = Falls
	}
	return f
}

func known(e evidence.Emotion) bool {
	return (e.Kind == evidence.Typed || e.Kind == evidence.Derived) && !math.IsNaN(e.Value)
}

func margin(e evidence.Emotion) (low, high float64) {
	if e.Kind == evidence.Derived {
		return math.Min(e.Low, e.Value), math.Max(e.High, e.Value)
	}
	return e.Value, e.Value
}
