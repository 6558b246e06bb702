// Package api is the conversation between the page of the desk and its server: types, nothing more.
package api

// The page talks to the server in JSON. The types below are the whole of that conversation, and
// web/src/api.ts is made from them (TestTypeScript), so that neither side can drift.
//
// A journey is named by its path below the folder that is open, with slashes. A Version is the SHA-256
// of a file's bytes, in hexadecimal; a place is a line and a column from 1, columns counted in
// characters as journeys.Pos has them. Texts for people come in the language of the run.
//
// What the page sends, and gets back:
//
//	GET    /api/start             → Start
//	GET    /api/journeys          → Cards
//	POST   /api/journeys          NewJourney → Created
//	GET    /api/file?path=        → File
//	PUT    /api/file              Save → Saved (200), or Conflict (409)
//	PUT    /api/draft             Draft → nothing (204)
//	DELETE /api/draft?path=       → nothing (204)
//	POST   /api/render            RenderRequest → Rendering
//	POST   /api/edit              EditRequest → Edited, or Fault (422)
//	POST   /api/complete          Place → Completions
//	POST   /api/hover             Place → Hover
//	POST   /api/match             MatchRequest → Match
//	POST   /api/quotes            QuotesRequest → Quotes
//	POST   /api/drop?name=&path=  a file's bytes, as application/octet-stream → Dropped
//	POST   /api/drop/look         DropLook → Dropped
//	POST   /api/drop/add          DropAdd → Edited
//	DELETE /api/drop?id=          → nothing (204)
//	POST   /api/jobs              JobRequest → Job
//	DELETE /api/jobs?id=          → nothing (204): the job is told to stop
//	GET    /api/events?window=    → server-sent events, each a JSON Event
//	POST   /api/stop              → nothing (204): the program ends
//	GET    /made/JOB/NAME         → a file that a job made, to look at
//	GET    /frame/HASH            → a part of kind frame, to look at in a frame
//
// A window may make up a name for itself, and give it with the events it listens to and, in the header
// X-Klantreis-Window, with what it asks: then it hears of files that others changed and not of its own
// saves. A tool that this version does not have answers 501.
//
// Anything that goes wrong is a Fault with a status that fits: 400, 403, 404, 409, 413, 415, 422, 500, 501.

// Fault is an answer that tells why there is no other.
type Fault struct {
	Code    string `json:"code"`
	Message string `json:"message"` // a sentence, and what to do
}

// Start is what a page needs before anything else.
type Start struct {
	Lang    string  `json:"lang"`   // nl or en
	Folder  string  `json:"folder"` // the last part of the name of the folder that is open
	Version string  `json:"version"`
	Starts  []Begin `json:"starts"` // what a new journey may begin with
	// Vocabulary has the words that the format allows, for the lists in forms.
	Vocabulary Vocabulary `json:"vocabulary"`
}

// Begin is a starting point of a new journey.
type Begin struct {
	ID    string `json:"id"` // leeg, tekst (Mermaid or cjm, pasted), or the name of an example
	Title string `json:"title"`
	About string `json:"about"`
	Map   string `json:"map"` // a small SVG; empty where there is none
}

// Vocabulary lists what the format allows.
type Vocabulary struct {
	Channels []string `json:"channels"`
	Natures  []string `json:"natures"`
	Statuses []string `json:"statuses"`
	Sizes    []string `json:"sizes"`
	Formats  []string `json:"formats"`
	Fields   []string `json:"fields"` // of a signal, for kolommen
	Icons    []string `json:"icons"`  // for channels of a journey's own
}

// Cards are the journeys of the folder, ordered by path.
type Cards struct {
	Journeys []Card `json:"journeys"`
	// Unread are YAML files that look like a journey and could not be read at all.
	Unread []Unread `json:"unread"`
}

// Card is one journey as the home page shows it.
type Card struct {
	Path      string   `json:"path"`
	Title     string   `json:"title"`
	Owner     string   `json:"owner"`
	Phases    int      `json:"phases"`
	Steps     int      `json:"steps"`
	Advice    int      `json:"advice"`
	Open      int      `json:"open"` // advice that nobody decided on
	Errors    int      `json:"errors"`
	Warnings  int      `json:"warnings"`
	Attention []string `json:"attention"` // what needs it, most important first; at most three sentences
	Map       string   `json:"map"`       // a small SVG with a title; empty when the file has errors
	Draft     bool     `json:"draft"`     // something was typed and not saved
	Unsound   bool     `json:"unsound"`   // the file cannot be read to its end: what it counts is not what it holds
}

