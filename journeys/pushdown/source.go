package pushdown

import (
	"strconv"
	"strings"
)

// From is what is read: a table by its parts (schema, name), or one SELECT.
type From struct {
	Table    []string
	Question string
	// Key is a column of which each value counts once; nil: all records count. Of records that
	// differ, the first counts in the order of the columns that are read.
	Key *Column
}

func (f From) sql(d Dialect) string {
	if f.Question != "" {
		// The line end after a question ends a comment in it.
		return "(" + f.Question + "\n) AS kr_bron"
	}
	quoted := make([]string, len(f.Table))
	for i, part := range f.Table {
		quoted[i] = d.Name(part)
	}
	return strings.Join(quoted, ".")
}

// Probe asks for the columns and no rows.
func (f From) Probe(d Dialect) string { return "SELECT * FROM " + f.sql(d) + " LIMIT 0" }

// source is the records with some columns.
func (b *builder) source(columns []column) string {
	from := b.plan.From
	if from.Key == nil {
		return b.subquery(from.sql(b.Dialect), columns)
	}
	keyed := b.subquery(from.sql(b.Dialect), append(columns, column{b.key(), "kr_sleutel"}))
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	all := strings.Join(names, ", ")
	return "(SELECT " + all + " FROM " + keyed + " AS kr WHERE " + b.is("kr_sleutel", "") +
		" UNION ALL SELECT " + all + " FROM " + b.FirstOf(keyed+" AS kr WHERE NOT "+b.is("kr_sleutel", ""), "kr_sleutel", names) + " AS kr)"
}

func (b *builder) key() string {
	c := b.plan.From.Key
	return b.trimmed(b.Cast(b.Name(c.Name), c.Type))
}

// Doubles asks how many records have a value of the Key that another record has, too, each value
// less one. The second cell of its only row is the number.
func Doubles(d Dialect, f From) Statement {
	b := Plan{From: f}.builder(d)
	keys := b.subquery(f.sql(d), []column{{b.key(), "kr_sleutel"}})
	counts := "(SELECT kr_sleutel, " + b.Count() + " AS kr_n FROM " + keys + " AS kr WHERE NOT " + b.is("kr_sleutel", "") + " GROUP BY kr_sleutel)"
	return Statement{"SELECT 'r', sum(kr_n - 1) FROM " + counts + " AS kr WHERE kr_n > 1", b.args}
}

// Fetch asks for columns as they are, of every record. The first cell of each row is an r, which
// tells it from the text of an error in the middle of a stream.
func Fetch(d Dialect, f From, columns []Column) Statement {
	b := Plan{From: f}.builder(d)
	all, names := []column{}, "'r'"
	for i, c := range columns {
		name := "kr_" + strconv.Itoa(i)
		all = append(all, column{b.Cast(b.Name(c.Name), c.Type), name})
		names += ", " + name
	}
	return Statement{"SELECT " + names + " FROM " + b.source(all) + " AS kr", b.args}
}
