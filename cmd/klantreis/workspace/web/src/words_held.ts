// The words for something new in a journey that has a fault: its form comes when the fault is gone.
const nl = {
  added: (fault: string) => `Toegevoegd. Het formulier komt als deze fout weg is: ${fault}`,
  waiting: 'U kunt hier al een titel typen. De rest van het formulier komt als deze fout weg is:',
  first: (fault: string) => `Haal eerst deze fout weg: ${fault}`,
  toFault: 'Naar de fout',
  ready: (title: string) => `De fout is weg. ‘${title}’ staat in de reis.`,
  open: 'Openen',
};

const en: typeof nl = {
  added: fault => `Added. The form comes when this fault is gone: ${fault}`,
  waiting: 'You can type a title here already. The rest of the form comes when this fault is gone:',
  first: fault => `First mend this fault: ${fault}`,
  toFault: 'To the fault',
  ready: title => `The fault is gone. ‘${title}’ is in the journey.`,
  open: 'Open',
};

export const heldWords = (lang: string) => lang === 'en' ? en : nl;
