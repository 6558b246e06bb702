// The words of forms for ways between steps, texts, scores over time, denominators and effects; in Dutch and English.
import type { FieldWords } from './forms/field';

type MoreFields = Record<'ways' | 'texts' | 'effect' | 'atLeast' | 'scoreTitle' | 'worst' | 'best' | 'points' | 'denominator' | 'total' | 'otherSource' | 'otherField' | 'months', FieldWords>;

interface MoreWords {
  more: MoreFields & Record<'topicFree' | 'moreAboutSteps' | 'way' | 'wayTo' | 'leaves' | 'why' | 'when' | 'share' | 'whyNeeded' | 'badShare' | 'noEffect' | 'textOne'
    | 'scores' | 'scoreOne' | 'newScore' | 'scoreAbout' | 'scoreAdded' | 'point' | 'pointWhen' | 'pointValue' | 'pointN' | 'badMoment' | 'badCount' | 'badScale' | 'bothEnds'
    | 'noDenominator' | 'oneTotal' | 'fromSource' | 'perMonth' | 'month' | 'monthCount' | 'badMonth', string>
    & { place(what: string, n: number): string };
}

export const moreWords: MoreWords = {
  more: {
    place: (what, n) => `${what} ${n}`, topicFree: 'nog bij geen stap',
    moreAboutSteps: 'Vertakking en teksten',
    ways: { label: 'Waar gaat de klant hierna heen?', help: 'Vult u niets in, dan gaat de klant naar de volgende stap. U ziet de wegen bij ‘Stroom’.' },
    way: 'Weg', wayTo: 'Naar', leaves: 'De klant stopt hier', why: 'Waarom stopt de klant?', when: 'In welk geval?', share: 'Hoeveel procent?',
    whyNeeded: 'Vul in waarom de klant stopt.', badShare: 'Een aandeel is een getal van 0 tot en met 100.',
    texts: { label: 'Teksten die de klant krijgt', help: 'Brieven, formulieren of webpagina’s. Zet het bestand in de map van de klantreis en typ hier de naam. Klantreis kijkt of de tekst in gewone taal is.', example: 'Bijvoorbeeld: teksten/brief.docx' },
    textOne: 'Tekst',
    effect: { label: 'Waaraan meet u het effect?', help: 'Kies een signaal. Klantreis vergelijkt hoe vaak dat kwam voor en na de dag bij ‘Sinds’.' },
    noEffect: 'Niet meten',
    atLeast: { label: 'Hoeveel procent minder is genoeg?', help: 'Leeg: elke daling telt.', example: 'Bijvoorbeeld: 15' },
    scores: 'Cijfers door de tijd', scoreOne: 'Cijfer', newScore: 'Nieuw cijfer', scoreAdded: 'Cijfer toegevoegd.',
    scoreAbout: 'Een cijfer dat u al heeft, bijvoorbeeld uit een onderzoek. Het komt als lijn bij ‘Grafieken’.',
    scoreTitle: { label: 'Naam van het cijfer', help: 'Wat is er gemeten?', example: 'Bijvoorbeeld: Rapportcijfer dienstverlening' },
    worst: { label: 'Laagste op de schaal', help: 'Het slechtste cijfer dat kan.', example: 'Bijvoorbeeld: 1' },
    best: { label: 'Hoogste op de schaal', help: 'Het beste cijfer dat kan.', example: 'Bijvoorbeeld: 10' },
    points: { label: 'Metingen', help: 'Eén regel voor elke keer dat er is gemeten. ‘Wanneer’ is een jaar, een maand of een dag.', example: 'Bijvoorbeeld: 2024, 2024-06 of 2024-06-30' },
    point: 'Meting', pointWhen: 'Wanneer', pointValue: 'Cijfer', pointN: 'Aantal mensen',
    badMoment: 'Wanneer is een jaar (2024), een maand (2024-06) of een dag (2024-06-30).', badCount: 'Een aantal is een heel getal boven 0.',
    badScale: 'De twee kanten van een schaal zijn niet hetzelfde getal.', bothEnds: 'Vul ook de andere kant van de schaal in. Dan wordt de schaal bewaard.',
    denominator: { label: 'Hoeveel waren er in totaal?', help: 'Alle bezoeken, telefoontjes of aanvragers in de periode. Daarmee rekent Klantreis uit hoeveel signalen er per 1.000 zijn.' },
    noDenominator: 'Weet ik niet', oneTotal: 'Eén getal voor de hele periode', fromSource: 'Tel op uit een andere bron', perMonth: 'Een getal per maand',
    total: { label: 'Aantal in de hele periode', help: 'Een getal zonder punten.', example: 'Bijvoorbeeld: 41200' },
    otherSource: { label: 'Uit welke bron?', help: 'De bron waarin het totaal te vinden is.' },
    otherField: { label: 'Welke kolom?', help: 'De kolom met aantallen. Is elke regel één aanvraag? Typ dan id.', example: 'Bijvoorbeeld: nb_visits' },
    months: { label: 'Aantal per maand', help: 'Alle maanden van de periode zijn nodig.', example: 'Bijvoorbeeld: 2024-06' },
    month: 'Maand', monthCount: 'Aantal', badMonth: 'Een maand is een jaar en een maand: 2024-06.',
  },
};

