package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
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
		{"a regular expression per selector", duckQuery},
	}},
	{"ClickHouse local", "chdb@3.4.0", clickScript, []form{
		{"multiMatchAllIndices", clickQuery},
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
		if r[0] == "0" {
			a[unreadableRows] += n
			continue
		}
		number, err := strconv.Atoi(r[0])
		if err != nil {
			return nil, err
		}
		id := fmt.Sprintf("s%d ", number-1)
		a[id+r[2][:len("2023-01")]] += n
		a[id+r[1]] += n
	}
	return a, nil
}

// Both queries ask what the journey asks, in one pass over the file: words and beginnings of words,
// phrases with any white space, case and accents ignored, without, channel, score, the period, months,
// and how many rows cannot be read (as selector 0).

// either is a regular expression for any of some words, of a text in lower case without accents.
func either(words string) string {
	var all []string
	for _, w := range split(words) {
		w, prefix := strings.CutSuffix(strings.ReplaceAll(strings.TrimSpace(w), "ë", "e"), "*")
		if w = strings.Join(strings.Fields(w), `\s+`); !prefix {
			w += `\b`
		}
		all = append(all, w)
	}
	return `\b(` + strings.Join(all, "|") + ")"
}

// conditions are those of a selector beside its words; channel and score are expressions.
func (t topic) conditions(channel, score string) (all []string) {
	if t.channel != "" {
		all = append(all, fmt.Sprintf("%s = '%s'", channel, t.channel))
	}
	if t.from != "" {
		all = append(all, fmt.Sprintf("ifnull(%s >= %s, false)", score, t.from))
	}
	if t.to != "" {
		all = append(all, fmt.Sprintf("ifnull(%s <= %s, false)", score, t.to))
	}
	return all
}

func duckQuery(file string) string {
	var selectors []string
	for i, t := range topics {
		all := append(t.conditions("channel", "score"), fmt.Sprintf("regexp_matches(t, '%s')", either(t.words)))
		if t.without != "" {
			all = append(all, fmt.Sprintf("NOT regexp_matches(t, '%s')", either(t.without)))
		}
		selectors = append(selectors, fmt.Sprintf("CASE WHEN %s THEN %d END", strings.Join(all, " AND "), i+1))
	}
	return `SELECT s, channel, month, count(*) FROM (
	SELECT channel, strftime(moment, '%Y-%m') AS month,
		unnest(CASE WHEN bad THEN [0] ELSE list_filter([` + strings.Join(selectors, ", ") + `], x -> x IS NOT NULL) END) AS s
	FROM (SELECT *, lower(strip_accents("Vraag")) AS t, lower(strip_accents("Kanaal")) AS channel, moment IS NULL OR score IS NULL AND "Cijfer" <> '' AS bad
		FROM (SELECT "Vraag", "Kanaal", coalesce("Cijfer", '') AS "Cijfer", try_strptime("Ontvangen op", '%d-%m-%Y %H:%M') AS moment, TRY_CAST(replace("Cijfer", ',', '.') AS DOUBLE) AS score
			FROM read_csv('` + file + `', delim=';', quote='"', header=true, all_varchar=true)))
	WHERE bad OR moment >= TIMESTAMP '2023-01-01' AND moment < TIMESTAMP '2024-01-01') GROUP BY ALL`
}

// clickQuery folds accents only where there are some and puts the conditions behind arrayJoin, where few
// rows are left: each of the two makes it more than twice as fast.
func clickQuery(file string) string {
	var patterns, without, conditions []string
	pattern := func(words string) string { return "'" + strings.ReplaceAll(either(words), `\`, `\\`) + "'" }
	for i, t := range topics {
		patterns = append(patterns, pattern(t.words))
		all := t.conditions("channel", "score")
		if t.without != "" {
			without = append(without, pattern(t.without))
			all = append(all, fmt.Sprintf("NOT has(found, %d)", len(topics)+len(without)))
		}
		if len(all) > 0 {
			conditions = append(conditions, fmt.Sprintf("(s != %d OR %s)", i+1, strings.Join(all, " AND ")))
		}
	}
	return `SELECT s, channel, toStartOfMonth(moment) AS month, count() FROM (
	SELECT channel, moment, score, if(bad, [toUInt64(0)], multiMatchAllIndices(if(isASCII("Vraag"), lower("Vraag"), lowerUTF8(removeDiacriticsUTF8("Vraag"))),
		[` + strings.Join(append(patterns, without...), ", ") + `])) AS found, arrayJoin(found) AS s
	FROM (SELECT "Vraag", lowerUTF8(removeDiacriticsUTF8("Kanaal")) AS channel, parseDateTimeOrNull("Ontvangen op", '%d-%m-%Y %H:%i', 'Europe/Amsterdam') AS moment,
			toFloat64OrNull(replaceOne("Cijfer", ',', '.')) AS score, moment IS NULL OR score IS NULL AND "Cijfer" != '' AS bad
		FROM file('` + file + `', 'CSVWithNames', '"Ontvangen op" String, "Kanaal" String, "Vraag" String, "Cijfer" String')
		WHERE bad OR moment >= toDateTime('2023-01-01 00:00:00', 'Europe/Amsterdam') AND moment < toDateTime('2024-01-01 00:00:00', 'Europe/Amsterdam')))
	WHERE s <= ` + strconv.Itoa(len(topics)) + " AND " + strings.Join(conditions, " AND ") + `
	GROUP BY s, channel, month SETTINGS format_csv_delimiter = ';'`
}
