package register

import (
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/language"
)

// Promise is what somebody undertook to do in a klantarena. Whether it was done stands in no file, so the register
// does not say.
type Promise struct {
	Entry     int
	Arena     string
	Made      journeys.Date // the day of the arena; may be zero
	Who, What string        // without personal data; Who may be empty
	When      journeys.Date // by which it would be done; may be zero
	Past      bool          // that day lies before the day of the register
}

// promises lists those of all journeys of today, the first day first; those without a day come last.
func (r *Register) promises() (all []Promise) {
	for i, e := range r.Entries {
		for _, a := range e.Journey.Arenas {
			for _, p := range a.Promises {
				all = append(all, Promise{Entry: i, Arena: a.Title, Made: a.When, Who: language.Redact(tidy(p.Who)), What: language.Redact(tidy(p.What)), When: p.When,
					Past: !p.When.IsZero() && p.When.Before(r.AsOf.Day)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Promise) int {
		switch {
		case a.When == b.When:
			return 0
		case b.When.IsZero() || !a.When.IsZero() && a.When.Before(b.When):
			return -1
		}
		return 1
	})
	return all
}
