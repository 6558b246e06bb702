package words

import "fmt"

// Deck holds the words of the presentation: its buttons, its help and the labels of its blocks.
type Deck struct {
	Slides, SkipToSlides, SlideRole string
	Controls, Previous, Next        string
	Overview, Help, FullScreen      string
	Document, Presentation, Close   string
	Print, PrintTables, LetterKeys  string
	Notes, NoNotes, Blackout        string
	GoTo                            string // before the digits that are being typed
	More                            string // at a slide that is higher than the screen
	Handout                         string // above the empty lines on paper

	Gift, For, From, When, Period, ShowTable, Continued string
	Typed, Assumption                                   string
	ZoomIn, ZoomOut, ZoomFit, ZoomHelp                  string

	Step, Basis, Expected, Effect, EffectBasis, Reason, Owner string
	Feedback, Gain, Effort, Status                            string

	// Tones name what a coloured mark means, in the order neutral, positive, negative, attention.
	Tones [4]string
	Keys  []KeyHelp
	lang  Lang
}

// KeyHelp is one line of the help: the keys and what they do.
type KeyHelp struct {
	Keys []string
	Does string
}

// Deck gives the words of the presentation in the language.
func (l Lang) Deck() Deck {
	if l == English {
		return englishDeck()
	}
	return dutchDeck()
}

// SlideName announces a slide: Dia 3 van 14: Wachten.
func (d Deck) SlideName(n, total int, title string) string {
	of := "Dia %d van %d"
	if d.lang == English {
		of = "Slide %d of %d"
	}
	name := fmt.Sprintf(of, n, total)
	if title != "" {
		name += ": " + title
	}
	return name
}

// Part tells which part of a title that needs several slides this is: 2 van 3.
func (d Deck) Part(n, total int) string {
	if d.lang == English {
		return fmt.Sprintf("%d of %d", n, total)
	}
	return fmt.Sprintf("%d van %d", n, total)
}

func dutchDeck() Deck {
	return Deck{
		lang:   Dutch,
		Slides: "Dia’s", SkipToSlides: "Ga naar de dia’s", SlideRole: "dia",
		Controls: "Bediening van de presentatie", Previous: "Vorige dia", Next: "Volgende dia",
		Overview: "Overzicht van alle dia’s", Help: "Hulp en toetsen", FullScreen: "Volledig scherm",
		Document: "Lees als document", Presentation: "Toon als presentatie", Close: "Sluiten",
		Print: "Afdrukken", PrintTables: "Afdrukken met tabellen",
		LetterKeys: "Gebruik ook letters, cijfers en tekens als toets",
		Notes:      "Notities voor de spreker", NoNotes: "Bij deze dia staan geen notities.",
		Blackout: "Het scherm is zwart. Druk op b om verder te gaan.",
		GoTo:     "Ga naar dia", More: "Er staat meer: schuif naar beneden",
		Handout: "Ruimte voor aantekeningen",
		Gift:    "Een cadeautje van de klant", For: "Voor", From: "Van", When: "Opgesteld", Period: "Periode",
		ShowTable: "Toon als tabel", Continued: "vervolg",
		Typed: "ingevuld", Assumption: "aanname",
		ZoomIn: "Vergroot", ZoomOut: "Verklein", ZoomFit: "Toon alles",
		ZoomHelp: "Vergroot met plus, verklein met min, toon alles met nul. Schuif met de pijltjestoetsen.",
		Step:     "Stap", Basis: "Omdat", Expected: "Verwacht", Effect: "Gemeten effect", EffectBasis: "Waaruit", Reason: "Reden",
		Owner: "Eigenaar", Feedback: "Teruggekoppeld", Gain: "Winst", Effort: "Moeite", Status: "Status",
		Tones: [4]string{"", "gaat goed", "knelpunt", "let op"},
		Keys: []KeyHelp{
			{[]string{"→", "PageDown", "spatie"}, "volgende dia"},
			{[]string{"←", "PageUp"}, "vorige dia"},
			{[]string{"Home", "End"}, "eerste en laatste dia"},
			{[]string{"12", "Enter"}, "ga naar dia 12"},
			{[]string{"o"}, "overzicht van alle dia’s"},
			{[]string{"f"}, "volledig scherm"},
			{[]string{"b"}, "zwart scherm"},
			{[]string{"n"}, "notities voor de spreker"},
			{[]string{"d"}, "lees als document"},
			{[]string{"+", "−", "0"}, "plaat groter, kleiner, helemaal"},
			{[]string{"?"}, "deze hulp"},
			{[]string{"Esc"}, "sluiten"},
		},
	}
}

func englishDeck() Deck {
	return Deck{
		lang:   English,
		Slides: "Slides", SkipToSlides: "Go to the slides", SlideRole: "slide",
		Controls: "Presentation controls", Previous: "Previous slide", Next: "Next slide",
		Overview: "Overview of all slides", Help: "Help and keys", FullScreen: "Full screen",
		Document: "Read as a document", Presentation: "Show as a presentation", Close: "Close",
		Print: "Print", PrintTables: "Print with tables",
		LetterKeys: "Also use letters, digits and signs as keys",
		Notes:      "Speaker notes", NoNotes: "This slide has no notes.",
		Blackout: "The screen is black. Press b to go on.",
		GoTo:     "Go to slide", More: "There is more: scroll down",
		Handout: "Room for notes",
		Gift:    "A gift from the customer", For: "For", From: "From", When: "Made", Period: "Period",
		ShowTable: "Show as a table", Continued: "continued",
		Typed: "typed in", Assumption: "assumption",
		ZoomIn: "Zoom in", ZoomOut: "Zoom out", ZoomFit: "Show all",
		ZoomHelp: "Zoom in with plus, out with minus, show all with zero. Move with the arrow keys.",
		Step:     "Step", Basis: "Because", Expected: "Expected", Effect: "Measured effect", EffectBasis: "From", Reason: "Reason",
		Owner: "Owner", Feedback: "Reported back", Gain: "Gain", Effort: "Effort", Status: "Status",
		Tones: [4]string{"", "goes well", "bottleneck", "note"},
		Keys: []KeyHelp{
			{[]string{"→", "PageDown", "space"}, "next slide"},
			{[]string{"←", "PageUp"}, "previous slide"},
			{[]string{"Home", "End"}, "first and last slide"},
			{[]string{"12", "Enter"}, "go to slide 12"},
			{[]string{"o"}, "overview of all slides"},
			{[]string{"f"}, "full screen"},
			{[]string{"b"}, "black screen"},
			{[]string{"n"}, "speaker notes"},
			{[]string{"d"}, "read as a document"},
			{[]string{"+", "−", "0"}, "picture larger, smaller, whole"},
			{[]string{"?"}, "this help"},
			{[]string{"Esc"}, "close"},
		},
	}
}
