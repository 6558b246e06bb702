package main

import (
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/examples"
	"klantreis/journeys"
)

// TestExamplesAreNoTemplate holds that an example is not told that its signals, which are invented, are said to
// be so; and that who fills an example with other signals is.
func TestExamplesAreNoTemplate(t *testing.T) {
	for _, name := range examples.Names() {
		t.Run(name, func(t *testing.T) {
			files, _ := examples.Files(name)
			folder := fstest.MapFS{}
			for at, content := range files {
				folder[at] = &fstest.MapFile{Data: content}
			}
			read := func(text string) *journeys.Journey {
				j, problems := journeys.Parse("klantreis.yaml", []byte(text))
				if problems.HasErrors() {
					t.Fatal(problems)
				}
				return j
			}
			text := string(files["klantreis.yaml"])
			if ps := templateLeft(read(text), folder); len(ps) > 0 {
				t.Errorf("the example as it is: %v", ps)
			}
			j := read(text)
			for i := range j.Sources {
				if s := &j.Sources[i]; s.File != "" {
					folder[s.File] = &fstest.MapFile{Data: append([]byte("x"), folder[s.File].Data[1:]...)}
				} else {
					s.List[0].Fields[0].Value += "x"
				}
			}
			ps := templateLeft(j, folder)
			if len(ps) != 1 || !strings.Contains(ps[0].Args[0].(string), "verzonnen") {
				t.Errorf("with other signals: %v, want the sentence about invented ones", ps)
			}
		})
	}
}
