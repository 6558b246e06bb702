package main

import (
	"fmt"
	"strings"
	"unicode"

	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/render/words"
)

// signalWords is what the command line says about looking at signals, in one language.
type signalWords struct {
	short, long, example        string
	flagTopic                   string
	flagJSON, flagOut           string
	flagAdd, flagProposal       string
	flagFrom, flagTo, badDate   string
	flagYes, needOne            string
	addNeedsJourney             string
	topicUnknown, topicsAre     string
	columnsUnknown, columnsAre  string
	noProposals                 string
	stepUnknown, stepMeant      string
	stepsAre                    string
	cannotAdd, changedMeanwhile string
	pasteYourself               string
	ask, notWritten, added      string
	oneJourney, noFiles         string
	round                       string // %d round, %d rounds, %s source
	endBeforeBegin              string // %s end, %s begin
	choice                      choiceWords
	files                       fileWords
}

func signalWordsFor(lang words.Lang) signalWords {
	if lang == words.English {
		return signalWords{
			choice: englishChoice(), files: englishFiles(),
			short: "See what stands out in signals, before there is a journey",
			long: `Reads a file with signals (or a folder, or several files), or a journey with all its sources, and
tells what stands out: what it is about, what is asked most, what rises or falls, which words belong
to which topic, where and when, and which signals belong to no step yet, with a proposal to count
them. You see a word of customers only when at least five use it.`,
			example: `  klantreis signals signals/kcc.csv
  klantreis signals signals/kcc.csv --onderwerp allowance --uit page
  klantreis signals signals/kcc-2022-*.csv
  klantreis signals moving
  klantreis signals moving --voeg-toe waiting --voorstel parking`,
			flagTopic: "open one `topic`",
			flagFrom:  "look at signals from this `day` on, such as 2022-04-01 or 01-04-2022", flagTo: "look at signals up to and including this `day`",
			badDate:  "‘%s’ is not a day; write 2022-04-01 or 01-04-2022",
			flagJSON: "write the findings as JSON", flagOut: "also write a page (HTML) into this `folder`",
			flagAdd:      "add a proposal to this `step` of the journey; comments stay",
			flagProposal: "with --voeg-toe: the `id` of the proposal, or its number", flagYes: "with --voeg-toe: write without asking",
			needOne:         "name a file with signals, a folder of them, or one journey",
			addNeedsJourney: "--voeg-toe needs a journey; of a file with signals alone, paste the proposal yourself",
			topicUnknown:    "the topic ‘%s’ is not in the signals.", topicsAre: " Most frequent: %s",
			columnsUnknown: "in %s no column says what it holds.", columnsAre: " The columns are: %s. Make a journey with kolommen",
			noProposals: "there is no proposal to add",
			stepUnknown: "the step ‘%s’ is not in the journey.", stepMeant: " Did you mean ‘%s’?", stepsAre: " The steps are: ",
			pasteYourself: "the selectors of this step stand in the file in a way that Klantreis cannot add to safely. Paste the proposal yourself",
			cannotAdd:     "cannot be added: %w", changedMeanwhile: "the journey was changed meanwhile; nothing was written. Try again",
			oneJourney: "name one journey, or files with signals; not both", noFiles: "there are no files in %s",
			round: "round %d of %d: %s", endBeforeBegin: "--tot %s lies before --van %s",
			ask: "Write this? [y/N] ", notWritten: "Nothing was written.", added: "Added to step %s in %s.",
		}
	}
	return signalWords{
		choice: dutchChoice(), files: dutchFiles(),
		short: "Kijk wat opvalt in signalen, ook als er nog geen reis is",
		long: `Leest een bestand met signalen (of een map, of meer bestanden), of een klantreis met al haar bronnen,
en zegt wat opvalt: waar het over gaat, wat het meest gevraagd wordt, wat stijgt of daalt, welke
woorden bij welk onderwerp horen, waar en wanneer, en welke signalen nog bij geen stap horen, met
een voorstel om ze te tellen. Een woord van klanten ziet u alleen als minstens vijf het gebruiken.`,
		example: `  klantreis signalen signalen/kcc.csv
  klantreis signalen signalen/kcc.csv --onderwerp energietoeslag --uit pagina
  klantreis signalen signalen/kcc-2022-*.csv
  klantreis signalen verhuizen
  klantreis signalen verhuizen --voeg-toe welkom --voorstel rijbewijs`,
		flagTopic: "open één `onderwerp`",
		flagFrom:  "kijk naar signalen vanaf deze `dag`, zoals 2022-04-01 of 01-04-2022", flagTo: "kijk naar signalen tot en met deze `dag`",
		badDate:  "‘%s’ is geen dag; schrijf 2022-04-01 of 01-04-2022",
		flagJSON: "schrijf de uitkomst als JSON", flagOut: "schrijf ook een pagina (HTML) in deze `map`",
		flagAdd:      "zet een voorstel bij deze `stap` van de klantreis; opmerkingen blijven staan",
		flagProposal: "bij --voeg-toe: het `id` van het voorstel, of het nummer", flagYes: "bij --voeg-toe: schrijf zonder te vragen",
		needOne:         "noem een bestand met signalen, een map met zulke bestanden, of één klantreis",
		addNeedsJourney: "--voeg-toe kan alleen bij een klantreis; plak het voorstel anders zelf in uw bestand",
		topicUnknown:    "het onderwerp ‘%s’ komt niet voor in de signalen.", topicsAre: " De grootste zijn: %s",
		columnsUnknown: "in %s zegt geen kolom wat erin staat.", columnsAre: " De kolommen zijn: %s. Maak een klantreis met kolommen",
		noProposals: "er is geen voorstel om toe te voegen",
		stepUnknown: "de stap ‘%s’ staat niet in de klantreis.", stepMeant: " Bedoelde u ‘%s’?", stepsAre: " De stappen heten: ",
		pasteYourself: "de signalen van deze stap staan zo in het bestand dat Klantreis er niet veilig iets bij kan zetten. Plak het voorstel er zelf bij",
		cannotAdd:     "kan er niet bij: %w", changedMeanwhile: "de klantreis is intussen gewijzigd; er is niets geschreven. Probeer het opnieuw",
		oneJourney: "noem één klantreis, of bestanden met signalen; niet allebei", noFiles: "er zijn geen bestanden in %s",
		round: "ronde %d van %d: %s", endBeforeBegin: "--tot %s ligt voor --van %s",
		ask: "Zo opslaan? [j/N] ", notWritten: "Er is niets geschreven.", added: "Toegevoegd aan stap %s in %s.",
	}
}

