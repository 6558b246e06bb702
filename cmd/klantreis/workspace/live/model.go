package live

import (
	"slices"
	"strings"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/render"
)

// model is what forms show of a journey.
func (d *Desk) model(r *reading, known outcome) *api.Model {
	j, ev := r.journey, known.evidence
	claims := render.SignalClaims(j, ev, d.Lang)
	m := &api.Model{
		Title: j.Title, Municipality: j.Municipality, Owner: j.Owner, Author: j.Author, Date: j.Date.String(),
		From: j.Period.From.String(), Until: j.Period.To.String(), Summary: j.Summary,
		Persona: api.PersonaModel{Line: j.Persona.Pos.Line, Name: j.Persona.Name, Situation: j.Persona.Situation, Goal: j.Persona.Goal, Quote: j.Persona.Quote},
		Sources: []api.SourceModel{}, Phases: []api.PhaseModel{}, Metrics: metricModels(j), Advice: []api.AdviceModel{}, Channels: []api.ChannelModel{}, Reasons: d.reasons(j),
	}
	for _, s := range j.Sources {
		m.Sources = append(m.Sources, d.sourceModel(j, s, known))
	}
	lines := strings.Split(r.text, "\n")
	for _, p := range j.Phases {
		phase := api.PhaseModel{Line: p.Pos.Line, Title: p.Title, Steps: []api.StepModel{}}
		for i := range p.Steps {
			phase.Steps = append(phase.Steps, stepModel(&p.Steps[i], lines, claims))
		}
		m.Phases = append(m.Phases, phase)
	}
	for _, a := range j.Advice {
		on, atLeast := effectModel(a)
		m.Advice = append(m.Advice, api.AdviceModel{
			Line: a.Pos.Line, ID: a.ID, Title: a.Title, Step: a.Step, Reasons: texts(a.Because), Gain: a.Gain, Effort: a.Effort, Expected: a.Expected,
			Owner: a.Owner, Status: a.Status, Reason: a.Reason, Since: a.Since.String(), EffectOn: on, AtLeast: atLeast, Backed: ev.AdviceOf(a.ID).Evidence,
		})
	}
	for _, c := range j.OwnChannels {
		m.Channels = append(m.Channels, api.ChannelModel{Name: c.Name, Icon: c.Icon})
	}
	return m
}

// texts is a list that JSON writes as one, never as null.
func texts(all []string) []string { return append([]string{}, all...) }

func stepModel(s *journeys.Step, lines []string, claims map[string]string) api.StepModel {
	m := api.StepModel{
		Line: s.Pos.Line, EndLine: endLine(lines, s.Pos), ID: s.ID, Title: s.Title, Channels: texts(s.Channels), Does: s.Does, Thinks: s.Thinks, Emotion: s.Emotion,
		GoesWell: texts(s.GoesWell), PainPoints: texts(s.PainPoints), Backstage: texts(s.Backstage), Systems: texts(s.Systems),
		HumanContact: s.HumanContact, Notes: s.Notes, Texts: texts(s.Texts), Ways: wayModels(s), Signals: []api.SelectorModel{}, Quotes: []api.QuoteModel{},
	}
	for _, sel := range s.Selectors {
		out := api.SelectorModel{Line: sel.Pos.Line, Title: sel.Title, ID: sel.ID, Sources: texts(sel.Sources), Topic: sel.Topic, Words: texts(sel.Words),
			Without: texts(sel.Without), Channel: sel.Channel, Nature: sel.Nature, Found: claims[sel.ID]}
		if sel.Score != nil {
			out.From, out.Until = sel.Score.From, sel.Score.To
		}
		m.Signals = append(m.Signals, out)
	}
	for _, q := range s.Quotes {
		m.Quotes = append(m.Quotes, api.QuoteModel{Line: q.Pos.Line, Text: language.Redact(q.Text), Source: q.Source, Approved: q.Approved})
	}
	return m
}

// endLine is the last line of the mapping that begins at pos: the last that is filled before one that
// stands further to the left.
func endLine(lines []string, pos journeys.Pos) int {
	end := pos.Line
	for i := pos.Line; i < len(lines); i++ { // the line after that of pos
		text := strings.TrimSpace(lines[i])
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if len(lines[i])-len(strings.TrimLeft(lines[i], " ")) < pos.Column-1 {
			break
		}
		end = i + 1
	}
	return end
}

func (d *Desk) sourceModel(j *journeys.Journey, s journeys.Source, known outcome) api.SourceModel {
	m := api.SourceModel{Line: s.Pos.Line, Name: s.Name, Kind: s.Kind, File: s.File, Denominator: denominatorModel(s), Topics: []api.TopicModel{}, Remarks: []string{}}
	if s.Connection != "" {
		m.Remarks = append(m.Remarks, d.words().connected)
		return m
	}
	read := known.evidence.Sources
	if i := slices.IndexFunc(read, func(e evidence.Source) bool { return e.Name == s.Name }); i >= 0 && !read[i].Missing {
		found := read[i]
		m.Known, m.Read, m.Usable = true, found.Read, found.InUse()
		if line := d.words().fellAway(found); line != "" {
			m.Remarks = append(m.Remarks, line)
		}
		add := func(topic string, free int) {
			known := slices.ContainsFunc(m.Topics, func(t api.TopicModel) bool { return t.Title == topic })
			if topic != "" && language.Redact(topic) == topic && !known {
				m.Topics = append(m.Topics, api.TopicModel{Title: topic, Free: free})
			}
		}
		for _, t := range found.UnclaimedTopics {
			add(t.Topic, t.N)
		}
		for _, step := range j.Steps() {
			for _, sel := range step.Selectors {
				if slices.Contains(sel.Sources, s.Name) {
					add(sel.Topic, 0)
				}
			}
		}
	}
	at := []journeys.Pos{s.Pos, s.At("bestand"), s.At("kolommen"), s.At("noemer"), s.At("lijst")}
	for _, p := range known.problems {
		if slices.Contains(at, p.Pos) {
			message, _ := p.Text(string(d.Lang))
			m.Remarks = append(m.Remarks, message)
		}
	}
	return m
}

// reasons are what `omdat` of advice may name.
func (d *Desk) reasons(j *journeys.Journey) []api.ReasonModel {
	out := []api.ReasonModel{}
	add := func(id, dutch, english, title string) {
		out = append(out, api.ReasonModel{ID: id, Label: d.words().either(dutch, english) + ": " + title})
	}
	for _, step := range j.Steps() {
		for _, s := range step.Selectors {
			add(s.ID, "Signaal", "Signal", s.Title)
		}
	}
	for _, l := range j.LeadTimes {
		add(l.ID, "Doorlooptijd", "Lead time", l.Title)
	}
	for _, a := range j.Arenas {
		add(a.ID, "Klantarena", "Customer arena", a.Title)
	}
	for _, m := range j.Metrics {
		add(m.ID, "Meting", "Measurement", m.Title)
	}
	return out
}
