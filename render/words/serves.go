package words

// Serves holds the words of slides that tell what the municipality does at a step, and what is advised there.
type Serves struct {
	serves, both, changed string
	Advice, Done          string
}

// Serves gives the words in the language.
func (l Lang) Serves() Serves {
	if l == English {
		return Serves{serves: "What the municipality does", both: "What is done, and our advice",
			changed: "What is done, and what has changed", Advice: "Our advice", Done: "Done already"}
	}
	return Serves{serves: "Wat de gemeente doet", both: "Wat de gemeente doet, en ons advies",
		changed: "Wat de gemeente doet, en al deed", Advice: "Ons advies", Done: "Al gedaan"}
}

// AdviceNumbers refers to advice: Advies 1 en 4.
func (w Report) AdviceNumbers(numbers string) string {
	return w.lang.pick("Advies %s", "Advice %s", numbers)
}

// Title names what stands together: what is done always, what is advised, what was carried out of that. Advice
// that nobody carried out yet is never named as something that the municipality does.
func (w Serves) Title(serves, advice, done bool) string {
	switch {
	case serves && advice:
		return w.both
	case serves && done:
		return w.changed
	case advice:
		return w.Advice
	case done:
		return w.Done
	}
	return w.serves
}
