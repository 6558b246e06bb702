package room

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys/arena"
)

// Stage is what the screen of the room and the facilitator's page ask. It trusts who asks: it stands behind the door
// of the desk, on this machine, and is never given to the guests' listener.
type Stage struct {
	Hall    *Hall
	Lang    string
	Code    string
	Address string         // that telephones open
	QR      string         // SVG
	Phases  []string       // titles
	Steps   []api.RoomStep // what the journey says of its steps
	Words   func(error) string
	Undo    func(arena.Event, arena.Plan) string // what an event is called in the list of what can be taken back
	Now     func() time.Time
	// Journey gives the journey file as it is now; Taken tells whether a file lies in its folder; Keep writes the
	// journey and the signals, both or neither.
	Journey func() (path string, src []byte, err error)
	Taken   func(file string) bool
	Keep    func(before []byte, saved arena.Saved) error
	all     shared
}

// Handler answers what begins with /api/room.
func (s *Stage) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/room", func(w http.ResponseWriter, _ *http.Request) { reply(w, s.room()) })
	mux.HandleFunc("GET /api/room/events", s.events)
	mux.HandleFunc("GET /api/room/mine", s.mine)
	mux.HandleFunc("POST /api/room/do", s.do)
	mux.HandleFunc("POST /api/room/review", s.review)
	mux.HandleFunc("POST /api/room/save", s.save)
	return mux
}

// mostUndo is how many steps back the facilitator is shown.
const mostUndo = 20

// stageLimit bounds what the facilitator sends, in bytes: a group of all cards there may be.
const stageLimit = 8 << 20

func (s *Stage) room() api.Room {
	now := s.Now()
	out := api.Room{Lang: s.Lang, Code: s.Code, Address: s.Address, QR: s.QR, Guest: guestOf(s.Hall, now), Phases: slices.Concat([]string{}, s.Phases), Steps: slices.Clone(s.Steps),
		Cards: []api.RoomCard{}, Groups: []api.RoomGroup{}, Votes: []api.RoomVotes{}, Undo: []api.RoomUndo{}, Counted: []api.RoomPerson{}}
	switch broken := s.Hall.Broken(); {
	case broken != nil:
		out.Warning = s.Words(broken)
	case s.Hall.Torn:
		out.Warning, out.Half = s.Words(errTorn), true
	}
	s.Hall.Look(func(r *arena.Room) {
		v := r.View()
		out.Title, out.Names = r.Plan.Title, r.Plan.Names
		out.Customers, out.Staff, out.Voters = v.Customers, v.Staff, v.Voters
		out.Mark = api.RoomMean(v.Mark)
		for i, step := range v.Steps {
			if i < len(out.Steps) {
				out.Steps[i].Score, out.Steps[i].Notes, out.Steps[i].Words = api.RoomMean(step.Score), step.Notes, []api.RoomWord{}
				for _, w := range step.Words {
					out.Steps[i].Words = append(out.Steps[i].Words, api.RoomWord(w))
				}
			}
		}
		for _, c := range r.AllCards() {
			out.Cards = append(out.Cards, api.RoomCard{ID: c.ID, Answer: c.Answer, Question: c.Question, Step: c.Step, Nature: c.Nature, Text: c.Text, Group: c.Group, Name: c.Name, Hidden: c.Hidden})
		}
		for _, g := range v.Groups {
			out.Groups = append(out.Groups, api.RoomGroup(g))
		}
		for i, t := range v.Votes {
			out.Votes = append(out.Votes, api.RoomVotes{Advice: t.Advice, Title: r.Plan.Advice[i].Title, N: t.N})
		}
		for _, p := range r.Counted() {
			out.Counted = append(out.Counted, api.RoomPerson{Who: p.Who, Role: string(p.Role), Name: p.Name})
		}
		for _, n := range r.CanUndo(mostUndo) {
			out.Undo = append(out.Undo, api.RoomUndo{Number: n, Label: s.Undo(r.Events(n)[0], r.Plan)})
		}
	})
	return out
}

func (s *Stage) events(w http.ResponseWriter, r *http.Request) {
	stream(w, r, s.Hall.Changed, s.message)
}

