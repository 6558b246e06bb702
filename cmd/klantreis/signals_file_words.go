package main

import (
	"fmt"
)

// fileWords are about files that are no signals, or not of one kind.
type fileWords struct {
	unlike    string // %s first, %s others
	noSignals string // %s file
	empty     string // %s file
	totals    string // %s file, %s source, %s file, %s column of days, %s source, %s column of numbers
}

func dutchFiles() fileWords {
	return fileWords{
		unlike:    "Deze bestanden hebben andere kolommen dan %s: %s. Noem ze apart.",
		noSignals: "%s is geen bestand met signalen. Klantreis leest tabellen: CSV, Excel (xlsx), ODS en JSON",
		empty:     "in %s staat geen enkel signaal. Kijk of de export gelukt is en of er regels onder de kop staan",
		totals: "In %s staan geen signalen. Dit lijken aantallen per maand; gebruik het als noemer. In uw klantreis:\n" +
			"  bronnen:\n    %s:\n      soort: melding\n      bestand: %s\n      kolommen: {tijdstip: %s}\n" +
			"en bij de bron met signalen:\n      noemer: {bron: %s, veld: %s}",
	}
}

func englishFiles() fileWords {
	return fileWords{
		unlike:    "These files have other columns than %s: %s. Name them separately.",
		noSignals: "%s is not a file with signals. Klantreis reads tables: CSV, Excel (xlsx), ODS and JSON",
		empty:     "there is no signal at all in %s. Check that the export went well and that there are rows below the header",
		totals: "There are no signals in %s. These look like numbers per month; use it as a denominator. In your journey:\n" +
			"  bronnen:\n    %s:\n      soort: melding\n      bestand: %s\n      kolommen: {tijdstip: %s}\n" +
			"and at the source with signals:\n      noemer: {bron: %s, veld: %s}",
	}
}

// told puts words of a file into a text, without what steers a terminal.
func told(format string, args ...string) string {
	var all []any
	for _, a := range args {
		all = append(all, printable(a))
	}
	return fmt.Sprintf(format, all...)
}
