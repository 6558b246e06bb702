package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// Tables is a journey with its evidence as tables of typed cells: for a workbook, and for programs that
// read columns. Numbers of groups under MinGroup are texts ("< 5").
type Tables struct {
	Lang     words.Lang
	Title    string
	Date     journeys.Date // of the file; zero: not given
	Sections []RegisterSection
}

// Journey is the table of the steps.
func (t Tables) Journey() RegisterSection { return t.Sections[0] }

// ComposeTables makes the tables of a journey: its steps, the evidence, the advice, the sources, and how
// to read them. Quotes stand there when they were approved, without personal data; signals only as counts.
func ComposeTables(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang) Tables {
	c := tabler{composer{j: j, ev: ev, lang: lang, w: lang.Report(), story: lang.Story()}, lang.Tables()}
	return Tables{Lang: lang, Title: j.Title, Date: j.Date,
		Sections: []RegisterSection{c.steps(), c.evidence(), c.advice(), c.sources(), c.reading()}}
}

type tabler struct {
	composer
	t words.Tables
}

// columns gives titles a kind and a width, in the order of kinds: t text, n number, d date.
func columns(titles []string, kinds string, widths ...float64) []RegisterColumn {
	var all []RegisterColumn
	for i, title := range titles {
		kind := map[byte]CellKind{'t': TextCell, 'n': NumberCell, 'd': DateCell}[kinds[i]]
		all = append(all, RegisterColumn{Title: title, Kind: kind, Width: widths[i]})
	}
	return all
}

func (c *tabler) num(v float64) RegisterCell {
	v = math.Round(v*1000) / 1000
	return RegisterCell{Text: strings.TrimRight(strings.TrimRight(c.lang.Number(v, 3), "0"), ",."), Number: v, Known: true}
}

func (c *tabler) whole(n int) RegisterCell {
	return RegisterCell{Text: c.lang.Int(n), Number: float64(n), Known: true}
}

// group is the number of a group, which is not told when it is small.
func (c *tabler) group(n int) RegisterCell {
	if n > 0 && n < evidence.MinGroup {
		return text(c.lang.Count(n, evidence.MinGroup))
	}
	return c.whole(n)
}

func (c *tabler) count(v evidence.Count) RegisterCell {
	if !v.Known {
		return RegisterCell{}
	}
	return c.num(v.Value)
}

func (c *tabler) date(d journeys.Date) RegisterCell { return RegisterCell{Text: d.String(), Date: d} }

func (c *tabler) list(items []string) RegisterCell { return text(strings.Join(items, "\n")) }

func (c *tabler) section(i int, id string, columns []RegisterColumn) RegisterSection {
	return RegisterSection{ID: id, Title: c.t.Sheets[i], Sheet: c.t.Sheets[i], Columns: columns}
}

func (s *RegisterSection) add(cells ...RegisterCell) {
	s.Rows = append(s.Rows, RegisterRow{Cells: cells})
}

func (c *tabler) steps() RegisterSection {
	s := c.section(0, "reis", columns(c.t.Journey[:], "tntttttntnnnnntddtttttt", 20, 6, 28, 16, 18, 28, 28, 10, 13, 10, 10, 10, 10, 11, 18, 12, 12, 30, 30, 30, 18, 22, 40))
	n := 0
	for _, p := range c.j.Phases {
		for i := range p.Steps {
			step := &p.Steps[i]
			n++
			known := c.ev.Step(step.ID)
			feeling := []RegisterCell{{}, text(c.t.Unknown), {}, {}, {}}
			switch e := known.Emotion; e.Kind {
			case evidence.Derived:
				feeling = []RegisterCell{c.num(e.Value), text(c.t.Derived), c.whole(e.N), c.num(e.Low), c.num(e.High)}
			case evidence.Typed:
				feeling = []RegisterCell{c.num(e.Value), text(c.t.Typed), {}, {}, {}}
			}
			heard := make([]RegisterCell, 5)
			if len(step.Selectors) > 0 {
				names := sourcesOf(step)
				heard = []RegisterCell{c.group(known.N), c.whole(c.ev.InUse(names)), text(strings.Join(names, ", ")), c.date(c.ev.Period.From), c.date(c.ev.Period.To)}
			}
			var quotes []string
			for _, q := range c.quotes(step) {
				quotes = append(quotes, fmt.Sprintf("‘%s’ (%s)", q.Text, q.Source))
			}
			s.add(slices.Concat([]RegisterCell{text(p.Title), c.whole(n), text(step.Title), text(step.ID), text(strings.Join(step.Channels, ", ")), text(step.Does), text(step.Thinks)},
				feeling, heard, []RegisterCell{c.list(step.GoesWell), c.list(step.PainPoints), c.list(step.Backstage), c.list(step.Systems), text(step.HumanContact), c.list(quotes)})...)
		}
	}
	return s
}

