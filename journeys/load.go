package journeys

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Load reads and checks one klantreis file and the files it refers to. The error is for the
// file itself (missing, not readable); everything in it is a Problem. The source text comes
// along for excerpts.
func Load(name string) (*Journey, []byte, Problems, error) {
	src, err := readLimited(name)
	if err != nil {
		return nil, nil, nil, err
	}
	j, problems := Parse(name, src)
	if whole, err := filepath.Abs(name); err == nil {
		j.ID = IDFromPath(whole) // klantreis.yaml in the working folder has that folder's name
	}
	folder, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return nil, nil, nil, err
	}
	defer folder.Close()
	problems = append(problems, CheckFiles(j, folder.FS())...)
	return j, src, problems.Sorted(), nil
}

// readLimited reads one byte more than a klantreis may have, so that a huge file is refused
// without being held in memory.
func readLimited(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, MaxFileSize+1))
}

// CheckFiles checks that the files a journey refers to exist within its folder and can be read, and warns
// of sources that read the same one.
func CheckFiles(j *Journey, folder fs.FS) Problems {
	var ps Problems
	filesOf := make([][]string, len(j.Sources))
	for i, s := range j.Sources {
		if s.File == "" {
			continue
		}
		files, problem := SourceFiles(folder, s.File, s.At("bestand"))
		if problem != nil {
			ps = append(ps, *problem)
		}
		for _, f := range files {
			checkFile(folder, f, s.At("bestand"), &ps)
		}
		filesOf[i] = files
	}
	checkSameSignals(j, folder, filesOf, &ps)
	if j.HouseStyle != "" {
		checkFile(folder, j.HouseStyle, j.At("huisstijl"), &ps)
	}
	for _, s := range j.Steps() {
		for i, t := range s.Texts {
			if t != "" {
				checkFile(folder, t, s.At(itemKey("teksten", i)), &ps)
			}
		}
	}
	return ps
}

func checkFile(folder fs.FS, name string, pos Pos, ps *Problems) {
	clean, ok := LocalPath(name)
	if !ok {
		ps.add(pos, Error, "pad-buiten-map", name)
		return
	}
	f, err := folder.Open(clean)
	if err != nil {
		*ps = append(*ps, FileProblem(folder, name, pos, err))
		return
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && !info.Mode().IsRegular() {
		ps.add(pos, Error, "bestand-onleesbaar", name, Reason{"geen gewoon bestand", "no ordinary file"})
	}
}

// FileProblem turns the error of opening a file of the journey's folder into a problem.
func FileProblem(folder fs.FS, name string, pos Pos, err error) Problem {
	p := Problem{Pos: pos, Severity: Error}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Code, p.Args = "bestand-ontbreekt", []any{name, Suggestion(sibling(folder, name))}
	case strings.Contains(err.Error(), "escapes"): // os.Root: a link that leads out of the folder
		p.Code, p.Args = "pad-buiten-map", []any{name}
	default:
		p.Code, p.Args = "bestand-onleesbaar", []any{name, FileReason(err)}
	}
	return p
}

// sibling finds a file in the same folder whose name was most likely meant.
func sibling(folder fs.FS, name string) string {
	clean, _ := LocalPath(name)
	entries, err := fs.ReadDir(folder, path.Dir(clean))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		names = append(names, path.Join(path.Dir(clean), e.Name()))
	}
	return Nearest(clean, names)
}

// LocalPath turns a path as typed (with / or \) into one that is safe to open below the
// journey's folder; ok is false when it would lead out of it.
func LocalPath(name string) (clean string, ok bool) {
	clean = strings.ReplaceAll(name, `\`, "/")
	if clean == "" || strings.HasPrefix(clean, "/") || strings.ContainsAny(clean, ":\x00") {
		return "", false
	}
	clean = path.Clean(clean)
	return clean, fs.ValidPath(clean) && clean != "."
}
