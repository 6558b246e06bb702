package connect

import (
	"context"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

const smallest = "fasen: [{fase: F, stappen: [{stap: S, signalen: [{signaal: T, bron: b, woorden: [geld]}]}]}]\n"

// want binds a journey with one source and looks for the code of a problem; empty is none.
func wantCode(t *testing.T, what, code, source string, env map[string]string) {
	t.Helper()
	_, found := gegevens(t, "klantreis: A\nbronnen:\n  b:\n    soort: telefoon\n"+source+smallest, nil, env)
	var codes []string
	for _, p := range found {
		message, advice := p.Text("nl")
		if strings.Contains(message+advice, "{") || strings.Contains(message+advice, "geheim") {
			t.Errorf("%s: %s %s", what, message, advice)
		}
		if p.Code != "signaal-zonder-vondst" {
			codes = append(codes, p.Code)
		}
	}
	if got := strings.Join(codes, " "); got != code {
		t.Errorf("%s: %q, want %q: %v", what, got, code, found)
	}
}

func source(address, rest string) string {
	return "    verbinding: " + address + "\n    " + strings.ReplaceAll(rest, "\n", "\n    ") + "\n"
}

var password = map[string]string{"KLANTREIS_WACHTWOORD": "geheim"}

func TestPostgresFaults(t *testing.T) {
	t.Parallel()
	host := postgresServer(t)
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, "postgres://baas@"+host+"/postgres?sslmode=disable")
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	for _, statement := range []string{
		"CREATE TABLE s (tijdstip text, tekst text, dossier text)", "INSERT INTO s VALUES ('2022-01-01', 'geld', 'x')",
		"CREATE TABLE dicht (tekst text)", "CREATE SEQUENCE teller", "CREATE ROLE lezer LOGIN PASSWORD 'geheim'", "GRANT SELECT (tijdstip, tekst) ON s TO lezer",
		"CREATE DATABASE latijn ENCODING 'LATIN1' TEMPLATE template0",
	} {
		if _, err := conn.Exec(ctx, statement); err != nil {
			t.Fatal(err)
		}
	}
	address := "postgres://lezer@" + host + "/postgres"
	for _, c := range []struct {
		what, code, source string
		env                map[string]string
	}{
		{"rights on some columns are enough", "", source(address, "tabel: s"), password},
		{"a schema", "", source(address, "tabel: public.s"), password},
		{"a password for one source", "", source(address, "tabel: s"), map[string]string{"KLANTREIS_WACHTWOORD_B": "geheim"}},
		{"the usual variable", "", source(address, "tabel: s\nwerkwijze: ophalen"), map[string]string{"PGPASSWORD": "geheim"}},
		{"a wrong password", "verbinding-wachtwoord", source(address, "tabel: s"), map[string]string{"PGPASSWORD": "fout"}},
		{"no password", "verbinding-wachtwoord", source(address, "tabel: s"), nil},
		{"no such table", "verbinding-tabel", source(address, "tabel: weg"), password},
		{"no such database", "verbinding-tabel", source("postgres://lezer@"+host+"/weg", "tabel: s"), password},
		{"no such column", "kolom-ontbreekt", source(address, "tabel: s\nkolommen: {tekst: vraag}"), password},
		{"no right on the table", "verbinding-recht", source(address, "tabel: dicht"), password},
		{"no right on the table in a question", "verbinding-recht", source(address, "vraag: SELECT * FROM dicht"), password},
		{"no right on a column", "verbinding-kolomrecht", source(address, "tabel: s\nkolommen: {tekst: dossier}"), password},
		{"a wrong question", "verbinding-vraag", source(address, "vraag: SELECT niets FROM s"), password},
		{"two questions", "vraag-geen-select", source(address, "vraag: SELECT 1; DROP TABLE s"), password},
		{"too slow", "verbinding-tijd", source(address+"?tijdslimiet=1", "vraag: SELECT tekst FROM s, pg_sleep(9)"), password},
		{"a name with a quote", "verbinding-tabel", source(address, `tabel: 's"; DROP TABLE s; --'`), password},
		{"another character set", "verbinding-tekenset", source("postgres://baas@"+host+"/latijn", "tabel: s"), nil},
		{"away", "verbinding-weg", source("postgres://lezer@127.0.0.1:"+freePort(t)+"/x", "tabel: s"), nil},
		{"TLS that the server has not", "verbinding-weg", source(address+"?sslmode=require", "tabel: s"), password},
	} {
		wantCode(t, c.what, c.code, c.source, c.env)
	}
	// A question that changes something is refused by the server, too.
	wantCode(t, "changes", "verbinding-fout", source("postgres://baas@"+host+"/postgres", "vraag: SELECT nextval('teller')::text AS tekst"), nil)
}

func TestClickHouseFaults(t *testing.T) {
	t.Parallel()
	hosts := clickhouseServers(t)
	for _, statement := range []string{"CREATE TABLE s (tijdstip String, tekst String) ENGINE = Memory", "INSERT INTO s VALUES ('2022-01-01', 'geld')"} {
		if err := tellClickHouse(hosts[0], statement); err != nil {
			t.Fatal(err)
		}
	}
	address := "clickhouse://lezer@" + hosts[0]
	for _, c := range []struct {
		what, code, source string
		env                map[string]string
	}{
		{"a user who may only read", "", source(address, "tabel: s"), password},
		{"one who may do more", "", source("clickhouse://"+hosts[0]+"/default", "tabel: default.s\nwerkwijze: ophalen"), nil},
		{"a wrong password", "verbinding-wachtwoord", source(address, "tabel: s"), map[string]string{"KLANTREIS_WACHTWOORD": "fout"}},
		{"no such table", "verbinding-tabel", source(address, "tabel: weg"), password},
		{"no such column", "kolom-ontbreekt", source(address, "tabel: s\nkolommen: {tekst: vraag}"), password},
		{"no right", "verbinding-recht", source("clickhouse://zonder@"+hosts[0], "tabel: default.s"), password},
		{"a wrong question", "verbinding-vraag", source(address, "vraag: SELECT niets FROM s"), password},
		{"too slow", "verbinding-tijd", source("clickhouse://"+hosts[0]+"?tijdslimiet=1", "vraag: SELECT toString(sum(number)) AS tekst FROM (SELECT number FROM system.numbers)"), nil},
		{"a name with a quote", "verbinding-tabel", source(address, "tabel: 's`; DROP TABLE s'"), password},
		{"away", "verbinding-weg", source("clickhouse://127.0.0.1:"+freePort(t), "tabel: s"), nil},
		{"no TLS there", "verbinding-weg", source(address+"?secure=true", "tabel: s"), password},
	} {
		wantCode(t, c.what, c.code, c.source, c.env)
	}
}
