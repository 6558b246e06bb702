package words

// Grades are the words for how good the data of a source is, by its letter; see quality.Grade.
type Grades struct {
	Title   string            // of a column
	Words   map[string]string // A … D
	None    string            // too few records
	Data    string            // %s the word of a letter: of the sources behind a step, or of one source
	Key     string            // what the letters on a map mean
	Told    string            // %s sources with letter and word: for who cannot see the map
	AskedOf string            // %s source, %s letter and word: above what to ask
	Asks    string            // heading of what to ask the suppliers
	Found   string            // %s what, %s how often, %s what to ask
}

// Grades gives the words in the language.
func (l Lang) Grades() Grades {
	if l == English {
		return Grades{
			Title: "Data", Words: map[string]string{"A": "good", "B": "fair", "C": "poor", "D": "unreliable"}, None: "too few",
			Data: "data %s", Key: "How good the data of a source is: A good, B fair, C poor, D unreliable",
			Told: "Quality of the data: %s.", AskedOf: "%s: %s", Asks: "What to ask the suppliers of the data",
			Found: "%s (%s). %s",
		}
	}
	return Grades{
		Title: "Gegevens", Words: map[string]string{"A": "goed", "B": "redelijk", "C": "matig", "D": "onbetrouwbaar"}, None: "te weinig",
		Data: "gegevens %s", Key: "Hoe goed de gegevens van een bron zijn: A goed, B redelijk, C matig, D onbetrouwbaar",
		Told: "Kwaliteit van de gegevens: %s.", AskedOf: "%s: %s", Asks: "Wat u vraagt aan wie de gegevens levert",
		Found: "%s (%s). %s",
	}
}
