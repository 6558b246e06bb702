package journeys

// importCatalogue holds the messages about files of other programs; see catalogue for its form.
var importCatalogue = map[string]entry{
	"mermaid-geen-journey": {
		sentence{"Dit is geen ‘journey’ van Mermaid.[[ Het lijkt een ‘{0}’.]]", "De tekst begint met een regel ‘journey’. Andere soorten tekeningen worden geen klantreis."},
		sentence{"This is no ‘journey’ of Mermaid.[[ It looks like a ‘{0}’.]]", "The text begins with a line ‘journey’. Other kinds of diagram do not become a journey."}},
	"mermaid-leeg": {
		sentence{"In deze tekening staat geen enkele fase of stap.", "Schrijf een regel als ‘Belt de gemeente: 3: Inwoner’."},
		sentence{"This diagram has no phase and no step.", "Write a line such as ‘Calls the municipality: 3: Resident’."}},
	"mermaid-meer-tekeningen": {
		sentence{"Op deze pagina staat nog een reis. Alleen de eerste is gelezen.", "Zet deze reis in een eigen bestand en importeer dat ook."},
		sentence{"This page holds another journey. Only the first was read.", "Put this one in a file of its own and import that too."}},
	"mermaid-opmaak": {
		sentence{"‘{0}’ gaat over de opmaak in Mermaid en is niet overgenomen.", "Een klantreis krijgt zijn kleuren van een huisstijl; zie ‘huisstijl’ in de handleiding."},
		sentence{"‘{0}’ is about the looks in Mermaid and was not taken over.", "A journey gets its colours from a house style; see ‘huisstijl’ in the manual."}},
	"mermaid-puntkomma": {
		sentence{"Mermaid leest in een journey niet verder na een puntkomma. Hier is het gelezen als een nieuwe regel.", "Hoort hij bij de tekst, verbeter dan de twee stappen of fasen die nu zijn ontstaan."},
		sentence{"In a journey Mermaid does not read on after a semicolon. Here it was read as a new line.", "If it belongs to the text, mend the two steps or phases that came of it."}},
	"mermaid-accolade": {
		sentence{"Deze beschrijving heeft geen ‘}’ aan het eind. Alles erna is beschrijving geworden.", "Zet ‘}’ op de goede plaats en importeer opnieuw."},
		sentence{"This description has no ‘}’ at its end. All that follows became description.", "Put ‘}’ in its place and import again."}},
	"mermaid-hekje": {
		sentence{"Mermaid laat weg wat na een hekje komt: ‘{0}’. Het is een opmerking in de klantreis geworden.", "Hoort het bij de naam, typ het er dan bij."},
		sentence{"Mermaid leaves out what follows a number sign: ‘{0}’. It became a comment in the journey.", "If it belongs to the name, add it there."}},
	"mermaid-hekje-naam": {
		sentence{"In deze naam staat een hekje. Mermaid leest zo'n regel niet; hier hoort het bij de naam.", "Kijk of de naam klopt."},
		sentence{"This name holds a number sign. Mermaid does not read such a line; here it belongs to the name.", "See whether the name is right."}},
	"mermaid-dubbele-punt": {
		sentence{"Na ‘{0}’ staat een dubbele punt. Mermaid houdt de naam daar voor af; hier hoort wat erna komt bij de naam.", "Kijk of de naam klopt."},
		sentence{"A colon follows ‘{0}’. For Mermaid the name ends there; here what follows belongs to the name.", "See whether the name is right."}},
	"import-geen-cijfer": {
		sentence{"De stap ‘{0}’ heeft geen cijfer en krijgt geen gevoel.", "Typ zelf ‘emotie’ (van -2 tot 2), of laat het gevoel uit signalen komen."},
		sentence{"The step ‘{0}’ has no score and gets no feeling.", "Type ‘emotie’ (from -2 to 2), or let signals tell the feeling."}},
	"mermaid-cijfer-tekst": {
		sentence{"‘{0}’ is geen cijfer. De stap krijgt geen gevoel, en de regel is als opmerking bewaard.", "Typ zelf ‘emotie’ (van -2 tot 2), of laat het gevoel uit signalen komen."},
		sentence{"‘{0}’ is no score. The step gets no feeling, and the line was kept as a comment.", "Type ‘emotie’ (from -2 to 2), or let signals tell the feeling."}},
	"mermaid-komma": {
		sentence{"Mermaid leest ‘{0}’ niet als cijfer, omdat er een komma in staat. Hier wel.", "U hoeft niets te doen."},
		sentence{"Mermaid does not read ‘{0}’ as a score, because of the comma. Here it is one.", "There is nothing to do."}},
	"mermaid-buiten-schaal": {
		sentence{"Het cijfer {0} ligt niet tussen 1 en 5. De stap krijgt geen gevoel, en het cijfer is als opmerking bewaard.", "Typ zelf ‘emotie’: -2 is heel slecht, 2 is heel goed."},
		sentence{"The score {0} does not lie between 1 and 5. The step gets no feeling, and the score was kept as a comment.", "Type ‘emotie’: -2 is very bad, 2 is very good."}},
	"mermaid-rest": {
		sentence{"Mermaid laat ‘{0}’ weg, omdat er al twee dubbele punten voor staan. Het is een opmerking in de klantreis geworden.", "Hoort het bij de stap, typ het er dan bij."},
		sentence{"Mermaid leaves out ‘{0}’, because two colons precede it. It became a comment in the journey.", "If it belongs to the step, add it there."}},
	"mermaid-procent": {
		sentence{"Mermaid leest ‘%%{0}’ achter een stap als naam. Hier is het een opmerking.", "Zet een opmerking in Mermaid op een eigen regel."},
		sentence{"Mermaid reads ‘%%{0}’ behind a step as a name. Here it is a comment.", "In Mermaid, put a comment on a line of its own."}},
	"mermaid-sleutelwoord": {
		sentence{"Mermaid leest een stap die met ‘journey’ begint niet. Hier is het een gewone stap.", "U hoeft niets te doen."},
		sentence{"Mermaid does not read a step that begins with ‘journey’. Here it is an ordinary step.", "There is nothing to do."}},
	"mermaid-leeg-woord": {
		sentence{"Achter ‘{0}’ staat niets. Deze regel is overgeslagen.", "Typ een naam en importeer opnieuw, of vul de klantreis zelf aan."},
		sentence{"Nothing follows ‘{0}’. This line was skipped.", "Type a name and import again, or complete the journey yourself."}},
	"mermaid-zonder-naam": {
		sentence{"Voor ‘:{0}’ staat geen naam. Deze regel is als opmerking bewaard.", "Typ zelf de stap erbij."},
		sentence{"No name precedes ‘:{0}’. This line was kept as a comment.", "Add the step yourself."}},
	"mermaid-tweede-titel": {
		sentence{"Er is nog een titel: ‘{0}’. De laatste geldt; de eerste is als opmerking bewaard.", "Kijk of de titel klopt."},
		sentence{"There is another title: ‘{0}’. The last one counts; the first was kept as a comment.", "See whether the title is right."}},
	"mermaid-acctitle": {
		sentence{"‘accTitle’ zegt iets anders dan de titel: ‘{0}’. Het is als opmerking bewaard.", "Kijk of de titel klopt."},
		sentence{"‘accTitle’ differs from the title: ‘{0}’. It was kept as a comment.", "See whether the title is right."}},
	"mermaid-namen": {
		sentence{"De namen bij de stappen zijn zo verdeeld.[[ De klant: {0}.]][[ Achter de schermen: {1}.]][[ Kanalen: {2}.]]", "Mermaid zegt niet wie de klant is. Kijk of het klopt."},
		sentence{"The names with the steps were divided like this.[[ The customer: {0}.]][[ Behind the scenes: {1}.]][[ Channels: {2}.]]", "Mermaid does not say who the customer is. See whether it is right."}},
	"mermaid-zonder-klant": {
		sentence{"Bij deze stap staat {0} niet. In een klantreis is elke stap een moment van de klant.", "Hoort de stap er niet in, zet hem dan onder ‘achter-de-schermen’ van een andere stap."},
		sentence{"{0} does not take part in this step. In a journey every step is a moment of the customer.", "If the step does not belong, put it under ‘achter-de-schermen’ of another step."}},
	"import-zonder-titel": {
		sentence{"Er is geen titel. De klantreis heet nu ‘{0}’, naar het bestand.", "Geef de klantreis een titel."},
		sentence{"There is no title. The journey is called ‘{0}’ now, after the file.", "Give the journey a title."}},
	"import-zonder-fase": {
		sentence{"Deze stappen staan in geen fase. Zij staan nu in de fase ‘{0}’.", "Geef de fase een naam."},
		sentence{"These steps stand in no phase. They are now in the phase ‘{0}’.", "Give the phase a name."}},
	"import-zonder-naam": {
		sentence{"Hier ontbreekt een naam. Er staat nu ‘{0}’.", "Geef dit een naam."},
		sentence{"A name is missing here. It says ‘{0}’ now.", "Give this a name."}},
	"cjm-geen": {
		sentence{"In dit bestand staat geen klantreis van Enablement Map Studio.", "Zo'n klantreis begint met een regel ‘kind: cjm’."},
		sentence{"This file holds no customer journey of Enablement Map Studio.", "Such a journey begins with a line ‘kind: cjm’."}},
	"cjm-leeg": {
		sentence{"In deze klantreis staat geen enkele stap.", "Voeg onder ‘actions’ een stap toe en exporteer opnieuw."},
		sentence{"This journey has no step at all.", "Add a step under ‘actions’ and export again."}},
	"cjm-ander-deel": {
		sentence{"Dit deel (‘kind: {0}’) gaat niet over de klant en is niet overgenomen.", "U hoeft niets te doen; het staat nog in het oude bestand."},
		sentence{"This part (‘kind: {0}’) is not about the customer and was not taken over.", "There is nothing to do; it still stands in the old file."}},
	"cjm-titel": {
		sentence{"Een klantreis van Enablement Map Studio heeft geen titel. Deze heet nu ‘{0}’.", "Geef de klantreis een titel."},
		sentence{"A journey of Enablement Map Studio has no title. This one is called ‘{0}’ now.", "Give the journey a title."}},
	"cjm-sleutel": {
		sentence{"‘{0}’ hoort niet bij een klantreis van Enablement Map Studio en is niet overgenomen.", "Zet het zelf op de goede plaats als u het nodig heeft."},
		sentence{"‘{0}’ does not belong to a journey of Enablement Map Studio and was not taken over.", "Put it in its place yourself if you need it."}},
	"cjm-geen-tekst": {
		sentence{"Bij ‘{0}’ hoort één tekst. Wat hier staat, is niet overgenomen.", "Zet het zelf op de goede plaats als u het nodig heeft."},
		sentence{"‘{0}’ takes one text. What stands here was not taken over.", "Put it in its place yourself if you need it."}},
	"cjm-buiten-schaal": {
		sentence{"Het gevoel {0} ligt niet tussen -2 en 2. De stap krijgt geen gevoel, en het cijfer is als opmerking bewaard.", "Typ zelf ‘emotie’: -2 is heel slecht, 2 is heel goed."},
		sentence{"The feeling {0} does not lie between -2 and 2. The step gets no feeling, and the score was kept as a comment.", "Type ‘emotie’: -2 is very bad, 2 is very good."}},
}
