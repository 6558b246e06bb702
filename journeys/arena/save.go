package arena

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// Choice is what the facilitator kept of a session when it was looked through.
type Choice struct {
	// Bottlenecks are ids of cards and groups that go into the journey as such, with a text where another was typed.
	Bottlenecks []Bottleneck
	Title       string // of the arena; empty: that of the plan
}

// Bottleneck is one of them.
type Bottleneck struct {
	ID   string
	Text string
}

// Saved is a session as it becomes part of a journey: the journey file with a source, its selectors and an arena
// more, and the file of that source.
type Saved struct {
	Journey []byte
	File    string // where the signals go, below the folder of the journey, with slashes
	Signals []byte // CSV
	Source  string // its name in `bronnen`
	Said    int    // rows of Signals with what was said
	Felt    int    // rows with what a customer felt at a step
	Outside bool   // the period of the journey does not hold the day of the session, so that nothing of it is counted
}

// ErrNothing says that nothing was said that could be saved.
var ErrNothing = errors.New("nothing to save")

// Save makes a source of what was said and adds it to a journey file by the smallest changes. Hidden cards stay out. A
// name that is taken, in the file or by taken, gets a number.
func (r *Room) Save(name string, src []byte, c Choice, taken func(file string) bool) (Saved, error) {
	j, _ := journeys.Parse(name, src)
	out := Saved{Journey: src}
	for n := 1; ; n++ {
		out.Source = "arena-" + r.Plan.Date.String()
		if n > 1 {
			out.Source += "-" + strconv.Itoa(n)
		}
		out.File = "signalen/" + out.Source + ".csv"
		if j.Source(out.Source) == nil && !taken(out.File) {
			break
		}
	}
	out.Outside = !j.Period.Contains(r.Plan.Date)
	said, felt, err := r.signals(&out)
	if err != nil {
		return Saved{}, err
	}
	change := func(fresh []byte, _ journeys.Pos, failed error) {
		if err == nil {
			if err = failed; err == nil {
				out.Journey = fresh
			}
		}
	}
	if len(said)+len(felt) > 0 {
		var columns []journeys.Field
		for _, field := range header(len(felt) > 0)[1:] {
			columns = append(columns, journeys.Field{Key: field, Value: field})
		}
		change(journeys.AddItem(name, out.Journey, journeys.Item{Kind: journeys.SourceItem, Name: out.Source}, []journeys.Field{
			{Key: "soort", Value: "arena"}, {Key: "bestand", Value: out.File}, {Key: "kolommen", Value: columns}}))
	}
	for _, s := range j.Steps() {
		index := len(s.Selectors)
		signal := func(title, end, topic string) {
			change(journeys.AddItem(name, out.Journey, journeys.Item{Kind: journeys.SelectorItem, Step: s.ID, Index: index}, []journeys.Field{
				{Key: "signaal", Value: title}, {Key: "id", Value: out.Source + "-" + s.ID + end}, {Key: "bron", Value: out.Source}, {Key: "onderwerp", Value: topic}}))
			index++
		}
		if slices.Contains(said, s.ID) {
			signal("Gezegd in de klantarena", "", s.ID)
		}
		if slices.Contains(felt, s.ID) {
			signal("Gevoel in de klantarena", "-gevoel", feelingOf(s.ID))
		}
	}
	change(journeys.AddItem(name, out.Journey, journeys.Item{Kind: journeys.ArenaItem, Index: len(j.Arenas)}, r.entry(j, c)))
	return out, err
}

