package words

// Lens holds the words of the lenses: what the map is looked at for.
type Lens struct {
	Names   [4]string // whole, customer, blueprint, proof: on a button
	Kickers [4]string // above the title of the map; empty: as without a lens

	Texts, Grounds  MapLane // letters and forms; what a step's claims rest on
	Internal        string  // line between back stage and systems
	Measured        string  // how a claim came about
	Typed           string
	Assumption      string
	KeyMeasured     string
	KeyTypedCard    string
	KeyAssumption   string
	MeasuredN       MapNoun
	TypedN          MapNoun
	AssumptionN     MapNoun
	NothingGathered string // no claim at this step at all
}

// Lens gives the words of the lenses in the language.
func (l Lang) Lens() Lens {
	if l == English {
		return Lens{
			Names:    [4]string{"Everything", "The customer", "Who does what", "What is proven"},
			Kickers:  [4]string{"", "What the customer lives through", "Service blueprint: who does what", "Evidence: what has been measured and what has not"},
			Texts:    MapLane{"Texts", "Letters, forms and pages that the customer reads."},
			Grounds:  MapLane{"Grounds", "How many claims about this step were measured, and how many typed."},
			Internal: "Line of internal work", Measured: "measured", Typed: "typed", Assumption: "assumption",
			KeyMeasured: "Measured: counted from signals", KeyTypedCard: "Typed by the author, not measured", KeyAssumption: "Assumption: advice without evidence",
			MeasuredN: MapNoun{"claim measured", "claims measured"}, TypedN: MapNoun{"typed", "typed"}, AssumptionN: MapNoun{"assumption", "assumptions"},
			NothingGathered: "Nothing known yet",
		}
	}
	return Lens{
		Names:    [4]string{"Alles", "De klant", "Wie doet wat", "Wat is bewezen"},
		Kickers:  [4]string{"", "Wat de klant meemaakt", "Blauwdruk: wie doet wat", "Bewijs: wat is gemeten en wat niet"},
		Texts:    MapLane{"Teksten", "Brieven, formulieren en pagina's die de klant leest."},
		Grounds:  MapLane{"Onderbouwing", "Hoeveel uitspraken over deze stap zijn gemeten, en hoeveel ingevuld."},
		Internal: "Grens van het werk tussen teams", Measured: "gemeten", Typed: "ingevuld", Assumption: "aanname",
		KeyMeasured: "Gemeten: geteld uit signalen", KeyTypedCard: "Ingevuld door de opsteller, niet gemeten", KeyAssumption: "Aanname: advies zonder bewijs",
		MeasuredN: MapNoun{"uitspraak gemeten", "uitspraken gemeten"}, TypedN: MapNoun{"ingevuld", "ingevuld"}, AssumptionN: MapNoun{"aanname", "aannames"},
		NothingGathered: "Nog niets bekend",
	}
}
