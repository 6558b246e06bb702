// Command refresh copies graphviz.wasm out of the go-graphviz version that go.mod names. Run it
// by go generate after that version has changed, and read the licences again.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "refresh:", err)
		os.Exit(1)
	}
}

func run() error {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/goccy/go-graphviz").Output()
	if err != nil {
		return fmt.Errorf("go list: %w", err)
	}
	wasm, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "internal", "wasm", "graphviz.wasm"))
	if err != nil {
		return err
	}
	return os.WriteFile("graphviz.wasm", wasm, 0o644)
}
