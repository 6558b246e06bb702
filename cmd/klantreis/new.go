package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/journeys/schema"
)

// template is the journey that `nieuw` writes.
//
//go:embed sjabloon
var template embed.FS

func (a *app) newCommand() *cobra.Command {
	return &cobra.Command{
		Use: "nieuw MAP", Aliases: []string{"new"}, Short: a.words.newShort, Long: a.words.newLong, Example: a.words.newExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{a.words.needFolder}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.create(args[0]) },
	}
}

// create writes the template into a folder. It looks first whether any of the files exists, so
// that it writes all of them or none.
func (a *app) create(dir string) error {
	var files []string
	err := fs.WalkDir(template, "sjabloon", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return err
	}
	target := func(path string) string {
		return filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(path, "sjabloon/")))
	}
	files = append(files, schemaName)
	for _, path := range files {
		if _, err := os.Lstat(target(path)); !errors.Is(err, fs.ErrNotExist) {
			if err != nil {
				return err
			}
			return errors.New(a.words.exists(target(path)))
		}
	}
	for _, path := range files {
		content, err := a.newContent(path)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(target(path)), 0o755); err != nil {
			return err
		}
		// O_EXCL: what somebody else puts there in between is not overwritten either.
		f, err := os.OpenFile(target(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		_, err = f.Write(content)
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.stdout, a.words.newMade)
	for _, path := range files {
		if path == schemaName {
			continue // for the text editor, not for people
		}
		fmt.Fprintf(a.stdout, "  %s\n", target(path))
	}
	if strings.ContainsAny(dir, " \t'&()") {
		dir = `"` + dir + `"`
	}
	fmt.Fprintf(a.stdout, "\n%s\n  klantreis %s %s\n", a.words.newNext, a.words.either("maak", "make"), dir)
	return nil
}

// schemaName is the file beside a new journey that text editors know the format by: a line in the template
// names it. It needs no internet, and its dot keeps it out of the way.
const schemaName = ".klantreis.schema.json"

// newContent is what a file of a new journey holds.
func (a *app) newContent(path string) ([]byte, error) {
	if path == schemaName {
		return schema.JSON(string(a.words.lang)), nil
	}
	return template.ReadFile(path)
}
