package words

// InsightExplained holds the sentences that keep a number of what stands out in signals from being
// misunderstood.
type InsightExplained struct {
	Same string // after the number of a question: %s signals of other topics
}

// InsightExplained gives those sentences in the language.
func (l Lang) InsightExplained() InsightExplained {
	if l == English {
		return InsightExplained{
			Same: " The same is asked with other topics as well: %s signals.",
		}
	}
	return InsightExplained{
		Same: " Bij andere onderwerpen vragen mensen hetzelfde: nog %s signalen.",
	}
}
