package signals

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// all reads the records one by one; size is that of the parts.
func all(data []byte, size int) (header []string, records []row) {
	f, err := openCSV(bytes.NewReader(data))
	if err != nil {
		return nil, nil
	}
	r := f.rows(size)
	for {
		rec, err := r.next()
		if err != nil {
			return r.header, records
		}
		records = append(records, rec)
	}
}

func TestReadCSV(t *testing.T) {
	utf16 := func(s string) string {
		out := "\xff\xfe"
		for _, r := range s {
			out += string([]byte{byte(r), byte(r >> 8)})
		}
		return out
	}
	for name, c := range map[string]struct{ in, want string }{
		"semicolons, CRLF":       {"Datum;Vraag\r\n01-02-2022;Hoi\r\n", "Datum|Vraag / 2:01-02-2022|Hoi"},
		"byte-order mark":        {"\ufeffDatum;Vraag\n1;é\n", "Datum|Vraag / 2:1|é"},
		"Windows-1252":           {"Vraag;N\nCaf\xe9 \x80 5;1\n", "Vraag|N / 2:Café € 5|1"},
		"both encodings":         {"Vraag\nCaf\xe9\nCafé\n", "Vraag / 2:Café / 3:Café"},
		"UTF-16":                 {utf16("a,b\n1,é\n"), "a|b / 2:1|é"},
		"tabs":                   {"a\tb\n1\t2\n", "a|b / 2:1|2"},
		"pipes, no end of line":  {"a|b\n1|2", "a|b / 2:1|2"},
		"comma in quotes":        {"\"a,x\";b\n1;2\n", "a,x|b / 2:1|2"},
		"sep line":               {"sep=,\na,b\n1,2\n", "a|b / 3:1|2"},
		"quoted newline":         {"a;b\n\"een\r\ntwee\";3\n4;5\n", "a|b / 2:een\ntwee|3 / 4:4|5"},
		"doubled quotes":         {"a\n\"zij zei \"\"ja\"\"\"\n", "a / 2:zij zei \"ja\""},
		"bare quotes":            {"a;b\nzij zei \"ja\";1\n", "a|b / 2:zij zei \"ja\"|1"},
		"forgotten doubling":     {"a;b\n\"zij zei \"ja\" toen\";1\n", "a|b / 2:zij zei \"ja\" toen|1"},
		"unclosed quote":         {"a;b\n\"open;1\n2;3\n", "a|b / 2:! / 3:2|3"},
		"blank lines":            {"a;b\n\n1;2\n;\n3;4\n", "a|b / 3:1|2 / 5:3|4"},
		"carriage returns alone": {"a;b\r1;2\r", "a|b / 2:1|2"},
		"short and long rows":    {"a;b\n1\n1;2;3\n", "a|b / 2:1 / 3:!"},
		"header only":            {"a;b\n", "a|b"},
		"empty":                  {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			header, records := all([]byte(c.in), partSize)
			parts := []string{strings.Join(header, "|")}
			for _, r := range records {
				cells := strings.Join(r.cells, "|")
				if r.broken {
					cells = "!"
				}
				parts = append(parts, fmt.Sprintf("%d:%s", r.line, cells))
			}
			if got := strings.Join(parts, " / "); got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}
