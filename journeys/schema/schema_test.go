package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"klantreis/journeys"
)

// beyond lists the errors of the validator that a schema cannot see: it accepts files that have only these.
// TestSameAnswers fails when another one turns out to be needed, and when one of these is not.
var beyond = map[string]string{
	"onbekende-bron":       "refers to the name of a source",
	"onbekende-stap":       "refers to the id of a step",
	"onbekende-reden":      "refers to an id",
	"onbekend-signaal":     "refers to the id of a signal",
	"onbekend-kanaal":      "kanalen-eigen adds channels",
	"dubbel-id":            "compares ids",
	"geen-id":              "makes an id of a title",
	"dubbele-sleutel":      "JSON has no double keys",
	"geen-stappen":         "looks whether any of the phases has a step",
	"datums-achteruit":     "compares dates",
	"maanden-volgorde":     "compares months",
	"punten-volgorde":      "compares dates",
	"grenzen-omgekeerd":    "compares numbers",
	"van-is-tot":           "compares fields",
	"aandelen-boven-100":   "adds up",
	"buiten-schaal":        "compares with the scale of the metric; or a number in quotes",
	"noemer-klein":         "an empty list, or a number in quotes",
	"geen-hoeveelheid":     "2.450 is a number to JSON",
	"geen-datum":           "30 February has the form of a date",
	"reden-verplicht":      "depends on the status",
	"tabel-of-vraag":       "depends on the address",
	"verbinding-geheim":    "looks into an address",
	"woord-zonder-letters": "folds a word",
	"ster-midden":          "looks into a word",
}

// onlyInText are files of the tests that are no YAML, or more than one document: a schema has nothing to look at.
var onlyInText = []string{"yaml", "tab", "geen-utf8", "twee-documenten", "leeg-bestand", "bestand-te-groot", "te-veel-waarden", "samenvoegen", "sleutel-geen-tekst"}

