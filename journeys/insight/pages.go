package insight

import (
	"cmp"
	"math"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/signals"
)

// visits adds up the visits per page.
type visits struct {
	sources []Source
	pageOf  []map[string]*Page
}

func newVisits(sources []Source) *visits {
	v := &visits{sources: sources}
	for range sources {
		v.pageOf = append(v.pageOf, map[string]*Page{})
	}
	return v
}

func (v *visits) add(source int, r signals.Signal) {
	c := v.sources[source].Pages
	if c == nil {
		return
	}
	name := r.Cells(c.Page)
	all, okAll := journeys.ParseNumber(r.Cells(c.Visits))
	left, okLeft := journeys.ParseNumber(r.Cells(c.Left))
	if name == "" || !okAll || !okLeft || left < 0 || left > all || !evidence.Publishable(name) {
		return
	}
	p := v.pageOf[source][journeys.FoldSpace(name)]
	if p == nil {
		p = &Page{Source: v.sources[source].Name, Name: name}
		v.pageOf[source][journeys.FoldSpace(name)] = p
	}
	p.Visits += int(math.Round(all))
	p.Left += int(math.Round(left))
}

// pages lists them, most visits that ended there first.
func (v *visits) pages() []Page {
	var all []Page
	for _, pages := range v.pageOf {
		for _, p := range pages {
			if p.Visits >= evidence.MinGroup {
				p.Low, p.High = wilson(p.Left, p.Visits)
				all = append(all, *p)
			}
		}
	}
	slices.SortFunc(all, func(a, b Page) int {
		return cmp.Or(cmp.Compare(b.Left, a.Left), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// wilson is the 95% score interval of a share (Wilson, J. Am. Statist. Assoc. 22, 1927).
func wilson(part, whole int) (low, high float64) {
	const z = 1.959964
	n, p := float64(whole), share(part, whole)
	centre := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, centre-half), min(1, centre+half)
}
