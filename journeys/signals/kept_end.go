package signals

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"klantreis/journeys"
)

// keep is what is to be kept of the open file, now that it has been read.
func (d *Data) keep(trusted bool) *Kept {
	p := d.files
	if p.memory.Recall == nil || p.poisoned {
		return nil
	}
	_, hasID := d.binding.column["id"]
	if !trusted || !p.identify() {
		p.poisoned = hasID
		return nil
	}
	before := p.before
	if hasID {
		p.before = before.then(p.now.All)
	}
	if p.state == same {
		if !p.fresh {
			return nil
		}
		k := *p.kept
		k.Content = p.now
		return &k
	}
	k := &Kept{
		Content: p.now, Header: p.header, Guess: p.guess, LongN: p.long.n, LongAt: p.long.lines, BadN: p.bad.n, BadAt: p.bad.lines, BadIn: p.bad.columns, BadRow: p.bad.records, BadAs: p.bad.shapes, Top: p.top,
		HasIDs: hasID, Twice: p.twice - p.twiceBefore, ManyIDs: p.ids.full, End: d.end(),
	}
	if hasID {
		k.Before = before
	}
	if d.rows.notes != nil {
		for _, f := range d.rows.notes() {
			k.Notes = append(k.Notes, noteOf(f))
		}
	}
	if !k.storable() {
		return nil
	}
	return k
}

// identify completes p.now; false: the file is not what it was when it was opened.
func (p *sourceFiles) identify() bool {
	clean, _ := journeys.LocalPath(p.name)
	if p.state == same && !p.fresh {
		p.now = p.kept.Content
		return true
	}
	if p.state != same {
		d := p.bytes
		if d == nil || d.all.Size != p.opened.size {
			var err error
			if d, err = digestOf(p.folder, clean); err != nil {
				return false
			}
		}
		p.now.All, p.now.Head = d.all, d.head
	}
	info, err := fs.Stat(p.folder, clean)
	return err == nil && info.Size() == p.now.All.Size && info.ModTime().UnixNano() == p.now.Modified && changedAt(info) == p.now.Changed
}

// end tells where reading can go on when something is appended to the open file.
func (d *Data) end() *End {
	p := d.files
	if p.bytes == nil || d.rows.parts == nil || endingOf(p.name) != strings.ToLower(path.Ext(p.name)) {
		return nil
	}
	if f := d.rows.parts.file; f.first >= 0 && !f.short && p.bytes.last == '\n' {
		return &End{Comma: f.comma, First: f.first, Line: f.line, Records: f.records}
	}
	return nil
}

func noteOf(f fault) Note {
	n := Note{Code: f.code}
	for _, a := range f.args {
		if number, ok := a.(int); ok {
			n.Args = append(n.Args, NoteArg{Number: &number})
		} else {
			text := fmt.Sprint(a)
			n.Args = append(n.Args, NoteArg{Text: &text})
		}
	}
	return n
}

// storable tells whether all texts can be kept.
func (k *Kept) storable() bool {
	for _, n := range k.Notes {
		for _, a := range n.Args {
			if a.Text != nil && !storable(*a.Text) {
				return false
			}
		}
	}
	return !slices.ContainsFunc(k.Header, func(h string) bool { return !storable(h) })
}

// storable tells whether the names of columns, and what else a reader says, can be kept: a file
// without a header has a record in its place, with what may be personal data.
func storable(text string) bool {
	digits := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return digits < 5 && len(text) <= 200 && !strings.ContainsRune(text, '@')
}
