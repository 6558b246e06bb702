package connect

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"

	"klantreis/journeys/pushdown"
)

// postgres is one read-only transaction, which sees one state of the database.
type postgres struct {
	pushdown.Postgres
	address address
	ctx     context.Context
	conn    *pgx.Conn
}

func openPostgres(ctx context.Context, a address) (pushdown.Connection, error) {
	u := *a.URL
	query := u.Query()
	if query.Get("sslmode") == "" {
		// The driver's own default would fall back to a line that others can read.
		query.Set("sslmode", "verify-full")
		if isHere(u.Hostname()) {
			query.Set("sslmode", "prefer")
		}
		u.RawQuery = query.Encode()
	}
	config, err := pgx.ParseConfig(u.String())
	if err != nil {
		return nil, a.fault("verbinding-adres")
	}
	config.Password = a.secret("WACHTWOORD", "PGPASSWORD")
	config.ConnectTimeout = dialTimeout
	config.DefaultQueryExecMode = pgx.QueryExecModeExec // one round trip, and a pooler may stand between
	p := &postgres{address: a, ctx: ctx}
	if p.conn, err = pgx.ConnectConfig(ctx, config); err != nil {
		return nil, p.fault(err)
	}
	for _, statement := range []string{
		"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
		fmt.Sprintf("SET LOCAL statement_timeout = '%ds'", a.seconds()),
		"SET LOCAL datestyle = 'ISO, YMD'",
		"SET LOCAL jit = off", // the conditions are many and short; compiling them takes seconds
	} {
		if _, err := p.conn.Exec(ctx, statement); err != nil {
			p.Close()
			return nil, p.fault(err)
		}
	}
	if encoding := p.conn.PgConn().ParameterStatus("server_encoding"); encoding != "UTF8" && a.source.Mode != "ophalen" {
		p.Close()
		return nil, a.fault("verbinding-tekenset", encoding)
	}
	return p, nil
}

func (p *postgres) Dialect() pushdown.Dialect { return p.Postgres }

func (p *postgres) Close() { p.conn.Close(context.WithoutCancel(p.ctx)) }

// Columns asks the catalogue for a table, so that a user with rights on some columns can be
// served, and the question itself otherwise.
func (p *postgres) Columns(f pushdown.From) ([]pushdown.Column, error) {
	if f.Question != "" {
		rows, err := p.conn.Query(p.ctx, f.Probe(p.Postgres))
		if err != nil {
			return nil, p.fault(err)
		}
		rows.Close()
		if rows.Err() != nil {
			return nil, p.fault(rows.Err())
		}
		var all []pushdown.Column
		for _, d := range rows.FieldDescriptions() {
			all = append(all, pushdown.Column{Name: d.Name, Type: postgresType(d.DataTypeOID)})
		}
		return all, nil
	}
	quoted := make([]string, len(f.Table))
	for i, part := range f.Table {
		quoted[i] = p.Name(part)
	}
	rows, err := p.conn.Query(p.ctx, `SELECT a.attname::text, coalesce(nullif(t.typbasetype, 0), t.oid)::int8, has_column_privilege(a.attrelid, a.attnum, 'SELECT')
		FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
		WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`, strings.Join(quoted, "."))
	if err != nil {
		return nil, p.fault(err)
	}
	var all []pushdown.Column
	var c pushdown.Column
	var oid int64
	var may, some bool
	_, err = pgx.ForEachRow(rows, []any{&c.Name, &oid, &may}, func() error {
		some = some || may
		all = append(all, pushdown.Column{Name: c.Name, Type: postgresType(uint32(oid)), Denied: !may})
		return nil
	})
	switch {
	case err != nil:
		return nil, p.fault(err)
	case len(all) == 0:
		return nil, p.address.fault("verbinding-tabel", p.address.table())
	case !some:
		return nil, p.address.fault("verbinding-recht", p.address.table())
	}
	return all, nil
}

func postgresType(oid uint32) pushdown.Type {
	switch oid {
	case pgtype.DateOID:
		return pushdown.Day
	case pgtype.TimestampOID:
		return pushdown.Local
	case pgtype.TimestamptzOID:
		return pushdown.Moment
	}
	return pushdown.Text
}

func (p *postgres) Fetch(f pushdown.From, columns []pushdown.Column, visit func([][]byte) error) error {
	return p.Each(pushdown.Fetch(p.Postgres, f, columns), func(cells [][]byte) error { return visit(cells[1:]) })
}

func (p *postgres) Each(s pushdown.Statement, visit func([][]byte) error) error {
	rows, err := p.conn.Query(p.ctx, s.SQL, append([]any{pgx.QueryResultFormats{pgx.TextFormatCode}}, s.Args...)...)
	if err != nil {
		return p.fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := visit(rows.RawValues()); err != nil {
			return err
		}
	}
	if rows.Err() != nil {
		return p.fault(rows.Err())
	}
	return nil
}

// fault puts an error into a message for people. What the server says may quote data, so it is
// only repeated where it speaks of names.
func (p *postgres) fault(err error) error {
	a := p.address
	if p.ctx.Err() != nil {
		return p.ctx.Err()
	}
	var server *pgconn.PgError
	if !errors.As(err, &server) {
		return a.fault("verbinding-weg", a.where(), reason(err))
	}
	switch server.Code {
	case "28P01", "28000":
		return a.fault("verbinding-wachtwoord", a.where())
	case "42501":
		return a.fault("verbinding-recht", a.table())
	case "42P01", "3F000", "3D000":
		return a.fault("verbinding-tabel", a.table())
	case "57014":
		return a.fault("verbinding-tijd", a.seconds())
	case "57P01", "57P02", "57P03", "53300":
		return a.fault("verbinding-weg", a.where(), server.Message)
	}
	if strings.HasPrefix(server.Code, "42") {
		return a.fault("verbinding-vraag", server.Message)
	}
	return a.fault("verbinding-fout", "SQLSTATE "+server.Code)
}
