package workspace

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

// folderName is what the folder is called, without where on the machine it lies.
func folderName(folder string) string {
	if whole, err := filepath.Abs(folder); err == nil {
		folder = whole
	}
	return filepath.Base(folder)
}

// cards shows all journeys of the folder.
func (s *Server) cards(w http.ResponseWriter, r *http.Request) {
	s.watch.look()
	cards := api.Cards{Journeys: []api.Card{}, Unread: []api.Unread{}}
	for _, name := range s.watch.list() {
		if r.Context().Err() != nil {
			return
		}
		content, err := s.journey(name)
		if err != nil {
			cards.Unread = append(cards.Unread, api.Unread{Path: name, Message: s.why(name, err)})
			continue
		}
		card := api.Card{Title: journeys.IDFromPath(name)}
		if s.Tools.Card != nil {
			if card, err = s.Tools.Card(r.Context(), name, asText(content)); err != nil {
				cards.Unread = append(cards.Unread, api.Unread{Path: name, Message: s.why(name, err)})
				continue
			}
		}
		card.Path = name
		if card.Attention == nil {
			card.Attention = []string{}
		}
		card.Draft = s.drafts.of(s.whole(name), name) != nil
		cards.Journeys = append(cards.Journeys, card)
	}
	s.answer(w, http.StatusOK, cards)
}

// why says why a file cannot be opened.
func (s *Server) why(name string, err error) string {
	var told Told
	switch {
	case errors.As(err, &told):
		return told.Message
	case errors.Is(err, errBadPath):
		return s.say.badPath(name)
	case errors.Is(err, errTooLarge):
		return s.say.tooLarge(journeys.MaxFileSize)
	case errors.Is(err, errNotUTF8):
		return s.say.notUTF8(name)
	case errors.Is(err, fs.ErrPermission):
		return s.say.mayNot(name)
	}
	return s.say.failed(s.reason(err))
}

// begins are the starting points of a new journey.
func (s *Server) begins(ctx context.Context) []api.Begin {
	if s.Tools.Begins == nil {
		return []api.Begin{}
	}
	return s.Tools.Begins(ctx)
}

const longestTitle = 200

func (s *Server) newJourney(w http.ResponseWriter, r *http.Request) {
	in, ok := read[api.NewJourney](s, w, r)
	if !ok {
		return
	}
	in.Title = strings.TrimSpace(in.Title)
	if in.Title == "" || utf8.RuneCountInString(in.Title) > longestTitle || strings.ContainsFunc(in.Title, isControl) {
		s.fail(w, "", Told{"titel", s.say.noTitle()})
		return
	}
	if s.Tools.Begun == nil {
		s.fault(w, http.StatusNotImplemented, "nog-niet", s.say.notYet())
		return
	}
	files, notes, err := s.Tools.Begun(r.Context(), in)
	if errors.Is(err, ErrNoBegin) {
		err = Told{"beginpunt", s.say.noBegin()}
	}
	if err != nil {
		s.fail(w, "", err)
		return
	}
	dir, err := writeFolder(s.root, journeys.Slug(in.Title), files)
	if err != nil {
		s.fail(w, dir, err)
		return
	}
	if notes == nil {
		notes = []string{}
	}
	s.watch.look()
	s.answer(w, http.StatusOK, api.Created{Path: path.Join(dir, "klantreis.yaml"), Notes: notes})
}

func isControl(r rune) bool { return r < 0x20 || r == 0x7f || r == 0x2028 || r == 0x2029 }

// writeFolder makes a folder of its own for files, with a number when the name is taken. The files come in a
// hidden folder first, that is then renamed, so that nobody sees half of them.
func writeFolder(root *os.Root, name string, files map[string][]byte) (dir string, err error) {
	if name = strings.Trim(name, "-"); name == "" || !plainName(name) {
		name = "klantreis"
	}
	name = name[:min(len(name), 60)]
	aside := asideName()
	if err := root.Mkdir(aside, 0o755); err != nil {
		return name, err
	}
	defer root.RemoveAll(aside)
	names := make([]string, 0, len(files))
	for file := range files {
		names = append(names, file)
	}
	slices.Sort(names)
	for _, file := range names {
		if !checkPath(file) {
			return name, errBadPath
		}
		at := path.Join(aside, file)
		if err := root.MkdirAll(path.Dir(at), 0o755); err != nil {
			return name, err
		}
		if err := writeNew(root, at, files[file], 0o644); err != nil {
			return name, err
		}
	}
	for i := 1; i < 1000; i++ {
		dir = name
		if i > 1 {
			dir = fmt.Sprintf("%s-%d", name, i)
		}
		// Made first: a rename would take the place of an empty folder on some systems, and fail on others.
		if _, err := root.Lstat(dir); err == nil {
			continue
		} else if !errors.Is(err, fs.ErrNotExist) {
			return name, err
		}
		if err := root.Rename(aside, dir); err == nil {
			return dir, nil
		} else if _, taken := root.Lstat(dir); taken != nil {
			return name, err
		}
	}
	return name, fs.ErrExist
}
