package signals

// openKlantLayout is Open Klant 2: `klantcontacten` of the Klantinteracties API as JSON, as pages
// or as bare records. KISS writes its question in onderwerp, as "vraag (specifieke vraag)", so
// that words are looked for there when inhoud is empty.
var openKlantLayout = layout{
	format: "openklant",
	signs:  []string{"plaatsgevondenOp", "onderwerp"},
	fields: []layoutField{
		{"id", []string{"uuid", "referentienummer", "nummer"}},
		{"tijdstip", []string{"plaatsgevondenOp"}},
		{"kanaal", []string{"kanaal"}},
		{"onderwerp", []string{"onderwerp"}},
		{"tekst", []string{"inhoud", "onderwerp"}},
		{"vertrouwelijk", []string{"vertrouwelijk"}},
	},
}
