// The words of taking over what a group moved on the board of a presentation.
interface ProposalWords {
  button: string; title: string; about: string; pick: string; paste: string; look: string; empty: string; same: string;
  comes: string; gain: string; effort: string; none: string; numbers: string; take: string; taken: string; faults: string;
}

export const proposalWords: ProposalWords = {
  button: 'Voorstel van het bord overnemen', title: 'Voorstel van de groep overnemen',
  about: 'Op het bord in de presentatie maakt u een voorstel: een bestand (voorstel.yaml) of regels om te plakken. Alleen winst en moeite veranderen. U ziet eerst wat.',
  pick: 'Kies het bestand', paste: 'Of plak hier de regels', look: 'Laat zien wat er verandert',
  empty: 'Kies een bestand, of plak de regels van het voorstel.', same: 'Er verandert niets: dit staat al zo in de reis.',
  comes: 'Dit verandert:', gain: 'Winst', effort: 'Moeite', none: 'geen', numbers: 'Adviezen zijn genummerd op winst en moeite. De nummers kunnen dus veranderen.',
  take: 'Neem over', taken: 'Het voorstel is overgenomen.', faults: 'Dit voorstel kan zo niet worden overgenomen:',
};

export const proposalWordsEn: ProposalWords = {
  button: 'Take over a proposal of the board', title: 'Take over the proposal of the group',
  about: 'On the board in the presentation you make a proposal: a file (voorstel.yaml) or lines to paste. Only winst (gain) and moeite (effort) change. You see first what changes.',
  pick: 'Choose the file', paste: 'Or paste the lines here', look: 'Show what changes',
  empty: 'Choose a file, or paste the lines of the proposal.', same: 'Nothing changes: the journey says this already.',
  comes: 'This changes:', gain: 'Gain', effort: 'Effort', none: 'none', numbers: 'Advice is numbered by gain and effort, so numbers can change.',
  take: 'Take over', taken: 'The proposal was taken over.', faults: 'This proposal cannot be taken over as it is:',
};
