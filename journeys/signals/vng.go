package signals

// vngLayout is the VNG standard Contactmomenten (and Open Klant 1): `contactmomenten` as JSON.
// Who of the staff took the call (medewerkerIdentificatie) is dropped while reading.
var vngLayout = layout{
	signs: []string{"registratiedatum", "bronorganisatie", "tekst"},
	fields: []layoutField{
		{"id", []string{"url"}},
		{"tijdstip", []string{"registratiedatum"}},
		{"kanaal", []string{"kanaal"}},
		{"onderwerp", []string{"onderwerp"}},
		{"tekst", []string{"tekst"}},
		{"vertrouwelijk", []string{"vertrouwelijk"}},
	},
}