// Unread is a file that is no journey that can be read.
type Unread struct {
	Path    string `json:"path"`
	Message string `json:"message"`
}

// NewJourney asks for a new file in a new folder; nothing is ever written over.
type NewJourney struct {
	Title string `json:"title"`
	Begin string `json:"begin"` // Begin.ID
	Text  string `json:"text"`  // with Begin "tekst"
}

// Created tells where it is, and what of a pasted text could not be kept.
type Created struct {
	Path  string   `json:"path"`
	Notes []string `json:"notes"`
}

// File is a journey file, and what was typed in it and not saved.
type File struct {
	Path    string `json:"path"`
	Text    string `json:"text"`
	Version string `json:"version"`
	Draft   *Draft `json:"draft"`
}

// Draft is a text that was typed and not saved. It is kept outside the folder, readable by its user only.
type Draft struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Base string `json:"base"` // Version of the file that it was typed in
}

// Save asks to write a file that still is what it was.
type Save struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Base string `json:"base"`
}

// Saved tells the new version.
type Saved struct {
	Version string `json:"version"`
}

// Conflict says that the file was changed by somebody else; nothing was written.
type Conflict struct {
	Text    string `json:"text"` // what stands on disk now
	Version string `json:"version"`
}

// Problem is a fault or warning at its place.
type Problem struct {
	Line      int    `json:"line"` // 0: of the file as a whole
	Column    int    `json:"column"`
	EndColumn int    `json:"endColumn"` // exclusive, on the same line
	Severity  string `json:"severity"`  // error or warning
	Code      string `json:"code"`
	Message   string `json:"message"`
	Help      string `json:"help"`
	Fix       *Fix   `json:"fix"` // a change that mends it; nil: none is known
}

// Fix is a change of the text that mends a fault.
type Fix struct {
	Title       string `json:"title"`
	Line        int    `json:"line"`
	Column      int    `json:"column"`
	EndColumn   int    `json:"endColumn"`
	Replacement string `json:"replacement"`
}

// RenderRequest asks to see a text as it would look.
type RenderRequest struct {
	Path string `json:"path"`
	Text string `json:"text"`
	View string `json:"view"` // kaart, stroom, grafieken, presentatie, advies
	Wide int    `json:"wide"` // pixels that the picture may be wide, so that a narrow window gets the narrow map
	// Have are the hashes of the parts that the page holds already; those come back without content.
	Have []string `json:"have"`
}

// Rendering is a view of a text. Where the text has faults, Parts and Model are those of the last text
// without, and Stale says so.
type Rendering struct {
	Problems []Problem `json:"problems"`
	Stale    bool      `json:"stale"`
	Parts    []Part    `json:"parts"`    // in order, from top to bottom
	Model    *Model    `json:"model"`    // nil: there was no text without faults yet
	Counting bool      `json:"counting"` // signals are being read; an Event "counted" follows
}

// Part is one picture or piece of a view.
type Part struct {
	ID      string `json:"id"`   // stays the same while the text changes
	Kind    string `json:"kind"` // svg, html (sanitised, ours) or frame (a whole page for a sandboxed frame)
	Title   string `json:"title"`
	Hash    string `json:"hash"`
	Content string `json:"content"` // empty when the page has it; of a frame the address to show (/frame/HASH)
	// Places are what can be clicked, dragged and focused in an SVG, in its own units.
	Places []Spot `json:"places"`
}

