package signals

import (
	"io"
	"io/fs"
	"slices"
	"time"

	"klantreis/journeys"
)

// Kept is what a file was and what reading it gave, apart from what its records say, so that a
// later run need not read it again. It holds no text of a record: the names of columns, and numbers.
type Kept struct {
	Content Content
	Header  []string          // as its reader gave it
	Guess   []journeys.Column // the columns that were guessed
	LongN   int               // rows with more cells than the header, and the first of their lines
	LongAt  []int
	BadN    int // unreadable rows
	BadAt   []int
	BadIn   []int // the columns to blame, see lineNotes
	BadRow  []int
	BadAs   []string
	Top     int // the row of the header in a spreadsheet; 0: it is none
	Notes   []Note
	HasIDs  bool
	Twice   int    // records with an id that was there before, in the file or in one before it
	ManyIDs bool   // the source had more ids than can be remembered
	Before  Digest // of the files before it, when it has ids
	End     *End   // nil: what is appended cannot be read alone
}

// Content identifies what is in a file. A file of the same size that was not changed since holds the
// same, if it was Settled; otherwise its digest decides. Moments are in nanoseconds since 1970.
type Content struct {
	Modified, Changed int64
	Settled           bool // the last change was long enough before the reading to differ from a later one
	All, Head         Digest
}

// Note is what a reader tells of a file, as a code of the catalogue and its arguments.
type Note struct {
	Code string
	Args []NoteArg
}

// NoteArg is a text, or else a number.
type NoteArg struct {
	Text   *string `json:",omitempty"`
	Number *int    `json:",omitempty"`
}

// End is where the records of a CSV file ended, so that reading can go on there: after a line end,
// with no record that was given up only because the file ended.
type End struct {
	Comma   byte
	First   int64 // where the records begin
	Line    int   // on which the next record begins
	Records int   // before it, with blank lines
}

// Memory is what a caller remembers of earlier runs. The zero value remembers nothing.
type Memory struct {
	// Recall gives what was kept of a file, or nil. It is first asked for the first file of a source.
	Recall func(name string, first bool) *Kept
	// Started is when this run began.
	Started time.Time
}

// settleTime is what a file's last change must lie before a run: clocks of file systems can be as
// coarse as this, so that a change after the reading could have the same time.
const settleTime = 2 * time.Second

// state is how the open file is read.
type state int

const (
	anew  state = iota
	same        // it is what was kept: not at all
	grown       // it may begin with what was kept
)

// keeping is what has to be known of the open file to keep it.
type keeping struct {
	memory Memory
	state  state
	kept   *Kept // nil: there is none, or it is of no use
	now    Content
	fresh  bool // its content was compared with what was kept, so that this can be settled
	header []string
	guess  []journeys.Column
	bytes  *digested // nil: not read as a stream of its own bytes
	before Digest    // of the files with ids before this one
	behind []string  // files with ids that were not read in this run

	twiceBefore int  // remarks.twice before the open file
	poisoned    bool // a file with ids could not be read well, so that no later one can be kept
}

// FoldKept is Fold for a caller that remembers files (see OpenWith). Before the records of a file,
// start tells its name, and whether they go on behind those that were kept of it (all of them, if
// nothing was appended); it gives the merge for them. After them, end gives what is to be kept of
// the file; nil: nothing, either because it is kept already or because it cannot be trusted.
func (d *Data) FoldKept(begin func() Part, start func(name string, known bool) func(p Part, before int), end func(name string, k *Kept)) {
	if d.files == nil {
		d.Fold(begin, start("", false))
		end("", nil)
		return
	}
	p := d.files
	d.eachFile(func() error {
		switch p.state {
		case same:
			p.replay()
			start(p.name, true)
			return nil
		case grown:
			known, err := d.passKept()
			if err != nil {
				return err
			}
			if known {
				return d.fold(begin, start(p.name, true))
			}
		}
		if err := p.catchUp(d); err != nil {
			return err
		}
		return d.fold(begin, start(p.name, false))
	}, func(trusted bool) { end(p.name, d.keep(trusted)) })
}

// recall finds out whether a file is what was kept of it, or has grown.
func (p *sourceFiles) recall(name string, first bool) {
	p.state, p.kept, p.bytes, p.fresh = anew, nil, nil, false
	if p.memory.Recall == nil {
		return
	}
	clean, ok := journeys.LocalPath(name)
	if !ok {
		return
	}
	info, err := fs.Stat(p.folder, clean)
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	p.now = Content{Modified: info.ModTime().UnixNano(), Changed: changedAt(info)}
	p.now.Settled = max(p.now.Modified, p.now.Changed) < p.memory.Started.Add(-settleTime).UnixNano()
	k := p.memory.Recall(name, first)
	if k == nil || k.HasIDs && (k.Before != p.before || p.poisoned) {
		return
	}
	was := k.Content
	switch {
	case info.Size() == was.All.Size && was.Settled && p.now.Modified == was.Modified && p.now.Changed == was.Changed:
		p.state, p.kept = same, k
	case info.Size() == was.All.Size:
		if d, err := digestOf(p.folder, clean); err == nil && d.all == was.All {
			p.state, p.kept, p.fresh = same, k, true
			p.now.All, p.now.Head = d.all, d.head
		}
	case info.Size() > was.All.Size && k.End != nil:
		p.state, p.kept = grown, k
	}
}

// rows gives the rows of a file that is not read.
func (k *Kept) rows() rows {
	return rows{header: slices.Clone(k.Header), next: func() (row, error) { return row{}, io.EOF }, notes: k.notes}
}

func (k *Kept) notes() []fault {
	var all []fault
	for _, n := range k.Notes {
		f := fault{code: n.Code}
		for _, a := range n.Args {
			if a.Number != nil {
				f.args = append(f.args, *a.Number)
			} else if a.Text != nil {
				f.args = append(f.args, *a.Text)
			}
		}
		all = append(all, f)
	}
	return all
}

// replay says of a file that is not read what was said when it was.
func (p *sourceFiles) replay() {
	k := p.kept
	p.long = lineNotes{k.LongN, slices.Clone(k.LongAt), make([]int, len(k.LongAt)), make([]int, len(k.LongAt)), make([]string, len(k.LongAt))}
	p.bad = lineNotes{k.BadN, slices.Clone(k.BadAt), slices.Clone(k.BadIn), slices.Clone(k.BadRow), slices.Clone(k.BadAs)}
	p.top = k.Top
	p.twice += k.Twice
	p.ids.full = p.ids.full || k.ManyIDs
	if k.HasIDs {
		p.behind = append(p.behind, p.name)
	}
}
