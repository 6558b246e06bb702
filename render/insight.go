package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/insight"
	"klantreis/render/words"
)

// Insight is what stands out in signals, ready to be written on a terminal and on a page.
type Insight struct {
	Lang     words.Lang
	Title    string
	Lead     []string
	Sections []InsightSection
}

// InsightSection is one table with what has to be said about it.
type InsightSection struct {
	ID, Title string
	Notes     []string // above the table
	Table     Table
	Courses   []Course // drawn in a last column, one per row; nil: none
	Code      string   // to paste, below the table
	CodeTitle string
}

// Course is a row of counts in time with its story in words.
type Course struct {
	Values []int
	Alt    string
}

const (
	mostTopics    = 15
	asksPerTopic  = 3
	mostRises     = 12
	mostProposals = 12
	mostPages     = 12
	apartWords    = 6
)

// ComposeInsight decides what to show of the findings: everything, or one topic opened. The topic is
// compared as selectors compare it; ok is false when the findings do not have it.
func ComposeInsight(f *insight.Findings, topic string, examples bool, lang words.Lang) (view Insight, ok bool) {
	c := &insightComposer{f: f, w: lang.Insight(), lang: lang, examples: examples, view: Insight{Lang: lang, Title: lang.Insight().Title}}
	c.lead()
	if topic == "" && c.f.N == 0 {
		c.pages()
		return c.view, true
	}
	if topic == "" {
		c.topics()
		c.asked()
		c.rises(func(insight.Rise) bool { return true })
		c.apart()
		c.places(f.Channels, f.Weekdays, f.Hours)
		c.proposals(func(insight.Proposal) bool { return true })
		c.pages()
		return c.view, true
	}
	for _, t := range f.Topics {
		if journeys.FoldSpace(t.Name) == journeys.FoldSpace(topic) {
			c.one(t)
			return c.view, true
		}
	}
	return c.view, false
}

type insightComposer struct {
	f        *insight.Findings
	w        words.Insight
	lang     words.Lang
	examples bool
	view     Insight
}

func (c *insightComposer) count(n int) string { return c.lang.Count(n, evidence.MinGroup) }

func (c *insightComposer) add(s InsightSection) { c.view.Sections = append(c.view.Sections, s) }

// lead tells what was looked at, and what was not.
func (c *insightComposer) lead() {
	var names []string
	for _, s := range c.f.Sources {
		if !s.Aside || c.f.N == 0 {
			names = append(names, sourceLabel(s))
		}
	}
	say := func(format string, args ...any) { c.view.Lead = append(c.view.Lead, fmt.Sprintf(format, args...)) }
	say(c.w.Looked, c.lang.Int(c.f.N), strings.Join(names, ", "))
	if !c.f.From.IsZero() {
		say(c.w.Span, c.lang.Date(c.f.From), c.lang.Date(c.f.To))
	}
	if c.f.HasJourney {
		say(c.w.Unclaimed, c.count(c.f.Unclaimed))
	}
	for _, s := range c.f.Sources {
		var parts []string
		for _, p := range []struct {
			format string
			n      int
		}{{c.w.Unreadable, s.Unreadable}, {c.w.Secret, s.Secret}, {c.w.Outside, s.Other}} {
			if p.n == 0 {
				continue
			}
			part := fmt.Sprintf(p.format, c.lang.Int(p.n))
			if p.format == c.w.Unreadable {
				part += fmt.Sprintf(c.w.Lines, lineNumbers(s.Lines, s.Unreadable))
			}
			parts = append(parts, part)
		}
		if len(parts) > 0 {
			say(c.w.LeftOut, sourceLabel(s), strings.Join(parts, ", "))
		}
		if s.Undated > 0 {
			say(c.w.Undated, sourceLabel(s), c.count(s.Undated))
		}
	}
	if c.f.Duplicates.OneIn > 1 {
		say(c.w.Sampled, c.lang.Int(c.f.Duplicates.OneIn))
	}
}

func sourceLabel(s insight.SourceCount) string {
	if s.File != "" {
		return s.File
	}
	return s.Name
}

func lineNumbers(lines []int, all int) string {
	var texts []string
	for _, n := range lines {
		texts = append(texts, strconv.Itoa(n))
	}
	list := strings.Join(texts, ", ")
	if all > len(lines) {
		list += " …"
	}
	return list
}

