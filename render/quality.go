package render

import (
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/journeys/quality"
	"klantreis/render/words"
)

// ComposeQuality puts what is known of the data of each source into words and tables.
func ComposeQuality(j *journeys.Journey, sources []quality.Source, lang words.Lang) Insight {
	c := qualityComposer{sources: sources, lang: lang, w: lang.Quality()}
	c.view = Insight{Lang: lang, Title: fmt.Sprintf(c.w.Title, j.Title), Lead: []string{fmt.Sprintf(c.w.Lead, lang.Date(j.Date))}}
	c.story()
	c.overview()
	c.findings()
	c.gaps()
	c.drifts()
	c.rule()
	return c.view
}

type qualityComposer struct {
	sources []quality.Source
	lang    words.Lang
	w       words.Quality
	view    Insight
}

func (c *qualityComposer) add(id, title string, notes []string, columns []Column, rows [][]string) {
	c.view.Sections = append(c.view.Sections, InsightSection{ID: id, Title: title, Notes: notes, Table: Table{Caption: title, Columns: columns, Rows: rows}})
}

// count hides numbers of which the records could point at a person.
func (c *qualityComposer) count(n int) string {
	if n == 0 {
		return "0"
	}
	return c.lang.Count(n, evidence.MinGroup)
}

func (c *qualityComposer) story() {
	names := map[string][]string{}
	var worst []string
	for _, s := range c.sources {
		switch f, bad := s.Worst(); {
		case s.Connection:
			names["away"] = append(names["away"], s.Name)
		case s.Failed:
			names["failed"] = append(names["failed"], s.Name)
		case s.Grade == "":
			names["few"] = append(names["few"], s.Name)
		case bad:
			worst = append(worst, fmt.Sprintf(c.w.StoryWorst, s.Name, s.Grade, c.w.Kinds[string(f.Kind)]))
		default:
			names["good"] = append(names["good"], s.Name)
		}
	}
	for _, line := range []struct{ key, format string }{{"good", c.w.StoryGood}, {"", ""}, {"few", c.w.StoryFew}, {"away", c.w.StoryAway}, {"failed", c.w.StoryFailed}} {
		if line.key == "" {
			c.view.Story = append(c.view.Story, worst...)
		} else if some := names[line.key]; len(some) > 0 {
			c.view.Story = append(c.view.Story, fmt.Sprintf(line.format, strings.Join(some, ", ")))
		}
	}
}

func (c *qualityComposer) overview() {
	notes := []string{c.w.SourcesNote}
	var rows [][]string
	for _, s := range c.sources {
		if s.Connection {
			rows = append(rows, []string{s.Name, c.w.NoGrade, c.w.NoGrade, c.w.NoGrade, c.w.NoGrade})
			continue
		}
		grade, days := string(s.Grade), c.w.NoGrade
		if grade == "" || s.Failed {
			grade = c.w.NoGrade
		}
		if !s.First.IsZero() {
			days = c.lang.Date(s.First) + " … " + c.lang.Date(s.Last)
		}
		rows = append(rows, []string{s.Name, grade, c.lang.Int(s.Records), c.count(s.Unusable), days})
		if s.PartTwice {
			notes = append(notes, fmt.Sprintf(c.w.PartTwice, s.Name))
		}
	}
	c.add("bronnen", c.w.Sources, notes, []Column{{Title: c.w.Source}, {Title: c.w.Grade}, {Title: c.w.Records, Number: true}, {Title: c.w.Unusable, Number: true}, {Title: c.w.Days}}, rows)
}

func (c *qualityComposer) findings() {
	var rows [][]string
	for _, s := range c.sources {
		for _, f := range s.Findings {
			share, grade := c.lang.Percent(float64(f.N)/float64(f.Of)), string(f.Grade)
			often := c.lang.Int(f.N)
			if f.Kind != quality.Gap {
				if often = c.count(f.N); f.N < evidence.MinGroup {
					share = c.w.NoGrade
				}
			}
			if grade == "" {
				grade = c.w.NoGrade
			}
			rows = append(rows, []string{s.Name, c.w.Kinds[string(f.Kind)], often, share, grade, c.w.Asks[string(f.Kind)]})
		}
	}
	note := c.w.FindingsNote
	if len(rows) == 0 {
		note = c.w.FindingsNone
	}
	c.add("gevonden", c.w.Findings, []string{note}, []Column{{Title: c.w.Source}, {Title: c.w.What}, {Title: c.w.HowMany, Number: true}, {Title: c.w.Share, Number: true}, {Title: c.w.Grade}, {Title: c.w.Ask}}, rows)
}

func (c *qualityComposer) gaps() {
	var rows [][]string
	for _, s := range c.sources {
		for _, g := range s.Gaps {
			rows = append(rows, []string{s.Name, c.lang.Date(g.From), c.lang.Date(g.To), fmt.Sprintf(c.w.About, c.lang.Int(g.Expected))})
		}
	}
	if len(rows) > 0 {
		c.add("gaten", c.w.Gaps, []string{c.w.GapsNote}, []Column{{Title: c.w.Source}, {Title: c.w.From}, {Title: c.w.To}, {Title: c.w.Missing}}, rows)
	}
}

func (c *qualityComposer) drifts() {
	var rows [][]string
	for _, s := range c.sources {
		for _, d := range s.Drifts {
			change := c.w.Went
			if d.Came {
				change = c.w.Came
			}
			rows = append(rows, []string{s.Name, c.w.Fields[d.Field], language.Redact(d.Name), c.lang.Int(d.N), fmt.Sprintf(change, c.lang.Date(d.On)), fmt.Sprintf(c.w.About, c.lang.Int(d.Expected))})
		}
	}
	if len(rows) > 0 {
		c.add("verloop", c.w.Drifts, []string{c.w.DriftsNote}, []Column{{Title: c.w.Source}, {Title: c.w.Field}, {Title: c.w.Name}, {Title: c.w.Records, Number: true}, {Title: c.w.Change}, {Title: c.w.Missing}}, rows)
	}
}

func (c *qualityComposer) rule() {
	var rows [][]string
	for _, l := range quality.Rule() {
		rows = append(rows, []string{c.w.Kinds[string(l.Kind)], c.lang.Percent(l.A), c.lang.Percent(l.B), c.lang.Percent(l.C)})
	}
	c.add("regel", c.w.Rule, []string{c.w.RuleNote}, []Column{{Title: c.w.What}, {Title: "A", Number: true}, {Title: "B", Number: true}, {Title: "C", Number: true}}, rows)
}
