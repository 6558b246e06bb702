package journeys

// term is a word of the format that messages name; English messages translate it.
type term string

type sentence struct{ message, advice string }

type entry struct{ nl, en sentence }

// terms translates what messages call the parts of a file.
var terms = map[term]string{
	"de klantreis": "the journey", "periode": "periode", "klant": "klant", "een fase": "a phase", "een stap": "a step",
	"een signaal": "a signal", "een signaal in een lijst": "a signal in a list", "een citaat": "a quote", "naar": "naar",
	"cijfer": "cijfer", "een bron": "a source", "bronnen": "bronnen", "kolommen": "kolommen", "noemer": "noemer",
	"een meting": "a metric", "schaal": "schaal", "een punt": "a point", "een doorlooptijd": "a lead time",
	"een arena": "an arena", "een knelpunt": "a bottleneck", "een toezegging": "a promise", "een advies": "an advice", "het voorstel": "the proposal",
	"effect": "effect", "terugkoppeling": "terugkoppeling", "kanalen-eigen": "kanalen-eigen",
	"een lijst": "a list", "een blok met sleutels": "a block of keys", "niets": "nothing",
	"stap": "a step", "signaal": "a signal", "doorlooptijd": "a lead time", "arena": "an arena", "meting": "a metric", "advies": "an advice",
	"hier staat een dubbele punt die YAML niet verwacht; zet de tekst tussen aanhalingstekens of controleer het inspringen":         "there is a colon that YAML does not expect here; put the text in quotes or check the indentation",
	"het inspringen klopt hier niet, of een aanhalingsteken is niet gesloten":                                                       "the indentation is wrong here, or a quote is not closed",
	"het inspringen van de lijst klopt hier niet":                                                                                   "the indentation of the list is wrong here",
	"een lijst met [ ] is niet gesloten, of er mist een komma; een tekst met , ? : of # erin hoort tussen aanhalingstekens":         "a list with [ ] is not closed, or a comma is missing; a text with , ? : or # in it belongs in quotes",
	"een blok met { } is niet gesloten, of er mist een komma; een tekst met , ? : of # erin hoort tussen aanhalingstekens":          "a block with { } is not closed, or a comma is missing; a text with , ? : or # in it belongs in quotes",
	"na deze sleutel mist een dubbele punt":                                                                                         "a colon is missing after this key",
	"een aanhalingsteken of haakje is nergens gesloten":                                                                             "a quote or bracket is never closed",
	"deze regel begint met een teken dat in YAML een betekenis heeft; zet de tekst tussen aanhalingstekens":                         "this line begins with a sign that has a meaning in YAML; put the text in quotes",
	"hier wordt met * verwezen naar iets dat er niet is; zet de tekst tussen aanhalingstekens als het sterretje bij de tekst hoort": "here * refers to something that does not exist; put the text in quotes if the star belongs to the text",
	"hier staat een onzichtbaar stuurteken; typ de regel opnieuw":                                                                   "there is an invisible control character here; type the line again",
	"dit is te diep genest":    "this is nested too deeply",
	"dit is geen geldige YAML": "this is not valid YAML",
}

