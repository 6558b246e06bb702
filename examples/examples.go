// Package examples holds the five examples, so that the program can offer them as a starting point without
// a network: the journeys with their invented signals, texts and house style, 1.6 MB in all.
package examples

import (
	"embed"
	"io/fs"
	"path"
)

//go:embed */klantreis.yaml */signalen */teksten */huisstijl
var files embed.FS

// Names lists the examples, the richest first.
func Names() []string {
	return []string{"energietoeslag", "verhuizen", "klantenservice", "persoonlijk-contact", "groetjes-van-de-klant"}
}

// Files gives the files of an example, named from its folder; ok is false when there is no such example.
func Files(name string) (all map[string][]byte, ok bool) {
	all = map[string][]byte{}
	for _, known := range Names() {
		if name != known {
			continue
		}
		err := fs.WalkDir(files, name, func(at string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			content, err := files.ReadFile(at)
			all[at[len(path.Clean(name))+1:]] = content
			return err
		})
		return all, err == nil
	}
	return nil, false
}
