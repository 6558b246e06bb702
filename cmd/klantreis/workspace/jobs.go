package workspace

import (
	"context"
	"errors"
	"net/http"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

// jobs does works one after the other, because each uses all of the machine by itself.
type jobs struct {
	say    catalogue
	hub    *hub
	folder string // that is open
	queue  chan *job

	mu  sync.Mutex
	all []*job // oldest first
}

// job is one work and what came of it. State is guarded by jobs.mu.
type job struct {
	ctx    context.Context
	cancel context.CancelFunc
	work   Work
	ask    api.JobRequest
	state  api.JobState
	told   time.Time
}

const (
	mostWaiting = 8
	keptJobs    = 30 // whose files can still be looked at
	tellPause   = 100 * time.Millisecond
)

func newJobs(say catalogue, hub *hub, folder string) *jobs {
	return &jobs{say: say, hub: hub, folder: folder, queue: make(chan *job, mostWaiting)}
}

// add puts a work in the queue; nil: the queue is full.
func (q *jobs) add(ask api.JobRequest, work Work) *job {
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{ctx: ctx, cancel: cancel, work: work, ask: ask, state: api.JobState{
		ID: secret(), Kind: ask.Kind, Stage: q.say.waiting(), Done: -1, Problems: []api.Problem{}, Files: []api.MadeFile{}}}
	q.mu.Lock()
	defer q.mu.Unlock()
	select {
	case q.queue <- j:
	default:
		cancel()
		return nil
	}
	q.all = append(q.all, j)
	for len(q.all) > keptJobs && q.all[0].state.Ended {
		q.all = q.all[1:]
	}
	return j
}

func (q *jobs) find(id string) *job {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, j := range q.all {
		if j.state.ID == id {
			return j
		}
	}
	return nil
}

// busy tells whether a work is going on or waits.
func (q *jobs) busy() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return slices.ContainsFunc(q.all, func(j *job) bool { return !j.state.Ended })
}

func (q *jobs) stopAll() {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, j := range q.all {
		j.cancel()
	}
}

func (q *jobs) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			q.stopAll()
			return
		case j := <-q.queue:
			q.do(j)
		}
	}
}

func (q *jobs) do(j *job) {
	defer j.cancel()
	var result Result
	err := j.ctx.Err()
	if err == nil {
		result, err = j.work(j.ctx, j.ask, func(stage string, done int) { q.tell(j, stage, done) })
	}
	q.mu.Lock()
	j.state.Ended, j.state.Folder = true, result.Folder
	if j.state.Problems = result.Problems; result.Problems == nil {
		j.state.Problems = []api.Problem{}
	}
	var told Told
	switch {
	case err == nil:
		j.state.Done = 100
	case errors.Is(err, context.Canceled):
		j.state.Failed = q.say.stopped()
	case errors.As(err, &told):
		j.state.Failed = told.Message
	default:
		j.state.Failed = q.say.failed(err.Error())
	}
	for _, f := range result.Files {
		j.state.Files = append(j.state.Files, api.MadeFile{Name: f.Name, Title: f.Title, Kind: strings.TrimPrefix(path.Ext(f.Name), "."),
			URL: "/made/" + j.state.ID + "/" + f.Name, Use: f.Use, About: f.About})
	}
	if len(result.Files) > 0 {
		j.state.Place = filepath.Join(q.folder, filepath.FromSlash(result.Folder))
	}
	state := j.state
	q.mu.Unlock()
	q.hub.send(api.Event{Kind: "job", Path: j.ask.Path, Job: &state})
}

// tell passes on how far a job is, no more often than can be read.
func (q *jobs) tell(j *job, stage string, done int) {
	q.mu.Lock()
	now := time.Now()
	if j.state.Ended || j.state.Stage == stage && now.Sub(j.told) < tellPause {
		q.mu.Unlock()
		return
	}
	j.told, j.state.Stage, j.state.Done = now, stage, done
	state := j.state
	q.mu.Unlock()
	q.hub.send(api.Event{Kind: "job", Path: j.ask.Path, Job: &state})
}

func (s *Server) postJob(w http.ResponseWriter, r *http.Request) {
	in, ok := read[api.JobRequest](s, w, r)
	if !ok {
		return
	}
	if !journeyPath(in.Path) && (in.Path != "" || in.Kind != "overzicht") {
		s.fail(w, in.Path, errBadPath)
		return
	}
	work := s.Tools.Jobs[in.Kind]
	if work == nil {
		s.fault(w, http.StatusNotImplemented, "nog-niet", s.say.notYet())
		return
	}
	j := s.jobs.add(in, work)
	if j == nil {
		s.fault(w, http.StatusConflict, "druk", s.say.busy())
		return
	}
	s.answer(w, http.StatusOK, api.Job{ID: j.state.ID})
}

func (s *Server) deleteJob(w http.ResponseWriter, r *http.Request) {
	j := s.jobs.find(r.URL.Query().Get("id"))
	if j == nil {
		s.fault(w, http.StatusNotFound, "weg", s.say.noJob())
		return
	}
	j.cancel()
	w.WriteHeader(http.StatusNoContent)
}

// reveal shows the folder of a job that made something. The page names a job and no folder: what is shown is what
// this program wrote.
func (s *Server) reveal(w http.ResponseWriter, r *http.Request) {
	in, ok := read[api.Job](s, w, r)
	if !ok {
		return
	}
	j := s.jobs.find(in.ID)
	place := ""
	if j != nil {
		s.jobs.mu.Lock()
		place = j.state.Place
		s.jobs.mu.Unlock()
	}
	switch {
	case s.Tools.Reveal == nil:
		s.fault(w, http.StatusNotImplemented, "nog-niet", s.say.notYet())
	case place == "":
		s.fault(w, http.StatusNotFound, "weg", s.say.noJob())
	case s.Tools.Reveal(place) != nil:
		s.fault(w, http.StatusInternalServerError, "map", s.say.noReveal())
	default:
		w.WriteHeader(http.StatusNoContent)
	}
}
