package language

import "testing"

func TestRedact(t *testing.T) {
	for in, want := range map[string]string{
		"Bel mij op 06-12345678 graag":                  "Bel mij op [telefoonnummer] graag",
		"Bel +31 6 1234 5678 of 030 286 00 00":          "Bel [telefoonnummer] of [telefoonnummer]",
		"Ik belde 14 030 en 0800-8051":                  "Ik belde 14 030 en 0800-8051",
		"Mijn bsn is 111222333.":                        "Mijn bsn is [bsn].",
		"Mijn zaaknummer is 111222334.":                 "Mijn zaaknummer is [zaaknummer].",
		"naam@example.nl schreef":                       "[e-mailadres] schreef",
		"NL91ABNA0417164300 en NL91 ABNA 0417 1643 00":  "[rekeningnummer] en [rekeningnummer]",
		"NL92ABNA0417164300 klopt niet":                 "NL92ABNA0417164300 klopt niet",
		"Ik woon op 3511 AB 12":                         "Ik woon op [adres]",
		"Sinds 2022 WA verzekerd, artikel 35, € 800,00": "Sinds 2022 WA verzekerd, artikel 35, € 800,00",
		"Ik wacht al 3 weken op 1300 euro":              "Ik wacht al 3 weken op 1300 euro",
	} {
		if got := Redact(in); got != want {
			t.Errorf("Redact(%q)\n got %q\nwant %q", in, got, want)
		}
	}
}
