package signals

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

// drain reads all rows that a reader makes of hostile bytes, and holds them to what every reader
// promises: lines that do not go back, an end, valid text.
func drain(t *testing.T, read func(input) (rows, error), content []byte) []row {
	t.Helper()
	r, err := read(input{openIn(t, content), int64(len(content))})
	if err != nil {
		return nil
	}
	var all []row
	last := 0
	for {
		rec, err := r.next()
		if err != nil {
			return all
		}
		if rec.line < last {
			t.Fatalf("line %d after %d", rec.line, last)
		}
		last = rec.line
		for _, c := range rec.cells {
			if !utf8.ValidString(c) {
				t.Fatalf("cell %q is not UTF-8", c)
			}
		}
		if all = append(all, rec); len(all) > 10*len(content)+1<<21 {
			t.Fatal("no end")
		}
	}
}

// jsonRows writes what readJSON gives, one line a record.
func jsonRows(content string) string {
	files := one("x", []byte(content))
	f, _ := files.Open("x")
	r, err := readJSON(input{f, int64(len(content))})
	if err != nil {
		return err.Error()
	}
	out := strings.Join(r.header, "|")
	for {
		rec, err := r.next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			return out + " / " + err.Error()
		}
		cells := strings.Join(rec.cells, "|")
		if rec.broken {
			cells = "!"
		}
		out += fmt.Sprintf(" / %d:%s", rec.line, cells)
	}
}

