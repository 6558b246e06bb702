package live

import (
	"bytes"
	"io"
	"os"
)

// isTalks tells whether a file is what a telephone gave of talks on the street. Those are no table: personal data is
// still in them, and each talk has to count once, which `klantreis gesprek` sees to.
func isTalks(disk string) bool {
	f, err := os.Open(disk)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 100))
	return err == nil && bytes.HasPrefix(bytes.TrimSpace(head), []byte("{")) && bytes.Contains(head, []byte(`"klantreis-gesprek"`))
}

// talks says what to do with such a file.
func (w deskWords) talks(name string) string {
	return w.either("Dit zijn gesprekken van een telefoon. Zet ze bij de klantreis met: klantreis gesprek REIS --verzamel "+name+". Persoonsgegevens gaan er dan uit, en elk gesprek telt één keer. Deze bladzijde ziet daarna vanzelf wat erbij kwam.",
		"These are talks of a telephone. Add them to the journey with: klantreis talk JOURNEY --collect "+name+". Personal data is taken out then, and each talk counts once. This page sees by itself what was added.")
}
