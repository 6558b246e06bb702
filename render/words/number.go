package words

// things writes a number with what it counts: one of it, or several.
func (l Lang) things(n int, one, many, oneEnglish, manyEnglish string) string {
	if l == English {
		one, many = oneEnglish, manyEnglish
	}
	if n == 1 {
		return l.Int(n) + " " + one
	}
	return l.Int(n) + " " + many
}

func (l Lang) signals(n int) string { return l.things(n, "signaal", "signalen", "signal", "signals") }
func (l Lang) days(n int) string    { return l.things(n, "dag", "dagen", "day", "days") }
func (l Lang) advices(n int) string { return l.things(n, "advies", "adviezen", "advice", "advices") }
