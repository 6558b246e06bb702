// Package journeys is what a klantreis is: the file format, its faults, dates and words. It needs
// nothing but YAML and the standard library, reads no clock and opens nothing by itself, except for Load.
//
// Parse turns the bytes of a file into a Journey and Problems. It always gives both: all faults at once, each
// with its place, and of the file what could be read. Every mapping of the file is a struct that embeds Node,
// which knows the line and column of each key (Node.At). A Journey is never changed after that: what signals
// say about it stands beside it, in an evidence.Evidence. Who wants to change a file has SetFields, AddItem,
// MoveItem and RemoveItem, which give new bytes with comments and order kept, or ErrLayout.
//
// A Problem is a code with arguments; Problem.Text puts it into Dutch or English, Excerpt shows the line. Codes
// stay the same, words may become better.
//
// Details that the format leaves open:
//
//   - A file of more than MaxFileSize, and aliases that blow up, are refused.
//   - Keys that begin with x- belong to the user and are not looked at.
//   - Case and accents are folded (Fold) wherever words are compared: É, é and e are the same.
//   - Dates without a zone are of Europe/Amsterdam, whose rules are embedded.
//   - An id that is not given is the title as a slug (Slug); one that would come twice is a fault.
//
// FileShape tells the whole format as data; package schema makes a JSON Schema of that.
package journeys
