// What a fault means for who fills in a form: without the language of the file.
import type { Problem } from './api';
import { desk } from './state';

interface Plain { message?: string; help: string }

const nl: Record<string, Plain> = {
  'geen-id': { message: 'Vul eerst in wat hier staat te gebeuren of wat de klant vraagt.', help: '' },
  'geen-stappen': { message: 'Deze klantreis heeft nog geen stappen.', help: 'Kies een fase en voeg daar een stap toe.' },
  'lege-fase': { message: 'Deze fase is nog leeg.', help: 'Voeg een stap toe, of haal de fase weg.' },
  'toon-geen-compliment': { help: 'Vul bij minstens één stap in wat er goed gaat. Wie hoort wat goed gaat, leest met meer plezier wat beter kan.' },
};

const en: Record<string, Plain> = {
  'geen-id': { message: 'First fill in what happens here or what the customer asks.', help: '' },
  'geen-stappen': { message: 'This journey has no steps yet.', help: 'Choose a phase and add a step to it.' },
  'lege-fase': { message: 'This phase is still empty.', help: 'Add a step, or remove the phase.' },
  'toon-geen-compliment': { help: 'Fill in what goes well with at least one step. Who hears what goes well is happier to read what could be better.' },
};

// written is help that tells what to write in the file: a key with its colon, or a list mark.
const written = /‘-? ?[\p{L}-]+:/u;

// plain is a problem as a form says it.
export function plain(p: Problem): { message: string; help: string } {
  const known = (desk.get().start?.lang === 'en' ? en : nl)[p.code];
  return { message: known?.message ?? p.message, help: known ? known.help : written.test(p.help) ? '' : p.help };
}

// said is a problem in one line.
export const said = (p: Problem): string => { const { message, help } = plain(p); return `${message} ${help}`.trim(); };
