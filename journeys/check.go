package journeys

import (
	"math"
	"net/url"
	"slices"
	"strings"
)

// check applies every rule that needs no other file. Each rule is one small function that adds
// what it finds.
func check(j *Journey) Problems {
	var ps Problems
	for _, rule := range []func(*Journey, *Problems){
		checkShape, checkPeriod, checkSources, checkIDs, checkSteps, checkFlows, checkSelectors, checkQuotes,
		checkMetrics, checkLeadTimes, checkArenas, checkAdvice,
	} {
		rule(j, &ps)
	}
	return ps
}

func checkShape(j *Journey, ps *Problems) {
	if j.Has("fasen") && len(j.Steps()) == 0 {
		ps.add(j.At("fasen"), Error, "geen-stappen")
		return
	}
	for _, p := range j.Phases {
		if len(p.Steps) == 0 {
			ps.add(p.Pos, Warning, "lege-fase", shorten(p.Title))
		}
	}
}

func checkPeriod(j *Journey, ps *Problems) {
	if p := j.Period; !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From) {
		ps.add(p.At("tot"), Error, "datums-achteruit", "tot", p.To, "van", p.From)
	}
}

// holdsPassword looks for a secret in the address of a connection.
func holdsPassword(connection string) bool {
	u, err := url.Parse(connection)
	if err != nil {
		return false
	}
	_, set := u.User.Password()
	for key := range u.Query() {
		switch strings.ToLower(key) {
		case "password", "passwd", "pass", "wachtwoord", "sslpassword", "token":
			set = true
		}
	}
	return set
}

func checkSources(j *Journey, ps *Problems) {
	for _, s := range j.Sources {
		if n := s.count(origins()); n != 1 {
			ps.add(s.Pos, Error, "bron-herkomst", s.Name, n)
		}
		if s.Has("verbinding") && s.Has("tabel") == s.Has("vraag") && !strings.HasPrefix(s.Connection, "http") {
			ps.add(s.At("verbinding"), Error, "tabel-of-vraag", s.Name)
		}
		if holdsPassword(s.Connection) {
			ps.add(s.At("verbinding"), Error, "verbinding-geheim", s.Name)
		}
		checkDenominator(j, s, ps)
		seen := map[string]bool{}
		for _, f := range s.List {
			for _, v := range f.Fields {
				if v.Field == "id" && seen[v.Value] {
					ps.add(v.Pos, Error, "dubbel-id", v.Value, term("een signaal in een lijst"))
				} else if v.Field == "id" {
					seen[v.Value] = true
				}
			}
		}
	}
	for _, c := range j.OwnChannels {
		if slices.Contains(Channels(), c.Name) {
			ps.add(c.Pos, Warning, "kanaal-bestaat", c.Name)
		}
	}
}

func checkDenominator(j *Journey, s Source, ps *Problems) {
	den := s.Denominator
	switch {
	case den == nil:
	case den.Source != "":
		if j.Source(den.Source) == nil {
			unknown(ps, den.At("bron"), "onbekende-bron", den.Source, sourceNames(j))
		}
	case len(den.Months) > 0:
		for i, m := range den.Months {
			if i > 0 && m.Month != (Month{}) && !den.Months[i-1].Month.Before(m.Month) {
				ps.add(m.Pos, Error, "maanden-volgorde", m.Month)
			}
		}
	case den.Total <= 0: // an empty list
		ps.add(den.Pos, Error, "noemer-klein")
	}
}

// checkIDs looks for ids that mean two things. Steps, evidence (signals, lead times, arenas,
// metrics: what `omdat` may name) and advice each have their own names.
func checkIDs(j *Journey, ps *Problems) {
	steps, evidence, advice := map[string]bool{}, map[string]bool{}, map[string]bool{}
	claim := func(seen map[string]bool, n Node, id, what string) {
		switch {
		case id == "": // a title without letters, or a missing one that has been reported
			if n.Has(what) {
				ps.add(n.At(what), Error, "geen-id")
			}
		case seen[id]:
			ps.add(n.At("id"), Error, "dubbel-id", id, term(what))
		}
		seen[id] = true
	}
	for _, s := range j.Steps() {
		claim(steps, s.Node, s.ID, "stap")
		for _, sel := range s.Selectors {
			claim(evidence, sel.Node, sel.ID, "signaal")
		}
	}
	for _, l := range j.LeadTimes {
		claim(evidence, l.Node, l.ID, "doorlooptijd")
	}
	for _, a := range j.Arenas {
		claim(evidence, a.Node, a.ID, "arena")
	}
	for _, m := range j.Metrics {
		claim(evidence, m.Node, m.ID, "meting")
	}
	for _, a := range j.Advice {
		claim(advice, a.Node, a.ID, "advies")
	}
}