func (c *tabler) evidence() RegisterSection {
	s := c.section(1, "bewijs", columns(c.t.Evidence[:], "ttttnnntddnt", 14, 26, 36, 20, 11, 12, 12, 20, 12, 12, 10, 44))
	from, to := c.date(c.ev.Period.From), c.date(c.ev.Period.To)
	for _, e := range c.ev.Signals {
		s.add(text(c.t.Signal), text(stepTitle(c.j, e.Step)), text(e.Title), text(e.ID), c.group(e.N), c.whole(c.ev.InUse(e.Sources)), c.count(e.Denominator),
			text(strings.Join(e.Sources, ", ")), from, to, RegisterCell{}, RegisterCell{})
	}
	for _, l := range c.ev.LeadTimes {
		days := c.t.Calendar
		if l.Working {
			days = c.t.Working
		}
		row := []RegisterCell{text(c.t.LeadTime), text(stepTitle(c.j, l.Step)), text(l.Title), text(l.ID), c.group(l.N), c.group(l.N + l.Open), {}, text(l.Source), from, to, {}, {}}
		if l.N >= evidence.MinGroup && l.Spread.P50.Known {
			row[10], row[11] = c.num(l.Spread.P50.Value), text(fmt.Sprintf(c.t.Median, days))
		}
		s.add(row...)
	}
	for _, m := range c.ev.Metrics {
		for _, p := range m.Points {
			n := RegisterCell{}
			if p.N > 0 {
				n = c.group(p.N)
			}
			s.add(text(c.t.Metric), RegisterCell{}, text(m.Title), text(m.ID), n, RegisterCell{}, RegisterCell{}, text(c.t.Typed), RegisterCell{}, RegisterCell{}, c.num(p.Value), text(p.When))
		}
	}
	for _, a := range c.j.Arenas {
		mark := RegisterCell{}
		if a.Mark != nil {
			mark = c.num(*a.Mark)
		}
		n := RegisterCell{}
		if a.Participants > 0 {
			n = c.group(a.Participants)
		}
		s.add(text(c.t.Arena), RegisterCell{}, text(a.Title), text(a.ID), n, RegisterCell{}, RegisterCell{}, text(c.t.Typed), c.date(a.When), c.date(a.When), mark, RegisterCell{})
	}
	return s
}

func (c *tabler) advice() RegisterSection {
	s := c.section(2, "adviezen", columns(c.t.Advice[:], "nttttttttttt"+"d"+"nnnt", 6, 40, 18, 26, 9, 9, 50, 10, 34, 20, 22, 34, 12, 12, 11, 11, 60))
	for i, at := range AdviceOrder(c.j) {
		a := c.j.Advice[at]
		card := c.card(i+1, a)
		assumption := c.t.No
		if card.Assumption {
			assumption = c.t.Yes
		}
		effect := []RegisterCell{{}, {}, {}}
		if e := c.ev.AdviceOf(a.ID).Effect; e.Measured && e.Ratio > 0 {
			effect = []RegisterCell{c.num(e.Ratio), c.num(e.Low), c.num(e.High)}
		}
		s.add(slices.Concat([]RegisterCell{c.whole(i + 1), text(a.Title), text(a.ID), text(card.Step), text(card.Gain), text(card.Effort), text(card.Basis), text(assumption), text(a.Expected),
			text(a.Owner), text(c.w.Statuses[a.Status]), text(a.Reason), c.date(a.Since)}, effect, []RegisterCell{text(strings.TrimSpace(card.Effect + " " + card.EffectBasis))})...)
	}
	return s
}

func (c *tabler) sources() RegisterSection {
	s := c.section(3, "bronnen", columns(c.t.Sources[:], "tttnnnnnn", 20, 14, 12, 11, 13, 12, 13, 12, 12))
	for _, e := range c.ev.Sources {
		typed := c.t.No
		if e.Typed {
			typed = c.t.Yes
		}
		row := []RegisterCell{text(e.Name), text(c.lang.ChannelWord(e.Kind)), text(typed), {}, {}, {}, {}, {}, c.count(e.Denominator)}
		if !e.Missing {
			copy(row[3:], []RegisterCell{c.whole(e.Read), c.whole(e.InUse()), c.whole(e.Unreadable), c.whole(e.OutsidePeriod)})
			if !e.Aside {
				row[7] = c.group(e.Unclaimed)
			}
		}
		s.add(row...)
	}
	return s
}

func (c *tabler) reading() RegisterSection {
	s := c.section(4, "leeswijzer", columns(c.t.Read[:], "tt", 26, 110))
	add := func(what, meaning string) {
		if meaning != "" {
			s.add(text(what), text(meaning))
		}
	}
	add(c.t.Title, c.j.Title)
	add(c.t.Municipality, c.j.Municipality)
	add(c.t.Owner, c.j.Owner)
	add(c.t.By, c.j.Author)
	add(c.t.Made, c.lang.Date(c.j.Date))
	add(c.t.Period, c.lang.Period(c.ev.Period))
	for _, a := range c.t.About {
		add(a[0], a[1])
	}
	return s
}
