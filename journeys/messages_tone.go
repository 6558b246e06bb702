package journeys

// toneCatalogue holds the messages about how a gift sounds and whom it leaves out; see catalogue for
// its form.
var toneCatalogue = map[string]entry{
	"toon-verwijt": {
		sentence{"‘{0}’ klinkt als een verwijt. Een advies is een cadeautje, geen tik op de vingers.", "{1}"},
		sentence{"‘{0}’ sounds like blame. An advice is a gift, not a rap on the knuckles.", "{1}"}},
	"toon-overdrijving": {
		sentence{"‘{0}’ is sterk gezegd. Wie het leest, denkt aan die ene keer dat het wel goed ging.", "{1}"},
		sentence{"‘{0}’ is a strong word. The reader thinks of the one time that it did go well.", "{1}"}},
	"toon-bevel": {
		sentence{"‘{0}’ klinkt als een bevel.", "{1}"},
		sentence{"‘{0}’ sounds like an order.", "{1}"}},
	"toon-zonder-reden": {
		sentence{"Dit advies zegt dat iets moet, en niet waarom.", "Noem onder ‘omdat’ de signalen waar het op rust, of schrijf wat het de klant oplevert."},
		sentence{"This advice says that something must be done, and not why.", "Name the signals it rests on under ‘omdat’, or write what customers gain."}},
	"toon-naam": {
		sentence{"In dit advies lijkt de naam van een persoon te staan.", "Schrijf de naam van het team. Een advies gaat over het werk, niet over iemand."},
		sentence{"This advice seems to name a person.", "Write the name of the team. An advice is about the work, not about somebody."}},
	"toon-geen-compliment": {
		sentence{"Dit cadeautje zegt nergens wat er goed gaat.", "Schrijf bij minstens één stap ‘gaat-goed: […]’. Wie hoort wat goed gaat, leest met meer plezier wat beter kan."},
		sentence{"This gift says nowhere what goes well.", "Write ‘gaat-goed: […]’ with at least one step. Who hears what goes well is happier to read what could be better."}},
	"geen-menselijk-contact": {
		sentence{"De stap ‘{0}’ gaat alleen via een scherm, en nergens staat hoe iemand een mens spreekt.", "Schrijf ‘menselijk-contact: telefoon 14 0..’, of maak daar een advies van."},
		sentence{"The step ‘{0}’ goes over a screen only, and nothing says how to speak to a person.", "Write ‘menselijk-contact: telephone 14 0..’, or make it an advice."}},
	"kanaal-dicht": {
		sentence{"Dit advies lijkt een weg naar de gemeente af te sluiten, zonder een andere te noemen.", "Schrijf erbij hoe iemand die dit niet kan of wil, toch geholpen wordt."},
		sentence{"This advice seems to close a way to the municipality without naming another.", "Add how somebody who cannot or will not do this is helped all the same."}},
	"belofte-niet-gemeten": {
		sentence{"Dit advies belooft contact binnen een tijd, en geen ‘doorlooptijd’ meet of dat lukt.", "Voeg onder ‘doorlooptijden’ een meting met ‘belofte’ toe voor deze stap."},
		sentence{"This advice promises contact within a time, and no ‘doorlooptijd’ measures whether that works.", "Add a measurement with ‘belofte’ for this step under ‘doorlooptijden’."}},
}
