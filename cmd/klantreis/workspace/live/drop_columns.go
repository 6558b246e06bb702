package live

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/insight"
	"klantreis/journeys/language"
	"klantreis/journeys/privacy"
	"klantreis/journeys/signals"
)

// sampleRows is how many records are looked at for examples of what a column holds.
const sampleRows = 2000

// mostValues is how many examples a column has.
const mostValues = 3

// dropColumns tells of each column what it seems to be.
func (d *Desk) dropColumns(src journeys.Source, folder fs.FS, headers []string, bound []journeys.Column, asked map[string]string, known bool, rows int) []api.DropColumn {
	examples := sample(src, folder, headers)
	w := d.words()
	texts := textColumns(src, folder)
	out := []api.DropColumn{}
	for _, h := range headers {
		c := api.DropColumn{Header: h, Examples: []string{}}
		for _, b := range bound {
			if b.Header == h {
				c.Field = b.Field
			}
		}
		switch {
		case c.Field == "":
		case asked != nil && asked[c.Field] == h:
			c.Why = w.either("zo gekozen", "chosen so")
		case journeys.FoldSpace(h) == c.Field:
			c.Why = w.either("de kolom heet zo", "the column is called so")
		case known:
			c.Why = w.either("zo heet dit in een export van dit systeem", "this is what an export of this system calls it")
		case rows == 0:
			c.Why = w.guessed("") // there is nothing that the values could tell
		default:
			c.Why = w.guessed(c.Field)
		}
		c.Hidden = c.Field == "tekst" || slices.Contains(texts, h) || examples[h].sentences()
		if !c.Hidden {
			c.Examples = append(c.Examples, examples[h].shown(c.Field, h)...)
		}
		out = append(out, c)
	}
	return out
}

// textColumns are the columns that hold what people said as far as a reader can tell by itself. What somebody chooses to
// use a column for makes what is in it no less personal.
func textColumns(src journeys.Source, folder fs.FS) []string {
	src.Columns = nil
	data, _ := signals.Open(&journeys.Journey{}, src, folder)
	if data == nil {
		return nil
	}
	var headers []string
	for _, c := range data.Bound() {
		if c.Field == "tekst" {
			headers = append(headers, c.Header)
		}
	}
	return headers
}

// guessed says what a guess is made by.
func (w deskWords) guessed(field string) string {
	switch field {
	case "tijdstip":
		return w.either("een gok: er staan dagen in", "a guess: it holds days")
	case "tekst":
		return w.either("een gok: er staan zinnen in", "a guess: it holds sentences")
	case "cijfer":
		return w.either("een gok: er staan cijfers in", "a guess: it holds marks")
	}
	return w.either("een gok, naar de naam van de kolom", "a guess by the name of the column")
}

// values is what a column holds, in a sample.
type values struct {
	judged int // cells that hold something
	said   int // of these, how many look like a sentence
	order  []string
	counts map[string]int
}

// sample reads the first records of a file.
func sample(src journeys.Source, folder fs.FS, headers []string) map[string]*values {
	out := map[string]*values{}
	for _, h := range headers {
		out[h] = &values{counts: map[string]int{}}
	}
	data, _ := signals.Open(&journeys.Journey{}, src, folder)
	if data == nil {
		return out
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	data.With(signals.Options{Context: ctx})
	rows := 0
	data.Each(func(s signals.Signal, readable bool) {
		if rows++; rows > sampleRows {
			stop()
			return
		}
		for h, v := range out {
			cell := strings.TrimSpace(s.Cells(h))
			v.judge(cell)
			if readable && !s.Secret {
				v.add(cell)
			}
		}
	})
	return out
}

func (v *values) add(cell string) {
	if cell == "" {
		return
	}
	if v.counts[cell] == 0 {
		v.order = append(v.order, cell)
	}
	v.counts[cell]++
}

// shown are examples that tell nobody's business: days, and values that so many records share that none
// points at a person. A column of texts, or one about persons by its name, has none.
func (v *values) shown(field, header string) []string {
	if field == "tekst" || field == "id" || privacy.AboutPerson(header) {
		return nil
	}
	days := field != "" && v.all(func(s string) bool { _, ok := journeys.ParseTime(s); return ok })
	var out []string
	for _, value := range v.order {
		if len(out) == mostValues {
			break
		}
		if !days && (v.counts[value] < evidence.MinGroup || !evidence.Publishable(value) || len(strings.Fields(value)) > 6) {
			continue
		}
		if !days && language.Redact(value) != value {
			continue
		}
		out = append(out, value)
	}
	return out
}

// longestName is how many words the name of a topic, a channel or a place has at most; what is longer is a sentence.
const longestName = 4

// judge looks whether a cell is longer than a name or ends as a sentence. Records that cannot be read, and those that are
// confidential, tell of a column too, though they are never shown.
func (v *values) judge(cell string) {
	if cell == "" {
		return
	}
	v.judged++
	if !strings.ContainsAny(cell, "?!\n") && !(strings.HasSuffix(cell, ".") && strings.Contains(cell, " ")) && len(strings.Fields(cell)) <= longestName {
		return
	}
	if _, day := journeys.ParseTime(cell); !day {
		v.said++
	}
}

// sentences tells whether a column seems to hold what people wrote: one cell in twenty is enough, because a column in
// which few people typed a sentence holds texts too.
func (v *values) sentences() bool { return v.said > 0 && v.said*20 >= v.judged }

func (v *values) all(pass func(string) bool) bool {
	return len(v.order) > 0 && !slices.ContainsFunc(v.order, func(s string) bool { return !pass(s) })
}

// formatOf names the format of a file and tells how it is written.
func (d *Desk) formatOf(src journeys.Source, disk, name string, headers []string) (format, about string) {
	w := d.words()
	packed := ""
	if ext := strings.ToLower(path.Ext(name)); ext == ".gz" || ext == ".zst" {
		packed, name = w.either(", ingepakt", ", compressed"), strings.TrimSuffix(name, path.Ext(name))
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx", ".xlsm":
		return "xlsx", "Excel" + packed
	case ".json", ".ndjson", ".jsonl":
		return "ndjson", "JSON" + packed
	case ".parquet":
		return "parquet", "Parquet" + packed
	case ".zip":
		return "signalen", w.either("export van Signalen", "export of Signalen")
	}
	if packed != "" {
		return "csv", "CSV" + packed
	}
	head := firstBytes(disk)
	encoding := "UTF-8"
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		encoding = "UTF-16"
	case !utf8.Valid(head[:bytes.LastIndexByte(head, '\n')+1]):
		encoding = "Windows-1252"
	}
	if src.Format == "matomo" {
		return "matomo", w.either("rapport van Matomo, ", "report of Matomo, ") + encoding
	}
	about = "CSV, "
	if between := w.separator(head, len(headers)); between != "" {
		about += between + ", "
	}
	return "csv", about + encoding
}

