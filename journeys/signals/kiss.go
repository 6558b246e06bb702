package signals

// kissLayout is KISS: `contactmomentendetails` as JSON, with the pages {count, next, previous,
// results}. The staff's address, emailadresKcm, is dropped while reading.
var kissLayout = layout{
	format: "kiss",
	signs:  []string{"startdatum", "gespreksresultaat", "specifiekeVraag"},
	fields: []layoutField{
		{"id", []string{"id"}},
		{"tijdstip", []string{"startdatum"}},
		{"onderwerp", []string{"vraag"}},
		{"tekst", []string{"specifiekeVraag", "vraag"}},
		{"afdeling", []string{"verantwoordelijkeAfdeling"}},
		{"afgehandeld", []string{"einddatum"}},
		{"kanaal", []string{"kanaal"}},
		{"vertrouwelijk", []string{"vertrouwelijk"}},
	},
}
