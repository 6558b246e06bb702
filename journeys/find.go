package journeys

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Find lists the journeys of a folder by their paths in it, in the order of those: files named klantreis.yaml,
// and other YAML that has the one key that a journey must have. Hidden folders and node_modules are passed
// over. Unread decides what a part that cannot be read means: an error ends the search, fs.SkipDir goes on
// without it; nil: every such part ends it.
func Find(folder fs.FS, unread func(name string, err error) error) (found []string, err error) {
	err = fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if unread == nil {
				return err
			}
			return unread(name, err)
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "node_modules"):
			return fs.SkipDir
		case !entry.IsDir() && IsJourney(folder, name):
			found = append(found, name)
		}
		return nil
	})
	return found, err
}

func IsYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// IsJourney tells whether a file is a journey, sound or not.
func IsJourney(folder fs.FS, name string) bool {
	return IsYAML(name) && (path.Base(name) == "klantreis.yaml" || hasTitle(folder, name))
}

// hasTitle tells a journey from other YAML by its one required key, without parsing, so that a
// broken journey is found as well.
func hasTitle(folder fs.FS, name string) bool {
	if info, err := fs.Stat(folder, name); err != nil || !info.Mode().IsRegular() { // a pipe would keep us waiting
		return false
	}
	f, err := folder.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head, _ := io.ReadAll(io.LimitReader(f, 64<<10))
	return bytes.HasPrefix(head, []byte("klantreis:")) || bytes.Contains(head, []byte("\nklantreis:"))
}
