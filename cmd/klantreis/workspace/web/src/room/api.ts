// Made from package api by its TestTypeScript; change that, not this file.

// Hello is what a telephone needs before anything else.
export interface Hello {
  lang: string;
  title: string;
  names: boolean; // the room shows who said what, for which a name is asked
  steps: RoomItem[];
  advice: RoomItem[];
  dots: number;
  inside: boolean; // this telephone came in already
  own: Own;
  now: Guest;
}

// RoomItem is a step or an advice.
export interface RoomItem {
  id: string;
  title: string;
}

// Own is what one person gave, to go on after a reload.
export interface Own {
  role: string; // klant or medewerker
  scores: Record<string, number>;
  words: Record<string, string>;
  votes: string[];
  mark: number; // 0: none
}

// Joining asks to come in.
export interface Joining {
  key: string; // made by the telephone, so that coming in twice is coming in once
  role: string;
  name: string;
}

// Sending is what was done, in order. A telephone that was without network sends what waited, all at once.
export interface Sending {
  deeds: Deed[];
}

// Deed is one thing that somebody does; the fields are those of an event of journeys/arena.
export interface Deed {
  key: string; // made by the sender: sent twice is done once
  kind: string;
  who: number; // only from the facilitator: in the name of a participant
  role: string;
  step: string;
  advice: string;
  round: string;
  nature: string;
  question: number;
  value: number;
  text: string;
  name: string;
  day: string;
  id: string;
  note: string;
  notes: string[];
  undoes: number;
}

// Sent tells for each deed whether it is kept.
export interface Sent {
  deeds: DeedAnswer[];
}

// DeedAnswer is one of them.
export interface DeedAnswer {
  key: string;
  kept: boolean;
  again: boolean; // not kept, and worth sending again later
  why: string; // of what was not kept, in words
  text: string; // as it was kept: what is personal has been taken out
  who: number; // of who came in
}

// Guest is what everybody's telephone shows.
export interface Guest {
  round: string;
  seconds: number; // left on the timer; −1: there is none
  runs: boolean;
  people: number;
  promises: RoomPromise[];
  last: number; // number of the last event
}

// Room is what the screen and the facilitator see.
export interface Room {
  lang: string;
  title: string;
  names: boolean;
  code: string;
  address: string; // that telephones open
  qr: string; // the same as an SVG
  guest: Guest;
  customers: number;
  staff: number;
  phases: string[]; // their titles, in order
  steps: RoomStep[];
  cards: RoomCard[];
  groups: RoomGroup[];
  votes: RoomVotes[];
  voters: number;
  mark: RoomMean;
  undo: RoomUndo[]; // what can be taken back, the newest first
  counted: RoomPerson[]; // who have no telephone: the facilitator types for them
  warning: string; // what the facilitator must know of the log: nothing can be kept, or its end was half; empty: all is well
  half: boolean; // Warning is that the end of the log was half, which is past
}

// RoomMean is an average; not Known under five people.
export interface RoomMean {
  n: number;
  known: boolean;
  value: number;
}

// RoomStep is a step with what the room says of it, beside what was measured.
export interface RoomStep {
  id: string;
  title: string;
  phase: number; // place in Phases; −1: the journey has this step no more
  measured: number | null; // feeling from −2 to 2 in the journey; nil: not known
  base: number; // scores behind Measured
  typed: boolean; // Measured was typed, not measured
  score: RoomMean;
  words: RoomWord[];
  notes: number;
}

// RoomWord is a word and how many people said it.
export interface RoomWord {
  text: string;
  n: number;
}

// RoomCard is a note or an answer. Hidden ones are only told to the facilitator.
export interface RoomCard {
  id: string;
  answer: boolean;
  question: number;
  step: string;
  nature: string;
  text: string;
  group: string;
  name: string;
  hidden: boolean;
}

// RoomGroup is a group of cards.
export interface RoomGroup {
  id: string;
  label: string;
  n: number;
}

// RoomVotes are the dots of an advice.
export interface RoomVotes {
  advice: string;
  title: string;
  n: number;
}

// RoomPromise is what somebody undertook to do.
export interface RoomPromise {
  id: string;
  who: string;
  what: string;
  day: string;
}

// RoomUndo is an event of the facilitator that can be taken back.
export interface RoomUndo {
  number: number;
  label: string;
}

// RoomPerson is somebody without a telephone.
export interface RoomPerson {
  who: number;
  role: string;
  name: string; // empty, unless the room chose names
}

// RoomAddresses are where this machine can be reached, the likeliest first.
export interface RoomAddresses {
  addresses: string[];
}

// RoomOpen asks to let telephones in.
export interface RoomOpen {
  path: string; // of the journey
  names: boolean; // show who said what
  address: string; // one of RoomAddresses
  port: number; // 0: any that is free
  fresh: boolean; // a new session, though one of today goes on
}

// RoomChoice is what of a session goes into the journey.
export interface RoomChoice {
  title: string;
  bottlenecks: RoomBottleneck[];
}

// RoomBottleneck is a card or group that goes in as a knelpunt.
export interface RoomBottleneck {
  id: string;
  text: string;
}

// Review shows what would be saved.
export interface Review {
  lines: string[]; // of the journey file that come, as they will stand
  rows: number; // signals
  feelings: number; // signals that are a feeling of a customer
  outside: boolean; // the period of the journey does not hold today: the signals will not be counted
  file: string;
}

// Kept tells where a session was saved.
export interface Kept {
  path: string;
  file: string;
}

// lists are the keys whose null, which is how Go writes a list that was never made, means an empty one.
export const lists: ReadonlySet<string> = new Set([
  "addresses",
  "advice",
  "bottlenecks",
  "cards",
  "counted",
  "deeds",
  "groups",
  "lines",
  "notes",
  "phases",
  "promises",
  "steps",
  "undo",
  "votes",
  "words",
]);
