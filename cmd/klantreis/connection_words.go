package main

import (
	"strings"

	"klantreis/journeys"
)

// notHere tells why signalen does not look into a source behind a connection; empty: it does. It reads
// texts, three times; and those only come here when the journey says so.
func (w cliWords) notHere(s journeys.Source) string {
	switch {
	case strings.HasPrefix(s.Connection, "http"):
		return w.either("signalen kijkt niet in "+s.Name+": daarvoor zou het alle bladzijden van de API drie keer moeten opvragen. Vraag een export als bestand, en geef dat: klantreis signalen klantcontacten.json. Tellen kan wel: klantreis controleer.",
			"signalen does not look into "+s.Name+": it would have to ask for all pages of the API three times. Ask for an export as a file, and give that: klantreis signalen klantcontacten.json. Counting does work: klantreis controleer.")
	case s.Mode != "ophalen":
		return w.either("signalen kijkt niet in "+s.Name+", want die staat op een server, en met ‘werkwijze: in-database’ blijven de teksten daar. Mogen ze naar deze computer komen, zonder bewaard te worden, schrijf dan ‘werkwijze: ophalen’ bij de bron.",
			"signalen does not look into "+s.Name+", which is on a server, and with ‘werkwijze: in-database’ texts stay there. If they may come to this computer, without being kept, write ‘werkwijze: ophalen’ at the source.")
	}
	return ""
}
