package live

import (
	"maps"
	"slices"
	"sync"

	"klantreis/cmd/klantreis/workspace/api"
)

// looked is what was seen of the file that was dropped last. The page asks of it first what it is by itself, and then how
// it stands to a journey: a large file is read once for both.
type looked struct {
	mu  sync.Mutex
	u   Upload
	out api.Dropped
}

func (l *looked) keep(u Upload, out api.Dropped) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.u, l.out = u, own(out)
}

// of gives what was seen of a file as it would be read by itself.
func (l *looked) of(u Upload) (api.Dropped, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if u.ID == "" || l.u != u {
		return api.Dropped{}, false
	}
	return own(l.out), true
}

// own is a copy of which the entry and the lists can be changed.
func own(out api.Dropped) api.Dropped {
	out.Fields, out.Columns, out.Problems = maps.Clone(out.Fields), slices.Clone(out.Columns), slices.Clone(out.Problems)
	return out
}

// onlyHeading says of a table without rows what it lacks and what to do.
func (w deskWords) onlyHeading() string {
	return w.either("Dit bestand heeft alleen een kop: er staat nog geen enkele regel met een signaal onder. Kijk of de export gelukt is en of de dagen kloppen, en kies dan het nieuwe bestand. Voegt u dit bestand toch toe, dan is elk aantal nul.",
		"This file has only a heading: there is no row with a signal below it yet. Look whether the export went well and its days are right, and choose the new file then. If you add this file all the same, every count is nought.")
}
