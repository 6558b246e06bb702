package render

import (
	"fmt"
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/journeys/privacy"
	"klantreis/render/words"
)

// ComposePrivacy puts the report for the privacy officer into words and tables.
func ComposePrivacy(j *journeys.Journey, r privacy.Report, lang words.Lang) Insight {
	c := privacyComposer{r: r, lang: lang, w: lang.Privacy()}
	c.view = Insight{Lang: lang, Title: fmt.Sprintf(c.w.Title, j.Title), Lead: []string{fmt.Sprintf(c.w.Lead, lang.Date(j.Date))}}
	c.story()
	c.found()
	c.extra()
	c.left()
	c.quotes()
	c.texts()
	c.small()
	c.away()
	c.rules()
	return c.view
}

type privacyComposer struct {
	r    privacy.Report
	lang words.Lang
	w    words.Privacy
	view Insight
}

func (c *privacyComposer) add(id, title, note string, columns []Column, rows [][]string) {
	s := InsightSection{ID: id, Title: title, Table: Table{Caption: title, Columns: columns, Rows: rows}}
	if note != "" {
		s.Notes = []string{note}
	}
	c.view.Sections = append(c.view.Sections, s)
}

func (c *privacyComposer) count(n int) string {
	if n == 0 {
		return "0"
	}
	return c.lang.Count(n, evidence.MinGroup)
}

func (c *privacyComposer) story() {
	records, cells := 0, 0
	var names, failed []string
	for _, s := range c.r.Sources {
		if s.Failed {
			failed = append(failed, s.Name)
		}
		if len(s.Columns) == 0 {
			continue
		}
		names = append(names, s.Name)
		records += s.Read + s.Unreadable
		for _, column := range s.Columns {
			for _, f := range column.Found {
				cells += f.Records
			}
		}
	}
	switch {
	case len(names) == 0:
	case cells == 0:
		c.view.Story = append(c.view.Story, fmt.Sprintf(c.w.StoryNone, c.lang.Int(records), strings.Join(names, ", ")))
	default:
		c.view.Story = append(c.view.Story, fmt.Sprintf(c.w.StoryFound, c.lang.Int(records), strings.Join(names, ", "), c.count(cells)))
	}
	approved := 0
	for _, q := range c.r.Quotes {
		if q.Approved {
			approved++
		}
	}
	if n := len(c.r.Quotes); n > 0 {
		c.view.Story = append(c.view.Story, fmt.Sprintf(c.w.StoryQuotes, n, approved, n-approved))
	}
	if len(failed) > 0 {
		c.view.Story = append(c.view.Story, fmt.Sprintf(c.w.StoryFailed, strings.Join(failed, ", ")))
	}
}

func (c *privacyComposer) found() {
	var rows [][]string
	for _, s := range c.r.Sources {
		for _, column := range s.Columns {
			as := column.Field
			if as == "" {
				as = c.w.NotRead
			}
			for _, f := range column.Found {
				rows = append(rows, []string{s.Name, column.Header, as, c.w.KindName(string(f.Kind)), c.count(f.Records), c.count(f.Times)})
			}
		}
	}
	note := c.w.FoundNote
	if len(rows) == 0 {
		note = c.w.FoundNothing
	}
	c.add("gevonden", c.w.Found, note, []Column{{Title: c.w.Source}, {Title: c.w.Column}, {Title: c.w.ReadAs}, {Title: c.w.Kind}, {Title: c.w.Records, Number: true}, {Title: c.w.Times, Number: true}}, rows)
}

// extra lists columns about people that nothing needs.
func (c *privacyComposer) extra() {
	var rows [][]string
	for _, s := range c.r.Sources {
		for _, column := range s.Columns {
			if column.Field == "" && (column.Person || len(column.Found) > 0) {
				rows = append(rows, []string{s.Name, column.Header})
			}
		}
	}
	if len(rows) > 0 {
		c.add("overbodig", c.w.Extra, c.w.ExtraNote, []Column{{Title: c.w.Source}, {Title: c.w.Column}}, rows)
	}
}

func (c *privacyComposer) left() {
	var rows [][]string
	for _, s := range c.r.Sources {
		switch {
		case len(s.Columns) > 0:
			rows = append(rows, []string{s.Name, c.lang.Int(s.Read), c.count(s.Confidential), c.count(s.Outside), c.lang.Int(s.Unreadable)}) // rows that cannot be read are no group of people
		case s.Typed > 0:
			rows = append(rows, []string{s.Name + " (" + c.w.Typed + ")", c.count(s.Typed), "–", "–", "–"})
		}
	}
	c.add("weggelaten", c.w.Left, c.w.LeftNote, []Column{{Title: c.w.Source}, {Title: c.w.Read, Number: true}, {Title: c.w.Confidential, Number: true}, {Title: c.w.Outside, Number: true}, {Title: c.w.Bad, Number: true}}, rows)
}

// kinds lists what was found in one text, without counts.
func (c *privacyComposer) kinds(found []privacy.Found) string {
	var all []string
	for _, f := range found {
		all = append(all, c.w.KindName(string(f.Kind)))
	}
	if len(all) == 0 {
		return c.w.Nothing
	}
	return strings.Join(all, ", ")
}

func (c *privacyComposer) quotes() {
	var rows [][]string
	for _, q := range c.r.Quotes {
		state := c.w.Waiting
		if q.Approved {
			state = c.w.Shown
		}
		rows = append(rows, []string{strconv.Itoa(q.Pos.Line), q.Step, state, c.kinds(q.Found)})
	}
	if len(rows) > 0 {
		c.add("citaten", c.w.Quotes, c.w.QuotesNote, []Column{{Title: c.w.Line, Number: true}, {Title: c.w.Step}, {Title: c.w.State}, {Title: c.w.Hidden}}, rows)
	}
}

func (c *privacyComposer) texts() {
	var rows [][]string
	for _, t := range c.r.Typed {
		rows = append(rows, []string{strconv.Itoa(t.Pos.Line), c.kinds(t.Found)})
	}
	if len(rows) > 0 {
		c.add("teksten", c.w.Texts, c.w.TextsNote, []Column{{Title: c.w.Line, Number: true}, {Title: c.w.Kind}}, rows)
	}
}

func (c *privacyComposer) small() {
	var rows [][]string
	for _, s := range c.r.Small {
		rows = append(rows, []string{s.Title, s.Step})
	}
	if len(rows) > 0 {
		c.add("klein", c.w.Small, c.w.SmallNote, []Column{{Title: c.w.Signal}, {Title: c.w.Step}}, rows)
	}
}

func (c *privacyComposer) away() {
	var rows [][]string
	for _, s := range c.r.Sources {
		if s.Connection {
			rows = append(rows, []string{s.Name, s.Where})
		}
	}
	note := c.w.AwayNote
	if len(rows) == 0 {
		note = c.w.AwayNone
	}
	c.add("verbindingen", c.w.Away, note, []Column{{Title: c.w.Source}, {Title: c.w.Server}}, rows)
}

func (c *privacyComposer) rules() {
	var rows [][]string
	for _, k := range language.Kinds() {
		rows = append(rows, []string{c.w.KindName(string(k)), c.w.HowFound[string(k)]})
	}
	c.add("regels", c.w.Rules, c.w.RulesNote, []Column{{Title: c.w.Kind}, {Title: c.w.Rule}}, rows)
}
