// The words of adding talks on the street.
const nl = {
  what: (name: string) => `In ‘${name}’ staan gesprekken van een telefoon. Wilt u ze bij deze klantreis zetten?`,
  safe: 'Ze komen in een eigen bron, ‘gesprekken’, in de map van de klantreis. Klantreis haalt er eerst persoonsgegevens uit die het herkent. Een gesprek dat er al stond, telt één keer.',
  add: 'Zet de gesprekken erbij', cancel: 'Annuleren',
};

const en: typeof nl = {
  what: name => `‘${name}’ holds talks of a telephone. Do you want to add them to this journey?`,
  safe: 'They become a source of their own, ‘gesprekken’, in the folder of the journey. Personal data that is recognised is taken out first. A talk that was there already counts once.',
  add: 'Add the talks', cancel: 'Cancel',
};

export const talkWords = (lang: string) => lang === 'en' ? en : nl;
