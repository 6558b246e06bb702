package words

// Searched holds the words of the table that tells what was counted.
type Searched struct {
	Title, For                                    string
	Topic, Words, Without, Channel, Score, Nature string
	From, To                                      string // %s: a score
	Everything                                    string // a selector without a condition
	Columns, In                                   string // above the columns of each source; In: what, %s, in which column, %s
	Fields                                        map[string]string
	intro                                         string
	lang                                          Lang
}

// Searched gives the words in the language.
func (l Lang) Searched() Searched {
	if l == English {
		return Searched{Title: "What we looked for", For: "Looked for", Topic: "topic", Words: "one of these words", Without: "without",
			Channel: "channel", Score: "score", Nature: "nature", From: "from %s", To: "up to %s", Everything: "all records",
			Columns: "In which columns that was looked for, per source.", In: "%s in ‘%s’",
			Fields: map[string]string{"onderwerp": "topic", "tekst": "words", "kanaal": "channel", "cijfer": "score", "aard": "nature"},
			intro:  "What counted for each signal, as it was written down. All conditions must hold; a word with * may go on. ", lang: l}
	}
	return Searched{Title: "Waar we op zochten", For: "Gezocht naar", Topic: "onderwerp", Words: "één van deze woorden", Without: "zonder",
		Channel: "kanaal", Score: "cijfer", Nature: "aard", From: "van %s", To: "tot en met %s", Everything: "alles",
		Columns: "In welke kolommen dat is gezocht, per bron.", In: "%s in ‘%s’",
		Fields: map[string]string{"onderwerp": "onderwerp", "tekst": "woorden", "kanaal": "kanaal", "cijfer": "cijfer", "aard": "aard"},
		intro:  "Wat per signaal meetelt, zoals het is opgeschreven. Alle voorwaarden gelden samen; een woord met * mag doorlopen. ", lang: l}
}

// Intro stands above the table.
func (w Searched) Intro(period string) string {
	if period == "" {
		return w.intro + w.lang.pick("Zonder periode: alles telt mee.", "No period: everything counts.")
	}
	return w.intro + w.lang.pick("Periode: %s.", "Period: %s.", period)
}
