package journeys

// The closed lists of the format. Their order is the order in which messages name them.

// Channels are the channels of a step and the kinds of a source.
func Channels() []string {
	return []string{"telefoon", "balie", "website", "receptie", "chat", "e-mail", "brief", "sociale-media", "onderzoek", "melding", "klacht", "gesprek", "arena"}
}

// Formats are the data file formats that the contract names.
func Formats() []string {
	return []string{"csv", "xlsx", "ndjson", "parquet", "signalen", "kiss", "openklant", "matomo"}
}

// Natures are the kinds of signal (aard).
func Natures() []string { return []string{"vraag", "klacht", "compliment", "tip", "melding"} }

// Sizes are the three sizes of gain and effort, small to large.
func Sizes() []string { return []string{"klein", "middel", "groot"} }

// Statuses are the states of an advice, in the order of its life.
func Statuses() []string {
	return []string{"aangeboden", "besproken", "overgenomen", "deels-overgenomen", "niet-overgenomen", "in-uitvoering", "gerealiseerd", "teruggekoppeld"}
}

// Fields are the fields of a signal.
func Fields() []string {
	return []string{"id", "tijdstip", "kanaal", "soort", "onderwerp", "tekst", "aard", "cijfer", "plaats", "afdeling",
		"doorgezet", "terugkoppeling", "ontvangen", "teruggebeld", "bevestigd", "afgehandeld", "vertrouwelijk"}
}

// timeFields are the fields of a signal that hold a moment.
func timeFields() []string {
	return []string{"tijdstip", "terugkoppeling", "ontvangen", "teruggebeld", "bevestigd", "afgehandeld"}
}

func modes() []string { return []string{"in-database", "ophalen"} }

func variants() []string { return []string{"huidig", "gewenst"} }

// Closed reports whether an advice is done: realised, or realised and told back.
func (a Advice) Closed() bool { return a.Status == "gerealiseerd" || a.Status == "teruggekoppeld" }
