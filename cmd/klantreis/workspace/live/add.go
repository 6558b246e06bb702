package live

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

// signalsFolder is where files of signals go, beside a journey.
const signalsFolder = "signalen"

// mostNames is how often a taken name gets another number.
const mostNames = 1000

// Add writes the entry of a source into the text, and copies the file beside the journey when that is asked
// and it is not there yet. The entry names the copy; without one, the place where the file is to be put.
func (d *Desk) Add(ctx context.Context, u Upload, q api.DropAdd) (api.Edited, error) {
	w := d.words()
	root, err := d.open(q.Path)
	if err != nil {
		return api.Edited{}, err
	}
	defer root.Close()
	if q.Into != "" {
		return d.putInto(root, u, q)
	}
	seen, err := d.inspect(ctx, u, q.Columns)
	if err != nil {
		return api.Edited{}, err
	}
	if q.Kind != "" {
		seen.Fields["soort"] = q.Kind
	}
	j, _ := journeys.Parse(q.Path, []byte(q.Text))
	name := q.Source
	if name == "" {
		name = freeSource(j, seen.Source)
	}
	here := sameFile(root.FS(), u.Disk, seen.Size)
	if here != "" {
		seen.Fields["bestand"] = here
	}
	// The text is changed before anything is written, so that a refusal leaves nothing behind.
	change := func() ([]byte, journeys.Pos, error) {
		text, err := withPeriod(q, []byte(q.Text), seen)
		if err != nil {
			return nil, journeys.Pos{}, err
		}
		return journeys.AddItem(q.Path, text, journeys.Item{Kind: journeys.SourceItem, Name: name}, fieldsOf(seen.Fields))
	}
	text, pos, err := change()
	if err == nil && here == "" && q.Copy {
		var file string
		if file, err = copyIn(root, u.Disk, fileName(u.Name)); err != nil {
			return api.Edited{}, d.refuse("schijf", fmt.Sprintf(w.cannotWrite, reasonOf(err)))
		}
		seen.Fields["bestand"] = file
		text, pos, err = change()
	}
	if errors.Is(err, journeys.ErrTaken) {
		return api.Edited{}, d.refuse("bezet", fmt.Sprintf(w.taken, name))
	}
	if err != nil {
		return api.Edited{}, d.refuse("plaats", w.notChanged)
	}
	return api.Edited{Text: string(text), Line: max(pos.Line, 1), Column: max(pos.Column, 1)}, nil
}

// freeSource gives a name that no source has.
func freeSource(j *journeys.Journey, name string) string {
	for n := 1; ; n++ {
		if free := numbered(name, n); j.Source(free) == nil {
			return free
		}
	}
}

// fieldsOf puts an entry in a fixed order; that of its keys is the format's.
func fieldsOf(values map[string]any) []journeys.Field {
	rank := func(key string) int { return slices.Index(journeys.Fields(), key) }
	var fields []journeys.Field
	for _, key := range slices.SortedFunc(maps.Keys(values), func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		if a < b {
			return -1
		}
		return 1
	}) {
		value := values[key]
		if inner, ok := value.(map[string]any); ok {
			value = fieldsOf(inner)
		}
		fields = append(fields, journeys.Field{Key: key, Value: value})
	}
	return fields
}

// copyIn copies a file into the folder of signals of a journey, under a name that is free: written aside
// first, then given its name, so that nobody reads half of it and nothing is written over.
func copyIn(root *os.Root, disk, name string) (string, error) {
	if err := root.Mkdir(signalsFolder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	aside, err := copyAside(root, disk, signalsFolder, name)
	if err != nil {
		return "", err
	}
	defer root.Remove(aside)
	for n := 1; n <= mostNames; n++ {
		free := path.Join(signalsFolder, numbered(name, n))
		if err = give(root, aside, free); !errors.Is(err, fs.ErrExist) {
			return free, err
		}
	}
	return "", err
}

// copyAside copies a file to a name that is of nobody else, in a folder, and gives that name.
func copyAside(root *os.Root, disk, folder, name string) (aside string, err error) {
	from, err := os.Open(disk)
	if err != nil {
		return "", err
	}
	defer from.Close()
	var to *os.File
	for n := 1; n <= mostNames; n++ {
		aside = path.Join(folder, fmt.Sprintf(".half-%d-%s", n, name))
		if to, err = root.OpenFile(aside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if err != nil {
		return "", err
	}
	_, err = io.Copy(to, from)
	if closeErr := to.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		root.Remove(aside)
		return "", err
	}
	return aside, nil
}

// give names a file, unless the name is taken.
func give(root *os.Root, aside, name string) error {
	err := root.Link(aside, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := root.Lstat(name); err == nil { // a file system without links
		return fs.ErrExist
	}
	return root.Rename(aside, name)
}

// reasonOf tells why a file could not be written, without naming a place of the machine.
func reasonOf(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err.Error()
	}
	return err.Error()
}
