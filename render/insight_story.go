package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/journeys/insight"
)

const (
	storyChanges  = 3
	storyShare    = 0.05 // of the signals: what is smaller is no story
	togetherDays  = 31   // changes this near each other are told together
	mostTogether  = 4
	trueQuotation = "‘%s’"
)

// story tells what stands out in a few sentences.
func (c *insightComposer) story(topic string) {
	say := func(format string, args ...any) {
		c.view.Story = append(c.view.Story, fmt.Sprintf(format, args...))
	}
	if c.f.N == 0 {
		c.noSignals(say)
	}
	if c.f.N > 0 && c.f.N < evidence.MinGroup {
		say("%s", c.s.TooFew)
	}
	largest := c.largest(topic)
	if largest != nil {
		switch {
		case topic != "" || largest.Name == "":
		case largest.N == c.f.N:
			say(c.s.OnlyTopic, largest.Name, c.count(largest.N))
		default:
			say(c.s.Largest, largest.Name, c.count(largest.N), c.lang.Int(c.f.N), c.lang.Percent(ratio(largest.N, c.f.N)))
		}
		switch {
		case len(largest.Themes) == 0:
		case largest.Themes[0].Example == "" && len(largest.Themes[0].Shared) > 0:
			c.tellWords(largest.Themes[0], say)
		case largest.Themes[0].Example != "":
			t := largest.Themes[0]
			end := "."
			if t.Ways > 1 {
				end = fmt.Sprintf(c.s.Wordings, c.lang.Int(t.Ways)) + "."
			}
			if t.Elsewhere >= evidence.MinGroup {
				end += fmt.Sprintf(c.e.Same, c.count(t.Elsewhere))
			}
			n := c.count(t.N)
			if !small(t.N) && alike(largest.Themes) {
				n = fmt.Sprintf(c.s.AtLeast, n)
			}
			verb := c.s.Say
			if strings.Contains(t.Example, "?") {
				verb = c.s.Ask
			}
			begin := fmt.Sprintf(c.s.Asked, verb, ended(t.Example), n)
			switch {
			case largest.Name == "":
				begin = fmt.Sprintf(c.s.AskedAll, verb, ended(t.Example), n)
			case topic != "":
				begin = fmt.Sprintf(c.s.AskedHere, largest.Name, verb, ended(t.Example), n)
			}
			say("%s", begin+end)
			if ch := largest.Channels; len(ch) > 1 && ch[0].Name != "overig" {
				say(c.s.Channel, c.lang.ChannelWord(ch[0].Name), c.lang.Percent(ratio(ch[0].N, largest.N)))
			}
		}
	}
	c.tellChanges(largest, topic, say)
	if c.f.HasJourney && topic == "" && c.f.N >= evidence.MinGroup && !small(c.f.Unclaimed) {
		say(c.s.Still, c.lang.Percent(ratio(c.f.Unclaimed, c.f.N)))
	}
	if topic == "" && len(c.f.Pages) > 0 && !small(c.f.Pages[0].Left) {
		p := c.f.Pages[0]
		say(c.s.Page, p.Name, c.lang.Int(p.Left), c.lang.Int(p.Visits), c.lang.Percent(p.Share()))
	}
	if c.f.N >= evidence.MinGroup {
		undated := 0
		for _, s := range c.f.Sources {
			if !s.Aside {
				undated += s.Undated
			}
		}
		if c.texts() == 0 {
			say("%s", c.s.NoText)
		}
		if undated == c.f.N {
			say("%s", c.s.NoDates)
		}
	}
}

// alikeStem is how many letters words begin with alike, such as uitbetaald and uitbetaling.
const alikeStem = 6

// alike tells whether another theme has a word of the first one, or one that begins as it does: then it
// may be the same question in other words, and the first number is the least that there are.
func alike(themes []insight.Theme) bool {
	for _, t := range themes[1:] {
		for _, word := range t.Words {
			for _, first := range themes[0].Words {
				a, b := []rune(word), []rune(first)
				if word == first || len(a) >= alikeStem && len(b) >= alikeStem && string(a[:alikeStem]) == string(b[:alikeStem]) {
					return true
				}
			}
		}
	}
	return false
}

