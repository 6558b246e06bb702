package render

import (
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// Slides is a journey as slides that somebody goes on working with: plain texts, and what stands behind
// them in the notes.
type Slides struct {
	Lang    words.Lang
	Head    Report // without sections: the title slide
	Summary string
	Date    journeys.Date
	Phases  []SlidePhase
	Advice  Table
	Sources Table
}

// SlidePhase is a phase with its steps.
type SlidePhase struct {
	Title string
	Steps []SlideStep
}

// SlideStep is one card.
type SlideStep struct {
	Number   int
	Title    string
	Channels string
	Lines    []SlideLine
	Feeling  string  // as shown; never empty
	Value    float64 // −2 … 2, when Known
	Known    bool
	Notes    string // what the numbers rest on, and what the presenter wanted to remember
}

// SlideLine is a label with its text.
type SlideLine struct {
	Label, Text string
	Tone        Tone
}

// ComposeSlides puts a journey on slides. Numbers carry their source, n and period in the notes; quotes
// stand there when they were approved, without personal data.
func ComposeSlides(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang) Slides {
	c := composer{j: j, ev: ev, lang: lang, w: lang.Report(), story: lang.Story()}
	w := lang.Slides()
	out := Slides{Lang: lang, Head: c.head(j.Owner), Summary: j.Summary, Date: j.Date, Sources: c.sourceTable()}
	behind := map[string][]Backing{}
	for _, b := range Backings(j, ev, lang) {
		behind[b.StepID] = append(behind[b.StepID], b)
	}
	n := 0
	for _, p := range j.Phases {
		phase := SlidePhase{Title: p.Title}
		for i := range p.Steps {
			n++
			phase.Steps = append(phase.Steps, c.slideStep(n, &p.Steps[i], behind[p.Steps[i].ID], w))
		}
		out.Phases = append(out.Phases, phase)
	}
	out.Advice = Table{Caption: w.Advice}
	for i, title := range w.Columns {
		out.Advice.Columns = append(out.Advice.Columns, Column{Title: title, Number: i == 0})
	}
	for i, at := range AdviceOrder(j) {
		card := c.card(i+1, j.Advice[at])
		basis := card.Basis
		if card.Assumption {
			basis = w.Assumed
		}
		out.Advice.Rows = append(out.Advice.Rows, []string{strconv.Itoa(i + 1), card.Title, card.Owner, card.Status, basis})
	}
	return out
}

func (c *composer) slideStep(n int, s *journeys.Step, behind []Backing, w words.Slides) SlideStep {
	out := SlideStep{Number: n, Title: s.Title, Feeling: w.NoFeeling}
	var channels []string
	for _, name := range s.Channels {
		channels = append(channels, c.lang.Map().Channel(name))
	}
	out.Channels = strings.Join(channels, " · ")
	add := func(label string, tone Tone, texts ...string) {
		for _, t := range texts {
			if t != "" {
				out.Lines = append(out.Lines, SlideLine{label, t, tone})
			}
		}
	}
	add(w.Does, Neutral, s.Does)
	add(w.Thinks, Neutral, s.Thinks)
	add(w.GoesWell, Positive, s.GoesWell...)
	add(w.Pain, Negative, s.PainPoints...)
	for _, q := range c.quotes(s) {
		add(w.Said, Neutral, "‘"+q.Text+"’")
	}
	if e := c.ev.Step(s.ID).Emotion; e.Kind != evidence.None {
		out.Value, out.Known = e.Value, true
		out.Feeling = w.Feeling + " " + c.lang.Signed(e.Value, 1)
		if e.Kind == evidence.Typed {
			out.Feeling += " (" + w.Typed + ")"
		} else {
			out.Feeling += " (n = " + c.lang.Int(e.N) + ")"
		}
	}
	var notes []string
	if s.Notes != "" {
		notes = append(notes, w.Notes+": "+s.Notes)
	}
	if len(s.Backstage) > 0 {
		notes = append(notes, w.Backstage+": "+strings.Join(s.Backstage, "; "))
	}
	for _, b := range behind {
		facts := []string{b.Kind + " ‘" + b.Title + "’: " + b.Value}
		for _, f := range b.Facts {
			facts = append(facts, f.Label+": "+strings.TrimSpace(f.Value+" "+f.Note))
		}
		notes = append(notes, strings.Join(facts, " · "))
	}
	out.Notes = strings.Join(notes, "\n")
	return out
}
