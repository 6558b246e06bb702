package main

import (
	"errors"

	"klantreis/journeys/plain"
	"klantreis/render/words"
)

// plainWords is what the command line says about plain language, in one language.
type plainWords struct {
	short, long, example, flagList, flagOut, needOne, noTexts string
	kind, broken, size                                        string
}

func plainWordsFor(lang words.Lang) plainWords {
	if lang == words.English {
		return plainWords{
			short: "See where letters, forms and pages are hard to read",
			long: `Looks through the texts of a journey (‘teksten’ of its steps), or through texts that you name (txt, md,
html, docx): long sentences, passives, clauses in clauses, difficult words with a plainer one, and
abbreviations that nobody explains. You get help, not a mark. The texts must be Dutch. A file
woordenlijst.txt beside the journey, or in the folder you name, is laid over the list of Klantreis.`,
			example: `  klantreis taal moving
  klantreis taal letter.docx page.html --uit page
  klantreis taal moving --woordenlijst our-words.txt`,
			flagList: "also use the words of this `file`: per line ‘moeilijk | gewoon’; nothing behind the bar takes a word off", flagOut: "also write a page (HTML) into this `folder`",
			needOne: "name a journey, or a text: txt, md, html or docx",
			noTexts: "No step of this journey names a text. Write ‘teksten: [texts/letter.txt]’ with a step.",
			kind:    "this kind of file is not read; use txt, md, html or docx", broken: "the file is damaged, or is not what its name says", size: "the file is too large",
		}
	}
	return plainWords{
		short: "Zie waar brieven, formulieren en pagina's moeilijk lezen",
		long: `Kijkt de teksten van een klantreis na (‘teksten’ bij de stappen), of teksten die u noemt (txt, md, html,
docx): lange zinnen, lijdende vormen, zinnen in zinnen, moeilijke woorden met een gewoner woord
ernaast, en afkortingen die niemand uitlegt. U krijgt hulp, geen cijfer. Een bestand woordenlijst.txt
naast de klantreis, of in de map die u noemt, gaat over de lijst van Klantreis heen.`,
		example: `  klantreis taal verhuizen
  klantreis taal brief.docx pagina.html --uit pagina
  klantreis taal verhuizen --woordenlijst onze-woorden.txt`,
		flagList: "gebruik ook de woorden uit dit `bestand`: per regel ‘moeilijk | gewoon’; niets achter de streep haalt een woord van de lijst", flagOut: "schrijf ook een pagina (HTML) in deze `map`",
		needOne: "noem een klantreis, of een tekst: txt, md, html of docx",
		noTexts: "Geen stap van deze klantreis noemt een tekst. Schrijf ‘teksten: [teksten/brief.txt]’ bij een stap.",
		kind:    "dit soort bestand wordt niet gelezen; gebruik txt, md, html of docx", broken: "het bestand is beschadigd, of is iets anders dan de naam zegt", size: "het bestand is te groot",
	}
}

func (w plainWords) unread(err error, other func(error) string) string {
	switch {
	case errors.Is(err, plain.ErrKind):
		return w.kind
	case errors.Is(err, plain.ErrBroken):
		return w.broken
	case errors.Is(err, plain.ErrSize):
		return w.size
	}
	return other(err)
}
