package difference

import (
	"strconv"
	"strings"

	"klantreis/journeys"
)

// fieldPhase is the one field of a step that tells where it stands.
const fieldPhase = "fase"

// fields gathers the changes between two things of a kind.
type fields []Change

func (f *fields) text(field, from, to string) {
	if from, to = strings.TrimSpace(from), strings.TrimSpace(to); from != to {
		*f = append(*f, Change{Field: field, From: from, To: to})
	}
}

// list compares by content; the order does not count.
func (f *fields) list(field string, from, to []string) {
	removed, added := Items(from, to)
	if len(removed)+len(added) > 0 {
		*f = append(*f, Change{Field: field, Removed: removed, Added: added})
	}
}

// hidden tells only that something differs.
func (f *fields) hidden(field string, from, to any) {
	if !same(from, to) {
		*f = append(*f, Change{Field: field})
	}
}

// named compares lists of things that have a key, each shown by its title.
func named[T any](f *fields, field string, from, to []T, of func(T) (key, title string)) {
	old := map[string]T{}
	for _, v := range from {
		key, _ := of(v)
		old[key] = v
	}
	c := Change{Field: field}
	now := map[string]bool{}
	for _, v := range to {
		key, title := of(v)
		now[key] = true
		was, ok := old[key]
		switch {
		case !ok:
			c.Added = append(c.Added, title)
		case !same(was, v):
			c.Edited = append(c.Edited, title)
		}
	}
	for _, v := range from {
		if key, title := of(v); !now[key] {
			c.Removed = append(c.Removed, title)
		}
	}
	if len(c.Added)+len(c.Removed)+len(c.Edited) > 0 {
		*f = append(*f, c)
	}
}

// Items tells which texts left a list and which came, each as often as it did. The order does not
// count, nor does white space around a text.
func Items(from, to []string) (removed, added []string) {
	only := func(these, those []string) (rest []string) {
		count := map[string]int{}
		for _, s := range those {
			count[strings.TrimSpace(s)]++
		}
		for _, s := range these {
			if s = strings.TrimSpace(s); count[s] > 0 {
				count[s]--
			} else {
				rest = append(rest, s)
			}
		}
		return rest
	}
	return only(from, to), only(to, from)
}

// flows tells which ways out of a step left and which came. The order does not count.
func flows(from, to []journeys.Flow) (removed, added []journeys.Flow) {
	only := func(these, those []journeys.Flow) []journeys.Flow {
		used := make([]bool, len(those))
		var rest []journeys.Flow
	next:
		for _, f := range these {
			for i, g := range those {
				if !used[i] && same(f, g) {
					used[i] = true
					continue next
				}
			}
			rest = append(rest, f)
		}
		return rest
	}
	return only(from, to), only(to, from)
}

// waysOut are the ways out of a step on both sides. Without any, customers go on to the next step;
// that is only written out where the other side does have ways, so that a step does not change
// because its neighbour did.
func waysOut(b, a flat, p stepPair) [2][]journeys.Flow {
	of := func(f flat, i int, written bool) []journeys.Flow {
		if next := f.steps[i].Next; len(next) > 0 || !written || i+1 >= len(f.steps) {
			return next
		}
		return []journeys.Flow{{To: f.steps[i+1].ID}}
	}
	written := len(b.steps[p.before].Next)+len(a.steps[p.after].Next) > 0
	return [2][]journeys.Flow{of(b, p.before, written), of(a, p.after, written)}
}

