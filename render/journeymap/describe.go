package journeymap

import (
	"fmt"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/render"
)

// Describe tells the map in words, for people who do not see it, and gives its steps as a table
// with one row each: number, title, phase, channels, emotion, where that comes from and the
// number of scores behind it, signals, what goes well, pain points and drop-outs.
func Describe(in Input) (alt string, data render.Table) {
	return describe(newView(in))
}

func describe(v *view) (alt string, data render.Table) {
	w := v.words
	t := w.Table
	data = render.Table{Caption: t.Caption, Columns: []render.Column{
		{Title: t.Number, Number: true}, {Title: t.Step}, {Title: t.Phase}, {Title: t.Channels}, {Title: t.Emotion, Number: true},
		{Title: t.Origin}, {Title: t.Scores, Number: true}, {Title: t.Signals}, {Title: v.lang.ByTeam().Said(t.GoesWell)}, {Title: v.lang.ByTeam().Said(t.PainPoints)}, {Title: t.DropOuts},
	}}
	for _, p := range v.phases {
		for i := p.from; i < p.to; i++ {
			s := v.steps[i]
			value, origin, scores := v.mood(s.emotion)
			data.Rows = append(data.Rows, []string{
				v.lang.Int(s.number), s.Title, p.title, v.channelNames(s), value, origin, scores,
				v.signalTexts(s), strings.Join(s.GoesWell, "; "), strings.Join(s.PainPoints, "; "), v.exitTexts(s),
			})
		}
	}
	return v.tale(), data
}

// mood writes an emotion as value, origin and number of scores.
func (v *view) mood(e evidence.Emotion) (value, origin, scores string) {
	switch e.Kind {
	case evidence.Derived:
		return v.lang.Signed(e.Value, 1), v.words.Table.Derived, v.count(e.N)
	case evidence.Typed:
		return v.lang.Signed(e.Value, 1), v.words.Table.Typed, ""
	}
	return "", v.words.Table.None, ""
}

func (v *view) channelNames(s stepView) string {
	var names []string
	for _, c := range s.Channels {
		names = append(names, v.words.Channel(c))
	}
	return strings.Join(names, ", ")
}

func (v *view) signalTexts(s stepView) string {
	var texts []string
	for _, g := range s.signals {
		texts = append(texts, g.Title+" ("+v.count(g.N)+")")
	}
	return strings.Join(texts, "; ")
}

func (v *view) exitTexts(s stepView) string {
	var texts []string
	for _, e := range s.exits {
		text := e.DropOut
		if e.Share != nil {
			text += " (" + v.lang.Percent(*e.Share) + ")"
		}
		texts = append(texts, strings.TrimSpace(text))
	}
	return strings.Join(texts, "; ")
}

// outline tells what the journey consists of.
func (v *view) outline() string {
	w := v.words
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s. %s, %s.", v.kicker(), v.title(),
		w.PhaseNoun.Of(len(v.phases), v.lang.Int(len(v.phases))), w.StepNoun.Of(len(v.steps), v.lang.Int(len(v.steps))))
	for _, p := range v.phases {
		var titles []string
		for i := p.from; i < p.to; i++ {
			titles = append(titles, v.lang.Int(v.steps[i].number)+" "+v.steps[i].Title)
		}
		fmt.Fprintf(&b, " %s: %s.", p.title, strings.Join(titles, ", "))
	}
	return b.String()
}

// tale is the description: what the map is, its phases and steps, and what stands out.
func (v *view) tale() string {
	w := v.words
	var b strings.Builder
	b.WriteString(v.outline())
	low, high, most := -1, -1, -1
	for i, s := range v.steps {
		if s.emotion.Kind != evidence.None {
			if low < 0 || s.emotion.Value < v.steps[low].emotion.Value {
				low = i
			}
			if high < 0 || s.emotion.Value > v.steps[high].emotion.Value {
				high = i
			}
		}
		if s.n >= smallest && (most < 0 || s.n > v.steps[most].n) {
			most = i
		}
	}
	sentence := func(format string, i int, last string) {
		fmt.Fprintf(&b, " "+format, v.steps[i].number, v.steps[i].Title, last)
	}
	if low >= 0 && low != high {
		sentence(w.Lowest, low, v.felt(low))
		sentence(w.Highest, high, v.felt(high))
	}
	if most >= 0 {
		sentence(w.MostHeard, most, v.count(v.steps[most].n))
	} else {
		b.WriteString(" " + w.NoEvidence)
	}
	if v.graded() {
		b.WriteString(" " + v.toldGrades())
	}
	return b.String()
}

// felt is the feeling of a step as a number, with what it is when nobody measured it.
func (v *view) felt(i int) string {
	e := v.steps[i].emotion
	value := v.lang.Signed(e.Value, 1)
	if e.Kind == evidence.Typed {
		value += ", " + v.words.Typed
	}
	return value
}

// story tells one step in a few sentences: the label of its group.
func (v *view) story(i int) string {
	s := v.steps[i]
	t := v.words.Table
	parts := []string{fmt.Sprintf("%s %d: %s", t.Step, s.number, s.Title)}
	add := func(name, text string) {
		if text != "" {
			parts = append(parts, name+": "+text)
		}
	}
	add(t.Channels, v.channelNames(s))
	value, origin, scores := v.mood(s.emotion)
	if value != "" {
		value += " (" + origin
		if scores != "" {
			value += ", n = " + scores
		}
		value += ")"
	}
	add(t.Emotion, value)
	if s.counted {
		add(t.Signals, v.count(s.n))
	}
	if letter, word := render.WorstGrade(v.ev, s.Step, v.lang); letter > "B" {
		add(v.lang.Grades().Title, letter+", "+word)
	}
	add(v.lang.ByTeam().Said(t.GoesWell), strings.Join(s.GoesWell, "; "))
	add(v.lang.ByTeam().Said(t.PainPoints), strings.Join(s.PainPoints, "; "))
	add(t.DropOuts, v.exitTexts(s))
	return strings.Join(parts, ". ")
}
