package words

// Greeting holds the words of the postcards.
type Greeting struct {
	lang Lang

	Title                string // on the front
	Heard                string // when the kind of remark is not known
	Kinds                map[string]string
	To, Happened         string
	Open, PassedOn       string
	From, Stamp, Address string
	Front                string    // the name of a card: number, number of cards
	Art                  [9]string // what each picture shows, for those who do not see it
	Subject              string
}

// Greeting gives the words of the postcards in the language.
func (l Lang) Greeting() Greeting {
	if l == English {
		return Greeting{
			lang: English, Title: "Greetings from the customer", Heard: "Heard from a customer",
			Kinds: map[string]string{"compliment": "A compliment", "tip": "A tip", "vraag": "A question", "klacht": "What can be better", "melding": "A report"},
			To:    "For", Happened: "What happened with it",
			Open: "We would love to hear what you do with it.", PassedOn: "Passed on with pleasure. Keep it up!",
			From: "From", Stamp: "stamp", Address: "To",
			Front: "Card %s of %s",
			Art: [9]string{"Drawing: a row of old houses by a canal, and a church tower.", "Drawing: a tree, a bench and a dog in the park.", "Drawing: a letter with a heart coming out of an envelope.",
				"Drawing: a telephone that rings.", "Drawing: a laptop with a cup of coffee.", "Drawing: a counter with a lamp and a plant.", "Drawing: a bunch of flowers in a vase.",
				"Drawing: a smartphone on a table, beside a plant.", "Drawing: two cups of coffee and a piece of cake on a table."},
			Subject: "Postcards with the customer journey “%s”",
		}
	}
	return Greeting{
		lang: Dutch, Title: "Groetjes van de klant", Heard: "Gehoord van een klant",
		Kinds: map[string]string{"compliment": "Een compliment", "tip": "Een tip", "vraag": "Een vraag", "klacht": "Wat beter kan", "melding": "Een melding"},
		To:    "Voor", Happened: "Wat ermee gebeurde",
		Open: "We horen graag wat u ermee doet.", PassedOn: "Met plezier doorgegeven. Ga zo door!",
		From: "Van", Stamp: "postzegel", Address: "Aan",
		Front: "Kaart %s van %s",
		Art: [9]string{"Tekening: een rij oude huizen aan een gracht, en een kerktoren.", "Tekening: een boom, een bankje en een hond in het park.", "Tekening: een brief met een hart komt uit een envelop.",
			"Tekening: een telefoon die overgaat.", "Tekening: een laptop met een kop koffie.", "Tekening: een balie met een lamp en een plant.", "Tekening: een bos bloemen in een vaas.",
			"Tekening: een smartphone op een tafel, met een plant ernaast.", "Tekening: twee koppen koffie en een stuk taart op een tafel."},
		Subject: "Ansichtkaarten bij de klantreis “%s”",
	}
}

// Where tells by which way something was heard.
func (w Greeting) Where(kind string) string {
	dutch := map[string]string{"telefoon": "aan de telefoon", "balie": "aan de balie", "website": "op de website", "receptie": "bij de receptie", "chat": "in de chat",
		"e-mail": "per e-mail", "brief": "per brief", "sociale-media": "op sociale media", "onderzoek": "in een onderzoek", "melding": "in een melding",
		"klacht": "in een klacht", "gesprek": "in een gesprek", "arena": "in een klantarena"}
	english := map[string]string{"telefoon": "on the phone", "balie": "at the counter", "website": "on the website", "receptie": "at the reception", "chat": "in a chat",
		"e-mail": "by e-mail", "brief": "by letter", "sociale-media": "on social media", "onderzoek": "in a survey", "melding": "in a report",
		"klacht": "in a complaint", "gesprek": "in a talk", "arena": "in a customer arena"}
	if w.lang == English {
		return english[kind]
	}
	return dutch[kind]
}

// Said gives the words of a customer with the moment that they are about.
func (w Greeting) Said(quote, step string) string {
	return w.lang.pick("“%s” Dit gaat over: %s.", "“%s” This is about: %s.", quote, step)
}

// Advised tells what was advised after a remark, and how far that is.
func (w Greeting) Advised(title, status string) string {
	return w.lang.pick("Ons advies: %s (%s).", "Our advice: %s (%s).", title, status)
}

// ToldBack tells when the department told what it did.
func (w Greeting) ToldBack(date string) string {
	return w.lang.pick("Teruggekoppeld op %s.", "Reported back on %s.", date)
}

// LongQuotes counts the quotes that no card has room for.
func (w Greeting) LongQuotes(n int) string {
	if n == 1 {
		return w.lang.pick("1 citaat is te lang voor een kaartje.", "1 quote is too long for a card.")
	}
	return w.lang.pick("%s citaten zijn te lang voor een kaartje.", "%s quotes are too long for a card.", w.lang.Int(n))
}
