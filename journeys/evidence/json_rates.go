package evidence

import "slices"

// The types below are what gegevens.json says of denominators over time, as flat keys beside those
// of a source or a signal. Months without a number are not in a map; why, stands beside it.
type (
	dataExposure struct {
		Per      map[string]float64 `json:"noemer_per_maand,omitempty"` // of the days in the period
		CountsOf *dataCounted       `json:"noemer_uit,omitempty"`
		Gap      Gap                `json:"noemer_per_maand_onbekend,omitempty"`
	}
	dataCounted struct {
		Source string `json:"bron"`
		Field  string `json:"veld"`
	}
	dataRates struct {
		Denominators map[string]float64  `json:"noemer_per_maand,omitempty"`
		Rates        map[string]dataRate `json:"per_1000_per_maand,omitempty"`
		Gaps         map[string]Gap      `json:"per_1000_onbekend,omitempty"`
	}
	dataRate struct {
		Value float64 `json:"waarde"`
		Low   float64 `json:"van"`
		High  float64 `json:"tot"`
	}
)

func (e Exposure) json() dataExposure {
	d := dataExposure{Gap: e.Gap}
	if e.Kind == FromSource {
		d.CountsOf = &dataCounted{e.Source, e.Field}
	}
	for _, m := range e.Months {
		if m.Count.Known {
			if d.Per == nil {
				d.Per = map[string]float64{}
			}
			d.Per[m.Month.String()] = *number(m.Count.Value)
		}
	}
	return d
}

// asGiven gives the sources with the sum of a list of denominators that lacks months. As a number in
// gegevens.json that is what the file says; what it may be divided by (per_1000) is not known.
func asGiven(sources []Source) []Source {
	given := slices.Clone(sources)
	for i, s := range given {
		if len(s.Exposure.Missing) == 0 {
			continue
		}
		sum := Count{}
		for _, m := range s.Exposure.Months {
			if m.Count.Known {
				sum = Count{Value: sum.Value + m.Count.Value, Known: true}
			}
		}
		given[i].Denominator = sum
	}
	return given
}

func (r Rate) json() *dataRate {
	if !r.Known {
		return nil
	}
	return &dataRate{*number(r.Value), *number(r.Low), *number(r.High)}
}

func (s Signal) ratesJSON() dataRates {
	var d dataRates
	if s.Denominator.Known || slices.ContainsFunc(s.Rates, func(m MonthRate) bool { return m.Count.Known }) {
		d = dataRates{map[string]float64{}, map[string]dataRate{}, map[string]Gap{}}
	}
	for _, m := range s.Rates {
		if d.Gaps == nil {
			break // no denominator at all
		}
		if m.Count.Known {
			d.Denominators[m.Month.String()] = *number(m.Count.Value)
		}
		if r := m.Rate.json(); r != nil {
			d.Rates[m.Month.String()] = *r
		} else {
			d.Gaps[m.Month.String()] = m.Rate.Gap
		}
	}
	return d
}
