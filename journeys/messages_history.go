package journeys

// historyCatalogue holds the messages of the file that keeps what happened to advice.
var historyCatalogue = map[string]entry{
	"geschiedenis-regel": {
		sentence{"Deze regel van de geschiedenis is niet te lezen en telt niet mee.", "Een regel ziet er zo uit: {\"op\":\"2023-02-01\",\"advies\":\"sms\",\"van\":\"besproken\",\"naar\":\"overgenomen\"}. Verbeter de regel of haal hem weg."},
		sentence{"This line of the history cannot be read and does not count.", "A line looks like this: {\"op\":\"2023-02-01\",\"advies\":\"sms\",\"van\":\"besproken\",\"naar\":\"overgenomen\"}. Mend the line or remove it."}},
	"geschiedenis-te-groot": {
		sentence{"De geschiedenis is groter dan {0} MB en is niet gelezen.", "Er hoort één regel per wijziging in te staan; kijk of dit het goede bestand is."},
		sentence{"The history is larger than {0} MB and was not read.", "It should hold one line for each change; see whether this is the right file."}},
	"status-reden": {
		sentence{"Een advies dat niet is overgenomen, heeft een reden nodig.", "Geef de opdracht nog eens met --reden \"waarom niet\"."},
		sentence{"An advice that was not taken over needs a reason.", "Give the command again with --reason \"why not\"."}},
	"status-sinds": {
		sentence{"Het advies is {0}, maar er staat niet sinds wanneer.", "Geef de opdracht nog eens met --sinds en de dag, zoals --sinds 2022-09-15."},
		sentence{"The advice is {0}, but since when is not said.", "Give the command again with --since and the day, such as --since 2022-09-15."}},
}
