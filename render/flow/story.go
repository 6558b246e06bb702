package flow

import (
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/words"
)

// mostSentences bounds the text alternative; the table has everything.
const mostSentences = 12

// Describe tells what the flow picture shows: in sentences, for people who do not see it, and as
// a table of all lines. It has no limits of size. ev may be nil.
func Describe(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang) (alt string, data render.Table) {
	m := build(j, ev)
	return m.story(lang), m.table(j.Title, lang)
}

// Tells says what the picture shows besides ways: shares that were given, and ways out.
func Tells(j *journeys.Journey) (shares, outs bool) {
	for _, s := range j.Steps() {
		for _, f := range s.Next {
			shares, outs = shares || f.Share != nil, outs || f.DropOut != ""
		}
	}
	return shares, outs
}

// summary counts what happens, for the header.
func (m *model) summary(lang words.Lang) string {
	w := lang.Flow()
	phases := map[int]bool{}
	for _, s := range m.steps {
		phases[s.phase] = true
	}
	switches, backs, outs := map[int]bool{}, 0, 0
	for _, l := range m.links {
		switch l.kind {
		case choice:
			switches[l.from] = true
		case back:
			backs++
		}
	}
	for _, s := range m.steps {
		outs += len(s.dropOuts)
		backs += len(s.repeats)
	}
	parts := []string{w.Size(len(m.steps), len(phases))}
	for _, part := range []string{w.Switches(len(switches)), w.Backs(backs), w.Outs(outs)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// story tells the picture in sentences: how large it is, and where customers choose, return or
// leave.
func (m *model) story(lang words.Lang) string {
	w := lang.Flow()
	var turns []string
	for i, s := range m.steps {
		for _, l := range m.links {
			if l.from == i && l.kind != next {
				turns = append(turns, m.linkText(l, lang))
			}
		}
		for _, r := range s.repeats {
			turns = append(turns, m.repeatText(i, r, lang))
		}
		for _, o := range s.dropOuts {
			turns = append(turns, m.outText(i, o, lang))
		}
	}
	if len(turns) == 0 {
		turns = []string{w.NoSwitches}
	}
	if more := len(turns) - mostSentences; more > 0 {
		turns = append(turns[:mostSentences], w.AndMore(more))
	}
	return m.summary(lang) + ". " + strings.Join(turns, " ")
}

// table lists all lines.
func (m *model) table(title string, lang words.Lang) render.Table {
	w := lang.Flow()
	t := render.Table{Caption: w.Title + ": " + title, Columns: []render.Column{
		{Title: w.From}, {Title: w.To}, {Title: w.When}, {Title: w.Share, Number: true}, {Title: w.Kind},
	}}
	percent := func(s *float64) string {
		if s == nil {
			return ""
		}
		return lang.Percent(*s)
	}
	numbered := func(i int) string {
		if i == len(m.steps) {
			return w.End
		}
		return fmt.Sprintf("%d %s", i+1, m.steps[i].title)
	}
	for i, s := range m.steps {
		for _, l := range m.links {
			if l.from != i {
				continue
			}
			when := l.when
			if l.rest {
				when = w.Others
			}
			kind := map[kind]string{next: w.Next, choice: w.Choice, back: w.Back}[l.kind]
			t.Rows = append(t.Rows, []string{numbered(l.from), numbered(l.to), when, percent(l.share), kind})
		}
		for _, r := range s.repeats {
			t.Rows = append(t.Rows, []string{numbered(i), numbered(i), r.when, percent(r.share), w.Repeat})
		}
		for _, o := range s.dropOuts {
			t.Rows = append(t.Rows, []string{numbered(i), "", o.reason, percent(o.share), w.DropOut})
		}
	}
	return t
}

// place names a step with its number: stap 5 ‘Wacht op het geld’.
func (m *model) place(i int, lang words.Lang) string {
	w := lang.Flow()
	if i == len(m.steps) {
		return w.TheEnd
	}
	return fmt.Sprintf("%s %d ‘%s’", w.Step, i+1, m.steps[i].title)
}

func amount(s *float64, lang words.Lang) string {
	if s == nil {
		return lang.Flow().Some
	}
	return lang.Percent(*s)
}

func (m *model) linkText(l link, lang words.Lang) string {
	w := lang.Flow()
	from, to := m.place(l.from, lang), m.place(l.to, lang)
	switch {
	case l.kind == back:
		return w.BackSentence(amount(l.share, lang), from, to, l.when)
	case l.rest:
		return w.Sentence(w.Others, from, to, "")
	case l.share == nil && l.kind == next:
		return w.Sentence(w.All, from, to, l.when)
	}
	return w.Sentence(amount(l.share, lang), from, to, l.when)
}

func (m *model) repeatText(i int, r repeat, lang words.Lang) string {
	return lang.Flow().RepeatSentence(amount(r.share, lang), m.place(i, lang), r.when)
}

func (m *model) outText(i int, o dropOut, lang words.Lang) string {
	return lang.Flow().OutSentence(amount(o.share, lang), m.place(i, lang), o.reason)
}

// channelNames writes the channels of a step for people, as on the map.
func (s step) channelNames(lang words.Lang) []string {
	names, w := make([]string, len(s.channels)), lang.Map()
	for i, c := range s.channels {
		names[i] = w.Channel(c)
	}
	return names
}

// stepLabel tells a step to people who do not see it.
func (m *model) stepLabel(i int, badge string, lang words.Lang) string {
	s := m.steps[i]
	parts := []string{fmt.Sprintf("%s %d: %s", lang.Flow().Step, i+1, s.title)}
	if len(s.channels) > 0 {
		parts = append(parts, strings.Join(s.channelNames(lang), ", "))
	}
	if badge != "" {
		parts = append(parts, badge)
	}
	return strings.Join(parts, ". ")
}
