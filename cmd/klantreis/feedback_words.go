package main

import "klantreis/render/words"

// feedbackWords is what the command line says about telling back, in one language.
type feedbackWords struct {
	use, short, long, example     string
	flagOut, needJourney, tooMany string
	notReady, none, sent          string
}

func feedbackWordsFor(lang words.Lang) feedbackWords {
	if lang == words.English {
		return feedbackWords{
			use:   "terugkoppeling JOURNEY [ADVICE]",
			short: "Write letters that tell back what was done with signals",
			long: `Writes for each realised advice a letter to the residents who brought it and one to the contact
centre: what you said, what we did, what changed. An effect is only told where it was measured. Advice
that is not ready is named with what is missing. The letters come in the folder
uit/terugkoppeling-<id>: one page to read and print, and each as text for an e-mail.

ADVICE is its number, its id or a part of its title; without it, all advice.`,
			example: `  klantreis feedback moving
  klantreis feedback moving 2 --out letters`,
			flagOut: "`folder` for the letters; without this option the folder uit", needJourney: "name a journey, for example ‘klantreis feedback moving’", tooMany: "name one journey, and one advice at most",
			notReady: "Not ready to tell back:", none: "There is nothing to tell back yet; no letters were written.",
			sent: "Sent? Write it down: klantreis status %s NUMBER --kcc DAY --residents DAY",
		}
	}
	return feedbackWords{
		use:   "terugkoppeling REIS [ADVIES]",
		short: "Schrijf brieven over wat er met signalen is gedaan",
		long: `Schrijft bij elk gerealiseerd advies een brief aan de inwoners die het aandroegen en een aan het KCC:
u zei, wij deden, dit is er veranderd. Een effect staat er alleen in als het gemeten is. Advies dat nog
niet klaar is, wordt genoemd met wat er mist. De brieven komen in de map uit/terugkoppeling-<id>: één
pagina om te lezen en te printen, en elke brief als tekst voor een e-mail.

ADVIES is het nummer, het id of een stuk van de titel; zonder ADVIES alle adviezen.`,
		example: `  klantreis terugkoppeling verhuizen
  klantreis terugkoppeling verhuizen 1 --uit brieven`,
		flagOut: "`map` waarin de brieven komen; zonder deze optie de map uit", needJourney: "noem een klantreis, bijvoorbeeld ‘klantreis terugkoppeling verhuizen’", tooMany: "noem één klantreis, en hooguit één advies",
		notReady: "Nog niet klaar om terug te koppelen:", none: "Er is nog niets om terug te koppelen; er zijn geen brieven geschreven.",
		sent: "Verstuurd? Schrijf het erbij: klantreis status %s NUMMER --kcc DAG --inwoners DAG",
	}
}
