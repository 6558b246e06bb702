package evidence

import (
	"klantreis/journeys"
	"klantreis/journeys/quality"
)

// graded tells how good the data of a source is, by what was counted of all its records.
func (b *binder) graded(src journeys.Source, t *Tally) quality.Source {
	perDay := map[int]int{}
	for i := range t.looked {
		for _, day := range t.looked[i].list() {
			perDay[day[0]] += day[1]
		}
	}
	return quality.Assess(src.Name, b.journey, t.quality, perDay)
}

// sourceNamed is a source of the journey.
func (b *binder) sourceNamed(name string) journeys.Source {
	for _, s := range b.journey.Sources {
		if s.Name == name {
			return s
		}
	}
	return journeys.Source{Name: name}
}

// oddValues warns for values of a file that can be read, and do not count as one may think. What they say is not told.
func (r *sourceReading) oddValues() journeys.Problems {
	var all journeys.Problems
	if r.source.File == "" {
		return nil
	}
	warn := func(code string, n int, more ...any) {
		if n > 0 {
			all = append(all, journeys.Problem{Pos: r.source.At("bestand"), Severity: journeys.Warning, Code: code, Args: append([]any{r.source.File, n}, more...)})
		}
	}
	warn("kanaal-niet-bekend", r.total.quality.UnknownChannel)
	warn("cijfer-buiten-schaal", r.total.quality.OffScale, quality.LowScore, quality.HighScore)
	return all
}

// dataQuality is a quality.Source in gegevens.json, null where nobody looked. Texts that came twice and
// categories that came or went are not in it: klantreis kwaliteit looks for those.
type dataQuality struct {
	Grade    *quality.Grade `json:"letter"` // null: too few records
	Records  int            `json:"records"`
	Unusable int            `json:"onbruikbaar"`
	Found    []dataFinding  `json:"gevonden"`
}

type dataFinding struct {
	Kind  quality.Kind   `json:"soort"`
	N     int            `json:"n"`
	Of    int            `json:"van"`
	Grade *quality.Grade `json:"letter"`
}

func qualityJSON(q quality.Source) *dataQuality {
	if q.Name == "" {
		return nil
	}
	d := &dataQuality{Grade: gradeJSON(q.Grade), Records: q.Records, Unusable: q.Unusable, Found: []dataFinding{}}
	for _, f := range q.Findings {
		d.Found = append(d.Found, dataFinding{f.Kind, f.N, f.Of, gradeJSON(f.Grade)})
	}
	return d
}

func gradeJSON(g quality.Grade) *quality.Grade {
	if g == "" {
		return nil
	}
	return &g
}