export const moreWordsEn: MoreWords = {
  more: {
    place: (what, n) => `${what} ${n}`, topicFree: 'at no step yet',
    moreAboutSteps: 'Branches and texts',
    ways: { label: 'Where does the customer go next?', help: 'With nothing here, the customer goes to the next step. ‘Flow’ shows the ways.' },
    way: 'Way', wayTo: 'To', leaves: 'The customer leaves here', why: 'Why does the customer leave?', when: 'In which case?', share: 'How many percent?',
    whyNeeded: 'Fill in why the customer leaves.', badShare: 'A share is a number from 0 to 100.',
    texts: { label: 'Texts that the customer gets', help: 'Letters, forms or web pages. Put the file in the folder of the journey and type its name here. Klantreis looks whether the text is in plain language.', example: 'For example: texts/letter.docx' },
    textOne: 'Text',
    effect: { label: 'By what do you measure the effect?', help: 'Choose a signal. Klantreis compares how often it came before and after the day under ‘Since’.' },
    noEffect: 'Do not measure',
    atLeast: { label: 'How many percent less is enough?', help: 'Empty: any fall counts.', example: 'For example: 15' },
    scores: 'Scores over time', scoreOne: 'Score', newScore: 'New score', scoreAdded: 'Score added.',
    scoreAbout: 'A score that you have already, from research for example. It becomes a line under ‘Charts’.',
    scoreTitle: { label: 'Name of the score', help: 'What was measured?', example: 'For example: Grade for our service' },
    worst: { label: 'Lowest on the scale', help: 'The worst score there can be.', example: 'For example: 1' },
    best: { label: 'Highest on the scale', help: 'The best score there can be.', example: 'For example: 10' },
    points: { label: 'Measurements', help: 'One line for each time that it was measured. ‘When’ is a year, a month or a day.', example: 'For example: 2024, 2024-06 or 2024-06-30' },
    point: 'Measurement', pointWhen: 'When', pointValue: 'Score', pointN: 'Number of people',
    badMoment: 'When is a year (2024), a month (2024-06) or a day (2024-06-30).', badCount: 'A number of people is a whole number above 0.',
    badScale: 'The two ends of a scale are not the same number.', bothEnds: 'Fill in the other end of the scale as well. Then the scale is kept.',
    denominator: { label: 'How many were there in all?', help: 'All visits, calls or applicants of the period. With it, Klantreis tells how many signals there are per 1,000.' },
    noDenominator: 'I do not know', oneTotal: 'One number for the whole period', fromSource: 'Add up from another source', perMonth: 'A number per month',
    total: { label: 'Number in the whole period', help: 'A number without commas.', example: 'For example: 41200' },
    otherSource: { label: 'From which source?', help: 'The source that has the total.' },
    otherField: { label: 'Which column?', help: 'The column with counts. Is each line one application? Then type id.', example: 'For example: nb_visits' },
    months: { label: 'Number per month', help: 'All months of the period are needed.', example: 'For example: 2024-06' },
    month: 'Month', monthCount: 'Number', badMonth: 'A month is a year and a month: 2024-06.',
  },
};
