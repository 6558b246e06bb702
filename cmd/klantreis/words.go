package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"syscall"

	"klantreis/journeys"
	"klantreis/render/words"
)

// cliWords is what the command line says, in one language.
type cliWords struct {
	lang words.Lang

	rootShort, rootLong, rootExample              string
	newShort, newLong, newExample                 string
	checkShort, checkLong, checkExample           string
	makeShort, makeLong, makeExample              string
	versionShort                                  string
	flagLang, flagHelp, flagJSON, flagStrict      string
	flagOut, flagOnly                             string
	usageTemplate, seeHelp, interrupted, noFiles  string
	fine, whatToDo, attention, madeIn, noJourneys string
	needFolder, drawing, writing                  string
	newMade, newNext                              string
	severity                                      [2]string
}

func wordsFor(lang words.Lang) cliWords {
	if lang == words.English {
		return english()
	}
	return dutch()
}

func (w cliWords) pick(dutch, english string, args ...any) string {
	if w.lang == words.English {
		return fmt.Sprintf(english, args...)
	}
	return fmt.Sprintf(dutch, args...)
}

// either gives one of two texts that need no filling in.
func (w cliWords) either(dutch, english string) string {
	if w.lang == words.English {
		return english
	}
	return dutch
}

const usageLayout = `%s
  {{.UseLine}}{{if .HasAvailableSubCommands}}{{if not .HasParent}} [%s]{{end}}{{end}}{{if gt (len .Aliases) 0}}

%s
  {{.NameAndAliases}}{{end}}{{if .HasExample}}

%s
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

%s{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

%s
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

%s
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

%s{{end}}
`

func dutch() cliWords {
	return cliWords{
		lang:      words.Dutch,
		rootShort: "Van signalen van klanten naar een cadeautje dat gebruikt wordt",
		rootLong: `Klantreis maakt van signalen van klanten een klantreis met advies: een plaat, een stroom,
grafieken, een presentatie en een adviesrapport. Alles gebeurt op deze computer; er is geen
internet nodig.

Zo begint u:
  1. klantreis nieuw mijn-reis        maakt een map met een voorbeeld om aan te passen
  2. klantreis controleer mijn-reis   zegt wat er nog niet klopt, en wat u kunt doen
  3. klantreis maak mijn-reis         maakt het cadeautje in de map uit`,
		rootExample: `  klantreis nieuw verhuizen
  klantreis maak verhuizen
  klantreis controleer examples`,
		newShort: "Begin een klantreis in een nieuwe map",
		newLong: `Maakt een map met een kleine klantreis met uitleg erin, en een bestand met signalen.
‘klantreis maak’ kan er meteen een cadeautje van maken. Bestaande bestanden blijven staan.`,
		newExample: `  klantreis nieuw verhuizen
  klantreis nieuw reizen/parkeervergunning`,
		checkShort: "Controleer klantreizen en hun signalen",
		checkLong: `Controleert een of meer klantreizen met de bestanden waar ze naar verwijzen, en noemt alle
fouten in één keer: waar, wat en wat u kunt doen. Van een map controleert het alle klantreizen
erin. Met ‘-’ leest het van standaardinvoer. De uitkomst is 1 als er fouten zijn.`,
		checkExample: `  klantreis controleer verhuizen/klantreis.yaml
  klantreis controleer examples
  klantreis controleer --json reis.yaml`,
		makeShort: "Maak het cadeautje: kaart, stroom, grafieken, presentatie en advies",
		makeLong: `Leest een of meer klantreizen met hun signalen en schrijft voor elk een map uit/<id> met
klantreis.svg, .png en .html (de kaart), klantreis-smal.svg (de kaart voor een telefoon), stroom.svg,
grafiek-….svg, presentatie.html, advies.pdf, advies.html (hetzelfde als webpagina) en gegevens.json.
Van een map maakt het alle klantreizen erin. Een afgebroken keer laat geen half bestand achter. Wat u
zelf in de map zette, blijft staan.`,
		makeExample: `  klantreis maak verhuizen
  klantreis maak examples --uit cadeautjes
  klantreis maak reis.yaml --alleen kaart,advies`,
		versionShort: "Toon de versie",
		flagLang:     "`taal` van uitvoer en meldingen: nl (zonder deze optie) of en",
		flagHelp:     "toon deze hulp",
		flagJSON:     "schrijf de meldingen als JSON",
		flagStrict:   "waarschuwingen tellen ook als fout",
		flagOut:      "`map` waarin de cadeautjes komen; zonder deze optie de map uit",
		flagOnly:     "maak alleen deze `delen`, met komma's ertussen: kaart, stroom, grafieken, presentatie, advies, gegevens, kort, kaartje",
		usageTemplate: fmt.Sprintf(usageLayout, "Gebruik:", "opdracht", "Andere namen:", "Voorbeelden:", "Opdrachten:", "Opties:", "Algemene opties:",
			"‘klantreis opdracht --help’ vertelt meer over een opdracht."),
		seeHelp: "‘klantreis --help’ laat zien wat u kunt doen.", interrupted: "Afgebroken. Er is niets half geschreven.",
		noFiles: "noem een klantreisbestand of een map, bijvoorbeeld ‘verhuizen’", needFolder: "noem één map, bijvoorbeeld ‘klantreis nieuw verhuizen’",
		fine: "in orde", whatToDo: "Wat u kunt doen", attention: "Let op:", madeIn: "Gemaakt in", noJourneys: "geen klantreizen gevonden in %s; een klantreis is een .yaml-bestand met een regel ‘klantreis: …’",
		drawing: "tekenen", writing: "schrijven",
		newMade: "Gemaakt:", newNext: "Er staat een voorbeeld in, over een paspoort. Open klantreis.yaml in een teksteditor, maak er uw\neigen reis van, en maak het cadeautje:",
		severity: [2]string{"fout", "waarschuwing"},
	}
}

