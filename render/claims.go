package render

import (
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// SignalClaims puts into words what each signal of an evidence found, by the id of the signal: how many,
// then source, n of all, period and denominator, as what stands behind the numbers of the map. A signal
// that is not in the evidence has no claim.
func SignalClaims(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang) map[string]string {
	b := backer{composer: composer{j: j, ev: ev, lang: lang, w: lang.Report()}, b: lang.Backing()}
	claims := map[string]string{}
	for _, s := range ev.Signals {
		basis := b.w.Basis(b.sources(s.Sources), b.rates().count(s.N, s.Sources), b.period().Value, b.b.Denominator+" "+b.denominators(s.Sources))
		claims[s.ID] = b.b.Signals(s.N, b.count(s.N)) + ". " + basis
	}
	return claims
}
