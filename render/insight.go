package render

import (
	"fmt"
	"strings"

	"klantreis/journeys/evidence"
	"klantreis/journeys/insight"
	"klantreis/render/words"
)

// Insight is what stands out in signals, ready to be written on a terminal and on a page.
type Insight struct {
	Lang     words.Lang
	Title    string
	Lead     []string
	Story    []string // what stands out, in sentences; the terminal and the page begin with it
	Sections []InsightSection
}

// InsightSection is one table with what has to be said about it.
type InsightSection struct {
	ID, Title string
	Notes     []string // above the table
	Hint      string   // what to type for more; on a terminal only
	Table     Table
	Courses   []Course // drawn in a last column, one per row; nil: none
	Code      string   // to paste, below the table
	CodeTitle string
}

// Course is a row of counts in time with its story in words.
type Course struct {
	Values []int
	Alt    string
	// FirstPart and LastPart tell that the data begin or end somewhere in that month: it counts for less.
	FirstPart, LastPart bool
}

// Part tells whether a value is of a part of a month.
func (c Course) Part(i int) bool {
	return i == 0 && c.FirstPart || i == len(c.Values)-1 && c.LastPart
}

// wholeMonth is how many days may lack at the ends of a month that counts as whole: a weekend and a holiday.
const wholeMonth = 6

// partMonths tells whether the data begin and end inside a month.
func (c *insightComposer) partMonths() (first, last bool) {
	if c.f.From.IsZero() || c.f.To.IsZero() {
		return false, false
	}
	return c.f.From.Day > 1+wholeMonth, c.f.To.Day < c.f.To.MonthOf().Last().Day-wholeMonth
}

// partNote says which months of the courses are no whole ones.
func (c *insightComposer) partNote() []string {
	first, last := c.partMonths()
	var months []string
	if first {
		months = append(months, c.lang.Month(c.f.From.MonthOf()))
	}
	if last && (!first || c.f.To.MonthOf() != c.f.From.MonthOf()) {
		months = append(months, c.lang.Month(c.f.To.MonthOf()))
	}
	if len(months) == 0 || c.f.From.MonthOf() == c.f.To.MonthOf() {
		return nil
	}
	return []string{fmt.Sprintf(c.w.PartMonths, strings.Join(months, ", "))}
}

const (
	mostTopics    = 15
	asksPerTopic  = 3
	mostRises     = 12
	mostProposals = 12
	mostPages     = 12
	apartWords    = 6
)

// ComposeInsight decides what to show of the findings: everything, or one topic opened, which the
// findings have (see insight.Findings.Topic).
func ComposeInsight(f *insight.Findings, topic string, lang words.Lang) Insight {
	c := &insightComposer{f: f, w: lang.Insight(), s: lang.InsightStory(), e: lang.InsightExplained(), lang: lang, view: Insight{Lang: lang, Title: lang.Insight().Title}}
	c.lead(f.Topic(topic), topic != "")
	c.story(topic)
	if t := f.Topic(topic); topic != "" && t != nil {
		c.one(*t)
		return c.view
	}
	if f.N >= evidence.MinGroup {
		c.topics()
		if c.texts() > 0 {
			c.asked()
		}
		c.changes(func(insight.Change) bool { return true })
		c.apart()
		c.places(f.Channels, f.Weekdays, f.Hours)
		c.proposals(func(insight.Proposal) bool { return true })
	}
	c.pages()
	return c.view
}

type insightComposer struct {
	f    *insight.Findings
	w    words.Insight
	s    words.InsightStory
	e    words.InsightExplained
	lang words.Lang
	view Insight
}

func (c *insightComposer) count(n int) string { return c.lang.Count(n, evidence.MinGroup) }

func (c *insightComposer) add(s InsightSection) { c.view.Sections = append(c.view.Sections, s) }

// texts is how many signals have a text.
func (c *insightComposer) texts() int {
	n := 0
	for _, s := range c.f.Sources {
		n += s.Texts
	}
	return n
}