func english() cliWords {
	return cliWords{
		lang:      words.English,
		rootShort: "From customer signals to a gift that gets used",
		rootLong: `Klantreis turns customer signals into a journey with advice: a map, a flow, charts, a
presentation and an advice report. All of it happens on this computer; no internet is needed.

How to begin:
  1. klantreis new my-journey     makes a folder with an example to adapt
  2. klantreis check my-journey   tells what is not right yet, and what to do
  3. klantreis make my-journey    makes the gift in the folder uit`,
		rootExample: `  klantreis new moving
  klantreis make moving --taal en
  klantreis check examples`,
		newShort: "Begin a journey in a new folder",
		newLong: `Makes a folder with a small journey that explains itself, and a file with signals.
‘klantreis make’ can make a gift of it at once. Existing files stay as they are.`,
		newExample: `  klantreis new moving
  klantreis new journeys/parking-permit`,
		checkShort: "Check journeys and their signals",
		checkLong: `Checks one or more journeys with the files they refer to, and names all faults at once: where,
what, and what to do. Of a folder it checks all journeys in it. With ‘-’ it reads standard
input. The exit code is 1 when there are faults.`,
		checkExample: `  klantreis check moving/klantreis.yaml
  klantreis check examples
  klantreis check --json journey.yaml`,
		makeShort: "Make the gift: map, flow, charts, presentation and advice",
		makeLong: `Reads one or more journeys with their signals and writes for each a folder uit/<id> with
klantreis.svg, .png and .html (the map), klantreis-smal.svg (the map for a phone), stroom.svg (the
flow), grafiek-….svg (the charts), presentatie.html, advies.pdf, advies.html (the same as a web page)
and gegevens.json. Of a folder it makes all journeys in it. An interrupted run leaves no half file.
What you put in the folder yourself stays.`,
		makeExample: `  klantreis make moving
  klantreis make examples --out gifts
  klantreis make journey.yaml --only map,advice`,
		versionShort: "Show the version",
		flagLang:     "`language` of output and messages: nl (without this option) or en",
		flagHelp:     "show this help",
		flagJSON:     "write the messages as JSON",
		flagStrict:   "warnings count as faults too",
		flagOut:      "`folder` for the gifts; without this option the folder uit",
		flagOnly:     "make only these `parts`, separated by commas: map, flow, charts, deck, advice, data, short, card",
		usageTemplate: fmt.Sprintf(usageLayout, "Usage:", "command", "Other names:", "Examples:", "Commands:", "Options:", "General options:",
			"‘klantreis command --help’ tells more about a command."),
		seeHelp: "‘klantreis --help’ shows what you can do.", interrupted: "Interrupted. Nothing was half written.",
		noFiles: "name a journey file or a folder, for example ‘moving’", needFolder: "name one folder, for example ‘klantreis new moving’",
		fine: "fine", whatToDo: "What to do", attention: "Note:", madeIn: "Made in", noJourneys: "no journeys found in %s; a journey is a .yaml file with a line ‘klantreis: …’",
		drawing: "drawing", writing: "writing",
		newMade: "Made:", newNext: "It holds an example, about a passport. Open klantreis.yaml in a text editor, make it your own\njourney, and make the gift:",
		severity: [2]string{"error", "warning"},
	}
}

