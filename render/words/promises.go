package words

// Promises are the words of what was undertaken in klantarenas, in the overview of all journeys.
type Promises struct{ Title, Sheet, Note, Until, What, Who, Arena, Made, Past string }

// Promises gives them in the language.
func (l Lang) Promises() Promises {
	if l == English {
		return Promises{"Promised in klantarenas", "Promises", "What departments promised residents to their face. The files do not say whether it was done: ask, and tell the residents who were there.",
			"Before", "What", "Who", "Klantarena", "Promised", "day has passed"}
	}
	return Promises{"Toegezegd in klantarena's", "Toezeggingen", "Dit beloofden afdelingen aan inwoners die erbij zaten. In de bestanden staat niet of het gebeurd is: vraag het na, en vertel het aan wie erbij was.",
		"Vóór", "Wat", "Wie", "Klantarena", "Toegezegd", "dag is voorbij"}
}
