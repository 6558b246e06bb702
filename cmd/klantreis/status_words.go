package main

import (
	"strings"

	"klantreis/journeys"
	"klantreis/render/words"
)

// statusWords is what the command line says about the status of advice, in one language.
type statusWords struct {
	lang                                     words.Lang
	short, long, example                     string
	flagSince, flagReason, flagKCC           string
	flagResidents, flagOn                    string
	needJourney, tooMany, noInput            string
	noAdvice, fixFirst, sameAlready          string
	layout, written, changed, asked, history string
	noHistory, listHint                      string
	future                                   string // %s since, %s day of the change
}

func statusWordsFor(lang words.Lang) statusWords {
	if lang == words.English {
		return statusWords{
			lang:  lang,
			short: "Show or change the status of an advice",
			long: `Writes into the journey file how far an advice is. Only that changes: your comments, order, quotes and
line ends stay. What changed on which day is kept in a file beside it, <name>.geschiedenis.jsonl.

ADVICE is the number that the map and the report show, the id, or a part of the title that only one
advice has. Without ADVICE it lists all advice with its status. With --proposal it takes over what a group
moved on the board of the presentation: winst and moeite. You see first what changes. STATUS is one of:
` + statusList(lang),
			example: `  klantreis status moving
  klantreis status moving 2 gerealiseerd --since 2022-09-15
  klantreis status moving confirmation niet-overgenomen --reason "The system cannot do this"
  klantreis status moving 2 --kcc 2022-10-01 --residents 2022-10-15
  klantreis status moving --proposal voorstel.yaml`,
			flagSince: "`day` on which the change went live", flagReason: "`why` the advice was not taken over",
			flagKCC: "`day` on which the contact centre was told", flagResidents: "`day` on which residents were told",
			flagOn:      "`day` of this change in the history; without this option today",
			needJourney: "name a journey, for example ‘klantreis status moving’", tooMany: "that is too much: name a journey, an advice and a status",
			noInput: "the status is written into a file; name the file", noAdvice: "%s has no advice yet; put it under ‘adviezen’",
			fixFirst:    "Mend these faults first; nothing was changed.",
			sameAlready: "Nothing changes: this is what %s says already.",
			layout:      "this advice is written in a way that cannot be changed safely (for example with & and *); change it yourself in a text editor",
			written:     "Written in %s.", changed: "the file has changed meanwhile; run the command again",
			asked: "This is not possible:", history: "History", noHistory: "The status was written, but the history could not be: %s",
			future:   "--since %s lies after %s, and then the change is not live yet. If it is being worked on, set the status to in-uitvoering and leave --since out; tell the day when it has come",
			listHint: "Change one with: klantreis status %s NUMBER STATUS",
		}
	}
	return statusWords{
		lang:  lang,
		short: "Toon of wijzig de status van een advies",
		long: `Schrijft in het klantreisbestand hoe ver een advies is. Alleen dat verandert: uw opmerkingen, volgorde,
aanhalingstekens en regeleinden blijven staan. Wat op welke dag veranderde, staat in een bestand
ernaast: <naam>.geschiedenis.jsonl.

ADVIES is het nummer dat op de kaart en in het rapport staat, het id, of een stuk van de titel dat
maar één advies heeft. Zonder ADVIES noemt het alle adviezen met hun status. Met --voorstel neemt het over
wat een groep op het bord van de presentatie verplaatste: winst en moeite. U ziet eerst wat er verandert.
STATUS is een van:
` + statusList(lang),
		example: `  klantreis status verhuizen
  klantreis status verhuizen 2 gerealiseerd --sinds 2022-09-15
  klantreis status verhuizen nieuw-adres niet-overgenomen --reden "Het systeem kan dit niet"
  klantreis status verhuizen 2 --kcc 2022-10-01 --inwoners 2022-10-15
  klantreis status verhuizen --voorstel voorstel.yaml`,
		flagSince: "`dag` waarop de verandering inging", flagReason: "`waarom` het advies niet is overgenomen",
		flagKCC: "`dag` waarop het KCC het hoorde", flagResidents: "`dag` waarop inwoners het hoorden",
		flagOn:      "`dag` van deze wijziging in de geschiedenis; zonder deze optie vandaag",
		needJourney: "noem een klantreis, bijvoorbeeld ‘klantreis status verhuizen’", tooMany: "dat is te veel: noem een klantreis, een advies en een status",
		noInput: "de status komt in een bestand te staan; noem dat bestand", noAdvice: "in %s staat nog geen advies; zet het onder ‘adviezen’",
		fixFirst:    "Verbeter eerst deze fouten; er is niets gewijzigd.",
		sameAlready: "Er verandert niets: dit staat al zo in %s.",
		layout:      "dit advies staat zo in het bestand dat het niet veilig te wijzigen is (bijvoorbeeld met & en *); wijzig het zelf in een teksteditor",
		written:     "Geschreven in %s.", changed: "het bestand is intussen veranderd; geef de opdracht nog eens",
		asked: "Dit kan niet:", history: "Geschiedenis", noHistory: "De status is geschreven, maar de geschiedenis niet: %s",
		future:   "--sinds %s ligt na %s, en dan is de verandering nog niet ingegaan. Wordt eraan gewerkt, geef dan de status in-uitvoering en laat --sinds weg; noem de dag als het zover is",
		listHint: "Wijzig er een met: klantreis status %s NUMMER STATUS",
	}
}

// statusList names the statuses, for the help.
func statusList(lang words.Lang) string {
	said := lang.Report().Statuses
	var lines []string
	for _, s := range journeys.Statuses() {
		line := "  " + s
		if plain := said[s]; plain != s {
			line += strings.Repeat(" ", max(1, 18-len(s))) + plain
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func (w cliWords) noSuchAdvice(said, meant string, all []string) string {
	text := w.pick("geen advies heet ‘%s’.", "no advice is called ‘%s’.", said)
	if meant != "" {
		return text + w.instead(meant, "")
	}
	return text + w.pick(" U kunt kiezen uit:\n  %s", " You can choose from:\n  %s", strings.Join(all, "\n  "))
}

func (w cliWords) severalAdvice(said string, all []string) string {
	return w.pick("‘%s’ past bij meer adviezen; noem het nummer:\n  %s", "‘%s’ fits several advices; name the number:\n  %s", said, strings.Join(all, "\n  "))
}

func (w cliWords) noSuchStatus(said, meant string) string {
	text := w.pick("‘%s’ is geen status.", "‘%s’ is not a status.", said)
	if meant != "" {
		text += w.pick(" Bedoelde u ‘%s’?", " Did you mean ‘%s’?", meant)
	}
	return text + w.pick(" U kunt kiezen uit: %s.", " You can choose from: %s.", strings.Join(journeys.Statuses(), ", "))
}

func (w cliWords) noDay(flag, said string) string {
	return w.pick("bij --%s hoort een dag zoals 2022-09-15, maar er staat ‘%s’", "--%s takes a day like 2022-09-15, but it says ‘%s’", flag, said)
}

func (w statusWords) tooFew() string {
	if w.lang == words.English {
		return "name the advice as well, for example ‘klantreis status moving 2 --kcc 2022-10-01’"
	}
	return "noem ook het advies, bijvoorbeeld ‘klantreis status verhuizen 2 --kcc 2022-10-01’"
}
