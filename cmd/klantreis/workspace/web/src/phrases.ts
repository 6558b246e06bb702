// The editor's own words in Dutch; in English it has them itself.
import { desk } from './state';

const dutch: Record<string, string> = {
  // view, language, commands
  'Control character': 'Onzichtbaar teken',
  'close': 'sluiten',
  'folded code': 'ingeklapt',
  'unfold': 'uitklappen',
  'to': 'tot',
  'Fold line': 'Regel inklappen',
  'Unfold line': 'Regel uitklappen',
  'Folded lines': 'Ingeklapte regels',
  'Unfolded lines': 'Uitgeklapte regels',
  'Selection deleted': 'Selectie gewist',
  // search
  'Go to line': 'Ga naar regel',
  'go': 'ga',
  'Find': 'Zoek',
  'Replace': 'Vervang door',
  'next': 'volgende',
  'previous': 'vorige',
  'all': 'alle',
  'match case': 'hoofdletters tellen',
  'by word': 'hele woorden',
  'regexp': 'reguliere expressie',
  'replace': 'vervang',
  'replace all': 'vervang alle',
  'current match': 'huidige vondst',
  'replaced $ matches': '$ keer vervangen',
  'replaced match on line $': 'vervangen op regel $',
  'on line': 'op regel',
  // autocomplete, lint
  'Completions': 'Voorstellen',
  'Diagnostics': 'Fouten en waarschuwingen',
  'No diagnostics': 'Geen fouten',
  // merge
  '$ unchanged lines': '$ gelijke regels',
};

export function phrases(): Record<string, string> { return desk.get().start?.lang === 'en' ? {} : dutch; }
