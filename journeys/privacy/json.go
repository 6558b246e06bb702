package privacy

import (
	"encoding/json"
	"io"

	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
)

// The types below are the shape of `privacyverslag --json`. Null stands for a count of fewer than
// evidence.MinGroup, other than none.
type (
	dataReport struct {
		Sources []dataSource `json:"bronnen"`
		Quotes  []dataQuote  `json:"citaten"`
		Texts   []dataText   `json:"teksten"`
		Small   []dataSmall  `json:"kleine_groepen"`
	}
	dataSource struct {
		Name         string       `json:"bron"`
		Where        string       `json:"waar,omitempty"`
		Connection   bool         `json:"verbinding"`
		Failed       bool         `json:"onleesbaar"`
		Typed        *int         `json:"ingevuld"`
		Read         int          `json:"gelezen"`
		Unreadable   int          `json:"onleesbare_regels"`
		Outside      *int         `json:"buiten_periode"`
		Confidential *int         `json:"vertrouwelijk"`
		Columns      []dataColumn `json:"kolommen"`
	}
	dataColumn struct {
		Header string      `json:"kolom"`
		Field  *string     `json:"veld"` // null: Klantreis does not read it
		Person bool        `json:"over_een_persoon"`
		Found  []dataFound `json:"gevonden"`
	}
	dataFound struct {
		Kind    language.Kind `json:"soort"`
		Records *int          `json:"records"`
		Times   *int          `json:"keer"`
	}
	dataQuote struct {
		Line     int             `json:"regel"`
		Step     string          `json:"stap"`
		Approved bool            `json:"akkoord"`
		Hidden   []language.Kind `json:"weggelaten"`
	}
	dataText struct {
		Line  int             `json:"regel"`
		Shown bool            `json:"te_zien"`
		Found []language.Kind `json:"gevonden"`
	}
	dataSmall struct {
		Signal string `json:"signaal"`
		Step   string `json:"stap"`
	}
)

// WriteJSON writes the report for programs: counts, names of columns and lines, never what was found.
func WriteJSON(w io.Writer, r Report) error {
	out := dataReport{[]dataSource{}, []dataQuote{}, []dataText{}, []dataSmall{}}
	for _, s := range r.Sources {
		one := dataSource{s.Name, s.Where, s.Connection, s.Failed, few(s.Typed), s.Read, s.Unreadable, few(s.Outside), few(s.Confidential), []dataColumn{}}
		for _, c := range s.Columns {
			column := dataColumn{Header: c.Header, Person: c.Person, Found: []dataFound{}}
			if c.Field != "" {
				column.Field = &c.Field
			}
			for _, f := range c.Found {
				column.Found = append(column.Found, dataFound{f.Kind, few(f.Records), few(f.Times)})
			}
			one.Columns = append(one.Columns, column)
		}
		out.Sources = append(out.Sources, one)
	}
	for _, q := range r.Quotes {
		out.Quotes = append(out.Quotes, dataQuote{q.Pos.Line, q.Step, q.Approved, kinds(q.Found)})
	}
	for _, t := range r.Typed {
		out.Texts = append(out.Texts, dataText{t.Pos.Line, t.Shown, kinds(t.Found)})
	}
	for _, s := range r.Small {
		out.Small = append(out.Small, dataSmall{s.Title, s.Step})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func few(n int) *int {
	if n > 0 && n < evidence.MinGroup {
		return nil
	}
	return &n
}

func kinds(found []Found) []language.Kind {
	all := []language.Kind{}
	for _, f := range found {
		all = append(all, f.Kind)
	}
	return all
}
