// Package pushdown turns the selectors of a journey into questions for a database that counts by
// itself, and reads the answers. It opens no connection: who does is above this package.
//
// What must come out is what the embedded engine finds, to the last count. So as little as
// possible is left to the engine's own ideas of letters, case, time and numbers:
//
//   - Case and accents are folded with classes made of journeys.Fold itself, never with the
//     server's locale. PostgreSQL's lower() under COLLATE "C" leaves Ë as it is, others differ in
//     the Turkish İ or the Greek final sigma; none of that matters here.
//   - A text that could hold a word is folded, and each of its words (runs of letters and digits,
//     from Go's tables) is put between two marks. A whole word, a phrase, a prefix and a pattern
//     with signs in it are then all plain substrings, which every engine can find.
//   - Groups come back with their day, channel and score as text; journeys reads those, so that
//     dates that do not exist, zones and decimal commas mean the same everywhere.
//
// A new engine is one file here, that implements Dialect, and one in connect that implements Engine.
// What only gives records, as an API does, is a Connection and one file in connect.
package pushdown

import "klantreis/journeys"

// Type is what the type of a column means for reading it.
type Type int

const (
	Text   Type = iota // anything that is read by its text
	Day                // a date
	Local              // date and time without zone: Europe/Amsterdam, as in a file
	Moment             // an instant
)

// Column is one column of a table or question.
type Column struct {
	Name string // as the engine spells it
	Type Type
	// Denied tells that the column exists and may not be read.
	Denied bool
}

// Statement is a question in the words of one engine.
type Statement struct {
	SQL  string
	Args []any
}

// Dialect is how one engine says things. Expressions are SQL; text values go through Text of the
// builder, so that they become parameters where the engine has them.
type Dialect interface {
	// Name quotes an identifier.
	Name(identifier string) string
	// Value gives a text value for use in an expression; it may add to args.
	Value(text string, args *[]any) string
	// Cast reads a column as text, empty for NULL; times as 2006-01-02T15:04:05, with Z for a Moment.
	Cast(column string, t Type) string
	// Day is the local day in Amsterdam of a column that is not text, as 2006-01-02, or empty.
	Day(column string, t Type) string
	// Matches tests a text with a regular expression (a value): brackets, groups, anchors only.
	Matches(text, pattern string) string
	// Swap replaces every occurrence of a text.
	Swap(text, old, with string) string
	// Replace replaces every match; \1 in the replacement stands for the first group.
	Replace(text, pattern, with string) string
	// AtLeast compares by the order of bytes.
	AtLeast(text, value string) string
	// When is a choice between two texts that, where the engine can, reckons only one.
	When(condition, then, otherwise string) string
	// Holds tests whether a text holds a value, ContainsAny whether it holds one of several.
	Holds(text, value string) string
	ContainsAny(text string, values []string) string
	// Trim takes white space off both ends.
	Trim(text string, a alphabet, value func(string) string) string
	// Sifts tells how texts without any of the words are set aside: by one pattern of all words over
	// the texts as they are written, or by substrings when all texts have been folded.
	Sifts() bool
	// Plain gives the layers that make of kr_ruw, a text as written, kr_plat: the same in lower case
	// and without accents, as far as the words need that.
	Plain(words []Word, a alphabet, value func(string) string) [][]column
	// FoldShort writes a short text in lower case without accents, in one expression.
	FoldShort(text string, f Folding, value func(string) string) string
	Concat(texts []string) string
	Count() string
	// Last is the last in the order of bytes.
	Last(text string) string
	// FirstOf is a subquery with the first record of each key, in the order of columns; from may end
	// in a condition.
	FirstOf(from, key string, columns []string) string
	// Twice gives each row of a subquery (kr_d, kr_stand, kr_raak, kr_k, kr_c, kr_o, kr_n) for
	// kr_soort 'g' and again for 't', with two expressions of kr_o, kr_thema and kr_vorm, and the sum
	// of kr_n over its kr_thema, kr_totaal.
	Twice(from, theme, form string) string
	// Fence ends a subquery whose columns must be reckoned once, not copied into each use.
	Fence() string
}

// Connector opens the connections that a journey names. It is the only way out of the machine,
// and only goes where the user wrote.
type Connector interface {
	Open(s journeys.Source) (Connection, error)
}

// Connection is an open, read-only connection that gives records. Errors are of type *Fault where
// a person can do something about them.
type Connection interface {
	// Columns lists what may be read.
	Columns(f From) ([]Column, error)
	// Fetch visits all records with the columns asked for, of those that Columns gave. NULL is an
	// empty text. The cells are only valid during the visit, whose error ends it.
	Fetch(f From, columns []Column, visit func(cells [][]byte) error) error
	Close()
}

// Known is a connection to a system whose columns mean something by themselves.
type Known interface {
	// Format is the `formaat` that implies those columns.
	Format() string
}

// Doubtful is a connection that may not have given all.
type Doubtful interface {
	// Doubts are what there is to say of the last Fetch, at the place of the source.
	Doubts() journeys.Problems
}

// Resumable is a connection whose records come in pages, so that a reading that was broken off can go on.
type Resumable interface {
	// Resume prepares the first Fetch, before Columns is asked. It goes on behind a place where an earlier
	// one was (nil: begins at the first page), if all that is looked at again is as it was; Resumed tells.
	// Fetch then visits nil at the end of pages. The key is for the sums of pages in a Place.
	Resume(from *Place, key []byte)
	Resumed() bool
	// Place is where Fetch is at a visit of nil.
	Place() Place
	// ID is the column by which Fetch leaves out records that it had.
	ID() string
}

// Place is how far the reading of pages came. It holds nothing of a record but keyed sums of whole pages.
type Place struct {
	Page         int // the last that was read, from 1
	Read, There  int // records that were read; the fewest that the server said it had
	Count        int // records that it said it had at that page
	First        string
	Before, Last string // sums of the first page, of the one before the last, of the last; empty: there is none
	Header       []string
	Late         []string // columns that were first met behind the header, and the number of that record
	LateAt       int
}

// Engine is a connection to something that can count by itself.
type Engine interface {
	Connection
	Dialect() Dialect
	// Each runs a statement and visits its rows, as Fetch does.
	Each(s Statement, visit func(cells [][]byte) error) error
}

// Fault is what went wrong at a server, as a problem of the catalogue of journeys.
type Fault struct {
	Code string
	Args []any
}

func (f *Fault) Error() string {
	message, _ := journeys.Problem{Code: f.Code, Args: f.Args}.Text("nl")
	return message
}
