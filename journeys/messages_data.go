package journeys

// dataCatalogue holds the messages about files of signals; see catalogue for its form.
var dataCatalogue = map[string]entry{
	"bestand-afgekapt": {
		sentence{"‘{0}’ houdt halverwege op; het bestand is niet compleet.", "Kopieer of download het bestand opnieuw. De gegevens die er wel zijn, tellen nu niet mee."},
		sentence{"‘{0}’ stops halfway; the file is not complete.", "Copy or download the file again. What is there does not count now."}},
	"lezen-afgebroken": {
		sentence{"Het lezen van ‘{0}’ is afgebroken.", "Begin opnieuw; er is niets half geschreven."},
		sentence{"Reading ‘{0}’ was interrupted.", "Start again; nothing was written by halves."},
	},
	"bestand-veranderd": {
		sentence{"‘{0}’ veranderde terwijl Klantreis het las.", "Wacht tot het andere programma klaar is en begin opnieuw. Met ‘--toch’ gaat u door met wat er gelezen is."},
		sentence{"‘{0}’ changed while Klantreis was reading it.", "Wait until the other program is done and start again. With ‘--anyway’ you go on with what was read."}},
	"bestand-patroon": {
		sentence{"‘{0}’ is geen goed patroon voor bestanden.", "Schrijf bijvoorbeeld ‘signalen/kcc-*.csv’, of de naam van een map."},
		sentence{"‘{0}’ is not a good pattern for files.", "Write for example ‘signalen/kcc-*.csv’, or the name of a folder."}},
	"geen-bestanden": {
		sentence{"Bij ‘{0}’ horen {1} bestanden die te lezen zijn.", "Er moet er minstens één zijn, en hooguit 10000. Controleer de naam van de map en het patroon; de bestanden moeten eindigen zoals hun formaat, zoals .csv."},
		sentence{"‘{0}’ stands for {1} files that can be read.", "There must be at least one, and at most 10000. Check the name of the folder and the pattern; the files must have the ending of their format, such as .csv."}},
	"formaten-door-elkaar": {
		sentence{"In ‘{0}’ staan bestanden van verschillende soorten door elkaar: {1}.", "Kies er één met ‘formaat: …’, of wijs ze aan met een patroon zoals ‘signalen/kcc-*.csv’."},
		sentence{"‘{0}’ holds files of several kinds: {1}.", "Choose one with ‘formaat: …’, or name them with a pattern such as ‘signalen/kcc-*.csv’."}},
	"inpakfout": {
		sentence{"‘{0}’ is niet uit te pakken; het bestand is beschadigd of anders ingepakt dan de naam zegt.", "Kopieer of download het opnieuw, of pak het zelf uit en verwijs daarnaar."},
		sentence{"‘{0}’ cannot be unpacked; the file is damaged or is not packed as its name says.", "Copy or download it again, or unpack it yourself and refer to that."}},
	"inpakbom": {
		sentence{"‘{0}’ wordt bij uitpakken meer dan 500 keer zo groot; dat kan geen bestand met signalen zijn.", "Vraag de maker om een nieuwe export, of pak het zelf uit en kijk wat erin zit."},
		sentence{"‘{0}’ grows more than 500 times when unpacked; that cannot be a file of signals.", "Ask its maker for a new export, or unpack it yourself and look what is in it."}},
	"ingepakt-te-groot": {
		sentence{"‘{0}’ is uitgepakt groter dan {1} MB, en dit soort bestand moet dan helemaal in het geheugen.", "Pak het zelf uit en verwijs naar het uitgepakte bestand."},
		sentence{"‘{0}’ is larger than {1} MB when unpacked, and this kind of file must then be in memory as a whole.", "Unpack it yourself and refer to the unpacked file."}},
	"json-kapot": {
		sentence{"‘{0}’ is geen goede JSON: op regel {1} staat iets dat er niet hoort.", "Download de export opnieuw. Bewerk een JSON-bestand liever niet met de hand."},
		sentence{"‘{0}’ is not valid JSON: something stands on line {1} that does not belong there.", "Download the export again. Rather do not edit a JSON file by hand."}},
	"te-veel-kolommen": {
		sentence{"‘{0}’ heeft meer dan {1} kolommen.", "Vraag een export met alleen de velden die nodig zijn."},
		sentence{"‘{0}’ has more than {1} columns.", "Ask for an export with only the fields that are needed."}},
	"late-kolommen": {
		sentence{"In ‘{0}’ staat pas vanaf regel {2} ook: {1}. Dat is niet gelezen.", "Vraag een export waarin elk record alle velden heeft, of zet een record met alle velden vooraan."},
		sentence{"‘{0}’ has only from line {2} on also: {1}. That was not read.", "Ask for an export in which every record has all fields, or put a record with all fields first."}},
	"export-onvolledig": {
		sentence{"In ‘{0}’ {1:staat|staan} {1} van de {2} records; de export is niet compleet.", "Haal ook de volgende bladzijden op (page=2, page=3 …) en zet de bestanden samen in een map."},
		sentence{"‘{0}’ holds {1} of {2} records; the export is not complete.", "Fetch the following pages too (page=2, page=3 …) and put the files in one folder."}},
	"zip-kapot": {
		sentence{"‘{0}’ is geen goed zip- of Excel-bestand, of het is niet compleet.", "Kopieer of download het opnieuw. Controleer of u het kunt openen."},
		sentence{"‘{0}’ is not a valid zip or Excel file, or it is not complete.", "Copy or download it again. Check that you can open it."}},
	"xlsx-oud": {
		sentence{"‘{0}’ is een oud of beveiligd Excel-bestand.", "Open het in Excel, haal het wachtwoord eraf en kies Opslaan als, Excel-werkmap (.xlsx)."},
		sentence{"‘{0}’ is an old or protected Excel file.", "Open it in Excel, remove the password and choose Save as, Excel workbook (.xlsx)."}},
	"csv-is-excel": {
		sentence{"‘{0}’ is een Excel-bestand, al eindigt de naam op iets anders.", "Noem het bestand .xlsx, of open het in Excel en kies Opslaan als, CSV UTF-8."},
		sentence{"‘{0}’ is an Excel file, though its name ends otherwise.", "Call the file .xlsx, or open it in Excel and choose Save as, CSV UTF-8."}},
	"xlsx-is-csv": {
		sentence{"‘{0}’ is geen Excel-bestand; het lijkt een CSV-bestand.", "Noem het bestand .csv, of open het in Excel en kies Opslaan als, Excel-werkmap (.xlsx)."},
		sentence{"‘{0}’ is not an Excel file; it looks like a CSV file.", "Call the file .csv, or open it in Excel and choose Save as, Excel workbook (.xlsx)."}},
	"alles-in-een-kolom": {
		sentence{"In ‘{0}’ staat alles in één kolom: ‘{1}’.", "Bewaar het bestand opnieuw met puntkomma's tussen de kolommen. In Excel: Opslaan als, CSV UTF-8."},
		sentence{"In ‘{0}’ everything stands in one column: ‘{1}’.", "Save the file again with semicolons between the columns. In Excel: Save as, CSV UTF-8."}},
	"xlsx-kapot": {
		sentence{"‘{0}’ is als Excel-bestand niet te lezen.", "Open het in Excel en sla het opnieuw op als Excel-werkmap (.xlsx), of als CSV UTF-8."},
		sentence{"‘{0}’ cannot be read as an Excel file.", "Open it in Excel and save it again as an Excel workbook (.xlsx), or as CSV UTF-8."}},
	"xlsx-zonder-blad": {
		sentence{"‘{0}’ heeft geen zichtbaar werkblad.", "Open het in Excel en maak het blad met de signalen zichtbaar."},
		sentence{"‘{0}’ has no visible worksheet.", "Open it in Excel and make the sheet with the signals visible."}},
	"xlsx-te-veel-tekst": {
		sentence{"In ‘{0}’ staat meer dan {1} MB aan tekst.", "Sla het op als CSV UTF-8; daar is geen grens aan."},
		sentence{"‘{0}’ holds more than {1} MB of text.", "Save it as CSV UTF-8, which has no limit."}},
	"xlsx-bladen": {
		sentence{"Van ‘{0}’ is alleen het eerste blad gelezen, ‘{1}’. Deze bladen tellen niet mee: {2}.", "Zet alles op één blad, of sla elk blad op als eigen bestand in één map."},
		sentence{"Of ‘{0}’ only the first sheet was read, ‘{1}’. These sheets do not count: {2}.", "Put everything on one sheet, or save each sheet as a file of its own in one folder."}},
	"parquet-kapot": {
		sentence{"‘{0}’ is als Parquet-bestand niet te lezen.", "Kopieer of maak het opnieuw. Controleer of het echt een Parquet-bestand is."},
		sentence{"‘{0}’ cannot be read as a Parquet file.", "Copy or make it again. Check that it really is a Parquet file."}},
	"parquet-lz4": {
		sentence{"‘{0}’ is ingepakt met LZ4; dat leest Klantreis niet.", "Maak het bestand opnieuw, ingepakt met Snappy of Zstandard, of niet ingepakt."},
		sentence{"‘{0}’ is packed with LZ4, which Klantreis does not read.", "Make the file again, packed with Snappy or Zstandard, or not packed."}},
	"signalen-zonder-meldingen": {
		sentence{"In ‘{0}’ zit geen bestand dat eindigt op _signals.csv.", "Gebruik de zip zoals Signalen die maakt bij de CSV-export."},
		sentence{"‘{0}’ holds no file whose name ends in _signals.csv.", "Use the zip as Signalen makes it in its CSV export."}},
	"rapport-te-groot": {
		sentence{"‘{0}’ is groter dan {1} MB; zo groot is een rapport van Matomo niet.", "Controleer of dit het goede bestand is, of kies een kortere periode."},
		sentence{"‘{0}’ is larger than {1} MB; a report of Matomo is not that large.", "Check that this is the right file, or choose a shorter period."}},
	"matomo-telt-paginas": {
		sentence{"Het signaal ‘{0}’ gebruikt de bron ‘{1}’ van Matomo. Daarin is elke regel een pagina, dus het telt pagina's en geen bezoeken.", "Gebruik Matomo als noemer: ‘noemer: {bron: {1}, veld: nb_visits}’. Met een export per maand (period=month) kan dat ook per maand."},
		sentence{"The signal ‘{0}’ uses the Matomo source ‘{1}’, in which each row is a page: it counts pages, not visits.", "Use Matomo as a denominator: ‘noemer: {bron: {1}, veld: nb_visits}’. With an export per month (period=month) that works per month as well."}},
	"noemer-maanden": {
		sentence{"In de noemer van ‘{0}’ ontbreken maanden van de periode ({2}), in totaal {1}.", "Vul de lijst aan, of geef één totaal over de hele periode. Zonder dat staat er geen aantal per 1.000 over de hele periode."},
		sentence{"The denominator of ‘{0}’ lacks months of the period ({2}), {1} in all.", "Complete the list, or give one total for the whole period. Without it there is no number per 1,000 for the whole period."}},
	"noemer-deel-maand": {
		sentence{"De noemer van ‘{0}’ komt uit regels per hele maand van ‘{1}’, maar de periode valt maar voor een deel in {2}. Die regel telt nu helemaal of helemaal niet mee.", "Laat de periode op de eerste dag van een maand beginnen en op de laatste eindigen, of zorg dat elke maand van de periode een regel met een datum heeft; dan verdeelt Klantreis naar dagen."},
		sentence{"The denominator of ‘{0}’ comes from rows of ‘{1}’ that stand for whole months, but the period covers only a part of {2}. Such a row now counts fully or not at all.", "Let the period begin on the first day of a month and end on the last, or see that every month of the period has a row with a date; then Klantreis divides by days."}},
	"noemer-nul": {
		sentence{"De noemer telt ‘{1}’ van ‘{0}’ op, maar in de periode komt daar niets uit.", "Controleer of er getallen in die kolom staan en of de datums in de periode vallen. Telt elke regel als één, schrijf dan ‘veld: id’ en zet de kolom met het nummer als ‘id’ bij ‘kolommen’."},
		sentence{"The denominator adds up ‘{1}’ of ‘{0}’, but in the period that comes to nothing.", "Check that the column holds numbers and that the dates lie in the period. If each row counts as one, write ‘veld: id’ and name the column with the number as ‘id’ under ‘kolommen’."}},
	"kolommen-geraden": {
		sentence{"Bij ‘{0}’ staan geen kolommen. Klantreis raadt: {1}", "Klopt dit, zet deze regel dan bij de bron. Klopt het niet, pas hem aan."},
		sentence{"No columns are given for ‘{0}’. Klantreis guesses: {1}", "If this is right, put that line at the source. If it is not, change it."}},
	"signaal-zonder-kolom": {
		sentence{"Het signaal ‘{0}’ vraagt om ‘{1}’, maar van de bron ‘{2}’ wordt geen kolom als {3} gelezen. Het vindt daar dus niets.", "Zet bij ‘kolommen’ van de bron ‘{3}: …’ met de naam van de kolom, of haal ‘{1}’ weg. Deze kolommen zijn er: {4}."},
		sentence{"The signal ‘{0}’ asks for ‘{1}’, but no column of source ‘{2}’ is read as {3}. So it finds nothing there.", "Under ‘kolommen’ of the source write ‘{3}: …’ with the name of the column, or remove ‘{1}’. These columns exist: {4}."}},
	"dubbele-ids": {
		sentence{"In ‘{0}’ {1:kwam|kwamen} {1} {1:record|records} met een id dat er al was; elk id telt één keer.", "Overlappen de bestanden elkaar, dan is dit goed. Is het id niet van één signaal, haal dan ‘id’ weg bij ‘kolommen’."},
		sentence{"‘{0}’ has {1} {1:record|records} with an id that was there already; each id counts once.", "If the files overlap, this is right. If the id is not that of one signal, remove ‘id’ from ‘kolommen’."}},
	"te-veel-ids": {
		sentence{"‘{0}’ heeft meer dan {1} verschillende ids; daarna is niet meer naar dubbele gekeken.", "Maak bronnen per jaar als de bestanden elkaar kunnen overlappen."},
		sentence{"‘{0}’ has more than {1} different ids; doubles were not looked for behind those.", "Make sources per year if the files can overlap."}},
}
