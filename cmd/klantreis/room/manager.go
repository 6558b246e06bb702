package room

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/arena"
)

// Options are what a manager needs from the program.
type Options struct {
	Lang    string
	Private string // a folder of this user's own, for codes and keys
	Pages   fs.FS  // guest.html, door.html and what they name
	Policy  string // Content-Security-Policy of those
	Now     func() time.Time
	// Journey reads a journey: what the session is about, and what is known of its steps.
	Journey func(path string) (Subject, error)
	// Keep writes the journey and the signals, both or neither; the journey only when it still is what was read.
	Keep func(path string, before []byte, saved arena.Saved) error
	// Addresses are where this machine can be reached; nil: Addresses.
	Addresses func() []string
}

// Subject is a journey as a klantarena needs it.
type Subject struct {
	Source []byte         // of the file
	Folder string         // that holds it, on disk
	Plan   arena.Plan     // with today as its date
	Phases []string       // titles, in order
	Steps  []api.RoomStep // in the order of the plan
}

// Manager opens and closes the one klantarena that a desk can have. Until somebody asks for that, no other machine
// can reach this one.
type Manager struct {
	Options
	mu   sync.Mutex
	open *session
}

// session is a klantarena that goes on.
type session struct {
	path   string
	hall   *Hall
	stage  *Stage
	server *http.Server
	life   context.Context // until it is closed
	end    context.CancelFunc
}

// New makes a manager.
func New(o Options) *Manager {
	if o.Addresses == nil {
		o.Addresses = Addresses
	}
	return &Manager{Options: o}
}

// ServeHTTP answers what begins with /api/room. It stands behind the door of the desk.
func (m *Manager) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.Method + " " + r.URL.Path {
	case "GET /api/room/addresses":
		reply(w, api.RoomAddresses{Addresses: slices.Concat([]string{}, m.Addresses())})
		return
	case "POST /api/room/open":
		m.begin(w, r)
		return
	case "POST /api/room/close":
		if err := m.Close(); err != nil {
			fault(w, http.StatusInternalServerError, "niet-gesloten", Words(m.Lang)(err))
			return
		}
		w.WriteHeader(http.StatusNoContent)
		return
	}
	m.mu.Lock()
	now := m.open
	m.mu.Unlock()
	if now == nil {
		fault(w, http.StatusNotFound, "geen-klantarena", Words(m.Lang)(errClosed))
		return
	}
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(now.life, cancel)() // a stream ends with its klantarena
	now.stage.Handler().ServeHTTP(w, r.WithContext(ctx))
}

func (m *Manager) begin(w http.ResponseWriter, r *http.Request) {
	var in api.RoomOpen
	if !receive(w, r, bodyLimit, &in) {
		return
	}
	stage, err := m.Begin(in)
	if err != nil {
		fault(w, http.StatusUnprocessableEntity, "niet-geopend", m.Why(err))
		return
	}
	reply(w, stage.room())
}

// Begin opens a klantarena, or goes on with the one of today that was not saved yet.
func (m *Manager) Begin(in api.RoomOpen) (*Stage, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.open != nil {
		if m.open.path == in.Path {
			return m.open.stage, nil
		}
		return nil, errOther
	}
	if !slices.Contains(slices.Concat(m.Addresses(), []string{"127.0.0.1"}), in.Address) {
		return nil, errAddress
	}
	subject, err := m.Journey(in.Path)
	if err != nil {
		return nil, err
	}
	subject.Plan.Names = in.Names
	name, err := logFile(subject, in.Fresh)
	if err != nil {
		return nil, err
	}
	secret, err := m.secretOf(name)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp4", fmt.Sprintf("%s:%d", in.Address, portFor(in, secret)))
	if err != nil {
		return nil, errors.Join(errPort, err)
	}
	secret.Port = listener.Addr().(*net.TCPAddr).Port
	if err := m.keepSecret(name, secret); err != nil {
		listener.Close()
		return nil, err
	}
	hall, err := OpenHall(name, in.Path, subject.Plan, m.Now)
	if err != nil {
		listener.Close()
		return nil, errors.Join(errNoLog, err)
	}
	host := listener.Addr().String()
	address := "http://" + host + "/" + secret.Code + "/"
	picture, err := QR(address, address)
	if err != nil {
		listener.Close()
		return nil, errors.Join(err, hall.Close())
	}
	words := Words(m.Lang)
	guests := &Guests{Hall: hall, Secret: secret, Lang: m.Lang, Pages: m.Pages, Policy: m.Policy, Words: words, Now: m.Now, Hosts: []string{host}}
	stage := &Stage{Hall: hall, Lang: m.Lang, Code: secret.Code, Address: address, QR: picture, Phases: subject.Phases, Steps: stepsOf(hall, subject.Steps), Words: m.Why, Undo: UndoWords(m.Lang), Now: m.Now}
	stage.Journey = func() (string, []byte, error) {
		s, err := m.Journey(in.Path)
		return in.Path, s.Source, err
	}
	stage.Taken = func(file string) bool {
		_, err := os.Lstat(filepath.Join(subject.Folder, filepath.FromSlash(file)))
		return err == nil
	}
	stage.Keep = func(before []byte, saved arena.Saved) error {
		if err := m.Keep(in.Path, before, saved); err != nil {
			return err
		}
		return markSaved(name)
	}
	if bare, found := strings.CutSuffix(host, ":80"); found { // browsers leave that one out
		guests.Hosts = append(guests.Hosts, bare)
	}
	server := guestServer(guests.Handler())
	life, end := context.WithCancel(context.Background())
	m.open = &session{in.Path, hall, stage, server, life, end}
	go server.Serve(limited(listener))
	return stage, nil
}

