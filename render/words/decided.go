package words

// Decided titles the advice that was decided on and is not carried out yet.
func (w Story) Decided() string { return w.lang.pick("Al besloten", "Decided already") }

// DecidedIntro stands under it.
func (w Story) DecidedIntro() string {
	return w.lang.pick("Over deze adviezen is al besloten. Bij elk staat wat, en waar het op rust.",
		"A decision was made on this advice. Each tells which, and what the advice rests on.")
}