// flowTexts writes ways as they stand in the file.
func flowTexts(flows []journeys.Flow) []string {
	var all []string
	for _, f := range flows {
		text := "stap: " + f.To
		if f.To == "" {
			text = "afhaken: " + f.DropOut
		}
		if f.When != "" {
			text += ", als: " + f.When
		}
		if f.Share != nil {
			text += ", aandeel: " + number(*f.Share*100) + "%"
		}
		all = append(all, "{"+text+"}")
	}
	return all
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', 10, 64) }

func emotion(v *float64) string {
	if v == nil {
		return ""
	}
	return number(*v)
}

// isWish says whether a journey as it is stands beside one as it is wished for.
func isWish(before, after *journeys.Journey) bool {
	return before.Variant != wished && after.Variant == wished
}

const wished = "gewenst"

// stepChanges compares a step that is on both sides. Nobody has lived through a wish, so that it
// has no signals, quotes or notes of its own takes nothing away.
func stepChanges(s Step, b, a *journeys.Step, ways [2][]journeys.Flow, wish bool) []Change {
	var f fields
	f.text("titel", b.Title, a.Title)
	if s.Moved {
		f.text(fieldPhase, s.Before.Phase, s.After.Phase)
	}
	f.list("kanalen", b.Channels, a.Channels)
	f.text("doet", b.Does, a.Does)
	f.text("denkt", b.Thinks, a.Thinks)
	f.text("emotie", emotion(b.Emotion), emotion(a.Emotion))
	f.list("gaat-goed", b.GoesWell, a.GoesWell)
	f.list("pijnpunten", b.PainPoints, a.PainPoints)
	f.list("achter-de-schermen", b.Backstage, a.Backstage)
	f.list("systemen", b.Systems, a.Systems)
	f.list("teksten", b.Texts, a.Texts)
	f.text("menselijk-contact", b.HumanContact, a.HumanContact)
	if !wish || len(a.Selectors) > 0 {
		named(&f, "signalen", b.Selectors, a.Selectors, func(s journeys.Selector) (string, string) { return s.ID, s.Title })
	}
	if !wish || len(a.Quotes) > 0 {
		f.hidden("citaten", b.Quotes, a.Quotes)
	}
	if !wish || a.Notes != "" {
		f.hidden("notities", strings.TrimSpace(b.Notes), strings.TrimSpace(a.Notes))
	}
	if left, came := flows(ways[0], ways[1]); len(left)+len(came) > 0 {
		f = append(f, Change{Field: "naar", Removed: flowTexts(left), Added: flowTexts(came), Left: left, Came: came})
	}
	return f
}

// aboutChanges compares what stands outside the steps. What a wish leaves out because it cannot be
// measured yet (sources, period and the like) was not taken away.
func aboutChanges(b, a *journeys.Journey) []Change {
	var f fields
	wish := isWish(b, a)
	f.text("klantreis", b.Title, a.Title)
	f.text("gemeente", b.Municipality, a.Municipality)
	f.text("eigenaar", b.Owner, a.Owner)
	f.text("opgesteld", b.Date.String(), a.Date.String())
	f.text("opsteller", b.Author, a.Author)
	if !wish || !a.Period.IsZero() {
		f.text("periode", period(b.Period), period(a.Period))
	}
	f.text("samenvatting", b.Summary, a.Summary)
	f.text("variant", b.Variant, a.Variant)
	f.text("huisstijl", b.HouseStyle, a.HouseStyle)
	f.text("klant.naam", b.Persona.Name, a.Persona.Name)
	f.text("klant.situatie", b.Persona.Situation, a.Persona.Situation)
	f.text("klant.doel", b.Persona.Goal, a.Persona.Goal)
	if !wish || a.Persona.Quote != "" {
		f.hidden("klant.citaat", strings.TrimSpace(b.Persona.Quote), strings.TrimSpace(a.Persona.Quote))
	}
	if !wish || len(a.Sources) > 0 {
		named(&f, "bronnen", b.Sources, a.Sources, func(s journeys.Source) (string, string) { return s.Name, s.Name })
	}
	if !wish || len(a.Metrics) > 0 {
		named(&f, "metingen", b.Metrics, a.Metrics, func(m journeys.Metric) (string, string) { return m.ID, m.Title })
	}
	if !wish || len(a.LeadTimes) > 0 {
		named(&f, "doorlooptijden", b.LeadTimes, a.LeadTimes, func(l journeys.LeadTime) (string, string) { return l.ID, l.Title })
	}
	if !wish || len(a.Arenas) > 0 {
		named(&f, "arenas", b.Arenas, a.Arenas, func(a journeys.Arena) (string, string) { return a.ID, a.Title })
	}
	named(&f, "kanalen-eigen", b.OwnChannels, a.OwnChannels, func(c journeys.OwnChannel) (string, string) { return c.Name, c.Name })
	return f
}

func period(p journeys.Period) string {
	if p.IsZero() {
		return ""
	}
	return p.From.String() + " … " + p.To.String()
}

func compareAdvice(before, after *journeys.Journey) []Advice {
	old := map[string]journeys.Advice{}
	for _, a := range before.Advice {
		old[a.ID] = a
	}
	now := map[string]bool{}
	var all []Advice
	for _, a := range after.Advice {
		now[a.ID] = true
		d := Advice{ID: a.ID, Title: a.Title, State: Added}
		if b, ok := old[a.ID]; ok {
			d.State, d.Changes = Kept, adviceChanges(b, a)
		}
		all = append(all, d)
	}
	for _, a := range before.Advice {
		if !now[a.ID] {
			all = append(all, Advice{ID: a.ID, Title: a.Title, State: Removed})
		}
	}
	return all
}

func adviceChanges(b, a journeys.Advice) []Change {
	var f fields
	f.text("titel", b.Title, a.Title)
	f.text("stap", b.Step, a.Step)
	f.list("omdat", b.Because, a.Because)
	f.text("winst", b.Gain, a.Gain)
	f.text("moeite", b.Effort, a.Effort)
	f.text("verwacht", b.Expected, a.Expected)
	f.text("eigenaar", b.Owner, a.Owner)
	f.text("status", b.Status, a.Status)
	f.text("reden", b.Reason, a.Reason)
	f.text("sinds", b.Since.String(), a.Since.String())
	f.hidden("effect", b.Effect, a.Effect)
	f.text("terugkoppeling.kcc", b.ReportedToKCC.String(), a.ReportedToKCC.String())
	f.text("terugkoppeling.inwoners", b.ReportedToResidents.String(), a.ReportedToResidents.String())
	return f
}
