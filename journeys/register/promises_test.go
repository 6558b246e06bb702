package register

import (
	"bytes"
	"strings"
	"testing"

	"klantreis/journeys"
)

// TestPromises: those of all arenas, by their day; a day that lies before that of the register is over, and what is
// personal in them is not repeated.
func TestPromises(t *testing.T) {
	const head = "klantreis: A\nfasen: [{fase: A, stappen: [{stap: Wacht}]}]\n"
	r := New([]Entry{
		entry(t, "a/klantreis.yaml", head+"arenas:\n  - {arena: Eerste, wanneer: 2023-03-01, toezeggingen: [{wie: Balie, wat: Ooit eens, wanneer: 2023-06-01}, {wat: Zonder dag}]}\n", nil),
		entry(t, "b/klantreis.yaml", head+"arenas:\n  - {arena: Tweede, toezeggingen: [{wie: KCC, wat: Bel 06-12345678 terug, wanneer: 2023-02-01}]}\n", nil),
	}, journeys.Date{})
	var got []string
	for _, p := range r.Promises {
		got = append(got, p.Arena+" "+p.When.String()+" "+p.What)
	}
	if want := "Tweede 2023-02-01 Bel [telefoonnummer] terug|Eerste 2023-06-01 Ooit eens|Eerste  Zonder dag"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
	if r.AsOf.Day != day("2023-03-01") || !r.Promises[0].Past || r.Promises[1].Past || r.Promises[2].Past {
		t.Errorf("%v %+v", r.AsOf, r.Promises)
	}
	var b bytes.Buffer
	if err := WriteJSON(&b, r, nil); err != nil || !strings.Contains(b.String(), `"dag_voorbij": true`) || strings.Contains(b.String(), "12345678") {
		t.Errorf("%v %s", err, b.String())
	}
}
