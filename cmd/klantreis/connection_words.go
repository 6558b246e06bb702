package main

import "strings"

// onlyCounted tells which sources signalen does not look into, because their texts are on a server.
func (w cliWords) onlyCounted(sources []string) string {
	names := strings.Join(sources, ", ")
	return w.either("signalen kijkt alleen in bestanden; niet in "+names+", want die staat op een server. Daar telt Klantreis alleen.",
		"signalen looks into files only; not into "+names+", which is on a server. There, Klantreis only counts.")
}
