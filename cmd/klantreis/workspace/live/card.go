package live

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/register"
	"klantreis/render"
	"klantreis/render/journeymap"
)

// littleWidth is the width of the small picture on a card, in pixels.
const littleWidth = 280

// mostSentences is how many sentences a card has about what needs attention.
const mostSentences = 3

// Card tells of a journey as the home page does, from its text and from what is known of its signals without
// reading them. Draft is for the server to fill in.
func (d *Desk) Card(ctx context.Context, path, text string) (api.Card, error) {
	card := api.Card{Path: path, Attention: []string{}}
	root, err := d.open(path)
	if err != nil {
		return card, err
	}
	defer root.Close()
	folder := d.folder(root)
	r := d.read(path, text, folder, nil)
	j := r.journey
	card.Title, card.Owner, card.Phases, card.Steps, card.Advice = j.Title, j.Owner, len(j.Phases), len(j.Steps()), len(j.Advice)
	if !r.usable() && len(j.Phases) == 0 {
		// Nothing of it could be read: noughts would look as if the work were gone.
		card.Unsound = true
		if card.Title == "" {
			card.Title = titleIn(text)
		}
		card.Errors = r.parsed.Count(journeys.Error)
		card.Attention = d.faults(card.Errors)
		return card, nil
	}
	known := outcome{evidence: &evidence.Evidence{}}
	if r.usable() {
		if known = d.bind(r, folder, ""); len(known.unread) > 0 {
			known.evidence, known.problems = certain(j, known, nil, folder), nil
		}
	}
	all := r.all(known.problems)
	card.Errors, card.Warnings = all.Count(journeys.Error), all.Count(journeys.Warning)
	var open []register.Advice
	for _, a := range register.New([]register.Entry{{Journey: j, Evidence: known.evidence}}, journeys.DateOf(d.now().In(journeys.Amsterdam()))).Advice {
		if !a.Answered() {
			open = append(open, a)
		}
	}
	card.Open = len(open)
	card.Attention = d.attention(j, known.evidence, card.Errors, open)
	if r.usable() {
		card.Map = d.little(r, known.evidence, len(known.unread) > 0, "kaartje-"+sumOf(path)[:8])
	}
	return card, nil
}

// titleIn finds the title of a journey in a text that is no sound YAML, by its line; empty: there is none.
func titleIn(text string) string {
	for line := range strings.Lines(text) {
		if title, ok := strings.CutPrefix(strings.TrimPrefix(line, "\ufeff"), "klantreis:"); ok {
			title, _, _ = strings.Cut(title, " #")
			return strings.Trim(strings.TrimSpace(title), `"'`)
		}
	}
	return ""
}

// attention says what a journey needs, the most important first. An advice waits for an answer by the rule of
// the overview (register.Patience); one without a status was not offered to anybody yet.
func (d *Desk) attention(j *journeys.Journey, ev *evidence.Evidence, errors int, open []register.Advice) []string {
	w := d.words()
	out := []string{}
	add := func(text string) {
		if len(out) < mostSentences {
			out = append(out, text)
		}
	}
	for _, text := range d.faults(errors) {
		add(text)
	}
	bare := slices.DeleteFunc(j.Steps(), func(s *journeys.Step) bool { return len(s.Selectors) > 0 })
	switch {
	case len(j.Sources) == 0:
		add(w.noSources)
	case len(bare) == 1:
		add(fmt.Sprintf(w.bareOne, bare[0].Title))
	case len(bare) > 1:
		add(fmt.Sprintf(w.bareMany, len(bare)))
	}
	if len(j.Advice) == 0 {
		add(w.none)
	}
	var late, kept []string
	for _, a := range open {
		switch {
		case a.Status == "":
			kept = append(kept, a.Title)
		case a.Late():
			late = append(late, a.Title)
		}
	}
	if len(late) > 0 {
		add(w.late(late, d.Lang.Date(j.Date)))
	}
	if len(kept) > 0 {
		add(w.notOffered(kept))
	}
	for i, a := range j.Advice {
		if i < len(ev.Advice) && a.Closed() && a.ReportedToResidents.IsZero() {
			if v := ev.Advice[i].Effect.Verdict; v != "" && v != evidence.TooEarly {
				add(fmt.Sprintf(w.effectKnown, a.Title))
			}
		}
	}
	return out
}

// faults says that a file has errors.
func (d *Desk) faults(n int) []string {
	switch w := d.words(); n {
	case 0:
		return []string{}
	case 1:
		return []string{w.errorsOne}
	default:
		return []string{fmt.Sprintf(w.errorsMany, n)}
	}
}

// LittleMap is a small picture of a text, or empty where there is nothing to draw.
func (d *Desk) LittleMap(text string) string {
	j, problems := journeys.Parse("klantreis.yaml", []byte(text))
	if problems.HasErrors() {
		return ""
	}
	return d.little(&reading{journey: j}, &evidence.Evidence{}, false, "begin-"+sumOf(text)[:8])
}

// little draws a small picture; id sets it apart from others on the same page. While signals are uncounted
// it shows no feelings: those that are typed would be half of the curve.
func (d *Desk) little(r *reading, ev *evidence.Evidence, uncounted bool, id string) string {
	theme := r.style.Theme
	if theme.Name == "" && len(theme.Phases) == 0 {
		theme = render.Stadskamer()
	}
	draw := journeymap.Little
	if uncounted {
		draw = journeymap.LittleUncounted
	}
	picture := draw(journeymap.Input{Journey: r.journey, Evidence: ev, Theme: theme, Lang: d.Lang}, littleWidth)
	picture.ID = id
	return strings.TrimSpace(svgOf(picture).content)
}
