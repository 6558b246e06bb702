// The words of the form of a step.
import type { FieldWords } from './forms/field';

interface StepWords {
  step: Record<'title' | 'channels' | 'does' | 'thinks' | 'feeling' | 'goesWell' | 'painPoints' | 'backstage' | 'systems' | 'humanContact' | 'notes', FieldWords>
    & Record<'one' | 'more' | 'goesWellOne' | 'painPointsOne' | 'backstageOne' | 'systemsOne' | 'ownChannel' | 'ownChannelHelp' | 'ownChannelName' | 'ownChannelIcon' | 'channelTaken', string>
    & { about(phase: string): string };
}

export const stepWords: StepWords = {
  step: {
    one: 'Stap',
    about: phase => `Eén moment in fase ‘${phase}’, door de ogen van de klant.`,
    title: { label: 'Naam van de stap', help: 'Wat doet de klant hier, in een paar woorden?', example: 'Bijvoorbeeld: Wacht op het geld' },
    channels: { label: 'Kanalen', help: 'Hoe heeft de klant hier contact? Kies wat van toepassing is.' },
    ownChannel: 'Een eigen kanaal toevoegen',
    ownChannelHelp: 'Staat uw kanaal er niet bij? Geef het een naam. Bijvoorbeeld: wijkkrant',
    ownChannelName: 'Naam', ownChannelIcon: 'Plaatje', channelTaken: 'Dit kanaal is er al. Kies het hierboven.',
    does: { label: 'Wat doet de klant?', help: 'Beschrijf wat u ziet gebeuren.', example: 'Bijvoorbeeld: Kijkt elke dag of er al iets is bijgeschreven' },
    thinks: { label: 'Wat denkt de klant?', help: 'Schrijf het op zoals de klant het zegt.', example: 'Bijvoorbeeld: Wanneer komt het?' },
    feeling: { label: 'Hoe voelt de klant zich?', help: 'Kies zelf een gevoel, of laat het volgen uit de signalen.' },
    goesWell: { label: 'Wat gaat goed?', help: 'Wat moet zo blijven?', example: 'Bijvoorbeeld: Het besluit komt binnen een week' }, goesWellOne: 'Iets dat goed gaat',
    painPoints: { label: 'Pijnpunten', help: 'Waar loopt de klant vast?', example: 'Bijvoorbeeld: Nergens staat wanneer er betaald wordt' }, painPointsOne: 'Pijnpunt',
    more: 'Achter de schermen, menselijk contact en notities',
    backstage: { label: 'Achter de schermen', help: 'Wat doet de gemeente op dit moment?', example: 'Bijvoorbeeld: Team Inkomen betaalt eens per twee weken uit' }, backstageOne: 'Werk achter de schermen',
    systems: { label: 'Systemen', help: 'Welke systemen zijn hier nodig?', example: 'Bijvoorbeeld: Uitkeringssysteem' }, systemsOne: 'Systeem',
    humanContact: { label: 'Menselijk contact', help: 'Hoe spreekt de klant hier een mens?', example: 'Bijvoorbeeld: telefoon 14 030' },
    notes: { label: 'Notities', help: 'Alleen voor wie presenteert. Dit komt niet op de kaart.' },
  },
};

export const stepWordsEn: StepWords = {
  step: {
    one: 'Step',
    about: phase => `One moment in phase ‘${phase}’, through the eyes of the customer.`,
    title: { label: 'Name of the step', help: 'What does the customer do here, in a few words?', example: 'For example: Waits for the money' },
    channels: { label: 'Channels', help: 'How is there contact with the customer here? Choose what applies.' },
    ownChannel: 'Add a channel of your own',
    ownChannelHelp: 'Is your channel not in the list? Give it a name. For example: local paper',
    ownChannelName: 'Name', ownChannelIcon: 'Picture', channelTaken: 'This channel exists. Choose it above.',
    does: { label: 'What does the customer do?', help: 'Describe what you see happen.', example: 'For example: Looks every day whether money came in' },
    thinks: { label: 'What does the customer think?', help: 'Write it down as the customer says it.', example: 'For example: When does it come?' },
    feeling: { label: 'How does the customer feel?', help: 'Choose a feeling, or let it follow from the signals.' },
    goesWell: { label: 'What goes well?', help: 'What must stay like this?', example: 'For example: The decision comes within a week' }, goesWellOne: 'Something that goes well',
    painPoints: { label: 'Pain points', help: 'Where does the customer get stuck?', example: 'For example: Nothing says when money is paid' }, painPointsOne: 'Pain point',
    more: 'Behind the scenes, human contact and notes',
    backstage: { label: 'Behind the scenes', help: 'What does the municipality do at this moment?', example: 'For example: Team Income pays every two weeks' }, backstageOne: 'Work behind the scenes',
    systems: { label: 'Systems', help: 'Which systems are needed here?', example: 'For example: benefits system' }, systemsOne: 'System',
    humanContact: { label: 'Human contact', help: 'How does the customer speak to a person here?', example: 'For example: telephone 14 030' },
    notes: { label: 'Notes', help: 'Only for who presents. This does not come on the map.' },
  },
};
