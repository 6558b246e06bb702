package signals

import "testing"

// TestExcelNL reads what a Dutch Excel writes, by what its user expects of it.
func TestExcelNL(t *testing.T) {
	for name, c := range map[string]struct {
		in   []byte
		want []string
	}{
		"sep= above the header":         {[]byte("sep=;\r\nDatum;Vraag\r\n1-9-2022 9:05;Hoi, daar\r\n"), []string{"3 2022-09-01T09:05 [telefoon||Hoi, daar]"}},
		"sep= behind a byte-order mark": {[]byte("\ufeffsep=;\r\nDatum;Vraag\r\n1-9-2022;Hoi, daar\r\n"), []string{"3 2022-09-01T00:00 [telefoon||Hoi, daar]"}},
		"SEP= in capitals":              {[]byte("SEP=,\r\nDatum,Vraag\r\n1-9-2022,Hoi; daar\r\n"), []string{"3 2022-09-01T00:00 [telefoon||Hoi; daar]"}},
		"Unicode text":                  {utf16le("Datum\tVraag\r\n1-9-2022\t\"Wat kost een \"\"reis\"\";\r\nen hoe?\"\r\n2-9-2022\tCafé € 5\r\n"), []string{"2 2022-09-01T00:00 [telefoon||Wat kost een \"reis\";\nen hoe?]", "4 2022-09-02T00:00 [telefoon||Café € 5]"}},
		"short years":                   {[]byte("Datum;Vraag\r\n1-9-22;a\r\n01-09-22 9:05;b\r\n31/12/99;c\r\n31-2-22;d\r\n"), []string{"2 2022-09-01T00:00 [telefoon||a]", "3 2022-09-01T09:05 [telefoon||b]", "4 1999-12-31T00:00 [telefoon||c]", "5 !"}},
		"empty columns at the end":      {[]byte("Datum;Vraag;;;\r\n1-9-2022;a;;;\r\n2-9-2022;b;;;;;\r\n"), []string{"2 2022-09-01T00:00 [telefoon||a]", "3 2022-09-02T00:00 [telefoon||b]"}},
		"a total at the end":            {[]byte("Datum;Vraag\r\n1-9-2022;a\r\nTotaal;1\r\n"), []string{"2 2022-09-01T00:00 [telefoon||a]", "3 !"}},
		"returns alone":                 {[]byte("Datum;Vraag\r1-9-2022;a\r2-9-2022;b"), []string{"2 2022-09-01T00:00 [telefoon||a]", "3 2022-09-02T00:00 [telefoon||b]"}},
		"empty lines above the header":  {[]byte("\r\n\r\nDatum;Vraag\r\n1-9-2022;a\r\n"), []string{"4 2022-09-01T00:00 [telefoon||a]"}},
		"and with commas":               {[]byte("\r\n\r\nDatum,Vraag\r\n1-9-2022,a\r\n"), []string{"4 2022-09-01T00:00 [telefoon||a]"}},
		"separators above the header":   {[]byte(",,\r\nDatum,Vraag,\r\n1-9-2022,a,\r\n"), []string{"3 2022-09-01T00:00 [telefoon||a]"}},
		"a title above the header":      {[]byte("Export KCC september 2022;;\r\n\r\nDatum;Vraag;Cijfer\r\n1-9-2022;a;7,5\r\n"), []string{"4 2022-09-01T00:00 [telefoon||a|7.5]"}},
		"marks":                         {[]byte("Datum;Vraag;Cijfer\r\n1-9-2022;a;7,5\r\n1-9-2022;b; 8 \r\n1-9-2022;c;\r\n1-9-2022;d;\"6,0\"\r\n"), []string{"2 2022-09-01T00:00 [telefoon||a|7.5]", "3 2022-09-01T00:00 [telefoon||b|8]", "4 2022-09-01T00:00 [telefoon||c]", "5 2022-09-01T00:00 [telefoon||d|6]"}},
	} {
		t.Run(name, func(t *testing.T) {
			kolommen := "kolommen: {tijdstip: Datum, tekst: Vraag}"
			if name == "marks" || name == "a title above the header" {
				kolommen = "kolommen: {tijdstip: Datum, tekst: Vraag, cijfer: Cijfer}"
			}
			expect(t, read(t, "bestand: a.csv, "+kolommen, one("a.csv", c.in)), c.want...)
		})
	}
}
