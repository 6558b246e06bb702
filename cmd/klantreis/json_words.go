package main

// This file holds what the command line says about --json.

func (w cliWords) flagAsJSON() string {
	return w.either("schrijf de uitkomst als JSON, voor een ander programma; zie docs/json.md", "write the outcome as JSON, for another program; see docs/json.md")
}

// jsonAlone refuses --json together with an option that writes files.
func (w cliWords) jsonAlone(other string) string {
	return w.pick("kies één van beide: --json of --%s", "choose one of the two: --json or --%s", other)
}

// jsonReads refuses --json with something to change.
func (w cliWords) jsonReads() string {
	return w.either("--json leest alleen; laat de nieuwe status en de andere opties weg", "--json only reads; leave out the new status and the other options")
}