// entry is the session under `arenas`.
func (r *Room) entry(j *journeys.Journey, c Choice) []journeys.Field {
	title := strings.TrimSpace(c.Title)
	if title == "" {
		title = r.Plan.Title
	}
	for n, base := 2, title; slices.ContainsFunc(j.Arenas, func(a journeys.Arena) bool { return a.ID == journeys.Slug(title) }); n++ {
		title = base + " " + strconv.Itoa(n)
	}
	customers, staff := r.People()
	fields := []journeys.Field{{Key: "arena", Value: title}, {Key: "wanneer", Value: r.Plan.Date.String()}}
	if customers > 0 {
		fields = append(fields, journeys.Field{Key: "deelnemers", Value: customers})
	}
	if staff > 0 {
		fields = append(fields, journeys.Field{Key: "medewerkers", Value: staff})
	}
	if m := mean(r.marks); m.Known {
		fields = append(fields, journeys.Field{Key: "cijfer", Value: math.Round(m.Value*10) / 10})
	}
	var bottlenecks, promises []any
	for _, b := range c.Bottlenecks {
		text, step := r.said(b)
		if text == "" {
			continue
		}
		var one []journeys.Field
		if j.Step(step) != nil {
			one = append(one, journeys.Field{Key: "stap", Value: step})
		}
		bottlenecks = append(bottlenecks, append(one, journeys.Field{Key: "tekst", Value: text}))
	}
	for _, p := range r.Promises {
		var one []journeys.Field
		for _, f := range []journeys.Field{{Key: "wie", Value: p.Who}, {Key: "wat", Value: p.What}, {Key: "wanneer", Value: p.Day}} {
			if f.Value != "" {
				one = append(one, f)
			}
		}
		promises = append(promises, one)
	}
	return append(fields, journeys.Field{Key: "knelpunten", Value: bottlenecks}, journeys.Field{Key: "toezeggingen", Value: promises})
}

// said is the text of a bottleneck, with the step that most of its cards are about.
func (r *Room) said(b Bottleneck) (text, step string) {
	votes := map[string]int{}
	most := func(s string) {
		if votes[s]++; s != "" && votes[s] > votes[step] {
			step = s
		}
	}
	for _, c := range r.Cards {
		if !c.Hidden && (c.ID == b.ID || c.Group == b.ID) {
			most(c.Step)
			if text == "" {
				text = c.Text
			}
		}
	}
	for _, g := range r.Groups {
		if g.ID == b.ID && text != "" {
			text = g.Label
		}
	}
	if typed := Tidy(b.Text); typed != "" {
		text = typed
	}
	return text, step
}

// header names the columns of the signals, which are fields of a signal.
func header(felt bool) []string {
	names := []string{"id", "tijdstip", "onderwerp", "tekst", "aard"}
	if felt {
		names = append(names, "cijfer")
	}
	return names
}

// feelingOf is the topic of what was felt at a step, which keeps it apart from what was said there.
func feelingOf(step string) string { return "gevoel " + step }

// scoreOf puts a feeling (−2 … 2) on the scale of a cijfer (1 … 10), so that what is derived from that, see package
// evidence, is the feeling again.
func scoreOf(feeling float64) string {
	return strings.Replace(strconv.FormatFloat(1+(feeling+2)*9/4, 'f', -1, 64), ".", ",", 1)
}

// signals writes as CSV what was said, and what customers felt at each step at which at least evidence.MinGroup of them
// told; of staff, who listen, no feeling is kept. It lists the steps that these are about.
func (r *Room) signals(out *Saved) (said, felt []string, err error) {
	feelings := map[string][]float64{}
	for _, s := range r.Plan.Steps {
		var all []float64
		for who, value := range r.scores[s.ID] {
			if r.roles[who] == Customer {
				all = append(all, value)
			}
		}
		if len(all) >= evidence.MinGroup {
			slices.Sort(all) // not in the order of the people
			felt, feelings[s.ID] = append(felt, s.ID), all
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	w.Write(header(len(felt) > 0))
	row := func(topic, text, nature, score string) {
		cells := []string{out.Source + "-" + strconv.Itoa(out.Said+out.Felt), r.Plan.Date.String(), topic, Harmless(text), nature}
		if len(felt) > 0 {
			cells = append(cells, score)
		}
		w.Write(cells)
	}
	for _, c := range r.Cards {
		if c.Hidden {
			continue
		}
		if c.Step != "" && !slices.Contains(said, c.Step) {
			said = append(said, c.Step)
		}
		out.Said++
		row(c.Step, c.Text, c.Nature, "")
	}
	for _, step := range felt {
		for _, value := range feelings[step] {
			out.Felt++
			row(feelingOf(step), "", "", scoreOf(value))
		}
	}
	w.Flush()
	if out.Said+out.Felt == 0 && len(r.Promises) == 0 && len(r.marks) == 0 {
		return nil, nil, ErrNothing
	}
	out.Signals = append([]byte("\ufeff"), b.Bytes()...)
	return said, felt, w.Error()
}

// Harmless keeps a spreadsheet from taking a text for a formula (OWASP, "CSV Injection").
func Harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