// lead tells what was looked at, and what was not.
func (c *insightComposer) lead(t *insight.Topic, opened bool) {
	var names []string
	for _, s := range c.f.Sources {
		if !s.Aside || c.f.N == 0 {
			names = append(names, sourceLabel(s))
		}
	}
	say := func(format string, args ...any) { c.view.Lead = append(c.view.Lead, fmt.Sprintf(format, args...)) }
	if c.f.N == 0 && len(c.f.Pages) > 0 {
		say(c.s.Visits, strings.Join(names, ", "))
	} else if t != nil && opened {
		say(c.w.LookedHere, c.count(t.N), c.lang.Int(c.f.N), strings.Join(names, ", "))
	} else {
		say(c.w.Looked, c.lang.Int(c.f.N), strings.Join(names, ", "))
	}
	if !c.f.From.IsZero() {
		say(c.w.Span, c.lang.Date(c.f.From), c.lang.Date(c.f.To))
	}
	if c.f.HasJourney && c.f.N > 0 && !opened {
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
				part += fmt.Sprintf(c.w.Lines, lineNumbers(s.Places, s.Unreadable))
			}
			parts = append(parts, part)
		}
		if len(parts) > 0 {
			say(c.w.LeftOut, sourceLabel(s), strings.Join(parts, ", "))
		}
		if s.Undated > 0 && !s.Aside {
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

func lineNumbers(places []string, all int) string {
	list := strings.Join(places, ", ")
	if all > len(places) {
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
	s := InsightSection{ID: "onderwerpen", Title: c.w.Topics, Notes: c.partNote(), Table: Table{Caption: c.w.Topics,
		Columns: []Column{{Title: c.w.Topic}, {Title: c.w.Signals, Number: true}, {Title: c.w.Share, Number: true}, {Title: c.w.Most}}}}
	hint := ""
	for _, t := range c.f.Topics[:min(len(c.f.Topics), mostTopics)] {
		most := "–"
		if len(t.Themes) > 0 {
			most = asked(t.Themes[0].Example, t.Themes[0].Shared)
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
		s.Hint = fmt.Sprintf(c.w.Hint, hint)
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
	course.FirstPart, course.LastPart = c.partMonths()
	course.Alt = fmt.Sprintf(c.w.SparkAlt, c.count(all[best].N), c.lang.Month(all[best].Month))
	return course
}

func (c *insightComposer) asked() {
	s := InsightSection{ID: "vragen", Title: c.w.Asked, Notes: []string{c.w.AskedNote}, Table: c.askTable()}
	if len(c.f.Topics) == 1 {
		for _, theme := range c.f.Topics[0].Themes {
			s.Table.Rows = append(s.Table.Rows, c.askRow(theme, true))
		}
		c.addAsked(s)
		return
	}
	s.Table.Columns = append([]Column{{Title: c.w.Topic}}, s.Table.Columns...)
	for _, t := range c.f.Topics[:min(len(c.f.Topics), mostTopics)] {
		for _, theme := range t.Themes[:min(len(t.Themes), asksPerTopic)] {
			s.Table.Rows = append(s.Table.Rows, append([]string{c.topicName(t.Name)}, c.askRow(theme, true)...))
		}
	}
	c.addAsked(s)
}

func (c *insightComposer) addAsked(s InsightSection) {
	if len(s.Table.Rows) == 0 {
		s.Notes, s.Table = []string{c.w.NoAsked}, Table{}
	}
	c.add(s)
}

func (c *insightComposer) askTable() Table {
	return Table{Caption: c.w.Asked, Columns: []Column{{Title: c.w.Question}, {Title: c.w.Signals, Number: true}, {Title: c.w.Ways, Number: true}}}
}

func (c *insightComposer) askRow(t insight.Theme, wordings bool) []string {
	name := asked(t.Example, t.Shared)
	if such := c.such(t); wordings && t.Example == "" && such != "" {
		name += fmt.Sprintf(c.e.Such, such)
	}
	return []string{name, c.count(t.N), c.lang.Int(t.Ways)}
}

// asked is a question as somebody asks it, or else its words.
func asked(example string, words []string) string {
	if example == "" {
		return strings.Join(words, " ")
	}
	return example
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
		Columns: []Column{{Title: c.w.Number, Number: true}, {Title: c.w.For}, {Title: c.w.Finds, Number: true}, {Title: c.w.Besides, Number: true}}}}
	var code []string
	all, first := 0, ""
	for i, p := range c.f.Proposals {
		if !wanted(p) {
			continue
		}
		if all++; len(code) == mostProposals {
			continue
		}
		if first == "" {
			first = p.Selector.ID
		}
		target := p.Target
		if p.Theme && p.Selector.Topic != "" {
			target = p.Selector.Topic + ": " + target
		}
		s.Table.Rows = append(s.Table.Rows, []string{c.lang.Int(i + 1), target, fmt.Sprintf(c.w.FindsOf, c.count(p.Hits), c.count(p.Wanted)), c.count(p.Others)})
		code = append(code, "# "+c.lang.Int(i+1)+": "+p.Selector.ID+"\n"+p.Selector.YAML(0))
	}
	if all > len(code) {
		s.Notes = append(s.Notes, fmt.Sprintf(c.w.MostOf, c.lang.Int(len(code)), c.lang.Int(all)))
	}
	if c.f.HasJourney {
		s.Hint = fmt.Sprintf(c.w.AddHint, first)
	} else {
		s.Title = c.w.Searches
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
	s := InsightSection{ID: "paginas", Title: c.w.Pages, Notes: []string{c.s.PagesNote, c.s.NoPage}, Table: Table{Caption: c.w.Pages,
		Columns: []Column{{Title: c.w.Page}, {Title: c.w.Visits, Number: true}, {Title: c.w.Left, Number: true}, {Title: c.w.Hereof, Number: true}}}}
	for _, p := range c.f.Pages[:min(len(c.f.Pages), mostPages)] {
		s.Table.Rows = append(s.Table.Rows, []string{p.Name, c.lang.Int(p.Visits), c.count(p.Left),
			fmt.Sprintf("%s (%s–%s)", c.lang.Percent(p.Share()), c.lang.Percent(p.Low), c.lang.Percent(p.High))})
	}
	c.add(s)
}
