package journeys

// openKlantCatalogue holds the messages about the API of Open Klant; see catalogue for its form.
// {0} is the source, and {1}, once there is an address, the server.
var openKlantCatalogue = map[string]entry{
	"api-adres": {
		sentence{"Het adres bij ‘verbinding’ van bron ‘{0}’ is geen adres van een API.", "Schrijf het zo: https://openklant.gemeente.nl/klantinteracties/api/v1."},
		sentence{"The address under ‘verbinding’ of source ‘{0}’ is not the address of an API.", "Write it like this: https://openklant.gemeente.nl/klantinteracties/api/v1."}},
	"api-http": {
		sentence{"Het adres van bron ‘{0}’ ({1}) begint met http. Daarmee kan iedereen op het netwerk meelezen, ook met het token.", "Schrijf https in plaats van http. Zonder s mag het alleen op deze computer zelf (localhost)."},
		sentence{"The address of source ‘{0}’ ({1}) begins with http. With that, anyone on the network can read along, the token too.", "Write https instead of http. Without the s it is only allowed on this computer itself (localhost)."}},
	"api-tabel": {
		sentence{"Bij het adres van een API kunnen geen ‘tabel’, ‘vraag’ of ‘werkwijze’; bij bron ‘{0}’ staat dat wel.", "Haal die regel weg. Minder ophalen kan met een filter achter het adres, zoals ?kanaal=telefoon."},
		sentence{"The address of an API cannot go with ‘tabel’, ‘vraag’ or ‘werkwijze’, as it does at source ‘{0}’.", "Remove that line. To fetch less, put a filter after the address, such as ?kanaal=telefoon."}},
	"api-filter": {
		sentence{"In het adres van bron ‘{0}’ staat ‘{1}’, en dat is geen filter.", "[[Bedoelde u ‘{2}’? ]]U kunt achter het vraagteken kiezen uit: {3}. Bladzijden vraagt Klantreis zelf."},
		sentence{"The address of source ‘{0}’ holds ‘{1}’, which is not a filter.", "[[Did you mean ‘{2}’? ]]Behind the question mark you can choose from: {3}. Klantreis asks for pages by itself."}},
	"api-token-weg": {
		sentence{"Er is geen token om bron ‘{0}’ te lezen.", "Vraag de beheerder van Open Klant om een token, en zet het in de omgeving als {1}. In Windows: typ setx {1} \"het-token\" en open daarna een nieuw venster. Zet het token nooit in dit bestand."},
		sentence{"There is no token to read source ‘{0}’.", "Ask the administrator of Open Klant for a token, and put it into the environment as {1}. On Windows: type setx {1} \"the-token\" and open a new window after that. Never put the token in this file."}},
	"api-token-vreemd": {
		sentence{"Het token van bron ‘{0}’ heeft tekens die daar niet in kunnen, zoals een spatie of een nieuwe regel.", "Kopieer het token opnieuw en zet het in de omgeving als {1}, zonder iets eromheen."},
		sentence{"The token of source ‘{0}’ has characters that cannot be in one, such as a space or a new line.", "Copy the token again and put it into the environment as {1}, with nothing around it."}},
	"api-token-fout": {
		sentence{"De server {1} van bron ‘{0}’ kent dit token niet.", "Kijk of {2} (of KLANTREIS_TOKEN) het hele token is en bij deze server hoort. Vraag anders de beheerder om een nieuw token."},
		sentence{"The server {1} of source ‘{0}’ does not know this token.", "Check that {2} (or KLANTREIS_TOKEN) is the whole token and belongs to this server. Otherwise ask the administrator for a new token."}},
	"api-recht": {
		sentence{"De server {1} van bron ‘{0}’ kent het token, maar laat er geen klantcontacten mee lezen.", "Vraag de beheerder of dit token klantcontacten mag lezen, en of uw netwerk toegang heeft."},
		sentence{"The server {1} of source ‘{0}’ knows the token, but does not let it read customer contacts.", "Ask the administrator whether this token may read customer contacts, and whether your network has access."}},
	"api-niet-gevonden": {
		sentence{"Op de server {1} van bron ‘{0}’ is geen lijst met klantcontacten ({2}).", "Kijk of het adres klopt. Het eindigt meestal op /klantinteracties/api/v1."},
		sentence{"The server {1} of source ‘{0}’ has no list of customer contacts ({2}).", "Check the address. It usually ends in /klantinteracties/api/v1."}},
	"api-vraag": {
		sentence{"De server {1} van bron ‘{0}’ begrijpt de vraag niet (code {2}).", "Kijk of de filters achter het vraagteken in het adres een goede waarde hebben. Bij vertrouwelijk en indicatieContactGelukt is dat true of false."},
		sentence{"The server {1} of source ‘{0}’ does not understand the question (code {2}).", "Check that the filters behind the question mark in the address have a right value. For vertrouwelijk and indicatieContactGelukt that is true or false."}},
	"api-weg": {
		sentence{"De server {1} van bron ‘{0}’ antwoordt niet.", "Kijk of u op het netwerk van de gemeente bent en of het adres klopt. Vraag anders de beheerder of de server aan staat."},
		sentence{"The server {1} of source ‘{0}’ does not answer.", "Check that you are on the municipality's network and that the address is right. Otherwise ask the administrator whether the server is running."}},
	"api-tijd": {
		sentence{"De server {1} van bron ‘{0}’ had meer dan {3} seconden nodig voor bladzijde {2}.", "Probeer het later nog eens, of geef meer tijd: zet ?tijdslimiet=300 achter het adres."},
		sentence{"The server {1} of source ‘{0}’ needed more than {3} seconds for page {2}.", "Try again later, or give it more time: put ?tijdslimiet=300 after the address."}},
	"api-afgebroken": {
		sentence{"De verbinding met {1} van bron ‘{0}’ viel weg bij bladzijde {2}, en kwam niet terug.", "Kijk of uw netwerk het doet en begin opnieuw. Er is niets half opgeslagen."},
		sentence{"The connection with {1} of source ‘{0}’ was lost at page {2}, and did not come back.", "Check that your network works and begin again. Nothing was half saved."}},
	"api-druk": {
		sentence{"De server {1} van bron ‘{0}’ heeft het te druk (code {2}, bladzijde {3}), ook na wachten.", "Probeer het later nog eens, het liefst buiten kantooruren."},
		sentence{"The server {1} of source ‘{0}’ is too busy (code {2}, page {3}), even after waiting.", "Try again later, preferably outside office hours."}},
	"api-status": {
		sentence{"De server {1} van bron ‘{0}’ gaf een fout (code {2}).", "Geef deze melding aan de beheerder van Open Klant."},
		sentence{"The server {1} of source ‘{0}’ gave an error (code {2}).", "Give this message to the administrator of Open Klant."}},
	"api-omleiding": {
		sentence{"De server {1} van bron ‘{0}’ verwijst door[[ naar {2}]]. Klantreis gaat daar niet heen, want het token is niet voor die server.", "Vraag de beheerder naar het adres van de API zelf, en zet dat bij ‘verbinding’."},
		sentence{"The server {1} of source ‘{0}’ refers[[ to {2}]]. Klantreis does not go there, because the token is not for that server.", "Ask the administrator for the address of the API itself, and put that under ‘verbinding’."}},
	"api-certificaat-onbekend": {
		sentence{"De server {1} van bron ‘{0}’ kan niet bewijzen wie hij is: deze computer vertrouwt het certificaat niet.", "Kijk of het adres klopt. Is het een server van de gemeente, vraag de beheerder dan om het certificaat van de uitgever op deze computer te zetten."},
		sentence{"The server {1} of source ‘{0}’ cannot prove who it is: this computer does not trust the certificate.", "Check the address. If it is a server of the municipality, ask the administrator to install the issuer's certificate on this computer."}},
	"api-certificaat-naam": {
		sentence{"Het certificaat van {1} van bron ‘{0}’ is voor een andere server.", "Kijk of het adres klopt. Gebruik de naam van de server en niet het nummer."},
		sentence{"The certificate of {1} of source ‘{0}’ is for another server.", "Check the address. Use the name of the server and not its number."}},
	"api-certificaat-verlopen": {
		sentence{"Het certificaat van {1} van bron ‘{0}’ is verlopen, of nog niet geldig.", "Geef deze melding aan de beheerder van Open Klant. Kijk ook of de klok van deze computer goed staat."},
		sentence{"The certificate of {1} of source ‘{0}’ has expired, or is not valid yet.", "Give this message to the administrator of Open Klant. Check the clock of this computer as well."}},
	"api-webpagina": {
		sentence{"De server {1} van bron ‘{0}’ antwoordt met een webpagina en niet met gegevens.", "Misschien is het de pagina om in te loggen, of het adres van de website. Het adres van de API eindigt meestal op /klantinteracties/api/v1."},
		sentence{"The server {1} of source ‘{0}’ answers with a web page and not with data.", "It may be the page to log in, or the address of the website. The address of the API usually ends in /klantinteracties/api/v1."}},
	"api-vreemd": {
		sentence{"Het antwoord van {1} van bron ‘{0}’ (bladzijde {2}) is geen lijst met klantcontacten.", "Kijk of het adres klopt. Het eindigt meestal op /klantinteracties/api/v1. Klantreis leest Open Klant 2."},
		sentence{"The answer of {1} of source ‘{0}’ (page {2}) is not a list of customer contacts.", "Check the address. It usually ends in /klantinteracties/api/v1. Klantreis reads Open Klant 2."}},
	"api-te-groot": {
		sentence{"Het antwoord van {1} van bron ‘{0}’ (bladzijde {2}) is groter dan {3} MB.", "Dat hoort niet bij klantcontacten. Kijk of het adres klopt, of geef deze melding aan de beheerder."},
		sentence{"The answer of {1} of source ‘{0}’ (page {2}) is larger than {3} MB.", "Customer contacts are not that large. Check the address, or give this message to the administrator."}},
	"api-onvolledig": {
		sentence{"De server {1} van bron ‘{0}’ gaf {2} van de {3} klantcontacten.", "Misschien zijn er tijdens het lezen contacten verwijderd. Probeer het nog eens. Met ‘--toch’ gaat u door met wat er is."},
		sentence{"The server {1} of source ‘{0}’ gave {2} of the {3} customer contacts.", "Perhaps contacts were removed while reading. Try again. With ‘--anyway’ you go on with what there is."}},
	"api-late-kolommen": {
		sentence{"Bij bron ‘{0}’ hebben pas latere klantcontacten (vanaf nummer {2}) ook: {1}. Dat is niet gelezen.", "Is dit veld nodig, vraag dan om een export als bestand waarin elk contact alle velden heeft."},
		sentence{"At source ‘{0}’ only later contacts (from number {2} on) have also: {1}. That was not read.", "If this field is needed, ask for an export as a file in which every contact has all fields."}},
	"api-herhaalt": {
		sentence{"De server {1} van bron ‘{0}’ geeft bij bladzijde {2} weer hetzelfde als bij de bladzijde ervoor.", "Dan zijn de aantallen niet te vertrouwen. Geef deze melding aan de beheerder, of vraag om een export als bestand."},
		sentence{"The server {1} of source ‘{0}’ gives the same at page {2} as at the page before.", "Its numbers cannot be trusted then. Give this message to the administrator, or ask for an export as a file."}},
	"api-te-veel": {
		sentence{"De server {1} van bron ‘{0}’ houdt niet op: er zijn al {2} klantcontacten gelezen.", "Vraag minder, met een filter achter het adres, zoals ?kanaal=telefoon, of vraag om een export als bestand."},
		sentence{"The server {1} of source ‘{0}’ does not end: {2} customer contacts have been read.", "Ask for less, with a filter after the address, such as ?kanaal=telefoon, or ask for an export as a file."}},
}
