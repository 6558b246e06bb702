package journeys

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// maxSourceFiles bounds how many files one source may have.
const maxSourceFiles = 10000

// SourceFiles lists the files that `bestand` of a source names: one file, all files of a folder
// (hidden ones and folders in it left out), or those that a pattern with * ? [ ] matches. They
// are sorted by name. What exists by that very name goes before its meaning as a pattern. The
// problem, if any, stands at pos.
func SourceFiles(folder fs.FS, name string, pos Pos) ([]string, *Problem) {
	clean, ok := LocalPath(name)
	if !ok {
		return nil, &Problem{Pos: pos, Code: "pad-buiten-map", Args: []any{name}}
	}
	info, err := fs.Stat(folder, clean)
	var found []string
	switch {
	case err == nil && info.IsDir():
		entries, err := fs.ReadDir(folder, clean)
		if err != nil {
			p := FileProblem(folder, name, pos, err)
			return nil, &p
		}
		for _, e := range entries {
			found = append(found, path.Join(clean, e.Name()))
		}
	case err != nil && strings.ContainsAny(clean, "*?["):
		if found, err = fs.Glob(folder, clean); err != nil {
			return nil, &Problem{Pos: pos, Code: "bestand-patroon", Args: []any{name}}
		}
	default:
		return []string{name}, nil
	}
	found = slices.DeleteFunc(found, func(f string) bool {
		info, err := fs.Stat(folder, f)
		return err != nil || !info.Mode().IsRegular() || strings.HasPrefix(path.Base(f), ".") || strings.HasPrefix(path.Base(f), "~$")
	})
	slices.Sort(found)
	if len(found) == 0 || len(found) > maxSourceFiles {
		return nil, &Problem{Pos: pos, Code: "geen-bestanden", Args: []any{name, len(found)}}
	}
	return found, nil
}
