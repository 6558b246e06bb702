// Package building makes the program as a release does: the same source gives the same bytes, wherever
// it lies and whatever the environment says.
package building

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// Program is the package of the program.
const Program = "./cmd/klantreis"

// Target is a system and a kind of processor, in Go's names.
type Target struct{ System, Machine string }

// Here is the target that this runs on.
func Here() Target { return Target{runtime.GOOS, runtime.GOARCH} }

// Targets are those that a release is made for.
func Targets() []Target {
	return []Target{{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "amd64"}, {"darwin", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"}}
}

// File is what the program is called on the system.
func (t Target) File() string {
	if t.System == "windows" {
		return "klantreis.exe"
	}
	return "klantreis"
}

// Build makes the program of the source in root into a folder, and gives the file. An empty version leaves what
// the source calls itself.
func Build(root, into string, t Target, version string) (string, error) {
	file := filepath.Join(into, t.File())
	flags := "-s -w -buildid="
	if version != "" {
		flags += " -X main.version=" + version
	}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", flags, "-o", file, Program)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0", "GOOS="+t.System, "GOARCH="+t.Machine)
	if said, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build for %s/%s: %w\n%s", t.System, t.Machine, err, said)
	}
	return file, nil
}

// CopyTracked copies the files that git knows, as they lie in root now.
func CopyTracked(root, to string) error {
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = root
	list, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("git ls-files: %w", err)
	}
	for _, name := range strings.Split(strings.TrimRight(string(list), "\x00"), "\x00") {
		content, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // removed, and not yet committed
		}
		if err != nil {
			return err
		}
		target := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(target, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
