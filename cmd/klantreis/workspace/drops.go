package workspace

import (
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
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
	all []Upload // oldest first
}

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
func (d *drops) take(name string, content io.Reader) (Upload, error) {
	id := secret()
	// The ending tells what kind of file it is; of the name no more goes to disk.
	in := Upload{ID: id, Disk: filepath.Join(d.folder, id, "neergezet"+strings.ToLower(filepath.Ext(name))), Name: name}
	if err := os.MkdirAll(filepath.Dir(in.Disk), 0o700); err != nil {
		return in, err
	}
	f, err := os.OpenFile(in.Disk, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		_, err = io.Copy(f, content)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		os.RemoveAll(filepath.Dir(in.Disk))
		return in, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.all = append(d.all, in)
	for len(d.all) > mostDrops {
		os.RemoveAll(filepath.Dir(d.all[0].Disk))
		d.all = d.all[1:]
	}
	return in, nil
}

func (d *drops) of(id string) (Upload, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := slices.IndexFunc(d.all, func(in Upload) bool { return in.ID == id })
	if i < 0 {
		return Upload{}, false
	}
	return d.all[i], true
}

func (d *drops) remove(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.all = slices.DeleteFunc(d.all, func(in Upload) bool {
		if in.ID == id {
			os.RemoveAll(filepath.Dir(in.Disk))
		}
		return in.ID == id
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
	out, err := s.Tools.Drop(r.Context(), in)
	if err != nil { // it holds what people said, and nobody can ask for it any more
		s.drops.remove(in.ID)
	}
	s.dropped(w, in, out, err)
}

func (s *Server) dropped(w http.ResponseWriter, in Upload, out api.Dropped, err error) {
	if err != nil {
		s.fail(w, in.Name, err)
		return
	}
	out.ID = in.ID
	s.answer(w, http.StatusOK, out)
}

func (s *Server) dropLook(w http.ResponseWriter, r *http.Request) {
	look, ok := read[api.DropLook](s, w, r)
	if !ok {
		return
	}
	in, there := s.drops.of(look.ID)
	switch {
	case look.Path != "" && !journeyPath(look.Path):
		s.fail(w, look.Path, errBadPath)
		return
	case !there:
		s.fault(w, http.StatusNotFound, "weg", s.say.noDrop())
		return
	case s.Tools.Look == nil:
		s.fault(w, http.StatusNotImplemented, "nog-niet", s.say.notYet())
		return
	}
	out, err := s.Tools.Look(r.Context(), in, look)
	s.dropped(w, in, out, err)
}

// dropAdd gives the text with the entry of a dropped file. The journey itself is saved by who typed it.
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
	out, err := s.Tools.Add(r.Context(), in, add)
	if err != nil {
		s.fail(w, add.Path, err)
		return
	}
	s.answer(w, http.StatusOK, out)
}

func (s *Server) deleteDrop(w http.ResponseWriter, r *http.Request) {
	s.drops.remove(r.URL.Query().Get("id"))
	w.WriteHeader(http.StatusNoContent)
}
