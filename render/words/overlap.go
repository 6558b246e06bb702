package words

// WhichCount says which of the signals that were looked at a bar counts, and whether one may count in several bars.
func (w Report) WhichCount(several bool) string {
	text := w.lang.pick("Een balk telt de signalen met de woorden of het onderwerp van die vraag.", "A bar counts the signals that have the words or the topic of that question.")
	if several {
		text += " " + w.MayOverlap()
	}
	return text
}

// MayOverlap says that counts that stand beside each other do not add up.
func (w Report) MayOverlap() string {
	return w.lang.pick("Eén signaal kan bij meer vragen tellen.", "One signal may count in more than one question.")
}
