package main

import (
	"fmt"
	"strings"

	"klantreis/render/words"
)

// quoteWords is what the command line says about quotes, in one language.
type quoteWords struct {
	lang                                        words.Lang
	short, long, example                        string
	flagMost, flagChoose, flagApprove, flagJSON string
	needOne, noInput, oneOf, noSignals          string
	badNumber                                   string // %d at most
	notShown, few, nothing                      string
	group                                       string // %s title, %s id, %s step
	proposal                                    string // %s text, %s source
	agreed                                      string // behind it
	waiting                                     string
	waits                                       string // %d line, %s text, %s step
	away                                        string // %s sources
	redacted, read                              string
	howTo, howApprove                           string // %s journey
	ask, none                                   string
	noSuchLine                                  string // %s what was said
	layout, changed, written                    string
}

func quoteWordsFor(lang words.Lang) quoteWords {
	if lang == words.English {
		return quoteWords{
			lang:  lang,
			short: "Propose quotes of customers, and approve them",
			long: `Reads the sources of a journey and proposes, per signal, a few sentences that show in the words of
customers what it is about: short, unlike each other, and with personal data taken out. A quote is
not shown anywhere until somebody approves it. With --kies you approve proposals by their number: they
are written into the journey file, and your comments, order and line ends stay.

Confidential records and records outside the period are never proposed, nor is a signal with fewer than
five records, unless who said it agreed to be quoted. Of talks on the street only those are
proposed. Names that stand loose in a sentence are not found: read each quote before you approve it.
The numbers count what is proposed at that moment; after approving, look at the list again.`,
			example: `  klantreis quotes moving
  klantreis quotes moving when-paid --aantal 5
  klantreis quotes moving --kies 1,3
  klantreis quotes moving --akkoord 41`,
			flagMost: "`number` of proposals per signal (3 without this option)", flagChoose: "approve these `numbers` and write them into the file",
			flagApprove: "approve the waiting quote on this `line` of the file", flagJSON: "write the proposals as JSON",
			needOne: "name one journey, and at most one signal", noInput: "quotes are written into a file; name the file",
			oneOf:     "choose one of --kies, --akkoord and --json",
			noSignals: "this journey has no signals yet; without them there is nothing to quote", badNumber: "--aantal takes a number from 1 to %d",
			notShown: "These sentences are not shown anywhere until you approve them.",
			few:      "Fewer than five records: no proposals, because a quote could point at a person.",
			nothing:  "No sentence is fit to be a quote, or what fits is quoted already.",
			group:    "%s [%s], step “%s”", proposal: "“%s” (%s)", agreed: ", may be quoted",
			waiting: "Already in the file, not approved yet:", waits: "line %d: “%s”, step “%s”",
			away:     "Not read, because texts behind a connection are not fetched for this: %s.",
			redacted: "Words in [brackets] stand in the place of personal data.",
			read:     "Read each sentence first: a name that stands loose in it is not recognised.",
			howTo:    "Approve with: klantreis citaten %s --kies 1,3", howApprove: "Approve one that is in the file with: klantreis citaten %s --akkoord LINE",
			ask: "Which may be shown? Numbers, such as 1,3 (nothing: none): ", none: "Nothing was written.",
			noSuchLine: "no quote that waits for approval begins on line %s",
			layout:     "this step is written in a way that cannot be changed safely (for example with & and *); change it yourself in a text editor",
			changed:    "the file has changed meanwhile; run the command again", written: "Written in %s.",
		}
	}
	return quoteWords{
		lang:  lang,
		short: "Stel citaten van klanten voor, en keur ze goed",
		long: `Leest de bronnen van een klantreis en stelt per signaal een paar zinnen voor die in de woorden van
klanten laten zien waar het om gaat: kort, verschillend, en zonder persoonsgegevens. Een citaat is
nergens te zien tot iemand het goedkeurt. Met --kies keurt u voorstellen goed met hun nummer: ze komen
in het klantreisbestand, en uw opmerkingen, volgorde en regeleinden blijven staan.

Vertrouwelijke records en records buiten de periode worden nooit voorgesteld, en een signaal met minder
dan vijf records ook niet, behalve als de spreker het goed vond. Van gesprekken op straat komen alleen
zinnen van wie dat goed vond. Namen die los in een zin staan, worden niet gevonden: lees elk citaat voor
u het goedkeurt. De nummers tellen wat er op dat moment is voorgesteld; kijk na het goedkeuren opnieuw.`,
		example: `  klantreis citaten verhuizen
  klantreis citaten verhuizen wanneer-doorgeven --aantal 5
  klantreis citaten verhuizen --akkoord 148
  klantreis citaten verhuizen --kies 1,3`,
		flagMost: "`aantal` voorstellen per signaal (3 zonder deze optie)", flagChoose: "keur deze `nummers` goed en schrijf ze in het bestand",
		flagApprove: "keur het wachtende citaat op deze `regel` van het bestand goed", flagJSON: "schrijf de voorstellen als JSON",
		needOne: "noem één klantreis, en hoogstens één signaal", noInput: "citaten komen in een bestand te staan; noem dat bestand",
		oneOf:     "kies één van --kies, --akkoord en --json",
		noSignals: "deze klantreis heeft nog geen signalen; zonder signalen valt er niets te citeren", badNumber: "bij --aantal hoort een getal van 1 tot en met %d",
		notShown: "Deze zinnen zijn nergens te zien tot u ze goedkeurt.",
		few:      "Minder dan vijf records: geen voorstellen, want een citaat kan dan naar een persoon wijzen.",
		nothing:  "Geen zin is geschikt als citaat, of wat past is al geciteerd.",
		group:    "%s [%s], stap ‘%s’", proposal: "‘%s’ (%s)", agreed: ", mag als citaat",
		waiting: "Staat al in het bestand, nog zonder akkoord:", waits: "regel %d: ‘%s’, stap ‘%s’",
		away:     "Niet gelezen, want teksten achter een verbinding worden hiervoor niet opgehaald: %s.",
		redacted: "Woorden tussen [haken] staan op de plaats van persoonsgegevens.",
		read:     "Lees elke zin eerst: een naam die er los in staat, wordt niet herkend.",
		howTo:    "Goedkeuren: klantreis citaten %s --kies 1,3", howApprove: "Een citaat uit het bestand goedkeuren: klantreis citaten %s --akkoord REGEL",
		ask: "Welke mogen te zien zijn? Nummers, zoals 1,3 (niets: geen): ", none: "Er is niets geschreven.",
		noSuchLine: "op regel %s begint geen citaat dat op akkoord wacht",
		layout:     "deze stap staat zo in het bestand dat hij niet veilig te wijzigen is (bijvoorbeeld met & en *); wijzig hem zelf in een teksteditor",
		changed:    "het bestand is intussen veranderd; geef de opdracht nog eens", written: "Geschreven in %s.",
	}
}

func (w quoteWords) noSuchSignal(said, meant string, ids []string) string {
	text, choose, mean := "geen signaal heet ‘%s’.", " U kunt kiezen uit: %s.", " Bedoelde u ‘%s’?"
	if w.lang == words.English {
		text, choose, mean = "no signal is called ‘%s’.", " You can choose from: %s.", " Did you mean ‘%s’?"
	}
	if meant != "" {
		return fmt.Sprintf(text+mean, said, meant)
	}
	return fmt.Sprintf(text+choose, said, strings.Join(ids, ", "))
}

func (w quoteWords) noSuchNumber(said string, all int) string {
	text, empty := "er is geen voorstel met nummer ‘%s’; de nummers lopen van 1 tot en met %d", "er zijn geen voorstellen om uit te kiezen"
	if w.lang == words.English {
		text, empty = "there is no proposal with number ‘%s’; the numbers go from 1 to %d", "there are no proposals to choose from"
	}
	if all == 0 {
		return empty
	}
	return fmt.Sprintf(text, said, all)
}
