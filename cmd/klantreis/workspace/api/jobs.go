package api

// Work that takes longer, and what happened.

// JobRequest starts work that takes longer.
type JobRequest struct {
	Kind string `json:"kind"` // controleer, maak, presenteer, overzicht, exporteer
	Path string `json:"path"` // empty with overzicht: all of the folder
	As   string `json:"as"`   // with exporteer: docx, pptx, xlsx or markdown
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
	Place    string     `json:"place"`  // the same, as this machine calls it from its root
}

// MadeFile is a file that a job made.
type MadeFile struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	URL   string `json:"url"`
	Kind  string `json:"kind"`  // pdf, html, svg, png, json, xlsx, docx, pptx, md
	Use   string `json:"use"`   // geven, tonen, verder, beelden (for a text of one's own), nazien
	About string `json:"about"` // what it is for, in a sentence; empty: its title tells
}
