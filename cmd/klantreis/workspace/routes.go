package workspace

import (
	"context"
	"errors"
	"net/http"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/render/journeymap"
)

// routes is the conversation of package api.
func (s *Server) routes(mux *http.ServeMux) {
	t := s.Tools
	mux.HandleFunc("GET /api/start", s.start)
	mux.HandleFunc("GET /api/journeys", s.cards)
	mux.HandleFunc("POST /api/journeys", s.newJourney)
	mux.HandleFunc("GET /api/file", s.getFile)
	mux.HandleFunc("PUT /api/file", s.putFile)
	mux.HandleFunc("PUT /api/draft", s.putDraft)
	mux.HandleFunc("DELETE /api/draft", s.deleteDraft)
	mux.HandleFunc("POST /api/render", tool(s, t.Render, func(r api.RenderRequest) string { return r.Path }, s.frames.take))
	mux.HandleFunc("POST /api/edit", tool(s, s.edit, func(r api.EditRequest) string { return r.Path }, nil))
	mux.HandleFunc("POST /api/proposal", tool(s, s.proposal, func(r api.ProposalRequest) string { return r.Path }, nil))
	mux.HandleFunc("POST /api/complete", tool(s, t.Complete, func(p api.Place) string { return p.Path }, nil))
	mux.HandleFunc("POST /api/hover", tool(s, t.Hover, func(p api.Place) string { return p.Path }, nil))
	mux.HandleFunc("POST /api/match", tool(s, t.Match, func(m api.MatchRequest) string { return m.Path }, nil))
	mux.HandleFunc("POST /api/quotes", tool(s, t.Quotes, func(q api.QuotesRequest) string { return q.Path }, nil))
	mux.HandleFunc("POST /api/drop", s.drop)
	mux.HandleFunc("POST /api/drop/look", s.dropLook)
	mux.HandleFunc("POST /api/drop/add", s.dropAdd)
	mux.HandleFunc("DELETE /api/drop", s.deleteDrop)
	mux.HandleFunc("POST /api/talks", tool(s, t.Talks, func(r api.TalksRequest) string { return r.Path }, nil))
	mux.HandleFunc("POST /api/jobs", s.postJob)
	mux.HandleFunc("DELETE /api/jobs", s.deleteJob)
	mux.HandleFunc("POST /api/folder", s.reveal)
	mux.HandleFunc("GET /api/events", s.events)
	mux.HandleFunc("POST /api/stop", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusNoContent)
		s.halt()
	})
	if s.Room != nil {
		room := s.hub.withRoom(s.Room)
		mux.Handle("/api/room", room)
		mux.Handle("/api/room/", room)
	}
	mux.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) {
		s.fault(w, http.StatusNotFound, "weg", s.say.notRead())
	})
	mux.HandleFunc("GET /made/{job}/{name}", s.made)
	mux.HandleFunc("GET /frame/{hash}", s.frame)
	mux.HandleFunc("/", s.file)
}

// edit makes a small change of a text. What cannot be changed by itself is told in words.
func (s *Server) edit(_ context.Context, r api.EditRequest) (api.Edited, error) {
	if len(r.Text) > journeys.MaxFileSize {
		return api.Edited{}, errTooLarge
	}
	text, at, err := applyOp(r.Path, []byte(r.Text), r.Op)
	switch {
	case errors.Is(err, journeys.ErrNoItem), errors.Is(err, journeys.ErrNoQuote), errors.Is(err, errOp):
		err = Told{"weg", s.say.noItem()}
	case errors.Is(err, journeys.ErrTaken):
		err = Told{"bezet", s.say.taken()}
	case errors.Is(err, journeys.ErrLayout):
		err = Told{"plaats", s.say.layout()}
	}
	return api.Edited{Text: string(text), Line: at.Line, Column: at.Column}, err
}

func (s *Server) start(w http.ResponseWriter, r *http.Request) {
	s.answer(w, http.StatusOK, api.Start{
		Lang: langName(s.Lang), Folder: folderName(s.Folder), Version: s.Version, Opens: s.Tools.Reveal != nil, Starts: s.begins(r.Context()),
		Vocabulary: api.Vocabulary{Channels: journeys.Channels(), Natures: journeys.Natures(), Statuses: journeys.Statuses(),
			Sizes: journeys.Sizes(), Formats: journeys.Formats(), Fields: journeys.Fields(), Icons: journeymap.ChannelIcons()},
	})
}
