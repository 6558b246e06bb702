package render

import (
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// rateCell writes the rate of a signal for a table. A dash stands at a selector that gathers marks: how many people
// per 1,000 gave one says how well a survey was answered, and nothing of customers.
func rateCell(j *journeys.Journey, s evidence.Signal, w words.Report) string {
	switch r := s.Rate(); {
	case gathersMarks(j, s.ID):
		return "–"
	case r.Known && (s.N == 0 || s.N >= evidence.MinGroup):
		return w.RateCell(r)
	}
	return w.Unknown
}

// gathersMarks tells whether a selector picks by mark alone, or takes all answers of surveys to one question for
// a mark, whatever they say.
func gathersMarks(j *journeys.Journey, id string) bool {
	for _, step := range j.Steps() {
		for _, sel := range step.Selectors {
			if sel.ID != id {
				continue
			}
			if len(sel.Words)+len(sel.Without) > 0 || sel.Nature != "" {
				return false
			}
			if sel.Score != nil {
				return sel.Topic == "" && sel.Channel == ""
			}
			return len(sel.Sources) > 0 && !slices.ContainsFunc(sel.Sources, func(name string) bool { return !asksMarks(j, name) })
		}
	}
	return false
}

// asksMarks tells whether a source is a survey that asks for a mark.
func asksMarks(j *journeys.Journey, name string) bool {
	return slices.ContainsFunc(j.Sources, func(s journeys.Source) bool {
		return s.Name == name && s.Kind == "onderzoek" && slices.ContainsFunc(s.Columns, func(c journeys.Column) bool { return c.Field == "cijfer" })
	})
}