func compile(t testing.TB, lang string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSON(lang)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("klantreis.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("klantreis.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// judge asks both, and reports where they do not agree.
type judge struct {
	t      *testing.T
	schema *jsonschema.Schema
	needed map[string]bool // codes of beyond that made a difference
	asked  int
}

func (j *judge) ask(name string, src []byte) {
	j.t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(question.ReplaceAll(src, []byte("!$1")), &doc); err != nil || len(doc.Content) == 0 {
		return
	}
	_, problems := journeys.Parse("a.yaml", src)
	refused := ""
	var allowed []string
	for _, p := range problems {
		switch {
		case p.Severity != journeys.Error:
		case slices.Contains(onlyInText, p.Code):
			return
		case beyond[p.Code] != "":
			allowed = append(allowed, p.Code)
		default:
			message, _ := p.Text("nl")
			refused = p.Code + " " + message
		}
	}
	j.asked++
	err := j.schema.Validate(instance(doc.Content[0]))
	switch {
	case refused != "" && err == nil:
		j.t.Errorf("%s: the validator refuses and the schema accepts: %s", name, refused)
	case refused == "" && len(allowed) == 0 && err != nil:
		j.t.Errorf("%s: the schema refuses what the validator accepts: %v", name, err)
	case refused == "" && err == nil:
		for _, code := range allowed {
			j.needed[code] = true
		}
	}
}

// question is a question mark that yaml.v3 stumbles over in brackets, and the validator does not.
var question = regexp.MustCompile(`\?([,\]}])`)

var (
	integer = regexp.MustCompile(`^[-+]?[0-9]+$`)
	float   = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
)

// instance is what a program sees that reads YAML by the core schema of YAML 1.2, as editors do.
func instance(n *yaml.Node) any {
	switch n.Kind {
	case yaml.AliasNode:
		return instance(n.Alias)
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = instance(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		all := []any{}
		for _, c := range n.Content {
			all = append(all, instance(c))
		}
		return all
	}
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 || n.Tag == "!!str" && n.Style == yaml.TaggedStyle {
		return n.Value
	}
	switch v := n.Value; {
	case v == "" || v == "~" || strings.EqualFold(v, "null"):
		return nil
	case v == "true" || v == "True" || v == "TRUE":
		return true
	case v == "false" || v == "False" || v == "FALSE":
		return false
	case integer.MatchString(v):
		return json.Number(strings.TrimPrefix(v, "+"))
	case float.MatchString(v):
		var f float64
		fmt.Sscan(v, &f)
		return f
	}
	return n.Value
}

// TestSameAnswers holds the schema to the validator: on all journeys that the project has, and on mutations of
// a file that has every key.
func TestSameAnswers(t *testing.T) {
	j := &judge{t: t, schema: compile(t, "nl"), needed: map[string]bool{}}
	for name, src := range projectFiles(t) {
		j.ask(name, src)
	}
	for name, src := range beyondFiles() {
		j.ask(name, src)
	}
	files := j.asked
	all, err := os.ReadFile("testdata/alles.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, problems := journeys.Parse("alles.yaml", all); problems.HasErrors() {
		t.Fatal(problems)
	}
	mutate(t, all, j.ask)
	for code := range beyond {
		if !j.needed[code] {
			t.Errorf("%s is listed as beyond a schema, but no file shows that", code)
		}
	}
	t.Logf("%d files, %d mutations", files, j.asked-files)
	if files < 100 || j.asked-files < 2000 {
		t.Errorf("only %d files and %d mutations were asked", files, j.asked-files)
	}
}

// projectFiles are all journeys of the project: in folders, and in the archives of tests.
func projectFiles(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir("../..", func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".yaml", ".yml":
			src, err := os.ReadFile(path)
			if bytes.Contains(src, []byte("klantreis:")) {
				files[path] = src
			}
			return err
		case ".txtar", ".txt":
			archive, err := txtar.ParseFile(path)
			if err != nil {
				return err
			}
			for _, f := range archive.Files {
				if strings.HasSuffix(f.Name, ".yaml") && bytes.Contains(f.Data, []byte("klantreis:")) {
					files[path+"/"+f.Name] = f.Data
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// mutate spoils a file in one place, in every way and at every place.
func mutate(t *testing.T, src []byte, ask func(string, []byte)) {
	t.Helper()
	values := []string{"null", "[a]", "{a: b}", "???", "-99", "99999", "3", "0.5", "\"0.5\"", "\"\"", "true", "2022-01-05", "[]", "{}", "[null]", "ja", "telefoon", "\"1\"", "120%", "[[a]]"}
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		t.Fatal(err)
	}
	try := func(what string) {
		out, err := yaml.Marshal(&doc)
		if err != nil {
			t.Fatal(err)
		}
		ask(what, out)
	}
	var walk func(path string, n *yaml.Node)
	walk = func(path string, n *yaml.Node) {
		if n.Kind == yaml.MappingNode {
			whole := n.Content
			n.Content = append(slices.Clone(whole), &yaml.Node{Kind: yaml.ScalarNode, Value: "onbekend"}, &yaml.Node{Kind: yaml.ScalarNode, Value: "x"})
			try(path + " + onbekend")
			n.Content = append(slices.Clone(whole), &yaml.Node{Kind: yaml.ScalarNode, Value: "x-eigen"}, &yaml.Node{Kind: yaml.ScalarNode, Value: "x"})
			try(path + " + x-eigen")
			for i := 0; i+1 < len(whole); i += 2 {
				n.Content = slices.Concat(whole[:i], whole[i+2:])
				try(path + " - " + whole[i].Value)
			}
			n.Content = whole
		}
		for i, c := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 0 {
				continue
			}
			where := fmt.Sprintf("%s/%d", path, i)
			if n.Kind == yaml.MappingNode {
				where = path + "/" + n.Content[i-1].Value
			}
			for _, v := range values {
				var other yaml.Node
				if err := yaml.Unmarshal([]byte(v), &other); err != nil {
					t.Fatal(err)
				}
				n.Content[i] = other.Content[0]
				try(where + " = " + v)
			}
			n.Content[i] = c
			walk(where, c)
		}
	}
	walk("", doc.Content[0])
}

// beyondFiles shows each rule of beyond that mutations do not come across.
func beyondFiles() map[string][]byte {
	files := map[string][]byte{}
	for name, part := range map[string]string{
		"geen-id":              "x-a: 1\nfasen: [{fase: A, stappen: [{stap: \"?!\"}]}]",
		"dubbel-id":            "fasen: [{fase: A, stappen: [{stap: A}, {stap: A}]}]",
		"dubbele-sleutel":      "fasen: [{fase: A, fase: B, stappen: [{stap: A}]}]",
		"geen-stappen":         "fasen: [{fase: A}]",
		"datums-achteruit":     "periode: {van: 2022-05-01, tot: 2022-04-01}\nfasen: [{fase: A, stappen: [{stap: A}]}]",
		"maanden-volgorde":     "bronnen: {a: {soort: balie, lijst: [], noemer: [{maand: 2022-02, aantal: 3}, {maand: 2022-01, aantal: 3}]}}\nfasen: [{fase: A, stappen: [{stap: A}]}]",
		"punten-volgorde":      "metingen: [{meting: A, punten: [{wanneer: 2022, waarde: 1}, {wanneer: 2021, waarde: 1}]}]\nfasen: [{fase: A, stappen: [{stap: A}]}]",
		"van-is-tot":           "bronnen: {a: {soort: balie, lijst: []}}\ndoorlooptijden: [{doorlooptijd: A, bron: a, van: b, tot: b}]\nfasen: [{fase: A, stappen: [{stap: A}]}]",
		"geen-hoeveelheid":     "bronnen: {a: {soort: balie, lijst: [], noemer: 2.450}}\nfasen: [{fase: A, stappen: [{stap: A}]}]",
		"geen-datum":           "opgesteld: 2022-02-30\nfasen: [{fase: A, stappen: [{stap: A}]}]",
		"reden-verplicht":      "adviezen: [{advies: A, status: niet-overgenomen}]\nfasen: [{fase: A, stappen: [{stap: A}]}]",
		"verbinding-geheim":    "bronnen: {a: {soort: balie, verbinding: \"postgres://a:b@c/d\", tabel: e}}\nfasen: [{fase: A, stappen: [{stap: A}]}]",
		"woord-zonder-letters": "bronnen: {a: {soort: balie, lijst: []}}\nfasen: [{fase: A, stappen: [{stap: A, signalen: [{signaal: A, bron: a, woorden: [\"!\"]}]}]}]",
		"ster-midden":          "bronnen: {a: {soort: balie, lijst: []}}\nfasen: [{fase: A, stappen: [{stap: A, signalen: [{signaal: A, bron: a, woorden: [\"a*b\"]}]}]}]",
		"een boolean":          "fasen: [{fase: A, stappen: [{stap: A, citaten: [{tekst: a, akkoord: True}]}]}]",
	} {
		files[name] = []byte("klantreis: A\n" + part + "\n")
	}
	return files
}

// TestDeterministic: the same program, the same bytes; and both languages have the same rules.
func TestDeterministic(t *testing.T) {
	if !bytes.Equal(JSON("nl"), JSON("nl")) {
		t.Error("two schemas differ")
	}
	words := regexp.MustCompile(`(?m)^\s*"(description|markdownDescription|patternErrorMessage)": .*\n`)
	if !bytes.Equal(words.ReplaceAll(JSON("nl"), nil), words.ReplaceAll(JSON("en"), nil)) {
		t.Error("the languages differ in more than words")
	}
}

// TestWordsForPeople: no pattern is shown to an author, and no message has a hole in it.
func TestWordsForPeople(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		text := string(JSON(lang))
		if patterns, said := strings.Count(text, `"pattern":`), strings.Count(text, `"patternErrorMessage": "`); patterns != said {
			t.Errorf("%d patterns, %d messages", patterns, said)
		}
		for _, wrong := range []string{`"patternErrorMessage": ""`, "{0}", "{1}", `"description": ""`} {
			if strings.Contains(text, wrong) {
				t.Errorf("%s has %s", lang, wrong)
			}
		}
	}
}

// TestEveryKeyIsTried keeps testdata/alles.yaml complete.
func TestEveryKeyIsTried(t *testing.T) {
	src, err := os.ReadFile("testdata/alles.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var walk func(journeys.Shape)
	walk = func(s journeys.Shape) {
		for _, k := range s.Keys {
			if !regexp.MustCompile(`(?m)[ {,-]` + k.Name + `: |^` + k.Name + `: |\b` + k.Name + `:$`).Match(src) {
				t.Errorf("alles.yaml has no %s (%s)", k.Name, s.What)
			}
			walk(k.Shape)
		}
		if s.Items != nil {
			walk(*s.Items)
		}
		for _, o := range s.Or {
			walk(o)
		}
	}
	walk(journeys.FileShape())
}
