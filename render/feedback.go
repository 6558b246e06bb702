package render

import (
	"cmp"
	"fmt"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/render/words"
)

// Letter tells back what was done with what customers said.
type Letter struct {
	ID      string // fit for a file name and an anchor
	To      string // whom it is for, in Lang
	Already string // when they heard it before; empty: not yet
	Subject string
	Dear    string
	Parts   []LetterPart
	Thanks  string
	Ask     string
	Regards string
	From    []string
}

// LetterPart is a part under a heading.
type LetterPart struct {
	Title string
	Said  []string // quotes
	Text  []string
}

// AdviceLetters are the letters of one advice, or what is missing for them.
type AdviceLetters struct {
	Number  int
	ID      string
	Title   string
	Letters []Letter
	Missing []string // in Lang; empty: ready
}

// mostQuotes is how many quotes a letter tells.
const mostQuotes = 3

// Letters writes for each advice, in the order of the numbers, a letter to the residents who brought it
// and one to the contact centre. Only what was realised and rests on something is told back; an effect
// only where it was measured. Quotes are the approved ones of the step that hold no personal data.
func Letters(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang) []AdviceLetters {
	var all []AdviceLetters
	for n, i := range AdviceOrder(j) {
		c := letterComposer{j: j, ev: ev, lang: lang, w: lang.Feedback(), a: j.Advice[i], number: n + 1}
		all = append(all, c.letters())
	}
	return all
}

type letterComposer struct {
	j      *journeys.Journey
	ev     *evidence.Evidence
	lang   words.Lang
	w      words.Feedback
	a      journeys.Advice
	number int
}

func (c letterComposer) letters() AdviceLetters {
	out := AdviceLetters{Number: c.number, ID: c.a.ID, Title: c.a.Title, Missing: c.missing()}
	if len(out.Missing) > 0 {
		return out
	}
	out.Letters = []Letter{c.residents(), c.contactCentre()}
	return out
}

// missing lists what keeps it from being told back.
func (c letterComposer) missing() []string {
	if !c.a.Closed() {
		return []string{c.w.NotRealised(c.a.Status)}
	}
	var all []string
	found := c.ev.AdviceOf(c.a.ID)
	switch {
	case len(c.a.Because) == 0:
		all = append(all, c.w.NoEvidence)
	case !found.Evidence:
		all = append(all, c.w.NothingSaid)
	}
	if c.a.Since.IsZero() {
		all = append(all, c.w.NoSince)
	}
	return all
}

// said is what customers said: approved quotes, then the questions behind the advice; with all, also
// what is no question.
func (c letterComposer) said(all bool) (quotes, text []string) {
	if step := c.j.Step(c.a.Step); step != nil {
		for _, q := range step.Quotes {
			if q.Approved && len(quotes) < mostQuotes && q.Text != "" && language.Redact(q.Text) == q.Text {
				quotes = append(quotes, q.Text)
			}
		}
	}
	var questions, seen []string
	for _, r := range c.ev.AdviceOf(c.a.ID).Reasons {
		switch {
		case r.Kind != "signaal":
			text = append(text, c.w.Reason(r.Kind, r.Title))
		case r.N == 0:
		case c.isScore(r.ID):
			seen = append(seen, c.w.Reason(r.Kind, r.Title))
		case strings.HasSuffix(r.Title, "?"):
			questions = append(questions, c.w.Asked(r.Title, r.N, c.ev.Period))
		default:
			text = append(text, c.w.Asked(r.Title, r.N, c.ev.Period))
		}
	}
	if len(questions) > 0 && !all { // what customers asked says more to them than what a team calls it
		text = nil
	}
	text = append(questions, text...)
	if len(quotes)+len(text) == 0 {
		text = seen
	}
	return quotes, text
}

// isScore tells whether a selector picks by a mark or a topic only, and so by nothing that was said.
func (c letterComposer) isScore(id string) bool {
	for _, s := range c.j.Steps() {
		for _, sel := range s.Selectors {
			if sel.ID == id {
				return sel.Score != nil || len(sel.Words) == 0 && sel.Nature == ""
			}
		}
	}
	return false
}

// effect is what changed, in everyday words.
func (c letterComposer) effect() string {
	e := c.ev.AdviceOf(c.a.ID).Effect
	signal, _ := c.ev.Signal(e.Signal)
	return c.w.Effect(signal.Title, e)
}

func (c letterComposer) letter(kind string) Letter {
	from := []string{cmp.Or(ownerOf(c.j, c.a), c.j.Author, c.w.From)}
	if c.j.Municipality != "" {
		from = append(from, c.j.Municipality)
	}
	id := fmt.Sprintf("%d-%s-%s", c.number, cmp.Or(journeys.Slug(c.a.ID), "advies"), kind)
	return Letter{ID: id, Regards: c.w.Greeting, From: from}
}

func (c letterComposer) residents() Letter {
	l := c.letter("inwoners")
	l.To, l.Dear, l.Subject, l.Thanks, l.Ask = c.w.ToResidents, c.w.DearResident, fmt.Sprintf(c.w.Subject, c.a.Title), c.w.Thanks, c.w.Ask
	if d := c.a.ReportedToResidents; !d.IsZero() {
		l.Already = c.w.Told(d)
	}
	quotes, text := c.said(false)
	l.Parts = []LetterPart{
		{Title: c.w.YouSaid, Said: quotes, Text: text},
		{Title: c.w.WeDid, Text: []string{c.w.Done(c.a.Title, c.a.Since)}},
		{Title: c.w.Changed, Text: []string{c.effect()}},
	}
	return l
}

// contactCentre tells colleagues the same, with the numbers behind it.
func (c letterComposer) contactCentre() Letter {
	l := c.letter("kcc")
	l.To, l.Dear, l.Subject, l.Thanks, l.Ask = c.w.ToKCC, c.w.DearColleague, fmt.Sprintf(c.w.SubjectKCC, c.a.Title), c.w.ThanksKCC, c.w.AskKCC
	if d := c.a.ReportedToKCC; !d.IsZero() {
		l.Already = c.w.Told(d)
	}
	card := (&composer{j: c.j, ev: c.ev, lang: c.lang, w: c.lang.Report(), story: c.lang.Story()}).card(c.number, c.a)
	quotes, text := c.said(true)
	changed := []string{c.effect()}
	if card.Effect != "" {
		changed = append(changed, card.Effect)
	}
	l.Parts = []LetterPart{
		{Title: c.w.YouSaidKCC, Said: quotes, Text: text},
		{Title: c.w.WeDid, Text: []string{c.w.Done(c.a.Title, c.a.Since)}},
		{Title: c.w.Changed, Text: changed},
	}
	return l
}
