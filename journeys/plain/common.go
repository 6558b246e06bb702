package plain

import (
	_ "embed"
	"strings"
)

//go:embed gewoon.txt
var commonFile string

// common are the words that nearly every reader knows, folded.
var common = func() map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(commonFile) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				set[strings.ToLower(w)] = true
			}
		}
	}
	return set
}()

// isCommon tells whether a folded word is one that nearly every reader knows: as it stands, or as the
// regular plural, the form with -e, -t, -d, -de, -s or ge- of one that is.
func isCommon(low string) bool {
	if common[low] {
		return true
	}
	for _, stem := range []string{low, strings.TrimPrefix(low, "ge")} {
		for _, end := range []string{"", "en", "e", "n", "s", "t", "d", "de", "te", "den", "ten", "je", "jes", "er", "ere"} {
			if len(stem) > len(end)+1 && strings.HasSuffix(stem, end) && commonStem(stem[:len(stem)-len(end)]) {
				return true
			}
		}
	}
	return false
}

// commonStem looks a stem up as it is, with -en, and as it is spelled without an ending: mann is man,
// strat is straat, huiz is huis.
func commonStem(stem string) bool {
	n := len(stem)
	if n < 2 {
		return false
	}
	if common[stem] || common[stem+"en"] {
		return true
	}
	if stem[n-1] == stem[n-2] && common[stem[:n-1]] {
		return true
	}
	if vowels := "aeou"; n > 2 && strings.IndexByte(vowels, stem[n-2]) >= 0 && strings.IndexByte(vowels, stem[n-1]) < 0 && common[stem[:n-1]+stem[n-2:]] {
		return true
	}
	switch stem[n-1] {
	case 'z':
		return common[stem[:n-1]+"s"]
	case 'v':
		return common[stem[:n-1]+"f"]
	}
	return false
}
