package live

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

// beside looks at the sources of a journey: one that reads the very bytes of a file, and those whose own file is not
// there, where this one could be meant; of these first the one whose file has its name.
func beside(j *journeys.Journey, folder fs.FS, u Upload, size int64) (twin string, missing []api.DropPlace) {
	missing = []api.DropPlace{}
	var others []api.DropPlace
	for _, s := range j.Sources {
		name := path.Clean(s.File)
		if s.File == "" || !fs.ValidPath(name) {
			continue
		}
		info, err := fs.Stat(folder, name)
		switch {
		case errors.Is(err, fs.ErrNotExist) && path.Base(name) == fileName(u.Name):
			missing = append(missing, api.DropPlace{Source: s.Name, File: name})
		case errors.Is(err, fs.ErrNotExist):
			others = append(others, api.DropPlace{Source: s.Name, File: name})
		case err == nil && twin == "" && info.Mode().IsRegular() && info.Size() == size && sameBytes(folder, name, u.Disk):
			twin = s.Name
		}
	}
	return twin, append(missing, others...)
}

// putInto puts a file at the place where a source looks for it. Nothing is written over.
func (d *Desk) putInto(root *os.Root, u Upload, q api.DropAdd) (api.Edited, error) {
	w := d.words()
	j, _ := journeys.Parse(q.Path, []byte(q.Text))
	info, err := os.Stat(u.Disk)
	if err != nil {
		return api.Edited{}, d.refuse("schijf", w.notRead)
	}
	_, missing := beside(j, root.FS(), u, info.Size())
	i := slices.IndexFunc(missing, func(p api.DropPlace) bool { return p.Source == q.Into })
	if i < 0 {
		return api.Edited{}, d.refuse("plaats", w.notMissing(q.Into))
	}
	if err := copyTo(root, u.Disk, missing[i].File); err != nil {
		return api.Edited{}, d.refuse("schijf", fmt.Sprintf(w.cannotWrite, reasonOf(err)))
	}
	pos := j.Source(q.Into).Pos
	return api.Edited{Text: q.Text, Line: max(pos.Line, 1), Column: max(pos.Column, 1)}, nil
}

// copyTo copies a file to a name in a folder, which is made where it is not there: written aside first.
func copyTo(root *os.Root, disk, name string) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	aside, err := copyAside(root, disk, path.Dir(name), path.Base(name))
	if err != nil {
		return err
	}
	defer root.Remove(aside)
	return give(root, aside, name)
}

// withPeriod writes the days of a file as the periode of a journey that has none.
func withPeriod(q api.DropAdd, text []byte, seen api.Dropped) ([]byte, error) {
	j, _ := journeys.Parse(q.Path, text)
	if !q.Period || seen.From == "" || !j.Period.From.IsZero() || !j.Period.To.IsZero() {
		return text, nil
	}
	days := []journeys.Field{{Key: "van", Value: seen.From}, {Key: "tot", Value: seen.Until}}
	text, _, err := journeys.SetFields(q.Path, text, journeys.Item{Kind: journeys.JourneyItem}, []journeys.Field{{Key: "periode", Value: days}})
	return text, err
}

// emptyFile says that a file holds nothing.
func (w deskWords) emptyFile() string {
	return w.either("Dit bestand is leeg. Maak de export opnieuw, of kies een ander bestand.", "This file is empty. Export it again, or choose another file.")
}

// notMissing says that a source has its file.
func (w deskWords) notMissing(source string) string {
	return fmt.Sprintf(w.either("De bron ‘%s’ wacht niet op een bestand. Voeg het toe als nieuwe bron.", "The source ‘%s’ does not wait for a file. Add it as a new source."), source)
}
