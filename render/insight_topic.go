package render

import (
	"fmt"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/insight"
)

// one opens a topic: what is asked, in which words, where and when.
func (c *insightComposer) one(t insight.Topic) {
	c.view.Title = fmt.Sprintf(c.w.TitleTopic, c.topicName(t.Name))
	c.add(InsightSection{ID: "onderwerp", Title: c.w.Topics, Notes: c.partNote(), Courses: []Course{c.months(t.Months)}, Table: Table{Caption: c.w.Topics,
		Columns: []Column{{Title: c.w.Topic}, {Title: c.w.Signals, Number: true}, {Title: c.w.Share, Number: true}},
		Rows:    [][]string{{c.topicName(t.Name), c.count(t.N), c.lang.Percent(ratio(t.N, c.f.N))}}}})
	rows := InsightSection{ID: "vragen", Title: c.w.Asked, Notes: []string{c.w.AskedNote}, Table: c.askTable()}
	for _, theme := range t.Themes {
		rows.Table.Rows = append(rows.Table.Rows, c.askRow(theme, len(theme.Questions) < 2))
		if len(theme.Questions) < 2 {
			continue
		}
		for _, q := range theme.Questions {
			rows.Table.Rows = append(rows.Table.Rows, []string{"·\u00a0" + asked(q.Example, q.Words), c.count(q.N), ""})
		}
	}
	c.addAsked(rows)
	c.openings(t)
	c.terms("woorden", c.w.Words, t.Words)
	c.terms("combinaties", c.w.Pairs, t.Pairs)
	same := func(topic string) bool { return journeys.FoldSpace(topic) == journeys.FoldSpace(t.Name) }
	c.changes(func(f insight.Change) bool { return f.About(t.Name) })
	c.places(t.Channels, t.Weekdays, t.Hours)
	c.proposals(func(p insight.Proposal) bool { return same(p.Selector.Topic) })
}

func (c *insightComposer) openings(t insight.Topic) {
	s := InsightSection{ID: "begin", Title: c.w.Openings, Table: Table{Caption: c.w.Openings,
		Columns: []Column{{Title: c.w.Word}, {Title: c.w.Signals, Number: true}, {Title: c.w.Followed}}}}
	for _, o := range t.Openings {
		var with []string
		for _, n := range o.With {
			with = append(with, fmt.Sprintf("%s (%s)", n.Name, c.count(n.N)))
		}
		s.Table.Rows = append(s.Table.Rows, []string{o.Word, c.count(o.N), strings.Join(with, ", ")})
	}
	if len(s.Table.Rows) > 0 {
		c.add(s)
	}
}

func (c *insightComposer) terms(id, title string, terms []insight.Term) {
	s := InsightSection{ID: id, Title: title, Table: Table{Caption: title, Columns: []Column{{Title: title}, {Title: c.w.Signals, Number: true},
		{Title: c.w.Elsewhere, Number: true}, {Title: c.w.Factor, Number: true}}}}
	if id == "woorden" {
		s.Notes = []string{c.w.ApartNote}
	}
	for _, t := range terms {
		factor := c.w.OnlyHere
		if t.Rest > 0 {
			factor = c.lang.Number(t.Odds, 1)
		}
		s.Table.Rows = append(s.Table.Rows, []string{t.Text, c.count(t.N), c.count(t.Rest), factor})
	}
	if len(terms) > 0 {
		c.add(s)
	}
}

// places tells where and when, and for one topic how that differs from all signals.
func (c *insightComposer) places(channels []insight.Count, weekdays [7]int, hours [24]int) {
	table := func(id, title, first string) InsightSection {
		return InsightSection{ID: id, Title: title, Table: Table{Caption: title,
			Columns: []Column{{Title: first}, {Title: c.w.Signals, Number: true}, {Title: c.w.Share, Number: true}}}}
	}
	fill := func(s InsightSection, names []string, counts []int) {
		total, unshown := 0, false
		for _, n := range counts {
			total += n
		}
		for i, n := range counts {
			if n > 0 {
				share := c.lang.Percent(ratio(n, total))
				if small(n) {
					share, unshown = "–", true
				}
				s.Table.Rows = append(s.Table.Rows, []string{names[i], c.count(n), share})
			}
		}
		if unshown {
			s.Notes = append(s.Notes, c.w.ByPlace)
		}
		if len(s.Table.Rows) > 0 {
			c.add(s)
		}
	}
	var names []string
	var counts []int
	for _, ch := range channels {
		name := c.lang.ChannelWord(ch.Name)
		if name == "overig" {
			name = c.w.Rest
		}
		names, counts = append(names, name), append(counts, ch.N)
	}
	where := table("kanalen", c.w.Where, c.w.Channel)
	if slices.Contains(names, c.w.Rest) {
		where.Notes = []string{c.e.Other}
	}
	fill(where, names, counts)
	fill(table("dagen", c.w.Weekday, c.w.Day), c.w.Days[:], weekdays[:])
	var times []string
	for h := range hours {
		times = append(times, fmt.Sprintf("%d.00–%d.00", h, h+1))
	}
	fill(table("uren", c.w.Hour, c.w.Time), times, hours[:])
}
