package evidence

import "klantreis/journeys"

// Aside tells whether a source only serves as denominator or for lead times, so that its records are
// not signals that wait for a step.
func Aside(j *journeys.Journey, source string) bool { return newBinder(j).isAside(source) }
