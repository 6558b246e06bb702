package evidence

// The types below are what gegevens.json says of scores and lead times.
type (
	dataMetric struct {
		ID        string      `json:"id"`
		Title     string      `json:"meting"`
		Points    []dataPoint `json:"punten"`
		LowIsBest bool        `json:"lager_is_beter,omitempty"`
		Change    *dataChange `json:"verandering,omitempty"`
	}
	dataPoint struct {
		When  string   `json:"wanneer"`
		Value float64  `json:"waarde"`
		N     *int     `json:"n"`
		Low   *float64 `json:"van,omitempty"`
		High  *float64 `json:"tot,omitempty"`
	}
	dataChange struct {
		Verdict ChangeKind `json:"oordeel"`
		By      *float64   `json:"verschil"`
		Low     *float64   `json:"van,omitempty"`
		High    *float64   `json:"tot,omitempty"`
		Enough  *float64   `json:"zeker_tot_spreiding,omitempty"`
	}
	dataLeadTime struct {
		ID      string      `json:"id"`
		Title   string      `json:"doorlooptijd"`
		Source  string      `json:"bron"`
		Step    string      `json:"stap,omitempty"`
		Unit    string      `json:"eenheid"`
		N       int         `json:"n"`
		Open    int         `json:"open"`
		Invalid int         `json:"ongeldig"`
		P10     *float64    `json:"p10"`
		P50     *float64    `json:"p50"`
		P90     *float64    `json:"p90"`
		Promise *int        `json:"belofte"`
		Within  *float64    `json:"binnen_belofte"`
		All     *dataSpread `json:"met_open,omitempty"`
		Months  []dataKept  `json:"belofte_per_maand,omitempty"`
		Slowest *dataSlow   `json:"traagste_tiende,omitempty"`
	}
	// dataSpread tells of all cases, those that are still open taken along.
	dataSpread struct {
		Followed *string   `json:"gevolgd_tot"`
		P10      *float64  `json:"p10"`
		P50      *float64  `json:"p50"`
		P90      *float64  `json:"p90"`
		Within   *dataRate `json:"binnen_belofte"`
		Late     *int      `json:"te_laat,omitempty"`
	}
	dataKept struct {
		Month  string    `json:"maand"`
		N      int       `json:"n"`
		Open   int       `json:"open"`
		Within *dataRate `json:"binnen_belofte"`
	}
	dataSlow struct {
		Than     float64     `json:"langer_dan"`
		N        int         `json:"n"`
		Rest     int         `json:"overige"`
		Compared int         `json:"vergeleken"`
		Coarse   bool        `json:"alleen_maand,omitempty"`
		Shared   []dataTrait `json:"kenmerken"`
	}
	dataTrait struct {
		Kind TraitKind `json:"soort"`
		Name string    `json:"waarde"`
		N    int       `json:"n"`
		Of   int       `json:"van"`
		P    *float64  `json:"kans"`
	}
)

// leastChance is the smallest that four decimals can tell: no chance is none.
const leastChance = 1e-4

func (m Metric) json() dataMetric {
	d := dataMetric{ID: m.ID, Title: m.Title, Points: []dataPoint{}, LowIsBest: m.LowIsBest}
	for _, p := range m.Points {
		point := dataPoint{When: p.When, Value: p.Value}
		if p.N > 0 {
			point.N = &p.N
		}
		if p.Bounded {
			point.Low, point.High = number(p.Low), number(p.High)
		}
		d.Points = append(d.Points, point)
	}
	if c := m.Change; c.Kind != NoChange {
		d.Change = &dataChange{Verdict: c.Kind, By: number(c.By)}
		if c.Kind == Higher || c.Kind == Lower || c.Kind == Unsure {
			d.Change.Low, d.Change.High, d.Change.Enough = number(c.Low), number(c.High), number(c.Enough)
		}
	}
	return d
}

func (l LeadTime) json() dataLeadTime {
	d := dataLeadTime{ID: l.ID, Title: l.Title, Source: l.Source, Step: l.Step, Unit: "dagen", N: l.N, Open: l.Open, Invalid: l.Invalid, Within: l.Within.json()}
	if l.Working {
		d.Unit = "werkdagen"
	}
	if l.N > 0 {
		d.P10, d.P50, d.P90 = number(l.P10), number(l.P50), number(l.P90)
	}
	if l.Promised {
		d.Promise = &l.Promise
	}
	if l.N+l.Open > 0 {
		s := l.Spread
		d.All = &dataSpread{Followed: optional(l.Followed), P10: s.P10.json(), P50: s.P50.json(), P90: s.P90.json(), Within: s.Within.json()}
		if l.Promised {
			late := l.Overdue()
			d.All.Late = &late
		}
	}
	for _, m := range l.Months {
		d.Months = append(d.Months, dataKept{m.Month.String(), m.N, m.Open, m.Within.json()})
	}
	if s := l.Slowest; s.N >= MinGroup {
		d.Slowest = &dataSlow{Than: s.Than, N: s.N, Rest: s.Rest, Compared: s.Compared, Coarse: s.Coarse, Shared: []dataTrait{}}
		for _, t := range s.Shared {
			d.Slowest.Shared = append(d.Slowest.Shared, dataTrait{t.Kind, t.Name, t.N, t.Of, number(max(t.P, leastChance))})
		}
	}
	return d
}

func (s Share) json() *dataRate {
	if !s.Known {
		return nil
	}
	return &dataRate{*number(s.Value), *number(s.Low), *number(s.High)}
}
