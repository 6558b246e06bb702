package journeys

import "testing"

// TestNamedMonths reads months by their names, in the ways that people and exports write them.
func TestNamedMonths(t *testing.T) {
	for text, want := range map[string]string{
		"15 maart 2024": "2024-03-15 00:00", "15 Maart 2024 14:03": "2024-03-15 14:03", "15-mrt-2024": "2024-03-15 00:00", "15-mrt-24": "2024-03-15 00:00",
		"1 mrt. 2024": "2024-03-01 00:00", "3 mei 2023, 9:05": "2023-05-03 09:05", "vrijdag 15 maart 2024 om 14:03 uur": "2024-03-15 14:03",
		"Vr 15 mrt 2024": "2024-03-15 00:00", "vr. 15 mrt. 2024": "2024-03-15 00:00", "15-Mar-2024": "2024-03-15 00:00", "15-MAR-24": "2024-03-15 00:00",
		"31 oktober 1999": "1999-10-31 00:00", "1. december 2023": "2023-12-01 00:00", "29 feb 2024": "2024-02-29 00:00", "2 sept 2022 23:59:59": "2022-09-02 23:59",
		" 7 augustus 2022 ": "2022-08-07 00:00", "15/okt/2022": "2022-10-15 00:00", "31-DEC-98": "1998-12-31 00:00",
	} {
		if got, ok := ParseTime(text); !ok || got.Format("2006-01-02 15:04") != want {
			t.Errorf("%q: %v %v, want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"31 april 2024", "29 feb 2023", "15 maart", "maart 2024", "15 marts 2024", "15 fietsen 2024", "0 mei 2022", "15 maart 1850", "15 maart 2024 25:00",
		"15 maart 2024 extra", "15maart2024", "dag 15 maart 2024", "15 maart 202"} {
		if got, ok := ParseTime(text); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}
