package words

// Poster holds the words that only the wide map and its posters use.
type Poster struct {
	Hardest        string // the step at which measured emotion is lowest, of those that are measured
	LowestMeasured string // number of scores: what Hardest rests on
	Continued      string // a phase that began in the band above: its title
	TooSmall       string // paper, steps, points, the paper to take
	TooManySteps   string // the same where no larger paper helps: paper, steps, points
	Subject        string // of the poster's document: title
}

// Poster gives the words of posters in the language.
func (l Lang) Poster() Poster {
	if l == English {
		return Poster{
			Hardest: "Lowest measured", LowestMeasured: "here it hurts, n = %s",
			Continued:    "%s (continued)",
			TooSmall:     "%s is too small for %d steps: the smallest letters are %s points; take %s",
			TooManySteps: "on %s, %d steps have letters of %s points: divide the journey in two",
			Subject:      "Poster of the customer journey “%s”",
		}
	}
	return Poster{
		Hardest: "Laagst gemeten", LowestMeasured: "hier doet het pijn, n = %s",
		Continued:    "%s (vervolg)",
		TooSmall:     "%s is te klein voor %d stappen: de kleinste letters zijn %s punt; neem %s",
		TooManySteps: "op %s hebben %d stappen letters van %s punt: verdeel de reis in tweeën",
		Subject:      "Poster van de klantreis “%s”",
	}
}
