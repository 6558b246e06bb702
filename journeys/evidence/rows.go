package evidence

import (
	"klantreis/journeys"
	"klantreis/journeys/pushdown"
	"klantreis/journeys/signals"
)

// Rows is a table behind a connection of which the records may come here (werkwijze: ophalen), to be
// looked at once or more. They stream through and are not kept.
type Rows struct {
	table
	engine pushdown.Engine
	source journeys.Source
	needed []int // columns, by place
	header []string
	rows   int // of the first reading; -1: there was none
}

// OpenRows opens the table of the i-th source of a journey. The problems say why it could not, or, with
// rows, what is odd. It is to be closed.
func OpenRows(j *journeys.Journey, i int, connector pushdown.Connector) (*Rows, journeys.Problems) {
	b := newBinder(j)
	b.options.Connector = connector
	r := &Rows{table: table{binder: b, index: i, tally: b.newTally()}, source: j.Sources[i], rows: -1}
	if problems := r.asks(r.source); problems != nil {
		return nil, problems
	}
	fail := func(err error) (*Rows, journeys.Problems) {
		return nil, journeys.Problems{connectionProblem(r.source, err)}
	}
	connection, err := connector.Open(r.source)
	if err != nil {
		return fail(err)
	}
	opened := false
	defer func() {
		if !opened {
			connection.Close()
		}
	}()
	engine, ok := connection.(pushdown.Engine)
	if !ok {
		return nil, nil
	}
	if r.columns, err = connection.Columns(r.from); err != nil {
		return fail(err)
	}
	for _, c := range r.columns {
		r.header = append(r.header, c.Name)
	}
	data, problems := signals.OpenTable(r.source, r.source.Format, r.names(), nil)
	if data == nil {
		return nil, problems
	}
	defer data.Close()
	r.data, r.engine = data, engine
	r.needed = r.table.needed()
	for _, at := range r.needed {
		if r.columns[at].Denied {
			return fail(&pushdown.Fault{Code: "verbinding-kolomrecht", Args: []any{r.columns[at].Name}})
		}
	}
	found, err := r.oncePerID(engine)
	if err != nil {
		return fail(err)
	}
	opened = true
	return r, append(append(problems, data.Found()...), found...)
}

// names copies the header, which a layout may add to.
func (r *Rows) names() []string { return append([]string(nil), r.header...) }

// Read hands the records over, and tells what kept them from being read: a problem of the journey.
func (r *Rows) Read(use func(*signals.Data)) error {
	data, problems := signals.OpenTable(r.source, r.source.Format, r.names(), nil)
	if data == nil {
		return problems
	}
	var columns []pushdown.Column
	for _, at := range r.needed {
		columns = append(columns, r.columns[at])
	}
	var failed error
	rows := 0
	data.Only(r.needed, func(visit func([][]byte) error) error {
		failed = r.engine.Fetch(r.from, columns, func(cells [][]byte) error {
			rows++
			return visit(cells)
		})
		return nil
	})
	use(data)
	data.Close()
	if failed != nil {
		return journeys.Problems{connectionProblem(r.source, failed)}
	}
	if r.rows >= 0 && r.rows != rows {
		return journeys.Problems{{Pos: r.source.At("verbinding"), Code: "tabel-veranderd", Args: []any{r.source.Name, r.rows, rows}}}
	}
	r.rows = rows
	return nil
}

// Close lets go of the connection.
func (r *Rows) Close() { r.engine.Close() }
