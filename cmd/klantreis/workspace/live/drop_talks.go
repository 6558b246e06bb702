package live

import (
	"bytes"
	"io"
	"os"
)

// isTalks tells whether a file is what a telephone gave of talks on the street. Those are no table: personal data is
// still in them, and each talk has to count once, which journeys/talk sees to.
func isTalks(disk string) bool {
	f, err := os.Open(disk)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 100))
	return err == nil && bytes.HasPrefix(bytes.TrimSpace(head), []byte("{")) && bytes.Contains(head, []byte(`"klantreis-gesprek"`))
}

// talks says what such a file is. The page asks whether it is to be added (POST /api/talks).
func (w deskWords) talks(name string) string {
	return w.either("‘"+name+"’ heeft gesprekken van een telefoon. Open de klantreis waar ze bij horen, en zet het bestand daar neer.",
		"‘"+name+"’ holds talks of a telephone. Open the journey that they belong to, and drop the file there.")
}
