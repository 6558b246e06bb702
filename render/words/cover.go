package words

// CoverWords gives the lines around the name of who gets the gift: a present for, and from whom.
func (w Paper) CoverWords(named bool, author string) (lead, from string) {
	lead = w.GiftOnly
	if named {
		lead = w.CoverFor
	}
	if author != "" {
		from = w.CoverFrom + " " + author
	}
	return lead, from
}
