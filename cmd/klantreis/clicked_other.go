//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

func aloneOnConsole() bool { return false }

// documentsFolder is where this user keeps documents. On Linux a file of the desktop tells.
func documentsFolder() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", errNoDocuments
	}
	if runtime.GOOS != "darwin" {
		if config, err := os.UserConfigDir(); err == nil {
			content, _ := os.ReadFile(filepath.Join(config, "user-dirs.dirs"))
			for line := range strings.Lines(string(content)) {
				value, found := strings.CutPrefix(strings.TrimSpace(line), "XDG_DOCUMENTS_DIR=")
				if value = strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1); found && filepath.IsAbs(value) {
					return value, nil
				}
			}
		}
	}
	return filepath.Join(home, "Documents"), nil
}
