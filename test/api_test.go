package main

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/api")

// TestAPI holds what journeys and render export against testdata/api: one line for each constant, variable,
// function, method, type and field. What disappears or changes breaks programs of others, so it fails until
// somebody ran `go test ./test -run TestAPI -update` and looked at the diff; and so does what is new, because an
// API grows on purpose or not at all.
func TestAPI(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range list(t, "./journeys/...", "./render/...") {
		name := strings.TrimPrefix(p.ImportPath, module)
		lines, err := exported(filepath.Join("..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if len(lines) == 0 { // a program
			continue
		}
		file := filepath.Join("testdata", "api", strings.ReplaceAll(name, "/", "-")+".txt")
		seen[filepath.Base(file)] = true
		now := strings.Join(lines, "\n") + "\n"
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		content, err := os.ReadFile(file)
		if err != nil {
			t.Errorf("%s is not written down: %v", name, err)
			continue
		}
		before := strings.Split(strings.TrimSpace(string(content)), "\n")
		for _, line := range before {
			if !slices.Contains(lines, line) {
				t.Errorf("%s lost: %s", name, line)
			}
		}
		for _, line := range lines {
			if !slices.Contains(before, line) {
				t.Errorf("%s has new: %s", name, line)
			}
		}
	}
	files, err := os.ReadDir(filepath.Join("testdata", "api"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !seen[f.Name()] {
			t.Errorf("the package of %s is gone", f.Name())
		}
	}
}

// exported lists what the package in a folder exports, sorted. Files for one system or processor only export
// nothing here.
func exported(dir string) ([]string, error) {
	set := token.NewFileSet()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		if file.Name.Name == "main" {
			return nil, nil
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && (d.Recv == nil || ast.IsExported(receiver(d))) {
					d.Body, d.Doc = nil, nil
					lines = append(lines, code(set, d))
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					lines = append(lines, specLines(set, d.Tok, s)...)
				}
			}
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines), nil
}

func specLines(set *token.FileSet, tok token.Token, s ast.Spec) (lines []string) {
	switch s := s.(type) {
	case *ast.ValueSpec:
		for _, n := range s.Names {
			if n.IsExported() {
				kind := ""
				if s.Type != nil {
					kind = " " + code(set, s.Type)
				}
				lines = append(lines, fmt.Sprintf("%s %s%s", tok, n.Name, kind))
			}
		}
	case *ast.TypeSpec:
		if !s.Name.IsExported() {
			return nil
		}
		t, ok := s.Type.(*ast.StructType)
		if !ok {
			return append(lines, "type "+s.Name.Name+" "+code(set, s.Type))
		}
		lines = append(lines, "type "+s.Name.Name+" struct")
		for _, f := range t.Fields.List {
			if len(f.Names) == 0 {
				lines = append(lines, fmt.Sprintf("field %s embeds %s", s.Name.Name, code(set, f.Type)))
			}
			for _, n := range f.Names {
				if n.IsExported() {
					lines = append(lines, fmt.Sprintf("field %s.%s %s", s.Name.Name, n.Name, code(set, f.Type)))
				}
			}
		}
	}
	return lines
}

// receiver is the type that a method belongs to.
func receiver(d *ast.FuncDecl) string {
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	switch t := t.(type) {
	case *ast.IndexExpr:
		return t.X.(*ast.Ident).Name
	case *ast.Ident:
		return t.Name
	}
	return ""
}

// code is a piece of source on one line.
func code(set *token.FileSet, node any) string {
	var b strings.Builder
	if err := printer.Fprint(&b, set, node); err != nil {
		return err.Error()
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestExportedKnows finds everything that a package can export, so that the check above can fail.
func TestExportedKnows(t *testing.T) {
	dir := t.TempDir()
	src := "package a\n// T is.\ntype T struct {\n\tA, b int\n\tfs.FS\n}\ntype I interface{ M(x int) error }\ntype u struct{ X int }\nfunc (t *T) M(x int) error { return nil }\nfunc (u) N() {}\nfunc F[K any](k K) {}\nconst (\n\tC Kind = \"a\"\n\td = 1\n)\nvar V = 2\n"
	if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte(src), fs.FileMode(0o600)); err != nil {
		t.Fatal(err)
	}
	lines, err := exported(dir)
	want := []string{"const C Kind", "field T embeds fs.FS", "field T.A int", "func (t *T) M(x int) error", "func F[K any](k K)", "type I interface{ M(x int) error }", "type T struct", "var V"}
	if err != nil || !slices.Equal(lines, want) {
		t.Errorf("%v\n%s", err, strings.Join(lines, "\n"))
	}
}
