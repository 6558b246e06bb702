package journeys

import (
	"errors"
	"io/fs"
	"strings"
)

// Reason is why something could not be done, as an argument of a problem: in both languages.
type Reason struct{ Dutch, English string }

// String gives the Dutch words.
func (r Reason) String() string { return r.Dutch }

// In gives the words of a language.
func (r Reason) In(lang string) string {
	if lang == "en" {
		return r.English
	}
	return r.Dutch
}

// FileReason puts what an operating system says of a file or folder into words, where a person can do
// something about it; the rest comes back as it was said.
func FileReason(err error) Reason {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	text := err.Error()
	folded := strings.ToLower(text)
	has := func(parts ...string) bool {
		for _, p := range parts {
			if strings.Contains(folded, p) {
				return true
			}
		}
		return false
	}
	switch {
	case errors.Is(err, fs.ErrPermission) || has("permission denied", "access is denied"):
		return Reason{"u hebt er geen rechten op", "you have no right to it"}
	case has("being used by another process", "lock violation"):
		return Reason{"een ander programma houdt het vast", "another program holds it"}
	case has("is a directory"):
		return Reason{"het is een map", "it is a folder"}
	case has("not a directory"):
		return Reason{"een deel van het pad is geen map", "a part of the path is no folder"}
	case has("file name too long", "filename or extension is too long"):
		return Reason{"de naam is te lang", "the name is too long"}
	case has("no space left", "not enough space"):
		return Reason{"de schijf is vol", "the disk is full"}
	case has("read-only file system"):
		return Reason{"op deze schijf mag niet geschreven worden", "this disk may not be written to"}
	case has("input/output error", "cyclic redundancy"):
		return Reason{"de schijf geeft een fout", "the disk gives an error"}
	case has("too many open files"):
		return Reason{"er zijn te veel bestanden open", "too many files are open"}
	case has("too many levels of symbolic links"):
		return Reason{"de koppelingen lopen rond", "the links go round"}
	case has("stale file handle", "network name", "network path", "transport endpoint"):
		return Reason{"de netwerkschijf is weg", "the network drive is gone"}
	}
	return Reason{text, text}
}
