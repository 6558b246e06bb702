package render

import (
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/language"
	"klantreis/render/drawing"
	"klantreis/render/words"
)

// Greeting is one postcard from a customer: an approved quote, and what happened with it.
type Greeting struct {
	Quote  string
	Kind   string // a compliment, a tip, … in Lang
	Step   string // the moment it is about
	Source string // where it was heard, in Lang
	Warm   bool   // a compliment, or from a moment that feels good
	Motif  Motif
	Art    drawing.Drawing // drawn before it is written

	Lines []Fact // the back: the tip, to whom, what happened with it
	From  string // who gives the card
}

// Motif is what the picture on a card shows.
type Motif int

const (
	MotifCity Motif = iota
	MotifPark
	MotifLetter
	MotifPhone
	MotifScreen
	MotifDesk
	MotifFlowers
	MotifMobile
	MotifTalk
)

// longestGreeting is the number of letters that a card has room for.
const longestGreeting = 420

// Greetings makes a card of every approved quote, in the order of the journey; the same words make
// one card. What happened with a quote is read from the typed signal that says the same, if there is
// one that is not confidential, and from the advice about its step; nothing else of a signal is
// shown. Quotes that are too long for a card are counted in long.
func Greetings(j *journeys.Journey, lang words.Lang) (all []Greeting, long int) {
	w := lang.Greeting()
	seen := map[string]bool{}
	for _, s := range j.Steps() {
		for _, q := range s.Quotes {
			text := strings.Join(strings.Fields(language.Redact(q.Text)), " ")
			key := bareWords(text)
			if !q.Approved || text == "" || seen[key] {
				continue
			}
			seen[key] = true
			if len([]rune(text)) > longestGreeting {
				long++
				continue
			}
			g := greeting(j, s, q, text, lang, w)
			fit := motifs(j, s, q, text)
			g.Motif = fit[0]
			if len(all) > 0 && len(fit) > 1 && g.Motif == all[len(all)-1].Motif { // a pile of cards is not all one picture
				g.Motif = fit[1]
			}
			all = append(all, g)
		}
	}
	return all, long
}

func greeting(j *journeys.Journey, s *journeys.Step, q journeys.Quote, text string, lang words.Lang, w words.Greeting) Greeting {
	said := saidBefore(j, q)
	nature := strings.ToLower(said["aard"])
	g := Greeting{Quote: text, Step: s.Title, Kind: w.Kinds[nature], Warm: nature == "compliment", From: j.Author}
	if g.Kind == "" {
		g.Kind = w.Heard
	}
	g.Source = heardWhere(j, q, said, lang)
	g.Lines = append(g.Lines, Fact{Label: g.Kind, Value: w.Said(shortness{letters: 120}.cut(text), shortness{letters: 90}.cut(s.Title))})
	to := said["doorgezet"]
	if language.Redact(to) != to {
		to = ""
	}
	advice := adviceFor(j, s.ID)
	if to == "" && advice != nil {
		to = ownerOf(j, advice.Advice)
	}
	if to == "" {
		to = j.Owner
	}
	if to != "" {
		g.Lines = append(g.Lines, Fact{Label: w.To, Value: to})
	}
	done := w.Open
	told, known := journeys.Moment(said["terugkoppeling"])
	switch {
	case advice != nil && advice.Closed(): // in the words of the letters that tell it back
		done = lang.Feedback().Done(advice.Title, advice.Since)
	case advice != nil:
		done = w.Advised(advice.Title, lang.Report().Statuses[advice.Status])
	case nature == "compliment":
		done = w.PassedOn
	case known:
		done = ""
	}
	if known {
		done = strings.TrimSpace(done + " " + w.ToldBack(lang.Date(told)))
	}
	g.Lines = append(g.Lines, Fact{Label: w.Happened, Value: done})
	for i := range g.Lines[1:] {
		g.Lines[i+1].Value = shortness{letters: 200}.cut(g.Lines[i+1].Value)
	}
	return g
}

// bareWords is a text without what people write differently each time.
func bareWords(text string) string { return strings.Trim(journeys.Fold(text), " .!?") }

// saidBefore finds the fields of the typed signal whose words a quote takes; empty when there is
// none, or when it is confidential.
func saidBefore(j *journeys.Journey, q journeys.Quote) map[string]string {
	src := j.Source(q.Source)
	words := bareWords(q.Text)
	if src == nil || words == "" {
		return nil
	}
	for _, sig := range src.List {
		fields := map[string]string{}
		for _, f := range sig.Fields {
			fields[f.Field] = strings.TrimSpace(f.Value)
		}
		if !strings.Contains(journeys.Fold(fields["tekst"]), words) {
			continue
		}
		switch strings.ToLower(fields["vertrouwelijk"]) {
		case "", "nee", "false", "0":
			return fields
		}
		return nil
	}
	return nil
}

// adviceFor is the first advice about a step.
func adviceFor(j *journeys.Journey, step string) *numbered {
	for number, i := range AdviceOrder(j) {
		if j.Advice[i].Step == step {
			return &numbered{number + 1, j.Advice[i]}
		}
	}
	return nil
}

// motifs lists the pictures that fit a quote, each once and at least one, the best first: that of a
// compliment, or those of the ways along which people come to the moment and were heard. Between
// those the words of the quote decide.
func motifs(j *journeys.Journey, s *journeys.Step, q journeys.Quote, text string) []Motif {
	if strings.EqualFold(saidBefore(j, q)["aard"], "compliment") {
		return rotated([]Motif{MotifFlowers, MotifCity, MotifTalk}, text)
	}
	var fit []Motif
	add := func(more ...Motif) {
		for _, m := range more {
			if !slices.Contains(fit, m) {
				fit = append(fit, m)
			}
		}
	}
	ways := slices.Clone(s.Channels)
	if src := j.Source(q.Source); src != nil {
		ways = append(ways, src.Kind)
	}
	for _, way := range ways {
		switch way {
		case "brief":
			add(MotifLetter)
		case "telefoon":
			add(MotifPhone)
		case "website", "e-mail":
			add(MotifScreen, MotifMobile)
		case "chat", "app", "sociale-media":
			add(MotifMobile)
		case "balie", "receptie":
			add(MotifDesk)
		case "gesprek":
			add(MotifPark, MotifTalk)
		case "arena":
			add(MotifTalk)
		}
	}
	if len(fit) == 0 {
		add(MotifCity, MotifPark)
	}
	return rotated(fit, text)
}

// rotated begins a list at a place that the words decide.
func rotated(all []Motif, text string) []Motif {
	n := Chance(text, len(all))
	return slices.Concat(all[n:], all[:n])
}

// Chance picks one of n by the content of a text (FNV-1a): the same text, the same choice.
func Chance(text string, n int) int {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return int(h>>8) % n
}
