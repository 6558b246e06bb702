package building

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// TestedKey is the variable of the environment by which go run ./test names the program that it built, as a whole
// path: linking takes seconds, and several packages test the same program.
const TestedKey = "KLANTREIS_TESTED"

// Tested gives the program for this system as tests run it: the one that was built for all of them, or one that is
// built of the source in root into a folder, where a package is tested alone. Do not write to it.
func Tested(root, into string) (string, error) {
	if made := os.Getenv(TestedKey); made != "" {
		if _, err := os.Stat(made); err != nil {
			return "", fmt.Errorf("%s: %w", TestedKey, err)
		}
		return made, nil
	}
	into, err := filepath.Abs(into)
	if err != nil {
		return "", err
	}
	file := filepath.Join(into, Target{System: runtime.GOOS}.File())
	cmd := exec.Command("go", "build", "-o", file, Program)
	cmd.Dir, cmd.Env = root, append(os.Environ(), "CGO_ENABLED=0")
	if said, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, said)
	}
	return file, nil
}