// stepsOf are the steps of a session in its own order: those of a log that goes on are the steps of that day.
func stepsOf(h *Hall, steps []api.RoomStep) []api.RoomStep {
	var out []api.RoomStep
	h.Look(func(r *arena.Room) {
		for _, i := range r.Plan.Steps {
			step := api.RoomStep{ID: i.ID, Title: i.Title, Phase: -1}
			for _, s := range steps {
				if s.ID == i.ID {
					step = s
				}
			}
			out = append(out, step)
		}
	})
	return out
}

// Close ends the klantarena: telephones are sent away, the log stays.
func (m *Manager) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.open == nil {
		return nil
	}
	now := m.open
	m.open = nil
	now.end()
	return errors.Join(now.server.Close(), now.hall.Close())
}

// A log is called after the day of its session, and savedMark is added when it became part of the journey.
const (
	logFolder = "klantarena"
	logEnd    = ".jsonl"
	savedMark = ".bewaard"
)

// logFile is where the events of a session are: of today's that goes on, or of a new one.
func logFile(s Subject, fresh bool) (string, error) {
	folder := filepath.Join(s.Folder, logFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", errors.Join(errNoLog, err)
	}
	for n := 1; ; n++ {
		name := s.Plan.Date.String()
		if n > 1 {
			name += fmt.Sprintf("-%d", n)
		}
		name = filepath.Join(folder, name+logEnd)
		_, saved := os.Lstat(name + savedMark)
		_, there := os.Lstat(name)
		if errors.Is(there, fs.ErrNotExist) || !fresh && there == nil && errors.Is(saved, fs.ErrNotExist) {
			return name, nil
		}
	}
}

// markSaved remembers that a session is part of the journey now, so that the next one is a new one.
func markSaved(name string) error { return os.WriteFile(name+savedMark, nil, 0o600) }

// portFor is the port for telephones: the one that was asked for, or else that of before. 0: any that is free.
func portFor(in api.RoomOpen, s Secret) int {
	if in.Port != 0 {
		return in.Port
	}
	return s.Port
}

// secretFile is where the secret of a session lies.
func (m *Manager) secretFile(name string) string {
	sum := sha256.Sum256([]byte(name))
	return filepath.Join(m.Private, "klantarena-"+hex.EncodeToString(sum[:8])+".json")
}

// secretOf is the code and key of a session; they are made once.
func (m *Manager) secretOf(name string) (s Secret, err error) {
	content, err := os.ReadFile(m.secretFile(name))
	if err == nil && json.Unmarshal(content, &s) == nil && len(s.Code) == 10 && len(s.Key) == 32 {
		return s, nil
	}
	return NewSecret(), nil
}

func (m *Manager) keepSecret(name string, s Secret) error {
	content, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return os.WriteFile(m.secretFile(name), content, 0o600)
}

var (
	errOther   = errors.New("another klantarena goes on")
	errAddress = errors.New("no address of this machine")
	errPort    = errors.New("the port is taken")
)

// Why puts into words what keeps a session from being opened or saved. Faults of the journey come in its own words.
func (m *Manager) Why(err error) string {
	var problems journeys.Problems
	if errors.As(err, &problems) && len(problems) > 0 {
		message, help := problems[0].Text(m.Lang)
		return strings.TrimSpace(message + " " + help)
	}
	return Words(m.Lang)(err)
}
