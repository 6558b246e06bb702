package journeys

// sameCatalogue holds the messages about signals that are read twice; see catalogue for its form.
var sameCatalogue = map[string]entry{
	"bron-dubbel": {
		sentence{"Bron ‘{0}’ leest dezelfde signalen als bron ‘{1}’: ‘{2}’[[ heeft dezelfde inhoud als ‘{3}’]]. Elk signaal daarin telt nu dubbel.", "Haal één van de twee bronnen weg, of wijs bij ‘bestand’ een ander bestand aan. Leest u met opzet twee kolommen van één bestand, noem die dan allebei bij ‘kolommen’."},
		sentence{"Source ‘{0}’ reads the same signals as source ‘{1}’: ‘{2}’[[ has the same content as ‘{3}’]]. Every signal in it now counts double.", "Remove one of the two sources, or name another file under ‘bestand’. If you mean to read two columns of one file, name both of them under ‘kolommen’."}},
}