func checkSteps(j *Journey, ps *Problems) {
	channels := Channels()
	for _, c := range j.OwnChannels {
		channels = append(channels, c.Name)
	}
	for _, s := range j.Steps() {
		for i, c := range s.Channels {
			if c != "" && !slices.Contains(channels, c) {
				ps.add(s.At(itemKey("kanalen", i)), Error, "onbekend-kanaal", shorten(c), suggest(c, channels), strings.Join(channels, ", "))
			}
		}
	}
}

func checkFlows(j *Journey, ps *Problems) {
	ids := stepIDs(j)
	for _, s := range j.Steps() {
		total := 0.0
		for _, f := range s.Next {
			if f.count(flowEnds()) != 1 {
				ps.add(f.Pos, Error, "stap-of-afhaken")
			}
			if f.To != "" && !slices.Contains(ids, f.To) {
				unknown(ps, f.At("stap"), "onbekende-stap", f.To, ids)
			}
			if f.Share != nil {
				total += *f.Share
			}
		}
		if total > 1.005 {
			ps.add(s.At("naar"), Error, "aandelen-boven-100", math.Round(total*100), shorten(s.Title))
		}
	}
}

func checkSelectors(j *Journey, ps *Problems) {
	for _, s := range j.Steps() {
		for _, sel := range s.Selectors {
			for i, name := range sel.Sources {
				if name != "" && j.Source(name) == nil {
					unknown(ps, listPos(sel.Node, "bron", i), "onbekende-bron", name, sourceNames(j))
				}
			}
			for i, w := range sel.Words {
				checkWord(w, sel.At(itemKey("woorden", i)), ps)
			}
			for i, w := range sel.Without {
				checkWord(w, sel.At(itemKey("zonder", i)), ps)
			}
			if r := sel.Score; r != nil && r.From != nil && r.To != nil && *r.From > *r.To {
				ps.add(r.At("van"), Error, "grenzen-omgekeerd", *r.From, *r.To)
			}
			if sel.Topic == "" && len(sel.Words) == 0 && sel.Channel == "" && sel.Score == nil && sel.Nature == "" {
				ps.add(sel.Pos, Warning, "signaal-zonder-voorwaarde", shorten(sel.Title))
			}
		}
	}
}

// checkWord accepts words that can be found: something to look for, a star only at the end.
func checkWord(w string, pos Pos, ps *Problems) {
	body := strings.TrimSuffix(w, "*")
	switch {
	case w == "": // reported as empty text
	case strings.Contains(body, "*"):
		ps.add(pos, Error, "ster-midden", w)
	case strings.IndexFunc(Fold(body), IsWordRune) < 0:
		ps.add(pos, Error, "woord-zonder-letters", w)
	}
}

func checkQuotes(j *Journey, ps *Problems) {
	for _, s := range j.Steps() {
		for _, q := range s.Quotes {
			if q.Source != "" && j.Source(q.Source) == nil {
				unknown(ps, q.At("bron"), "onbekende-bron", q.Source, sourceNames(j))
			}
		}
	}
}

func checkMetrics(j *Journey, ps *Problems) {
	for _, m := range j.Metrics {
		if m.Scale != nil && m.Scale.From == m.Scale.To {
			ps.add(m.Scale.Pos, Error, "grenzen-omgekeerd", m.Scale.From, m.Scale.To)
			continue
		}
		var last Date
		for _, p := range m.Points {
			when, ok := Moment(p.When)
			switch {
			case !ok: // reported where it was read
			case !last.Before(when) && !last.IsZero():
				ps.add(p.At("wanneer"), Error, "punten-volgorde", p.When)
			}
			last = when
			if m.Scale == nil {
				continue
			}
			if low, high := m.Scale.Ends(); p.Value < low || p.Value > high {
				ps.add(p.At("waarde"), Error, "buiten-schaal", "waarde", p.Value, low, high)
			}
		}
	}
}