// noSignals tells why there is nothing to look at; visits per page are no signals.
func (c *insightComposer) noSignals(say func(string, ...any)) {
	outside, secret, aside := 0, 0, len(c.f.Pages) > 0
	for _, s := range c.f.Sources {
		outside, secret = outside+s.Other, secret+s.Secret
	}
	switch {
	case aside:
	case outside > 0:
		say("%s", c.s.NoneInPeriod)
	case secret > 0:
		say("%s", c.s.AllSecret)
	default:
		say("%s", c.s.NoSignals)
	}
}

// ended is a sentence with the sign that ends it.
func ended(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

// largest is the topic that the story is about; the records without topic, where there are no others.
func (c *insightComposer) largest(topic string) *insight.Topic {
	if topic != "" {
		return c.f.Topic(topic)
	}
	for i := range c.f.Topics {
		if t := &c.f.Topics[i]; t.Name != "" && float64(t.N) >= storyShare*float64(c.f.N) {
			return t
		}
	}
	if len(c.f.Topics) == 1 {
		return &c.f.Topics[0]
	}
	return nil
}

// tellChanges tells of the questions and topics that changed most certainly, those of the largest
// topic first; of a topic and its question that changed together, the question.
func (c *insightComposer) tellChanges(largest *insight.Topic, topic string, say func(string, ...any)) {
	var told []insight.Change
	tell := func(wanted func(insight.Change) bool) {
		for _, f := range c.f.Changes.Found {
			if len(told) == storyChanges {
				return
			}
			again := false
			for _, t := range told {
				again = again || t.Rises == f.Rises && near(t, f)
			}
			if again || f.Kind > insight.ChangingTheme || !wanted(f) {
				continue
			}
			told = append(told, f)
			c.tellChange(f, say)
		}
	}
	if largest != nil {
		tell(func(f insight.Change) bool { return f.Kind == insight.ChangingTheme && f.About(largest.Name) })
		tell(func(f insight.Change) bool { return f.About(largest.Name) })
	}
	if topic == "" {
		tell(func(f insight.Change) bool { return f.Kind == insight.ChangingTopic })
	}
	if len(told) > 0 {
		say("%s", c.s.WhatThen)
	}
}

func near(a, b insight.Change) bool {
	days := a.Since.Time().Sub(b.Since.Time()).Hours() / 24
	return math.Abs(days) <= togetherDays
}

func (c *insightComposer) tellChange(f insight.Change, say func(string, ...any)) {
	what, since := fmt.Sprintf(trueQuotation, f.Text), c.since(f)
	switch {
	case f.Kind == insight.AllSignals:
		what = c.s.Everything
	case f.Kind == insight.ChangingTopic:
		what = f.Text
	}
	switch {
	case f.Rises && small(f.NBefore) || f.NBefore == 0:
		say(c.s.Appeared, what, since)
	case small(f.N) || f.N == 0:
		say(c.s.Vanished, what, since)
	case f.Rises:
		say(c.s.More, what, since, c.rate(f.Before, f.NBefore), c.unit(), c.rate(f.After, f.N))
	default:
		say(c.s.Fewer, what, since, c.rate(f.Before, f.NBefore), c.unit(), c.rate(f.After, f.N))
	}
}

func (c *insightComposer) since(f insight.Change) string {
	if c.f.Changes.Weeks {
		return c.lang.WeekOf(f.Since)
	}
	return c.lang.About(f.Since)
}

func (c *insightComposer) unit() string {
	if c.f.Changes.Weeks {
		return c.s.PerWeek
	}
	return c.s.PerMonth
}

func (c *insightComposer) units() string {
	if c.f.Changes.Weeks {
		return c.s.Weeks
	}
	return c.s.Months
}

// rate writes a number per month or week, unless it is of too few records.
func (c *insightComposer) rate(v float64, n int) string {
	switch {
	case n < evidence.MinGroup:
		return c.s.FewerThan
	case v < 9.95:
		return c.lang.Number(v, 1)
	}
	return c.lang.Int(int(math.Round(v)))
}

// changes shows what rises and what falls. Words that change together with their topic, or with each
// other, stand in one row.
func (c *insightComposer) changes(wanted func(insight.Change) bool) {
	if c.f.Changes.Units == 0 {
		c.add(InsightSection{ID: "stijgt", Title: c.s.Both, Notes: []string{c.s.TooLittle}})
		return
	}
	explained := false
	for _, rises := range []bool{true, false} {
		id, title, nothing := "daalt", c.s.Falling, c.s.NothingFalls
		if rises {
			id, title, nothing = "stijgt", c.s.Rising, c.s.NothingRises
		}
		s := InsightSection{ID: id, Title: title}
		unaware := func() {
			if c.f.AdviceDone && !rises {
				s.Notes = append(s.Notes, c.e.Unaware)
			}
		}
		rows := c.together(func(f insight.Change) bool { return f.Rises == rises && wanted(f) })
		if len(rows) == 0 {
			s.Notes = []string{fmt.Sprintf(nothing, c.lang.Int(c.f.Changes.Tested))}
			unaware()
			c.add(s)
			continue
		}
		if !explained {
			s.Notes = []string{fmt.Sprintf(c.s.Method, c.lang.Date(c.f.Changes.From), c.lang.Date(c.f.Changes.To), c.lang.Int(c.f.Changes.Tested), c.units())}
			explained = true
		}
		unaware()
		s.Table = Table{Caption: title, Columns: []Column{{Title: c.w.What}, {Title: c.w.Topic}, {Title: c.s.Since}, {Title: fmt.Sprintf(c.s.Before, c.unit()), Number: true},
			{Title: fmt.Sprintf(c.s.After, c.unit()), Number: true}, {Title: c.s.Change, Number: true}}}
		for _, r := range rows {
			f := r.lead
			s.Table.Rows = append(s.Table.Rows, []string{c.what(r), f.Topic, c.since(f), c.rate(f.Before, f.NBefore), c.rate(f.After, f.N), c.difference(f)})
			s.Courses = append(s.Courses, Course{Values: f.Series, Alt: c.since(f)})
		}
		c.add(s)
	}
}

// togetherRow is a change with the words that change with it.
type togetherRow struct {
	lead insight.Change
	also []string
}

func (c *insightComposer) together(wanted func(insight.Change) bool) []togetherRow {
	var rows []togetherRow
	for _, words := range []bool{false, true} {
		for _, f := range c.f.Changes.Found {
			if !wanted(f) || f.Kind > insight.ChangingTheme != words {
				continue
			}
			at := -1
			if f.Kind == insight.ChangingTopic && slices.ContainsFunc(rows, func(r togetherRow) bool { return slices.Equal(r.lead.Series, f.Series) }) {
				continue // the only topic: it is all there is
			}
			for i, r := range rows {
				if words && f.Topic != "" && r.lead.Kind != insight.ChangingTheme && (r.lead.About(f.Topic) || r.lead.Topic == f.Topic) && near(r.lead, f) {
					at = i
					break
				}
			}
			switch {
			case at < 0 && len(rows) < mostRises:
				rows = append(rows, togetherRow{lead: f})
			case at >= 0 && len(rows[at].also) < mostTogether:
				rows[at].also = append(rows[at].also, f.Text)
			}
		}
	}
	return rows
}

func (c *insightComposer) what(r togetherRow) string {
	text := r.lead.Text
	switch r.lead.Kind {
	case insight.AllSignals:
		text = c.w.All
	case insight.ChangingTheme:
		text = fmt.Sprintf(trueQuotation, text)
	}
	if len(r.also) > 0 {
		text = fmt.Sprintf(c.s.Also, text, strings.Join(r.also, ", "))
	}
	return text
}

// difference writes a ratio as people say it: in per cent, or so many times when it has doubled.
func (c *insightComposer) difference(f insight.Change) string {
	if f.NBefore < evidence.MinGroup {
		return c.w.New
	}
	if f.N < evidence.MinGroup {
		return "–"
	}
	percent := func(v float64) string { return c.lang.Signed(math.Round(100*(v-1)), 0) + "%" }
	if f.Ratio < 2 {
		return fmt.Sprintf("%s (%s…%s)", percent(f.Ratio), percent(f.Low), percent(f.High))
	}
	high := "∞"
	if !math.IsInf(f.High, 1) {
		high = c.lang.Number(f.High, 1)
	}
	return fmt.Sprintf(c.s.Times, c.lang.Number(f.Ratio, 1), c.lang.Number(f.Low, 1), high)
}
