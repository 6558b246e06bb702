package journeys

// listCatalogue holds the messages about lists of words of a municipality's own, and about lines of data that
// add up others; see catalogue for its form.
var listCatalogue = map[string]entry{
	"lijst-streep-ontbreekt": {
		sentence{"In deze regel van de lijst ontbreekt een streep.", "Schrijf ‘{0}’. Wilt u alleen iets opmerken? Begin de regel met #."},
		sentence{"This line of the list lacks a bar.", "Write ‘{0}’. Is it only a remark? Begin the line with #."}},
	"lijst-streep-te-veel": {
		sentence{"In deze regel van de lijst staat een streep te veel.", "Schrijf ‘{0}’, elk woord op een eigen regel."},
		sentence{"This line of the list has a bar too many.", "Write ‘{0}’, each word on a line of its own."}},
	"lijst-zonder-woord": {
		sentence{"Hier staat geen woord om naar te zoeken.", "Schrijf ‘{0}’. Een sterretje mag alleen achter letters staan, en puntjes (…) alleen tussen twee woorden."},
		sentence{"There is no word to look for here.", "Write ‘{0}’. A star may stand behind letters only, and dots (…) between two words."}},
	"lijst-tekens": {
		sentence{"Deze regel van de lijst heeft tekens die niet te lezen zijn.", "Bewaar het bestand als UTF-8."},
		sentence{"This line of the list has characters that cannot be read.", "Save the file as UTF-8."}},
	"lijst-onleesbaar": {
		sentence{"De lijst ‘{0}’ is niet te lezen: het is geen gewoon bestand in deze map, of het is groter dan 1 MB.", "Leg er een gewoon tekstbestand neer, of geef dit bestand een andere naam."},
		sentence{"The list ‘{0}’ cannot be read: it is no ordinary file of this folder, or larger than 1 MB.", "Put an ordinary text file there, or give this file another name."}},
	"totaalregel": {
		sentence{"In ‘{0}’ begint een regel met ‘Totaal’ (of iets dat daarop lijkt), en telt mee als signaal: {1} keer.", "Haal die regel weg, of vraag een export zonder totalen. Zonder kolom met een tijdstip kan Klantreis hem niet van een signaal onderscheiden."},
		sentence{"In ‘{0}’ a line begins with ‘Total’ (or something like it), and counts as a signal: {1} times.", "Take that line out, or ask for an export without totals. Without a column for the tijdstip Klantreis cannot tell it from a signal."}},
}
