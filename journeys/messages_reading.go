package journeys

// readingCatalogue holds messages about what was met while signals were read; see catalogue for its form.
var readingCatalogue = map[string]entry{
	"bron-leeg": {
		sentence{"LET OP: in bron ‘{0}’ ({1}) staat geen enkel signaal. Alles wat erop rust, is nul of leeg.", "Kijk of dit het goede bestand of de goede tabel is, en of de export gelukt is. Open het en kijk of er regels onder de kop staan."},
		sentence{"MIND: source ‘{0}’ ({1}) holds no signal at all. All that rests on it is nought or empty.", "Check that this is the right file or table, and that the export went well. Open it and look for rows below the header."}},
	"bron-buiten-periode": {
		sentence{"LET OP: van bron ‘{0}’ ({1}) telt niets mee: alle {2} regels vallen buiten de periode{3}.", "Kijk of het jaar van ‘periode’ klopt, of dit de goede export is en of ‘tijdstip’ de goede kolom is."},
		sentence{"MIND: nothing of source ‘{0}’ ({1}) counts: all {2} rows lie outside the period{3}.", "Check the year of ‘periode’, whether this is the right export and whether ‘tijdstip’ is the right column."}},
	"ander-scheidingsteken": {
		sentence{"In ‘{0}’ staat in de kop ‘{1}’ tussen de kolommen, maar in de regels eronder ‘{2}’.", "Zet in de kop hetzelfde teken als in de regels, of bewaar het bestand opnieuw. In Excel: Opslaan als, CSV UTF-8."},
		sentence{"In ‘{0}’ the header has ‘{1}’ between its columns, but the rows below have ‘{2}’.", "Put the same sign in the header as in the rows, or save the file again. In Excel: Save as, CSV UTF-8."}},
	"datums-amerikaans": {
		sentence{"In ‘{0}’ staan datums met de maand voorop, zoals {1}. Die zijn niet te lezen, en bij {2} is de maand voor de dag aangezien.", "Zet de kolom in Excel als datum jjjj-mm-dd en bewaar het bestand opnieuw. Reken niet op de aantallen per maand voordat dat gedaan is."},
		sentence{"‘{0}’ has dates with the month first, such as {1}. Those cannot be read, and in {2} the month was taken for the day.", "Format the column in Excel as a date yyyy-mm-dd and save the file again. Do not count on the numbers per month before that."}},
	"sjabloon-tekst": {
		sentence{"‘{0}’ is verzonnen tekst uit het voorbeeld van ‘klantreis nieuw’, maar de signalen zijn van uzelf.", "Zet er uw eigen tekst, of haal de regel weg. Anders staat dit straks in het cadeautje."},
		sentence{"‘{0}’ is invented text of the example of ‘klantreis new’, but the signals are your own.", "Put your own text there, or remove the line. Otherwise it will stand in the gift."}},
	"tabel-veranderd": {
		sentence{"De tabel van bron ‘{0}’ veranderde terwijl Klantreis hem las: eerst {1} rijen, daarna {2}.", "Probeer het nog eens. Met ‘--toch’ gaat u door met wat er gelezen is."},
		sentence{"The table of source ‘{0}’ changed while Klantreis was reading it: first {1} rows, then {2}.", "Try again. With ‘--anyway’ you go on with what was read."}},
}
