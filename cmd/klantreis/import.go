package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/journeys/cjm"
	"klantreis/journeys/mermaid"
)

// importer reads files of one other program.
type importer struct {
	name      string // as users know it
	recognise func(src []byte) bool
	read      func(name string, src []byte) ([]byte, journeys.Problems)
}

// importers are all kinds of file that can become a klantreis: one line each.
func importers() []importer {
	return []importer{
		{"Mermaid journey", mermaid.Recognise, mermaid.Read},
		{"Enablement Map Studio (kind: cjm)", cjm.Recognise, cjm.Read},
	}
}

func (a *app) importCommand() *cobra.Command {
	w := importWordsFor(a.words.lang)
	var out string
	cmd := &cobra.Command{
		Use: w.use, Aliases: []string{"import"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{w.needOne}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.importFile(args[0], out, w) },
	}
	cmd.Flags().StringVar(&out, "uit", "", w.flagOut)
	return cmd
}

// importFile makes a klantreis of a file of another program, and tells what could not be kept.
func (a *app) importFile(name, out string, w importWords) error {
	src, err := a.readFile(name)
	if err != nil {
		return err
	}
	kinds := importers()
	at := slices.IndexFunc(kinds, func(i importer) bool { return i.recognise(src) })
	if at < 0 {
		return errors.New(w.unknown(name, src, kinds))
	}
	yaml, problems := kinds[at].read(name, src)
	if len(problems) > 0 {
		text := strings.ReplaceAll(strings.ReplaceAll(string(src), "\r\n", "\n"), "\r", "\n")
		a.report(a.stderr, &loaded{journey: &journeys.Journey{Path: name}, source: []byte(text)}, problems)
	}
	if problems.HasErrors() {
		return errFaults
	}
	if out == "-" {
		_, err := a.stdout.Write(yaml)
		return err
	}
	j, _ := journeys.Parse("klantreis.yaml", yaml)
	target := importTarget(name, out, j)
	if err := writeNew(target, yaml); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return errors.New(w.exists(filepath.ToSlash(target)))
		}
		return err
	}
	fmt.Fprintln(a.stdout, w.made(filepath.ToSlash(target), kinds[at].name, len(j.Phases), len(j.Steps())))
	shown := filepath.ToSlash(target)
	if strings.ContainsAny(shown, " \t'&()") {
		shown = `"` + shown + `"`
	}
	fmt.Fprintf(a.stdout, "\n%s\n  klantreis %s %s\n", w.next, a.words.either("controleer", "check"), shown)
	return nil
}

// readFile reads a file, or what comes in for "-", up to what a klantreis may hold.
func (a *app) readFile(name string) ([]byte, error) {
	in := a.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	return io.ReadAll(io.LimitReader(in, journeys.MaxFileSize+1))
}

// importTarget is the file to write: the one named, klantreis.yaml in the folder named, or that in a
// folder of its own beside where we are, named after the file or the title.
func importTarget(name, out string, j *journeys.Journey) string {
	if ext := strings.ToLower(filepath.Ext(out)); ext == ".yaml" || ext == ".yml" {
		return out
	}
	if out == "" {
		base := filepath.Base(name)
		if out = journeys.Slug(strings.TrimSuffix(base, filepath.Ext(base))); out == "" || name == "-" {
			out = journeys.Slug(j.Title)
		}
		if out == "" {
			out = "klantreis"
		}
	}
	return filepath.Join(out, "klantreis.yaml")
}

// writeNew writes a file that is not there yet, whole or not at all.
func writeNew(path string, content []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	// O_EXCL: what somebody else puts there in between is not overwritten either.
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err := errors.Join(err, f.Close()); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}
