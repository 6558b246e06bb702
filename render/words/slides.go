package words

// Slides holds the words of a journey as native slides.
type Slides struct {
	Does, Thinks, GoesWell, Pain, Said string
	Feeling, NoFeeling, Typed          string
	Advice, Sources, Continued         string // Continued: behind a title, with the part and how many
	Columns                            [5]string
	Proof, Notes, Backstage, Assumed   string
}

// Slides gives the words in the language.
func (l Lang) Slides() Slides {
	if l == English {
		return Slides{Does: "Does", Thinks: "Thinks", GoesWell: "Goes well", Pain: "Hurts", Said: "Says", Feeling: "Feeling", NoFeeling: "Feeling not known", Typed: "typed",
			Advice: "Advice", Sources: "What it rests on", Continued: " (%d of %d)", Columns: [5]string{"No.", "Advice", "Owner", "Status", "Rests on"},
			Proof: "What it rests on", Notes: "For the presenter", Backstage: "Back stage", Assumed: "assumption"}
	}
	return Slides{Does: "Doet", Thinks: "Denkt", GoesWell: "Gaat goed", Pain: "Wringt", Said: "Zegt", Feeling: "Gevoel", NoFeeling: "Gevoel niet bekend", Typed: "ingevuld",
		Advice: "Adviezen", Sources: "Waar het op rust", Continued: " (%d van %d)", Columns: [5]string{"Nr.", "Advies", "Eigenaar", "Status", "Rust op"},
		Proof: "Waar het op rust", Notes: "Voor wie presenteert", Backstage: "Achter de schermen", Assumed: "aanname"}
}