func (c *insightComposer) topicName(name string) string {
	if name == "" {
		return c.w.NoTopic
	}
	return name
}

func (c *insightComposer) topics() {
	s := InsightSection{ID: "onderwerpen", Title: c.w.Topics, Table: Table{Caption: c.w.Topics,
		Columns: []Column{{Title: c.w.Topic}, {Title: c.w.Signals, Number: true}, {Title: c.w.Share, Number: true}, {Title: c.w.Most}}}}
	hint := ""
	for _, t := range c.f.Topics[:min(len(c.f.Topics), mostTopics)] {
		most := "–"
		if len(t.Themes) > 0 {
			most = strings.Join(t.Themes[0].Words, " ")
		}
		if hint == "" && t.Name != "" {
			hint = t.Name
		}
		s.Table.Rows = append(s.Table.Rows, []string{c.topicName(t.Name), c.count(t.N), c.lang.Percent(ratio(t.N, c.f.N)), most})
		s.Courses = append(s.Courses, c.months(t.Months))
	}
	if hint != "" {
		if strings.Contains(hint, " ") {
			hint = `"` + hint + `"`
		}
		s.Notes = append(s.Notes, fmt.Sprintf(c.w.Hint, hint))
	}
	c.add(s)
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// months is the course of a topic or a question; a picture of one month tells nothing.
func (c *insightComposer) months(all []insight.MonthCount) Course {
	var course Course
	best := 0
	for i, m := range all {
		course.Values = append(course.Values, m.N)
		if m.N > all[best].N {
			best = i
		}
	}
	if len(all) < 2 {
		return Course{}
	}
	course.Alt = fmt.Sprintf(c.w.SparkAlt, c.count(all[best].N), c.lang.Month(all[best].Month))
	return course
}

func (c *insightComposer) asked() {
	s := InsightSection{ID: "vragen", Title: c.w.Asked, Notes: []string{c.w.AskedNote}, Table: c.askTable()}
	s.Table.Columns = append([]Column{{Title: c.w.Topic}}, s.Table.Columns...)
	for _, t := range c.f.Topics[:min(len(c.f.Topics), mostTopics)] {
		for _, theme := range t.Themes[:min(len(t.Themes), asksPerTopic)] {
			s.Table.Rows = append(s.Table.Rows, append([]string{c.topicName(t.Name)}, c.askRow(theme)...))
		}
	}
	c.addAsked(s)
}

func (c *insightComposer) addAsked(s InsightSection) {
	switch {
	case len(s.Table.Rows) == 0:
		s.Notes = []string{c.w.NoAsked}
		s.Table = Table{}
	case c.examples:
		s.Notes = append(s.Notes, c.w.ExampleNote)
	default:
		s.Notes = append(s.Notes, c.w.NoExamples)
	}
	c.add(s)
}

func (c *insightComposer) askTable() Table {
	t := Table{Caption: c.w.Asked, Columns: []Column{{Title: c.w.Question}, {Title: c.w.Signals, Number: true}, {Title: c.w.Ways, Number: true}}}
	if c.examples {
		t.Columns = append(t.Columns, Column{Title: c.w.Example})
	}
	return t
}

func (c *insightComposer) askRow(t insight.Theme) []string {
	row := []string{strings.Join(t.Words, " "), c.count(t.N), c.lang.Int(t.Ways)}
	if c.examples {
		example := "–"
		if len(t.Questions) > 0 && t.Questions[0].Example != "" {
			example = t.Questions[0].Example
		}
		row = append(row, example)
	}
	return row
}

func (c *insightComposer) rises(wanted func(insight.Rise) bool) {
	r := c.f.Rises
	s := InsightSection{ID: "stijgt", Title: c.w.Rising}
	if r.History == 0 {
		s.Notes = []string{c.w.TooLittle}
		c.add(s)
		return
	}
	unit := c.w.Month
	if r.Weeks {
		unit = c.w.Week
	}
	s.Notes = []string{fmt.Sprintf(c.w.RiseNote, c.lang.Period(r.Last), c.lang.Int(r.Days), c.lang.Int(r.History), unit, c.lang.Int(r.Tested))}
	s.Table = Table{Caption: c.w.Rising, Columns: []Column{{Title: c.w.What}, {Title: c.w.Kind}, {Title: c.w.Topic}, {Title: c.w.Recent, Number: true},
		{Title: c.w.Expected, Number: true}, {Title: c.w.Times, Number: true}}}
	for _, f := range r.Found {
		if !wanted(f) || len(s.Table.Rows) == mostRises {
			continue
		}
		text := f.Text
		if f.Kind == insight.AllSignals {
			text = c.w.All
		}
		s.Table.Rows = append(s.Table.Rows, []string{text, c.w.Kinds[f.Kind], f.Topic, c.count(f.N), c.lang.Number(f.Expected, 1), c.times(f)})
		s.Courses = append(s.Courses, Course{f.Series, fmt.Sprintf("%s, %s", c.lang.Int(f.N), c.lang.Period(r.Last))})
	}
	if len(s.Table.Rows) == 0 {
		s.Notes = append([]string{c.w.NothingRises}, s.Notes...)
		s.Table = Table{}
	}
	c.add(s)
}

func (c *insightComposer) times(f insight.Rise) string {
	if math.IsInf(f.Ratio, 1) {
		return c.w.New
	}
	high := "∞"
	if !math.IsInf(f.High, 1) {
		high = c.lang.Number(f.High, 1)
	}
	return fmt.Sprintf("%s (%s–%s)", c.lang.Number(f.Ratio, 1), c.lang.Number(f.Low, 1), high)
}

func (c *insightComposer) apart() {
	s := InsightSection{ID: "woorden", Title: c.w.Apart, Notes: []string{c.w.ApartNote}, Table: Table{Caption: c.w.Apart,
		Columns: []Column{{Title: c.w.Topic}, {Title: c.w.Words}, {Title: c.w.Pairs}}}}
	for _, t := range c.f.Topics[:min(len(c.f.Topics), mostTopics)] {
		if len(t.Words)+len(t.Pairs) > 0 {
			s.Table.Rows = append(s.Table.Rows, []string{c.topicName(t.Name), termList(t.Words), termList(t.Pairs)})
		}
	}
	if len(s.Table.Rows) > 0 {
		c.add(s)
	}
}

func termList(terms []insight.Term) string {
	var texts []string
	for _, t := range terms[:min(len(terms), apartWords)] {
		texts = append(texts, t.Text)
	}
	return strings.Join(texts, ", ")
}

func (c *insightComposer) proposals(wanted func(insight.Proposal) bool) {
	s := InsightSection{ID: "voorstellen", Title: c.w.Waiting, Notes: []string{c.w.WaitingNote}, Table: Table{Caption: c.w.Waiting,
		Columns: []Column{{Title: c.w.Number, Number: true}, {Title: c.w.For}, {Title: c.w.Counts, Number: true}, {Title: c.w.Right, Number: true}, {Title: c.w.Found, Number: true}}}}
	var code []string
	for i, p := range c.f.Proposals {
		if !wanted(p) || len(code) == mostProposals {
			continue
		}
		target := p.Target
		if p.Theme && p.Selector.Topic != "" {
			target = p.Selector.Topic + ": " + target
		}
		s.Table.Rows = append(s.Table.Rows, []string{c.lang.Int(i + 1), target, c.count(p.N), c.lang.Percent(p.Precision()), c.lang.Percent(p.Recall())})
		code = append(code, "# "+c.lang.Int(i+1)+"\n"+p.Selector.YAML(0))
	}
	s.Code, s.CodeTitle = strings.Join(code, "\n"), c.w.Paste
	if len(code) == 0 {
		s = InsightSection{ID: s.ID, Title: s.Title, Notes: []string{c.w.NoProposals}}
	}
	c.add(s)
}

func (c *insightComposer) pages() {
	if len(c.f.Pages) == 0 {
		return
	}
	s := InsightSection{ID: "paginas", Title: c.w.Pages, Notes: []string{c.w.PagesNote}, Table: Table{Caption: c.w.Pages,
		Columns: []Column{{Title: c.w.Page}, {Title: c.w.Visits, Number: true}, {Title: c.w.Left, Number: true}, {Title: c.w.Hereof, Number: true}}}}
	for _, p := range c.f.Pages[:min(len(c.f.Pages), mostPages)] {
		s.Table.Rows = append(s.Table.Rows, []string{p.Name, c.lang.Int(p.Visits), c.count(p.Left),
			fmt.Sprintf("%s (%s–%s)", c.lang.Percent(p.Share()), c.lang.Percent(p.Low), c.lang.Percent(p.High))})
	}
	c.add(s)
}
