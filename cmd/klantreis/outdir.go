package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// outdir is the folder of one gift. Files are written aside first and moved in together, so
// that an interrupted run leaves the old gift or the new one, never half a file; when one of them
// cannot be replaced, those that were are put back. A list of what
// we wrote lies with it: only those files are ever replaced or removed, and only as long as
// nobody else has changed them.
type outdir struct {
	dir    string
	stage  string
	rename func(from, to string) error // moves one file in; nil: os.Rename
}

// listName is the file that tells which files are ours.
const listName = ".klantreis-bestanden.json"

// fileList is name → SHA-256 of the content as we wrote it.
type fileList map[string]string

func openOutdir(parent, id string) (*outdir, error) {
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	o := &outdir{dir: filepath.Join(parent, id), stage: filepath.Join(parent, "."+id+".klantreis-nieuw")}
	if err := os.RemoveAll(o.stage); err != nil { // left by a run that was killed
		return nil, err
	}
	return o, os.Mkdir(o.stage, 0o755)
}

// discard removes what was written aside.
func (o *outdir) discard() { os.RemoveAll(o.stage) }

// write puts one file aside.
func (o *outdir) write(name string, content []byte) error {
	return os.WriteFile(filepath.Join(o.stage, name), content, 0o644)
}

// commit moves the files in. Belongs tells which of an earlier run's files this run would have
// made again if they still existed. It returns, for files that somebody else had changed or
// put there, under which names they were kept. With an error the folder is as it was: an error of
// type blocked names the file that stood in the way.
func (o *outdir) commit(belongs func(name string) bool) (kept []string, err error) {
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return nil, err
	}
	old, err := o.list()
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(o.stage)
	if err != nil {
		return nil, err
	}
	fresh := fileList{}
	for _, e := range entries {
		if fresh[e.Name()], err = hash(filepath.Join(o.stage, e.Name())); err != nil {
			return nil, err
		}
		if info, err := os.Lstat(filepath.Join(o.dir, e.Name())); err == nil && info.IsDir() {
			return nil, blocked{dir: o.dir, name: e.Name(), folder: true, err: fs.ErrExist}
		}
	}
	var done undoing
	defer func() {
		if err != nil {
			done.undo()
		}
	}()
	for _, name := range names(fresh) {
		var back func()
		now, err := hash(filepath.Join(o.dir, name))
		if err == nil && now == fresh[name] {
			continue
		}
		if err == nil && now != old[name] {
			aside, err := o.keep(name)
			if err != nil {
				return nil, o.blockedBy(name, err)
			}
			kept = append(kept, aside)
			done.add(func() { os.Rename(filepath.Join(o.dir, aside), filepath.Join(o.dir, name)) })
			back = func() { os.Remove(filepath.Join(o.dir, name)) }
		} else if back, err = o.replacing(name); err != nil {
			return nil, o.blockedBy(name, err)
		}
		if err := o.move(name); err != nil {
			return nil, o.blockedBy(name, err)
		}
		done.add(back)
	}
	for _, name := range names(old) {
		path := filepath.Join(o.dir, name)
		if _, again := fresh[name]; again {
			continue
		}
		if !belongs(name) {
			fresh[name] = old[name] // of a part that this run did not make
			continue
		}
		if now, err := hash(path); err == nil && now == old[name] {
			back, err := o.replacing(name)
			if err != nil {
				return nil, o.blockedBy(name, err)
			}
			if err := os.Remove(path); err != nil {
				return nil, o.blockedBy(name, err)
			}
			done.add(back)
		}
	}
	return kept, o.writeList(fresh)
}

// keep renames a file that is not ours out of the way: advies.pdf becomes advies.bewaard.pdf.
func (o *outdir) keep(name string) (aside string, err error) {
	ext := filepath.Ext(name)
	base := strings.TrimSuffix(name, ext)
	for i := 1; ; i++ {
		aside = base + ".bewaard" + ext
		if i > 1 {
			aside = fmt.Sprintf("%s.bewaard-%d%s", base, i, ext)
		}
		if _, err := os.Lstat(filepath.Join(o.dir, aside)); errors.Is(err, fs.ErrNotExist) {
			return aside, os.Rename(filepath.Join(o.dir, name), filepath.Join(o.dir, aside))
		}
	}
}

// list reads which files are ours; a list that cannot be read counts as none, so that nothing
// is taken for ours by mistake.
func (o *outdir) list() (fileList, error) {
	content, err := os.ReadFile(filepath.Join(o.dir, listName))
	if errors.Is(err, fs.ErrNotExist) {
		return fileList{}, nil
	}
	if err != nil {
		return nil, err
	}
	list := fileList{}
	if json.Unmarshal(content, &list) != nil {
		return fileList{}, nil
	}
	for name := range list {
		if filepath.Base(name) != name || name == ".." {
			delete(list, name) // not one of ours: we never write below the folder
		}
	}
	return list, nil
}

func (o *outdir) writeList(list fileList) error {
	content, err := json.MarshalIndent(list, "", "  ") // sorted by name
	if err != nil {
		return err
	}
	if err := o.write(listName, append(content, '\n')); err != nil {
		return err
	}
	return os.Rename(filepath.Join(o.stage, listName), filepath.Join(o.dir, listName))
}

func names(list fileList) []string {
	var all []string
	for name := range list {
		all = append(all, name)
	}
	sort.Strings(all)
	return all
}

func hash(path string) (string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:]), nil
}
