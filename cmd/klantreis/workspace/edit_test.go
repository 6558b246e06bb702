package workspace

import (
	"encoding/json"
	"errors"
	"testing"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

const small = `klantreis: Proef
fasen:
  - fase: Een   # de eerste
    stappen:
      - stap: A
      - stap: B
  - fase: Twee
`

func TestApplyOp(t *testing.T) {
	for _, c := range []struct{ op, want string }{
		{`{"do":"set","target":{"kind":"stap","step":"a"},"values":{"emotie":-1,"kanalen":["balie"]}}`,
			"klantreis: Proef\nfasen:\n  - fase: Een   # de eerste\n    stappen:\n      - stap: A\n        kanalen: [balie]\n        emotie: -1\n      - stap: B\n  - fase: Twee\n"},
		{`{"do":"move-step","step":"b","toPhase":1,"index":0}`,
			"klantreis: Proef\nfasen:\n  - fase: Een   # de eerste\n    stappen:\n      - stap: A\n  - fase: Twee\n    stappen:\n      - stap: B\n"},
		{`{"do":"move-phase","phase":1,"index":0}`,
			"klantreis: Proef\nfasen:\n  - fase: Twee\n  - fase: Een   # de eerste\n    stappen:\n      - stap: A\n      - stap: B\n"},
		{`{"do":"remove","target":{"kind":"fase","phase":0}}`, "klantreis: Proef\nfasen:\n  - fase: Twee\n"},
		{`{"do":"add-source","values":{"naam":"kcc","soort":"telefoon","bestand":"a.csv","kolommen":{"tekst":"Vraag","tijdstip":"Datum"}}}`,
			"klantreis: Proef\nbronnen:\n  kcc:\n    soort: telefoon\n    bestand: a.csv\n    kolommen: {tijdstip: Datum, tekst: Vraag}\nfasen:\n  - fase: Een   # de eerste\n    stappen:\n      - stap: A\n      - stap: B\n  - fase: Twee\n"},
	} {
		var op api.Op
		if err := json.Unmarshal([]byte(c.op), &op); err != nil {
			t.Fatal(err)
		}
		out, _, err := applyOp("x.yaml", []byte(small), op)
		if err != nil || string(out) != c.want {
			t.Errorf("%s: %v\n%s", c.op, err, out)
		}
	}
	if _, _, err := applyOp("x.yaml", []byte(small), api.Op{Do: "dans"}); !errors.Is(err, errOp) {
		t.Error(err)
	}
	if _, _, err := applyOp("x.yaml", []byte("klantreis: [\n"), api.Op{Do: "add-phase", Values: map[string]any{"fase": "x"}}); !errors.Is(err, journeys.ErrLayout) {
		t.Error(err)
	}
}
