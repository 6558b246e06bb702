package journeys

// connectionCatalogue holds the messages about connections to servers; see catalogue for its form.
var connectionCatalogue = map[string]entry{
	"verbinding-adres": {
		sentence{"Het adres bij ‘verbinding’ van bron ‘{0}’ is niet te lezen.", "Schrijf het zo: postgres://gebruiker@server/database of clickhouse://gebruiker@server/database. Een wachtwoord hoort er niet in."},
		sentence{"The address under ‘verbinding’ of source ‘{0}’ cannot be read.", "Write it like this: postgres://user@server/database or clickhouse://user@server/database. A password does not belong in it."}},
	"verbinding-geheim": {
		sentence{"In de verbinding van bron ‘{0}’ staat een wachtwoord.", "Haal het uit het bestand en zet het in de omgeving, als KLANTREIS_WACHTWOORD (bij een API: KLANTREIS_TOKEN). Wie het bestand heeft gezien, kent het nu; vraag de beheerder om een nieuw wachtwoord."},
		sentence{"The connection of source ‘{0}’ holds a password.", "Take it out of the file and put it into the environment, as KLANTREIS_WACHTWOORD (for an API: KLANTREIS_TOKEN). Whoever saw the file knows it now; ask the administrator for a new one."}},
	"verbinding-weg": {
		sentence{"De server {1} van bron ‘{0}’ antwoordt niet ({2}).", "Kijk of u op het netwerk van de gemeente bent en of het adres klopt. Vraag anders de beheerder of de server aan staat."},
		sentence{"The server {1} of source ‘{0}’ does not answer ({2}).", "Check that you are on the municipality's network and that the address is right. Otherwise ask the administrator whether the server is running."}},
	"verbinding-wachtwoord": {
		sentence{"De server {1} van bron ‘{0}’ kent deze gebruiker of dit wachtwoord niet.", "Zet het wachtwoord in de omgeving, als KLANTREIS_WACHTWOORD, en kijk of de gebruiker in het adres klopt."},
		sentence{"The server {1} of source ‘{0}’ does not accept this user or password.", "Put the password into the environment, as KLANTREIS_WACHTWOORD, and check the user in the address."}},
	"verbinding-recht": {
		sentence{"De gebruiker van bron ‘{0}’ mag ‘{1}’ niet lezen.", "Vraag de beheerder om leesrecht (GRANT SELECT); in docs/schaal.md staat precies welk."},
		sentence{"The user of source ‘{0}’ may not read ‘{1}’.", "Ask the administrator for the right to read (GRANT SELECT); docs/schaal.md says exactly which."}},
	"verbinding-kolomrecht": {
		sentence{"De gebruiker van bron ‘{0}’ mag de kolom ‘{1}’ niet lezen.", "Vraag de beheerder om leesrecht op die kolom, of laat hem weg bij ‘kolommen’. Een kolom ‘vertrouwelijk’ wordt altijd gelezen."},
		sentence{"The user of source ‘{0}’ may not read the column ‘{1}’.", "Ask the administrator for the right to read it, or leave it out of ‘kolommen’. A column ‘vertrouwelijk’ is always read."}},
	"verbinding-tabel": {
		sentence{"Op de server van bron ‘{0}’ is geen tabel ‘{1}’, of niet de database uit het adres.", "Kijk hoe de tabel heet; een schema zet u ervoor: schema.tabel. Hoofdletters tellen mee."},
		sentence{"The server of source ‘{0}’ has no table ‘{1}’, or not the database of the address.", "Check the name of the table; a schema goes before it: schema.table. Capitals count."}},
	"verbinding-tijd": {
		sentence{"De vraag aan de server van bron ‘{0}’ duurde langer dan {1} seconden en is gestopt.", "Vraag minder, met ‘vraag: SELECT … WHERE …’ en een datum, of geef meer tijd: zet ?tijdslimiet=3600 achter het adres."},
		sentence{"The question to the server of source ‘{0}’ took longer than {1} seconds and was stopped.", "Ask for less, with ‘vraag: SELECT … WHERE …’ and a date, or give it more time: put ?tijdslimiet=3600 after the address."}},
	"verbinding-tekenset": {
		sentence{"De database van bron ‘{0}’ bewaart tekst als {1}; daarin kan de server niet tellen zoals hier.", "Schrijf bij de bron ‘werkwijze: ophalen’; dan wordt er hier geteld."},
		sentence{"The database of source ‘{0}’ keeps text as {1}, in which the server cannot count the way it is done here.", "Write ‘werkwijze: ophalen’ at the source; then the counting is done here."}},
	"verbinding-soort": {
		sentence{"De verbinding van bron ‘{0}’ is van een soort die Klantreis niet kent[[ ({1})]].", "Klantreis kan verbinden met postgres://… , clickhouse://… en https://… (Open Klant). Bewaar de gegevens anders als CSV en verwijs ernaar met ‘bestand:’."},
		sentence{"The connection of source ‘{0}’ is of a kind that Klantreis does not know[[ ({1})]].", "Klantreis can connect to postgres://… , clickhouse://… and https://… (Open Klant). Otherwise save the data as CSV and refer to it with ‘bestand:’."}},
	"verbinding-vraag": {
		sentence{"De server van bron ‘{0}’ begrijpt de vraag niet ({1}).", "Kijk of de kolommen en tabellen in ‘vraag’ bestaan, en probeer de SELECT eerst in een ander programma."},
		sentence{"The server of source ‘{0}’ does not understand the question ({1}).", "Check that the columns and tables in ‘vraag’ exist, and try the SELECT in another program first."}},
	"verbinding-fout": {
		sentence{"De server van bron ‘{0}’ gaf een fout ({1}).", "Geef deze melding aan de beheerder van de database."},
		sentence{"The server of source ‘{0}’ gave an error ({1}).", "Give this message to the administrator of the database."}},
	"vraag-geen-select": {
		sentence{"De ‘vraag’ van bron ‘{0}’ is niet één SELECT.", "Klantreis leest alleen. Schrijf één vraag die met SELECT (of WITH) begint, zonder puntkomma ertussen."},
		sentence{"The ‘vraag’ of source ‘{0}’ is not one SELECT.", "Klantreis only reads. Write one question that begins with SELECT (or WITH), without a semicolon in between."}},
	"veel-onleesbaar-verbinding": {
		sentence{"Van bron ‘{0}’ {1:is|zijn} {1} van {2} rijen niet te lezen; dat is te veel om op te vertrouwen.", "Kijk bij ‘kolommen’ of de juiste kolommen zijn gekozen: in ‘tijdstip’ hoort een datum, in ‘cijfer’ een getal. Met ‘--toch’ gaat u door met de rest."},
		sentence{"Of source ‘{0}’, {1} of {2} rows cannot be read; that is too many to trust.", "Check under ‘kolommen’ that the right columns were chosen: ‘tijdstip’ holds a date, ‘cijfer’ a number. With ‘--anyway’ you go on with the rest."}},
	"onleesbaar-verbinding": {
		sentence{"Van bron ‘{0}’ {1:is|zijn} {1} van {2} rijen niet te lezen.", "{1:Deze rij telt|Deze rijen tellen} niet mee: er staat geen datum bij ‘tijdstip’, of geen getal bij ‘cijfer’. Kijk of de juiste kolommen zijn gekozen."},
		sentence{"Of source ‘{0}’, {1} of {2} rows cannot be read.", "These rows do not count: there is no date under ‘tijdstip’, or no number under ‘cijfer’. Check that the right columns were chosen."}},
}
