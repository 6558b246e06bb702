// Made from package api by its TestTypeScript; change that, not this file.

// Fault is an answer that tells why there is no other.
export interface Fault {
  code: string;
  message: string; // a sentence, and what to do
}

// Start is what a page needs before anything else.
export interface Start {
  lang: string; // nl or en
  folder: string; // the last part of the name of the folder that is open
  version: string;
  opens: boolean; // this system can show a folder
  starts: Begin[]; // what a new journey may begin with
  // Vocabulary has the words that the format allows, for the lists in forms.
  vocabulary: Vocabulary;
}

// Begin is a starting point of a new journey.
export interface Begin {
  id: string; // leeg, tekst (Mermaid or cjm, pasted), or the name of an example
  title: string;
  about: string;
  map: string; // a small SVG; empty where there is none
}

// Vocabulary lists what the format allows.
export interface Vocabulary {
  channels: string[];
  natures: string[];
  statuses: string[];
  sizes: string[];
  formats: string[];
  fields: string[]; // of a signal, for kolommen
  icons: string[]; // for channels of a journey's own
}

// Cards are the journeys of the folder, ordered by path.
export interface Cards {
  journeys: Card[];
  // Unread are YAML files that look like a journey and could not be read at all.
  unread: Unread[];
}

// Card is one journey as the home page shows it.
export interface Card {
  path: string;
  title: string;
  owner: string;
  phases: number;
  steps: number;
  advice: number;
  open: number; // advice that nobody decided on
  errors: number;
  warnings: number;
  attention: string[]; // what needs it, most important first; at most three sentences
  map: string; // a small SVG with a title; empty when the file has errors
  draft: boolean; // something was typed and not saved
  unsound: boolean; // the file cannot be read to its end: what it counts is not what it holds
}

// Unread is a file that is no journey that can be read.
export interface Unread {
  path: string;
  message: string;
}

// NewJourney asks for a new file in a new folder; nothing is ever written over.
export interface NewJourney {
  title: string;
  begin: string; // Begin.ID
  text: string; // with Begin "tekst"
}

// Created tells where it is, and what of a pasted text could not be kept.
export interface Created {
  path: string;
  notes: string[];
}

// File is a journey file, and what was typed in it and not saved.
export interface File {
  path: string;
  text: string;
  version: string;
  draft: Draft | null;
}

// Draft is a text that was typed and not saved. It is kept outside the folder, readable by its user only.
export interface Draft {
  path: string;
  text: string;
  base: string; // Version of the file that it was typed in
}

// Save asks to write a file that still is what it was.
export interface Save {
  path: string;
  text: string;
  base: string;
}

// Saved tells the new version.
export interface Saved {
  version: string;
}

// Conflict says that the file was changed by somebody else; nothing was written.
export interface Conflict {
  text: string; // what stands on disk now
  version: string;
}

// Problem is a fault or warning at its place.
export interface Problem {
  line: number; // 0: of the file as a whole
  column: number;
  endColumn: number; // exclusive, on the same line
  severity: string; // error or warning
  code: string;
  message: string;
  help: string;
  fix: Fix | null; // a change that mends it; nil: none is known
}

// Fix is a change of the text that mends a fault.
export interface Fix {
  title: string;
  line: number;
  column: number;
  endColumn: number;
  replacement: string;
}

// RenderRequest asks to see a text as it would look.
export interface RenderRequest {
  path: string;
  text: string;
  view: string; // kaart, stroom, grafieken, presentatie, advies
  wide: number; // pixels that the picture may be wide, so that a narrow window gets the narrow map
  // Have are the hashes of the parts that the page holds already; those come back without content.
  have: string[];
}

// Rendering is a view of a text. Where the text has faults, Parts and Model are those of the last text
// without, and Stale says so.
export interface Rendering {
  problems: Problem[];
  stale: boolean;
  parts: Part[]; // in order, from top to bottom
  model: Model | null; // nil: there was no text without faults yet
  counting: boolean; // signals are being read; an Event "counted" follows
}

// Part is one picture or piece of a view.
export interface Part {
  id: string; // stays the same while the text changes
  kind: string; // svg, html (sanitised, ours) or frame (a whole page for a sandboxed frame)
  title: string;
  hash: string;
  content: string; // empty when the page has it; of a frame the address to show (/frame/HASH)
  // Places are what can be clicked, dragged and focused in an SVG, in its own units.
  places: Spot[];
}

