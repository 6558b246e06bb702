package connect

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/insight"
	"klantreis/journeys/signals"
)

// unreadable are the lines of unreadable records, which a table does not have.
var unreadable = regexp.MustCompile(`(?s),\s*"onleesbare_regels": (null|\[.*?\])`)

// TestInsightOfTable has insight look into a table of PostgreSQL and into a file with the same records: it
// must say the same. A table that changes between two readings is found out, and a column that no record
// has is told of both.
func TestInsightOfTable(t *testing.T) {
	t.Parallel()
	pg := postgresServer(t)
	address := "postgres://baas@" + pg + "/postgres?sslmode=disable"
	conn, err := pgx.Connect(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	rows := records(rand.New(rand.NewSource(9)), 900, false)
	fillPostgres(t, conn, rows, false)
	var file bytes.Buffer
	w := csv.NewWriter(&file)
	w.Comma = ';'
	w.WriteAll(append([][]string{columns}, rows...))
	parse := func(source string) *journeys.Journey {
		j, problems := journeys.Parse("proef.yaml", []byte("klantreis: Proef\nbronnen:\n  b:\n    soort: telefoon\n"+source+
			"    kolommen: {id: id, tijdstip: tijdstip, kanaal: kanaal, onderwerp: onderwerp, tekst: tekst}\nfasen: [{fase: F, stappen: [{stap: S, signalen: [{signaal: X, bron: b, woorden: [geld]}, {signaal: Y, bron: b, aard: klacht}]}]}]\n"))
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		return j
	}
	look := func(j *journeys.Journey, read func(func(*signals.Data)) error) string {
		t.Helper()
		f, err := insight.Read([]insight.Source{{Name: "b", Kind: "telefoon", File: "b.csv", Matcher: signals.NewMatcher(j, "b"), Read: read}}, insight.Options{Anyway: true})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := insight.WriteJSON(&out, f, ""); err != nil {
			t.Fatal(err)
		}
		return unreadable.ReplaceAllString(out.String(), "")
	}
	folder := fstest.MapFS{"b.csv": {Data: file.Bytes()}}
	j := parse("    bestand: b.csv\n")
	want := look(j, func(use func(*signals.Data)) error {
		d, problems := signals.Open(j, j.Sources[0], folder)
		if d == nil {
			return problems
		}
		use(d)
		return nil
	})
	connector := New(context.Background(), func(string) string { return "" })
	j = parse("    verbinding: " + address + "\n    tabel: signalen\n    werkwijze: ophalen\n")
	table, problems := evidence.OpenRows(j, 0, connector)
	if table == nil {
		t.Fatal(problems)
	}
	defer table.Close()
	if got := look(j, table.Read); got != want || !strings.Contains(want, "telefoon") {
		t.Errorf("%s", firstDifference(want, got))
	}
	// What a transaction sees stays as it is.
	if _, err := conn.Exec(context.Background(), "DELETE FROM signalen"); err != nil {
		t.Fatal(err)
	}
	if got := look(j, table.Read); got != want {
		t.Errorf("after a change: %s", firstDifference(want, got))
	}
	for _, source := range []string{"    bestand: b.csv\n", "    verbinding: " + address + "\n    tabel: signalen\n    werkwijze: ophalen\n", "    verbinding: " + address + "\n    tabel: signalen\n"} {
		_, found := evidence.BindWith(parse(source), folder, evidence.Options{Connector: connector})
		i := slices.IndexFunc(found, func(p journeys.Problem) bool { return p.Code == "signaal-zonder-kolom" })
		if i < 0 {
			t.Errorf("%s: %v", source, found)
			continue
		}
		if message, advice := found[i].Text("nl"); !strings.Contains(message, "‘aard’") || !strings.Contains(advice, "vertrouwelijk, van, tot") {
			t.Error(fmt.Sprint(message, advice))
		}
	}
}
