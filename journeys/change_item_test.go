package journeys

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what is found into the archives")

// operation is a change as an archive tells it, in JSON.
type operation struct {
	Do      string
	Item    Item
	ToPhase int
	ToIndex int
	Fields  []Field
}

// UnmarshalJSON reads a field as ["key", value]; a mapping is a list of fields.
func (f *Field) UnmarshalJSON(b []byte) error {
	var pair []json.RawMessage
	if err := json.Unmarshal(b, &pair); err != nil || len(pair) != 2 {
		return errors.New("a field is [key, value]")
	}
	if err := json.Unmarshal(pair[0], &f.Key); err != nil {
		return err
	}
	var fields []Field
	if json.Unmarshal(pair[1], &fields) == nil && len(fields) > 0 {
		f.Value = fields
		return nil
	}
	var rows [][]Field
	if json.Unmarshal(pair[1], &rows) == nil && len(rows) > 0 {
		all := make([]any, len(rows))
		for i, row := range rows {
			all[i] = row
		}
		f.Value = all
		return nil
	}
	return json.Unmarshal(pair[1], &f.Value)
}

func (o operation) apply(src []byte) ([]byte, Pos, error) {
	switch o.Do {
	case "set":
		return SetFields("x.yaml", src, o.Item, o.Fields)
	case "add":
		return AddItem("x.yaml", src, o.Item, o.Fields)
	case "move":
		return MoveItem("x.yaml", src, o.Item, o.ToPhase, o.ToIndex)
	case "remove":
		return RemoveItem("x.yaml", src, o.Item)
	}
	return nil, Pos{}, errors.New("unknown operation " + o.Do)
}

// TestChangeItem reads archives with a file, and pairs of an operation and the lines that it changes: those
// that go with −, those that come with +, as many around them as a reader needs.
func TestChangeItem(t *testing.T) {
	archives, _ := filepath.Glob("testdata/wijzigen/*.txtar")
	if len(archives) == 0 {
		t.Fatal("no archives")
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			src := archive.Files[0].Data
			for i := 1; i < len(archive.Files); i++ {
				f := &archive.Files[i]
				head, want, _ := bytes.Cut(f.Data, []byte("\n"))
				var op operation
				if err := json.Unmarshal(head, &op); err != nil {
					t.Fatalf("%s: %v", f.Name, err)
				}
				for _, form := range forms {
					out, _, err := op.apply(form.make(src))
					got := ""
					if err != nil {
						got = "! " + err.Error() + "\n"
					} else {
						got = lineDiff(form.undo(string(out)), string(src))
					}
					if *update && form.name == "as it is" {
						f.Data = slices.Concat(head, []byte("\n"), []byte(got))
						want = []byte(got)
					}
					if got != string(want) {
						t.Errorf("%s (%s):\n%s\nwant:\n%s", f.Name, form.name, got, want)
					}
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// forms are ways in which an editor on another machine writes the same file.
var forms = []struct {
	name string
	make func([]byte) []byte
	undo func(string) string
}{
	{"as it is", func(b []byte) []byte { return b }, func(s string) string { return s }},
	{"CRLF", func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) },
		func(s string) string {
			if strings.Count(s, "\n") != strings.Count(s, "\r\n") {
				return "mixed line ends\n"
			}
			return strings.ReplaceAll(s, "\r\n", "\n")
		}},
	{"BOM", func(b []byte) []byte { return append([]byte("\ufeff"), b...) }, func(s string) string { return strings.TrimPrefix(s, "\ufeff") }},
	{"no last line end", func(b []byte) []byte { return bytes.TrimSuffix(b, []byte("\n")) },
		func(s string) string {
			if strings.HasSuffix(s, "\n") {
				return "a line end came\n"
			}
			return s + "\n"
		}},
}

// lineDiff lists the lines that two texts have not in common, in their order.
func lineDiff(after, before string) string {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	n, m := len(a), len(b)
	common := make([][]int, n+1)
	for i := range common {
		common[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for k := m - 1; k >= 0; k-- {
			if a[i] == b[k] {
				common[i][k] = common[i+1][k+1] + 1
			} else {
				common[i][k] = max(common[i+1][k], common[i][k+1])
			}
		}
	}
	var out strings.Builder
	for i, k := 0, 0; i < n || k < m; {
		switch {
		case i < n && k < m && a[i] == b[k]:
			i, k = i+1, k+1
		case k == m || i < n && common[i+1][k] >= common[i][k+1]:
			out.WriteString("-" + a[i] + "\n")
			i++
		default:
			out.WriteString("+" + b[k] + "\n")
			k++
		}
	}
	return out.String()
}