// Spot is a rectangle of a picture that stands for something in the file.
type Spot struct {
	Kind   string  `json:"kind"`  // fase, stap, signaal, advies
	Phase  int     `json:"phase"` // from 0; −1: not of a phase
	Step   string  `json:"step"`  // id; empty: not of a step
	Index  int     `json:"index"` // of a signal in its step, of advice in the list; −1
	Label  string  `json:"label"` // what a screen reader says
	Line   int     `json:"line"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// Model is what forms show of a journey, in the words of the format.
type Model struct {
	Title        string         `json:"title"`
	Municipality string         `json:"municipality"`
	Owner        string         `json:"owner"`
	Author       string         `json:"author"`
	Date         string         `json:"date"`
	From         string         `json:"from"`
	Until        string         `json:"until"`
	Summary      string         `json:"summary"`
	Persona      PersonaModel   `json:"persona"`
	Sources      []SourceModel  `json:"sources"`
	Phases       []PhaseModel   `json:"phases"`
	Metrics      []MetricModel  `json:"metrics"`
	Advice       []AdviceModel  `json:"advice"`
	Channels     []ChannelModel `json:"channels"` // of the file's own
	Reasons      []ReasonModel  `json:"reasons"`  // what `omdat` of advice may name
}

// PersonaModel is `klant`.
type PersonaModel struct {
	Line      int    `json:"line"` // 0: the key is not there
	Name      string `json:"name"`
	Situation string `json:"situation"`
	Goal      string `json:"goal"`
	Quote     string `json:"quote"`
}

// SourceModel is one of `bronnen`, with what is known of its reading.
type SourceModel struct {
	Line int    `json:"line"`
	Name string `json:"name"`
	Kind string `json:"kind"`
	File string `json:"file"`
	// Denominator is `noemer`; nil: the key is not there.
	Denominator *DenominatorModel `json:"denominator"`
	Known       bool              `json:"known"` // it was read; the numbers below mean something
	Read        int               `json:"read"`
	Usable      int               `json:"usable"`
	Topics      []TopicModel      `json:"topics"` // the most frequent, of at least five records, and those of signals
	Remarks     []string          `json:"remarks"`
}

// TopicModel is a topic of a source.
type TopicModel struct {
	Title string `json:"title"`
	Free  int    `json:"free"` // records with it that no step claims; 0: none, or not known
}

// DenominatorModel is one of: a total, a column of another source to add up, or a number per month.
type DenominatorModel struct {
	Total  float64      `json:"total"`
	Source string       `json:"source"`
	Field  string       `json:"field"`
	Months []MonthModel `json:"months"`
}

// MonthModel is a number for a month.
type MonthModel struct {
	Month string  `json:"month"` // 2025-01
	Count float64 `json:"count"`
}

// MetricModel is one of `metingen`.
type MetricModel struct {
	Line   int          `json:"line"`
	ID     string       `json:"id"`
	Title  string       `json:"title"`
	Worst  *float64     `json:"worst"` // of the scale; nil: it has none
	Best   *float64     `json:"best"`
	Points []PointModel `json:"points"`
}

// PointModel is a score at a moment.
type PointModel struct {
	When  string  `json:"when"` // 2018, 2018-06 or 2018-06-30, as typed
	Value float64 `json:"value"`
	N     int     `json:"n"` // 0: not known
}

// ChannelModel is a channel of the file's own.
type ChannelModel struct {
	Name string `json:"name"`
	Icon string `json:"icon"`
}

// PhaseModel is a phase with its steps.
type PhaseModel struct {
	Line  int         `json:"line"`
	Title string      `json:"title"`
	Steps []StepModel `json:"steps"`
}

// StepModel is a step.
type StepModel struct {
	Line         int             `json:"line"`
	EndLine      int             `json:"endLine"`
	ID           string          `json:"id"`
	Title        string          `json:"title"`
	Channels     []string        `json:"channels"`
	Does         string          `json:"does"`
	Thinks       string          `json:"thinks"`
	Emotion      *float64        `json:"emotion"`
	GoesWell     []string        `json:"goesWell"`
	PainPoints   []string        `json:"painPoints"`
	Backstage    []string        `json:"backstage"`
	Systems      []string        `json:"systems"`
	HumanContact string          `json:"humanContact"`
	Notes        string          `json:"notes"`
	Texts        []string        `json:"texts"` // paths of letters, forms and pages
	Ways         []WayModel      `json:"ways"`  // naar; none: the next step
	Signals      []SelectorModel `json:"signals"`
	Quotes       []QuoteModel    `json:"quotes"`
}

// WayModel is one of `naar`: to a step, or away.
type WayModel struct {
	Step  string   `json:"step"`  // id; empty: customers leave here
	Leave string   `json:"leave"` // why they leave
	When  string   `json:"when"`  // als
	Share *float64 `json:"share"` // in percent; nil: not known
}

// SelectorModel is a signal of a step, with what it found.
type SelectorModel struct {
	Line    int      `json:"line"`
	Title   string   `json:"title"`
	ID      string   `json:"id"`
	Sources []string `json:"sources"`
	Topic   string   `json:"topic"`
	Words   []string `json:"words"`
	Without []string `json:"without"`
	Channel string   `json:"channel"`
	Nature  string   `json:"nature"`
	From    *float64 `json:"from"` // of cijfer
	Until   *float64 `json:"until"`
	Found   string   `json:"found"` // the claim as the map makes it, with source, n and period; empty: not known
}

// QuoteModel is a quote of a step, redacted as it would be shown.
type QuoteModel struct {
	Line     int    `json:"line"`
	Text     string `json:"text"`
	Source   string `json:"source"`
	Approved bool   `json:"approved"`
}

// AdviceModel is one of `adviezen`.
type AdviceModel struct {
	Line     int      `json:"line"`
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Step     string   `json:"step"`
	Reasons  []string `json:"reasons"` // omdat
	Gain     string   `json:"gain"`
	Effort   string   `json:"effort"`
	Expected string   `json:"expected"`
	Owner    string   `json:"owner"`
	Status   string   `json:"status"`
	Reason   string   `json:"reason"`
	Since    string   `json:"since"`
	// EffectOn is the id of the signal that is measured before and after Since; empty: the key effect is not there.
	EffectOn string   `json:"effectOn"`
	AtLeast  *float64 `json:"atLeast"` // the fall that is hoped for, in percent; nil: any
	Backed   bool     `json:"backed"`  // not an aanname
}

// ReasonModel is something that advice may rest on.
type ReasonModel struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// EditRequest asks for a small change of a text. Every byte that it does not have to touch stays.
type EditRequest struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Op   Op     `json:"op"`
}

// Op is one change. Which fields count depends on Do:
//
//	set         Target, Values: each key its value; null takes the key away. Lists are written whole.
//	add-phase   Index (place among the phases), Values (titel)
//	add-step    Phase, Index, Values
//	add-signal  Step, Values     add-quote  Step, Values     approve-quote  Line
//	add-advice  Index, Values
//	add-metric  Index, Values
//	add-source  Values (naam and the keys of a source)
//	move-phase  Phase → Index
//	move-step   Step → ToPhase, Index
//	move-advice Index → ToIndex
//	remove      Target
type Op struct {
	Do      string         `json:"do"`
	Target  Target         `json:"target"`
	Phase   int            `json:"phase"`
	Step    string         `json:"step"`
	Index   int            `json:"index"`
	ToPhase int            `json:"toPhase"`
	ToIndex int            `json:"toIndex"`
	Line    int            `json:"line"`
	Values  map[string]any `json:"values"` // keys of the format: texts, numbers, booleans, lists of texts, mappings, null
}

// Target names something in a journey: a phase by its index, a step by its id, and so on.
type Target struct {
	Kind  string `json:"kind"` // reis, klant, fase, stap, signaal, citaat, advies, bron, meting
	Phase int    `json:"phase"`
	Step  string `json:"step"`
	Index int    `json:"index"` // of the signal or quote in its step, of the advice or the metric
	Name  string `json:"name"`  // of a source
}

// Edited is the text after a change, and where to look.
type Edited struct {
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// Place is a place in a text that is being typed.
type Place struct {
	Path   string `json:"path"`
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// Completions are what may stand at a place, best first.
type Completions struct {
	From  int          `json:"from"` // columns of the line that a choice replaces
	Until int          `json:"until"`
	Items []Completion `json:"items"`
}

// Completion is one of them.
type Completion struct {
	Label  string `json:"label"`
	Insert string `json:"insert"`
	Kind   string `json:"kind"` // key, value, id, file
	Detail string `json:"detail"`
	Info   string `json:"info"`
}

// Hover explains what stands at a place; an empty Text: nothing.
type Hover struct {
	Text  string `json:"text"`
	From  int    `json:"from"`
	Until int    `json:"until"`
}

// MatchRequest asks what a selector would find.
type MatchRequest struct {
	Path     string         `json:"path"`
	Text     string         `json:"text"`
	Selector map[string]any `json:"selector"` // keys of the format
}

// Match tells what a selector finds. Groups under five are not told apart.
type Match struct {
	Claim    string   `json:"claim"` // in words, with source, n and period
	Found    int      `json:"found"` // −1: fewer than five
	Of       int      `json:"of"`
	Months   []int    `json:"months"`   // counts per month, of at least five in all; else empty
	First    string   `json:"first"`    // 2025-01, of Months
	Examples []string `json:"examples"` // redacted; at most five, none under five found
	Problems []string `json:"problems"`
}

// QuotesRequest asks for sentences out of the signals of a step.
type QuotesRequest struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Step string `json:"step"`
}

// Quotes are proposals, redacted.
type Quotes struct {
	Signals []SignalQuotes `json:"signals"`
	Note    string         `json:"note"` // why there are none
}

// SignalQuotes are those of one signal.
type SignalQuotes struct {
	Title  string   `json:"title"`
	Quotes []string `json:"quotes"`
}

// Dropped is a file that was dropped on the page, as it would be read. It lies in a private folder until it
// is added or the program ends.
type Dropped struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"`
	Size     int64          `json:"size"`
	Format   string         `json:"format"` // as bronnen.formaat has it
	About    string         `json:"about"`  // "CSV, puntkomma's, Windows-1252" or "export van Signalen"
	Columns  []DropColumn   `json:"columns"`
	Rows     int            `json:"rows"`
	Problems []string       `json:"problems"`
	Source   string         `json:"source"`  // proposed name in bronnen
	Kind     string         `json:"kind"`    // proposed soort
	Here     string         `json:"here"`    // a file with these very bytes that lies in the journey's folder already
	Twin     string         `json:"twin"`    // a source of the journey that reads these very bytes: each signal would count twice
	Missing  []DropPlace    `json:"missing"` // sources of the journey whose file is not there; one with the name of this file first
	From     string         `json:"from"`    // the first day in the file, for a journey without a periode; empty: there is one, or no day is known
	Until    string         `json:"until"`   // the last day
	Fields   map[string]any `json:"fields"`  // the bronnen entry as it would be written
}