// message is the room for every window that shows it, made once for all of them.
func (s *Stage) message() message {
	all, _ := s.Hall.changes()
	return s.all.get(all, s.Now(), func() message {
		room := s.room()
		return event(room, []any{room.Guest.Last, room.Warning})
	})
}

func (s *Stage) mine(w http.ResponseWriter, r *http.Request) {
	who, err := strconv.Atoi(r.URL.Query().Get("who"))
	if err != nil {
		fault(w, http.StatusBadRequest, "onleesbaar", "")
		return
	}
	var own api.Own
	s.Hall.Look(func(r *arena.Room) {
		m := r.Mine(who)
		own = api.Own{Role: string(m.Role), Scores: m.Scores, Words: m.Words, Votes: m.Votes, Mark: m.Mark}
	})
	reply(w, own)
}

// do lets what the facilitator does happen: anything, also in the name of somebody without a telephone.
func (s *Stage) do(w http.ResponseWriter, r *http.Request) {
	var in api.Sending
	if !receive(w, r, stageLimit, &in) {
		return
	}
	var out api.Sent
	for _, d := range in.Deeds {
		if d.Key != "" {
			d.Key = "regie " + d.Key
		}
		e := eventOf(d)
		if e.ID != "" && (e.Kind == arena.Note || e.Kind == arena.Answer) {
			e.ID = "regie " + e.ID
		}
		e.Typed = e.Who > 0 || e.Kind == arena.Join
		answer := api.DeedAnswer{Key: strings.TrimPrefix(d.Key, "regie ")}
		kept, err := s.Hall.Do(e)
		if err != nil {
			answer.Why, answer.Again = s.Words(err), !ruled(err)
		} else {
			answer.Kept, answer.Text, answer.Who = true, kept.Text, kept.Who
		}
		out.Deeds = append(out.Deeds, answer)
	}
	reply(w, out)
}

// saved is what a choice would make of the session.
func (s *Stage) saved(w http.ResponseWriter, r *http.Request) (saved arena.Saved, path string, before []byte, ok bool) {
	var in api.RoomChoice
	if !receive(w, r, stageLimit, &in) {
		return
	}
	choice := arena.Choice{Title: in.Title}
	for _, b := range in.Bottlenecks {
		choice.Bottlenecks = append(choice.Bottlenecks, arena.Bottleneck(b))
	}
	path, before, err := s.Journey()
	if err == nil {
		s.Hall.Look(func(room *arena.Room) { saved, err = room.Save(path, before, choice, s.Taken) })
	}
	if err != nil {
		fault(w, http.StatusUnprocessableEntity, "niet-bewaard", s.Words(err))
		return saved, path, before, false
	}
	return saved, path, before, true
}

func (s *Stage) review(w http.ResponseWriter, r *http.Request) {
	saved, _, before, ok := s.saved(w, r)
	if !ok {
		return
	}
	out := api.Review{Lines: []string{}, File: saved.File, Rows: saved.Said, Feelings: saved.Felt, Outside: saved.Outside}
	old := map[string]int{}
	for line := range strings.Lines(string(before)) {
		old[strings.TrimRight(line, "\r\n")]++
	}
	for line := range strings.Lines(string(saved.Journey)) {
		if line = strings.TrimRight(line, "\r\n"); old[line] > 0 {
			old[line]--
		} else {
			out.Lines = append(out.Lines, line)
		}
	}
	reply(w, out)
}

func (s *Stage) save(w http.ResponseWriter, r *http.Request) {
	saved, path, before, ok := s.saved(w, r)
	if !ok {
		return
	}
	if err := s.Keep(before, saved); err != nil {
		fault(w, http.StatusInternalServerError, "niet-bewaard", s.Words(err))
		return
	}
	reply(w, api.Kept{Path: path, File: saved.File})
}

// receive reads a body of JSON, or answers why not.
func receive(w http.ResponseWriter, r *http.Request, most int64, into any) bool {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		fault(w, http.StatusRequestEntityTooLarge, "te-groot", "")
		return false
	case err != nil || json.Unmarshal(body, into) != nil:
		fault(w, http.StatusBadRequest, "onleesbaar", "")
		return false
	}
	return true
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}

func fault(w http.ResponseWriter, status int, code, why string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(api.Fault{Code: code, Message: why})
}