func (w signalWords) unknownTopic(topic string, f *insight.Findings) string {
	var names []string
	for _, t := range f.Topics {
		if t.Name != "" && len(names) < 8 {
			names = append(names, t.Name)
		}
	}
	text := fmt.Sprintf(w.topicUnknown, topic)
	var all []string
	for _, t := range f.Topics {
		all = append(all, t.Name)
	}
	if meant := journeys.Nearest(topic, all); meant != "" {
		text += fmt.Sprintf(w.stepMeant, meant)
	}
	if len(names) > 0 {
		text += fmt.Sprintf(w.topicsAre, strings.Join(names, ", "))
	}
	return printable(text)
}

func (w signalWords) noColumns(file string, headers []string) string {
	return printable(fmt.Sprintf(w.columnsUnknown, file) + fmt.Sprintf(w.columnsAre, strings.Join(headers, ", ")))
}

// printable takes out of a file's own words what steers a terminal.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.C, r) {
			return -1
		}
		return r
	}, text)
}

func (w signalWords) unknownStep(step, meant string, ids []string) string {
	text := fmt.Sprintf(w.stepUnknown, step)
	if meant != "" {
		return text + fmt.Sprintf(w.stepMeant, meant)
	}
	return text + w.stepsAre + strings.Join(ids, ", ") + "."
}
