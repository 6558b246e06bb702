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
//	POST   /api/talks             TalksRequest → TalksAdded
//	POST   /api/jobs              JobRequest → Job
//	DELETE /api/jobs?id=          → nothing (204): the job is told to stop
//	POST   /api/folder            Job → nothing (204): its folder opens in the program of the system for folders
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
	Opens   bool    `json:"opens"`  // this system can show a folder
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
