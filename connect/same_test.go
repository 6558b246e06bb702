package connect

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// columns of the test table. Every value is the text that a file would hold.
var columns = []string{"id", "tijdstip", "kanaal", "onderwerp", "tekst", "aard", "cijfer", "vertrouwelijk", "van", "tot", "bezoeken"}

const tijdstip, cijfer, vertrouwelijk, van, tot = 1, 6, 7, 8, 9

// What texts are made of: letters that fold in every way, signs, white space of all kinds.
var (
	wordPool = []string{"betaald", "BETAALD", "uitbetaling", "Uitbetaald", "café", "CAFÉ", "cafe\u0301", "e\u0308en", "Ëen", "een", "straße", "STRASSE", "sStraSẞe",
		"İstanbul", "istanbul", "\u212Aelvin", "kelvin", "ΟΔΟΣ", "οδοσ", "οδος", "Æther", "aether", "ĳs", "IJS", "ijs", "geld_terug", "geld", "2022", "٣٤", "x2022", "e-mail", "E-Mail",
		"wanneer", "Wanneer", "wánneer", "ÞORN", "thorn", "😀", "❤\uFE0F", "\x01", "a\x01b", "’s", "C++", "c", "привет", "ПРИВЕТ", "aa", "aaa", "'quote'", `back\slash`, "100%", "$1", "o'r", "ŉ", "ſ", "\"", "[x]", "ﬁets"}
	spacePool = []string{" ", " ", " ", " ", "  ", "\n", "\t", "\u00A0", "\u2003", ", ", ".", "-", "", "\u0301"}
	topicPool = []string{"", "Energietoeslag", "energietoeslag", "ENÉRGIETOESLAG", " energie  toeslag", "energie\u00A0toeslag", "Straße", "strasse", "ПАСПОРТ", "паспорт", "zaak 12345", "a@b", "Sport"}
	pools     = struct{ channel, nature, score, secret []string }{
		[]string{"", "telefoon", "Telefoon", "BALIE", "balié", "06-12345678", "a@b.nl", " chat\u00A0app "},
		[]string{"", "klacht", "KLACHT", "vraag", "tip\u0301"},
		[]string{"", "", "7", "7,5", "5.0", "5", "10", "3", ".5", "1e3", "acht", "0012", "+4", "5,10", strings.Repeat("1", 31)},
		[]string{"", "", "", "", "nee", "ja", "JA ", "já", "true", "1", "10", "y"},
	}
	timePool = []string{"", "2022-04-01", "2022-03-31T23:30:00Z", "2022-03-31 22:30Z", "2022-11-30T22:59:59+00:00", "2022-11-30T23:00:00Z", "30-11-2022 23:59", "31-11-2022", "2022-02-30",
		"1/5/2022", "01-05-2022, 9:05", "2022-05-01T25:00", "2022-05-01 10:61", "2022-11-30T23:59:60", "2022-11-30T22:59:60Z", "2022-06-01T00:10:00+05:30", "gisteren", "2022-5-1 1:02:03.004", " 2022-07-07 ", "1935-07-01T23:45:00Z", "2022-04-01T00:10:00 +0200", "99999-01-01", "2022-03-27T02:30"}
)

func pick(r *rand.Rand, pool []string) string { return pool[r.Intn(len(pool))] }

func phrase(r *rand.Rand, most int) string {
	var b strings.Builder
	for range 1 + r.Intn(most) {
		b.WriteString(pick(r, wordPool))
		b.WriteString(pick(r, spacePool))
	}
	return b.String()
}

// records makes random rows. With native, moments, scores and yes or no are what a typed column
// can hold.
func records(r *rand.Rand, n int, native bool) [][]string {
	var all [][]string
	day := func() string { return fmt.Sprintf("2022-%02d-%02d", 1+r.Intn(12), 1+r.Intn(28)) }
	for i := range n {
		row := []string{fmt.Sprint(i + 1), day(), pick(r, pools.channel), pick(r, topicPool), phrase(r, 12), pick(r, pools.nature), pick(r, pools.score),
			pick(r, pools.secret), day(), pick(r, []string{"", day(), day()}), fmt.Sprint(r.Intn(90))}
		if r.Intn(3) == 0 {
			row[tijdstip], row[tot] = pick(r, timePool), pick(r, timePool)
		}
		if native {
			row[tijdstip] = fmt.Sprintf("2022-%02d-%02dT%02d:%02d:00Z", 1+r.Intn(12), 1+r.Intn(28), r.Intn(24), r.Intn(60))
			row[cijfer] = pick(r, []string{"", "7.5", "5.0", "5.1", "10.0"})
			row[vertrouwelijk] = pick(r, []string{"false", "true", ""})
			row[tot] = pick(r, []string{"", day()})
			if r.Intn(10) == 0 {
				row[tijdstip] = ""
			}
		}
		switch {
		case i%40 == 1:
			row[0] = ""
		case i%40 == 2: // the same record again, which counts once
			row[tijdstip], row[cijfer] = "2022-05-05", "7"
			if native {
				row[tijdstip], row[cijfer] = "2022-05-05T10:00:00Z", "7.0"
			}
			all = append(all, row)
		}
		all = append(all, row)
	}
	return all
}

