package evidence

import (
	"errors"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
)

// connectionProblem says what went wrong at a server.
func connectionProblem(src journeys.Source, err error) journeys.Problem {
	p := journeys.Problem{Pos: src.At("verbinding"), Code: "verbinding-fout", Args: []any{src.Name, err}}
	var fault *pushdown.Fault
	if errors.As(err, &fault) {
		p.Code, p.Args = fault.Code, append([]any{src.Name}, fault.Args...)
	}
	return p
}

// unreadableAway is unreadable for a source without lines to point at.
func unreadableAway(src journeys.Source, s Source) journeys.Problems {
	if s.Unreadable == 0 {
		return nil
	}
	p := journeys.Problem{Pos: src.At("verbinding"), Severity: journeys.Warning, Code: "onleesbaar-verbinding",
		Args: []any{src.Name, s.Unreadable, s.Read + s.Unreadable}}
	if float64(s.Unreadable) > maxUnreadable*float64(s.Read+s.Unreadable) {
		p.Code, p.Severity = "veel-onleesbaar-verbinding", journeys.Error
	}
	return journeys.Problems{p}
}
