// day writes a date of the file (2022-09-15) in words.
export const day = (text: string, lang: string) => text === '' ? '' : new Date(`${text}T12:00:00`).toLocaleDateString(lang, { day: 'numeric', month: 'long', year: 'numeric' });