// journey writes random selectors with every feature, on a source in the words given.
func journey(r *rand.Rand, source string) string {
	quote := func(s string) string {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\x01", `\x01`).Replace(s) + `"`
	}
	words := func() string {
		var all []string
		for range 1 + r.Intn(4) {
			w := pick(r, wordPool)
			if r.Intn(3) == 0 {
				w += pick(r, []string{" ", "\n", "\u00A0", "-", ", "}) + pick(r, wordPool)
			}
			if r.Intn(3) == 0 {
				w = string([]rune(w)[:1+r.Intn(len([]rune(w)))]) + "*"
			}
			if !strings.ContainsFunc(journeys.Fold(w), journeys.IsWordRune) {
				w = "geld"
			}
			all = append(all, quote(w))
		}
		return "[" + strings.Join(all, ", ") + "]"
	}
	period := pick(r, []string{"", "periode: {van: 2022-04-01, tot: 2022-11-30}\n", "periode: {van: 2022-04-01}\n"})
	out := "klantreis: Proef\n" + period + "bronnen:\n  b:\n    soort: telefoon\n" + source +
		"  c: {soort: balie, noemer: {bron: b, veld: bezoeken}, lijst: []}\n" +
		"doorlooptijden:\n- {doorlooptijd: Duur, bron: b, van: van, tot: tot, belofte: 5 dagen}\nfasen:\n- fase: F\n  stappen:\n"
	for step := range 3 {
		out += fmt.Sprintf("  - stap: S%d\n    signalen:\n", step)
		for sel := range 4 {
			out += fmt.Sprintf("    - signaal: T%d%d\n      bron: b\n", step, sel)
			some := func(key, value string, one int) {
				if r.Intn(one) == 0 {
					out += "      " + key + ": " + value + "\n"
				}
			}
			some("woorden", words(), 1+sel%2)
			some("zonder", words(), 3)
			some("onderwerp", quote(topicPool[1+r.Intn(len(topicPool)-1)]), 5)
			some("kanaal", pick(r, []string{"telefoon", "balie", quote("chat app")}), 5)
			some("aard", pick(r, []string{"klacht", "vraag", "tip"}), 6)
			some("cijfer", pick(r, []string{"{tot: 5}", "{van: 5.1}", "{van: 5, tot: 7.5}"}), 5)
		}
	}
	return out
}

// gegevens binds a journey and gives all its numbers.
func gegevens(t *testing.T, text string, folder fstest.MapFS, env map[string]string) (string, journeys.Problems) {
	t.Helper()
	j, problems := journeys.Parse("proef.yaml", []byte(text))
	if problems.HasErrors() {
		t.Fatalf("%v\n%s", problems, text)
	}
	connector := New(context.Background(), func(name string) string { return env[name] })
	ev, found := evidence.BindWith(j, folder, evidence.Options{Connector: connector})
	var out bytes.Buffer
	if err := evidence.WriteJSON(&out, j, ev); err != nil {
		t.Fatal(err)
	}
	return out.String(), found
}

var graded = regexp.MustCompile(`(?s)      "kwaliteit": (?:null|\{.*?\n      \}),\n`)

// comparable takes the grades out of an answer where the records stay in a database: there, only counts are known.
func comparable(answer, mode string) string {
	if mode == "in-database" {
		return graded.ReplaceAllString(answer, "")
	}
	return answer
}

// TestSameAnswers holds every engine, in both ways of working, to the embedded one, on random
// records and selectors.
func TestSameAnswers(t *testing.T) {
	t.Parallel()
	pg := postgresServer(t)
	ch := clickhouseServers(t)
	address := map[string]string{"postgres": "postgres://baas@" + pg + "/postgres?sslmode=disable", "clickhouse": "clickhouse://" + ch[0]}
	conn, err := pgx.Connect(context.Background(), address["postgres"])
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	for seed := range int64(4) {
		native := seed%2 == 1
		r := rand.New(rand.NewSource(seed))
		rows := records(r, 400, native)
		fillPostgres(t, conn, rows, native)
		fillClickHouse(t, ch, rows, native)
		var file bytes.Buffer
		w := csv.NewWriter(&file)
		w.Comma = ';'
		w.WriteAll(append([][]string{columns}, rows...))
		for n := range int64(2) {
			layout := r.Int63()
			reis := func(source string) string { return journey(rand.New(rand.NewSource(layout+n)), source) }
			want, _ := gegevens(t, reis("    bestand: b.csv\n"), fstest.MapFS{"b.csv": {Data: file.Bytes()}}, nil)
			for _, name := range []string{"postgres", "clickhouse"} {
				for _, mode := range []string{"in-database", "ophalen"} {
					for _, what := range []string{"tabel: signalen", "vraag: SELECT * FROM signalen -- alles"} {
						source := "    verbinding: " + address[name] + "\n    " + what + "\n    werkwijze: " + mode + "\n"
						got, found := gegevens(t, reis(source), nil, nil)
						if got, want := comparable(got, mode), comparable(want, mode); got != want {
							t.Fatalf("seed %d.%d, %s %s, %s: %s\n%v\n%s", seed, n, name, mode, what, firstDifference(want, got), found, reis(source))
						}
					}
				}
			}
		}
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			from := max(0, i-12)
			return fmt.Sprintf("\n want %s\n got  %s\n after %s", a[i], b[i], strings.Join(a[from:i], "\n"))
		}
	}
	return fmt.Sprintf("%d lines and %d", len(a), len(b))
}

func fillPostgres(t *testing.T, conn *pgx.Conn, rows [][]string, native bool) {
	t.Helper()
	ctx := context.Background()
	types := map[string]string{"tijdstip": "text", "cijfer": "text", "vertrouwelijk": "text", "van": "text", "tot": "text"}
	if native {
		types = map[string]string{"tijdstip": "timestamptz", "cijfer": "numeric(5,1)", "vertrouwelijk": "boolean", "van": "timestamp", "tot": "date"}
	}
	var defs, casts []string
	for i, c := range columns {
		kind := types[c]
		if kind == "" {
			kind = "text"
		}
		defs = append(defs, c+" "+kind)
		casts = append(casts, fmt.Sprintf("nullif($%d::text, '')::%s", i+1, kind))
	}
	batch := &pgx.Batch{}
	batch.Queue("DROP TABLE IF EXISTS signalen")
	batch.Queue("CREATE TABLE signalen (" + strings.Join(defs, ", ") + ")")
	if err := conn.SendBatch(ctx, batch).Close(); err != nil {
		t.Fatal(err)
	}
	batch = &pgx.Batch{}
	for _, row := range rows {
		args := make([]any, len(row))
		for i, cell := range row {
			args[i] = cell
		}
		batch.Queue("INSERT INTO signalen VALUES ("+strings.Join(casts, ", ")+")", args...)
	}
	if err := conn.SendBatch(ctx, batch).Close(); err != nil {
		t.Fatal(err)
	}
}

// fillClickHouse spreads the records over the shards; signalen is a Distributed table.
func fillClickHouse(t *testing.T, hosts [2]string, rows [][]string, native bool) {
	t.Helper()
	for shard, host := range hosts {
		var half [][]string
		for i, row := range rows {
			if i%2 == shard {
				half = append(half, row)
			}
		}
		layout := fillTable(t, host, "deel", half, native)
		tellAll(t, host, "DROP TABLE IF EXISTS signalen", "CREATE TABLE signalen ("+layout+") ENGINE = Distributed(stad, default, deel)")
	}
}

// fillOne puts the records into one table.
func fillOne(t *testing.T, host string, rows [][]string, native bool) {
	t.Helper()
	fillTable(t, host, "signalen", rows, native)
}

func tellAll(t *testing.T, host string, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if err := tellClickHouse(host, s); err != nil {
			t.Fatal(err)
		}
	}
}

// fillTable makes a table and gives its columns as they are declared.
func fillTable(t *testing.T, host, name string, rows [][]string, native bool) string {
	t.Helper()
	var defs []string
	for i, c := range columns {
		kind := "String"
		if i%2 == 0 {
			kind = "Nullable(String)"
		}
		if native {
			switch c {
			case "tijdstip":
				kind = "Nullable(DateTime)"
			case "cijfer":
				kind = "Nullable(String)"
			case "tot":
				kind = "Nullable(Date)"
			}
		}
		defs = append(defs, c+" "+kind)
	}
	quote := strings.NewReplacer(`\`, `\\`, "'", `\'`)
	var values []string
	for _, row := range rows {
		var cells []string
		for k, cell := range row {
			text := "'" + quote.Replace(cell) + "'"
			if cell == "" && strings.Contains(defs[k], "Nullable") {
				text = "NULL"
			} else if native && k == tijdstip {
				text = "toDateTime('" + strings.TrimSuffix(strings.Replace(cell, "T", " ", 1), "Z") + "', 'UTC')"
			}
			cells = append(cells, text)
		}
		values = append(values, "("+strings.Join(cells, ",")+")")
	}
	layout := strings.Join(defs, ", ")
	tellAll(t, host, "DROP TABLE IF EXISTS "+name, "CREATE TABLE "+name+" ("+layout+") ENGINE = Memory",
		"INSERT INTO "+name+" VALUES "+strings.Join(values, ","))
	return layout
}
