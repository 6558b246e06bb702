// Package model writes a whole klantreis with its evidence as JSON, for programs that go on with it.
//
// The keys are those of the klantreis file, in its order:
//
//	{"vorm": "klantreis-model", "versie": 1,
//	 "klantreis": {"id": "verhuizen", "klantreis": "Een verhuizing doorgeven", …, "fasen": [{"fase": "…", "stappen": [{"stap": "…", "id": "…", …}]}], …},
//	 "gegevens": {…}}
//
// "gegevens" is gegevens.json as it is (evidence.WriteJSON): what was counted, with n, period and denominator. What
// stands under "klantreis" was typed by the author. It differs from the file in this: every id is written out; dates are
// 2022-09-15, numbers are numbers and an aandeel of 31% is 0.31; what is absent is left out. Signals that were typed by hand
// (lijst) are only counted, as "lijst-aantal". A quote stands there when it was approved, without personal data. How a database
// is reached (verbinding, tabel, vraag), notes for the presenter (notities) and keys that begin with x- are left out.
package model

import (
	"bytes"
	"encoding/json"
	"io"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
)

// version grows when a key changes its meaning or goes; a new key changes nothing.
const version = 1

// Write writes the model, indented. The bytes depend on the arguments only. It fails when w does.
func Write(w io.Writer, j *journeys.Journey, ev *evidence.Evidence) error {
	var data bytes.Buffer
	if err := evidence.WriteJSON(&data, j, ev); err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document{"klantreis-model", version, journey(j), data.Bytes()})
}

type document struct {
	Form    string          `json:"vorm"`
	Version int             `json:"versie"`
	Journey journeyJSON     `json:"klantreis"`
	Data    json.RawMessage `json:"gegevens"`
}

func journey(j *journeys.Journey) journeyJSON {
	out := journeyJSON{ID: j.ID, Title: j.Title, Municipality: j.Municipality, Owner: j.Owner, Date: j.Date.String(), Author: j.Author, Summary: j.Summary,
		Variant: j.Variant, HouseStyle: j.HouseStyle, Phases: []phaseJSON{}}
	if !j.Period.IsZero() {
		out.Period = &periodJSON{j.Period.From.String(), j.Period.To.String()}
	}
	if p := j.Persona; p.Name+p.Situation+p.Goal+p.Quote != "" {
		out.Persona = &personaJSON{p.Name, p.Situation, p.Goal, language.Redact(p.Quote)}
	}
	for _, c := range j.OwnChannels {
		out.OwnChannels = append(out.OwnChannels, channelJSON{c.Name, c.Icon})
	}
	for i := range j.Sources {
		out.Sources = append(out.Sources, source(&j.Sources[i]))
	}
	for _, p := range j.Phases {
		phase := phaseJSON{Title: p.Title, Steps: []stepJSON{}}
		for _, s := range p.Steps {
			phase.Steps = append(phase.Steps, step(s))
		}
		out.Phases = append(out.Phases, phase)
	}
	for _, m := range j.Metrics {
		metric := metricJSON{Title: m.Title, ID: m.ID, Points: []pointJSON{}}
		if m.Scale != nil {
			metric.Scale = &rangeJSON{&m.Scale.From, &m.Scale.To}
		}
		for _, p := range m.Points {
			metric.Points = append(metric.Points, pointJSON{p.When, p.Value, p.N})
		}
		out.Metrics = append(out.Metrics, metric)
	}
	for _, l := range j.LeadTimes {
		lead := leadJSON{Title: l.Title, ID: l.ID, Source: l.Source, From: l.From, To: l.To, Step: l.Step}
		if l.Promise != nil {
			lead.Promise = &promiseJSON{l.Promise.Days, l.Promise.Working}
		}
		out.LeadTimes = append(out.LeadTimes, lead)
	}
	for _, a := range j.Arenas {
		out.Arenas = append(out.Arenas, arena(a))
	}
	for _, a := range j.Advice {
		out.Advice = append(out.Advice, advice(a))
	}
	return out
}

func source(s *journeys.Source) sourceJSON {
	out := sourceJSON{Name: s.Name, Kind: s.Kind, File: s.File, Format: s.Format, Mode: s.Mode, Listed: len(s.List)}
	for _, c := range s.Columns {
		out.Columns = append(out.Columns, columnJSON{c.Field, c.Header})
	}
	if d := s.Denominator; d != nil {
		out.Denominator = &denominatorJSON{Total: d.Total, Source: d.Source, Field: d.Field}
		for _, m := range d.Months {
			out.Denominator.Months = append(out.Denominator.Months, monthJSON{m.Month.String(), m.Count})
		}
	}
	return out
}

func step(s journeys.Step) stepJSON {
	out := stepJSON{Title: s.Title, ID: s.ID, Channels: s.Channels, Does: s.Does, Thinks: s.Thinks, Emotion: s.Emotion, GoesWell: s.GoesWell, PainPoints: s.PainPoints,
		Backstage: s.Backstage, Systems: s.Systems, Texts: s.Texts, HumanContact: s.HumanContact}
	for _, sel := range s.Selectors {
		selector := selectorJSON{Title: sel.Title, ID: sel.ID, Sources: sel.Sources, Topic: sel.Topic, Words: sel.Words, Without: sel.Without, Channel: sel.Channel, Nature: sel.Nature}
		if sel.Score != nil {
			selector.Score = &rangeJSON{sel.Score.From, sel.Score.To}
		}
		out.Selectors = append(out.Selectors, selector)
	}
	for _, q := range s.Quotes {
		if q.Approved {
			out.Quotes = append(out.Quotes, quoteJSON{language.Redact(q.Text), q.Source, true})
		}
	}
	for _, f := range s.Next {
		out.Next = append(out.Next, flowJSON{f.To, f.DropOut, f.When, f.Share})
	}
	return out
}

func arena(a journeys.Arena) arenaJSON {
	out := arenaJSON{Title: a.Title, ID: a.ID, When: a.When.String(), Participants: a.Participants, Staff: a.Staff, Mark: a.Mark}
	for _, b := range a.Bottlenecks {
		out.Bottlenecks = append(out.Bottlenecks, bottleneckJSON{b.Step, b.Text})
	}
	for _, p := range a.Promises {
		out.Promises = append(out.Promises, undertakingJSON{p.Who, p.What, p.When.String()})
	}
	return out
}

func advice(a journeys.Advice) adviceJSON {
	out := adviceJSON{Title: a.Title, ID: a.ID, Step: a.Step, Because: a.Because, Gain: a.Gain, Effort: a.Effort, Expected: a.Expected, Owner: a.Owner, Status: a.Status,
		Reason: a.Reason, Since: a.Since.String()}
	if a.Effect != nil {
		out.Effect = &effectJSON{a.Effect.Signal, a.Effect.AtLeast}
	}
	if !a.ReportedToKCC.IsZero() || !a.ReportedToResidents.IsZero() {
		out.Reported = &reportedJSON{a.ReportedToKCC.String(), a.ReportedToResidents.String()}
	}
	return out
}
