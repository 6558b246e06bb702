package evidence

import (
	"encoding/json"
	"io"
	"math"

	"klantreis/journeys"
)

// The types below are the shape of gegevens.json, in the contract's words. Null stands for what
// is not known.
type (
	dataFile struct {
		ID        string         `json:"id"`
		Title     string         `json:"klantreis"`
		Date      string         `json:"opgesteld,omitempty"`
		Period    dataPeriod     `json:"periode"`
		Measured  bool           `json:"periode_gemeten,omitempty"`
		Half      []string       `json:"halve_maanden,omitempty"`
		Sources   []dataSource   `json:"bronnen"`
		Signals   []dataSignal   `json:"signalen"`
		Steps     []dataStep     `json:"stappen"`
		Metrics   []dataMetric   `json:"metingen"`
		LeadTimes []dataLeadTime `json:"doorlooptijden"`
		Advice    []dataAdvice   `json:"adviezen"`
	}
	dataPeriod struct {
		From *string `json:"van"`
		To   *string `json:"tot"`
	}
	dataSource struct {
		Name        string   `json:"naam"`
		Kind        string   `json:"soort"`
		Read        int      `json:"gelezen"`
		Unreadable  int      `json:"onleesbaar"`
		Outside     int      `json:"buiten_periode"`
		Secret      int      `json:"vertrouwelijk"`
		Unclaimed   int      `json:"zonder_stap"`
		Undated     int      `json:"zonder_tijdstip"`
		NotRead     bool     `json:"niet_gelezen,omitempty"`
		Denominator *float64 `json:"noemer"`
		dataExposure
		Quality *dataQuality `json:"kwaliteit"`
		Topics  []dataTopic  `json:"onderwerpen_zonder_stap"`
	}
	dataTopic struct {
		Topic string `json:"onderwerp"`
		N     int    `json:"n"`
	}
	dataSignal struct {
		ID          string         `json:"id"`
		Title       string         `json:"signaal"`
		Step        string         `json:"stap"`
		Sources     []string       `json:"bronnen"`
		N           int            `json:"n"`
		Denominator *float64       `json:"noemer"`
		Per1000     *dataRate      `json:"per_1000"`
		PerMonth    map[string]int `json:"per_maand"`
		dataRates
		PerChannel map[string]int `json:"per_kanaal"`
	}
	dataStep struct {
		ID      string      `json:"id"`
		Title   string      `json:"stap"`
		N       int         `json:"n"`
		Emotion dataEmotion `json:"emotie"`
	}
	dataEmotion struct {
		Value  *float64    `json:"waarde"`
		Low    *float64    `json:"van"`
		High   *float64    `json:"tot"`
		N      int         `json:"n"`
		Origin EmotionKind `json:"herkomst"`
	}
	dataAdvice struct {
		ID      string       `json:"id"`
		Title   string       `json:"advies"`
		Origin  string       `json:"herkomst"`
		Because []dataReason `json:"omdat"`
		Effect  *dataEffect  `json:"effect,omitempty"`
	}
	dataReason struct {
		ID   string `json:"id"`
		Kind string `json:"soort"`
		N    int    `json:"n"`
	}
)

// WriteJSON writes every number of the evidence with its source and n, and no text of any
// signal. Numbers carry at most four decimals.
func WriteJSON(w io.Writer, j *journeys.Journey, e *Evidence) error {
	out := dataFile{ID: j.ID, Title: j.Title, Date: j.Date.String(), Period: dataPeriod{optional(e.Period.From), optional(e.Period.To)},
		Sources: []dataSource{}, Signals: []dataSignal{}, Steps: []dataStep{}, Metrics: []dataMetric{}, LeadTimes: []dataLeadTime{}, Advice: []dataAdvice{}}
	out.Measured = e.Measured && !e.Period.IsZero()
	for _, m := range e.HalfMonths {
		out.Half = append(out.Half, m.String())
	}
	given := asGiven(e.Sources)
	for i, s := range e.Sources {
		d := dataSource{s.Name, s.Kind, s.Read, s.Unreadable, s.OutsidePeriod, s.Confidential, s.Unclaimed, s.Undated, s.Missing, given[i].Denominator.json(), s.Exposure.json(), qualityJSON(s.Quality), []dataTopic{}}
		for _, t := range s.UnclaimedTopics {
			d.Topics = append(d.Topics, dataTopic(t))
		}
		out.Sources = append(out.Sources, d)
	}
	for _, s := range e.Signals {
		d := dataSignal{ID: s.ID, Title: s.Title, Step: s.Step, Sources: s.Sources, N: s.N, Denominator: jointDenominator(s.Sources, given).json(),
			Per1000: s.Rate().json(), PerMonth: map[string]int{}, PerChannel: map[string]int{}, dataRates: s.ratesJSON()}
		for _, m := range s.PerMonth {
			d.PerMonth[m.Month.String()] = m.N
		}
		for _, c := range s.PerChannel {
			d.PerChannel[c.Channel] = c.N
		}
		out.Signals = append(out.Signals, d)
	}
	for i, step := range j.Steps() {
		s := e.Steps[i]
		d := dataStep{ID: s.ID, Title: step.Title, N: s.N, Emotion: dataEmotion{N: s.Emotion.N, Origin: s.Emotion.Kind}}
		if s.Emotion.Kind != None {
			d.Emotion.Value = number(s.Emotion.Value)
		}
		if s.Emotion.Kind == Derived {
			d.Emotion.Low, d.Emotion.High = number(s.Emotion.Low), number(s.Emotion.High)
		}
		out.Steps = append(out.Steps, d)
	}
	for _, m := range e.Metrics {
		out.Metrics = append(out.Metrics, m.json())
	}
	for _, l := range e.LeadTimes {
		out.LeadTimes = append(out.LeadTimes, l.json())
	}
	for i, a := range e.Advice {
		out.Advice = append(out.Advice, a.json(j.Advice[i].Title))
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func (a Advice) json(title string) dataAdvice {
	d := dataAdvice{ID: a.ID, Title: title, Origin: "aanname", Because: []dataReason{}}
	if a.Evidence {
		d.Origin = "signalen"
	}
	for _, r := range a.Reasons {
		d.Because = append(d.Because, dataReason{r.ID, r.Kind, r.N})
	}
	d.Effect = a.Effect.json()
	return d
}

func (c Count) json() *float64 {
	if !c.Known {
		return nil
	}
	return number(c.Value)
}

// number rounds to four decimals: finer than the data, and the same on every machine.
func number(v float64) *float64 {
	r := math.Round(v*1e4) / 1e4
	return &r
}

func optional(d journeys.Date) *string {
	if d.IsZero() {
		return nil
	}
	s := d.String()
	return &s
}
