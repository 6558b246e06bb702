// Command generator writes the invented signals of the example journeys.
//
// All data are invented: no record comes from a municipality, a system or a person. A text is drawn
// from a small set of templates with alternatives, its day from a rate per working day and subject, its
// mark from a mean per part of the journey. Each file has a seed of its own, and nothing depends on
// the clock or on the order of a map, so the same program always writes the same bytes.
//
// The answers that a measurement should find again, such as the ratio between the questions after
// and before a change to the website, stand as constants in package truth; the seeds are such that
// the drawn files come close to them. The files are written as
// a Dutch Excel writes them: semicolons, decimal commas, dd-mm-yyyy, CRLF, in UTF-8 with a byte order
// mark, or, in one case, in Windows-1252.
//
//	go run ./examples/generator            # writes examples/<id>/signalen
//	go run ./examples/generator -uit DIR  # writes elsewhere
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("uit", "examples", "folder to write the example journeys' signals below")
	flag.Parse()
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// tables draws every data file, in a fixed order.
func tables() []table {
	return []table{
		allowanceContacts(), allowanceSurvey(), allowancePage(), allowanceVisits(), allowanceApplications(),
		moveCases(), moveContacts(), moveSurvey(),
		complaints(), praise(),
		formContacts(), formSurvey(),
	}
}

// write puts every data file below dir.
func write(dir string) error {
	for _, t := range tables() {
		data, err := t.encode()
		if err != nil {
			return fmt.Errorf("%s: %w", t.path, err)
		}
		path := filepath.Join(dir, filepath.FromSlash(t.path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
