package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"klantreis/cmd/klantreis/room"
	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/arena"
	"klantreis/journeys/evidence"
)

// deskRoom lets the desk of a folder hold a klantarena.
func (a *app) deskRoom(folder, private string, cache func(of string) evidence.Cache) (*room.Manager, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	return room.New(room.Options{
		Lang: string(a.words.lang), Private: private, Pages: workspace.GuestPages(), Policy: workspace.GuestPolicy, Now: time.Now,
		Journey: func(name string) (room.Subject, error) { return a.roomSubject(root, folder, name, cache) },
		Keep:    func(name string, before []byte, saved arena.Saved) error { return keepArena(root, name, before, saved) },
	}), nil
}

// roomSubject reads a journey for a klantarena. Connections are not asked: a room does not wait for a database.
func (a *app) roomSubject(root *os.Root, folder, name string, cache func(of string) evidence.Cache) (s room.Subject, err error) {
	if !workspace.IsJourneyPath(name) {
		return s, fs.ErrNotExist
	}
	if s.Source, err = root.ReadFile(filepath.FromSlash(name)); err != nil {
		return s, err
	}
	s.Folder = filepath.Join(folder, filepath.FromSlash(path.Dir(name)))
	j, problems := journeys.Parse(name, s.Source)
	if problems.HasErrors() {
		return s, problems
	}
	inside, err := root.OpenRoot(filepath.FromSlash(path.Dir(name)))
	if err != nil {
		return s, err
	}
	defer inside.Close()
	e, _ := evidence.BindWith(j, inside.FS(), evidence.Options{Cache: cache(s.Folder)})
	s.Plan = arena.PlanOf(j, journeys.DateOf(time.Now().In(journeys.Amsterdam())))
	for i, phase := range j.Phases {
		s.Phases = append(s.Phases, phase.Title)
		for _, step := range phase.Steps {
			out := api.RoomStep{ID: step.ID, Title: step.Title, Phase: i, Words: []api.RoomWord{}}
			if feeling := e.Step(step.ID).Emotion; feeling.Kind != evidence.None {
				out.Measured, out.Base, out.Typed = &feeling.Value, feeling.N, feeling.Kind != evidence.Derived
			}
			s.Steps = append(s.Steps, out)
		}
	}
	return s, nil
}

// errJourneyChanged says that the file is not what it was when the session was looked through.
var errJourneyChanged = errors.New("the journey changed meanwhile")

// keepArena writes the signals of a session and then the journey that names them. When the second fails, the
// first goes again.
func keepArena(root *os.Root, name string, before []byte, saved arena.Saved) error {
	if now, err := root.ReadFile(filepath.FromSlash(name)); err != nil {
		return err
	} else if !bytes.Equal(now, before) {
		return errJourneyChanged
	}
	signals := filepath.FromSlash(path.Join(path.Dir(name), saved.File))
	if err := root.MkdirAll(filepath.Dir(signals), 0o755); err != nil {
		return err
	}
	f, err := root.OpenFile(signals, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(saved.Signals)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = replaceFile(filepath.Join(root.Name(), filepath.FromSlash(name)), saved.Journey)
	}
	if err != nil {
		root.Remove(signals)
	}
	return err
}