func TestReadJSON(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 100) + "1" + strings.Repeat("}", 100)
	for name, c := range map[string]struct{ in, want string }{
		"lines":              {"{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\",\"a\":2}\n", "a|b / 1:1|x / 2:2|y"},
		"array":              {`[{"a":1},{"a":true},{"a":null}]`, "a / 1:1 / 1:true / 1:"},
		"envelope":           {`{"count":1,"next":null,"previous":null,"results":[{"count":7}]}`, "count / 1:7"},
		"pages in an array":  {`[{"results":[{"a":1}]},{"results":[{"a":2}]}]`, "a / 1:1 / 1:2"},
		"no envelope":        {`{"count":1,"naam":"x","results":[1,2]}`, "count|naam|results / 1:1|x|1; 2"},
		"only a count":       {`{"count":1}`, "count / 1:1"},
		"nested":             {`{"a":{"b":1,"c":{"d":2}},"e":[{"f":1},{"f":2,"g":3}],"h":[],"i":{}}`, "a.b|a.c.d|e.f|e.g / 1:1|2|1; 2|3"},
		"escapes":            {`{"a":"\u00e9\n\"\\\/\ud83d\ude00\ud83dx"}`, "a / 1:é\n\"\\/😀\uFFFDx"},
		"Windows-1252":       {"{\"a\":\"Caf\xe9\"}\n{\"a\":\"Café\"}", "a / 1:Café / 2:Café"},
		"byte-order mark":    {"\ufeff{\"a\":1}", "a / 1:1"},
		"UTF-16":             {string(utf16le(`{"a":"é"}`)), "a / 1:é"},
		"same key twice":     {`{"a":1,"a":2}`, "a / 1:2"},
		"broken line":        {"{\"a\":1}\n{\"a\":oeps}\n{\"a\":3}", "a / 1:1 / 2:! / 3:3"},
		"truncated line":     {"{\"a\":1}\n{\"a\":\"oe", "a / 1:1 / 2:!"},
		"no object":          {"{\"a\":1}\n12\n\"x\"\n{\"a\":2}", "a / 1:1 / 2:! / 3:! / 4:2"},
		"raw newline":        {"{\"a\":\"x\ny\"}\n{\"a\":2}", "a / 1:! / 2:! / 3:2"},
		"truncated array":    {`[{"a":1},{"a":2`, "unexpected EOF"},
		"truncated envelope": {`{"count":2,"results":[{"a":1}`, "unexpected EOF"},
		"broken array":       {"[{\"a\":1},\n{\"a\":x}]", "json-kapot 2"},
		"trailing comma":     {`[{"a":1},]`, "json-kapot 1"},
		"too deep":           {deep, " / 1:!"},
		"deep arrays":        {strings.Repeat("[", 1000), "json-kapot 1"},
		"numbers":            {"{\"a\":-0.5e+10}\n{\"a\":01}\n{\"a\":1.}\n{\"a\":.5}", "a / 1:-0.5e+10 / 2:! / 3:! / 4:!"},
		"empty":              {"", ""},
		"blank":              {"\n \n", ""},
		"late column":        {"{\"a\":1}\n", "a / 1:1"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := jsonRows(c.in); got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestLateColumns(t *testing.T) {
	var b bytes.Buffer
	for b.Len() < 2*jsonAhead {
		fmt.Fprintf(&b, "{\"tekst\":%q}\n", strings.Repeat("a", 1000))
	}
	b.WriteString(`{"tekst":"z","cijfer":3}` + "\n")
	b.WriteString(`{"tekst":"geheim","vertrouwelijk":true}` + "\n")
	for name, content := range map[string][]byte{"a.ndjson": b.Bytes(), "a.ndjson.gz": gzipped(b.String())} {
		if got := read(t, "bestand: "+name, one(name, content)); !strings.Contains(got, "[telefoon||z|3]\n") || !strings.HasSuffix(got, "[telefoon||geheim|vertrouwelijk]\n") {
			t.Errorf("%s: %s", name, got[max(0, len(got)-300):])
		}
		if got := read(t, "bestand: "+name+", kolommen: {tekst: tekst, cijfer: cijfer, vertrouwelijk: vertrouwelijk}", one(name, content)); !strings.Contains(got, "[telefoon||z|3]\n") || strings.Contains(got, "kolom-ontbreekt") {
			t.Errorf("%s: %s", name, got[max(0, len(got)-300):])
		}
	}
	// Nobody needs so many; what is behind them is told.
	b.WriteString(`{"tekst":"z"`)
	for i := range maxJSONColumns {
		fmt.Fprintf(&b, `,"k%d":1`, i)
	}
	b.WriteString("}\n")
	if got := read(t, "bestand: a.ndjson", one("a.ndjson", b.Bytes())); !strings.Contains(got, "late-kolommen: In ‘a.ndjson’ staat pas vanaf regel") || !strings.Contains(got, "k1997") {
		t.Error(got[max(0, len(got)-300):])
	}
}

func TestHugeValue(t *testing.T) {
	content := `{"tekst":"` + strings.Repeat("a", 3<<20) + `"}` + "\n" + `{"tekst":"b"}`
	expect(t, read(t, "bestand: a.ndjson", one("a.ndjson", []byte(content))), "1 !", "2 - [telefoon||b]")
}

// FuzzReadJSON holds lines of JSON to encoding/json: what that accepts as an object is a record
// with the same plain values, what it refuses is broken.
func FuzzReadJSON(f *testing.F) {
	f.Add(`{"a":1,"b":{"c":[true,null,"x\u00e9"]}}`)
	f.Add(`{"count":1,"results":[{"a":"\ud83d"}]}`)
	f.Add("[[[")
	f.Add(kissPage)
	f.Fuzz(func(t *testing.T, content string) {
		all := drain(t, readJSON, []byte(content))
		var want map[string]any
		decoder := json.NewDecoder(strings.NewReader(content))
		decoder.UseNumber()
		if !utf8.ValidString(content) || strings.ContainsAny(content, "\n\r\ufeff") || decoder.Decode(&want) != nil || decoder.More() || len(content) > 1000 {
			return
		}
		if _, err := decoder.Token(); err != io.EOF || want == nil || want["results"] != nil {
			return
		}
		if len(all) != 1 {
			t.Fatalf("%d records of %q", len(all), content)
		}
		if all[0].broken && strings.Count(content, "{")+strings.Count(content, "[") < maxJSONDepth {
			t.Fatalf("broken: %q", content)
		}
		r, err := readJSON(input{openIn(t, []byte(content)), int64(len(content))})
		if err != nil {
			t.Fatal(err)
		}
		rec, _ := r.next()
		for i, h := range r.header {
			v, plain := want[h]
			if _, list := v.([]any); !plain || list || strings.Contains(content, "{\"") && strings.Count(content, "{") > 1 {
				continue
			}
			text := ""
			if v != nil {
				text = fmt.Sprint(v)
			}
			if cellAt(rec.cells, i) != text && !rec.broken {
				t.Errorf("%s is %q, want %q", h, cellAt(rec.cells, i), text)
			}
		}
	})
}
