package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// peer is another engine, as an npm package.
type peer struct {
	name, module string
	script       string // runs the query in its third argument on node
	forms        []form
}

// form is a way to put the question: the fastest that was found. Texts split into lists of words took
// twice to three times as long in both engines.
type form struct {
	name  string
	query func(file string) string
}

var peers = []peer{
	{"DuckDB", "@duckdb/node-api@1.5.6-r.1", duckScript, []form{
		{"a regular expression per selector", duckRegexp},
	}},
	{"ClickHouse local", "chdb@3.4.0", clickScript, []form{
		{"multiMatchAllIndices", clickMatch},
	}},
}

const duckScript = `const { DuckDBInstance } = require("@duckdb/node-api");
(async () => {
	const db = await (await DuckDBInstance.create(":memory:")).connect();
	const rows = (await db.runAndReadAll(process.argv[2])).getRows();
	console.log(JSON.stringify(rows.map(r => r.map(String))));
})();`

const clickScript = `const { query } = require("chdb");
console.log(query(process.argv[2], "JSONCompactStrings"));`

// fetch installs the package, unless it is there.
func (p peer) fetch(dir string) error {
	name := p.module[:strings.LastIndex(p.module, "@")]
	if _, err := os.Stat(filepath.Join(dir, "node_modules", name)); err != nil {
		if err := os.WriteFile(filepath.Join(dir, "package.json"), []byte("{}"), 0o644); err != nil {
			return err
		}
		fmt.Printf("fetching %s …\n", p.module)
		cmd := exec.Command("npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", p.module)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%w\n%s", err, out)
		}
	}
	return os.WriteFile(filepath.Join(dir, p.name+".cjs"), []byte(p.script), 0o644)
}

func (p peer) command(b *bench, f form) *exec.Cmd {
	cmd := exec.Command("node", p.name+".cjs", f.query(b.file))
	cmd.Dir = b.dir
	return cmd
}

// readPeer adds up the rows selector, channel, month, count of either engine.
func readPeer(out []byte) (answer, error) {
	var rows [][4]string
	if out[0] == '{' {
		var data struct{ Data [][4]string }
		if err := json.Unmarshal(out, &data); err != nil {
			return nil, err
		}
		rows = data.Data
	} else if err := json.Unmarshal(out, &rows); err != nil {
		return nil, err
	}
	a := answer{}
	for _, r := range rows {
		var n int
		if _, err := fmt.Sscan(r[3], &n); err != nil {
			return nil, err
		}
		month, year, _ := strings.Cut(r[2], "-")
		a["s"+r[0]+" "+year+"-"+month] += n
		a["s"+r[0]+" "+r[1]] += n
	}
	return a, nil
}

// perSelector writes an expression for each selector; %[1]d is its number, %[2]s its words between
// the given marks.
func perSelector(expression, mark, between string) string {
	var all []string
	for i, t := range topics {
		words := mark + strings.Join(strings.Fields(t.words), between) + mark
		all = append(all, fmt.Sprintf(expression, i, words))
	}
	return strings.Join(all, ", ")
}

// The texts have accents, but the words that are looked for have none, so that lower case will do.
const duckFrom = ` FROM read_csv('%s', delim=';', quote='"', header=true, all_varchar=true) WHERE substr("Ontvangen op", 7, 4) = '2023'`

func duckRegexp(file string) string {
	return fmt.Sprintf(`SELECT s, "Kanaal", m, count(*) FROM (
	SELECT "Kanaal", substr("Ontvangen op", 4, 7) AS m, unnest(list_filter([`+perSelector(`CASE WHEN regexp_matches(t, '\b(%[2]s)\b') THEN %[1]d END`, "", "|")+`], x -> x IS NOT NULL)) AS s
	FROM (SELECT "Kanaal", "Ontvangen op", lower("Vraag") AS t`+duckFrom+`)) GROUP BY ALL`, file)
}

const clickFrom = ` FROM file('%s', 'CSVWithNames') WHERE substring("Ontvangen op", 7, 4) = '2023'`

const clickSettings = ` SETTINGS format_csv_delimiter = ';', input_format_csv_use_best_effort_in_schema_inference = 0, schema_inference_make_columns_nullable = 0`

func clickMatch(file string) string {
	return fmt.Sprintf(`SELECT s - 1, "Kanaal", substring("Ontvangen op", 4, 7) AS m, count()
	FROM (SELECT "Kanaal", "Ontvangen op", arrayJoin(multiMatchAllIndices(lowerUTF8("Vraag"), [`+perSelector(`'\\b(%[2]s)\\b'`, "", "|")+`])) AS s`+clickFrom+`) GROUP BY s, "Kanaal", m`+clickSettings, file)
}
