package render

import (
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/language"
)

func (c *composer) arenas() []Section {
	var all []Section
	for _, a := range c.j.Arenas {
		s := Section{ID: "arena-" + a.ID, Title: c.w.Arena + ": " + a.Title, Kind: EvidenceSection}
		if strings.HasPrefix(journeys.Fold(a.Title), journeys.Fold(c.w.Arena)) {
			s.Title = a.Title // it says so itself
		}
		var who []string
		if a.Participants > 0 {
			who = append(who, c.lang.Int(a.Participants)+" "+c.w.Participants)
		}
		if a.Staff > 0 {
			who = append(who, c.lang.Int(a.Staff)+" "+c.w.Staff)
		}
		if !a.When.IsZero() {
			who = append(who, c.lang.Date(a.When))
		}
		if a.Mark != nil {
			s.Blocks = append(s.Blocks, Claim{Text: a.Title, Value: decimals(c.lang, *a.Mark), Basis: strings.Join(append(who, c.w.Typed), " · "), Typed: true})
		} else if len(who) > 0 {
			s.Blocks = append(s.Blocks, Prose{strings.Join(who, " · ")})
		}
		var found []string
		for _, b := range a.Bottlenecks {
			text := language.Redact(b.Text)
			if t := stepTitle(c.j, b.Step); t != "" {
				text = t + ": " + text
			}
			found = append(found, text)
		}
		if len(found) > 0 {
			s.Blocks = append(s.Blocks, List{Items: found, Tone: Negative})
		}
		if len(a.Promises) > 0 {
			t := Table{Caption: c.w.ArenaPromises, Columns: []Column{{Title: c.w.ColWhat}, {Title: c.w.ColWho}, {Title: c.w.ColWhen}}}
			for _, p := range a.Promises {
				t.Rows = append(t.Rows, []string{p.What, p.Who, c.lang.Date(p.When)})
			}
			s.Blocks = append(s.Blocks, t)
		}
		if len(s.Blocks) > 0 {
			all = append(all, s)
		}
	}
	return all
}
