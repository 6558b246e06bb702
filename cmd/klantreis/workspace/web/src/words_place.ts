// The words of where a dropped file is to be read, and over which days.
import { desk } from './state';
import type { FieldWords } from './forms/field';

interface PlaceWords {
  where: FieldWords; needed: string; put: string;
  here(file: string): string; into(source: string, file: string): string; placed(source: string): string;
  twin(source: string): string; period(from: string, until: string): string;
}

const nl: PlaceWords = {
  where: { label: 'Waar staat het bestand?', help: 'Klantreis leest het bestand uit de map van deze klantreis. Er wordt niets gekopieerd als u dat niet kiest.' },
  needed: 'Kies eerst waar het bestand komt te staan. Zonder bestand in de map telt de bron niet mee.',
  put: 'Bestand neerzetten',
  here: file => `Het bestand staat er al: ${file}`,
  into: (source, file) => `Zet het op de plaats waar de bron ‘${source}’ het zoekt: ${file}`,
  placed: source => `Het bestand van bron ‘${source}’ staat op zijn plaats.`,
  twin: source => `Dit bestand is er al als bron ‘${source}’. Voegt u het nog een keer toe, dan telt elk signaal dubbel.`,
  period: (from, until) => `Neem de dagen in dit bestand als periode van de klantreis: ${day(from)} tot en met ${day(until)}`,
};

const en: PlaceWords = {
  where: { label: 'Where is the file?', help: 'The file is read from the folder of this journey. Nothing is copied unless you choose so.' },
  needed: 'First choose where the file is to be. Without a file in the folder the source does not count.',
  put: 'Put the file there',
  here: file => `The file is there already: ${file}`,
  into: (source, file) => `Put it at the place where the source ‘${source}’ looks for it: ${file}`,
  placed: source => `The file of source ‘${source}’ is in its place.`,
  twin: source => `This file is there already as source ‘${source}’. If you add it once more, each signal counts twice.`,
  period: (from, until) => `Take the days in this file as the period of the journey: ${day(from)} to ${day(until)}`,
};

// day writes 2024-03-01 as people do.
const day = (iso: string) => new Date(`${iso}T12:00:00Z`).toLocaleDateString(english() ? 'en-GB' : 'nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const english = () => desk.get().start?.lang === 'en';

export const placeWords = (): PlaceWords => english() ? en : nl;
