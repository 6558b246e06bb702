package register

import (
	"io/fs"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/journeys/signals"
)

// Passed is what one journey's signals say of where they were passed on to.
type Passed struct {
	Counts    []PassedCount // by name, folded; every spelling once
	Uncounted []string      // sources behind a connection
}

// PassedCount is a number of signals for one department.
type PassedCount struct {
	Department string
	N          int
}

// PassedOn counts the signals of a journey by the department they were passed on to (`doorgezet`). Only
// sources that have such a field are read. What counts is what counts for a selector: records of the
// period that can be read and are not confidential. Values that look like personal data do not count.
func PassedOn(j *journeys.Journey, folder fs.FS, options signals.Options) Passed {
	var p Passed
	at := map[string]int{}
	for _, src := range j.Sources {
		if src.Connection != "" {
			p.Uncounted = append(p.Uncounted, src.Name)
			continue
		}
		data, _ := signals.Open(j, src, folder) // its problems are evidence's to tell
		if data == nil {
			continue
		}
		if !data.Has(field) {
			data.Close()
			continue
		}
		data.With(options)
		data.Each(func(s signals.Signal, readable bool) {
			if !readable || s.Secret || s.Dated() && !j.Period.Contains(s.Date()) {
				return
			}
			name := tidy(s.Cells(field))
			key := journeys.FoldSpace(name)
			if key == "" || !evidence.Publishable(key) || language.Redact(name) != name {
				return
			}
			i, known := at[key]
			if !known {
				i = len(p.Counts)
				at[key] = i
				p.Counts = append(p.Counts, PassedCount{Department: name})
			}
			p.Counts[i].N++
		})
	}
	return p
}

const field = "doorgezet"

// Department is who signals were passed on to, in all journeys together.
type Department struct {
	Name     string
	N        int
	Journeys []int // entries, ascending
}

// departments adds up what the entries counted. Small groups are not named: a department can be a person.
func (r *Register) departments() {
	var all []Department
	at := map[string]int{}
	for i, e := range r.Entries {
		r.PassedUncounted = append(r.PassedUncounted, e.Passed.Uncounted...)
		for _, c := range e.Passed.Counts {
			key := journeys.FoldSpace(c.Department)
			k, known := at[key]
			if !known {
				k = len(all)
				at[key] = k
				all = append(all, Department{Name: c.Department})
			}
			all[k].N += c.N
			if n := len(all[k].Journeys); n == 0 || all[k].Journeys[n-1] != i {
				all[k].Journeys = append(all[k].Journeys, i)
			}
		}
	}
	for _, d := range all {
		if d.N < evidence.MinGroup {
			r.PassedFew++
			continue
		}
		r.Passed = append(r.Passed, d)
	}
	slices.SortStableFunc(r.Passed, func(a, b Department) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return strings.Compare(journeys.FoldSpace(a.Name), journeys.FoldSpace(b.Name))
	})
	slices.Sort(r.PassedUncounted)
	r.PassedUncounted = slices.Compact(r.PassedUncounted)
}
