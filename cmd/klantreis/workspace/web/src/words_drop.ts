// The words of adding a file with signals.
import type { FieldWords } from './forms/field';

interface DropWords {
  button: string; pick: string; here: string; title: string; choose: string; sending(name: string, percent: number): string; stop: string;
  about(name: string, about: string, rows: string): string;
  columns: string; columnsHelp: string; header: string; use: string; why: string; examples: string; unused: string; hidden: string;
  looking: string; double(field: string): string;
  name: FieldWords; kind: FieldWords; nameTaken: string; nameNeeded: string; copy: string; copyHelp: string;
  confirm: string; confirming: string; cancel: string; added(name: string): string; problems: string; many: string;
  fields: Record<string, string>;
}

export const dropWords: DropWords = {
  button: 'Signalen toevoegen', pick: 'Kies een bestand',
  here: 'Laat het bestand hier los om signalen toe te voegen',
  title: 'Signalen toevoegen',
  choose: 'Kies een bestand met signalen, of sleep het naar deze pagina. Bijvoorbeeld een CSV of Excel uit uw telefoonsysteem. Het bestand blijft op deze computer.',
  sending: (name, percent) => `${name} wordt gelezen: ${percent}%`,
  stop: 'Stoppen',
  about: (name, about, rows) => `${name}: ${about}, ${rows} regels`,
  columns: 'Wat staat er in de kolommen?',
  columnsHelp: 'Klantreis heeft een keuze voor u gemaakt. Klopt die niet? Kies dan zelf. Een tijdstip is nodig om te tellen per maand.',
  header: 'Kolom', use: 'Betekent', why: 'Waarom deze keuze', examples: 'Voorbeelden', unused: 'Niet gebruiken', hidden: 'Teksten tonen we hier niet',
  looking: 'Het bestand wordt opnieuw gelezen…',
  double: field => `‘${field}’ is al een andere kolom. Die gebruiken we nu niet meer.`,
  name: { label: 'Naam van de bron', help: 'Zo noemt u deze bron in de klantreis.', example: 'Bijvoorbeeld: kcc' },
  kind: { label: 'Soort', help: 'Hoe kwamen deze signalen binnen?' },
  nameTaken: 'Er is al een bron met deze naam.', nameNeeded: 'Geef de bron een naam.',
  copy: 'Kopieer het bestand naar de map van deze klantreis',
  copyHelp: 'Klantreis leest het bestand uit die map. In het bestand kunnen persoonsgegevens staan. Kopieer het alleen als die map daarvoor bedoeld is.',
  confirm: 'Bron toevoegen', confirming: 'Bron wordt toegevoegd…', cancel: 'Annuleren',
  added: name => `Bron ‘${name}’ is toegevoegd. Maak er nu een signaal van.`,
  problems: 'Let op', many: 'Sleep één bestand tegelijk.',
  fields: {
    id: 'Nummer van de melding', tijdstip: 'Tijdstip', kanaal: 'Kanaal', soort: 'Soort', onderwerp: 'Onderwerp', tekst: 'Tekst', aard: 'Aard (vraag, klacht, tip)',
    cijfer: 'Cijfer', plaats: 'Plaats', afdeling: 'Afdeling', doorgezet: 'Doorgezet naar', terugkoppeling: 'Teruggekoppeld op', ontvangen: 'Ontvangen op',
    teruggebeld: 'Teruggebeld op', bevestigd: 'Bevestigd op', afgehandeld: 'Afgehandeld op', vertrouwelijk: 'Vertrouwelijk',
  },
};

export const dropWordsEn: DropWords = {
  button: 'Add signals', pick: 'Choose a file',
  here: 'Drop the file here to add signals',
  title: 'Add signals',
  choose: 'Choose a file with signals, or drag it onto this page. For example a CSV or Excel file of your telephone system. The file stays on this computer.',
  sending: (name, percent) => `Reading ${name}: ${percent}%`,
  stop: 'Stop',
  about: (name, about, rows) => `${name}: ${about}, ${rows} rows`,
  columns: 'What do the columns hold?',
  columnsHelp: 'A choice was made for you. Is it wrong? Then choose yourself. A moment is needed to count per month.',
  header: 'Column', use: 'Means', why: 'Why this choice', examples: 'Examples', unused: 'Do not use', hidden: 'Texts are not shown here',
  looking: 'Reading the file again…',
  double: field => `‘${field}’ was another column. That one is not used now.`,
  name: { label: 'Name of the source', help: 'So you call this source in the journey.', example: 'For example: kcc' },
  kind: { label: 'Kind', help: 'How did these signals come in?' },
  nameTaken: 'There is a source with this name already.', nameNeeded: 'Give the source a name.',
  copy: 'Copy the file to the folder of this journey',
  copyHelp: 'The file is read from that folder. It may hold personal data. Copy it only if that folder is meant for them.',
  confirm: 'Add source', confirming: 'Adding the source…', cancel: 'Cancel',
  added: name => `Source ‘${name}’ was added. Now make a signal of it.`,
  problems: 'Mind', many: 'Drop one file at a time.',
  fields: {
    id: 'Number of the record', tijdstip: 'Moment', kanaal: 'Channel', soort: 'Kind', onderwerp: 'Topic', tekst: 'Text', aard: 'Nature (question, complaint, tip)',
    cijfer: 'Score', plaats: 'Place', afdeling: 'Department', doorgezet: 'Passed on to', terugkoppeling: 'Told back on', ontvangen: 'Received on',
    teruggebeld: 'Called back on', bevestigd: 'Confirmed on', afgehandeld: 'Done on', vertrouwelijk: 'Confidential',
  },
};