func checkLeadTimes(j *Journey, ps *Problems) {
	for _, l := range j.LeadTimes {
		if l.Source != "" && j.Source(l.Source) == nil {
			unknown(ps, l.At("bron"), "onbekende-bron", l.Source, sourceNames(j))
		}
		if l.Step != "" && j.Step(l.Step) == nil {
			unknown(ps, l.At("stap"), "onbekende-stap", l.Step, stepIDs(j))
		}
		if l.From != "" && l.From == l.To {
			ps.add(l.At("tot"), Error, "van-is-tot", l.From)
		}
	}
}

func checkArenas(j *Journey, ps *Problems) {
	for _, a := range j.Arenas {
		for _, b := range a.Bottlenecks {
			if b.Step != "" && j.Step(b.Step) == nil {
				unknown(ps, b.At("stap"), "onbekende-stap", b.Step, stepIDs(j))
			}
		}
	}
}

func checkAdvice(j *Journey, ps *Problems) {
	reasons := ReasonIDs(j)
	for _, a := range j.Advice {
		if a.Step != "" && j.Step(a.Step) == nil {
			unknown(ps, a.At("stap"), "onbekende-stap", a.Step, stepIDs(j))
		}
		for i, id := range a.Because {
			if id != "" && !slices.Contains(reasons, id) {
				unknown(ps, a.At(itemKey("omdat", i)), "onbekende-reden", id, reasons)
			}
		}
		if a.Status == "niet-overgenomen" && a.Reason == "" {
			ps.add(a.At("status"), Error, "reden-verplicht")
		}
		if a.Closed() && !a.Has("sinds") {
			ps.add(a.At("status"), Warning, "sinds-ontbreekt", a.Status)
		}
		if e := a.Effect; e != nil {
			if e.Signal != "" && !slices.Contains(signalIDs(j), e.Signal) {
				unknown(ps, e.At("signaal"), "onbekend-signaal", e.Signal, signalIDs(j))
			}
			if !a.Has("sinds") {
				ps.add(e.Pos, Warning, "effect-zonder-sinds")
			}
		}
		if !a.Since.IsZero() && !j.Date.IsZero() && j.Date.Before(a.Since) {
			ps.add(a.At("sinds"), Warning, "sinds-later", a.Since, j.Date)
		}
		for _, told := range []struct {
			key  string
			date Date
		}{{"kcc", a.ReportedToKCC}, {"inwoners", a.ReportedToResidents}} {
			if !told.date.IsZero() && !a.Since.IsZero() && told.date.Before(a.Since) {
				ps.add(a.At("terugkoppeling"), Warning, "datums-achteruit", told.key, told.date, "sinds", a.Since)
			}
		}
	}
}

func unknown(ps *Problems, pos Pos, code, id string, known []string) {
	ps.add(pos, Error, code, shorten(id), suggest(id, known), strings.Join(known, ", "))
}

// listPos is the place of the i-th value of a key that may also hold one value.
func listPos(n Node, key string, i int) Pos {
	if n.Has(itemKey(key, i)) {
		return n.At(itemKey(key, i))
	}
	return n.At(key)
}

func stepIDs(j *Journey) []string {
	var ids []string
	for _, s := range j.Steps() {
		ids = append(ids, s.ID)
	}
	return ids
}

func signalIDs(j *Journey) []string {
	var ids []string
	for _, s := range j.Steps() {
		for _, sel := range s.Selectors {
			ids = append(ids, sel.ID)
		}
	}
	return ids
}

// ReasonIDs lists what `omdat` may name: signals, lead times, arenas and metrics.
func ReasonIDs(j *Journey) []string {
	ids := signalIDs(j)
	for _, l := range j.LeadTimes {
		ids = append(ids, l.ID)
	}
	for _, a := range j.Arenas {
		ids = append(ids, a.ID)
	}
	for _, m := range j.Metrics {
		ids = append(ids, m.ID)
	}
	return ids
}

func sourceNames(j *Journey) []string {
	var names []string
	for _, s := range j.Sources {
		names = append(names, s.Name)
	}
	return names
}
