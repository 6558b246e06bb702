package journeys

// valueCatalogue holds the messages about values of a file of signals that do not count as the reader may think; see
// catalogue for its form.
var valueCatalogue = map[string]entry{
	"kanaal-niet-bekend": {
		sentence{"In ‘{0}’ {1:heeft|hebben} {1} {1:regel|regels} een kanaal dat deze klantreis niet kent.", "{1:Deze regel telt|Deze regels tellen} wel mee, maar de kwaliteit van de gegevens krijgt er een lager cijfer door. Zet de naam van het kanaal onder ‘kanalen-eigen’, of gebruik in de gegevens een naam die Klantreis kent. ‘klantreis kwaliteit’ laat het per bron zien."},
		sentence{"In ‘{0}’, {1} {1:row has|rows have} a channel that this journey does not know.", "{1:This row does|These rows do} count, but the quality of the data gets a lower grade for it. Put the name of the channel under ‘kanalen-eigen’, or use a name in the data that Klantreis knows. ‘klantreis quality’ shows it for each source."}},
	"cijfer-buiten-schaal": {
		sentence{"In ‘{0}’ {1:heeft|hebben} {1} {1:regel|regels} een cijfer buiten de schaal van {2} tot en met {3}.", "{1:Dat cijfer telt|Die cijfers tellen} niet mee in een gemiddelde; {1:het signaal|de signalen} zelf wel. Kijk of bij ‘cijfer’ de goede kolom is gekozen, en of de cijfers van {2} tot en met {3} lopen."},
		sentence{"In ‘{0}’, {1} {1:row has|rows have} a score off the scale of {2} to {3}.", "{1:That score does|Those scores do} not count in a mean; {1:the signal itself does|the signals themselves do}. Check that the right column was chosen for ‘cijfer’, and that the scores run from {2} to {3}."}},
}
