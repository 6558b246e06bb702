// The words of the way from an empty journey to a gift.
const nl = {
  title: 'Zo komt u bij een cadeautje', done: 'Klaar:',
  parts: {
    stappen: { what: 'Schrijf bij een stap op wat de klant doet en denkt.', button: 'Vul de eerste stap in' },
    bron: { what: 'Voeg een bestand toe met wat klanten vroegen of zeiden.', button: 'Kies een bestand met signalen' },
    signaal: { what: 'Kies bij een stap welke vragen erbij horen. U ziet meteen hoeveel het er zijn.', button: 'Maak een signaal' },
    advies: { what: 'Schrijf op wat er beter kan, en waarom.', button: 'Maak een advies' },
    cadeau: { what: 'Maak het cadeautje en geef het aan de eigenaar.', button: 'Maak nu uw cadeau' },
  },
};

const en: typeof nl = {
  title: 'So you get to a gift', done: 'Done:',
  parts: {
    stappen: { what: 'Write down what the customer does and thinks at a step.', button: 'Fill in the first step' },
    bron: { what: 'Add a file with what customers asked or said.', button: 'Choose a file with signals' },
    signaal: { what: 'Choose which questions belong to a step. You see at once how many there are.', button: 'Make a signal' },
    advies: { what: 'Write down what can be better, and why.', button: 'Make an advice' },
    cadeau: { what: 'Make the gift and give it to the owner.', button: 'Make your gift now' },
  },
};

export const beginWords = (lang: string) => lang === 'en' ? en : nl;
