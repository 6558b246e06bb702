package journeys

// privacyCatalogue holds the messages about personal data; see catalogue for its form.
var privacyCatalogue = map[string]entry{
	"persoonsgegeven": {
		sentence{"Hier staat iets dat op een persoonsgegeven lijkt ({0}), en deze tekst komt in de kaart en het advies.", "Haal het weg, of beschrijf het zonder dat iemand te herkennen is."},
		sentence{"Something here looks like personal data ({0}), and this text goes into the map and the advice.", "Take it out, or describe it so that nobody can be recognised."}},
}
