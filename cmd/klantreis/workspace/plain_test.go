package workspace

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// ofFile is what only who types the file understands: a key with its colon, an option of the command line, a word of the
// format where a form has another.
var ofFile = regexp.MustCompile(`‘-? ?[\p{L}-]+:|‘?--[a-z]|‘\{\d\}: |YAML|sleutel|\bkey\b|‘(omdat|doorlooptijden|belofte|bronnen|kolommen|periode|bestand|gaat-goed|` +
	`menselijk-contact|sinds|werkwijze|tijdstip|emotie|id|van|tot|lijst)’`)

// elsewhere are the codes that the forms of the desk do not show: notes of an import, faults of commands, and what stands in
// files of who sets the program up.
var elsewhere = regexp.MustCompile(`^(mermaid|cjm|import|lijst|status|geschiedenis|voorstel|huisstijl|verbinding|api)-|^(twee-documenten|terugkoppeling)`)

// TestPlain asks for plain words for each problem whose own words speak of the file.
func TestPlain(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("web", "src", "words_plain.ts"))
	if err != nil {
		t.Fatal(err)
	}
	dutch, english, found := strings.Cut(string(page), "const en:")
	if !found {
		t.Fatal("words_plain.ts has no English")
	}
	codes := map[string]bool{}
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "journeys", "messages*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal("no messages", err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			entry, ok := n.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			key, ok := entry.Key.(*ast.BasicLit)
			sentences, is := entry.Value.(*ast.CompositeLit)
			if !ok || !is || len(sentences.Elts) != 2 {
				return true
			}
			code := textOf(key)
			codes[code] = true
			if elsewhere.MatchString(code) {
				return true
			}
			for i, lang := range []string{dutch, english} {
				sentence, ok := sentences.Elts[i].(*ast.CompositeLit)
				if ok && len(sentence.Elts) == 2 && ofFile.MatchString(textOf(sentence.Elts[1])) && !strings.Contains(lang, "\n  '"+code+"': {") {
					t.Errorf("%s tells what to type in the file (%q); words_plain.ts has no other words for it", code, textOf(sentence.Elts[1]))
				}
			}
			return true
		})
	}
	if len(codes) < 150 {
		t.Errorf("only %d codes were found in journeys/messages*.go", len(codes))
	}
	for _, lang := range []string{dutch, english} {
		for _, m := range regexp.MustCompile(`\n  '([a-z0-9-]+)': \{`).FindAllStringSubmatch(lang, -1) {
			if !codes[m[1]] {
				t.Errorf("words_plain.ts has words for %s, which is no code", m[1])
			}
			if strings.Count(lang, "\n  '"+m[1]+"': {") > 1 {
				t.Errorf("%s stands twice in words_plain.ts", m[1])
			}
		}
	}
}

func textOf(e ast.Expr) string {
	literal, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	text, _ := strconv.Unquote(literal.Value)
	return text
}
