package words

// NothingIn remarks on a source of which nothing counts, with so many records.
func (l Lang) NothingIn(read int) string {
	switch {
	case read == 0 && l == English:
		return "empty: there is nothing in it"
	case read == 0:
		return "leeg: er staat niets in"
	case l == English:
		return "nothing in the period: does not count"
	}
	return "niets in de periode: telt niet mee"
}
