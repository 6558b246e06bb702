package signals

import (
	"io"
	"slices"
)

// idle is a Part for reading that is only about ids.
type idle struct{}

func (idle) Visit(*Record) {}
func (idle) Reset()        {}

func noPart() Part      { return idle{} }
func noMerge(Part, int) {}

// catchUp reads the ids of files that were not read, before those of another file are compared
// with them: neither ids nor sums of them are kept between runs.
func (p *sourceFiles) catchUp(d *Data) error {
	if _, hasID := d.binding.column["id"]; !hasID {
		return nil
	}
	for _, name := range p.behind {
		other := &Data{kind: d.kind, files: &sourceFiles{source: p.source, folder: p.folder, rest: []string{name}}}
		other.files.ids, other.files.watch = p.ids, p.watch
		after := p.watch.between(p.sizeOf(name))
		if other.openNext(); other.rows.next == nil {
			return errGone
		}
		err := other.fold(noPart, noMerge)
		other.close()
		if err != nil {
			return errGone
		}
		p.ids = other.files.ids
		after()
	}
	p.behind = nil
	return nil
}

// passKept goes to the end of what was kept of the open file, if it still begins with that;
// otherwise the file is opened again, to be read from its begin. Only ids are read on the way.
func (d *Data) passKept() (known bool, err error) {
	p, k := d.files, d.files.kept
	_, hasID := d.binding.column["id"]
	if d.rows.parts == nil || p.bytes == nil || !slices.Equal(p.header, k.Header) || !slices.Equal(p.guess, k.Guess) {
		return false, d.again()
	}
	f := d.rows.parts.file
	if f.comma != k.End.Comma || f.first != k.End.First || p.bytes.head.Size == headSize && p.bytes.head != k.Content.Head && k.Content.Head.Size == headSize {
		return false, d.again()
	}
	if err := p.catchUp(d); err != nil {
		return false, err
	}
	prefix := *f
	prefix.rest = io.LimitReader(f.rest, k.Content.All.Size-f.first)
	seen := remarks{ids: p.ids}
	if hasID {
		seen.ids = p.ids.clone()
		err = newParts(&prefix, partSize).fold(d.fields(), &seen, noPart, noMerge)
	} else {
		err = readAll(prefix.rest)
	}
	if err != nil {
		return false, err
	}
	if p.bytes.atMark != k.Content.All {
		return false, d.again()
	}
	p.ids = seen.ids
	p.replayed(k)
	f.line, f.records = k.End.Line, k.End.Records
	return true, nil
}

// replayed takes over what was said of the part of a file that is not read again.
func (p *sourceFiles) replayed(k *Kept) {
	behind := p.behind
	p.replay()
	p.behind = behind
}

// again opens a file anew that was taken for one that had grown. What can be said of its columns has
// been said.
func (d *Data) again() error {
	p := d.files
	d.close()
	p.watch.rewind()
	p.kept, p.state = nil, anew
	format := formatOf(p.source, p.name)
	if problems := d.openHere(format); problems != nil {
		return errGone
	}
	if problems := bind(d, p.name, format); problems.HasErrors() {
		return errGone
	}
	return nil
}

// errGone is of a file that was changed between two looks at it.
var errGone = fault{code: "bestand-veranderd"}
