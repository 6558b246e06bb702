package insight

import (
	"encoding/json"
	"io"
	"math"

	"klantreis/journeys/evidence"
)

// WriteJSON writes the findings for programs; of one topic alone when it is named. Counts that would
// point at fewer than evidence.MinGroup records are null.
func WriteJSON(w io.Writer, f *Findings, topic string) error {
	if topic != "" {
		f = f.only(topic)
	}
	out := jsonFindings{N: f.N, From: f.From.String(), To: f.To.String(), Sources: []jsonSource{}, Topics: []jsonTopic{}, Channels: jsonCounts(f.Channels),
		Weekdays: smalls(f.Weekdays[:]), Hours: smalls(f.Hours[:]), Proposals: []jsonProposal{}, Pages: []jsonPage{},
		Duplicates: jsonDuplicates{f.Duplicates.Texts, f.Duplicates.OneIn}, Changes: changes(f.Changes)}
	if f.HasJourney {
		out.Unclaimed = small(f.Unclaimed)
	}
	for _, s := range f.Sources {
		out.Sources = append(out.Sources, jsonSource{s.Name, s.File, s.Read, s.Unreadable, s.Other, s.Secret, s.Undated, s.Places})
	}
	for _, t := range f.Topics {
		out.Topics = append(out.Topics, jsonTopic{t.Name, t.N, small(t.Unclaimed), perMonth(t.Months), jsonCounts(t.Channels), smalls(t.Weekdays[:]), smalls(t.Hours[:]),
			jsonTerms(t.Words), jsonTerms(t.Pairs), openings(t.Openings), themes(t.Themes)})
	}
	for _, p := range f.Proposals {
		out.Proposals = append(out.Proposals, jsonProposal{p.Target, p.Selector.ID, p.Selector.Title, p.Selector.Sources, p.Selector.Topic, p.Selector.Words,
			p.Wanted, small(p.N), small(p.Hits), small(p.Others), small(p.Known), round(p.Precision()), round(p.Recall()), p.Selector.YAML(0)})
	}
	for _, p := range f.Pages {
		out.Pages = append(out.Pages, jsonPage{p.Source, p.Name, p.Visits, small(p.Left), round(p.Share()), round(p.Low), round(p.High)})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

type jsonFindings struct {
	N          int            `json:"n"`
	From       string         `json:"van"`
	To         string         `json:"tot"`
	Unclaimed  *int           `json:"zonder_stap,omitempty"`
	Sources    []jsonSource   `json:"bronnen"`
	Topics     []jsonTopic    `json:"onderwerpen"`
	Changes    jsonChanges    `json:"veranderingen"`
	Channels   []jsonCount    `json:"kanalen"`
	Weekdays   []*int         `json:"weekdagen"` // Monday first
	Hours      []*int         `json:"uren"`      // from 0
	Proposals  []jsonProposal `json:"voorstellen"`
	Pages      []jsonPage     `json:"paginas"`
	Duplicates jsonDuplicates `json:"vergeleken"`
}

type jsonSource struct {
	Name       string   `json:"naam"`
	File       string   `json:"bestand,omitempty"`
	Read       int      `json:"gelezen"`
	Unreadable int      `json:"onleesbaar"`
	Other      int      `json:"buiten_periode"`
	Secret     int      `json:"vertrouwelijk"`
	Undated    int      `json:"zonder_datum"`
	Places     []string `json:"onleesbare_regels,omitempty"`
}

type jsonTopic struct {
	Name      string          `json:"onderwerp"`
	N         int             `json:"n"`
	Unclaimed *int            `json:"zonder_stap"`
	Months    map[string]*int `json:"per_maand"`
	Channels  []jsonCount     `json:"per_kanaal"`
	Weekdays  []*int          `json:"weekdagen"`
	Hours     []*int          `json:"uren"`
	Words     []jsonTerm      `json:"woorden"`
	Pairs     []jsonTerm      `json:"combinaties"`
	Openings  []jsonOpening   `json:"vraagwoorden"`
	Themes    []jsonTheme     `json:"vragen"`
}

type jsonCount struct {
	Name string `json:"naam"`
	N    *int   `json:"n"`
}

type jsonTerm struct {
	Text string  `json:"tekst"`
	N    int     `json:"n"`
	Rest *int    `json:"elders"`
	Z    float64 `json:"z"`
}

type jsonOpening struct {
	Word string      `json:"woord"`
	N    int         `json:"n"`
	With []jsonCount `json:"gevolgd_door"`
}

type jsonTheme struct {
	Example   string         `json:"voorbeeld,omitempty"`
	Words     []string       `json:"woorden"`
	N         int            `json:"n"`
	Elsewhere *int           `json:"bij_andere_onderwerpen"`
	Unclaimed *int           `json:"zonder_stap"`
	Ways      int            `json:"aantal_formuleringen"`
	Questions []jsonQuestion `json:"formuleringen"`
}

type jsonQuestion struct {
	Words   []string        `json:"woorden"`
	N       int             `json:"n"`
	Months  map[string]*int `json:"per_maand"`
	Example string          `json:"voorbeeld,omitempty"`
}

type jsonChanges struct {
	Enough bool         `json:"genoeg_gegevens"`
	Unit   string       `json:"per"`
	From   string       `json:"van"`
	To     string       `json:"tot"`
	Units  int          `json:"perioden"`
	Starts []string     `json:"begin"`
	Tested int          `json:"getoetst"`
	Found  []jsonChange `json:"gevonden"`
}

type jsonChange struct {
	Direction string   `json:"richting"`
	Kind      string   `json:"soort"`
	Text      string   `json:"tekst"`
	Topic     string   `json:"onderwerp,omitempty"`
	Since     string   `json:"sinds"`
	Before    *float64 `json:"eerst"` // per month or week; null: of too few records
	After     *float64 `json:"daarna"`
	Ratio     *float64 `json:"verhouding"` // null: nothing or too few on one side
	Low       *float64 `json:"ondergrens"`
	High      *float64 `json:"bovengrens"`
	P         float64  `json:"p"`
	Q         float64  `json:"q"`
	Series    []*int   `json:"per_periode"`
}

type jsonProposal struct {
	Target    string   `json:"voor"`
	ID        string   `json:"id"`
	Title     string   `json:"signaal"`
	Sources   []string `json:"bron"`
	Topic     string   `json:"onderwerp,omitempty"`
	Words     []string `json:"woorden,omitempty"`
	Wanted    int      `json:"gezocht"`
	N         *int     `json:"n"`
	Hits      *int     `json:"vindt"`
	Others    *int     `json:"erbuiten"`
	Known     *int     `json:"al_bij_een_stap"`
	Precision float64  `json:"precisie"`
	Recall    float64  `json:"dekking"`
	YAML      string   `json:"yaml"`
}

type jsonPage struct {
	Source string  `json:"bron"`
	Name   string  `json:"pagina"`
	Visits int     `json:"bezoeken"`
	Left   *int    `json:"afgehaakt"`
	Share  float64 `json:"aandeel"`
	Low    float64 `json:"ondergrens"`
	High   float64 `json:"bovengrens"`
}

type jsonDuplicates struct {
	Texts int `json:"teksten"`
	OneIn int `json:"een_op"`
}

func changes(c Changes) jsonChanges {
	out := jsonChanges{Enough: c.Units > 0, Unit: "maand", From: c.From.String(), To: c.To.String(), Units: c.Units, Starts: []string{}, Tested: c.Tested, Found: []jsonChange{}}
	if c.Weeks {
		out.Unit = "week"
	}
	for _, d := range c.Starts {
		out.Starts = append(out.Starts, d.String())
	}
	for _, f := range c.Found {
		direction := "daling"
		if f.Rises {
			direction = "stijging"
		}
		kind := [...]string{AllSignals: "alles", ChangingTopic: "onderwerp", ChangingTheme: "vraag", ChangingWord: "woord", ChangingPair: "combinatie"}[f.Kind]
		one := jsonChange{Direction: direction, Kind: kind, Text: f.Text, Topic: f.Topic, Since: f.Since.String(), P: f.P, Q: f.Q, Series: smalls(f.Series)}
		if small(f.NBefore) != nil {
			one.Before = finite(f.Before)
		}
		if small(f.N) != nil {
			one.After = finite(f.After)
		}
		if one.Before != nil && one.After != nil {
			one.Ratio, one.Low, one.High = finite(f.Ratio), finite(f.Low), finite(f.High)
		}
		out.Found = append(out.Found, one)
	}
	return out
}

func openings(all []Opening) []jsonOpening {
	out := []jsonOpening{}
	for _, o := range all {
		out = append(out, jsonOpening{o.Word, o.N, jsonCounts(o.With)})
	}
	return out
}

func themes(all []Theme) []jsonTheme {
	out := []jsonTheme{}
	for _, t := range all {
		theme := jsonTheme{Example: t.Example, Words: t.Words, N: t.N, Elsewhere: small(t.Elsewhere), Unclaimed: small(t.Unclaimed), Ways: t.Ways, Questions: []jsonQuestion{}}
		for _, q := range t.Questions {
			theme.Questions = append(theme.Questions, jsonQuestion{q.Words, q.N, perMonth(q.Months), q.Example})
		}
		out = append(out, theme)
	}
	return out
}

func jsonTerms(all []Term) []jsonTerm {
	out := []jsonTerm{}
	for _, t := range all {
		out = append(out, jsonTerm{t.Text, t.N, small(t.Rest), round(t.Z)})
	}
	return out
}

func jsonCounts(all []Count) []jsonCount {
	out := []jsonCount{}
	for _, c := range all {
		out = append(out, jsonCount{c.Name, small(c.N)})
	}
	return out
}

func perMonth(all []MonthCount) map[string]*int {
	out := map[string]*int{}
	for _, m := range all {
		out[m.Month.String()] = small(m.N)
	}
	return out
}

// small hides a count of a group that is too small.
func small(n int) *int {
	if n > 0 && n < evidence.MinGroup {
		return nil
	}
	return &n
}

func smalls(counts []int) []*int {
	out := make([]*int, len(counts))
	for i, n := range counts {
		out[i] = small(n)
	}
	return out
}

func round(v float64) float64 { return math.Round(v*1000) / 1000 }

func finite(v float64) *float64 {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return nil
	}
	v = round(v)
	return &v
}
