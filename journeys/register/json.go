package register

import (
	"encoding/json"
	"io"
	"math"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// The types below are the shape of `overzicht --json`, in the words of the contract. Null stands for
// what is not known.
type (
	dataRegister struct {
		AsOf     *string          `json:"peildatum"`
		AsOfFrom string           `json:"peildatum_uit,omitempty"`
		Totals   dataTotals       `json:"totalen"`
		Journeys []dataJourney    `json:"klantreizen"`
		Advice   []dataAdvice     `json:"adviezen"`
		Owners   []dataOwner      `json:"eigenaren"`
		Passed   []dataDepartment `json:"doorgezet"`
		Themes   []dataTheme      `json:"themas"`
		Promises []dataPromise    `json:"toezeggingen"`
		Broken   []Broken         `json:"kapot"`
	}
	dataTotals struct {
		Journeys  int `json:"klantreizen"`
		Wished    int `json:"gewenst"`
		Advice    int `json:"adviezen"`
		Answered  int `json:"beantwoord"`
		TakenOver int `json:"overgenomen"`
		Realised  int `json:"gerealiseerd"`
		Judged    int `json:"met_oordeel"`
		Improved  int `json:"gemeten_verbetering"`
		Doubtful  int `json:"daling_met_kanttekening"`
		Rose      int `json:"gemeten_stijging"`
		ToldBoth  int `json:"kcc_en_inwoners"`
		ToldOne   int `json:"kcc_of_inwoners"`
		Late      int `json:"te_laat"`
	}
	dataJourney struct {
		File         string `json:"bestand"`
		ID           string `json:"id"`
		Title        string `json:"klantreis"`
		Municipality string `json:"gemeente,omitempty"`
		Owner        string `json:"eigenaar,omitempty"`
		Date         string `json:"opgesteld,omitempty"`
		Variant      string `json:"variant,omitempty"`
		Advice       int    `json:"adviezen"`
	}
	dataAdvice struct {
		File      string       `json:"bestand"`
		Journey   string       `json:"reis"`
		ID        string       `json:"id"`
		Title     string       `json:"advies"`
		Owner     string       `json:"eigenaar,omitempty"`
		Status    string       `json:"status,omitempty"`
		Since     *string      `json:"sinds"`
		Reason    string       `json:"reden,omitempty"`
		Origin    string       `json:"herkomst"`
		Answered  bool         `json:"beantwoord"`
		Waited    *int         `json:"dagen"`
		Late      bool         `json:"te_laat"`
		Improved  bool         `json:"gemeten_verbetering"`
		Doubtful  bool         `json:"daling_met_kanttekening"`
		Effect    *dataEffect  `json:"effect"`
		KCC       *string      `json:"kcc"`
		Residents *string      `json:"inwoners"`
		History   []dataChange `json:"geschiedenis"`
	}
	dataEffect struct {
		Verdict evidence.Verdict `json:"oordeel"`
		Signal  string           `json:"signaal"`
		Ratio   *float64         `json:"verhouding"`
		Low     *float64         `json:"van"`
		High    *float64         `json:"tot"`
	}
	dataChange struct {
		On     string `json:"op"`
		From   string `json:"van,omitempty"`
		To     string `json:"naar,omitempty"`
		Reason string `json:"reden,omitempty"`
	}
	dataOwner struct {
		Name     string `json:"eigenaar"`
		Journeys int    `json:"klantreizen"`
		Advice   int    `json:"adviezen"`
		Answered int    `json:"beantwoord"`
		Refused  int    `json:"niet_overgenomen"`
		Realised int    `json:"gerealiseerd"`
		Improved int    `json:"gemeten_verbetering"`
		Late     int    `json:"te_laat"`
	}
	dataDepartment struct {
		Name     string   `json:"afdeling"`
		N        int      `json:"n"`
		Journeys []string `json:"reizen"`
	}
	dataPromise struct {
		Journey string  `json:"reis"`
		Arena   string  `json:"arena"`
		Made    *string `json:"toegezegd"`
		Who     string  `json:"wie,omitempty"`
		What    string  `json:"wat"`
		When    *string `json:"wanneer"`
		Past    bool    `json:"dag_voorbij"`
	}
	dataTheme struct {
		Kind   ThemeKind   `json:"soort"`
		Name   string      `json:"thema"`
		Shared []string    `json:"gemeen,omitempty"`
		Places []dataPlace `json:"plaatsen"`
	}
	dataPlace struct {
		Journey string `json:"reis"`
		Step    string `json:"stap,omitempty"`
		What    string `json:"wat,omitempty"`
	}
)

// Broken is a file that could not take part.
type Broken struct {
	File   string `json:"bestand"`
	Faults int    `json:"fouten"`
	First  string `json:"eerste"`
}

// WriteJSON writes all that the register knows. It names no group of fewer than evidence.MinGroup signals.
func WriteJSON(w io.Writer, r *Register, broken []Broken) error {
	t := r.Totals
	out := dataRegister{AsOf: optional(r.AsOf.Day), AsOfFrom: r.AsOf.File,
		Totals:   dataTotals{t.Journeys, t.Wished, t.Advice, t.Answered, t.TakenOver, t.Realised, t.Judged, t.Improved, t.Doubtful, t.Rose, t.ToldBoth, t.ToldOne, t.Late},
		Journeys: []dataJourney{}, Advice: []dataAdvice{}, Owners: []dataOwner{}, Passed: []dataDepartment{}, Themes: []dataTheme{}, Promises: []dataPromise{}, Broken: append([]Broken{}, broken...)}
	for _, e := range r.Entries {
		j := e.Journey
		out.Journeys = append(out.Journeys, dataJourney{j.Path, j.ID, j.Title, j.Municipality, j.Owner, j.Date.String(), j.Variant, len(j.Advice)})
	}
	for _, a := range r.Advice {
		out.Advice = append(out.Advice, r.advice(a))
	}
	for _, o := range r.Owners {
		out.Owners = append(out.Owners, dataOwner{o.Name, len(o.Journeys), o.Advice, o.Answered, o.Refuse, o.Realised, o.Improved, o.Late})
	}
	for _, d := range r.Passed {
		one := dataDepartment{Name: d.Name, N: d.N}
		for _, i := range d.Journeys {
			one.Journeys = append(one.Journeys, r.Entries[i].Journey.ID)
		}
		out.Passed = append(out.Passed, one)
	}
	for _, th := range r.Themes {
		one := dataTheme{Kind: th.Kind, Name: th.Name, Shared: th.Shared}
		for _, p := range th.Places {
			one.Places = append(one.Places, dataPlace{r.Entries[p.Entry].Journey.ID, p.Step, p.What})
		}
		out.Themes = append(out.Themes, one)
	}
	for _, p := range r.Promises {
		out.Promises = append(out.Promises, dataPromise{r.Entries[p.Entry].Journey.ID, p.Arena, optional(p.Made), p.Who, p.What, optional(p.When), p.Past})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func (r *Register) advice(a Advice) dataAdvice {
	j := r.Entries[a.Entry].Journey
	d := dataAdvice{File: j.Path, Journey: j.ID, ID: a.ID, Title: a.Title, Owner: a.Owner, Status: a.Status, Since: optional(a.Since), Reason: a.Reason, Origin: "aanname",
		Answered: a.Answered(), Late: a.Late(), Improved: a.Improved(), Doubtful: a.Doubtful(), KCC: optional(a.ReportedToKCC), Residents: optional(a.ReportedToResidents), History: []dataChange{}}
	if a.Evidence {
		d.Origin = "signalen"
	}
	if a.Waited >= 0 {
		d.Waited = &a.Waited
	}
	if e := a.Effect; e.Measured {
		d.Effect = &dataEffect{Verdict: e.Verdict, Signal: e.Signal}
		if e.Verdict != evidence.TooEarly {
			d.Effect.Ratio, d.Effect.Low, d.Effect.High = number(e.Ratio), number(e.Low), number(e.High)
		}
	}
	for _, h := range a.History {
		d.History = append(d.History, dataChange{h.On.String(), h.From, h.To, h.Reason})
	}
	return d
}

// number rounds to four decimals, as gegevens.json does.
func number(v float64) *float64 {
	v = math.Round(v*1e4) / 1e4
	return &v
}

func optional(d journeys.Date) *string {
	if d.IsZero() {
		return nil
	}
	s := d.String()
	return &s
}
