// The words for a journey whose file cannot be read to its end.
import { desk } from './state';

const nl = { safe: 'Dit bestand heeft een fout. Uw werk staat er nog: open de klantreis om te zien waar de fout zit.' };
const en = { safe: 'This file has an error. Your work is still there: open the journey to see where the error is.' };

export const brokenWords = () => desk.get().start?.lang === 'en' ? en : nl;
