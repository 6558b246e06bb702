package evidence

import (
	"encoding/json"
	"slices"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
)

// A list that comes in pages can take an hour. What was counted up to the end of a page is kept in the
// cache until the reading has ended, so that a run that was killed can go on there; see pushdown.Resumable.

// restData is what is kept of a reading that has not ended.
type restData struct {
	Begun time.Time // of the run that read the first page
	Place pushdown.Place
	Tally tallyData
}

const (
	// restAge is how old a first page may be that a reading goes on behind: an answer of several days is
	// none of one moment.
	restAge = 24 * time.Hour
	// restPages is after how many pages the counts are kept.
	restPages = 4
)

// rests keeps how far the reading of a source is; the zero value keeps nothing.
type rests struct {
	pages  pushdown.Resumable // nil: it cannot go on
	keeper *keeper
	key    string
	begun  time.Time
}

// restsOf prepares a connection to go on where an earlier run was, and gives the counts up to there; nil:
// it begins anew.
func (b *binder) restsOf(src journeys.Source, connection pushdown.Connection, anew bool) (r rests, before *Tally) {
	pages, ok := connection.(pushdown.Resumable)
	k := b.keeperOf(src)
	if !ok || k.Load == nil {
		return r, nil
	}
	r = rests{pages: pages, keeper: k, key: k.key("\x00" + src.Connection), begun: k.Started}
	var from *pushdown.Place
	var d restData
	content, ok := unsealed(k.Load(r.key))
	if ok && !anew && json.Unmarshal(content, &d) == nil && d.Place.Page > 0 && !k.Started.Before(d.Begun) && k.Started.Sub(d.Begun) < restAge {
		if before, ok = d.Tally.restore(b.newTally(), k.places); ok {
			from, r.begun = &d.Place, d.Begun
		}
	}
	pages.Resume(from, k.Salt)
	return r, before
}

// countsByID tells whether records count once by the column by which a connection knows them, so that
// which of them count does not depend on where a reading goes on.
func countsByID(src journeys.Source, header []string, id string) bool {
	own := slices.IndexFunc(src.Columns, func(c journeys.Column) bool { return c.Field == "id" })
	return slices.Contains(header, id) && (own < 0 || src.Columns[own].Header == id)
}

// keep keeps a tally, at the end of a page.
func (r rests) keep(t *Tally) {
	place := r.pages.Place()
	if place.Page%restPages > 0 || slices.ContainsFunc(slices.Concat(place.Late, place.Header), func(name string) bool { return !Publishable(name) }) {
		return
	}
	if entry := sealed(restData{r.begun, place, dataOf(t, r.keeper.places, func(c topicCount) bool { return c.n >= MinGroup })}); entry != nil {
		r.keeper.Save(r.key, entry)
	}
}

// done forgets what was kept.
func (r rests) done() {
	if r.pages != nil && r.keeper.Load(r.key) != nil {
		r.keeper.Save(r.key, nil)
	}
}
