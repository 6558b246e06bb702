package api

// A file that is dropped on the page.

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
