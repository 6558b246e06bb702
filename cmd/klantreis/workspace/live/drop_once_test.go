package live

import (
	"os"
	"strings"
	"testing"

	"klantreis/cmd/klantreis/workspace/api"
)

// TestDropOnce looks at a file for a journey after it is gone from disk: what was seen when it was dropped is known.
func TestDropOnce(t *testing.T) {
	b := newBench(t, nil)
	d := b.Desk
	u := upload(t, "kcc.csv", "Datum;Onderwerp;Vraag\n")
	dropped, err := d.Drop(t.Context(), u)
	if err != nil {
		t.Fatal(err)
	}
	if len(dropped.Problems) == 0 || !strings.Contains(dropped.Problems[0], "alleen een kop") {
		t.Errorf("of a file without rows is told %q", dropped.Problems)
	}
	if err := os.Remove(u.Disk); err != nil {
		t.Fatal(err)
	}
	seen, err := d.Look(t.Context(), u, api.DropLook{ID: u.ID, Path: "reis.yaml", Guess: true})
	if err != nil || len(seen.Columns) != 3 {
		t.Errorf("%+v, %v: the file is read twice", seen, err)
	}
	if _, err := d.Look(t.Context(), u, api.DropLook{ID: u.ID, Path: "reis.yaml", Columns: map[string]string{"tekst": "Vraag"}}); err == nil {
		t.Error("another choice of columns is not read")
	}
}