// catalogue holds every message of this package: what is wrong, and what to do. {0}, {1} … are
// the problem's arguments; a part in [[ ]] is left out when its argument is empty.
var catalogue = map[string]entry{
	"onbekende-sleutel": {
		sentence{"‘{0}’ is geen sleutel van {1}.", "[[Bedoelde u ‘{2}’? ]]U kunt kiezen uit: {3}. Eigen sleutels beginnen met ‘x-’."},
		sentence{"‘{0}’ is not a key of {1}.", "[[Did you mean ‘{2}’? ]]You can choose from: {3}. Your own keys begin with ‘x-’."}},
	"verplicht": {
		sentence{"Bij {1} ontbreekt ‘{0}’.", "Voeg een regel ‘{0}: …’ toe."},
		sentence{"‘{0}’ is missing from {1}.", "Add a line ‘{0}: …’."}},
	"dubbele-sleutel": {
		sentence{"‘{0}’ staat hier twee keer.", "Haal één van de twee weg."},
		sentence{"‘{0}’ stands here twice.", "Remove one of the two."}},
	"sleutel-geen-tekst": {
		sentence{"Een sleutel van {0} is geen gewone tekst.", "Schrijf ‘naam: waarde’."},
		sentence{"A key of {0} is not plain text.", "Write ‘name: value’."}},
	"samenvoegen": {
		sentence{"Blokken samenvoegen met ‘<<’ kan niet in een klantreis.", "Schrijf de sleutels hier uit."},
		sentence{"Merging blocks with ‘<<’ is not possible in a journey.", "Write the keys out here."}},
	"geen-blok": {
		sentence{"Bij {0} horen sleutels, maar hier staat {1}.", "Schrijf op de volgende regels, ingesprongen: ‘sleutel: waarde’."},
		sentence{"{0} takes keys, but here stands {1}.", "Write on the next lines, indented: ‘key: value’."}},
	"geen-lijst": {
		sentence{"Bij ‘{0}’ hoort een lijst, maar hier staat {1}.", "Schrijf ‘{0}: {2}’, of elk onderdeel op een eigen regel met een streepje ervoor."},
		sentence{"‘{0}’ takes a list, but here stands {1}.", "Write ‘{0}: {2}’, or each item on a line of its own with a hyphen before it."}},
	"geen-tekst": {
		sentence{"Bij ‘{0}’ hoort één tekst, maar hier staat {1}.", "Schrijf de tekst achter de dubbele punt; gebruik aanhalingstekens als er [ ] { } of : in staat."},
		sentence{"‘{0}’ takes one text, but here stands {1}.", "Write the text after the colon; use quotes if it contains [ ] { } or :."}},
	"lege-tekst": {
		sentence{"‘{0}’ is leeg.", "Vul een tekst in, of haal de regel weg."},
		sentence{"‘{0}’ is empty.", "Fill in a text, or remove the line."}},
	"onbekende-waarde": {
		sentence{"‘{0}’ kan niet bij ‘{1}’.", "[[Bedoelde u ‘{2}’? ]]U kunt kiezen uit: {3}."},
		sentence{"‘{0}’ is not possible for ‘{1}’.", "[[Did you mean ‘{2}’? ]]You can choose from: {3}."}},
	"geen-getal": {
		sentence{"Bij ‘{0}’ hoort een getal, maar hier staat ‘{1}’.", "Schrijf bijvoorbeeld 7 of 7.3."},
		sentence{"‘{0}’ takes a number, but here stands ‘{1}’.", "Write for example 7 or 7.3."}},
	"geen-hoeveelheid": {
		sentence{"Bij ‘{0}’ hoort een aantal zonder punten of komma's erin, maar hier staat ‘{1}’.", "Schrijf bijvoorbeeld 41200."},
		sentence{"‘{0}’ takes a number without separators, but here stands ‘{1}’.", "Write for example 41200."}},
	"hekje": {
		sentence{"Na ‘{0}’ staat een # met een cijfer; YAML leest alles achter de # als uitleg.", "Zet de hele tekst tussen aanhalingstekens als ‘{1}’ erbij hoort."},
		sentence{"After ‘{0}’ stands a # with a digit; YAML takes all behind the # for a comment.", "Put the whole text in quotes if ‘{1}’ belongs to it."}},
	"sinds-later": {
		sentence{"‘sinds’ ({0}) ligt na de dag waarop deze klantreis is opgesteld ({1}).", "Controleer de twee datums."},
		sentence{"‘sinds’ ({0}) lies after the day on which this journey was drawn up ({1}).", "Check both dates."}},
	"geen-csv": {
		sentence{"‘{0}’ is geen tabel die Klantreis kan lezen: wat erin staat, is geen tekst met regels en kolommen.", "Kijk of dit het goede bestand is. Is het een tabel, open het dan in Excel en kies Opslaan als, CSV UTF-8 (gescheiden door lijstscheidingsteken)."},
		sentence{"‘{0}’ is no table that Klantreis can read: what it holds is no text with rows and columns.", "Check that this is the right file. If it is a table, open it in Excel and choose Save as, CSV UTF-8."}},
	"extra-kolommen": {
		sentence{"In ‘{0}’ {1:heeft|hebben} {1} {1:regel|regels} meer kolommen dan de eerste regel (regel {2}).", "In CSV {1:telt deze regel|tellen deze regels} niet mee. Waarschijnlijk staat er een scheidingsteken in een tekst of een getal; zet die tussen aanhalingstekens, of bewaar opnieuw met puntkomma's."},
		sentence{"In ‘{0}’, {1} {1:row has|rows have} more columns than the first line (line {2}).", "In CSV {1:this row does|these rows do} not count. Probably a separator stands in a text or a number; put those in quotes, or save again with semicolons."}},
	"noemer-te-klein": {
		sentence{"De noemer van ‘{0}’ is {1}, maar het aantal signalen in de periode is {2}. Dat is veel meer dan er in totaal zouden zijn.", "Controleer het getal: de noemer is hoeveel contacten, bezoeken of aanvragers er in totaal waren. Weet u dat niet, haal de regel dan weg. Tellen het aanvragers die vaker bellen, dan kan het kloppen."},
		sentence{"The denominator of ‘{0}’ is {1}, but the number of signals in the period is {2}. That is far more than there would be in all.", "Check the number: the denominator is how many contacts, visits or applicants there were in all. Remove the line if you do not know. It can be right when it counts applicants who call more often."}},
	"geen-aantal": {
		sentence{"Bij ‘{0}’ hoort een heel getal van 0 of meer, maar hier staat ‘{1}’.", "Schrijf bijvoorbeeld 12, zonder punten."},
		sentence{"‘{0}’ takes a whole number of 0 or more, but here stands ‘{1}’.", "Write for example 12, without separators."}},
	"geen-percentage": {
		sentence{"Bij ‘{0}’ hoort een percentage van 0% tot 100%, maar hier staat ‘{1}’.", "Schrijf bijvoorbeeld 31%."},
		sentence{"‘{0}’ takes a percentage from 0% to 100%, but here stands ‘{1}’.", "Write for example 31%."}},
	"geen-ja-nee": {
		sentence{"Bij ‘{0}’ hoort ja of nee, maar hier staat ‘{1}’.", "Schrijf ja of nee (true of false mag ook)."},
		sentence{"‘{0}’ takes true or false, but here stands ‘{1}’.", "Write true or false (ja or nee will do as well)."}},
	"geen-datum": {
		sentence{"Bij ‘{0}’ hoort een datum die bestaat, maar hier staat ‘{1}’.", "Schrijf jaar-maand-dag, bijvoorbeeld 2022-09-15."},
		sentence{"‘{0}’ takes a date that exists, but here stands ‘{1}’.", "Write year-month-day, for example 2022-09-15."}},
	"geen-maand": {
		sentence{"‘{1}’ is geen maand.", "Schrijf jaar-maand, bijvoorbeeld 2022-09."},
		sentence{"‘{1}’ is not a month.", "Write year-month, for example 2022-09."}},
	"geen-moment": {
		sentence{"‘{1}’ is geen jaar, maand of dag.", "Schrijf bijvoorbeeld 2018, 2018-06 of 2018-06-30."},
		sentence{"‘{1}’ is not a year, month or day.", "Write for example 2018, 2018-06 or 2018-06-30."}},
	"geen-belofte": {
		sentence{"‘{1}’ is geen belofte die te meten is.", "Schrijf een aantal werkdagen of dagen, bijvoorbeeld ‘5 werkdagen’."},
		sentence{"‘{1}’ is not a promise that can be measured.", "Write a number of werkdagen (working days) or dagen (days), for example ‘5 werkdagen’."}},
	"id-vorm": {
		sentence{"Het id ‘{0}’ is lastig in een link.", "Gebruik kleine letters, cijfers en streepjes[[, bijvoorbeeld ‘{1}’]]."},
		sentence{"The id ‘{0}’ is awkward in a link.", "Use lower case letters, digits and hyphens[[, for example ‘{1}’]]."}},
	"geen-id": {
		sentence{"Van deze titel is geen id te maken: er staan geen letters of cijfers in.", "Pas de titel aan, of voeg een regel ‘id: …’ toe."},
		sentence{"No id can be made of this title: it has no letters or digits.", "Change the title, or add a line ‘id: …’."}},
	"dubbel-id": {
		sentence{"Het id ‘{0}’ bestaat al ({1}).", "Geef één van de twee een eigen ‘id: …’. Zonder id telt de titel als id."},
		sentence{"The id ‘{0}’ exists already ({1}).", "Give one of the two its own ‘id: …’. Without an id the title counts as id."}},
	"geen-stappen": {
		sentence{"Deze klantreis heeft nog geen stappen.", "Voeg onder een fase ‘stappen:’ toe, met per stap een regel ‘- stap: …’."},
		sentence{"This journey has no steps yet.", "Add ‘stappen:’ to a phase, with a line ‘- stap: …’ for each step."}},
	"lege-fase": {
		sentence{"De fase ‘{0}’ heeft geen stappen.", "Voeg ‘stappen:’ toe, of haal de fase weg."},
		sentence{"The phase ‘{0}’ has no steps.", "Add ‘stappen:’, or remove the phase."}},
	"datums-achteruit": {
		sentence{"‘{0}’ ({1}) ligt vóór ‘{2}’ ({3}).", "Controleer de twee datums; misschien zijn ze verwisseld."},
		sentence{"‘{0}’ ({1}) lies before ‘{2}’ ({3}).", "Check both dates; perhaps they are swapped."}},
	"bron-herkomst": {
		sentence{"Bij de bron ‘{0}’ moet precies één keer staan waar de signalen zijn; nu staat het er {1} keer.", "Schrijf ‘bestand: …’ voor een bestand, ‘lijst:’ voor signalen die u zelf typt, of ‘verbinding: …’."},
		sentence{"The source ‘{0}’ must say exactly once where its signals are; now it does {1} times.", "Write ‘bestand: …’ for a file, ‘lijst:’ for signals you type yourself, or ‘verbinding: …’."}},
	"tabel-of-vraag": {
		sentence{"De verbinding van bron ‘{0}’ heeft één van de twee nodig: een tabel of een vraag.", "Schrijf ‘tabel: …’, of ‘vraag: …’ met één SELECT; niet allebei."},
		sentence{"The connection of source ‘{0}’ needs one of the two: a table or a query.", "Write ‘tabel: …’, or ‘vraag: …’ with one SELECT; not both."}},
	"kanaal-bestaat": {
		sentence{"Het kanaal ‘{0}’ bestaat al; uw eigen pictogram vervangt het niet.", "Kies een andere naam of haal de regel weg."},
		sentence{"The channel ‘{0}’ exists already; your own icon does not replace it.", "Choose another name or remove the line."}},
	"onbekend-kanaal": {
		sentence{"‘{0}’ is geen bekend kanaal.", "[[Bedoelde u ‘{1}’? ]]Kies uit: {2}. Of noem het boven in het bestand bij ‘kanalen-eigen: {{0}: pictogram}’."},
		sentence{"‘{0}’ is not a known channel.", "[[Did you mean ‘{1}’? ]]Choose from: {2}. Or name it at the top of the file under ‘kanalen-eigen: {{0}: icon}’."}},
	"buiten-schaal": {
		sentence{"‘{0}’ is {1}, maar de schaal loopt van {2} tot {3}.", "Vul een waarde op de schaal in."},
		sentence{"‘{0}’ is {1}, but the scale runs from {2} to {3}.", "Fill in a value on the scale."}},
	"stap-of-afhaken": {
		sentence{"Bij ‘naar’ hoort een stap of afhaken, niet allebei en niet geen van beide.", "Schrijf ‘stap: id’ of ‘afhaken: reden’."},
		sentence{"‘naar’ takes a stap or afhaken, not both and not neither.", "Write ‘stap: id’ or ‘afhaken: reason’."}},
	"aandelen-boven-100": {
		sentence{"De aandelen na stap ‘{1}’ zijn samen {0}%.", "Samen mogen ze niet meer dan 100% zijn."},
		sentence{"The shares after step ‘{1}’ add up to {0}%.", "Together they may not exceed 100%."}},
	"onbekende-stap": {
		sentence{"De stap ‘{0}’ bestaat niet.", "[[Bedoelde u ‘{1}’? ]][[Deze stappen zijn er: {2}. ]]Schrijf het id van een stap uit deze klantreis."},
		sentence{"The step ‘{0}’ does not exist.", "[[Did you mean ‘{1}’? ]][[These steps exist: {2}. ]]Write the id of a step of this journey."}},
	"onbekende-bron": {
		sentence{"De bron ‘{0}’ bestaat niet.", "[[Bedoelde u ‘{1}’? ]][[Deze bronnen zijn er: {2}. ]]Een bron staat bij ‘bronnen:’."},
		sentence{"The source ‘{0}’ does not exist.", "[[Did you mean ‘{1}’? ]][[These sources exist: {2}. ]]A source stands under ‘bronnen:’."}},
	"onbekend-signaal": {
		sentence{"Het signaal ‘{0}’ bestaat niet.", "[[Bedoelde u ‘{1}’? ]][[Deze signalen zijn er: {2}. ]]Schrijf het id van een signaal uit deze klantreis."},
		sentence{"The signal ‘{0}’ does not exist.", "[[Did you mean ‘{1}’? ]][[These signals exist: {2}. ]]Write the id of a signal of this journey."}},
	"onbekende-reden": {
		sentence{"‘omdat’ verwijst naar ‘{0}’, maar dat is geen signaal, doorlooptijd, arena of meting.", "[[Bedoelde u ‘{1}’? ]][[Deze zijn er: {2}. ]]Schrijf het id van iets dat in deze klantreis staat, of haal ‘{0}’ hier weg."},
		sentence{"‘omdat’ refers to ‘{0}’, but that is no signal, lead time, arena or metric.", "[[Did you mean ‘{1}’? ]][[These exist: {2}. ]]Write the id of something in this journey, or remove ‘{0}’ here."}},
	"grenzen-omgekeerd": {
		sentence{"‘van’ ({0}) is niet kleiner dan ‘tot’ ({1}).", "Zet het kleinste getal bij ‘van’."},
		sentence{"‘van’ ({0}) is not smaller than ‘tot’ ({1}).", "Put the smaller number under ‘van’."}},
	"ster-midden": {
		sentence{"Het sterretje in ‘{0}’ staat niet aan het eind.", "Een sterretje mag alleen achteraan: ‘uitbeta*’ vindt uitbetaling en uitbetaald."},
		sentence{"The star in ‘{0}’ is not at the end.", "A star may only stand last: ‘uitbeta*’ finds uitbetaling and uitbetaald."}},
	"woord-zonder-letters": {
		sentence{"In ‘{0}’ staat geen letter of cijfer om op te zoeken.", "Schrijf een woord."},
		sentence{"‘{0}’ has no letter or digit to look for.", "Write a word."}},
	"signaal-zonder-voorwaarde": {
		sentence{"Het signaal ‘{0}’ heeft geen voorwaarde en telt dus alles uit zijn bron.", "Voeg onderwerp, woorden, kanaal, cijfer of aard toe als dat niet de bedoeling is."},
		sentence{"The signal ‘{0}’ has no condition and so counts everything of its source.", "Add onderwerp, woorden, kanaal, cijfer or aard if that is not what you want."}},
	"punten-volgorde": {
		sentence{"Het punt ‘{0}’ ligt niet na het vorige punt.", "Zet de punten op volgorde van tijd, elk moment één keer."},
		sentence{"The point ‘{0}’ does not lie after the previous point.", "Put the points in order of time, each moment once."}},
	"maanden-volgorde": {
		sentence{"De maand {0} ligt niet na de vorige maand.", "Zet de maanden op volgorde, elke maand één keer."},
		sentence{"The month {0} does not lie after the previous month.", "Put the months in order, each month once."}},
	"noemer-klein": {
		sentence{"Een noemer is groter dan 0.", "Vul het aantal contacten, bezoeken of aanvragers in, of haal de regel weg."},
		sentence{"A denominator is larger than 0.", "Fill in the number of contacts, visits or applicants, or remove the line."}},
	"van-is-tot": {
		sentence{"De doorlooptijd loopt van ‘{0}’ tot ‘{0}’.", "Kies twee verschillende momenten."},
		sentence{"The lead time runs from ‘{0}’ to ‘{0}’.", "Choose two different moments."}},
	"reden-verplicht": {
		sentence{"Een advies dat niet is overgenomen, heeft een reden nodig.", "Voeg een regel ‘reden: …’ toe."},
		sentence{"An advice that was not taken over needs a reason.", "Add a line ‘reden: …’."}},
	"sinds-ontbreekt": {
		sentence{"Het advies is {0}, maar er staat niet sinds wanneer.", "Voeg een regel ‘sinds: jaar-maand-dag’ toe."},
		sentence{"The advice is {0}, but since when is not said.", "Add a line ‘sinds: year-month-day’."}},
	"effect-zonder-sinds": {
		sentence{"Het effect is niet te meten zonder ‘sinds’.", "Voeg bij het advies ‘sinds: jaar-maand-dag’ toe: de dag waarop de verandering inging."},
		sentence{"The effect cannot be measured without ‘sinds’.", "Add ‘sinds: year-month-day’ to the advice: the day the change went live."}},
	"te-veel-waarden": {
		sentence{"Dit bestand verwijst zo vaak naar zichzelf dat het niet te lezen is.", "Schrijf de herhaalde delen uit in plaats van met & en * te verwijzen."},
		sentence{"This file refers to itself so often that it cannot be read.", "Write the repeated parts out instead of referring with & and *."}},
	"te-veel-fouten": {
		sentence{"Er zijn nog {0} fouten meer.", "Los eerst de fouten hierboven op; vaak verdwijnt de rest dan ook."},
		sentence{"There are {0} more faults.", "First mend the faults above; often the rest disappears too."}},
	"bestand-te-groot": {
		sentence{"Dit bestand is {0} MB; een klantreis is hooguit {1} MB.", "Zet signalen in een eigen bestand en verwijs ernaar bij ‘bronnen’."},
		sentence{"This file is {0} MB; a journey is at most {1} MB.", "Put signals in a file of their own and refer to it under ‘bronnen’."}},
	"leeg-bestand": {
		sentence{"Dit bestand is leeg.", "Maak een begin met ‘klantreis nieuw MAP’."},
		sentence{"This file is empty.", "Make a start with ‘klantreis nieuw FOLDER’."}},
	"twee-documenten": {
		sentence{"Hier begint met ‘---’ een tweede document.", "Zet elke klantreis in een eigen bestand."},
		sentence{"Here ‘---’ begins a second document.", "Put each journey in a file of its own."}},
	"geen-utf8": {
		sentence{"Hier staat een teken dat geen UTF-8 is.", "Sla het bestand op als UTF-8 (in Kladblok: Opslaan als, Codering UTF-8)."},
		sentence{"Here stands a character that is not UTF-8.", "Save the file as UTF-8 (in Notepad: Save as, Encoding UTF-8)."}},
	"tab": {
		sentence{"Deze regel begint met een tab; YAML springt in met spaties.", "Vervang de tab door spaties."},
		sentence{"This line begins with a tab; YAML indents with spaces.", "Replace the tab by spaces."}},
	"yaml": {
		sentence{"Dit bestand is niet te lezen: {0}.", "Kijk ook een paar regels eronder en erboven: het inspringen, de aanhalingstekens en de haakjes."},
		sentence{"This file cannot be read: {0}.", "Look a few lines below and above as well: indentation, quotes and brackets. (YAML: {1})"}},

	"pad-buiten-map": {
		sentence{"‘{0}’ ligt buiten de map van deze klantreis.", "Zet het bestand in de map van de klantreis, of in een map daaronder."},
		sentence{"‘{0}’ lies outside the folder of this journey.", "Put the file in the folder of the journey, or in a folder below it."}},
	"bestand-ontbreekt": {
		sentence{"Het bestand ‘{0}’ is er niet.", "[[Bedoelde u ‘{1}’? ]]Een pad begint bij de map van deze klantreis."},
		sentence{"The file ‘{0}’ does not exist.", "[[Did you mean ‘{1}’? ]]A path begins in the folder of this journey."}},
	"bestand-onleesbaar": {
		sentence{"Het bestand ‘{0}’ is niet te lezen ({1}).", "Controleer of het een gewoon bestand is, of u het mag lezen en of een ander programma het vasthoudt."},
		sentence{"The file ‘{0}’ cannot be read ({1}).", "Check that it is an ordinary file, that you may read it and that no other program holds it."}},
	"kolom-ontbreekt": {
		sentence{"In ‘{0}’ staat geen kolom ‘{1}’.", "[[Bedoelde u ‘{2}’? ]]Deze kolommen zijn er: {3}."},
		sentence{"‘{0}’ has no column ‘{1}’.", "[[Did you mean ‘{2}’? ]]These columns exist: {3}."}},
	"geen-kolommen": {
		sentence{"In ‘{0}’ is geen enkele kolom herkend.", "Schrijf bij de bron welke kolom wat is: ‘kolommen: {tijdstip: …, tekst: …}’. Deze kolommen zijn er: {1}."},
		sentence{"No column of ‘{0}’ was recognised.", "Write at the source which column is what: ‘kolommen: {tijdstip: …, tekst: …}’. These columns exist: {1}."}},
	"leeg-gegevensbestand": {
		sentence{"Het bestand ‘{0}’ is leeg.", "De eerste regel moet de namen van de kolommen bevatten."},
		sentence{"The file ‘{0}’ is empty.", "The first line must hold the names of the columns."}},
	"veel-onleesbaar": {
		sentence{"Van ‘{0}’ {1:is|zijn} {1} van {2} regels niet te lezen (regel {3}[[ {7}]]).[[ Dat komt door de kolom {4}.]][[ Als geheel stuk: regel {5}.]]", "Dat is meer dan 5%, dus de aantallen zijn niet te vertrouwen. [[Kijk naar regel {6}: sluit daar elk aanhalingsteken, en zet een tekst met een scheidingsteken erin tussen aanhalingstekens. ]]Kijk of de juiste kolom is gekozen. Een datum is 31-12-2022 of 2022-12-31, een cijfer 7 of 7,5. Met ‘--toch’ gaat u door zonder deze regels."},
		sentence{"Of ‘{0}’, {1} of {2} rows cannot be read (line {3}[[ {7}]]).[[ The column to blame is {4}.]][[ Broken as a whole: line {5}.]]", "That is more than 5%, so the counts cannot be trusted. [[Look at line {6}: close each quote, and put a text that holds a separator in quotes. ]]Check whether the dates and scores in those rows are right, and whether the right column was chosen. With ‘--anyway’ you go on without these rows."}},
	"onleesbaar": {
		sentence{"Van ‘{0}’ {1:is|zijn} {1} van {2} regels niet te lezen (regel {3}[[ {7}]]).[[ Dat komt door de kolom {4}.]][[ Als geheel stuk: regel {5}.]]", "{1:Deze regel telt|Deze regels tellen} niet mee. Een datum is 31-12-2022 of 2022-12-31, een cijfer 7 of 7,5."},
		sentence{"Of ‘{0}’, {1} of {2} rows cannot be read (line {3}[[ {7}]]).[[ The column to blame is {4}.]][[ Broken as a whole: line {5}.]]", "These rows do not count. Check whether the dates and scores are right."}},
	"bron-niet-gelezen": {
		sentence{"De bron ‘{0}’ ({1}) leest deze versie nog niet; de signalen ervan tellen niet mee.", "Bewaar de gegevens als CSV en verwijs ernaar met ‘bestand:’."},
		sentence{"This version does not read the source ‘{0}’ ({1}) yet; its signals do not count.", "Save the data as CSV and refer to it with ‘bestand:’."}},
	"vertrouwelijk-kolom": {
		sentence{"‘{0}’ heeft een kolom ‘vertrouwelijk’ die niet bij ‘kolommen’ staat. Vertrouwelijke signalen tellen voor de zekerheid niet mee.", "Schrijf ‘vertrouwelijk: {1}’ bij ‘kolommen’."},
		sentence{"‘{0}’ has a column ‘vertrouwelijk’ that is not under ‘kolommen’. To be safe, confidential signals do not count.", "Write ‘vertrouwelijk: {1}’ under ‘kolommen’."}},
	"noemer-veld": {
		sentence{"De noemer verwijst naar ‘{1}’, maar dat veld of die kolom heeft de bron ‘{0}’ niet.", "Deze kolommen zijn er: {2}."},
		sentence{"The denominator refers to ‘{1}’, but source ‘{0}’ has no such field or column.", "These columns exist: {2}."}},
	"doorlooptijd-veld": {
		sentence{"De doorlooptijd gebruikt ‘{1}’, maar dat veld of die kolom heeft de bron ‘{0}’ niet.", "Deze kolommen zijn er: {2}."},
		sentence{"The lead time uses ‘{1}’, but source ‘{0}’ has no such field or column.", "These columns exist: {2}."}},
	"signaal-zonder-vondst": {
		sentence{"Het signaal ‘{0}’ vindt niets in de periode.", "Controleer de woorden, het onderwerp en de periode."},
		sentence{"The signal ‘{0}’ finds nothing in the period.", "Check the words, the topic and the period."}},
	"huisstijl-geen-json": {
		sentence{"Dit huisstijlbestand is geen goede JSON: hier staat iets dat er niet hoort, of er ontbreekt iets.", "Kijk bij deze plek naar een komma, een aanhalingsteken of een haakje. Of vraag uw webteam om het bestand met design tokens opnieuw."},
		sentence{"This house style is not valid JSON: something stands here that does not belong, or something is missing. ({0})", "Look near this place for a comma, a quote or a bracket. Or ask your web team for the design tokens again."}},
	"huisstijl-te-groot": {
		sentence{"Dit huisstijlbestand is groter dan {0} MB.", "Vraag uw webteam om alleen de design tokens; die passen daar ruim in."},
		sentence{"This house style is larger than {0} MB.", "Ask your web team for the design tokens only; they are far smaller."}},
	"huisstijl-te-diep": {
		sentence{"Dit huisstijlbestand is meer dan {0} lagen diep.", "Controleer of dit het bestand met design tokens is."},
		sentence{"This house style is more than {0} levels deep.", "Check that this is the file with design tokens."}},
	"huisstijl-zonder-kleur": {
		sentence{"In dit huisstijlbestand staat geen kleur die te gebruiken is.", "Controleer of dit het bestand met design tokens is. Klantreis zoekt namen als uw-gemeente.link.color, met een waarde als #24578f."},
		sentence{"This house style holds no colour that can be used.", "Check that this is the file with design tokens. Klantreis looks for names like your-town.link.color, with a value like #24578f."}},
	"huisstijl-te-licht": {
		sentence{"Kleur {0} ({1}) is op de moeilijkste plek te licht voor tekst ({2}:1) en is donkerder gemaakt: {3} ({4}:1).", "U hoeft niets te doen. Wilt u zelf kiezen, zet dan een donkerder kleur in het huisstijlbestand."},
		sentence{"Colour {0} ({1}), where it is hardest, is too light for text ({2}:1) and was made darker: {3} ({4}:1).", "Nothing needs to be done. To choose for yourself, put a darker colour in the house style."}},
	"huisstijl-te-licht-lijn": {
		sentence{"Kleur {0} ({1}) is op de moeilijkste plek te licht voor lijnen en tekens ({2}:1) en is donkerder gemaakt: {3} ({4}:1).", "U hoeft niets te doen. Wilt u zelf kiezen, zet dan een donkerder kleur in het huisstijlbestand."},
		sentence{"Colour {0} ({1}), where it is hardest, is too light for lines and signs ({2}:1) and was made darker: {3} ({4}:1).", "Nothing needs to be done. To choose for yourself, put a darker colour in the house style."}},
	"huisstijl-band": {
		sentence{"Kleur {0} ({1}) is op de moeilijkste plek te licht achter witte tekst ({2}:1) en is als balk bovenaan donkerder gemaakt: {3} ({4}:1).", "U hoeft niets te doen. Wilt u zelf kiezen, zet dan een donkerder kleur in het huisstijlbestand."},
		sentence{"Colour {0} ({1}), where it is hardest, is too light behind white text ({2}:1) and was made darker for the band at the top: {3} ({4}:1).", "Nothing needs to be done. To choose for yourself, put a darker colour in the house style."}},
	"huisstijl-achtergrond": {
		sentence{"Kleur {0} ({1}) is op de moeilijkste plek te donker als achtergrond van tekst ({2}:1) en is lichter gemaakt: {3} ({4}:1).", "U hoeft niets te doen. Wilt u zelf kiezen, zet dan een lichtere kleur in het huisstijlbestand."},
		sentence{"Colour {0} ({1}), where it is hardest, is too dark as a background of text ({2}:1) and was made lighter: {3} ({4}:1).", "Nothing needs to be done. To choose for yourself, put a lighter colour in the house style."}},
	"huisstijl-verwijzing": {
		sentence{"‘{0}’ verwijst naar ‘{1}’, maar dat staat niet in dit bestand.", "Deze kleur komt nu uit ons eigen thema. Vraag uw webteam om een bestand waarin alles staat, vaak dist/tokens.json."},
		sentence{"‘{0}’ refers to ‘{1}’, which is not in this file.", "This colour now comes from our own theme. Ask your web team for a file that holds everything, often dist/tokens.json."}},
	"huisstijl-kringetje": {
		sentence{"‘{0}’ verwijst via ‘{1}’ naar zichzelf.", "Deze kleur komt nu uit ons eigen thema. Zet bij één van de twee een kleur."},
		sentence{"‘{0}’ refers to itself by way of ‘{1}’.", "This colour now comes from our own theme. Give one of the two a colour."}},
	"huisstijl-kleur": {
		sentence{"‘{1}’ bij ‘{0}’ is geen kleur.", "Schrijf bijvoorbeeld #24578f, rgb(36, 87, 143) of hsl(211 60% 35%). Deze kleur komt nu uit ons eigen thema."},
		sentence{"‘{1}’ at ‘{0}’ is not a colour.", "Write for example #24578f, rgb(36, 87, 143) or hsl(211 60% 35%). This colour now comes from our own theme."}},
	"huisstijl-thema": {
		sentence{"Dit huisstijlbestand bevat meer dan één thema; ‘{0}’ is gebruikt.", "Wilt u een ander thema, zet dat dan vooraan of in een eigen bestand."},
		sentence{"This house style holds more than one theme; ‘{0}’ was used.", "For another theme, put that first or in a file of its own."}},
	"huisstijl-logo": {
		sentence{"Het logo ‘{0}’ is niet te tekenen ({1}).", "Vraag om een eenvoudige SVG: vlakken, lijnen en kleurverloop in één richting, zonder foto's, maskers en filters. De uitvoer heeft nu geen logo."},
		sentence{"The logo ‘{0}’ cannot be drawn ({1}).", "Ask for a simple SVG: shapes, lines and linear gradients, without photos, masks and filters. The output has no logo now."}},
	"huisstijl-logo-soort": {
		sentence{"Het logo ‘{0}’ is geen SVG.", "Vraag om het logo als SVG-bestand; dat blijft scherp op een grote plaat. De uitvoer heeft nu geen logo."},
		sentence{"The logo ‘{0}’ is not an SVG.", "Ask for the logo as an SVG file, which stays crisp on a large poster. The output has no logo now."}},
	"huisstijl-logo-letters": {
		sentence{"In het logo ‘{0}’ staat tekst; die is nu in het lettertype Inter gezet.", "Vraag om een SVG waarin de letters in vormen zijn omgezet (‘tekst naar paden’)."},
		sentence{"The logo ‘{0}’ holds text, which is now set in the typeface Inter.", "Ask for an SVG in which the letters are shapes (‘text to paths’)."}},
	"huisstijl-logo-bleek": {
		sentence{"Het logo ‘{0}’ is op een lichte achtergrond nauwelijks te zien ({1}:1).", "Vraag om de versie van het logo voor een lichte achtergrond."},
		sentence{"The logo ‘{0}’ can hardly be seen on a light background ({1}:1).", "Ask for the version of the logo for light backgrounds."}},
	"huisstijl-logo-tekst": {
		sentence{"Het logo heeft geen tekst voor wie het niet ziet.", "Voeg ‘klantreis.logo-tekst’ toe, bijvoorbeeld: Logo gemeente Rietmeer."},
		sentence{"The logo has no text for those who do not see it.", "Add ‘klantreis.logo-tekst’, for example: Logo of the town of Rietmeer."}},
}