// DropPlace is where a source of the journey looks for its file.
type DropPlace struct {
	Source string `json:"source"`
	File   string `json:"file"`
}

// DropColumn is a column, with what it seems to be.
type DropColumn struct {
	Header   string   `json:"header"`
	Field    string   `json:"field"`    // of a signal; empty: not used
	Why      string   `json:"why"`      // of the guess
	Examples []string `json:"examples"` // redacted; of a column with texts none, whatever it is used for
	Hidden   bool     `json:"hidden"`   // it seems to hold what people wrote
}

// DropLook asks to read a dropped file with other choices.
type DropLook struct {
	ID      string            `json:"id"`
	Path    string            `json:"path"`
	Text    string            `json:"text"`    // of the journey, for its sources and its periode
	Columns map[string]string `json:"columns"` // field → header
	Guess   bool              `json:"guess"`   // choose the columns; Columns is left alone
}

// DropAdd asks for the bronnen entry, and says whether the file may be copied beside the journey.
type DropAdd struct {
	ID      string            `json:"id"`
	Path    string            `json:"path"`
	Text    string            `json:"text"`
	Source  string            `json:"source"`
	Kind    string            `json:"kind"`
	Columns map[string]string `json:"columns"`
	Copy    bool              `json:"copy"`   // nothing is written over: a taken name gets a number
	Into    string            `json:"into"`   // a source whose file is not there: put it at that place, and leave the text alone
	Period  bool              `json:"period"` // write the first and last day of the file as the periode of a journey that has none
}

