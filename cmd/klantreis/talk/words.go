package talk

import "klantreis/journeys"

// pageWords stand on the page.
type pageWords struct {
	Text, Hint, Nature, Place, Forward, Nobody, Quote, Keep, Collect, Share, Wipe, Storage, NoScript string
}

// scriptWords are said by its script.
type scriptWords struct {
	None      string `json:"none"`
	One       string `json:"one"`
	Many      string `json:"many"`
	Empty     string `json:"empty"`
	Kept      string `json:"kept"`
	Remove    string `json:"remove"`
	Removed   string `json:"removed"`
	Shared    string `json:"shared"`
	NotShared string `json:"notShared"`
	Sure      string `json:"sure"`
	Wiped     string `json:"wiped"`
}

type catalogue struct {
	page    pageWords
	script  scriptWords
	natures map[string]journeys.Reason
}

func wordsFor(lang string) catalogue {
	natures := map[string]journeys.Reason{"tip": {Dutch: "Tip", English: "Tip"}, "compliment": {Dutch: "Compliment", English: "Compliment"},
		"klacht": {Dutch: "Klacht", English: "Complaint"}, "vraag": {Dutch: "Vraag", English: "Question"}}
	if lang == "en" {
		return catalogue{pageWords{
			Text: "What does this person say?", Hint: "Type it, or use the microphone of your keyboard. Do not write names, addresses or phone numbers.",
			Nature: "What is it?", Place: "Where are you?", Forward: "For which department is this? (if you know)", Nobody: "I do not know",
			Quote: "We may use this as a quote, without a name. I have asked.", Keep: "Keep talk",
			Collect: "The talks are only on this phone. Share the file with who keeps the journey.", Share: "Share or download", Wipe: "Remove from this phone",
			Storage: "This browser keeps nothing. Share after each talk, or open the page in another browser.", NoScript: "This page needs JavaScript. Open it in the browser of your phone."},
			scriptWords{"No talks on this phone yet", "1 talk on this phone", "{n} talks on this phone", "There is nothing yet. Type what somebody says.", "Kept on this phone", "Remove", "Talk removed",
				"The file has been given out. Did it arrive? Then remove the talks from this phone.", "The file was not shared. The talks are still on this phone.", "Did the file arrive? This removes all talks from this phone.", "This phone holds no talks any more"}, natures}
	}
	return catalogue{pageWords{
		Text: "Wat vertelt deze persoon?", Hint: "Typ het, of gebruik de microfoon van uw toetsenbord. Schrijf geen namen, adressen of telefoonnummers op.",
		Nature: "Wat is het?", Place: "Waar bent u?", Forward: "Voor welke afdeling is dit? (als u het weet)", Nobody: "Weet ik niet",
		Quote: "We mogen dit gebruiken als citaat, zonder naam. Ik heb het gevraagd.", Keep: "Bewaar gesprek",
		Collect: "De gesprekken staan alleen op deze telefoon. Deel het bestand met wie de klantreis bijhoudt.", Share: "Deel of download", Wipe: "Wis van deze telefoon",
		Storage: "Deze browser bewaart niets. Deel na elk gesprek, of open de bladzijde in een andere browser.", NoScript: "Deze bladzijde heeft JavaScript nodig. Open hem in de browser van uw telefoon."},
		scriptWords{"Nog geen gesprekken op deze telefoon", "1 gesprek op deze telefoon", "{n} gesprekken op deze telefoon", "Er staat nog niets. Typ wat iemand vertelt.", "Bewaard op deze telefoon", "Verwijder", "Gesprek verwijderd",
			"Het bestand is gedeeld. Is het aangekomen? Wis de gesprekken dan van deze telefoon.", "Het bestand is niet gedeeld. De gesprekken staan nog op deze telefoon.", "Is het bestand aangekomen? Dit wist alle gesprekken van deze telefoon.", "Er staan geen gesprekken meer op deze telefoon"}, natures}
}
