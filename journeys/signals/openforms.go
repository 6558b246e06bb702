package signals

// openFormsLayout is the export of submissions of Open Formulieren, as CSV, XLSX or JSON. It
// holds completed submissions only, so it cannot tell who dropped out. The questions of the form
// are columns of its own; kolommen say which of them is the tekst.
var openFormsLayout = layout{
	signs: []string{"Formuliernaam", "Inzendingdatum"},
	fields: []layoutField{
		{"tijdstip", []string{"Inzendingdatum"}},
		{"onderwerp", []string{"Formuliernaam"}},
		{"vertrouwelijk", []string{"vertrouwelijk"}},
	},
}
