package evidence

// dataEffect is a measured effect in gegevens.json. Numbers that are not known are null; what is only
// said of some effects is left out of the others.
type (
	dataEffect struct {
		Ratio      *float64    `json:"verhouding"`
		Low        *float64    `json:"van"`
		High       *float64    `json:"tot"`
		Verdict    Verdict     `json:"oordeel"`
		Why        Why         `json:"waarom_te_vroeg,omitempty"`
		From       *string     `json:"te_zeggen_vanaf,omitempty"`
		AtLeast    *float64    `json:"minstens,omitempty"`
		Goal       Goal        `json:"doel,omitempty"`
		Signal     string      `json:"signaal"`
		Before     int         `json:"n_voor"`
		BeforeDays int         `json:"dagen_voor"`
		After      int         `json:"n_na"`
		AfterDays  int         `json:"dagen_na"`
		Method     *dataMethod `json:"methode,omitempty"`
		Doubts     []dataDoubt `json:"opmerkingen"`
	}
	dataMethod struct {
		Unit       string   `json:"per"` // maand or week
		Before     int      `json:"punten_voor"`
		After      int      `json:"punten_na"`
		Exposed    bool     `json:"met_noemer"`
		Season     bool     `json:"seizoen"`
		Trend      bool     `json:"verloop"`
		Dispersion *float64 `json:"spreiding"` // variance over what chance alone would give; at least 1
	}
	dataDoubt struct {
		Kind    DoubtKind `json:"soort"`
		Subject string    `json:"over,omitempty"`
		Source  string    `json:"bron,omitempty"`
		From    *string   `json:"van,omitempty"`
		To      *string   `json:"tot,omitempty"`
		Days    int       `json:"dagen,omitempty"`
		Before  *int      `json:"n_voor,omitempty"`
		After   *int      `json:"n_na,omitempty"`
		Ratio   *float64  `json:"verhouding,omitempty"`
	}
)

func (e Effect) json() *dataEffect {
	if !e.Measured {
		return nil
	}
	d := &dataEffect{Verdict: e.Verdict, Why: e.Why, From: optional(e.From), Goal: e.Goal, Signal: e.Signal,
		Before: e.Before, BeforeDays: e.BeforeDays, After: e.After, AfterDays: e.AfterDays, Doubts: []dataDoubt{}}
	if e.AtLeast > 0 {
		d.AtLeast = number(e.AtLeast)
	}
	if e.Verdict != TooEarly {
		d.Ratio, d.Low, d.High = number(e.Ratio), number(e.Low), finite(e.High)
		d.Method = &dataMethod{Unit: "maand", Before: e.BeforeBins, After: e.AfterBins, Exposed: e.Exposed,
			Season: e.Change.Season, Trend: e.Change.Trend, Dispersion: number(e.Change.Dispersion)}
		if e.Weeks {
			d.Method.Unit = "week"
		}
	}
	for _, doubt := range e.Doubts {
		one := dataDoubt{Kind: doubt.Kind, Subject: doubt.Subject, Source: doubt.Source, From: optional(doubt.From), To: optional(doubt.To), Days: doubt.Days}
		if doubt.counted() {
			one.Before, one.After = &doubt.Before, &doubt.After
		}
		if doubt.Ratio > 0 {
			one.Ratio = finite(doubt.Ratio)
		}
		d.Doubts = append(d.Doubts, one)
	}
	return d
}

// counted tells whether Before and After say something.
func (d Doubt) counted() bool {
	switch d.Kind {
	case MovedSignal, MovedChannel, WholeSource, Renamed, NewChannel, GoneChannel:
		return true
	}
	return false
}

// finite is number, or null for what has no end: a rate ratio over nothing.
func finite(v float64) *float64 {
	if v > 1e9 {
		return nil
	}
	return number(v)
}