// JobRequest starts work that takes longer.
type JobRequest struct {
	Kind string `json:"kind"` // controleer, maak, presenteer, overzicht
	Path string `json:"path"` // empty with overzicht: all of the folder
}

// Job is that work.
type Job struct {
	ID string `json:"id"`
}

// Event is something that happened.
type Event struct {
	Kind string `json:"kind"` // job, disk (a file changed), journeys (the list changed), counted, stop
	Path string `json:"path"`
	// From is the window that caused it, which knows it already; empty: none of them did.
	From string `json:"from"`
	// Version is that of the changed file; empty: it is gone.
	Version string    `json:"version"`
	Job     *JobState `json:"job"`
}

// JobState is how far a job is.
type JobState struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"`
	Stage    string     `json:"stage"` // a few words
	Done     int        `json:"done"`  // of 100; −1: not known
	Ended    bool       `json:"ended"`
	Failed   string     `json:"failed"` // why; empty: it went well
	Problems []Problem  `json:"problems"`
	Files    []MadeFile `json:"files"`
	Folder   string     `json:"folder"` // where they lie, below the folder that is open
}

// MadeFile is a file that a job made.
type MadeFile struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	URL   string `json:"url"`
	Kind  string `json:"kind"` // pdf, html, svg, png, json, xlsx
}

// ProposalRequest asks what a proposal that a group made on the board of a presentation changes in a text.
type ProposalRequest struct {
	Path     string `json:"path"`
	Text     string `json:"text"`
	Proposal string `json:"proposal"` // as the board gave it: YAML
}

// Proposed is what a proposal changes, and the text that it makes. With faults nothing can be taken over.
type Proposed struct {
	Moves   []Moved  `json:"moves"`
	Faults  []string `json:"faults"`
	Remarks []string `json:"remarks"`
	Text    string   `json:"text"`
	Line    int      `json:"line"` // of the first advice that moves
}

// Moved is an advice that gets another place; a size that does not change is the same before and after.
type Moved struct {
	Title     string `json:"title"`
	Gain      string `json:"gain"`
	GainWas   string `json:"gainWas"`
	Effort    string `json:"effort"`
	EffortWas string `json:"effortWas"`
}
