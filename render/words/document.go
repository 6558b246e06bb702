package words

// Document holds the words that a report as a text document adds to those of paper.
type Document struct {
	Figure   string // before the number of a picture
	Data     string // a link to the numbers of a picture
	Small    string // under a picture with small letters: file
	Status   string // before the status of an advice
	Styles   DocumentStyles
	Contents string // said where it is made: how page numbers come in the list of contents
}

// DocumentStyles are the names of our own styles, as a word processor lists them.
type DocumentStyles struct {
	For, Owner, About, Over, Fact, Claim, Source, Box, Cell, CellHead, Table, Picture, WriteOn, Mark, Number string
}

// Document gives the words of a text document.
func (l Lang) Document() Document {
	if l == English {
		return Document{Figure: "Figure", Data: "The numbers as a table", Status: "Status",
			Small:    "The letters are small here. The gift has this picture at full size: %s",
			Contents: "The list of contents has links. For page numbers: right-click it in Word and choose Update Field, or press F9.",
			Styles: DocumentStyles{For: "Present for", Owner: "Present owner", About: "About", Over: "Above heading", Fact: "Fact", Claim: "Statement", Source: "Source", Box: "Box",
				Cell: "Table text", CellHead: "Table head", Table: "Klantreis table", Picture: "Picture", WriteOn: "Writing line", Mark: "Mark", Number: "Large number"}}
	}
	return Document{Figure: "Figuur", Data: "De cijfers als tabel", Status: "Status",
		Small:    "De letters zijn hier klein. In het cadeautje staat dit beeld op ware grootte: %s",
		Contents: "De inhoudsopgave heeft links. Voor paginanummers: klik er in Word met rechts op en kies Veld bijwerken, of druk op F9.",
		Styles: DocumentStyles{For: "Cadeau voor", Owner: "Cadeau eigenaar", About: "Over dit stuk", Over: "Boven de kop", Fact: "Feit", Claim: "Bewering", Source: "Bron", Box: "Kader",
			Cell: "Tabeltekst", CellHead: "Tabelkop", Table: "Klantreis-tabel", Picture: "Beeld", WriteOn: "Schrijfregel", Mark: "Merk", Number: "Groot getal"}}
}
