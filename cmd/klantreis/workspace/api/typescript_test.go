package api

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write web/src/api.ts")

// conversation are the files with the types of the desk, in the order of api.ts.
var conversation = []string{"api.go", "model.go", "ops.go", "drop.go", "jobs.go", "proposal.go", "talks.go"}

// TestTypeScript holds the types of the pages to those of the server: api.ts is made from conversation, comments
// and all, and room/api.ts from room.go.
func TestTypeScript(t *testing.T) {
	for made, sources := range map[string][]string{"api.ts": conversation, "room/api.ts": {"room.go"}} {
		got, err := typeScript(sources...)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("..", "web", "src", filepath.FromSlash(made))
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what %s says; run: go test ./cmd/klantreis/workspace/api -update", path, sources)
		}
	}
}

// typeScript writes each struct of some Go files as an interface.
func typeScript(paths ...string) ([]byte, error) {
	var decls []ast.Decl
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		decls = append(decls, file.Decls...)
	}
	var b bytes.Buffer
	b.WriteString("// Made from package api by its TestTypeScript; change that, not this file.\n")
	kinds := map[string]string{} // key → list or other, over all types
	for _, decl := range decls {
		types, ok := decl.(*ast.GenDecl)
		if !ok || types.Tok != token.TYPE {
			continue
		}
		for _, spec := range types.Specs {
			spec := spec.(*ast.TypeSpec)
			body, ok := spec.Type.(*ast.StructType)
			if !ok {
				return nil, fmt.Errorf("%s is no struct", spec.Name.Name)
			}
			b.WriteString("\n")
			comment(&b, "", types.Doc)
			fmt.Fprintf(&b, "export interface %s {\n", spec.Name.Name)
			for _, field := range body.Fields.List {
				if err := property(&b, field, kinds); err != nil {
					return nil, fmt.Errorf("%s: %w", spec.Name.Name, err)
				}
			}
			b.WriteString("}\n")
		}
	}
	b.WriteString("\n// lists are the keys whose null, which is how Go writes a list that was never made, means an empty one.\n")
	b.WriteString("export const lists: ReadonlySet<string> = new Set([\n")
	for _, key := range slices.Sorted(maps.Keys(kinds)) {
		if kinds[key] == "list" {
			fmt.Fprintf(&b, "  %q,\n", key)
		}
	}
	b.WriteString("]);\n")
	return b.Bytes(), nil
}

func property(b *bytes.Buffer, field *ast.Field, kinds map[string]string) error {
	if len(field.Names) != 1 || field.Tag == nil {
		return fmt.Errorf("each field needs one name and a tag")
	}
	tag, err := strconv.Unquote(field.Tag.Value)
	if err != nil {
		return err
	}
	key := reflect.StructTag(tag).Get("json")
	if key == "" || strings.Contains(key, ",") {
		return fmt.Errorf("%s: the tag must be a name only, because the page reads every key", field.Names[0].Name)
	}
	kind := "other"
	switch field.Type.(type) {
	case *ast.ArrayType:
		kind = "list"
	case *ast.StarExpr:
		kind = "null"
	}
	if known := kinds[key]; known == "list" && kind == "null" || known == "null" && kind == "list" {
		return fmt.Errorf("%s may be null in one type and is a list in another", key)
	}
	if kinds[key] == "" || kind != "other" {
		kinds[key] = kind
	}
	typ, err := typeOf(field.Type)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	comment(b, "  ", field.Doc)
	fmt.Fprintf(b, "  %s: %s;", key, typ)
	if field.Comment != nil {
		fmt.Fprintf(b, " // %s", strings.TrimSpace(field.Comment.Text()))
	}
	b.WriteString("\n")
	return nil
}

func comment(b *bytes.Buffer, indent string, text *ast.CommentGroup) {
	if text == nil {
		return
	}
	for line := range strings.Lines(text.Text()) {
		fmt.Fprintf(b, "%s%s\n", indent, strings.TrimRight("// "+strings.TrimRight(line, "\n"), " "))
	}
}

// typeOf is a Go type as JSON carries it.
func typeOf(e ast.Expr) (string, error) {
	switch e := e.(type) {
	case *ast.Ident:
		switch e.Name {
		case "string":
			return "string", nil
		case "int", "int64", "float64":
			return "number", nil
		case "bool":
			return "boolean", nil
		case "any":
			return "unknown", nil
		}
		if e.IsExported() {
			return e.Name, nil
		}
	case *ast.StarExpr:
		t, err := typeOf(e.X)
		return t + " | null", err
	case *ast.ArrayType:
		t, err := typeOf(e.Elt)
		return t + "[]", err
	case *ast.MapType:
		t, err := typeOf(e.Value)
		return "Record<string, " + t + ">", err
	}
	return "", fmt.Errorf("no TypeScript for this type")
}
