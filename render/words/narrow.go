package words

import "fmt"

// Narrow holds the words that only the narrow form of the journey map has.
type Narrow struct {
	again                 string // after the title of what goes on from another page
	back, onward, repeats string // back and onward: number of the step
}

// Narrow gives the words of the narrow map in the language.
func (l Lang) Narrow() Narrow {
	if l == English {
		return Narrow{again: "%s (continued)", back: "back to step %d", onward: "on to step %d", repeats: "this step again"}
	}
	return Narrow{again: "%s (vervolg)", back: "terug naar stap %d", onward: "door naar stap %d", repeats: "nog een keer deze stap"}
}

// Again names what goes on from the page before.
func (n Narrow) Again(title string) string { return fmt.Sprintf(n.again, title) }

// Jump tells where customers go when it is not the next step: the share as shown or empty, the
// numbers of both steps, and on what condition or empty.
func (n Narrow) Jump(share string, from, to int, when string) string {
	text := n.repeats
	switch {
	case to < from:
		text = fmt.Sprintf(n.back, to)
	case to > from:
		text = fmt.Sprintf(n.onward, to)
	}
	if share != "" {
		text = share + " " + text
	}
	if when != "" {
		text += ": " + when
	}
	return text
}
