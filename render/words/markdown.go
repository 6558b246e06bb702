package words

// Markdown holds the labels of a report as plain Markdown.
type Markdown struct {
	Municipality, Owner, Author, Date, Period              string
	Step, Because, Gain, Effort, Expected, Measure, Status string
	Effect, Reason, Told, Number, Advice                   string
}

// Markdown gives the labels in the language.
func (l Lang) Markdown() Markdown {
	if l == English {
		return Markdown{Municipality: "Municipality", Owner: "Owner", Author: "Author", Date: "Made on", Period: "Period",
			Step: "Step", Because: "Because", Gain: "Gain", Effort: "Effort", Expected: "Expected", Measure: "How we see that it works", Status: "Status",
			Effect: "Effect", Reason: "Reason", Told: "Told back", Number: "No.", Advice: "Advice"}
	}
	return Markdown{Municipality: "Gemeente", Owner: "Eigenaar", Author: "Opsteller", Date: "Opgesteld", Period: "Periode",
		Step: "Stap", Because: "Omdat", Gain: "Winst", Effort: "Moeite", Expected: "Verwacht", Measure: "Zo zien we dat het werkt", Status: "Status",
		Effect: "Effect", Reason: "Reden", Told: "Teruggekoppeld", Number: "Nr.", Advice: "Advies"}
}
