package signals

import (
	"strings"

	"klantreis/journeys"
)

// IsTotal recognises the line under a table that adds it up, by its first cell.
func IsTotal(first []byte) bool {
	if len(first) < 5 || len(first) > 20 || first[0]|0x20 != 't' && first[0]|0x20 != 'e' && first[0]|0x20 != 'g' {
		return false
	}
	switch journeys.FoldSpace(strings.TrimRight(string(first), ":")) {
	case "totaal", "eindtotaal", "totalen", "total", "grand total":
		return true
	}
	return false
}
