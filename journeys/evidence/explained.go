package evidence

// otherwise are the doubts that could explain a decrease without the advice. The others only tell how it was
// reckoned.
func (k DoubtKind) otherwise() bool {
	switch k {
	case MovedSignal, MovedChannel, SourceEnded, SourceGap, WholeSource, Renamed, NewChannel, GoneChannel, AlreadyThere:
		return true
	}
	return false
}

// Explained gives the first doubt that could explain a measured decrease without the advice; empty when
// there is none.
func (e Effect) Explained() DoubtKind {
	if !e.Measured || e.Verdict != Decrease {
		return ""
	}
	for _, d := range e.Doubts {
		if d.Kind.otherwise() {
			return d.Kind
		}
	}
	return ""
}