// Spot is a rectangle of a picture that stands for something in the file.
export interface Spot {
  kind: string; // fase, stap, signaal, advies
  phase: number; // from 0; −1: not of a phase
  step: string; // id; empty: not of a step
  index: number; // of a signal in its step, of advice in the list; −1
  label: string; // what a screen reader says
  line: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

// Model is what forms show of a journey, in the words of the format.
export interface Model {
  title: string;
  municipality: string;
  owner: string;
  author: string;
  date: string;
  from: string;
  until: string;
  summary: string;
  persona: PersonaModel;
  sources: SourceModel[];
  phases: PhaseModel[];
  metrics: MetricModel[];
  advice: AdviceModel[];
  channels: ChannelModel[]; // of the file's own
  reasons: ReasonModel[]; // what `omdat` of advice may name
}

// PersonaModel is `klant`.
export interface PersonaModel {
  line: number; // 0: the key is not there
  name: string;
  situation: string;
  goal: string;
  quote: string;
}

// SourceModel is one of `bronnen`, with what is known of its reading.
export interface SourceModel {
  line: number;
  name: string;
  kind: string;
  file: string;
  // Denominator is `noemer`; nil: the key is not there.
  denominator: DenominatorModel | null;
  known: boolean; // it was read; the numbers below mean something
  read: number;
  usable: number;
  topics: TopicModel[]; // the most frequent, of at least five records, and those of signals
  remarks: string[];
}

// TopicModel is a topic of a source.
export interface TopicModel {
  title: string;
  free: number; // records with it that no step claims; 0: none, or not known
}

// DenominatorModel is one of: a total, a column of another source to add up, or a number per month.
export interface DenominatorModel {
  total: number;
  source: string;
  field: string;
  months: MonthModel[];
}

// MonthModel is a number for a month.
export interface MonthModel {
  month: string; // 2025-01
  count: number;
}

// MetricModel is one of `metingen`.
export interface MetricModel {
  line: number;
  id: string;
  title: string;
  worst: number | null; // of the scale; nil: it has none
  best: number | null;
  points: PointModel[];
}

// PointModel is a score at a moment.
export interface PointModel {
  when: string; // 2018, 2018-06 or 2018-06-30, as typed
  value: number;
  n: number; // 0: not known
}

// ChannelModel is a channel of the file's own.
export interface ChannelModel {
  name: string;
  icon: string;
}

// PhaseModel is a phase with its steps.
export interface PhaseModel {
  line: number;
  title: string;
  steps: StepModel[];
}

// StepModel is a step.
export interface StepModel {
  line: number;
  endLine: number;
  id: string;
  title: string;
  channels: string[];
  does: string;
  thinks: string;
  emotion: number | null;
  goesWell: string[];
  painPoints: string[];
  backstage: string[];
  systems: string[];
  humanContact: string;
  notes: string;
  texts: string[]; // paths of letters, forms and pages
  ways: WayModel[]; // naar; none: the next step
  signals: SelectorModel[];
  quotes: QuoteModel[];
}

// WayModel is one of `naar`: to a step, or away.
export interface WayModel {
  step: string; // id; empty: customers leave here
  leave: string; // why they leave
  when: string; // als
  share: number | null; // in percent; nil: not known
}

// SelectorModel is a signal of a step, with what it found.
export interface SelectorModel {
  line: number;
  title: string;
  id: string;
  sources: string[];
  topic: string;
  words: string[];
  without: string[];
  channel: string;
  nature: string;
  from: number | null; // of cijfer
  until: number | null;
  found: string; // the claim as the map makes it, with source, n and period; empty: not known
}

// QuoteModel is a quote of a step, redacted as it would be shown.
export interface QuoteModel {
  line: number;
  text: string;
  source: string;
  approved: boolean;
}

// AdviceModel is one of `adviezen`.
export interface AdviceModel {
  line: number;
  id: string;
  title: string;
  step: string;
  reasons: string[]; // omdat
  gain: string;
  effort: string;
  expected: string;
  owner: string;
  status: string;
  reason: string;
  since: string;
  // EffectOn is the id of the signal that is measured before and after Since; empty: the key effect is not there.
  effectOn: string;
  atLeast: number | null; // the fall that is hoped for, in percent; nil: any
  backed: boolean; // not an aanname
}

// ReasonModel is something that advice may rest on.
export interface ReasonModel {
  id: string;
  label: string;
}

// EditRequest asks for a small change of a text. Every byte that it does not have to touch stays.
export interface EditRequest {
  path: string;
  text: string;
  op: Op;
}

// Op is one change. Which fields count depends on Do:
//
// 	set         Target, Values: each key its value; null takes the key away. Lists are written whole.
// 	add-phase   Index (place among the phases), Values (titel)
// 	add-step    Phase, Index, Values
// 	add-signal  Step, Values     add-quote  Step, Values     approve-quote  Line
// 	add-advice  Index, Values
// 	add-metric  Index, Values
// 	add-source  Values (naam and the keys of a source)
// 	move-phase  Phase → Index
// 	move-step   Step → ToPhase, Index
// 	move-advice Index → ToIndex
// 	remove      Target
export interface Op {
  do: string;
  target: Target;
  phase: number;
  step: string;
  index: number;
  toPhase: number;
  toIndex: number;
  line: number;
  values: Record<string, unknown>; // keys of the format: texts, numbers, booleans, lists of texts, mappings, null
}

// Target names something in a journey: a phase by its index, a step by its id, and so on.
export interface Target {
  kind: string; // reis, klant, fase, stap, signaal, citaat, advies, bron, meting
  phase: number;
  step: string;
  index: number; // of the signal or quote in its step, of the advice or the metric
  name: string; // of a source
}

// Edited is the text after a change, and where to look.
export interface Edited {
  text: string;
  line: number;
  column: number;
}

// Place is a place in a text that is being typed.
export interface Place {
  path: string;
  text: string;
  line: number;
  column: number;
}

// Completions are what may stand at a place, best first.
export interface Completions {
  from: number; // columns of the line that a choice replaces
  until: number;
  items: Completion[];
}

// Completion is one of them.
export interface Completion {
  label: string;
  insert: string;
  kind: string; // key, value, id, file
  detail: string;
  info: string;
}

// Hover explains what stands at a place; an empty Text: nothing.
export interface Hover {
  text: string;
  from: number;
  until: number;
}

// MatchRequest asks what a selector would find.
export interface MatchRequest {
  path: string;
  text: string;
  selector: Record<string, unknown>; // keys of the format
}

// Match tells what a selector finds. Groups under five are not told apart.
export interface Match {
  claim: string; // in words, with source, n and period
  found: number; // −1: fewer than five
  of: number;
  months: number[]; // counts per month, of at least five in all; else empty
  first: string; // 2025-01, of Months
  examples: string[]; // redacted; at most five, none under five found
  problems: string[];
}

// QuotesRequest asks for sentences out of the signals of a step.
export interface QuotesRequest {
  path: string;
  text: string;
  step: string;
}

// Quotes are proposals, redacted.
export interface Quotes {
  signals: SignalQuotes[];
  note: string; // why there are none
}

// SignalQuotes are those of one signal.
export interface SignalQuotes {
  title: string;
  quotes: string[];
}

// Dropped is a file that was dropped on the page, as it would be read. It lies in a private folder until it
// is added or the program ends.
export interface Dropped {
  id: string;
  name: string;
  size: number;
  format: string; // as bronnen.formaat has it
  about: string; // "CSV, puntkomma's, Windows-1252" or "export van Signalen"
  columns: DropColumn[];
  rows: number;
  problems: string[];
  source: string; // proposed name in bronnen
  kind: string; // proposed soort
  here: string; // a file with these very bytes that lies in the journey's folder already
  twin: string; // a source of the journey that reads these very bytes: each signal would count twice
  missing: DropPlace[]; // sources of the journey whose file is not there; one with the name of this file first
  from: string; // the first day in the file, for a journey without a periode; empty: there is one, or no day is known
  until: string; // the last day
  fields: Record<string, unknown>; // the bronnen entry as it would be written
}

// DropPlace is where a source of the journey looks for its file.
export interface DropPlace {
  source: string;
  file: string;
}

// DropColumn is a column, with what it seems to be.
export interface DropColumn {
  header: string;
  field: string; // of a signal; empty: not used
  why: string; // of the guess
  examples: string[]; // redacted; of a column with texts none, whatever it is used for
  hidden: boolean; // it seems to hold what people wrote
}

// DropLook asks to read a dropped file with other choices.
export interface DropLook {
  id: string;
  path: string;
  text: string; // of the journey, for its sources and its periode
  columns: Record<string, string>; // field → header
  guess: boolean; // choose the columns; Columns is left alone
}

// DropAdd asks for the bronnen entry, and says whether the file may be copied beside the journey.
export interface DropAdd {
  id: string;
  path: string;
  text: string;
  source: string;
  kind: string;
  columns: Record<string, string>;
  copy: boolean; // nothing is written over: a taken name gets a number
  into: string; // a source whose file is not there: put it at that place, and leave the text alone
  period: boolean; // write the first and last day of the file as the periode of a journey that has none
}

// JobRequest starts work that takes longer.
export interface JobRequest {
  kind: string; // controleer, maak, presenteer, overzicht, exporteer
  path: string; // empty with overzicht: all of the folder
  as: string; // with exporteer: docx, pptx, xlsx or markdown
}

// Job is that work.
export interface Job {
  id: string;
}

// Event is something that happened.
export interface Event {
  kind: string; // job, disk (a file changed), journeys (the list changed), counted, stop
  path: string;
  // From is the window that caused it, which knows it already; empty: none of them did.
  from: string;
  // Version is that of the changed file; empty: it is gone.
  version: string;
  job: JobState | null;
}

// JobState is how far a job is.
export interface JobState {
  id: string;
  kind: string;
  stage: string; // a few words
  done: number; // of 100; −1: not known
  ended: boolean;
  failed: string; // why; empty: it went well
  problems: Problem[];
  files: MadeFile[];
  folder: string; // where they lie, below the folder that is open
  place: string; // the same, as this machine calls it from its root
}

// MadeFile is a file that a job made.
export interface MadeFile {
  name: string;
  title: string;
  url: string;
  kind: string; // pdf, html, svg, png, json, xlsx, docx, pptx, md
  use: string; // geven, tonen, verder, beelden (for a text of one's own), nazien
  about: string; // what it is for, in a sentence; empty: its title tells
}

// ProposalRequest asks what a proposal that a group made on the board of a presentation changes in a text.
export interface ProposalRequest {
  path: string;
  text: string;
  proposal: string; // as the board gave it: YAML
}

// Proposed is what a proposal changes, and the text that it makes. With faults nothing can be taken over.
export interface Proposed {
  moves: Moved[];
  faults: string[];
  remarks: string[];
  text: string;
  line: number; // of the first advice that moves
}

// Moved is an advice that gets another place; a size that does not change is the same before and after.
export interface Moved {
  title: string;
  gain: string;
  gainWas: string;
  effort: string;
  effortWas: string;
}

// TalksRequest asks to add the talks of a telephone to a journey.
export interface TalksRequest {
  path: string;
  text: string;
  talks: string; // the file, as the telephone gave it
}

// TalksAdded is the text of the journey with the source of talks. The talks themselves lie beside it already, without
// personal data.
export interface TalksAdded {
  text: string;
  line: number; // of the source
  said: string; // how many were new, and what to do with the file
}

// lists are the keys whose null, which is how Go writes a list that was never made, means an empty one.
export const lists: ReadonlySet<string> = new Set([
  "advice",
  "attention",
  "backstage",
  "channels",
  "columns",
  "examples",
  "faults",
  "fields",
  "files",
  "formats",
  "goesWell",
  "have",
  "icons",
  "items",
  "journeys",
  "metrics",
  "missing",
  "months",
  "moves",
  "natures",
  "notes",
  "painPoints",
  "parts",
  "phases",
  "places",
  "points",
  "problems",
  "quotes",
  "reasons",
  "remarks",
  "signals",
  "sizes",
  "sources",
  "starts",
  "statuses",
  "steps",
  "systems",
  "texts",
  "topics",
  "unread",
  "ways",
  "without",
  "words",
]);
