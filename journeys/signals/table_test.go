package signals

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"klantreis/journeys"
)

// TestTable reads a table that takes several batches in both ways.
func TestTable(t *testing.T) {
	for _, header := range [][]string{{"tijdstip", "tekst", "cijfer", "extra"}, {"tijdstip", "tekst", "cijfer", "extra", "id"}} {
		j, problems := journeys.Parse("x.yaml", []byte("klantreis: A\nbronnen: {kcc: {soort: telefoon, verbinding: 'postgres://x/y', tabel: t}}\n"+
			"fasen: [{fase: F, stappen: [{stap: S, signalen: [{signaal: T, bron: kcc, woorden: [geld]}]}]}]\n"))
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		const n = 9000
		each := func(visit func([][]byte) error) error {
			cells := make([][]byte, len(header))
			for i := range n {
				row := []string{"2022-05-01", strings.Repeat("geld ", i%40), fmt.Sprint(i % 11), fmt.Sprint("extra", i), fmt.Sprint(i / 2)}
				if i%100 == 7 {
					row[0] = "gisteren"
				}
				for k := range cells {
					cells[k] = append(cells[k][:0], row[k]...)
				}
				if err := visit(cells); err != nil {
					return err
				}
			}
			return nil
		}
		_, records := sameTwice(t, j, func() *Data {
			d, problems := OpenTable(j.Sources[0], "", header, each)
			if d == nil {
				t.Fatal(problems)
			}
			return d
		})
		want := n
		if len(header) == 5 { // of each pair of readable records one counts
			want = n/2 + n/100
		}
		if records != want {
			t.Errorf("%d records, want %d", records, want)
		}
	}
}

// TestTableFails keeps what came before a connection broke, and tells that it did.
func TestTableFails(t *testing.T) {
	s := journeys.Source{Name: "kcc", Kind: "telefoon", Connection: "postgres://x/y", Table: "t"}
	broken := errors.New("broken")
	d, problems := OpenTable(s, "", []string{"tekst"}, func(visit func([][]byte) error) error {
		visit([][]byte{[]byte("geld")})
		return broken
	})
	if d == nil {
		t.Fatal(problems)
	}
	n := 0
	d.Fold(func() Part { return &listPart{extra: -1, matching: newMatcher(nil).NewMatching()} }, func(p Part, _ int) { n += len(p.(*listPart).lines) })
	if n != 1 || len(d.Found()) != 1 {
		t.Errorf("%d records, %v", n, d.Found())
	}
	if _, problems := OpenTable(s, "", []string{""}, nil); !problems.HasErrors() {
		t.Error("a table without columns is a table")
	}
}
