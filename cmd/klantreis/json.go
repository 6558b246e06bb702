package main

import (
	"encoding/json"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/history"
	"klantreis/render"
)

// This file holds the JSON of what only the command line knows; docs/json.md describes all shapes.

// writeAsJSON writes a value as every --json does.
func (a *app) writeAsJSON(value any) error {
	encoder := json.NewEncoder(a.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// jsonAdvice is an advice with its status; null stands for what is not known.
type jsonAdvice struct {
	Number    int          `json:"nummer"`
	ID        string       `json:"id"`
	Title     string       `json:"advies"`
	Step      *string      `json:"stap"`
	Owner     *string      `json:"eigenaar"`
	Status    *string      `json:"status"`
	Since     *string      `json:"sinds"`
	Reason    *string      `json:"reden"`
	KCC       *string      `json:"kcc"`
	Residents *string      `json:"inwoners"`
	History   []jsonChange `json:"geschiedenis"`
}

type jsonChange struct {
	On        string  `json:"op"`
	From      *string `json:"van"`
	To        *string `json:"naar"`
	Since     *string `json:"sinds"`
	Reason    *string `json:"reden"`
	KCC       *string `json:"kcc"`
	Residents *string `json:"inwoners"`
}

// adviceJSON writes the advice of these places in the journey.
func (a *app) adviceJSON(j *journeys.Journey, past []history.Change, indexes []int) error {
	list := []jsonAdvice{}
	order := render.AdviceOrder(j)
	for _, i := range indexes {
		advice := j.Advice[i]
		out := jsonAdvice{slices.Index(order, i) + 1, advice.ID, advice.Title, textOrNull(advice.Step), textOrNull(advice.Owner), textOrNull(string(advice.Status)),
			dayOrNull(advice.Since), textOrNull(advice.Reason), dayOrNull(advice.ReportedToKCC), dayOrNull(advice.ReportedToResidents), []jsonChange{}}
		for _, c := range history.Of(past, advice.ID) {
			out.History = append(out.History, jsonChange{c.On.String(), textOrNull(string(c.From)), textOrNull(string(c.To)), dayOrNull(c.Since), textOrNull(c.Reason),
				dayOrNull(c.ReportedToKCC), dayOrNull(c.ReportedToResidents)})
		}
		list = append(list, out)
	}
	return a.writeAsJSON(list)
}

// textOrNull is null when it is empty.
func textOrNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func dayOrNull(d journeys.Date) *string {
	if d.IsZero() {
		return nil
	}
	return textOrNull(d.String())
}
