package main

import "klantreis/journeys"

// noPeriod tells which days were counted when the file does not say which ones should be.
func (w cliWords) noPeriod(counted journeys.Period) string {
	return w.pick("Er staat geen periode in. Uw signalen lopen van %[1]s; dat staat nu bij de aantallen. Voeg toe: ‘periode: {van: %[2]s, tot: %[3]s}’, of kies zelf de dagen.",
		"There is no period in it. Your signals run %[1]s; that now stands beside the counts. Add: ‘periode: {van: %[2]s, tot: %[3]s}’, or choose the days yourself.",
		w.lang.Period(counted), counted.From, counted.To)
}

// blocked tells which file of a gift cannot be replaced, named as path, and what to do about it.
func (w cliWords) blocked(b blocked, path string) string {
	if b.folder {
		return w.pick("‘%s’ is een map, en zo heet een bestand van het cadeautje; geef de map een andere naam en maak het cadeautje nog eens",
			"‘%s’ is a folder, and a file of the gift has that name; give the folder another name and make the gift again", path)
	}
	return w.pick("‘%s’ is niet te vervangen: het is open in een ander programma, of beveiligd (%s). Sluit het in het andere programma en maak het cadeautje nog eens; wat er stond, staat er nog",
		"‘%s’ cannot be replaced: it is open in another program, or protected (%s). Close it in the other program and make the gift again; what was there still is",
		path, journeys.FileReason(b.err).In(string(w.lang)))
}
