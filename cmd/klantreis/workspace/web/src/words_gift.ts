// The words of what was made.

// forms are the other programs that a journey can be written for at the desk, as `exporteer --als` has them.
export const forms = ['docx', 'pptx', 'xlsx', 'markdown'] as const;

const nl = {
  uses: { geven: 'Het cadeau', tonen: 'Om te laten zien', verder: 'Om mee verder te werken', nazien: 'Voor wie alles wil nazien' } as Record<string, string>,
  pictures: (n: number) => n === 1 ? 'Eén los beeld' : `${n} losse beelden, voor in uw eigen tekst`,
  exportHelp: 'Wilt u zelf verder schrijven of rekenen? Kies wat u nodig hebt.',
  exportAs: { docx: 'Maak een Word-bestand', pptx: 'Maak een PowerPoint', xlsx: 'Maak een Excel-bestand', markdown: 'Maak Markdown' } as Record<string, string>,
  names: { docx: 'Word', pptx: 'PowerPoint', xlsx: 'Excel', markdown: 'Markdown' } as Record<string, string>,
  exporting: (name: string) => `${name} wordt gemaakt…`,
  where: 'Hier staan de bestanden',
  copy: 'Kopieer het pad', open: 'Open de map',
  copied: 'Het pad is gekopieerd. Plak het in de Verkenner, of in een e-mail.',
  notCopied: 'Kopiëren lukte niet. Selecteer het pad en kopieer het zelf.',
};

const en: typeof nl = {
  uses: { geven: 'The gift', tonen: 'To show', verder: 'To go on working with', nazien: 'For who wants to check everything' },
  pictures: n => n === 1 ? 'One single picture' : `${n} single pictures, for a text of your own`,
  exportHelp: 'Do you want to go on writing or counting yourself? Choose what you need.',
  exportAs: { docx: 'Make a Word file', pptx: 'Make a PowerPoint', xlsx: 'Make an Excel file', markdown: 'Make Markdown' },
  names: { docx: 'Word', pptx: 'PowerPoint', xlsx: 'Excel', markdown: 'Markdown' },
  exporting: name => `Making ${name}…`,
  where: 'The files are here',
  copy: 'Copy the path', open: 'Open the folder',
  copied: 'The path was copied. Paste it in the file manager, or in an e-mail.',
  notCopied: 'Copying did not work. Select the path and copy it yourself.',
};

export const giftWords = (lang: string) => lang === 'en' ? en : nl;
