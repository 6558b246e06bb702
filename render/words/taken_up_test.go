package words

import "testing"

// TestTakenUp holds that thanks are given only for advice that is known to help.
func TestTakenUp(t *testing.T) {
	for _, c := range []struct {
		unknown, noBetter int
		want              string
	}{
		{0, 0, "Alle adviezen zijn opgepakt. Dank u wel."},
		{2, 0, "Alle adviezen zijn opgepakt. Van 2 weten we nog niet of het helpt."},
		{1, 1, "Alle adviezen zijn opgepakt. Van 1 weten we nog niet of het helpt. Bij 1 zien we nog geen daling van de signalen."},
	} {
		if got := Dutch.Story().TakenUp(true, c.unknown, c.noBetter); got != c.want {
			t.Errorf("%d, %d: %q", c.unknown, c.noBetter, got)
		}
	}
}
