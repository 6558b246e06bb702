package workspace

import (
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

// drops keeps files that were dropped on the page in a folder of this user only, until they are added, thrown
// away, or the program ends. They hold signals of people.
type drops struct {
	folder string

	mu  sync.Mutex
	all []dropped // oldest first
}

// dropped is one of them: how it is called for the page, on this machine, and by the user.
type dropped struct{ id, file, name string }

const (
	mostDrops = 8
	maxDrop   = 2 << 30
	dropTime  = 10 * time.Minute // to hand over a file
)

func newDrops(private string) *drops {
	d := &drops{folder: filepath.Join(private, "neergezet")}
	d.clear() // what a killed run left: it holds signals
	return d
}

func (d *drops) clear() { os.RemoveAll(d.folder) }

// take writes a file down.
func (d *drops) take(name string, content io.Reader) (dropped, error) {
	id := secret()
	// The ending tells what kind of file it is; of the name no more goes to disk.
	in := dropped{id, filepath.Join(d.folder, id, "neergezet"+strings.ToLower(filepath.Ext(name))), name}
	if err := os.MkdirAll(filepath.Dir(in.file), 0o700); err != nil {
		return in, err
	}
	f, err := os.OpenFile(in.file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		_, err = io.Copy(f, content)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		os.RemoveAll(filepath.Dir(in.file))
		return in, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.all = append(d.all, in)
	for len(d.all) > mostDrops {
		os.RemoveAll(filepath.Dir(d.all[0].file))
		d.all = d.all[1:]
	}
	return in, nil
}

func (d *drops) of(id string) (dropped, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := slices.IndexFunc(d.all, func(in dropped) bool { return in.id == id })
	if i < 0 {
		return dropped{}, false
	}
	return d.all[i], true
}

func (d *drops) remove(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.all = slices.DeleteFunc(d.all, func(in dropped) bool {
		if in.id == id {
			os.RemoveAll(filepath.Dir(in.file))
		}
		return in.id == id
	})
}

// drop takes a file. Its name may not be that of anything but a file.
func (s *Server) drop(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	switch {
	case !plainName(name) || len(name) > 200:
		s.fail(w, name, errBadPath)
		return
	case !contentType(r, "application/octet-stream"):
		s.fault(w, http.StatusUnsupportedMediaType, "soort", s.say.notRead())
		return
	case s.Tools.Drop == nil:
		s.fault(w, http.StatusNotImplemented, "nog-niet", s.say.notYet())
		return
	case r.ContentLength > maxDrop:
		s.fail(w, name, &http.MaxBytesError{Limit: maxDrop})
		return
	}
	control := http.NewResponseController(w)
	control.SetReadDeadline(time.Now().Add(dropTime))
	control.SetWriteDeadline(time.Now().Add(2 * dropTime))
	in, err := s.drops.take(name, http.MaxBytesReader(w, r.Body, maxDrop))
	if err != nil {
		s.fail(w, name, err)
		return
	}
	s.lookAt(w, r, in, api.DropLook{ID: in.id, Path: r.URL.Query().Get("path")})
}

func (s *Server) lookAt(w http.ResponseWriter, r *http.Request, in dropped, look api.DropLook) {
	if look.Path != "" && !journeyPath(look.Path) {
		s.fail(w, look.Path, errBadPath)
		return
	}
	out, err := s.Tools.Drop(r.Context(), in.file, in.name, look)
	if err != nil {
		s.fail(w, in.name, err)
		return
	}
	out.ID = in.id
	s.answer(w, http.StatusOK, out)
}

func (s *Server) dropLook(w http.ResponseWriter, r *http.Request) {
	look, ok := read[api.DropLook](s, w, r)
	if !ok {
		return
	}
	in, there := s.drops.of(look.ID)
	if !there || s.Tools.Drop == nil {
		s.fault(w, http.StatusNotFound, "weg", s.say.noDrop())
		return
	}
	s.lookAt(w, r, in, look)
}

// dropAdd writes the file beside the journey when the user said so, and then gives the text with the entry.
// The journey itself is saved by who typed it.
func (s *Server) dropAdd(w http.ResponseWriter, r *http.Request) {
	add, ok := read[api.DropAdd](s, w, r)
	if !ok {
		return
	}
	in, there := s.drops.of(add.ID)
	switch {
	case !journeyPath(add.Path):
		s.fail(w, add.Path, errBadPath)
		return
	case !there:
		s.fault(w, http.StatusNotFound, "weg", s.say.noDrop())
		return
	case s.Tools.Add == nil:
		s.fault(w, http.StatusNotImplemented, "nog-niet", s.say.notYet())
		return
	}
	beside, written := in.name, ""
	if add.Copy {
		var err error
		if written, err = copyBeside(s.root, path.Dir(add.Path), in); err != nil {
			s.fail(w, in.name, err)
			return
		}
		beside = strings.TrimPrefix(strings.TrimPrefix(written, path.Dir(add.Path)), "/")
	}
	out, err := s.Tools.Add(r.Context(), beside, in.file, add)
	if err != nil {
		if written != "" {
			s.root.Remove(written)
		}
		s.fail(w, add.Path, err)
		return
	}
	s.answer(w, http.StatusOK, out)
}

// copyBeside copies a dropped file into signalen/ beside a journey; a name that is taken gets a number.
func copyBeside(root *os.Root, dir string, in dropped) (string, error) {
	from, err := os.Open(in.file)
	if err != nil {
		return "", err
	}
	defer from.Close()
	folder := path.Join(dir, "signalen")
	if err := root.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	ext := path.Ext(in.name)
	for i := 1; i < 1000; i++ {
		name := path.Join(folder, in.name)
		if i > 1 {
			name = path.Join(folder, strings.TrimSuffix(in.name, ext)+"-"+strconv.Itoa(i)+ext)
		}
		to, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) // signals: of this user, until they share it
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = io.Copy(to, from)
		if err = errors.Join(err, to.Sync(), to.Close()); err != nil {
			root.Remove(name)
			return "", err
		}
		return name, nil
	}
	return "", fs.ErrExist
}

func (s *Server) deleteDrop(w http.ResponseWriter, r *http.Request) {
	s.drops.remove(r.URL.Query().Get("id"))
	w.WriteHeader(http.StatusNoContent)
}
