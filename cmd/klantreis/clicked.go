package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/term"

	"klantreis/journeys"
)

// clickedFolder is what the folder is called that a double click on the program works in.
const clickedFolder = "Klantreizen"

// start is how the program was started, as far as that tells a double click from a command line.
type start struct {
	system   string // runtime.GOOS
	args     []string
	alone    bool   // Windows: nobody else uses the console, so it was made for this program
	terminal bool   // one of the three streams is one
	desktop  bool   // there is a screen (Linux)
	folder   string // that it was started in
	home     string
}

// clicked tells whether a person started the program from a window of files: without anything behind its
// name, or with a folder that was dropped on it.
//
// Windows makes a console of its own for a program without one. Finder opens a terminal in which it types the
// program's full path, from the home folder; an app has no terminal. Elsewhere there is no terminal and there
// is a screen; a script without a terminal has no screen, or gives a command.
func (s start) clicked() bool {
	if len(s.args) > 2 || len(s.args) == 0 {
		return false
	}
	if len(s.args) == 2 {
		if info, err := os.Stat(s.args[1]); err != nil || !info.IsDir() {
			return false
		}
	}
	switch s.system {
	case "windows":
		return s.alone
	case "darwin":
		return !s.terminal || filepath.IsAbs(s.args[0]) && s.folder == s.home
	}
	return !s.terminal && s.desktop
}

// started looks how this run was started.
func started() start {
	s := start{system: runtime.GOOS, args: os.Args, alone: aloneOnConsole()}
	for _, f := range []*os.File{os.Stdin, os.Stdout, os.Stderr} {
		s.terminal = s.terminal || term.IsTerminal(int(f.Fd()))
	}
	// What comes out of a pipe is meant for another program.
	if info, err := os.Stdout.Stat(); err == nil && info.Mode()&fs.ModeNamedPipe != 0 && s.system == "darwin" {
		s.terminal = true
	}
	s.desktop = os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
	s.folder, _ = os.Getwd()
	s.home, _ = os.UserHomeDir()
	return s
}

// deskFolder is the folder that a double click opens: the one that the program lies in when there are journeys
// in it, and otherwise Klantreizen among the documents of this user, which is made.
func deskFolder() (string, error) {
	if program, err := os.Executable(); err == nil {
		if beside := filepath.Dir(program); hasJourney(beside) {
			return beside, nil
		}
	}
	documents, err := documentsFolder()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(documents, clickedFolder)
	return folder, os.MkdirAll(folder, 0o755)
}

// hasJourney looks into a folder and the folders in it, no deeper: the program may lie among anything.
func hasJourney(folder string) bool {
	in := os.DirFS(folder)
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if _, err := fs.Stat(in, e.Name()+"/klantreis.yaml"); err == nil || !e.IsDir() && journeys.IsJourney(in, e.Name()) {
			return true
		}
	}
	return false
}

// errNoDocuments says that it is not known where this user keeps documents.
var errNoDocuments = errors.New("no folder for documents")
