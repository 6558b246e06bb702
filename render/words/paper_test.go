package words

import (
	"testing"
	"time"

	"klantreis/journeys"
)

func TestParseDateReadsWhatDateWrites(t *testing.T) {
	for _, l := range []Lang{Dutch, English} {
		for month := time.January; month <= time.December; month++ {
			d := journeys.Date{Year: 2022, Month: month, Day: 15}
			if got, ok := l.ParseDate(l.Date(d)); !ok || got != d {
				t.Errorf("%s: %q gives %v, %v", l, l.Date(d), got, ok)
			}
		}
	}
	for _, s := range []string{"", "morgen", "32 mei 2022", "1 brumaire 2022", "1 mei", "x mei 2022"} {
		if d, ok := Dutch.ParseDate(s); ok {
			t.Errorf("%q gives %v", s, d)
		}
	}
}
