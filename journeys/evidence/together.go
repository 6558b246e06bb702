package evidence

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// A file that several journeys count, or several sources of one, is read once: each record is visited
// by all of them, and its text searched once for the words of all. What they differ in, selectors,
// period, lead times, is theirs; what they have to agree on is all that a reader asks: the file, its
// format, its columns, and the channel of a record without one.

// readerSettings are what two sources must have in common to be read together.
type readerSettings struct {
	Place, File, Format, Kind string
	Columns                   []journeys.Column // without their places, sorted
}

// settingsOf describes how the files of a source are read. Place tells the folder of its journey.
func settingsOf(s journeys.Source, place string) (key string, ok bool) {
	clean, ok := journeys.LocalPath(s.File)
	if !ok {
		return "", false
	}
	r := readerSettings{Place: place, File: path.Clean(clean), Format: s.Format, Kind: journeys.FoldSpace(s.Kind)}
	for _, c := range s.Columns {
		r.Columns = append(r.Columns, journeys.Column{Field: c.Field, Header: c.Header})
	}
	slices.SortFunc(r.Columns, func(a, b journeys.Column) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Header, b.Header))
	})
	text, err := json.Marshal(r)
	return string(text), err == nil
}

// readAll reads sources of files, those that can be read together together. Places are those of the
// folders of their journeys.
func readAll(all []*sourceReading, places []string) {
	groups, order := map[string][]*sourceReading{}, []string{}
	for i, r := range all {
		key, ok := settingsOf(r.source, places[i])
		if !ok {
			key = fmt.Sprint(i)
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], r)
	}
	for _, key := range order {
		for _, group := range alike(groups[key]) {
			readTogether(group, true)
		}
	}
}

// alike divides sources by what is known of their first file from an earlier run: of a journey that was
// changed nothing is known, and the others need not read for it.
func alike(all []*sourceReading) (groups [][]*sourceReading) {
	if len(all) == 1 {
		return [][]*sourceReading{all}
	}
	number := map[string]int{}
	for _, r := range all {
		known := ""
		if names, problem := signals.FilesOf(r.source, r.folder); problem == nil {
			if m := r.keeperOf(r.source).memory(true); m.Recall != nil {
				known = said(m.Recall(names[0], true))
			}
		}
		i, ok := number[known]
		if !ok {
			i = len(groups)
			number[known] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], r)
	}
	return groups
}

// said writes down what was kept of a file, but for whether it was settled when it was kept.
func said(k *signals.Kept) string {
	if k == nil {
		return ""
	}
	same := *k
	same.Content.Settled = false
	text, _ := json.Marshal(same)
	return string(text)
}

// readTogether adds up the tallies of the files of sources that are read alike, each from an earlier run
// as far as all know it.
func readTogether(all []*sourceReading, recall bool) {
	for _, r := range all {
		r.anew()
	}
	lead := all[0]
	data, problems := signals.OpenWith(lead.journey, lead.source, lead.folder, memoryOf(all, recall))
	for _, r := range all {
		r.data, r.failed = data, r.inWords(lead, problems)
	}
	if data == nil {
		return
	}
	data.With(lead.options.Reading)
	var plans []*readingPlan
	for _, r := range all {
		r.columns[r.index] = data.Columns()
		r.plan = r.binder.plan(r.source.Name, data)
		plans = append(plans, r.plan)
	}
	data.FoldKept(chorusOf(plans), func(name string, known bool) func(signals.Part, int) {
		for _, r := range all {
			r.begins(r.named(lead, name), known)
		}
		return func(p signals.Part, _ int) {
			for i, reading := range p.(*chorus).readings {
				all[i].pending.merge(reading)
			}
		}
	}, func(_ string, kept *signals.Kept) {
		for _, r := range all {
			r.ends(kept)
		}
	})
	for _, r := range all {
		r.found = r.inWords(lead, data.Found())
	}
}

// memoryOf is how signals asks for what was kept: what all of them have the same of.
func memoryOf(all []*sourceReading, recall bool) signals.Memory {
	lead := all[0]
	if slices.ContainsFunc(all, func(r *sourceReading) bool { return r.keeper.Load == nil }) {
		return signals.Memory{}
	}
	m := lead.keeper.memory(recall)
	m.Recall = func(name string, first bool) *signals.Kept {
		var common *signals.Kept
		for _, r := range all {
			kept := r.keeper.memory(recall).Recall(r.named(lead, name), first)
			if kept == nil || common != nil && said(kept) != said(common) {
				return nil
			}
			if common == nil {
				common = kept
			}
			common.Content.Settled = common.Content.Settled && kept.Content.Settled
		}
		return common
	}
	return m
}

// named is what a source calls a file of the one that is read for it.
func (r *sourceReading) named(lead *sourceReading, name string) string {
	if name == lead.source.File {
		return r.source.File
	}
	return name
}

// inWords says what was met in the files of another source at the places of this one, and with its names.
func (r *sourceReading) inWords(lead *sourceReading, problems journeys.Problems) journeys.Problems {
	if r == lead {
		return problems
	}
	at := map[journeys.Pos]journeys.Pos{lead.source.Pos: r.source.Pos}
	for _, key := range []string{"bestand", "kolommen"} {
		at[lead.source.At(key)] = r.source.At(key)
	}
	for _, c := range lead.source.Columns {
		i := slices.IndexFunc(r.source.Columns, func(o journeys.Column) bool { return o.Field == c.Field && o.Header == c.Header })
		at[c.Pos] = r.source.Columns[i].Pos
	}
	var all journeys.Problems
	for _, p := range problems {
		if pos, ok := at[p.Pos]; ok {
			p.Pos = pos
		}
		p.Args = slices.Clone(p.Args)
		for i, arg := range p.Args {
			switch {
			case arg == any(lead.source.File):
				p.Args[i] = r.source.File
			case p.Code == "bron-niet-gelezen" && arg == any(lead.source.Name):
				p.Args[i] = r.source.Name
			}
		}
		all = append(all, p)
	}
	return all
}