// separator names what stands between the cells of a header of so many.
func (w deskWords) separator(head []byte, cells int) string {
	first, _, _ := bytes.Cut(bytes.ReplaceAll(head, []byte{0}, nil), []byte("\n"))
	for _, s := range []struct {
		sign           byte
		dutch, english string
	}{{';', "puntkomma's", "semicolons"}, {',', "komma's", "commas"}, {'\t', "tabs", "tabs"}, {'|', "streepjes (|)", "bars (|)"}} {
		quoted, n := false, 1
		for _, c := range first {
			if c == '"' {
				quoted = !quoted
			}
			if c == s.sign && !quoted {
				n++
			}
		}
		if n == cells && cells > 1 {
			return w.either(s.dutch, s.english)
		}
	}
	return ""
}

// kindOf proposes the soort of a source by the name of its file and its columns.
func kindOf(name string, headers []string) string {
	if insight.GuessPages(headers) != nil {
		return "website"
	}
	folded := journeys.Fold(name)
	for _, k := range []struct {
		kind  string
		words []string
	}{
		{"onderzoek", []string{"onderzoek", "enquete", "tevreden", "kto", "survey"}}, {"klacht", []string{"klacht"}}, {"melding", []string{"melding", "signalen_", "mor-", "mor_"}},
		{"chat", []string{"chat", "whatsapp"}}, {"e-mail", []string{"e-mail", "email", "mail"}}, {"brief", []string{"brief", "post"}}, {"balie", []string{"balie"}},
		{"receptie", []string{"receptie"}}, {"sociale-media", []string{"social", "twitter", "facebook"}}, {"website", []string{"web", "pagina", "site", "feedback", "formulier"}},
		{"gesprek", []string{"gesprek", "interview"}}, {"arena", []string{"arena"}},
	} {
		for _, w := range k.words {
			if strings.Contains(folded, w) {
				return k.kind
			}
		}
	}
	if strings.HasSuffix(folded, ".zip") {
		return "melding"
	}
	return "telefoon"
}

// sourceName makes the name of a source of that of its file: kcc.csv.gz is kcc.
func sourceName(file string) string {
	if i := strings.IndexByte(file, '.'); i > 0 {
		file = file[:i]
	}
	if id := journeys.Slug(file); id != "" {
		return id
	}
	return "signalen"
}

// fileName makes a name that every system allows of one that some system allowed.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || strings.ContainsRune(`<>:"/\|?*[]`, r) {
			return '-'
		}
		return r
	}, name)
	name = strings.Trim(name, " .~$")
	if stem, _, _ := strings.Cut(strings.ToLower(name), "."); slices.Contains(reserved, stem) {
		name = "bestand-" + name
	}
	for utf8.RuneCountInString(name) > 120 { // the ending stays
		ext := path.Ext(name)
		stem := []rune(strings.TrimSuffix(name, ext))
		if len(stem) < 20 {
			return "signalen.csv"
		}
		name = string(stem[:len(stem)-10]) + ext
	}
	if name == "" || name == "-" {
		return "signalen.csv"
	}
	return name
}

// reserved are names that Windows keeps for devices.
var reserved = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

// numbered is a name with a number before its ending, for where the name is taken: kcc.csv, kcc-2.csv.
func numbered(name string, n int) string {
	if n < 2 {
		return name
	}
	stem, ending := name, ""
	if i := strings.IndexByte(name, '.'); i > 0 {
		stem, ending = name[:i], name[i:]
	}
	return fmt.Sprintf("%s-%d%s", stem, n, ending)
}
