package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"klantreis/journeys/languageserver"
	"klantreis/journeys/schema"
)

// This file holds the commands for text editors: the format as a JSON Schema, and the language server.

func (a *app) schemaCommand() *cobra.Command {
	w := editorWordsFor(a.words.lang)
	var out string
	cmd := &cobra.Command{
		Use: "schema", Short: w.schemaShort, Long: w.schemaLong, Example: w.schemaExample, Args: a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			content := schema.JSON(string(a.words.lang))
			if out == "" {
				_, err := a.stdout.Write(content)
				return err
			}
			return writeWhole(out, content)
		},
	}
	cmd.Flags().StringVar(&out, "uit", "", w.flagOut)
	return cmd
}

func (a *app) languageServerCommand() *cobra.Command {
	w := editorWordsFor(a.words.lang)
	return &cobra.Command{
		Use: "lsp", Short: w.serverShort, Long: w.serverLong, Example: w.serverExample, Args: a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			orderly := languageserver.Serve(a.ctx, pipes{a.stdin, a.stdout}, languageserver.Options{
				Lang: string(a.words.lang), Version: version, Folder: folderOf,
			})
			if !orderly && a.ctx.Err() == nil { // the protocol's exit code of an editor that left without a word
				return errFaults
			}
			return nil
		},
	}
}

// noArguments refuses files on a command that takes none.
func (a *app) noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{editorWordsFor(a.words.lang).noArguments(args[0])}
	}
	return nil
}

// folderOf opens the folder of a journey, out of which no path leads.
func folderOf(file string) (fs.FS, func(), error) {
	root, err := os.OpenRoot(filepath.Dir(filepath.FromSlash(file)))
	if err != nil {
		return nil, nil, err
	}
	return root.FS(), func() { root.Close() }, nil
}

// pipes are standard input and output as one connection.
type pipes struct {
	io.Reader
	io.Writer
}

// Close closes the input if it can be, so that who waits for it stops.
func (p pipes) Close() error {
	if c, ok := p.Reader.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

// writeWhole writes a file aside and moves it in, so that it is never half there.
func writeWhole(name string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".klantreis-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(content)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