func (w cliWords) unknownCommand(name, meant, all string) string {
	return w.pick("‘%s’ is geen opdracht.", "‘%s’ is not a command.", name) + w.instead(meant, all)
}

func (w cliWords) badLang(lang string) string {
	return w.pick("de taal ‘%s’ is er niet; kies nl of en", "there is no language ‘%s’; choose nl or en", lang)
}

func (w cliWords) badPart(part, meant, all string) string {
	return w.pick("‘%s’ is geen deel van het cadeautje.", "‘%s’ is not a part of the gift.", part) + w.instead(meant, all)
}

// instead ends a message about a wrong name: what was likely meant, or else what there is.
func (w cliWords) instead(meant, all string) string {
	if meant != "" {
		return w.pick(" Bedoelde u ‘%s’?", " Did you mean ‘%s’?", meant)
	}
	return w.pick(" U kunt kiezen uit: %s.", " You can choose from: %s.", all)
}

func (w cliWords) sameID(id, first, second string) string {
	return w.pick("%[2]s en %[3]s hebben allebei het id ‘%[1]s’ en zouden in dezelfde map komen; geef één van de twee een andere naam",
		"%[2]s and %[3]s both have the id ‘%[1]s’ and would go into the same folder; give one of them another name", id, first, second)
}

// pflagErrors translates the messages of the flag parser.
var pflagErrors = []struct {
	pattern        *regexp.Regexp
	dutch, english string
}{
	{regexp.MustCompile(`^unknown (?:shorthand )?flag: (.*)$`), "de optie %s is er niet", "there is no option %s"},
	{regexp.MustCompile(`^flag needs an argument: (.*)$`), "achter %s hoort een waarde", "%s needs a value"},
	{regexp.MustCompile(`^invalid argument (.*)$`), "deze waarde kan niet: %s", "this value is not possible: %s"},
	{regexp.MustCompile(`^bad flag syntax: (.*)$`), "deze optie is niet goed geschreven: %s", "this option is not written well: %s"},
}

func (w cliWords) flagError(err error) string {
	for _, e := range pflagErrors {
		if m := e.pattern.FindStringSubmatch(err.Error()); m != nil {
			return w.pick(e.dutch, e.english, m[1])
		}
	}
	return err.Error()
}

// ioError puts the errors of files into words.
func (w cliWords) ioError(err error) string {
	var held blocked
	if errors.As(err, &held) {
		return w.blocked(held, filepath.Join(held.dir, held.name))
	}
	var path *fs.PathError
	if !errors.As(err, &path) {
		return journeys.FileReason(err).In(string(w.lang))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return w.pick("‘%s’ bestaat niet", "‘%s’ does not exist", path.Path)
	case errors.Is(err, fs.ErrPermission):
		return w.pick("‘%s’ mag niet gelezen of geschreven worden; is het in een ander programma open?", "‘%s’ may not be read or written; is it open in another program?", path.Path)
	case errors.Is(err, syscall.ENOSPC):
		return w.pick("de schijf is vol; ‘%s’ is niet geschreven", "the disk is full; ‘%s’ was not written", path.Path)
	case errors.Is(err, syscall.ENOTDIR):
		return w.pick("‘%s’ ligt niet in een map", "‘%s’ does not lie in a folder", path.Path)
	}
	return path.Path + ": " + journeys.FileReason(err).In(string(w.lang))
}

// found counts faults and warnings.
func (w cliWords) found(faults, warnings int) string {
	count := func(n int, one, many, oneEn, manyEn string) string {
		if n == 1 {
			return w.either(one, oneEn)
		}
		return w.lang.Int(n) + " " + w.either(many, manyEn)
	}
	return count(faults, "1 fout", "fouten", "1 error", "errors") + ", " + count(warnings, "1 waarschuwing", "waarschuwingen", "1 warning", "warnings")
}

func (w cliWords) exists(path string) string {
	return w.pick("‘%s’ bestaat al en is niet aangeraakt; kies een andere map", "‘%s’ exists already and was not touched; choose another folder", path)
}
