package main

import (
	"fmt"

	"klantreis/journeys"
	"klantreis/journeys/talk"
	"klantreis/render/words"
)

// talkWords is what the command line says about talks on the street, in one language.
type talkWords struct {
	lang                                                          words.Lang
	use, short, long, example                                     string
	flagOut, flagQuestion, flagStep, flagDepartments, flagCollect string
	needJourney, tooMany, oneOfBoth, made, nothingDone            string
	other, layout, removeFiles                                    string
}

func talkWordsFor(lang words.Lang) talkWords {
	if lang == words.English {
		return talkWords{lang: lang,
			use:   "gesprek JOURNEY",
			short: "Ask people on the street one question, and collect what they say",
			long: `Makes a page for a phone: one question, with room for what somebody says. The page is one file. It needs
no internet and no app: send it by mail and open it in the browser of the phone. What is typed stays on the
phone, until you share the file with talks.

With --collect, talks of such files become a source of kind gesprek in the journey. Personal data is taken
out. A talk that was collected before counts once.`,
			example: `  klantreis talk moving --out talk.html
  klantreis talk moving --out talk.html --question "What did you miss?" --step waiting
  klantreis talk moving --collect talks-2026-11-22-1a2b3c.json`,
			flagOut: "write the page to this `file`", flagQuestion: "the `question` on the page", flagStep: "the `id` of the step that the question is about",
			flagDepartments: "`departments` to choose from, with commas", flagCollect: "add the talks of these `files` to the journey",
			needJourney: "name a journey, for example ‘klantreis talk moving --out talk.html’", tooMany: "name one journey", oneOfBoth: "choose one: --out FILE for the page, or --collect FILE for the talks",
			made:        "The page is in %s. Send it to a phone, for example by mail, and open it there in the browser.\nAfterwards: klantreis talk %s --collect FILE",
			nothingDone: "Nothing has changed.", other: "there is another file signalen/gesprekken.csv or another source ‘gesprekken’ already; give that another name",
			layout: "the journey file is written in a way that nothing can be added safely; add the source yourself", removeFiles: "Remove the files of the phones now: they hold what was typed, as it was typed."}
	}
	return talkWords{lang: lang,
		use:   "gesprek REIS",
		short: "Stel mensen op straat één vraag, en verzamel wat zij zeggen",
		long: `Maakt een bladzijde voor een telefoon: één vraag, met ruimte voor wat iemand vertelt. De bladzijde is één
bestand. Er is geen internet en geen app nodig: stuur het per e-mail en open het in de browser van de telefoon.
Wat u typt blijft op de telefoon, tot u het bestand met gesprekken deelt.

Met --verzamel worden de gesprekken uit zulke bestanden een bron van soort gesprek in de klantreis.
Persoonsgegevens gaan eruit. Een gesprek dat al verzameld was, telt één keer.`,
		example: `  klantreis gesprek verhuizen --uit gesprek.html
  klantreis gesprek verhuizen --uit gesprek.html --vraag "Wat miste u?" --stap bevestiging
  klantreis gesprek verhuizen --uit gesprek.html --afdelingen Burgerzaken,Communicatie
  klantreis gesprek verhuizen --verzamel gesprekken-2026-11-22-1a2b3c.json`,
		flagOut: "schrijf de bladzijde in dit `bestand`", flagQuestion: "de `vraag` op de bladzijde", flagStep: "het `id` van de stap waar de vraag over gaat",
		flagDepartments: "`afdelingen` om uit te kiezen, met komma's ertussen", flagCollect: "zet de gesprekken uit deze `bestanden` bij de klantreis",
		needJourney: "noem een klantreis, bijvoorbeeld ‘klantreis gesprek verhuizen --uit gesprek.html’", tooMany: "noem één klantreis", oneOfBoth: "kies één van beide: --uit BESTAND voor de bladzijde, of --verzamel BESTAND voor de gesprekken",
		made:        "De bladzijde staat in %s. Stuur hem naar een telefoon, bijvoorbeeld per e-mail, en open hem daar in de browser.\nDaarna: klantreis gesprek %s --verzamel BESTAND",
		nothingDone: "Er is niets veranderd.", other: "er is al een ander bestand signalen/gesprekken.csv of een andere bron ‘gesprekken’; geef die een andere naam",
		layout: "het bestand van de klantreis is zo geschreven dat er niet veilig iets bij kan; zet de bron er zelf bij", removeFiles: "Gooi de bestanden van de telefoons nu weg: daarin staat wat er getypt is, zoals het getypt is."}
}

func (w talkWords) pick(dutch, english string, args ...any) string {
	return fmt.Sprintf(journeys.Reason{Dutch: dutch, English: english}.In(string(w.lang)), args...)
}

func (w talkWords) noStep(id string, j *journeys.Journey) string {
	return w.pick("deze klantreis heeft geen stap %q; kies uit: %s", "this journey has no step %q; choose from: %s", id, stepIDs(j))
}

func (w talkWords) stepGone(id string) string {
	return w.pick("deze gesprekken gaan over de stap %s, en die heeft deze klantreis niet; is het de goede klantreis?", "these talks are about the step %s, which this journey does not have; is it the right journey?", id)
}

func (w talkWords) taken(name string) string {
	return w.pick("%s bestaat al en is geen bladzijde voor gesprekken; kies een andere naam", "%s exists and is no page for talks; choose another name", name)
}

func (w talkWords) fault(name string, f talk.Fault) string {
	why := f.Why.In(string(w.lang))
	if f.Talk == 0 {
		return fmt.Sprintf("%s: %s", name, why)
	}
	return w.pick("%s: gesprek %d: %s", "%s: talk %d: %s", name, f.Talk, why)
}

func (w talkWords) added(fresh, known int, name string) string {
	text := w.pick("%d gesprekken erbij in %s.", "%d talks added to %s.", fresh, name)
	if fresh == 1 {
		text = w.pick("1 gesprek erbij in %s.", "1 talk added to %s.", name)
	}
	switch {
	case known == 1:
		text += w.pick(" 1 stond er al.", " 1 was there already.")
	case known > 1:
		text += w.pick(" %d stonden er al.", " %d were there already.", known)
	}
	return text
}

func (w talkWords) inFile(name string) string {
	return w.pick("Deze regels kwamen erbij in %s:\n", "These lines came in %s:\n", name)
}
