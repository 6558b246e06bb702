// Package assist helps a person who types a klantreis file: what may stand here, what does this mean, where is
// that, call it something else. It is for editors; it looks at the text of the file and, for names of files, at
// the folder, and changes nothing.
//
// A file is broken most of the time while it is being typed, so that a YAML parser would be silent just
// when help is wanted. This package reads by indentation and brackets instead (tree.go): what it does not
// understand costs that place, not the file. On sound files it sees what the parser sees, and a test holds it
// to that. What the format allows it asks of journeys.FileShape, which the validator's own readers tell.
//
// Places count as journeys.Pos does: lines and columns from 1, columns in characters. A place outside the
// file is moved to the nearest one in it.
package assist

import (
	"io/fs"

	"klantreis/journeys"
)

// Place is a place in a file.
type Place struct{ Line, Column int }

// Range runs from its start up to, and not including, its end.
type Range struct{ Start, End Place }

// Edit puts a text in the place of a range.
type Edit struct {
	Range
	Text string
}

// Options are what an editor knows beside the text. The zero value is Dutch, without files.
type Options struct {
	Lang   string // "nl" (or empty) or "en"
	Folder fs.FS  // the journey's folder, for names of files; nil: none are proposed
}

// ItemKind is what a proposal is.
type ItemKind int

// The kinds of proposal.
const (
	Key       ItemKind = iota // a key of the format
	Value                     // one of the values of the format
	Reference                 // an id or name from this file
	File                      // a file of the folder
)

// Item is one proposal for what may stand at a place.
type Item struct {
	Kind          ItemKind
	Label         string // what the list shows
	Detail        string // one or two words beside it: required, the title of a step
	Documentation string // what it means, with an example
	Required      bool   // a key that is still missing
	Edit                 // what accepting it does
	Caret         int    // characters of Text before the cursor afterwards; more may be typed there
}

// Help explains what stands at a place.
type Help struct {
	Range
	Title   string // the key, or what a reference leads to
	Text    string
	Example string // YAML, may be empty
}

// Symbol is a part of the journey with its name: for an outline, and to go to.
type Symbol struct {
	Thing    journeys.Thing // empty for a phase
	ID       string         // empty for a phase
	Title    string
	Name     Range // of the id, or of the title that it follows from
	Whole    Range
	Children []Symbol
}
