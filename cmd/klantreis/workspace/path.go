package workspace

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestPath is the most bytes of a path that is taken from a page.
const longestPath = 1000

// checkPath tells whether a path from a page may name a file below the folder: plain names between slashes.
// os.Root refuses what leads out on the system that this runs on; this refuses, on every system, what would
// lead out or be something else on another: drive letters and streams (a colon), UNC and backslashes, names
// that Windows keeps for devices or cuts the end off, and what is hidden.
func checkPath(path string) bool {
	if path == "" || len(path) > longestPath || !utf8.ValidString(path) {
		return false
	}
	for _, name := range strings.Split(path, "/") {
		if !plainName(name) {
			return false
		}
	}
	return true
}

// journeyPath tells whether a path may be that of a journey.
func journeyPath(path string) bool {
	low := strings.ToLower(path)
	return checkPath(path) && (strings.HasSuffix(low, ".yaml") || strings.HasSuffix(low, ".yml"))
}

func plainName(name string) bool {
	if name == "" || name[0] == '.' || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return false
	}
	for _, r := range name {
		if r == '\\' || r == ':' || r == utf8.RuneError || strings.ContainsRune(`<>"|?*`, r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return !deviceName(name)
}

// deviceName tells whether Windows keeps a name for itself, whatever its ending.
func deviceName(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch base = strings.TrimRight(base, " "); base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	if letters := []rune(base); len(letters) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) {
		return strings.ContainsRune("0123456789¹²³", letters[3])
	}
	return false
}

// IsJourneyPath tells whether a path, as a page sends it, may name a journey below the folder that is open.
func IsJourneyPath(name string) bool { return journeyPath(name) }
