package render

import "strconv"

// PhaseRoom names the room of a phase on a picture (drawing.Drawing.Rooms), by its number from 1.
func PhaseRoom(number int) string { return "fase:" + strconv.Itoa(number) }

// StepRoom names the room of a step.
func StepRoom(id string) string { return BackingID(BackingStep, id) }
