package words

// InsightExplained holds the sentences that keep a number of what stands out in signals from being
// misunderstood.
type InsightExplained struct {
	Same      string // after the number of a question: %s signals of other topics
	Such, And string // after words: %s wordings; between two of these
	About     string // %s words, %s signals, %s such wordings
	Unaware   string // of a journey with advice that was carried out
	Other     string // what the rest of the channels is
}

// InsightExplained gives those sentences in the language.
func (l Lang) InsightExplained() InsightExplained {
	if l == English {
		return InsightExplained{
			Same: " The same is asked with other topics as well: %s signals.",
			Such: ", such as %s", And: " and ",
			About:   "Most questions are about ‘%s’: %s signals%s.",
			Unaware: "This looks without knowing when something was changed. The effect of an advice is in the report.",
			Other:   "‘Other’ is every channel with fewer than 5 signals, or with a name that may be a person's. A channel that is written in another way counts apart.",
		}
	}
	return InsightExplained{
		Same: " Bij andere onderwerpen vragen mensen hetzelfde: nog %s signalen.",
		Such: ", zoals %s", And: " en ",
		About:   "De meeste vragen gaan over ‘%s’: %s signalen%s.",
		Unaware: "Hier kijken we zonder te weten wanneer er iets veranderde. Het effect van een advies staat in het rapport.",
		Other:   "‘Overig’ zijn kanalen met minder dan 5 signalen of met een naam die van een persoon kan zijn. Een kanaal dat anders is geschreven, telt apart.",
	}
}
