package workspace

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

// drafts keeps what was typed and not saved, for this user only, until it is saved or thrown away. Each is on
// disk before the page is answered, so that neither a crash nor an empty battery takes it.
type drafts struct{ private string }

func (d drafts) folder() string { return filepath.Join(d.private, "concepten") }

// file is where the draft of a journey lies; whole is the journey's full path on this machine.
func (d drafts) file(whole string) string {
	sum := sha256.Sum256([]byte(whole))
	return filepath.Join(d.folder(), hex.EncodeToString(sum[:16])+".json")
}

// of gives the draft of a journey; nil: there is none. Path is how the page calls the journey.
func (d drafts) of(whole, path string) *api.Draft {
	content, err := os.ReadFile(d.file(whole))
	if err != nil {
		return nil
	}
	var draft api.Draft
	if json.Unmarshal(content, &draft) != nil {
		return nil
	}
	draft.Path = path
	return &draft
}

func (d drafts) keep(whole string, draft api.Draft) error {
	content, err := json.Marshal(draft)
	if err != nil {
		return err
	}
	return replacePrivate(d.file(whole), content)
}

func (d drafts) remove(whole string) error {
	err := os.Remove(d.file(whole))
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

// removeIf takes a draft away that says what was saved. Another window may have typed on since.
func (d drafts) removeIf(whole, text string) {
	if draft := d.of(whole, ""); draft != nil && draft.Text == text {
		d.remove(whole)
	}
}

// any tells whether something was typed and not saved.
func (d drafts) any() bool {
	entries, _ := os.ReadDir(d.folder())
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".json") {
			return true
		}
	}
	return false
}

// replacePrivate writes a file that only this user may read: aside, to the disk, and then in its place.
func replacePrivate(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), "half-*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// whole is the full path of a journey, for the names of drafts.
func (s *Server) whole(name string) string { return filepath.Join(s.Folder, filepath.FromSlash(name)) }

func (s *Server) putDraft(w http.ResponseWriter, r *http.Request) {
	in, ok := read[api.Draft](s, w, r)
	if !ok {
		return
	}
	switch {
	case !journeyPath(in.Path):
		s.fail(w, in.Path, errBadPath)
		return
	case len(in.Text) > journeys.MaxFileSize:
		s.fail(w, in.Path, errTooLarge)
		return
	}
	if err := s.drafts.keep(s.whole(in.Path), in); err != nil {
		s.fail(w, in.Path, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) deleteDraft(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("path")
	if !journeyPath(name) {
		s.fail(w, name, errBadPath)
		return
	}
	if err := s.drafts.remove(s.whole(name)); err != nil {
		s.fail(w, name, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
