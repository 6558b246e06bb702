package workspace

import (
	"context"
	"errors"
	"strconv"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

// proposal tells what a proposal changes in a text, and gives the text that it makes. Nothing is saved.
func (s *Server) proposal(_ context.Context, r api.ProposalRequest) (api.Proposed, error) {
	if len(r.Text) > journeys.MaxFileSize || len(r.Proposal) > journeys.MaxFileSize {
		return api.Proposed{}, errTooLarge
	}
	places, problems := journeys.ParseProposal("", []byte(r.Proposal))
	var out api.Proposed
	if !problems.HasErrors() {
		text, changes, more, err := journeys.PlaceAdvice(r.Path, []byte(r.Text), places)
		switch {
		case errors.Is(err, journeys.ErrLayout):
			return api.Proposed{}, Told{"plaats", s.say.layout()}
		case err != nil:
			return api.Proposed{}, err
		}
		problems = append(problems, more...)
		out.Text = string(text)
		j, _ := journeys.Parse(r.Path, text)
		for _, c := range changes {
			advice := j.Advice[c.Index]
			if out.Line == 0 {
				out.Line = advice.Pos.Line
			}
			out.Moves = append(out.Moves, api.Moved{Title: advice.Title, Gain: c.Gain, GainWas: c.GainWas, Effort: c.Effort, EffortWas: c.EffortWas})
		}
	}
	for _, p := range problems.Sorted() {
		message, help := p.Text(string(s.Lang))
		said := s.say.inLine(strconv.Itoa(p.Pos.Line), message+" "+help)
		if p.Severity == journeys.Error {
			out.Faults = append(out.Faults, said)
		} else {
			out.Remarks = append(out.Remarks, said)
		}
	}
	if len(out.Faults) > 0 {
		out.Text, out.Moves = "", nil
	}
	return out, nil
}

func (c catalogue) inLine(line, message string) string {
	return c.pick("Regel %s: %s", "Line %s: %s", line, message)
}
